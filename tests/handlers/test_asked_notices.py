"""The notice of plan and result: who pays, what the owners said. 附件二(二)4, 四(四), R7.3."""

from typing import Any

import msgspec
import pytest

from models.base import sql
from tests.handlers.collecting.desk import Desk, asked_nobody
from tests.handlers.funds.till import Till
from tests.handlers.objecting import done, refused, see
from tests.handlers.votes.polling import VOTERS, casts, counted, planned
from tests.journey import PREMIUMS, Journey
from tests.pdf_text import pages_of
from tests.world import City

PREMIUM = sum(PREMIUMS)
RICH_FEN = 100_000
EVERYBODY = (*VOTERS, "owner9", "owner10", "owner12")


async def posted(city: City, flow: str, poor: int = 0, voters: tuple[str, ...] = VOTERS) -> Journey:
    """A case of the flow whose owners agreed but one, with its notice on the walls.

    In the household flow every home but the `poor` has more than its part in its fund.
    """
    if flow == "household":
        rooms = sorted(city.roll.here.homes)
        till = await Till.opened(city)
        await till.post("first", dict.fromkeys(rooms[poor:], RICH_FEN))
    trip = await Journey.applied(city, flow=flow)
    for step in (trip.sign, trip.accept, trip.plan):
        await step()
    vote = await done(city, "clerk", f"/cases/{trip.id}/votes", {})
    for who in voters:
        await casts(city, vote, who, "against" if who == "owner5" else "agree")
    await counted(city, vote)
    await city.maintained()
    await trip.publish()
    return trip


async def public(trip: Journey) -> Any:
    token = trip.body["notice"]["public_token"]
    status, answer = await trip.city.call("GET", f"/public/notices/{token}")
    assert status == 200, answer
    return answer


async def poster(trip: Journey) -> str:
    _, pdf = await see(trip.city, "manager", f"/cases/{trip.id}/poster.pdf")
    return "".join("".join(page.split()) for page in pages_of(pdf))


async def test_the_homes_funds_pay_and_the_result_is_posted(city: City) -> None:
    trip = await posted(city, "household", poor=6)
    shown = await public(trip)
    row = (await sql("SELECT sum(owed_fen)::bigint AS owed FROM case_share"))[0]
    paid = shown["payment"]
    assert (paid["homes"], paid["owing_homes"], paid["withheld"]) == (12, 6, False)
    assert paid["owed_fen"] == row["owed"] and paid["paid_fen"] == 0
    assert paid["borne_fen"] + paid["owed_fen"] == PREMIUM == shown["premium_fen"]
    assert (shown["pooled_fen"], shown["held_fen"], shown["available_fen"]) == (0, 0, 0)
    vote = shown["vote"]
    assert (vote["round"], vote["participation_needed"], vote["agreement_needed"]) == (
        1,
        "不低于2/3",
        "超过1/2",
    )
    assert (vote["total"]["heads"], vote["participating"]["heads"]) == (11, 8)
    assert (vote["agree"]["heads"], vote["against"]["heads"]) == (7, 1)
    assert vote["total"]["area_cm2"] > vote["participating"]["area_cm2"] > 0
    assert shown["title"] == "电梯维修保险方案和表决结果公示"
    rules = {rule["rule"] for rule in shown["rules"]}
    assert "R8.1" in rules and "R3.3" not in rules
    titles = [event["words"] for event in shown["timeline"]]
    assert "业主表决已计票" in titles
    text = await poster(trip)
    for words in (vote["words"], paid["words"], shown["title"], "业主维修资金"):
        assert all(part in text for part in "".join(words.split()).split("，")[:2]), words
    assert "统筹账户" not in text.replace("增值收益统筹账户", "")
    await city.call("GET", f"/n/{shown['token']}")
    assert city.last is not None and city.last.status_code == 200
    assert vote["url"] in city.last.text and "收支明细" not in city.last.text


