"""Ballots on paper: two homes to a page of A4, each with its own code; and the slips that voters
take home. R8.3, R8.5.

Pure functions; a page takes a few hundredths of a second, so callers run them in a thread.
"""

from dataclasses import dataclass
from datetime import datetime

from papers.drawing import drawing
from papers.drawing.fonts import BOLD, REGULAR, measure, printable
from papers.drawing.lines import wrap
from papers.drawing.page import (
    BLACK,
    FAINT,
    GREY,
    HEIGHT,
    PALE,
    RED,
    WIDTH,
    Box,
    Code,
    Colour,
    Sheet,
    Text,
)
from papers.drawing.paint import to_pdf
from papers.notices.notice import moment_words
from rules.city import CITY, City
from rules.votes import square_metres

MARGIN = 42.0
MEASURE = WIDTH - 2 * MARGIN
HALF = HEIGHT / 2
CODE_SIDE = 92.0
LEADING = 1.42
# The question is set as large as it fits; below the smallest size a ballot takes a whole page.
LARGEST, SMALLEST = 14.0, 8.5
# What lies below the question: boxes, signatures, how to hand in, fingerprint.
HEAD, BELOW = 121.0, 190.0
MOST_SIGNERS = 6
CHOICES = ("同意", "反对", "弃权")


@dataclass(frozen=True, slots=True)
class BallotHome:
    """A home's ballot: where it is, how much it counts for, how many sign, the code's content."""

    place: str
    area_cm2: int
    signers: int
    represented: bool
    code: str


@dataclass(frozen=True, slots=True)
class BallotPaper:
    """What all ballots of a vote say."""

    question: str
    number: str
    round: int
    ends_at: datetime
    conflict_words: str
    roll_root: str
    city: City = CITY


def render_ballots(paper: BallotPaper, homes: list[BallotHome]) -> bytes:
    """The ballots of the homes as PDF, in that order. ValueError for none."""
    if not homes:
        raise ValueError("no home to print a ballot for")
    with drawing:
        size, lines = _question(paper.question, HALF - HEAD - BELOW)
        room = HALF
        if size < SMALLEST:
            room = HEIGHT
            size, lines = _question(paper.question, HEIGHT - HEAD - BELOW)
        sheets: list[Sheet] = []
        for nth, home in enumerate(homes):
            top = 0.0
            if room == HALF and nth % 2:
                top = HALF
                _cut(sheets[-1])
            else:
                sheets.append(Sheet())
            _ballot(sheets[-1], top, room, (paper, home, size, lines))
        return to_pdf(sheets, "A4", f"纸质表决票 {paper.number}", paper.city.centre)


def _question(text: str, room: float) -> tuple[float, list[str]]:
    """The largest size at which the question takes no more than `room`, and its lines there."""
    size = LARGEST
    while True:
        lines = _wrapped(text, MEASURE - 20, BOLD, size)
        if len(lines) * size * LEADING <= room or size < SMALLEST:
            return size, lines
        size -= 0.5


def _wrapped(text: str, width: float, weight: int, size: float) -> list[str]:
    return wrap(printable(text), width, lambda s: measure(s, weight, size))


def _cut(sheet: Sheet) -> None:
    """The line along which two ballots are parted."""
    words = "沿此线剪开"
    left = (WIDTH - measure(words, REGULAR, 7)) / 2
    x = 10.0
    while x < WIDTH - 10:
        if not left - 8 < x < WIDTH - left + 2:
            sheet.put(Box(x, HALF, 5, 0.5, FAINT))
        x += 9
    sheet.put(Text(left, HALF + 2.6, words, 7, REGULAR, GREY))


def _ballot(
    sheet: Sheet,
    top: float,
    room: float,
    what: tuple[BallotPaper, BallotHome, float, list[str]],
) -> None:
    paper, home, size, lines = what
    y = _head(sheet, top, paper, home)
    for line in lines:
        y += size * LEADING
        sheet.put(Text(MARGIN + 10, y - size * 0.3, line, size, BOLD))
    # What is below keeps its place at the foot, the boxes stand in the middle of what is left.
    foot = top + room - BELOW + 14
    y = max(y + 6, min(foot, (y + foot) / 2))
    y = _boxes(sheet, y)
    y = _signatures(sheet, y + 10, home)
    _foot(sheet, top + room, paper)


def _head(sheet: Sheet, top: float, paper: BallotPaper, home: BallotHome) -> float:
    """Who asks whom; gives where the question begins."""
    right = WIDTH - MARGIN - CODE_SIDE
    sheet.put(Code(right + 8, top + 18, CODE_SIDE, home.code))
    caption = "录入专用　请勿污损"
    x = right + 8 + (CODE_SIDE - measure(caption, REGULAR, 7)) / 2
    sheet.put(Text(x, top + 18 + CODE_SIDE + 4, caption, 7, REGULAR, GREY))
    sheet.put(Text(MARGIN, top + 36, paper.city.centre, 9.5, BOLD, RED))
    title = "业主表决票" + (f"（第{paper.round}轮）" if paper.round > 1 else "")
    sheet.put(Text(MARGIN, top + 60, title, 20, BOLD))
    size = 13.0
    place = _wrapped(home.place, right - MARGIN - 6, BOLD, size)
    while len(place) > 1 and size > 8:
        size -= 0.5
        place = _wrapped(home.place, right - MARGIN - 6, BOLD, size)
    y = top + 82
    for line in place[:2]:
        sheet.put(Text(MARGIN, y, line, size, BOLD))
        y += size * 1.3
    area = f"专有部分面积 {square_metres(home.area_cm2)}"
    sheet.put(Text(MARGIN, y, f"{area}　办件 {paper.number}", 9, REGULAR, GREY))
    sheet.put(Box(MARGIN, top + HEAD - 2, MEASURE, 1.2, RED))
    return top + HEAD + 5


