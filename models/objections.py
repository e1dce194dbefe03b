"""Objections in statements: filed in few, read in one. R7.4 to R7.10.

Whoever files or closes one holds the lock on the case, so what is read after it is the truth.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any
from uuid import UUID

import msgspec
from tortoise import fields

from models.base import Row, jsonb, one, sql
from models.cases import Case
from models.files import all_shown, shown
from models.listing import Key, Listing, Moment, Sort, contains, newest
from models.standing import is_objectors
from rules.cases import ObjectionFact
from rules.refusals.asking import CaseNotFound


@dataclass(frozen=True, slots=True)
class Standing:
    """The owner who may object, and one of the homes that give the interest. R7.4."""

    owner_id: UUID
    home_id: UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class Filed:
    """A written objection as it comes in: whose, what it says, when and by which way; `entered_by`
    is who entered it from paper."""

    standing: Standing
    text: str
    file_ids: Sequence[UUID]
    arrived_at: datetime
    person_id: UUID | None = None
    entered_by: UUID | None = None


class Objection(Row):
    """A written objection (R7.4 to R7.10). Only the Centre and the objector see who objected.

    State: draft (paper that waits for the second person), open, recorded (came too late to pause
    anything, waits for an answer); then withdrawn, settled, dismissed, upheld, answered, dropped
    (not confirmed) or superseded (its version is gone). Once a dismissal is to be reviewed, the
    `first_` columns keep it and the objection is open again. `proposed` is the record that the
    Centre put before the objector, who may agree to it.
    """

    case: fields.ForeignKeyRelation[Any] = fields.ForeignKeyField(
        "models.Case", on_delete=fields.RESTRICT
    )
    case_id: UUID
    version = fields.IntField()
    owner: fields.ForeignKeyRelation[Any] = fields.ForeignKeyField(
        "models.Owner", on_delete=fields.RESTRICT
    )
    owner_id: UUID
    person: fields.ForeignKeyNullableRelation[Any] = fields.ForeignKeyField(
        "models.Person", null=True, on_delete=fields.RESTRICT
    )
    person_id: UUID | None
    home: fields.ForeignKeyRelation[Any] = fields.ForeignKeyField(
        "models.Home", on_delete=fields.RESTRICT
    )
    home_id: UUID
    text = fields.TextField()
    files: Any = fields.JSONField(default=list)
    channel = fields.CharField(8)
    arrived_at = fields.DatetimeField()
    entered_at = fields.DatetimeField()
    entered_by = fields.UUIDField(null=True)
    confirmed_by = fields.UUIDField(null=True)
    in_time = fields.BooleanField()
    state = fields.CharField(16)
    checked = fields.CharField(16, default="waiting")
    release = fields.CharField(12, db_default="waiting")
    public_text = fields.TextField(null=True)
    released_by = fields.UUIDField(null=True)
    released_at = fields.DatetimeField(null=True)
    decided_at = fields.DatetimeField(null=True)
    decided_by = fields.UUIDField(null=True)
    decision = fields.TextField(default="")
    record: fields.ForeignKeyNullableRelation[Any] = fields.ForeignKeyField(
        "models.File", null=True, on_delete=fields.RESTRICT, related_name="settlements"
    )
    record_id: UUID | None
    review_text = fields.TextField(default="")
    review_asked_at = fields.DatetimeField(null=True)
    first_decision = fields.TextField(default="")
    first_decided_at = fields.DatetimeField(null=True)
    first_decided_by = fields.UUIDField(null=True)
    proposed: fields.ForeignKeyNullableRelation[Any] = fields.ForeignKeyField(
        "models.File", null=True, on_delete=fields.RESTRICT, related_name="proposals"
    )
    proposed_id: UUID | None
    proposed_note = fields.TextField(db_default="")
    proposed_at = fields.DatetimeField(null=True)
    ended_on_paper = fields.BooleanField(db_default=False)

    class Meta:
        table = "objection"

    def fact(self) -> ObjectionFact:
        """What the rules decide on."""
        return ObjectionFact(
            id=str(self.id),
            owner_id=str(self.owner_id),
            version=self.version,
            state=self.state,
            channel=self.channel,
            in_time=self.in_time,
            reviewed=self.review_asked_at is not None,
            entered_by=str(self.entered_by or ""),
            first_decided_by=str(self.first_decided_by or ""),
            proposed=self.proposed_id is not None,
            ended_on_paper=self.ended_on_paper,
        )


async def lock_for_objector(
    case_id: UUID, person_id: UUID, on: date
) -> tuple[Case, Standing | None]:
    """The case, locked, and the person's interest in its scope by the ownership of that day.

    One statement; the case carries no more than its id, scope and facts. Raises CaseNotFound.
    """
    row = await one(
        'SELECT c.id, c.scope_id, c.facts::text AS facts, v.owner_id, v.home_id FROM "case" c'
        " LEFT JOIN LATERAL (SELECT o.owner_id, o.home_id FROM own_homes($2, $3) o"
        "  WHERE o.counts AND o.scope_id = c.scope_id"
        "  ORDER BY o.owner_id, o.home_id LIMIT 1) v ON true"
        " WHERE c.id = $1 FOR NO KEY UPDATE OF c",
        case_id,
        person_id,
        on,
    )
    if row is None:
        raise CaseNotFound()
    # The model's own constructor fills columns that nobody asks for here, at the price of a query.
    case = Case.__new__(Case)
    case.id, case.scope_id = row["id"], row["scope_id"]
    case.facts_json = msgspec.json.decode(row["facts"])
    if row["owner_id"] is None:
        return case, None
    return case, Standing(row["owner_id"], row["home_id"])


async def owner_on_paper(
    home_id: UUID, on: date, owner_id: UUID | None, name_key: str
) -> list[UUID]:
    """The owners of the home that day who have this id, or else this name. R2.4, R2.5."""
    rows = await sql(
        "SELECT o.owner_id FROM owned_on($2) o JOIN owner w ON w.id = o.owner_id"
        " WHERE o.home_id = $1"
        " AND CASE WHEN $3::uuid IS NULL THEN w.name_key = $4 ELSE w.id = $3 END LIMIT 2",
        home_id,
        on,
        owner_id,
        name_key,
    )
    return [row["owner_id"] for row in rows]


_INSERT = """
INSERT INTO objection (id, case_id, version, owner_id, person_id, home_id, text, files, channel,
    arrived_at, entered_at, entered_by, in_time, state, checked, decision, review_text,
    first_decision)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8::jsonb, $9, $10, $11, $12, $13, $14, $15, '', '', '')
