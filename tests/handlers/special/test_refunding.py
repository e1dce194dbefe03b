"""Money of a special account: who opens it, what it shows, and what goes back of it. 二(三)."""

import asyncio
from typing import Any
from uuid import UUID, uuid4

import asyncpg

from models.base import sql
from tests.drills.stand import until
from tests.handlers.objecting import done, post, refused, see
from tests.handlers.special.words import (
    added,
    agreed,
    banked,
    deposited,
    holder,
    insured,
    owed,
    owner_appointed,
    paid_straight,
    planned,
    special,
)
from tests.journey import PREMIUMS, Journey
from tests.stories.telling import nothing_amiss
from tests.world import City

PREMIUM = sum(PREMIUMS)
SOLE = {"flow": "independent", "applicant": "independent"}


async def entry(city: City, custody: UUID, amount: int, **more: Any) -> dict[str, Any]:
    return {
        "amount_fen": amount,
        "custody_id": str(custody),
        "effective_on": city.clock().date().isoformat(),
        "voucher": "TK-1",
        "reason": "电梯报废",
        "file_id": await city.paper("finance"),
        **more,
    }


async def test_the_account_is_opened_once_and_kept_to_its_holder(city: City) -> None:
    """二(三)2: after the plan, with all particulars; a confirmation changes none of them."""
    await owner_appointed(city, "stranger")
    pooled = await Journey.applied(city)
    path = f"/cases/{pooled.id}/special-account"
    assert await refused(city, "clerk", path, holder()) == "409 WrongFlow"
    await pooled.do("owner1", "/withdrawal", {"reason": "改期"})
    trip = await Journey.applied(city, "stranger", **SOLE)
    path = f"/cases/{trip.id}/special-account"
    assert await refused(city, "clerk", path, holder()) == "409 NotAllowedNow"
    receipt = {
        "amount_fen": 1,
        "method": "cash",
        "custody_id": str(await banked(city)),
        "effective_on": city.clock().date().isoformat(),
        "voucher": "P-0",
    }
    await trip.accept()
    await trip.plan()
    early = f"/cases/{trip.id}/receipts"
    assert (await refused(city, "finance", early, receipt)).startswith("409")
    assert await refused(city, "clerk", path, {"holder": "某公司"}) == "400 Malformed"
    await trip.do("clerk", "/special-account", holder())
    assert await refused(city, "clerk", path, holder()) == "409 NotAllowedNow"
    # The same holder's next first year goes on with the account, as nothing is under way there.
    await trip.do("stranger", "/withdrawal", {"reason": "改期"})
    again = await Journey.applied(city, "stranger", **SOLE)
    await again.accept()
    await again.plan()
    path = f"/cases/{again.id}/special-account"
    other = holder() | {"refund_account": "6200000000000000"}
    assert await refused(city, "clerk", path, other) == "400 Malformed"
    await again.do("clerk", "/special-account", holder())
    assert again.body["special_account_id"] == trip.body["special_account_id"]


async def test_what_is_held_is_given_back_with_the_case(city: City) -> None:
    """R3.4: held the moment all of it is there, free again when the case is withdrawn."""
    await owner_appointed(city, "stranger")
    trip = await Journey.applied(city, "stranger", **SOLE)
    await trip.accept()
    await trip.plan()
    await trip.do("clerk", "/special-account", holder())
    custody = await banked(city)
    await deposited(trip, custody, 3 * PREMIUM, "P-1")
    assert (await special(trip))["held_fen"] == PREMIUM
    await trip.do("stranger", "/withdrawal", {"reason": "改期"})
    seen = await special(trip)
    assert (seen["balance_fen"], seen["held_fen"], seen["years_paid"]) == (3 * PREMIUM, 0, 0)
    conditions = (await see(city, "clerk", f"/cases/{trip.id}/conditions"))[1]
    money = conditions["now"]["conditions"][1]
    assert money["title"] == "电梯保险专户资金" and money["facts"]["available_fen"] == 3 * PREMIUM
    # Nothing was insured: the deposit goes back the way a collection's does, by two people.
    back = await entry(city, custody, 3 * PREMIUM)
    back |= {"payee": "示例商业运营有限公司", "payee_account": "6200000087654321"}
    back |= {"payee_bank": "示例银行", "file_id": None}
    made = await trip.do("finance", "/refunds", back)
    await trip.do("finance2", f"/refunds/{made['refund_id']}/confirmation")
    assert (await special(trip))["balance_fen"] == 0


