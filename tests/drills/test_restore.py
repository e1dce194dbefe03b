"""What the handbook says about backups is done here: dump, base backup, restore, verify."""

import asyncio
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from tempfile import mkdtemp

import asyncpg

from server.engines import Engines, machine, postgres
from tests.databases import other_database
from tests.drills.stand import Stand
from tests.drills.workload import Work
from tests.untold import amiss_at

COUNTS = """
SELECT (SELECT count(*) FROM "case"), (SELECT count(*) FROM log_event),
       (SELECT count(*) FROM ledger_posting), (SELECT count(*) FROM answered),
       (SELECT sum(balance_fen) FROM ledger_account)
"""


async def test_a_dump_and_a_base_backup_bring_everything_back(
    stand: Stand, engines: Engines, figure: Callable[[str], None]
) -> None:
    await stand.serve()
    work = Work(stand)
    here = stand.roll.here
    work.finished.append(await work.case("manager", here, here.elevators[0]))
    source = stand.env["DATABASE_URL"]
    before = await counts(source)

    dump = stand.folder / "jishou.dump"
    await program("pg_dump", "-Fc", "--no-owner", "-d", source, "-f", str(dump))
    await stand.db.execute("CREATE DATABASE restored")
    restored = other_database(source, "restored")
    await program("pg_restore", "--no-owner", "--exit-on-error", "-d", restored, str(dump))
    assert await counts(restored) == before
    assert await amiss_at(restored) == []
    await stand.db.execute("DROP DATABASE restored WITH (FORCE)")

    elsewhere = Path(mkdtemp(prefix="jishou-restored-"))
    try:
        copied = await based(engines.var_dir, elsewhere)
        url = other_database(copied, source.rsplit("/", 1)[1])
        assert url != source
        assert await counts(url) == before
        assert await amiss_at(url) == []
    finally:
        await asyncio.to_thread(postgres.stop, elsewhere)
        shutil.rmtree(elsewhere)
    size = dump.stat().st_size // 1024
    figure(f"restored from a dump of {size} KiB and from a base backup: nothing missing")


async def based(running: Path, elsewhere: Path) -> str:
    """A server over a base backup of the running one, which goes on; its URL."""
    home = machine.home_of(elsewhere, "postgres")
    command: list[str | Path] = [postgres.programs() / "pg_basebackup", "-X", "stream"]
    command += ["-c", "fast", "-d", postgres.admin_url(running), "-D", home / "data"]
    await asyncio.to_thread(machine.run, command, home, 60)
    shutil.copy(running / "postgres" / "postgres.json", home / "postgres.json")
    return await asyncio.to_thread(postgres.start, elsewhere, False)


async def program(name: str, *arguments: str) -> None:
    """One of PostgreSQL's programs did its work."""
    command = [str(postgres.programs() / name), *arguments]
    done = await asyncio.to_thread(subprocess.run, command, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr


async def counts(url: str) -> tuple[object, ...]:
    """How much of everything there is."""
    connection = await asyncpg.connect(url)
    try:
        return tuple(await connection.fetchrow(COUNTS))
    finally:
        await connection.close()
