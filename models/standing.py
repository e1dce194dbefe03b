"""Who owns, who speaks, who sees, on a day: the one place that says so. R2.2 to R2.5, R5.1, R7.4.

The conditions themselves are functions of the database (`migrations/0012_standing`), which the
planner writes into the statements that ask:

    owned_on(day)            rows of `ownership` that hold that day
    live_bindings()          rows of `binding` that have not ended
    appointments_on(day)     rows of `appointment` that hold that day
    scopes_of_units()        the scope of each unit, and those it belonged to before
    speakers_on(day)         persons bound to a home as an owner of that day
    own_homes(person, day)   the person's homes, once for each scope they are or were in
    own_scopes(person, day)  the scopes of those homes that count
    owners_in(scope, day)    persons who speak for a counting home of the scope, now or formerly
    acts_for(person, day)    communities and bodies the person acts for
    applicants_of(case, day) persons who are the case's applicant that day
    agents_cases(person, day) cases of the sole owners for whom the person acts

`rules.standing` is the same in Python; a test compares the two on random rolls.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING, Any
from uuid import UUID

from models.base import one, sql
from models.ids import new_id

if TYPE_CHECKING:
    from models.cases import Case


@dataclass(frozen=True)
class Voice:
    """An owner's homes in one scope, spoken for by a person bound to them."""

    owner_id: UUID
    homes: tuple[UUID, ...]


@dataclass(frozen=True, slots=True)
class Viewer:
    """Who looks: a person judged by that day's bindings and papers, an insurer by its cases, a
    street office by its community; the Centre sees everything."""

    on: date
    person_id: UUID | None = None
    insurer_id: UUID | None = None
    community_id: UUID | None = None
    centre: bool = False

    def params(self) -> tuple[Any, ...]:
        """As the conditions below take them, from $1 on."""
        return (self.on, self.person_id, self.insurer_id, self.community_id, self.centre)


def sees_case(case: str) -> str:
    """The condition that the viewer ($1 to $5) sees the row `case`: the Centre, its insurer, the
    street office, the owners of homes that count in its scope, the community's committee and
    manager, and whoever acts for the sole owner that applied."""
    return f"""
($5 OR {case}.insurer_id = $3 OR {case}.community_id = $4
 OR {case}.scope_id IN (SELECT scope_id FROM own_scopes($2, $1))
 OR {case}.community_id IN (SELECT community_id FROM acts_for($2, $1) WHERE role <> 'independent')
 OR {case}.id IN (SELECT case_id FROM agents_cases($2, $1)))
"""


CASES_AROUND = """
SELECT k.id FROM "case" k WHERE k.scope_id IN (SELECT scope_id FROM own_scopes($2, $1))
 UNION
SELECT k.id FROM "case" k WHERE k.community_id IN
       (SELECT community_id FROM acts_for($2, $1) WHERE role <> 'independent')
 UNION
SELECT case_id FROM agents_cases($2, $1)
"""
"""The ids of the cases that the person $2 sees on the day $1: what `sees_case` says of a person,
put so that it is found from the person's side, however many cases there are."""


def sees_scope(scope: str, community: str) -> str:
    """The condition that the viewer ($1 to $5) sees the scope with this id, in that community: the
    owners also of a scope that their home belonged to before, whose statement says where its
    money went; an insurer that has a case there."""
    return f"""
($5 OR {community} = $4 OR {scope} IN (SELECT scope_id FROM own_scopes($2, $1))
 OR {community} IN (SELECT community_id FROM acts_for($2, $1) WHERE role <> 'independent')
 OR EXISTS (SELECT 1 FROM "case" c WHERE c.scope_id = {scope} AND c.insurer_id = $3))
"""


def is_objectors(objection: str, person: str) -> str:
    """The condition that this person is the objector: who filed it, and on paper, which names no
    login, whoever is bound as its owner; each only while a binding as that owner lives. R2.5."""
    return (
        f"EXISTS (SELECT 1 FROM live_bindings() l WHERE l.person_id = {person}"
        f" AND l.owner_id = {objection}.owner_id"
        f" AND l.person_id = coalesce({objection}.person_id, l.person_id))"
    )


