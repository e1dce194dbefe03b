"""Words in which the stories are told: money, messages, papers, and what is not allowed."""

from itertools import cycle
from typing import Any, NamedTuple

from rules.money import yuan
from tests.handlers.objecting import done, refused, see, token
from tests.journey import Journey, photo, photo_of
from tests.untold import amiss
from tests.world import City

_shades = cycle(range(10, 250))


class Money(NamedTuple):
    """A pooled account in fen."""

    balance: int
    held: int
    available: int


async def money(city: City, who: str = "owner6") -> Money:
    """The account of the building as an owner reads it. R3.4."""
    path = f"/scopes/{city.roll.here.scope}/balance"
    seen = await city.must("GET", path, await token(city, who))
    return Money(seen["balance_fen"], seen["held_fen"], seen["available_fen"])


async def told(city: City, who: str) -> list[str]:
    """The kinds of the messages in somebody's inbox, oldest first. R13.2."""
    page = await city.must("GET", "/inbox?limit=200", await token(city, who))
    return [one["kind"] for one in reversed(page["items"])]


async def plan_message(trip: Journey, who: str) -> str:
    """What the applicant's message says of the plan just filed; the sum that it names as held is
    what the case holds. R13.1."""
    page = await trip.city.must("GET", "/inbox?limit=200", await token(trip.city, who))
    text = next(one["text"] for one in page["items"] if one["kind"] == "plan_filed")
    held = (await trip.look())["money"]["held_fen"]
    assert (f"预留{yuan(held)}元" in text) if held else ("已从" not in text), text
    return str(text)


async def uploaded(city: City, who: str, name: str = "材料.jpg") -> str:
    """The id of a paper that this one photographed and sent."""
    file = {"file": (name, photo(), "image/jpeg")}
    status, answer = await city.call("POST", "/files", await token(city, who), files=file)
    assert status == 201, answer
    return str(answer["id"])


async def posted(city: City, lobby_token: str, who: str = "manager") -> str:
    """Status and code of a photo sent from one lobby; `201` when it was taken."""
    shot = photo_of(f"{city.world.public_url}/e/{lobby_token}", next(_shades))
    file = {"file": ("大厅.jpg", shot, "image/jpeg")}
    path = f"/lobbies/{lobby_token}/evidence"
    status, answer = await city.call("POST", path, await token(city, who), files=file)
    return "201" if status == 201 else f"{status} {answer['code']}"


async def stage(city: City, public_token: str) -> str:
    """Where anybody who scans the paper reads that it stands, without login. R7.3."""
    return str((await city.must("GET", f"/public/notices/{public_token}"))["stage"])


async def decided(trip: Journey, who: str, objection_id: str, how: str, **body: Any) -> Any:
    """A decision on an objection; the case as it stands after it."""
    answer = await done(trip.city, who, f"/objections/{objection_id}/{how}", body or None)
    await trip.look()
    return answer


async def nothing_amiss() -> None:
    """Books and log are whole: every balance is its replay, debits are credits. R3.2, R12.3."""
    assert await amiss() == []


__all__ = [
    "Money",
    "decided",
    "done",
    "money",
    "nothing_amiss",
    "posted",
    "refused",
    "see",
    "stage",
    "token",
    "told",
    "uploaded",
]
