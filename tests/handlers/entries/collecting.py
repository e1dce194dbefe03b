"""What owners pay in for a case, and what goes back to them."""

from typing import Any, cast

from models.base import one, sql
from tests.handlers.collecting.desk import NEVER, POOR, Desk
from tests.handlers.entries import Waiting
from tests.handlers.funds.till import Till
from tests.handlers.special.test_refunding import entry
from tests.handlers.special.words import banked, insured, owner_appointed
from tests.journey import Journey
from tests.world import City


async def _desk(city: City) -> tuple[Desk, str]:
    """The desk with a planned case of the homes' own funds; the same one when asked again."""
    case, bank = await one('SELECT id FROM "case"'), await one("SELECT id FROM bank_account")
    if case is None or bank is None:
        desk = await Desk.opened(city)
        return desk, desk.trip.id
    return Desk(Till(city, bank["id"]), cast(Journey, None)), str(case["id"])


async def _entered(city: City, who: str, path: str, body: Any) -> Any:
    return await city.must("POST", path, await city.staff(who), body)


async def receipt(city: City) -> Waiting:
    """A part of what one home owes."""
    desk, case_id = await _desk(city)
    path = f"/cases/{case_id}/receipts"
    made = await _entered(city, "clerk", path, desk.receipt(POOR, 100))
    return Waiting(f"{path}/{made['receipt_id']}", "clerk", "finance")


async def refund(city: City) -> Waiting:
    """A part of what a home paid in for a case that came to nothing."""
    desk, case_id = await _desk(city)
    if desk.trip is not None:
        await desk.pays(NEVER, 500)
        await desk.trip.do("owner1", "/withdrawal", {"reason": "改期再办"})
    path, body = f"/cases/{case_id}/refunds", desk.refund(NEVER, 100)
    del body["method"]
    made = await _entered(city, "clerk", path, body)
    return Waiting(f"{path}/{made['refund_id']}", "clerk", "finance2")


async def special_refund(city: City) -> Waiting:
    """A part of a sole owner's account of which an elevator was scrapped."""
    account = await one("SELECT id FROM special_account")
    if account is None:
        await owner_appointed(city, "stranger")
        trip = await insured(city, "stranger", await banked(city))
        await sql("UPDATE elevator SET condemned = true")
        account = {"id": trip.body["special_account_id"]}
    bank = await one("SELECT id FROM bank_account WHERE number = '9000-0077'")
    assert bank is not None
    path = f"/special-accounts/{account['id']}/refunds"
    made = await _entered(city, "finance", path, await entry(city, bank["id"], 100))
    return Waiting(f"/special-refunds/{made['id']}", "finance", "finance2")


SCENES = {"receipt": receipt, "refund": refund, "special_refund": special_refund}
