"""The worker: all that fell due is done, one fault stops nothing else. R12.3, R13.3, R7.1."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import datetime, timedelta
from typing import Any

import pytest

from handlers.route import Context, Job
from models import log
from models.base import sql
from rules.cases import State
from rules.events.register import CalendarChanged
from rules.refusals.asking import WechatUnavailable
from rules.refusals.cases import NotYetDue
from sandbox.wechat import sandbox_template_id
from sandbox.wechat.faults import Fault
from server import door, worker
from server.cache import Cache
from server.operations import JOBS
from tests.builders import case_in
from tests.handlers.objecting import facts_of, noticed, objects
from tests.wechat import PATIENT_SECONDS, SEND
from tests.world import City

TASK = sandbox_template_id("task")


class Chores:
    """A job whose items a test puts there; done items are gone."""

    def __init__(self, name: str = "chore") -> None:
        self.items: list[str] = []
        self.done: list[str] = []
        self.at: list[datetime] = []
        self.wrong: dict[str, Exception] = {}
        self.keep = False
        self.job = Job(name, self.due, self.run)

    async def due(self, now: datetime) -> list[str]:
        return list(self.items)

    async def run(self, ctx: Context, item: str) -> None:
        if item in self.wrong:
            raise self.wrong[item]
        self.done.append(item)
        self.at.append(ctx.now)
        if not self.keep:
            self.items.remove(item)


def test_jobs_have_names_of_their_own() -> None:
    """Failures, measures and logs know a job by its name."""
    names = [job.name for job in JOBS]
    assert len(set(names)) == len(names) and "close_notice" in names


async def test_one_bad_item_stops_no_other(city: City) -> None:
    """Refused or broken, it stays due; the rest is done, each in a transaction of its own."""
    one, other = Chores(), Chores("other")
    one.items, other.items = ["a", "b", "c"], ["d"]
    one.wrong = {"a": RuntimeError(), "b": NotYetDue()}
    assert await worker.run_due(city.world, [one.job, other.job]) == 2
    assert (one.done, other.done, one.items) == (["c"], ["d"], ["a", "b"])


async def test_a_job_that_cannot_list_stops_no_other(city: City) -> None:
    class Blind(Chores):
        async def due(self, now: datetime) -> list[str]:
            raise RuntimeError

    other = Chores()
    other.items = ["d"]
    assert await worker.run_due(city.world, [Blind("blind").job, other.job]) == 1


async def test_what_becomes_due_by_it_is_done_too(city: City) -> None:
    first, second = Chores(), Chores("second")
    second.items = ["start"]
    run = second.run

    async def makes_more(ctx: Context, item: str) -> None:
        await run(ctx, item)
        first.items.append("more")

    done = await worker.run_due(city.world, [first.job, Job("second", second.due, makes_more)])
    assert done == 2 and first.done == ["more"]


async def test_what_stays_due_does_not_keep_the_worker(city: City) -> None:
    """A job that forgets to note what it did is done a few times, not for ever."""
    forgetful = Chores()
    forgetful.items, forgetful.keep = ["a"], True
    assert await worker.run_due(city.world, [forgetful.job]) == worker.TIMES


async def test_failures_are_left_alone_longer_and_longer(city: City) -> None:
    chores = Chores()
    chores.items, chores.wrong = ["a"], {"a": RuntimeError()}
    patience = worker.Patience()
    await worker.run_due(city.world, [chores.job], patience)
    chores.wrong = {}
    assert await worker.run_due(city.world, [chores.job], patience) == 0
    assert await worker.run_due(city.world, [chores.job]) == 1


def test_patience_is_bounded() -> None:
    patience = worker.Patience(names_max=3)
    for name in "abcd":
        patience.failed(name)
    assert not patience.waits("a") and patience.waits("d")
    patience.succeeded("d")
    assert not patience.waits("d")


async def test_asked_outside_before_the_transaction(city: City) -> None:
    """What `prepare` brings is in the context; its fault leaves the item for later."""
    seen: list[Any] = []

    async def prepare(ctx: Context, item: str) -> str:
        ids = [(await sql("SELECT txid_current() AS id"))[0]["id"] for _ in range(2)]
        seen.append(ids[0] != ids[1])
        if item == "b":
            raise WechatUnavailable
        return f"asked about {item}"

    chores = Chores()
    chores.items = ["a", "b"]

    async def run(ctx: Context, item: str) -> None:
        seen.append(ctx.prepared)
        await chores.run(ctx, item)

    assert await worker.run_due(city.world, [Job("asks", chores.due, run, prepare)]) == 1
    assert seen == [True, "asked about a", True]
    assert chores.items == ["b"]


async def test_what_is_recorded_is_sealed(city: City) -> None:
    """R12.3: committed events become leaves under a head."""

    async def change(ctx: Context) -> None:
        year = "00000000-0000-0000-0000-000000002027"
        ctx.record(CalendarChanged(subject_id=year, at=ctx.now))

    for _ in range(3):
        await door.enter(worker.CLOCK, city.clock(), city.world, change)
    before = await log.head()
    await worker.seal(city.world)
    after = await log.head()
    assert after is not None and after.tree_size == (before.tree_size if before else 0) + 3
    assert await worker.seal(city.world) == 0


async def test_days_later_everything_is_as_of_its_own_deadline(city: City) -> None:
    """R7.1, R7.5: the clock jumps by weeks; the notice ended when it ended, and an objection after
    that is late although no worker had closed the notice yet."""
    closed = await noticed(city)
    ends_at = (await facts_of(closed)).notice_ends_at
    assert ends_at is not None
    city.clock.advance(days=30)
    receipt = await objects(city, closed, "owner5")
    assert receipt["in_time"] is False and receipt["case_state"] == "noticed"
    await city.due()
    facts = await facts_of(closed)
    assert facts.state is State.CLEARED
    rows = await sql(
        "SELECT body->>'ended_at' AS ended FROM log_event WHERE kind = 'NoticeEnded'"
        " AND subject_id = $1",
        closed.id,
    )
    assert datetime.fromisoformat(rows[0]["ended"]) == ends_at


@asynccontextmanager
async def working(city: City, cache: Cache | None = None) -> AsyncIterator[None]:
    """A worker beside the test; stopped in good order at the end."""
    stop = asyncio.Event()
    running = asyncio.create_task(worker.run(city.world, cache or city.cache, city.settings, stop))
    try:
        yield
    finally:
        stop.set()
        await asyncio.wait_for(running, 60)


async def until(found: Any, seconds: float = 60.0) -> None:
    """Waits until the question is answered with yes."""
    async with asyncio.timeout(seconds):
        while not await found():
            await asyncio.sleep(0.02)


async def state_is(case: Any, state: State) -> bool:
    return (await facts_of(case)).state is state


async def test_the_worker_closes_seals_and_stops(city: City) -> None:
    """R7.1: a notice whose time has come is closed within seconds."""
    case = await noticed(city)
    async with working(city):
        city.clock.advance(days=9)
        await until(lambda: state_is(case, State.CLEARED))

        async def sealed() -> bool:
            return not await sql("SELECT 1 FROM log_unsealed LIMIT 1")

        await until(sealed)


async def told_the_manager(city: City) -> None:
    """A message to the manager is about to be sent."""
    one = city.roll.people["manager"]
    city.emulator.world.consent(one.openid, TASK).left += 1
    token = await city.login("manager")
    await city.must("POST", "/consents", token, {"results": {TASK: "accept"}})
    elevators = (str(city.roll.here.elevators[1]),)
    case = await case_in(State.PLANNED, city.roll, city.clock(), elevators=elevators)
    await city.must("POST", f"/cases/{case.id}/notice", await city.staff("clerk"))


async def test_a_wechat_that_hangs_keeps_no_notice_open(city: City) -> None:
    """Messages and jobs run beside each other; the stop waits for neither for long."""
    city.emulator.world.faults.add(Fault.parse(SEND, "stall", None))
    await told_the_manager(city)
    other = await noticed(city)
    async with working(city):

        async def calling() -> bool:
            return bool(city.emulator.world.journal.read(SEND))

        await until(calling)
        city.clock.advance(days=9)
        await until(lambda: state_is(other, State.CLEARED), PATIENT_SECONDS / 2)
        city.emulator.world.faults.clear()


async def test_messages_go_out_when_a_write_wakes_the_worker(city: City) -> None:
    async with working(city):
        await told_the_manager(city)

        async def arrived() -> bool:
            return len(city.emulator.world.messages) == 1

        await until(arrived)


async def test_without_redis_it_still_works(city: City) -> None:
    """Wake-ups only make it quicker."""
    away = Cache("redis://127.0.0.1:1/0")
    case = await noticed(city)
    async with working(city, away):
        city.clock.advance(days=9)
        await until(lambda: state_is(case, State.CLEARED))
    await away.close()


async def test_two_workers_do_each_thing_once(city: City) -> None:
    """R13.3: one event, one batch of messages, one message on the phone."""
    case = await noticed(city)
    await told_the_manager(city)
    async with working(city), working(city):
        city.clock.advance(days=9)
        await until(lambda: state_is(case, State.CLEARED))

        async def quiet() -> bool:
            return not await sql("SELECT 1 FROM delivery WHERE state IN ('waiting', 'leased')")

        await until(quiet)
    rows = await sql(
        "SELECT count(*) AS n FROM log_event WHERE kind = 'NoticeEnded' AND subject_id = $1",
        case.id,
    )
    assert rows[0]["n"] == 1
    assert len(city.emulator.world.messages) == 1


async def test_a_loop_that_raises_goes_on(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever happens in a round, there is a next one, and the stop is obeyed."""
    stop, bell, rounds = asyncio.Event(), worker.Bell(), 0
    monkeypatch.setattr(worker.Patience, "waits", lambda self, name: False)

    async def work() -> None:
        nonlocal rounds
        rounds += 1
        if rounds == 3:
            stop.set()
        raise RuntimeError

    await asyncio.wait_for(worker.repeat("x", work, bell, stop, 0.01), 60)
    assert rounds == 3


async def test_gauges_show_the_outbox(city: City) -> None:
    """What waits, since when, and what was given up."""
    await told_the_manager(city)
    await sql("UPDATE delivery SET due_at = $1", city.clock() - timedelta(seconds=90))
    await worker.measure()
    measures = worker.metrics
    assert measures.outbox_depth._value.get() == 1
    assert measures.outbox_oldest_seconds._value.get() == 90
    await sql("UPDATE delivery SET state = 'dead'")
    await worker.measure()
    assert measures.outbox_depth._value.get() == 0
    assert measures.outbox_oldest_seconds._value.get() == 0
    assert measures.dead_letters._value.get() == 1
