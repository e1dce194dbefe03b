"""What the clock does: notices that ran out, lapses, recounts; late, twice and never too early."""

from collections.abc import Awaitable, Callable
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

import pytest

from handlers import timed
from handlers.route import CLOCK
from models import ledger
from models.base import sql
from models.calendar import LocalDay, PublishedYear
from models.cases import Case
from rules.cases import State
from rules.days import BEIJING
from rules.ledger import AccountKind
from server import door
from server.operations import JOBS
from tests.builders import ask, asker, case_in
from tests.handlers.collecting.desk import NEVER, Desk
from tests.handlers.objecting import done, events, facts_of, objects, refused
from tests.handlers.votes.polling import opened, planned
from tests.small_roll import POOLED_FEN
from tests.world import City

Due = Callable[[datetime], Awaitable[list[Any]]]


async def run(city: City, job: str) -> list[UUID]:
    """Do all that this job has to do now; the ids of what was due."""
    row = next(one for one in JOBS if one.name == job)
    due = await row.due(city.clock())
    for one in due:
        await door.enter(CLOCK, city.clock(), city.world, lambda ctx, it=one: row.run(ctx, it))
    return due


async def test_a_notice_closes_at_the_end_of_its_last_day_and_not_before(city: City) -> None:
    """R7.1: 2025-09-15 plus seven days is Monday the 22nd."""
    case = await case_in(State.NOTICED, city.roll, city.clock())
    city.clock.at = datetime(2025, 9, 23, tzinfo=BEIJING) - timedelta(microseconds=1)
    assert await run(city, "close_notice") == []
    city.clock.advance(microseconds=1)
    assert await run(city, "close_notice") == [case.id]
    assert (await facts_of(case)).state is State.CLEARED
    assert await run(city, "close_notice") == []
    assert await events(case) == ["NoticeEnded"]


async def test_what_is_no_longer_due_under_the_lock_is_left_alone(city: City) -> None:
    """Two workers listed the same case; an objection came between."""
    case = await case_in(State.NOTICED, city.roll, city.clock())
    over = (await facts_of(case)).notice_ends_at
    assert over is not None and await timed.notices_over(over) == [case.id]
    await objects(city, case, "owner5")
    for late in (over, over + timedelta(days=30)):
        await door.enter(CLOCK, late, city.world, lambda ctx: timed.close_notice(ctx, case.id))
        await door.enter(CLOCK, late, city.world, lambda ctx: timed.lapse_case(ctx, case.id))
    assert (await facts_of(case)).state is State.PAUSED
    assert await events(case) == ["Paused"]


@pytest.mark.parametrize(
    ("state", "days"),
    [
        (State.SIGNING, 10),
        (State.RETURNED, 15),
        (State.ACCEPTED, 90),
        (State.POSTING, 90),
        (State.REGISTERED, 90),
        (State.CONTRACTED, 90),
    ],
)
async def test_a_case_lapses_when_its_time_is_over(city: City, state: State, days: int) -> None:
    """Section 6; what was held is free again (R3.4), the elevator too (R5.5)."""
    case = await case_in(state, city.roll, city.clock())
    city.clock.advance(days=days, microseconds=-1)
    assert await run(city, "lapse_case") == []
    city.clock.advance(microseconds=1)
    assert await run(city, "lapse_case") == [case.id]
    assert (await facts_of(case)).state is State.LAPSED
    account = await ledger.account_for(AccountKind.POOLED, city.roll.here.scope)
    assert account.available_fen == POOLED_FEN
    assert await sql("SELECT 1 FROM case_elevator WHERE open") == []
    assert await run(city, "lapse_case") == []


@pytest.mark.parametrize(
    ("flow", "state"),
    [
        ("household", State.NOT_CARRIED),
        ("household", State.COLLECTING),
        ("added", State.NOT_CARRIED),
        ("independent", State.FUNDED),
    ],
)
async def test_so_does_one_that_its_owners_leave_alone(city: City, flow: str, state: State) -> None:
    """Section 6, lapse.days: not carried, not paid in, or paid in and no contract."""
    applicant = "independent" if flow == "independent" else "signers"
    case = await case_in(state, city.roll, city.clock(), flow=flow, applicant=applicant)
    city.clock.advance(days=90, microseconds=-1)
    assert await run(city, "lapse_case") == []
    city.clock.advance(microseconds=1)
    assert await run(city, "lapse_case") == [case.id]
    assert (await facts_of(case)).state is State.LAPSED
    account = await ledger.account_for(AccountKind.POOLED, city.roll.here.scope)
    assert account.held_fen == 0


async def test_a_vote_is_ended_by_its_count_and_by_nothing_else(city: City) -> None:
    """R8.3: however late the count, no lapse overtakes it; not carried, a second round is asked."""
    case = await planned(city)
    await opened(city, case)
    city.clock.advance(days=200)
    assert await run(city, "lapse_case") == []
    assert (await facts_of(case)).state is State.VOTING
    assert len(await run(city, "count_vote")) == 1
    assert (await facts_of(case)).state is State.NOT_CARRIED
    assert await run(city, "lapse_case") == []
    again = await opened(city, case)
    assert again["round"] == 2
    city.clock.advance(days=200)
    await run(city, "count_vote")
    path = f"/cases/{case.id}/votes"
    assert await refused(city, "clerk", path, {}) == "409 RoundsOver"
    city.clock.advance(days=90)
    assert await run(city, "lapse_case") == [case.id]