async def test_refunds_are_entered_and_confirmed_by_two(city: City) -> None:
    """二(三), R9.3: only of a scrapped elevator, never above what the others need."""
    await owner_appointed(city, "stranger")
    custody = await banked(city)
    trip = await insured(city, "stranger", custody)
    path = f"/special-accounts/{trip.body['special_account_id']}/refunds"
    body = await entry(city, custody, 100)
    assert await refused(city, "finance", path, body) == "409 NotScrapped"
    await scrapped(city, True)
    free = 2 * PREMIUMS[0]
    assert (await special(trip))["refundable_fen"] == free
    tomorrow = await entry(city, custody, 100, effective_on="2025-09-16")
    assert await refused(city, "finance", path, tomorrow) == "400 Malformed"
    no_bank = await entry(city, uuid4(), 100)
    assert await refused(city, "finance", path, no_bank) == "404 NotFound"
    foreign = await entry(city, custody, 100, file_id=await city.paper("finance2"))
    assert await refused(city, "finance", path, foreign) == "404 NotFound"
    assert await refused(city, "finance", path, body | {"amount_fen": free + 1}) == "422 TooMuch"
    made = await done(city, "finance", path, body | {"amount_fen": free})
    whole = f"/refunds/{made['id']}/unmasking"
    assert made["payee_account"] == f"尾号{holder()['refund_account'][-4:]}"
    assert await refused(city, "finance", whole, {}) == "422 ReasonMissing"
    for who in ("finance2", "reviewer"):
        compared = await done(city, who, whole, {})
        assert compared["payee_account"] == holder()["refund_account"]
    payee = await done(city, "finance", whole, {"reason": "付款"})
    assert payee["payee_account"] == holder()["refund_account"]
    assert (payee["payee_bank"], payee["payee"]) == ("示例银行", holder()["holder"])
    assert await refused(city, "finance2", path, await entry(city, custody, 1)) == "404 NotFound"
    one_more = await entry(city, custody, 1)
    assert await refused(city, "finance", path, one_more) == "422 TooMuch"
    confirm = f"/special-refunds/{made['id']}/confirmation"
    assert await refused(city, "finance", confirm) == "403 SamePerson"
    await scrapped(city, False)
    assert await refused(city, "finance2", confirm) == "409 NotScrapped"
    await scrapped(city, True)
    await done(city, "finance2", confirm)
    assert await refused(city, "finance2", confirm) == "409 EntryNotOpen"
    listed = (await see(city, "stranger", path))[1]["items"]
    assert [one["state"] for one in listed] == ["posted"]
    assert (await see(city, "clerk", f"{path}?after=x"))[0] == 400
    statement = f"/special-accounts/{trip.body['special_account_id']}/statement?after=x"
    assert (await see(city, "clerk", statement))[0] == 400


async def scrapped(city: City, condemned: bool) -> None:
    await sql(
        "UPDATE elevator SET condemned = $2 WHERE id = $1", city.roll.here.elevators[0], condemned
    )


async def test_a_refund_waits_no_longer_than_its_money(city: City) -> None:
    """A renewal that holds the money meanwhile stands before it; a dropped entry binds nothing."""
    await owner_appointed(city, "stranger")
    custody = await banked(city)
    lifts = city.roll.here.elevators
    trip = await insured(city, "stranger", custody)
    path = f"/special-accounts/{trip.body['special_account_id']}/refunds"
    await scrapped(city, True)
    made = await done(city, "finance", path, await entry(city, custody, 2 * PREMIUMS[0]))
    again = await Journey.applied(
        city, "stranger", **SOLE, renews=trip.id, elevator_ids=[str(lifts[1])]
    )
    await again.accept()
    await planned(again, {lifts[1]: PREMIUM})
    await again.do("clerk", "/special-account", {})
    assert again.body["state"] == "funded" and again.body["money"]["held_fen"] == PREMIUM
    confirm = f"/special-refunds/{made['id']}/confirmation"
    assert await refused(city, "finance2", confirm) == "422 TooMuch"
    drop = f"/special-refunds/{made['id']}/dropping"
    assert await refused(city, "finance", drop, {"reason": " "}) == "400 Malformed"
    await done(city, "finance", drop, {"reason": "续保后金额不足"})
    assert await refused(city, "finance", drop, {"reason": "再次"}) == "409 EntryNotOpen"
    assert (await special(again))["refundable_fen"] == 0


async def test_what_is_left_of_the_last_elevator_closes_the_account(city: City) -> None:
    """All scrapped: everything goes back, not into a year that is shut. R4.7"""
    await owner_appointed(city, "stranger")
    custody = await banked(city)
    trip = await insured(city, "stranger", custody)
    path = f"/special-accounts/{trip.body['special_account_id']}/refunds"
    await sql("UPDATE elevator SET condemned = true")
    late = await entry(city, custody, 100, effective_on="2024-12-31")
    made = await done(city, "finance", path, late)
    await sql(
        "INSERT INTO accounting_year (year, state, asked_by, asked_at, frozen_at, step, done,"
        " total, failure, figures) VALUES (2024, 'closing', $1, $2, $2, '', 0, 0, '', '{}')",
        uuid4(),
        city.clock(),
    )
    assert await refused(city, "finance", path, late) == "409 YearShut"
    refund = f"/special-refunds/{made['id']}"
    assert await refused(city, "reviewer", f"{refund}/confirmation") == "409 YearShut"
    await done(city, "reviewer", f"{refund}/dropping", {"reason": "年度已结"})
    made = await done(city, "finance", path, await entry(city, custody, 2 * PREMIUM))
    await done(city, "reviewer", f"/special-refunds/{made['id']}/confirmation")
    seen = await special(trip)
    assert seen["balance_fen"] == 0 and seen["closed_at"] is not None


