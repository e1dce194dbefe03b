"""Co-owners name one of them to speak for their home: on paper, by two at the Centre. R2.3.

draft -> live -> ended        draft -> ended

The Centre drops a draft as any entry; a co-owner takes it back whatever its state. A vote reads
who was named when it opens; what is named later counts from the next vote on.
"""

from collections.abc import Mapping
from datetime import datetime
from functools import partial
from typing import Annotated, Any, Literal
from uuid import UUID

from msgspec import Meta

from handlers.attaching import attach_files
from handlers.entries import Kind, Row, entry
from handlers.lists import Listed, listing, page, view_of
from handlers.route import Answer, Body, Context, Page, route
from handlers.shown import StoredFile
from models.roll import Home
from models.votes import proxies
from rules.days import beijing_date
from rules.events.votes import RepresentativeEnded, RepresentativeEntered, RepresentativeNamed
from rules.people import CASE_READERS, CASEWORKERS, Role, mask_name, normalise_name
from rules.refusals.asking import NotFound
from rules.refusals.books import EntryNotOpen
from rules.refusals.cases import NotAllowedNow, ReasonMissing
from rules.refusals.people import NotInRoll
from rules.words.word import titled

STATES = {"draft": "已录入，待第二人核对", "live": "有效", "ended": "已终止"}
State = Annotated[Literal["draft", "live", "ended"], titled(STATES)]


class RepresentativeNaming(Body, frozen=True):
    """共有人推举的代表（标识或姓名），以及全体共有人签名的文件。"""

    file_id: Annotated[UUID, Meta(title="推举书扫描件", description="全体共有人签字")]
    owner_id: Annotated[UUID | None, Meta(title="代表标识", description="与姓名二选一")] = None
    owner_name: Annotated[
        str,
        Meta(max_length=120, title="代表姓名", description="与标识二选一"),
    ] = ""


class RepresentativeEnding(Body, frozen=True):
    """终止推举的理由；中心须写明。"""

    reason: Annotated[str, Meta(max_length=300, description="本人终止的可以不写")] = ""


class RepresentativeView(Answer, frozen=True):
    """代表一户表决的人，姓名已脱敏。"""

    id: UUID
    home_id: UUID
    place: str
    owner: Annotated[str, Meta(title="代表", description="姓名隐去部分")]
    file: Annotated[StoredFile, Meta(title="推举书扫描件")]
    state: State
    state_title: str
    entered_by_me: bool
    entered_at: datetime
    ended_at: datetime | None


class RepresentativeQuery(Page, frozen=True):
    """Which namings: of a home, of a state, or all."""

    home_id: UUID | None = None
    state: State | Literal[""] = ""


@route(
    "POST",
    "/homes/{home_id}/representative",
    who=Role.CLERK,
    refuses=(NotFound, NotInRoll, NotAllowedNow),
)
async def propose_representative(
    ctx: Context, home_id: UUID, body: RepresentativeNaming
) -> RepresentativeView:
    """录入全体共有人签名推举的代表，待第二人核对后生效；自下一次开始的表决起由代表投票。R2.3。"""
    if not await Home.exists(id=home_id):
        raise NotFound("没有该房屋")
    await attach_files(ctx, "representative", [body.file_id])
    owner_id = await _chosen(ctx, home_id, body)
    row_id = await proxies.name(home_id, owner_id, body.file_id, ctx.id, ctx.now)
    data = {"home_id": str(home_id)}
    ctx.record(RepresentativeEntered(subject_id=str(row_id), at=ctx.now, data=data))
    return await _shown(ctx, row_id)


async def _chosen(ctx: Context, home_id: UUID, body: RepresentativeNaming) -> UUID:
    """The owner of today that is meant. Raises NotInRoll, NotAllowedNow for a sole owner."""
    owners = await proxies.owners_today(home_id, beijing_date(ctx.now))
    name_key = normalise_name(body.owner_name)
    if body.owner_id is None and not name_key:
        raise NotInRoll("请写明推举的是哪一位共有人")
    found = [
        row["id"]
        for row in owners
        if body.owner_id in (None, row["id"]) and name_key in ("", row["name_key"])
    ]
    if len(found) != 1:
        raise NotInRoll("名册中该房屋今日没有（或不止一位）这样的业主")
    if len(owners) < 2:
        raise NotAllowedNow("该房屋只有一位业主，无须推举代表")
    owner_id: UUID = found[0]
    return owner_id


