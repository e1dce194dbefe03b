"""What a closing posts for the scopes, piece by piece, each piece once. R4.7."""

from datetime import datetime

from models import ledger
from models.base import one, sql
from models.income.years import end_of
from rules.ledger import AccountKind, Journal, JournalKind, Posting, account_code

CHUNK = 5_000
"""Scopes in one journal: a transaction of a second or less."""


# The accounts are read as a whole: looking up a million of them one by one takes longer.
_POSTED = """
WITH credited AS MATERIALIZED (
    SELECT id, kind FROM ledger_account WHERE kind IN ('pooled', 'household_interest')
)
SELECT coalesce(-sum(p.amount_fen) FILTER (WHERE a.kind = 'pooled'), 0)::bigint AS income_fen,
    count(*) FILTER (WHERE a.kind = 'pooled') AS scopes,
    coalesce(-sum(p.amount_fen) FILTER (WHERE a.kind = 'household_interest'), 0)::bigint
        AS interest_fen,
    count(*) FILTER (WHERE a.kind = 'household_interest') AS homes
FROM ledger_journal j JOIN ledger_posting p ON p.journal_id = j.id
JOIN credited a ON a.id = p.account_id
WHERE j.reference LIKE 'year:' || $1::int || ':%' AND j.kind IN ('income', 'interest')
"""

_UNDISTRIBUTED = (AccountKind.UNDISTRIBUTED_INCOME, AccountKind.UNDISTRIBUTED_INTEREST)


def income_reference(year: int, chunk: int) -> str:
    """Under this the chunk is in the books, once."""
    return f"year:{year}:income:{chunk}"


def actor_of(year: int) -> str:
    """Who the year's journals are by."""
    return f"year:{year}"


async def income_chunks(year: int) -> int:
    """How many journals the income takes of the scopes that have none yet."""
    row = await one(
        "SELECT (count(*) + $2 - 1) / $2 AS chunks FROM year_scope"
        " WHERE year = $1 AND posted_fen > 0 AND journal_id IS NULL",
        year,
        CHUNK,
    )
    assert row is not None
    return int(row["chunks"])


async def post_income(year: int, chunk: int, now: datetime) -> None:
    """The next scopes without a journal, by ascending id, have their income: that chunk's."""
    rows = await sql(
        "SELECT y.scope_id, y.posted_fen, coalesce(s.name, '') AS name FROM year_scope y"
        " LEFT JOIN scope s ON s.id = y.scope_id WHERE y.year = $1 AND y.posted_fen > 0"
        " AND y.journal_id IS NULL ORDER BY y.scope_id LIMIT $2",
        year,
        CHUNK,
    )
    pools = await ledger.ensure_accounts(
        AccountKind.POOLED, [(row["scope_id"], row["name"]) for row in rows], now
    )
    payer = await ledger.ensure_account(
        AccountKind.UNDISTRIBUTED_INCOME, None, "待分配增值收益", now
    )
    credits = tuple(Posting(pools[row["scope_id"]], -row["posted_fen"]) for row in rows)
    journal = Journal(
        JournalKind.INCOME,
        (Posting(payer, -sum(line.amount_fen for line in credits)), *credits),
        end_of(year),
        income_reference(year, chunk),
        f"{year}年度增值收益归集",
    )
    journal_id = await ledger.post(journal, now, actor_of(year), closing=True)
    await sql(
        "UPDATE year_scope SET journal_id = $2 WHERE year = $1 AND scope_id = ANY($3::uuid[])",
        year,
        journal_id,
        [row["scope_id"] for row in rows],
    )


async def posted(year: int) -> dict[str, int]:
    """What the year's journals credited: `income_fen` to scopes, `interest_fen` to homes, and the
    number of each; added up from the books, not from what was to be posted."""
    row = await one(
        _POSTED,
        year,
    )
    assert row is not None
    return dict(row)


async def undistributed(year: int) -> dict[str, int]:
    """What the two accounts of undistributed money hold of entries effective by the year's end."""
    rows = await sql(
        "SELECT a.kind, -sum(p.amount_fen)::bigint AS fen FROM ledger_account a"
        " JOIN ledger_posting p ON p.account_id = a.id"
        " JOIN ledger_journal j ON j.id = p.journal_id AND j.effective_on <= $1"
        " WHERE a.code = ANY($2) GROUP BY 1",
        end_of(year),
        [account_code(kind, None) for kind in _UNDISTRIBUTED],
    )
    found = {row["kind"]: int(row["fen"]) for row in rows}
    return {
        "income_fen": found.get("undistributed_income", 0),
        "interest_fen": found.get("undistributed_interest", 0),
    }
