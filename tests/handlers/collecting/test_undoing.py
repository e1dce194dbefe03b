"""What was paid in or given back is undone by a voucher of two people. R3.2."""

from models.base import sql
from tests.handlers.collecting.desk import NEVER, UNSOLD, Desk, nothing_amiss
from tests.handlers.collecting.test_money import collected
from tests.world import City


async def reverse(desk: Desk, journal_id: str) -> tuple[int, str]:
    """Entered by one, confirmed by another; the last status and code."""
    city = desk.city
    body = {
        "journal_id": journal_id,
        "effective_on": city.clock().date().isoformat(),
        "memo": "录错",
    }
    token = await city.staff("finance")
    status, made = await city.call("POST", "/ledger/vouchers/reversals", token, body)
    if status >= 400:
        return status, made["code"]
    path = f"/ledger/vouchers/{made['voucher_id']}/confirmation"
    status, answer = await city.call("POST", path, await city.staff("finance2"))
    return status, answer.get("code", "")


async def journal_of(desk: Desk, table: str) -> str:
    rows = await sql(f"SELECT journal_id FROM {table} WHERE state = 'posted'")
    return str(rows[0]["journal_id"])


async def test_a_reversed_receipt_is_owed_again(city: City) -> None:
    """R3.2: books and list never say two things; a case that was whole collects again."""
    desk = await Desk.opened(city, "collecting")
    await desk.settle()
    assert desk.trip.body["state"] == "registered"
    assert await reverse(desk, await journal_of(desk, "case_receipt")) == (200, "")
    assert (await desk.trip.look())["state"] == "collecting"
    listed = await desk.list()
    assert listed["gathered_fen"] == await collected(desk) < listed["needed_fen"]
    await desk.settle()
    assert desk.trip.body["state"] == "registered"
    await desk.trip.contract()
    spent = await reverse(desk, await journal_of(desk, "case_receipt"))
    assert spent == (409, "UndoneElsewhere"), "the contract relies on it"
    await nothing_amiss()


async def test_a_reversal_that_waits_is_judged_again(city: City) -> None:
    """Entered before the contract, confirmed after it."""
    desk = await Desk.opened(city, "collecting")
    await desk.settle()
    body = {
        "journal_id": await journal_of(desk, "case_receipt"),
        "effective_on": city.clock().date().isoformat(),
        "memo": "录错",
    }
    token = await city.staff("finance")
    made = await city.must("POST", "/ledger/vouchers/reversals", token, body)
    await desk.trip.contract()
    path = f"/ledger/vouchers/{made['voucher_id']}/confirmation"
    status, answer = await city.call("POST", path, await city.staff("finance2"))
    assert (status, answer["code"]) == (409, "UndoneElsewhere")


async def test_a_refund_that_came_back_can_be_paid_again(city: City) -> None:
    desk = await Desk.opened(city, "planned")
    await desk.pays(NEVER, 500)
    await desk.trip.do("owner1", "/withdrawal", {"reason": "改期再办"})
    await desk.give_back(NEVER, 500)
    receipt = await journal_of(desk, "case_receipt")
    assert await reverse(desk, receipt) == (409, "UndoneElsewhere"), "it was given back"
    assert await reverse(desk, await journal_of(desk, "case_refund")) == (200, "")
    assert (await desk.part(NEVER))["refundable_fen"] == 500 == await collected(desk)
    await desk.give_back(NEVER, 500)
    assert await collected(desk) == 0
    await nothing_amiss()


async def test_a_receipt_that_was_returned_is_not_undone_with_a_neighbours_money(
    city: City,
) -> None:
    """R3.2: on one account lies what several homes paid in; what one of them got back is gone."""
    desk = await Desk.opened(city, "planned")
    await desk.pays(NEVER, 500)
    receipt = await journal_of(desk, "case_receipt")
    await desk.pays(UNSOLD, 500)
    await desk.trip.do("owner1", "/withdrawal", {"reason": "改期再办"})
    await desk.give_back(NEVER, 500)
    assert await reverse(desk, receipt) == (409, "UndoneElsewhere")
    await desk.give_back(UNSOLD, 500)
    assert await collected(desk) == 0
    await nothing_amiss()


async def test_a_reversal_that_waits_sees_the_refund(city: City) -> None:
    """Entered while the money is there, confirmed after it went back; then the refund is undone."""
    desk = await Desk.opened(city, "planned")
    await desk.pays(NEVER, 500)
    await desk.pays(UNSOLD, 500)
    await desk.trip.do("owner1", "/withdrawal", {"reason": "改期再办"})
    rows = await sql(
        "SELECT journal_id FROM case_receipt WHERE home_id = $1", desk.till.home(NEVER)
    )
    body = {
        "journal_id": str(rows[0]["journal_id"]),
        "effective_on": city.clock().date().isoformat(),
        "memo": "退票",
    }
    token = await city.staff("finance")
    made = await city.must("POST", "/ledger/vouchers/reversals", token, body)
    await desk.give_back(NEVER, 500)
    path = f"/ledger/vouchers/{made['voucher_id']}/confirmation"
    status, answer = await city.call("POST", path, await city.staff("finance2"))
    assert (status, answer["code"]) == (409, "UndoneElsewhere")
    assert await reverse(desk, await journal_of(desk, "case_refund")) == (200, "")
    await city.must("POST", path, await city.staff("finance2"))
    assert await collected(desk) == 500
    await nothing_amiss()
