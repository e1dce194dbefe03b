"""Real transactions on connections of their own that meet in one instant.

`DRILL_SCALE` is the share of the full drill that is played: 1.0 in `make drills`, a small part
in the normal run.
"""

import asyncio
import os
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass, field
from datetime import datetime
from itertools import count
from random import Random
from typing import Any, cast
from uuid import UUID, uuid4

import pytest
from tortoise.context import TortoiseContext
from tortoise.transactions import in_transaction

from handlers import timed
from handlers.route import CLOCK, Signer, Wechat, World
from models.base import database as tortoise_config
from models.base import sql
from models.cases import Case
from rules.cases import Facts
from rules.refusals.base import Refusal
from server import door
from server.config import Settings
from tests.builders import ask, asker
from tests.small_roll import Planter, SmallRoll
from tests.world import START, vault_of

SCALE = float(os.environ.get("DRILL_SCALE", "0.02"))
CONNECTIONS = 8
HEAD_STARTS = (0, 0, 1, 4, 12, 40, 120, 300)
"""Turns of the loop that one of the two waits for the other: from none to a whole transaction."""


def rounds(full: int, least: int = 2) -> int:
    """How many of so many rounds are played."""
    return max(least, round(full * SCALE))


@dataclass
class Arena:
    """A small roll, connections for everybody, and chance from a seed."""

    world: World
    roll: SmallRoll
    random: Random = field(default_factory=lambda: Random(20250915))
    numbers: "count[int]" = field(default_factory=lambda: count(1))

    async def ask(self, who: str, at: datetime, name: str, body: Any = None, **path: UUID) -> Any:
        """One write through the door, with a key of its own."""
        asking = asker(self.roll, who)
        return await ask(self.world, asking, at, name, body, key=uuid4().hex, **path)

    async def objects(self, case: Case, at: datetime, who: str = "owner5") -> Any:
        return await self.ask(who, at, "file_objection", {"text": "反对"}, case_id=case.id)

    async def closes(self, case: Case, at: datetime) -> None:
        """The clock's job, as a worker runs it."""
        await door.enter(CLOCK, at, self.world, lambda ctx: timed.close_notice(ctx, case.id))

    async def race(self, *works: Callable[[], Awaitable[Any]]) -> list[Any]:
        """What each gave or refused; they start together, one of them a little ahead."""
        ahead = self.random.randrange(len(works))
        turns = self.random.choice(HEAD_STARTS)
        gate = asyncio.Barrier(len(works))

        async def runs(number: int, work: Callable[[], Awaitable[Any]]) -> Any:
            await gate.wait()
            for _ in range(0 if number == ahead else turns):
                await asyncio.sleep(0)
            try:
                return await work()
            except Refusal as refusal:
                return refusal

        return await asyncio.gather(*(runs(*numbered) for numbered in enumerate(works)))


@pytest.fixture
async def arena(database_url: str, settings: Settings) -> AsyncIterator[Arena]:
    """The roll in a database with a connection for each racer."""
    async with TortoiseContext() as context:
        config = tortoise_config(database_url, pool=CONNECTIONS)
        await context.init(config=config, _enable_global_fallback=True)
        vault = vault_of(settings)
        async with in_transaction():
            roll = await Planter(vault, START).plant()
        world = World(
            secrets=vault,
            wechat=cast(Wechat, None),
            signer=cast(Signer, None),
            public_url="http://localhost",
        )
        yield Arena(world, roll)


async def facts_of(case: Case) -> Facts:
    return (await Case.find(case.id)).facts()


async def events(case: Case) -> list[str]:
    rows = await sql("SELECT kind FROM log_event WHERE subject_id = $1 ORDER BY seq", case.id)
    return [row["kind"] for row in rows]
