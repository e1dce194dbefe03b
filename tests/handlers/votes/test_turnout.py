"""An attacker watches every read through every role while ballots come in. R8.7, R12.2."""

from typing import Any

from models.base import sql
from tests.handlers.objecting import see, token
from tests.handlers.votes.polling import casts, counted, opened, planned, shown
from tests.world import City

ORDER = [f"owner{number}" for number in (2, 4, 5, 6, 7, 8, 9, 1)]
WATCHERS = (
    "owner3",
    "manager",
    "committee",
    "insurer",
    "street",
    "clerk",
    "reviewer",
    "finance",
    "auditor",
    "administrator",
    "bureau",
    "stranger",
)
"""Nobody of those who vote: what changes for them is what others learn."""


async def everything(city: City, vote: dict[str, Any], who: str) -> dict[str, Any]:
    """Each read's status, size, ETag and body, as this one gets them about a vote."""
    case, scope = vote["case_id"], city.roll.here.scope
    paths = [
        f"/votes/{vote['id']}",
        f"/votes?case_id={case}",
        "/votes?count=true",
        f"/votes/{vote['id']}/record",
        f"/votes/{vote['id']}/inclusion",
        f"/votes/{vote['id']}/ballots",
        f"/cases/{case}",
        f"/cases/{case}/timeline",
        "/cases?count=true",
        "/me/home",
        "/me/ballots",
        "/inbox?count=true",
        "/inbox/count",
        "/desk?count=true",
        "/desk/counts",
        f"/public/votes/{vote['token']}",
        f"/public/scopes/{scope}/votes",
        f"/v/{vote['token']}",
        f"/votes/{vote['id']}/result.pdf",
    ]
    if who == "auditor":
        paths += ["/log/events?count=true", "/log/events?kind=BallotCast", "/log/events.csv"]
    found: dict[str, Any] = {}
    for path in paths:
        status, body = await see(city, who, path)
        assert city.last is not None
        headers = city.last.headers
        found[path] = (status, headers.get("etag"), len(city.last.content), _plain(body))
    return found


def _plain(body: Any) -> Any:
    """The body without what belongs to the request itself."""
    if isinstance(body, dict):
        return {key: value for key, value in body.items() if key != "request_id"}
    return body


async def watched(city: City, vote: dict[str, Any]) -> dict[str, dict[str, Any]]:
    """What all of them see now; logging in has been done before."""
    city.clock.advance(seconds=2)
    return {who: await everything(city, vote, who) for who in WATCHERS}


async def test_no_ballot_moves_anything_that_anybody_else_reads(city: City) -> None:
    """Every area differs, every read is compared: between two steps nothing at all has changed."""
    for nth, home in enumerate(city.roll.here.homes.values()):
        await sql("UPDATE home SET area_cm2 = $2 WHERE id = $1", home, 800_000 + 7_919 * nth)
    vote = await opened(city)
    for who in (*WATCHERS, *ORDER):
        await token(city, who)
    await city.due()
    before = await watched(city, vote)
    steps = []
    for who in ORDER:
        await casts(city, vote, who, "agree")
        await city.due()
        after = await watched(city, vote)
        if after != before:
            steps.append(who)
            assert moved(before, after) == {"turnout"}, who
        before = after
    # Of eleven heads five may be told, and six are left; ten would leave one.
    assert steps == [ORDER[4]]
    told = (await shown(city, vote))["turnout"]
    assert (told["heads"], told["reached"]) == (5, False)
    assert set(told) == {"heads", "area_reached", "reached", "told_at"}


def moved(before: dict[str, Any], after: dict[str, Any]) -> set[str]:
    """The fields that differ in bodies that are JSON."""
    names: set[str] = set()
    for who, reads in after.items():
        for path, (status, _, _, body) in reads.items():
            was = before[who][path]
            assert status == was[0], (who, path)
            # The step itself is a unit of work that the log commits to.
            if isinstance(body, dict) and not path.startswith("/log/"):
                names |= {key for key in body if body[key] != was[3].get(key)}
    return names


async def test_the_last_ballot_that_makes_it_enough_is_nobodys(city: City) -> None:
    """Whether the area is enough is as of the last step, not of the moment."""
    vote = await opened(city, await planned(city, publish_min_group=3))
    for who in ORDER[:2]:
        await casts(city, vote, who, "agree")
        await city.due()
    assert (await shown(city, vote))["turnout"]["heads"] == 0
    for who in ORDER[2:]:
        await casts(city, vote, who, "agree")
        await city.due()
        told = (await shown(city, vote, "owner3"))["turnout"]
        assert told["heads"] in {3, 6} and not told["reached"]
    after = await counted(city, vote)
    assert after["turnout"]["heads"] == 8 and after["turnout"]["reached"]


async def test_reached_is_told_with_a_step(city: City) -> None:
    """R8.1: eight of eleven heads; which way they lean is not told."""
    vote = await opened(city, await planned(city, publish_min_group=2))
    for who in ORDER:
        await casts(city, vote, who, "against")
    assert not (await shown(city, vote))["turnout"]["reached"]
    await city.due()
    told = (await shown(city, vote, "owner3"))["turnout"]
    assert told["reached"] and told["area_reached"] and told["heads"] == 8
    assert told["told_at"].endswith(":00+08:00")


async def test_the_log_shows_no_ballot_before_the_count(city: City) -> None:
    """Who acted, and when, is in it afterwards."""
    vote = await opened(city)
    await casts(city, vote, "owner2", "agree")
    _, listed = await see(city, "auditor", "/log/events?kind=BallotCast")
    assert listed["items"] == []
    await counted(city, vote)
    _, listed = await see(city, "auditor", "/log/events?kind=BallotCast")
    assert len(listed["items"]) == 1
