"""The program's processes as an operator meets them: they start, refuse, stop and start again."""

import asyncio
import os
import signal
import socket
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import httpx

from tests.databases import apart
from tests.drills.stand import until

ROOT = Path(__file__).parents[2]


async def run(env: dict[str, str], *arguments: str, seconds: float = 180) -> tuple[int | None, str]:
    """Exit code and output of one command."""
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "server", *arguments),
        cwd=ROOT,
        env={**os.environ, **env},
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.STDOUT,
    )
    output, _ = await asyncio.wait_for(process.communicate(), seconds)
    return process.returncode, output.decode()


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as found:
        port: int = found.getsockname()[1]
        return port


@asynccontextmanager
async def running(env: dict[str, str], command: str, log: Path) -> AsyncIterator[Any]:
    """A process that is killed at the end unless it has ended by itself."""
    with log.open("ab") as output:
        process = await asyncio.create_subprocess_exec(
            *(sys.executable, "-m", "server", command),
            cwd=ROOT,
            env={**os.environ, **env},
            stdout=output,
            stderr=output,
        )
    try:
        yield process
    finally:
        if process.returncode is None:
            process.kill()
            await process.wait()


async def ready(port: int) -> None:
    async def answers() -> bool:
        try:
            async with httpx.AsyncClient(trust_env=False, verify=False) as http:
                answer = await http.get(f"http://127.0.0.1:{port}/ready", timeout=2)
        except httpx.TransportError:
            return False
        return answer.status_code == 200

    await until(answers, 180, f"port {port} is ready")


async def test_several_of_each_share_engines_of_their_own_and_stop_cleanly(
    tmp_path: Path,
) -> None:
    ports = (free_port(), free_port())
    env = {"VAR_DIR": str(tmp_path / "var")}
    first = env | {"PORT": str(ports[0])}
    second = env | {"PORT": str(ports[1])}
    async with (
        running(first, "serve", tmp_path / "1.log") as one,
        running(second, "serve", tmp_path / "2.log") as two,
        running(env, "work", tmp_path / "3.log") as three,
    ):
        await asyncio.gather(*(ready(port) for port in ports))
        one.send_signal(signal.SIGTERM)
        assert await asyncio.wait_for(one.wait(), 60) == 0
        await ready(ports[1])
        for process in (two, three):
            process.send_signal(signal.SIGTERM)
            assert await asyncio.wait_for(process.wait(), 60) == 0
    assert not (tmp_path / "var/postgres/data/postmaster.pid").exists()
    assert not (tmp_path / "var/valkey/valkey.pid").exists()
    code, output = await run(env, "verify")
    assert code == 0, output


async def test_production_refuses_and_says_why(tmp_path: Path) -> None:
    env = {"MODE": "production", "VAR_DIR": str(tmp_path / "var"), "SANDBOX": "1"}
    for command in ("serve", "work", "migrate"):
        code, output = await run(env, command)
        assert code == 2
        for name in ("DATABASE_URL", "REDIS_URL", "TOKEN_KEYS", "SANDBOX", "PUBLIC_URL"):
            assert f"- {name}: " in output
        assert "Traceback" not in output
    assert not (tmp_path / "var").exists()


async def test_commands_that_do_not_exist_are_told_which_do() -> None:
    for arguments in ((), ("serv",)):
        code, output = await run({}, *arguments)
        assert code == 2 and "用法" in output and "import-roll" in output


def test_explaining_loads_neither_database_nor_web_server() -> None:
    code = (
        "import sys; from server.__main__ import main;"
        "main(['explain', 'split', '--total', '100', '--weights', '1,1,1']);"
        "sys.exit(bool({'tortoise', 'sanic', 'asyncpg'} & set(sys.modules)))"
    )

    async def explained() -> int | None:
        process = await asyncio.create_subprocess_exec(
            *(sys.executable, "-c", code), cwd=ROOT, stdout=asyncio.subprocess.DEVNULL
        )
        return await process.wait()

    assert apart(explained()) == 0
