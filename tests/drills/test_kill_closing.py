"""kill -9 of the worker while a year is closed: every sum is posted once, and people are served.

The year has several chunks of scopes and of homes; what is posted in the end is what the rules
give, whatever was killed when. R4.7.
"""

import asyncio
import sys
from asyncio.subprocess import Process
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from datetime import date, timedelta
from random import Random
from uuid import UUID

import asyncpg
from tortoise.context import TortoiseContext

from models.base import database
from models.ledger import replay_differences
from rules.income import ClosedYear
from tests.conftest import rounds
from tests.drills.stand import START, Stand, until
from tests.drills.test_kill_server import GATE, gate, someone_waits
from tests.handlers.income.town import Town

YEAR = "/accounting-years/2024"
ENDS = ("previewed", "closed")
SCOPES, HOMES = 12, 3
"""Buildings that are added, and the homes of each."""

# The program as it is, but for the size of its chunks: a small town has several of each kind.
WORK = """
import sys
from models.income import closing, homes
closing.CHUNK, homes.CHUNK = 4, 11
from server.__main__ import main
sys.exit(main(["work"]))
"""


@asynccontextmanager
async def planted(stand: Stand) -> AsyncIterator[tuple[Town, ClosedYear[UUID]]]:
    """A town with a year to be closed, and what the rules give for it."""
    random = Random(2024)
    async with TortoiseContext() as context:
        config = database(stand.env["DATABASE_URL"], pool=2)
        await context.init(config=config, _enable_global_fallback=True)
        town = await Town.of(stand.roll, START - timedelta(minutes=5))
        for _ in range(SCOPES):
            await town.building(1, HOMES)
        for home in town.homes:
            await town.pays_in(home, None, random.randint(1, 10**7))
        for month in range(1, 7):
            fen = random.randint(10**4, 10**6)
            await town.gains(date(2023, month, 1), date(2024, month, 2), fen, fen // 3)
        yield town, town.oracle(2024)


async def starts(stand: Stand) -> Process:
    """A worker."""
    with (stand.folder / "work.log").open("ab") as log:
        process = await asyncio.create_subprocess_exec(
            sys.executable, "-c", WORK, env=stand.env, stdout=log, stderr=log
        )
    stand.running.append(process)
    return process


async def gone(worker: Process) -> None:
    """The worker was killed."""
    worker.kill()
    await worker.wait()


async def asked(stand: Stand, what: str, who: str) -> None:
    status, body, _ = await stand.insist("POST", f"{YEAR}/{what}", stand.tokens[who])
    assert status in (200, 201), body


async def state(stand: Stand) -> tuple[str, str, int]:
    """The year's state, step and how many pieces of the step are done."""
    rows = await stand.sql("SELECT state, step, done FROM accounting_year WHERE year = 2024")
    return rows[0]["state"], rows[0]["step"], rows[0]["done"]


async def become(stand: Stand, *names: str) -> None:
    async def there() -> bool:
        return (await state(stand))[0] in names

    await until(there, 180, f"the year is {names}")


@asynccontextmanager
async def served(stand: Stand) -> AsyncIterator[list[int]]:
    """Somebody asks for a balance again and again; every answer comes."""
    answers: list[int] = []
    stop = asyncio.Event()

    async def asks() -> None:
        path = f"/scopes/{stand.roll.here.scope}/balance"
        while not stop.is_set():
            status, _ = await stand.ask("GET", path, stand.tokens["owner1"])
            answers.append(status)

    task = asyncio.create_task(asks())
    try:
        yield answers
    finally:
        stop.set()
        await task
    assert answers and set(answers) == {200}


async def posted_once(town: Town, oracle: ClosedYear[UUID]) -> None:
    """The books say exactly what the rules say, and their cache agrees with them."""
    due = {scope: pool.posted_fen for scope, pool in oracle.pools.items() if pool.posted_fen}
    assert await town.pooled_of(2024) == due
    assert await town.interest_of(2024) == {home: fen for home, fen in oracle.homes.items() if fen}
    assert await replay_differences() == []


async def test_killed_at_random(stand: Stand, figure: Callable[[str], None]) -> None:
    times = rounds(2, 40)
    random = Random(7)
    busy = 0
    async with planted(stand) as (town, oracle):
        await stand.serve()
        async with served(stand) as answers:
            for what, who, goal in (
                ("preview", "finance", "previewed"),
                ("closing", "finance2", "closed"),
            ):
                await asked(stand, what, who)
                for _ in range(times // 2):
                    worker = await starts(stand)
                    before = await state(stand)

                    async def moved(before: tuple[str, str, int] = before) -> bool:
                        return await state(stand) != before or before[0] in ENDS

                    await until(moved, 180, "it works")
                    # A piece takes milliseconds: somewhere within the next few.
                    await asyncio.sleep(random.random() * 0.05)
                    busy += (await state(stand))[0] != goal
                    await gone(worker)
                worker = await starts(stand)
                await become(stand, goal)
                await gone(worker)
        await posted_once(town, oracle)
        figure(
            f"kill -9 of work at random while a year is closed: {times} times, {busy} of them in"
            f" the middle; nothing doubled, {len(answers)} requests answered meanwhile"
        )


PREVIEW = {
    "a preview's sums are to be stored": ("year_scope", "BEFORE INSERT"),
    "the progress is to be noted": ("accounting_year", "BEFORE UPDATE"),
}
CLOSING = {
    "a journal is to be posted": ("ledger_journal", "BEFORE INSERT"),
    "an account is to be changed": ("ledger_account", "BEFORE UPDATE"),
    "a journal is about to be committed": ("ledger_journal", "AT COMMIT"),
    "a piece is to be noted as done": ("accounting_year", "BEFORE UPDATE"),
}


async def test_killed_at_chosen_points(stand: Stand, figure: Callable[[str], None]) -> None:
    """Whenever it comes there the worker is killed; what it had not committed is done anew."""
    async with planted(stand) as (town, oracle):
        await stand.serve()
        await asked(stand, "preview", "finance")
        for point, place in PREVIEW.items():
            assert await killed_at(stand, place)
            figure(f"kill -9 of work when {point}: nothing half stored")
        worker = await starts(stand)
        await become(stand, "previewed")
        await gone(worker)
        await asked(stand, "closing", "reviewer")
        for _ in range(rounds(1, 3)):
            for point, place in CLOSING.items():
                before = await state(stand)
                if before[0] == "closed" or not await killed_at(stand, place):
                    continue
                figure(f"kill -9 of work when {point}, in {before[1]}: nothing doubled")
                if rounds(0, 1):
                    await further(stand)
        worker = await starts(stand)
        await become(stand, "closed")
        await posted_once(town, oracle)


INTEREST = {
    "the homes' parts are to be listed": ("year_home", "BEFORE INSERT"),
    "a home's account is to be opened": ("ledger_account", "BEFORE INSERT"),
    "a line is to be written": ("ledger_posting", "BEFORE INSERT"),
    "all lines of a chunk are written": ("ledger_posting", "AFTER INSERT"),
    "a home's balance is to be changed": ("ledger_account", "BEFORE UPDATE"),
    "all balances of a chunk are changed": ("ledger_account", "AFTER UPDATE"),
    "the chunk's journal is about to be committed": ("ledger_journal", "AT COMMIT"),
}


async def test_killed_within_the_homes_interest(
    stand: Stand, figure: Callable[[str], None]
) -> None:
    """From the list of what the homes get to the commit of a chunk; no chunk is half there."""
    async with planted(stand) as (town, oracle):
        await stand.serve()
        await asked(stand, "preview", "finance")
        worker = await starts(stand)
        await become(stand, "previewed")
        await gone(worker)
        await asked(stand, "closing", "finance2")
        for _ in range(rounds(1, 3)):
            # In every run the list, a chunk's lines and its commit; in a full one all.
            for point, place in list(INTEREST.items())[:: rounds(3, 1)]:
                if (await state(stand))[1] == "interest" and place[0] == "year_home":
                    continue
                if not await killed_at(stand, place):
                    break
                assert await interest_journals(stand) == await chunks_done(stand)
                figure(f"kill -9 of work when {point}: nothing half posted")
            if rounds(0, 1) and (await state(stand))[0] != "closed":
                await further(stand)
        worker = await starts(stand)
        await become(stand, "closed")
        await gone(worker)
        await posted_once(town, oracle)


async def interest_journals(stand: Stand) -> int:
    """How many chunks of the homes' interest are in the books."""
    rows = await stand.sql(
        "SELECT count(*) AS n FROM ledger_journal WHERE reference LIKE 'year:2024:interest:%'"
    )
    return int(rows[0]["n"])


async def chunks_done(stand: Stand) -> int:
    """How many the year says there are."""
    _, step, done = await state(stand)
    return done if step == "interest" else 0


async def further(stand: Stand) -> None:
    """A worker does a piece or a few, and is killed."""
    before = await state(stand)
    worker = await starts(stand)

    async def moved() -> bool:
        return await state(stand) != before

    await until(moved, 180, "the next worker goes on")
    await gone(worker)


async def killed_at(stand: Stand, place: tuple[str, str]) -> bool:
    """A worker is killed as soon as it comes to the place; whether it came there."""
    await gate(stand, place)
    lock = await asyncpg.connect(stand.env["DATABASE_URL"])
    await lock.execute(f"SELECT pg_advisory_lock({GATE})")
    worker = await starts(stand)

    async def there() -> bool:
        return await someone_waits(stand) or (await state(stand))[0] in ENDS

    await until(there, 180, "the worker comes to the place or the year is done")
    came = await someone_waits(stand)
    await gone(worker)
    await lock.close()
    await gate(stand, None)
    return bool(came)
