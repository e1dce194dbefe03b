"""What runs is estimated by the day, and stays out of every balance. R4.4."""

from datetime import date

import pytest

from models.base import sql
from models.benchmarks import confirmed
from models.deposits import Deposit, DepositTerm
from rules.income import Benchmarks, Terms
from tests.handlers.income.town import Town
from tests.small_roll import POOLED_FEN
from tests.world import City


@pytest.fixture
async def town(city: City) -> Town:
    """石榴苑 has three quarters of all the money, 别处小区 one."""
    found = await Town.of(city.roll, city.clock())
    await found.pays_in(city.roll.here.homes["1-101"], None, 300_000)
    await found.pays_in(city.roll.there.homes["1-101"], None, 100_000)
    return found


async def runs(opened_on: date, principal_fen: int = 100_000_000) -> DepositTerm:
    """A year's deposit at 1.95 % that nobody settled yet."""
    terms = Terms.agreed(principal_fen, "1y", opened_on, 19_500, Benchmarks(await confirmed()))
    agreed = {
        "principal_fen": principal_fen,
        "opened_on": opened_on,
        "matures_on": terms.matures_on,
        "agreed_rate_e4": terms.agreed_rate_e4,
        "benchmark_rate_e4": terms.benchmark_rate_e4,
    }
    deposit = await Deposit.create(
        **agreed,
        code=f"R{opened_on}{principal_fen}",
        bank="示例银行",
        bank_account="9999",
        tenor="1y",
        method="terms",
        state="running",
    )
    return await DepositTerm.create(**agreed, deposit_id=deposit.id, number=1)


async def estimate(city: City, who: str = "owner1") -> dict[str, object] | None:
    path = f"/scopes/{city.roll.here.scope}/income"
    body = await city.must("GET", path, await city.login(who))
    found: dict[str, object] | None = body["estimate"]
    return found


async def test_an_estimate_grows_by_the_day(city: City, town: Town) -> None:
    """2025-07-01, a year: 4,500.00 over 365 days. By 15 September 76 days have gone: 450,000 x
    76/365 = 93,698.63 -> 93,699, three quarters of it 70,274.25 -> 70,274; the fen that is left
    goes to the larger remainder, there. A day later 77/365: 94,931.5 -> 94,932 x 3/4 = 71,199."""
    await runs(date(2025, 7, 1))
    assert await estimate(city) is None
    await city.due()
    found = await estimate(city)
    assert found is not None
    assert (found["estimate_fen"], found["as_of_on"]) == (70_274, "2025-09-15")
    assert found["note"] == "预估，不可支用"
    city.clock.advance(hours=13)
    await city.due()
    assert await estimate(city) == found, "it is the same day in Beijing"
    city.clock.advance(hours=1)
    await city.due()
    found = await estimate(city)
    assert found is not None
    assert (found["estimate_fen"], found["as_of_on"]) == (71_199, "2025-09-16")
    balance = await city.must(
        "GET", f"/scopes/{city.roll.here.scope}/balance", await city.login("owner1")
    )
    assert balance["balance_fen"] == balance["available_fen"] == POOLED_FEN, "it is in no balance"


async def test_what_was_withdrawn_or_settled_is_not_estimated(city: City, town: Town) -> None:
    """Half of the principal left: half of the estimate. The other term is settled, none of it."""
    half = await runs(date(2025, 7, 1))
    await runs(date(2024, 7, 1), 50_000_000)
    await sql("UPDATE deposit_term SET closed_on = '2025-07-01' WHERE opened_on = '2024-07-01'")
    await sql("UPDATE deposit_term SET withdrawn_fen = 50000000 WHERE id = $1", half.id)
    await city.due()
    found = await estimate(city)
    # 2,250.00 x 76/365 = 46,849.3 -> 46,849; x 3/4 = 35,136.75, the larger remainder: 35,137.
    assert found is not None and found["estimate_fen"] == 35_137
    await sql("UPDATE deposit_term SET closed_on = '2025-09-15' WHERE id = $1", half.id)
    city.clock.advance(days=1)
    await city.due()
    found = await estimate(city)
    assert found is not None and found["estimate_fen"] == 0


async def test_after_the_maturity_it_stays(city: City, town: Town) -> None:
    """Matured on 1 July and not settled: all of the 4,500.00, by balances up to today."""
    await runs(date(2024, 7, 1))
    await city.due()
    found = await estimate(city)
    assert found is not None and found["estimate_fen"] == 337_500


async def test_nothing_runs_and_nobody_has_anything(city: City) -> None:
    await city.due()
    assert await sql("SELECT 1 FROM income_estimate") == []
    await runs(date(2025, 7, 1))
    await city.due()
    assert await estimate(city) is None
