"""The year's books: who must confirm a preview, and that a year was closed. R4.7, R13.1."""

from notify.kinds.kind import About, Audience, Words, kind, sum_of
from rules.events.books import YearClosed, YearClosingStarted, YearPreviewed

DESKS = (Audience.FINANCE, Audience.REVIEWERS)


@kind(YearPreviewed, to=DESKS)
def year_to_confirm(about: About) -> Words:
    year = about.data.get("year", "")
    text = (
        f"{year}年度归集已试算：增值收益{sum_of(about, 'income_fen')}，"
        f"基准利息{sum_of(about, 'interest_fen')}，请核对后复核结账。"
    )
    return Words(f"{year}年度归集已试算，待复核", text)


@kind(YearClosingStarted, to=DESKS)
def year_being_closed(about: About) -> Words:
    year = about.data.get("year", "")
    return Words(f"{year}年度已复核结账", f"{year}年度开始入账，该年度及以前不再接受记账。")


@kind(YearClosed, to=DESKS)
def year_closed(about: About) -> Words:
    year = about.data.get("year", "")
    text = (
        f"{year}年度已结账：增值收益{sum_of(about, 'posted_fen')}记入统筹账户，"
        f"基准利息{sum_of(about, 'interest_fen')}记入{about.data.get('homes', 0)}户分户账。"
    )
    return Words(f"{year}年度已结账", text)
