"""`python -m server import-roll FILE… [--yes]`: a roll taken in from the command line. R2.7.

The same code as over HTTP, and the same history: checked line by line, nothing changed before it is
confirmed. Progress and faults go to stderr. Exit code 0 when done (or left for later), 1 when a
file is faulty. Several csv files are one import, because they refer to each other.
"""

import argparse
import asyncio
import io
import os
import sys
import zipfile
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

from handlers.imports import taking, working
from handlers.imports.taking import ImportView
from handlers.route import CLOCK, Context, Upload, World
from models.base import one
from rules.refusals.base import Refusal
from server import door, logs, runtime, worker
from server.config import Settings
from server.operations import JOBS
from server.serve import UNMIGRATED, migrated

OPERATOR = UUID(int=0)
"""Who imports from the command line: no account, but whoever may start programs here."""

SHOWN = 50
EVERY_SECONDS = 0.3


def main(argv: list[str], offset: Callable[[], timedelta] | None = None) -> int:
    """Import the files; the exit code. `offset` is a sandbox's clock."""
    parser = argparse.ArgumentParser(prog="python -m server import-roll", description="导入名册")
    parser.add_argument("files", metavar="FILE", nargs="+", type=Path, help="xlsx、csv 或 zip")
    parser.add_argument("--yes", action="store_true", help="核对无误即写入，不再询问")
    given = parser.parse_args(argv)
    settings = Settings.load(os.environ)
    logs.configure("ERROR", "import-roll")
    with runtime.start_engines(settings) as running:
        settings = runtime.located(settings, running)
        if not migrated(settings):
            return UNMIGRATED
        if offset is not None:
            door.shift_clock(offset)
        return asyncio.run(_all(runtime.build(settings), list(uploads(given.files)), given.yes))


def uploads(paths: list[Path]) -> Iterator[Upload]:
    """The files to import, one after the other; all csv files together as one zip."""
    sheets = [path for path in paths if path.suffix.lower() == ".csv"]
    if len(sheets) > 1:
        packed = io.BytesIO()
        with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
            for path in sheets:
                archive.writestr(path.name, path.read_bytes())
        yield Upload(packed.getvalue(), "roll.zip", "application/zip")
    for path in paths:
        if path not in sheets or len(sheets) == 1:
            yield Upload(path.read_bytes(), path.name, "application/octet-stream")


async def _all(built: runtime.Runtime, files: list[Upload], yes: bool) -> int:
    async with runtime.opened(built):
        codes = [await import_file(built.world, file, yes) for file in files]
    return max(codes)


async def import_file(world: World, file: Upload, yes: bool) -> int:
    """One file is checked and, if it is confirmed, applied; 1 when it is not fit."""
    try:
        view = await _taken_in(world, file)
    except Refusal as refusal:
        _say(f"{file.name}：{refusal.detail or refusal.title()}")
        return 1
    view = await _work(world, view.id, "checking", "核对")
    if view.state != "ready":
        await _say_faults(view)
        return 1
    _say(f"{file.name}：{view.rows_total} 行，核对无误")
    if not (yes or _asked()):
        _say(f"尚未写入；可登录系统确认或放弃（导入编号 {view.id}）")
        return 0
    await door.enter(CLOCK, door.now(), world, lambda ctx: _confirm(view.id))
    view = await _work(world, view.id, "applying", "写入")
    if view.state != "applied":
        await _say_faults(view)
        return 1
    _say(f"已写入：新增 {_counts(view.added)}；更改 {_counts(view.changed)}")
    return 0


async def _taken_in(world: World, file: Upload) -> ImportView:
    views: list[ImportView] = []

    async def work(ctx: Context) -> None:
        views.append(await taking.take_in(ctx, file, ctx.prepared, OPERATOR))

    async def prepare(ctx: Context) -> Any:
        return await taking.sealed(ctx, file)

    await door.enter(CLOCK, door.now(), world, work, prepare)
    return views[-1]


async def _confirm(import_id: UUID) -> None:
    await taking.confirmed(import_id, OPERATOR)


async def _work(world: World, import_id: UUID, state: str, word: str) -> ImportView:
    """What the import is after it left that state; a worker beside us may be the one to do it."""
    jobs = [job for job in JOBS if job.run is working.work_on_import]
    shown = asyncio.create_task(_progress(import_id, word))
    said = ""
    try:
        while (view := await taking.view_of(import_id)).state == state:
            if view.failure != said:
                said = view.failure
                _say(f"{view.name}：{word}未成：{said}；稍后再试，至多 {working.TRIES} 次")
            if not await worker.run_due(world, jobs):
                await asyncio.sleep(EVERY_SECONDS)
    finally:
        shown.cancel()
        await asyncio.gather(shown, return_exceptions=True)
        sys.stderr.write("\r\033[K" if sys.stderr.isatty() else "")
    return view


async def _progress(import_id: UUID, word: str) -> None:
    """Rows done so far, on one line of a terminal or a line each second of a log."""
    said = -1
    while True:
        row = await one("SELECT rows_done, rows_total FROM import WHERE id = $1", import_id)
        if row and row["rows_done"] != said:
            said = row["rows_done"]
            total = f" / {row['rows_total']}" if row["rows_total"] else ""
            text = f"{word} {said}{total} 行"
            sys.stderr.write(f"\r\033[K{text}" if sys.stderr.isatty() else f"{text}\n")
            sys.stderr.flush()
        await asyncio.sleep(EVERY_SECONDS)


async def _say_faults(view: ImportView) -> None:
    if view.failure:
        _say(f"{view.name}：{view.failure}")
        return
    _say(f"{view.name}：{view.error_count} 处错误，未作任何更改")
    for fault in await taking.faults(view.id, 0, SHOWN):
        place = f"{fault.sheet} 第 {fault.row} 行" if fault.row else fault.sheet
        value = f"（{fault.value}）" if fault.value else ""
        _say(f"  {place} {fault.column}{value}：{fault.reason}")
    if view.error_count > SHOWN:
        _say(f"  其余 {view.error_count - SHOWN} 处可在系统中查看或导出")


def _asked() -> bool:
    if not sys.stdin.isatty():
        return False
    sys.stderr.write("确认写入？[y/N] ")
    sys.stderr.flush()
    return sys.stdin.readline().strip().lower() in ("y", "yes", "是")


def _counts(counts: dict[str, int]) -> str:
    words = {**taking.TABLES, "opening": "统筹期初", "fund": "分户账", "first_deposit": "首期交存"}
    return "、".join(f"{words.get(name, name)} {n}" for name, n in counts.items()) or "无"


def _say(text: str) -> None:
    sys.stderr.write(text + "\n")
