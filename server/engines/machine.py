"""What the engines need of the host: an account to run as, a free port, proof that a pid is theirs.

PostgreSQL refuses to run as root. Started by root, the engines therefore run as the system user
`pgserver`, who is made when missing; started by anybody else they run as that user.
"""

import importlib.util
import os
import pwd
import random
import signal
import socket
import stat
import subprocess
import time
from collections.abc import Callable, Iterable
from pathlib import Path

ACCOUNT = "pgserver"

# Below the range from which the kernel takes ports for outgoing connections: a client that keeps
# trying to reach a stopped engine there could meet itself and keep the engine from its own port.
PORTS = range(15_000, 30_000)

STEP_SECONDS = 0.02


class EngineFailed(Exception):
    """内置数据库未能启动"""


def account() -> pwd.struct_passwd | None:
    """The account that engines run as; None when it is the caller's own."""
    if os.geteuid() != 0:
        return None
    try:
        return pwd.getpwnam(ACCOUNT)
    except KeyError:
        command = ["useradd", "--system", "--no-create-home", "--shell", "/usr/sbin/nologin"]
        # Two first starts in different folders may both come here; the second finds the user made.
        subprocess.run([*command, ACCOUNT], check=False, capture_output=True)
        return pwd.getpwnam(ACCOUNT)


def run(command: Iterable[str | Path], cwd: Path, seconds: float) -> None:
    """Run an engine's program as its account; raises EngineFailed with what it said.

    Output goes to a file and not to a pipe: a daemon would inherit the pipe and keep it open.
    """
    owner = account()
    said = cwd / "output.log"
    with said.open("wb") as output:
        try:
            done = subprocess.run(
                [str(part) for part in command],
                cwd=cwd,
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=subprocess.STDOUT,
                timeout=seconds,
                check=False,
                user=owner.pw_uid if owner else None,
                group=owner.pw_gid if owner else None,
                extra_groups=[] if owner else None,
                env={"PATH": os.environ.get("PATH", os.defpath), "LC_ALL": "C"},
            )
        except subprocess.TimeoutExpired as late:
            raise EngineFailed(f"{command}: nothing after {seconds} s") from late
    if done.returncode:
        raise EngineFailed(f"{command}:\n{said.read_text(errors='replace')[-4000:]}")


def own(path: Path, mode: int) -> None:
    """Hand a file or folder to the engines' account with that mode."""
    if owner := account():
        os.chown(path, owner.pw_uid, owner.pw_gid)
    path.chmod(mode)


def home_of(var_dir: Path, name: str) -> Path:
    """The folder of an engine, its own, reachable for its account."""
    home = var_dir / name
    home.mkdir(parents=True, exist_ok=True)
    own(home, 0o700)
    let_through(home)
    return home


def package(name: str) -> Path:
    """Where a wheel's files are, found without running its code."""
    spec = importlib.util.find_spec(name)
    if spec is None or not spec.submodule_search_locations:
        raise EngineFailed(f"package {name} is not installed")
    return Path(next(iter(spec.submodule_search_locations)))


def let_through(path: Path) -> None:
    """Let the engines' account pass through the folders above it, without a right to list them.

    The folders are given to its group where they have none of their own, so that nobody else
    passes; those of another group, which somebody relies on, let everybody pass.
    """
    known = account()
    if known is None:
        return
    for folder in path.resolve().parents:
        found = folder.stat()
        mode = stat.S_IMODE(found.st_mode)
        if mode & stat.S_IXOTH:
            continue
        if found.st_gid in (0, os.getgid(), known.pw_gid):
            os.chown(folder, -1, known.pw_gid)
            folder.chmod(mode & ~stat.S_IRWXG | stat.S_IXGRP)
        else:
            folder.chmod(mode | stat.S_IXOTH)


def let_read(folder: Path) -> None:
    """Let the engines' account use a wheel that was unpacked under a strict umask."""
    let_through(folder)
    if account() is None or folder.stat().st_mode & stat.S_IROTH:
        return
    for path in [folder, *folder.rglob("*")]:
        mode = stat.S_IMODE(path.stat().st_mode)
        path.chmod(mode | stat.S_IROTH | (stat.S_IXOTH if mode & stat.S_IXUSR else 0))


def free_port(preferred: int | None) -> int:
    """A loopback port nobody listens on; the preferred one if it is free."""
    tries = random.sample(PORTS, 50)
    for port in ([preferred] if preferred else []) + tries:
        with socket.socket() as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                probe.bind(("127.0.0.1", port))
            except OSError:
                continue
            return port
    raise EngineFailed("no free loopback port")


def is_engine(pid: int, home: Path) -> bool:
    """True when that process lives and works in that folder.

    A pid alone proves nothing: after a crash it may belong to any other program.
    """
    proc = Path("/proc")
    if not (proc / "self").exists():
        return _signal(pid, 0)
    try:
        where = os.readlink(proc / str(pid) / "cwd")
    except OSError:
        return False
    return where in (str(home.resolve()), f"{home.resolve()} (deleted)")


def _signal(pid: int, number: int) -> bool:
    try:
        os.kill(pid, number)
    except OSError:
        return False
    return True


def wait_until(done: Callable[[], bool], seconds: float) -> bool:
    """True as soon as the condition holds, False when it does not within that time."""
    deadline = time.monotonic() + seconds
    while not done():
        if time.monotonic() > deadline:
            return False
        time.sleep(STEP_SECONDS)
    return True


def end(pid: int, home: Path, gently: signal.Signals, seconds: float) -> None:
    """Ask the engine with that pid to stop, and kill it if it has not within that time."""
    for number in (gently, signal.SIGKILL):
        if is_engine(pid, home):
            _signal(pid, number)
        if wait_until(lambda: not is_engine(pid, home), seconds):
            return