@pytest.mark.parametrize("poor", [2, 9])
async def test_how_much_few_homes_owe_or_bear_is_not_told(city: City, poor: int) -> None:
    """R12.2: less than five lack money, or have any; no page, paper or stored notice says more."""
    trip = await posted(city, "household", poor=poor)
    shown = await public(trip)
    paid = shown["payment"]
    assert paid["withheld"] and paid["homes"] == 12
    figures = [paid[name] for name in ("borne_fen", "owed_fen", "owing_homes", "paid_fen")]
    assert figures == [0, 0, 0, 0] and "数额不公开" in paid["words"]
    row = (await sql("SELECT sum(owed_fen)::bigint AS owed FROM case_share"))[0]
    stored = (await sql("SELECT paper::text AS paper FROM public_notice"))[0]["paper"]
    assert row["owed"] > 0 and msgspec.json.decode(stored)["payment"]["owed_fen"] == 0
    assert f"{row['owed'] / 100:,.2f}" not in await poster(trip)


async def test_enough_in_every_fund(city: City) -> None:
    trip = await posted(city, "household")
    shown = await public(trip)
    assert shown["payment"]["owed_fen"] == 0 and shown["payment"]["borne_fen"] == PREMIUM
    assert shown["payment"]["words"].endswith("已冻结，无须补交。")
    await trip.post()
    await trip.wait()
    await trip.register()
    assert trip.body["state"] == "registered"


async def test_what_was_said_stays_when_money_comes_in(city: City) -> None:
    """R7.3: frozen; while money is collected the paper stays good."""
    trip = await posted(city, "household", poor=6)
    before = await public(trip)
    await trip.post()
    await trip.wait()
    await trip.register()
    assert trip.body["state"] == "collecting"
    after = await public(trip)
    assert (after["stage"], after["stage_title"]) == ("collecting", "已备案，归集中")
    assert (after["payment"], after["vote"]) == (before["payment"], before["vote"])
    _, check = await city.call("GET", f"/public/papers/{before['check_code']}")
    assert check["verdict"] == "genuine"


async def test_the_special_account_of_an_added_elevator(city: City) -> None:
    """四(四): the owners pay into it by the shares that three quarters of them agreed on."""
    trip = await posted(city, "added", voters=EVERYBODY)
    shown = await public(trip)
    paid, vote = shown["payment"], shown["vote"]
    assert "加装电梯保险专户" in paid["account"] and paid["split_by"] == "按专有部分面积分摊"
    assert (paid["owed_fen"], paid["owing_homes"], paid["borne_fen"]) == (PREMIUM, 12, 0)
    assert "冻结" not in paid["words"], "a special account is held when all of it is there"
    assert vote["agreement_needed"] == "不低于3/4" and vote["agree"]["heads"] == 10
    assert shown["title"] == "加装电梯保险方案和表决结果公示"
    text = await poster(trip)
    assert "加装电梯保险专户" in text and "不低于3/4" in text


async def test_nobody_is_said_to_have_voted_where_nobody_was_asked(city: City) -> None:
    """Section 14: vote.fund_flow waived."""
    await asked_nobody(city)
    desk = await Desk.opened(city, "posting")
    shown = await public(desk.trip)
    assert shown["vote"] is None and shown["title"] == "电梯维修保险方案公示"
    assert "无须业主表决" in await poster(desk.trip)
    assert "R8.1" not in {rule["rule"] for rule in shown["rules"]}


async def test_a_plan_is_not_posted_before_the_owners_were_asked(city: City) -> None:
    """附件二(二)4: in the fund flow the vote is missing, of added elevators it comes first."""
    for flow, said in (("household", "409 VoteMissing"), ("added", "409 NotAllowedNow")):
        case = await planned(city, flow)
        assert await refused(city, "clerk", f"/cases/{case.id}/notice") == said


async def test_a_pooled_notice_names_the_pool(city: City) -> None:
    trip = await Journey.at(city, "posting")
    shown = await public(trip)
    assert shown["flow"] == "pooled" and shown["payment"] is None and shown["vote"] is None
    assert "R3.3" in {rule["rule"] for rule in shown["rules"]}
