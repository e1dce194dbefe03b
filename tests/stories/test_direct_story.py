"""四(四) 没有维修资金的单位直接投保：系统只登记保险单，电梯即显示为已投保。R5.5

The clock is moved by hand; it is 2025-09-15.
"""

from typing import Any

from tests.handlers.special.words import owner_appointed
from tests.journey import PREMIUMS, Journey
from tests.stories.telling import done, nothing_amiss, refused, see, told, uploaded
from tests.world import City

WHO = "stranger"


async def policy(city: City, who: str, number: str = "ZT-1", **more: Any) -> dict[str, Any]:
    """A policy bought without the Centre, with its paper."""
    elevators = [
        {"elevator_id": str(one), "premium_fen": fen}
        for one, fen in zip(city.roll.here.elevators, PREMIUMS, strict=True)
    ]
    told_ = {
        "number": number,
        "from_on": "2025-09-20",
        "to_on": "2026-09-19",
        "amount_fen": sum(PREMIUMS),
        "elevators": elevators,
        "file_ids": [await uploaded(city, who)],
    }
    return told_ | more


async def test_a_policy_bought_directly_shows_as_cover(city: City) -> None:
    """Filed with its paper, returned, corrected, recorded; nobody insures the same twice."""
    await owner_appointed(city, WHO)
    trip = await filed(city)
    await recorded(trip)
    await covered(city)
    await nothing_amiss()


async def filed(city: City) -> Journey:
    """产权人申报保险单；保险机构在册即可，不必入围。"""
    wrong = await policy(city, WHO, amount_fen=1)
    asked = {
        "scope_id": str(city.roll.here.scope),
        "elevator_ids": [str(one) for one in city.roll.here.elevators],
        "insurer_id": str(city.roll.insurer),
        "flow": "direct",
        "applicant": "independent",
    }
    assert await refused(city, WHO, "/cases", asked) == "409 WrongFlow"
    assert await refused(city, WHO, "/cases", asked | {"policy": wrong}) == "409 SumsDiffer"
    trip = await Journey.applied(
        city,
        WHO,
        flow="direct",
        applicant="independent",
        policy=await policy(city, WHO, to_on="2026-09-18"),
    )
    assert trip.body["state_title"] == "已申报，待核对保险单"
    assert trip.body["direct"]["number"] == "ZT-1" and trip.body["policy_number"] == ""
    return trip


async def recorded(trip: Journey) -> None:
    """经办人对照原件：日期有误退回，更正后登记。"""
    city = trip.city
    await trip.do("clerk", "/return", {"reason": "止期与保险单不符"})
    corrected = {"note": "已更正", "policy": await policy(city, WHO)}
    await trip.do(WHO, "/correction", corrected)
    assert trip.body["direct"]["to_on"] == "2026-09-19"
    await trip.do("clerk", "/recording")
    assert trip.body["state"] == "insured" and trip.body["policy_number"] == "ZT-1"
    assert trip.body["contract"]["to_on"] == "2026-09-19"
    again = f"/cases/{trip.id}/recording"
    assert await refused(city, "clerk", again) == "409 NotAllowedNow"
    assert "policy_recorded" in await told(city, WHO)
    assert "elevators_covered" in await told(city, "owner6")


async def covered(city: City) -> None:
    """同一电梯在同一期间不能再投保：统筹账户办件的合同被拒，另一张保险单也不予登记。R5.5"""
    status, found = await see(city, "owner1", f"/scopes/{city.roll.here.scope}/elevators")
    assert status == 200
    assert {one["covered_until_on"] for one in found["items"]} == {"2026-09-19"}
    second = await Journey.applied(
        city, WHO, flow="direct", applicant="independent", policy=await policy(city, WHO, "ZT-2")
    )
    path = f"/cases/{second.id}/recording"
    assert await refused(city, "clerk", path) == "409 ElevatorCovered"
    await second.do(WHO, "/withdrawal", {"reason": "重复申报"})
    pooled = await Journey.at(city, "registered")
    contract = {
        "number": "HT-9",
        "from_on": "2025-10-10",
        "to_on": "2026-10-09",
        "amount_fen": sum(PREMIUMS),
        "file_id": await uploaded(city, "owner1"),
    }
    path = f"/cases/{pooled.id}/contract"
    assert await refused(city, "owner1", path, contract) == "409 ElevatorCovered"
    later = contract | {"from_on": "2026-09-20", "to_on": "2027-09-19"}
    answer = await done(city, "owner1", path, later)
    assert answer["state"] == "contracted"
