"""Forms from structs: what is asked, how it is shown, and how what was typed becomes a body.

A field is named by its JSON pointer without the first slash, so that a fault finds its place.
Sums are typed in yuan and areas in square metres, and kept whole; moments are Beijing time.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from decimal import Decimal, InvalidOperation
from typing import Annotated, Any, Literal, Union, get_args, get_origin
from uuid import UUID

import msgspec

from papers.sheets.streams import metres
from rules.money import parse_yuan, yuan
from rules.words.word import metas, titles_of, word_of

LONG = 300
"""A text that may have so many signs is given several lines."""

MORE = "_more"
"""The button that gives a list another line: its value is the list's pointer."""

CODE = "_code"
"""The one-time code that some forms ask for."""

Typed = Mapping[str, Sequence[str]]
"""What a form sent, by field."""


@dataclass(frozen=True)
class Choice:
    """One of several values."""

    value: str
    title: str
    chosen: bool = False


@dataclass(frozen=True)
class Field:
    """One thing that is asked. `inner` are the fields of a group, `rows` those of a list."""

    name: str
    title: str
    kind: str
    about: str = ""
    must: bool = False
    value: str = ""
    most: int = 0
    choices: tuple[Choice, ...] = ()
    faults: tuple[str, ...] = ()
    inner: "tuple[Field, ...]" = ()
    rows: "tuple[tuple[Field, ...], ...]" = ()
    kept: tuple[str, ...] = ()

    @property
    def id(self) -> str:
        """Its id on the page."""
        return "f-" + re.sub(r"[^0-9a-z_]", "-", self.name or "form", flags=re.IGNORECASE)


def plain(kind: Any) -> tuple[Any, bool]:
    """The type without what is said of it, and whether it may be left out by being nothing."""
    origin = get_origin(kind)
    if origin is Annotated:
        inner, empty = plain(get_args(kind)[0])
        return inner, empty
    if origin is Union or isinstance(kind, type(int | str)):
        members = [one for one in get_args(kind) if one not in (type(None), msgspec.UnsetType)]
        if len(members) < len(get_args(kind)):
            return (plain(members[0])[0] if len(members) == 1 else kind), True
    return kind, False


def is_struct(kind: Any) -> bool:
    """Whether it has fields of its own."""
    return isinstance(kind, type) and issubclass(kind, msgspec.Struct)


def kind_of(name: str, kind: Any) -> str:
    """How a field is asked for."""
    bare, empty = plain(kind)
    if is_struct(bare):
        return "group"
    if get_origin(bare) is list:
        inner, _ = plain(get_args(bare)[0])
        if is_struct(inner):
            return "rows"
        if name.endswith("file_ids"):
            return "files"
        return "checks" if titles_of(inner) else "lines"
    if name == "file_id":
        return "files"
    if bare is bool:
        return "select" if empty else "check"
    if titles_of(kind) or get_origin(bare) is Literal:
        return "select"
    if bare is date:
        return "date"
    if bare is datetime:
        return "moment"
    if bare is int:
        return {"_fen": "yuan", "_cm2": "area"}.get(name[name.rfind("_") :], "number")
    if "password" in name:
        return "password"
    if bare is str and most(kind) >= LONG:
        return "long"
    return "text"


def most(kind: Any) -> int:
    """How many signs a text may have at most; 0 where nobody says."""
    return next((one.max_length for one in _all_metas(kind) if one.max_length), 0)


def _all_metas(kind: Any) -> Iterator[msgspec.Meta]:
    yield from metas(kind)
    for part in get_args(kind):
        if get_origin(kind) is not list:
            yield from _all_metas(part)


# What was typed


def body_of(struct: Any, typed: Typed, under: str = "") -> dict[str, Any]:
    """The body that the fields of a form make; what cannot be read stays as it was typed, for the
    handler's own door to refuse."""
    body: dict[str, Any] = {}
    for one in msgspec.structs.fields(struct):
        name = f"{under}{one.name}"
        value = _value(one.name, one.type, typed, name)
        if value is not None:
            body[one.encode_name] = value
        elif one.required and plain(one.type)[0] is str:
            body[one.encode_name] = ""
    return body


def _value(field: str, kind: Any, typed: Typed, name: str) -> Any:
    """What a field says; None where nothing was typed."""
    asked = kind_of(field, kind)
    bare, empty = plain(kind)
    texts = [one for one in typed.get(name, ()) if one.strip()]
    if asked == "group":
        inner = body_of(bare, typed, f"{name}/")
        return inner if not empty or _says(inner) else None
    if asked == "rows":
        row = plain(get_args(bare)[0])[0]
        found = [body_of(row, typed, f"{name}/{at}/") for at in _numbers(typed, name)]
        return [one for one in found if _says(one)]
    if asked == "check":
        return bool(texts)
    if asked in ("lines", "checks") or (asked == "files" and get_origin(bare) is list):
        lines = [line.strip() for text in texts for line in re.split(r"[\s,，、;；]+", text)]
        inner = plain(get_args(bare)[0])[0]
        return [_whole(line) if inner is int else line for line in lines if line] or None
    if not texts:
        return None
    return _single(asked, bare, texts[0])


def _single(asked: str, bare: Any, text: str) -> Any:
    """One value of its kind, or the text itself."""
    plainly = text.strip()
    if asked == "yuan":
        try:
            return parse_yuan(plainly)
        except ValueError:
            return text
    if asked == "area":
        return _square(plainly)
    if asked == "number" or (int in get_args(bare) and bare is not bool):
        return _whole(plainly)
    if asked == "moment":
        return f"{plainly}:00+08:00" if re.fullmatch(r"[\d-]{10}T\d\d:\d\d", plainly) else plainly
    if bare is bool:
        return {"true": True, "false": False}.get(plainly, text)
    return text.replace("\r\n", "\n") if bare is str else plainly