async def test_a_refund_and_a_renewal_at_once_do_not_touch_each_other(city: City) -> None:
    """R3.4: what goes back is what the years left do not need, whichever is first."""
    await owner_appointed(city, "stranger")
    custody = await banked(city)
    running, premium = city.roll.here.elevators[1], PREMIUMS[1]
    trip = await insured(city, "stranger", custody)
    path = f"/special-accounts/{trip.body['special_account_id']}/refunds"
    await scrapped(city, True)
    again = await Journey.applied(
        city, "stranger", **SOLE, renews=trip.id, elevator_ids=[str(running)]
    )
    await again.accept()
    await planned(again, {running: premium})
    made = await done(city, "finance", path, await entry(city, custody, 2 * PREMIUMS[0]))
    answers = await asyncio.gather(
        post(city, "finance2", f"/special-refunds/{made['id']}/confirmation"),
        post(city, "clerk", f"/cases/{again.id}/special-account", {}),
    )
    assert [status for status, _ in answers] == [200, 200]
    assert (await again.look())["state"] == "funded"
    seen = await special(again)
    assert (seen["balance_fen"], seen["held_fen"]) == (2 * premium, premium)
    assert seen["refundable_fen"] == 0 and seen["years_paid"] == 2
    await nothing_amiss()


async def test_a_refund_that_came_back_opens_the_account_again(city: City) -> None:
    """R3.2: its money is there again, and so is the account."""
    await owner_appointed(city, "stranger")
    custody = await banked(city)
    trip = await insured(city, "stranger", custody)
    path = f"/special-accounts/{trip.body['special_account_id']}/refunds"
    await sql("UPDATE elevator SET condemned = true")
    made = await done(city, "finance", path, await entry(city, custody, 2 * PREMIUM))
    await done(city, "reviewer", f"/special-refunds/{made['id']}/confirmation")
    assert (await special(trip))["closed_at"] is not None
    rows = await sql("SELECT journal_id FROM case_refund")
    body = {"journal_id": str(rows[0]["journal_id"]), "memo": "账号有误，银行退回"}
    body["effective_on"] = city.clock().date().isoformat()
    voucher = await done(city, "finance", "/ledger/vouchers/reversals", body)
    await done(city, "finance2", f"/ledger/vouchers/{voucher['voucher_id']}/confirmation")
    seen = await special(trip)
    assert seen["balance_fen"] == seen["refundable_fen"] == 2 * PREMIUM
    assert seen["closed_at"] is None
    await nothing_amiss()


async def test_the_years_of_the_next_case_are_not_given_back(city: City) -> None:
    """二(三)3: a second application goes on with the deposit of the first, which came to nothing:
    then only what the second does not count on goes back for the first."""
    await owner_appointed(city, "stranger")
    custody = await banked(city)
    first = await Journey.applied(city, "stranger", **SOLE)
    await first.accept()
    await first.plan()
    await first.do("clerk", "/special-account", holder())
    await deposited(first, custody, 3 * PREMIUM, "P-1")
    await first.do("stranger", "/withdrawal", {"reason": "改期"})
    lift = city.roll.here.elevators[0]
    second = await Journey.applied(city, "stranger", **SOLE, elevator_ids=[str(lift)])
    await second.accept()
    await planned(second, {lift: PREMIUM - 10_000})
    await second.do("clerk", "/special-account", holder())
    assert second.body["state"] == "funded"
    back = await entry(city, custody, 30_000)
    back |= {"payee": "示例商业运营有限公司", "payee_account": "6200000087654321"}
    back |= {"payee_bank": "示例银行", "file_id": None}
    # What was found there is what all three years count on, the dearer rest of it too.
    path = f"/cases/{first.id}/refunds"
    assert await refused(city, "finance", path, back) == "422 TooMuch"
    await second.do("stranger", "/withdrawal", {"reason": "改期"})
    made = await done(city, "finance", path, back)
    await first.do("finance2", f"/refunds/{made['refund_id']}/confirmation")
    await nothing_amiss()


