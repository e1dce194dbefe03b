"""The paper on the wall: readable, complete, scannable, the same every time. R7.2, R7.3."""

import re
from dataclasses import replace
from datetime import datetime, timedelta
from io import BytesIO
from itertools import pairwise

import pytest
import zxingcpp
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from papers.drawing.fonts import MISSING, measure, printable
from papers.drawing.lines import NO_END, NO_START, balanced, wrap
from papers.drawing.page import SCALE, WIDTH, Text
from papers.notices import Paper, Size, page_count, render_pdf, render_png
from papers.notices.layout import FOOT, MARGIN, sheets
from papers.notices.notice import moment_words
from rules.days import BEIJING
from rules.money import yuan
from tests.papers.samples import LONG_NAME, elevators, household_paper, sample_paper
from tests.pdf_text import pages_of


def codes_in(png: bytes) -> set[str]:
    """What a camera would read."""
    with Image.open(BytesIO(png)) as image:
        return {found.text for found in zxingcpp.read_barcodes(image.convert("RGB"))}


def plain(text: str) -> str:
    """The text without spaces and line ends, which a layout may change."""
    return re.sub(r"\s", "", text)


def text_of(paper: Paper, size: Size = "A4") -> str:
    """All that is written on the pages of the first lobby."""
    pages = sheets(paper, paper.lobbies[0], size)
    return plain("".join(m.text for p in pages for m in p.marks if isinstance(m, Text)))


def in_cells(paper: Paper, size: Size, text: str) -> bool:
    """Whether every character of `text` stands on the pages, in order (cells interleave lines)."""
    written = iter(text_of(paper, size))
    return all(char in written for char in plain(text))


@pytest.mark.parametrize("size", ["A4", "A3"])
@pytest.mark.parametrize("dpi", [72, 110, 150])
def test_both_codes_are_read_from_the_picture(size: Size, dpi: int) -> None:
    paper = sample_paper()
    for lobby in paper.lobbies:
        found = codes_in(render_png(paper, lobby, size, dpi))
        assert found == {paper.public_url, lobby.evidence_url}


def test_a_long_link_is_still_read_at_screen_resolution() -> None:
    long = "https://dianti.zhufangbaozhang.jishou.example.gov.cn/q/" + "Zk3vX9qLmT2rYw8nBc5dHa" * 2
    paper = sample_paper(public_url=long)
    assert long in codes_in(render_png(paper, paper.lobbies[0], "A4", 72))


def test_the_picture_has_the_size_of_the_paper() -> None:
    paper = sample_paper()
    for size, inches in (("A4", (8.27, 11.69)), ("A3", (11.69, 16.54))):
        with Image.open(BytesIO(render_png(paper, paper.lobbies[0], size, 100))) as image:
            assert image.mode == "RGB"
            assert image.size == pytest.approx([side * 100 for side in inches], abs=1.5)


@pytest.mark.parametrize("size", ["A4", "A3"])
def test_everything_the_rules_ask_for_is_on_the_paper(size: Size) -> None:
    """R7.3: plan, elevators, insurer, premium, account, applicant, how, until when, rules, code."""
    paper = sample_paper(3)
    text = text_of(paper, size)
    said = [
        paper.case_number,
        "方案第1版",
        paper.place,
        paper.insurer,
        paper.cover,
        paper.deductible,
        "每台每年累计50,000.00元",
        yuan(paper.total_fen),
        paper.account_scope,
        paper.scope_note,
        f"余额{yuan(paper.pooled_fen)}元",
        f"可用{yuan(paper.available_fen)}元",
        "张*、欧阳**、李*",
        "2025年5月6日（星期二）24时",
        "2025年4月28日张贴完毕，自4月29日起算，共7个自然日",
        *paper.how_to_object,
        paper.check_code,
        paper.check_url,
        "0743-8532500",
        "吉首市住房保障服务中心",
        "张贴位置：1单元一楼大厅",
    ]
    said += [part for rule in paper.rules for part in (rule.rule, rule.clause, rule.words)]
    for lift in paper.elevators:
        said += [lift.code, lift.location, yuan(lift.premium_fen)]
    assert [one for one in said if plain(one) not in text] == []


def test_before_every_lobby_is_posted_no_end_is_promised() -> None:
    """R7.2: the period has not begun, so the paper says from when it will run."""
    text = text_of(sample_paper(started_on=None, ends_at=None))
    assert "自本公示在全部楼栋单元张贴完毕之日的次日起算，共7个自然日" in text
    assert "反对意见截止：年月日24时" in text


