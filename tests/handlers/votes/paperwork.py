"""Words for tests of paper in a vote: issued, keyed, keyed again."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from models.base import sql
from tests.handlers.votes.polling import done, opened, shown
from tests.world import City

Lines = Sequence[tuple[str, str]]
"""Rooms of 石榴苑, such as 1-201, and what is ticked on their ballots."""


async def issued(city: City, **more: Any) -> dict[str, Any]:
    """A vote whose ballots are on paper; `more` as `opened` takes it."""
    vote = await opened(city, **more)
    await done(city, "clerk", f"/votes/{vote['id']}/paper")
    return await shown(city, vote)


async def token(city: City, vote: dict[str, Any], room: str) -> str:
    """The token on the ballot of this home."""
    rows = await sql(
        "SELECT paper_token FROM vote_home WHERE vote_id = $1 AND home_id = $2",
        UUID(vote["id"]),
        city.roll.here.homes[room],
    )
    found: str = rows[0]["paper_token"]
    return found


async def batch(
    city: City, vote: dict[str, Any], lines: Lines, at: datetime | None = None, **more: Any
) -> dict[str, Any]:
    """What a clerk keys of a pile of ballots received together."""
    return {
        "received_at": (at or city.clock()).isoformat(),
        "file_ids": [await city.paper("clerk")],
        "lines": [
            {"paper_token": await token(city, vote, room), "choice": choice}
            for room, choice in lines
        ],
    } | more


async def entered(
    city: City, vote: dict[str, Any], lines: Lines, at: datetime | None = None
) -> dict[str, Any]:
    """A batch that waits for its second person."""
    body = await batch(city, vote, lines, at)
    answer: dict[str, Any] = await done(city, "clerk", f"/votes/{vote['id']}/ballot-batches", body)
    return answer


def again(lines: Lines) -> dict[str, Any]:
    """The second keying, by the places in the batch."""
    return {"lines": [{"nth": nth, "choice": said} for nth, (_, said) in enumerate(lines, 1)]}


async def taken(
    city: City, vote: dict[str, Any], lines: Lines, at: datetime | None = None
) -> dict[str, Any]:
    """A batch keyed by one and confirmed by another."""
    made = await entered(city, vote, lines, at)
    path = f"/ballot-batches/{made['id']}/confirmation"
    answer: dict[str, Any] = await done(city, "clerk2", path, again(lines))
    return answer


async def spoken(vote: dict[str, Any]) -> list[tuple[str, str]]:
    """Every ballot by channel and state, in the order of time."""
    rows = await sql(
        "SELECT channel, state FROM ballot WHERE vote_id = $1 ORDER BY cast_at, entered_at, id",
        UUID(vote["id"]),
    )
    return [(row["channel"], row["state"]) for row in rows]
