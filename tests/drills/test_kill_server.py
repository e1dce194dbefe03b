"""kill -9 of the server: every acknowledged write is there, and none is there half or twice."""

import asyncio
from collections.abc import Callable
from random import Random

import asyncpg

from tests.conftest import rounds
from tests.drills.stand import Stand, until
from tests.drills.workload import Work

GATE = 7_070_707


async def test_killed_at_random(stand: Stand, figure: Callable[[str], None]) -> None:
    times = rounds(3, 50)
    random = Random(1)
    server = await stand.serve()
    work = Work(stand)
    here, there = stand.roll.here, stand.roll.there
    async with asyncio.TaskGroup() as group:
        group.create_task(work.stream("manager", here, here.elevators[0]))
        group.create_task(work.stream("manager", here, here.elevators[1]))
        group.create_task(work.stream("other_manager", there, there.elevators[0]))
        for _ in range(times):
            await work.progressed(random.randint(1, 9))
            # Somewhere between two acknowledgements: after so many turns of this very loop.
            for _ in range(random.randint(0, 40)):
                await asyncio.sleep(0)
            server.kill()
            await server.wait()
            server = await stand.serve()
        work.stopping = True
    await work.verify()
    figure(
        f"kill -9 of serve at random: {times} times, {len(work.acknowledged)} writes acknowledged,"
        f" {len(work.finished)} cases whole, 0 lost, 0 doubled"
    )


POINTS = {
    "the row of the case is locked": None,
    "the event is stored": ("log_event", "BEFORE INSERT"),
    "the money is held": ("ledger_hold", "AFTER INSERT"),
    "the answer is stored": ("answered", "BEFORE INSERT"),
    "the transaction commits": ("answered", "AT COMMIT"),
}


async def test_killed_at_chosen_points(stand: Stand, figure: Callable[[str], None]) -> None:
    times = rounds(1, 10)
    work = Work(stand)
    server = await stand.serve()
    for point, place in POINTS.items():
        await gate(stand, place)
        for _ in range(times):
            case = await accepted(stand, work)
            planning = await stopped_at(stand, work, point, case)
            server.kill()
            await server.wait()
            await planning.release()
            server = await stand.serve()
            await planning.task
            reason = {"reason": "改期办理"}
            await work.write(f"/cases/{case}/withdrawal", stand.tokens["manager"], reason)
            work.finished.append(case)
        figure(f"kill -9 of serve when {point}: {times} times, nothing lost, nothing doubled")
    await work.verify()


async def accepted(stand: Stand, work: Work) -> str:
    """The id of a case that waits for its plan."""
    here = stand.roll.here
    application = {
        "scope_id": str(here.scope),
        "elevator_ids": [str(here.elevators[0])],
        "insurer_id": str(stand.roll.insurer),
        "applicant": "manager",
        "authorisation_file_id": stand.papers["manager"],
    }
    body = await work.write("/cases", stand.tokens["manager"], application)
    await work.write(f"/cases/{body['id']}/acceptance", stand.tokens["clerk"])
    return str(body["id"])


class Stopped:
    """A request that stands still inside the database, until it is released."""

    def __init__(self, task: "asyncio.Task[None]", lock: asyncpg.Connection) -> None:
        self.task = task
        self.lock = lock

    async def release(self) -> None:
        """What waited goes on, if anybody is left to wait."""
        await self.lock.close()


async def gate(stand: Stand, place: tuple[str, str] | None) -> None:
    """Have whoever comes to this place, and to no other, wait while the gate is locked."""
    await stand.db.execute("DROP FUNCTION IF EXISTS gate() CASCADE")
    if place is None:
        return
    table, when = place
    await stand.db.execute(
        "CREATE FUNCTION gate() RETURNS trigger LANGUAGE plpgsql AS"
        f" $$ BEGIN PERFORM pg_advisory_xact_lock_shared({GATE}); RETURN NEW; END $$"
    )
    if when == "AT COMMIT":
        await stand.db.execute(
            f"CREATE CONSTRAINT TRIGGER gate AFTER INSERT ON {table} DEFERRABLE"
            " INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION gate()"
        )
    else:
        await stand.db.execute(
            f"CREATE TRIGGER gate {when} ON {table} FOR EACH ROW EXECUTE FUNCTION gate()"
        )


async def stopped_at(stand: Stand, work: Work, point: str, case: str) -> Stopped:
    """The insurer's plan is on its way and has come as far as the point."""
    lock = await asyncpg.connect(stand.env["DATABASE_URL"])
    if POINTS[point] is None:
        await lock.execute("BEGIN")
        await lock.execute('SELECT 1 FROM "case" WHERE id = $1::text::uuid FOR UPDATE', case)
    else:
        await lock.execute(f"SELECT pg_advisory_lock({GATE})")
    elevator = str(stand.roll.here.elevators[0])
    plan = {
        "survey": "设备状况良好",
        "cover": "困人、伤害、设备损坏",
        "elevators": [{"elevator_id": elevator, "premium_fen": 120_000, "limit_fen": 1_000_000}],
    }

    async def file() -> None:
        await work.write(f"/cases/{case}/plan", stand.tokens["insurer"], plan)

    task = asyncio.create_task(file())

    await until(lambda: someone_waits(stand), 180, f"a request waits where {point}")
    return Stopped(task, lock)


async def someone_waits(stand: Stand) -> bool:
    """Whether anybody stands still inside the database."""
    rows = await stand.sql(
        "SELECT 1 FROM pg_stat_activity WHERE datname = current_database()"
        " AND wait_event_type = 'Lock' AND pid <> pg_backend_pid()"
    )
    return bool(rows)