def is_voters(ballot: str, person: str) -> str:
    """The condition that this ballot is the person's own: given by this login, as an owner's only
    while a binding as that owner lives, or given for the owner on paper or by a proxy's holder.
    What another login of the same owner said is not (R2.5, R8.5)."""
    return (
        f"({ballot}.proxy_id IS NOT NULL AND {ballot}.person_id = {person} OR"
        f" ({ballot}.proxy_id IS NOT NULL OR coalesce({ballot}.person_id, {person}) = {person})"
        f" AND EXISTS (SELECT 1 FROM live_bindings() l WHERE l.person_id = {person}"
        f" AND l.owner_id = {ballot}.owner_id))"
    )


# $1 the person, $2 the day, $3 the scope.
_VOICE = """
SELECT owner_id, array_agg(DISTINCT home_id) AS homes FROM own_homes($1, $2)
 WHERE counts AND scope_id = $3 GROUP BY owner_id ORDER BY owner_id LIMIT 1
"""


async def voice(person_id: UUID, scope_id: UUID, on: date) -> Voice | None:
    """The person's voice in the scope that day, or None. R2.4.

    Car spaces and storage give none unless the community's rules count them (R2.2). A scope that
    the home belonged to before counts too: its cases are over, and stay its owners' to see.
    """
    row = await one(_VOICE, person_id, on, scope_id)
    return Voice(row["owner_id"], tuple(row["homes"])) if row else None


@dataclass(frozen=True, slots=True)
class InCase:
    """What a person is to a case: the roles held in its community, the owner of homes in its scope
    for whom the person speaks, and whether its applicant."""

    roles: frozenset[str]
    owner_id: UUID | None
    applicant: bool


async def in_case(person_id: UUID, case: "Case", on: date) -> InCase:
    """What the person is to the case that day; one statement. R2.4, R2.5, R5.1."""
    return (await in_cases(person_id, [case.id], on))[case.id]


async def in_cases(person_id: UUID, case_ids: Sequence[UUID], on: date) -> dict[UUID, InCase]:
    """What the person is to each of the cases that day; one statement."""
    rows = await sql(
        "SELECT k.id, ARRAY(SELECT DISTINCT role FROM acts_for($1, $2)"
        "   WHERE community_id = k.community_id) AS roles,"
        " (SELECT owner_id FROM own_homes($1, $2) WHERE counts AND scope_id = k.scope_id"
        "   ORDER BY owner_id LIMIT 1) AS owner_id,"
        " EXISTS (SELECT 1 FROM applicants_of(k.id, $2) WHERE person_id = $1) AS applicant"
        ' FROM "case" k WHERE k.id = ANY($3::uuid[])',
        person_id,
        on,
        list(case_ids),
    )
    return {
        row["id"]: InCase(frozenset(row["roles"]), row["owner_id"], row["applicant"])
        for row in rows
    }


async def speaks_for(person_id: UUID, home_id: UUID, on: date) -> bool:
    """Whether the person speaks for the home that day. R2.4, R2.5."""
    row = await one(
        "SELECT 1 AS yes FROM speakers_on($3) s WHERE s.person_id = $1 AND s.home_id = $2 LIMIT 1",
        person_id,
        home_id,
        on,
    )
    return row is not None


async def gives_interest(home_id: UUID, scope_id: UUID) -> bool:
    """Whether the home counts in the scope, or did before a switch. R2.2, R7.4."""
    row = await one(
        "SELECT 1 AS yes FROM home h JOIN scopes_of_units() u ON u.unit_id = h.unit_id"
        " WHERE h.id = $1 AND h.counts AND u.scope_id = $2 LIMIT 1",
        home_id,
        scope_id,
    )
    return row is not None


async def appointments(person_id: UUID, community_id: UUID, on: date) -> set[str]:
    """The roles ("committee", "manager", "independent") held there by approved papers that day."""
    rows = await sql(
        "SELECT DISTINCT role FROM acts_for($1, $3) WHERE community_id = $2",
        person_id,
        community_id,
        on,
    )
    return {row["role"] for row in rows}


