"""Words for tests of votes over HTTP: who opens, who casts, and what came of it."""

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from models.base import jsonb, sql
from models.cases import Case
from rules.cases import State
from rules.parameters import DEFAULT
from tests.builders import case_in
from tests.handlers.objecting import done, facts_of, post, refused, see
from tests.world import City

__all__ = ["done", "facts_of", "post", "refused", "see"]

VOTERS = ("owner1", "owner2", "owner3", "owner4", "owner5", "owner6", "owner7", "owner8")
MINUTE = timedelta(minutes=1)


async def planned(city: City, flow: str = "household", **parameters: Any) -> Case:
    """A case whose plan waits for the owners."""
    return await case_in(
        State.PLANNED, city.roll, city.clock(), flow=flow, parameters=replace(DEFAULT, **parameters)
    )


async def opened(city: City, case: Case | None = None, **body: Any) -> dict[str, Any]:
    """A vote that runs, as the clerk sees it."""
    case = case or await planned(city)
    answer: dict[str, Any] = await done(city, "clerk", f"/cases/{case.id}/votes", body)
    return answer


async def casts(city: City, vote: dict[str, Any], who: str, choice: str, **more: Any) -> Any:
    """The receipts of one tap."""
    return await done(city, who, f"/votes/{vote['id']}/ballots", {"choice": choice, **more})


async def shown(city: City, vote: dict[str, Any], who: str = "clerk") -> dict[str, Any]:
    """The vote as this one sees it."""
    status, answer = await see(city, who, f"/votes/{vote['id']}")
    assert status == 200, answer
    body: dict[str, Any] = answer
    return body


async def ended(city: City, vote: dict[str, Any]) -> None:
    """Its last minute is over, and the minute after it in which nothing is counted."""
    left = datetime.fromisoformat(vote["count_at"]) - city.clock() + MINUTE
    city.clock.advance(seconds=left.total_seconds())


async def counted(city: City, vote: dict[str, Any]) -> dict[str, Any]:
    """The vote when the clock has counted it, as the auditor sees it: of few with its figures."""
    await ended(city, vote)
    await city.due()
    return await shown(city, vote, "auditor")


async def homes_voted(vote: dict[str, Any]) -> int:
    """How many homes gave a voice: told to nobody before the count, so read past the rules."""
    rows = await sql(
        "SELECT DISTINCT vote_home_id FROM ballot WHERE vote_id = $1 AND state = 'valid'",
        UUID(vote["id"]),
    )
    return len(rows)


async def states(vote: dict[str, Any]) -> list[str]:
    """The states of all its ballots, in the order in which they count."""
    rows = await sql(
        "SELECT state FROM ballot WHERE vote_id = $1 ORDER BY cast_at, entered_at, id",
        UUID(vote["id"]),
    )
    return [row["state"] for row in rows]


async def changed(case: Case, **facts: Any) -> None:
    """Facts of a case, written past the rules."""
    from msgspec.structs import replace as with_

    await sql(
        'UPDATE "case" SET facts = $2::jsonb WHERE id = $1',
        case.id,
        jsonb(with_((await Case.find(case.id)).facts(), **facts)),
    )