def _boxes(sheet: Sheet, y: float) -> float:
    """The three boxes; gives where they end."""
    height, side, size = 46.0, 19.0, 18.0
    sheet.put(Box(MARGIN, y, MEASURE, height, PALE, FAINT))
    each = MEASURE / len(CHOICES)
    for nth, word in enumerate(CHOICES):
        width = side + 8 + measure(word, BOLD, size)
        x = MARGIN + nth * each + (each - width) / 2
        sheet.put(Box(x, y + (height - side) / 2, side, side, (255, 255, 255), BLACK, 1.2))
        sheet.put(Text(x + side + 8, y + height / 2 + size * 0.36, word, size, BOLD))
    note = "只在一个方框内打“√”。多选、不选或者涂改的，本票无效；弃权视为参与表决。"
    sheet.put(Text(MARGIN, y + height + 13, note, 8.5, REGULAR, GREY))
    return y + height + 18


def _signatures(sheet: Sheet, y: float, home: BallotHome) -> float:
    """A line for each who signs; gives where they end."""
    count = 1 if home.represented else max(1, min(home.signers, MOST_SIGNERS))
    words = "业主签名（单位盖章）"
    if home.represented:
        words = "代表签名（共有人推举的代表）"
    elif home.signers > 1:
        words = f"业主签名（{home.signers}位共有人均须签名）"
    sheet.put(Text(MARGIN, y + 9, words, 9, BOLD))
    each, across = MEASURE / 3, 3
    if count == 1:
        across, each = 1, MEASURE * 0.5
    for nth in range(count):
        x = MARGIN + (nth % across) * each
        line = y + 34 + nth // across * 21
        sheet.put(Box(x, line, each - 14, 0.6, BLACK))
    if count == 1:
        date = "日期　　　　年　　月　　日"
        sheet.put(Text(MARGIN + each + 10, y + 33, date, 9.5, REGULAR))
    return y + 34 + (count - 1) // across * 21


def _foot(sheet: Sheet, bottom: float, paper: BallotPaper) -> None:
    """Until when, where, and what is voted on by which roll."""
    lines: list[tuple[str, float, int, Colour]] = [
        (f"交回截止：{moment_words(paper.ends_at)}，逾期收到的无效", 10.5, BOLD, RED),
        (
            f"交回地点：{paper.city.centre}（电话 {paper.city.phone}）。"
            f"代签的须附书面委托；{paper.conflict_words}。",
            8.5,
            REGULAR,
            BLACK,
        ),
        (f"名册指纹 {paper.roll_root}", 6.5, REGULAR, GREY),
    ]
    y = bottom - 52
    for text, size, weight, colour in lines:
        while measure(text, weight, size) > MEASURE:
            size -= 0.25
        sheet.put(Text(MARGIN, y, text, size, weight, colour))
        y += 14


@dataclass(frozen=True, slots=True)
class Slip:
    """What is handed to who brought a paper ballot: its place in the batch, what became of it,
    and the receipts by which it is found in the count. Never the choice."""

    nth: int
    place: str
    received_at: datetime
    words: str
    receipts: tuple[str, ...]


SLIP = HEIGHT / 6


def render_slips(number: str, page_url: str, slips: list[Slip], kept: str = "") -> bytes:
    """The slips of a batch as PDF, six to a page of A4, each with the head of the log that is
    `kept`. ValueError for none."""
    if not slips:
        raise ValueError("no slip to print")
    with drawing:
        sheets: list[Sheet] = []
        for place, slip in enumerate(slips):
            if place % 6 == 0:
                sheets.append(Sheet())
            _slip(sheets[-1], place % 6 * SLIP, (number, page_url, kept), slip)
        return to_pdf(sheets, "A4", f"纸质选票回执 {number}")


def _slip(sheet: Sheet, top: float, common: tuple[str, str, str], slip: Slip) -> None:
    number, page_url, kept = common
    side, right = 84.0, WIDTH - MARGIN - 84.0
    if top:
        x = 10.0
        while x < WIDTH - 10:
            sheet.put(Box(x, top, 5, 0.5, FAINT))
            x += 9
    sheet.put(Code(right, top + 14, side, page_url))
    caption = "计票后扫码查验"
    sheet.put(
        Text(right + (side - measure(caption, REGULAR, 7)) / 2, top + 104, caption, 7, REGULAR)
    )
    sheet.put(Text(MARGIN, top + 28, "业主表决回执（纸质选票）", 13, BOLD))
    head = f"{number}　第{slip.nth}张　收到时间 {moment_words(slip.received_at)}"
    sheet.put(Text(MARGIN, top + 44, head, 8, REGULAR, GREY))
    y = top + 60
    width = right - MARGIN - 12
    told = [(slip.place, 10.0, BOLD), (slip.words, 9.0, REGULAR)]
    told += [(f"回执码 {receipt}", 7.5, REGULAR) for receipt in slip.receipts]
    told += [(kept, 7.0, REGULAR)] if kept else []
    for text, size, weight in told:
        for line in _wrapped(text, width, weight, size):
            sheet.put(Text(MARGIN, y, line, size, weight))
            y += size * 1.4
