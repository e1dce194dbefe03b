"""The way of a case and its papers come in pages: nothing is left out without a word. R12.3."""

from models.cases import Document
from rules.cases import State
from tests.builders import case_in
from tests.handlers.objecting import done, see
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
    _, contracts = await see(city, "clerk", f"{path}?kind=contract")
    assert [one["kind"] for one in contracts["items"]] == ["contract"]


async def test_a_paper_of_many_cases_is_shown_to_whom_one_of_them_is(city: City) -> None:
    """The case that the asker sees may be the last of thirty that it lies in."""
    paper = await city.paper("clerk")
    for number in range(30):
        where = city.roll.here if number == 29 else city.roll.there
        case = await case_in(State.FILED, city.roll, city.clock(), scope_id=str(where.scope))
        if number < 29:
            # Somewhere else altogether: neither its scope nor its community is the asker's.
            case.community_id = city.roll.there.community
            await case.save(update_fields=["community_id"])
        await Document.create(
            case_id=case.id,
            file_id=paper,
            kind="plan",
            added_by=city.roll.accounts["clerk"],
            added_at=city.clock(),
        )
        city.clock.advance(minutes=1)
    status, _ = await see(city, "owner6", f"/files/{paper}")
    assert status == 200
    assert (await see(city, "stranger", f"/files/{paper}"))[0] == 404


async def test_the_files_of_both_lists_open(city: City) -> None:
    trip = await Journey.at(city, "filed")
    for what in ("timeline", "documents"):
        assert (await see(city, "clerk", f"/cases/{trip.id}/{what}.csv"))[0] == 200
    await done(city, "clerk", f"/cases/{trip.id}/return", {"why": "补件"})
