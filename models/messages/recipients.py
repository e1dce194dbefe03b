"""Who is told of an event, found and written to in one statement. R1.3, R13.1.

`RECIPIENTS` says of each audience whom it means. No consent is used up here: that happens when the
copy is about to be sent (`models.messages.deliveries`).
"""

from collections.abc import Collection, Mapping, Sequence
from functools import cache
from typing import Any
from uuid import UUID

from models.base import jsonb, sql

_CASES = """
SELECT c.id, c.number, c.flow, c.state, c.version > 0 AS planned,
       c.facts->>'handler_id' <> '' AS accepted, c.due_at, c.urgent, c.scope_id, c.community_id,
       c.insurer_id,
       s.name AS scope_name, k.name AS community, i.name AS insurer
  FROM "case" c JOIN scope s ON s.id = c.scope_id JOIN community k ON k.id = c.community_id
  JOIN insurer i ON i.id = c.insurer_id
 WHERE c.id = ANY($1::uuid[])
"""

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

RECIPIENTS: Mapping[str, str] = {
    "applicants": """
  SELECT t.nth, 'person' AS to_kind, a.person_id AS to_id
    FROM told t JOIN applicants_of(t.key, t.day) a ON true WHERE t.audience = 'applicants'
""",
    "owners": """
  SELECT t.nth, 'person' AS to_kind, o.person_id AS to_id
    FROM told t JOIN owners_in(t.key, t.day) o ON true WHERE t.audience = 'owners'
""",
    # The owners but the one who began the case and knows of it.
    "neighbours": """
  SELECT t.nth, 'person' AS to_kind, o.person_id AS to_id
    FROM told t JOIN "case" k ON k.id = t.key
    JOIN owners_in(k.scope_id, t.day) o ON o.person_id <> k.created_by
   WHERE t.audience = 'neighbours'
""",
    # Paper names no login: whoever is bound as its owner is told.
    "objector": """
  SELECT t.nth, 'person' AS to_kind, p.id AS to_id
    FROM told t JOIN objection o ON o.id = t.key
    JOIN LATERAL (
         SELECT o.person_id AS id WHERE o.person_id IS NOT NULL
          UNION ALL
         SELECT b.person_id FROM live_bindings() b
          WHERE o.person_id IS NULL AND b.owner_id = o.owner_id) p ON true
   WHERE t.audience = 'objector'
""",
    "committee": _HELD.format(role="committee", audience="committee"),
    "managers": _HELD.format(role="manager", audience="managers"),
    "insurer": """
  SELECT t.nth, 'account' AS to_kind, a.id AS to_id
    FROM told t JOIN account a ON a.insurer_id = t.key AND a.disabled_at IS NULL
     AND 'insurer' = ANY(string_to_array(a.roles, ','))
   WHERE t.audience = 'insurer'
""",
    "clerks": _STAFF.format(role="clerk", audience="clerks"),
    "reviewers": _STAFF.format(role="reviewer", audience="reviewers"),
    "finance": _STAFF.format(role="finance", audience="finance"),
    # Whose ownership ended: through whatever they are bound to still.
    "displaced": """
  SELECT DISTINCT t.nth, 'person' AS to_kind, b.person_id AS to_id
    FROM told t JOIN ownership o ON o.id = t.key JOIN live_bindings() b ON b.owner_id = o.owner_id
   WHERE t.audience = 'displaced'
""",
    "witnesses": """
  SELECT t.nth, 'account' AS to_kind, a.id AS to_id
    FROM told t JOIN witness w ON w.ended_at IS NULL
    JOIN account a ON a.id = w.account_id AND a.disabled_at IS NULL
   WHERE t.audience = 'witnesses'
""",
    "auditors": _STAFF.format(role="auditor", audience="auditors"),
    # The natural person behind an account, or of the register: by phone, the one before included,
    # by identity number, and through every account.
    "employee": """
  SELECT t.nth, h.to_kind, h.to_id
    FROM told t
    JOIN employee e ON e.id = coalesce(
         (SELECT a.employee_id FROM account a WHERE a.id = t.key), t.key)
    CROSS JOIN LATERAL (
         SELECT 'person' AS to_kind, p.id AS to_id FROM person p
          WHERE p.phone_index IN (e.phone_index, e.former_phone_index)
          UNION
         SELECT 'person', b.person_id FROM owner o JOIN live_bindings() b ON b.owner_id = o.id
          WHERE o.id_index = e.id_index
          UNION
         SELECT 'account', a.id FROM account a
          WHERE a.employee_id = e.id AND a.disabled_at IS NULL) h
   WHERE t.audience = 'employee'
""",
    "person": """
  SELECT t.nth, 'person' AS to_kind, p.id AS to_id
    FROM told t JOIN person p ON p.id = t.key WHERE t.audience = 'person'
""",
    "importer": """
  SELECT t.nth, 'account' AS to_kind, i.created_by AS to_id
    FROM told t JOIN import i ON i.id = t.key WHERE t.audience = 'importer'
""",
    "home": _OWNING.format(audience="home", homes="t.key AS home_id"),
    "fund_homes": _OWNING.format(
        audience="fund_homes", homes="l.home_id FROM fund_line l WHERE l.batch_id = t.key"
    ),
    "payer": _OWNING.format(
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
    "building_owners": _OWNING.format(
        audience="building_owners",
        homes="h.id AS home_id FROM home h JOIN unit u ON u.id = h.unit_id"
        " WHERE h.counts AND u.building_id = t.key",
    ),
    # Who speaks for a home of the frozen roll that has not taken part, or holds its proxy.
    "unvoted": """
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
    "ballot_homes": """
  SELECT t.nth, 'person' AS to_kind, b.person_id AS to_id
    FROM told t JOIN ballot_line l ON l.batch_id = t.key
    JOIN vote_home v ON v.id = l.vote_home_id JOIN vote_owner o ON o.vote_home_id = v.id
    JOIN live_bindings() b ON b.home_id = v.home_id AND b.owner_id = o.owner_id
   WHERE t.audience = 'ballot_homes'
""",
    # The owners of the homes that an entry of service changed something for.
    "served_homes": """
  SELECT t.nth, 'person' AS to_kind, b.person_id AS to_id
    FROM told t JOIN vote_service s ON s.id = t.key
    CROSS JOIN LATERAL jsonb_array_elements_text(s.homes) AS x(id)
    JOIN vote_home v ON v.id = x.id::uuid JOIN vote_owner o ON o.vote_home_id = v.id
    JOIN live_bindings() b ON b.home_id = v.home_id AND b.owner_id = o.owner_id
   WHERE t.audience = 'served_homes'
     AND CASE s.kind WHEN 'proof' THEN v.service_id = s.id ELSE v.served_at IS NULL END
""",
    "ballot_owners": """
  SELECT t.nth, 'person' AS to_kind, b.person_id AS to_id
    FROM told t JOIN ballot x ON x.id = t.key JOIN vote_home v ON v.id = x.vote_home_id
    JOIN vote_owner o ON o.vote_home_id = v.id
    JOIN live_bindings() b ON b.home_id = v.home_id AND b.owner_id = o.owner_id
   WHERE t.audience = 'ballot_owners'
""",
    "voter": """
  SELECT t.nth, 'person' AS to_kind, x.person_id AS to_id
    FROM told t JOIN ballot x ON x.id = t.key
   WHERE t.audience = 'voter' AND x.person_id IS NOT NULL
""",
    "proxy_sides": """
  SELECT t.nth, 'person' AS to_kind, k.id AS to_id
    FROM told t JOIN proxy x ON x.id = t.key JOIN vote_home v ON v.id = x.vote_home_id
    CROSS JOIN LATERAL (
         SELECT x.holder_id AS id
          UNION ALL
         SELECT b.person_id FROM live_bindings() b
          WHERE b.home_id = v.home_id AND b.owner_id = x.owner_id) k
   WHERE t.audience = 'proxy_sides'
""",
    "co_owners": _OWNING.format(
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
    FROM heard h JOIN told t ON t.nth = h.nth
   WHERE NOT (h.to_kind = 'account' AND h.to_id IS NOT DISTINCT FROM $3::uuid)
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


async def cases_of(ids: Collection[UUID]) -> dict[UUID, dict[str, Any]]:
    """What is said of each of the cases: number, place, insurer, state, until when."""
    return {row["id"]: row for row in await sql(_CASES, list(ids))} if ids else {}


async def fill(
    told: Sequence[Mapping[str, Any]], words: Sequence[Mapping[str, Any]], by: UUID | None
) -> None:
    """A message for everybody who is told, and its WeChat copy for those who allowed it.

    `by` is the account or person who brought it about.

    `told`: nth, event_id, kind, audience, key, day. `words`: event_id, kind, title, text, link,
    case_id, at, template, page, data.
    """
    audiences = frozenset(str(row["audience"]) for row in told)
    await sql(_statement(audiences), jsonb(told), jsonb(words), by)


@cache
def _statement(audiences: frozenset[str]) -> str:
    """The statement for these audiences only; the others would cost planning."""
    branches = "   UNION ALL".join(text for name, text in RECIPIENTS.items() if name in audiences)
    return _FILL.format(branches=branches)
