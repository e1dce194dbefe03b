"""Years closed in the database against the rules alone. R4.5 to R4.8."""

import json
from datetime import date, timedelta
from pathlib import Path
from random import Random
from uuid import UUID

import pytest

from console.assets import recompute_income
from handlers.income import exporting
from models.base import sql
from models.benchmarks import confirmed
from models.ledger import replay_differences
from rules.income import MONTHS, Benchmarks, ClosedYear, Terms, add_months, over_years, slices
from tests.conftest import rounds
from tests.handlers.income.town import Town, context

pytestmark = pytest.mark.usefixtures("database")


async def agrees(town: Town, year: int, oracle: ClosedYear[UUID]) -> None:
    """Every figure of the year in the tables and in the books is the one of the rules."""
    kept = await town.scopes(year)
    for scope, pool in oracle.pools.items():
        row = kept.pop(scope, None)
        if row is None:
            assert (pool.shares_fen, pool.brought_fen) == (0, 0)
            continue
        found = (row["shares_fen"], row["brought_fen"], row["posted_fen"], row["carried_fen"])
        assert found == (pool.shares_fen, pool.brought_fen, pool.posted_fen, pool.carried_fen)
    assert not kept
    due = {scope: pool.posted_fen for scope, pool in oracle.pools.items() if pool.posted_fen}
    assert await town.pooled_of(year) == due
    homes = {home: fen for home, fen in oracle.homes.items() if fen}
    assert await town.interest_of(year) == homes
    await _deposits_agree(town, year, oracle)


async def _deposits_agree(town: Town, year: int, oracle: ClosedYear[UUID]) -> None:
    rows = await sql(
        "SELECT settlement_id, sign, weight, left_fen, cut_remainder, cut_scope_id"
        " FROM year_deposit WHERE year = $1",
        year,
    )
    found = {(row["settlement_id"], row["sign"]): row for row in rows}
    earned: dict[UUID, dict[str, int]] = {}
    for entry, given in oracle.deposits:
        row = found.pop((entry.id, entry.sign))
        cut = (row["weight"], row["left_fen"], row["cut_remainder"], row["cut_scope_id"])
        assert cut == (given.weight, given.left_fen, given.cut_remainder, given.cut_id)
        earned_to = await _earned_to(entry.id, entry.to_on)
        years = slices(entry.sign * entry.value_added_fen, entry.from_on, earned_to)
        for scope, parts in over_years(given.parts, years).items():
            total = earned.setdefault(scope, {})
            for name, fen in parts.items():
                total[str(name)] = total.get(str(name), 0) + fen
    assert not found
    for scope, row in (await town.scopes(year)).items():
        parts = {name: fen for name, fen in earned.get(scope, {}).items() if fen}
        assert json.loads(row["earned"]) == parts


async def _earned_to(settlement: UUID, to_on: date) -> date:
    """Overdue days earn what the benchmark gives, so nothing of the value added is theirs."""
    rows = await sql(
        "SELECT t.matures_on FROM settlement s JOIN deposit_term t ON t.id = s.term_id"
        " WHERE s.id = $1",
        settlement,
    )
    return min(to_on, rows[0]["matures_on"] or to_on)


def day(random: Random, first: date, last: date) -> date:
    return first + timedelta(days=random.randrange((last - first).days + 1))


async def random_town(random: Random) -> Town:
    """A few buildings whose homes have money from days that matter and days that do not."""
    town = await Town.found()
    units = []
    for _ in range(random.randint(1, 3)):
        kept = random.choice(["building", "unit"])
        units.append(await town.building(random.randint(1, 2), random.randint(1, 3), kept))
    bounds = [date(2023, 12, 31), date(2024, 1, 1), date(2024, 12, 31), date(2025, 1, 1)]
    for home in town.homes:
        if random.random() < 0.8:
            await town.pays_in(home, None, random.randint(1, 9_000_000))
        for _ in range(random.randint(0, 3)):
            on = random.choice([*bounds, day(random, date(2023, 6, 1), date(2025, 12, 31))])
            await town.pays_in(home, on, random.randint(1, 5_000_000))
    await town.pays_in(town.homes[0], None, 1)
    if random.random() < 0.5:
        await town.splits(random.choice(units), day(random, date(2023, 8, 1), date(2025, 11, 30)))
    return town


TENORS = ["demand", "3m", "6m", "1y", "2y"]


async def settle_some(town: Town, random: Random, year: int) -> None:
    """Deposits of any kind that end in the year: due, early, overdue, on demand."""
    benchmarks = Benchmarks(await confirmed())
    for _ in range(random.randint(1, 5)):
        tenor = random.choice(TENORS)
        to_on = day(random, date(year, 1, 1), date(year, 12, 31))
        principal = random.choice([100, 99_999, random.randint(10**6, 10**10)])
        opened = to_on - timedelta(days=random.randint(20, 400))
        if tenor in MONTHS and random.random() < 0.6:
            opened = add_months(to_on, -MONTHS[tenor])
        terms = Terms.agreed(
            principal,
            tenor,
            opened,
            random.choice([3_500, 19_500, 23_000]),
            benchmarks,
            random.choice(["terms", "days360"]),
            random.choice(["fen", "yuan"]),
        )
        demand = tenor == "demand" and random.random() < 0.5
        await town.settles(
            terms,
            to_on,
            interest_fen=random.choice([None, None, random.randint(0, 10**7)]),
            part_fen=random.choice([None, None, random.randint(1, principal)]),
            from_on=opened + timedelta(days=7) if demand else None,
            negative=random.choice(["zero", "zero", "negative"]),
            credited_on=min(to_on + timedelta(days=random.randint(0, 5)), date(year, 12, 31)),
        )


async def recomputed(town: Town, year: int, folder: Path, before: Path | None = None) -> Path:
    """The year as an auditor takes it away, recomputed by the script from nothing else."""
    blob = await exporting.audit_year(context(town.at), str(year))
    path = folder / f"{year}.zip"
    path.write_bytes(blob.content)
    assert recompute_income.recompute(str(path), before and str(before)) == []
    return path


@pytest.mark.parametrize("seed", range(rounds(8, 60)))
async def test_random_years_are_those_of_the_rules(seed: int, tmp_path: Path) -> None:
    """Two years one after the other, with changes, moves, reversals and what they leave over:
    by the rules, and by the published script from what is handed out. R4.7."""
    random = Random(seed)
    town = await random_town(random)
    await settle_some(town, random, 2024)
    first = town.oracle(2024)
    row = await town.closed(2024)
    assert row["state"] == "closed"
    await agrees(town, 2024, first)
    before = await recomputed(town, 2024, tmp_path)
    await settle_some(town, random, 2025)
    for wrong in random.sample(town.settled, k=min(2, len(town.settled))):
        if wrong.effective_on and random.random() < 0.7:
            await town.takes_back(
                wrong, day(random, max(wrong.effective_on, date(2025, 1, 1)), date(2025, 12, 31))
            )
    brought = {scope: pool.carried_fen for scope, pool in first.pools.items() if pool.carried_fen}
    second = town.oracle(2025, brought, first.interest.carried_fen, before=2024)
    row = await town.closed(2025)
    assert row["state"] == "closed"
    await agrees(town, 2025, second)
    await recomputed(town, 2025, tmp_path, before)
    assert await replay_differences() == []
