"""The sample city: the same seed and day give the same city, to the last digit.

`write_city` leaves the spreadsheets that the real import reads, and answers who lives there: the
people of the sandbox's list, with their identity numbers, and the firms and staff of the demo.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from random import Random

from rules.imports import CommunityRow, Rows
from sandbox import purse
from sandbox.estate import DEVELOPER, LET, Estate, build_estate
from sandbox.lifts import build_lifts
from sandbox.names import Named, Names
from sandbox.paper import write_csv, write_xlsx

XLSX = "roll.xlsx"
CSV = "roll-csv.zip"

_INSURERS = (
    "楚云示例财产保险股份有限公司",
    "沅澧示例财产保险股份有限公司",
    "雪峰示例保险股份有限公司",
)
_STAFF = (
    ("clerk", 3),
    ("reviewer", 2),
    ("finance", 2),
    ("auditor", 1),
    ("administrator", 1),
    ("street", 2),
    ("bureau", 1),
)


@dataclass(frozen=True, slots=True)
class Resident:
    """A present owner with the homes held."""

    named: Named
    homes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Committee:
    """A community's owners' committee; its members are owners there."""

    community: str
    name: str
    members: tuple[Named, ...]


@dataclass(frozen=True, slots=True)
class Manager:
    """A property company, the communities it manages, and who acts for it."""

    firm: Named
    communities: tuple[str, ...]
    people: tuple[Named, ...]


@dataclass(frozen=True, slots=True)
class Landlord:
    """The sole owner of a whole building, and who acts for it. 二(三)."""

    firm: Named
    community: str
    building: str
    person: Named


@dataclass(frozen=True, slots=True)
class Insurer:
    """An insurer with its licence and the account that premiums are paid into (R3.5)."""

    firm: Named
    licence: str
    bank: str
    bank_account: str
    username: str
    contact: Named


@dataclass(frozen=True, slots=True)
class Staff:
    """Somebody with an account at the Centre, the street office or the bureau."""

    username: str
    role: str
    named: Named


@dataclass(frozen=True, slots=True)
class City:
    """All of it. `rows` are the sheets; `faults`: elevator -> what is not in order with it."""

    seed: int
    today: date
    rows: Rows
    residents: tuple[Resident, ...]
    committees: tuple[Committee, ...]
    managers: tuple[Manager, ...]
    insurers: tuple[Insurer, ...]
    staff: tuple[Staff, ...]
    landlord: Landlord
    faults: Mapping[str, str]


def build_city(seed: int, today: date) -> City:
    """The city of that seed as it stands on that day; nothing is written."""
    random = Random(seed)
    names = Names(random)
    estate = build_estate(random, names, today)
    lifts = build_lifts(random, estate, today)
    funds = purse.build_funds(random, estate, today)
    openings = purse.build_openings(random, estate, lifts, today)
    owed = sum(row.balance_fen for row in funds) + sum(row.amount_fen for row in openings)
    rows = Rows(
        communities=estate.communities,
        buildings=estate.buildings,
        units=estate.units,
        homes=estate.homes,
        owners=estate.owners,
        elevators=lifts.elevators,
        visits=lifts.visits,
        funds=funds,
        openings=openings,
        deposits=purse.build_deposits(random, names, owed, today),
    )
    residents = tuple(
        Resident(estate.people[number], tuple(homes))
        for number, homes in estate.owned.items()
        if estate.people[number].id_kind != "body"
    )
    return City(
        seed=seed,
        today=today,
        rows=rows,
        residents=residents,
        committees=_committees(random, estate, residents),
        managers=_managers(names, estate.communities),
        insurers=_insurers(names),
        staff=_staff(names),
        landlord=_landlord(names, estate),
        faults=lifts.faults,
    )


def write_city(folder: Path, seed: int, today: date) -> City:
    """Build the city and write it twice to the folder: `roll.xlsx` and `roll-csv.zip`."""
    city = build_city(seed, today)
    folder.mkdir(parents=True, exist_ok=True)
    write_xlsx(city.rows, folder / XLSX)
    write_csv(city.rows, folder / CSV)
    return city


def _committees(
    random: Random, estate: Estate, residents: tuple[Resident, ...]
) -> tuple[Committee, ...]:
    found = []
    for community in estate.communities[::2]:
        owners = [r.named for r in residents if r.homes[0].startswith(community.code + "-")]
        people = [named for named in owners if named.id_kind == "resident"]
        members = tuple(random.sample(people, 5))
        found.append(Committee(community.code, f"{community.name}业主委员会", members))
    return tuple(found)


def _managers(names: Names, communities: list[CommunityRow]) -> tuple[Manager, ...]:
    firms = dict.fromkeys(row.manager for row in communities if row.manager)
    return tuple(
        Manager(
            names.body(firm),
            tuple(row.code for row in communities if row.manager == firm),
            (names.person(1970, 1998), names.person(1970, 1998)),
        )
        for firm in firms
    )


def _landlord(names: Names, estate: Estate) -> Landlord:
    firm = next(named for named in estate.people.values() if named.name == DEVELOPER)
    community = next(row.community for row in estate.buildings if row.code == LET)
    return Landlord(firm, community, LET, names.person(1970, 1998))


def _insurers(names: Names) -> tuple[Insurer, ...]:
    return tuple(
        Insurer(
            firm=names.body(firm),
            licence=f"SP9999{number:06d}",
            bank=purse.BANKS[number % len(purse.BANKS)],
            bank_account=names.bank_account(),
            username=f"insurer.{number}",
            contact=names.person(1970, 1998),
        )
        for number, firm in enumerate(_INSURERS, start=1)
    )


def _staff(names: Names) -> tuple[Staff, ...]:
    return tuple(
        Staff(f"{role}.{number}", role, names.person(1966, 1999))
        for role, count in _STAFF
        for number in range(1, count + 1)
    )
