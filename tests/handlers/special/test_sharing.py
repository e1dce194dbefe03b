"""How owners of an added elevator share, and the scope's one account. 四(四)."""

from uuid import UUID, uuid4

from models.base import sql
from models.collecting import CaseReceipt
from tests.handlers.objecting import done, refused, see
from tests.handlers.special.test_refunding import entry
from tests.handlers.special.words import (
    added,
    agreed,
    banked,
    deposited,
    holder,
    owed,
    paid_straight,
    planned,
    special,
)
from tests.journey import Journey
from tests.stories.telling import nothing_amiss
from tests.world import City


async def test_shares_are_proposed_by_those_concerned(city: City) -> None:
    """The applicant or a clerk, of an added elevator, before the vote."""
    household = await Journey.applied(city, flow="household")
    equal = {"method": "equal"}
    path = f"/cases/{household.id}/shares"
    assert await refused(city, "owner1", path, equal) == "409 WrongFlow"
    assert (await see(city, "clerk", f"/cases/{household.id}/share-proposal"))[0] == 409
    await household.do("owner1", "/withdrawal", {"reason": "改期"})
    trip = await Journey.applied(city, flow="added")
    path = f"/cases/{trip.id}/shares"
    opening = f"/cases/{trip.id}/special-account"
    assert await refused(city, "clerk", opening, holder()) == "409 NotAllowedNow"
    assert await refused(city, "owner1", path, equal) == "409 NotAllowedNow"
    assert await refused(city, "elsewhere", path, equal) == "403 NotYourScope"
    await trip.sign()
    await trip.accept()
    await trip.plan()
    assert await refused(city, "owner6", path, equal) == "403 NotApplicant"
    made = await done(city, "clerk", path, equal)
    assert made["method_title"] == "按户均摊" and made["homes_count"] == 12
    first = made["homes"][0]
    alone = [{"home_id": first["home_id"], "amount_fen": made["total_fen"]}]
    made = await done(city, "owner1", path, {"method": "custom", "homes": alone})
    assert made["homes_count"] == 1
    told = "SELECT body->>'method' AS method FROM log_event WHERE kind = 'SharesProposed'"
    rows = await sql(f"{told} ORDER BY seq")
    assert [row["method"] for row in rows] == ["equal", "custom"], "R12.3"


async def test_money_left_there_needs_no_shares(city: City) -> None:
    """What is there is held with the plan; a refund needs to know where to."""
    trip = await Journey.applied(city, flow="added")
    await trip.sign()
    await trip.accept()
    await trip.plan()
    account = str(trip.body["special_account_id"])
    custody = await banked(city)
    path = f"/special-accounts/{account}/refunds"
    body = await entry(city, custody, 1)
    assert await refused(city, "finance", path, body) == "409 NotAllowedNow"
    await trip.do("clerk", "/special-account", holder("石榴苑1栋业主"))
    await paid_straight(city, account)
    await trip.do("owner1", "/withdrawal", {"reason": "重报"})
    again = await Journey.applied(city, flow="added")
    await again.sign()
    await again.accept()
    await again.plan()
    assert again.body["collection"]["complete"]
    seen = await special(again)
    assert seen["held_fen"] == again.body["money"]["premium_fen"] > 0
    path = f"/cases/{again.id}/shares"
    assert await refused(city, "owner1", path, {"method": "area"}) == "409 NothingOwed"
    assert (await see(city, "owner1", f"/cases/{again.id}/share-proposal"))[0] == 409
    vote = await done(city, "clerk", f"/cases/{again.id}/votes", {})
    assert "从本范围的电梯保险专户支付" in vote["question"]


async def test_money_of_one_case_is_not_another_ones(city: City) -> None:
    """Two elevators of one scope at once: what was paid in for the first waits for the rest."""
    one, two = city.roll.here.elevators
    first = await added(city, one)
    account = str(first.body["special_account_id"])
    receipt = {"case_id": UUID(first.id), "number": "GJ-1", "amount_fen": 1_000_000}
    await CaseReceipt.create(
        **receipt,
        method="cash",
        custody_id=await banked(city),
        effective_on=city.clock().date(),
        voucher="P-1",
        state="posted",
        entered_by=uuid4(),
        entered_at=city.clock(),
    )
    await paid_straight(city, account)
    second = await added(city, two)
    assert second.body["special_account_id"] == account
    assert second.body["collection"]["gathered_fen"] == 0
    assert second.body["money"]["held_fen"] == 0
    await first.do("owner1", "/withdrawal", {"reason": "重报"})
    again = await added(city, one)
    assert again.body["collection"]["gathered_fen"] == 0, "it goes back to who paid it in"
    await sql("UPDATE case_receipt SET state = 'reversed', live = false")
    await again.do("owner1", "/withdrawal", {"reason": "重报"})
    assert (await added(city, one)).body["collection"]["complete"]


