"""The sandbox's processes: an emulated WeChat on loopback, the server, and the worker.

`staged` starts them over one VAR_DIR, waits until they are ready, and ends what it started. The
server listens on loopback too, unless a host is given for phones of the same network.
"""

import errno
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
from sandbox import clock, ids
from sandbox.wechat.world import sandbox_template_id
from server import engines
from server.config import Settings

MORNING = datetime(2026, 3, 2, 9, 0, tzinfo=BEIJING)
"""The sandbox's first day: a Monday of a published year, so that nothing depends on today."""

SEED = 20260302
READY_SECONDS = 180
LOOPBACK = "127.0.0.1"


class CommandFailed(Exception):
    """A command of the program ended with that exit code, and said why on stderr."""

    def __init__(self, code: int) -> None:
        super().__init__(f"exit code {code}")
        self.code = code


@dataclass(frozen=True)
class Stage:
    """Where everything is, while it runs. `url` is for this machine, `public_url` is what papers
    and their codes say."""

    url: str
    public_url: str
    control_url: str
    var_dir: Path
    env: Mapping[str, str]
    processes: dict[str, "subprocess.Popen[bytes]"]
    stack: ExitStack

    def begin_work(self) -> None:
        """The worker runs from now on: what falls due is done, what was told is sent."""
        work = self.stack.enter_context(_process(self.env, "work", self.var_dir))
        self.processes["work"] = work


@dataclass(frozen=True)
class Ports:
    """Where the server listens, and the emulated WeChat with its control beside it."""

    host: str
    server: int
    control: int
    wechat: int

    @classmethod
    def anywhere(cls) -> "Ports":
        """Ports of loopback that nobody uses now."""
        return cls(LOOPBACK, free_port(), free_port(), free_port())

    @classmethod
    def fixed(cls, host: str, port: int) -> "Ports":
        """The server at that port, the control port and WeChat at the two that follow."""
        return cls(host, port, port + 1, port + 2)

    def taken(self) -> str:
        """Why the processes cannot listen there, in Chinese; empty when they can."""
        wanted = ((self.host, self.server), (LOOPBACK, self.control), (LOOPBACK, self.wechat))
        for host, port in wanted:
            try:
                listening(host, port).close()
            except OverflowError:
                return f"端口 {port} 不存在，请用 1 到 65533 之间的 PORT"
            except OSError as error:
                if error.errno == errno.EADDRINUSE:
                    return (
                        f"端口 {port} 已被别的程序占用（也许是另一个 make run）；"
                        f"沙箱要用 {self.server}、{self.control}、{self.wechat} 三个端口。"
                        f"请停止那个程序，或换一个端口：make run PORT={self.server + 100}"
                    )
                return f"不能在 {host}:{port} 上提供服务：{error.strerror}；请检查 HOST 和 PORT"
        return ""


def listening(host: str, port: int) -> socket.socket:
    """A socket that listens there. OSError where that cannot be."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    return socket.create_server((host, port), family=family)


def free_port() -> int:
    """A port of this machine's loopback that nobody listens on now."""
    with listening(LOOPBACK, 0) as found:
        port: int = found.getsockname()[1]
        return port


def local_url(host: str, port: int) -> str:
    """Where this machine reaches a server that listens there."""
    reached = {"0.0.0.0": LOOPBACK, "::": "::1"}.get(host, host)
    return f"http://[{reached}]:{port}" if ":" in reached else f"http://{reached}:{port}"


def reachable_url(host: str, port: int) -> str:
    """Where a phone of the same network reaches it: by this machine's own address there, if the
    server listens on all of them."""
    if host not in ("0.0.0.0", "::"):
        return local_url(host, port)
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as way:
        try:
            # Nothing is sent: the kernel only says from which address it would be.
            way.connect(("192.0.2.1", 9))
            return local_url(way.getsockname()[0], port)
        except OSError:
            return local_url(host, port)


@contextmanager
def staged(
    var_dir: Path,
    *,
    ports: Ports | None = None,
    start: datetime = MORNING,
    same_ids: bool = False,
) -> Iterator[Stage]:
    """The whole sandbox, its clock at `start` if it is new; everything is ended on leaving.

    With `same_ids` what is done first gets the same ids every time. So that nothing comes between,
    the worker runs only from `begin_work` on, and PostgreSQL does not look after itself.
    """
    var_dir.mkdir(parents=True, exist_ok=True)
    ports = ports or Ports.anywhere()
    env = {
        # All phones of a sandbox call from one address.
        "RATE_LIMIT_SCALE": "100",
        **os.environ,
        "SANDBOX": "1",
        "VAR_DIR": str(var_dir),
        "HOST": ports.host,
        "PORT": str(ports.server),
        "PUBLIC_URL": os.environ.get("PUBLIC_URL") or reachable_url(ports.host, ports.server),
        "WECHAT_TEMPLATES": json.dumps(
            {one.name: sandbox_template_id(one.name) for one in TEMPLATES}
        ),
    }
    settings = Settings.load(env)
    clock.begin(var_dir, start)
    with ExitStack() as stack:
        running = stack.enter_context(engines.start(settings, durable=not same_ids))
        wechat, addresses = _emulator(stack, env, settings, ports)
        env["WECHAT_API_BASE_URL"] = addresses["url"]
        env["SANDBOX_WECHAT_CONTROL"] = addresses["control_url"]
        _run(env, "migrate")
        if same_ids:
            ids.prepare(running.owner_url)
        told = {**env, ids.SAME: str(SEED)} if same_ids else env
        serve = stack.enter_context(_process(told, "serve", var_dir))
        url = local_url(ports.host, ports.server)
        control_url = addresses["control_url"]
        processes = {"wechat": wechat, "serve": serve}
        stage = Stage(url, settings.public_url, control_url, var_dir, env, processes, stack)
        if not same_ids:
            stage.begin_work()
        _wait_ready(url, serve)
        _set_up_wechat(stage, settings)
        yield stage


def _emulator(
    stack: ExitStack, env: Mapping[str, str], settings: Settings, ports: Ports
) -> tuple["subprocess.Popen[bytes]", dict[str, str]]:
    command = [
        sys.executable,
        "-m",
        "sandbox.wechat",
        "--port",
        str(ports.wechat),
        "--control-port",
        str(ports.control),
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


def _set_up_wechat(stage: Stage, settings: Settings) -> None:
    """Tell the emulator what time it is, and where its events go, signed and encrypted as WeChat
    does."""
    ahead = clock.offset_in(stage.var_dir)().total_seconds()
    _order(stage.control_url, "/clock", {"offset_seconds": ahead})
    order: dict[str, Any] = {
        "url": f"{stage.url}/wechat/push",
        "token": settings.wechat.push_token,
        "aes_key": settings.wechat.aes_key,
        "mode": "secure",
    }
    _order(stage.control_url, "/push", order)


def _order(control_url: str, path: str, order: dict[str, Any]) -> None:
    """What the emulator is told; what it stamps with another clock than ours is refused as old."""
    httpx.post(f"{control_url}{path}", json=order, timeout=60, trust_env=False).raise_for_status()
