"""Ballots on paper: issued once, printed door by door, known again by their code. R8.3."""

import re
from dataclasses import replace
from datetime import datetime, timedelta
from io import BytesIO
from uuid import uuid4

import pytest
import zxingcpp
from PIL import Image

from models.base import sql
from papers import ballots
from papers.ballots import BallotHome, BallotPaper, render_ballots, render_slips
from papers.drawing.paint import to_png
from tests.handlers.votes.paperwork import issued, token
from tests.handlers.votes.polling import done, opened, planned, refused, see, shown
from tests.pdf_text import pages_of
from tests.world import City


async def test_paper_moves_the_count_once_and_not_the_end(city: City) -> None:
    """R8.3: two days to key what came in time."""
    vote = await opened(city)
    path = f"/votes/{vote['id']}/paper"
    assert (await see(city, "clerk", path))[0] == 409
    out = await done(city, "clerk", path)
    moved = datetime.fromisoformat(out["count_at"]) - datetime.fromisoformat(out["ends_at"])
    assert moved == timedelta(days=2)
    assert out["ends_at"] == vote["ends_at"]
    city.clock.advance(hours=5)
    assert await done(city, "clerk", path) == out, "issued once"
    assert (await see(city, "reviewer", path))[1] == out
    after = await shown(city, vote)
    assert (after["count_at"], after["paper"]) == (out["count_at"], True)
    rows = await sql("SELECT kind FROM log_event WHERE kind = 'PaperIssued'")
    assert len(rows) == 1
    assert await refused(city, "clerk", f"/votes/{uuid4()}/paper") == "404 VoteNotFound"
    assert await refused(city, "reviewer", path) == "403 NotAllowed"
    for gone in (f"/votes/{uuid4()}/paper", f"/votes/{uuid4()}/paper.pdf"):
        assert (await see(city, "clerk", gone))[1]["code"] == "VoteNotFound"


async def test_no_paper_after_the_end(city: City) -> None:
    vote = await opened(city, await planned(city, vote_days=3, vote_paper_days=5))
    printed = await issued_pdf(city, vote)
    assert printed == "409 NotAllowedNow"
    city.clock.advance(days=10)
    assert await refused(city, "clerk", f"/votes/{vote['id']}/paper") == "409 VoteNotOpen"


async def issued_pdf(city: City, vote: dict[str, str], query: str = "") -> str:
    """The code of a refused print, else the text of what was printed."""
    status, answer = await see(city, "clerk", f"/votes/{vote['id']}/paper.pdf{query}")
    if status >= 400:
        return f"{status} {answer['code']}"
    return "\n".join(pages_of(answer))


async def test_every_home_has_one_ballot_in_the_order_of_the_doors(city: City) -> None:
    """Not in the order of pseudonyms, which with a home beside it would tell them."""
    vote = await issued(city)
    text = await issued_pdf(city, vote)
    places = re.findall(r"石榴苑1栋(\d单元\d+室)", text)
    assert places == sorted(places) and len(places) == vote["homes"] == len(set(places))
    assert vote["question"][:12] in text.replace("\n", "")
    assert text.count(vote["roll_root"]) == vote["homes"]
    assert text.count("2位共有人均须签名") == 1, "1-301 is owned by two"
    for person in city.roll.people.values():
        assert person.name not in text
    some = await issued_pdf(city, vote, f"?unit_id={city.roll.here.units[1]}&limit=2")
    assert re.findall(r"石榴苑1栋(\d单元\d+室)", some) == ["2单元101室", "2单元201室"]
    rest = await issued_pdf(city, vote, f"?unit_id={city.roll.here.units[1]}&after=SLY-1-2-201")
    assert re.findall(r"石榴苑1栋(\d单元\d+室)", rest)[0] == "2单元301室"
    alone = await issued_pdf(city, vote, f"?home_id={city.roll.here.homes['1-301']}")
    assert re.findall(r"石榴苑1栋(\d单元\d+室)", alone) == ["1单元301室"]
    assert await issued_pdf(city, vote, f"?home_id={uuid4()}") == "404 BallotNotFound"
    city.clock.advance(days=30)
    assert await issued_pdf(city, vote) == "409 VoteNotOpen"


async def test_the_code_leads_an_owner_to_the_vote_and_a_clerk_to_the_home(city: City) -> None:
    vote = await issued(city)
    code = await token(city, vote, "1-301")
    path = f"/votes/{vote['id']}/papers/{code}"
    status, seen = await see(city, "reviewer", path)
    assert status == 200
    assert seen["place"] == "石榴苑1栋1单元301室" and not seen["entered"]
    assert len(seen["signers"]) == 2 and all("*" in one["name"] for one in seen["signers"])
    assert "pseudonym" not in str(seen) and "nth" not in str(seen)
    assert (await see(city, "clerk", f"/votes/{vote['id']}/papers/x"))[1]["code"] == (
        "BallotNotFound"
    )
    other = await see(city, "clerk", f"/votes/{uuid4()}/papers/{code}")
    assert other[1]["code"] == "VoteNotFound"


PAPER = BallotPaper(
    question="是否同意？",
    number="JSDT-2026-00001",
    round=2,
    ends_at=datetime.fromisoformat("2026-12-09T00:00:00+08:00"),
    conflict_words="纸质与手机以先到的有效票为准",
    roll_root="ab" * 32,
)


def home(number: int, signers: int = 1, represented: bool = False) -> BallotHome:
    place = f"石榴苑1栋1单元{number}室"
    return BallotHome(place, 895_000, signers, represented, f"https://example.cn/v/t#{number}")


def test_two_ballots_to_a_page_each_with_a_code_that_can_be_read() -> None:
    text = pages_of(render_ballots(PAPER, [home(101), home(102, 3), home(103, 2, True)]))
    assert len(text) == 2
    assert "（第2轮）" in text[0] and "2026年12月8日（星期二）24时" in text[0]
    assert "89.5平方米" in text[0] and "3位共有人均须签名" in text[0]
    assert "共有人推举的代表" in text[1] and "沿此线剪开" in text[0]
    sheet = ballots.Sheet()
    what = (PAPER, home(101), 14.0, ["是否同意？"])
    ballots._ballot(sheet, 0.0, ballots.HALF, what)
    image = Image.open(BytesIO(to_png(sheet, "A4", 150)))
    assert [code.text for code in zxingcpp.read_barcodes(image)] == ["https://example.cn/v/t#101"]
    with pytest.raises(ValueError, match="no home"):
        render_ballots(PAPER, [])
    with pytest.raises(ValueError, match="no slip"):
        render_slips("ZZXP", "https://example.cn", [])


def test_a_long_question_takes_a_whole_page_and_is_never_cut() -> None:
    long = "是否同意使用维修资金投保电梯维修保险" * 100
    text = pages_of(render_ballots(replace(PAPER, question=long), [home(101), home(102)]))
    assert len(text) == 2
    for page in text:
        assert page.replace("\n", "").count("电梯维修保险") == 100