async def test_what_homes_paid_for_another_case_is_not_refunded(city: City) -> None:
    """四(四): two elevators of a scope have cases of their own; that one is scrapped gives back
    what is free, not what waits for the other, and whichever of the two was applied for first."""
    one_, two = city.roll.here.elevators
    custody = await banked(city)
    first = await added(city, one_)
    account = str(first.body["special_account_id"])
    await first.do("clerk", "/special-account", holder("石榴苑1栋业主"))
    second = await added(city, two)
    await agreed(second, 1)
    home = next(iter(await owed(second)))
    await deposited(second, custody, 70_000, "S-1", home)
    await paid_straight(city, account, 200_000)
    path = f"/special-accounts/{account}/refunds"
    assert await refused(city, "finance", path, await entry(city, custody, 1)) == "409 NotScrapped"
    await sql("UPDATE elevator SET condemned = true WHERE id = $1", one_)
    free = 200_000 - 120_000
    assert (await special(second))["refundable_fen"] == free
    assert await refused(city, "finance", path, await entry(city, custody, free + 1)) == (
        "422 TooMuch"
    )
    made = await done(city, "finance", path, await entry(city, custody, free))
    await done(city, "finance2", f"/special-refunds/{made['id']}/confirmation")
    assert (await special(second))["refundable_fen"] == 0
    await nothing_amiss()


async def test_a_plan_and_a_refund_do_not_count_the_same_money(
    city: City, database_url: str
) -> None:
    """A plan that is being filed has counted what lies in the scope's account: the refund waits for
    it, and is judged by what the plan left."""
    one_ = city.roll.here.elevators[0]
    custody = await banked(city)
    first = await added(city, one_)
    account = str(first.body["special_account_id"])
    await first.do("clerk", "/special-account", holder("石榴苑1栋业主"))
    await paid_straight(city, account, 200_000)
    await sql("UPDATE elevator SET condemned = true WHERE id = $1", one_)
    path = f"/special-accounts/{account}/refunds"
    made = await done(city, "finance", path, await entry(city, custody, 200_000))
    lock = await asyncpg.connect(database_url)
    async with lock.transaction():
        await lock.execute(
            "SELECT 1 FROM scope WHERE id = $1 FOR NO KEY UPDATE", city.roll.here.scope
        )
        confirm = f"/special-refunds/{made['id']}/confirmation"
        task = asyncio.create_task(post(city, "finance2", confirm))
        await wait(lock, 1)
    await lock.close()
    assert (await task)[0] == 200
    await nothing_amiss()


async def test_why_a_refund_was_dropped_can_be_read(city: City) -> None:
    """R3.2: beside the reason for which it was to be paid."""
    await owner_appointed(city, "stranger")
    custody = await banked(city)
    trip = await insured(city, "stranger", custody)
    path = f"/special-accounts/{trip.body['special_account_id']}/refunds"
    await scrapped(city, True)
    told = await entry(city, custody, 100, reason="报" * 300)
    made = await done(city, "finance", path, told)
    drop = f"/special-refunds/{made['id']}/dropping"
    dropped = await done(city, "finance2", drop, {"reason": "账号有误"})
    assert (dropped["reason"], dropped["drop_reason"]) == ("报" * 300, "账号有误")


async def test_one_account_goes_on_with_one_case(city: City, database_url: str) -> None:
    """Two cases of the holder's find the account free in the same instant: one of them has it, the
    other one's money would have been counted twice."""
    await owner_appointed(city, "stranger")
    before = await Journey.applied(city, "stranger", **SOLE)
    await before.accept()
    await before.plan()
    await before.do("clerk", "/special-account", holder())
    await before.do("stranger", "/withdrawal", {"reason": "改期"})
    trips = []
    for lift in city.roll.here.elevators:
        trip = await Journey.applied(city, "stranger", **SOLE, elevator_ids=[str(lift)])
        await trip.accept()
        await planned(trip, {lift: 120_000})
        trips.append(trip)
    lock = await asyncpg.connect(database_url)
    async with lock.transaction():
        await lock.execute("SELECT 1 FROM special_account FOR NO KEY UPDATE")
        both = [
            asyncio.create_task(post(city, who, f"/cases/{trip.id}/special-account", holder()))
            for who, trip in zip(("clerk", "clerk2"), trips, strict=True)
        ]
        await wait(lock, 2)
    await lock.close()
    assert [status for status, _ in await asyncio.gather(*both)] == [200, 200]
    accounts = {(await trip.look())["special_account_id"] for trip in trips}
    assert len(accounts) == 2 and before.body["special_account_id"] in accounts


async def wait(lock: asyncpg.Connection, many: int) -> None:
    """Returns when so many wait for somebody's lock."""

    async def waiting() -> bool:
        count = await lock.fetchval(
            "SELECT count(*) FROM pg_stat_activity WHERE wait_event_type = 'Lock'"
            " AND datname = current_database()"
        )
        return bool(count == many)

    await until(waiting, 60, f"{many} wait")