def _whole(text: str) -> int | str:
    return int(text) if re.fullmatch(r"-?\d{1,18}", text, re.ASCII) else text


def _square(text: str) -> int | str:
    """The square centimetres of an area in square metres; never rounded."""
    try:
        exact = Decimal(text) * 10_000
        return int(exact) if exact == exact.to_integral_value() else text
    except (InvalidOperation, ValueError, OverflowError):
        return text


def _says(value: Any) -> bool:
    """Whether anything was typed into it."""
    if isinstance(value, dict):
        return any(_says(one) for one in value.values())
    if isinstance(value, list):
        return any(_says(one) for one in value)
    return value not in (None, "", False)


def _numbers(typed: Typed, name: str) -> list[int]:
    """Which lines of a list the form had."""
    found = (re.match(rf"{re.escape(name)}/(\d{{1,4}})/", one) for one in typed)
    return sorted({int(one[1]) for one in found if one})


# What is shown


@dataclass(frozen=True)
class Filled:
    """What a form shows: the body so far, the faults by pointer, more lines by list, and what may
    be picked by field."""

    body: Mapping[str, Any]
    faults: Mapping[str, Sequence[str]]
    more: str = ""
    picks: Mapping[str, Sequence[Choice]] | None = None


def fields_of(struct: Any, filled: Filled, under: str = "") -> tuple[Field, ...]:
    """The fields of a struct with what they hold so far."""
    return tuple(
        _field(one, filled, f"{under}{one.name}", filled.body.get(one.encode_name))
        for one in msgspec.structs.fields(struct)
    )


def _field(one: Any, filled: Filled, name: str, value: Any) -> Field:
    asked = kind_of(one.name, one.type)
    bare, empty = plain(one.type)
    word = word_of(one.name, one.type)
    made = Field(
        name=name,
        title=word.title if word else one.name,
        kind=asked,
        about=_about(word.about if word else "", asked),
        must=one.required and not empty and asked != "check",
        most=most(one.type) if bare is str else 0,
        faults=_faults(filled.faults.get(f"/{name}", ()), asked, value),
    )
    if asked == "group":
        inside = replace(filled, body=value or {})
        return replace(made, inner=fields_of(bare, inside, f"{name}/"))
    if asked == "rows":
        return replace(made, rows=_rows(bare, filled, name, value or [], made.must))
    if asked == "files":
        kept = value if isinstance(value, list) else [value] if value else []
        return replace(made, kept=tuple(str(one) for one in kept))
    picks = (filled.picks or {}).get(one.name)
    if picks is not None and asked == "text" and bare is UUID:
        choices = tuple(replace(pick, chosen=pick.value == str(value)) for pick in picks)
        title = made.title.removesuffix("标识")
        return replace(made, kind="select", title=title, choices=choices)
    if asked in ("select", "checks"):
        return replace(made, choices=_choices(one, bare, value))
    return replace(made, value=_written(asked, value))


def _faults(told: Sequence[str], asked: str, value: Any) -> tuple[str, ...]:
    """The faults of a field, of a sum in the words of what was asked for."""
    if told and asked == "yuan" and isinstance(value, str):
        return ("须为金额，以元为单位，至多两位小数，如 1234.50",)
    if told and asked == "area" and isinstance(value, str):
        return ("须为面积，以平方米为单位，至多四位小数，如 88.25",)
    return tuple(told)


def _about(about: str, asked: str) -> str:
    """What there is to know, in the unit that is asked for."""
    unit = {"yuan": "以元为单位，至多两位小数", "area": "以平方米为单位"}.get(asked)
    if unit is None:
        return "一行一个" if asked == "lines" and not about else about
    kept = re.sub(r"。?单位：[^。]*。?", "", about)
    return f"{kept}。{unit}" if kept else unit


def _rows(
    bare: Any, filled: Filled, name: str, value: list[Any], must: bool
) -> tuple[tuple[Field, ...], ...]:
    """The lines of a list: those typed so far, and an empty one where another is wanted."""
    row = plain(get_args(bare)[0])[0]
    lines = [one if isinstance(one, dict) else {} for one in value]
    if filled.more == name or (not lines and must):
        lines.append({})
    return tuple(
        fields_of(row, replace(filled, body=line), f"{name}/{at}/") for at, line in enumerate(lines)
    )


def _choices(one: Any, bare: Any, value: Any) -> tuple[Choice, ...]:
    titles = dict(titles_of(one.type))
    chosen = {str(v) for v in value} if isinstance(value, list) else {_choice(value)}
    if bare is bool:
        titles = {"true": "是", "false": "否"}
    if get_origin(bare) is Literal:
        titles = {str(v): titles.get(str(v), str(v)) for v in get_args(bare) if v != ""} | titles
    if value in (None, "") and not one.required and isinstance(one.default, str):
        chosen = {str(one.default)}
    return tuple(Choice(v, title, v in chosen) for v, title in titles.items() if v)


def _choice(value: Any) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)


def _written(asked: str, value: Any) -> str:
    """What a field shows of a value, as it would be typed."""
    if value is None or asked == "password":
        return ""
    if asked == "yuan" and isinstance(value, int):
        return yuan(value).replace(",", "")
    if asked == "area" and isinstance(value, int):
        return metres(value) if value % 100 == 0 else str(Decimal(value) / 10_000)
    if asked == "moment":
        return str(value)[:16]
    if asked == "check":
        return "true" if value else ""
    if isinstance(value, list):
        return "\n".join(str(line) for line in value)
    return str(value)
