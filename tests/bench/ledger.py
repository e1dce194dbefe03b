"""Transfers of the books against pgbench's TPC-B on the same server, as many clients, in turns.

Ours is a journal of two lines by `models.ledger.post`: both accounts locked, the guard kept, every
line's position and balance after it, entries that sum to zero, the reference unique. TPC-B updates
an account, a teller and a branch and writes a line of history, in seven messages of pgbench's own
C client. Both wait for the disk. Fifty branches there, fifty bank accounts here; where it is hot,
ten branches there and ten accounts in all here, whose balances are checked afterwards.
"""

import asyncio
import re
import subprocess
import time
from collections import Counter
from collections.abc import Awaitable, Callable, Iterator, Sequence
from random import Random
from uuid import UUID, uuid4

import uvloop
from tortoise.context import TortoiseContext
from tortoise.transactions import in_transaction

from models.base import database, sql
from models.ledger import ensure_accounts, post, post_many, replay_differences, unbalanced_journals
from rules.ledger import AccountKind, Journal, JournalKind, Posting
from server import door
from server.engines import postgres
from tests.bench.sizes import SIZES
from tests.bench.stage import LONGEST_SECONDS, MIGRATED, copy, line

CLIENTS = 16
BATCH = 100
SUM_FEN = 10**9

Transfer = Callable[[Random], Journal]
Work = Callable[[Random], Awaitable[int]]


def run(url: str) -> Iterator[str]:
    """The lines of the ledger."""
    ours = asyncio.run(copy(url, MIGRATED, "transfers"))
    wide, narrow = (asyncio.run(copy(url, "template1", name)) for name in ("tpcb", "tpcb_hot"))
    _pgbench(wide, "-i", "-q", "-s", str(SIZES.banks))
    _pgbench(narrow, "-i", "-q", "-s", str(SIZES.hot))
    with asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner:
        banks, pools, hot = runner.run(_opened(ours))
        spread = _spread(banks, pools)
        moved: Counter[UUID] = Counter()
        in_heat = _alone(_among(hot, moved))
        works: list[tuple[str, Work, str]] = [
            ("ledger_tpcb", _alone(spread), wide),
            ("ledger_tpcb_in_request", _in_transaction(spread), wide),
            ("ledger_tpcb_batch", _batched(spread), wide),
            ("ledger_hot", in_heat, narrow),
        ]
        for name, work, base in works:
            rates: list[float] = []
            bases: list[float] = []
            for nth in range(SIZES.rounds):
                rates.append(runner.run(_rate(ours, work, nth)))
                bases.append(_tpcb(base))
            told = "" if work is not in_heat else f" {runner.run(_true(ours, hot, moved))}"
            yield f"{line(name, rates, bases, '>=0.7')} clients={CLIENTS}{told}"


def _pgbench(url: str, *arguments: str) -> str:
    command = [str(postgres.programs() / "pgbench"), *arguments, url]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


def _tpcb(url: str) -> float:
    """Transactions per second; a machine so busy that none was done is given longer."""
    told, seconds = "", SIZES.ledger_seconds
    while seconds <= LONGEST_SECONDS:
        told = _pgbench(url, "-n", "-c", str(CLIENTS), "-j", "1", "-T", str(seconds))
        if found := re.search(r"tps = ([\d.]+)", told):
            return float(found[1])
        seconds *= 2
    raise AssertionError(told)


async def _opened(url: str) -> tuple[list[UUID], list[UUID], list[UUID]]:
    """Bank accounts, pooled accounts, and the hot ones with money in them."""
    async with TortoiseContext() as context:
        await context.init(config=database(url, 2), _enable_global_fallback=True)
        found = []
        for kind, number in (
            (AccountKind.BANK, SIZES.banks),
            (AccountKind.POOLED, SIZES.pools),
            (AccountKind.POOLED, SIZES.hot),
        ):
            owners = [(uuid4(), "账户") for _ in range(number)]
            async with in_transaction():
                found.append(list((await ensure_accounts(kind, owners, door.now())).values()))
        banks, pools, hot = found
        opening = [
            Journal(
                JournalKind.OPENING_INCOME,
                (Posting(banks[0], SUM_FEN), Posting(each, -SUM_FEN)),
                door.now().date(),
                f"open:{each}",
            )
            for each in hot
        ]
        await post_many(opening, door.now(), "bench")
        await sql("ANALYZE ledger_account")
    return banks, pools, hot


def _spread(banks: Sequence[UUID], pools: Sequence[UUID]) -> Transfer:
    """Income from one of the bank accounts to one of the pools."""

    def transfer(random: Random) -> Journal:
        fen = random.randint(1, 10**6)
        lines = (Posting(random.choice(banks), fen), Posting(random.choice(pools), -fen))
        return Journal(JournalKind.INCOME, lines, door.now().date(), uuid4().hex)

    return transfer


def _among(hot: Sequence[UUID], moved: Counter[UUID]) -> Transfer:
    """From one hot account to another, noted in `moved`; each is posted or the run fails."""

    def transfer(random: Random) -> Journal:
        (source, target), fen = random.sample(hot, 2), random.randint(1, 100)
        moved[source] -= fen
        moved[target] += fen
        lines = (Posting(source, fen), Posting(target, -fen))
        return Journal(JournalKind.SCOPE_SWITCH, lines, door.now().date(), uuid4().hex)

    return transfer


def _alone(transfer: Transfer) -> Work:
    async def work(random: Random) -> int:
        await post(transfer(random), door.now(), "bench")
        return 1

    return work


def _in_transaction(transfer: Transfer) -> Work:
    async def work(random: Random) -> int:
        async with in_transaction():
            await post(transfer(random), door.now(), "bench")
        return 1

    return work


def _batched(transfer: Transfer) -> Work:
    async def work(random: Random) -> int:
        journals = [transfer(random) for _ in range(BATCH)]
        await post_many(journals, door.now(), "bench")
        return BATCH

    return work


async def _rate(url: str, work: Work, seed: int) -> float:
    """Transfers per second of all clients together. Whatever fails, fails the measurement."""
    async with TortoiseContext() as context:
        await context.init(config=database(url, CLIENTS), _enable_global_fallback=True)
        done, started = 0, time.perf_counter()

        async def client(number: int) -> None:
            nonlocal done
            random = Random(1000 * seed + number)
            while time.perf_counter() - started < SIZES.ledger_seconds:
                number_done = await work(random)
                # Not in one: the sum would be read before the wait and written after it.
                done += number_done

        await asyncio.gather(*map(client, range(CLIENTS)))
        return done / (time.perf_counter() - started)


async def _true(url: str, hot: Sequence[UUID], moved: Counter[UUID]) -> str:
    """How many hot balances are not what was moved, and what a replay of all says."""
    async with TortoiseContext() as context:
        await context.init(config=database(url, 2), _enable_global_fallback=True)
        rows = await sql(
            "SELECT id, balance_fen FROM ledger_account WHERE id = ANY($1::uuid[])", list(hot)
        )
        lost = sum(row["balance_fen"] != SUM_FEN + moved[row["id"]] for row in rows)
        untrue = len(await replay_differences()) + len(await unbalanced_journals())
        return f"deadlocks=0 lost_updates={lost} differences={untrue}"
