"""Votes as they are shown: the question, who took part so far, one's own homes. R8.3, R8.5."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from models.base import one, sql
from models.listing import Listing, newest
from models.standing import is_voters, sees_case

COLUMNS = """
v.id, v.case_id, v.version, v.round, v.scope_id, v.token, v.question,
v.documents::text AS documents, v.threshold, v.parameters::text AS parameters, v.state,
v.opened_at, v.ends_at, v.count_at, v.paper_at, v.counted_at, v.homes, v.heads, v.area_cm2,
v.roll_root, v.record_root, v.result::text AS result, v.reminded,
v.told_heads, v.told_area, v.told_at
"""

PLACED = """
vote v JOIN "case" k ON k.id = v.case_id JOIN scope s ON s.id = v.scope_id
  JOIN community c ON c.id = k.community_id
"""


_ASKED = """
SELECT s.name AS scope, c.name AS community, i.name AS insurer, p.body::text AS plan,
       (SELECT string_agg(coalesce(nullif(e.name, ''), '电梯') || e.code, '、' ORDER BY e.code)
          FROM case_elevator ce JOIN elevator e ON e.id = ce.elevator_id
         WHERE ce.case_id = k.id) AS elevators
  FROM "case" k JOIN scope s ON s.id = k.scope_id JOIN community c ON c.id = k.community_id
  JOIN insurer i ON i.id = k.insurer_id
  LEFT JOIN plan p ON p.case_id = k.id AND p.version = k.version
 WHERE k.id = $1
"""


async def found(vote_id: UUID) -> dict[str, Any] | None:
    """One vote with its case and place."""
    return await one(
        f"SELECT {COLUMNS}, k.number AS case_number, k.state AS case_state, k.flow,"
        f" k.community_id, s.name AS scope_name, c.name AS community"
        f" FROM {PLACED} WHERE v.id = $1",
        vote_id,
    )


async def by_token(token: str) -> dict[str, Any] | None:
    """The vote of that token with its case and place."""
    return await one(
        f"SELECT {COLUMNS}, k.number AS case_number, s.name AS scope_name,"
        f" c.name AS community FROM {PLACED} WHERE v.token = $1",
        token,
    )


# Homes of the frozen roll of the votes {votes} for which a person speaks: as an owner of
# that roll who is bound to the home now, whoever owns it now (R2.4), or by a written proxy (R2.6).
_MINE = """
SELECT vh.vote_id, vh.id, b.owner_id, NULL::uuid AS proxy_id
  FROM live_bindings() b JOIN vote_home vh ON vh.vote_id IN ({votes}) AND vh.home_id = b.home_id
  JOIN vote_owner o ON o.vote_home_id = vh.id AND o.owner_id = b.owner_id
 WHERE b.person_id = $2
 UNION
SELECT p.vote_id, p.vote_home_id, p.owner_id, p.id FROM proxy p
 WHERE p.vote_id IN ({votes}) AND p.holder_id = $2 AND p.state = 'live'
"""
MINE = _MINE.format(votes="$1")
_MINE_IN = _MINE.format(votes="SELECT unnest($1::uuid[])")
_MINE_OPEN = _MINE.format(votes="SELECT id FROM vote WHERE state = 'open' AND ends_at > $1")
BY_LIVE_LOGIN = """
CASE WHEN b.proxy_id IS NULL AND EXISTS (SELECT 1 FROM live_bindings() l
 WHERE l.person_id = b.person_id AND l.owner_id = b.owner_id) THEN b.person_id END AS held_by
"""
"""Of a ballot `b` that an owner gave on the phone: whose it is while that login is bound. R2.5."""
STANDS = "('valid', 'concurring', 'contested')"
"""States of a ballot by which its owner has taken part."""


async def has_voice(vote_id: UUID, person_id: UUID) -> bool:
    """Whether the person speaks for a home of the frozen roll."""
    return bool(await sql(f"{MINE} LIMIT 1", vote_id, person_id))


_VOICES = """
WITH mine AS MATERIALIZED ({mine})
SELECT v.id AS vote_id, v.case_id, v.question, v.state, v.ends_at, k.number AS case_number,
       s.name AS scope_name, vh.id, vh.home_id, u.name || h.room AS label, vh.area_cm2,
       vh.pseudonym, vh.representative_id, m.owner_id, m.proxy_id,
       vh.served_at, vh.contested_at, coalesce(w.how, '') AS served_how,
       coalesce(w.by_role, '') AS served_by,
       (SELECT count(*) FROM vote_owner x WHERE x.vote_home_id = vh.id) AS owners,
       EXISTS (SELECT 1 FROM ballot b WHERE b.vote_home_id = vh.id AND b.state = 'contested')
         AS contested
  FROM mine m JOIN vote_home vh ON vh.id = m.id JOIN vote v ON v.id = vh.vote_id
  JOIN "case" k ON k.id = v.case_id JOIN scope s ON s.id = v.scope_id
  JOIN home h ON h.id = vh.home_id JOIN unit u ON u.id = h.unit_id
  LEFT JOIN vote_service w ON w.id = vh.service_id
 ORDER BY v.ends_at, v.id, h.code, m.owner_id
"""


async def spoken_for(vote_id: UUID, person_id: UUID) -> list[dict[str, Any]]:
    """The person's homes of the frozen roll, by room, with whose voice it is, and the vote."""
    return await sql(_VOICES.format(mine=MINE), vote_id, person_id)


