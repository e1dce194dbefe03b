"""附件《操作流程》二(二)，从头到尾：各户维修资金支付，业主先表决，不足的补缴，齐了才签合同。

Every scene is a clause of the plan. The clock is moved by hand; it is 2025-09-15, a Monday.
"""

from datetime import datetime, timedelta
from typing import Any

from rules.money import yuan
from tests.handlers.collecting.desk import (
    NEVER,
    POOR,
    POOR_FEN,
    RICH_FEN,
    UNSOLD,
    Desk,
    nothing_amiss,
)
from tests.handlers.collecting.test_money import collected, funds_of
from tests.handlers.collecting.test_receipts import contract, parts
from tests.handlers.funds.till import Till
from tests.handlers.votes.polling import casts, shown
from tests.journey import PREMIUMS, Journey
from tests.stories.telling import done, plan_message, refused, see, told
from tests.world import City

PREMIUM = sum(PREMIUMS)
LESS = PREMIUM - 25_000
AGREEING = ("owner1", "owner2", "owner4", "owner5", "owner6", "owner7")
AGAINST = ("owner8", "owner9")


async def test_homes_insure_their_elevators_from_their_own_funds(city: City) -> None:
    """二(二)1 to 7: asked, posted, collected, paid as one journal, what was too much returned."""
    desk = await they_apply(city)
    await the_plan_is_split_over_the_homes(desk)
    vote = await the_owners_are_asked(desk)
    await nobody_sees_how_it_stands(desk, vote)
    await the_clock_counts(desk, vote)
    await plan_and_result_are_posted(desk)
    await the_case_is_registered_and_collects(desk)
    await the_contract_waits_for_the_last_home(desk)
    await the_insurer_asks_for_less(desk)
    await the_centre_pays_out_of_many_homes(desk)
    await what_was_too_much_goes_back(desk)
    await everybody_was_told(desk)
    await nothing_amiss()


async def they_apply(city: City) -> Desk:
    """1、2 三名以上业主申请；各户维修资金已在账上，一户不足，两户从未交存。R5.1"""
    till = await Till.opened(city)
    rich = [room for room in city.roll.here.homes if room not in (POOR, NEVER, UNSOLD)]
    await till.post("first", {**dict.fromkeys(rich, RICH_FEN), POOR: POOR_FEN})
    trip = await Journey.applied(city, flow="household")
    await trip.sign()
    await trip.accept()
    assert (trip.body["state"], trip.body["flow"]) == ("accepted", "household")
    return Desk(till, trip)


async def the_plan_is_split_over_the_homes(desk: Desk) -> None:
    """3 方案保费按面积分摊到每户，含开发企业未售房屋；分户账能承担的随即预留，其余为欠缴。R3.4"""
    await desk.trip.plan()
    wanted, seen = parts(desk.city), await desk.list("?limit=200")
    assert seen["part_fen"] == PREMIUM == sum(wanted.values())
    assert seen["needed_fen"] == wanted[POOR] - POOR_FEN + wanted[NEVER] + wanted[UNSOLD]
    held = sum(held for _, held in (await funds_of(desk)).values())
    assert held == PREMIUM - seen["needed_fen"] == desk.trip.body["money"]["held_fen"]
    said = await plan_message(desk.trip, "owner1")
    assert f"其余{yuan(seen['needed_fen'])}元由余额不足的业主补交" in said
    assert "下一步由住保中心组织业主表决" in said
    [own] = (await desk.trip.look("owner5"))["my_shares"]
    assert own["part_fen"] in wanted.values() and own["paid_fen"] == 0
    # The homes' money is asked for first: no notice before the vote.
    path = f"/cases/{desk.trip.id}/notice"
    assert await refused(desk.city, "clerk", path) == "409 VoteMissing"


async def the_owners_are_asked(desk: Desk) -> Any:
    """第8节 名册冻结，15天内在手机上表决；一户一票，凭回执可查。R8.1、R8.3"""
    city = desk.city
    vote = await done(city, "clerk", f"/cases/{desk.trip.id}/votes", {})
    assert (await desk.trip.look())["state"] == "voting"
    for who in AGREEING:
        await casts(city, vote, who, "agree")
    for who in AGAINST:
        await casts(city, vote, who, "against")
    assert await refused(city, "elsewhere", f"/votes/{vote['id']}/ballots", {"choice": "agree"})
    return vote


async def nobody_sees_how_it_stands(desk: Desk, vote: Any) -> None:
    """R8.5: before the close the Centre sees who took part in figures, and no leaning."""
    seen = await shown(desk.city, vote)
    assert "result" not in seen or seen["result"] is None
    # Owners may pay meanwhile: the developer does.
    await desk.pays(UNSOLD, parts(desk.city)[UNSOLD])
    assert (await desk.trip.look())["state"] == "voting"


