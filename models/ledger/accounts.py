"""Opening, finding and locking accounts."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any
from uuid import UUID

from models.base import one, sql
from models.listing import Listing, by_code
from rules.ledger import GUARDED, NORMAL_SIDE, Account, AccountKind, account_code
from rules.refusals.ledger import AccountNotFound

_ACCOUNT = "id, kind, owner_ref, code, title, guarded, balance_fen, held_fen, posted"

OPEN = """
INSERT INTO ledger_account (id, kind, owner_ref, code, title, side, guarded, balance_fen, held_fen,
    posted, opened_at)
SELECT time_ordered_uuid(), $1, l.ref, l.code, l.title, $2, $3, 0, 0, 0, $4
FROM unnest($5::uuid[], $6::text[], $7::text[]) AS l(ref, code, title)
ON CONFLICT (code) DO NOTHING
"""


def _account(row: Mapping[str, Any]) -> Account:
    return Account(**{**row, "kind": AccountKind(row["kind"])})


async def ensure_accounts(
    kind: AccountKind, owners: Iterable[tuple[UUID | None, str]], now: datetime
) -> dict[UUID | None, UUID]:
    """The account id of every (owner, title) given; missing accounts are opened at zero.

    A title is written when its account is opened and not changed by a later call.
    """
    titles = dict(owners)
    codes = {account_code(kind, ref): ref for ref in titles}
    refs = [codes[code] for code in sorted(codes)]
    await sql(
        OPEN,
        kind,
        NORMAL_SIDE[kind],
        kind in GUARDED,
        now,
        refs,
        sorted(codes),
        [titles[ref] for ref in refs],
    )
    rows = await sql("SELECT id, code FROM ledger_account WHERE code = ANY($1)", sorted(codes))
    return {codes[row["code"]]: row["id"] for row in rows}


async def ensure_account(
    kind: AccountKind, owner_ref: UUID | None, title: str, now: datetime
) -> UUID:
    """The id of the owner's account of this kind, opened at zero if it was missing."""
    return (await ensure_accounts(kind, [(owner_ref, title)], now))[owner_ref]


async def account_for(kind: AccountKind, owner_ref: UUID | None) -> Account:
    """The owner's account of this kind, unlocked. Raises AccountNotFound."""
    found = await accounts_for(kind, [owner_ref])
    if not found:
        raise AccountNotFound(kind=kind)
    return found[owner_ref]


async def accounts_for(
    kind: AccountKind, owner_refs: Iterable[UUID | None]
) -> dict[UUID | None, Account]:
    """The accounts of this kind that exist for these owners, unlocked, by owner."""
    codes = [account_code(kind, ref) for ref in owner_refs]
    rows = await sql(f"SELECT {_ACCOUNT} FROM ledger_account WHERE code = ANY($1)", codes)
    return {row["owner_ref"]: _account(row) for row in rows}


async def lock(
    ids: Iterable[UUID], case_id: UUID | None = None, plan_version: int = 0
) -> dict[UUID, Account]:
    """The accounts, and those that the case's holds are on, locked in ascending id order."""
    rows = await sql(
        # As one array: an OR of the two would read every account of the city.
        f"SELECT {_ACCOUNT} FROM ledger_account WHERE id = ANY($1::uuid[] || ARRAY("
        "SELECT account_id FROM ledger_hold WHERE case_id = $2 AND plan_version = $3))"
        " ORDER BY id FOR NO KEY UPDATE",
        list(set(ids)),
        case_id,
        plan_version,
    )
    return {row["id"]: _account(row) for row in rows}


async def account_of(account_id: UUID) -> Account:
    """The account, unlocked. Raises AccountNotFound."""
    rows = await sql(f"SELECT {_ACCOUNT} FROM ledger_account WHERE id = $1", account_id)
    if not rows:
        raise AccountNotFound()
    return _account(rows[0])


ACCOUNTS = Listing(
    "a.id AS account_id, a.code, a.title, a.kind, a.owner_ref, a.balance_fen, a.held_fen,"
    " a.balance_fen - a.held_fen AS available_fen, a.posted AS entries",
    "ledger_account a",
    "a.id",
    {"code": by_code("a.code")},
    {"kind": "a.kind = {kind}", "q": "strpos(a.code, {q}) > 0 OR strpos(a.title, {q}) > 0"},
)
"""The accounts of the books by code."""


async def balance_of(code: str) -> int:
    """The balance of the account with that code, in fen; 0 if there is none."""
    row = await one("SELECT balance_fen FROM ledger_account WHERE code = $1", code)
    return int(row["balance_fen"]) if row else 0
