"""PostgreSQL restarted under load: only 503 with Retry-After meanwhile, and back within seconds."""

import asyncio
from collections import Counter
from collections.abc import Callable

import httpx

from server.engines import Engines, postgres
from tests.conftest import rounds
from tests.drills.stand import Stand

BACK_SECONDS = rounds(60, 5)
AT_ONCE = 8


async def test_postgres_restarted_under_load(
    stand: Stand, engines: Engines, figure: Callable[[str], None]
) -> None:
    await stand.serve()
    load = Load(stand)
    slowest = 0.0
    modes = ("fast", "immediate") * rounds(1, 5)
    async with asyncio.TaskGroup() as group:
        for number in range(AT_ONCE):
            group.create_task(load.ask_on(number))
        for mode in modes:
            await load.answered(100)
            await asyncio.to_thread(postgres.stop, engines.var_dir, mode=mode)
            try:
                await load.refused(20)
            finally:
                await asyncio.to_thread(postgres.start, engines.var_dir, False)
            slowest = max(slowest, await load.back())
        load.stopping = True
    assert set(load.statuses) <= {200, 503}, load.statuses
    assert load.broken == 0, "connections were never refused by the server itself"
    assert load.without_advice == 0, "every 503 says when to come again"
    assert slowest <= BACK_SECONDS
    await stand.db.close()
    figure(
        f"PostgreSQL restarted {len(modes)} times under load: {load.statuses[200]} answers,"
        f" {load.statuses[503]} times 503, nothing else; back after {slowest:.2f} s at most"
    )


class Load:
    """Readers that ask on and on, and what they were told."""

    def __init__(self, stand: Stand) -> None:
        self.stand = stand
        self.statuses: Counter[int] = Counter()
        self.without_advice = 0
        self.broken = 0
        self.stopping = False
        self.moved = asyncio.Condition()
        self.last: dict[int, int] = {}

    async def ask_on(self, number: int) -> None:
        """One reader."""
        paths = [f"/scopes/{self.stand.roll.here.scope}/balance", "/cases", "/me"]
        headers = {"Authorization": f"Bearer {self.stand.tokens['owner1']}"}
        while not self.stopping:
            try:
                answer = await self.stand.http.get(paths[number % 3], headers=headers)
            except httpx.TransportError:
                self.broken += 1
                continue
            if answer.status_code == 503 and "retry-after" not in answer.headers:
                self.without_advice += 1
            async with self.moved:
                self.statuses[answer.status_code] += 1
                self.last[number] = answer.status_code
                self.moved.notify_all()

    async def answered(self, more: int) -> None:
        """So many more good answers."""
        await self._more(200, more)

    async def refused(self, more: int) -> None:
        """So many more refusals."""
        await self._more(503, more)

    async def _more(self, status: int, more: int) -> None:
        goal = self.statuses[status] + more
        async with asyncio.timeout(180), self.moved:
            await self.moved.wait_for(lambda: self.statuses[status] >= goal)

    async def back(self) -> float:
        """Seconds until every reader has a good answer again."""
        loop = asyncio.get_running_loop()
        began = loop.time()
        self.last.clear()
        async with asyncio.timeout(180), self.moved:
            await self.moved.wait_for(
                lambda: len(self.last) == AT_ONCE and set(self.last.values()) == {200}
            )
        return loop.time() - began
