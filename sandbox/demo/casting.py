"""Choosing whom and where the story plays, from the sample city alone."""

from collections import defaultdict
from dataclasses import dataclass

from sandbox.city import City, Insurer, Resident

PREMIUM_FEN = 98_000
OWNERS = 6


@dataclass(frozen=True)
class Cast:
    """A building kept as one scope, fit to insure, with owners to act for it."""

    community_code: str
    community: str
    building_code: str
    building_name: str
    units: tuple[str, ...]
    elevators: tuple[str, ...]
    owners: tuple[Resident, ...]
    insurer: Insurer
    manager_openid: str


def cast(city: City) -> Cast:
    """The first building with two or more lobbies, sound elevators, enough money and owners."""
    opening = {row.scope: row.amount_fen for row in city.rows.openings}
    units = defaultdict(list)
    for unit in city.rows.units:
        units[unit.building].append(unit.code)
    unit_of = {home.code: home.unit for home in city.rows.homes}
    for building in city.rows.buildings:
        lobbies = units[building.code]
        lifts = [one for one in city.rows.elevators if set(one.units) & set(lobbies)]
        sound = all(one.code not in city.faults for one in lifts)
        enough = opening.get(building.code, 0) >= PREMIUM_FEN * len(lifts) > 0
        owners = [
            one
            for one in city.residents
            if one.homes and {unit_of.get(home) for home in one.homes} <= set(lobbies)
        ]
        managers = [one for one in city.managers if building.community in one.communities]
        fit = building.kept_per == "building" and len(lobbies) >= 2 and sound and enough
        if fit and managers and len(owners) >= OWNERS:
            community = next(one for one in city.rows.communities if one.code == building.community)
            return Cast(
                community.code,
                community.name,
                building.code,
                building.name,
                tuple(lobbies),
                tuple(sorted(one.code for one in lifts)),
                tuple(_strangers(owners)[:OWNERS]),
                city.insurers[0],
                managers[0].people[0].openid,
            )
    raise LookupError("样本城市中没有适合演示的楼栋")


def _strangers(owners: list[Resident]) -> list[Resident]:
    """Owners of whom no two share a home, so that each is a head of their own (R2.3)."""
    taken: set[str] = set()
    found: list[Resident] = []
    for one in owners:
        if not taken & set(one.homes):
            found.append(one)
            taken |= set(one.homes)
    return found
