"""The manager's code in a lobby: what it is for, the photo it takes, and refusing one. R7.2."""

from datetime import date, datetime
from typing import Annotated, Any, Literal
from urllib.parse import urlsplit
from uuid import UUID

from msgspec import Meta

from handlers.attaching import content_of, keep_file, sealed_file
from handlers.cases.views import CaseReasonBody
from handlers.files import photo_taken
from handlers.lists import Listed, listing, page
from handlers.notices.publishing import NoticeBoard, board
from handlers.route import Answer, Context, Page, Upload, route
from handlers.shown import at, maybe
from handlers.steps import capacity, locked, seen, sees, take
from models import notices
from models.cases import Case, documents
from models.notices import Evidence, Lobby
from papers.blob import Blob
from papers.photos import Photo
from rules.cases import CLOSED, By, Facts, PostLobby, RefuseLobby, State
from rules.people import CASEWORKERS, CENTRE, Role
from rules.refusals.asking import CaseNotFound, NotFound
from rules.refusals.cases import LobbyForManager, LobbyPosted, LobbyUnknown, NotAllowedNow
from rules.refusals.files import (
    PhotoKindNotTaken,
    PhotoOfOther,
    PhotoTooLarge,
    PhotoUnreadable,
    PhotoUsed,
)

LOBBY_READERS = CENTRE | {Role.MANAGER, Role.STREET}
PHOTO_REFUSES = (PhotoTooLarge, PhotoUnreadable, PhotoKindNotTaken)
Seen = Literal["match", "other", "none"]
REPLACED = "上传人已重新上传"


class LobbyTask(Answer, frozen=True):
    """扫张贴码所见的任务：在该单元张贴这份公示并拍照上传。"""

    case_id: UUID
    case_number: str
    version: Annotated[int, Meta(title="方案版本")]
    unit_id: UUID
    place: str
    state: Annotated[State, Meta(title="办件状态")]
    posted_at: datetime | None
    wanted: bool


class EvidenceView(Answer, frozen=True):
    """一张张贴影像。`code_seen` 说明是否拍到本单元的码；拍到其他单元的码的影像不予接收。"""

    id: UUID
    unit_id: UUID
    place: str
    taken_in_at: datetime
    code_seen: Seen
    refused_at: datetime | None = None
    reason: Annotated[str, Meta(title="退回原因", description="没有退回的为空")] = ""


class EvidenceTaken(Answer, frozen=True):
    """张贴影像已收到；各单元都已张贴的，给出 `last_on` 和 `ends_at`。"""

    evidence: Annotated[EvidenceView, Meta(title="张贴照片")]
    state: Annotated[State, Meta(title="办件状态")]
    posted: int
    lobbies: int
    last_on: date | None = None
    ends_at: datetime | None = None
    provisional: bool = False


async def _lobby(token: str) -> dict[str, Any]:
    row = await notices.lobby_of(token)
    if row is None:
        raise LobbyUnknown()
    return row


def _good(lobby: dict[str, Any], facts: Facts, by: By) -> None:
    """The code is of the version in force of a case not closed, and the asker manages the place.

    To anybody else it is unknown: a code says nothing to those it is not for.
    """
    ours = any(one.unit_id == str(lobby["unit_id"]) for one in facts.lobbies)
    if lobby["version"] != facts.version or facts.state in CLOSED or not ours:
        raise LobbyUnknown()
    if Role.MANAGER not in by.roles:
        raise LobbyUnknown()


@route("GET", "/lobbies/{token}", who=Role.PERSON, refuses=(LobbyUnknown, LobbyForManager))
async def get_lobby_task(ctx: Context, token: str) -> LobbyTask:
    """扫张贴码所见：哪一件、哪一版、张贴在哪个单元、是否还需上传影像；不是物业服务企业的，
    说明此码的用途，看得见该办件的业主另得公示的去处。R7.2。"""
    lobby = await notices.lobby_of(token)
    case = await Case.find(lobby["case_id"]) if lobby else None
    by = await capacity(ctx, case) if case else None
    if Role.MANAGER not in ctx.who.roles:
        raise await _not_for_you(ctx, case, by)
    if lobby is None or case is None or by is None:
        raise LobbyUnknown()
    facts = case.facts()
    _good(lobby, facts, by)
    return LobbyTask(
        case_id=case.id,
        case_number=facts.number,
        version=facts.version,
        unit_id=lobby["unit_id"],
        place=lobby["place"],
        state=facts.state,
        posted_at=maybe(lobby["posted_at"]),
        wanted=lobby["posted_at"] is None,
    )


