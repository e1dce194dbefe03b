"""`python -m server verify`: do the books and the log still add up?

Reads one snapshot and changes nothing. Exit code 0 when nothing was found, 1 with one line for
each finding.
"""

import argparse
import asyncio
import os
import sys
from collections.abc import Callable, Mapping

from tortoise.context import TortoiseContext
from tortoise.transactions import in_transaction

from models import integrity
from models.base import unhurried
from server import runtime
from server.config import Settings
from server.signing import LogSigner


def main(argv: list[str]) -> int:
    """Look at everything and print what does not fit."""
    parser = argparse.ArgumentParser(prog="python -m server verify", description="核对账目与日志")
    parser.add_argument(
        "--head",
        metavar="SIZE:HEX",
        action="append",
        default=[],
        help="此前公布的日志树首（条数:根哈希），可多次给出",
    )
    heads = dict(_head(text) for text in parser.parse_args(argv).head)
    settings = Settings.load(os.environ)
    keys = LogSigner(settings.log_keys).public_keys()
    with runtime.start_engines(settings) as running:
        found = asyncio.run(findings(running.database_url, keys, heads, _say))
    for finding in found:
        print(finding)
    print(f"发现 {len(found)} 处问题" if found else "账目与日志均一致")
    return 1 if found else 0


def _head(text: str) -> tuple[int, bytes]:
    size, _, root = text.partition(":")
    return int(size), bytes.fromhex(root)


def _say(line: str) -> None:
    print(line, file=sys.stderr, flush=True)


async def findings(
    url: str,
    keys: Mapping[str, bytes],
    heads: Mapping[int, bytes],
    told: Callable[[str], None] = lambda _: None,
) -> list[str]:
    """What does not fit, in words; `keys` are the public ones that sign heads, by name, `heads`
    roots of the log published before, by size.

    No statement is cut off: a table of millions of rows takes minutes.
    """
    async with TortoiseContext() as context:
        await context.init(config=unhurried(url))
        async with in_transaction():
            return await integrity.faults(keys, heads, told)