async def test_a_plan_counts_on_what_it_found(city: City) -> None:
    """Of two cases the first has what was left in the account; the second is told to share all,
    and neither waits for money that nobody owes."""
    one, two = city.roll.here.elevators
    gone = await added(city, one)
    account = str(gone.body["special_account_id"])
    await gone.do("owner1", "/withdrawal", {"reason": "重报"})
    await paid_straight(city, account, 100_000)
    first = await added(city, one)
    second = await added(city, two)
    assert first.body["collection"]["gathered_fen"] == 100_000
    assert second.body["collection"]["gathered_fen"] == 0
    await agreed(first, 2)
    custody = await banked(city)
    for number, (home, fen) in enumerate((await owed(first)).items()):
        await deposited(first, custody, fen, f"S-{number}", home)
    assert first.body["collection"]["complete"] and first.body["money"]["held_fen"] == 120_000
    assert (await second.look())["collection"]["gathered_fen"] == 0


async def test_what_was_paid_for_an_earlier_plan_counts(city: City) -> None:
    """R7.6, 四(四): a dearer plan after money came in is shared as a whole, each home's earlier
    payment counts for itself, and when every home has paid its part nothing is lacking."""
    one, _ = city.roll.here.elevators
    custody = await banked(city)
    trip = await added(city, one)
    await agreed(trip, 2)
    early, late = sorted(await owed(trip))
    await deposited(trip, custody, 60_000, "S-1", early)
    await trip.do("clerk", "/return", {"reason": "方案须修改"})
    await trip.do("owner1", "/correction", {"note": "已与保险机构商定"})
    await planned(trip, {one: 150_000})
    assert trip.body["collection"] == {
        "needed_fen": 150_000,
        "gathered_fen": 60_000,
        "complete": False,
    }
    proposal = await done(city, "owner1", f"/cases/{trip.id}/shares", {"method": "equal"})
    assert proposal["total_fen"] == 150_000
    await agreed(trip, 2)
    assert await owed(trip) == {early: 75_000, late: 75_000}
    await deposited(trip, custody, 15_000, "S-2", early)
    assert not trip.body["collection"]["complete"]
    await deposited(trip, custody, 75_000, "S-3", late)
    assert trip.body["collection"]["complete"] and trip.body["money"]["held_fen"] == 150_000
    await nothing_amiss()


async def test_what_one_home_paid_too_much_pays_for_no_neighbour(city: City) -> None:
    """After a cheaper plan the first home has 15,000 fen too much, and the second still owes."""
    one, _ = city.roll.here.elevators
    custody = await banked(city)
    trip = await added(city, one)
    await agreed(trip, 2)
    early, late = sorted(await owed(trip))
    await deposited(trip, custody, 60_000, "S-1", early)
    await trip.do("clerk", "/return", {"reason": "方案须修改"})
    await trip.do("owner1", "/correction", {"note": "已与保险机构商定"})
    await planned(trip, {one: 90_000})
    await agreed(trip, 2)
    await deposited(trip, custody, 30_000, "S-2", late)
    assert trip.body["collection"]["gathered_fen"] == 75_000
    back = await entry(city, custody, 15_000) | {"home_id": str(early), "payee": "示例"}
    back |= {"payee_account": "6200000087654321", "file_id": None}
    made = await trip.do("finance", "/refunds", back)
    await trip.do("finance2", f"/refunds/{made['refund_id']}/confirmation")
    await deposited(trip, custody, 15_000, "S-3", late)
    assert trip.body["collection"]["complete"]
    seen = await special(trip)
    assert (seen["balance_fen"], seen["held_fen"]) == (90_000, 90_000)
    await nothing_amiss()


async def test_a_long_place_has_an_account_too(city: City) -> None:
    """A community's name may be long; the holder's column is shorter than a scope's name."""
    name = "湘" * 190 + "石榴苑1栋2单元"
    await sql("UPDATE scope SET name = $2 WHERE id = $1", city.roll.here.scope, name)
    trip = await added(city, city.roll.here.elevators[0])
    seen = await special(trip)
    assert len(seen["holder"]) == 120 and seen["holder"].endswith("石榴苑1栋2单元业主")
