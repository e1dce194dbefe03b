"""What need not be remembered for ever is forgotten, some of it at a time. R12.4."""

from datetime import datetime, timedelta

from handlers.route import Context, job
from models.base import sql

LOGS_KEPT = timedelta(days=190)
REPLIES_KEPT = timedelta(days=7)
"""A phone repeats a request for minutes; replies hold sealed tokens and are not kept longer."""

MOST = 2000

_OLD = {
    "session": ("expires_at", LOGS_KEPT),
    "binding_attempt": ("at", LOGS_KEPT),
    "answered": ("at", REPLIES_KEPT),
}


async def things_to_forget(now: datetime) -> list[str]:
    """The tables that hold something past its time."""
    tests = [
        f"(SELECT '{table}' AS name WHERE EXISTS"
        f" (SELECT 1 FROM {table} WHERE {column} < ${number}))"
        for number, (table, (column, _)) in enumerate(_OLD.items(), start=1)
    ]
    moments = [now - kept for _, kept in _OLD.values()]
    rows = await sql(" UNION ALL ".join(tests), *moments)
    return [row["name"] for row in rows]


@job(things_to_forget)
async def forget(ctx: Context, table: str) -> None:
    """过期的登录、核对记录和幂等答复分批清除。R12.4。"""
    column, kept = _OLD[table]
    await sql(
        f"DELETE FROM {table} WHERE id IN"
        f" (SELECT id FROM {table} WHERE {column} < $1 ORDER BY {column} LIMIT $2)",
        ctx.now - kept,
        MOST,
    )
