"""Reminders that no single act brings about. R13.1."""

from datetime import datetime, timedelta
from uuid import UUID

from handlers.route import Context, job
from models.cases import Case
from models.cases.due import near_their_end, unposted_since
from rules.cases import State
from rules.events.cases import LobbyEvidenceMissing, StillHangingAsked
from rules.flows.posting import NEAR, near_its_end, wanting

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


async def notices_near_their_end(now: datetime) -> list[UUID]:
    """Notices that end soon, of which nobody was asked yet whether they still hang."""
    return await near_their_end(now + NEAR, MOST)


@job(notices_near_their_end)
async def ask_for_last_photos(ctx: Context, case_id: UUID) -> None:
    """公示截止前两天，请物业逐个单元上传期末张贴照片，一次。R7.2。"""
    case = await Case.lock(case_id)
    facts = case.facts()
    if not near_its_end(facts, ctx.now) or case_id not in await notices_near_their_end(ctx.now):
        return
    about = {"lobbies": len(facts.lobbies), "ends_at": facts.notice_ends_at}
    ctx.record(StillHangingAsked(subject_id=str(case_id), at=ctx.now, data=about))
