"""A home's statement on paper: A4, as many pages as it takes. Drawn like the posters."""

from dataclasses import dataclass
from datetime import date

from papers.drawing import drawing
from papers.drawing.blocks import Row, Setter, take
from papers.drawing.fonts import BOLD, measure
from papers.drawing.page import GREY, HEIGHT, WIDTH, Sheet, Text
from papers.drawing.paint import to_pdf
from papers.notices.notice import day_words
from rules.city import CITY, City
from rules.funds import is_low, line_fen
from rules.money import yuan

MARGIN = 40.0
TOP = 84.0
FOOT = 48.0
WIDTHS = (0.14, 0.18, 0.08, 0.15, 0.15, 0.15, 0.15)
TITLES = ("银行日期", "类别", "账户", "金额", "本金余额", "利息余额", "合计余额")
FACTS = Setter(MARGIN, WIDTH - 2 * MARGIN, 9.5, 4)
TABLE = Setter(MARGIN, WIDTH - 2 * MARGIN, 8, 3)
TITLE = "住宅专项维修资金分户账对账单"


@dataclass(frozen=True)
class StatementPaper:
    """All that the paper says; `rows` oldest first, in the order of the columns."""

    place: str
    code: str
    issued_on: date
    from_on: date | None
    first_fen: int
    fund_fen: int
    interest_fen: int
    percent: int
    brought_fen: int
    rows: tuple[tuple[str, ...], ...]
    city: City = CITY


def render_statement(paper: StatementPaper) -> bytes:
    """The statement as PDF with text that can be selected. Takes about half a second."""
    with drawing:
        head = TABLE.line(WIDTHS, TITLES, head=True)
        left = _rows(paper, head)
        sheets: list[Sheet] = []
        while left:
            fitting, left = take([head, *left] if sheets else left, HEIGHT - TOP - FOOT)
            sheet, y = Sheet(), TOP
            for row in fitting or [left.pop(0)]:
                sheet.put(*row.marks(y))
                y += row.height
            sheets.append(sheet)
        for number, sheet in enumerate(sheets, start=1):
            _frame(sheet, paper, f"第 {number} 页，共 {len(sheets)} 页")
        return to_pdf(sheets, "A4", f"{TITLE} {paper.code}", paper.city.centre)


def _rows(paper: StatementPaper, head: Row) -> list[Row]:
    balance = paper.fund_fen + paper.interest_fen
    since = f"自 {day_words(paper.from_on)}起" if paper.from_on else "全部"
    rows = [
        FACTS.fact("房屋", f"{paper.place}（{paper.code}）"),
        FACTS.fact("首期交存", f"{yuan(paper.first_fen)} 元" if paper.first_fen else "未交存"),
        FACTS.fact(
            "现有余额",
            f"{yuan(balance)} 元（本金 {yuan(paper.fund_fen)} 元，"
            f"利息 {yuan(paper.interest_fen)} 元）",
            BOLD,
        ),
        FACTS.fact("续筹线", _line_words(paper, balance)),
        FACTS.fact("明细期间", f"{since}至 {day_words(paper.issued_on)}，金额单位为元"),
        head,
        TABLE.line(WIDTHS, ("", "承前余额", "", "", "", "", yuan(paper.brought_fen))),
    ]
    rows += [TABLE.line(WIDTHS, row[: len(WIDTHS)]) for row in paper.rows]
    return rows


def _line_words(paper: StatementPaper, balance: int) -> str:
    if not paper.first_fen:
        return "未交存首期"
    line = f"首期的 {paper.percent}% 即 {yuan(line_fen(paper.first_fen, paper.percent))} 元"
    low = is_low(balance, paper.first_fen, paper.percent)
    return f"{line}，{'余额不足，请续筹' if low else '余额不低于续筹线'}"


def _frame(sheet: Sheet, paper: StatementPaper, page: str) -> None:
    x = (WIDTH - measure(TITLE, BOLD, 16)) / 2
    sheet.put(Text(x, 56, TITLE, 16, BOLD))
    foot = f"{paper.city.centre}  {day_words(paper.issued_on)}打印  {page}"
    sheet.put(Text(MARGIN, HEIGHT - 26, foot, 8, 400, GREY))