async def the_clock_counts(desk: Desk, vote: Any) -> None:
    """R8.1: 参与过三分之二，参与者过半数同意，即为通过；由时钟计票，不早一刻。"""
    city = desk.city
    left = datetime.fromisoformat(vote["ends_at"]) - city.clock()
    city.clock.advance(seconds=left.total_seconds() - 1)
    await city.due()
    assert (await desk.trip.look())["state"] == "voting"
    count_at = datetime.fromisoformat((await shown(city, vote))["count_at"])
    left = count_at - city.clock() + timedelta(minutes=1)
    city.clock.advance(seconds=left.total_seconds())
    await city.due()
    assert (await desk.trip.look())["state"] == "voted"
    assert (await shown(city, vote))["result"]["passed"]
    await city.maintained()


async def plan_and_result_are_posted(desk: Desk) -> None:
    """4 方案和表决结果在幢、单元公示7天，期满无异议。R7.1、R7.3"""
    await desk.trip.publish()
    await desk.trip.post()
    assert desk.trip.body["state"] == "noticed"
    status, paper = await see(
        desk.city, "owner6", f"/public/notices/{desk.trip.body['notice']['public_token']}"
    )
    assert status == 200 and paper
    await desk.trip.wait()
    assert desk.trip.body["state"] == "cleared"


async def the_case_is_registered_and_collects(desk: Desk) -> None:
    """5 登记备案；6 尚有欠缴的，归集齐之前不得签订合同。"""
    await desk.trip.register()
    assert desk.trip.body["state"] == "collecting"
    assert await desk.refused("owner1", "/contract", await contract(desk)) == (409, "NotAllowedNow")
    listed = await desk.list("?state=owing")
    assert [one["home"] for one in listed["items"]] == [f"SLY-1-{POOR}", f"SLY-1-{NEVER}"]
    assert listed["gathered_fen"] == parts(desk.city)[UNSOLD]


async def the_contract_waits_for_the_last_home(desk: Desk) -> None:
    """6 申请人代收现金、转账，中心两人入账；最后一户缴齐即可签订合同。R3.2"""
    wanted = parts(desk.city)
    await desk.pays(POOR, wanted[POOR] - POOR_FEN, method="cash")
    assert (await desk.trip.look())["state"] == "collecting"
    made = await desk.enter(NEVER, wanted[NEVER])
    own = {"receipt_ids": [made["receipt_id"]]}
    assert await desk.refused("clerk", "/receipts/confirmation", own) == (403, "NotAllowed")
    await desk.confirm(made)
    assert (await desk.trip.look())["state"] == "registered"
    assert desk.trip.body["collection"]["complete"]


async def the_insurer_asks_for_less(desk: Desk) -> None:
    """6 合同可以更省：每户按比例减少。R9.3、R3.7"""
    await desk.trip.contract(amount_fen=LESS)
    assert desk.trip.body["state"] == "contracted"
    seen = await desk.list("?limit=200")
    assert seen["part_fen"] == LESS
    planned = parts(desk.city)
    for one in seen["items"]:
        assert one["part_fen"] <= planned[one["home"].removeprefix("SLY-1-")]


async def the_centre_pays_out_of_many_homes(desk: Desk) -> None:
    """7 材料齐全，7个工作日内拨付：各户账户和补缴款一笔分录支付，余额随即解冻。R9.1、R9.3"""
    await desk.trip.payout()
    await desk.trip.prepare()
    await desk.trip.approve()
    paid = {"premium_fen": PREMIUM, "held_fen": 0, "paid_fen": LESS}
    assert desk.trip.body["money"] == paid
    funds = await funds_of(desk)
    assert all(held == 0 for _, held in funds.values()) and funds[POOR] == (0, 0)
    # R12.1: the public sum is all that the insurer got, also what was paid in for it.
    told = await desk.city.must("GET", "/public/payouts")
    assert [one["amount_fen"] for one in told["items"]] == [LESS] == [told["total_fen"]]
    await desk.trip.issue()
    assert desk.trip.body["state"] == "insured"


async def what_was_too_much_goes_back(desk: Desk) -> None:
    """6 多缴的退还缴款人本人，两人经办。R3.2"""
    for one in (await desk.list("?limit=200"))["items"]:
        room = one["home"].removeprefix("SLY-1-")
        assert (one["refundable_fen"] > 0) is (room in (POOR, NEVER, UNSOLD))
        if one["refundable_fen"]:
            await desk.give_back(room, one["refundable_fen"])
    assert await collected(desk) == 0


async def everybody_was_told(desk: Desk) -> None:
    """R13.1: whoever owes hears of the list, who paid of the receipt, the poor home to top up."""
    poor = next(
        key
        for key, one in desk.city.roll.people.items()
        if desk.till.home(POOR) in one.homes and one.owner_id
    )
    heard = await told(desk.city, poor)
    for kind in ("collection_opened", "receipt_posted", "fund_runs_low", "refund_posted"):
        assert kind in heard, kind
    assert "receipt_posted" not in await told(desk.city, "owner8")
    assert "collection_whole" in await told(desk.city, "clerk")
