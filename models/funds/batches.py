"""Batches of household money as they are stored, listed and judged. R3.2, R3.4."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any
from uuid import UUID

from tortoise.exceptions import IntegrityError

from models.base import one, sql
from models.entries import Table
from models.files import shown
from models.funds.homes import PLACE, PLACE_FROM
from models.listing import Listing, by_code, newest
from rules.refusals.books import VoucherUsed

BATCH = Table(
    "fund_batch",
    line="e.number || ' ' || e.voucher",
    amount_fen="e.total_fen",
    place="(SELECT m.name || b.name FROM fund_line l JOIN home h ON h.id = l.home_id"
    " JOIN unit u ON u.id = h.unit_id JOIN building b ON b.id = u.building_id"
    " JOIN community m ON m.id = b.community_id WHERE l.batch_id = e.id LIMIT 1)",
    community_id="(SELECT b.community_id FROM fund_line l JOIN home h ON h.id = l.home_id"
    " JOIN unit u ON u.id = h.unit_id JOIN building b ON b.id = u.building_id"
    " WHERE l.batch_id = e.id LIMIT 1)",
    confirmed="posted",
)

_COLUMNS = (
    "b.id, b.number, b.kind, b.state, b.custody_id, c.bank || ' ' || c.title AS custody,"
    " b.from_suspense, b.effective_on, b.voucher, b.total_fen, b.payee, b.memo,"
    f" {shown('b.file_id')} AS file,"
    " b.entered_by, b.entered_at, b.confirmed_by, b.confirmed_at, b.journal_id,"
    " l.lines, l.owed_fen"
)
_SOURCE = (
    "fund_batch b JOIN bank_account c ON c.id = b.custody_id CROSS JOIN LATERAL ("
    "SELECT count(*) AS lines, coalesce(sum(owed_fen), 0)::bigint AS owed_fen"
    " FROM fund_line WHERE batch_id = b.id) l"
)
BATCHES = Listing(
    _COLUMNS,
    _SOURCE,
    "b.id",
    {"newest": newest("b.entered_at")},
    {
        "kind": "b.kind = {kind}",
        "state": "b.state = {state}",
        "home_id": "EXISTS (SELECT 1 FROM fund_line x"
        " WHERE x.batch_id = b.id AND x.home_id = {home_id})",
        "from_on": "b.effective_on >= {from_on}",
        "to_on": "b.effective_on <= {to_on}",
    },
)
LINES = Listing(
    f"h.id AS home_id, h.code AS home, {PLACE} AS place, l.amount_fen, l.owed_fen, l.voucher",
    f"fund_line l JOIN {PLACE_FROM} ON h.id = l.home_id",
    "l.id",
    {"code": by_code("h.code")},
    {"owing": "l.owed_fen > 0"},
    always="l.batch_id = {batch_id}",
    needs=("batch_id",),
)


async def batch(batch_id: UUID) -> dict[str, Any] | None:
    """One as the list has it."""
    return await one(f"SELECT {_COLUMNS} FROM {_SOURCE} WHERE b.id = $1", batch_id)


async def vouchers_used(custody_id: UUID, vouchers: Sequence[str]) -> list[str]:
    """Those of the vouchers of the bank account that stand in a batch; the first 20."""
    rows = await sql(
        "SELECT DISTINCT l.voucher FROM fund_line l JOIN fund_batch b ON b.id = l.batch_id"
        " WHERE l.live AND l.voucher = ANY($2) AND b.custody_id = $1 ORDER BY l.voucher LIMIT 20",
        custody_id,
        list(vouchers),
    )
    return [row["voucher"] for row in rows]


async def add_lines(batch_id: UUID, lines: Sequence[Mapping[str, Any]]) -> None:
    """The homes' parts. Refuses VoucherUsed: the same home by the same voucher, of another of our
    accounts."""
    try:
        await sql(
            "INSERT INTO fund_line (id, batch_id, home_id, amount_fen, owed_fen, voucher, live)"
            " SELECT gen_random_uuid(), $1, l.*, true"
            " FROM unnest($2::uuid[], $3::bigint[], $4::bigint[], $5::text[]) AS l",
            batch_id,
            [line["home_id"] for line in lines],
            [line["amount_fen"] for line in lines],
            [line["owed_fen"] for line in lines],
            [line["voucher"] for line in lines],
        )
    except IntegrityError as error:
        raise VoucherUsed() from error


async def lines_of(batch_id: UUID) -> list[dict[str, Any]]:
    """The homes' parts by the homes' codes."""
    return await sql(
        "SELECT l.home_id, l.amount_fen, l.voucher, l.owed_fen FROM fund_line l"
        " JOIN home h ON h.id = l.home_id WHERE l.batch_id = $1 ORDER BY h.code",
        batch_id,
    )


async def bank_of(custody_id: UUID) -> UUID:
    """The account of the books of a bank account."""
    row = await one("SELECT account_id FROM bank_account WHERE id = $1", custody_id)
    assert row is not None
    return UUID(str(row["account_id"]))


async def first_deposits(homes: Sequence[UUID], sums_fen: Sequence[int]) -> None:
    """What each home paid in first."""
    await sql(
        "UPDATE home h SET first_deposit_fen = l.fen"
        " FROM unnest($1::uuid[], $2::bigint[]) AS l(home_id, fen) WHERE h.id = l.home_id",
        list(homes),
        list(sums_fen),
    )


async def forget_first_deposits(homes: Iterable[UUID]) -> None:
    """The homes paid in nothing first."""
    await sql("UPDATE home SET first_deposit_fen = NULL WHERE id = ANY($1::uuid[])", list(homes))


async def release_vouchers(batch_id: UUID) -> None:
    """The batch's vouchers may be entered again."""
    await sql("UPDATE fund_line SET live = false WHERE batch_id = $1", batch_id)


async def reversed_since() -> list[UUID]:
    """Batches whose journal was reversed and that do not say so yet."""
    rows = await sql(
        "SELECT b.id FROM fund_batch b JOIN ledger_journal r ON r.reverses_id = b.journal_id"
        " WHERE b.state = 'posted' ORDER BY b.id LIMIT 100"
    )
    return [row["id"] for row in rows]


async def reverse(batch_id: UUID) -> str | None:
    """The kind of a posted batch, which is reversed now; None if it was not posted."""
    row = await one(
        "UPDATE fund_batch SET state = 'reversed' WHERE id = $1 AND state = 'posted'"
        " RETURNING kind",
        batch_id,
    )
    return str(row["kind"]) if row else None


async def areas(scope_id: UUID | None, building_id: UUID | None) -> dict[UUID, int]:
    """The homes of a scope or of a building that count, each with its area in cm2."""
    rows = await sql(
        "SELECT h.id, h.area_cm2 FROM home h JOIN unit u ON u.id = h.unit_id"
        " WHERE h.counts AND (u.scope_id = $1 OR u.building_id = $2)",
        scope_id,
        building_id,
    )
    return {row["id"]: row["area_cm2"] for row in rows}
