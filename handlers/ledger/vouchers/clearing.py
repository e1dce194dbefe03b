"""How much of a suspense is left. R3.9."""

from uuid import UUID

from models.base import one


async def cleared_fen(voucher_id: UUID) -> int:
    """How much of a suspense was cleared by vouchers that stand."""
    row = await one(
        "SELECT coalesce(sum((v.body->>'amount_fen')::bigint), 0)::bigint AS cleared_fen"
        " FROM voucher v LEFT JOIN ledger_journal r ON r.reverses_id = v.journal_id"
        " WHERE v.kind = 'suspense' AND v.state = 'posted' AND v.body->>'clears' = $1"
        " AND r.id IS NULL",
        str(voucher_id),
    )
    return int(row["cleared_fen"]) if row else 0
