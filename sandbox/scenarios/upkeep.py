"""The city's papers are of today: visits, inspections and licences, and the working calendar.

All of it comes in as in life: a file from the maintenance firms, checked by a clerk and confirmed
by a reviewer, and days that the administrator enters. What has a fault keeps it.
"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from rules.imports import ElevatorRow, Rows, VisitRow
from sandbox.demo.scenes import Story, import_file
from sandbox.lifts import inspected
from sandbox.paper import write_csv

VISITED_EVERY = timedelta(days=14)
AHEAD = timedelta(days=90)
"""Inspections and licences hold at least so long from today."""

KEPT_FAULTS = ("overdue_visit", "condemned", "stopped")
PAPER = "沙箱样本：节假日安排"

# Lunar holidays move; a year that is not here has the others alone.
_SPRING = {2027: (2, 6), 2028: (1, 26), 2029: (2, 13), 2030: (2, 3), 2031: (1, 23)}
_DRAGON = {2027: (6, 9), 2028: (5, 28), 2029: (6, 16), 2030: (6, 5), 2031: (6, 24)}
_MOON = {2027: (9, 15), 2028: (10, 3), 2029: (9, 22), 2030: (9, 12), 2031: (10, 1)}


def bring_up(story: Story) -> None:
    """Everything is of the sandbox's today."""
    today = story.play.now().date()
    calendar_known(story, today.year)
    calendar_known(story, today.year + 1)
    rows = Rows(
        elevators=list(inspected_again(story, today)), visits=list(visits_until(story, today))
    )
    if rows.elevators or rows.visits:
        path = story.folder / f"维保-{today}.zip"
        write_csv(rows, path)
        import_file(story, path.name, path.read_bytes())


def visits_until(story: Story, today: date) -> Iterator[VisitRow]:
    """A visit of every elevator each fortnight since the last one of the roll."""
    last: dict[str, VisitRow] = {}
    for row in story.city.rows.visits:
        if row.elevator not in last or row.visited_on > last[row.elevator].visited_on:
            last[row.elevator] = row
    for elevator, row in last.items():
        if story.city.faults.get(elevator) in KEPT_FAULTS:
            continue
        day = row.visited_on + VISITED_EVERY
        while day <= today:
            yield VisitRow(
                elevator=elevator,
                visited_on=day,
                contractor=row.contractor,
                result="normal",
                defect="",
            )
            day += VISITED_EVERY


def inspected_again(story: Story, today: date) -> Iterator[ElevatorRow]:
    """Elevators in order whose inspection or contractor's licence runs out soon, renewed."""
    for row in story.city.rows.elevators:
        if row.code in story.city.faults or row.inspection_due_on is None:
            continue
        found = row
        if row.inspection_due_on <= today + AHEAD:
            last, due = inspected(row.installed_on, today + AHEAD)
            found = replace(found, inspected_on=min(last, today), inspection_due_on=due)
        if row.licence_until_on and row.licence_until_on <= today + AHEAD:
            found = replace(found, licence_until_on=date(today.year + 2, 6, 30))
        if found is not row:
            yield found


def calendar_known(story: Story, year: int) -> None:
    """The year's holidays are entered and published, unless they are known. R9.1, R9.2."""
    play, token, second = story.play, story.tokens["administrator"], story.tokens["reviewer"]

    def agreed(path: str, told: dict[str, Any]) -> None:
        made = play.must("POST", path, token, json=told)
        play.must("POST", f"/calendar/changes/{made['id']}/confirmation", second)

    if play.must("GET", f"/calendar/days?year={year}")["published"]:
        return
    for day in holidays(year):
        told = {"day": str(day), "working": False, "name": "节假日", "source": PAPER}
        agreed("/calendar/days", told)
    agreed("/calendar/years", {"year": year, "source": PAPER})


def holidays(year: int) -> Iterator[date]:
    """Days from Monday to Friday that nobody works; made up, near to what such a year has."""
    begins = [((1, 1), 1), (_SPRING.get(year), 7), ((4, 5), 1), ((5, 1), 5)]
    begins += [(_DRAGON.get(year), 1), (_MOON.get(year), 1), ((10, 1), 7)]
    days = (date(year, *at) + timedelta(n) for at, count in begins if at for n in range(count))
    return (day for day in sorted(set(days)) if day.weekday() < 5)
