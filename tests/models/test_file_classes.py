"""What the database keeps of a file's class, whoever writes. R12.6."""

import pytest
from asyncpg import RaiseError

from models.base import sql
from tests.handlers.test_files import PAPER, send
from tests.handlers.test_paper_kinds import stored
from tests.world import City

KEPT = (
    "UPDATE file SET class = 'public' WHERE id = $1",
    "UPDATE file SET kind = 'plan' WHERE id = $1",
    "UPDATE file SET class = '', kind = '' WHERE id = $1",
    "UPDATE file SET name = 'other.pdf' WHERE id = $1",
    "UPDATE file SET content = 'x' WHERE id = $1",
    "UPDATE file SET sha256 = 'x' WHERE id = $1",
    "UPDATE file SET owner_id = gen_random_uuid() WHERE id = $1",
    "DELETE FROM file WHERE id = $1",
)


@pytest.mark.parametrize("statement", KEPT)
async def test_what_is_attached_stays_as_it_is(city: City, statement: str) -> None:
    file_id = await stored(city, "receipt")
    with pytest.raises(RaiseError, match="append-only"):
        await sql(statement, file_id)


@pytest.mark.parametrize("statement", ["UPDATE file SET content = 'x' WHERE id = $1", *KEPT[5:7]])
async def test_what_it_holds_is_fixed_before_that(city: City, statement: str) -> None:
    _, paper = await send(city, "owner1", PAPER)
    with pytest.raises(RaiseError, match="append-only"):
        await sql(statement, paper["id"])


async def test_a_key_is_sealed_anew_and_what_was_never_attached_goes(city: City) -> None:
    _, paper = await send(city, "owner1", PAPER)
    await sql("UPDATE file SET sealed_key = 'new' WHERE id = $1", paper["id"])
    await sql("DELETE FROM file WHERE id = $1", paper["id"])
    await sql("UPDATE file SET sealed_key = 'new' WHERE id = $1", await stored(city, "receipt"))
