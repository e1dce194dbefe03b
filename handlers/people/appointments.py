"""Committee members, managers, sole owners of a building: papers, a term, a clerk's decision. R5.1.

Who asks is a person behind WeChat, who decides an account behind a password: never the same.
"""

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from functools import partial
from typing import Annotated, Any, Literal
from uuid import UUID

from msgspec import Meta

from handlers.attaching import attach_files
from handlers.lists import Listed, listing, page, view_of
from handlers.people.identity import Name
from handlers.reasons import worded
from handlers.route import Answer, Body, Context, Page, route
from handlers.shown import StoredFile
from models.ids import new_id
from models.people import appointments, persons
from models.people.appointments import Appointment
from models.sealed import APPOINTMENT_NAME, PERSON_PHONE
from rules.days import beijing_date
from rules.events.people import AppointmentDecided, AppointmentEnded, AppointmentMade
from rules.people import ROLL_READERS, Role, mask_phone, normalise_name
from rules.refusals.asking import NotFound
from rules.refusals.cases import ReasonMissing
from rules.refusals.people import AlreadyDecided, BadTerm, ClaimPending
from rules.words.word import titled

LONGEST_TERM = timedelta(days=5 * 366)
"""A committee is elected for at most five years (物业管理条例); a manager's contract is shorter."""
MOST_OPEN = 5
Reason = Annotated[str, Meta(max_length=500)]
Standing = Literal["committee", "manager", "independent"]
State = Annotated[
    Literal["open", "approved", "refused", "withdrawn", "ended"], titled({"open": "待中心决定"})
]


class AppointmentBody(Body, frozen=True):
    """授权材料：本人姓名、代表哪个小区的哪个单位、以什么文件、起止日期（含末日）。"""

    community_id: UUID
    role: Standing
    name: Name
    body_name: Annotated[str, Meta(min_length=1, max_length=120, pattern=r"\S")]
    file_id: Annotated[UUID, Meta(title="授权书文件")]
    from_on: date
    to_on: date


class AppointmentView(Answer, frozen=True):
    """一份授权。`name` 为本人填报的姓名，`manager_name` 为名册中该小区的物业服务企业，`phone` 为
    本人电话（已脱敏），都供经办人与所附文件比对；物业填报的单位与名册不同的，`body_differs` 为
    真。"""

    id: UUID
    person_id: UUID
    name: str
    phone: str
    community_id: UUID
    community: str
    manager_name: str
    role: Standing
    body_name: str
    body_differs: bool
    file: Annotated[StoredFile, Meta(title="授权书文件")]
    from_on: date
    to_on: date
    state: State
    reason: str
    created_at: datetime
    decided_at: datetime | None
    ended_at: datetime | None


class AppointmentQuery(Page, frozen=True):
    """Which: of a state, in a role, of a community; nothing to see all."""

    state: State | Literal[""] = ""
    role: Standing | Literal[""] = ""
    community_id: UUID | None = None
    sort: Literal["", "newest", "ending"] = ""


class AppointmentDecision(Body, frozen=True):
    """是否通过授权材料，以及理由。"""

    approve: bool
    reason: Reason


class AppointmentEnding(Body, frozen=True):
    """授权终止的理由；本人可以不写，中心须写明。"""

    reason: Annotated[Reason, Meta(description="本人终止的可以不写")] = ""


@route(
    "POST",
    "/appointments",
    who=Role.PERSON,
    refuses=(NotFound, BadTerm, ClaimPending),
)
async def ask_appointment(ctx: Context, body: AppointmentBody) -> AppointmentView:
    """业主委员会成员、物业服务企业人员提交书面授权，独立产权人提交产权证明，由工作人员审核。R5.1。"""
    today = beijing_date(ctx.now)
    if body.from_on > body.to_on or body.to_on < today:
        raise BadTerm()
    if body.to_on - body.from_on > LONGEST_TERM:
        raise BadTerm("任期不得超过五年")
    await _may_ask(ctx, body)
    await attach_files(ctx, "appointment", [body.file_id])
    appointment_id, name = new_id(), body.name.strip()
    appointment = await Appointment.create(
        id=appointment_id,
        person_id=ctx.id,
        community_id=body.community_id,
        role=body.role,
        name_cipher=ctx.world.secrets.encrypt(name, APPOINTMENT_NAME.of(appointment_id)),
        body_name=body.body_name.strip(),
        file_id=body.file_id,
        from_on=body.from_on,
        to_on=body.to_on,
        created_at=ctx.now,
    )
    ctx.record(AppointmentMade(subject_id=str(ctx.id), at=ctx.now, data=_about(appointment)))
    return await _view_of(ctx, appointment.id)


