"""The code of a lobby for whoever hangs the notice: what it is for, the photo it takes. R7.2."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Annotated, Any
from urllib.parse import parse_qs, urlsplit
from uuid import UUID

from msgspec import Meta

from handlers.attaching import keep_file, sealed_file
from handlers.files import photo_taken
from handlers.lists import view_of
from handlers.notices.judging import EvidenceView
from handlers.notices.publishing import CODE_ALPHABET, Seen, WaitsFor, evidence_url
from handlers.route import Answer, Context, Upload, route
from handlers.shown import maybe
from handlers.steps import capacity, sees, take
from models import notices
from models.cases import Case, documents
from models.notices import Evidence, Lobby
from papers.photos import Photo
from rules.cases import CLOSED, By, Facts, PostLobby, ShowHanging, State
from rules.flows.checks import POSTERS
from rules.people import Role
from rules.refusals.cases import LobbyForManager, LobbyPosted, LobbyUnknown, NotAllowedNow
from rules.refusals.files import (
    PhotoKindNotTaken,
    PhotoOfOther,
    PhotoTooLarge,
    PhotoUnreadable,
)

SENDERS = frozenset({Role.PERSON, Role.STREET, Role.CLERK})
"""Who may be somebody that hangs a notice; the case says whether they are. R7.2."""

SMALLEST = 640
"""Pixels of the shorter side: below it nobody can read what hangs there."""

PHOTO_REFUSES = (PhotoTooLarge, PhotoUnreadable, PhotoKindNotTaken)
REPLACED = "已重新上传"


class LobbyTask(Answer, frozen=True):
    """扫张贴码所见的任务：在该单元张贴这份公示并拍照上传。`one_time_code` 半小时内有效，写在纸上
    一并拍进照片，可说明是当场拍的；`code_url` 是同一编码的二维码内容。"""

    case_id: UUID
    case_number: str
    version: Annotated[int, Meta(title="方案版本")]
    unit_id: UUID
    place: str
    state: Annotated[State, Meta(title="办件状态")]
    posted_at: datetime | None
    waiting: Annotated[bool, Meta(title="待核看", description="已有照片，等待住保中心核看")]
    wanted: bool
    one_time_code: str
    code_url: Annotated[str, Meta(title="一次性编码二维码", description="须画成二维码拍进照片")]


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


def _good(lobby: dict[str, Any], facts: Facts) -> None:
    """The code is of the version in force of a case not closed, and the asker may hang its notice.

    To anybody else it is unknown: a code says nothing to those it is not for.
    """
    ours = any(one.unit_id == str(lobby["unit_id"]) for one in facts.lobbies)
    if lobby["version"] != facts.version or facts.state in CLOSED or not ours:
        raise LobbyUnknown()


@route("GET", "/lobbies/{token}", who=SENDERS, refuses=(LobbyUnknown, LobbyForManager))
async def get_lobby_task(ctx: Context, token: str) -> LobbyTask:
    """扫张贴码所见：哪一件、哪一版、张贴在哪个单元、是否还需上传影像，以及一次性编码；不负责张贴的，
    说明此码的用途，看得见该办件的业主另得公示的去处。R7.2。"""
    lobby = await notices.lobby_of(token)
    case = await Case.find(lobby["case_id"]) if lobby else None
    by = await capacity(ctx, case) if case else None
    if lobby is None or case is None or by is None or not _hangs(ctx, case, by):
        if ctx.who.roles & POSTERS:
            raise LobbyUnknown()
        raise await _not_for_you(ctx, case, by)
    facts = case.facts()
    _good(lobby, facts)
    here = next(one for one in facts.lobbies if one.unit_id == str(lobby["unit_id"]))
    code = _one_time(ctx, token)
    return LobbyTask(
        case_id=case.id,
        case_number=facts.number,
        version=facts.version,
        unit_id=lobby["unit_id"],
        place=lobby["place"],
        state=facts.state,
        posted_at=maybe(lobby["posted_at"]),
        waiting=here.waiting_at is not None,
        wanted=here.posted_at is None and here.waiting_at is None,
        one_time_code=code,
        code_url=f"{evidence_url(ctx, token)}?c={code}",
    )


def _hangs(ctx: Context, case: Case, by: By) -> bool:
    """Whether the asker may hang this case's notice: applicant, manager, committee, the street of
    the community, a clerk. R7.2."""
    return sees(ctx, case, by) and bool(by.applicant or by.roles & POSTERS)


def _one_time(ctx: Context, token: str, ago: int = 0) -> str:
    """The code shown to this asker in this half hour for that lobby; `ago` half hours earlier."""
    half_hour = int(ctx.now.timestamp()) // 1800 - ago
    digest = ctx.world.secrets.blind_index(f"lobby:{token}:{ctx.id}:{half_hour}")
    return "".join(CODE_ALPHABET[byte % len(CODE_ALPHABET)] for byte in digest[:6])


async def _not_for_you(ctx: Context, case: Case | None, by: By | None) -> LobbyForManager:
    """What the code is for, the same of a real and of an invented one; who sees the case anyway is
    told where its notice is."""
    words = "此码供负责张贴的单位上传张贴照片；业主请扫海报上的公示码，查看公示内容和提出意见的办法"
    if case is None or by is None or not sees(ctx, case, by):
        return LobbyForManager(words)
    row = await notices.board_of(case.id, case.version)
    return LobbyForManager(words, case_id=str(case.id), public_token=row["token"] if row else "")


async def _re_encoded(ctx: Context, token: str, body: Upload) -> Photo:
    return await photo_taken(ctx, body)


@route(
    "POST",
    "/lobbies/{token}/evidence",
    who=SENDERS,
    refuses=(LobbyUnknown, LobbyPosted, NotAllowedNow, *PHOTO_REFUSES, PhotoOfOther),
    prepare=_re_encoded,
    limit="upload",
    act=PostLobby,
)
async def post_evidence(ctx: Context, token: str, body: Upload) -> EvidenceTaken:
    """上传张贴影像：拍到本单元二维码的当即有效，没拍到、太小或者以前传过的待住保中心核看；每个单元都有
    有效影像的，公示期自最后一张照片之日起算，起算前上传人可以重新上传。附件二(一)4、7，R7.1、R7.2。"""
    lobby = await _lobby(token)
    case = await Case.lock(lobby["case_id"])
    by = await capacity(ctx, case)
    _good(lobby, case.facts())
    if not _hangs(ctx, case, by):
        raise LobbyUnknown()
    photo: Photo = ctx.prepared
    read = await _read(ctx, photo, token, lobby)
    if read.code_seen == "other":
        raise PhotoOfOther()
    act = PostLobby(unit_id=str(lobby["unit_id"]), proven=not read.waits_for)
    facts = await take(ctx, case, act, by)
    await notices.replace_photo(lobby["id"], ctx.id, REPLACED, ctx.now)
    taken = await _kept(ctx, lobby, photo, read, body.name)
    await Lobby.filter(id=lobby["id"]).update(posted_at=None if read.waits_for else ctx.now)
    return _taken(taken, lobby, facts)


@route(
    "POST",
    "/lobbies/{token}/last-photo",
    who=SENDERS,
    refuses=(LobbyUnknown, NotAllowedNow, *PHOTO_REFUSES, PhotoOfOther),
    prepare=_re_encoded,
    limit="upload",
    act=ShowHanging,
)
async def post_last_photo(ctx: Context, token: str, body: Upload) -> EvidenceTaken:
    """上传期末张贴照片：公示截止前两天内拍摄，证明公示仍在张贴；没有的，登记备案前提示经办人。R7.2。"""
    lobby = await _lobby(token)
    case = await Case.lock(lobby["case_id"])
    by = await capacity(ctx, case)
    _good(lobby, case.facts())
    if not _hangs(ctx, case, by):
        raise LobbyUnknown()
    photo: Photo = ctx.prepared
    read = await _read(ctx, photo, token, lobby)
    if read.code_seen == "other":
        raise PhotoOfOther()
    act = ShowHanging(unit_id=str(lobby["unit_id"]), proven=not read.waits_for)
    facts = await take(ctx, case, act, by)
    taken = await _kept(ctx, lobby, photo, read, body.name, near_end=True)
    return _taken(taken, lobby, facts)


async def _kept(
    ctx: Context,
    lobby: dict[str, Any],
    photo: Photo,
    read: "Read",
    name: str,
    *,
    near_end: bool = False,
) -> Evidence:
    """The photo is stored as evidence of the lobby, and among the papers of the case."""
    file_id = await keep(ctx, photo, name)
    counts = near_end or not read.waits_for
    row = await Evidence.create(
        lobby_id=lobby["id"],
        file_id=file_id,
        person_id=ctx.id if ctx.who.kind == "person" else None,
        account_id=ctx.id if ctx.who.kind != "person" else None,
        taken_in_at=ctx.now,
        picture_sha256=photo.sha256,
        one_time_code=_one_time(ctx, lobby["token"]),
        accepted_at=ctx.now if counts else None,
        code_seen=read.code_seen,
        waits_for=read.waits_for,
        fresh=read.fresh,
        near_end=near_end,
    )
    version = lobby["version"]
    await documents.add(lobby["case_id"], "notice_photo", file_id, version, ctx.id, ctx.now)
    return row


def _taken(taken: Evidence, lobby: dict[str, Any], facts: Facts) -> EvidenceTaken:
    return EvidenceTaken(
        evidence=view_of(EvidenceView, taken, unit_id=lobby["unit_id"], place=lobby["place"]),
        state=facts.state,
        posted=facts.posted,
        lobbies=len(facts.lobbies),
        last_on=facts.notice_last_on,
        ends_at=maybe(facts.notice_ends_at),
        provisional=facts.notice_provisional,
    )


@dataclass(frozen=True)
class Read:
    """What a photo shows: whose code, the one-time one, and why it waits for a look, if so."""

    code_seen: Seen
    fresh: bool
    waits_for: WaitsFor


async def _read(ctx: Context, photo: Photo, token: str, lobby: dict[str, Any]) -> Read:
    """The code of the lobby proves the place; the same picture again proves nothing. R7.2."""
    board = await notices.board_of(lobby["case_id"], lobby["version"])
    now = {_one_time(ctx, token, ago) for ago in (0, 1)}
    code_seen, fresh = read_codes(photo.codes, token, board["token"] if board else "", now)
    waits_for: WaitsFor = ""
    if await notices.sent_before(photo.sha256):
        waits_for = "sent_before"
    elif code_seen == "none":
        waits_for = "small" if min(photo.width, photo.height) < SMALLEST else "no_code"
    return Read(code_seen, fresh, waits_for)


def read_codes(
    codes: Sequence[str], token: str, public: str, now: Collection[str]
) -> tuple[Seen, bool]:
    """Whether they are this lobby's, another paper's or none, and whether a one-time code is good.

    The notice's own public code hangs in every lobby and proves none; a one-time code that ran out
    is as if it had not been seen.
    """
    mine, fresh, others = False, False, False
    for url in map(urlsplit, codes):
        kind, _, found = url.path.lstrip("/").partition("/")
        if kind == "e":
            once = parse_qs(url.query).get("c", [""])[0]
            fresh = fresh or (found == token and once in now)
            mine = mine or (found == token and (not once or once in now))
            others = others or found != token
        elif kind == "q":
            others = others or found != public
    return "match" if mine else "other" if others else "none", fresh


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
