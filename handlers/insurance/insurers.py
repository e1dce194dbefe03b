"""The panel of insurers: admitted for a term, suspended and readmitted. R10.1."""

from collections.abc import Mapping
from datetime import date, datetime
from functools import partial
from typing import Annotated, Any, Literal
from uuid import UUID

import msgspec
from msgspec import Meta

from handlers.entries import Kind, entry
from handlers.lists import Listed, listing, page, view_of
from handlers.reasons import worded
from handlers.route import Answer, Body, Context, Page, route
from models import insurance
from models.insurance import Insurer
from models.listing import rows_of
from models.register_changes import ADMISSION, CHANGES, RegisterChange
from rules.days import beijing_date
from rules.events.register import (
    InsurerAdmitted,
    InsurerProposed,
    InsurerReadmitted,
    InsurerSuspended,
)
from rules.people import CENTRE_STAFF, CONFIRMERS, LOGGED_IN, Role
from rules.refusals.asking import NotFound
from rules.refusals.cases import ReasonMissing
from rules.refusals.people import AlreadyDecided, BadTerm, CodeTaken

PAYERS = frozenset({Role.ADMINISTRATOR, Role.FINANCE, Role.AUDITOR})
"""Who reads of admissions, and whom an insurer is reached through."""

Text = Annotated[str, Meta(min_length=1, max_length=120, pattern=r"\S")]


class NewInsurer(Body, frozen=True, kw_only=True):
    """新入围的保险机构及其入围起止日；收款账户另行录入。"""

    code: Annotated[str, Meta(pattern=r"^[0-9A-Za-z][0-9A-Za-z._-]{0,39}$")]
    name: Text
    contact: Annotated[str, Meta(max_length=120)] = ""
    admitted_from_on: date
    admitted_to_on: date


class InsurerView(Answer, frozen=True):
    """一家入围保险机构。`available` 表示今天可以在申请中选定；联系人对不经办拨付的人为空文本。"""

    id: UUID
    code: str
    name: str
    admitted_from_on: date
    admitted_to_on: date
    suspended_at: datetime | None
    available: bool
    contact: Annotated[str, Meta(description="不经办拨付的人员所见为空")]


class InsurerQuery(Page, frozen=True):
    """Only those that may be named in an application today; `q` a part of name or code."""

    available: Annotated[bool, Meta(description="只看今天可选用的")] = False
    q: Annotated[str, Meta(max_length=40)] = ""
    sort: Literal["", "code", "ending"] = ""


class InsurerSuspension(Body, frozen=True, kw_only=True):
    """暂停保险机构承接新办件，或以 `suspended` 为假恢复；并写明理由。"""

    suspended: bool = True
    reason: Annotated[str, Meta(max_length=500)]


class InsurerAdmission(Answer, frozen=True):
    """一份入围登记：待复核、已复核或已作废。"""

    id: UUID
    code: str
    name: str
    contact: str
    admitted_from_on: date
    admitted_to_on: date
    state: Literal["draft", "confirmed", "dropped"]
    entered_at: datetime
    entered_by_me: bool
    drop_reason: str


class AdmissionQuery(Page, frozen=True):
    """Admissions of a state."""

    state: Literal["", "draft", "confirmed", "dropped"] = ""


@route("POST", "/insurers", who=Role.ADMINISTRATOR, refuses=(BadTerm, CodeTaken))
async def propose_insurer(ctx: Context, body: NewInsurer) -> InsurerAdmission:
    """录入入围保险机构和入围期限，由另一人对照依据复核后入围。R1.2、R10.1。"""
    if body.admitted_from_on > body.admitted_to_on:
        raise BadTerm()
    if await Insurer.exists(code=body.code):
        raise CodeTaken()
    row = await RegisterChange.create(
        kind="insurer",
        body=msgspec.to_builtins(body),
        state="draft",
        entered_by=ctx.id,
        entered_at=ctx.now,
    )
    ctx.record(InsurerProposed(subject_id=str(row.id), at=ctx.now))
    return await _admission(ctx, row.id)


@listing("/insurer-admissions", who=PAYERS | {Role.REVIEWER}, export="入围登记")
async def list_insurer_admissions(ctx: Context, query: AdmissionQuery) -> Listed[InsurerAdmission]:
    """入围登记及其复核，最近录入的在前。R1.2、R10.1。"""
    return await page(CHANGES, query, partial(_shown, ctx), kinds=["insurer"])