def test_midnight_is_the_24th_hour_of_the_day_it_ends() -> None:
    """R7.1."""
    midnight = datetime(2025, 5, 7, tzinfo=BEIJING)
    assert moment_words(midnight) == "2025年5月6日（星期二）24时"
    assert moment_words(midnight - timedelta(seconds=1)) == "2025年5月6日（星期二）24时"
    assert moment_words(midnight + timedelta(hours=9)) == "2025年5月7日（星期三）9时00分"


@pytest.mark.parametrize("count", [1, 6, 7, 12, 13, 40, 90])
@pytest.mark.parametrize("size", ["A4", "A3"])
def test_no_elevator_is_ever_cut_off(size: Size, count: int) -> None:
    paper = sample_paper(count, community=LONG_NAME)
    text = text_of(paper, size)
    assert len(LONG_NAME) == 40
    assert plain(paper.place) in text
    for lift in paper.elevators:
        assert text.count(lift.code) == 1
        assert yuan(lift.premium_fen) in text
    pages = page_count(paper, paper.lobbies[0], size)
    assert ("另见第2页" in text) == (pages > 1)
    assert f"第{pages}页共{pages}页" in text


def test_twelve_elevators_with_short_places_take_two_pages_at_most() -> None:
    lifts = tuple(replace(e, location=f"{n}单元") for n, e in enumerate(elevators(12), 1))
    paper = sample_paper(12, elevators=lifts, community=LONG_NAME)
    assert page_count(paper, paper.lobbies[0], "A3") <= 2


def test_how_to_object_stays_on_page_one_when_the_list_goes_on() -> None:
    paper = sample_paper(40)
    first = sheets(paper, paper.lobbies[0], "A3")[0]
    text = plain("".join(m.text for m in first.marks if isinstance(m, Text)))
    assert all(plain(way) in text for way in paper.how_to_object)
    first = sheets(sample_paper(), paper.lobbies[0], "A4")[0]
    said = "".join(m.text for m in first.marks if isinstance(m, Text))
    assert "不同意见的提出另见第2页" in said


def test_a_cover_longer_than_a_page_goes_on_overleaf() -> None:
    cover = "".join(f"第{n}项：曳引机、门机、控制柜及其零部件的维修与更换。" for n in range(1, 200))
    paper = sample_paper(cover=cover)
    assert page_count(paper, paper.lobbies[0]) > 1
    assert in_cells(paper, "A4", cover)


@pytest.mark.parametrize("count", [2, 12, 40])
def test_nothing_leaves_the_paper_or_lies_on_the_foot(count: int) -> None:
    paper = sample_paper(count, community=LONG_NAME)
    for page in sheets(paper, paper.lobbies[1], "A4"):
        for mark in page.marks:
            if not isinstance(mark, Text):
                continue
            right = mark.x + measure(mark.text, mark.weight, mark.size)
            assert mark.x >= MARGIN - 0.5 and right <= WIDTH - MARGIN + 0.5, mark.text
            assert mark.y <= FOOT, mark.text


def test_pdf_has_a_page_for_each_lobby_with_text_that_can_be_copied() -> None:
    """Two documents in a row: the second has the characters of its own in both weights."""
    render_pdf(sample_paper())
    paper = sample_paper(community="雅溪朝阳苑", insurer="酉水财产保险有限公司")
    pages = pages_of(render_pdf(paper, size="A3"))
    assert len(pages) == 2
    for lobby, page in zip(paper.lobbies, pages, strict=True):
        text = plain(page)
        for said in (paper.place, paper.insurer, lobby.name, *paper.how_to_object):
            assert plain(said) in text
    assert paper.lobbies[1].name not in plain(pages[0])


def test_pdf_is_small_and_carries_its_fonts() -> None:
    pdf = render_pdf(sample_paper(12))
    assert len(pdf) < 200_000
    assert b"/FontFile2" in pdf
    assert b"Helvetica" not in pdf


def test_the_same_notice_gives_the_same_bytes() -> None:
    paper, again = sample_paper(), sample_paper()
    assert render_pdf(paper) == render_pdf(again)
    assert render_png(paper, paper.lobbies[0]) == render_png(again, again.lobbies[0])


def test_a_character_the_typeface_lacks_is_seen_as_missing() -> None:
    assert printable("张\U0001f600三\x00\x1b\u3000李") == f"张{MISSING}三\u3000李"
    assert printable("𬭎龘㙍") == "𬭎龘㙍"


def test_sums_that_do_not_tie_never_become_a_paper() -> None:
    with pytest.raises(ValueError, match="sum"):
        sample_paper(total_fen=1)
    with pytest.raises(ValueError, match="held"):
        sample_paper(pooled_fen=0)


