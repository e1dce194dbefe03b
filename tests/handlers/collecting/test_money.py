"""The premium out of many homes' funds, less than planned, given back. R3.4, R9.3, 二(二)."""

from datetime import timedelta
from uuid import UUID

from tortoise.transactions import in_transaction

from models import ledger
from models.base import sql
from rules.collecting import given_back
from rules.ledger import AccountKind, JournalKind
from rules.money import split
from tests.handlers.collecting.desk import (
    NEVER,
    POOR,
    PREMIUM,
    RICH_FEN,
    UNSOLD,
    Desk,
    nothing_amiss,
)
from tests.handlers.collecting.test_receipts import contract, parts
from tests.handlers.funds.till import Till
from tests.journey import Journey
from tests.world import City


async def paid_out(desk: Desk, fen: int = PREMIUM) -> None:
    """From the contract to the approved payout."""
    await desk.trip.contract(fen)
    await desk.trip.payout()
    await desk.trip.prepare()
    await desk.trip.approve()
    assert desk.trip.body["state"] == "paid"


async def funds_of(desk: Desk) -> dict[str, tuple[int, int]]:
    """Each home's principal and what of it is held."""
    homes = desk.city.roll.here.homes
    found = await ledger.accounts_for(AccountKind.HOUSEHOLD_FUND, homes.values())
    return {
        room: (found[home].balance_fen, found[home].held_fen)
        for room, home in homes.items()
        if home in found
    }


async def collected(desk: Desk) -> int:
    """What lies on the case's own account."""
    return (await ledger.account_for(AccountKind.COLLECTED, UUID(desk.trip.id))).balance_fen


async def test_many_homes_pay_as_one_journal(city: City) -> None:
    """R9.3: every home its part, the rest from what came in, the insurer named on the bank's line;
    a home that falls under three tenths of its first deposit is told to top up."""
    desk = await Desk.opened(city, "collecting")
    await desk.settle()
    await paid_out(desk)
    wanted = parts(city)
    for room, (balance, held) in (await funds_of(desk)).items():
        assert held == 0
        assert balance == (0 if room == POOR else RICH_FEN - wanted[room])
    assert await collected(desk) == 0
    journals = await sql(
        "SELECT kind, lines FROM ledger_journal WHERE case_id = $1 AND kind <> 'deposit'",
        UUID(desk.trip.id),
    )
    assert journals == [{"kind": JournalKind.FUND_PAYOUT, "lines": 12}]
    payees = await sql("SELECT payee, amount_fen FROM ledger_posting WHERE payee IS NOT NULL")
    assert payees == [{"payee": city.roll.insurer, "amount_fen": -PREMIUM}]
    warned = await sql("SELECT home_id FROM fund_warning WHERE ended_at IS NULL")
    assert warned == [{"home_id": desk.till.home(POOR)}]
    assert desk.trip.body["money"] == {
        "premium_fen": PREMIUM,
        "held_fen": 0,
        "paid_fen": PREMIUM,
    }
    await nothing_amiss()


async def test_a_smaller_contract_takes_less_of_every_home(city: City) -> None:
    """R3.7, R9.3: in proportion; the rest of the holds is free, what was too much goes back."""
    desk = await Desk.opened(city, "collecting")
    await desk.settle()
    less = PREMIUM - 50_001
    await paid_out(desk, less)
    planned = parts(city)
    homes = city.roll.here.homes
    by_home = split(less, {homes[room]: fen for room, fen in planned.items()})
    scaled = {room: by_home[homes[room]] for room in homes}
    assert all(scaled[room] <= planned[room] for room in homes)
    for room, (balance, held) in (await funds_of(desk)).items():
        assert (balance, held) == ((0, 0) if room == POOR else (RICH_FEN - scaled[room], 0)), room
    surplus = planned[NEVER] - scaled[NEVER]
    seen = await desk.part(NEVER)
    assert (seen["state"], seen["refundable_fen"]) == ("refundable", surplus)
    body = desk.refund(NEVER, surplus + 1)
    del body["method"]
    assert await desk.refused("finance", "/refunds", body) == (422, "TooMuch")
    back = await desk.give_back(NEVER, surplus)
    assert (back["state"], back["payee"], back["payee_account"][-5:]) == ("posted", "吴**", "*1234")
    assert (await desk.part(NEVER))["refunded_fen"] == surplus
    await nothing_amiss()


