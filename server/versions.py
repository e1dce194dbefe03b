"""The versions of PostgreSQL that this program works with: 15 (Debian 12) to 18 (its own engine).

An older server lacks what statements use, and would fail in the middle of the work: it is refused
before anything starts. A newer one most likely does, and is named in the log.
"""

import asyncpg

from server import logs
from server.config import Unsupported

OLDEST = 15
NEWEST = 18

log = logs.get("server.versions")


def fault(number: int) -> str:
    """Why a server of that `server_version_num` is refused, in one line; nothing when it is not."""
    if major(number) >= OLDEST:
        return ""
    # Before 10 a version had three parts, and the first two were the major one.
    name = f"{number // 10000}.{number // 100 % 100}" if number < 100000 else str(major(number))
    return (
        f"数据库版本不受支持，拒绝启动：PostgreSQL {name}，须为 {OLDEST} 至 {NEWEST}"
        f" (PostgreSQL {OLDEST} to {NEWEST} is needed)"
    )


def major(number: int) -> int:
    """The version as people name it: 15 for 150018."""
    return number // 10000


async def number_of(connection: asyncpg.Connection) -> int:
    """What the server says its version is, as a number such as 150018."""
    return int(await connection.fetchval("SHOW server_version_num"))


async def check(url: str) -> None:
    """The server is one that the program works with. Raises Unsupported."""
    connection = await asyncpg.connect(url, timeout=5)
    try:
        number = await number_of(connection)
    finally:
        await connection.close()
    if why := fault(number):
        raise Unsupported(why)
    if major(number) > NEWEST:
        log.warning("PostgreSQL newer than tried", version=major(number))