async def _confirm(ctx: Context, row: Row) -> None:
    """第二人核对推举材料属实，代表生效；已开始的表决不受影响。R2.3、R8.3。"""
    owners = await proxies.owners_today(row["home_id"], beijing_date(ctx.now))
    if row["owner_id"] not in {owner["id"] for owner in owners}:
        raise NotInRoll("推举的代表已不是该房屋的业主")
    data = {"home_id": str(row["home_id"])}
    ctx.record(RepresentativeNamed(subject_id=str(row["id"]), at=ctx.now, data=data))


async def _drop(ctx: Context, row: Row, reason: str) -> None:
    """写明理由作废未核对的推举；录入人可撤回自己的录入。R2.3。"""
    _record_end(ctx, row, reason)


async def _shown(ctx: Context, representative_id: UUID) -> RepresentativeView:
    return _view(ctx, await proxies.named(representative_id))


entry(
    Kind(
        name="representative",
        title="共有人推举代表",
        path="/representatives/{representative_id}",
        table=proxies.REPRESENTATIVE,
        enters=frozenset({Role.CLERK}),
        confirms=CASEWORKERS,
        confirm=_confirm,
        drop=_drop,
        view=_shown,
        refuses=(NotInRoll,),
        to_do="核对",
    )
)


@route(
    "POST",
    "/representatives/{representative_id}/ending",
    who=CASEWORKERS | {Role.PERSON},
    status=200,
    refuses=(NotFound, EntryNotOpen, NotAllowedNow, ReasonMissing),
)
async def end_representative(
    ctx: Context, representative_id: UUID, body: RepresentativeEnding
) -> RepresentativeView:
    """任一共有人撤回推举，或者工作人员写明理由终止；已开始的表决仍由原代表投票。R2.3、R8.3。"""
    row = await proxies.named(representative_id, lock=True)
    if ctx.who.kind == "person" and not await _co_owner(ctx, row["home_id"]):
        raise NotFound()
    if row["state"] == "ended":
        raise EntryNotOpen("该推举已终止")
    reason = body.reason.strip()
    if ctx.who.kind == "account":
        if not reason:
            raise ReasonMissing()
        if row["state"] == "draft":
            raise NotAllowedNow("该推举尚未核对，请作废")
    await proxies.end_naming(representative_id, ctx.now)
    _record_end(ctx, row, reason)
    return await _shown(ctx, representative_id)


def _record_end(ctx: Context, row: Mapping[str, Any], reason: str) -> None:
    data = {"home_id": str(row["home_id"]), "was": row["state"]}
    ctx.record(RepresentativeEnded(subject_id=str(row["id"]), at=ctx.now, why=reason, data=data))


async def _co_owner(ctx: Context, home_id: UUID) -> bool:
    """Whether the person is bound to the home as one of its owners of today. R2.4."""
    owners = await proxies.owners_today(home_id, beijing_date(ctx.now))
    return await proxies.bound_to(ctx.id, home_id, [row["id"] for row in owners])


@listing(
    "/representatives",
    who=CASE_READERS | {Role.PERSON},
    export="共有人推举代表",
)
async def list_representatives(
    ctx: Context, query: RepresentativeQuery
) -> Listed[RepresentativeView]:
    """共有人推举代表的登记，含待核对和已终止的；个人只见自己共有房屋的。R2.3。"""
    # Any co-owner may take it back, and has to find it first.
    person_id = ctx.id if ctx.who.kind == "person" else None
    today = beijing_date(ctx.now)
    view = partial(_view, ctx)
    return await page(proxies.NAMINGS, query, view, person_id=person_id, today=today)


def _view(ctx: Context, row: Mapping[str, Any]) -> RepresentativeView:
    return view_of(
        RepresentativeView,
        row,
        owner=mask_name(row["owner"]),
        state_title=STATES[row["state"]],
        entered_by_me=ctx.who.is_same(row["entered_by"]),
    )