async def test_a_case_that_ends_gives_all_back(city: City) -> None:
    """R3.4: the holds at once and by themselves; what was paid in by two people."""
    desk = await Desk.opened(city, "planned")
    wanted = parts(city)
    await desk.pays(NEVER, wanted[NEVER])
    await desk.pays(UNSOLD, 10)
    assert await desk.refused("finance", "/refunds", _refund(desk, NEVER, 1)) == (422, "TooMuch")
    await desk.trip.do("owner1", "/withdrawal", {"reason": "改期再办"})
    assert all(held == 0 for _, held in (await funds_of(desk)).values())
    assert (await desk.part(NEVER))["refundable_fen"] == wanted[NEVER]
    made = await desk.trip.do("finance", "/refunds", _refund(desk, NEVER, wanted[NEVER]))
    path = f"/refunds/{made['refund_id']}"
    assert await desk.refused("finance", "/refunds", _refund(desk, NEVER, 1)) == (422, "TooMuch")
    assert await desk.refused("finance", f"{path}/confirmation") == (403, "SamePerson")
    await desk.trip.do("reviewer", f"{path}/confirmation")
    assert await desk.refused("reviewer", f"{path}/confirmation") == (409, "EntryNotOpen")
    await desk.give_back(UNSOLD, 10)
    assert await collected(desk) == 0
    assert await desk.refused("clerk", "/receipts", desk.receipt(POOR, 1)) == (409, "NotAllowedNow")
    await nothing_amiss()


def _refund(desk: Desk, room: str, fen: int) -> dict[str, object]:
    body = desk.refund(room, fen)
    del body["method"]
    return body


async def test_the_payee_is_kept_from_sight(city: City) -> None:
    """R12.2, R12.4: encrypted, masked in every answer, in full for finance with a reason."""
    desk = await Desk.opened(city, "planned")
    await desk.pays(NEVER, 500)
    await desk.trip.do("owner1", "/withdrawal", {"reason": "改期再办"})
    made = await desk.trip.do("clerk", "/refunds", _refund(desk, NEVER, 500))
    seen = await desk.trip.do("auditor", "/refunds", method="GET")
    assert city.last is not None and "62220000" not in city.last.text.replace(" ", "")
    assert [one["payee"] for one in seen["items"]] == ["吴**"]
    rows = await sql("SELECT payee_cipher FROM case_refund")
    assert b"1234" not in bytes(rows[0]["payee_cipher"])
    path, token = f"/refunds/{made['refund_id']}/unmasking", await city.staff("finance")
    told = await city.must("POST", path, token, {"reason": " "})
    assert (told["payee"], told["payee_account"]) == ("吴示例", "6222 0000 0000 1234")
    whole, path = path, f"/refunds/{made['refund_id']}"
    assert await desk.refused("clerk", f"{path}/dropping", {"reason": ""}) == (400, "Malformed")
    dropped = await desk.trip.do("clerk", f"{path}/dropping", {"reason": "账号有误"})
    assert (dropped["state"], dropped["drop_reason"]) == ("dropped", "账号有误")
    # Nobody has to compare it any more: whoever looks says why.
    status, answer = await city.call("POST", whole, token, {"reason": " "})
    assert (status, answer["code"]) == (422, "ReasonMissing")
    assert await desk.refused("finance", f"{path}/confirmation") == (409, "EntryNotOpen")
    again = await desk.refused("clerk", f"{path}/dropping", {"reason": "账号有误"})
    assert again == (409, "EntryNotOpen")


