"""What the tables and the books say of a year, for tests to compare."""

from typing import Any
from uuid import UUID

from models.base import sql
from models.income import years


class Booked:
    """Years as they are kept and posted."""

    async def year(self, year: int) -> dict[str, Any]:
        """The year's row."""
        row = await years.found(year)
        assert row is not None
        return row

    async def scopes(self, year: int) -> dict[UUID, dict[str, Any]]:
        """What the year says of each scope."""
        rows = await sql(
            "SELECT scope_id, shares_fen, brought_fen, posted_fen, carried_fen,"
            " earned::text AS earned, journal_id FROM year_scope WHERE year = $1",
            year,
        )
        return {row["scope_id"]: row for row in rows}

    async def pooled_of(self, year: int) -> dict[UUID, int]:
        """What the year's journals credited to scopes, from the books."""
        return await self._booked(year, "income", "pooled")

    async def interest_of(self, year: int) -> dict[UUID, int]:
        """What the year's journals credited to homes, from the books."""
        return await self._booked(year, "interest", "household_interest")

    async def _booked(self, year: int, kind: str, account: str) -> dict[UUID, int]:
        rows = await sql(
            "SELECT a.owner_ref, -sum(p.amount_fen)::bigint AS fen FROM ledger_journal j"
            " JOIN ledger_posting p ON p.journal_id = j.id"
            " JOIN ledger_account a ON a.id = p.account_id AND a.kind = $3"
            " WHERE j.kind = $2 AND j.effective_on = $1 GROUP BY 1",
            years.end_of(year),
            kind,
            account,
        )
        return {row["owner_ref"]: row["fen"] for row in rows}
