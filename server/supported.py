"""The databases that this program works with: PostgreSQL 15 (Debian 12) to 18 (its own engine),
texts in UTF-8 that stand in the order of their code points.

Anything else would fail in the middle of the work, or put homes in another order than what is
printed and recounted elsewhere: it is refused before anything starts. A server newer than those
that were tried most likely works, and is named in the log.
"""

import asyncpg

from models import postgres
from server import logs
from server.config import Unsupported

OLDEST = 15
NEWEST = 18

UNORDERED = (
    "数据库编码或排序规则不受支持，拒绝启动：须以"
    " createdb --encoding=UTF8 --locale=C.UTF-8 --template=template0 建立"
    " (the database must be UTF8 with locale C.UTF-8)"
)

log = logs.get("server.supported")


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


async def check(url: str) -> None:
    """The server and the database are such that the program works. Raises Unsupported."""
    connection = await asyncpg.connect(url, timeout=5)
    try:
        number = await postgres.version(connection)
        if why := fault(number):
            raise Unsupported(why)
        if not await postgres.orders_by_code_points(connection):
            raise Unsupported(UNORDERED)
    finally:
        await connection.close()
    if major(number) > NEWEST:
        log.warning("PostgreSQL newer than tried", version=major(number))
