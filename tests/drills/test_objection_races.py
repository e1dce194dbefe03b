"""An objection in time wins against anything of the same instant, and never both. R7.5, R7.10.

Real transactions on connections of their own meet on one case, around the last instant of its
notice. `DRILL_SCALE` is the share of the full drill (300 rounds of each race) that is played:
1.0 in `make drills`, ten rounds of each in the normal run.
"""

from collections import Counter
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from models.base import sql
from models.cases import Case
from rules.cases import State
from rules.refusals.cases import NotAllowedNow, ObjectionClosed, ObjectionPending
from tests.builders import case_in, contract
from tests.drills.arena import Arena, arena, events, facts_of, rounds
from tests.small_roll import paper_of
from tests.world import START

__all__ = ["arena"]

ROUNDS = rounds(300, 10)
PREMIUM_FEN = 100
INSTANT = timedelta(microseconds=1)


async def objections(case: Case) -> list[tuple[str, bool]]:
    rows = await sql(
        "SELECT state, in_time FROM objection WHERE case_id = $1 ORDER BY state", case.id
    )
    return [(row["state"], row["in_time"]) for row in rows]


def both_orders(seen: Counter[str]) -> None:
    """In the full drill each of the two came first at least once: they did meet."""
    print(f"drill rounds={sum(seen.values())} {dict(seen)}")
    assert ROUNDS < 300 or len(seen) == 2, seen


async def paused_once(case: Case, over: datetime) -> list[str]:
    """What happened, of a case whose objection of the last instant has won."""
    facts, happened = await facts_of(case), await events(case)
    assert facts.state is State.PAUSED and len(facts.open_objections) == 1, happened
    assert facts.paused_at == over - INSTANT
    assert happened.count("Paused") == 1 and "LateObjectionRecorded" not in happened
    assert await objections(case) == [("open", True)]
    return happened


async def test_against_the_closing_job(arena: Arena) -> None:
    """R7.1, R7.5: whichever has the row first, the last instant counts."""
    seen = Counter[str]()
    for _ in range(ROUNDS):
        case = await case_in(State.NOTICED, arena.roll, START, premium_fen=PREMIUM_FEN)
        over = (await facts_of(case)).notice_ends_at
        assert over is not None
        await arena.race(
            lambda: arena.objects(case, over - INSTANT),  # noqa: B023
            lambda: arena.closes(case, over),  # noqa: B023
        )
        happened = await paused_once(case, over)
        resumes = (await facts_of(case)).resume_to
        assert resumes is (State.CLEARED if "NoticeEnded" in happened else State.NOTICED)
        seen[happened[0]] += 1
    both_orders(seen)


async def test_a_late_one_against_the_closing_job(arena: Arena) -> None:
    """R7.9: at 24:00 it is too late, also where the job has not run yet."""
    seen = Counter[str]()
    for _ in range(ROUNDS):
        case = await case_in(State.NOTICED, arena.roll, START, premium_fen=PREMIUM_FEN)
        over = (await facts_of(case)).notice_ends_at
        assert over is not None
        await arena.race(
            lambda: arena.objects(case, over),  # noqa: B023
            lambda: arena.closes(case, over),  # noqa: B023
        )
        assert (await facts_of(case)).state is State.CLEARED
        happened = await events(case)
        assert sorted(happened) == ["LateObjectionRecorded", "NoticeEnded"]
        assert await objections(case) == [("recorded", False)]
        seen[happened[0]] += 1
    both_orders(seen)


async def test_against_registration(arena: Arena) -> None:
    """R7.5: registered with an objection open is never seen."""
    await _overtaken(arena, State.CLEARED, "Registered", "register_case", "clerk", lambda: None)


async def test_against_the_contract(arena: Arena) -> None:
    paper = await paper_of("person", arena.roll.people["owner1"].person_id, START)

    def signed() -> dict[str, Any]:
        made = contract(START.date(), f"HT-{next(arena.numbers)}", PREMIUM_FEN)
        dates = {"from_on": made.from_on.isoformat(), "to_on": made.to_on.isoformat()}
        return {"number": made.number, "amount_fen": PREMIUM_FEN, "file_id": str(paper), **dates}

    await _overtaken(arena, State.REGISTERED, "Contracted", "sign_contract", "owner1", signed)


async def _overtaken(
    arena: Arena, state: State, event: str, name: str, who: str, body: Callable[[], Any]
) -> None:
    """An act of the next step meets an objection that arrived at the last instant."""
    seen = Counter[str]()
    for _ in range(ROUNDS):
        case = await case_in(
            state, arena.roll, START, premium_fen=PREMIUM_FEN, notice_ends_at=START
        )
        told = body()
        _, acted = await arena.race(
            lambda: arena.objects(case, START - INSTANT),  # noqa: B023
            lambda: arena.ask(who, START, name, told, case_id=case.id),  # noqa: B023
        )
        happened = await paused_once(case, START)
        if event in happened:
            assert happened == [event, "Paused"], "after the fact"
        else:
            assert happened == ["Paused"] and isinstance(acted, NotAllowedNow), acted
        seen[happened[0]] += 1
        # The elevator is free for the next round's contract.
        await sql("UPDATE cover SET live = false")
    both_orders(seen)


