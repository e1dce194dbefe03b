"""Messages stored in the transaction of the event that causes them, sent after it. R13.1, R13.3.

`fill` is two statements however many people it concerns: one reads the cases the events are
about, one stores every message and, for those who allowed it, its WeChat copy. No consent is
used up here: that happens when the copy is about to be sent (`notify.channels`), so that telling
three hundred owners locks nobody's consent while the case is locked.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any
from uuid import UUID

from models.base import jsonb, sql
from notify.kinds import CASE_PAGE, INBOX_PAGE, KINDS, About, Audience, Kind, Words, copy_for_wechat
from rules.days import beijing_date
from rules.events.base import Event

CaseRow = Mapping[str, Any]

_CASES = """
SELECT c.id, c.number, c.flow, c.state, c.version > 0 AS planned,
       c.facts->>'handler_id' <> '' AS accepted, c.due_at, c.urgent, c.scope_id, c.community_id,
       c.insurer_id,
       s.name AS scope_name, k.name AS community_name, i.name AS insurer_name
  FROM "case" c JOIN scope s ON s.id = c.scope_id JOIN community k ON k.id = c.community_id
  JOIN insurer i ON i.id = c.insurer_id
 WHERE c.id = ANY($1::uuid[])
"""

_OF_CASE = {
    Audience.APPLICANTS: "id",
    Audience.OWNERS: "scope_id",
    Audience.COMMITTEE: "community_id",
    Audience.MANAGERS: "community_id",
    Audience.INSURER: "insurer_id",
}
"""Which id of the case an audience is found by."""

_HELD = """
  SELECT t.nth, 'person' AS to_kind, a.person_id AS to_id
    FROM told t JOIN appointments_on(t.day) a ON a.community_id = t.key AND a.role = '{role}'
   WHERE t.audience = '{audience}'
"""

_STAFF = """
  SELECT t.nth, 'account' AS to_kind, a.id AS to_id
    FROM told t JOIN account a ON '{role}' = ANY(string_to_array(a.roles, ','))
   WHERE t.audience = '{audience}' AND a.disabled_at IS NULL
"""

# Those bound to a home who own it that day, whether or not it counts: the homes, found by the
# subject, are their own.
_OWNING = """
  SELECT t.nth, 'person' AS to_kind, s.person_id AS to_id
    FROM told t CROSS JOIN LATERAL (SELECT {homes}) k
    JOIN speakers_on(t.day) s ON s.home_id = k.home_id
   WHERE t.audience = '{audience}'
"""

_AUDIENCES: dict[Audience, str] = {
    Audience.APPLICANTS: """
  SELECT t.nth, 'person' AS to_kind, a.person_id AS to_id
    FROM told t JOIN applicants_of(t.key, t.day) a ON true WHERE t.audience = 'applicants'
""",
    Audience.OWNERS: """
  SELECT t.nth, 'person' AS to_kind, o.person_id AS to_id
    FROM told t JOIN owners_in(t.key, t.day) o ON true WHERE t.audience = 'owners'
""",
    # Paper names no login: its owner is told where the owner has one.
    Audience.OBJECTOR: """
  SELECT t.nth, 'person' AS to_kind, p.id AS to_id
    FROM told t JOIN objection o ON o.id = t.key
    JOIN LATERAL (
         SELECT o.person_id AS id WHERE o.person_id IS NOT NULL
          UNION ALL
         SELECT w.id FROM person w WHERE o.person_id IS NULL AND w.owner_id = o.owner_id) p ON true
   WHERE t.audience = 'objector'
""",
    Audience.COMMITTEE: _HELD.format(role="committee", audience="committee"),
    Audience.MANAGERS: _HELD.format(role="manager", audience="managers"),
    Audience.INSURER: """
  SELECT t.nth, 'account' AS to_kind, a.id AS to_id
    FROM told t JOIN account a ON a.insurer_id = t.key AND a.disabled_at IS NULL
     AND 'insurer' = ANY(string_to_array(a.roles, ','))
   WHERE t.audience = 'insurer'
""",
    Audience.CLERKS: _STAFF.format(role="clerk", audience="clerks"),
    Audience.REVIEWERS: _STAFF.format(role="reviewer", audience="reviewers"),
    Audience.FINANCE: _STAFF.format(role="finance", audience="finance"),
    Audience.PERSON: """
  SELECT t.nth, 'person' AS to_kind, p.id AS to_id
    FROM told t JOIN person p ON p.id = t.key WHERE t.audience = 'person'
""",
    Audience.IMPORTER: """
  SELECT t.nth, 'account' AS to_kind, i.created_by AS to_id
    FROM told t JOIN import i ON i.id = t.key WHERE t.audience = 'importer'
