"""四(四) 加装电梯：业主约定分摊，四分之三表决通过后按户存入专户，公示、拨付；第二年只补差额。

The clock is moved by hand; it is 2025-09-15.
"""

from datetime import date, timedelta
from typing import Any
from uuid import UUID

from models.base import sql
from rules.money import split, yuan
from tests.handlers.special.words import banked, deposited, holder, special
from tests.handlers.votes.polling import VOTERS, casts, counted
from tests.journey import PREMIUMS, Journey
from tests.stories.telling import done, nothing_amiss, plan_message, refused, see, told
from tests.world import City

PREMIUM = sum(PREMIUMS)
CHEAPER = PREMIUM - 10_000
EVERYBODY = (*VOTERS, "owner9", "owner10", "owner12")


async def test_owners_of_an_added_elevator_share_its_premium(city: City) -> None:
    """Shares proposed, voted, paid in home by home; next year only what is missing."""
    custody = await banked(city)
    trip = await they_agree_on_shares(city)
    await they_vote(trip)
    await the_notice_runs(trip)
    await they_pay_in(trip, custody)
    await the_centre_pays(trip)
    again = await a_second_round(trip)
    await they_top_up(again, trip.body["contract"]["to_on"], custody)
    await nothing_amiss()


async def they_agree_on_shares(city: City) -> Journey:
    """专户随方案开设；分摊方案在表决前提出，合计必须等于所缺的保费。R3.7"""
    trip = await Journey.applied(city, flow="added")
    await trip.sign()
    await trip.accept()
    await trip.plan()
    assert trip.body["state_title"] == "方案已制定，待业主表决"
    assert trip.body["collection"]["needed_fen"] == PREMIUM
    said = await plan_message(trip, "owner1")
    assert f"尚缺{yuan(PREMIUM)}元" in said and "下一步由住保中心组织业主表决" in said
    path = f"/cases/{trip.id}/shares"
    homes = sorted(city.roll.here.homes.values())
    first = await see(city, "clerk", f"/cases/{trip.id}/share-proposal")
    assert first[1]["method"] == "area" and first[1]["total_fen"] == PREMIUM
    short = [{"home_id": str(home), "amount_fen": 1_000} for home in homes]
    wrong = {"method": "custom", "homes": short}
    assert await refused(city, "owner1", path, wrong) == "422 SharesDiffer"
    assert await refused(city, "owner6", path, {"method": "equal"}) == "403 NotApplicant"
    made = await done(city, "owner1", path, {"method": "equal"})
    assert sum(one["amount_fen"] for one in made["homes"]) == PREMIUM
    assert len(made["homes"]) == made["homes_count"] == 12
    mine = (await see(city, "owner6", f"/cases/{trip.id}/share-proposal"))[1]
    assert len(mine["homes"]) == 1 and mine["total_fen"] == PREMIUM
    return trip


async def they_vote(trip: Journey) -> None:
    """筹集资金须双四分之三以上同意；表决事项写明各户如何分摊。R8.1"""
    city = trip.city
    vote = await done(city, "clerk", f"/cases/{trip.id}/votes", {})
    assert vote["threshold"] == "raise"
    assert f"按户均摊由 12 户分摊，合计 {PREMIUM / 100:,.2f} 元" in vote["question"]
    path = f"/cases/{trip.id}/shares"
    assert await refused(city, "owner1", path, {"method": "area"}) == "409 NotAllowedNow"
    await all_say(trip, vote)
    rows = await sql("SELECT sum(owed_fen)::bigint AS fen, count(*) AS homes FROM case_share")
    assert (rows[0]["fen"], rows[0]["homes"]) == (PREMIUM, 12)


async def all_say(trip: Journey, vote: dict[str, Any]) -> None:
    """一人反对，其余同意。"""
    for who in EVERYBODY:
        await casts(trip.city, vote, who, "against" if who == "owner5" else "agree")
    await counted(trip.city, vote)
    await trip.look()
    assert trip.body["state"] == "voted"


