"""Entries of the books written by hand, and what may be asked of the books for one. R3.2, R3.9."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from tortoise import fields

from models.base import one, sql
from models.entries import Table, TwoPersonRow
from models.listing import Listing, newest


class Voucher(TwoPersonRow):
    """An entry written by hand, or the reversal of one: posted once somebody else confirmed it.

    State: draft, posted, dropped.
    """

    number = fields.CharField(40, unique=True)
    kind = fields.CharField(32)  # bank_transfer, suspense, reversal
    body: Any = fields.JSONField()
    effective_on = fields.DateField()
    memo = fields.CharField(500)
    journal_id = fields.UUIDField(null=True)

    class Meta:
        table = "voucher"


VOUCHER = Table(
    "voucher",
    line="e.number || ' ' || e.memo",
    amount_fen="(e.body->>'amount_fen')::bigint",
    confirmed="posted",
)

_COLUMNS = (
    "v.id, v.id AS voucher_id, v.number, v.kind, v.state, v.body::text AS body, v.effective_on,"
    " v.memo, v.journal_id, v.entered_by, v.entered_at, v.confirmed_by, v.confirmed_at,"
    " (v.body->>'amount_fen')::bigint AS amount_fen"
)
VOUCHERS = Listing(
    _COLUMNS,
    "voucher v",
    "v.id",
    {"newest": newest("v.entered_at")},
    {
        "state": "v.state = {state}",
        "kind": "v.kind = {kind}",
        "from_on": "v.effective_on >= {from_on}",
        "to_on": "v.effective_on <= {to_on}",
    },
)


async def voucher(voucher_id: UUID) -> dict[str, Any] | None:
    """One as the list has it."""
    return await one(f"SELECT {_COLUMNS} FROM voucher v WHERE v.id = $1", voucher_id)


async def lock_journal(journal_id: UUID | None) -> dict[str, Any] | None:
    """A journal that is to be undone, locked: whether it was, which batch or voucher made it.

    By a lock of its number: the program may not lock the rows of the books, which never change.
    """
    await sql("SELECT pg_advisory_xact_lock(hashtextextended($1, 0))", f"journal {journal_id}")
    return await one(
        "SELECT j.kind, j.effective_on, r.id AS reversed_by, f.id AS batch, v.id AS voucher"
        " FROM ledger_journal j LEFT JOIN ledger_journal r ON r.reverses_id = j.id"
        " LEFT JOIN fund_batch f ON f.journal_id = j.id"
        " LEFT JOIN voucher v ON v.journal_id = j.id"
        " WHERE j.id = $1",
        journal_id,
    )


async def lock_suspense(voucher_id: UUID | None) -> dict[str, Any] | None:
    """A suspense that is to be cleared, locked."""
    return await one(
        "SELECT v.body::text AS body, v.effective_on, v.state, r.id AS reversed_by FROM voucher v"
        " LEFT JOIN ledger_journal r ON r.reverses_id = v.journal_id"
        " WHERE v.id = $1 AND v.kind = 'suspense' FOR NO KEY UPDATE OF v",
        voucher_id,
    )


async def cleared_fen(voucher_id: UUID) -> int:
    """How much of a suspense was cleared by vouchers that stand."""
    rows = await sql(
        "SELECT coalesce(sum((v.body->>'amount_fen')::bigint), 0)::bigint AS cleared_fen"
        " FROM voucher v LEFT JOIN ledger_journal r ON r.reverses_id = v.journal_id"
        " WHERE v.kind = 'suspense' AND v.state = 'posted' AND v.body->>'clears' = $1"
        " AND r.id IS NULL",
        str(voucher_id),
    )
    return int(rows[0]["cleared_fen"])


async def sides(bank_account_ids: Sequence[UUID | None]) -> dict[UUID | None, dict[str, Any]]:
    """The accounts of the books by bank account, and under None the one for suspense."""
    rows = await sql(
        "SELECT b.id, a.id AS account_id, a.code, a.title, a.kind FROM ledger_account a"
        " LEFT JOIN bank_account b ON b.account_id = a.id"
        " WHERE b.id = ANY($1::uuid[]) OR a.code = 'suspense:-'",
        list(bank_account_ids),
    )
    return {row["id"]: row for row in rows}
