"""The roll of a scope as it stands today, and as it was frozen for a vote. R2.1 to R2.4, R8.3."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from models.base import jsonb, sql
from models.listing import Code, Key, Listing, Sort, Whole

# Who speaks for a home: named by all co-owners on paper, else as the roll came from the Centre.
_TODAY = """
SELECT h.id, h.area_cm2, h.developer_held,
       coalesce(array_agg(DISTINCT o.owner_id) FILTER (WHERE o.owner_id IS NOT NULL), '{}')
           AS owners,
       coalesce(max(r.owner_id::text)::uuid,
                CASE WHEN count(DISTINCT o.owner_id) FILTER (WHERE o.representative) = 1
                     THEN (max(o.owner_id::text) FILTER (WHERE o.representative))::uuid END)
           AS representative
  FROM unit u JOIN home h ON h.unit_id = u.id
  LEFT JOIN owned_on($2) o ON o.home_id = h.id
  LEFT JOIN representative r ON r.home_id = h.id AND r.state = 'live' AND r.owner_id = o.owner_id
 WHERE u.scope_id = $1 AND h.counts
 GROUP BY h.id ORDER BY h.id
"""


@dataclass(frozen=True, slots=True)
class Frozen:
    """A home as it is frozen into a roll; `id` is its row's."""

    id: UUID
    home_id: UUID
    nth: int
    head: int
    pseudonym: str
    salt: str
    area_cm2: int
    developer_held: bool
    representative_id: UUID | None
    paper_token: str
    owners: tuple[UUID, ...]


async def roll_today(scope_id: UUID, on: date) -> list[dict[str, Any]]:
    """The scope's homes that count, with their owners that day and who was named for them."""
    return await sql(_TODAY, scope_id, on)


async def freeze(vote_id: UUID, homes: Sequence[Frozen]) -> None:
    """The roll is in the tables and stays as it is; two statements. R8.3."""
    await sql(
        "INSERT INTO vote_home (id, vote_id, home_id, nth, head, pseudonym, salt, area_cm2,"
        " developer_held, representative_id, paper_token)"
        " SELECT h.id, $1, h.home_id, h.nth, h.head, h.pseudonym, h.salt, h.area_cm2, h.held,"
        " h.representative, h.token FROM unnest($2::uuid[], $3::uuid[], $4::int[], $5::int[],"
        " $6::text[], $7::text[], $8::bigint[], $9::bool[], $10::uuid[], $11::text[])"
        " AS h(id, home_id, nth, head, pseudonym, salt, area_cm2, held, representative, token)",
        vote_id,
        [one.id for one in homes],
        [one.home_id for one in homes],
        [one.nth for one in homes],
        [one.head for one in homes],
        [one.pseudonym for one in homes],
        [one.salt for one in homes],
        [one.area_cm2 for one in homes],
        [one.developer_held for one in homes],
        [one.representative_id for one in homes],
        [one.paper_token for one in homes],
    )
    owned = [(home.id, owner) for home in homes for owner in home.owners]
    await sql(
        "INSERT INTO vote_owner (id, vote_home_id, owner_id)"
        " SELECT gen_random_uuid(), o.home_id, o.owner_id"
        " FROM unnest($1::uuid[], $2::uuid[]) AS o(home_id, owner_id)",
        [home for home, _ in owned],
        [owner for _, owner in owned],
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Opened:
    """A vote as it is opened."""

    id: UUID
    case_id: UUID
    version: int
    round: int
    scope_id: UUID
    token: str
    question: str
    documents: Sequence[UUID]
    threshold: str
    parameters: dict[str, Any]
    opened_by: UUID
    opened_at: datetime
    ends_at: datetime
    homes: int
    heads: int
    area_cm2: int
    roll_root: str


async def insert(vote: Opened) -> None:
    """The vote is open; it is counted from its end on unless paper is handed out."""
    await sql(
        "INSERT INTO vote (id, case_id, version, round, scope_id, token, question, documents,"
        " threshold, parameters, state, opened_by, opened_at, ends_at, count_at, homes, heads,"
        " area_cm2, roll_root, record_root, reminded) VALUES ($1, $2, $3, $4, $5, $6, $7,"
        " $8::jsonb, $9, $10::jsonb, 'open', $11, $12, $13, $13, $14, $15, $16, $17, '', 0)",
        vote.id,
        vote.case_id,
        vote.version,
        vote.round,
        vote.scope_id,
        vote.token,
        vote.question,
        jsonb(vote.documents),
        vote.threshold,
        jsonb(vote.parameters),
        vote.opened_by,
        vote.opened_at,
        vote.ends_at,
        vote.homes,
        vote.heads,
        vote.area_cm2,
        vote.roll_root,
    )


# What stands in the way of a home's voice, in the order in which it is told.
_WARNINGS = """
WITH roll AS (
  SELECT h.id, h.code, u.name || h.room AS label, h.developer_held,
         count(DISTINCT o.owner_id) AS owners,
         count(DISTINCT o.owner_id) FILTER (WHERE o.representative OR r.id IS NOT NULL) AS named,
         bool_or(EXISTS (SELECT 1 FROM live_bindings() b WHERE b.home_id = h.id
                 AND b.owner_id = o.owner_id)) AS bound,
         EXISTS (SELECT 1 FROM binding_claim k WHERE k.home_id = h.id AND k.state = 'open')
             AS claimed
    FROM unit u JOIN home h ON h.unit_id = u.id
    LEFT JOIN owned_on({today}) o ON o.home_id = h.id
    LEFT JOIN representative r ON r.home_id = h.id AND r.state = 'live' AND r.owner_id = o.owner_id
   WHERE u.scope_id = {scope_id} AND h.counts GROUP BY h.id, u.name
), warned AS (
  SELECT 1 AS rank, 'no_owner' AS kind, * FROM roll WHERE owners = 0
   UNION ALL
  SELECT 2, 'no_representative', * FROM roll WHERE owners > 1 AND named = 0
   UNION ALL
  SELECT 3, 'no_phone', * FROM roll WHERE owners > 0 AND NOT bound
   UNION ALL
  SELECT 4, 'developer', * FROM roll WHERE developer_held
   UNION ALL
  SELECT 5, 'claim_open', * FROM roll WHERE claimed
)
"""


WARNINGS = Listing(
    "w.kind, w.id AS home_id, w.label AS home",
    f"({_WARNINGS} SELECT rank, kind, id, label, code FROM warned) w",
    "w.id",
    {"rank": Sort((Key("w.rank", Whole), Key("w.code", Code)), down=False)},
    needs=("scope_id", "today"),
)
"""Homes about which something is to be settled before a vote, the gravest first."""


async def warned(scope_id: UUID, on: date) -> dict[str, int]:
    """How many homes there are of each kind of warning."""
    rows = await sql(
        _WARNINGS.format(scope_id="$1", today="$2")
        + " SELECT kind, count(*) AS homes FROM warned GROUP BY rank, kind ORDER BY rank",
        scope_id,
        on,
    )
    return {row["kind"]: row["homes"] for row in rows}
