"""A ballot of the last instant against the count; many phones on one home. R8.3, R8.5.

Real transactions on connections of their own meet on one vote. `DRILL_SCALE` is the share of the
full drill (300 rounds of each race) that is played: 1.0 in `make drills`, a few in the normal run.
"""

from collections import Counter
from datetime import datetime, timedelta
from itertools import count
from typing import Any
from uuid import UUID

from tortoise.transactions import in_transaction

from handlers.route import CLOCK
from handlers.votes import counting
from handlers.votes.counting import record as recorded
from models.base import one, sql
from models.cases import Case
from models.votes.locks import lock_against_ballots
from rules.cases import State
from rules.refusals.base import Refusal
from rules.refusals.cases import NotAllowedNow
from rules.refusals.votes import VoteNotOpen
from rules.votes import tally
from server import door
from tests.builders import case_in
from tests.drills.arena import Arena, arena, facts_of, rounds
from tests.world import START

__all__ = ["arena"]

ROUNDS = rounds(300, 6)
INSTANT = timedelta(microseconds=1)
MOMENTS = count(1)


async def opened(arena: Arena) -> tuple[Case, UUID, datetime]:
    """A vote that runs, its case and its end."""
    case = await case_in(State.PLANNED, arena.roll, START, flow="household", premium_fen=100)
    vote = await arena.ask("clerk", START, "open_vote", case_id=case.id)
    return case, UUID(vote["id"]), datetime.fromisoformat(vote["ends_at"])


async def casts(arena: Arena, vote: UUID, at: datetime, who: str, choice: str) -> Any:
    return await arena.ask(who, at, "cast_ballot", {"choice": choice}, vote_id=vote)


async def counts_it(arena: Arena, vote: UUID, at: datetime) -> None:
    """The clock's job, as a worker runs it."""
    await door.enter(CLOCK, at, arena.world, lambda ctx: counting.count_vote(ctx, vote))


async def record(arena: Arena, vote: UUID) -> tuple[set[str], dict[str, Any]]:
    """The receipts of the recounted record, and the vote as it stands; both must agree."""
    async with in_transaction():
        row = await lock_against_ballots(vote)
    assert row is not None and row["state"] == "counted"
    box = await counting.opened(arena.world.secrets, row)
    result = tally(box.roll, box.casts, box.terms)
    rows = counting.record_of(box, result)
    told = recorded(row, box.homes.values(), box.terms, rows, result, row["counted_at"])
    assert told.root() == row["record_root"], "the record that was told"
    found = {row.receipt for row in rows if row.receipt} | {r for row in rows for r in row.also}
    return found, row


def both_orders(seen: Counter[str]) -> None:
    """In the full drill each of the two came first at least once: they did meet."""
    print(f"drill rounds={sum(seen.values())} {dict(seen)}")
    assert ROUNDS < 300 or len(seen) == 2, seen


async def test_a_ballot_of_the_last_instant_against_the_count(arena: Arena) -> None:
    """R8.3: whoever got a receipt is counted; who is not counted got none."""
    seen = Counter[str]()
    for _ in range(ROUNDS):
        case, vote, over = await opened(arena)
        first = await casts(arena, vote, START, "owner2", "agree")
        got, _ = await arena.race(
            lambda: casts(arena, vote, over - INSTANT, "owner5", "agree"),  # noqa: B023
            lambda: counts_it(arena, vote, over + counting.SETTLE),  # noqa: B023
        )
        receipts, _ = await record(arena, vote)
        given = {first["items"][0]["receipt"]}
        if isinstance(got, Refusal):
            assert isinstance(got, VoteNotOpen), got
            seen["the count"] += 1
        else:
            given.add(got["items"][0]["receipt"])
            seen["the ballot"] += 1
        assert receipts == given
        assert (await facts_of(case)).state is State.NOT_CARRIED
    both_orders(seen)


async def test_a_change_of_the_last_instant_against_the_count(arena: Arena) -> None:
    """R8.3: changed and counted as changed, or neither."""
    seen = Counter[str]()
    for _ in range(ROUNDS):
        _, vote, over = await opened(arena)
        first = await casts(arena, vote, START, "owner2", "agree")
        got, _ = await arena.race(
            lambda: casts(arena, vote, over - INSTANT, "owner2", "against"),  # noqa: B023
            lambda: counts_it(arena, vote, over + counting.SETTLE),  # noqa: B023
        )
        receipts, _ = await record(arena, vote)
        stands = first if isinstance(got, VoteNotOpen) else got
        assert receipts == {stands["items"][0]["receipt"]}
        seen["the count" if stands is first else "the ballot"] += 1
    both_orders(seen)


