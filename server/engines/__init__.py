"""Engines of one's own: PostgreSQL and Valkey when no URL is given, shared by all processes.

Every process that uses them holds a shared lock on `engines.lease`, which the kernel takes back
however the process ends. A keeper waits for the exclusive lock: it gets it when the last user has
left or was killed, and stops the engines. Starting holds `engines.lock`, one process at a time.
"""

import fcntl
import os
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path
from types import TracebackType

from server.config import Settings
from server.engines import keeper, postgres, valkey

# Keepers that this process started; looked at again so that none is left a zombie.
_KEEPERS: list[subprocess.Popen[bytes]] = []


@dataclass
class Engines:
    """The two engines' addresses, for as long as this process needs them. `owner_url` is the same
    database as the role that migrates it; the program works as that of `database_url`. R12.5."""

    database_url: str = field(repr=False)
    owner_url: str = field(repr=False)
    redis_url: str = field(repr=False)
    var_dir: Path
    _lease: int | None = field(default=None, repr=False)
    _pid: int = field(default_factory=os.getpid, repr=False)

    def stop(self) -> None:
        """Leave. If nobody else uses them, the embedded engines have stopped on return."""
        # A forked child shares its parent's lease and must not give it up for both.
        if self._lease is None or self._pid != os.getpid():
            return
        lease, self._lease = self._lease, None
        try:
            if _try(lease, fcntl.LOCK_EX):
                keeper.stop_engines(self.var_dir)
            elif not _try(lease, fcntl.LOCK_SH):
                # The keeper was quicker: it has the lease and is stopping them just now.
                fcntl.flock(lease, fcntl.LOCK_SH)
        finally:
            os.close(lease)

    def __enter__(self) -> "Engines":
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.stop()


def start(settings: Settings, durable: bool = True) -> Engines:
    """Have both engines running: those of the settings' URLs, or embedded ones in `var_dir`.

    Blocks up to some seconds at the very first start, well under one later. With `durable` False
    PostgreSQL does not wait for the disk: for tests (data outlives a kill -9, not a power cut).
    Raises EngineFailed when one cannot start.
    """
    var_dir = settings.var_dir
    if settings.database_url and settings.redis_url:
        owner_url = settings.migrate_database_url or settings.database_url
        return Engines(settings.database_url, owner_url, settings.redis_url, var_dir)
    var_dir.mkdir(parents=True, exist_ok=True)
    starting = _open(var_dir / "engines.lock")
    lease = _open(var_dir / "engines.lease")
    try:
        fcntl.flock(starting, fcntl.LOCK_EX)
        # Waits while a keeper stops the engines; from here on nobody stops them.
        fcntl.flock(lease, fcntl.LOCK_SH)
        database_url = settings.database_url or ""
        owner_url = settings.migrate_database_url or database_url
        if not database_url:
            owner_url = postgres.start(var_dir, durable)
            database_url = postgres.program_url(var_dir)
        redis_url = settings.redis_url or valkey.start(var_dir)
        _keep(var_dir)
    except BaseException:
        os.close(lease)
        raise
    finally:
        os.close(starting)
    return Engines(database_url, owner_url, redis_url, var_dir, lease)


def _open(path: Path) -> int:
    return os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)


def _try(descriptor: int, lock: int) -> bool:
    try:
        fcntl.flock(descriptor, lock | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


def _keep(var_dir: Path) -> None:
    """Have a keeper at work; a second one would leave at once."""
    watch = _open(var_dir / "engines.keeper")
    try:
        if not _try(watch, fcntl.LOCK_EX):
            return
    finally:
        os.close(watch)
    _KEEPERS[:] = [running for running in _KEEPERS if running.poll() is None]
    started = subprocess.Popen(
        [sys.executable, "-m", "server.engines", str(var_dir)],
        cwd=Path(__file__).parents[2],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    _KEEPERS.append(started)
