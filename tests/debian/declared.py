"""The statements that are made from what is declared: lists, entries, and the desk of both.

Their makers are asked themselves, with a database that only writes down what it is handed.
"""

import importlib
import itertools
import pkgutil
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime
from typing import Any
from unittest.mock import patch
from uuid import UUID

import models
from handlers import desk
from handlers.entries import ENTRIES
from models import desk as tables
from models import entries, listing
from models.listing import Filter, Listing

MAKERS = frozenset({"models.listing", "models.entries", "models.desk"})
"""Modules whose statements are made here, and not followed in their text."""

OF_EVERY_TABLE = frozenset(
    {
        "models.log.replay",
        "models.log.watching",
        "models.privacy",
        "models.roles",
        "models.sealed",
        "server.rekey",
    }
)
"""Modules whose statements are one for each table or column that is declared: what migrating makes
of them is run whole on Debian's server by the demo, the others by tests of their own."""

NOBODY = UUID(int=0)


async def statements() -> list[str]:
    """All of them, once each."""
    found: list[str] = []

    async def write_down(text: str, *_: Any) -> list[dict[str, Any]]:
        found.append(text)
        return [{"rows": 0}]

    async def write_one(text: str, *_: Any) -> None:
        found.append(text)

    with (
        patch.object(listing, "sql", write_down),
        patch.object(tables, "sql", write_down),
        patch.object(entries, "sql", write_down),
        patch.object(entries, "one", write_one),
    ):
        for each in declared_lists():
            await _pages(each)
        waiting = {name: source.waiting for name, source in desk.sources().items()}
        await tables.counts(waiting, date.min, None)
        for kind in ENTRIES:
            await entries.lock(kind.table, NOBODY)
            await entries.confirmed(kind.table, NOBODY, NOBODY, datetime.min, {})
            await entries.dropped(kind.table, NOBODY, NOBODY, datetime.min, "")
    return found


def declared_lists() -> Iterator[Listing]:
    """Every list of the models, and the desk of everything that waits."""
    for found in pkgutil.walk_packages(models.__path__, "models."):
        for value in vars(importlib.import_module(found.name)).values():
            if isinstance(value, Listing):
                yield value
    yield tables.desk({name: source.waiting for name, source in desk.sources().items()})


async def _pages(declared: Listing) -> None:
    """The list in each order, from its top and from a place, with all filters and with each."""
    # What a filter makes of its value is not asked, only what it says of the rows.
    texts = {
        name: piece.sql if isinstance(piece, Filter) else piece
        for name, piece in declared.filters.items()
    }
    plain = replace(declared, filters=texts)
    needs = dict.fromkeys(declared.needs, 1)
    leading = [1] * declared.leading
    asked = [{}, dict.fromkeys(texts, 1), *({name: 1} for name in texts)]
    for given, sort in itertools.product(asked, declared.sorts):
        for after in ((), (1,) * len(plain.sort(sort).keys)):
            await listing.rows_of(plain, needs | given, after, 50, sort, leading)
    for given in asked:
        await listing.count_of(plain, needs | given, leading)
