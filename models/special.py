"""Special accounts as remembered: which one pays a case, what it has, who sees it.

Every function runs inside the caller's transaction; the case's row is locked before any account.
"""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any
from uuid import UUID

from msgspec.json import decode

from models import ledger
from models.base import one, sql
from models.cases import Case
from models.ids import new_id
from models.listing import Listing, contains, newest, rows_of
from models.numbering import new_number
from models.shares import PAID_IN
from models.standing import Viewer, sees_scope
from rules.cases import State
from rules.days import beijing_date
from rules.flows.money import Purse
from rules.ledger import AccountKind
from rules.parameters import DEFAULT, Parameters
from rules.special import Claim, kept_for_years_fen, promised_fen, running_years

HOLDER_MAX = 120


async def of_scope(scope_id: UUID) -> UUID | None:
    """The scope's own special account, if it was opened. 四(四)."""
    row = await one(
        "SELECT id FROM special_account WHERE scope_id = $1 AND kind = 'scope'", scope_id
    )
    return row["id"] if row else None


async def lock_scope(scope_id: UUID) -> str:
    """Nobody else counts what is in the scope's account until the transaction ends; its name."""
    row = await one("SELECT name FROM scope WHERE id = $1 FOR NO KEY UPDATE", scope_id)
    return str(row["name"]) if row else ""


_CLAIMS = f"""
SELECT k.state, {PAID_IN},
       coalesce((k.facts->'collection'->>'gathered_fen')::bigint, 0) AS counted_fen,
       (SELECT coalesce(sum(CASE h.state WHEN 'open' THEN h.amount_fen ELSE h.captured_fen END), 0)
          FROM ledger_hold h WHERE h.case_id = k.id AND h.plan_version = k.version)::bigint
         AS held_fen,
       (SELECT sum(s.owed_fen) FROM case_share s
         WHERE s.case_id = k.id AND s.version = k.version)::bigint AS owed_fen
  FROM "case" k WHERE k.special_id = $1 AND k.id IS DISTINCT FROM $2
 ORDER BY k.created_at, k.number
"""


async def promised_to_others(special_id: UUID, but: UUID | None = None) -> int:
    """Fen of the account's free money that its cases, but for this one, count on or owe back."""
    account = await one("SELECT kind FROM special_account WHERE id = $1", special_id)
    of_scope = account is not None and account["kind"] == "scope"
    return promised_fen(of_scope, await _claims(special_id, but))


async def _claims(special_id: UUID, but: UUID | None) -> list[Claim]:
    rows = await sql(_CLAIMS, special_id, but)
    return [Claim(**row | {"state": State(row["state"])}) for row in rows]


async def unclaimed_fen(special_id: UUID, case_id: UUID) -> int:
    """Fen of a sole owner's account that no other case counts on for its years."""
    account = await ledger.account_for(AccountKind.SPECIAL, special_id)
    kept = kept_for_years_fen(await _claims(special_id, case_id))
    return max(0, account.available_fen - kept)


async def free_fen(special_id: UUID, case_id: UUID, version: int) -> int:
    """Fen of the account that this case can spend: what is available and what it holds itself,
    less what is there for other cases and for those who are to have it back."""
    account = await ledger.account_for(AccountKind.SPECIAL, special_id)
    own = await ledger.holds_of(case_id, version)
    held = sum(one.amount_fen for one in own if one.state == "open")
    promised = await promised_to_others(special_id, case_id)
    return max(0, account.available_fen - promised) + held


async def open_account(
    case: Case, kind: str, details: Mapping[str, Any], actor: UUID, now: datetime
) -> UUID:
    """A new special account with its account in the books, at zero; the case belongs to it.

    `details`: id, holder, refund_bank, refund_cipher.
    """
    special_id: UUID = details["id"]
    year = beijing_date(now).year
    number = await new_number("special", year)
    title = f"电梯保险专户 {details['holder']}"[:200]
    account_id = await ledger.ensure_account(AccountKind.SPECIAL, special_id, title, now)
    await sql(
        "INSERT INTO special_account (id, kind, scope_id, number, holder, refund_bank,"
        " refund_cipher, account_id, opened_by, opened_at)"
        " VALUES ($1,$2,$3,$4,$5,$6,$7,$8,$9,$10)",
        special_id,
        kind,
        case.scope_id,
        number,
        details["holder"],
        details["refund_bank"],
        details["refund_cipher"],
        account_id,
        actor,
        now,
    )
    await belongs(case, special_id)
    return special_id


