"""What owners paid in for a case: entered, counted, listed by home. 附件二(二)6, R3.2."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any
from uuid import UUID

from models.base import one, sql
from models.collecting.shown import BY_STATE_AND_HOME, CASE, ENTRY, HOME
from models.entries import Table
from models.funds.homes import BALANCE, FUNDS, PLACE_FROM
from models.listing import Listing, newest, rows_of

RECEIPT = Table(
    "case_receipt",
    line="e.number || ' ' || k.number",
    amount_fen="e.amount_fen",
    community_id="k.community_id",
    place="s.name",
    joins=CASE,
    confirmed="posted",
)
RECEIPTS = Listing(
    f"x.id AS receipt_id, {ENTRY}, x.method",
    f"case_receipt x JOIN bank_account c ON c.id = x.custody_id {HOME}",
    "x.id",
    {"newest": newest("x.entered_at")},
    BY_STATE_AND_HOME | {"id": "x.id = {id}"},
    always="({case_id}::uuid IS NULL OR x.case_id = {case_id})",
    needs=("case_id",),
)


async def receipt(receipt_id: UUID) -> dict[str, Any] | None:
    """One as the list has it."""
    rows = await rows_of(RECEIPTS, {"id": receipt_id, "case_id": None}, limit=1)
    return rows[0] if rows else None


async def enter_receipts(
    case_id: UUID,
    head: tuple[UUID, str, UUID | None],
    lines: Sequence[tuple[UUID, UUID | None, str, int, date, str]],
    by: UUID,
    at: datetime,
) -> None:
    """Drafts of one custody, method and file (`head`), each an id, home, number, fen, bank's day
    and voucher. IntegrityError for a voucher that was entered for the home before."""
    ids, homes, numbers, fens, days, vouchers = zip(*lines, strict=True)
    await sql(
        "INSERT INTO case_receipt (id, case_id, home_id, number, amount_fen, method,"
        " custody_id, effective_on, voucher, file_id, live, state, entered_by, entered_at,"
        " reason) SELECT l.id, $1, l.home_id, l.number, l.fen, $3, $2, l.day, l.voucher, $4,"
        " true, 'draft', $5, $6, '' FROM unnest($7::uuid[], $8::uuid[], $9::text[],"
        " $10::bigint[], $11::date[], $12::text[]) AS l(id, home_id, number, fen, day, voucher)",
        case_id,
        *head,
        by,
        at,
        list(ids),
        list(homes),
        list(numbers),
        list(fens),
        list(days),
        list(vouchers),
    )


async def lock_receipts(case_id: UUID, ids: Sequence[UUID]) -> list[dict[str, Any]]:
    """Those of them that are the case's, locked, by number."""
    return await sql(
        "SELECT * FROM case_receipt WHERE case_id = $1 AND id = ANY($2::uuid[])"
        " ORDER BY number FOR NO KEY UPDATE",
        case_id,
        list(ids),
    )


async def post_receipts(
    ids: Sequence[UUID], journals: Sequence[UUID], by: UUID, at: datetime
) -> None:
    """The receipts count, each by its journal."""
    await sql(
        "UPDATE case_receipt r SET state = 'posted', confirmed_by = $1, confirmed_at = $2,"
        " journal_id = l.journal_id FROM unnest($3::uuid[], $4::uuid[]) AS l(id, journal_id)"
        " WHERE r.id = l.id",
        by,
        at,
        list(ids),
        list(journals),
    )


async def free_voucher(receipt_id: UUID) -> None:
    """The voucher of a dropped receipt may be entered again."""
    await sql("UPDATE case_receipt SET live = false WHERE id = $1", receipt_id)


async def vouchers_entered(
    case_id: UUID, custody_id: UUID, vouchers: Sequence[str]
) -> set[tuple[UUID | None, str]]:
    """Of these vouchers those that were entered for the case, each with its home."""
    rows = await sql(
        "SELECT home_id, voucher FROM case_receipt"
        " WHERE case_id = $1 AND custody_id = $2 AND live AND voucher = ANY($3)",
        case_id,
        custody_id,
        list(vouchers),
    )
    return {(row["home_id"], row["voucher"]) for row in rows}


async def case_of(table: Table, entry_id: UUID) -> UUID | None:
    """The case that a receipt or refund belongs to, unlocked."""
    row = await one(f'SELECT case_id FROM "{table.name}" WHERE id = $1', entry_id)
    return row["case_id"] if row else None


async def book_of(custody_id: UUID) -> UUID:
    """The account in the books of a bank account that is known."""
    row = await one("SELECT account_id FROM bank_account WHERE id = $1", custody_id)
    assert row is not None
    return UUID(str(row["account_id"]))


# The fund as it is now: principal and interest, as the line for topping up is judged.
_PARTS = f"""
SELECT h.id AS home_id, h.code AS home, u.name || h.room AS room, h.area_cm2,
       coalesce(h.first_deposit_fen, 0) AS first_fen, {BALANCE} AS balance_fen,
       coalesce(p.paid_fen, 0)::bigint AS paid_fen, coalesce(r.back_fen, 0)::bigint AS back_fen,
       (SELECT array_agg(o.name ORDER BY o.name) FROM owned_on($3) w
          JOIN owner o ON o.id = w.owner_id WHERE w.home_id = h.id) AS names
  FROM {PLACE_FROM} {FUNDS}
  LEFT JOIN (SELECT home_id, sum(amount_fen) AS paid_fen FROM case_receipt
        WHERE case_id = $1 AND state = 'posted' GROUP BY home_id) p ON p.home_id = h.id
  LEFT JOIN (SELECT home_id, sum(amount_fen) AS back_fen FROM case_refund
        WHERE case_id = $1 AND state = 'posted' GROUP BY home_id) r ON r.home_id = h.id
 WHERE p.home_id IS NOT NULL OR h.id IN (
       SELECT home_id FROM case_share WHERE case_id = $1 AND version = $2)
 ORDER BY h.code
"""


async def parts(case_id: UUID, version: int, on: date) -> list[dict[str, Any]]:
    """Every home that bears a part of that version or has paid for the case, by code: its fund,
    what it paid in and got back (fen), its owners' names that day."""
    return await sql(_PARTS, case_id, version, on)
