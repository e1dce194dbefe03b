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
from models.income import closing
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


async def random_town(random: Random, first: int) -> Town:
    """A few buildings whose homes have money from days that matter and days that do not."""
    town = await Town.found()
    units = []
    for _ in range(random.randint(1, 3)):
        kept = random.choice(["building", "unit"])
        units.append(await town.building(random.randint(1, 2), random.randint(1, 3), kept))
    begin, end = date(first - 1, 6, 1), date(LAST, 12, 31)
    bounds = [date(year, *on) for year in range(first, LAST + 1) for on in ((1, 1), (12, 31))]
    for home in town.homes:
        if random.random() < 0.8:
            await town.pays_in(home, None, random.randint(1, 9_000_000))
        for _ in range(random.randint(0, 3)):
            on = random.choice([*bounds, day(random, begin, end)])
            await town.pays_in(home, on, random.randint(1, 5_000_000))
    wrong = await town.pays_in(town.homes[0], None, 70_000)
    # By the end of the first year: until it takes effect a correction is in no closing.
    found_on = day(random, begin, date(first, 12, 31))
    await town.undoes(wrong, town.homes[0], None, 70_000, found_on)
    await town.pays_in(town.homes[0], None, 10)
    on = day(random, begin, end)
    await town.pays_in(town.homes[0], on, 10**6)
    await town.uses(town.homes[0], day(random, on, end), random.randint(1, 10**6))
    if random.random() < 0.5:
        await town.splits(random.choice(units), day(random, begin, end))
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
        # The table of benchmark rates begins in August 2015.
        opened = max(opened, date(2015, 9, 1))
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
    blob = await exporting.export_audit_year(context(town.at), year)
    path = folder / f"{year}.zip"
    path.write_bytes(blob.content)
    assert recompute_income.recompute(str(path), before and str(before)) == []
    return path


LAST, YEARS = 2026, rounds(2, 10)
"""The last year that is closed, and how many are, one after the other."""


@pytest.mark.parametrize("seed", range(rounds(5, 100)))
async def test_random_years_are_those_of_the_rules(seed: int, tmp_path: Path) -> None:
    """Years one after the other, with changes, moves, reversals and what they leave over: by the
    rules, and by the published script from what is handed out. R4.7."""
    random = Random(seed)
    town = await random_town(random, LAST - YEARS + 1)
    brought: dict[UUID, int] = {}
    brought_interest_fen, before, last = 0, None, None
    for year in range(LAST - YEARS + 1, LAST + 1):
        await settle_some(town, random, year)
        await undo_some(town, random, year)
        oracle = town.oracle(year, brought, brought_interest_fen, before)
        row = await town.closed(year)
        assert row["state"] == "closed"
        await agrees(town, year, oracle)
        last = await recomputed(town, year, tmp_path, last)
        brought = {scope: pool.carried_fen for scope, pool in oracle.pools.items()}
        brought = {scope: fen for scope, fen in brought.items() if fen}
        brought_interest_fen, before = oracle.interest.carried_fen, year
    assert await replay_differences() == []


async def undo_some(town: Town, random: Random, year: int) -> None:
    """Advices turn out wrong in their year, or later."""
    stand = [row for row in town.settled if row.reversed_on is None]
    for wrong in random.sample(stand, k=min(2, len(stand))):
        assert wrong.effective_on
        if random.random() < 0.5:
            first_on = max(wrong.effective_on, date(year, 1, 1))
            await town.takes_back(wrong, day(random, first_on, date(year, 12, 31)))


async def test_a_building_is_split_in_the_middle_of_a_year() -> None:
    """1,000.00 in each of two units, a deposit from 1 January to 10 January 2024, nine days; on
    the 4th the units get accounts of their own, and on that very day the second unit pays in
    1,000.00 more. The building's has 2,000.00 for three days, the units' 1,000.00 and 2,000.00 for
    six: weights 6 : 6 : 12. Of 0.10 that is 2.5, 2.5 and 5 fen: the one that is left goes to the
    lower id of the first two."""
    town = await Town.found()
    units = await town.building(2, 1)
    building = town.scope_of[units[0]]
    for home in town.homes:
        await town.pays_in(home, None, 100_000)
    await town.pays_in(town.homes[1], date(2024, 1, 4), 100_000)
    split = await town.splits(units, date(2024, 1, 4))
    await town.gains(date(2024, 1, 1), date(2024, 1, 10), 10, 0)
    await town.closed(2024)
    first, second = sorted([building, split[units[0]]])
    assert await town.pooled_of(2024) == {first: 3, second: 2, split[units[1]]: 5}


async def test_days_at_both_ends() -> None:
    """A deposit from 10 to 20 March. Money that comes on the 10th counts all ten days, on the 19th
    one, on the 20th none; what was opened counts ten whatever its date says: 10 : 10 : 1 : 0 of
    2.10 is 1.00, 1.00, 0.10, nothing."""
    town = await Town.found()
    units = [(await town.building(1, 1))[0] for _ in range(4)]
    days = (None, date(2024, 3, 10), date(2024, 3, 19), date(2024, 3, 20))
    for unit, on in zip(units, days, strict=True):
        await town.pays_in(town.homes_of(unit)[0], on, 5_000)
    await town.gains(date(2024, 3, 10), date(2024, 3, 20), 210, 210)
    await town.closed(2024)
    found = await town.pooled_of(2024)
    assert [found.get(town.scope_of[unit], 0) for unit in units] == [100, 100, 10, 0]
    interest = await town.interest_of(2024)
    assert [interest.get(town.homes_of(unit)[0], 0) for unit in units] == [100, 100, 10, 0]


async def test_a_thousand_yuan_over_three_equal_scopes() -> None:
    """The rulebook's: 333.34 + 333.33 + 333.33, the first to the lowest id. R3.7."""
    town = await Town.found()
    for _ in range(3):
        await town.pays_in(town.homes_of((await town.building(1, 1))[0])[0], None, 5_000)
    await town.gains(date(2024, 1, 1), date(2025, 1, 1), 100_000, 0)
    row = await town.previewed(2025)
    assert row["figures"]["posted_fen"] == 100_000
    shares = {scope: row["posted_fen"] for scope, row in (await town.scopes(2025)).items()}
    assert [shares[scope] for scope in sorted(shares)] == [33_334, 33_333, 33_333]


async def test_chunks_of_any_size_post_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    """Seven scopes in chunks of three, and after the first one the program is another version with
    chunks of two: each is posted once."""
    town = await Town.found()
    for number in range(7):
        unit = (await town.building(1, 1))[0]
        await town.pays_in(town.homes_of(unit)[0], None, 1_000 + number)
    await town.gains(date(2024, 1, 1), date(2024, 7, 1), 7_777, 777)
    oracle = town.oracle(2024)
    now = town.at + timedelta(minutes=1)
    await town.previewed(2024, now)
    monkeypatch.setattr(closing, "CHUNK", 3)
    await town.confirm(2024, now)
    await town.works(now, most=1)
    monkeypatch.setattr(closing, "CHUNK", 2)
    await town.works(now)
    rows = await sql("SELECT reference, lines FROM ledger_journal WHERE kind = 'income'")
    assert sorted(row["reference"] for row in rows) == [f"year:2024:income:{n}" for n in (1, 2, 3)]
    assert sorted(row["lines"] for row in rows) == [3, 3, 4]
    assert (await town.year(2024))["state"] == "closed"
    await agrees(town, 2024, oracle)
