"""Vouchers, journals, reports and what is published of a year: who is let in. R3.2, R12.1."""

from typing import Any
from uuid import uuid4

from models import ledger
from models.base import one, sql
from models.deposits import BankAccount
from rules.ledger import AccountKind
from tests.access.row import EVERYBODY, SEES, Row
from tests.world import City

FINANCE = "finance finance2"
BOOKKEEPERS = f"{FINANCE} auditor"
READERS = f"{BOOKKEEPERS} reviewer"
DAY = "2025-09-12"


def _entry(scene: Any, **more: Any) -> dict[str, Any]:
    return {"amount_fen": 100, "effective_on": DAY, "memo": "转账", **more}


def _transfer(scene: Any) -> dict[str, Any]:
    ends = {"from_account_id": scene.ids["bank_account"], "to_account_id": scene.ids["other_bank"]}
    return _entry(scene, **ends)


def _unnamed(scene: Any) -> dict[str, Any]:
    return _entry(scene, bank_account_id=scene.ids["bank_account"], direction="in")


def _reversal(scene: Any) -> dict[str, Any]:
    return {"journal_id": scene.ids["journal_id"], "effective_on": DAY, "memo": "有误"}


def _closing(scene: Any) -> dict[str, Any]:
    return {"building_ids": [str(scene.city.roll.here.building)]}


DESK = "clerk clerk2 reviewer finance finance2"

ROWS: dict[str, Row | tuple[Row, ...]] = {
    # --- by hand: finance enters, another of finance or a reviewer confirms (section 1, R3.2)
    "POST /ledger/vouchers/transfers": Row(FINANCE, body=_transfer),
    "POST /ledger/vouchers/suspense": Row(FINANCE, body=_unnamed),
    "POST /ledger/vouchers/reversals": Row(FINANCE, body=_reversal),
    "POST /ledger/vouchers/{voucher_id}/confirmation": Row("finance2 reviewer"),
    "POST /ledger/vouchers/{voucher_id}/dropping": Row(
        f"{FINANCE} reviewer", body={"reason": "重复"}
    ),
    "GET /ledger/vouchers": Row(READERS, finds=READERS, thing="voucher_id"),
    "GET /ledger/vouchers/{voucher_id}": Row(READERS),
    "GET /ledger/journals": Row(READERS, finds=READERS, thing="journal_id"),
    "GET /ledger/journals/{journal_id}": Row(READERS),
    # --- the door behind opening balances: two of those who bring money into the books (R2.9)
    "POST /opening-closings": Row("clerk clerk2 finance finance2", body=_closing),
    "GET /opening-closings/{closing_id}": Row(f"{DESK} auditor"),
    "POST /opening-closings/{closing_id}/confirmation": Row("finance2 reviewer"),
    "POST /opening-closings/{closing_id}/dropping": Row(DESK, body={"reason": "重复"}),
    "GET /opening-doors": Row(f"{DESK} auditor"),
    # --- the year in the books; a scope's own statement for those who see the scope (R3.8)
    "GET /ledger/trial-balance.xlsx": Row(BOOKKEEPERS),
    "GET /ledger/years/{year}": Row(READERS, ids={"year": "year"}),
    "GET /ledger/years/{year}/summary.xlsx": Row(READERS, ids={"year": "year"}),
    "GET /scopes/{scope_id}/statement.xlsx": Row(SEES, query="?year=2025"),
    "GET /scopes/{scope_id}/statement.pdf": Row(SEES, query="?year=2025", slow=True),
    # --- a closed year is published by finance or a reviewer, for everybody (R12.1)
    "POST /accounting-years/{year}/publication": Row(
        f"{FINANCE} reviewer", body={"reason": ""}, ids={"year": "closed_year"}
    ),
    "GET /public/yearly-reports": Row(EVERYBODY, finds=EVERYBODY, thing="published_year"),
    "GET /public/yearly-reports/{year}": Row(EVERYBODY, ids={"year": "published_year"}),
    "GET /public/yearly-reports/{year}/report.json": Row(EVERYBODY, ids={"year": "published_year"}),
    "GET /public/yearly-reports/{year}/report.xlsx": Row(
        EVERYBODY, ids={"year": "published_year"}, slow=True
    ),
    "GET /scopes/{scope_id}/income/{year}/explanation.pdf": Row(
        SEES, ids={"year": "income_year"}, slow=True
    ),
    "GET /open/years": Row(EVERYBODY),
    "GET /open/years/{year}": Row(EVERYBODY, ids={"year": "published_year"}),
    "GET /open/accounts/{scope_id}/income/{year}": Row(EVERYBODY, ids={"year": "income_year"}),
    "GET /assets/recompute_income.py": Row(EVERYBODY),
}


async def ids(city: City) -> dict[str, str]:
    """Two bank accounts, a voucher and a door that wait, and a journal that may be reversed."""
    other = await ledger.ensure_account(AccountKind.BANK, uuid4(), "第二专户", city.clock())
    accounts = []
    for number, account_id in enumerate((city.roll.bank, other)):
        row = await BankAccount.create(
            bank="示例银行",
            number=f"100{number}",
            title="专户",
            account_id=account_id,
            created_at=city.clock(),
        )
        accounts.append(str(row.id))
    found = {"year": "2025", "bank_account": accounts[0], "other_bank": accounts[1]}
    ends = {"from_account_id": accounts[0], "to_account_id": accounts[1]}
    body = {**ends, "amount_fen": 1, "effective_on": DAY, "memo": "转账"}
    entered = await city.must(
        "POST", "/ledger/vouchers/transfers", await city.staff("finance"), body
    )
    journal = await one("SELECT id FROM ledger_journal ORDER BY id LIMIT 1")
    assert journal is not None
    for year in ("2018", "2019"):
        await sql(
            "INSERT INTO accounting_year (year, state, asked_by, asked_at, frozen_at, step, done,"
            " total, failure, figures)"
            " VALUES ($1, 'closed', gen_random_uuid(), $2, $2, '', 0, 0, '',"
            " '{\"interest_carried_fen\": 0}')",
            int(year),
            city.clock(),
        )
    path = "/accounting-years/2018/publication"
    await city.must("POST", path, await city.staff("finance"), {})
    found |= {"published_year": "2018", "closed_year": "2019"}
    door = {"building_ids": [str(city.roll.here.building)]}
    closing = await city.must("POST", "/opening-closings", await city.staff("finance"), door)
    found["closing_id"] = str(closing["id"])
    return {**found, "voucher_id": entered["voucher_id"], "journal_id": str(journal["id"])}