async def _not_for_you(ctx: Context, case: Case | None, by: By | None) -> LobbyForManager:
    """What the code is for, the same of a real and of an invented one; who sees the case anyway is
    told where its notice is."""
    words = "此码供物业服务企业上传张贴照片；业主请扫海报上的公示码，查看公示内容和提出意见的办法"
    if case is None or by is None or not sees(ctx, case, by):
        return LobbyForManager(words)
    row = await notices.board_of(case.id, case.version)
    return LobbyForManager(words, case_id=str(case.id), public_token=row["token"] if row else "")


async def _re_encoded(ctx: Context, token: str, body: Upload) -> Photo:
    return await photo_taken(ctx, body)


@route(
    "POST",
    "/lobbies/{token}/evidence",
    who=Role.MANAGER,
    refuses=(LobbyUnknown, LobbyPosted, NotAllowedNow, *PHOTO_REFUSES, PhotoOfOther, PhotoUsed),
    prepare=_re_encoded,
    limit="upload",
    act=PostLobby,
)
async def post_evidence(ctx: Context, token: str, body: Upload) -> EvidenceTaken:
    """上传张贴影像；每个单元都有影像之日公示期起算，起算前上传人可以重新上传。附件二(一)4、7，R7.1、R7.2。"""
    lobby = await _lobby(token)
    case = await Case.lock(lobby["case_id"])
    by = await capacity(ctx, case)
    _good(lobby, case.facts(), by)
    facts = await take(ctx, case, PostLobby(unit_id=str(lobby["unit_id"])), by)
    photo: Photo = ctx.prepared
    code_seen = _code_seen(photo, token)
    await _of_this_lobby(lobby["id"], photo, code_seen)
    await notices.replace_photo(lobby["id"], ctx.id, REPLACED, ctx.now)
    file_id = await keep(ctx, photo, body.name)
    taken = await Evidence.create(
        lobby_id=lobby["id"],
        file_id=file_id,
        person_id=ctx.id,
        taken_in_at=ctx.now,
        code_seen=code_seen,
    )
    await Lobby.filter(id=lobby["id"]).update(posted_at=ctx.now)
    await documents.add(case.id, "notice_photo", file_id, facts.version, ctx.id, ctx.now)
    view = EvidenceView(
        id=taken.id,
        unit_id=lobby["unit_id"],
        place=lobby["place"],
        taken_in_at=at(ctx.now),
        code_seen=code_seen,
    )
    return EvidenceTaken(
        evidence=view,
        state=facts.state,
        posted=facts.posted,
        lobbies=len(facts.lobbies),
        last_on=facts.notice_last_on,
        ends_at=maybe(facts.notice_ends_at),
        provisional=facts.notice_provisional,
    )


async def _of_this_lobby(lobby_id: UUID, photo: Photo, code_seen: Seen) -> None:
    """The picture is not proof of another lobby's poster, nor the picture of another lobby."""
    if code_seen == "other":
        raise PhotoOfOther()
    if await notices.shown_elsewhere(lobby_id, photo.original_sha256, photo.sha256):
        raise PhotoUsed()


async def keep(ctx: Context, photo: Photo, name: str) -> UUID:
    """The id of the stored photo, which is the asker's."""
    sealed = sealed_file(ctx.world.secrets, photo.content, photo.media_type, "notice_photo")
    file = await keep_file(
        ctx,
        sealed,
        name,
        original_sha256=photo.original_sha256,
        size=(photo.width, photo.height),
    )
    return file.id


def _code_seen(photo: Photo, token: str) -> Seen:
    """Whether the photo shows this lobby's paper, another one's, or no code that can be read."""
    read = [urlsplit(code).path for code in photo.codes]
    tokens = {path.removeprefix("/e/") for path in read if path.startswith("/e/")}
    if token in tokens:
        return "match"
    return "other" if tokens else "none"


@route(
    "POST",
    "/cases/{case_id}/lobbies/{unit_id}/refusal",
    who=CASEWORKERS,
    refuses=(CaseNotFound, LobbyUnknown, NotAllowedNow),
    act=RefuseLobby,
    status=200,
)
async def refuse_lobby(
    ctx: Context, case_id: UUID, unit_id: UUID, body: CaseReasonBody
) -> NoticeBoard:
    """退回张贴影像（不是该单元、看不清、已被撕下等）；该单元须重新张贴，公示期重新起算。R7.2。"""
    case, by = await locked(ctx, case_id)
    facts = await take(ctx, case, RefuseLobby(unit_id=str(unit_id), why=body.reason), by)
    reason = body.reason[:300]
    await notices.refuse_photos(case_id, facts.version, unit_id, ctx.id, reason, ctx.now)
    return await board(ctx, case, by)


class EvidenceQuery(Page, frozen=True):
    """`waiting`: only photos that count and do not show the lobby's own code."""

    waiting: Annotated[
        bool,
        Meta(title="待核看", description="只看有效而没有拍到本处二维码的照片"),
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
