"""What the books say: balances as of two times, statements, and whether the cache is true."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from models.base import one, sql
from models.listing import Key, Listing, Sort, Whole, rows_of
from rules.ledger import AccountKind
from rules.refusals.ledger import AccountNotFound

# What a posting does to its account's balance: debits raise a debit account, credits the others.
CHANGE = "CASE WHEN a.side = 'debit' THEN p.amount_fen ELSE -p.amount_fen END"


@dataclass(frozen=True, slots=True)
class Line:
    """A line of an account's statement; `amount_fen` is positive when the balance grew."""

    position: int
    journal_id: UUID
    kind: str
    reference: str
    memo: str
    effective_on: date
    recorded_at: datetime
    case_id: UUID | None
    case_number: str | None
    plan_version: int | None
    payee: UUID | None
    payee_name: str | None
    reverses: UUID | None
    amount_fen: int
    balance_after_fen: int


@dataclass(frozen=True, slots=True)
class TrialLine:
    """One kind of account in the trial balance: its turnover on both sides, in fen."""

    kind: AccountKind
    accounts: int
    debit_fen: int
    credit_fen: int


@dataclass(frozen=True, slots=True)
class Difference:
    """An account whose cached figure is not what its entries give; `what` names the figure."""

    account_id: UUID
    code: str
    what: str
    cached: int
    replayed: int


async def balance(
    account_id: UUID,
    as_of_effective: date | None = None,
    as_of_recorded: datetime | None = None,
) -> int:
    """The account's balance in fen, added up from its postings: those effective on or before the
    bank's day, and recorded at or before our moment. R3.2. Raises AccountNotFound."""
    row = await one(
        f"SELECT coalesce(sum({CHANGE}) FILTER (WHERE"
        " ($2::date IS NULL OR j.effective_on <= $2)"
        " AND ($3::timestamptz IS NULL OR j.recorded_at <= $3)), 0)::bigint AS balance_fen"
        " FROM ledger_account a LEFT JOIN ledger_posting p ON p.account_id = a.id"
        " LEFT JOIN ledger_journal j ON j.id = p.journal_id WHERE a.id = $1 GROUP BY a.id",
        account_id,
        as_of_effective,
        as_of_recorded,
    )
    if row is None:
        raise AccountNotFound()
    return int(row["balance_fen"])


async def held(account_id: UUID, as_of_recorded: datetime | None = None) -> int:
    """What was held on the account in fen, added up from its holds, now or at that moment."""
    row = await one(
        "SELECT coalesce(sum(amount_fen), 0)::bigint AS held_fen FROM ledger_hold"
        " WHERE account_id = $1 AND CASE WHEN $2::timestamptz IS NULL THEN state = 'open'"
        " ELSE held_at <= $2 AND (closed_at IS NULL OR closed_at > $2) END",
        account_id,
        as_of_recorded,
    )
    return int(row["held_fen"]) if row else 0


LINES = Listing(
    "p.position, p.position::text AS line_id, p.journal_id, j.kind, j.reference, j.memo,"
    " j.effective_on, j.recorded_at, j.case_id, c.number AS case_number, h.plan_version, p.payee,"
    f" i.name AS payee_name, j.reverses_id AS reverses, {CHANGE} AS amount_fen,"
    " p.balance_after_fen",
    "ledger_posting p JOIN ledger_account a ON a.id = p.account_id"
    " JOIN ledger_journal j ON j.id = p.journal_id"
    ' LEFT JOIN "case" c ON c.id = j.case_id LEFT JOIN LATERAL ('
    # The payee stands on the bank's lines of the payout; each line of it is paid to the same.
    "SELECT string_agg(DISTINCT n.name, '、') AS name FROM ledger_posting o"
    " JOIN insurer n ON n.id = o.payee WHERE o.journal_id = p.journal_id) i"
    " ON j.kind IN ('pooled_payout', 'fund_payout', 'special_payout')"
    " LEFT JOIN ledger_hold h ON h.case_id = j.case_id AND h.account_id = p.account_id"
    " AND h.state = 'captured'",
    "",
    {"newest": Sort((Key("p.position", Whole),))},
    {"from_on": "j.effective_on >= {from_on}", "to_on": "j.effective_on <= {to_on}"},
    always="p.account_id = {account_id}",
    needs=("account_id",),
)
"""An account's lines, newest first, each with the balance after it and the case that spent the
money; `amount_fen` is positive when the balance grew."""


