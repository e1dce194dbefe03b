"""The sample city: large and varied enough, the same for the same seed, read by the real import."""

import time
from collections import Counter, defaultdict
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path

import pytest

from papers.sheets.reading import read_sheets
from rules.imports import Checked, check
from rules.people import IdKind, id_kind
from sandbox.city import CSV, XLSX, City, build_city, write_city
from sandbox.lifts import FAULTS, inspected
from sandbox.names import ID_PREFIX, PHONE_PREFIX
from sandbox.purse import PREMIUM_FEN, benchmark_e4

SEED, TODAY = 7, date(2026, 3, 2)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, City, float]:
    folder = tmp_path_factory.mktemp("city")
    started = time.process_time()
    city = write_city(folder, SEED, TODAY)
    return folder, city, time.process_time() - started


@pytest.fixture(scope="module")
def city(made: tuple[Path, City, float]) -> City:
    return made[1]


@pytest.fixture(scope="module")
def checked(made: tuple[Path, City, float]) -> dict[str, Checked]:
    folder = made[0]
    return {
        name: check(read_sheets(name, (folder / name).read_bytes()), today=TODAY)
        for name in (XLSX, CSV)
    }


def test_it_is_made_and_written_in_under_ten_seconds(made: tuple[Path, City, float]) -> None:
    assert made[2] < 10


@pytest.mark.parametrize("name", [XLSX, CSV])
def test_the_real_import_reads_back_what_was_meant(
    checked: dict[str, Checked], city: City, name: str
) -> None:
    assert checked[name].errors == ()
    assert checked[name].rows == city.rows


def test_the_same_seed_and_day_make_the_same_city(city: City) -> None:
    assert build_city(SEED, TODAY) == city
    assert build_city(SEED + 1, TODAY).rows != city.rows


@pytest.mark.parametrize("today", [date(2024, 2, 29), date(2027, 1, 1), date(2026, 12, 31)])
def test_it_stands_on_any_day(today: date) -> None:
    rows = build_city(3, today).rows
    assert max(row.visited_on for row in rows.visits) < today
    assert all(row.from_on <= today for row in rows.owners)
    assert all(row.opened_on <= today for row in rows.deposits)
    assert all(row.as_of_on == date(today.year - 1, 12, 31) for row in rows.openings)


def test_it_is_large_and_varied_enough(city: City) -> None:
    rows = city.rows
    assert len(rows.communities) >= 12
    assert len(rows.buildings) >= 60
    assert len(rows.homes) >= 3_000
    assert {row.kept_per for row in rows.buildings} == {"building", "unit"}
    sources = Counter(
        tuple(area is not None for area in (h.registered_cm2, h.surveyed_cm2, h.contract_cm2))
        for h in rows.homes
    )
    assert len(sources) >= 5
    assert any(home.area_note for home in rows.homes)
    assert 20 < sum(home.developer_held for home in rows.homes) < 300
    now = [row for row in rows.owners if row.to_on is None]
    assert len(rows.owners) > len(now)
    per_home = Counter(row.home for row in now)
    assert set(per_home) == {home.code for home in rows.homes}
    assert {1, 2, 3} <= set(per_home.values())
    homes_of = Counter(row.id_number for row in now if row.id_kind == "resident")
    assert sum(count > 1 for count in homes_of.values()) >= 30
    assert {row.id_kind for row in rows.owners} == {"resident", "body", "passport"}
    assert any("·" in row.name for row in rows.owners)
    assert any(row.name.startswith(("欧阳", "司马", "诸葛")) for row in rows.owners)
    assert any(len(elevator.units) > 1 for elevator in rows.elevators)


def test_numbers_are_valid_and_of_nobody(city: City) -> None:
    everybody = [r.named for r in city.residents] + [s.named for s in city.staff]
    everybody += [i.firm for i in city.insurers] + [m.firm for m in city.managers]
    for named in everybody:
        assert named.phone.startswith(PHONE_PREFIX) and len(named.phone) == 11
        if named.id_kind == "resident":
            assert named.id_number.startswith(ID_PREFIX)
            assert id_kind(named.id_number) is IdKind.RESIDENT
        elif named.id_kind == "body":
            assert "示例" in named.name and id_kind(named.id_number) is IdKind.BODY
    numbers = [named.id_number for named in everybody]
    assert len(numbers) == len(set(numbers))
    assert len({named.openid for named in everybody}) == len(everybody)


def test_residents_hold_what_the_roll_says(city: City) -> None:
    held = defaultdict(set)
    for row in city.rows.owners:
        if row.to_on is None:
            held[row.id_number].add(row.home)
    for resident in city.residents:
        assert set(resident.homes) == held[resident.named.id_number]


