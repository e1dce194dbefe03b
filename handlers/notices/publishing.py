"""Publishing a notice, and its posters. 附件二(一)4, R7.2, R7.3."""

import secrets
from dataclasses import replace
from datetime import datetime
from typing import Annotated, Literal
from uuid import UUID

import msgspec
from msgspec import Meta

from handlers.heads import kept_head
from handlers.notices.freezing import Links, frozen, thawed, without_lobbies
from handlers.pools import DRAWINGS
from handlers.route import Answer, Context, Query, route
from handlers.shown import maybe
from handlers.steps import locked, seen, take
from models import notices
from models.cases import Case
from models.notices import PublicNotice
from papers.blob import Blob
from papers.notices import Lobby, Paper, Size, render_pdf, render_png
from rules.cases import By, PublishNotice
from rules.flows.checks import POSTERS
from rules.people import CENTRE, LIMITED_STAFF, SCOPE_PARTIES, Role
from rules.refusals.asking import CaseNotFound, NotAllowed, NotFound
from rules.refusals.cases import LobbyUnknown, NotAllowedNow
from rules.refusals.votes import VoteMissing
from rules.words.word import titled

BASE62 = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
# 142 bits: not to be guessed. Letters and digits only, so that it survives any link.
TOKEN_LENGTH = 24
# Read off paper and typed by hand: no 0 or O, 1 or I or L, U or V. It opens only what is public.
CODE_ALPHABET = "23456789ABCDEFGHJKMNPQRSTWXYZ"
POSTER_READERS = CENTRE | SCOPE_PARTIES | {Role.STREET}


Seen = Literal["match", "other", "none"]
WaitsFor = Annotated[
    Literal["", "no_code", "small", "sent_before"],
    titled(
        {
            "": "无须核看",
            "no_code": "没有拍到本处的二维码",
            "small": "照片太小",
            "sent_before": "同一张照片以前上传过",
        }
    ),
]


class LobbyView(Answer, frozen=True):
    """公示的一个张贴单元；`token` 和 `evidence_url` 仅负责张贴的和中心可见。

    `code_seen` 说明最近的影像中是拍到了本单元的码，还是没有拍到能识别的码；`waits_for` 是它等待
    核看的原因。
    """

    unit_id: UUID
    name: Annotated[str, Meta(title="门厅名称")]
    posted_at: datetime | None
    evidence: int
    refused: int
    code_seen: Annotated[
        Literal["", "match", "other", "none"],
        Meta(description="有效照片中的；还没有照片的为空"),
    ] = ""
    waits_for: WaitsFor = ""
    hung_at: Annotated[
        datetime | None, Meta(title="期末张贴时间", description="没有期末照片的为空")
    ] = None
    token: Annotated[str, Meta(title="门厅码", description="只给负责张贴的和住保中心")] = ""
    evidence_url: str = ""


class NoticeBoard(Answer, frozen=True):
    """现行方案的公示：公开编码和须张贴的各单元。"""

    version: Annotated[int, Meta(title="方案版本")]
    public_token: str
    public_url: str
    check_code: str
    check_url: str
    posted: int
    items: Annotated[list[LobbyView], Meta(title="各门厅")]


@route(
    "POST",
    "/cases/{case_id}/notice",
    who=Role.CLERK,
    refuses=(CaseNotFound, NotAllowedNow, VoteMissing),
    act=PublishNotice,
)
async def publish_notice(ctx: Context, case_id: UUID) -> NoticeBoard:
    """发布公示：范围内每个单元各有一张公示，载明方案和业主表决结果，旧版公示随即作废。附件二(一)4、
    二(二)4，R7.2、R7.3、R7.6。"""
    case, by = await locked(ctx, case_id)
    units = await notices.units_of(case.scope_id)
    act = PublishNotice(units=tuple(str(unit["id"]) for unit in units))
    facts = await take(ctx, case, act, by)
    await notices.withdraw_earlier(case.id, case.version, ctx.now)
    token, code = new_token(), new_code()
    base = ctx.world.public_url
    links = Links(base=base, public=f"{base}/q/{token}", check_code=code, check=f"{base}/check")
    paper = await frozen(case, facts, units, links, ctx.now)
    await PublicNotice.create(
        case_id=case_id,
        version=facts.version,
        token=token,
        check_code=plain_code(code),
        paper=msgspec.to_builtins(without_lobbies(paper)),
        published_at=ctx.now,
        published_by=ctx.id,
    )
    lobbies = {unit["id"]: new_token() for unit in units}
    await notices.hang(case_id, facts.version, lobbies)
    return await board(ctx, case, by)


def new_token() -> str:
    """A token that cannot be guessed."""
    return "".join(secrets.choice(BASE62) for _ in range(TOKEN_LENGTH))


def new_code() -> str:
    """A check code as it is printed, such as 7K4M-2QXT."""
    letters = "".join(secrets.choice(CODE_ALPHABET) for _ in range(8))
    return f"{letters[:4]}-{letters[4:]}"


