"""Lists: one statement put together from declared pieces, walked by key, never by offset.

A `Listing` is a named query of the house. Its pieces are constants that name their values in
braces (`v.state = {state}`); a value always travels as a parameter, never as text of the
statement. A place in a list is (key, …, id) of the last row seen, so a row that is written
meanwhile neither repeats nor hides another. Every sort key must be NOT NULL (coalesce it), the
id unique in the list; all keys of a sort run in one direction (turn one round with NOT or -).
"""

from collections.abc import AsyncIterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from typing import Annotated, Any
from uuid import UUID

from msgspec import Meta

from models.base import sql

Moment = Annotated[datetime, Meta(tz=True)]
Whole = Annotated[int, Meta(ge=-(2**63), le=2**63 - 1)]
Code = Annotated[str, Meta(max_length=200)]

_CASTS: Mapping[Any, str] = {
    Moment: "timestamptz",
    date: "date",
    Whole: "bigint",
    Code: "text",
    bool: "boolean",
    UUID: "uuid",
}


@dataclass(frozen=True)
class Key:
    """An expression that a list is ordered by, and what it is: Moment, date, Whole, Code, bool."""

    sql: str
    type: Any


@dataclass(frozen=True)
class Sort:
    """An order of a list; its id is the last key by itself. `down`: the greatest first."""

    keys: tuple[Key, ...]
    down: bool = True


@dataclass(frozen=True)
class Filter:
    """A condition whose value is made from what was asked."""

    sql: str
    value: Any


def newest(column: str) -> Sort:
    """The latest moment first."""
    return Sort((Key(column, Moment),))


def by_code(column: str) -> Sort:
    """Text in the order of the database, which is that of the column's index."""
    return Sort((Key(column, Code),), down=False)


def contains(name: str, *columns: str) -> Filter:
    """Any of the columns holds the text, whatever its case; % and _ mean themselves."""
    either = " OR ".join(f"{column} ILIKE {{{name}}}" for column in columns)
    return Filter(f"({either})", like)


def like(text: str) -> str:
    """A pattern for what contains the text."""
    plain = text.replace("\\", r"\\").replace("%", r"\%").replace("_", r"\_")
    return f"%{plain}%"


@dataclass(frozen=True)
class Listing:
    """`SELECT columns FROM source WHERE always AND filters`, in one of its sorts.

    `filters` by name: each counts when its value was given (not None, "" or False). `needs` are
    the names of values that `columns`, `source` or `always` use; they are always given. The first
    of `sorts` is taken when none is asked for; an `id` of "" says that the keys alone are unique.
    Pieces that number their values by themselves use $1 to ${leading}.
    """

    columns: str
    source: str
    id: str
    sorts: Mapping[str, Sort]
    filters: Mapping[str, str | Filter] = field(default_factory=dict)
    always: str = ""
    needs: tuple[str, ...] = ()
    leading: int = 0

    def sort(self, name: str = "") -> Sort:
        """The order of that name, or the first; its last key is the id."""
        order = self.sorts[name] if name else next(iter(self.sorts.values()))
        return replace(order, keys=(*order.keys, Key(self.id, UUID))) if self.id else order


class _Params(dict[str, str]):
    """Values get a number when the statement names them."""

    def __init__(self, given: Mapping[str, Any], leading: Sequence[Any]) -> None:
        super().__init__()
        self.given = given
        self.values_in_order = list(leading)

    def __missing__(self, name: str) -> str:
        self[name] = self.put(self.given[name])
        return self[name]

    def put(self, value: Any) -> str:
        self.values_in_order.append(value)
        return f"${len(self.values_in_order)}"


def _conditions(listing: Listing, given: Mapping[str, Any]) -> tuple[list[str], dict[str, Any]]:
    """What holds for every row shown, and the values by name."""
    asked = {name: value for name, value in given.items() if not _is_absent(value)}
    known = {*listing.filters, *listing.needs}
    unknown = asked.keys() - known
    assert not unknown, f"no such filter: {sorted(unknown)}"
    values = {name: given[name] for name in listing.needs}
    where = [listing.always] if listing.always else []
    for name, piece in listing.filters.items():
        if name not in asked:
            continue
        text, made = (piece.sql, piece.value) if isinstance(piece, Filter) else (piece, None)
        values[name] = made(asked[name]) if made else asked[name]
        where.append(text)
    return where, values


def _is_absent(value: Any) -> bool:
    return value is None or value is False or value == ""


def statement(
    listing: Listing,
    given: Mapping[str, Any],
    after: Sequence[Any] = (),
    limit: int = 50,
    sort: str = "",
    leading: Sequence[Any] = (),
) -> tuple[str, list[Any]]:
    """The statement of one page and its parameters; its rows end with the place, `_0`, `_1`, …

    `leading` are the values of pieces that number them by themselves, from $1 on.
    """
    assert len(leading) == listing.leading
    order = listing.sort(sort)
    where, values = _conditions(listing, given)
    params = _Params(values, leading)
    keys = order.keys
    places = ", ".join(f"{key.sql} AS _{number}" for number, key in enumerate(keys))
    text = f"SELECT {listing.columns}, {places} FROM {listing.source}".format_map(params)
    parts = [f"({piece.format_map(params)})" for piece in where]
    if after:
        ends = [
            f"{params.put(value)}::{_CASTS[key.type]}"
            for value, key in zip(after, keys, strict=True)
        ]
        left = ", ".join(key.sql for key in keys)
        parts.append(f"({left}) {'<' if order.down else '>'} ({', '.join(ends)})")
    if parts:
        text += " WHERE " + " AND ".join(parts)
    way = " DESC" if order.down else ""
    text += " ORDER BY " + ", ".join(f"{key.sql}{way}" for key in keys)
    return f"{text} LIMIT {params.put(limit)}", params.values_in_order


async def rows_of(
    listing: Listing,
    given: Mapping[str, Any],
    after: Sequence[Any] = (),
    limit: int = 50,
    sort: str = "",
    leading: Sequence[Any] = (),
) -> list[dict[str, Any]]:
    """At most `limit` rows after a place, in order."""
    text, values = statement(listing, given, after, limit, sort, leading)
    return await sql(text, *values)


async def every(
    listing: Listing, given: Mapping[str, Any], sort: str = "", batch: int = 500
) -> AsyncIterator[list[dict[str, Any]]]:
    """All rows in order, a batch at a time, each read for itself."""
    after: tuple[Any, ...] = ()
    while rows := await rows_of(listing, given, after, batch, sort):
        yield rows
        if len(rows) < batch:
            return
        after = tuple(rows[-1][f"_{number}"] for number in range(len(listing.sort(sort).keys)))


async def count_of(listing: Listing, given: Mapping[str, Any], leading: Sequence[Any] = ()) -> int:
    """How many rows the filters leave."""
    where, values = _conditions(listing, given)
    params = _Params(values, leading)
    text = f"SELECT count(*) AS rows FROM {listing.source}".format_map(params)
    if where:
        text += " WHERE " + " AND ".join(f"({piece.format_map(params)})" for piece in where)
    return int((await sql(text, *params.values_in_order))[0]["rows"])
