"""kill -9 of the worker: every message is delivered or explained, and none doubled but in doubt."""

import asyncio
import json
from asyncio.subprocess import Process
from collections import Counter
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from random import Random
from typing import Any
from uuid import UUID, uuid4

import asyncpg

from notify.templates import PROGRESS
from sandbox import clock
from sandbox.wechat import sandbox_template_id
from sandbox.wechat.faults import Fault
from tests.conftest import rounds
from tests.drills.stand import START, Stand, until
from tests.drills.test_kill_server import GATE, gate, someone_waits
from tests.drills.workload import Work

SEND = "/cgi-bin/message/subscribe/send"
LEASE = timedelta(seconds=61)
PEOPLE = tuple(f"owner{number}" for number in range(1, 11))
OPEN = ("waiting", "leased")


async def test_worker_killed_at_random(stand: Stand, figure: Callable[[str], None]) -> None:
    times = rounds(3, 50)
    random = Random(3)
    await messages(stand, 40 * times)
    received = stand.emulator.world.messages
    worker = await stand.start("work")
    for turn in range(times):
        if turn % 2:
            # It has arrived, but the answer will not: the worker dies while it waits.
            stand.emulator.world.faults.add(Fault(SEND, "stall", after=True))
        goal = min(len(received) + random.randint(1, 20), 40 * times)

        async def arrived(goal: int = goal) -> bool:
            return len(received) >= goal

        await until(arrived, 180, "messages arrive")
        worker = await replaced(stand, worker)
    stand.emulator.world.faults.clear()
    await drained(stand)
    told = await explained(stand)
    figure(
        f"kill -9 of work at random: {times} times, {40 * times} messages: {told['sent']} sent,"
        f" {told['maybe']} in doubt, {told['twice']} twice and each of those after an unknown end"
    )
    assert told["sent"] + told["maybe"] == 40 * times


POINTS = {
    "a lease is taken": ("delivery", "BEFORE UPDATE"),
    "an attempt is noted before the call": ("attempt", "BEFORE INSERT"),
    "the answer to a call is to be stored": ("attempt", "BEFORE UPDATE"),
}


async def test_worker_killed_at_chosen_points(stand: Stand, figure: Callable[[str], None]) -> None:
    times = rounds(1, 17)
    somebody = stand.roll.people[PEOPLE[0]]
    await messages(stand, 1)
    worker = await stand.start("work")
    for place, (point, where) in enumerate(POINTS.items()):
        for turn in range(times):
            await drained(stand)
            await gate(stand, where)
            lock = await asyncpg.connect(stand.env["DATABASE_URL"])
            await lock.execute(f"SELECT pg_advisory_lock({GATE})")
            text = f"{place}之{turn}"
            await message(stand, somebody.person_id, somebody.openid, text)
            await until(lambda: someone_waits(stand), 180, f"the worker waits where {point}")
            worker.kill()
            await worker.wait()
            await lock.close()
            clock.advance(Path(stand.env["VAR_DIR"]), LEASE)
            worker = await stand.start("work")
        figure(f"kill -9 of work when {point}: {times} times")
    await drained(stand)
    told = await explained(stand)
    assert told["sent"] + told["maybe"] == 1 + times * len(POINTS)


async def test_worker_killed_while_cases_move(stand: Stand, figure: Callable[[str], None]) -> None:
    times = rounds(1, 10)
    await stand.serve()
    worker = await stand.start("work")
    work = Work(stand)
    here, there = stand.roll.here, stand.roll.there
    async with asyncio.TaskGroup() as group:
        group.create_task(work.stream("manager", here, here.elevators[0]))
        group.create_task(work.stream("other_manager", there, there.elevators[0]))
        for _ in range(times):
            await work.progressed(6)
            worker = await replaced(stand, worker)
        work.stopping = True
    await until(lambda: sealed(stand), 180, "every event is under a published head")
    await work.verify()
    rows = await stand.sql(
        "SELECT to_id, event_id, kind FROM message GROUP BY 1, 2, 3 HAVING count(*) > 1"
    )
    assert rows == [], "nobody was told twice"
    figure(f"kill -9 of work while cases move: {times} times, log sealed without a gap")


