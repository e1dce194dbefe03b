"""What hangs on the wall about a vote: complete, scannable, and the same as on the screen."""

from datetime import date
from io import BytesIO
from uuid import uuid4

import pytest
import zxingcpp
from PIL import Image

from handlers.votes.printing import needed
from papers.announcements import (
    Announcement,
    Fact,
    Heading,
    Saying,
    Table,
    announcement_pdf,
    announcement_png,
    pages,
)
from papers.drawing.page import Text
from papers.notices.layout import FOOT
from tests.handlers.votes.polling import casts, counted, done, opened, planned, see
from tests.pdf_text import pages_of
from tests.world import City


def scanned(png: bytes) -> list[str]:
    with Image.open(BytesIO(png)) as image:
        return [found.text for found in zxingcpp.read_barcodes(image.convert("RGB"))]


async def test_the_poster_says_how_to_vote(city: City) -> None:
    vote = await opened(city)
    path = f"/votes/{vote['id']}/poster"
    status, pdf = await see(city, "manager", f"{path}.pdf")
    assert status == 200
    text = "".join(pages_of(pdf))
    for words in (
        "业主表决公告",
        vote["question"],
        vote["roll_root"],
        "表决截止：2025年9月30日（星期二）24时",
        "共12户、11人，1242平方米",
        "均不低于2/3",
        "均超过1/2",
        "以先到的有效票为准",
        "每人最多代理3户",
        "如需纸质表决票",
        "0743-8532500",
    ):
        assert words in text, words
    await done(city, "clerk", f"/votes/{vote['id']}/paper")
    after = "".join(pages_of((await see(city, "owner1", f"{path}.pdf?size=A3"))[1]))
    assert "使用纸质表决票的" in after
    _, png = await see(city, "clerk", f"{path}.png?dpi=100")
    assert scanned(png) == [f"{city.settings.public_url}/v/{vote['token']}"]
    assert (await see(city, "clerk", f"{path}.png?page=9"))[1]["code"] == "NotFound"
    for way in ("poster.pdf", "poster.png", "result.pdf"):
        assert (await see(city, "clerk", f"/votes/{uuid4()}/{way}"))[1]["code"] == "VoteNotFound"
        hidden = await see(city, "other_manager", f"/votes/{vote['id']}/{way}")
        assert hidden[1]["code"] == "VoteNotFound"


async def test_the_result_sheet_is_the_result(city: City) -> None:
    """R8.1, R8.5: every line of the calculation, both fingerprints, how to count again."""
    vote = await opened(city, await planned(city, vote_silence="follows_majority"))
    assert (await see(city, "clerk", f"/votes/{vote['id']}/result.pdf"))[1]["code"] == (
        "VoteRunning"
    )
    for who in ("owner1", "owner2", "owner4", "owner5", "owner6", "owner7", "owner8"):
        await casts(city, vote, who, "agree" if who != "owner8" else "against")
    await casts(city, vote, "owner3", "agree")
    await casts(city, vote, "co_owner3", "against")
    after = await counted(city, vote)
    _, pdf = await see(city, "owner1", f"/votes/{vote['id']}/result.pdf")
    text = "".join(pages_of(pdf))
    for words in (
        "业主表决结果",
        "表决通过" if after["result"]["passed"] else "表决未通过",
        after["roll_root"],
        after["record_root"],
        "recount_vote.py",
        "存证日志 ",
        "1户的共有人意见不一",
        *after["result"]["reasons"],
    ):
        assert words in text, words


def announcement(lines: int = 3, words: int = 10) -> Announcement:
    return Announcement(
        title="业主表决结果",
        place="石榴苑1栋",
        number="办件编号 JSDT-2026-00001",
        boxed="表决通过",
        below="表决截止",
        blocks=(
            Heading("一、表决事项"),
            Saying("是否同意投保电梯维修保险？" * words, bold=True),
            Fact("名册", "共12户"),
            Table(tuple((f"第{nth}行", "1", "2", "3平方米") for nth in range(lines))),
            Saying("指纹", fine=True),
        ),
        url="https://example.cn/v/abc",
        caption=("业主扫码", "看事项"),
        issued_on=date(2026, 12, 9),
        foot="页脚",
    )


@pytest.mark.parametrize(("lines", "words"), [(3, 1), (3, 200), (90, 10)])
def test_nothing_is_cut_off_however_long(lines: int, words: int) -> None:
    paper = announcement(lines, words)
    text = "".join(pages_of(announcement_pdf(paper)))
    assert text.count("？") == words
    assert all(f"第{nth}行" in text for nth in range(lines))
    for sheet in pages(paper, "A4"):
        assert max(mark.y for mark in sheet.marks if isinstance(mark, Text)) <= FOOT
    with pytest.raises(ValueError, match="pages are"):
        announcement_png(paper, "A4", 72, 99)
    with pytest.raises(ValueError, match="dpi"):
        announcement_png(paper, "A4", 999, 1)


def test_thresholds_in_words() -> None:
    """R8.1: 以上 includes the number, 过半 does not."""
    assert [needed(text) for text in ("2/3", ">=3/4", ">1/2")] == [
        "不低于2/3",
        "不低于3/4",
        "超过1/2",
    ]