async def belongs(case: Case, special_id: UUID) -> None:
    """The case is paid from this account."""
    await sql('UPDATE "case" SET special_id = $2 WHERE id = $1', case.id, special_id)
    case.special_id = special_id


async def account_of_scope(case: Case, actor: UUID, now: datetime) -> UUID:
    """The scope's account, opened if it was not, to which the case now belongs. 四(四)."""
    # Two plans of one scope at once: the second waits here and finds the account of the first.
    name = await lock_scope(case.scope_id)
    special_id = await of_scope(case.scope_id)
    if special_id is None:
        # Of a long place its end tells buildings apart, and the holder's column is short.
        holder = f"{name[-HOLDER_MAX + 2 :]}业主"
        details = {"id": new_id(), "holder": holder, "refund_bank": "", "refund_cipher": None}
        return await open_account(case, "scope", details, actor, now)
    if case.special_id != special_id:
        await belongs(case, special_id)
    return special_id


# --- the years of an independent owner


async def cases_of(special_id: UUID) -> list[dict[str, Any]]:
    """The cases paid from the account, oldest first, with what their plans and payouts say."""
    return await sql(
        "SELECT k.id, k.number, k.flow, k.state, k.version,"
        " coalesce(k.facts->>'renews', '') AS renews,"
        " (k.facts->>'premium_fen')::bigint AS premium_fen,"
        " k.facts->'contract'->>'from_on' AS from_on, k.facts->'contract'->>'to_on' AS to_on,"
        " coalesce(h.captured_fen, 0)::bigint AS paid_fen,"
        " coalesce(h.state = 'open', false) AS holds, p.body::text AS plan"
        ' FROM "case" k LEFT JOIN ledger_hold h ON h.case_id = k.id'
        "   AND h.plan_version = k.version"
        " LEFT JOIN plan p ON p.case_id = k.id AND p.version = k.version"
        " WHERE k.special_id = $1 ORDER BY k.created_at, k.number LIMIT 200",
        special_id,
    )


async def years_at_once(cases: Sequence[Mapping[str, Any]]) -> int:
    """For how many years an independent owner pays in at once: by the rules that the first of
    these cases goes by, or today's default where there is none. independent.years."""
    if not cases:
        return DEFAULT.independent_years
    row = await one(
        "SELECT (facts->'parameters')::text AS rules FROM \"case\" WHERE id = $1", cases[0]["id"]
    )
    assert row is not None
    return decode(row["rules"], type=Parameters).independent_years


async def years_from(case: Case) -> int:
    """How many of the years paid in at once are left, that of this case included; one for a case
    that came to nothing or belongs to years gone by."""
    assert case.special_id is not None
    running = running_years(await cases_of(case.special_id))
    ids = [row["id"] for row in running]
    if case.id not in ids:
        return 1
    return max(1, await years_at_once(running) - ids.index(case.id))


# --- as those concerned see them

# What a viewer ($1 to $5) sees. Of a scope: who sees the scope; of a sole owner: those who hold
# papers of that very owner.
_SEES = (
    f"(a.kind = 'scope' AND {sees_scope('a.scope_id', 'g.community_id')}"
    " OR a.kind <> 'scope' AND ($5 OR a.id IN ("
    ' SELECT k.special_id FROM agents_cases($2, $1) t JOIN "case" k ON k.id = t.case_id)))'
)
_SEEN = (
    "special_account a JOIN scope s ON s.id = a.scope_id JOIN building g ON g.id = s.building_id"
    " JOIN community c ON c.id = g.community_id JOIN ledger_account l ON l.id = a.account_id"
)
ACCOUNTS = Listing(
    "a.id, a.number, a.kind, a.holder, a.scope_id, s.name AS scope_name,"
    " c.name AS community, l.balance_fen, l.held_fen,"
    " l.balance_fen - l.held_fen AS available_fen, a.opened_at, a.closed_at, a.account_id,"
    " a.refund_bank, a.refund_cipher",
    _SEEN,
    "a.id",
    {"newest": newest("a.opened_at")},
    {
        "id": "a.id = {id}",
        "kind": "a.kind = {kind}",
        "q": contains("q", "a.number", "a.holder", "s.name"),
    },
    always=_SEES,
    leading=5,
)


