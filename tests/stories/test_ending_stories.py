"""第6节：办件怎样不成：撤回、退回补正、不予办理、逾期失效；钱和电梯随即空出来。

However a case comes to nothing, what it held is free (R3.4), its elevators may be applied for
again (R5.5), its papers on the walls say so (R7.3), and those concerned are told (R13.1).
"""

from datetime import timedelta

import pytest

from tests.journey import Journey
from tests.small_roll import POOLED_FEN
from tests.stories.telling import (
    Money,
    decided,
    done,
    money,
    nothing_amiss,
    posted,
    refused,
    stage,
    told,
    uploaded,
)
from tests.world import City

ALL_FREE = Money(POOLED_FEN, 0, POOLED_FEN)


async def all_free(trip: Journey) -> None:
    """The case is over: money and elevators are as if it had never been."""
    assert await money(trip.city) == ALL_FREE
    again = await Journey.applied(trip.city, who="owner6")
    assert again.body["state"] == "signing" and again.id != trip.id
    await nothing_amiss()


async def test_the_applicant_takes_it_back_while_it_is_paused(city: City) -> None:
    """撤回：发起人在登记备案前可以撤回整件；其他签名人只能撤回自己的签名。R5.1"""
    trip = await Journey.at(city, "noticed")
    lobbies = await trip.do("manager", "/lobbies", method="GET")
    public = trip.body["notice"]["public_token"]
    receipt = await done(city, "owner5", f"/cases/{trip.id}/objections", {"text": "不同意"})
    path, why = f"/cases/{trip.id}/withdrawal", {"reason": "先与邻居商量"}
    assert await refused(city, "owner2", path, why) == "403 NotApplicant"
    await trip.do("owner1", "/withdrawal", why)
    assert trip.body["state"] == "withdrawn"
    assert await stage(city, public) == "ended"
    assert await posted(city, lobbies["items"][0]["token"]) == "404 LobbyUnknown"
    one = f"/objections/{receipt['objection_id']}/dismissal"
    assert await refused(city, "reviewer", one, {"reason": "不成立"}) == "409 ObjectionClosed"
    for who in ("owner8", "manager"):
        assert "plan_dropped" in await told(city, who)
    assert "insurer_released" in await told(city, "insurer")
    assert await refused(city, "owner1", path, why) == "409 NotAllowedNow"
    await all_free(trip)


async def test_after_registration_nothing_is_taken_back(city: City) -> None:
    """第6节: until registration."""
    trip = await Journey.at(city, "registered")
    path = f"/cases/{trip.id}/withdrawal"
    assert await refused(city, "owner1", path, {"reason": "反悔"}) == "409 NotAllowedNow"
    assert (await trip.look())["state"] == "registered"


@pytest.mark.parametrize("state", ["filed", "cleared"])
async def test_the_centre_rejects_with_reasons(city: City, state: str) -> None:
    """不予办理：写明理由，说明申诉途径；预留的资金解除。"""
    trip = await Journey.at(city, state)
    path = f"/cases/{trip.id}/rejection"
    assert await refused(city, "clerk", path, {"reason": " "}) == "422 ReasonMissing"
    await trip.do("reviewer", "/rejection", {"reason": "电梯已列入更新改造计划"})
    assert trip.body["state"] == "rejected"
    assert "case_rejected" in await told(city, "owner1")
    steps = (await trip.do("owner1", "/timeline", method="GET"))["items"]
    assert (steps[-1]["kind"], steps[-1]["reason"]) == ("CaseRejected", "电梯已列入更新改造计划")
    await all_free(trip)


async def test_returned_for_correction_and_corrected_in_time(city: City) -> None:
    """退回补正：写明缺少什么和期限；补正后从原处继续。correction.days"""
    trip = await Journey.at(city, "filed")
    await trip.do("clerk", "/return", {"reason": "缺少电梯使用登记证"})
    assert trip.body["state"] == "returned"
    [due] = trip.body["deadlines"]
    assert (due["kind"], due["at"]) == ("correction", "2025-10-01T00:00:00+08:00")
    assert "correction_wanted" in await told(city, "owner2")
    city.clock.advance(days=10)
    put_right = {"note": "补充使用登记证", "file_ids": [await uploaded(city, "owner2")]}
    path = f"/cases/{trip.id}/correction"
    assert await refused(city, "owner5", path, put_right) == "403 NotApplicant"
    await trip.do("owner2", "/correction", put_right)
    assert trip.body["state"] == "filed"
    papers = await trip.do("clerk", "/documents", method="GET")
    assert [one["kind"] for one in papers["items"]] == ["correction"]
    await city.maintained()
    await trip.accept()
    assert trip.body["state"] == "accepted"


