"""`python -m server rekey`: whatever is sealed is sealed under the newest key, while all serve.

Put the new key first in `ID_KEYS` or `INDEX_KEYS`, restart every process, then run this. Texts are
sealed anew batch by batch, each in a transaction of its own; what somebody else wrote meanwhile
stays theirs. Blind indexes change all together in one transaction, as tables are compared by them.
Killed at any moment it is run again and goes on; done, it finds nothing to do. Exit code 0 when
every text is under the newest key and every index is its, 1 with one line for each text that no
key opens: the old keys must stay then. R12.4.
"""

import argparse
import asyncio
import os
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from handlers.route import CLOCK, Context
from models import sealed
from models.sealed import Sealed
from rules.events.register import KeysRotated
from server import door, logs, runtime
from server.config import Settings
from server.runtime import Runtime

BATCH = 500
ROUNDS = 5
"""How often the indexes are looked through for what was written meanwhile under an old key."""

KEYS = UUID(int=0)
"""The one subject of what happens to keys."""

Row = tuple[Any, bytes, bytes]


@dataclass
class Rekeying:
    """One run: what it did, and what no key opens."""

    built: Runtime
    quiet: bool = False
    lost: list[str] = field(default_factory=list)

    async def run(self) -> None:
        """Every column, then every index."""
        for one in sealed.columns():
            await self._reseal(one)
        for _ in range(ROUNDS):
            if not await self._reindex():
                return
        self._say("仍有旧索引：请确认各进程都已换用新密钥后重新运行")
        self.lost.append("blind indexes")

    async def _reseal(self, one: Sealed) -> None:
        vault, after, done = self.built.vault, None, 0
        waiting = await sealed.waiting(one, vault.prefix)
        while rows := await sealed.batch(one, vault.prefix, after, BATCH):
            after = rows[-1]["id"]
            anew: list[Row] = []
            for row in rows:
                before, about = bytes(row["cipher"]), one.of(row["place"])
                try:
                    anew.append((row["id"], before, vault.seal(vault.unseal(before, about), about)))
                except LookupError:
                    self._lose(one, row)
            await self._write(one, anew)
            done += len(rows)
            self._say(f"{one.name} {done}/{max(done, waiting)}")

    async def _write(self, one: Sealed, rows: list[Row]) -> None:
        async def work(ctx: Context) -> None:
            if await sealed.reseal(one, rows):
                data = {"column": one.name, "rows": len(rows)}
                ctx.record(KeysRotated(subject_id=str(KEYS), at=ctx.now, data=data))

        if rows:
            await door.enter(CLOCK, door.now(), self.built.world, work)

    async def _reindex(self) -> int:
        """All indexes that are not the newest key's become it at once; how many were."""
        changes = {one: await self._stale(one) for one in sealed.columns() if one.index}

        async def work(ctx: Context) -> None:
            await sealed.lock_imports()
            for one, rows in changes.items():
                if rows and await sealed.reindex(one, rows):
                    data = {"column": f"{one.table}.{one.index}", "rows": len(rows)}
                    ctx.record(KeysRotated(subject_id=str(KEYS), at=ctx.now, data=data))

        found = sum(map(len, changes.values()))
        if found:
            await door.enter(CLOCK, door.now(), self.built.world, work)
            self._say(f"盲索引 {found}/{found}")
        return found

    async def _stale(self, one: Sealed) -> list[Row]:
        found: list[Row] = []
        async for row in _every(one):
            try:
                text = self.built.vault.decrypt(bytes(row["cipher"]), one.of(row["place"]))
            except LookupError:
                # Told of already by whoever tried to seal it anew, or changed by hand since.
                self._lose(one, row)
                continue
            index = self.built.vault.blind_index(f"{one.salt}{text}")
            if index != bytes(row["index"]):
                found.append((row["id"], bytes(row["index"]), index))
        return found

    def _lose(self, one: Sealed, row: dict[str, Any]) -> None:
        line = f"打不开：{one.name} {row['id']}"
        if line not in self.lost:
            self.lost.append(line)

    def _say(self, line: str) -> None:
        if not self.quiet:
            print(line, flush=True)


async def _every(one: Sealed) -> AsyncIterator[dict[str, Any]]:
    after = None
    while rows := await sealed.indexed(one, after, BATCH):
        after = rows[-1]["id"]
        for row in rows:
            yield row


def main(argv: list[str]) -> int:
    """Seal everything under the newest keys and say what is left."""
    argparse.ArgumentParser(
        prog="python -m server rekey", description="以新密钥重新加密并重建盲索引，不停服"
    ).parse_args(argv)
    settings = Settings.load(os.environ)
    logs.configure(settings.log_level, "rekey")
    with runtime.start_engines(settings) as running:
        lost = asyncio.run(_rekeyed(runtime.build(runtime.located(settings, running))))
    for line in lost:
        print(line)
    print("尚有内容未能换钥，旧密钥不可移除" if lost else "全部内容均已使用新密钥，旧密钥可以移除")
    return 1 if lost else 0


async def _rekeyed(built: Runtime) -> list[str]:
    async with runtime.opened(built):
        run = Rekeying(built)
        await run.run()
    return run.lost
