"""What is open to everybody: notices, pooled accounts, registrations, payouts. R12.1, R12.2."""

from collections.abc import Sequence
from datetime import date
from typing import Any
from uuid import UUID

from models.base import one, sql
from models.listing import Listing, by_code, contains, newest

# A scope whose homes went to another one, and that holds nothing, is not shown.
_SHOWN = (
    "a.balance_fen <> 0 OR EXISTS (SELECT 1 FROM unit x WHERE x.scope_id = s.id)"
    " OR NOT EXISTS (SELECT 1 FROM scope_change k WHERE k.from_scope_id = s.id)"
)
ACCOUNTS = Listing(
    "s.id AS scope_id, s.code, s.name, s.kind, a.id AS account_id, a.balance_fen, a.held_fen,"
    " (SELECT count(DISTINCT o.owner_id) FROM owned_on({today}) o JOIN home h ON h.id = o.home_id"
    " JOIN unit u ON u.id = h.unit_id WHERE u.scope_id = s.id) AS owners",
    "scope s JOIN ledger_account a ON a.owner_ref = s.id AND a.kind = 'pooled'",
    "",
    {"code": by_code("s.code")},
    {"q": contains("q", "s.name"), "scope_id": "s.id = {scope_id}", "shown": _SHOWN},
    needs=("today",),
)
NOTICES = Listing(
    "n.id, n.token, n.version, n.paper::text AS paper, n.published_at, k.facts::text AS facts",
    'public_notice n JOIN "case" k ON k.id = n.case_id',
    "n.id",
    {"newest": newest("n.published_at")},
    {
        "q": contains(
            "q",
            "n.paper->>'case_number'",
            "((n.paper->>'community') || (n.paper->>'building') || (n.paper->>'unit'))",
        ),
        "running": "k.state IN ('posting', 'noticed', 'paused')",
        "scope_id": "k.scope_id = {scope_id}",
    },
    always="n.superseded_at IS NULL",
)
REGISTRATIONS = Listing(
    "r.*",
    "(SELECT k.id, k.number AS case_number, k.facts->>'registration_number' AS number,"
    "        jsonb_array_length(k.facts->'elevators') AS elevators,"
    "        (k.facts->>'premium_fen')::bigint AS premium_fen, s.name AS place,"
    "        i.name AS insurer, n.token AS notice_token,"
    "        (SELECT max(e.at) FROM log_event e"
    "          WHERE e.subject_id = k.id AND e.kind = 'Registered') AS registered_at"
    '   FROM "case" k JOIN scope s ON s.id = k.scope_id JOIN insurer i ON i.id = k.insurer_id'
    "   JOIN public_notice n ON n.case_id = k.id AND n.version = k.version"
    "  WHERE k.facts->>'registration_number' <> '') r",
    "r.id",
    {"newest": newest("r.registered_at")},
)
PAYOUTS = Listing(
    "p.id, p.paid_at, k.number AS case_number, s.name AS place, i.name AS insurer,"
    " p.amount_fen, n.token AS notice_token",
    'payout p JOIN "case" k ON k.id = p.case_id JOIN scope s ON s.id = k.scope_id'
    " JOIN insurer i ON i.id = k.insurer_id"
    " JOIN public_notice n ON n.case_id = k.id AND n.version = k.version",
    "p.id",
    {"newest": newest("p.paid_at")},
    always="p.state = 'paid'",
)

_NOTICE = """
SELECT n.case_id, n.version, n.published_at, n.superseded_at, n.paper::text AS paper, k.scope_id,
       k.facts::text AS facts,
       coalesce((SELECT m.token FROM public_notice m WHERE m.case_id = n.case_id
          AND m.version > n.version ORDER BY m.version DESC LIMIT 1), '') AS newer,
       (SELECT json_agg(json_build_array(o.arrived_at,
               o.public_text, o.state, o.release)
               ORDER BY o.arrived_at, o.id)::text
          FROM objection o WHERE o.case_id = n.case_id AND o.version = n.version) AS objections,
       (SELECT json_agg(json_build_array(e.at, e.kind) ORDER BY e.seq)::text
          FROM log_event e WHERE e.subject_id = n.case_id AND e.kind = ANY($2)) AS timeline
  FROM public_notice n JOIN "case" k ON k.id = n.case_id
 WHERE n.token = $1
"""