async def lines(account_id: UUID, limit: int, from_on: date, to_on: date) -> list[Line]:
    """The account's last lines effective from one day to another, newest first."""
    given = {"account_id": account_id, "from_on": from_on, "to_on": to_on}
    rows = await rows_of(LINES, given, limit=limit)
    return [Line(**{name: row[name] for name in Line.__slots__}) for row in rows]


_REPLAY = f"""
WITH line AS (
    SELECT p.account_id, p.position, p.balance_after_fen,
        sum({CHANGE}) OVER (PARTITION BY p.account_id ORDER BY p.position) AS running_fen,
        row_number() OVER (PARTITION BY p.account_id ORDER BY p.position) AS nth
    FROM ledger_posting p JOIN ledger_account a ON a.id = p.account_id
), replayed AS (
    SELECT account_id, count(*) AS posted,
        (array_agg(running_fen ORDER BY position DESC))[1] AS balance_fen,
        count(*) FILTER (WHERE running_fen <> balance_after_fen OR nth <> position) AS broken
    FROM line GROUP BY account_id
), reserved AS (
    SELECT account_id, sum(amount_fen) AS held_fen FROM ledger_hold WHERE state = 'open'
    GROUP BY account_id
)
SELECT a.id, a.code, d.what, d.cached, d.replayed FROM ledger_account a
LEFT JOIN replayed r ON r.account_id = a.id LEFT JOIN reserved h ON h.account_id = a.id
CROSS JOIN LATERAL (VALUES
    ('balance_fen', a.balance_fen, coalesce(r.balance_fen, 0)::bigint),
    ('held_fen', a.held_fen, coalesce(h.held_fen, 0)::bigint),
    ('posted', a.posted, coalesce(r.posted, 0)),
    ('broken_lines', 0, coalesce(r.broken, 0))
) AS d(what, cached, replayed)
WHERE d.cached <> d.replayed ORDER BY a.code, d.what
"""


async def replay_differences() -> list[Difference]:
    """Every account whose balance, holds, line count or running balance is not what its entries
    give when they are added up again; empty when the books are true. R3.2."""
    return [_difference(row) for row in await sql(_REPLAY)]


def _difference(row: Mapping[str, Any]) -> Difference:
    return Difference(row["id"], row["code"], row["what"], int(row["cached"]), int(row["replayed"]))


async def unbalanced_journals() -> list[UUID]:
    """Journals that do not sum to zero or whose lines are not those written with them."""
    rows = await sql(
        "SELECT j.id FROM ledger_journal j LEFT JOIN ledger_posting p ON p.journal_id = j.id"
        " GROUP BY j.id HAVING count(p.id) < 2 OR count(p.id) <> j.lines"
        " OR coalesce(sum(p.amount_fen), 1) <> 0"
    )
    return [row["id"] for row in rows]


async def totals() -> dict[AccountKind, int]:
    """The sum of the cached balances by kind of account, in fen, each on its normal side. R12.1."""
    rows = await sql(
        "SELECT kind, sum(balance_fen)::bigint AS balance_fen FROM ledger_account GROUP BY kind"
    )
    return {AccountKind(row["kind"]): row["balance_fen"] for row in rows}


async def trial_balance(
    as_of_effective: date | None = None, as_of_recorded: datetime | None = None
) -> list[TrialLine]:
    """What each kind of account was debited and credited with up to both times. R3.2."""
    rows = await sql(
        "SELECT a.kind, count(DISTINCT a.id) AS accounts,"
        " coalesce(sum(p.amount_fen) FILTER (WHERE p.amount_fen > 0), 0)::bigint AS debit_fen,"
        " coalesce(-sum(p.amount_fen) FILTER (WHERE p.amount_fen < 0), 0)::bigint AS credit_fen"
        " FROM ledger_account a LEFT JOIN (ledger_posting p JOIN ledger_journal j"
        " ON j.id = p.journal_id AND ($1::date IS NULL OR j.effective_on <= $1)"
        " AND ($2::timestamptz IS NULL OR j.recorded_at <= $2)) ON p.account_id = a.id"
        " GROUP BY a.kind ORDER BY a.kind",
        as_of_effective,
        as_of_recorded,
    )
    return [TrialLine(**{**row, "kind": AccountKind(row["kind"])}) for row in rows]
