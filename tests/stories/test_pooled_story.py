"""附件《操作流程》二(一)，从头到尾：三位业主申请，一位业主反对，复核之后仍然承保。

Every scene is a clause of the plan. The clock is moved by hand; it is 2025-09-15, a Monday.
"""

from tests.handlers.objecting import reviewer2
from tests.journey import PREMIUMS, Journey
from tests.small_roll import POOLED_FEN
from tests.stories.telling import (
    Money,
    decided,
    done,
    money,
    nothing_amiss,
    plan_message,
    refused,
    see,
    stage,
    told,
)
from tests.world import City

PREMIUM = sum(PREMIUMS)
PAID = PREMIUM - 10_000
WORDS = "本人住一楼，从不乘电梯，却要分摊"
WHY = "统筹账户按栋设立，一楼同样受益"
PLAN = {
    "survey": "现场查勘正常",
    "cover": "故障维修费用",
    "elevators": [{"elevator_id": "0" * 32, "premium_fen": 1, "limit_fen": 1}],
}
CONTRACT = {
    "number": "HT-1",
    "from_on": "2025-10-01",
    "to_on": "2026-09-30",
    "amount_fen": PREMIUM + 1,
}


async def test_three_owners_insure_their_elevators_though_one_objects(city: City) -> None:
    """二(一)1 to 7, with R7.4 to R7.8 in the middle: paid to the fen, and everybody was told."""
    trip = await they_apply(city)
    await the_insurer_plans(trip)
    await the_notice_hangs(trip)
    objection = await an_owner_objects(trip)
    await it_is_not_established(trip, objection)
    await another_reviewer_says_the_same(trip, objection)
    await the_days_run_out(trip)
    await they_sign_a_contract(trip)
    await the_centre_pays(trip)
    await everybody_was_told(city)
    await nobody_learnt_who_objected(trip)
    await nothing_amiss()


async def they_apply(city: City) -> Journey:
    """1、2 申请人领取申请表、查询统筹账户资金；附件一1 三名以上业主。R5.1"""
    assert await money(city, "owner1") == Money(POOLED_FEN, 0, POOLED_FEN)
    trip = await Journey.applied(city)
    await trip.do("owner2", "/signatures")
    assert trip.body["state"] == "signing" and trip.body["heads"] == 2
    await trip.do("owner4", "/signatures")
    assert trip.body["state"] == "filed" and trip.body["heads"] == 3
    await trip.do("clerk", "/acceptance")
    checked = await trip.do("owner2", "/conditions", method="GET")
    [acceptance] = checked["before"]
    assert acceptance["occasion"] == "acceptance" and acceptance["passed"]
    assert [one["rule"] for one in acceptance["conditions"]] == ["R5.1", "R5.2", "R5.3", "R5.4"]
    return trip


async def the_insurer_plans(trip: Journey) -> None:
    """3 统筹账户资金足额支付一年保费，完成查勘和保险方案；保费随即预留。R3.4、R5.2"""
    assert await refused(trip.city, "other_insurer", f"/cases/{trip.id}/plan", PLAN) == (
        "404 CaseNotFound"
    )
    await trip.plan()
    assert trip.body["version"] == 1
    assert await money(trip.city) == Money(POOLED_FEN, PREMIUM, POOLED_FEN - PREMIUM)
    assert "下一步由住保中心发布公示" in await plan_message(trip, "owner1")


async def the_notice_hangs(trip: Journey) -> None:
    """4 在幢、单元公示7天：全部单元都有张贴影像，公示期才起算。R7.1、R7.2"""
    await trip.publish()
    assert trip.body["state"] == "posting" and trip.body["notice"]["ends_at"] is None
    await trip.post()
    notice = trip.body["notice"]
    assert trip.body["state"] == "noticed" and notice["posted"] == notice["lobbies"] == 2
    # Posted on the 15th, which is not counted; the seventh day after it is Monday the 22nd.
    assert notice["last_on"] == "2025-09-22"
    assert notice["ends_at"] == "2025-09-23T00:00:00+08:00"
    assert await stage(trip.city, notice["public_token"]) == "running"


async def an_owner_objects(trip: Journey) -> str:
    """4 公示期间有涉及利益的业主提出书面反对意见的，则暂缓实施：立即，自动。R7.5"""
    trip.city.clock.advance(days=2)
    path = f"/cases/{trip.id}/objections"
    assert await refused(trip.city, "elsewhere", path, {"text": WORDS}) == "403 NotYourScope"
    receipt = await done(trip.city, "owner5", path, {"text": WORDS})
    assert receipt["in_time"] and receipt["case_state"] == "paused"
    assert (await trip.look())["state"] == "paused"
    assert await stage(trip.city, trip.body["notice"]["public_token"]) == "paused"
    assert await refused(trip.city, "clerk", f"/cases/{trip.id}/registration") == (
        "409 NotAllowedNow"
    )
    return str(receipt["objection_id"])


async def it_is_not_established(trip: Journey, objection: str) -> None:
    """R7.6、R7.7: reasoned, by a reviewer; the notice goes on for the days that were left."""
    trip.city.clock.advance(days=1)
    why = {"reason": WHY}
    path = f"/objections/{objection}/dismissal"
    assert await refused(trip.city, "clerk", path, why) == "403 NotAllowed"
    await decided(trip, "reviewer", objection, "dismissal", **why)
    assert trip.body["state"] == "noticed"
    # One day stood still, so one day more.
    assert trip.body["notice"]["last_on"] == "2025-09-23"


