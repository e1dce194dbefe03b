"""Who acts for a body that the roll does not name is let in by two natural persons. R1.2, R5.1."""

import pytest

from models.base import sql
from tests.employees import phone_of
from tests.handlers.people.test_claims import asked, claimed, day, decide, judged
from tests.world import City


async def confirmed(city: City, view: dict[str, str], who: str = "reviewer") -> str:
    """The state after this one confirmed it, or the refusal."""
    path = f"/appointments/{view['id']}/confirmation"
    _, said = await city.call("POST", path, await city.staff(who))
    return str(said.get("code") or said["state"])


@pytest.mark.parametrize("role", ["manager", "committee", "independent"])
async def test_one_clerk_lets_in_nobody_for_another_body(city: City, role: str) -> None:
    """A manager of another name, a committee, a sole owner: nothing before the second person."""
    _, view = await asked(city, role=role, body_name="某某管理有限公司")
    assert (await judged(city, view))[1]["state"] == "proposed"
    token = await city.login("stranger")
    assert (await city.must("GET", "/me", token))["roles"] == ["person"]
    assert (await asked(city, role=role))[1]["code"] == "ClaimPending"
    for act in ("decision", "end"):
        body = {"reason": "再次"} | ({"approve": True} if act == "decision" else {})
        path = f"/appointments/{view['id']}/{act}"
        _, said = await city.call("POST", path, await city.staff("clerk"), body)
        assert said["code"] == "AlreadyDecided"
    assert await confirmed(city, view, "clerk") == "SamePerson"
    listed = await city.must("GET", "/appointments?state=proposed", await city.staff("reviewer"))
    assert [one["id"] for one in listed["items"]] == [view["id"]]
    assert await confirmed(city, view) == "approved"
    assert role in (await city.must("GET", "/me", token))["roles"]


async def test_until_then_it_is_taken_back_or_runs_out(city: City) -> None:
    _, view = await asked(city, role="committee", to_on=day(city, 3))
    await judged(city, view)
    path = f"/appointments/{view['id']}"
    back = await city.must(
        "POST", f"{path}/dropping", await city.staff("reviewer"), {"reason": "公章不符"}
    )
    assert back["state"] == "open"
    await judged(city, view)
    city.clock.advance(days=4)
    assert await confirmed(city, view) == "BadTerm"
    mine = await city.must("POST", f"{path}/end", await city.login("stranger"), {})
    assert mine["state"] == "withdrawn"
    assert await confirmed(city, view) == "EntryNotOpen"


async def test_nobody_decides_for_the_own_login(city: City) -> None:
    """A clerk's WeChat is the clerk: neither decided nor confirmed by the own account. R1.1."""
    _, named = await asked(city)
    _, other = await asked(city, role="committee")
    await phone_of(city, str(city.roll.accounts["clerk"]))
    await sql(
        "UPDATE appointment SET person_id = p.id FROM person p JOIN employee e"
        " ON e.phone_index = p.phone_index JOIN account a ON a.employee_id = e.id"
        " WHERE a.id = $1 AND appointment.state = 'open'",
        city.roll.accounts["clerk"],
    )
    assert (await judged(city, named))[1]["code"] == "SamePerson"
    claim = await claimed(city)
    await sql(
        "UPDATE binding_claim SET person_id = a.person_id FROM appointment a WHERE a.state = 'open'"
    )
    assert (await decide(city, claim, approve=False))[1]["code"] == "SamePerson"
    assert (await judged(city, other, "clerk2"))[1]["state"] == "proposed"
    assert await confirmed(city, other, "clerk") == "SamePerson"
    assert await confirmed(city, other) == "approved"
