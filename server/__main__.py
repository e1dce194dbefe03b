"""`python -m server COMMAND …`: the one way in."""

import os
import sys
from collections.abc import Callable
from typing import TYPE_CHECKING

from server.config import Misconfigured, Settings, Unsupported

if TYPE_CHECKING:
    from server.serve import Sandbox

COMMANDS = {
    "serve": "回答请求，直到收到停止信号",
    "work": "执行到期事项、发送消息，直到收到停止信号",
    "migrate": "升级或退回数据库结构",
    "spec": "由代码生成接口文档（--check 只核对）",
    "import-roll": "导入房屋、业主、电梯等名册",
    "verify": "核对账目与日志",
    "rekey": "以新密钥重新加密并重建盲索引，不停服",
    "explain": "说明一个期限、一次分摊、存款收益或一次表决是怎样算出来的",
    "demo": "在沙箱中演示一个办件的全过程",
}


def main(argv: list[str]) -> int:
    """Run one command and give its exit code; 2 for a command that does not exist."""
    command, rest = (argv[0], argv[1:]) if argv else ("", [])
    if command not in COMMANDS:
        width = max(map(len, COMMANDS))
        lines = [f"  {name:<{width}}  {text}" for name, text in COMMANDS.items()]
        sys.stderr.write("\n".join(["用法：python -m server 命令 …", *lines, ""]))
        return 2
    try:
        return RUN[command](rest)
    except (Misconfigured, Unsupported) as fault:
        sys.stderr.write(f"{fault}\n")
        return 2


# Each imports what it needs when it runs: explaining a date must not load a web server.


def _serve(argv: list[str]) -> int:
    from server import serve

    settings = Settings.load(os.environ)
    return serve.serve(settings, _sandbox(settings))


def _work(argv: list[str]) -> int:
    from server import work

    settings = Settings.load(os.environ)
    return work.work(settings, _sandbox(settings, jobs=True))


def _sandbox(settings: Settings, *, jobs: bool = False) -> "Sandbox | None":
    """What a sandbox adds; the only place that knows of it, and never in production."""
    if not settings.sandbox:
        return None
    from sandbox import clock, ids, routes
    from server.serve import Sandbox

    if os.environ.get(ids.SAME):
        ids.give(int(os.environ[ids.SAME]))
    offset = clock.offset_of_jobs if jobs else clock.offset_of_requests
    return Sandbox(rows=routes.table, offset=offset(settings.var_dir))


def _migrate(argv: list[str]) -> int:
    from server import migrate

    return migrate.main(argv)


def _spec(argv: list[str]) -> int:
    from server import spec

    return spec.main(argv)


def _import_roll(argv: list[str]) -> int:
    from server import import_roll

    sandbox = _sandbox(Settings.load(os.environ))
    return import_roll.main(argv, sandbox.offset if sandbox else None)


def _verify(argv: list[str]) -> int:
    from server import verify

    return verify.main(argv)


def _rekey(argv: list[str]) -> int:
    from server import rekey

    return rekey.main(argv)


def _explain(argv: list[str]) -> int:
    from server import explain

    return explain.main(argv)


def _demo(argv: list[str]) -> int:
    from sandbox import demo

    return demo.main(argv)


RUN: dict[str, Callable[[list[str]], int]] = {
    "serve": _serve,
    "work": _work,
    "migrate": _migrate,
    "spec": _spec,
    "import-roll": _import_roll,
    "verify": _verify,
    "rekey": _rekey,
    "explain": _explain,
    "demo": _demo,
}

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