async def account_seen(special_id: UUID, viewer: Viewer) -> dict[str, Any] | None:
    """The account with its place and balance as the list has it, if the viewer may see it."""
    rows = await rows_of(ACCOUNTS, {"id": special_id}, limit=1, leading=viewer.params())
    return rows[0] if rows else None


async def elevators_of(case_ids: Sequence[UUID]) -> list[dict[str, Any]]:
    """The elevators of these cases, by code: id, code, name, condemned."""
    return await sql(
        "SELECT DISTINCT e.id, e.code, e.name, e.condemned FROM case_elevator ce"
        " JOIN elevator e ON e.id = ce.elevator_id WHERE ce.case_id = ANY($1::uuid[])"
        " ORDER BY e.code",
        list(case_ids),
    )


async def deposits(
    special_id: UUID, everything: bool, person_id: UUID | None, on: date
) -> list[dict[str, Any]]:
    """What was paid in and confirmed for cases of the account, by home (None: the sole owner):
    unit, room, amount_fen; unless `everything`, of the person's own homes that day."""
    return await sql(
        "SELECT r.home_id, coalesce(u.name, '') AS unit, coalesce(h.room, '') AS room,"
        ' sum(r.amount_fen)::bigint AS amount_fen FROM case_receipt r JOIN "case" k'
        "   ON k.id = r.case_id LEFT JOIN home h ON h.id = r.home_id"
        "   LEFT JOIN unit u ON u.id = h.unit_id"
        " WHERE k.special_id = $1 AND r.state = 'posted' AND ($2 OR r.home_id IS NULL"
        "   OR r.home_id IN (SELECT home_id FROM own_homes($3, $4)))"
        " GROUP BY r.home_id, u.name, h.room, h.code"
        " ORDER BY h.code NULLS FIRST LIMIT 5000",
        special_id,
        everything,
        person_id,
        on,
    )


async def rooms(home_ids: Sequence[UUID], person_id: UUID | None, on: date) -> list[dict[str, Any]]:
    """Of these homes, by code: id, unit and room; with a person only those owned that day."""
    return await sql(
        "SELECT h.id, u.name AS unit, h.room FROM home h JOIN unit u ON u.id = h.unit_id"
        " WHERE h.id = ANY($1::uuid[]) AND ($2::uuid IS NULL OR h.id IN (SELECT home_id"
        "   FROM own_homes($2, $3))) ORDER BY h.code LIMIT 5000",
        list(home_ids),
        person_id,
        on,
    )


async def lock_account(special_id: UUID) -> dict[str, Any] | None:
    """The account, locked, and its scope where it is a scope's: a plan that would count on its
    money waits, or has counted."""
    row = await one("SELECT * FROM special_account WHERE id = $1 FOR NO KEY UPDATE", special_id)
    if row is not None and row["kind"] == Purse.SCOPE:
        await lock_scope(row["scope_id"])
    return row


async def lock_of_holder(scope_id: UUID, holder: str) -> UUID | None:
    """The sole owner's account there that was opened last and is not closed, locked: another case
    that goes on with it at the same instant is seen by who asks next."""
    row = await one(
        "SELECT id FROM special_account WHERE scope_id = $1 AND kind = $3"
        " AND holder = $2 AND closed_at IS NULL ORDER BY opened_at DESC LIMIT 1"
        " FOR NO KEY UPDATE",
        scope_id,
        holder,
        Purse.SOLE,
    )
    return row["id"] if row else None


async def name_holder(special_id: UUID, holder: str, bank: str, cipher: bytes) -> None:
    """Whose account it is, and where money goes back to (encrypted, R12.4)."""
    await sql(
        "UPDATE special_account SET holder = $2, refund_bank = $3, refund_cipher = $4"
        " WHERE id = $1",
        special_id,
        holder,
        bank,
        cipher,
    )


async def close_if_empty(special_id: UUID, at: datetime) -> None:
    """A sole owner's account of which nothing is left is closed."""
    await sql(
        "UPDATE special_account a SET closed_at = $2 FROM ledger_account l"
        " WHERE a.id = $1 AND a.kind = $3 AND l.id = a.account_id AND l.balance_fen = 0",
        special_id,
        at,
        Purse.SOLE,
    )
