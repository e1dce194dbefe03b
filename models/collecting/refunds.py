"""What goes back to who paid it in: for a case, or of a special account. R3.2, 二(三)."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from models.base import one, sql
from models.collecting.shown import BY_STATE_AND_HOME, CASE, ENTRY, HOME
from models.entries import Table
from models.files import shown
from models.listing import Listing, newest, rows_of

REFUND = Table(
    "case_refund",
    line="e.number || ' ' || k.number",
    amount_fen="e.amount_fen",
    community_id="k.community_id",
    place="s.name",
    joins=CASE,
    confirmed="posted",
    also="e.case_id IS NOT NULL",
)
REFUNDS = Listing(
    f"x.id AS refund_id, {ENTRY}, x.payee, x.payee_cipher",
    f"case_refund x JOIN bank_account c ON c.id = x.custody_id {HOME}",
    "x.id",
    {"newest": newest("x.entered_at")},
    BY_STATE_AND_HOME | {"id": "x.id = {id}"},
    always="({case_id}::uuid IS NULL OR x.case_id = {case_id})",
    needs=("case_id",),
)
SPECIAL_REFUND = Table(
    "case_refund",
    line="e.number || ' ' || a.number",
    amount_fen="e.amount_fen",
    community_id="g.community_id",
    place="s.name",
    joins="JOIN special_account a ON a.id = e.special_id JOIN scope s ON s.id = a.scope_id"
    " JOIN building g ON g.id = s.building_id",
    confirmed="posted",
    also="e.case_id IS NULL",
)
SPECIAL_REFUNDS = Listing(
    "r.id, r.special_id AS special_account_id, r.number, r.amount_fen, r.payee, r.payee_cipher,"
    " r.effective_on, r.voucher, r.reason, r.drop_reason,"
    f" {shown('r.file_id')} AS file, r.state, r.entered_at,"
    " r.confirmed_at",
    "case_refund r",
    "r.id",
    {"newest": newest("r.entered_at")},
    {"id": "r.id = {id}"},
    always="r.case_id IS NULL AND ({special_id}::uuid IS NULL OR r.special_id = {special_id})",
    needs=("special_id",),
)


async def refund(refund_id: UUID) -> dict[str, Any] | None:
    """One of a case or of a special account, as the list of a case has it."""
    rows = await rows_of(REFUNDS, {"id": refund_id, "case_id": None}, limit=1)
    return rows[0] if rows else None


async def special_refund(refund_id: UUID) -> dict[str, Any] | None:
    """One of a special account, as its list has it."""
    rows = await rows_of(SPECIAL_REFUNDS, {"id": refund_id, "special_id": None}, limit=1)
    return rows[0] if rows else None


@dataclass(frozen=True)
class Draft:
    """A refund about to be entered, of a case (and a home) or of a special account; the payee's
    account and bank are encrypted (R12.4)."""

    id: UUID
    number: str
    amount_fen: int
    payee: str
    payee_cipher: bytes
    custody_id: UUID
    effective_on: date
    voucher: str
    reason: str
    file_id: UUID | None
    case_id: UUID | None = None
    home_id: UUID | None = None
    special_id: UUID | None = None


async def enter_refund(draft: Draft, by: UUID, at: datetime) -> None:
    """It waits for somebody else's confirmation."""
    await sql(
        "INSERT INTO case_refund (id, case_id, home_id, special_id, number, amount_fen, payee,"
        " payee_cipher, custody_id, effective_on, voucher, reason, file_id, state, entered_by,"
        " entered_at) VALUES ($1,$2,$3,$4,$5,$6,$7,$8,$9,$10,$11,$12,$13,'draft',$14,$15)",
        draft.id,
        draft.case_id,
        draft.home_id,
        draft.special_id,
        draft.number,
        draft.amount_fen,
        draft.payee,
        draft.payee_cipher,
        draft.custody_id,
        draft.effective_on,
        draft.voucher,
        draft.reason,
        draft.file_id,
        by,
        at,
    )


async def post_refund(refund_id: UUID, journal_id: UUID, by: UUID, at: datetime) -> None:
    """The refund is paid, by this journal: it counts in what is asked of the case from now on."""
    await sql(
        "UPDATE case_refund SET state = 'posted', confirmed_by = $2, confirmed_at = $3,"
        " journal_id = $4 WHERE id = $1",
        refund_id,
        by,
        at,
        journal_id,
    )


async def waiting_fen(special_id: UUID, but: UUID | None) -> int:
    """What other refunds of the account wait to be paid, in fen."""
    row = await one(
        "SELECT coalesce(sum(amount_fen), 0)::bigint AS fen FROM case_refund"
        " WHERE special_id = $1 AND state = 'draft' AND id IS DISTINCT FROM $2",
        special_id,
        but,
    )
    assert row is not None
    return int(row["fen"])


# --- reversals of what was posted


async def posted_receipt(journal_id: UUID | None) -> dict[str, Any] | None:
    """The receipt that this journal posted: case_id, home_id, amount_fen."""
    return await one(
        "SELECT case_id, home_id, amount_fen FROM case_receipt"
        " WHERE journal_id = $1 AND state = 'posted'",
        journal_id,
    )


async def undo(journal_id: UUID | None) -> UUID | None:
    """The receipt or refund that this journal posted is reversed, and a special account that its
    last refund had closed is open again; the case concerned."""
    row = await one(
        "WITH receipt AS (UPDATE case_receipt SET state = 'reversed', live = false"
        " WHERE journal_id = $1 AND state = 'posted' RETURNING case_id),"
        " refund AS (UPDATE case_refund SET state = 'reversed'"
        " WHERE journal_id = $1 AND state = 'posted' RETURNING case_id),"
        " account AS (UPDATE special_account a SET closed_at = NULL FROM case_refund x"
        " WHERE x.journal_id = $1 AND x.case_id IS NULL AND a.id = x.special_id"
        "  AND a.closed_at IS NOT NULL)"
        " SELECT case_id FROM receipt UNION ALL SELECT case_id FROM refund",
        journal_id,
    )
    return row["case_id"] if row else None


async def lock_case_of(journal_id: UUID | None) -> None:
    """The case of a receipt or refund is locked before the books are. Does nothing for others."""
    await sql(
        'SELECT k.id FROM "case" k WHERE k.id IN ('
        "SELECT case_id FROM case_receipt WHERE journal_id = $1 UNION ALL"
        " SELECT case_id FROM case_refund WHERE journal_id = $1) FOR NO KEY UPDATE",
        journal_id,
    )
