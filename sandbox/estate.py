"""The sample city's ground: communities, buildings, units, homes, and who owns them. R2.1 to R2.4.

Three kinds of buildings, so that every shape of scope occurs: a tower of one tall stairwell, a slab
of several stairwells, and an old house with an elevator added. Some accounts are kept per unit.
"""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from fractions import Fraction
from random import Random

from rules.imports import BuildingRow, CommunityRow, HomeRow, OwnerRow, UnitRow
from sandbox.names import Named, Names

STREETS = ("东岸街道", "西岸街道", "南岭街道", "北溪街道")
COMMUNITIES = (
    "听溪苑", "鹿鸣里", "望岳台", "青檀府", "云梯雅园", "竹外居", "桂影家园",
    "临江示范小区", "晴川苑", "石桥新村", "橘洲小筑", "锦绣样板城", "乾南花园", "松风里",
)  # fmt: skip
MANAGERS = ("云麓示例物业服务有限公司", "溪州示例物业服务有限公司", "峒河示例物业服务有限公司")
DEVELOPER = "武陵示例房地产开发有限公司"
LET = "JS02-04"
"""A building that its developer kept as a whole and lets: its sole owner. 二(三)."""
SHOPS = ("示例百货经营部", "示例餐饮服务有限公司", "示例药房有限公司", "示例图文经营部")
BUILDINGS_EACH = 5
DIFFERENCE_NOTE = "阳台封闭后重新测绘，以登记面积为准"


@dataclass(frozen=True, slots=True)
class _Shape:
    units: int
    floors: int
    per_floor: int


_TOWERS = (_Shape(1, 18, 4), _Shape(1, 24, 4), _Shape(2, 17, 2), _Shape(1, 26, 3))
_SLABS = (_Shape(3, 9, 2), _Shape(2, 11, 2), _Shape(4, 8, 2))
_OLD = (_Shape(2, 7, 2), _Shape(3, 6, 2))
_LAYOUTS_CM2 = (764_500, 895_300, 987_600, 1_123_800, 1_284_200, 1_431_700)


@dataclass(slots=True)
class Estate:
    """The ground and its owners; `owned` is what each present owner holds, by ID number."""

    communities: list[CommunityRow] = field(default_factory=list)
    buildings: list[BuildingRow] = field(default_factory=list)
    units: list[UnitRow] = field(default_factory=list)
    homes: list[HomeRow] = field(default_factory=list)
    owners: list[OwnerRow] = field(default_factory=list)
    people: dict[str, Named] = field(default_factory=dict)
    owned: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))


def build_estate(random: Random, names: Names, today: date) -> Estate:
    """The whole ground of the city as it stands on that day."""
    estate = Estate()
    _Builder(estate, random, today).build()
    _Sales(estate, random, names, today).run()
    return estate


class _Builder:
    def __init__(self, estate: Estate, random: Random, today: date) -> None:
        self.estate, self.random, self.today = estate, random, today

    def build(self) -> None:
        for number, name in enumerate(COMMUNITIES, start=1):
            code = f"JS{number:02d}"
            alone = number == len(COMMUNITIES)
            self.estate.communities.append(
                CommunityRow(
                    code=code,
                    name=name,
                    street=STREETS[number % len(STREETS)],
                    address=f"示例路 {number * 10 + 1} 号",
                    managed="none" if alone else "company",
                    manager="" if alone else MANAGERS[number % len(MANAGERS)],
                    parking_counts=number == 5,
                )
            )
            kept_per = "unit" if number % 3 == 0 else "building"
            for place in range(1, BUILDINGS_EACH + 1):
                self._building(code, place, kept_per)

    def _building(self, community: str, place: int, kept_per: str) -> None:
        random = self.random
        shapes = _TOWERS if place <= 2 else _SLABS if place <= 4 else _OLD
        shape = random.choice(shapes)
        code = f"{community}-{place:02d}"
        age = random.randrange(18, 28) if shapes is _OLD else random.randrange(2, 19)
        built_on = self.today.replace(day=1) - timedelta(days=age * 365 + random.randrange(365))
        first = len(self.estate.homes)
        for unit in range(1, shape.units + 1):
            self._unit(code, unit, shape)
        planned = sum(max(a or 0 for a in h.areas.values()) for h in self.estate.homes[first:])
        self.estate.buildings.append(
            BuildingRow(
                community=community,
                code=code,
                name=f"{place}栋",
                kept_per=kept_per,
                land_parcel=f"999901{community}GB{place:05d}",
                planning_permit=f"示规建字第{built_on.year}-{place:03d}号",
                planned_cm2=planned // 10_000 * 10_000,
                built_on=built_on,
                floors=shape.floors,
            )
        )

    def _unit(self, building: str, number: int, shape: _Shape) -> None:
        code = f"{building}-{number}"
        self.estate.units.append(UnitRow(building=building, code=code, name=f"{number}单元"))
        layouts = self.random.choices(_LAYOUTS_CM2, k=shape.per_floor)
        for floor in range(1, shape.floors + 1):
            for door in range(1, shape.per_floor + 1):
                room = f"{floor}{door:02d}"
                use = "商业" if floor == 1 and self.random.random() < 0.15 else "住宅"
                self._home(code, room, use, layouts[door - 1])
        if shape.floors > 8 and number == 1:
            for space in range(1, 4):
                self._home(code, f"B1-{space:03d}", "车位", 132_500)

    def _home(self, unit: str, room: str, use: str, layout_cm2: int) -> None:
        random = self.random
        true = layout_cm2 + random.randrange(-60, 61) * 100
        if random.random() < 0.02:
            true += random.randrange(1, 100)  # the survey's four decimals
        registered, surveyed, contract, note = None, None, None, ""
        dice = random.random()
        if dice < 0.70:
            registered = true
            if random.random() < 0.5:
                contract = self._sold_as(true)
            if random.random() < 0.3:
                surveyed = true
        elif dice < 0.85:
            surveyed, contract = true, self._sold_as(true)
        elif dice < 0.99:
            contract = true
        else:
            registered, contract, note = true, true - true // 2000 * 100, DIFFERENCE_NOTE
        self.estate.homes.append(
            HomeRow(
                unit=unit,
                code=f"{unit}-{room}",
                room=room,
                use=use,
                registered_cm2=registered,
                surveyed_cm2=surveyed,
                contract_cm2=contract,
                area_note=note,
                developer_held=unit.startswith("JS12-0") and random.random() < 0.3,
            )
        )

    def _sold_as(self, true_cm2: int) -> int:
        """What the contract said before anybody measured: off by 1.5 % at most, whole dm2."""
        return true_cm2 + true_cm2 * self.random.randrange(-150, 151) // 10_000 // 100 * 100