async def test_a_returned_plan_gives_its_money_back_and_is_made_anew(city: City) -> None:
    """A plan sent back is void when it is corrected: its hold ends, the next one is version 2."""
    trip = await Journey.at(city, "planned")
    await trip.do("clerk", "/return", {"reason": "保额与合同范本不符"})
    await trip.do("owner1", "/correction", {"note": "请保险机构重新制定"})
    assert trip.body["state"] == "accepted"
    assert await money(city) == ALL_FREE
    await trip.plan()
    assert (trip.body["state"], trip.body["version"]) == ("planned", 2)


async def test_a_correction_that_never_comes_lets_the_case_lapse(city: City) -> None:
    """逾期失效：期限一过由时钟办理，早一刻不办，晚到的补正不再收。"""
    trip = await Journey.at(city, "planned")
    await trip.do("clerk", "/return", {"reason": "缺少查勘照片"})
    city.clock.advance(days=15, seconds=14 * 3600 - 1)
    await city.due()
    assert (await trip.look())["state"] == "returned"
    city.clock.advance(seconds=1)
    path = f"/cases/{trip.id}/correction"
    assert await refused(city, "owner1", path, {"note": "来晚了"}) == "409 CorrectionOver"
    await city.due()
    assert (await trip.look())["state"] == "lapsed"
    assert "case_lapsed" in await told(city, "owner1")
    await all_free(trip)


async def test_two_signatures_are_not_three(city: City) -> None:
    """附件一1：征集签名三十日，不足三户即失效；过期的签名不再收。signing.days"""
    trip = await Journey.applied(city)
    await trip.do("owner2", "/signatures")
    city.clock.advance(days=30)
    path = f"/cases/{trip.id}/signatures"
    assert await refused(city, "owner4", path) == "409 SigningOver"
    await city.due()
    assert (await trip.look())["state"] == "lapsed"
    await all_free(trip)


async def test_long_silence_of_those_who_applied(city: City) -> None:
    """lapse.days：九十日无人办理。The Centre's own desk is never a reason to lapse."""
    trip = await Journey.at(city, "posting")
    city.clock.advance(days=89)
    await city.due()
    assert (await trip.look())["state"] == "posting"
    city.clock.advance(days=1)
    await city.due()
    assert (await trip.look())["state"] == "lapsed"
    await all_free(trip)


async def test_a_pause_is_not_silence(city: City) -> None:
    """R3.4: the hold lives as long as its case and never lapses while the case is paused."""
    trip = await Journey.at(city, "registered")
    await trip.do("clerk", "/hold", {"reason": "核查逾期到达的意见"})
    city.clock.advance(days=200)
    await city.due()
    assert (await trip.look())["state"] == "paused"
    assert (await money(city)).held == trip.body["money"]["premium_fen"]
    await trip.do("reviewer", "/hold/release", {"reason": "核查完毕"})
    assert trip.body["state"] == "registered"
    assert trip.body["deadlines"][0]["at"] > (city.clock() + timedelta(days=89)).isoformat()


async def test_payout_papers_sent_back_stop_the_seven_days(city: City) -> None:
    """R9.1：退回材料即停止计算，补齐之日起重新计算；补正逾期，办件失效，资金解除。"""
    trip = await Journey.at(city, "requested")
    before = trip.body["payout"]["due_on"]
    await trip.do("finance", "/payout/return", {"reason": "发票抬头有误"})
    assert trip.body["state"] == "contracted" and trip.body["payout"] is None
    assert "payout_returned" in await told(city, "owner1")
    city.clock.advance(days=5)
    await trip.payout("INV-0002")
    assert trip.body["payout"]["due_on"] > before
    await trip.do("clerk", "/payout/return", {"reason": "缺少公示影像"})
    city.clock.advance(days=16)
    await city.due()
    assert (await trip.look())["state"] == "lapsed"
    assert await money(city) == ALL_FREE


async def test_an_upheld_objection_may_end_the_case(city: City) -> None:
    """R7.6：反对意见成立，终止办件。"""
    trip = await Journey.at(city, "noticed")
    receipt = await done(city, "owner5", f"/cases/{trip.id}/objections", {"text": "签名是假的"})
    body = {"then": "end", "reason": "经核实，签名不属实"}
    await decided(trip, "reviewer", receipt["objection_id"], "upholding", **body)
    assert trip.body["state"] == "ended"
    await all_free(trip)
