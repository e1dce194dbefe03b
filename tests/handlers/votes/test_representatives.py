"""Co-owners name one of them to speak for their home; a vote reads it when it opens. R2.3, R8.3."""

from typing import Any
from uuid import uuid4

from models.base import sql
from models.roll import Ownership
from tests.handlers.votes.polling import (
    casts,
    done,
    homes_voted,
    opened,
    planned,
    refused,
    see,
)
from tests.world import City


async def naming(city: City, who: str = "owner3") -> dict[str, Any]:
    return {
        "owner_name": f" {city.roll.people[who].name}",
        "file_id": await city.paper("clerk"),
    }


def path_of(city: City, room: str = "1-301") -> str:
    return f"/homes/{city.roll.here.homes[room]}/representative"


async def named(city: City, who: str = "owner3") -> dict[str, Any]:
    made = await done(city, "clerk", path_of(city), await naming(city, who))
    path = f"/representatives/{made['id']}/confirmation"
    answer: dict[str, Any] = await done(city, "clerk2", path)
    return answer


async def test_who_is_named_votes_alone_from_the_next_vote_on(city: City) -> None:
    case = await planned(city)
    made = await done(city, "clerk", path_of(city), await naming(city))
    one = f"/representatives/{made['id']}"
    assert made["state"] == "draft" and made["place"] == "石榴苑1栋1单元301室"
    assert "*" in made["owner"] and made["entered_by_me"]
    assert await refused(city, "clerk", f"{one}/confirmation") == "403 SamePerson"
    assert (await done(city, "reviewer", f"{one}/confirmation"))["state"] == "live"
    assert await refused(city, "clerk2", f"{one}/confirmation") == "409 EntryNotOpen"
    vote = await opened(city, case)
    against = f"/votes/{vote['id']}/ballots"
    assert await refused(city, "co_owner3", against, {"choice": "against"}) == (
        "409 NotRepresentative"
    )
    await casts(city, vote, "owner3", "agree")
    # What ends now ends for the next vote: this one has its roll.
    await done(city, "clerk", f"{one}/ending", {"reason": "共有人要求"})
    await casts(city, vote, "owner3", "abstain")
    assert await homes_voted(vote) == 1


async def test_co_owners_hear_of_it_and_any_of_them_takes_it_back(city: City) -> None:
    made = await named(city)
    await city.due()
    told = await sql("SELECT to_id FROM message WHERE kind = 'representative_named'")
    people = {city.roll.people[who].person_id for who in ("owner3", "co_owner3")}
    assert {row["to_id"] for row in told} == people
    end = f"/representatives/{made['id']}/ending"
    assert await refused(city, "owner2", end, {}) == "404 NotFound"
    assert await refused(city, "clerk", end, {}) == "422 ReasonMissing"
    assert (await done(city, "co_owner3", end, {}))["state"] == "ended"
    assert await refused(city, "owner3", end, {}) == "409 EntryNotOpen"
    await named(city, "co_owner3")
    events = await sql(
        "SELECT kind FROM log_event WHERE subject_kind = 'representative' ORDER BY seq"
    )
    assert [row["kind"] for row in events] == [
        "RepresentativeEntered",
        "RepresentativeNamed",
        "RepresentativeEnded",
        "RepresentativeEntered",
        "RepresentativeNamed",
    ]


async def test_who_can_be_named(city: City) -> None:
    path, body = path_of(city), await naming(city)
    for more, code in (
        ({"owner_name": city.roll.people["owner4"].name}, "409 NotInRoll"),
        ({"owner_name": ""}, "409 NotInRoll"),
        ({"owner_id": str(uuid4())}, "409 NotInRoll"),
        ({"file_id": str(uuid4())}, "404 NotFound"),
    ):
        assert await refused(city, "clerk", path, body | more) == code
    assert await refused(city, "clerk", f"/homes/{uuid4()}/representative", body) == (
        "404 NotFound"
    )
    sole = path_of(city, "1-401")
    assert await refused(city, "clerk", sole, await naming(city, "owner4")) == ("409 NotAllowedNow")
    made = await done(city, "clerk", path, body)
    other = await naming(city, "co_owner3")
    assert await refused(city, "clerk2", path, other | {"file_id": await city.paper("clerk2")}) == (
        "409 NotAllowedNow"
    )
    # Sold before it was confirmed: the name on the paper is no owner any more.
    sold = city.clock().date()
    await Ownership.filter(owner_id=city.roll.people["owner3"].owner_id).update(to_on=sold)
    confirm = f"/representatives/{made['id']}/confirmation"
    assert await refused(city, "clerk2", confirm) == "409 NotInRoll"
    for act in ("confirmation", "ending"):
        assert await refused(city, "clerk", f"/representatives/{uuid4()}/{act}", {}) in (
            "404 NotFound",
            "400 Malformed",
        )


async def test_co_owners_find_what_they_may_take_back(city: City) -> None:
    """R2.3, R2.4: of one's own homes alone, by the ownership of today."""
    made = await named(city)
    for who, found in (("owner3", [made["id"]]), ("co_owner3", [made["id"]]), ("owner2", [])):
        status, listed = await see(city, who, "/representatives")
        assert status == 200 and [row["id"] for row in listed["items"]] == found, who
    await Ownership.filter(owner_id=city.roll.people["co_owner3"].owner_id).update(
        to_on=city.clock().date()
    )
    assert (await see(city, "co_owner3", "/representatives"))[1]["items"] == []


async def test_the_list_pages_and_filters(city: City) -> None:
    made = await named(city)
    await done(city, "clerk", f"/representatives/{made['id']}/ending", {"reason": "更换"})
    city.clock.advance(minutes=1)
    second = await done(city, "clerk", path_of(city), await naming(city, "co_owner3"))
    _, page = await see(city, "auditor", "/representatives?limit=1")
    assert [row["id"] for row in page["items"]] == [second["id"]]
    _, rest = await see(city, "auditor", f"/representatives?after={page['next']}")
    assert [row["id"] for row in rest["items"]] == [made["id"]]
    _, drafts = await see(city, "clerk2", "/representatives?state=draft")
    assert [row["id"] for row in drafts["items"]] == [second["id"]]
    home = city.roll.here.homes["1-401"]
    assert (await see(city, "clerk", f"/representatives?home_id={home}"))[1]["items"] == []
    assert (await see(city, "clerk", "/representatives?after=x"))[1]["code"] == "Malformed"
