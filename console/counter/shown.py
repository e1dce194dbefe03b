"""What an answer says, as people read it: facts, tables, links; from the structs' own words."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any
from uuid import UUID

import msgspec
from msgspec import UNSET

from console.templates import clock_words
from handlers.cases.reading import TimelineItem
from handlers.shown import StoredFile
from papers.sheets.streams import OF_THE_ASKER, UNITS, cell, columns_of
from rules.words.word import titles_of, word_of

RATES: Mapping[str, tuple[int, str]] = {"_bps": (100, "%"), "_ppm": (10_000, "%")}
"""By a name's ending how many of it are one in a hundred."""

LONG = 18
"""Signs above which a cell is given more room."""

Link = Callable[[str, Any, Mapping[str, Any]], str]
"""Where the page is about an id: by the field's name, its value, and what stands beside it."""


OWN = {"IssuedPaperView": "paper_id"}
"""What the `id` of an answer is called elsewhere, where it stands among other things."""


@dataclass(frozen=True, slots=True)
class Cell:
    """What stands in one place, and where it leads."""

    text: str
    url: str = ""
    number: bool = False
    picture: str = ""

    @property
    def long(self) -> bool:
        """Whether it needs room to be read."""
        return len(self.text) > LONG


@dataclass(frozen=True, slots=True)
class Table:
    """A list inside a page."""

    title: str
    heads: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]


@dataclass(frozen=True, slots=True)
class Facts:
    """What is said of one thing: single facts first, then its parts and its lists."""

    title: str = ""
    lines: tuple[tuple[str, Cell], ...] = ()
    parts: "tuple[Facts, ...]" = ()
    tables: tuple[Table, ...] = ()


@dataclass
class _Found:
    lines: list[tuple[str, Cell]] = field(default_factory=list)
    parts: list[Facts] = field(default_factory=list)
    tables: list[Table] = field(default_factory=list)


def facts(
    value: msgspec.Struct, link: Link, known: Mapping[str, Any], title: str = "", but: str = ""
) -> Facts:
    """All that an answer says to people; what is empty is left out, and the fields named in
    `but`."""
    found = _Found()
    beside = {**known, **ids(value)}
    names = value.__struct_fields__
    for one in msgspec.structs.fields(type(value)):
        held = getattr(value, one.name)
        if held in (None, "", [], {}, UNSET) or one.name in but.split():
            continue
        if f"{one.name}_title" in names or OF_THE_ASKER.search(one.name):
            continue
        name = OWN.get(type(value).__name__, "id") if one.name == "id" else one.name
        _put(found, name, one.type, held, link, beside)
    return Facts(title, tuple(found.lines), tuple(found.parts), tuple(found.tables))


def _put(
    found: _Found, name: str, kind: Any, held: Any, link: Link, beside: Mapping[str, Any]
) -> None:
    """One field in its place."""
    title = heading(name, kind)
    files = [held] if isinstance(held, StoredFile) else held if isinstance(held, list) else []
    if files and isinstance(files[0], StoredFile):
        found.lines += [(title, stored(one, link, beside)) for one in files]
    elif isinstance(held, msgspec.Struct):
        found.parts.append(facts(held, link, beside, title))
    elif isinstance(held, list) and isinstance(held[0], msgspec.Struct):
        own = OWN.get(type(held[0]).__name__, "")
        found.tables.append(table(held, link, beside, title, own))
    elif isinstance(held, Mapping) and held and isinstance(next(iter(held.values())), Mapping):
        found.lines += [(f"{title}：{key}", Cell(str(cell(one)))) for key, one in held.items()]
    elif isinstance(held, list) and isinstance(held[0], UUID):
        urls = [url for one in held if (url := link(name.removesuffix("s"), one, beside))]
        found.lines += [
            (f"{title} {number}", Cell("打开", url)) for number, url in enumerate(urls, start=1)
        ]
    elif isinstance(held, UUID):
        if url := link(name, held, beside):
            found.lines.append((title.removesuffix("标识"), picture(name, url)))
    else:
        found.lines.append((title, said(name, kind, held)))


def stored(file: StoredFile, link: Link, beside: Mapping[str, Any]) -> Cell:
    """The way to a file."""
    return Cell(file.name or "打开", link("file_id", file.id, beside))


def picture(name: str, url: str) -> Cell:
    """The way to what an id names; of a photo the photo itself."""
    return Cell("打开", url, picture=f"{url}/photo" if name == "evidence_id" else "")


