"""R7.5：公示期内收到的纸质意见，录入晚了，也当作按时：办件从已到达之处回到暂缓。

R7.7: then the notice runs once more for the days that were left at its receipt, and the case goes
on to where it had got to. Nothing is paid meanwhile, and nothing has to be done twice.
"""

from datetime import datetime, timedelta
from typing import Any

import pytest

from tests.journey import PREMIUMS, Journey
from tests.small_roll import POOLED_FEN
from tests.stories.telling import (
    Money,
    decided,
    done,
    money,
    nothing_amiss,
    refused,
    see,
    stage,
    token,
    told,
    uploaded,
)
from tests.world import City


@pytest.mark.parametrize("state", ["registered", "contracted", "prepared"])
async def test_a_paper_in_time_is_in_time_however_late_it_is_entered(
    city: City, state: str
) -> None:
    """From registration, from the contract, and from the very eve of the payment."""
    trip = await Journey.at(city, state)
    paper = await a_clerk_finds_a_paper(trip)
    await nothing_goes_on(trip, state)
    await a_second_person_confirms(trip, paper)
    await it_is_not_established(trip, paper)
    await the_days_left_run_once_more(trip, state)
    await it_goes_on_to_the_end(trip, state)
    await nothing_amiss()


async def a_clerk_finds_a_paper(trip: Journey) -> str:
    """The post office's stamp is of the day before the end of the notice. R7.4"""
    city = trip.city
    received = trip.ends_at() - timedelta(hours=32)
    home = city.roll.people["owner5"].homes[0]
    body: dict[str, Any] = {
        "home_id": str(home),
        "owner_name": city.roll.people["owner5"].name,
        "text": "本人不同意动用统筹账户",
        "received_at": received.isoformat(),
        "file_ids": [],
    }
    path = f"/cases/{trip.id}/paper-objections"
    assert await refused(city, "clerk", path, body) == "409 PapersMissing"
    body["file_ids"] = [await uploaded(city, "clerk", "信件.jpg")]
    receipt = await done(city, "clerk", path, body)
    assert receipt["in_time"] and receipt["case_state"] == "paused"
    assert datetime.fromisoformat(receipt["arrived_at"]) == received
    await trip.look()
    assert await stage(city, trip.body["notice"]["public_token"]) == "paused"
    assert "case_paused" in await told(city, "owner8")
    return str(receipt["objection_id"])


async def nothing_goes_on(trip: Journey, state: str) -> None:
    """办件暂缓：合同、拨付都不能办；预留的资金原样保留。R3.4、R7.5"""
    city = trip.city
    paper = await city.paper("owner1")
    next_step = {
        "registered": ("owner1", "contract", CONTRACT | {"file_id": paper}),
        "contracted": (
            "owner1",
            "payout",
            INVOICE | {"invoice_file_id": await city.paper("owner1")},
        ),
        "prepared": ("finance2", "payout/approval", None),
    }
    who, step, body = next_step[state]
    assert await refused(city, who, f"/cases/{trip.id}/{step}", body) == "409 NotAllowedNow"
    held = sum(PREMIUMS)
    assert await money(city) == Money(POOLED_FEN, held, POOLED_FEN - held)


CONTRACT = {"number": "HT-1", "from_on": "2025-10-10", "to_on": "2026-10-09", "amount_fen": 1}
INVOICE = {"invoice_number": "INV-1", "invoice_fen": 1}


async def a_second_person_confirms(trip: Journey, paper: str) -> None:
    """Paper is entered by one and confirmed by another. R7.4"""
    path = f"/paper-objections/{paper}/confirmation"
    assert await refused(trip.city, "clerk", path) == "403 SamePerson"
    waiting = (await see(trip.city, "clerk2", "/paper-objections"))[1]["items"]
    assert [one["id"] for one in waiting] == [paper]
    assert (await done(trip.city, "clerk2", path))["state"] == "open"
    assert "paper_confirmed" in await told(trip.city, "owner5")


async def it_is_not_established(trip: Journey, paper: str) -> None:
    """Three days later, with reasons; the owner reads them though it came on paper. R7.6"""
    trip.city.clock.advance(days=3)
    await decided(trip, "reviewer", paper, "dismissal", reason="符合规约")
    shown = (await see(trip.city, "owner5", f"/objections/{paper}"))[1]
    assert shown["decision"] == "符合规约" and shown["mine"]


async def the_days_left_run_once_more(trip: Journey, state: str) -> None:
    """Thirty-two hours were left at the receipt, and the end is the end of a day. R7.7

    From the 26th they reach into Saturday the 27th; the next working day is the 28th, a Sunday
    that is worked for the holiday of October. R7.1
    """
    assert trip.body["state"] == "noticed"
    assert trip.city.clock().isoformat() == "2025-09-26T00:00:00+08:00"
    assert trip.ends_at().isoformat() == "2025-09-29T00:00:00+08:00"
    await trip.wait()
    # Not to the beginning: registration, contract and papers stand.
    assert trip.body["state"] == state
    assert trip.body["registration_number"]


async def it_goes_on_to_the_end(trip: Journey, state: str) -> None:
    """What was left to do, and nothing twice; the payout's seven days are counted anew. R9.1"""
    city = trip.city
    if state == "prepared":
        view = await city.must("GET", f"/cases/{trip.id}", await token(city, "finance"))
        assert view["payout"]["due_on"] > city.clock().date().isoformat()
    steps = list(trip.way())
    done_with = {"registered": "register", "contracted": "contract", "prepared": "prepare"}[state]
    for step in steps[steps.index(done_with) + 1 :]:
        await trip.way()[step]()
    assert trip.body["state"] == "insured"
    left = POOLED_FEN - sum(PREMIUMS)
    assert await money(city) == Money(left, 0, left)


async def test_a_late_paper_that_is_upheld_undoes_the_contract(city: City) -> None:
    """R7.5, R7.6: registration and contract were of that plan; money and elevators are free."""
    trip = await Journey.at(city, "contracted")
    token_of_notice = trip.body["notice"]["public_token"]
    paper = await a_clerk_finds_a_paper(trip)
    await a_second_person_confirms(trip, paper)
    body = {"then": "end", "reason": "动用资金未征得多数同意"}
    await decided(trip, "reviewer", paper, "upholding", **body)
    assert trip.body["state"] == "ended"
    assert trip.body["contract"] is None and not trip.body["registration_number"]
    assert await money(city) == Money(POOLED_FEN, 0, POOLED_FEN)
    assert await stage(city, token_of_notice) == "ended"
    again = await Journey.applied(city, who="owner2")
    assert again.body["state"] == "signing"
    await nothing_amiss()
