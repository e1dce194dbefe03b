"""附件《操作流程》二(三)：独立产权人一次存入三年保费，第二年保费上涨补缴差额，第三年电梯报废退款。

No signatures, no notice, no registration. The clock is moved by hand; it is 2025-09-15.
"""

from datetime import date, timedelta
from typing import Any
from uuid import UUID

from models.base import sql
from rules.conditions import anniversary
from tests.handlers.special.words import banked, deposited, holder, owner_appointed, special
from tests.journey import PREMIUMS, Journey
from tests.stories.telling import done, nothing_amiss, plan_message, refused, see, told, uploaded
from tests.world import City

WHO = "stranger"
PREMIUM = sum(PREMIUMS)
DEARER = (140_000, 150_000)


async def test_a_sole_owner_insures_for_three_years(city: City) -> None:
    """Three years in, two paid out, a dearer second year topped up, and what is left goes back."""
    await owner_appointed(city, WHO)
    custody = await banked(city)
    first = await the_first_year(city, custody)
    second = await the_second_year(city, custody, first)
    await an_elevator_is_scrapped(city, custody, second)
    await they_were_told(city)
    # R12.2: what one owner paid for is one owner's figure.
    told_of = await city.must("GET", "/public/payouts")
    assert (told_of["items"], told_of["total_fen"]) == ([], 0)
    await nothing_amiss()


async def the_first_year(city: City, custody: UUID) -> Journey:
    """二(三)1 至 4：查勘、方案、开户、一次存三年、凭合同和发票拨付。"""
    trip = await Journey.applied(city, WHO, flow="independent", applicant="independent")
    assert trip.body["state"] == "filed" and trip.body["flow"] == "independent"
    await trip.accept()
    await trip.plan()
    assert trip.body["state_title"] == "方案已制定，待开设保险专户"
    assert trip.body["money"]["held_fen"] == 0
    said = await plan_message(trip, WHO)
    assert "尚未预留" in said and "下一步由住保中心开设或核对电梯保险专户" in said
    await trip.do("clerk", "/special-account", holder())
    assert trip.body["state"] == "collecting"
    assert trip.body["collection"] == {
        "needed_fen": 3 * PREMIUM,
        "gathered_fen": 0,
        "complete": False,
    }
    contract = {"number": "HT-1", "from_on": "2025-10-01", "to_on": "2026-09-30", "amount_fen": 1}
    contract["file_id"] = await uploaded(city, WHO)
    path = f"/cases/{trip.id}/contract"
    assert await refused(city, WHO, path, contract) == "409 NotAllowedNow"
    await deposited(trip, custody, 2 * PREMIUM, "P-1")
    assert trip.body["state"] == "collecting" and trip.body["money"]["held_fen"] == 0
    await deposited(trip, custody, PREMIUM, "P-2")
    assert trip.body["state"] == "funded" and trip.body["money"]["held_fen"] == PREMIUM
    await paid(trip, PREMIUM, date(2025, 10, 1), 1)
    seen = await special(trip, WHO)
    assert (seen["balance_fen"], seen["held_fen"], seen["years_paid"]) == (2 * PREMIUM, 0, 1)
    return trip


async def paid(trip: Journey, amount: int, start: date, year: int) -> None:
    """4 持合同和发票申请拨付；没有公示，也就没有公示影像。"""
    await trip.contract(amount_fen=amount, start=start, number=f"HT-{year}")
    await trip.payout(f"INV-{year}")
    await trip.prepare()
    assert await refused(trip.city, "finance", f"/cases/{trip.id}/payout/approval") == (
        "403 SamePerson"
    )
    await trip.approve()
    assert trip.body["money"]["paid_fen"] == amount and trip.body["money"]["held_fen"] == 0
    await trip.issue(f"BD-{year}")
    assert trip.body["state"] == "insured"


