"""The worker's part of an import: checking what was uploaded, applying what was confirmed. R2.7.

Reading and judging take seconds and happen before the transaction; what is found is stored in it.
A lease says who works on an import: when its holder dies, somebody else takes it up from the start.
"""

import asyncio
import contextvars
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, fields
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from handlers.attaching import content_of
from handlers.imports.applying import Applying
from handlers.pools import SHEETS
from handlers.route import Context, job
from models import faults, imported, imports
from papers.sheets.reading import read_sheets
from rules.days import beijing_date
from rules.events.people import OwnershipEnded
from rules.events.register import RollImported
from rules.imports import Checked, Existing, Row, Rows, check
from rules.refusals.base import Refusal
from rules.refusals.files import ImportNotReady, UnreadableSheet

EVERY_SECONDS = 0.5
TRIES = 3
PAUSE = timedelta(seconds=20)
"""Between two tries of one import: what was in the way may be gone."""

CUT_OFF = f"处理过程{TRIES}次中断，未作任何更改；请查看后台日志"


@dataclass
class Pace:
    """Keeps the lease and shows how far the work is, outside of the transaction that does it."""

    import_id: UUID
    lease: datetime
    at: datetime
    # Taken before the transaction begins, so that what runs in it has a connection of its own.
    outside: contextvars.Context = field(default_factory=contextvars.copy_context)
    started: float = field(default_factory=time.monotonic)
    read: int = 0

    async def show(self, done: int) -> None:
        """Anybody sees that many rows done. Raises ImportNotReady when the lease was lost."""
        elapsed = time.monotonic() - self.started
        until = self.at + imports.LEASE * (1 + elapsed / imports.LEASE.total_seconds())
        kept = asyncio.get_running_loop().create_task(
            imports.still_leased(self.import_id, self.lease, until, done), context=self.outside
        )
        if not await kept:
            raise ImportNotReady("该导入已由其他进程接手")
        self.lease = until

    def counted(self, rows: Iterator[Row]) -> Iterator[Row]:
        """The same rows, counted as they are read."""
        for row in rows:
            self.read += 1
            yield row


@dataclass(frozen=True)
class Found:
    """What reading and judging a file came to; `failure` when it could not be read at all."""

    order: Mapping[str, Any]
    pace: Pace
    existing: Existing | None = None
    newest: datetime | None = None
    checked: Checked | None = None
    failure: str = ""


async def _read(ctx: Context, import_id: UUID) -> Found | None:
    """The file of a waiting import, read and judged; None when somebody else has it."""
    order = await imports.take(import_id, ctx.now)
    if order is None:
        return None
    pace = Pace(import_id, order["lease_until"], ctx.now)
    if order["tries"] > TRIES:
        return Found(order, pace, failure=CUT_OFF)
    newest = await imports.newest_applied()
    existing = await imports.existing()
    stored = await imports.file_of(order["file_id"])
    name = stored["sent_name"]

    def read() -> Checked:
        content = content_of(ctx.world.secrets, stored)
        sheets = read_sheets(name, content)
        counted = {title: pace.counted(rows) for title, rows in sheets.items()}
        return check(counted, existing, today=beijing_date(ctx.now))

    work = asyncio.create_task(SHEETS.run(ctx.who.key, read))
    while not (await asyncio.wait({work}, timeout=EVERY_SECONDS))[0]:
        await pace.show(pace.read)
    try:
        return Found(order, pace, existing, newest, work.result())
    except Refusal as refusal:
        reason = refusal.detail or type(refusal).title()
    except LookupError:
        reason = UnreadableSheet.title() + "：文件的密钥已停用，请重新上传"
    return Found(order, pace, existing, newest, failure=reason)


async def _not_done(at: datetime, import_id: UUID, error: Exception) -> int:
    """The import says why it could not be checked or applied; how often that was tried."""
    if isinstance(error, ImportNotReady):
        # Its lease was lost: whoever has it now says how it goes.
        return 0
    return await imports.not_done(import_id, faults.words(error), at + PAUSE, TRIES)


@job(imports.waiting, prepare=_read, failed=_not_done)
async def work_on_import(ctx: Context, import_id: UUID) -> None:
    """The import is a step on: what was found is stored, and if it was confirmed, applied."""
    found: Found | None = ctx.prepared
    if found is None:
        return
    if found.checked is None or found.checked.errors_total:
        await _not_fit(found)
    elif found.order["state"] == "checking":
        await _finish(found, "ready", None, counts={"rows": dict(found.checked.counts)})
    else:
        await _apply(ctx, found, found.checked)


async def _not_fit(found: Found) -> None:
    """The file is unreadable or has mistakes; nothing was changed by it."""
    checked = found.checked
    if checked is None:
        await imports.keep_errors(found.pace.import_id, [])
        await _finish(found, "failed", None, failure=found.failure)
        return
    await imports.keep_errors(found.pace.import_id, checked.errors)
    await _finish(
        found,
        "faulty",
        None,
        counts={"rows": dict(checked.counts)},
        error_count=checked.errors_total,
    )


async def _apply(ctx: Context, found: Found, checked: Checked) -> None:
    await imports.lock_roll()
    if await imports.newest_applied() != found.newest:
        # Another import changed the roll since this one was judged: it is judged anew.
        await imports.give_back(found.pace.import_id, found.pace.lease)
        return
    assert found.existing is not None
    import_id, confirmed_by = found.pace.import_id, found.order["confirmed_by"]
    applying = Applying(ctx, import_id, f"account:{confirmed_by}", found.existing, found.pace.show)
    await applying.apply(checked.rows)
    counts = {
        "rows": dict(checked.counts),
        "added": {name: count[0] for name, count in applying.counts.items() if count[0]},
        "changed": {name: count[1] for name, count in applying.counts.items() if count[1]},
        "by_papers": applying.by_papers,
    }
    await _finish(found, "applied", ctx.now, counts=counts)
    for row in await imported.ended(import_id):
        told = {"home_id": str(row["home_id"]), "on": row["to_on"], "by": "import"}
        ctx.record(OwnershipEnded(subject_id=str(row["id"]), at=ctx.now, data=told))
    data = {"confirmed_by": str(confirmed_by), **counts}
    ctx.record(RollImported(subject_id=str(import_id), at=ctx.now, data=data))


async def _finish(found: Found, state: str, at: datetime | None, **values: Any) -> None:
    """The import has come to this state. Raises ImportNotReady when the lease was lost."""
    rows = size(found.checked.rows) if found.checked else 0
    pace = found.pace
    if not await imports.finish(pace.import_id, pace.lease, state, at, rows_total=rows, **values):
        raise ImportNotReady("该导入已由其他进程接手")


def size(rows: Rows) -> int:
    """How many rows could be read in all sheets."""
    return sum(len(getattr(rows, sheet.name)) for sheet in fields(rows))
