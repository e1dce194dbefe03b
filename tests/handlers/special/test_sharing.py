"""How owners of an added elevator share, and the scope's one account. 四(四)."""

from dataclasses import replace
from uuid import UUID, uuid4

from tortoise.transactions import in_transaction

from models import ledger
from models.collecting import CaseReceipt
from rules.collecting import received
from rules.ledger import AccountKind
from tests.handlers.objecting import done, refused, see
from tests.handlers.special.test_refunding import entry
from tests.handlers.special.words import banked, holder, planned, special
from tests.journey import Journey
from tests.world import City


async def test_shares_are_proposed_by_those_concerned(city: City) -> None:
    """The applicant or a clerk, of an added elevator, before the vote."""
    household = await Journey.applied(city, flow="household")
    equal = {"method": "equal"}
    path = f"/cases/{household.id}/shares"
    assert await refused(city, "owner1", path, equal) == "409 WrongFlow"
    assert (await see(city, "clerk", f"/cases/{household.id}/share-proposal"))[0] == 409
    await household.do("owner1", "/withdrawal", {"why": "改期"})
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
    assert made["title"] == "按户均摊" and made["homes_count"] == 12
    first = made["homes"][0]
    alone = [{"home_id": first["home_id"], "amount_fen": made["total_fen"]}]
    made = await done(city, "owner1", path, {"method": "custom", "homes": alone})
    assert made["homes_count"] == 1


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
    await trip.do("owner1", "/withdrawal", {"why": "重报"})
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
    await first.do("owner1", "/withdrawal", {"why": "重报"})
    again = await added(city, one)
    assert again.body["collection"]["complete"]


async def added(city: City, elevator: UUID) -> Journey:
    """An added elevator's case with its plan."""
    trip = await Journey.applied(city, flow="added", elevator_ids=[str(elevator)])
    await trip.sign()
    await trip.accept()
    await planned(trip, {elevator: 120_000})
    return trip


async def paid_straight(city: City, account: str) -> None:
    """Enough for a year came into the account."""
    async with in_transaction():
        there = await ledger.account_for(AccountKind.SPECIAL, UUID(account))
        on = city.clock().date()
        journal = received(city.roll.bank, there.id, 1_000_000, on, "test:special", "", uuid4())
        await ledger.post(replace(journal, case_id=None), city.clock(), "test")
