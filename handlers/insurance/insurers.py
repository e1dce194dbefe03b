"""The panel of insurers: admitted for a term, suspended and readmitted. R10.1, R3.5."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Annotated, Any
from uuid import UUID, uuid4

from msgspec import Meta

from handlers.route import Answer, Body, Context, Page, route
from handlers.shown import maybe
from models.base import one, sql
from rules.days import beijing_date
from rules.events.register import InsurerAdmitted, InsurerReadmitted, InsurerSuspended
from rules.people import STAFF, Role
from rules.refusals.asking import NotFound
from rules.refusals.cases import ReasonMissing
from rules.refusals.people import AlreadyDecided, BadTerm, CodeTaken

PAYERS = frozenset({Role.ADMINISTRATOR, Role.FINANCE, Role.AUDITOR})
"""Who sees to which account premiums are paid."""

Text = Annotated[str, Meta(min_length=1, max_length=120, pattern=r"\S")]


class NewInsurer(Body, frozen=True, kw_only=True):
    """An insurer admitted from one day to another; premiums go to this bank account alone."""

    code: Annotated[str, Meta(pattern=r"^[0-9A-Za-z][0-9A-Za-z._-]{0,39}$")]
    name: Text
    bank: Text
    bank_account: Annotated[str, Meta(pattern=r"^[0-9A-Za-z-]{6,60}$")]
    contact: Annotated[str, Meta(max_length=120)] = ""
    admitted_from_on: date
    admitted_to_on: date


class InsurerView(Answer, frozen=True):
    """An insurer. `available`: may be named in an application today. Bank account and contact are
    "" for those who do not handle payments."""

    id: UUID
    code: str
    name: str
    admitted_from_on: date
    admitted_to_on: date
    suspended_at: datetime | None
    available: bool
    bank: str
    bank_account: str
    contact: str


class InsurerList(Answer, frozen=True):
    """Insurers by code."""

    items: list[InsurerView]
    next: str


class Suspension(Body, frozen=True, kw_only=True):
    """Suspend, or with `suspended` false take back; and why."""

    suspended: bool = True
    reason: Annotated[str, Meta(max_length=500)]


_COLUMNS = (
    "id, code, name, bank, bank_account, contact, admitted_from_on, admitted_to_on, suspended_at"
)


@route("POST", "/insurers", who=Role.ADMINISTRATOR, refuses=(BadTerm, CodeTaken))
async def admit_insurer(ctx: Context, body: NewInsurer) -> InsurerView:
    """登记入围保险机构、入围期限和收款账户；保费只付至该账户。R10.1、R3.5。"""
    if body.admitted_from_on > body.admitted_to_on:
        raise BadTerm()
    row = await one(
        f"INSERT INTO insurer ({_COLUMNS}) VALUES ($1,$2,$3,$4,$5,$6,$7,$8,NULL)"
        f" ON CONFLICT (code) DO NOTHING RETURNING {_COLUMNS}",
        uuid4(),
        body.code,
        body.name.strip(),
        body.bank.strip(),
        body.bank_account,
        body.contact.strip(),
        body.admitted_from_on,
        body.admitted_to_on,
    )
    if row is None:
        raise CodeTaken()
    data = {"from_on": str(body.admitted_from_on), "to_on": str(body.admitted_to_on)}
    ctx.record(InsurerAdmitted(subject_id=str(row["id"]), at=ctx.now, data=data))
    return _shown(ctx, row)


@route("GET", "/insurers", who=STAFF | {Role.PERSON})
async def list_insurers(ctx: Context, query: Page) -> InsurerList:
    """入围保险机构名单；收款账户仅经办拨付的工作人员可见。R10.1。"""
    rows = await sql(
        f"SELECT {_COLUMNS} FROM insurer WHERE code > $1 ORDER BY code LIMIT $2",
        query.after,
        query.limit + 1,
    )
    shown = rows[: query.limit]
    return InsurerList(
        items=[_shown(ctx, row) for row in shown],
        next=shown[-1]["code"] if len(rows) > query.limit else "",
    )


@route(
    "POST",
    "/insurers/{insurer_id}/suspension",
    who=Role.ADMINISTRATOR,
    status=200,
    refuses=(NotFound, ReasonMissing, AlreadyDecided),
)
async def suspend_insurer(ctx: Context, insurer_id: UUID, body: Suspension) -> InsurerView:
    """暂停或恢复保险机构的入围资格；暂停期间不得受理新的申请，已有保单不受影响。R10.1。"""
    if not body.reason.strip():
        raise ReasonMissing()
    row = await one("SELECT suspended_at FROM insurer WHERE id = $1 FOR UPDATE", insurer_id)
    if row is None:
        raise NotFound()
    if (row["suspended_at"] is not None) == body.suspended:
        raise AlreadyDecided()
    after = await one(
        f"UPDATE insurer SET suspended_at = $2 WHERE id = $1 RETURNING {_COLUMNS}",
        insurer_id,
        ctx.now if body.suspended else None,
    )
    assert after is not None
    event = InsurerSuspended if body.suspended else InsurerReadmitted
    ctx.record(event(subject_id=str(insurer_id), at=ctx.now, why=body.reason.strip()))
    return _shown(ctx, after)


def _shown(ctx: Context, row: Mapping[str, Any]) -> InsurerView:
    today = beijing_date(ctx.now)
    pays = ctx.has(*PAYERS)
    return InsurerView(
        id=row["id"],
        code=row["code"],
        name=row["name"],
        admitted_from_on=row["admitted_from_on"],
        admitted_to_on=row["admitted_to_on"],
        suspended_at=maybe(row["suspended_at"]),
        available=row["suspended_at"] is None
        and row["admitted_from_on"] <= today <= row["admitted_to_on"],
        bank=row["bank"] if pays else "",
        bank_account=row["bank_account"] if pays else "",
        contact=row["contact"] if pays else "",
    )
