"""How a notice is laid out: first larger or smaller type, then a second page; nothing is cut."""

from dataclasses import dataclass, replace

from papers.drawing.blocks import Row, Setter, height_of, take
from papers.drawing.fonts import BOLD, REGULAR, measure, printable
from papers.drawing.lines import balanced, wrap
from papers.drawing.page import (
    BLACK,
    GREY,
    HEIGHT,
    PALE,
    RED,
    SCALE,
    WIDTH,
    Box,
    Code,
    Colour,
    Sheet,
    Size,
    Text,
)
from papers.notices.notice import Lobby, Paper, day_words
from rules.money import yuan

MARGIN = 40.0
MEASURE = WIDTH - 2 * MARGIN
FOOT = HEIGHT - 22.0
# Type sizes tried, largest first. The smallest must still be read by old eyes from an arm's
# length: 12 pt on paper, which on A3 is a smaller size of the same layout.
LARGEST, STEP, SMALLEST_ON_PAPER = 14.0, 0.25, 12.0
# Space above and below the words of a row, in type sizes.
WIDE, TIGHT = 0.34, 0.2
# The narrowest column for a place, in type sizes.
NARROWEST = 6.0
PUBLIC_SIDE, EVIDENCE_SIDE = 122.0, 104.0
PUBLIC_CAPTION = ("业主扫码", "看公示 · 查真伪 · 提意见")
EVIDENCE_CAPTION = ("物业扫码", "本处张贴拍照取证专用")
FINE_PRINT = "公示期内请勿遮挡、涂改或撕毁；纸面内容与扫码所见不一致的，以市住保中心公布的为准。"


@dataclass(frozen=True, slots=True)
class _Draft:
    """The rows at one type size: before, inside and after the table of elevators."""

    setter: Setter
    before: list[Row]
    elevators: list[Row]
    after: list[Row]

    @property
    def all(self) -> list[Row]:
        return self.before + self.elevators + self.after


def sheets(paper: Paper, lobby: Lobby, size: Size) -> list[Sheet]:
    """The pages of one lobby's notice: one, or as many as the elevators and the cover need."""
    top, start = _head(paper)
    bottom, end = _bottom(paper, lobby)
    room = end - start
    draft = _draft(paper, *_fitting_type(paper, room, size))
    first, rest = _divide(draft, room)
    pages = [top]
    put_rows(top, airy(first, room), start)
    top.put(*bottom.marks)
    while rest:
        page, y = _continuation_head(paper, lobby)
        rows, rest = take(rest, FOOT - 24 - y)
        if not rows:
            raise ValueError("a row of the notice is taller than a page")
        put_rows(page, rows, y)
        pages.append(page)
    for number, page in enumerate(pages, 1):
        _foot(page, paper, number, len(pages))
    return pages


def _fitting_type(paper: Paper, room: float, size: Size) -> tuple[float, float]:
    """The largest type size, and the widest padding with it, at which all fits on page one."""
    smallest = SMALLEST_ON_PAPER / SCALE[size]
    type_size = LARGEST
    while type_size - STEP >= smallest:
        if height_of(_draft(paper, type_size, WIDE).all) <= room:
            return type_size, WIDE
        type_size -= STEP
    return smallest, TIGHT


def _draft(paper: Paper, size: float, padding: float) -> _Draft:
    setter = Setter(MARGIN, MEASURE, size, size * padding)
    before = [
        setter.paragraph(paper.opening_words),
        setter.heading("一、保险方案"),
        *(setter.fact(label, value) for label, value in facts(paper)),
        setter.heading(f"二、投保电梯（共{len(paper.elevators)}台）"),
    ]
    after = [setter.heading("三、不同意见的提出")]
    after += [setter.paragraph(f"{n}．{way}") for n, way in enumerate(paper.how_to_object, 1)]
    if paper.rules:
        after.append(setter.heading("四、适用规则"))
        after.append(setter.paragraph(_rules(paper), colour=GREY))
    return _Draft(setter, before, _elevators(paper, setter), after)


def facts(paper: Paper) -> list[tuple[str, str]]:
    """The facts of the plan: what each is called and what it says. R7.3, R5.6."""
    return [
        ("申请人", paper.applicant_words),
        ("保险机构", paper.insurer),
        ("保障内容", paper.cover),
        ("赔偿限额", paper.limit_words),
        ("免赔约定", paper.deductible),
        *paper.money_facts,
    ]


def _rules(paper: Paper) -> str:
    return "；".join(f"{r.words}（{r.clause}，{r.rule}）" for r in paper.rules) + "。"


