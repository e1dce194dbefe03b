"""Forms and letters drawn: long ones page by page, strange text as text. R9.5."""

from datetime import date

import pytest

from papers.drawing.fonts import MISSING
from papers.drawing.page import Text
from papers.forms import (
    BODY,
    FOOT,
    NOTHING,
    Form,
    Heading,
    Printed,
    Signed,
    Table,
    Told,
    Words,
    form_pdf,
    form_sheets,
)
from tests.pdf_text import pages_of

HOSTILE = (
    "<script>alert(1)</script>",
    '=HYPERLINK("http://a","b")',
    "\\) Tj ET (x",
    "%PDF-1.7 endobj",
    "\u202e倒写\u202c",
    "\x00\x07控制",
    "字" * 3000,
    "a" * 3000,
    "🛗電梯",
)


def printed(*blocks: object, **more: object) -> Printed:
    """A paper of these blocks as its first copy."""
    form = Form("受理通知书", blocks, to="申请人")  # type: ignore[arg-type]
    said = {"number": "JSWS-2025-000001", "check_code": "7K4M-2QXT", "issued_on": date(2025, 4, 27)}
    return Printed(form, "https://a.cn/check/7K4M-2QXT", "扫码查验", **(said | more))  # type: ignore[arg-type]


def marks(paper: Printed) -> list[list[Text]]:
    """What is written on each page."""
    return [[m for m in page.marks if isinstance(m, Text)] for page in form_sheets(paper)]


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_is_text(text: str) -> None:
    """It stands on the paper as far as it can be drawn, and nothing else comes of it."""
    table = Table((0.5, 0.5), ("一", "二"), ((text, text),))
    pdf = form_pdf(printed(Told((("说明", text),)), Words(text), table))
    assert b"/JavaScript" not in pdf and b"/URI" not in pdf and pdf.count(b"%%EOF") == 1
    said = "".join(pages_of(pdf))
    assert "受理通知书" in said and "\u202e" not in said and "\x00" not in said
    if "🛗" in text:
        assert MISSING in said


def test_a_long_table_says_its_columns_on_every_page() -> None:
    lines = tuple((str(n), f"1栋{n}室", "") for n in range(1, 120))
    pages = marks(printed(Heading("清单"), Table((0.2, 0.5, 0.3), ("序号", "房屋", "备注"), lines)))
    assert len(pages) > 3
    for nth, page in enumerate(pages, 1):
        texts = [mark.text for mark in page]
        assert f"第 {nth} 页 共 {len(pages)} 页" in texts
        if any(text.startswith("1栋") for text in texts):
            assert "房屋" in texts and NOTHING in texts
        body = [m for m in page if m.y < FOOT and m.y > 64]
        assert all(m.size >= BODY or m.text == "扫码查验" for m in body)


def test_a_copy_says_which_it_is() -> None:
    [first], [third] = marks(printed()), marks(printed(copies=3))
    assert not any("补打" in mark.text for mark in first)
    assert any("第3次打印" in mark.text for mark in third)


def test_signature_and_seal_stand_on_one_page() -> None:
    for rows in range(14, 26):
        facts = Told(tuple((f"事项{n}", "内容") for n in range(rows)))
        for page in marks(printed(facts, Signed(("经办人", "复核人")))):
            said = " ".join(mark.text for mark in page)
            assert ("经办人（签名）：" in said) == ("（盖章）" in said)
