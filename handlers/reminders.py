"""Reminders that no single act brings about. R13.1."""

from datetime import datetime, timedelta
from uuid import UUID

from handlers.route import Context, job
from models.cases import Case
from models.cases.due import unposted_since
from rules.cases import State
from rules.events.cases import LobbyEvidenceMissing
from rules.flows.posting import wanting

EVERY = timedelta(days=3)
MOST = 200


async def lobbies_missing(now: datetime) -> list[UUID]:
    """Notices on which nothing has happened for three days, and nobody was reminded since."""
    return await unposted_since(now - EVERY, MOST)


@job(lobbies_missing)
async def remind_of_posting(ctx: Context, case_id: UUID) -> None:
    """仍有单元缺少张贴凭证时，每三日提醒物业服务企业一次。R13.1、R7.2。"""
    case = await Case.lock(case_id)
    facts = case.facts()
    missing = len(wanting(facts))
    if (
        not missing
        or facts.state is not State.POSTING
        or case_id not in await lobbies_missing(ctx.now)
    ):
        return
    about = {"missing": missing, "lobbies": len(facts.lobbies)}
    ctx.record(LobbyEvidenceMissing(subject_id=str(case_id), at=ctx.now, data=about))
