"""What need not be remembered for ever is forgotten, some of it at a time. R12.4."""

from datetime import datetime, timedelta
from uuid import UUID

from handlers.route import Context, job
from models import files, requests
from models.parameters import current_parameters
from models.people.forgetting import delete_before, tables_with_rows_before
from rules.events.files import FileErased

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


PAPERS_AT_ONCE = 100


async def papers_past_their_term(now: datetime) -> list[UUID]:
    """Identity papers of claims that were decided `identity.paper_days` ago or longer."""
    kept = timedelta(days=(await current_parameters()).identity_paper_days)
    return await files.past_their_term(now - kept, PAPERS_AT_ONCE)


@job(papers_past_their_term)
async def erase_paper(ctx: Context, file_id: UUID) -> None:
    """绑定申请办结满期的，删除所附身份材料的内容；记录、哈希和决定保留，删除本身留下事件。R12.7。"""
    if await files.erase(file_id, ctx.now):
        ctx.record(FileErased(subject_id=str(file_id), at=ctx.now))