async def the_notice_runs(trip: Journey) -> None:
    """方案和表决结果公示7天，登记备案时保费尚未缴齐。R7.1"""
    await trip.city.maintained()
    await trip.publish()
    await trip.post()
    await trip.wait()
    await trip.register()
    assert trip.body["state"] == "collecting"


async def they_pay_in(trip: Journey, custody: UUID) -> None:
    """每户按约定份额存入本栋的专户，缴齐后保费即予预留。R3.4"""
    homes = sorted(trip.city.roll.here.homes.values())
    parts = split(PREMIUM, dict.fromkeys(homes, 1))
    for number, home in enumerate(homes):
        await deposited(trip, custody, parts[home], f"S-{number}", home)
        assert trip.body["state"] == ("registered" if home == homes[-1] else "collecting")
    seen = await special(trip, "owner6")
    assert (seen["kind"], seen["balance_fen"], seen["held_fen"]) == ("scope", PREMIUM, PREMIUM)
    # Neighbours see the whole, and of the deposits their own homes'.
    assert [one["room"] for one in seen["deposits"]] == ["601"]
    assert len((await special(trip))["deposits"]) == 12


async def the_centre_pays(trip: Journey) -> None:
    """合同比方案便宜，余下的留在专户。R9.3"""
    await trip.contract(amount_fen=CHEAPER)
    await trip.payout()
    await trip.prepare()
    await trip.approve()
    await trip.issue()
    seen = await special(trip, "owner1")
    assert (seen["balance_fen"], seen["held_fen"]) == (10_000, 0)
    assert "premium_paid" in await told(trip.city, "owner6")


async def a_second_round(trip: Journey) -> Journey:
    """第二年：专户里已有的先用，只分摊所缺部分；先撤回了一次，专户的钱又可用。"""
    city = trip.city
    city.clock.advance(days=330)
    await city.maintained()
    today = city.clock().date()
    await sql(
        "UPDATE elevator SET inspected_on = $1, inspection_due_on = $2",
        today - timedelta(days=20),
        today + timedelta(days=345),
    )
    again = await Journey.applied(city, flow="added")
    await again.sign()
    await again.accept()
    await again.plan()
    assert again.body["special_account_id"] == trip.body["special_account_id"]
    owed = again.body["collection"]
    assert (owed["needed_fen"], owed["gathered_fen"]) == (PREMIUM, 10_000)
    proposal = (await see(city, "clerk", f"/cases/{again.id}/share-proposal"))[1]
    assert proposal["total_fen"] == PREMIUM - 10_000
    await again.do("clerk", "/special-account", holder("石榴苑1栋全体业主"))
    seen = await special(again)
    assert seen["holder"] == "石榴苑1栋全体业主" and seen["refund_account"] == "尾号4321"
    await again.do("owner1", "/withdrawal", {"reason": "下月再报"})
    assert (await special(again))["held_fen"] == 0
    return await Journey.applied(city, flow="added")


async def they_top_up(again: Journey, insured_to: str, custody: UUID) -> None:
    """所缺部分重新表决、按户补存，缴齐签约，紧接上一年承保；专户用完。R10.3"""
    city = again.city
    await again.sign()
    await again.accept()
    await again.plan()
    vote = await done(city, "clerk", f"/cases/{again.id}/votes", {})
    assert f"由 12 户分摊，合计 {CHEAPER / 100:,.2f} 元" in vote["question"]
    await all_say(again, vote)
    await the_notice_runs(again)
    rows = await sql(
        "SELECT home_id, owed_fen FROM case_share WHERE case_id = $1", UUID(str(again.id))
    )
    assert sum(row["owed_fen"] for row in rows) == CHEAPER
    for number, row in enumerate(rows):
        await deposited(again, custody, row["owed_fen"], f"T-{number}", row["home_id"])
    assert again.body["state"] == "registered"
    await city.maintained()
    start = date.fromisoformat(insured_to) + timedelta(days=1)
    await again.contract(start=start, number="HT-2026-001")
    await again.payout("INV-0002")
    await again.prepare()
    await again.approve()
    await again.issue("PDAA-2026-0002")
    assert again.body["state"] == "insured"
    seen = await special(again, "owner1")
    assert (seen["balance_fen"], seen["held_fen"]) == (0, 0)