def _elevators(paper: Paper, setter: Setter) -> list[Row]:
    """The table of elevators; two to a line when the list is long and the columns allow it."""
    head: tuple[str, ...] = ("序号", "电梯编号", "位置", "年保费（元）")
    lines: list[tuple[str, ...]] = [
        (str(n), lift.code, lift.location, yuan(lift.premium_fen))
        for n, lift in enumerate(paper.elevators, 1)
    ]
    wide = [_column(setter.size, head[n], [line[n] for line in lines]) for n in (0, 1, 3)]
    pairs = len(lines) > 6 and setter.width / 2 - sum(wide) >= setter.size * NARROWEST
    across = 2 if pairs else 1
    # Alone on its line, an elevator's columns may be wider than they must.
    least = (0.0, 0.0, 0.0) if pairs else (0.09, 0.3, 0.2)
    number, code, premium = (
        max(share, min(w, setter.width / across * 0.4) / setter.width)
        for share, w in zip(least, wide, strict=True)
    )
    location = 1 / across - number - code - premium
    widths = (number, code, location, premium) * across
    lines += [("—",) * len(head)] * (len(lines) % across)
    texts = [head * across]
    texts += [sum(lines[n : n + across], ()) for n in range(0, len(lines), across)]
    return [setter.line(widths, text, head=not n) for n, text in enumerate(texts)]


def _column(size: float, head: str, texts: list[str]) -> float:
    """The width that a column needs to keep its texts on one line."""
    widest = max([measure(printable(t), REGULAR, size) for t in texts], default=0.0)
    return max(widest, measure(head, BOLD, size)) + 8


def _divide(draft: _Draft, room: float) -> tuple[list[Row], list[Row]]:
    """Page one and the rest: the table goes on, how to object stays on page one if it can."""
    if height_of(draft.all) <= room:
        return draft.all, []
    notice = draft.setter.paragraph("（电梯清单未完，另见第2页）", BOLD, RED)
    head, lines = draft.elevators[:1], draft.elevators[1:]
    fixed = height_of([*draft.before, *draft.after, notice])
    if fixed <= room:
        fitting, rest = take(lines, room - fixed - height_of(head))
        again = draft.setter.heading("二、投保电梯（续）")
        shown = [*head, *fitting] if fitting else []
        return [*draft.before, *shown, notice, *draft.after], [again, *head, *rest]
    notice = draft.setter.paragraph("（未完，不同意见的提出另见第2页）", BOLD, RED)
    first, rest = take(draft.all, room - notice.height)
    return [*first, notice], rest


def airy(rows: list[Row], room: float) -> list[Row]:
    """The same rows with a little of the spare room between them."""
    spare = min((room - height_of(rows)) / (2 * len(rows)), 2.5) if rows else 0.0
    return [replace(row, pad=row.pad + max(spare, 0.0)) for row in rows]


def put_rows(page: Sheet, rows: list[Row], y: float) -> None:
    for row in rows:
        page.put(*row.marks(y))
        y += row.height


def fitted(
    text: str, width: float, size: float, weight: int, least: float
) -> tuple[float, list[str]]:
    """The largest size down to `least` at which `text` is one line, else its lines at `least`."""
    text = printable(text)
    while size > least and measure(text, weight, size) > width:
        size -= 0.5
    return size, balanced(text, width, lambda s: measure(s, weight, size))


def centred(page: Sheet, y: float, lines: list[str], style: tuple[float, int, Colour]) -> float:
    """The lines are written in the middle, the first baseline one line below `y`; gives the end."""
    size, weight, colour = style
    for line in lines:
        y += size * 1.3
        x = (WIDTH - measure(line, weight, size)) / 2
        page.put(Text(x, y - size * 0.28, line, size, weight, colour))
    return y


def _head(paper: Paper) -> tuple[Sheet, float]:
    """The top of page one: who speaks, what about, and the dates that matter."""
    page = Sheet()
    y = centred(page, 26, [paper.centre], (17, BOLD, RED)) + 3
    page.put(Box(MARGIN, y, MEASURE, 2.2, RED), Box(MARGIN, y + 3.6, MEASURE, 0.7, RED))
    y = centred(page, y + 9, [paper.title], (29, BOLD, BLACK))
    size, lines = fitted(paper.place, MEASURE, 18, BOLD, 13)
    y = centred(page, y + 1, lines, (size, BOLD, BLACK))
    number = f"办件编号 {paper.case_number}　方案第{paper.version}版　查验码 {paper.check_code}"
    size, lines = fitted(number, MEASURE, 12, REGULAR, 12)
    y = centred(page, y + 2, lines, (size, REGULAR, GREY)) + 6
    return page, _period(page, paper, y) + 4


