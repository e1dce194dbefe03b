"""A case from the first signature to its plan, over HTTP. Sections 5 and 6, R3.4."""

import asyncio
from uuid import uuid4

from tests.journey import PREMIUMS, Journey
from tests.world import City


async def test_third_head_files_the_application(city: City) -> None:
    """R5.1: two signatures wait, the third files."""
    trip = await Journey.applied(city)
    assert (trip.body["state"], trip.body["heads"]) == ("signing", 1)
    await trip.do("owner2", "/signatures")
    assert trip.body["state"] == "signing"
    await trip.do("owner4", "/signatures")
    assert (trip.body["state"], trip.body["heads"]) == ("filed", 3)


async def test_co_owners_of_one_home_are_one_head(city: City) -> None:
    """R2.3: owner3 and co_owner3 share a home and give one voice."""
    trip = await Journey.applied(city, who="owner3")
    await trip.do("co_owner3", "/signatures")
    await trip.do("owner2", "/signatures")
    assert (trip.body["state"], trip.body["signatures"], trip.body["heads"]) == ("signing", 3, 2)


async def test_signing_twice_is_refused(city: City) -> None:
    """R5.1: different owners."""
    trip = await Journey.applied(city)
    status, body = await city.call(
        "POST", f"/cases/{trip.id}/signatures", await city.login("owner1")
    )
    assert (status, body["code"]) == (409, "AlreadySigned")


async def test_owner_of_another_building_may_not_sign_nor_see(city: City) -> None:
    """R2.5, section 6."""
    trip = await Journey.applied(city)
    token = await city.login("elsewhere")
    status, body = await city.call("POST", f"/cases/{trip.id}/signatures", token)
    assert (status, body["code"]) == (403, "NotYourScope")
    status, _ = await city.call("GET", f"/cases/{trip.id}", token)
    assert status == 404


async def test_elevator_in_an_open_case_is_taken(city: City) -> None:
    """R5.5: no second open case for one elevator, until the first is over."""
    trip = await Journey.applied(city)
    asked = {
        "scope_id": str(city.roll.here.scope),
        "elevator_ids": [str(city.roll.here.elevators[0])],
        "insurer_id": str(city.roll.insurer),
    }
    other = await city.login("owner5")
    status, body = await city.call("POST", "/cases", other, asked)
    assert (status, body["code"]) == (409, "ElevatorTaken")
    await trip.do("owner1", "/withdrawal", {"reason": "改期再办"})
    assert trip.body["state"] == "withdrawn"
    status, body = await city.call("POST", "/cases", other, asked)
    assert status == 201, body


async def test_plan_holds_the_premium_and_withdrawal_releases_it(city: City) -> None:
    """R3.4."""
    trip = await Journey.at(city, "planned")
    assert trip.body["money"] == {
        "premium_fen": sum(PREMIUMS),
        "held_fen": sum(PREMIUMS),
        "paid_fen": 0,
    }
    await trip.do("owner1", "/withdrawal", {"reason": "业主协商后撤回"})
    assert trip.body["money"]["held_fen"] == 0


async def test_plan_dearer_than_the_account_is_refused_and_holds_nothing(city: City) -> None:
    """R5.2: the account covers one year's premium or there is no plan."""
    trip = await Journey.at(city, "accepted")
    elevators = [
        {"elevator_id": str(one), "premium_fen": 2_500_001, "limit_fen": 1}
        for one in city.roll.here.elevators
    ]
    told = {"survey": "查勘", "cover": "维修", "elevators": elevators}
    token = await city.staff("insurer")
    status, body = await city.call("POST", f"/cases/{trip.id}/plan", token, told)
    assert (status, body["code"]) == (409, "ConditionsUnmet")
    assert [one["rule"] for one in body["conditions"]] == ["R5.2"]
    assert (await trip.look())["state"] == "accepted"


async def test_only_the_chosen_insurer_sees_and_plans(city: City) -> None:
    """Section 6: least data; another insurer finds nothing."""
    trip = await Journey.at(city, "accepted")
    status, _ = await city.call("GET", f"/cases/{trip.id}", await city.staff("other_insurer"))
    assert status == 404


async def test_same_key_gives_the_same_answer_and_another_body_is_refused(city: City) -> None:
    """Repeat any request: the write is done once."""
    token, key = await city.login("owner1"), uuid4().hex
    asked = {
        "scope_id": str(city.roll.here.scope),
        "elevator_ids": [str(city.roll.here.elevators[0])],
        "insurer_id": str(city.roll.insurer),
    }
    first = await city.call("POST", "/cases", token, asked, key=key)
    again = await city.call("POST", "/cases", token, asked, key=key)
    assert first[0] == 201 and again == first
    changed = await city.call("POST", "/cases", token, {**asked, "urgent": False}, key=key)
    assert (changed[0], changed[1]["code"]) == (409, "KeyReused")


async def test_the_same_request_twice_at_once_is_answered_twice_and_done_once(city: City) -> None:
    """A phone that lost patience repeats what is still under way, and is not told off for it."""
    trip = await Journey.applied(city)
    token, path = await city.login("owner2"), f"/cases/{trip.id}/signatures"
    headers = {"Authorization": f"Bearer {token}", "Idempotency-Key": uuid4().hex}
    answers = await asyncio.gather(*(city.http.post(path, headers=headers) for _ in range(8)))
    assert {one.status_code for one in answers} == {200}
    assert len({one.content for one in answers}) == 1
    assert (await trip.look())["signatures"] == 2


async def test_signature_taken_back_before_acceptance_reopens_signing(city: City) -> None:
    """R5.1: a signer may withdraw until acceptance."""
    trip = await Journey.at(city, "filed")
    await trip.do("owner4", "/signatures/mine", method="DELETE")
    await trip.look()
    assert (trip.body["state"], trip.body["heads"]) == ("signing", 2)


async def test_sale_below_three_signers_stops_acceptance(city: City) -> None:
    """R2.4: shown to the clerk, and not accepted until it is three again."""
    trip = await Journey.at(city, "filed")
    sold = city.roll.people["owner4"]
    from models.base import sql

    await sql(
        "UPDATE ownership SET to_on = $2 WHERE owner_id = $1",
        sold.owner_id,
        city.clock().date(),
    )
    token = await city.staff("clerk")
    status, body = await city.call("POST", f"/cases/{trip.id}/acceptance", token)
    assert (status, body["code"]) == (409, "ConditionsUnmet")
    assert "不再是相关业主" in body["detail"]
    await trip.do("owner5", "/signatures")
    await trip.do("clerk", "/acceptance")
    assert trip.body["state"] == "accepted"


async def test_case_shows_what_i_may_do_and_why_not(city: City) -> None:
    """Section 6: derived from the table."""
    trip = await Journey.at(city, "filed")
    seen = await trip.look("owner5")
    offered = {one["act"]: one["allowed"] for one in seen["options"]}
    assert offered["Sign"] is True
    assert offered["WithdrawCase"] is False
    assert "Accept" not in offered
    assert "Accept" in {one["act"] for one in (await trip.look("clerk"))["options"]}
