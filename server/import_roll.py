"""`python -m server import-roll FILE…`: a roll taken in from the command line. R2.7.

The same code as over HTTP, and the same history: checked line by line, nothing changed before it is
confirmed. That takes a clerk or a reviewer, who gives name, password and one-time code at the
terminal: whoever may start programs here is one person alone (R1.2). Progress and faults go to
stderr. Exit code 0 when done (or left for later), 1 when a file is faulty. Several csv files are
one import, because they refer to each other.
"""

import argparse
import asyncio
import getpass
import io
import os
import sys
import zipfile
from collections.abc import Awaitable, Callable, Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

from handlers.entries import confirm_entry
from handlers.imports import taking, working
from handlers.imports.taking import ImportView
from handlers.people import entrance
from handlers.route import CLOCK, Context, Principal, Upload, World
from models import imports
from models.listing import rows_of
from models.people.employees import logins_of
from rules.refusals.asking import NotAllowed
from rules.refusals.base import Refusal
from server import door, logs, runtime, worker
from server.config import Settings
from server.operations import JOBS
from server.serve import UNMIGRATED, migrated

OPERATOR = UUID(int=0)
"""Who imports from the command line: no account, but whoever may start programs here."""

Second = Callable[[World], Awaitable[Principal | None]]
"""Who confirms what was checked: an account, or nobody for now."""

SHOWN = 50
EVERY_SECONDS = 0.3


def main(argv: list[str], offset: Callable[[], timedelta] | None = None) -> int:
    """Import the files; the exit code. `offset` is a sandbox's clock."""
    parser = argparse.ArgumentParser(prog="python -m server import-roll", description="导入名册")
    parser.add_argument("files", metavar="FILE", nargs="+", type=Path, help="xlsx、csv 或 zip")
    parser.add_argument("--later", action="store_true", help="只核对，留待登录系统复核")
    given = parser.parse_args(argv)
    settings = Settings.load(os.environ)
    logs.configure("ERROR", "import-roll")
    with runtime.start_engines(settings) as running:
        settings = runtime.located(settings, running)
        if not migrated(settings):
            return UNMIGRATED
        if offset is not None:
            door.shift_clock(offset)
        return asyncio.run(_all(runtime.build(settings), list(uploads(given.files)), given.later))


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


async def _all(built: runtime.Runtime, files: list[Upload], later: bool) -> int:
    async with runtime.opened(built):
        second = nobody if later else at_the_terminal
        codes = [await import_file(built.world, file, second) for file in files]
    return max(codes)


async def import_file(world: World, file: Upload, second: Second) -> int:
    """One file is checked and, if a second person confirms it, applied; 1 when it is not fit."""
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
    confirmer = await second(world)
    if confirmer is None:
        _say(f"尚未写入；由经办或复核人员登录系统复核或放弃（导入编号 {view.id}）")
        return 0
    await door.enter(
        confirmer, door.now(), world, lambda ctx: confirm_entry(ctx, taking.IMPORT, view.id)
    )
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


async def nobody(world: World) -> Principal | None:
    """The import is left for somebody who logs in."""
    return None


async def at_the_terminal(world: World) -> Principal | None:
    """Who confirms, having given name, password and one-time code; None for an empty name."""
    if not sys.stdin.isatty():
        return None
    _say("请经办或复核人员复核（留空则留待登录系统复核）")
    while username := input("用户名：").strip().lower():
        try:
            return await identified(
                world, username, getpass.getpass("密码："), input("动态口令：").strip()
            )
        except Refusal as refusal:
            _say(refusal.detail or refusal.title())
    return None


async def identified(world: World, username: str, password: str, totp: str) -> Principal:
    """The account that these belong to. Refuses WrongCredentials, and NotAllowed to who may not
    confirm an import."""
    found: list[Principal] = []

    async def work(ctx: Context) -> None:
        account_id, step = ctx.prepared
        row = await entrance.use_step(ctx, account_id, step)
        roles = frozenset(entrance.roles_of(str(row["roles"])))
        if not roles & taking.IMPORT.confirms:
            raise NotAllowed()
        logins = await logins_of(account_id)
        found.append(Principal("account", id=account_id, roles=roles, logins=logins))

    async def prepare(ctx: Context) -> Any:
        return await entrance.verified(ctx, username, password, totp)

    await door.enter(CLOCK, door.now(), world, work, prepare)
    return found[-1]


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
        done, total = await imports.progress(import_id)
        if done != said:
            said = done
            whole = f" / {total}" if total else ""
            text = f"{word} {said}{whole} 行"
            sys.stderr.write(f"\r\033[K{text}" if sys.stderr.isatty() else f"{text}\n")
            sys.stderr.flush()
        await asyncio.sleep(EVERY_SECONDS)


async def _say_faults(view: ImportView) -> None:
    if view.failure:
        _say(f"{view.name}：{view.failure}")
        return
    _say(f"{view.name}：{view.error_count} 处错误，未作任何更改")
    for fault in await rows_of(imports.ERRORS, {"import_id": view.id}, limit=SHOWN):
        place = f"{fault['sheet']} 第 {fault['row']} 行" if fault["row"] else fault["sheet"]
        value = f"（{fault['value']}）" if fault["value"] else ""
        _say(f"  {place} {fault['column']}{value}：{fault['reason']}")
    if view.error_count > SHOWN:
        _say(f"  其余 {view.error_count - SHOWN} 处可在系统中查看或导出")


def _counts(counts: dict[str, int]) -> str:
    words = {**taking.TABLES, "opening": "统筹期初", "fund": "分户账", "first_deposit": "首期交存"}
    return "、".join(f"{words.get(name, name)} {n}" for name, n in counts.items()) or "无"


def _say(text: str) -> None:
    sys.stderr.write(text + "\n")
