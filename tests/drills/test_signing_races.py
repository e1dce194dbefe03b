"""The third head moves the case forward exactly once, however many sign at once. R5.1."""

from collections.abc import Callable
from random import Random

import pytest
from tortoise.transactions import in_transaction

from models.base import one, sql
from models.cases import Case
from models.roll import Home
from rules.cases import State
from rules.refusals.cases import AlreadySigned
from sandbox.names import Names
from server.config import Settings
from tests.builders import case_in
from tests.drills.arena import Arena, arena, events, facts_of, rounds
from tests.small_roll import AREA_CM2, Planter
from tests.world import START, vault_of

__all__ = ["arena"]

CROWD = 50
Figure = Callable[[str], None]


@pytest.fixture
async def crowd(arena: Arena, settings: Settings) -> list[str]:
    """Fifty more owners of the building, one home each, who can all sign."""
    planter = Planter(vault_of(settings), START)
    planter.names = Names(Random(50))
    here = arena.roll.here
    async with in_transaction():
        for number in range(CROWD):
            home = await Home.create(
                unit_id=here.units[0],
                code=f"CROWD-{number}",
                room=f"C{number}",
                area_cm2=AREA_CM2,
                area_source="registered",
            )
            here.homes[f"C{number}"] = home.id
            await planter.owner(f"crowd{number}", here, [f"C{number}"])
    arena.roll.people.update(planter.people)
    return sorted(planter.people)


async def told(case: Case, kind: str) -> tuple[int, int]:
    """How many messages of this kind there are about the case, and to how many people."""
    row = await one(
        "SELECT count(*) AS messages, count(DISTINCT to_id) AS people FROM message m"
        " JOIN log_event e ON e.id = m.event_id WHERE e.subject_id = $1 AND e.kind = $2",
        case.id,
        kind,
    )
    assert row is not None
    return row["messages"], row["people"]


@pytest.mark.parametrize("signers", [3, 4, 20, 50])
async def test_so_many_sign_at_once(
    arena: Arena, crowd: list[str], figure: Figure, signers: int
) -> None:
    """One transition, one event, one batch of messages; every signature kept."""
    played = rounds(100)
    for _ in range(played):
        case = await case_in(State.SIGNING, arena.roll, START, signers=())
        await sql("DELETE FROM signature WHERE case_id = $1", case.id)
        works = [
            lambda who=who, case=case: arena.ask(who, START, "sign_case", case_id=case.id)
            for who in crowd[:signers]
        ]
        gave = await arena.race(*works)
        assert not [one_ for one_ in gave if isinstance(one_, Exception)]
        facts = await facts_of(case)
        kinds = await events(case)
        assert facts.state is State.FILED and len(facts.signers) == signers
        assert (kinds.count("Signed"), kinds.count("Filed")) == (signers, 1)
        kept = await sql("SELECT owner_id FROM signature WHERE case_id = $1", case.id)
        assert len(kept) == signers
        messages, people = await told(case, "Filed")
        assert messages == people > 0
    figure(f"signing: {signers} at once, {played} rounds: one transition each")


async def test_one_owner_twenty_times_is_one_signature(arena: Arena, figure: Figure) -> None:
    """The same person at once from twenty phones."""
    played = rounds(100)
    for _ in range(played):
        case = await case_in(State.SIGNING, arena.roll, START)
        works = [
            lambda case=case: arena.ask("owner5", START, "sign_case", case_id=case.id)
            for _ in range(20)
        ]
        gave = await arena.race(*works)
        assert sum(isinstance(one_, AlreadySigned) for one_ in gave) == 19
        facts = await facts_of(case)
        assert [one_.owner_id for one_ in facts.signers].count(
            str(arena.roll.people["owner5"].owner_id)
        ) == 1
        assert (await events(case)).count("Signed") == 1
    figure(f"signing: one owner 20 times at once, {played} rounds: one signature each")
