"""What of the books waits for another to confirm, and what the public may now read. R13.1."""

from notify.kinds.kind import About, Audience, Words, because, kind, sum_of
from rules.events.books import JournalEntered, YearPublished
from rules.events.register import OpeningsClosed


@kind(JournalEntered, to=(Audience.FINANCE, Audience.REVIEWERS))
def voucher_waits(about: About) -> Words:
    number = about.data.get("number", "")
    return Words("记账凭证待复核", f"凭证{number}（{sum_of(about)}）已录入，请由另一人复核。")


@kind(YearPublished, to=(Audience.CLERKS, Audience.REVIEWERS, Audience.FINANCE))
def year_published(about: About) -> Words:
    year, version = about.data.get("year", ""), int(about.data.get("version", 1))
    which = "年度报告已公布" if version == 1 else f"年度报告第{version}版（更正）已公布"
    text = f"{year}年度增值收益报告第{version}版已向社会公布，可供业主查询。"
    return Words(which, text + because(about.why, "更正原因"))


@kind(OpeningsClosed, to=(Audience.FINANCE, Audience.CLERKS, Audience.AUDITORS))
def openings_closed(about: About) -> Words:
    text = (
        f"{about.data.get('buildings', 0)}个楼栋的期初已由两人关闭，名册导入不再带入期初；"
        "少记、漏记的以记账凭证或维修资金收支办理。"
    )
    return Words("期初已关闭", text)
