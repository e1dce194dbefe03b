"""Committee members, managers, sole owners of a building: papers, a term, a decision. R5.1.

A manager whom the roll names is let in by one clerk; everybody else by a second person, too, as no
register says that the body is the right one. Nobody decides for the own login. R1.1, R1.2.
"""

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from functools import partial
from typing import Annotated, Any, Literal
from uuid import UUID

from msgspec import Meta

from handlers.attaching import attach_files
from handlers.entries import Kind, entry
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
from rules.entries import must_be_second
from rules.events.people import (
    AppointmentDecided,
    AppointmentEnded,
    AppointmentMade,
    AppointmentProposed,
)
from rules.people import CASE_READERS, CASEWORKERS, Role, mask_phone, normalise_name
from rules.refusals.asking import NotFound, SamePerson
from rules.refusals.cases import ReasonMissing
from rules.refusals.people import AlreadyDecided, BadTerm, ClaimPending
from rules.words.word import titled

LONGEST_TERM = timedelta(days=5 * 366)
"""A committee is elected for at most five years (物业管理条例); a manager's contract is shorter."""
MOST_OPEN = 5
WAITING = ("open", "proposed")
Reason = Annotated[str, Meta(max_length=500)]
Standing = Literal["committee", "manager", "independent"]
State = Annotated[
    Literal["open", "proposed", "approved", "refused", "withdrawn", "ended"],
    titled({"open": "待中心决定", "proposed": "拟予通过，待复核"}),
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
    真。所代表的单位名册没有记载的，`two_people` 为真，须第二人复核。"""

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
    two_people: Annotated[bool, Meta(title="须两人审核")]
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
    return view_of(
        AppointmentView,
        row,
        phone=clear,
        name=said,
        body_differs=_differs(row),
        two_people=not _by_the_roll(row),
    )


def _by_the_roll(row: Mapping[str, Any]) -> bool:
    """Whether the roll itself says that the body is in charge there: of managers alone. R1.2."""
    return row["role"] == "manager" and not _differs(row)


def _differs(row: Mapping[str, Any]) -> bool:
    """Whether a manager acts for another firm than the roll has for the community. R5.1."""
    said, known = normalise_name(row["body_name"]), normalise_name(row["manager_name"])
    return row["role"] == "manager" and said != known


@listing("/appointments", who=CASE_READERS | {Role.PERSON}, export="授权材料")
async def list_appointments(ctx: Context, query: AppointmentQuery) -> Listed[AppointmentView]:
    """授权材料：本人只见自己的，工作人员见全部。"""
    own = None if ctx.who.roles & CASE_READERS else ctx.id
    return await page(appointments.APPOINTMENTS, query, partial(_view, ctx), person_id=own)


@route(
    "POST",
    "/appointments/{appointment_id}/decision",
    who=Role.CLERK,
    status=200,
    refuses=(NotFound, AlreadyDecided, ReasonMissing, BadTerm, SamePerson),
)
async def decide_appointment(
    ctx: Context, appointment_id: UUID, body: AppointmentDecision
) -> AppointmentView:
    """审核授权材料或产权证明；名册没有记载该单位的，另须第二人复核，通过后在任期内可代表其办理。R5.1、R1.2。"""
    appointment = await _locked(appointment_id)
    if appointment.state != "open":
        raise AlreadyDecided()
    if ctx.who.is_same(appointment.person_id):
        raise SamePerson("不能审核自己提交的授权材料")
    reason = worded(body.reason)
    if body.approve:
        _in_term(appointment.to_on, ctx)
        row = await appointments.appointment(appointment_id)
        assert row is not None
        if not _by_the_roll(row):
            return await _propose(ctx, appointment, reason)
    appointment.state = "approved" if body.approve else "refused"
    appointment.reason, appointment.decided_by = reason, ctx.id
    appointment.decided_at = ctx.now
    await appointment.save(update_fields=["state", "reason", "decided_by", "decided_at"])
    data = _about(appointment) | {"approved": body.approve}
    subject_id = str(appointment.person_id)
    ctx.record(AppointmentDecided(subject_id=subject_id, at=ctx.now, why=reason, data=data))
    return await _view_of(ctx, appointment_id)


def _in_term(to_on: date, ctx: Context) -> None:
    if to_on < beijing_date(ctx.now):
        raise BadTerm("任期已经届满")


async def _propose(ctx: Context, appointment: Appointment, reason: str) -> AppointmentView:
    """Nobody acts by it before a second person has looked at the papers. R1.2."""
    appointment.state, appointment.reason = "proposed", reason
    appointment.proposed_by, appointment.proposed_at = ctx.id, ctx.now
    await appointment.save(update_fields=["state", "reason", "proposed_by", "proposed_at"])
    subject_id, data = str(appointment.person_id), _about(appointment)
    ctx.record(AppointmentProposed(subject_id=subject_id, at=ctx.now, why=reason, data=data))
    return await _view_of(ctx, appointment.id)


async def _confirm(ctx: Context, row: dict[str, Any]) -> None:
    """复核名册没有记载的单位的授权材料；通过后在任期内可代表其办理。R5.1、R1.2。"""
    must_be_second(ctx.who, row["person_id"], "不能复核自己提交的授权材料")
    _in_term(row["to_on"], ctx)
    data = _told(row) | {"approved": True}
    subject_id = str(row["person_id"])
    event = AppointmentDecided(subject_id=subject_id, at=ctx.now, why=row["reason"], data=data)
    ctx.record(event)


async def _drop(ctx: Context, row: dict[str, Any], reason: str) -> None:
    """不予复核并写明理由：材料退回待审核，由经办人重新审核或不予通过。R5.1、R1.2。"""
    subject_id, data = str(row["person_id"]), _told(row)
    ctx.record(AppointmentProposed(subject_id=subject_id, at=ctx.now, why=reason, data=data))


entry(
    Kind(
        name="appointment_beyond_roll",
        title="名册未载单位的授权",
        path="/appointments/{appointment_id}",
        table=appointments.APPOINTMENT,
        enters=frozenset({Role.CLERK}),
        confirms=CASEWORKERS,
        readers=CASE_READERS,
        confirm=_confirm,
        drop=_drop,
        view=_view_of,
        refuses=(BadTerm,),
    )
)


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
    if not own and appointment.state in WAITING:
        raise AlreadyDecided("尚未审核的材料请直接审核")
    if appointment.ended_at or appointment.state not in (*WAITING, "approved"):
        raise AlreadyDecided()
    appointment.ended_at = ctx.now
    if appointment.state in WAITING:
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
    return _told({name: getattr(appointment, name) for name in _TOLD})


_TOLD = ("id", "community_id", "role", "from_on", "to_on")


def _told(row: Mapping[str, Any]) -> dict[str, Any]:
    """What an event says of an appointment."""
    return {
        "appointment_id": str(row["id"]),
        "community_id": str(row["community_id"]),
        "role": row["role"],
        "from_on": row["from_on"],
        "to_on": row["to_on"],
    }