async def replaced(stand: Stand, worker: Process) -> Process:
    """The worker is killed and another takes its place, after the leases of the first ran out."""
    worker.kill()
    await worker.wait()
    clock.advance(Path(stand.env["VAR_DIR"]), LEASE)
    return await stand.start("work")


async def sealed(stand: Stand) -> bool:
    return not (await stand.sql("SELECT count(*) FROM log_unsealed"))[0][0]


async def messages(stand: Stand, count: int) -> None:
    """So many messages wait, numbered in their first field; everybody allows them for good."""
    template = sandbox_template_id(PROGRESS.name)
    people = [stand.roll.people[name] for name in PEOPLE]
    for person in people:
        stand.emulator.world.consent(person.openid, template).standing = True
        await stand.sql(
            "INSERT INTO consent (id, person_id, template, standing, changed_at, by_phone,"
            " by_push, used) VALUES (gen_random_uuid(), $1, $2, true, $3, 0, 0, 0)",
            person.person_id,
            PROGRESS.name,
            START,
        )
    for number in range(count):
        person = people[number % len(people)]
        await message(stand, person.person_id, person.openid, f"第{number}号")


async def message(stand: Stand, person: UUID, openid: str, text: str) -> None:
    """One message in the inbox, its copy waiting."""
    found = uuid4()
    await stand.sql(
        "INSERT INTO message (id, to_kind, to_id, event_id, kind, title, text, link, created_at)"
        " VALUES ($1, 'person', $2, gen_random_uuid(), 'drill', '演练', $3, '', $4)",
        found,
        person,
        text,
        START,
    )
    data = {"thing1": text, "phrase2": "办理中", "time3": "2025-09-15 10:00", "thing4": "演练"}
    await stand.sql(
        "INSERT INTO delivery (id, message_id, openid, template, page, data, state, tries, due_at,"
        " msgid, spent) VALUES"
        " (gen_random_uuid(), $1, $2, $3, '', $4::jsonb, 'waiting', 0, $5, '', false)",
        found,
        openid,
        PROGRESS.name,
        json.dumps(data, ensure_ascii=False),
        START,
    )


async def drained(stand: Stand) -> None:
    """Nothing waits any more; the clock goes on so that what is put off becomes due."""
    var_dir = Path(stand.env["VAR_DIR"])

    async def done() -> bool:
        rows = await stand.sql(
            "SELECT count(*) FILTER (WHERE due_at > $1) AS later, count(*) AS open FROM delivery"
            " WHERE state = ANY($2::text[])",
            START,
            list(OPEN),
        )
        if rows[0]["open"] and rows[0]["later"] == rows[0]["open"]:
            clock.advance(var_dir, timedelta(seconds=5))
        return not rows[0]["open"]

    await until(done, 180, "everything was sent")


async def explained(stand: Stand) -> Counter[str]:
    """How the messages ended; AssertionError for one that is lost or doubled without a doubt."""
    received: Counter[str] = Counter(
        entry["data"]["办理事项"] for entry in stand.emulator.world.messages
    )
    rows: list[Any] = await stand.sql(
        "SELECT d.state, d.data->>'thing1' AS text, array_agg(a.outcome ORDER BY a.number) AS ends"
        " FROM delivery d LEFT JOIN attempt a ON a.delivery_id = d.id GROUP BY d.id"
    )
    told: Counter[str] = Counter()
    for row in rows:
        doubts = row["ends"].count("unknown")
        times = received[row["text"]]
        told[row["state"]] += 1
        told["twice"] += times > 1
        assert times <= 1 + doubts, (row, times)
        assert row["state"] != "sent" or times >= 1, row
        assert times or row["state"] != "sent", row
        assert "started" not in row["ends"], "every attempt has an end"
    return told
