"""A case's file as one PDF: cover, index, what happened, papers, attachments, proofs. R9.6.

Every page says which of how many it is. What is attached is laid into framed pages by a process of
its own (`papers.binding`); what may not be shown, or is no page, has a sheet that says so.
"""

import json
import subprocess
import sys
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any, Final

from papers.drawing import drawing
from papers.drawing.blocks import Row, Setter
from papers.drawing.fonts import BOLD, REGULAR, measure, printable
from papers.drawing.lines import balanced
from papers.drawing.page import FAINT, GREY, HEIGHT, RED, WIDTH, Box, Sheet, Text
from papers.drawing.paging import paged
from papers.drawing.paint import to_pdf
from papers.forms import MARGIN, MEASURE, Printed, form_sheets
from papers.notices.notice import day_words
from rules.city import CITY, City

MOST_OF_ONE: Final = 200
"""Pages of one attached paper that are bound in."""
MOST_PAGES: Final = 1_000
"""Pages of attached papers that are bound in together."""
BOX: Final = (MARGIN, 40.0, WIDTH - MARGIN, HEIGHT - 76.0)
"""Where an attached page lies in its frame: left, bottom, right, top."""
_TOOL: Final = Path(__file__).with_name("binding.py")
_SECONDS: Final = 150


class BindingFailed(Exception):
    """The process that binds came to no end, or to a bad one."""


@dataclass(frozen=True, slots=True)
class Attached:
    """An attached paper. `path` is where its content lies, empty where it is not shown because of
    `why`; a picture has a width and a height."""

    title: str
    day: date
    sha256: str
    path: str = ""
    why: str = ""
    width: int = 0
    height: int = 0
    pages: int = 0


@dataclass(frozen=True, slots=True)
class Dossier:
    """All that a case's file holds. `facts` stand on the cover; `steps` are day, what and why;
    `proofs` the lines that prove the log."""

    number: str
    place: str
    facts: tuple[tuple[str, str], ...]
    steps: tuple[tuple[str, str, str], ...]
    papers: tuple[Printed, ...]
    attached: tuple[Attached, ...]
    proofs: tuple[str, ...]
    made_on: date
    city: City = CITY


@dataclass(frozen=True, slots=True)
class Bound:
    """The file as it was bound: how many pages, and what of the attached is not in it."""

    pages: int
    left_out: tuple[Attached, ...]


def bind(dossier: Dossier, folder: Path) -> Bound:
    """`folder/dossier.pdf` is the case's file. Some seconds; no attached paper is held in memory.

    Raises BindingFailed.
    """
    attached = tuple(_counted(dossier.attached))
    with drawing:
        sheets, firsts = _sheets(replace(dossier, attached=attached))
        title = f"办件卷宗 {dossier.number}"
        (folder / "base.pdf").write_bytes(to_pdf(sheets, "A4", title, dossier.city.centre))
    parts = [
        {"path": one.path, "width": one.width, "height": one.height, "first": first}
        for one, first in zip(attached, firsts, strict=True)
        if not one.why
    ]
    job = {"base": str(folder / "base.pdf"), "out": str(folder / "dossier.pdf")}
    _asked(job | {"parts": parts, "box": BOX})
    return Bound(len(sheets), tuple(one for one in attached if one.why))


def _counted(attached: tuple[Attached, ...]) -> list[Attached]:
    """Each with its pages, and with why it is not bound in."""
    files = [one.path for one in attached if one.path and not one.width]
    pages = dict(zip(files, _asked({"count": files}) if files else [], strict=True))
    found, left = [], MOST_PAGES
    for one in attached:
        count = 1 if one.width or one.why else pages[one.path]
        why = one.why
        if not why and not count:
            why = "文件无法作为页面读取，原件见审计压缩包"
        elif not why and (count > MOST_OF_ONE or count > left):
            why = f"共{count}页，超过装订上限，原件见审计压缩包"
        if not why:
            left -= count
        found.append(replace(one, pages=1 if why else count, why=why))
    return found


def _asked(job: dict[str, Any]) -> Any:
    command = [sys.executable, "-P", "-s", "-E", str(_TOOL)]
    text = json.dumps(job).encode()
    try:
        child = subprocess.run(
            command, input=text, capture_output=True, timeout=_SECONDS, check=False, env={}
        )
    except subprocess.TimeoutExpired as error:
        raise BindingFailed("装订超时") from error
    if child.returncode:
        raise BindingFailed(child.stderr.decode("utf-8", "replace")[-300:])
    return json.loads(child.stdout)


Entry = tuple[str, str, list[Sheet]]
"""A line of the index: what, which day, its pages."""