def plain_code(code: str) -> str:
    """A check code as it is stored, however it was typed."""
    return "".join(letter for letter in code.upper() if letter.isalnum())


async def board(ctx: Context, case: Case, by: By) -> NoticeBoard:
    """The notice of the present version as the asker may see it. Raises NotFound before one."""
    row = await notices.board_of(case.id, case.version)
    if row is None:
        raise NotFound("尚未发布公示")
    trusted = may_post(by)
    hung_at = {one.unit_id: one.hung_at for one in case.facts().lobbies}
    items = [
        LobbyView(
            unit_id=found["unit_id"],
            name=found["name"],
            posted_at=maybe(found["posted_at"]),
            evidence=found["evidence"],
            refused=found["refused"],
            code_seen=found["code_seen"],
            waits_for=found["waits_for"],
            hung_at=maybe(hung_at.get(str(found["unit_id"]))),
            token=found["token"] if trusted else "",
            evidence_url=evidence_url(ctx, found["token"]) if trusted else "",
        )
        for found in await notices.lobbies_of(case.id, case.version)
    ]
    return NoticeBoard(
        version=row["version"],
        public_token=row["token"],
        public_url=row["public_url"],
        check_code=row["check_code"],
        check_url=row["check_url"],
        posted=sum(one.posted_at is not None for one in items),
        items=items,
    )


def may_post(by: By) -> bool:
    """Whether the asker may know the codes of the lobbies: who hangs the notice, and the Centre."""
    return by.applicant or bool(by.roles & (CENTRE | POSTERS))


def evidence_url(ctx: Context, token: str) -> str:
    """Where the manager's code on a poster leads."""
    return f"{ctx.world.public_url}/e/{token}"


@route(
    "GET",
    "/cases/{case_id}/lobbies",
    who=POSTER_READERS | LIMITED_STAFF,
    refuses=(CaseNotFound, NotFound),
)
async def list_lobbies(ctx: Context, case_id: UUID) -> NoticeBoard:
    """公示和各单元张贴情况；张贴码仅负责张贴的和住保中心可见。R7.2。"""
    case, by = await seen(ctx, case_id)
    return await board(ctx, case, by)


class PosterQuery(Query, frozen=True):
    """Which lobby's poster, how large, and for a picture at what resolution and which page."""

    unit_id: Annotated[UUID | None, Meta(description="只要这个单元的；不给即全部")] = None
    size: Annotated[Size, Meta(title="纸张大小")] = "A4"
    dpi: Annotated[int, Meta(ge=72, le=200)] = 150
    page: Annotated[int, Meta(ge=1, le=20)] = 1


POSTER_REFUSES = (CaseNotFound, NotFound, NotAllowed, LobbyUnknown)


@route(
    "GET",
    "/cases/{case_id}/poster.png",
    who=POSTER_READERS,
    refuses=POSTER_REFUSES,
    blob=("image/png",),
    limit="upload",
)
async def draw_poster(ctx: Context, case_id: UUID, query: PosterQuery) -> Blob:
    """一个单元的公示海报（PNG）；未指明单元的取第一个单元。R7.3。"""
    paper, chosen = await _poster(ctx, case_id, query.unit_id)
    try:
        image = await DRAWINGS.run(
            ctx.who.key, render_png, paper, chosen[0], query.size, query.dpi, query.page
        )
    except ValueError as error:
        raise NotFound("没有这一页") from error
    return Blob(image, "image/png")


@route(
    "GET",
    "/cases/{case_id}/poster.pdf",
    who=POSTER_READERS,
    refuses=POSTER_REFUSES,
    blob=("application/pdf",),
    limit="upload",
)
async def print_poster(ctx: Context, case_id: UUID, query: PosterQuery) -> Blob:
    """公示海报（PDF），每个单元一页；可只取一个单元。R7.3。"""
    paper, chosen = await _poster(ctx, case_id, query.unit_id)
    pdf = await DRAWINGS.run(ctx.who.key, render_pdf, paper, chosen, query.size)
    return Blob(pdf, "application/pdf", f"公示-{paper.case_number}-第{paper.version}版.pdf")


async def _poster(
    ctx: Context, case_id: UUID, unit_id: UUID | None
) -> tuple[Paper, tuple[Lobby, ...]]:
    """The paper of the present version and the lobbies asked for.

    Posters carry the codes of the lobbies: for those who hang the notice and the Centre only.
    """
    case, by = await seen(ctx, case_id)
    if not may_post(by):
        raise NotAllowed("海报仅供负责张贴的单位、申请人和住保中心下载，公示内容可扫码查看")
    paper = await notices.paper_of(case.id, case.version)
    if paper is None:
        raise NotFound("尚未发布公示")
    wanted = tuple(
        Lobby(found["name"], evidence_url(ctx, found["token"]))
        for found in await notices.lobbies_of(case.id, case.version)
        if unit_id is None or found["unit_id"] == unit_id
    )
    if not wanted:
        raise LobbyUnknown()
    shown = thawed(paper, case.facts(), case.version)
    return replace(shown, kept=await kept_head(ctx)), wanted
