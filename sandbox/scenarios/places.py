"""Where a new case may be made: sound elevators, a manager, owners enough, no case yet."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from rules.imports import OwnerRow
from sandbox.city import City
from sandbox.demo.places import MOST_HOMES, Ground, Place
from sandbox.people import city as sample

PREMIUM_FEN = 90_000
"""A year of one elevator."""

LEFT_ALONE = "JS05"
"""The community in which no case is made, for whoever wants to begin at the beginning."""

OWNERS = 4
LOBBIES_MOST = 4
HOMES_MOST = 2 * MOST_HOMES


@dataclass(frozen=True)
class Stand:
    """A scope as the books and the cases know it: how many cases, what its account can spend."""

    cases: int
    free_fen: int


@lru_cache(maxsize=1)
def fit() -> dict[str, tuple[Place, ...]]:
    """Of the sample city, by flow, in the order in which they are taken."""
    found = sorted(_sound(sample()), key=lambda place: (len(place.units), len(place.homes)))
    never = {row.code for row in sample().rows.homes} - {r.home for r in sample().rows.funds}
    small = [place for place in found if len(place.homes) <= HOMES_MOST]
    owing = [place for place in small if never & set(place.homes)]
    others = [place for place in found if place not in owing]
    return {"pooled": (*others, *owing), "household": tuple(owing)}


def _sound(city: City) -> Iterator[Place]:
    units: dict[str, list[str]] = {}
    for unit in city.rows.units:
        units.setdefault(unit.building, []).append(unit.code)
    ground = Ground(city, date.min)
    for building in (row for row in city.rows.buildings if row.community != LEFT_ALONE):
        scopes: list[tuple[str, tuple[str, ...]]]
        scopes = [(unit, (unit,)) for unit in units[building.code]]
        if building.kept_per == "building":
            scopes = [(building.code, tuple(units[building.code]))]
        for scope, lobbies in scopes:
            place = ground.place(scope, lobbies)
            inside = all(set(one.units) <= set(lobbies) for one in place.elevators)
            many = len(lobbies) > LOBBIES_MOST
            enough = len(list(strangers(place))) >= OWNERS
            if place.manager and inside and enough and not many and ground.sound(place):
                yield place


def strangers(place: Place) -> Iterator[tuple[str, OwnerRow]]:
    """Homes of one person alone, with that person, nobody twice: each is a head (R2.3)."""
    seen: set[str] = set()
    for home in place.single():
        owner = place.homes[home][0]
        if owner.id_number not in seen:
            seen.add(owner.id_number)
            yield home, owner


def free(flow: str, lobbies: int, stands: Mapping[str, Stand]) -> Place | None:
    """The first place of the flow with so many lobbies where no case is and the money suffices."""
    for place in fit()[flow]:
        stand = stands.get(place.scope)
        needed = PREMIUM_FEN * len(place.elevators) if flow == "pooled" else 0
        if stand and not stand.cases and len(place.units) >= lobbies and stand.free_fen >= needed:
            return place
    return None
