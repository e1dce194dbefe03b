"""The years of the books: who is let in. R4.7, R12.1, section 1."""

from datetime import date, timedelta
from typing import Any

from models.income import years
from tests.access.row import CENTRE, EVERYBODY, SEES, Row
from tests.handlers.income.town import Town
from tests.world import City

FINANCE = "finance finance2"
CLOSED = {"year": "distributed_year"}
OPEN = {"year": "open_year"}

AFTER = ("collecting",)

ROWS: dict[str, Row | tuple[Row, ...]] = {
    # --- one of finance asks, another of finance or a reviewer confirms; the Centre sees
    "GET /accounting-years": Row(CENTRE, finds=CENTRE, thing="distributed_year"),
    "GET /accounting-years/{year}": Row(CENTRE, ids=OPEN),
    "GET /accounting-years/{year}/deposits": Row(CENTRE, ids=OPEN),
    "POST /accounting-years/{year}/preview": Row(FINANCE, ids=OPEN),
    "POST /accounting-years/{year}/closing": Row("finance2 reviewer", ids=OPEN),
    # --- the homes of all are in it, under numbers
    "GET /accounting-years/{year}/export.zip": Row(f"{FINANCE} auditor", ids=CLOSED),
    "GET /public/accounting-years/{year}/deposits": Row(EVERYBODY, ids=CLOSED),
    "GET /public/accounting-years/{year}/export.zip": Row(EVERYBODY, ids=CLOSED),
    # --- those who see the scope see why it got what it got; a home's is its owner's
    "GET /scopes/{scope_id}/income": Row(SEES),
    "GET /scopes/{scope_id}/income/{year}": Row(SEES, ids=CLOSED),
    "GET /homes/{home_id}/interest/{year}": Row(
        "owner1 clerk clerk2 reviewer finance finance2 auditor",
        ids=CLOSED | {"home_id": "paid_home"},
    ),
}


async def ids(city: City) -> dict[str, Any]:
    """A closed year that is published, and a later one that `finance` had previewed."""
    town = await Town.of(city.roll, city.clock() - timedelta(minutes=1))
    home = city.roll.here.homes["1-101"]
    await town.pays_in(home, date(2021, 12, 31), 300_000)
    await town.pays_in(city.roll.there.homes["1-101"], date(2021, 12, 31), 100_000)
    # Of two accounts of few owners none is told by the totals, so that the third is public.
    units = await town.building(1, 1)
    await town.pays_in(town.homes_of(units[0])[0], date(2021, 12, 31), 100_000)
    for year in (2022, 2023):
        await town.gains(date(year, 1, 1), date(year, 7, 1), 4_000, 400)
    await town.closed(2022, city.clock())
    path = "/accounting-years/2022/publication"
    await city.must("POST", path, await city.staff("finance"), {})
    await years.ask(2023, city.roll.accounts["finance"], city.clock())
    await town.works(city.clock())
    found = {"distributed_year": "2022", "income_year": "2022", "open_year": "2023"}
    return found | {"paid_home": str(home)}
