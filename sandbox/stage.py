"""The sandbox's processes: an emulated WeChat, the server and the worker, on loopback only.

`staged` starts them over one VAR_DIR, waits until they are ready, and ends what it started.
"""

import json
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

import httpx

from notify.templates import TEMPLATES
from rules.days import BEIJING
from sandbox import clock
from sandbox.wechat.world import sandbox_template_id
from server.config import Settings

MORNING = datetime(2026, 3, 2, 9, 0, tzinfo=BEIJING)
"""The sandbox's first day: a Monday of a published year, so that nothing depends on today."""

SEED = 20260302
READY_SECONDS = 180


class CommandFailed(Exception):
    """A command of the program ended with that exit code, and said why on stderr."""

    def __init__(self, code: int) -> None:
        super().__init__(f"exit code {code}")
        self.code = code


@dataclass(frozen=True)
class Stage:
    """Where everything is, while it runs."""

    url: str
    control_url: str
    var_dir: Path
    env: Mapping[str, str]
    processes: Mapping[str, "subprocess.Popen[bytes]"]


def free_port() -> int:
    """A port of this machine's loopback that nobody listens on now."""
    with socket.create_server(("127.0.0.1", 0)) as found:
        port: int = found.getsockname()[1]
        return port


@contextmanager
def staged(var_dir: Path, *, port: int = 0, start: datetime = MORNING) -> Iterator[Stage]:
    """The whole sandbox, its clock at `start` if it is new; everything is ended on leaving."""
    var_dir.mkdir(parents=True, exist_ok=True)
    port = port or free_port()
    env = {
        # All phones of a sandbox call from one address.
        "RATE_LIMIT_SCALE": "100",
        **os.environ,
        "SANDBOX": "1",
        "VAR_DIR": str(var_dir),
        "PORT": str(port),
        "PUBLIC_URL": f"http://127.0.0.1:{port}",
        "WECHAT_TEMPLATES": json.dumps(
            {one.name: sandbox_template_id(one.name) for one in TEMPLATES}
        ),
    }
    settings = Settings.load(env)
    clock.begin(var_dir, start)
    with ExitStack() as stack:
        wechat, addresses = _emulator(stack, env, settings)
        env["WECHAT_API_BASE_URL"] = addresses["url"]
        env["SANDBOX_WECHAT_CONTROL"] = addresses["control_url"]
        _run(env, "migrate")
        serve = stack.enter_context(_process(env, "serve", var_dir))
        work = stack.enter_context(_process(env, "work", var_dir))
        url = f"http://127.0.0.1:{port}"
        _wait_ready(url, serve)
        _set_up_push(addresses["control_url"], url, settings)
        running = {"wechat": wechat, "serve": serve, "work": work}
        yield Stage(url, addresses["control_url"], var_dir, env, running)


def _emulator(
    stack: ExitStack, env: Mapping[str, str], settings: Settings
) -> tuple["subprocess.Popen[bytes]", dict[str, str]]:
    command = [
        sys.executable,
        "-m",
        "sandbox.wechat",
        "--port",
        str(free_port()),
        "--control-port",
        str(free_port()),
        "--appid",
        settings.wechat.appid,
        "--secret",
        settings.wechat.secret,
    ]
    process = subprocess.Popen(command, env=dict(env), stdout=subprocess.PIPE)
    stack.callback(_end, process)
    assert process.stdout is not None
    addresses: dict[str, str] = json.loads(process.stdout.readline())
    return process, addresses


@contextmanager
def _process(
    env: Mapping[str, str], command: str, var_dir: Path
) -> Iterator["subprocess.Popen[bytes]"]:
    with (var_dir / f"{command}.log").open("ab") as log:
        process = subprocess.Popen(
            [sys.executable, "-m", "server", command], env=dict(env), stdout=log, stderr=log
        )
    try:
        yield process
    finally:
        _end(process)


def _run(env: Mapping[str, str], *command: str) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "server", *command],
        env=dict(env),
        check=False,
        stdout=subprocess.DEVNULL,
    )
    if done.returncode:
        raise CommandFailed(done.returncode)


def _end(process: "subprocess.Popen[bytes]") -> None:
    """Ask the process to stop; after ten seconds insist."""
    if process.poll() is None:
        process.send_signal(signal.SIGTERM)
        try:
            process.wait(10)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def _wait_ready(url: str, serve: "subprocess.Popen[bytes]") -> None:
    deadline = time.monotonic() + READY_SECONDS
    while time.monotonic() < deadline:
        if serve.poll() is not None:
            raise RuntimeError("服务进程已退出，见 serve.log")
        try:
            if httpx.get(f"{url}/ready", timeout=10, trust_env=False).status_code == 200:
                return
        except httpx.HTTPError:
            pass
        time.sleep(0.1)
    raise RuntimeError("服务未能就绪，见 serve.log")


def _set_up_push(control_url: str, url: str, settings: Settings) -> None:
    """Tell the emulator where its events go, signed and encrypted as WeChat does."""
    order: dict[str, Any] = {
        "url": f"{url}/wechat/push",
        "token": settings.wechat.push_token,
        "aes_key": settings.wechat.aes_key,
        "mode": "secure",
    }
    httpx.post(f"{control_url}/push", json=order, timeout=60, trust_env=False).raise_for_status()
