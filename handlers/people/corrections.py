"""An owner has the roll corrected: asked with papers, found so by a clerk, looked at by a second
natural person, told. R1.2, R12.7.

The phone on the roll is a proof of who somebody is and the name is what claims are matched with,
so nobody changes either alone, and the clerk enters what the papers show instead of reading it
off the request. A share, or who owns a home, is no typing error: that is claimed with papers
(`handlers.people.claims`) or comes with the roll (`handlers.imports`).
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
from handlers.people.bindings import HomeLine
from handlers.reasons import worded
from handlers.route import Answer, Body, Context, Page, route
from handlers.shown import StoredFile
from models import standing
from models.ids import new_id
from models.listing import rows_of
from models.people import corrections, persons
from models.people.corrections import RollCorrection
from models.roll import Owner
from models.sealed import CORRECTION_SAID, CORRECTION_WAS, OWNER_PHONE
from rules.events.people import CorrectionAsked, CorrectionDecided, CorrectionProposed
from rules.people import (
    CASEWORKERS,
    ROLL_READERS,
    Role,
    mask_name,
    mask_phone,
    normalise_name,
    normalise_phone,
)
from rules.refusals.asking import Malformed, NotFound, SamePerson
from rules.refusals.cases import ReasonMissing
from rules.refusals.people import AlreadyDecided, ClaimPending, CorrectionDiffers
from rules.words.word import titled

FIELDS = {"name": "姓名", "phone": "手机号"}
STATES = {
    "open": "待核对",
    "proposed": "核对属实，待复核",
    "done": "已更正",
    "refused": "未更正",
    "withdrawn": "已撤回",
}
Which = Annotated[Literal["name", "phone"], titled(FIELDS), Meta(title="更正的内容")]
State = Annotated[Literal["open", "proposed", "done", "refused", "withdrawn"], titled(STATES)]
Value = Annotated[str, Meta(min_length=1, max_length=80, pattern=r"\S")]


class CorrectionWish(Body, frozen=True):
    """名册上本人的哪一项有误、应当是什么，以及先行上传的证明。"""

    binding_id: UUID
    field: Which
    value: Annotated[Value, Meta(title="应为", description="证件或者凭据上的写法")]
    reason: Annotated[str, Meta(max_length=300)]
    file_ids: Annotated[
        list[UUID],
        Meta(min_length=1, max_length=5, title="证明", description="先行上传所得的文件标识"),
    ]


class RollCorrectionView(Answer, frozen=True):
    """一份更正名册的申请；`value` 已脱敏。"""

    id: UUID
    home: Annotated[HomeLine, Meta(title="房屋")]
    field: Which
    field_title: Annotated[str, Meta(title="更正内容名称")]
    value: Annotated[str, Meta(title="应为", description="隐去部分")]
    why: Annotated[str, Meta(title="申请的理由")]
    files: list[StoredFile]
    state: State
    state_title: str
    reason: str
    made_at: Annotated[datetime, Meta(title="申请时间")]
    decided_at: datetime | None


class CorrectionQuery(Page, frozen=True):
    """Which requests: of a state, or all."""

    state: State | Literal[""] = ""
    sort: Literal["", "newest", "oldest"] = ""


class CorrectionDecision(Body, frozen=True):
    """材料是否证明应当更正；属实的，另填经办从材料上录入的内容，须与申请的一致。"""

    approve: bool
    reason: Annotated[str, Meta(max_length=300)]
    value: Annotated[str, Meta(max_length=80, title="材料所载", description="属实的填写")] = ""


def _plain(field: str, value: str) -> str:
    """The value as it is compared. Malformed for none."""
    plain = normalise_name(value) if field == "name" else normalise_phone(value)
    if not plain or (field == "phone" and not 7 <= len(plain.lstrip("+")) <= 20):
        raise Malformed(errors=[{"pointer": "/value", "detail": f"请填写{FIELDS[field]}"}])
    return plain


def _said(ctx: Context, row: Mapping[str, Any]) -> str:
    return ctx.world.secrets.decrypt(bytes(row["said_cipher"]), CORRECTION_SAID.of(row["id"]))


def _view(ctx: Context, row: Mapping[str, Any]) -> RollCorrectionView:
    mask = mask_name if row["field"] == "name" else mask_phone
    return view_of(
        RollCorrectionView,
        row,
        home=view_of(HomeLine, row),
        field_title=FIELDS[row["field"]],
        value=mask(_said(ctx, row)),
        state_title=STATES[row["state"]],
    )


async def _shown(ctx: Context, correction_id: UUID) -> RollCorrectionView:
    rows = await rows_of(corrections.CORRECTIONS, {"id": correction_id}, limit=1)
    return _view(ctx, rows[0])


@route(
    "POST",
    "/me/corrections",
    who=Role.PERSON,
    refuses=(NotFound, ReasonMissing, ClaimPending),
)
async def ask_correction(ctx: Context, body: CorrectionWish) -> RollCorrectionView:
    """申请更正名册上本人的姓名或者手机号，须有理由和证明；由经办核对、第二人复核。R12.7。

    微信核验的手机号本人随时可换（`set_phone`），不必申请；份额、权属有误的，用绑定材料申请。
    """
    await persons.lock(ctx.id)
    why, value = worded(body.reason), body.value.strip()
    _plain(body.field, value)
    binding = await standing.live_binding(body.binding_id)
    if binding is None or binding["person_id"] != ctx.id:
        raise NotFound("没有找到该绑定")
    await attach_files(ctx, "roll_correction", body.file_ids)
    asked_id = new_id()
    asked = RollCorrection(
        id=asked_id,
        person_id=ctx.id,
        owner_id=binding["owner_id"],
        home_id=binding["home_id"],
        field=body.field,
        said_cipher=ctx.world.secrets.encrypt(value, CORRECTION_SAID.of(asked_id)),
        why=why,
        files=[str(one) for one in body.file_ids],
        made_at=ctx.now,
    )
    if not await corrections.insert(asked):
        raise ClaimPending()
    data = {"correction_id": str(asked_id), "home_id": str(binding["home_id"])}
    ctx.record(CorrectionAsked(subject_id=str(ctx.id), at=ctx.now, data=data))
    return await _shown(ctx, asked_id)


@listing("/corrections", who=ROLL_READERS | {Role.PERSON}, export="更正名册")
async def list_corrections(ctx: Context, query: CorrectionQuery) -> Listed[RollCorrectionView]:
    """更正名册的申请：本人只见自己的，工作人员见全部；内容脱敏。R12.2、R12.7。"""
    own = None if ctx.who.roles & ROLL_READERS else ctx.id
    return await page(corrections.CORRECTIONS, query, partial(_view, ctx), person_id=own)


@route(
    "DELETE",
    "/corrections/{correction_id}",
    who=Role.PERSON,
    status=204,
    refuses=(NotFound,),
)
async def withdraw_correction(ctx: Context, correction_id: UUID) -> None:
    """撤回本人尚未核对的更正申请。"""
    own = RollCorrection.filter(id=correction_id, person_id=ctx.id, state="open")
    if not await own.update(state="withdrawn", decided_at=ctx.now):
        raise NotFound()


@route(
    "POST",
    "/corrections/{correction_id}/decision",
    who=Role.CLERK,
    status=200,
    refuses=(NotFound, AlreadyDecided, ReasonMissing, CorrectionDiffers, SamePerson),
)
async def decide_correction(
    ctx: Context, correction_id: UUID, body: CorrectionDecision
) -> RollCorrectionView:
    """核对更正申请：属实的录入材料所载，待第二人复核后更正；不属实的写明理由，告知本人。R1.2、R12.7。"""
    asked = await corrections.lock(correction_id)
    if asked is None:
        raise NotFound()
    if asked.state != "open":
        raise AlreadyDecided()
    asked.reason = worded(body.reason)
    if ctx.who.is_same(asked.person_id):
        raise SamePerson("本人的申请由别人核对")
    if body.approve:
        row = {"id": asked.id, "said_cipher": asked.said_cipher}
        if _plain(asked.field, body.value) != _plain(asked.field, _said(ctx, row)):
            raise CorrectionDiffers()
        asked.state, asked.proposed_by, asked.proposed_at = "proposed", ctx.id, ctx.now
        await asked.save(update_fields=["state", "reason", "proposed_by", "proposed_at"])
        data = {"correction_id": str(asked.id), "home_id": str(asked.home_id)}
        subject = str(asked.person_id)
        ctx.record(CorrectionProposed(subject_id=subject, at=ctx.now, data=data))
    else:
        asked.state, asked.decided_by, asked.decided_at = "refused", ctx.id, ctx.now
        await asked.save(update_fields=["state", "reason", "decided_by", "decided_at"])
        _tell(ctx, _of(asked), approved=False)
    return await _shown(ctx, correction_id)


def _of(asked: RollCorrection) -> dict[str, Any]:
    """What the owner is told of."""
    return {
        "id": asked.id,
        "person_id": asked.person_id,
        "home_id": asked.home_id,
        "field": asked.field,
        "reason": asked.reason,
    }


def _tell(ctx: Context, row: Mapping[str, Any], *, approved: bool) -> None:
    data = {
        "correction_id": str(row["id"]),
        "home_id": str(row["home_id"]),
        "field": row["field"],
        "approved": approved,
    }
    subject, why = str(row["person_id"]), row["reason"]
    ctx.record(CorrectionDecided(subject_id=subject, at=ctx.now, why=why, data=data))


async def _confirm(ctx: Context, row: Row) -> dict[str, Any]:
    """第二人复核更正：名册上的姓名或者手机号随即更正，本人获知。R1.2、R12.7。"""
    secrets, value = ctx.world.secrets, _said(ctx, row)
    owner = await Owner.get(id=row["owner_id"])
    if row["field"] == "name":
        was = owner.name
        await corrections.rename(owner.id, value, normalise_name(value))
    else:
        sealed = owner.phone_cipher
        was = secrets.decrypt(bytes(sealed), OWNER_PHONE.of(owner.id)) if sealed else ""
        await corrections.set_phone(owner.id, secrets.encrypt(value, OWNER_PHONE.of(owner.id)))
    _tell(ctx, row, approved=True)
    return {"was_cipher": secrets.encrypt(was, CORRECTION_WAS.of(row["id"]))}


async def _drop(ctx: Context, row: Row, reason: str) -> None:
    """不予复核：名册不变，申请退回重新核对。R1.2。"""
    data = {"correction_id": str(row["id"]), "home_id": str(row["home_id"]), "dropped": True}
    subject = str(row["person_id"])
    ctx.record(CorrectionProposed(subject_id=subject, at=ctx.now, why=reason, data=data))


entry(
    Kind(
        name="correction",
        title="更正名册",
        path="/corrections/{correction_id}",
        table=corrections.ROLL_CORRECTION,
        enters=frozenset({Role.CLERK}),
        confirms=CASEWORKERS,
        confirm=_confirm,
        drop=_drop,
        view=_shown,
    )
)