async def _admission(ctx: Context, admission_id: UUID) -> InsurerAdmission:
    rows = await rows_of(CHANGES, {"id": admission_id}, limit=1)
    return _shown(ctx, rows[0])


def _shown(ctx: Context, row: Mapping[str, Any]) -> InsurerAdmission:
    told = _told(row)
    mine = ctx.who.is_same(row["entered_by"])
    return view_of(InsurerAdmission, row, **msgspec.structs.asdict(told), entered_by_me=mine)


def _told(row: Mapping[str, Any]) -> NewInsurer:
    """What was entered; before accounts were entered by themselves it had one."""
    body = msgspec.json.decode(row["body"])
    known = {name: body[name] for name in NewInsurer.__struct_fields__ if name in body}
    return msgspec.convert(known, NewInsurer)


async def _confirm(ctx: Context, row: dict[str, Any]) -> None:
    """复核入围登记：保险机构即日入围；收款账户经保险机构确认后才能拨付。R1.2、R10.1。"""
    body = _told(row)
    insurer = Insurer(
        code=body.code,
        name=body.name.strip(),
        contact=body.contact.strip(),
        admitted_from_on=body.admitted_from_on,
        admitted_to_on=body.admitted_to_on,
    )
    if not await insurance.admit(insurer):
        raise CodeTaken()
    data = {"from_on": str(body.admitted_from_on), "to_on": str(body.admitted_to_on)}
    ctx.record(InsurerAdmitted(subject_id=str(insurer.id), at=ctx.now, data=data))


async def _drop(ctx: Context, row: dict[str, Any], reason: str) -> None:
    """作废未复核的入围登记，写明理由；录入人可撤回。R1.2。"""
    ctx.record(InsurerProposed(subject_id=str(row["id"]), at=ctx.now, why=reason))


entry(
    Kind(
        name="insurer_admission",
        title="保险机构入围",
        path="/insurer-admissions/{admission_id}",
        table=ADMISSION,
        enters=frozenset({Role.ADMINISTRATOR}),
        confirms=CONFIRMERS | {Role.ADMINISTRATOR},
        readers=CENTRE_STAFF,
        confirm=_confirm,
        drop=_drop,
        view=_admission,
        refuses=(CodeTaken,),
        fresh=True,
    )
)


@listing("/insurers", who=LOGGED_IN, export="入围保险机构")
async def list_insurers(ctx: Context, query: InsurerQuery) -> Listed[InsurerView]:
    """入围保险机构名单；联系人仅经办拨付的工作人员可见。R10.1。"""
    today = beijing_date(ctx.now)
    return await page(insurance.INSURERS, query, partial(_view, ctx), today=today)


@route(
    "POST",
    "/insurers/{insurer_id}/suspension",
    who=Role.ADMINISTRATOR,
    status=200,
    refuses=(NotFound, ReasonMissing, AlreadyDecided),
)
async def suspend_insurer(ctx: Context, insurer_id: UUID, body: InsurerSuspension) -> InsurerView:
    """暂停或恢复保险机构的入围资格；暂停期间不得受理新的申请，已有保单不受影响。R10.1。"""
    reason = worded(body.reason)
    insurer = await insurance.lock_insurer(insurer_id)
    if insurer is None:
        raise NotFound()
    if (insurer.suspended_at is not None) == body.suspended:
        raise AlreadyDecided()
    insurer.suspended_at = ctx.now if body.suspended else None
    await insurer.save(update_fields=["suspended_at"])
    event = InsurerSuspended if body.suspended else InsurerReadmitted
    ctx.record(event(subject_id=str(insurer_id), at=ctx.now, why=reason))
    return await _view_of(ctx, insurer_id)


async def _view_of(ctx: Context, insurer_id: UUID) -> InsurerView:
    given = {"id": insurer_id, "today": beijing_date(ctx.now)}
    return _view(ctx, (await rows_of(insurance.INSURERS, given, limit=1))[0])


def _view(ctx: Context, row: Mapping[str, Any]) -> InsurerView:
    """The insurer; whom to reach only for those who see to payments."""
    hidden = {} if ctx.has(*PAYERS) else {"contact": ""}
    return view_of(InsurerView, row, **hidden)
