"""The keeper: a small process that stops the embedded engines when their last user is gone.

It asks the kernel, not a list of pids: users hold a shared lock that ends with them, also by
kill -9. It sleeps in one system call until then.
"""

import fcntl
import os
from pathlib import Path

from server.engines import postgres, valkey


def stop_engines(var_dir: Path, known: tuple[int | None, int | None] = (None, None)) -> None:
    """Have both engines stopped; the pids known before serve when their folder was removed."""
    valkey.stop(var_dir, known[1])
    postgres.stop(var_dir, known[0])


def in_use(var_dir: Path) -> bool:
    """Whether a living process uses the engines of this folder.

    Where the last one has just gone, returns once they are stopped.
    """
    lease = var_dir / "engines.lease"
    if not lease.exists():
        return False
    with lease.open("r+b") as held:
        try:
            fcntl.flock(held, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            pass
        else:
            return False
        try:
            fcntl.flock(held, fcntl.LOCK_SH | fcntl.LOCK_NB)
        except BlockingIOError:
            fcntl.flock(held, fcntl.LOCK_SH)
            return False
    return True


def keep(var_dir: Path) -> None:
    """Wait until nobody uses the engines, stop them, and leave. One keeper per folder."""
    watch = os.open(var_dir / "engines.keeper", os.O_RDWR | os.O_CREAT, 0o600)
    lease = os.open(var_dir / "engines.lease", os.O_RDWR | os.O_CREAT, 0o600)
    try:
        fcntl.flock(watch, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return
    known = (postgres.pid(var_dir), valkey.pid(var_dir))
    fcntl.flock(lease, fcntl.LOCK_EX)
    stop_engines(var_dir, known)
    # In this order: whoever gets the lease next must find the keeper's place free.
    os.close(watch)
    os.close(lease)