def test_every_fault_occurs_and_all_else_is_in_order(city: City) -> None:
    """R5.3, R5.4."""
    assert set(city.faults.values()) == set(FAULTS)
    visits = defaultdict(list)
    for row in city.rows.visits:
        visits[row.elevator].append(row.visited_on)
    for elevator in city.rows.elevators:
        fault = city.faults.get(elevator.code, "")
        days = visits[elevator.code]
        late = (TODAY - days[-1]).days > 15
        gaps = any((b - a).days > 15 for a, b in pairwise(days))
        assert late == (fault in ("overdue_visit", "condemned", "stopped")), fault
        assert gaps == (fault == "gap")
        assert elevator.inspection_due_on and elevator.licence_until_on
        assert (elevator.inspection_due_on <= TODAY) == (fault == "overdue_inspection")
        assert (elevator.licence_until_on < TODAY) == (fault == "expired_licence")
        assert (elevator.certificate == "") == (fault == "no_certificate")
        assert bool(elevator.open_defect) == (fault == "serious_defect")
        assert (elevator.status == "in_use") == (fault not in ("condemned", "stopped"))


def test_inspections_follow_the_cycle() -> None:
    """TSG T7001-2023: years 1, 4, 7, 9, 11, 13, 15 after installation, then every year."""
    on = date(2010, 6, 15)
    years = [inspected(on, on + timedelta(days=365 * y + 60))[0].year - 2010 for y in range(19)]
    assert years == [0, 1, 1, 1, 4, 4, 4, 7, 7, 9, 9, 11, 11, 13, 13, 15, 16, 17, 18]
    assert inspected(on, date(2011, 6, 14)) == (on, date(2011, 6, 15))
    assert inspected(on, date(2011, 6, 15)) == (date(2011, 6, 15), date(2014, 6, 15))


def test_most_scopes_can_pay_a_year_and_some_cannot(city: City) -> None:
    kept_per = {row.code: row.kept_per for row in city.rows.buildings}
    building_of = {row.code: row.building for row in city.rows.units}
    balance: Counter[str] = Counter()
    for row in city.rows.openings:
        balance[row.scope] += row.amount_fen
    needed: Counter[str] = Counter()
    for elevator in city.rows.elevators:
        building = building_of[elevator.units[0]]
        for scope in elevator.units if kept_per[building] == "unit" else [building]:
            needed[scope] += PREMIUM_FEN
    assert set(balance) == set(needed)
    enough = sum(balance[scope] >= needed[scope] for scope in needed)
    assert 0.75 < enough / len(needed) < 0.97


def test_the_banks_hold_what_is_owed(city: City) -> None:
    owed = sum(row.balance_fen for row in city.rows.funds)
    owed += sum(row.amount_fen for row in city.rows.openings)
    running = [d for d in city.rows.deposits if d.matures_on is None or d.matures_on > TODAY]
    assert sum(row.principal_fen for row in running) == owed
    assert min(row.principal_fen for row in running) > 0


def test_deposits_carry_the_benchmark_of_their_opening_day(city: City) -> None:
    """R4.1."""
    assert benchmark_e4("1y", date(2015, 10, 23)) == 17_500
    assert benchmark_e4("1y", date(2015, 10, 24)) == 15_000
    for row in city.rows.deposits:
        assert row.benchmark_rate_e4 == benchmark_e4(row.tenor, row.opened_on)
    below = [row for row in city.rows.deposits if row.agreed_rate_e4 < row.benchmark_rate_e4]
    assert below and len(below) < len(city.rows.deposits)
    assert {row.method for row in city.rows.deposits} == {"terms", "days360"}


def test_there_are_firms_and_staff_for_a_story(city: City) -> None:
    assert len(city.insurers) >= 3
    assert all(i.bank_account and i.licence and i.bank for i in city.insurers)
    roles = Counter(staff.role for staff in city.staff)
    assert roles["clerk"] >= 2 and roles["reviewer"] >= 2 and roles["finance"] >= 2
    assert {"auditor", "administrator", "street", "bureau"} <= set(roles)
    managed = {code for manager in city.managers for code in manager.communities}
    assert managed == {row.code for row in city.rows.communities if row.manager}
    assert len(managed) < len(city.rows.communities)
    residents = {r.named.id_number: r.homes for r in city.residents}
    for committee in city.committees:
        for member in committee.members:
            homes = residents[member.id_number]
            assert any(home.startswith(committee.community) for home in homes)


def test_a_whole_building_is_in_one_hand(city: City) -> None:
    """The sole owner of 二(三): every home of the building, for as long as it stands."""
    let = city.landlord
    units = {row.code for row in city.rows.units if row.building == let.building}
    homes = {row.code for row in city.rows.homes if row.unit in units}
    owned = [row for row in city.rows.owners if row.home in homes]
    assert {row.id_number for row in owned} == {let.firm.id_number}
    assert sorted(row.home for row in owned) == sorted(homes)
    assert all(row.to_on is None and row.share is None for row in owned)
    community = next(row for row in city.rows.communities if row.code == let.community)
    assert community.managed == "company"
