"""What the rival reads, and whether both gave everybody the same."""

from pathlib import Path

import asyncpg
import duckdb

from tests.bench.year_city import YEAR

# Entries of homes as they stand before the closing: fund and interest, by the bank's day.
_WANTED = {
    "home": "SELECT h.id AS home, u.scope_id AS scope FROM home h JOIN unit u ON u.id = h.unit_id",
    "entry": "SELECT a.owner_ref AS home, j.effective_on AS on_day, j.kind LIKE 'opening%' AS"
    " opening, -p.amount_fen AS change FROM ledger_posting p JOIN ledger_account a ON"
    " a.id = p.account_id JOIN ledger_journal j ON j.id = p.journal_id WHERE a.kind IN"
    " ('household_fund', 'household_interest')",
    "settlement": "SELECT row_number() OVER (ORDER BY id) - 1 AS nr, from_on, to_on,"
    " value_added_fen AS income, benchmark_fen AS benchmark FROM settlement",
}
_GIVEN = {
    "scopes": f"SELECT scope_id AS scope, shares_fen AS fen FROM year_scope WHERE year = {YEAR}",
    "homes": "SELECT a.owner_ref AS home, -p.amount_fen AS fen FROM ledger_posting p"
    " JOIN ledger_account a ON a.id = p.account_id JOIN ledger_journal j ON j.id = p.journal_id"
    f" WHERE j.reference LIKE 'year:{YEAR}:interest:%' AND a.kind = 'household_interest'",
}


async def written(url: str, folder: Path) -> None:
    """The rival's three files are in the folder."""
    await _fetched(url, _WANTED, folder)
    for name in _WANTED:
        duckdb.execute(f"COPY (FROM read_csv('{folder}/{name}.csv')) TO '{folder}/{name}.parquet'")


async def differences(url: str, folder: Path) -> int:
    """How many scopes and homes got another sum from the program than from the rival."""
    await _fetched(url, _GIVEN, folder)
    found = 0
    for name, key in (("scopes", "scope"), ("homes", "home")):
        row = duckdb.execute(
            f"SELECT count(*) FROM (SELECT {key}::VARCHAR AS key, fen FROM"
            f" read_csv('{folder}/{name}.csv') WHERE fen <> 0) a FULL JOIN (SELECT"
            f" {key}::VARCHAR AS key, fen FROM '{folder}/{name}.parquet' WHERE fen <> 0) b"
            " USING (key) WHERE a.fen IS DISTINCT FROM b.fen"
        ).fetchall()
        found += row[0][0]
    return found


async def _fetched(url: str, queries: dict[str, str], folder: Path) -> None:
    connection = await asyncpg.connect(url)
    try:
        for name, query in queries.items():
            path = folder / f"{name}.csv"
            await connection.copy_from_query(query, output=path, format="csv", header=True)
    finally:
        await connection.close()