def _period(page: Sheet, paper: Paper, y: float) -> float:
    """The box with the period and the last moment for an objection; gives where it ends."""
    inner = MEASURE - 28
    size, ends = fitted(f"反对意见截止：{paper.end_on_paper}", inner, 19, BOLD, 14)
    start = wrap(f"公示期限：{paper.start_words}", inner, lambda s: measure(s, REGULAR, 12))
    height = 18 + len(ends) * size * 1.4 + len(start) * 16.5
    page.put(Box(MARGIN, y, MEASURE, height, PALE, RED, 1.0))
    line_y = y + 9
    for line in ends:
        line_y += size * 1.4
        page.put(Text(MARGIN + 14, line_y - size * 0.33, line, size, BOLD, RED))
    for line in start:
        line_y += 16.5
        page.put(Text(MARGIN + 14, line_y - 4.0, line, 12, REGULAR))
    return y + height


def _bottom(paper: Paper, lobby: Lobby) -> tuple[Sheet, float]:
    """The bottom of page one: both codes, the place it hangs, who to ask; and where it begins."""
    page = Sheet()
    caption = 30.0
    where = _lines(paper.counter_words, MEASURE, 12, REGULAR)
    top = FOOT - 16 - PUBLIC_SIDE - caption - len(where) * 16
    page.put(Box(MARGIN, top, MEASURE, 0.8, RED))
    y = top + 6
    page.put(Code(MARGIN, y, PUBLIC_SIDE, paper.public_url))
    right = WIDTH - MARGIN - EVIDENCE_SIDE
    page.put(Code(right, y + 6, EVIDENCE_SIDE, lobby.evidence_url))
    below = y + PUBLIC_SIDE
    _caption(page, MARGIN, below, PUBLIC_SIDE, PUBLIC_CAPTION)
    _caption(page, right, below, EVIDENCE_SIDE, EVIDENCE_CAPTION)
    left = MARGIN + PUBLIC_SIDE + 12
    width = right - left - 12
    lines = _colophon(paper, lobby)
    for nth, line in enumerate(where, 1):
        page.put(Text(MARGIN, below + caption + nth * 16 - 4, line, 12, REGULAR))
    size = 12.0
    broken = break_all(lines, width, size)
    while len(broken) * size * 1.45 > PUBLIC_SIDE + caption - 6 and size > 6:
        size -= 0.5
        broken = break_all(lines, width, size)
    for number, (text, weight) in enumerate(broken, 1):
        page.put(Text(left, y + number * size * 1.45, text, size, weight))
    return page, top - 4


def _colophon(paper: Paper, lobby: Lobby) -> list[tuple[str, int]]:
    """The words between the codes, each with its weight."""
    return [
        (f"张贴位置：{lobby.name}", BOLD),
        ("张贴日期：　　　年　　月　　日", REGULAR),
        (f"查验真伪：在 {paper.check_url} 输入查验码 {paper.check_code}", REGULAR),
        *([(paper.kept, REGULAR)] if paper.kept else []),
        (paper.centre, REGULAR),
        (day_words(paper.issued_on), REGULAR),
    ]


def break_all(lines: list[tuple[str, int]], width: float, size: float) -> list[tuple[str, int]]:
    return [
        (line, weight)
        for text, weight in lines
        for line in _lines(printable(text), width, size, weight)
    ]


def _lines(text: str, width: float, size: float, weight: int) -> list[str]:
    return wrap(text, width, lambda s: measure(s, weight, size))


def _caption(page: Sheet, x: float, y: float, width: float, words: tuple[str, str]) -> None:
    for text, size, weight, drop in ((words[0], 12.5, BOLD, 13.0), (words[1], 9.0, REGULAR, 25.5)):
        indent = (width - measure(text, weight, size)) / 2
        page.put(Text(x + indent, y + drop, text, size, weight))


def _continuation_head(paper: Paper, lobby: Lobby) -> tuple[Sheet, float]:
    page = Sheet()
    y = centred(page, 26, [f"{paper.title}（续页）"], (17, BOLD, BLACK))
    words = (
        f"{paper.place}　办件编号 {paper.case_number}　方案第{paper.version}版　"
        f"张贴位置：{lobby.name}"
    )
    lines = _lines(printable(words), MEASURE, 12, REGULAR)
    y = centred(page, y + 2, lines, (12, REGULAR, GREY)) + 6
    page.put(Box(MARGIN, y, MEASURE, 1.4, RED))
    return page, y + 8


def _foot(page: Sheet, paper: Paper, number: int, count: int) -> None:
    page.put(Text(MARGIN, FOOT, FINE_PRINT, 12, REGULAR, GREY))
    words = f"第{number}页 共{count}页　查验码 {paper.check_code}"
    x = WIDTH - MARGIN - measure(words, REGULAR, 9)
    page.put(Text(x, 22, words, 9, REGULAR, GREY))
