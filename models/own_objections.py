"""Which objections are somebody's own: what they filed, while bound as its owner. R2.5, R7.8."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from uuid import UUID

from models.base import one, sql
from models.objections import FACT
from models.standing import is_objectors
from rules.cases import ObjectionFact


@dataclass(frozen=True, slots=True)
class Asked:
    """Objections that concern somebody in a case: their own, and others of the same owner."""

    own: tuple[ObjectionFact, ...] = ()
    others: tuple[ObjectionFact, ...] = ()


async def of_asker(
    versions: Mapping[UUID, int], person_id: UUID, owners: Sequence[UUID]
) -> dict[UUID, Asked]:
    """In each of these cases, against the version given with it, what is this person's own, and
    what other logins or papers of these owners have filed."""
    found = dict.fromkeys(versions, Asked())
    own = is_objectors("o", "$3")
    rows = await sql(
        f"SELECT o.case_id, {own} AS mine, {FACT}"
        "  FROM unnest($1::uuid[], $2::int[]) AS x(case_id, version)"
        "  JOIN objection o ON o.case_id = x.case_id AND o.version = x.version"
        f" WHERE {own} OR o.owner_id = ANY($4::uuid[]) ORDER BY o.arrived_at, o.id",
        list(versions),
        list(versions.values()),
        person_id,
        list(owners),
    )
    for row in rows:
        case_id, mine = row.pop("case_id"), row.pop("mine")
        before, fact = found[case_id], ObjectionFact(**row)
        found[case_id] = (
            replace(before, own=(*before.own, fact))
            if mine
            else replace(before, others=(*before.others, fact))
        )
    return found


async def is_own(objection_id: UUID, person_id: UUID) -> bool:
    """Whether the person is its objector, with a binding as its owner that lives."""
    row = await one(
        f"SELECT {is_objectors('o', '$2')} AS mine FROM objection o WHERE o.id = $1",
        objection_id,
        person_id,
    )
    return bool(row and row["mine"])


async def shows_record(file_id: UUID, person_id: UUID) -> bool:
    """Whether the file is a record put before this objector, or one that ended the objection."""
    row = await one(
        "SELECT 1 AS yes FROM objection o WHERE (o.proposed_id = $1 OR o.record_id = $1"
        "  OR EXISTS (SELECT 1 FROM objection_ending e"
        "   WHERE e.objection_id = o.id AND e.record_id = $1 AND e.state = 'draft'))"
        f" AND {is_objectors('o', '$2')} LIMIT 1",
        file_id,
        person_id,
    )
    return row is not None