async def test_a_new_plan_holds_anew_and_keeps_what_came_in(city: City) -> None:
    """R7.6: after an upheld objection the money collected stays with the case."""
    desk = await Desk.opened(city, "planned")
    wanted = parts(city)
    await desk.pays(NEVER, wanted[NEVER])
    for step in (desk.trip.publish, desk.trip.post):
        await step()
    filed = await desk.trip.do("owner6", "/objections", {"text": "费用过高"})
    assert (await desk.trip.look())["state"] == "paused"
    await desk.pays(UNSOLD, 100)
    assert (await desk.trip.look())["state"] == "paused", "money may come in meanwhile"
    path = f"/objections/{filed['objection_id']}/upholding"
    told = {"then": "new_plan", "reason": "方案须修改"}
    await city.must("POST", path, await city.staff("reviewer"), told)
    assert all(held == 0 for _, held in (await funds_of(desk)).values())
    cheaper = (60_000, 65_000)
    await desk.trip.plan(cheaper)
    half = split(sum(cheaper), {city.roll.here.homes[room]: fen for room, fen in wanted.items()})
    seen = await desk.part(NEVER)
    assert seen["owed_fen"] == half[desk.till.home(NEVER)]
    assert seen["refundable_fen"] == wanted[NEVER] - seen["owed_fen"]
    listed = await desk.list()
    assert listed["gathered_fen"] == seen["owed_fen"] + 100, "too much pays for nobody else"
    await desk.give_back(NEVER, seen["refundable_fen"])
    assert (await desk.list())["gathered_fen"] == listed["gathered_fen"]
    await nothing_amiss()


async def test_an_objection_stops_the_collecting_too(city: City) -> None:
    """R7.5: paper received in time and entered late pauses a case that collects."""
    desk = await Desk.opened(city, "collecting")
    await desk.trip.do("clerk", "/hold", {"reason": "核实"})
    await desk.settle()
    assert desk.trip.body["state"] == "paused"
    await desk.trip.do("reviewer", "/hold/release", {"reason": "已核实"})
    assert (await desk.trip.look())["state"] == "registered", "whole meanwhile"


async def test_who_gets_back_is_listed_after_an_upheld_objection_too(city: City) -> None:
    """二(二)6: the plan is void and nothing is owed by it; what was paid in still goes back."""
    desk = await Desk.opened(city, "planned")
    await desk.pays(NEVER, 500)
    for step in (desk.trip.publish, desk.trip.post):
        await step()
    filed = await desk.trip.do("owner6", "/objections", {"text": "费用过高"})
    path = f"/objections/{filed['objection_id']}/upholding"
    told = {"then": "end", "reason": "方案不成立"}
    await city.must("POST", path, await city.staff("reviewer"), told)
    assert (await desk.trip.look())["state"] == "ended"
    listed = await desk.list()
    assert (listed["needed_fen"], listed["owing"]) == (0, 0)
    assert (await desk.part(NEVER))["refundable_fen"] == 500
    await desk.trip.do("clerk", "/collection.xlsx", method="GET")
    await desk.give_back(NEVER, 500)
    for room in (NEVER, UNSOLD):
        assert (await desk.part(room))["state"] == "nothing", "nobody has paid what nobody owes"
    assert (await desk.list("?state=paid"))["items"] == []


async def test_a_case_that_ended_before_anybody_paid_lists_nobody(city: City) -> None:
    desk = await Desk.opened(city, "accepted")
    await desk.trip.do("owner1", "/withdrawal", {"reason": "改期再办"})
    token = await city.staff("clerk")
    status, answer = await city.call("GET", f"/cases/{desk.trip.id}/collection", token)
    assert (status, answer["code"]) == (409, "NothingOwed")