async def notice(token: str, kinds: Sequence[str]) -> dict[str, Any] | None:
    """The notice of that token with its case, its objections, and the events of these kinds."""
    return await one(_NOTICE, token, list(kinds))


async def token_of(check_code: str, token: str) -> str | None:
    """The notice's token by the code on its paper, or if it is that itself."""
    row = await one(
        "SELECT token FROM public_notice WHERE check_code = $1 OR token = $2", check_code, token
    )
    return row["token"] if row else None


_TOTALS = """
SELECT coalesce(sum(balance_fen), 0)::bigint AS balance_fen,
       coalesce(sum(held_fen), 0)::bigint AS held_fen
  FROM ledger_account WHERE kind = 'pooled'
"""


async def totals() -> dict[str, int]:
    """The sums of all pooled accounts: balance_fen and held_fen."""
    row = await one(_TOTALS)
    assert row is not None
    return row


_SOURCES = """
SELECT coalesce(r.kind, j.kind) AS kind, extract(year FROM j.effective_on)::int AS year,
       -sum(p.amount_fen)::bigint AS amount_fen
  FROM ledger_posting p
  JOIN ledger_journal j ON j.id = p.journal_id
  LEFT JOIN ledger_journal r ON r.id = j.reverses_id
 WHERE p.account_id = $1 GROUP BY 1, 2 HAVING sum(p.amount_fen) <> 0 ORDER BY 2, 1
"""


async def sources(account_id: UUID) -> list[dict[str, Any]]:
    """Where the account's balance came from, or where it went (negative): kind, year, amount."""
    return await sql(_SOURCES, account_id)


# Of the same payouts, what the books say went to insurers, whichever accounts it came from. A sole
# owner's own money goes without a notice and is one owner's figure: it is in neither. R12.2.
_PAID = """
SELECT coalesce(-sum(x.amount_fen), 0)::bigint AS paid_fen
  FROM payout p
  JOIN "case" k ON k.id = p.case_id
  JOIN public_notice n ON n.case_id = k.id AND n.version = k.version
  JOIN ledger_posting x ON x.journal_id = p.journal_id AND x.payee IS NOT NULL
 WHERE p.state = 'paid'
"""


async def paid_fen() -> int:
    """What went to insurers by the payouts of the list."""
    row = await one(_PAID)
    assert row is not None
    return int(row["paid_fen"])


_PROGRAMME = """
SELECT (SELECT count(*) FROM "case" WHERE state IN ('posting', 'noticed', 'paused')
          AND facts->>'registration_number' = '') AS running_notices,
       (SELECT count(*) FROM "case" WHERE facts->>'registration_number' <> '') AS registered_cases,
       (SELECT count(DISTINCT c.elevator_id) FROM cover c JOIN policy p ON p.id = c.policy_id
         WHERE c.live AND p.state = 'active' AND c.from_on <= $1 AND c.to_on >= $1)
         AS insured_elevators,
       (SELECT count(*) FROM ledger_account WHERE kind = 'pooled') AS scopes
"""


async def programme(today: date) -> dict[str, int]:
    """How many notices run, cases are registered, elevators insured, scopes kept."""
    row = await one(_PROGRAMME, today)
    assert row is not None
    return row


# Everybody knows that a scope whose homes went to another one is empty: it would hide nothing.
_PARTS = f"""
SELECT s.id, a.balance_fen AS size_fen, coalesce(o.owners, 0) AS owners
  FROM scope s JOIN ledger_account a ON a.owner_ref = s.id AND a.kind = 'pooled'
  LEFT JOIN (
       SELECT u.scope_id, count(DISTINCT o.owner_id) AS owners
         FROM owned_on($1) o JOIN home h ON h.id = o.home_id JOIN unit u ON u.id = h.unit_id
        GROUP BY u.scope_id
       ) o ON o.scope_id = s.id
 WHERE {_SHOWN}
"""
_REPORTED = """
SELECT DISTINCT (line->>'scope_id')::uuid AS id
  FROM year_report, jsonb_array_elements(body->'scopes') AS line
 WHERE (line->>'withheld')::boolean
"""


async def parts(on: date) -> list[dict[str, Any]]:
    """Every scope that is shown: its balance, and how many own in it that day."""
    return await sql(_PARTS, on)


async def reported_withheld() -> set[UUID]:
    """The scopes that any published yearly report withholds: no page may tell what it did not."""
    return {row["id"] for row in await sql(_REPORTED)}
