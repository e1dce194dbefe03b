"""Household funds and scopes that change: who is let in. Section 6, R3.8, R12.2."""

from typing import Any
from uuid import uuid4

from tortoise.transactions import in_transaction

from models import ledger
from models.deposits import BankAccount
from rules.ledger import AccountKind
from tests.access.row import BOUND, REASON, Row, Sent
from tests.world import City

DESKS = "clerk clerk2 reviewer finance finance2 auditor"
ENTER = "clerk clerk2 finance finance2"
OWN = f"owner1 {DESKS}"
_LINES = "房屋编号,金额,日期,凭证号\nSLY-1-1-401,1.00,2025-09-01,P-1\n"


def _entry(scene: Any) -> dict[str, Any]:
    return {
        "kind": "first",
        "custody_id": scene.ids["custody_id"],
        "effective_on": "2025-09-01",
        "voucher": "P-1",
        "lines": [{"home_id": scene.ids["unpaid_home_id"], "amount_fen": 100}],
    }


def _use(scene: Any) -> dict[str, Any]:
    return {
        "scope_id": scene.ids["scope_id"],
        "total_fen": 100,
        "custody_id": scene.ids["custody_id"],
        "effective_on": "2025-09-01",
        "voucher": "P-1",
        "leave_owed": True,
    }


# The batch and the switch were entered by the first clerk: somebody else confirms them.

AFTER = ("deposits",)

ROWS: dict[str, Row | tuple[Row, ...]] = {
    "POST /fund-batches": Row(ENTER, body=_entry),
    "POST /fund-batches/split": Row(ENTER, body=_use),
    "POST /fund-batches/file": Row(
        ENTER,
        body=Sent("缴存.csv", "text/csv", _LINES.encode),
        query="?kind=first&custody_id={custody_id}",
    ),
    "GET /fund-batches": Row(DESKS, finds=DESKS, thing="batch_id"),
    "GET /fund-batches/{batch_id}": Row(DESKS),
    "GET /fund-batches/{batch_id}/lines": Row(DESKS),
    "POST /fund-batches/{batch_id}/confirmation": Row("reviewer finance finance2"),
    "POST /fund-batches/{batch_id}/dropping": Row(f"{ENTER} reviewer", body=REASON),
    "GET /homes/{home_id}/fund": Row(OWN),
    "GET /homes/{home_id}/fund/statement": Row(OWN),
    "GET /homes/{home_id}/fund/statement.xlsx": Row(OWN),
    "GET /homes/{home_id}/fund/statement.pdf": Row(OWN, slow=True),
    "GET /fund-warnings": Row(DESKS),
    "GET /unpaid-homes": Row(DESKS, finds=DESKS, thing="unpaid_home_id"),
    "POST /buildings/{building_id}/scope-switch": Row(
        "clerk clerk2", body={"to_kind": "unit", **REASON}, ids={"building_id": "other_building_id"}
    ),
    "GET /buildings/{building_id}/scope-switches": Row(
        f"{BOUND} committee manager {DESKS} administrator bureau"
    ),
    "GET /scope-switches": Row(DESKS, finds=DESKS, thing="switch_id"),
    # Before there is a case: one that is under way keeps its scope.
    "POST /scope-switches/{switch_id}/confirmation": Row("reviewer finance finance2", "free"),
    "POST /scope-switches/{switch_id}/dropping": Row(
        "clerk clerk2 reviewer finance finance2", body=REASON
    ),
}


async def ids(city: City) -> dict[str, Any]:
    """A bank account, a batch and a switch that wait for somebody else than the first clerk."""
    now, roll = city.clock(), city.roll
    async with in_transaction():
        account = await ledger.ensure_account(AccountKind.BANK, uuid4(), "分户专户", now)
    custody = await BankAccount.create(
        bank="示例银行", number="9000-0009", title="分户专户", account_id=account, created_at=now
    )
    found = {
        "custody_id": str(custody.id),
        "home_id": str(roll.here.homes["1-101"]),
        "unpaid_home_id": str(roll.here.homes["1-401"]),
        "other_building_id": str(roll.there.building),
    }
    entry = {
        "kind": "first",
        "custody_id": found["custody_id"],
        "effective_on": "2025-09-01",
        "voucher": "P-0",
        "lines": [{"home_id": found["home_id"], "amount_fen": 100}],
    }
    token = await city.staff("clerk")
    batch = await city.must("POST", "/fund-batches", token, entry)
    path = f"/buildings/{roll.here.building}/scope-switch"
    switch = await city.must("POST", path, token, {"to_kind": "unit", "reason": "示例"})
    return found | {"batch_id": batch["id"], "switch_id": switch["id"]}