async def test_no_more_goes_back_than_is_there(city: City) -> None:
    """R3.4: whatever the list says, the account is never below zero."""
    desk = await Desk.opened(city, "planned")
    await desk.pays(NEVER, 500)
    await desk.trip.do("owner1", "/withdrawal", {"reason": "改期再办"})
    made = await desk.trip.do("finance", "/refunds", _refund(desk, NEVER, 500))
    account = await ledger.account_for(AccountKind.COLLECTED, UUID(desk.trip.id))
    today, case_id = city.clock().date(), UUID(desk.trip.id)
    entry = given_back(city.roll.bank, account.id, 1, today, "another", "", case_id)
    async with in_transaction():
        await ledger.post(entry, city.clock(), "test")
    path = f"/refunds/{made['refund_id']}/confirmation"
    assert await desk.refused("finance2", path) == (409, "InsufficientFunds")


async def test_a_year_that_is_shut_gives_nothing_back(city: City) -> None:
    desk = await Desk.opened(city, "planned")
    await desk.pays(NEVER, 500, effective_on="2024-12-30")
    await desk.trip.do("owner1", "/withdrawal", {"reason": "改期再办"})
    body = _refund(desk, NEVER, 500) | {"effective_on": "2024-12-31"}
    made = await desk.trip.do("finance", "/refunds", body)
    await desk.till.shut(2024)
    path = f"/refunds/{made['refund_id']}/confirmation"
    assert await desk.refused("finance2", path) == (409, "YearShut")
    dropping = f"/refunds/{made['refund_id']}/dropping"
    await desk.trip.do("finance", dropping, {"reason": "年度已结账"})
    assert await desk.refused("finance", "/refunds", body) == (409, "YearShut")


async def test_a_contract_above_the_plan_needs_a_new_one(city: City) -> None:
    """R9.3."""
    desk = await Desk.opened(city, "collecting")
    await desk.settle()
    told = await contract(desk, PREMIUM + 1)
    assert await desk.refused("owner1", "/contract", told) == (409, "ContractTooLarge")


async def test_refunds_that_make_no_sense(city: City) -> None:
    desk = await Desk.opened(city, "planned")
    await desk.pays(NEVER, 500)
    await desk.trip.do("owner1", "/withdrawal", {"reason": "改期再办"})
    body = _refund(desk, NEVER, 300)
    tomorrow = (city.clock().date() + timedelta(days=1)).isoformat()
    for changed, wanted in (
        ({"custody_id": desk.trip.id}, (404, "NotFound")),
        ({"effective_on": tomorrow}, (400, "Malformed")),
        ({"file_id": desk.trip.id}, (404, "NotFound")),
        ({"home_id": None}, (422, "TooMuch")),
        ({"payee_account": "    "}, (400, "Malformed")),
        ({"payee_account": "----"}, (400, "Malformed")),
    ):
        assert await desk.refused("finance", "/refunds", body | changed) == wanted
    made = await desk.trip.do("finance", "/refunds", body)
    nowhere = f"/refunds/{desk.trip.id}"
    assert await desk.refused("finance2", f"{nowhere}/confirmation") == (404, "NotFound")
    why = {"reason": "理由"}
    assert await desk.refused("finance2", f"{nowhere}/dropping", why) == (404, "NotFound")
    assert await desk.refused("finance2", f"/receipts/{desk.trip.id}/dropping", why) == (
        404,
        "NotFound",
    )
    await sql("UPDATE case_refund SET amount_fen = 501")
    path = f"/refunds/{made['refund_id']}/confirmation"
    assert await desk.refused("finance2", path) == (422, "TooMuch")
    for lists in ("receipts", "refunds"):
        token = await city.staff("clerk")
        status, answer = await city.call("GET", f"/cases/{desk.trip.id}/{lists}?after=!", token)
        assert (status, answer["code"]) == (400, "Malformed")


async def test_nobody_gets_back_what_the_pool_pays(city: City) -> None:
    """R3.3: in the pooled flow nobody paid in."""
    desk = Desk(await Till.opened(city), await Journey.at(city, "planned"))
    body = _refund(desk, NEVER, 1)
    assert await desk.refused("finance", "/refunds", body) == (409, "NothingOwed")
    token = await city.staff("clerk")
    status, answer = await city.call("GET", f"/cases/{desk.trip.id}/collection.xlsx", token)
    assert (status, answer["code"]) == (409, "NothingOwed")