def _sheets(dossier: Dossier) -> tuple[list[Sheet], list[int]]:
    """All pages in order, and where the pages of each attached paper begin."""
    entries: list[Entry] = [("办理经过", "", _steps(dossier))]
    for printed in dossier.papers:
        day = day_words(printed.issued_on) if printed.issued_on else ""
        version = f"（第{printed.version}版）" if printed.version > 1 else ""
        name = f"{printed.form.title}　{printed.number}{version}"
        entries.append((name, day, form_sheets(printed)))
    at = len(entries)
    entries += [(one.title, day_words(one.day), _frames(one)) for one in dossier.attached]
    entries.append(("日志证明", day_words(dossier.made_on), _proofs(dossier)))
    # The index is as long whatever its numbers are: laid out once to know where all begins.
    before = 1 + len(_index(entries, 0))
    front = [_cover(dossier), *_index(entries, before)]
    sheets = [*front, *(sheet for _, _, pages in entries for sheet in pages)]
    starts = _starts(entries, before)
    for nth, sheet in enumerate(sheets, 1):
        words = f"办件卷宗 {dossier.number}　第 {nth} 页 共 {len(sheets)} 页"
        x = WIDTH - MARGIN - measure(words, REGULAR, 9)
        sheet.put(Text(x, 26, words, 9, REGULAR, GREY))
    return sheets, starts[at : at + len(dossier.attached)]


def _starts(entries: list[Entry], before: int) -> list[int]:
    found, nth = [], before
    for _, _, pages in entries:
        found.append(nth)
        nth += len(pages)
    return found


def _index(entries: list[Entry], before: int) -> list[Sheet]:
    """The index, as many pages as it takes."""
    setter = Setter(MARGIN, MEASURE, 12, 3)
    widths = (0.1, 0.56, 0.22, 0.12)
    head = setter.line(widths, ("序号", "材料", "日期", "页码"), head=True)
    lines = [
        setter.line(widths, (str(nth), name, day or "—", str(start + 1)))
        for nth, ((name, day, _), start) in enumerate(
            zip(entries, _starts(entries, before), strict=True), 1
        )
    ]
    return _laid("卷内目录", [head, *lines], {id(line): head for line in lines})


def _laid(title: str, rows: list[Row], heads: dict[int, Row]) -> list[Sheet]:
    """Rows under a title on each page."""
    sheets = paged(rows, heads, (84.0, 84.0), HEIGHT - 40)
    for sheet in sheets:
        sheet.put(Text(MARGIN, 62, title, 17, BOLD), Box(MARGIN, 70, MEASURE, 1.2, RED))
    return sheets


def _cover(dossier: Dossier) -> Sheet:
    sheet = Sheet()
    for y, text, size, colour in (
        (150.0, dossier.city.centre, 18.0, RED),
        (206.0, "电梯维修保险办件卷宗", 26.0, (20, 20, 20)),
    ):
        sheet.put(Text((WIDTH - measure(text, BOLD, size)) / 2, y, text, size, BOLD, colour))
    y = 226.0
    for line in balanced(printable(dossier.place), MEASURE, lambda s: measure(s, BOLD, 18)):
        y += 26
        sheet.put(Text((WIDTH - measure(line, BOLD, 18)) / 2, y, line, 18, BOLD))
    setter, y = Setter(MARGIN + 30, MEASURE - 60, 13, 5), y + 40
    for label, said in dossier.facts:
        row = setter.fact(label, said or "—")
        sheet.put(*row.marks(y))
        y += row.height
    return sheet


def _steps(dossier: Dossier) -> list[Sheet]:
    setter, widths = Setter(MARGIN, MEASURE, 12, 3), (0.3, 0.34, 0.36)
    head = setter.line(widths, ("时间", "事项", "说明"), head=True)
    lines = [setter.line(widths, (at, what, why or "—")) for at, what, why in dossier.steps]
    return _laid("办理经过", [head, *lines], {id(line): head for line in lines})


def _frames(one: Attached) -> list[Sheet]:
    """The pages that an attached paper is laid into, or the sheet that says why it is not."""
    setter = Setter(MARGIN, MEASURE, 12, 4)
    if one.why:
        rows = [
            setter.fact("材料", one.title),
            setter.fact("日期", day_words(one.day)),
            setter.fact("未装订", one.why),
            setter.fact("内容指纹", one.sha256),
        ]
        return _laid("未装订材料说明", rows, {})
    frames = []
    for nth in range(1, one.pages + 1):
        words = f"{one.title}（{nth}/{one.pages}）" if one.pages > 1 else one.title
        edge = Box(BOX[0], HEIGHT - BOX[3], BOX[2] - BOX[0], BOX[3] - BOX[1], None, FAINT)
        frames.append(Sheet([Text(MARGIN, 60, printable(words), 12, BOLD), edge]))
    return frames


def _proofs(dossier: Dossier) -> list[Sheet]:
    setter = Setter(MARGIN, MEASURE, 8.5, 3)
    return _laid("日志证明", [setter.paragraph(line) for line in dossier.proofs], {})