async def test_against_the_payout(arena: Arena) -> None:
    """R7.5, R7.9: what precedes payout is paused; what is paid stays paid, and is recorded."""
    seen = Counter[str]()
    for _ in range(ROUNDS):
        case = await case_in(
            State.PREPARED, arena.roll, START, premium_fen=PREMIUM_FEN, notice_ends_at=START
        )
        await arena.race(
            lambda: arena.objects(case, START - INSTANT),  # noqa: B023
            lambda: arena.ask("finance2", START, "approve_payout", case_id=case.id),  # noqa: B023
        )
        facts, happened = await facts_of(case), await events(case)
        if happened == ["Paused"]:
            assert facts.state is State.PAUSED and await objections(case) == [("open", True)]
        else:
            assert happened == ["PremiumPaid", "LateObjectionRecorded"]
            assert facts.state is State.PAID and await objections(case) == [("recorded", True)]
        seen[happened[0]] += 1
    both_orders(seen)


async def test_two_owners_at_the_same_instant(arena: Arena) -> None:
    """R7.6: one pause, two open."""
    for _ in range(ROUNDS):
        case = await case_in(State.NOTICED, arena.roll, START, premium_fen=PREMIUM_FEN)
        await arena.race(
            lambda: arena.objects(case, START + INSTANT, "owner5"),  # noqa: B023
            lambda: arena.objects(case, START + INSTANT, "owner6"),  # noqa: B023
        )
        assert await events(case) == ["Paused", "ObjectionAdded"]
        assert len((await facts_of(case)).open_objections) == 2
        assert await objections(case) == [("open", True)] * 2


async def test_the_same_owner_at_once_is_one_objection(arena: Arena) -> None:
    """R7.10: by phone, by phone again, and on paper."""
    person = arena.roll.people["owner5"]
    scan = await paper_of("account", arena.roll.accounts["clerk"], START)
    paper = {
        "home_id": str(person.homes[0]),
        "owner_id": str(person.owner_id),
        "text": "反对",
        "received_at": START.isoformat(),
        "file_ids": [str(scan)],
    }
    for _ in range(ROUNDS):
        case = await case_in(State.NOTICED, arena.roll, START, premium_fen=PREMIUM_FEN)
        got = await arena.race(
            lambda: arena.objects(case, START),  # noqa: B023
            lambda: arena.objects(case, START),  # noqa: B023
            lambda: arena.ask("clerk", START, "enter_paper_objection", paper, case_id=case.id),  # noqa: B023
        )
        assert sum(isinstance(one, ObjectionPending) for one in got) == 2, got
        assert await events(case) == ["Paused"]
        assert len((await facts_of(case)).open_objections) == 1
        assert len(await objections(case)) == 1


async def test_the_last_withdrawal_against_a_new_objection(arena: Arena) -> None:
    """R7.6: while anything is open the case stays paused."""
    seen = Counter[str]()
    for _ in range(ROUNDS):
        case = await case_in(State.NOTICED, arena.roll, START, premium_fen=PREMIUM_FEN)
        first = UUID((await arena.objects(case, START))["objection_id"])
        await arena.race(
            lambda: arena.ask("owner5", START, "withdraw_objection", objection_id=first),  # noqa: B023
            lambda: arena.objects(case, START, "owner6"),  # noqa: B023
        )
        facts, happened = await facts_of(case), await events(case)
        assert facts.state is State.PAUSED and len(facts.open_objections) == 1, happened
        assert await objections(case) == [("open", True), ("withdrawn", True)]
        assert happened.count("Paused") == 1 + happened.count("NoticeResumed")
        seen[happened[1]] += 1
    both_orders(seen)


async def test_an_objection_has_one_end(arena: Arena) -> None:
    """R7.6: withdrawn and dismissed at the same instant is one of the two, and one resumption."""
    seen = Counter[str]()
    for _ in range(ROUNDS):
        case = await case_in(State.NOTICED, arena.roll, START, premium_fen=PREMIUM_FEN)
        one = UUID((await arena.objects(case, START))["objection_id"])
        why = {"reason": "不成立"}
        got = await arena.race(
            lambda: arena.ask("owner5", START, "withdraw_objection", objection_id=one),  # noqa: B023
            lambda: arena.ask("reviewer", START, "dismiss_objection", why, objection_id=one),  # noqa: B023
        )
        assert sum(isinstance(answer, ObjectionClosed) for answer in got) == 1, got
        assert await events(case) == ["Paused", "ObjectionSettled", "NoticeResumed"]
        assert (await facts_of(case)).state is State.NOTICED
        [(state, _)] = await objections(case)
        seen[state] += 1
    both_orders(seen)
