"""What owners pay in for a case and get back: who is let in. 二(二)6, R12.2."""

from typing import Any

from tests.access.row import CENTRE, REASON, Row, Sent
from tests.handlers.special.words import banked
from tests.journey import Journey
from tests.small_roll import Planter
from tests.world import City

DESKS = "clerk clerk2 reviewer finance finance2 auditor"
ENTER = "clerk clerk2 finance finance2"
CONFIRM = "reviewer finance finance2"
DROP = f"{ENTER} reviewer"
# The case is of the other community, applied for by its manager: its owners see their own homes.
SEES = f"elsewhere other_manager {CENTRE}"
CASE = {"case_id": "household_case_id"}
OVER = {"case_id": "ended_case_id"}
_LINES = "房屋编号,金额,日期,凭证号\nBC-1-1-201,1.00,2025-09-01,G-1\n"


def _receipt(scene: Any) -> dict[str, Any]:
    return {
        "home_id": scene.ids["paying_home_id"],
        "amount_fen": 100,
        "method": "cash",
        "custody_id": scene.ids["receipt_custody_id"],
        "effective_on": "2025-09-01",
        "voucher": "G-9",
    }


def _refund(scene: Any) -> dict[str, Any]:
    body = _receipt(scene) | {"payee": "吴示例", "payee_account": "62220001", "reason": "终止"}
    del body["method"]
    return body


AFTER = ("funds",)

ROWS: dict[str, Row | tuple[Row, ...]] = {
    "POST /cases/{case_id}/receipts": Row(ENTER, "free", _receipt, ids=CASE),
    "POST /cases/{case_id}/receipts/file": Row(
        ENTER,
        "free",
        Sent("代收.csv", "text/csv", _LINES.encode),
        "?custody_id={receipt_custody_id}",
        ids=CASE,
    ),
    "GET /cases/{case_id}/receipts": Row(DESKS, "free", ids=CASE, finds=DESKS, thing="receipt_id"),
    # The receipt and the refund were entered by the first clerk, who confirms neither.
    "POST /cases/{case_id}/receipts/confirmation": Row(
        CONFIRM, "free", lambda scene: {"receipt_ids": [scene.ids["receipt_id"]]}, ids=CASE
    ),
    "POST /cases/{case_id}/receipts/{receipt_id}/confirmation": Row(CONFIRM, "free", ids=CASE),
    "POST /cases/{case_id}/receipts/{receipt_id}/dropping": Row(DROP, "free", REASON, ids=CASE),
    "GET /cases/{case_id}/collection": Row(
        SEES, "free", ids=CASE, finds=f"other_manager {DESKS}", thing="paying_home_id"
    ),
    "GET /cases/{case_id}/collection.xlsx": Row(f"other_manager {DESKS}", "free", ids=CASE),
    "POST /cases/{case_id}/refunds": Row(ENTER, "free", _refund, ids=OVER),
    "GET /cases/{case_id}/refunds": Row(
        DESKS, "free", ids=OVER, finds=DESKS, thing="case_refund_id"
    ),
    "POST /cases/{case_id}/refunds/{refund_id}/confirmation": Row(
        CONFIRM, "free", ids=OVER | {"refund_id": "case_refund_id"}
    ),
    "POST /cases/{case_id}/refunds/{refund_id}/dropping": Row(
        DROP, "free", REASON, ids=OVER | {"refund_id": "case_refund_id"}
    ),
    "POST /refunds/{refund_id}/unmasking": Row(
        CONFIRM, "free", REASON, ids={"refund_id": "case_refund_id"}
    ),
}


async def ids(city: City) -> dict[str, Any]:
    """Elsewhere: a case whose homes owe all, with a receipt that waits; one that ended, with a
    refund that waits."""
    custody = str(await banked(city, "9000-0088"))
    home = str(city.roll.there.homes["1-201"])
    running, ended = await _planned(city, 4), await _planned(city, 5)
    entry = {
        "home_id": home,
        "amount_fen": 1_000,
        "method": "transfer",
        "custody_id": custody,
        "effective_on": "2025-09-01",
        "voucher": "G-0",
    }
    waiting = await running.do("clerk", "/receipts", entry)
    paid = await ended.do("clerk", "/receipts", entry)
    told = {"receipt_ids": [paid["receipt_id"]]}
    await ended.do("finance", "/receipts/confirmation", told)
    await ended.do("other_manager", "/withdrawal", {"reason": "改期"})
    back = entry | {"amount_fen": 500, "payee": "吴示例", "payee_account": "62220002"}
    back |= {"reason": "终止"}
    del back["method"]
    refund = await ended.do("clerk", "/refunds", back)
    return {
        "household_case_id": running.id,
        "ended_case_id": ended.id,
        "receipt_custody_id": custody,
        "paying_home_id": home,
        "receipt_id": waiting["receipt_id"],
        "case_refund_id": refund["refund_id"],
    }


async def _planned(city: City, number: int) -> Journey:
    """A case of another elevator there, whose plan was filed and which the homes pay."""
    there, planter = city.roll.there, Planter(city.vault, city.clock())
    lift = await planter.elevator(there.building, there.units[0], f"BC-T{number}")
    trip = await Journey.applied(
        city,
        "other_manager",
        scope_id=str(there.scope),
        elevator_ids=[str(lift)],
        flow="household",
        applicant="manager",
        authorisation_file_id=await city.paper("other_manager"),
    )
    await trip.accept()
    told = [{"elevator_id": str(lift), "premium_fen": 120_000, "limit_fen": 5_000_000}]
    await trip.do("insurer", "/plan", {"survey": "正常", "cover": "故障维修", "elevators": told})
    return trip