async def test_money_that_comes_in_starts_the_days_anew_a_flag_does_not(city: City) -> None:
    """Section 6: what is paid shows that somebody goes on; an emergency changes no day."""
    desk = await Desk.opened(city, "collecting")
    case = await Case.find(UUID(desk.trip.id))
    begun = city.clock()
    assert (await facts_of(case)).due_at() == begun + timedelta(days=90)
    city.clock.advance(days=10)
    files = [await city.paper("owner5")]
    told = {"kind": "unsafe", "reason": "门锁失效", "file_ids": files}
    await done(city, "owner5", f"/cases/{case.id}/emergency", told)
    assert (await facts_of(case)).due_at() == begun + timedelta(days=90)
    city.clock.advance(days=10)
    await desk.pays(NEVER, 100)
    assert (await facts_of(case)).due_at() == city.clock() + timedelta(days=90)
    assert (await facts_of(case)).state is State.COLLECTING


async def provisional(city: City) -> Case:
    """A notice posted on 2026-12-28: its last day lies in a year that nobody knows yet."""
    city.clock.at = datetime(2026, 12, 28, 9, 0, tzinfo=BEIJING)
    case = await case_in(State.NOTICED, city.roll, city.clock())
    facts = await facts_of(case)
    assert facts.notice_last_on == date(2027, 1, 4) and facts.notice_provisional
    return case


async def test_a_provisional_end_closes_nothing(city: City) -> None:
    """R9.2: never guessed silently."""
    case = await provisional(city)
    city.clock.at = datetime(2027, 1, 20, tzinfo=BEIJING)
    assert await run(city, "recount_notice") == [], "nothing new is known"
    assert await run(city, "close_notice") == []
    assert (await facts_of(case)).state is State.NOTICED


async def test_a_published_calendar_moves_the_end_and_tells(city: City) -> None:
    """R9.2: recomputed as soon as the year is known, and closed by the new end."""
    case = await provisional(city)
    entered: dict[str, Any] = {"entered_by": city.roll.accounts["administrator"]}
    entered["entered_at"] = city.clock()
    for day in (date(2027, 1, 1), date(2027, 1, 4)):
        await LocalDay.create(day=day, working=False, name="元旦", **entered)
    await PublishedYear.create(year=2027, source="国办通知", **entered)
    assert await run(city, "recount_notice") == [case.id]
    facts = await facts_of(case)
    assert facts.notice_last_on == date(2027, 1, 5) and not facts.notice_provisional
    assert await run(city, "recount_notice") == []
    assert await events(case) == ["NoticeRecounted"]
    city.clock.at = datetime(2027, 1, 6, tzinfo=BEIJING)
    assert await run(city, "close_notice") == [case.id]


async def due_of(case: Case) -> tuple[date, bool]:
    """The last day of the payout as lists and reminders see it."""
    (row,) = await sql("SELECT due_on, provisional FROM payout WHERE case_id = $1", case.id)
    return row["due_on"], row["provisional"]


async def test_a_provisional_payout_is_counted_again_too(city: City) -> None:
    """R9.2: seven working days from 2026-12-28 end in a year that nobody knows yet."""
    city.clock.at = datetime(2026, 12, 28, 9, 0, tzinfo=BEIJING)
    case = await case_in(State.REQUESTED, city.roll, city.clock())
    assert await due_of(case) == (date(2027, 1, 6), True)
    assert await run(city, "recount_notice") == [], "nothing new is known"
    entered: dict[str, Any] = {"entered_by": city.roll.accounts["administrator"]}
    entered["entered_at"] = city.clock()
    await LocalDay.create(day=date(2027, 1, 1), working=False, name="元旦", **entered)
    await PublishedYear.create(year=2027, source="国办通知", **entered)
    assert await run(city, "recount_notice") == [case.id]
    assert await due_of(case) == (date(2027, 1, 7), False)
    assert await run(city, "recount_notice") == []
    assert await events(case) == ["PayoutRecounted"]


async def test_a_payout_that_was_paused_has_its_days_again(city: City) -> None:
    """R9.1: the clock stands still with the case, and nobody is reminded meanwhile (R9.4)."""
    case = await case_in(State.REQUESTED, city.roll, city.clock())
    clerk = asker(city.roll, "clerk")
    why = {"reason": "核查材料"}
    await ask(city.world, clerk, city.clock(), "hold_case", why, "hold", case_id=case.id)
    city.clock.advance(days=12)
    assert await run(city, "remind_payout") == []
    other = asker(city.roll, "reviewer")
    await ask(city.world, other, city.clock(), "release_case", why, "go", case_id=case.id)
    facts = await facts_of(case)
    assert facts.payout is not None
    # Seven working days after 2025-09-27, over the holiday and two days made up for it.
    assert await due_of(case) == (facts.payout.due_on, False) == (date(2025, 10, 13), False)