async def _may_ask(ctx: Context, body: AppointmentBody) -> None:
    """The community is there, the paper one's own, and the same is not waiting already."""
    await persons.lock(ctx.id)
    asked = await appointments.asked(ctx.id, body.community_id, body.file_id, body.role)
    if not asked.community:
        raise NotFound("没有找到该小区")
    if not asked.file:
        raise NotFound("没有找到所附的文件，请先上传")
    if asked.waiting:
        raise ClaimPending()
    if asked.open >= MOST_OPEN:
        raise ClaimPending("待审核的材料过多，请等待审核")


async def _view_of(ctx: Context, appointment_id: UUID) -> AppointmentView:
    row = await appointments.appointment(appointment_id)
    assert row is not None
    return _view(ctx, row)


def _view(ctx: Context, row: Mapping[str, Any]) -> AppointmentView:
    secrets, phone, name = ctx.world.secrets, row["phone_cipher"], row["name_cipher"]
    about = PERSON_PHONE.of(row["person_id"])
    clear = mask_phone(secrets.decrypt(bytes(phone), about)) if phone else ""
    said = secrets.decrypt(bytes(name), APPOINTMENT_NAME.of(row["id"])) if name else ""
    return view_of(AppointmentView, row, phone=clear, name=said, body_differs=_differs(row))


def _differs(row: Mapping[str, Any]) -> bool:
    """Whether a manager acts for another firm than the roll has for the community. R5.1."""
    said, known = normalise_name(row["body_name"]), normalise_name(row["manager_name"])
    return row["role"] == "manager" and said != known


@listing("/appointments", who=ROLL_READERS | {Role.PERSON}, export="授权材料")
async def list_appointments(ctx: Context, query: AppointmentQuery) -> Listed[AppointmentView]:
    """授权材料：本人只见自己的，工作人员见全部。"""
    own = None if ctx.who.roles & ROLL_READERS else ctx.id
    return await page(appointments.APPOINTMENTS, query, partial(_view, ctx), person_id=own)


@route(
    "POST",
    "/appointments/{appointment_id}/decision",
    who=Role.CLERK,
    status=200,
    refuses=(NotFound, AlreadyDecided, ReasonMissing, BadTerm),
)
async def decide_appointment(
    ctx: Context, appointment_id: UUID, body: AppointmentDecision
) -> AppointmentView:
    """审核授权材料或产权证明；通过后在任期内可代表业主委员会、物业服务企业或独立产权人办理。R5.1。"""
    appointment = await _locked(appointment_id)
    if appointment.state != "open":
        raise AlreadyDecided()
    reason = worded(body.reason)
    if body.approve and appointment.to_on < beijing_date(ctx.now):
        raise BadTerm("任期已经届满")
    appointment.state = "approved" if body.approve else "refused"
    appointment.reason, appointment.decided_by = reason, ctx.id
    appointment.decided_at = ctx.now
    await appointment.save(update_fields=["state", "reason", "decided_by", "decided_at"])
    data = _about(appointment) | {"approved": body.approve}
    subject_id = str(appointment.person_id)
    ctx.record(AppointmentDecided(subject_id=subject_id, at=ctx.now, why=reason, data=data))
    return await _view_of(ctx, appointment_id)


@route(
    "POST",
    "/appointments/{appointment_id}/end",
    who=frozenset({Role.PERSON, Role.CLERK}),
    status=200,
    refuses=(NotFound, AlreadyDecided, ReasonMissing),
)
async def end_appointment(
    ctx: Context, appointment_id: UUID, body: AppointmentEnding
) -> AppointmentView:
    """终止授权：本人可随时终止或撤回，工作人员须写明理由；即刻生效。R5.1。"""
    appointment = await _locked(appointment_id)
    own = appointment.person_id == ctx.id
    if not own and not ctx.has(Role.CLERK):
        raise NotFound()
    why = "" if own else worded(body.reason)
    if not own and appointment.state == "open":
        raise AlreadyDecided("尚未审核的材料请直接审核")
    if appointment.ended_at or appointment.state not in ("open", "approved"):
        raise AlreadyDecided()
    appointment.ended_at = ctx.now
    if appointment.state == "open":
        appointment.state = "withdrawn"
    await appointment.save(update_fields=["ended_at", "state"])
    subject_id = str(appointment.person_id)
    ctx.record(
        AppointmentEnded(subject_id=subject_id, at=ctx.now, why=why, data=_about(appointment))
    )
    return await _view_of(ctx, appointment_id)


async def _locked(appointment_id: UUID) -> Appointment:
    appointment = await appointments.lock(appointment_id)
    if appointment is None:
        raise NotFound()
    return appointment


def _about(appointment: Appointment) -> dict[str, Any]:
    return {
        "appointment_id": str(appointment.id),
        "community_id": str(appointment.community_id),
        "role": appointment.role,
        "from_on": appointment.from_on,
        "to_on": appointment.to_on,
    }
