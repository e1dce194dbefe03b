"""Lists put together from pieces: planned with all their filters, walked to their ends."""

import pkgutil
from collections.abc import Iterator
from datetime import UTC, date, datetime
from importlib import import_module
from typing import Any
from uuid import UUID, uuid4

import pytest

import models
from handlers.desk import sources
from models import desk
from models.base import sql
from models.listing import Filter, Key, Listing, Sort, Whole, contains, count_of, rows_of, statement
from server import operations

assert operations, "importing it fills the table of entries"

NUMBERS = Listing(
    "x.n, x.kind",
    "(SELECT n, n % 3 AS kind FROM generate_series(1, {most}::int) n) x",
    "",
    {
        "down": Sort((Key("x.kind", Whole), Key("x.n", Whole))),
        "up": Sort((Key("x.n", Whole),), down=False),
    },
    {"kind": "x.kind = {kind}", "q": contains("q", "x.n::text"), "odd": "x.n % 2 = 1"},
    needs=("most",),
)


def listings() -> Iterator[tuple[str, Listing]]:
    """Every list of the house by its name."""
    for one in pkgutil.walk_packages(models.__path__, "models."):
        if one.name.startswith("models.migrations"):
            continue
        for name, value in vars(import_module(one.name)).items():
            if isinstance(value, Listing):
                yield f"{one.name}.{name}", value
    yield "the desk", desk.desk({name: source.waiting for name, source in sources().items()})


async def test_every_list_can_be_planned_with_all_its_filters(database: str) -> None:
    faults = {}
    for name, listing in listings():
        values = dict.fromkeys([*listing.filters, *listing.needs], "x")
        leading = ("x",) * listing.leading
        for sort in listing.sorts:
            keys = listing.sort(sort).keys
            for after in ((), tuple(example(key.type) for key in keys)):
                text, _ = statement(listing, values, after, 5, sort, leading)
                try:
                    await sql(f"PREPARE planned AS {text}")
                    await sql("DEALLOCATE planned")
                except Exception as error:
                    faults[f"{name} {sort}"] = f"{error}: {text}"
    assert not faults


def example(kind: Any) -> Any:
    """A value of a key's type."""
    made = {date: date(2025, 1, 1), bool: True, UUID: uuid4(), Whole: 1}
    return made.get(kind, datetime(2025, 1, 1, tzinfo=UTC))


@pytest.mark.parametrize("sort", ["", "up"])
async def test_a_walk_meets_every_row_once(database: str, sort: str) -> None:
    given = {"most": 20}
    every = await rows_of(NUMBERS, given, limit=100, sort=sort)
    assert len(every) == 20
    seen: list[dict[str, Any]] = []
    after: tuple[Any, ...] = ()
    while rows := await rows_of(NUMBERS, given, after, 3, sort):
        seen += rows
        assert len(seen) <= len(every)
        after = tuple(rows[-1][f"_{number}"] for number in range(len(NUMBERS.sort(sort).keys)))
    assert seen == every


async def test_only_what_was_asked_for_narrows_a_list(database: str) -> None:
    async def found(**asked: Any) -> set[int]:
        given = {"most": 12, **asked}
        rows = await rows_of(NUMBERS, given, limit=100)
        assert await count_of(NUMBERS, given) == len(rows)
        return {row["n"] for row in rows}

    assert len(await found(kind=None, q="", odd=False)) == 12
    assert await found(kind=0) == {3, 6, 9, 12}
    assert await found(kind=0, odd=True) == {3, 9}
    assert await found(q="1", odd=True) == {1, 11}
    assert await found(q="%") == set() == await found(q="' OR true --")
    with pytest.raises(AssertionError, match="no such filter"):
        await found(knd=1)


def test_a_value_is_never_part_of_the_statement() -> None:
    text, values = statement(NUMBERS, {"most": 3, "q": "'; DROP TABLE x", "kind": 7})
    assert "DROP" not in text and values == [3, 7, "%'; DROP TABLE x%", 50]
    assert isinstance(contains("q", "x"), Filter)
