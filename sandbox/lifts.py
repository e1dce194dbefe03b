"""The sample city's elevators: their inspections, and a visit every fifteen days. R5.3, R5.4.

Most are in order. The others fail one condition each, so that every reason to refuse is there.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random

from rules.imports import BuildingRow, ElevatorRow, UnitRow, VisitRow
from sandbox.estate import Estate

CONTRACTORS = (
    "武陵示例电梯工程有限公司",
    "酉水示例机电安装有限公司",
    "沅江示例电梯服务有限公司",
)
EXPIRED_CONTRACTOR = "老城示例电梯维修有限公司"
BRANDS = ("示例安捷", "示例云梯", "示例恒升")
DEFECTS = ("门机皮带磨损", "轿厢照明闪烁", "层门地坎有异物", "对讲装置杂音", "导靴间隙偏大")
SERIOUS_DEFECT = "制动器制动力矩不足，已责令整改"
# TSG T7001-2023: inspection in these years after installation, and every year after the last one.
INSPECTION_YEARS = (1, 4, 7, 9, 11, 13, 15)
HISTORY_DAYS = 400

FAULTS = (
    "overdue_visit", "gap", "gap", "gap", "expired_licence", "overdue_inspection", "serious_defect",
    "condemned", "stopped", "no_certificate", "minor_defect", "minor_defect",
)  # fmt: skip


@dataclass(slots=True)
class Lifts:
    """The elevators and their visits; `faults`: code -> what is not in order with it."""

    elevators: list[ElevatorRow] = field(default_factory=list)
    visits: list[VisitRow] = field(default_factory=list)
    faults: dict[str, str] = field(default_factory=dict)


def build_lifts(random: Random, estate: Estate, today: date) -> Lifts:
    """Elevators of every building as they stand on that day. About one in five has a fault."""
    lifts = Lifts()
    units: dict[str, list[UnitRow]] = {}
    for unit in estate.units:
        units.setdefault(unit.building, []).append(unit)
    for building in estate.buildings:
        for served in _shafts(building, units[building.code]):
            _add(lifts, random, building, served, today)
    return lifts


def _shafts(building: BuildingRow, units: list[UnitRow]) -> Iterator[tuple[str, ...]]:
    """Which units each elevator serves: two for a tall stairwell, some shared between two."""
    codes = [unit.code for unit in units]
    if building.code.endswith("-02") and len(codes) == 2:
        yield (codes[0],)
        yield (codes[0], codes[1])
        yield (codes[1],)
        return
    for code in codes:
        yield (code,)
        if (building.floors or 0) > 11:
            yield (code,)


def _add(
    lifts: Lifts, random: Random, building: BuildingRow, units: tuple[str, ...], today: date
) -> None:
    number = len(lifts.elevators) + 1
    # The first building of a community is always in order: the demo needs one.
    sound = building.code.endswith("-01") or random.random() < 0.75
    fault = "" if sound else FAULTS[len(lifts.faults) % len(FAULTS)]
    built_on = building.built_on or today
    added = built_on < today - timedelta(days=18 * 365)
    installed = built_on + timedelta(days=random.randrange(2600, 5200) if added else 20)
    installed = min(installed, today - timedelta(days=200))
    last, due = inspected(installed, today)
    if fault == "overdue_inspection" and last > installed:
        last, due = inspected(installed, last - timedelta(days=1))
    code = f"3110999999{installed:%Y%m}{number:04d}"
    contractor = random.choice(CONTRACTORS)
    licence = date(today.year + 1 + len(contractor) % 2, 6, 30)
    if fault == "expired_licence":
        contractor, licence = EXPIRED_CONTRACTOR, today - timedelta(days=40)
    lifts.elevators.append(
        ElevatorRow(
            code=code,
            name=f"{number}号梯",
            units=units,
            installed_on=installed,
            inspected_on=last,
            inspection_due_on=due,
            certificate="" if fault == "no_certificate" else f"梯11示U{number:05d}({installed:%y})",
            contractor=contractor,
            licence_until_on=licence,
            brand=random.choice(BRANDS),
            load_kg=random.choice((800, 1000, 1050)),
            status={"condemned": "condemned", "stopped": "stopped"}.get(fault, "in_use"),
            open_defect=SERIOUS_DEFECT if fault == "serious_defect" else "",
        )
    )
    if fault:
        lifts.faults[code] = fault
    lifts.visits.extend(_visits(random, code, contractor, fault, installed, today))


def inspected(installed_on: date, today: date) -> tuple[date, date]:
    """The last inspection on or before that day (the first is the acceptance), and the next."""
    last, year = installed_on, 0
    while True:
        later = [y for y in INSPECTION_YEARS if y > year]
        year = later[0] if later else year + 1
        due = _anniversary(installed_on, year)
        if due > today:
            return last, due
        last = due


def _anniversary(on: date, years: int) -> date:
    day = 28 if (on.month, on.day) == (2, 29) else on.day
    return date(on.year + years, on.month, day)


def _visits(
    random: Random, code: str, contractor: str, fault: str, installed: date, today: date
) -> Iterator[VisitRow]:
    """Visits of the last year and a bit, never more than fifteen days apart unless at fault."""
    first = max(today - timedelta(days=HISTORY_DAYS), installed)
    end = today - timedelta(days=random.randrange(22, 60) if fault == "overdue_visit" else 0)
    if fault in ("condemned", "stopped"):
        end = today - timedelta(days=90)
    gap_at = random.randrange(5, 18) if fault == "gap" else -1
    visited, number = first + timedelta(days=random.randrange(0, 13)), 0
    while visited < end:
        found = fault == "minor_defect" and random.random() < 0.3
        found = found or random.random() < 0.02
        yield VisitRow(
            elevator=code,
            visited_on=visited,
            contractor=contractor,
            result="defect" if found else "normal",
            defect=random.choice(DEFECTS) if found else "",
        )
        number += 1
        step = random.randrange(19, 40) if number == gap_at else random.randrange(12, 16)
        visited += timedelta(days=step)