""",
    Audience.HOME: _OWNING.format(audience="home", homes="t.key AS home_id"),
    Audience.FUND_HOMES: _OWNING.format(
        audience="fund_homes", homes="l.home_id FROM fund_line l WHERE l.batch_id = t.key"
    ),
    Audience.PAYER: _OWNING.format(
        audience="payer",
        homes="x.home_id FROM (SELECT id, home_id FROM case_receipt UNION ALL"
        " SELECT id, home_id FROM case_refund) x WHERE x.id = t.key",
    )
    # A sole owner's deposit is of no home: told are those who applied for cases that it pays.
    + """
   UNION ALL
  SELECT t.nth, 'person', k.created_by
    FROM told t CROSS JOIN LATERAL (
         SELECT r.case_id, NULL::uuid AS special_id FROM case_receipt r
          WHERE r.id = t.key AND r.home_id IS NULL
          UNION ALL
         SELECT r.case_id, r.special_id FROM case_refund r
          WHERE r.id = t.key AND r.home_id IS NULL) x
    JOIN "case" k ON k.facts->>'applicant' = 'independent'
     AND (k.id = x.case_id OR k.special_id = x.special_id)
   WHERE t.audience = 'payer'
""",
    Audience.BUILDING_OWNERS: _OWNING.format(
        audience="building_owners",
        homes="h.id AS home_id FROM home h JOIN unit u ON u.id = h.unit_id"
        " WHERE h.counts AND u.building_id = t.key",
    ),
    # Who speaks for a home of the frozen roll that has not taken part, or holds its proxy.
    Audience.UNVOTED: """
  SELECT t.nth, 'person' AS to_kind, s.person_id AS to_id
    FROM told t JOIN vote_home v ON v.vote_id = t.key
    JOIN LATERAL (
         SELECT b.person_id FROM vote_owner o
           JOIN live_bindings() b ON b.home_id = v.home_id AND b.owner_id = o.owner_id
          WHERE o.vote_home_id = v.id
            AND (v.representative_id IS NULL OR o.owner_id = v.representative_id)
          UNION
         SELECT p.holder_id FROM proxy p WHERE p.vote_home_id = v.id AND p.state = 'live') s ON true
   WHERE t.audience = 'unvoted' AND NOT EXISTS (
         SELECT 1 FROM ballot b WHERE b.vote_home_id = v.id
            AND b.state IN ('valid', 'concurring', 'contested'))
""",
    Audience.BALLOT_HOMES: """
  SELECT t.nth, 'person' AS to_kind, b.person_id AS to_id
    FROM told t JOIN ballot_line l ON l.batch_id = t.key
    JOIN vote_home v ON v.id = l.vote_home_id JOIN vote_owner o ON o.vote_home_id = v.id
    JOIN live_bindings() b ON b.home_id = v.home_id AND b.owner_id = o.owner_id
   WHERE t.audience = 'ballot_homes'
""",
    Audience.BALLOT_OWNERS: """
  SELECT t.nth, 'person' AS to_kind, b.person_id AS to_id
    FROM told t JOIN ballot x ON x.id = t.key JOIN vote_home v ON v.id = x.vote_home_id
    JOIN vote_owner o ON o.vote_home_id = v.id
    JOIN live_bindings() b ON b.home_id = v.home_id AND b.owner_id = o.owner_id
   WHERE t.audience = 'ballot_owners'
""",
    Audience.PROXY_SIDES: """
  SELECT t.nth, 'person' AS to_kind, k.id AS to_id
    FROM told t JOIN proxy x ON x.id = t.key JOIN vote_home v ON v.id = x.vote_home_id
    CROSS JOIN LATERAL (
         SELECT x.holder_id AS id
          UNION ALL
         SELECT b.person_id FROM live_bindings() b
          WHERE b.home_id = v.home_id AND b.owner_id = x.owner_id) k
   WHERE t.audience = 'proxy_sides'
""",
    Audience.CO_OWNERS: _OWNING.format(
        audience="co_owners", homes="r.home_id FROM representative r WHERE r.id = t.key"
    ),
}

# Somebody reached in several ways hears the first kind only; staff do not hear of what they did.
# OFFSET 0: consent is looked up by its key for each message; the planner, which cannot know how
# many messages there will be, would otherwise walk the whole table.
_FILL = """
WITH told AS MATERIALIZED (
  SELECT * FROM jsonb_to_recordset($1::jsonb)
      AS t(nth int, event_id uuid, kind text, audience text, key uuid, day date)
), words AS MATERIALIZED (
  SELECT * FROM jsonb_to_recordset($2::jsonb) AS w(event_id uuid, kind text, title text, text text,
      link text, case_id uuid, at timestamptz, template text, page text, data jsonb)
), heard AS (
{branches}
), once AS (
  SELECT DISTINCT ON (t.event_id, h.to_id) t.event_id, t.kind, h.to_kind, h.to_id
    FROM heard h JOIN told t ON t.nth = h.nth LEFT JOIN log_event e ON e.id = t.event_id
   WHERE NOT (h.to_kind = 'account' AND e.actor_id IS NOT DISTINCT FROM h.to_id)
   ORDER BY t.event_id, h.to_id, t.nth
), made AS (
  INSERT INTO message (id, to_kind, to_id, event_id, kind, title, text, link, case_id, created_at)
  SELECT gen_random_uuid(), o.to_kind, o.to_id, o.event_id, o.kind, w.title, w.text, w.link,
         w.case_id, w.at
    FROM once o JOIN words w ON w.event_id = o.event_id AND w.kind = o.kind
      ON CONFLICT (to_id, event_id, kind) DO NOTHING
  RETURNING id, to_kind, to_id, event_id, kind
)
INSERT INTO delivery (id, message_id, openid, template, page, data, state, spent, tries, due_at,
    msgid)