async def open_voices(person_id: UUID, now: datetime) -> list[dict[str, Any]]:
    """The same of all votes that run, the first to end first."""
    return await sql(_VOICES.format(mine=_MINE_OPEN), now, person_id)


async def took_part(vote_ids: Sequence[UUID], person_id: UUID) -> dict[UUID, dict[str, int]]:
    """By vote how many homes of its frozen roll the person speaks for (`homes`), and for how many
    of them the owner's voice was given (`voted`); votes without any are left out."""
    if not vote_ids:
        return {}
    rows = await sql(
        f"WITH mine AS MATERIALIZED ({_MINE_IN})"
        " SELECT m.vote_id, count(DISTINCT m.id) AS homes, count(DISTINCT m.id) FILTER ("
        "   WHERE EXISTS (SELECT 1 FROM ballot b WHERE b.vote_home_id = m.id"
        f"    AND b.owner_id = m.owner_id AND b.state IN {STANDS})) AS voted"
        "  FROM mine m GROUP BY m.vote_id",
        list(vote_ids),
        person_id,
    )
    return {row["vote_id"]: row for row in rows}


async def ballots_of(homes: list[UUID], limit: int, person_id: UUID) -> list[dict[str, Any]]:
    """The ballots of these homes of a roll, in the order in which they count: of each owner's for
    a home those that stand, and the latest of all, so many; which are the person's own."""
    return await sql(
        "SELECT id, vote_home_id, owner_id, person_id, proxy_id, channel, choice_cipher, nonce,"
        f" receipt, cast_at, entered_at, state, {is_voters('b', '$3')} AS mine, {BY_LIVE_LOGIN}"
        " FROM (SELECT *, row_number() OVER ("
        "   PARTITION BY vote_home_id, owner_id ORDER BY state NOT IN ('valid', 'concurring',"
        "   'contested'), cast_at DESC, entered_at DESC, id DESC) AS place"
        "   FROM ballot WHERE vote_home_id = ANY($1::uuid[])) b WHERE place <= $2"
        " ORDER BY cast_at, entered_at, id",
        homes,
        limit,
        person_id,
    )


VOTES = Listing(
    "v.id, v.case_id, k.number AS case_number, c.name AS community, s.name AS scope_name,"
    " v.round, v.version, v.state, v.question, v.opened_at, v.ends_at, v.counted_at",
    PLACED,
    "v.id",
    {"newest": newest("v.opened_at")},
    {
        "case_id": "v.case_id = {case_id}",
        "community_id": "k.community_id = {community_id}",
        "state": "v.state = {state}",
    },
    always=f"""NOT {{mine}}::boolean AND {sees_case("k")}
     OR v.id IN (SELECT x.vote_id FROM live_bindings() b JOIN vote_home x ON x.home_id = b.home_id
                   JOIN vote_owner o ON o.vote_home_id = x.id AND o.owner_id = b.owner_id
                  WHERE b.person_id = $2)
     OR v.id IN (SELECT p.vote_id FROM proxy p WHERE p.holder_id = $2 AND p.state = 'live')""",
    needs=("mine",),
    leading=5,
)
"""Votes that the viewer ($1 to $5) may see, the newest first; `mine` only those with a voice."""

OWN_BALLOTS = Listing(
    "b.id, b.vote_home_id, b.person_id, b.proxy_id, b.channel, b.choice_cipher, b.nonce, b.receipt,"
    " b.cast_at, b.state, v.id AS vote_id, v.case_id, v.round, v.question, v.state AS vote_state,"
    " v.ends_at, k.number AS case_number, s.name AS scope_name, u.name || h.room AS home",
    f"{PLACED} JOIN ballot b ON b.vote_id = v.id JOIN vote_home vh ON vh.id = b.vote_home_id"
    " JOIN home h ON h.id = vh.home_id JOIN unit u ON u.id = h.unit_id",
    "b.id",
    {"newest": newest("b.cast_at")},
    {"vote_id": "v.id = {vote_id}"},
    always="b.id IN (SELECT x.id FROM ballot x WHERE x.person_id = {person_id} UNION"
    " SELECT x.id FROM live_bindings() l JOIN vote_home y ON y.home_id = l.home_id"
    " JOIN ballot x ON x.vote_home_id = y.id AND x.owner_id = l.owner_id"
    f" WHERE l.person_id = {{person_id}}) AND {is_voters('b', '{person_id}')}",
    needs=("person_id",),
)
"""The ballots that a person gave, and those given for the owner that the person is bound as, on
paper or by a proxy; the last one first. R2.6, R8.5."""

OF_SCOPE = Listing(
    f"{COLUMNS}, k.number AS case_number, s.name AS scope_name, c.name AS community",
    PLACED,
    "v.id",
    {"newest": newest("v.opened_at")},
    always="v.scope_id = {scope_id}",
    needs=("scope_id",),
)
"""The votes of a scope, the newest first; public. R12.1."""


async def plan_as_asked(case_id: UUID) -> dict[str, Any]:
    """What the question is made of: scope, community, insurer, elevators, the plan's text."""
    row = await one(_ASKED, case_id)
    assert row is not None, "a case has a scope and an insurer"
    return row


async def papers_for_owners(case_id: UUID, kinds: Sequence[str]) -> list[dict[str, Any]]:
    """Each paper of these kinds in the case's file once, with its kind and latest version."""
    return await sql(
        "SELECT DISTINCT ON (file_id) file_id, kind, version FROM document WHERE case_id = $1"
        " AND kind = ANY($2::text[]) ORDER BY file_id, version DESC",
        case_id,
        sorted(kinds),
    )
