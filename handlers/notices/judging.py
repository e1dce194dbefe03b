"""Photos of lobbies as the Centre sees them: looked at, accepted, sent back, listed. R7.2."""

from datetime import datetime
from typing import Annotated
from uuid import UUID

from msgspec import Meta

from handlers.attaching import content_of
from handlers.cases.views import CaseReasonBody
from handlers.lists import Listed, listing, page
from handlers.notices.publishing import NoticeBoard, Seen, WaitsFor, board
from handlers.reasons import worded
from handlers.route import Answer, Body, Context, Page, route
from handlers.steps import capacity, locked, seen, sees, take
from models import lobby_reports, notices
from models.cases import Case
from papers.blob import Blob
from rules.cases import AcceptLobby, RefuseLobby
from rules.people import CASEWORKERS, CENTRE, Role
from rules.refusals.asking import AccountWaits, CaseNotFound, NotFound, SamePerson
from rules.refusals.cases import LobbyUnknown, NotAllowedNow, ReasonMissing

LOBBY_READERS = CENTRE | {Role.MANAGER, Role.STREET}


class EvidenceView(Answer, frozen=True):
    """一张张贴影像。`code_seen` 说明是否拍到本单元的码，拍到别处码的不予接收；`waits_for` 是需要
    核看的原因，`accepted_at` 为认定有效的时间；`one_time_code` 是上传时给上传人的一次性编码，照
    片里手写有它的可以比对，`fresh` 表示已在照片里读到。"""

    id: UUID
    unit_id: UUID
    place: str
    taken_in_at: datetime
    code_seen: Seen
    waits_for: WaitsFor = ""
    one_time_code: str = ""
    fresh: Annotated[bool, Meta(title="拍到一次性编码")] = False
    near_end: Annotated[bool, Meta(title="期末照片")] = False
    accepted_at: Annotated[
        datetime | None, Meta(title="认定有效时间", description="待核看或已退回的为空")
    ] = None
    refused_at: datetime | None = None
    reason: Annotated[str, Meta(title="退回原因", description="没有退回的为空")] = ""


class PhotoAcceptance(Body, frozen=True):
    """核看的是哪一张照片。"""

    evidence_id: Annotated[UUID, Meta(description="其间重新上传了的，须看新的一张")]


@route(
    "POST",
    "/cases/{case_id}/lobbies/{unit_id}/acceptance",
    who=CASEWORKERS,
    refuses=(CaseNotFound, LobbyUnknown, NotAllowedNow, SamePerson, AccountWaits),
    act=AcceptLobby,
    status=200,
)
async def accept_lobby(
    ctx: Context, case_id: UUID, unit_id: UUID, body: PhotoAcceptance
) -> NoticeBoard:
    """核看张贴照片后予以认可，自拍照上传之日算作已张贴；上传人不得自行核看。R7.2、R1.2。"""
    case, by = await locked(ctx, case_id)
    if await notices.waiting_photo(case_id, case.version, unit_id) != body.evidence_id:
        await take(ctx, case, AcceptLobby(unit_id=str(unit_id)), by)
        raise NotAllowedNow("其间已重新上传照片，请核看新的一张")
    await take(ctx, case, AcceptLobby(unit_id=str(unit_id)), by)
    await notices.accept_photo(body.evidence_id, ctx.id, ctx.now)
    return await board(ctx, case, by)


@route(
    "POST",
    "/cases/{case_id}/lobbies/{unit_id}/refusal",
    who=CASEWORKERS,
    refuses=(CaseNotFound, LobbyUnknown, NotAllowedNow, ReasonMissing),
    act=RefuseLobby,
    status=200,
)
async def refuse_lobby(
    ctx: Context, case_id: UUID, unit_id: UUID, body: CaseReasonBody
) -> NoticeBoard:
    """退回张贴影像（不是该单元、看不清、已被撕下等）；该单元须重新张贴，公示期重新起算。R7.2。"""
    case, by = await locked(ctx, case_id)
    reason = worded(body.reason)[:300]
    facts = await take(ctx, case, RefuseLobby(unit_id=str(unit_id), why=reason), by)
    await notices.refuse_photos(case_id, facts.version, unit_id, ctx.id, reason, ctx.now)
    lobby_id = await lobby_reports.lobby_at(case_id, facts.version, unit_id)
    if lobby_id is not None:
        await lobby_reports.settle(lobby_id, ctx.id, f"已退回张贴影像：{reason}"[:300], ctx.now)
    return await board(ctx, case, by)


class EvidenceQuery(Page, frozen=True):
    """`waiting`: only photos that somebody has yet to look at."""

    waiting: Annotated[
        bool,
        Meta(title="待核看", description="只看等待核看的照片"),
    ] = False


@listing(
    "/cases/{case_id}/evidence",
    who=LOBBY_READERS,
    refuses=(CaseNotFound,),
    export="张贴影像目录",
)
async def list_evidence(ctx: Context, case_id: UUID, query: EvidenceQuery) -> Listed[EvidenceView]:
    """各单元张贴影像目录（含被退回的及理由）。R7.2。"""
    case, _ = await seen(ctx, case_id)
    return await page(notices.EVIDENCE, query, EvidenceView, case_id=case.id, version=case.version)


@route(
    "GET",
    "/evidence/{evidence_id}/photo",
    who=LOBBY_READERS,
    refuses=(NotFound,),
    blob=("image/jpeg",),
)
async def download_evidence_photo(ctx: Context, evidence_id: UUID) -> Blob:
    """一张张贴影像。"""
    row = await notices.photo_of(evidence_id)
    if row is None:
        raise NotFound()
    case = await Case.find(row["case_id"])
    by = await capacity(ctx, case)
    # An owner may see the case, but the manager's photos are for those who judge them.
    if not sees(ctx, case, by) or not by.roles & LOBBY_READERS:
        raise NotFound()
    return Blob(content_of(ctx.world.secrets, row), "image/jpeg")
