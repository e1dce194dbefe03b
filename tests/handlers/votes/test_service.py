"""Proof that a vote was served: kept for the file, counted only where silence counts. R8.2."""

from typing import Any
from uuid import uuid4

from models.base import sql
from tests.handlers.votes.polling import (
    casts,
    counted,
    done,
    opened,
    planned,
    refused,
    see,
    shown,
)
from tests.world import City


async def proof(city: City, *rooms: str, who: str = "clerk") -> dict[str, Any]:
    homes = [str(city.roll.here.homes[room]) for room in rooms]
    return {"home_ids": homes, "file_id": await city.paper(who), "how": "in_person"}


async def test_served_once_by_the_centre_or_the_manager(city: City) -> None:
    vote = await opened(city)
    path = f"/votes/{vote['id']}/service"
    first = await done(city, "clerk", path, await proof(city, "1-101", "1-201"))
    assert (first["served"], first["newly"], first["homes"]) == (2, 2, 12)
    assert not first["matters"] and "仅供存档" in first["words"]
    at = city.clock()
    city.clock.advance(hours=1)
    more = await proof(city, "1-201", "1-301", who="manager")
    second = await done(city, "manager", path, more)
    assert (second["served"], second["newly"]) == (3, 1)
    again = await done(city, "manager", path, more)
    assert (again["served"], again["newly"]) == (3, 0)
    rows = await sql("SELECT count(*) AS n FROM vote_home WHERE served_at = $1", at)
    assert rows[0]["n"] == 2, "the first proof stands"
    events = await sql("SELECT body::text AS body FROM log_event WHERE kind = 'VoteServed'")
    assert len(events) == 2, "nothing new is no event"
    _, seen = await see(city, "auditor", path)
    assert seen["served"] == 3
    _, homes = await see(city, "committee", f"{path}/homes?limit=2")
    assert [one["place"][-4:] for one in homes["items"]] == ["101室", "201室"]
    assert [one["served"] for one in homes["items"]] == [True, True]
    _, rest = await see(city, "committee", f"{path}/homes?after={homes['next']}")
    assert len(rest["items"]) == 10 and rest["next"] == ""
    assert "voted" not in str(rest) and "nth" not in str(rest)
    _, unserved = await see(city, "clerk", f"{path}/homes?unserved=true&count=true")
    assert unserved["total"] == 9 and not any(one["served"] for one in unserved["items"])
    _, sheet = await see(city, "clerk", f"{path}/homes.csv?unserved=true")
    lines = sheet.decode("utf-8-sig").split()
    assert lines[0] == "位置,已送达" and len(lines) == 10
    assert all(line.endswith(",否") for line in lines[1:])


async def test_what_is_no_proof(city: City) -> None:
    vote = await opened(city)
    path = f"/votes/{vote['id']}/service"
    good = await proof(city, "1-101")
    elsewhere = str(city.roll.people["elsewhere"].homes[0])
    for who, body, code in (
        ("clerk", good | {"file_id": str(uuid4())}, "404 NotFound"),
        ("clerk", good | {"home_ids": [elsewhere]}, "409 NotInRoll"),
        ("clerk", good | {"how": "rumour"}, "400 Malformed"),
        ("other_manager", good, "404 VoteNotFound"),
        ("owner1", good, "403 NotAllowed"),
    ):
        assert await refused(city, who, path, body) == code, (who, code)
    assert await refused(city, "clerk", f"/votes/{uuid4()}/service", good) == "404 VoteNotFound"
    assert (await see(city, "other_manager", path))[0] == 404
    assert (await see(city, "other_manager", f"{path}/homes"))[0] == 404
    await sql(
        "DELETE FROM vote_owner o USING vote_home h WHERE h.id = o.vote_home_id AND h.home_id = $1",
        city.roll.here.homes["1-201"],
    )
    nobody = await proof(city, "1-101", "1-201")
    assert await refused(city, "clerk", path, nobody) == "409 NotInRoll", "nobody to be served"
    city.clock.advance(days=30)
    assert await refused(city, "clerk", path, good) == "409 VoteNotOpen"


async def test_who_is_manager_elsewhere_and_owner_here_serves_nobody(city: City) -> None:
    vote = await opened(city)
    await sql(
        "UPDATE appointment SET person_id = $1 WHERE person_id = $2",
        city.roll.people["owner2"].person_id,
        city.roll.people["other_manager"].person_id,
    )
    path = f"/votes/{vote['id']}/service"
    body = await proof(city, "1-101", who="owner2")
    assert await refused(city, "owner2", path, body) == "403 NotAllowed"
    for read in (path, f"{path}/homes"):
        assert (await see(city, "owner2", read))[1]["code"] == "NotAllowed"


async def test_silence_of_the_served_follows_the_majority_where_filed(city: City) -> None:
    """R8.2: three voices carry a house whose rules say so, and only with proof."""
    case = await planned(city, vote_silence="follows_majority")
    vote = await opened(city, case)
    rooms = [room for room in city.roll.here.homes if room not in ("1-201", "1-401", "1-501")]
    told = await done(city, "clerk", f"/votes/{vote['id']}/service", await proof(city, *rooms))
    assert told["matters"] and "随多数" in told["words"]
    for who in ("owner2", "owner4", "owner5"):
        await casts(city, vote, who, "agree")
    assert not (await shown(city, vote))["turnout"]["reached"]
    after = await counted(city, vote)
    assert after["result"]["passed"] and after["result"]["followed_homes"] == len(rooms)
    # Who follows takes part: the page does not say otherwise than the calculation.
    city.clock.advance(minutes=1)
    _, public = await city.call("GET", f"/public/votes/{vote['token']}")
    assert after["turnout"]["reached"] and public["turnout"]["reached"]


async def test_nobody_follows_without_proof(city: City) -> None:
    vote = await opened(city, await planned(city, vote_silence="follows_majority"))
    for who in ("owner2", "owner4", "owner5"):
        await casts(city, vote, who, "agree")
    result = (await counted(city, vote))["result"]
    assert not result["passed"] and result["followed_homes"] == 0
