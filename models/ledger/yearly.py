"""What happened in a year of the books, by the bank's day. R3.2, R4.7."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from models.base import one, sql
from models.ledger.reading import CHANGE, Line, lines
from rules.ledger import AccountKind, JournalKind


@dataclass(frozen=True, slots=True)
class Turnover:
    """What one kind of journal did to one kind of account in a year, in fen; `undone` are the
    reversals of that kind."""

    kind: JournalKind
    undone: bool
    account: AccountKind
    debit_fen: int
    credit_fen: int


@dataclass(frozen=True, slots=True)
class YearStatement:
    """An account's year: the balance before it, its lines by the bank's day, the balance after."""

    opening_fen: int
    lines: tuple[Line, ...]

    @property
    def closing_fen(self) -> int:
        """The balance at the end of the year."""
        return self.opening_fen + sum(line.amount_fen for line in self.lines)


def span(year: int) -> tuple[date, date]:
    """The first and the last day of a year. R4.5."""
    return date(year, 1, 1), date(year, 12, 31)


async def turnovers(year: int) -> list[Turnover]:
    """Every kind of journal effective in the year, by the kinds of accounts that it touched."""
    rows = await sql(
        "SELECT coalesce(o.kind, j.kind) AS kind, o.id IS NOT NULL AS undone, a.kind AS account,"
        " coalesce(sum(p.amount_fen) FILTER (WHERE p.amount_fen > 0), 0)::bigint AS debit_fen,"
        " coalesce(-sum(p.amount_fen) FILTER (WHERE p.amount_fen < 0), 0)::bigint AS credit_fen"
        " FROM ledger_journal j JOIN ledger_posting p ON p.journal_id = j.id"
        " JOIN ledger_account a ON a.id = p.account_id"
        " LEFT JOIN ledger_journal o ON o.id = j.reverses_id"
        " WHERE j.effective_on BETWEEN $1 AND $2 GROUP BY 1, 2, 3 ORDER BY 1, 2, 3",
        *span(year),
    )
    return [
        Turnover(
            JournalKind(row["kind"]),
            row["undone"],
            AccountKind(row["account"]),
            row["debit_fen"],
            row["credit_fen"],
        )
        for row in rows
    ]


async def counts(year: int) -> dict[tuple[JournalKind, bool], int]:
    """How many journals of each kind are effective in the year, reversals of them apart."""
    rows = await sql(
        "SELECT coalesce(o.kind, j.kind) AS kind, o.id IS NOT NULL AS undone, count(*) AS journals"
        " FROM ledger_journal j LEFT JOIN ledger_journal o ON o.id = j.reverses_id"
        " WHERE j.effective_on BETWEEN $1 AND $2 GROUP BY 1, 2",
        *span(year),
    )
    return {(JournalKind(row["kind"]), row["undone"]): row["journals"] for row in rows}


async def balances_at(on: date) -> dict[AccountKind, int]:
    """Each kind of account's balance on its normal side at the end of a day. R12.1."""
    rows = await sql(
        f"SELECT a.kind, sum({CHANGE})::bigint AS balance_fen FROM ledger_posting p"
        " JOIN ledger_journal j ON j.id = p.journal_id AND j.effective_on <= $1"
        " JOIN ledger_account a ON a.id = p.account_id GROUP BY a.kind",
        on,
    )
    return {AccountKind(row["kind"]): row["balance_fen"] for row in rows}


async def year_statement(account_id: UUID, year: int, limit: int) -> YearStatement | None:
    """The account's year by the bank's day; None if it has more lines than `limit`."""
    first, last = span(year)
    found = await lines(account_id, limit + 1, first, last)
    if len(found) > limit:
        return None
    row = await one(
        f"SELECT coalesce(sum({CHANGE}), 0)::bigint AS opening_fen FROM ledger_posting p"
        " JOIN ledger_journal j ON j.id = p.journal_id AND j.effective_on < $2"
        " JOIN ledger_account a ON a.id = p.account_id WHERE p.account_id = $1",
        account_id,
        first,
    )
    assert row is not None
    ordered = sorted(found, key=lambda line: (line.effective_on, line.position))
    return YearStatement(int(row["opening_fen"]), tuple(ordered))