def table(
    items: Sequence[Any], link: Link, known: Mapping[str, Any], title: str, own: str = ""
) -> Table:
    """The items under the headings of their fields, without columns that say nothing here. Each
    row begins with where it leads: to its own thing, by `own` what its `id` is called."""
    kind = type(items[0])
    fields = {one.name: one for one in msgspec.structs.fields(kind)}
    made = [
        (column, name)
        for column, name in zip(columns_of(kind), _shown(fields), strict=True)
        if any(_says(column.value(item)) for item in items)
    ]
    heads, rows = [column.heading for column, _ in made], []
    ways = [_ways(item, link, {**known, **ids(item)}, own) for item in items]
    for item, leads in zip(items, ways, strict=True):
        cells = [Cell(_text(column.value(item)), number=_counts(name)) for column, name in made]
        main = next(iter(leads), None)
        if cells and main is not None:
            cells[0] = Cell(cells[0].text or "打开", main.url)
        more = [one for one in leads[1:] if one.text]
        rows.append((tuple(cells), more, main))
    width = max((len(more) for _, more, _ in rows), default=0)
    if not heads:
        heads = ["打开"]
        rows = [((Cell("打开", main.url if main else ""),), more, main) for _, more, main in rows]
    padded = [(*cells, *more, *([Cell("")] * (width - len(more)))) for cells, more, _ in rows]
    return Table(title, (*heads, *(["相关"] * width)), tuple(padded))


def steps(items: Sequence[TimelineItem], title: str) -> Table:
    """What happened, one after the other: when, what, by whom, why."""
    rows = [
        (
            Cell(clock_words(one.at)),
            Cell(one.title),
            Cell(one.role_title),
            Cell(one.reason),
        )
        for one in items
    ]
    return Table(title, ("时间", "事件", "办理身份", "原因"), tuple(rows))


def _shown(fields: Mapping[str, Any]) -> list[str]:
    """The names behind `columns_of`, in the same order."""
    return [
        name
        for name, one in fields.items()
        if f"{name}_title" not in fields
        and not OF_THE_ASKER.search(name)
        and not _holds_id(one.type)
    ]


def _holds_id(kind: Any) -> bool:
    return kind is UUID or any(_holds_id(part) for part in getattr(kind, "__args__", ()))


def _ways(item: Any, link: Link, beside: Mapping[str, Any], own: str) -> list[Cell]:
    """Where a row leads: to its own page first, then to those of what it names."""
    found: list[Cell] = []
    for one in msgspec.structs.fields(type(item)):
        held = getattr(item, one.name)
        name = own if one.name == "id" else one.name
        if isinstance(held, StoredFile):
            name, held = "file_id", held.id
        if not name or held in (None, UNSET) or isinstance(held, list | bool):
            continue
        if isinstance(held, UUID | int | str) and (url := link(name, held, beside)):
            cell_ = picture(name, url)
            title = heading(one.name, one.type).removesuffix("标识")
            way = Cell(title or "打开", cell_.url, picture=cell_.picture)
            if way.url not in [other.url for other in found]:
                found.insert(0, way) if name == own else found.append(way)
    return found


def ids(value: msgspec.Struct) -> dict[str, Any]:
    """What an answer names by id, and of which year it speaks."""
    return {
        name: held
        for name in value.__struct_fields__
        if isinstance(held := getattr(value, name), UUID) or (name == "year" and held)
    }


def heading(name: str, kind: Any) -> str:
    """What a field is called."""
    word = word_of(name, kind)
    return word.title if word else name


def said(name: str, kind: Any, held: Any) -> Cell:
    """A single value in the units that people use."""
    for ending, (unit, shown) in UNITS.items():
        if name.endswith(ending) and isinstance(held, int):
            return Cell(f"{shown(held)} {unit}", number=True)
    for ending, (hundredth, unit) in RATES.items():
        if name.endswith(ending) and isinstance(held, int):
            return Cell(f"{held / hundredth:g} {unit}", number=True)
    titles = titles_of(kind)
    if isinstance(held, str):
        return Cell(titles.get(held, held))
    if isinstance(held, list) and titles:
        return Cell("、".join(titles.get(str(one), str(one)) for one in held))
    return Cell(_text(cell(held)))


def _text(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "是" if value else "否"
    if isinstance(value, datetime):
        return clock_words(value)
    if isinstance(value, date):
        return value.isoformat()
    return str(value)


def _says(value: Any) -> bool:
    return value not in (None, "", False)


def _counts(name: str) -> bool:
    return name.endswith(("_fen", "_cm2", "_e4", "_bps", "_ppm"))
