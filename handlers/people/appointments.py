"""Committee members, managers, sole owners of a building: papers, a term, a clerk's decision. R5.1.

Who asks is a person behind WeChat, who decides an account behind a password: never the same.
"""

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from typing import Annotated, Any, Literal
from uuid import UUID, uuid4

from msgspec import Meta

from handlers.paging import cut, place
from handlers.route import Answer, Body, Context, Page, route
from handlers.shown import at, maybe
from models.base import one, sql
from rules.days import beijing_date
from rules.events.people import AppointmentDecided, AppointmentEnded, AppointmentMade
from rules.people import ROLL_READERS, Role, mask_phone
from rules.refusals.asking import Malformed, NotFound, TooManyAttempts
from rules.refusals.cases import ReasonMissing
from rules.refusals.people import AlreadyDecided, BadTerm, ClaimPending

LONGEST_TERM = timedelta(days=5 * 366)
"""A committee is elected for at most five years (物业管理条例); a manager's contract is shorter."""
MOST_OPEN = 5
Reason = Annotated[str, Meta(max_length=500)]
Standing = Literal["committee", "manager", "independent"]
State = Literal["open", "approved", "refused", "withdrawn", "ended"]


class Authorisation(Body, frozen=True):
    """For whom one may act, by which paper, from which day to which last day."""

    community_id: UUID
    role: Standing
    body_name: Annotated[str, Meta(min_length=1, max_length=120, pattern=r"\S")]
    file_id: UUID
    from_on: date
    to_on: date


class AppointmentView(Answer, frozen=True):
    """An authorisation. `manager_name` is the manager of the community by the roll, `phone` that
    of the person, masked; both are there for the clerk to compare."""

    id: UUID
    person_id: UUID
    phone: str
    community_id: UUID
    community: str
    manager_name: str
    role: Standing
    body_name: str
    file_id: UUID
    from_on: date
    to_on: date
    state: State
    reason: str
    created_at: datetime
    decided_at: datetime | None
    ended_at: datetime | None


class AppointmentList(Answer, frozen=True):
    """Authorisations, the newest first."""

    items: list[AppointmentView]
    next: str


class AppointmentQuery(Page, frozen=True):
    """Which: of a state, of a community; nothing to see all."""

    state: Literal["", "open", "approved", "refused", "withdrawn", "ended"] = ""
    community_id: UUID | None = None


class Decision(Body, frozen=True):
    """Yes or no, with a reason."""

    approve: bool
    reason: Reason


class Ending(Body, frozen=True):
    """Why it ends; the person may say nothing, the Centre may not."""

    reason: Reason = ""


_SELECT = """
SELECT a.id, a.person_id, p.phone_cipher, a.community_id, c.name AS community, c.manager_name,
       a.role, a.body_name, a.file_id, a.from_on, a.to_on,
       CASE WHEN a.ended_at IS NOT NULL AND a.state = 'approved' THEN 'ended' ELSE a.state END
         AS state, a.reason, a.created_at, a.decided_at, a.ended_at
  FROM appointment a JOIN community c ON c.id = a.community_id JOIN person p ON p.id = a.person_id
"""


@route(
    "POST",
    "/appointments",
    who=Role.PERSON,
    refuses=(NotFound, BadTerm, ClaimPending),
)
async def ask_appointment(ctx: Context, body: Authorisation) -> AppointmentView:
    """业主委员会成员、物业服务企业人员提交书面授权，独立产权人提交产权证明，由工作人员审核。R5.1。"""
    today = beijing_date(ctx.now)
    if body.from_on > body.to_on or body.to_on < today:
        raise BadTerm()
    if body.to_on - body.from_on > LONGEST_TERM:
        raise BadTerm("任期不得超过五年")
    await _may_ask(ctx, body)
    appointment_id = uuid4()
    await sql(
        "INSERT INTO appointment (id, person_id, community_id, role, body_name, file_id, from_on,"
        " to_on, state, reason, created_at) VALUES ($1,$2,$3,$4,$5,$6,$7,$8,'open','',$9)",
        appointment_id,
        ctx.id,
        body.community_id,
        body.role,
        body.body_name.strip(),
        body.file_id,
        body.from_on,
        body.to_on,
        ctx.now,
    )
    data = {"appointment_id": str(appointment_id), "community_id": str(body.community_id)}
    data["role"] = body.role
    ctx.record(AppointmentMade(subject_id=str(ctx.id), at=ctx.now, data=data))
    return _shown(ctx, await _find(appointment_id))


async def _may_ask(ctx: Context, body: Authorisation) -> None:
    """The community is there, the paper one's own, and the same is not waiting already."""
    await one("SELECT id FROM person WHERE id = $1 FOR NO KEY UPDATE", ctx.id)
    facts = await one(
        "SELECT EXISTS (SELECT 1 FROM community WHERE id = $2) AS community,"
        " EXISTS (SELECT 1 FROM file WHERE id = $3 AND owner_kind = 'person'"
        "   AND owner_id = $1) AS file,"
        " EXISTS (SELECT 1 FROM appointment WHERE person_id = $1 AND community_id = $2"
        "   AND role = $4 AND state = 'open') AS waiting,"
        " (SELECT count(*) FROM appointment WHERE person_id = $1 AND state = 'open') AS open",
        ctx.id,
        body.community_id,
        body.file_id,
        body.role,
    )
    assert facts is not None
    if not facts["community"]:
        raise NotFound("没有找到该小区")
    if not facts["file"]:
        raise NotFound("没有找到所附的文件，请先上传")
    if facts["waiting"]:
        raise ClaimPending()
    if facts["open"] >= MOST_OPEN:
        raise TooManyAttempts("待审核的材料过多，请等待审核")


