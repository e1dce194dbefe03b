"""A PostgreSQL from the machine's package, run for a test as the system account of the engines."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from server.engines import machine
from server.supported import OLDEST

PACKAGED = Path("/usr/lib/postgresql")
START_SECONDS = 60

CONFIGURATION = """
listen_addresses = '127.0.0.1'
port = {port}
unix_socket_directories = ''
fsync = off
full_page_writes = off
"""


def programs() -> Path:
    """The folder of the oldest packaged server that the program works with."""
    majors = [int(one.name) for one in PACKAGED.glob("[0-9]*") if (one / "bin/initdb").exists()]
    fit = [major for major in majors if major >= OLDEST]
    assert fit, "没有 Debian 的 PostgreSQL 服务器，先运行 make postgresql (no packaged server)"
    return PACKAGED / str(min(fit)) / "bin"


@contextmanager
def running(var_dir: Path) -> Iterator[str]:
    """A cluster of its own, ended on leaving; the URL of its first user's database.

    Whoever is on this machine may come in: there is nothing in it but what a test wrote.
    """
    home = machine.home_of(var_dir, "debian")
    data = home / "data"
    made: list[str | Path] = [programs() / "initdb", "-D", data, "-U", "postgres", "-A", "trust"]
    machine.run([*made, "--encoding=UTF8", "--locale=C.UTF-8", "-N"], home, START_SECONDS)
    port = machine.free_port(None)
    with (data / "postgresql.conf").open("a") as configuration:
        configuration.write(CONFIGURATION.format(port=port))
    control: list[str | Path] = [programs() / "pg_ctl", "-D", data, "-w", "-t", str(START_SECONDS)]
    machine.run([*control, "-l", home / "log", "start"], home, START_SECONDS + 10)
    try:
        yield f"postgresql://postgres@127.0.0.1:{port}/postgres"
    finally:
        machine.run([*control, "-m", "immediate", "stop"], home, START_SECONDS + 10)
