"""Another city is another record: its papers and numbers name nobody else's Centre."""

from datetime import date, datetime

from tortoise.transactions import in_transaction

from models.numbering import new_number, new_numbers
from papers.announcements import Announcement, Saying, announcement_pdf
from papers.ballots import BallotHome, BallotPaper, render_ballots
from papers.fund_statements import StatementPaper, render_statement
from papers.notices import render_pdf
from papers.statements import Sheets
from rules.city import JISHOU, City, Series
from rules.days import BEIJING
from tests.papers.samples import sample_paper
from tests.pdf_text import pages_of

XIZHOU = City(
    name="溪州市",
    centre="溪州市房屋维修资金管理所",
    phone="0799-1234567",
    address="溪州市沿江路1号",
    hours="周一至周五8:30至17:00",
    plan="《溪州市电梯养老金办法》",
    plates="赣",
    series={**JISHOU.series, "case": Series("XZDT", digits=4)},
)
DAY = date(2025, 4, 27)


def drawn(city: City) -> list[bytes]:
    """One paper of each kind that names the Centre."""
    place = {"address": city.address, "hours": city.hours}
    notice = sample_paper(centre=city.centre, phone=city.phone, basis=city.plan, **place)
    wall = Announcement(
        title="业主表决公告",
        place="峒河花园",
        number="1",
        boxed="表决通过",
        below="已截止",
        blocks=(Saying("是否同意？"),),
        url="https://example.cn/v/abc",
        caption=("扫码", "看事项"),
        issued_on=DAY,
        foot="",
        city=city,
    )
    ballot = BallotPaper("是否同意？", "1", 1, datetime(2025, 5, 7, tzinfo=BEIJING), "", "ab", city)
    homes = [BallotHome("101室", 9000, 1, False, "code")]
    fund = StatementPaper("101室", "A-1", DAY, None, 0, 0, 0, 30, 0, (), city)
    return [
        render_pdf(notice),
        announcement_pdf(wall),
        render_ballots(ballot, homes),
        render_statement(fund),
        Sheets("对账单", "一栋", DAY, city=city).pdf(),
    ]


def test_papers_of_another_city_name_its_centre_alone() -> None:
    for pdf, own in zip(drawn(XIZHOU), drawn(JISHOU), strict=True):
        text = "".join(pages_of(pdf))
        assert XIZHOU.centre in text
        assert JISHOU.name not in text and JISHOU.phone not in text
        assert JISHOU.centre in "".join(pages_of(own))


async def test_numbers_are_of_the_citys_series(database: str) -> None:
    async with in_transaction():
        assert await new_number("case", 2025) == "JSDT-2025-000001"
        assert await new_number("case", 2025, XIZHOU) == "XZDT-2025-0002"
        assert await new_numbers("placement", 2025, 2) == ["JYCF-2025-0001", "JYCF-2025-0002"]
