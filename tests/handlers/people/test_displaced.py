"""Whose ownership ends by somebody else's act hears of it; no one person ends it. R1.3, R2.10."""

from typing import Any

from models.base import one
from models.people.bindings import Binding
from models.roll import Ownership
from tests.databases import tamper
from tests.handlers.imports.clerk import SHEETS, B, C, Clerk, packed
from tests.handlers.people.test_claims import agreed, claimed, day, decide, ownerships
from tests.world import City


async def proposed(city: City) -> Any:
    claim = await claimed(city)
    ends = [one["ownership_id"] for one in await ownerships(city, claim)]
    evidence = {"from_on": day(city), "share_bps": 10_000, "ends": ends}
    assert (await decide(city, claim, evidence=evidence))[1]["state"] == "proposed"
    return claim


async def kinds(city: City, key: str) -> list[str]:
    page = await city.must("GET", "/inbox?limit=50", await city.login(key))
    return [row["kind"] for row in page["items"]]


async def confirmed(city: City, claim: Any) -> tuple[int, Any]:
    path = f"/binding-claims/{claim['id']}/confirmation"
    return await city.call("POST", path, await city.staff("reviewer"))


async def test_the_displaced_owner_hears_at_once(city: City) -> None:
    claim = await proposed(city)
    assert "ownership_ended" not in await kinds(city, "owner2"), "nothing has changed yet"
    await agreed(city, claim)
    assert "ownership_ended" in await kinds(city, "owner2")
    assert "ownership_ended" not in await kinds(city, "owner4")


async def test_what_is_not_agreed_to_changes_nothing(city: City) -> None:
    claim = await proposed(city)
    path = f"/binding-claims/{claim['id']}/dropping"
    await city.must("POST", path, await city.staff("clerk2"), {"reason": "证件存疑"})
    row = await one("SELECT count(*) AS n FROM ownership WHERE to_on IS NOT NULL")
    assert row == {"n": 0}
    assert (await decide(city, claim, approve=False))[1]["state"] == "refused"


async def test_the_roll_is_judged_again_when_it_is_confirmed(city: City) -> None:
    """What became true between the two looks stands against it."""
    claim = await proposed(city)
    home = city.roll.people["owner2"].homes[0]
    stranger, other = city.roll.people["stranger"], city.roll.people["owner4"]
    assert other.owner_id is not None
    more = await Ownership.create(
        home_id=home, owner_id=other.owner_id, share_bps=1, from_on="2020-01-01"
    )
    assert (await confirmed(city, claim))[1]["code"] == "SharesExceed"
    await tamper("DELETE FROM ownership WHERE id = $1", more.id)
    bound = await Binding.create(
        person_id=stranger.person_id,
        home_id=other.homes[0],
        owner_id=other.owner_id,
        how="papers",
        from_at=city.clock(),
    )
    assert (await confirmed(city, claim))[1]["code"] == "OtherIdentity"
    await tamper("DELETE FROM binding WHERE id = $1", bound.id)
    assert (await confirmed(city, claim))[0] == 200


async def test_money_in_an_import_is_not_for_clerks_to_confirm(city: City) -> None:
    """R1.2: openings, funds and deposits are looked at by finance or a reviewer."""
    clerk = Clerk(city, await city.staff("clerk"))
    view = await clerk.checked(packed())
    assert view["rows"].get("funds")
    path = f"/imports/{view['id']}/confirmation"
    status, said = await city.call("POST", path, await city.staff("clerk2"))
    assert (status, said["code"]) == (403, "NotAllowed")
    assert (await city.call("POST", path, await city.staff("finance")))[0] == 200


async def test_whoever_an_import_displaces_hears_of_it(city: City) -> None:
    clerk = Clerk(city, await city.staff("clerk"))
    await clerk.applied(packed())
    row = await one(
        "SELECT o.owner_id, o.home_id FROM ownership o JOIN home h ON h.id = o.home_id"
        " WHERE h.code = 'H3'"
    )
    assert row is not None
    person = city.roll.people["stranger"].person_id
    at = city.clock()
    await Binding.create(**row, person_id=person, how="papers", from_at=at)
    sold = SHEETS["业主"].replace(
        f"H3,钱示例,身份证,{B},,2017-01-01,,,\n", f"H3,孙示例,身份证,{C},,2025-06-01,,,\n"
    )
    await clerk.applied(packed({"业主": sold}))
    page = await city.must("GET", "/inbox?limit=50", await city.login("stranger"))
    [told] = [row for row in page["items"] if row["kind"] == "ownership_ended"]
    assert "2025年6月1日" in told["text"]