async def same_body(person_id: UUID, other_id: UUID, community_id: UUID, on: date) -> bool:
    """Whether the person holds papers that day of the very independent owner for which the other
    ever applied in the community: one sole owner does not act for another. 二(三)."""
    row = await one(
        "SELECT 1 AS yes FROM acts_for($1, $4) a JOIN appointment b"
        "    ON b.community_id = a.community_id AND b.body_name = a.body_name AND b.role = a.role"
        " WHERE b.person_id = $2 AND b.state = 'approved' AND a.community_id = $3"
        "   AND a.role = 'independent' LIMIT 1",
        person_id,
        other_id,
        community_id,
        on,
    )
    return row is not None


async def still_owned(owner_homes: dict[UUID, list[UUID]], on: date) -> set[UUID]:
    """Those of the owners who still own at least one of their homes that day. R2.4."""
    pairs = [(owner, home) for owner, homes in owner_homes.items() for home in homes]
    rows = await sql(
        "SELECT DISTINCT o.owner_id FROM owned_on($3) o"
        " JOIN unnest($1::uuid[], $2::uuid[]) AS asked(owner_id, home_id)"
        "   ON asked.owner_id = o.owner_id AND asked.home_id = o.home_id",
        [pair[0] for pair in pairs],
        [pair[1] for pair in pairs],
        on,
    )
    return {row["owner_id"] for row in rows}


async def live_binding(binding_id: UUID) -> dict[str, Any] | None:
    """The binding while it lives: its person, home and owner. R2.5."""
    return await one(
        "SELECT id, person_id, home_id, owner_id FROM live_bindings() WHERE id = $1", binding_id
    )


async def bind(
    person_id: UUID, home_id: UUID, owner_id: UUID, how: str, now: datetime
) -> UUID | None:
    """The person speaks for the owner's home from now on; None while bound to it already. R2.5."""
    row = await one(
        "INSERT INTO binding (id, person_id, home_id, owner_id, how, from_at)"
        " VALUES ($1, $2, $3, $4, $5, $6)"
        " ON CONFLICT (person_id, home_id) WHERE to_at IS NULL DO NOTHING RETURNING id",
        new_id(),
        person_id,
        home_id,
        owner_id,
        how,
        now,
    )
    return row["id"] if row else None


async def end_as(person_id: UUID, owner_id: UUID, now: datetime) -> list[UUID]:
    """The login is bound as that owner no more; the homes to which it was."""
    rows = await sql(
        "UPDATE binding SET to_at = $3 WHERE person_id = $1 AND owner_id = $2 AND to_at IS NULL"
        " RETURNING home_id",
        person_id,
        owner_id,
        now,
    )
    return sorted(row["home_id"] for row in rows)


async def unbind(binding_id: UUID, person_id: UUID, now: datetime) -> UUID | None:
    """The person's live binding ended now; its home, or None where there is no such binding."""
    row = await one(
        "UPDATE binding SET to_at = $3 WHERE id = $1 AND person_id = $2 AND to_at IS NULL"
        " RETURNING home_id",
        binding_id,
        person_id,
        now,
    )
    return row["home_id"] if row else None


async def end_ownerships(ids: Sequence[UUID], home_id: UUID, on: date) -> int:
    """These ownerships of the home, begun before that day and holding on it, end there; how many.

    That day is the buyer's (R2.4).
    """
    rows = await sql(
        "UPDATE ownership SET to_on = $3 WHERE id = ANY($1::uuid[]) AND home_id = $2"
        " AND from_on < $3 AND (to_on IS NULL OR to_on > $3) RETURNING id",
        ids,
        home_id,
        on,
    )
    return len(rows)


async def shares_of(ids: Sequence[UUID], home_id: UUID, on: date) -> list[int]:
    """The shares of those ownerships of the home that could end on that day, in basis points."""
    rows = await sql(
        "SELECT share_bps FROM ownership WHERE id = ANY($1::uuid[]) AND home_id = $2"
        " AND from_on < $3 AND (to_on IS NULL OR to_on > $3)",
        ids,
        home_id,
        on,
    )
    return [row["share_bps"] for row in rows]


async def shares_from(home_id: UUID, on: date) -> int:
    """The shares of the home that are somebody's on that day or after it, in basis points."""
    row = await one(
        "SELECT coalesce(sum(share_bps), 0)::int AS taken FROM ownership"
        " WHERE home_id = $1 AND (to_on IS NULL OR to_on > $2)",
        home_id,
        on,
    )
    assert row is not None
    return int(row["taken"])
