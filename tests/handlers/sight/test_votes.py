"""A vote: list, detail, ballot and message have one answer. R2.2, R8.3."""

from models.base import sql
from tests.handlers.sight.people import (
    SEEING,
    VOICED,
    doers,
    finders,
    hearers,
    openers,
    owns_too,
    take_their_places,
)
from tests.handlers.votes.polling import opened
from tests.world import City


async def test_list_detail_ballot_and_message_are_one_answer(city: City) -> None:
    """The roll is frozen as everybody stands: who has no voice casts nothing, and is told nothing.

    Owners of a co-owned home without a representative cast too; their home may be in conflict.
    """
    await take_their_places(city)
    vote = await opened(city)
    page = f"/votes/{vote['id']}"
    assert await hearers(city, "vote_opened") == SEEING
    assert await finders(city, "/votes", "id", vote["id"]) == SEEING
    assert await finders(city, "/votes?mine=true", "id", vote["id"]) == VOICED
    assert await openers(city, page) == SEEING
    assert await finders(city, f"/cases/{vote['case_id']}/votes", "id", vote["id"]) == SEEING
    assert await doers(city, f"{page}/ballots", {"choice": "agree"}) == VOICED


async def test_a_vote_that_runs_stays_its_roll_s(city: City) -> None:
    """R2.4: who sold after the roll was frozen keeps list, detail and ballot, as long as the
    binding lives; the buyer, and who meanwhile owns the scope, see it without a voice."""
    vote = await opened(city)
    today = city.clock().date()
    sold, left = city.roll.people["owner2"], city.roll.people["owner4"]
    await sql("UPDATE ownership SET to_on = $2 WHERE owner_id = $1", sold.owner_id, today)
    await sql("UPDATE binding SET to_at = $2 WHERE person_id = $1", left.person_id, city.clock())
    await owns_too(city, "elsewhere", sold.homes[0], today)
    asked = ["owner2", "owner4", "elsewhere", "stranger"]
    sees = {"owner2", "elsewhere"}
    page = f"/votes/{vote['id']}"
    assert await openers(city, page, asked) == sees
    found = await _found(city, "/votes", vote["id"], asked)
    assert found == sees
    assert await _found(city, "/votes?mine=true", vote["id"], asked) == {"owner2"}
    assert await doers(city, f"{page}/ballots", {"choice": "agree"}, asked) == {"owner2"}


async def _found(city: City, path: str, vote_id: str, who: list[str]) -> set[str]:
    found = set()
    for name in who:
        items = (await city.must("GET", path, await city.login(name)))["items"]
        if vote_id in {item["id"] for item in items}:
            found.add(name)
    return found