def test_unknown_pages_and_sizes_are_refused() -> None:
    paper = sample_paper()
    with pytest.raises(ValueError, match="pages"):
        render_png(paper, paper.lobbies[0], page=9)
    with pytest.raises(ValueError, match="dpi"):
        render_png(paper, paper.lobbies[0], dpi=1200)


def units(text: str) -> float:
    """Chinese is one wide, everything else half."""
    return sum(1.0 if ord(char) > 0x2E80 else 0.5 for char in text)


def test_lines_break_where_chinese_may() -> None:
    assert wrap("一二三四，五六", 4, units) == ["一二三", "四，五六"]
    assert wrap("一二三（四五）", 4, units) == ["一二三", "（四五）"]
    assert wrap("保费1,234.56元整", 4, units) == ["保费", "1,234.56", "元整"]
    assert wrap("见https://a.cn/check页", 8, units) == ["见", "https://a.cn/che", "ck页"]
    assert wrap("一二三《 四五", 4, units) == ["一二三", "《 四五"]
    assert wrap("一二三四 。五", 4, units) == ["一二三", "四 。五"]
    assert wrap("", 4, units) == [""]
    assert balanced("一二三四五六", 5, units) == ["一二三", "四五六"]


TEXTS = st.text(st.sampled_from("中文字，。；（）《》“”——…… ab19.,%-:/￥"), max_size=60)


@settings(max_examples=300, deadline=None)
@given(TEXTS, st.integers(6, 20))
def test_no_line_starts_or_ends_with_the_wrong_mark(text: str, width: int) -> None:
    lines = wrap(text, width, units)
    assert plain("".join(lines)) == plain(text)
    for before, after in pairwise(lines):
        assert units(before) <= width
        # Unless marks alone are longer than a line, they stay with their neighbours.
        if not re.search(r"[^中文字ab19 ]{3,}|[a-b0-9.,%:/-]{9,}", text):
            assert after[0] not in NO_START
            assert before[-1] not in NO_END


@pytest.mark.parametrize("size", ["A4", "A3"])
def test_who_pays_and_what_the_owners_said_is_on_the_paper(size: Size) -> None:
    """附件二(二)4: the notice of plan and result; nothing of a pool that does not pay."""
    paper = household_paper(3)
    text = text_of(paper, size)
    assert paper.payment is not None and paper.vote is not None
    for told in (
        paper.title,
        "涉及120户",
        "由17户补交860.00元",
        "已交120.00元",
        "第2轮业主表决通过",
    ):
        assert told in text, told
    for told in ("80人、9000平方米", "须不低于2/3", "61人、7123平方米", "须超过1/2"):
        assert told in text, told
    assert in_cells(paper, size, paper.vote.url)
    assert "统筹账户" not in text and "不动用业主维修资金" not in text
    assert page_count(paper, paper.lobbies[0], "A3") <= 2


@pytest.mark.parametrize("size", ["A4", "A3"])
def test_whoever_reads_it_needs_no_glass(size: Size) -> None:
    """12 pt and more on paper but for the captions of codes and the page numbers; room for the
    date that is not known yet; where the counter is and when it is open."""
    paper = sample_paper(started_on=None, ends_at=None)
    captions = {"看公示 · 查真伪 · 提意见", "本处张贴拍照取证专用"}
    for page in sheets(paper, paper.lobbies[0], size):
        small = [m for m in page.marks if isinstance(m, Text) and m.size * SCALE[size] < 11.99]
        numbers = [m for m in small if re.match(r"第\d+页", m.text)]
        assert {m.text for m in small} <= captions | {m.text for m in numbers}
    text = text_of(paper, size)
    assert "反对意见截止：年月日24时" in text
    assert plain(paper.address) in text and plain(paper.hours) in text


def test_a_vote_of_few_is_posted_without_figures() -> None:
    """R12.2"""
    paper = household_paper()
    assert paper.vote is not None and paper.payment is not None
    few = replace(paper, vote=replace(paper.vote, told=False))
    text = text_of(few)
    assert "均达到规定比例（不低于2/3、超过1/2）" in text and "61人" not in text
    withheld = replace(paper.payment, withheld=True, borne_fen=0, owed_fen=0, owing_homes=0)
    text = text_of(replace(paper, payment=withheld))
    assert "户数过少，数额不公开" in text and "17户" not in text


def test_what_does_not_sum_to_the_premium_never_hangs_on_a_wall() -> None:
    paper = household_paper()
    assert paper.payment is not None
    with pytest.raises(ValueError, match="do not sum"):
        replace(paper, payment=replace(paper.payment, owed_fen=86_001))
