"""Every kind of entry, tried by one person and by two at once. R1.1, R1.2."""

import asyncio
from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest
from tortoise import Tortoise

from handlers import entries as mechanism
from handlers.entries import ENTRIES, Kind
from models import entries
from models.base import one, sql
from models.people.accounts import Account
from models.two_people import PAIRS, guarded, trigger
from rules.people import Role
from server import operations
from tests.employees import other_account, refused_by_the_database
from tests.handlers.entries import Waiting, scenes
from tests.world import City

assert operations, "importing it fills the table of entries"

FIRST = {"entered_by", "prepared_by", "proposed_by", "asked_by"}
SECOND = {"confirmed_by", "decided_by", "certified_by", "approved_by"}
OTHERWISE = {
    "payout": "a step of its case, whose table says who prepares and who approves",
    "placement_round": "awarded or announced anew: a decision between offers",
    "accounting_year": "shut in steps that the clock goes on with",
    "objection": "a draft on paper already pauses its case, so whoever entered it may not drop it",
    "ballot_batch": "confirmed by keying it a second time without seeing the first",
}
"""Tables with two people that are no entries, and why."""


def test_every_table_of_two_people_is_an_entry_or_says_why_not(city: City) -> None:
    tables = {
        model._meta.db_table
        for model in Tortoise.apps["models"].values()
        if model._meta.fields_map.keys() & FIRST and model._meta.fields_map.keys() & SECOND
    }
    entered = {kind.table.name for kind in ENTRIES}
    pairs = {(one.table.name, one.table.entered_by, one.table.confirmed_by) for one in ENTRIES}
    assert pairs <= {(table, *PAIRS[table][0]) for table in PAIRS}
    assert tables <= PAIRS.keys()
    assert tables - entered == OTHERWISE.keys()
    assert {kind.name for kind in ENTRIES} == set(scenes())


async def test_the_database_guards_every_pair(city: City) -> None:
    wanted = {(table, trigger(*pair)) for table, pairs in PAIRS.items() for pair in pairs}
    assert await guarded() == wanted


async def desk_of(city: City, who: str, whose: str = "mine") -> set[str]:
    page = await city.must("GET", f"/desk?limit=200&whose={whose}", await city.staff(who))
    return {row["id"] for row in page["items"]}


def meet(patched: pytest.MonkeyPatch) -> None:
    """Nothing is decided before both have asked for the row."""
    asked, both = [], asyncio.Event()
    locked, confirmed = mechanism._locked, entries.confirmed

    async def asking(*args: Any) -> Any:
        asked.append(args)
        if len(asked) == 2:
            both.set()
        return await locked(*args)

    async def deciding(*args: Any) -> None:
        await both.wait()
        await confirmed(*args)

    patched.setattr(mechanism, "_locked", asking)
    patched.setattr(entries, "confirmed", deciding)


async def refused_to_the_author(city: City, kind: Kind, waiting: Waiting) -> None:
    """Whatever roles the author holds, or gets meanwhile, and through whatever other account."""
    roles = ",".join(sorted(kind.enters | kind.confirms))
    await sql(
        "UPDATE account SET roles = $2 WHERE id = $1", city.roll.accounts[waiting.author], roles
    )
    # The auditor's desk shows whatever waits, to whomever.
    other = await other_account(city, waiting.author, kind.confirms - {Role.AUDITOR})
    for token in (await city.staff(waiting.author), other):
        _, said = await city.call("POST", f"{waiting.path}/confirmation", token)
        assert said["code"] == "SamePerson"
    which = f"{kind.table.entered_by} = $1 AND id = '{waiting.id}'"
    await refused_by_the_database(city, waiting.author, kind.table.name, which)
    page = await city.must("GET", "/desk?limit=200", other)
    assert waiting.id not in {row["id"] for row in page["items"]}


async def refused_while_the_account_waits(city: City, waiting: Waiting) -> None:
    """An account that was opened or reset a short while ago is no second person yet. R1.1."""
    second = Account.filter(id=city.roll.accounts[waiting.second])
    await second.update(confirms_from=city.clock() + timedelta(seconds=1))
    token = await city.staff(waiting.second)
    _, said = await city.call("POST", f"{waiting.path}/confirmation", token)
    assert said["code"] == "AccountWaits"
    await second.update(confirms_from=city.clock())


@pytest.mark.parametrize("kind", ENTRIES, ids=lambda kind: kind.name)
async def test_one_alone_does_nothing_and_two_at_once_decide_once(
    city: City, kind: Kind, monkeypatch: pytest.MonkeyPatch
) -> None:
    scene = scenes()[kind.name]
    taken_back = await scene(city)
    author = await city.staff(taken_back.author)
    reason = {"reason": "重复录入"}
    nothing = taken_back.path.replace(taken_back.id, str(uuid4()))
    for who, act, body in (
        (taken_back.second, "confirmation", None),
        (taken_back.author, "dropping", reason),
    ):
        _, said = await city.call("POST", f"{nothing}/{act}", await city.staff(who), body)
        assert said["code"] == "NotFound"
    await city.must("POST", f"{taken_back.path}/dropping", author, reason)
    status, said = await city.call("POST", f"{taken_back.path}/dropping", author, reason)
    assert (status, said["code"]) == (409, "EntryNotOpen")
    second = await city.staff(taken_back.second)
    assert taken_back.id not in await desk_of(city, taken_back.second)
    _, said = await city.call("POST", f"{taken_back.path}/confirmation", second)
    assert said["code"] == "EntryNotOpen"
    if kind.table.drop_reason:
        row = await one(
            f'SELECT {kind.table.drop_reason} AS why FROM "{kind.table.name}" WHERE id = $1',
            taken_back.id,
        )
        assert row is not None and row["why"] == "重复录入"

    waiting = await scene(city)
    assert waiting.id in await desk_of(city, waiting.second)
    assert waiting.id in await desk_of(city, waiting.author, "entered")
    assert waiting.id not in await desk_of(city, waiting.author)
    await refused_to_the_author(city, kind, waiting)
    await refused_while_the_account_waits(city, waiting)
    with monkeypatch.context() as patched:
        meet(patched)
        both = await asyncio.gather(
            *(city.call("POST", f"{waiting.path}/confirmation", second) for _ in range(2))
        )
    codes = sorted(answer.get("code", "") if status >= 400 else "" for status, answer in both)
    assert codes == ["", "EntryNotOpen"], both
    assert waiting.id not in await desk_of(city, waiting.second)
