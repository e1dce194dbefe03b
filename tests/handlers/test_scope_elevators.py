"""What owners can know of their elevators before anybody signs. R5.2 to R5.6."""

from datetime import timedelta
from typing import Any

from models.base import sql
from tests.databases import tamper
from tests.handlers.objecting import see
from tests.journey import Journey
from tests.world import City


async def elevators(city: City, who: str = "owner1") -> list[dict[str, Any]]:
    """The elevators of the scope as this one sees them, by code."""
    status, body = await see(city, who, f"/scopes/{city.roll.here.scope}/elevators")
    assert status == 200, body
    return list(body["items"])


def missed(elevator: dict[str, Any]) -> list[str]:
    """The rules of the conditions that are not met."""
    return [one["rule"] for one in elevator["conditions"] if not one["passed"]]


async def test_the_conditions_are_told_before_anybody_signs(city: City) -> None:
    """R5.2 to R5.5: which of them fails, why, and by which day."""
    first, second = await elevators(city)
    assert [one["rule"] for one in first["conditions"]] == ["R5.2", "R5.3", "R5.4", "R5.5"]
    assert first["ready"] and second["ready"] and not missed(first)
    today = city.clock().date()
    assert first["last_visit_on"] <= today.isoformat() <= first["visit_by_on"]
    assert first["inspection_until_on"] > today.isoformat()
    until = today - timedelta(days=1)
    await sql("UPDATE elevator SET inspection_due_on = $2 WHERE id = $1", second["id"], until)
    await tamper("DELETE FROM maintenance_visit WHERE elevator_id = $1", second["id"])
    first, second = await elevators(city, "manager")
    assert first["ready"] and not second["ready"]
    assert missed(second) == ["R5.3", "R5.4"]
    assert second["inspection_until_on"] == until.isoformat()
    assert second["last_visit_on"] is None and second["visit_by_on"] is None
    assert f"检验有效期至 {until}" in second["conditions"][2]["reason"]


async def test_an_empty_account_is_said_of_every_elevator(city: City) -> None:
    """R5.2: nothing there is nothing to insure with."""
    await sql("UPDATE ledger_account SET held_fen = balance_fen WHERE kind = 'pooled'")
    assert [missed(one) for one in await elevators(city)] == [["R5.2"], ["R5.2"]]


async def test_a_taken_elevator_names_its_case_to_who_sees_that(city: City) -> None:
    """R5.5: the way to the application that runs; another building's is not told."""
    trip = await Journey.applied(city)
    for who in ("owner5", "manager", "clerk", "insurer"):
        held = (await elevators(city, who))[0]
        assert (held["free"], missed(held)) == (False, ["R5.5"])
        assert held["held_by"]["case_id"] == trip.id
        assert held["held_by"]["state_title"] == "征集签名"
    await sql(
        'UPDATE "case" SET scope_id = $1, community_id = $2',
        city.roll.there.scope,
        city.roll.there.community,
    )
    held = (await elevators(city, "owner5"))[0]
    assert (held["free"], held["held_by"]) == (False, None)