async def test_a_late_ballot_never_counts(arena: Arena) -> None:
    """R8.3: at 24:00 it is too late, also where the count has not begun."""
    for _ in range(ROUNDS):
        _, vote, over = await opened(arena)
        got, _ = await arena.race(
            lambda: casts(arena, vote, over, "owner5", "agree"),  # noqa: B023
            lambda: counts_it(arena, vote, over + counting.SETTLE),  # noqa: B023
        )
        assert isinstance(got, VoteNotOpen)
        assert await record(arena, vote) == (set(), (await record(arena, vote))[1])


async def test_two_phones_of_one_home(arena: Arena) -> None:
    """R2.3, R8.3: the later arrival stands whoever had the row first; one valid ballot."""
    seen = Counter[str]()
    _, vote, over = await opened(arena)
    last = ""
    for number in range(ROUNDS):
        moment = START + timedelta(hours=number)
        first, second = await arena.race(
            lambda: casts(arena, vote, moment, "owner2", "against"),  # noqa: B023
            lambda: casts(arena, vote, moment + INSTANT, "owner2", "agree"),  # noqa: B023
        )
        [early], [late] = first["items"], second["items"]
        assert late["state"] == "valid"
        seen["in order" if early["state"] == "valid" else "overtaken"] += 1
        rows = await sql("SELECT receipt FROM ballot WHERE vote_id = $1 AND state = 'valid'", vote)
        last = late["receipt"]
        assert [row["receipt"] for row in rows] == [last]
    await counts_it(arena, vote, over + counting.SETTLE)
    assert (await record(arena, vote))[0] == {last}
    both_orders(seen)


async def test_two_co_owners_at_once_are_in_conflict(arena: Arena) -> None:
    """R2.3: neither the first click nor the last one wins, and nobody meets an error."""
    _, vote, over = await opened(arena)
    for number in range(ROUNDS):
        moment = START + timedelta(hours=number)
        ours, theirs = ("agree", "against") if number % 2 else ("against", "agree")
        got = await arena.race(
            lambda: casts(arena, vote, moment, "owner3", ours),  # noqa: B023
            lambda: casts(arena, vote, moment, "co_owner3", theirs),  # noqa: B023
        )
        assert all(not isinstance(one, Refusal) for one in got), got
        rows = await sql(
            "SELECT state FROM ballot WHERE vote_id = $1 AND state <> 'replaced'", vote
        )
        assert [row["state"] for row in rows] == ["contested"] * 2
    await counts_it(arena, vote, over + counting.SETTLE)
    receipts, row = await record(arena, vote)
    assert len(receipts) == 2 and '"conflict_homes": 1' in row["result"]


async def test_two_clerks_open_one_vote(arena: Arena) -> None:
    for _ in range(ROUNDS):
        case = await case_in(State.PLANNED, arena.roll, START, flow="household", premium_fen=100)
        got = await arena.race(
            lambda: arena.ask("clerk", START, "open_vote", case_id=case.id),  # noqa: B023
            lambda: arena.ask("clerk2", START, "open_vote", case_id=case.id),  # noqa: B023
        )
        assert sum(isinstance(one, NotAllowedNow) for one in got) == 1, got
        row = await one("SELECT count(*) AS votes FROM vote WHERE case_id = $1", case.id)
        assert row is not None and row["votes"] == 1


async def test_a_ballot_against_the_end_of_its_case(arena: Arena) -> None:
    """A ballot is in the box before the vote is void, or it is refused."""
    seen, why = Counter[str](), {"reason": "改期"}
    for _ in range(ROUNDS):
        case, vote, _ = await opened(arena)
        got, _ = await arena.race(
            lambda: casts(arena, vote, START, "owner5", "agree"),  # noqa: B023
            lambda: arena.ask("owner1", START, "withdraw_case", why, case_id=case.id),  # noqa: B023
        )
        rows = await sql("SELECT state FROM vote WHERE id = $1", vote)
        assert [row["state"] for row in rows] == ["void"]
        late = isinstance(got, VoteNotOpen)
        assert late or not isinstance(got, Refusal), got
        kept = await sql("SELECT 1 FROM ballot WHERE vote_id = $1", vote)
        assert len(kept) == (0 if late else 1)
        seen["the end" if late else "the ballot"] += 1
    both_orders(seen)
