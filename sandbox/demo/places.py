"""Choosing where the other flows play, from the sample city alone."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

from rules.imports import ElevatorRow, HomeRow, OwnerRow
from sandbox.city import City

MOST_HOMES = 16


@dataclass(frozen=True)
class Place:
    """A building or stairwell kept as one scope; `homes` are those that count, with the present
    owners of each, by code."""

    scope: str
    units: tuple[str, ...]
    homes: dict[str, tuple[OwnerRow, ...]]
    elevators: tuple[ElevatorRow, ...]
    manager: str

    def single(self) -> Iterator[str]:
        """Homes of one person alone."""
        for code, owners in self.homes.items():
            if len(owners) == 1 and owners[0].id_kind == "resident":
                yield code

    def unsettled(self) -> Iterator[str]:
        """Homes of several owners who named nobody to speak for them. R2.3."""
        for code, owners in self.homes.items():
            if len(owners) > 1 and not any(one.representative for one in owners):
                yield code

    def of_bodies(self) -> Iterator[str]:
        """Homes that the developer holds still."""
        for code, owners in self.homes.items():
            if owners[0].id_kind == "body":
                yield code


@dataclass(frozen=True)
class Places:
    """Where each flow plays; all of it stands until the end of the year."""

    household: Place
    added: Place
    independent: Place
    direct: Place


def places(city: City, until: date) -> Places:
    """A stairwell with a home that never paid in, an old one with an added elevator, the building
    of the sole owner, and a stairwell insured directly."""
    ground = Ground(city, until)
    paid_in = {row.home for row in city.rows.funds}
    installed = {row.code: row.built_on for row in city.rows.buildings}

    def poor(place: Place) -> bool:
        never = set(place.homes) - paid_in
        bodies, two = list(place.of_bodies()), list(place.unsettled())
        return bool(never) and len(never) <= 3 and not bodies and len(two) >= 2

    def late(place: Place) -> bool:
        built = installed[place.units[0].rpartition("-")[0]]
        age = (place.elevators[0].installed_on - built).days if built else 0
        return age > 2000 and len(list(place.of_bodies())) >= 3

    let = [row.code for row in city.rows.units if row.building == city.landlord.building]
    household, added = ground.unit(poor), ground.unit(late)
    taken = {household.scope, added.scope}
    return Places(
        household=household,
        added=added,
        independent=ground.place(city.landlord.building, tuple(let)),
        direct=ground.unit(lambda place: place.scope not in taken),
    )


class Ground:
    """The city's places; sound are those whose elevators are inspected until that day."""

    def __init__(self, city: City, until: date) -> None:
        self.city, self.until = city, until
        self.kept_per = {row.code: row.kept_per for row in city.rows.buildings}
        self.community = {row.code: row.community for row in city.rows.buildings}
        self.owners: dict[str, list[OwnerRow]] = {}
        for row in city.rows.owners:
            if row.to_on is None:
                self.owners.setdefault(row.home, []).append(row)

    def unit(self, fit: Callable[[Place], bool]) -> Place:
        """The first small stairwell that is a scope of its own, sound, managed, and fit."""
        for row in self.city.rows.units:
            if self.kept_per[row.building] != "unit":
                continue
            found = self.place(row.code, (row.code,))
            small = len(found.homes) <= MOST_HOMES
            if found.manager and small and self.sound(found) and fit(found):
                return found
        raise LookupError("样本城市中没有适合演示的单元")

    def place(self, scope: str, units: tuple[str, ...]) -> Place:
        """The place with everything that belongs to it."""
        homes: list[HomeRow] = [row for row in self.city.rows.homes if row.unit in units]
        community = self.community[units[0].rpartition("-")[0]]
        managers = [one for one in self.city.managers if community in one.communities]
        return Place(
            scope,
            units,
            {row.code: tuple(self.owners[row.code]) for row in homes if row.use != "车位"},
            tuple(row for row in self.city.rows.elevators if set(row.units) & set(units)),
            managers[0].people[0].openid if managers else "",
        )

    def sound(self, place: Place) -> bool:
        """Whether its elevators have no fault and are inspected until then."""
        return bool(place.elevators) and all(
            one.code not in self.city.faults
            and one.inspection_due_on is not None
            and one.inspection_due_on > self.until
            for one in place.elevators
        )
