"""What need not be remembered for ever is forgotten, some of it at a time. R12.4."""

from datetime import datetime, timedelta

from handlers.route import Context, job
from models import requests
from models.people.forgetting import delete_before, tables_with_rows_before

LOGS_KEPT = timedelta(days=190)
REPLIES_KEPT = timedelta(days=7)
"""A phone repeats a request for minutes; replies hold sealed tokens and are not kept longer."""

MOST = 2000

_KEPT = {
    "session": LOGS_KEPT,
    "binding_attempt": LOGS_KEPT,
    "login_guess": LOGS_KEPT,
    "security_event": LOGS_KEPT,
    "answered": REPLIES_KEPT,
    "file_ticket": REPLIES_KEPT,
}


async def things_to_forget(now: datetime) -> list[str]:
    """The tables that hold something past its time."""
    return await tables_with_rows_before({table: now - kept for table, kept in _KEPT.items()})


@job(things_to_forget)
async def forget(ctx: Context, table: str) -> None:
    """过期的登录、核对记录和幂等答复分批清除。R12.4。"""
    await delete_before(table, ctx.now - _KEPT[table], MOST)


async def secrets_to_forget(now: datetime) -> list[str]:
    """Something where answers with secrets are kept beyond their minutes."""
    return ["answered"] if await requests.secrets_over(now) else []


@job(secrets_to_forget)
async def forget_secrets(ctx: Context, table: str) -> None:
    """含有令牌、口令或完整个人信息的答复，供重发的十分钟过后清除。R12.4。"""
    await requests.forget_secrets(ctx.now, MOST)
