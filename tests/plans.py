"""How PostgreSQL would find the rows of a statement, however many others there are."""

import json
from collections.abc import Iterator, Mapping
from typing import Any

from tortoise.transactions import in_transaction

from models.base import sql
from models.listing import Listing, statement

_PARTIAL = """
SELECT c.relname AS name FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid
 WHERE i.indpred IS NOT NULL
"""


async def read_whole(text: str) -> set[str]:
    """The tables of which it reads all rows, in order or not: no index has a condition there, nor
    is one of a part of the rows."""
    async with in_transaction():
        await sql("SET LOCAL enable_seqscan = off")
        (row,) = await sql(f"EXPLAIN (FORMAT json) {text}")
        partial = {one["name"] for one in await sql(_PARTIAL)}
    plan = row["QUERY PLAN"]
    (read,) = json.loads(plan) if isinstance(plan, str) else plan
    return {
        node["Relation Name"]
        for node in _nodes(read["Plan"])
        if "Relation Name" in node
        and not {"Index Cond", "Recheck Cond"} & set(node)
        and not partial & {one.get("Index Name") for one in _nodes(node)}
    }


def _nodes(plan: dict[str, Any]) -> Iterator[dict[str, Any]]:
    yield plan
    for one in plan.get("Plans", ()):
        yield from _nodes(one)


def written_out(listing: Listing, given: Mapping[str, Any]) -> str:
    """The statement of a list's first page, with its values in their places."""
    text, values = statement(listing, given, limit=50)
    for number, value in reversed(list(enumerate(values, 1))):
        text = text.replace(f"${number}", f"'{value}'")
    return text
