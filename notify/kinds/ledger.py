"""What of the books waits for another to confirm, and what the public may now read. R13.1."""

from notify.kinds.kind import About, Audience, Words, kind
from rules.events.books import JournalEntered, YearPublished
from rules.money import yuan


@kind(JournalEntered, to=(Audience.FINANCE, Audience.REVIEWERS))
def voucher_waits(about: About) -> Words:
    total = yuan(int(about.data.get("amount_fen", 0)))
    number = about.data.get("number", "")
    return Words("记账凭证待复核", f"凭证{number}（{total}元）已录入，请由另一人复核。")


@kind(YearPublished, to=(Audience.CLERKS, Audience.REVIEWERS, Audience.FINANCE))
def year_published(about: About) -> Words:
    year, version = about.data.get("year", ""), int(about.data.get("version", 1))
    which = "年度报告已公布" if version == 1 else f"年度报告第{version}版（更正）已公布"
    return Words(which, f"{year}年度增值收益报告第{version}版已向社会公布，可供业主查询。")