async def _find(appointment_id: UUID) -> dict[str, Any]:
    row = await one(f"{_SELECT} WHERE a.id = $1", appointment_id)
    if row is None:
        raise NotFound()
    return row


def _shown(ctx: Context, row: Mapping[str, Any]) -> AppointmentView:
    phone = row["phone_cipher"]
    return AppointmentView(
        id=row["id"],
        person_id=row["person_id"],
        phone=mask_phone(ctx.world.secrets.decrypt(bytes(phone))) if phone else "",
        community_id=row["community_id"],
        community=row["community"],
        manager_name=row["manager_name"],
        role=row["role"],
        body_name=row["body_name"],
        file_id=row["file_id"],
        from_on=row["from_on"],
        to_on=row["to_on"],
        state=row["state"],
        reason=row["reason"],
        created_at=at(row["created_at"]),
        decided_at=maybe(row["decided_at"]),
        ended_at=maybe(row["ended_at"]),
    )


@route("GET", "/appointments", who=ROLL_READERS | {Role.PERSON}, refuses=(Malformed,))
async def list_appointments(ctx: Context, query: AppointmentQuery) -> AppointmentList:
    """授权材料：本人只见自己的，工作人员见全部。"""
    before, row_id = place(query.after)
    rows = await sql(
        f"SELECT * FROM ({_SELECT}) AS a WHERE (created_at, id) < ($1, $2)"
        " AND ($3::uuid IS NULL OR person_id = $3) AND ($4 = '' OR state = $4)"
        " AND ($5::uuid IS NULL OR community_id = $5)"
        " ORDER BY created_at DESC, id DESC LIMIT $6",
        before,
        row_id,
        None if ctx.who.roles & ROLL_READERS else ctx.id,
        query.state,
        query.community_id,
        query.limit + 1,
    )
    page, following = cut(rows, query.limit, "created_at")
    return AppointmentList(items=[_shown(ctx, row) for row in page], next=following)


@route(
    "POST",
    "/appointments/{appointment_id}/decision",
    who=Role.CLERK,
    status=200,
    refuses=(NotFound, AlreadyDecided, ReasonMissing, BadTerm),
)
async def decide_appointment(ctx: Context, appointment_id: UUID, body: Decision) -> AppointmentView:
    """审核授权材料或产权证明；通过后在任期内可代表业主委员会、物业服务企业或独立产权人办理。R5.1。"""
    row = await _locked(appointment_id)
    if row["state"] != "open":
        raise AlreadyDecided()
    if not body.reason.strip():
        raise ReasonMissing()
    if body.approve and row["to_on"] < beijing_date(ctx.now):
        raise BadTerm("任期已经届满")
    await sql(
        "UPDATE appointment SET state = $2, reason = $3, decided_by = $4, decided_at = $5"
        " WHERE id = $1",
        appointment_id,
        "approved" if body.approve else "refused",
        body.reason.strip(),
        ctx.id,
        ctx.now,
    )
    data = _about(row) | {"approved": body.approve}
    event = AppointmentDecided(
        subject_id=str(row["person_id"]), at=ctx.now, why=body.reason.strip(), data=data
    )
    ctx.record(event)
    return _shown(ctx, await _find(appointment_id))


@route(
    "POST",
    "/appointments/{appointment_id}/end",
    who=frozenset({Role.PERSON, Role.CLERK}),
    status=200,
    refuses=(NotFound, AlreadyDecided, ReasonMissing),
)
async def end_appointment(ctx: Context, appointment_id: UUID, body: Ending) -> AppointmentView:
    """终止授权：本人可随时终止或撤回，工作人员须写明理由；即刻生效。R5.1。"""
    row = await _locked(appointment_id)
    own = row["person_id"] == ctx.id
    if not own and not ctx.has(Role.CLERK):
        raise NotFound()
    if not own and not body.reason.strip():
        raise ReasonMissing()
    if not own and row["state"] == "open":
        raise AlreadyDecided("尚未审核的材料请直接审核")
    if row["ended_at"] or row["state"] not in ("open", "approved"):
        raise AlreadyDecided()
    await sql(
        "UPDATE appointment SET ended_at = $2,"
        " state = CASE WHEN state = 'open' THEN 'withdrawn' ELSE state END WHERE id = $1",
        appointment_id,
        ctx.now,
    )
    why = "" if own else body.reason.strip()
    event = AppointmentEnded(
        subject_id=str(row["person_id"]), at=ctx.now, why=why, data=_about(row)
    )
    ctx.record(event)
    return _shown(ctx, await _find(appointment_id))


async def _locked(appointment_id: UUID) -> dict[str, Any]:
    row = await one(
        "SELECT id, person_id, community_id, role, to_on, state, ended_at FROM appointment"
        " WHERE id = $1 FOR UPDATE",
        appointment_id,
    )
    if row is None:
        raise NotFound()
    return row


def _about(row: Mapping[str, Any]) -> dict[str, Any]:
    return {
        "appointment_id": str(row["id"]),
        "community_id": str(row["community_id"]),
        "role": row["role"],
    }