"""


async def insert(
    objection_id: UUID,
    case_id: UUID,
    version: int,
    filed: Filed,
    state: str,
    in_time: bool,
    now: datetime,
) -> None:
    """It is stored in that state. WeChat judges a text by the openid of who wrote it: a paper has
    none, is exempt."""
    on_paper = filed.person_id is None
    await sql(
        _INSERT,
        objection_id,
        case_id,
        version,
        filed.standing.owner_id,
        filed.person_id,
        filed.standing.home_id,
        filed.text,
        jsonb(filed.file_ids),
        "paper" if on_paper else "app",
        filed.arrived_at,
        now,
        filed.entered_by,
        in_time,
        state,
        "exempt" if on_paper else "waiting",
    )


FACT = """
       o.id::text AS id, o.owner_id::text AS owner_id, o.version, o.state, o.channel, o.in_time,
       o.review_asked_at IS NOT NULL AS reviewed, coalesce(o.entered_by::text, '') AS entered_by,
       coalesce(o.first_decided_by::text, '') AS first_decided_by,
       o.proposed_id IS NOT NULL AS proposed, o.ended_on_paper
"""
_FACTS = f"SELECT {FACT} FROM objection o WHERE o.case_id = $1 AND o.version = $2"


async def of_owner(case_id: UUID, version: int, owner_id: UUID) -> tuple[ObjectionFact, ...]:
    """All that this owner has filed against that version, in order of arrival."""
    return await _facts("o.owner_id = $3", case_id, version, owner_id)


async def waiting(case_id: UUID, version: int) -> tuple[ObjectionFact, ...]:
    """Those against that version that wait for the Centre: open, or a draft on paper."""
    return await _facts("o.state IN ('open', 'draft')", case_id, version)


async def _facts(which: str, *asked: Any) -> tuple[ObjectionFact, ...]:
    rows = await sql(f"{_FACTS} AND {which} ORDER BY o.arrived_at, o.id", *asked)
    return tuple(ObjectionFact(**row) for row in rows)


async def supersede(case_id: UUID) -> None:
    """What is still open belongs to a version that is gone, or to a case that is over. R7.6."""
    await sql(
        "WITH gone AS (UPDATE objection SET state = 'superseded' WHERE case_id = $1"
        " AND state IN ('open', 'draft') RETURNING id)"
        " UPDATE objection_ending e SET state = 'dropped', drop_reason = '所针对的方案已失效'"
        " FROM gone WHERE e.objection_id = gone.id AND e.state = 'draft'",
        case_id,
    )


async def notice_published_at(case_id: UUID, version: int) -> datetime | None:
    """When the notice of this version became public."""
    row = await one(
        "SELECT published_at FROM public_notice WHERE case_id = $1 AND version = $2",
        case_id,
        version,
    )
    return row["published_at"] if row else None


_COLUMNS = (
    f"o.id, o.case_id, o.version, o.owner_id, o.person_id, o.text, {all_shown('o.files')} AS files,"
    " o.channel, o.arrived_at, o.entered_at, o.entered_by, o.confirmed_by, o.in_time, o.state,"
    " o.checked, o.release, o.public_text, o.decision, o.decided_at, o.review_text,"
    f" {shown('o.record_id')} AS record_file,"
    " o.review_asked_at, o.first_decision, o.first_decided_at,"
    f" {shown('o.proposed_id')} AS proposed_file, o.proposed_note, o.proposed_at, o.ended_on_paper,"
    f" e.id AS ending_id, e.outcome AS ending_outcome, {shown('e.record_id')} AS ending_file,"
    " e.note AS ending_note, e.entered_by AS ending_by,"
    " coalesce(o.review_asked_at, o.arrived_at) AS since,"
    " c.number AS case_number, c.state AS case_state, c.version AS case_version, c.urgent,"
    " (c.facts->'parameters'->>'objection_decision_working_days')::int AS decision_days,"
    " s.name AS place, w.name AS owner_name, w.phone_cipher, h.room, h.code AS home_code,"
    " u.name AS unit_name"
)
_SINCE = "coalesce(o.review_asked_at, o.arrived_at)"
OBJECTIONS = Listing(
    f"{_COLUMNS}, {is_objectors('o', '{person_id}::uuid')} AS mine",
    'objection o JOIN "case" c ON c.id = o.case_id JOIN scope s ON s.id = c.scope_id'
    " JOIN owner w ON w.id = o.owner_id JOIN home h ON h.id = o.home_id"
    " JOIN unit u ON u.id = h.unit_id"
    " LEFT JOIN objection_ending e ON e.objection_id = o.id AND e.state = 'draft'",
    "o.id",
    {
        "urgent": Sort((Key("NOT c.urgent", bool), Key(_SINCE, Moment)), down=False),
        "newest": newest("o.arrived_at"),
    },
    {
        "state": "o.state = {state}",
        "states": "o.state = ANY({states}::text[])",
        "case_id": "o.case_id = {case_id}::uuid",
        "community_id": "c.community_id = {community_id}::uuid",
        "channel": "o.channel = {channel}",
        "text_checked": "o.checked = {text_checked}",
        "text_release": "o.release = {text_release}",
        "from_on": "o.arrived_at >= {from_on}::date::timestamp AT TIME ZONE 'Asia/Shanghai'",
        "to_on": "o.arrived_at < ({to_on}::date + 1)::timestamp AT TIME ZONE 'Asia/Shanghai'",
        "q": contains("q", "c.number", "s.name"),
        # Each case has its own number of days, and for each number there is a last day to begin.
        "overdue": "o.state IN ('open', 'recorded', 'draft') AND EXISTS (SELECT 1"
        " FROM unnest({days}::int[], {begun}::date[]) AS late(days, begun)"
        " WHERE late.days = (c.facts->'parameters'->>'objection_decision_working_days')::int"
        f"  AND late.begun >= ({_SINCE} AT TIME ZONE 'Asia/Shanghai')::date)",
        "own": is_objectors("o", "{person_id}::uuid"),
    },
    needs=("days", "begun", "person_id"),
)
"""Objections with case, owner and home; urgent cases first, then the longest waiting."""

NEWEST = replace(OBJECTIONS, sorts={"newest": newest("o.arrived_at")})
"""The same, newest first."""

Record = dict[str, Any]


async def find(objection_id: UUID, person_id: UUID | None = None) -> Record | None:
    """The objection with its case, owner and home, and whether it is that person's own."""
    return await one(
        f"SELECT {_COLUMNS}, {is_objectors('o', '$2::uuid')} AS mine"
        f" FROM {OBJECTIONS.source} WHERE o.id = $1",
        objection_id,
        person_id,
    )


async def decision_days() -> list[int]:
    """The numbers of working days within which objections that wait have to be answered."""
    rows = await sql(
        "SELECT DISTINCT (c.facts->'parameters'->>'objection_decision_working_days')::int AS days"
        ' FROM objection o JOIN "case" c ON c.id = o.case_id'
        " WHERE o.state IN ('open', 'recorded', 'draft')"
    )
    return [row["days"] for row in rows]


async def case_of(objection_id: UUID) -> UUID | None:
    """The case of an objection."""
    row = await one("SELECT case_id FROM objection WHERE id = $1", objection_id)
    return row["case_id"] if row else None