async def another_reviewer_says_the_same(trip: Journey, objection: str) -> None:
    """R7.6: the objector may ask for review once; somebody else decides, paused meanwhile."""
    await reviewer2(trip.city)
    trip.city.clock.advance(hours=1)
    await decided(trip, "owner5", objection, "review", text="我仍不同意")
    assert trip.body["state"] == "paused"
    trip.city.clock.advance(days=2)
    again = {"reason": "复核后维持"}
    path = f"/objections/{objection}/dismissal"
    assert await refused(trip.city, "reviewer", path, again) == "403 SamePerson"
    await decided(trip, "reviewer2", objection, "dismissal", **again)
    assert trip.body["state"] == "noticed"
    assert trip.body["notice"]["last_on"] == "2025-09-25"
    shown = (await see(trip.city, "owner5", f"/objections/{objection}"))[1]
    assert (shown["first_decision"], shown["decision"]) == (WHY, again["reason"])


async def the_days_run_out(trip: Journey) -> None:
    """5 公示无异议后在市住保中心进行使用登记备案；到点由时钟结束，不早一刻。R7.1"""
    await trip.run_out()
    trip.city.clock.advance(seconds=-1)
    await trip.city.due()
    assert (await trip.look())["state"] == "noticed"
    trip.city.clock.advance(seconds=1)
    await trip.city.due()
    assert (await trip.look())["state"] == "cleared"
    await trip.register()
    assert trip.body["registration_number"].startswith("JSBA-2025-")


async def they_sign_a_contract(trip: Journey) -> None:
    """6 申请人和保险企业签订保险服务合同：不得超出方案，可以更省。R9.3"""
    dear = {**CONTRACT, "file_id": await trip.city.paper("owner1")}
    path = f"/cases/{trip.id}/contract"
    assert await refused(trip.city, "owner1", path, dear) == "409 ContractTooLarge"
    await trip.contract(amount_fen=PAID)
    assert trip.body["state"] == "contracted"


async def the_centre_pays(trip: Journey) -> None:
    """7 持保险合同、保费发票及公示的影像资料申请拨付，7个工作日内拨付保费。R9.1、R9.3、R3.5"""
    await trip.payout()
    # Friday the 26th is not counted; seven working days run over the holiday of October.
    assert trip.body["payout"]["due_on"] == "2025-10-13"
    await trip.prepare()
    assert await refused(trip.city, "finance", f"/cases/{trip.id}/payout/approval") == (
        "403 SamePerson"
    )
    await trip.approve()
    assert trip.body["money"] == {"premium_fen": PREMIUM, "held_fen": 0, "paid_fen": PAID}
    await trip.issue()
    assert trip.body["state"] == "insured"
    left = POOLED_FEN - PAID
    assert await money(trip.city) == Money(left, 0, left)
    await trip.city.due()
    page = await trip.city.must("GET", "/public/payouts")
    [shown] = page["items"]
    assert shown["amount_fen"] == PAID and page["total_fen"] == PAID


async def everybody_was_told(city: City) -> None:
    """R13.1: who hears what, from the first signature to the policy."""
    owner = await told(city, "owner6")
    assert sorted(owner) == sorted(OWNERS_HEAR)
    signer = await told(city, "owner1")
    assert signer.count("signature_added") == 1
    assert set(owner) - {"signatures_wanted"} <= set(signer) and "signatures_wanted" not in signer
    assert {"application_filed", "application_accepted", "plan_filed"} <= set(signer)
    objector = await told(city, "owner5")
    assert sorted(one for one in objector if one not in owner) == [
        "objection_received",
        "objection_settled",
        "objection_settled",
        "review_received",
    ]
    heard = {who: set(await told(city, who)) for who in DESKS}
    for who, kinds in DESKS.items():
        assert kinds <= heard[who], who


OWNERS_HEAR = (
    "signatures_wanted",
    "notice_started",
    "case_paused",
    "case_resumed",
    "case_held",
    "case_resumed",
    "notice_ended",
    "premium_paid",
    "policy_issued",
)
DESKS = {
    "manager": {"posting_wanted", "notice_started", "case_paused", "premium_paid"},
    "insurer": {"survey_wanted", "case_paused", "contract_wanted", "policy_wanted"},
    "clerk2": {"acceptance_waits", "notice_waits", "objection_waits", "registration_waits"},
    "reviewer": {"objection_waits", "review_waits", "approval_waits"},
    "finance": {"payout_waits", "premium_paid"},
}


async def nobody_learnt_who_objected(trip: Journey) -> None:
    """R7.8: neither the manager, nor the insurer, nor the applicants, nor the public."""
    city, objector = trip.city, trip.city.roll.people["owner5"]
    paths = [
        f"/cases/{trip.id}",
        f"/cases/{trip.id}/timeline",
        f"/cases/{trip.id}/objections",
        "/inbox?limit=200",
    ]
    for who in ("owner1", "manager", "insurer"):
        for path in paths:
            status, seen = await see(city, who, path)
            words = str(seen)
            assert status == 200 or (who, status) == ("insurer", 403), (who, path)
            assert WORDS not in words and objector.name not in words, (who, path)
            assert str(objector.person_id) not in words, (who, path)
            assert str(objector.owner_id) not in words, (who, path)
