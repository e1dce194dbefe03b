"""A rate, a deposit placed and one taken over, a settlement and its reversal."""

from datetime import date
from uuid import uuid4

from models.base import one
from models.deposits import Deposit
from rules.income import maturity
from tests.handlers.deposits.desk import advised, main_account, placed, reversing, settled, terms
from tests.handlers.entries import Waiting
from tests.handlers.objecting import done
from tests.world import City


async def account(city: City) -> str:
    """The main bank account with money in it."""
    row = await one("SELECT id FROM bank_account WHERE main")
    return str(row["id"]) if row else await main_account(city)


async def benchmark_rate(city: City) -> Waiting:
    """A rate of a day."""
    body = {"tenor": "1y", "since_on": "2025-09-01", "rate_e4": 12_500, "source": "公告"}
    rate = await done(city, "clerk", "/benchmark-rates", body)
    return Waiting(f"/benchmark-rates/{rate['id']}", "clerk", "reviewer")


async def deposit(city: City) -> Waiting:
    """A small deposit."""
    body = terms(await account(city), code=f"E-{uuid4().hex[:8]}", principal_fen=1_000)
    made = await done(city, "finance", "/deposits", body)
    return Waiting(f"/deposits/{made['id']}", "finance", "finance2")


async def deposit_taken_over(city: City) -> Waiting:
    """A deposit of the imported list."""
    opened_on = date(2024, 7, 1)
    # What was taken back before would be proposed with it.
    await Deposit.filter(state="listed").update(state="closed")
    row = await Deposit.create(
        code=f"T-{uuid4().hex[:8]}",
        bank="示例银行",
        bank_account="999900001",
        principal_fen=1_000,
        tenor="1y",
        opened_on=opened_on,
        matures_on=maturity(opened_on, "1y"),
        agreed_rate_e4=19_500,
        benchmark_rate_e4=15_000,
        method="terms",
        state="listed",
    )
    await done(city, "finance", "/deposits/taking-over")
    return Taken(f"/deposits/{row.id}/taking-over", "finance", "finance2")


class Taken(Waiting):
    """Its id is the deposit's."""

    @property
    def id(self) -> str:
        """The part of the path before the last."""
        return self.path.split("/")[2]


async def settlement(city: City) -> Waiting:
    """A deposit's interest, as the bank advised it."""
    small = {"code": f"S-{uuid4().hex[:8]}", "principal_fen": 1_000_000}
    path = await placed(city, await account(city), **small)
    waits = await advised(city, path, interest_fen=19_500)
    return Waiting(waits, "finance", "finance2")


async def settlement_reversal(city: City) -> Waiting:
    """A settlement that was wrong."""
    small = {"code": f"R-{uuid4().hex[:8]}", "principal_fen": 1_000_000}
    path = await placed(city, await account(city), **small)
    wrong = await settled(city, path, interest_fen=19_400)
    return Waiting(await reversing(city, wrong), "finance", "reviewer")


SCENES = {
    "benchmark_rate": benchmark_rate,
    "deposit": deposit,
    "deposit_taken_over": deposit_taken_over,
    "settlement": settlement,
    "settlement_reversal": settlement_reversal,
}