async def a_year_later(city: City, days: int = 340) -> None:
    """Time passes; the elevators are maintained and were inspected again."""
    city.clock.advance(days=days)
    await city.maintained()
    today = city.clock().date()
    await sql(
        "UPDATE elevator SET inspected_on = $1, inspection_due_on = $2",
        today - timedelta(days=20),
        today + timedelta(days=345),
    )


async def the_second_year(city: City, custody: UUID, first: Journey) -> Journey:
    """第二、三年从专户支付；保费上涨的，先补足余下年度的差额。"""
    await a_year_later(city)
    again = {"flow": "independent", "applicant": "independent", "renews": first.id}
    trip = await Journey.applied(city, WHO, **again)
    assert trip.body["renews"] == first.id
    assert trip.body["special_account_id"] == first.body["special_account_id"]
    await trip.accept()
    await trip.plan(DEARER)
    await trip.do("clerk", "/special-account", {})
    dearer = sum(DEARER)
    owed = trip.body["collection"]
    assert (owed["needed_fen"], owed["gathered_fen"]) == (2 * dearer, 2 * PREMIUM)
    assert trip.body["state"] == "collecting"
    await deposited(trip, custody, 2 * (dearer - PREMIUM), "P-3")
    assert trip.body["state"] == "funded" and trip.body["money"]["held_fen"] == dearer
    last = anniversary(date(2025, 10, 1), 1)
    await paid(trip, dearer - 10_000, last, 2)
    seen = await special(trip, WHO)
    # A smaller contract left ten thousand more.
    assert seen["balance_fen"] == dearer + 10_000 and seen["years_paid"] == 2
    return trip


async def an_elevator_is_scrapped(city: City, custody: UUID, trip: Journey) -> None:
    """电梯报废后，多余的保费退回产权人的账户：一人录入，另一人复核。"""
    account = str(trip.body["special_account_id"])
    path = f"/special-accounts/{account}/refunds"
    await a_year_later(city, 300)
    wanted: dict[str, Any] = {
        "amount_fen": 1,
        "custody_id": str(custody),
        "effective_on": city.clock().date().isoformat(),
        "voucher": "TK-1",
        "reason": "1号电梯报废",
        "file_id": await uploaded(city, "finance"),
    }
    assert await refused(city, "finance", path, wanted) == "409 NotScrapped"
    await sql("UPDATE elevator SET condemned = true WHERE id = $1", city.roll.here.elevators[0])
    free = sum(DEARER) + 10_000 - DEARER[1]
    assert (await special(trip, WHO))["refundable_fen"] == free
    too_much = wanted | {"amount_fen": free + 1}
    assert await refused(city, "finance", path, too_much) == "422 TooMuch"
    entry = await done(city, "finance", path, wanted | {"amount_fen": free})
    assert entry["state"] == "draft" and entry["payee_account"] == "尾号4321"
    assert await refused(city, "finance", path, wanted) == "422 TooMuch"
    confirm = f"/special-refunds/{entry['id']}/confirmation"
    assert await refused(city, "finance", confirm) == "403 SamePerson"
    assert (await done(city, "finance2", confirm))["state"] == "posted"
    seen = await special(trip, WHO)
    assert seen["balance_fen"] == DEARER[1] and seen["refundable_fen"] == 0
    status, lines = await see(city, WHO, f"/special-accounts/{account}/statement")
    moved = [line["amount_fen"] for line in lines["items"]]
    dearer = sum(DEARER)
    in_and_out = [2 * PREMIUM, PREMIUM, -PREMIUM, 2 * (dearer - PREMIUM), 10_000 - dearer, -free]
    assert status == 200 and moved == list(reversed(in_and_out))


async def they_were_told(city: City) -> None:
    """R13.1: the owner hears of every station, finance of what waits."""
    heard = set(await told(city, WHO))
    assert {"application_accepted", "special_opened", "premium_paid", "policy_issued"} <= heard
    assert {"receipt_posted", "refund_posted"} <= heard
