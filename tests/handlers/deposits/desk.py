"""Finance at work: a bank account with money, deposits placed, advices entered and confirmed."""

from typing import Any
from uuid import UUID

from tortoise.transactions import in_transaction

from models import ledger
from models.base import sql
from rules.ledger import AccountKind, JournalKind, Part, opening
from tests.handlers.objecting import done
from tests.small_roll import POOLED_FEN, SINCE
from tests.world import City

PRINCIPAL_FEN = 100_000_000
# What the small roll's two scopes already have in the main bank account.
BEFORE_FEN = 2 * POOLED_FEN
WHY = {"reason": "录入有误"}


async def main_account(city: City, fen: int = 2 * PRINCIPAL_FEN) -> str:
    """The main bank account with so much in it, all of it since long ago; its id."""
    await came_in(city, fen - BEFORE_FEN)
    body = {"bank": "示例银行", "number": "999900001", "holder": "维修资金专户", "main": True}
    made = await done(city, "finance", "/bank-accounts", body)
    return str(made["id"])


async def came_in(city: City, fen: int, reference: str = "opening:desk") -> None:
    """Value-added income of old times lies in the bank."""
    async with in_transaction():
        bank = await ledger.ensure_account(AccountKind.BANK, None, "维修资金专户", city.clock())
        part = [Part(city.roll.here.pooled, fen)]
        entry = opening(JournalKind.OPENING_INCOME, bank, part, SINCE, reference)
        await ledger.post(entry, city.clock(), "test")


def terms(custody: str, **changes: Any) -> dict[str, Any]:
    """The rulebook's worked example: a million from 2024-07-01 for a year at 1.95 %."""
    return {
        "code": "CK-1",
        "custody_id": custody,
        "bank": "示例银行",
        "bank_account": "999900001",
        "principal_fen": PRINCIPAL_FEN,
        "tenor": "1y",
        "opened_on": "2024-07-01",
        "agreed_rate_e4": 19_500,
        "method": "terms",
    } | changes


async def placed(city: City, custody: str, **changes: Any) -> str:
    """A deposit that runs; its path."""
    made = await done(city, "finance", "/deposits", terms(custody, **changes))
    path = f"/deposits/{made['id']}"
    await done(city, "finance2", f"{path}/confirmation")
    return path


def advice(**changes: Any) -> dict[str, Any]:
    """What the bank sends at the maturity of the worked example."""
    return {
        "advice_number": "JX-1",
        "credited_on": "2025-07-01",
        "interest_fen": 1_950_000,
    } | changes


async def advised(city: City, deposit: str, **changes: Any) -> str:
    """An advice that waits for its second person; the settlement's path."""
    made = await done(city, "finance", f"{deposit}/advices", advice(**changes))
    return f"/settlements/{made['id']}"


async def settled(city: City, deposit: str, **changes: Any) -> str:
    """An advice that is in the books; the settlement's path."""
    path = await advised(city, deposit, **changes)
    await done(city, "finance2", f"{path}/confirmation")
    return path


async def reversed_(city: City, settlement: str) -> Any:
    """A settlement undone by two people."""
    return await done(city, "reviewer", f"{await reversing(city, settlement)}/confirmation")


async def reversing(city: City, settlement: str) -> str:
    """A settlement whose reversal waits for its second person; the reversal's path."""
    made = await done(city, "finance", f"{settlement}/reversals", WHY)
    return f"{settlement}/reversals/{made['reversal']['id']}"


async def books() -> dict[str, int]:
    """What lies where, in fen; the books balance and their cache is true."""
    assert await ledger.unbalanced_journals() == []
    assert await ledger.replay_differences() == []
    rows = await sql(
        "SELECT kind, sum(balance_fen)::bigint AS fen FROM ledger_account"
        " WHERE kind <> 'pooled' GROUP BY kind"
    )
    return {row["kind"]: row["fen"] for row in rows if row["fen"]}


async def journals(kind: str) -> list[dict[str, Any]]:
    """The journals of one kind."""
    return await sql(
        "SELECT id, reference, effective_on, memo FROM ledger_journal WHERE kind = $1"
        " ORDER BY recorded_at",
        kind,
    )


def id_of(path: str) -> UUID:
    """The id that a path ends with."""
    return UUID(path.rsplit("/", 1)[1])
