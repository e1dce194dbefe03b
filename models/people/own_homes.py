"""One's homes with what the pooled account and the home's own fund have. R3.8, R2.4."""

from dataclasses import replace

from models.funds.homes import BALANCE, FUNDS
from models.people.bindings import BINDINGS

_OWNED = (
    "EXISTS (SELECT 1 FROM owned_on({today}) x WHERE x.home_id = b.home_id"
    " AND x.owner_id = b.owner_id)"
)

OWN_HOMES = replace(
    BINDINGS,
    columns=f"{BINDINGS.columns}, CASE WHEN {_OWNED} THEN {BALANCE} END AS fund_fen,"
    f" CASE WHEN h.counts AND {_OWNED} THEN coalesce(a.balance_fen, 0) END AS pooled_fen,"
    f" CASE WHEN h.counts AND {_OWNED} THEN coalesce(a.balance_fen - a.held_fen, 0) END"
    " AS pooled_available_fen",
    source=f"{BINDINGS.source} {FUNDS}"
    " LEFT JOIN ledger_account a ON a.code = 'pooled:' || u.scope_id::text",
)
"""The person's live bindings, the first one first; no sum of a home that was sold, and of the
pooled account none where the home gives no voice."""
