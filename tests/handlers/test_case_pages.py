"""The way of a case and its papers come in pages: nothing is left out without a word. R12.3."""

from models.cases import Document
from rules.cases import State
from tests.builders import case_in
from tests.handlers.objecting import see
from tests.journey import Journey
from tests.world import City


async def test_the_timeline_goes_on_where_a_page_ends(city: City) -> None:
    trip = await Journey.at(city, "noticed")
    path = f"/cases/{trip.id}/timeline"
    whole = (await see(city, "owner5", f"{path}?limit=200"))[1]["items"]
    found, after = [], ""
    while True:
        _, page = await see(city, "owner5", f"{path}?limit=4&after={after}")
        found += page["items"]
        after = page["next"]
        if not after:
            break
    assert found == whole and len(whole) > 8
    assert [one["at"] for one in whole] == sorted(one["at"] for one in whole)
    _, counted = await see(city, "clerk", f"{path}?limit=1&count=true")
    assert counted["total"] == len(whole)


async def test_papers_come_in_pages_and_owners_see_theirs(city: City) -> None:
    case = await case_in(State.NOTICED, city.roll, city.clock())
    for kind in ("plan", "authorisation", "contract", "correction"):
        await Document.create(
            case_id=case.id,
            file_id=await city.paper("clerk"),
            kind=kind,
            added_by=city.roll.accounts["clerk"],
            added_at=city.clock(),
        )
        city.clock.advance(minutes=1)
    path = f"/cases/{case.id}/documents"
    _, first = await see(city, "clerk", f"{path}?limit=3")
    _, rest = await see(city, "clerk", f"{path}?limit=3&after={first['next']}")
    kinds = [one["kind"] for one in first["items"] + rest["items"]]
    assert kinds == ["plan", "authorisation", "contract", "correction"]
    _, own = await see(city, "owner6", path)
    assert [one["kind"] for one in own["items"]] == ["plan", "contract"]