class _Sales:
    """Gives every home its owners, and some homes owners of before."""

    def __init__(self, estate: Estate, random: Random, names: Names, today: date) -> None:
        self.estate, self.random, self.names, self.today = estate, random, names, today
        self.developer = self._known(names.body(DEVELOPER))
        self.shops = [self._known(names.body(shop)) for shop in SHOPS]
        self.collectors = [self._known(names.person(1955, 1985)) for _ in range(40)]

    def run(self) -> None:
        built = {row.code: row.built_on or self.today for row in self.estate.buildings}
        building_of = {row.code: row.building for row in self.estate.units}
        for home in self.estate.homes:
            self._sell(home, built[building_of[home.unit]])
        let = {home.code for home in self.estate.homes if building_of[home.unit] == LET}
        self.estate.owners = list(self._kept(let))
        for row in self.estate.owners:
            if row.to_on is None:
                self.estate.owned[row.id_number].append(row.home)

    def _kept(self, homes: set[str]) -> Iterator[OwnerRow]:
        """The owners with these homes in the developer's hand alone, from the first day on."""
        seen: set[str] = set()
        for row in self.estate.owners:
            if row.home not in homes:
                yield row
            elif row.home not in seen:
                seen.add(row.home)
                named = self.developer
                yield replace(
                    row,
                    name=named.name,
                    id_kind=named.id_kind,
                    id_number=named.id_number,
                    to_on=None,
                    share=None,
                    phone=named.phone,
                    representative=False,
                )

    def _known(self, named: Named) -> Named:
        self.estate.people[named.id_number] = named
        return named

    def _sell(self, home: HomeRow, built_on: date) -> None:
        random = self.random
        handed_over = built_on + timedelta(days=random.randrange(0, 200))
        if home.developer_held:
            self._own(home, self.developer, built_on)
            return
        if home.use == "商业" and random.random() < 0.3:
            self._own(home, random.choice(self.shops), handed_over)
            return
        since = handed_over
        days = (self.today - handed_over).days
        if days > 800 and random.random() < 0.1:
            since = handed_over + timedelta(days=random.randrange(400, days - 60))
            self._own(home, self._known(self.names.person(1935, 1985)), handed_over, to_on=since)
        for owner in self._buyers(home, since):
            self.estate.owners.append(owner)

    def _buyers(self, home: HomeRow, since: date) -> Iterator[OwnerRow]:
        random, dice = self.random, self.random.random()
        if dice < 0.04:
            yield self._row(home, random.choice(self.collectors), since)
        elif dice < 0.043:
            yield self._row(home, self._known(self.names.foreigner()), since)
        elif dice < 0.70:
            yield self._row(home, self._person(), since)
        elif dice < 0.88:
            # Husband and wife, jointly and without shares; half of them named who speaks.
            named = random.random() < 0.5
            yield self._row(home, self._person(), since, representative=named)
            yield self._row(home, self._person(), since)
        else:
            heirs = 3 if random.random() < 0.3 else 2
            parts = [Fraction(1, heirs)] * heirs
            if heirs == 2 and random.random() < 0.4:
                parts = [Fraction(7, 10), Fraction(3, 10)]
            named = random.random() < 0.6
            for place, part in enumerate(parts):
                yield self._row(
                    home, self._person(), since, share=part, representative=named and place == 0
                )

    def _person(self) -> Named:
        return self._known(self.names.person(1945, 2002))

    def _own(self, home: HomeRow, owner: Named, since: date, to_on: date | None = None) -> None:
        self.estate.owners.append(self._row(home, owner, since, to_on=to_on))

    def _row(
        self,
        home: HomeRow,
        owner: Named,
        since: date,
        *,
        to_on: date | None = None,
        share: Fraction | None = None,
        representative: bool = False,
    ) -> OwnerRow:
        return OwnerRow(
            home=home.code,
            name=owner.name,
            id_kind=owner.id_kind,
            id_number=owner.id_number,
            from_on=since,
            to_on=to_on,
            share=share,
            phone=owner.phone,
            representative=representative,
        )