SELECT gen_random_uuid(), m.id, p.openid, w.template, w.page, w.data, 'waiting', false, 0, w.at, ''
  FROM made m JOIN words w ON w.event_id = m.event_id AND w.kind = m.kind AND w.template <> ''
 CROSS JOIN LATERAL (
       SELECT p.openid FROM consent c JOIN person p ON p.id = c.person_id
        WHERE c.person_id = m.to_id AND c.template = w.template
          AND (c.standing OR greatest(c.by_phone, c.by_push) > c.used) OFFSET 0) p
 WHERE m.to_kind = 'person'
"""


@dataclass(frozen=True)
class Telling:
    """One event in the words of one kind."""

    event_id: UUID
    event: Event
    kind: Kind
    about: About
    words: Words
    case: CaseRow | None


async def fill(told: Sequence[tuple[UUID, Event]]) -> None:
    """Store every message that these logged events cause, in the caller's transaction.

    Call it after what it tells of is stored: recipients are found by the state then. R13.1.
    """
    concerned = [(event_id, event) for event_id, event in told if type(event) in KINDS]
    if not concerned:
        return
    cases = await _cases(event for _, event in concerned)
    tellings = [
        telling for event_id, event in concerned for telling in _tellings(event_id, event, cases)
    ]
    addressed = [row for telling in tellings for row in _addresses(telling)]
    if not addressed:
        return
    for nth, row in enumerate(addressed):
        row["nth"] = nth
    audiences = frozenset(Audience(row["audience"]) for row in addressed)
    await sql(_statement(audiences), jsonb(addressed), jsonb([_worded(one) for one in tellings]))


async def _cases(events: Iterable[Event]) -> dict[UUID, CaseRow]:
    ids = {UUID(event.subject_id) for event in events if event.subject_kind == "case"}
    if not ids:
        return {}
    return {row["id"]: row for row in await sql(_CASES, list(ids))}


def _tellings(event_id: UUID, event: Event, cases: Mapping[UUID, CaseRow]) -> Iterable[Telling]:
    case = cases.get(UUID(event.subject_id))
    if event.subject_kind == "case" and case is None:
        return
    about = _about(event, case)
    for kind in KINDS[type(event)]:
        words = kind.compose(about)
        if words is not None:
            yield Telling(event_id, event, kind, about, words, case)


def _about(event: Event, case: CaseRow | None) -> About:
    if case is None:
        return About(at=event.at, data=event.data, place=str(event.data.get("place", "")))
    community, scope = case["community_name"], case["scope_name"]
    return About(
        at=event.at,
        data=event.data,
        number=case["number"],
        place=scope if scope.startswith(community) else f"{community}{scope}",
        community=community,
        insurer=case["insurer_name"],
        flow=case["flow"],
        state=case["state"],
        accepted=bool(case["accepted"]),
        planned=case["planned"],
        due_at=case["due_at"],
        urgent=case["urgent"],
    )


def _addresses(telling: Telling) -> Iterable[dict[str, Any]]:
    """A row for each audience that the event gives the key of."""
    for audience in telling.kind.to:
        key = _key(audience, telling)
        if key is not None:
            yield {
                "event_id": telling.event_id,
                "kind": telling.kind.name,
                "audience": audience.value,
                "key": key,
                "day": beijing_date(telling.event.at),
            }


def _key(audience: Audience, telling: Telling) -> Any:
    if audience is Audience.OBJECTOR:
        return telling.event.data.get("objection_id")
    if audience is Audience.UNVOTED:
        return telling.event.data.get("vote_id")
    if telling.case is not None and audience in _OF_CASE:
        return telling.case[_OF_CASE[audience]]
    return telling.event.subject_id


def _worded(telling: Telling) -> dict[str, Any]:
    template, case = telling.kind.template, telling.case
    return {
        "event_id": telling.event_id,
        "kind": telling.kind.name,
        "title": telling.words.title,
        "text": telling.words.text,
        "link": f"/cases/{case['id']}" if case else "",
        "case_id": case["id"] if case else None,
        "at": telling.event.at,
        "template": template.name if template else "",
        "page": f"{CASE_PAGE}?id={case['id']}" if case else INBOX_PAGE,
        "data": copy_for_wechat(template, telling.about, telling.words) if template else {},
    }


@cache
def _statement(audiences: frozenset[Audience]) -> str:
    """The statement for these audiences only; the others would cost planning."""
    branches = "   UNION ALL".join(_AUDIENCES[one] for one in Audience if one in audiences)
    return _FILL.format(branches=branches)
