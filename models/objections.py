"""Objections in statements: filed in few, read in one. R7.4 to R7.10.

Whoever files or closes one holds the lock on the case, so what is read after it is the truth.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

import msgspec

from models.base import jsonb, one, sql
from models.cases import Case
from rules.refusals.asking import CaseNotFound, NotFound


@dataclass(frozen=True, slots=True)
class Standing:
    """The owner who may object, and one of the homes that give the interest. R7.4."""

    owner_id: UUID
    home_id: UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class Filed:
    """A written objection as it is stored; `state` is draft, open or recorded."""

    id: UUID
    version: int
    standing: Standing
    text: str
    file_ids: Sequence[UUID]
    channel: str
    arrived_at: datetime
    entered_at: datetime
    in_time: bool
    pauses: bool
    state: str
    checked: str
    person_id: UUID | None = None
    entered_by: UUID | None = None


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


_PENDING = (
    "EXISTS (SELECT 1 FROM objection o WHERE o.case_id = $2 AND o.version = $3"
    " AND o.owner_id = $4 AND (o.state IN ('open', 'draft') OR (o.state = 'recorded' AND NOT $1)))"
)

_INSERT = f"""
INSERT INTO objection (id, case_id, version, owner_id, person_id, home_id, text, files, channel,
    arrived_at, entered_at, entered_by, in_time, state, hidden, checked, decision, review_text,
    first_decision)
SELECT $5, $2, $3, $4, $6, $7, $8, $9::jsonb, $10, $11, $12, $13, $14, $15, true, $16, '', '', ''
 WHERE NOT {_PENDING}
   AND (SELECT count(*) FROM objection o WHERE o.case_id = $2 AND o.version = $3
           AND o.owner_id = $4 AND o.state = 'withdrawn' AND o.in_time = $14) <= $17
RETURNING id
"""


async def insert(case_id: UUID, filed: Filed, refile_max: int) -> bool:
    """Whether it was stored: nothing else of this owner's is pending in this version, and what
    was withdrawn is refiled no more often than that. R7.10.

    One that was only recorded and waits for its answer does not stand in the way of one that
    pauses.
    """
    rows = await sql(
        _INSERT,
        filed.pauses,
        case_id,
        filed.version,
        filed.standing.owner_id,
        filed.id,
        filed.person_id,
        filed.standing.home_id,
        filed.text,
        jsonb(filed.file_ids),
        filed.channel,
        filed.arrived_at,
        filed.entered_at,
        filed.entered_by,
        filed.in_time,
        filed.state,
        filed.checked,
        refile_max,
    )
    return bool(rows)


async def pending(case_id: UUID, version: int, owner_id: UUID, pauses: bool = True) -> bool:
    """Whether one of the owner's stands in the way of another that pauses, or of one that does
    not: open, on paper waiting for the second person, or waiting for an answer. R7.10."""
    row = await one(f"SELECT {_PENDING} AS yes", pauses, case_id, version, owner_id)
    return bool(row and row["yes"])


async def supersede(case_id: UUID) -> None:
    """What is still open belongs to a version that is gone, or to a case that is over. R7.6."""
    await sql(
        "UPDATE objection SET state = 'superseded' WHERE case_id = $1"
        " AND state IN ('open', 'draft')",
        case_id,
    )


async def files_of(file_ids: Sequence[UUID], owner_id: UUID) -> None:
    """These files are there and were uploaded by that person or account. Raises NotFound."""
    if not file_ids:
        return
    row = await one(
        "SELECT count(*) AS found FROM file WHERE id = ANY($1::uuid[]) AND owner_id = $2",
        list(file_ids),
        owner_id,
    )
    if row is None or row["found"] != len(set(file_ids)):
        raise NotFound("没有找到所附的文件，请先上传")


async def notice_published_at(case_id: UUID, version: int) -> datetime | None:
    """When the notice of this version became public."""
    row = await one(
        "SELECT published_at FROM public_notice WHERE case_id = $1 AND version = $2",
        case_id,
        version,
    )
    return row["published_at"] if row else None


_SELECT = """
SELECT o.id, o.case_id, o.version, o.owner_id, o.person_id, o.text, o.files::text AS files,
       o.channel, o.arrived_at, o.entered_at, o.entered_by, o.confirmed_by, o.in_time, o.state,
       o.hidden, o.checked, o.decision, o.decided_at, o.record_id, o.review_text,
       o.review_asked_at, o.first_decision, o.first_decided_at,
       coalesce(o.review_asked_at, o.arrived_at) AS since,
       c.number AS case_number, c.state AS case_state, c.version AS case_version, c.urgent,
       (c.facts->'parameters'->>'objection_decision_working_days')::int AS decision_days,
       w.name AS owner_name, w.phone_cipher, h.room, h.code AS home_code, u.name AS unit_name
  FROM objection o
  JOIN "case" c ON c.id = o.case_id
  JOIN owner w ON w.id = o.owner_id
  JOIN home h ON h.id = o.home_id
  JOIN unit u ON u.id = h.unit_id
"""

Record = dict[str, Any]


async def find(objection_id: UUID) -> Record | None:
    """The objection with its case, owner and home."""
    return await one(f"{_SELECT} WHERE o.id = $1", objection_id)


async def of_case(case_id: UUID, before: datetime, row_id: UUID, limit: int) -> list[Record]:
    """All of a case, newest first, after that place."""
    return await sql(
        f"{_SELECT} WHERE o.case_id = $1 AND (o.arrived_at, o.id) < ($2, $3)"
        " ORDER BY o.arrived_at DESC, o.id DESC LIMIT $4",
        case_id,
        before,
        row_id,
        limit,
    )


async def of_objector(
    case_id: UUID | None,
    person_id: UUID,
    owner_id: UUID | None,
    before: datetime,
    row_id: UUID,
    limit: int,
) -> list[Record]:
    """A person's own, in one case or in all, newest first; paper of the same owner is own too."""
    return await sql(
        f"{_SELECT} WHERE ($1::uuid IS NULL OR o.case_id = $1)"
        " AND (o.person_id = $2 OR o.owner_id = $3) AND (o.arrived_at, o.id) < ($4, $5)"
        " ORDER BY o.arrived_at DESC, o.id DESC LIMIT $6",
        case_id,
        person_id,
        owner_id,
        before,
        row_id,
        limit,
    )


async def queue(
    states: Sequence[str], after: tuple[bool, datetime, UUID] | None, limit: int
) -> list[Record]:
    """What is in these states, urgent cases first, then the longest waiting."""
    calm, since, row_id = after or (False, None, None)
    return await sql(
        f"SELECT * FROM ({_SELECT} WHERE o.state = ANY($1::text[])) q"
        " WHERE $3::timestamptz IS NULL OR (NOT q.urgent, q.since, q.id) > ($2, $3, $4)"
        " ORDER BY NOT q.urgent, q.since, q.id LIMIT $5",
        list(states),
        calm,
        since,
        row_id,
        limit,
    )
