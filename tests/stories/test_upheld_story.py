"""附件二(一)4，反对意见成立：方案退回重做，重新公示七个整日，旧海报作废，资金随新方案预留。

R7.6: signatures and objections belong to a version of the plan; R3.4: so does the money held.
"""

from tests.journey import PREMIUMS, Journey
from tests.small_roll import POOLED_FEN
from tests.stories.telling import (
    Money,
    decided,
    done,
    money,
    nothing_amiss,
    posted,
    refused,
    see,
    stage,
    told,
)
from tests.world import City

CHEAPER = (100_000, 110_000)
WHY = "保费高于同类电梯，方案须重新制定"


async def test_a_plan_that_was_wrong_is_made_anew_and_noticed_anew(city: City) -> None:
    """Upheld -> new plan -> seven full days -> paid; nothing of the old version counts."""
    trip = await Journey.at(city, "noticed")
    old = await trip.do("manager", "/lobbies", method="GET")
    other = await two_object_and_one_is_right(trip)
    await the_old_paper_is_void(trip, old)
    await the_insurer_plans_again(trip)
    await the_notice_hangs_again(trip, old)
    await who_objected_before_may_object_again(trip, other)
    await it_is_paid_by_the_new_plan(trip)
    await nothing_amiss()


async def two_object_and_one_is_right(trip: Journey) -> str:
    """成立的决定由不经办的复核人作出，写明理由；同一方案的其他意见随之失效。R7.6"""
    city = trip.city
    city.clock.advance(days=4)
    path = f"/cases/{trip.id}/objections"
    right = await done(city, "owner5", path, {"text": "保费过高"})
    other = await done(city, "owner6", path, {"text": "应当招标"})
    body = {"then": "new_plan", "reason": WHY}
    await decided(trip, "reviewer", right["objection_id"], "upholding", **body)
    assert (trip.body["state"], trip.body["version"]) == ("accepted", 1)
    assert trip.body["objections_open"] == 0
    gone = (await see(city, "owner6", f"/objections/{other['objection_id']}"))[1]
    assert gone["state"] == "superseded"
    assert "objection_upheld" in await told(city, "owner5")
    assert "plan_set_aside" in await told(city, "owner8")
    return str(other["objection_id"])


async def the_old_paper_is_void(trip: Journey, old: dict[str, object]) -> None:
    """Held money is free at once; whoever scans the old paper reads that it is void. R3.4、R7.3"""
    assert await money(trip.city) == Money(POOLED_FEN, 0, POOLED_FEN)
    assert await stage(trip.city, str(old["public_token"])) == "replanned"
    checked = await trip.city.must("GET", f"/public/papers/{old['check_code']}")
    assert checked["verdict"] == "superseded"


async def the_insurer_plans_again(trip: Journey) -> None:
    """A second version, and the hold is of the new sum: moved, never doubled. R3.4"""
    await trip.plan(CHEAPER)
    assert (trip.body["state"], trip.body["version"]) == ("planned", 2)
    held = sum(CHEAPER)
    assert await money(trip.city) == Money(POOLED_FEN, held, POOLED_FEN - held)
    path = f"/scopes/{trip.city.roll.here.scope}/holds"
    holds = (await see(trip.city, "owner1", path))[1]["items"]
    said = {one["plan_version"]: (one["state"], one["amount_fen"]) for one in holds}
    assert said == {1: ("released", sum(PREMIUMS)), 2: ("open", held)}


async def the_notice_hangs_again(trip: Journey, old: dict[str, object]) -> None:
    """New codes for every lobby; the old ones are refused; seven full days from the new posting."""
    city = trip.city
    await trip.publish()
    items = old["items"]
    assert isinstance(items, list)
    for lobby in items:
        assert await posted(city, lobby["token"]) == "404 LobbyUnknown"
    assert (await trip.look())["state"] == "posting"
    await trip.post()
    # Posted on Friday the 19th of September; the seventh day is the 26th.
    assert trip.body["notice"]["from_on"] == "2025-09-19"
    assert trip.body["notice"]["last_on"] == "2025-09-26"
    assert await stage(city, trip.body["notice"]["public_token"]) == "running"
    shown = await city.must("GET", f"/public/notices/{old['public_token']}")
    assert shown["stage"] == "superseded"
    assert shown["newer_token"] == trip.body["notice"]["public_token"]


async def who_objected_before_may_object_again(trip: Journey, other: str) -> None:
    """An objection to the old plan is of the past; one to the new plan pauses like any other."""
    city = trip.city
    assert await refused(city, "owner6", f"/objections/{other}/withdrawal") == (
        "409 ObjectionClosed"
    )
    again = await done(city, "owner6", f"/cases/{trip.id}/objections", {"text": "仍应招标"})
    assert again["case_state"] == "paused"
    await decided(trip, "owner6", again["objection_id"], "withdrawal")
    assert trip.body["state"] == "noticed" and trip.body["notice"]["last_on"] == "2025-09-26"


async def it_is_paid_by_the_new_plan(trip: Journey) -> None:
    """5 to 7 with the new premium, to the fen."""
    for step in ("wait", "register"):
        await trip.way()[step]()
    await trip.contract(amount_fen=sum(CHEAPER))
    for step in ("payout", "prepare", "approve", "issue"):
        await trip.way()[step]()
    assert trip.body["state"] == "insured"
    left = POOLED_FEN - sum(CHEAPER)
    assert await money(trip.city) == Money(left, 0, left)
