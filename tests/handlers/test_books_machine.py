"""The same random acts on the Centre in memory and over HTTP: every balance agrees. Sections 3, 4.

Forty walks go on from each other through one city, so that they come to many years; 500 of them in
`make drills`. The memory is that of `tests.rules.centre`, whose ids the tables are given.
"""

from datetime import date, timedelta
from typing import Any
from uuid import UUID

from tortoise.transactions import in_transaction

from models import ledger
from models.base import sql
from models.deposits import BankAccount
from rules.income import Terms
from rules.ledger import Part
from tests.conftest import rounds
from tests.handlers.both_books import Both
from tests.handlers.objecting import done, refused
from tests.models.books import hold_one, pay_one
from tests.rules.centre import (
    BENCHMARKS,
    FUND,
    HOMES,
    INTEREST,
    POOLED,
    UNITS,
    Deposit,
)
from tests.rules.centre_years import check, close, wanted
from tests.rules.memory import ref
from tests.untold import amiss
from tests.world import City

WALKS, FULL, ACTS = 40, 500, 6
METHODS, BASES = ("terms", "days360"), ("fen", "yuan")
EVERYWHERE = {
    "pay_in", "use", "find_out", "place", "settle", "renewed", "capitalised", "overdue", "withdraw",
    "wrong", "wrong and distributed", "close_year", "switch", "hold", "late", "carried", "followed",
}  # fmt: skip


class Walker(Both):
    """An act on both at once; each leaves out what is not allowed now."""

    def day(self) -> date:
        """A bank's day, mostly today."""
        return self.centre.bank_day(self.random.choice((0, 0, 1, 40)))

    async def pay_in(self) -> None:
        await self.pays_in(self.random.choice(list(HOMES)), self.day())

    async def pays_in(self, home: int, on: date) -> None:
        """A home's fund grows."""
        fen = self.random.randint(1, 2_000_000)
        await self.batch("topup", home, fen, on)
        self.centre.pay_in(home, fen, on)

    async def use(self) -> None:
        home, on, books = self.random.choice(list(HOMES)), self.day(), self.centre.books
        free = sum(books.balance(kind, ref(home)) for kind in (FUND, INTEREST))
        if not free:
            return
        fen = self.random.randint(max(1, free // 3), free)
        await self.batch("use", home, fen, on)
        self.centre.use(home, fen, on)

    async def batch(self, kind: str, home: int, fen: int, on: date) -> None:
        body = {
            "kind": kind,
            "custody_id": self.custody,
            "effective_on": str(on),
            "voucher": f"V{self.numbered}",
            "lines": [{"home_id": str(ref(home)), "amount_fen": fen}],
        }
        await self.two("/fund-batches", body, "/fund-batches/{}/confirmation", "clerk")

    async def find_out(self) -> None:
        await self.suspend(self.random.randint(1, 900_000), self.day())

    async def suspend(self, fen: int, on: date) -> None:
        """Money that nobody can name came in."""
        body = {
            "bank_account_id": self.custody,
            "direction": "in",
            "amount_fen": fen,
            "effective_on": str(on),
            "memo": "待查",
        }
        await self.two("/ledger/vouchers/suspense", body, "/ledger/vouchers/{}/confirmation")
        self.centre.suspend(fen, on)

    async def place(self) -> None:
        pick, on = self.random, self.day()
        fen, tenor = pick.randint(100_000, 200_000_000), pick.choice(("3m", "6m", "1y"))
        agreed = BENCHMARKS.at(tenor, on) + pick.choice((-3_000, 1_000, 4_500, 10_007))
        terms = Terms.agreed(
            fen, tenor, on, agreed, BENCHMARKS, pick.choice(METHODS), pick.choice(BASES)
        )  # type: ignore[arg-type]
        # The account at the bank may be overdrawn in the books: what was paid out lay in deposits.
        lacks = fen - self.centre.books.accounts[self.centre.bank].balance_fen
        if lacks > 0:
            await self.suspend(max(fen, lacks), on)
        body = {
            "code": f"D{self.numbered}",
            "custody_id": self.custody,
            "bank": "示例银行",
            "bank_account": "999900001",
            "principal_fen": fen,
            "tenor": tenor,
            "opened_on": str(on),
            "agreed_rate_e4": agreed,
            "method": terms.method,
            "base": terms.base,
        }
        made = await self.two("/deposits", body, "/deposits/{}/confirmation")
        self.deposits[self.centre.place(terms)] = f"/deposits/{made['id']}"

    def running(self, ripe: bool) -> list[Deposit]:
        today = self.centre.today
        found = (one for one in self.centre.deposits.values() if one.running)
        return [
            one for one in found if one.terms.opened_on < today and (_due(one) <= today) is ripe
        ]

    async def settle(self) -> None:
        """At its maturity or some days after it, told of at once or later, as agreed or not."""
        if not (ripe := self.running(True)):
            return
        pick, today, one = self.random, self.centre.today, self.random.choice(ripe)
        to_on = min(_due(one) + timedelta(days=pick.choice((0, 0, 0, 45))), today)
        on = min(to_on + timedelta(days=pick.choice((0, 3, 400))), today)
        how = pick.choice(("closes", "renews", "capitalises"))
        renews = how != "closes" and to_on == _due(one)
        capitalises = renews and how == "capitalises"
        off = pick.choice((0, 0, -500, 1, 55_555))
        advice = self.centre.settle(
            one.key,
            to_on=to_on,
            part_fen=one.terms.principal_fen,
            off_fen=off,
            credited_on=on,
            renews=renews,
            capitalises=capitalises,
        )
        more: dict[str, Any] = {"renew": renews, "to_on": str(to_on)}
        if renews:
            more |= {"capitalise": capitalises, "renewed_rate_e4": one.terms.agreed_rate_e4}
        await self.advise(advice, on, more)
        self.seen["renewed"] += renews
        self.seen["capitalised"] += capitalises
        self.seen["overdue"] += to_on > _due(one)

    async def withdraw(self) -> None:
        """R4.4: a part is withdrawn before the maturity."""
        if not (young := self.running(False)):
            return
        one = self.random.choice(young)
        part = one.terms.principal_fen * self.random.choice((30, 77, 100)) // 100
        today = self.centre.today
        advice = self.centre.settle(one.key, to_on=today, part_fen=part, credited_on=today)
        await self.advise(advice, today, {"part_fen": part, "to_on": str(today)})

    async def advise(self, advice: Any, on: date, more: dict[str, Any]) -> None:
        """The advice over HTTP; its figures are the double's."""
        found = advice.figures
        body = {
            "advice_number": f"JX{self.numbered}",
            "credited_on": str(on),
            "interest_fen": found.interest_fen,
            "demand_rate_e4": advice.demand_e4,
            **more,
        }
        path = f"{self.deposits[advice.before.key]}/advices"
        made = await self.two(path, body, "/settlements/{}/confirmation")
        for name in ("benchmark_fen", "value_added_fen", "shortfall_fen", "due_benchmark_fen"):
            assert made[name] == getattr(found, name), (name, made, found)
        slices = {one["year"]: one["value_added_fen"] for one in made["slices"]}
        assert slices == {year: found.slices.get(year, 0) for year in slices}
        self.advices[advice.key] = f"/settlements/{made['id']}"
        self.seen["late"] += self.effective(advice) != on

    def effective(self, advice: Any) -> date:
        """The day on which the advice counts in the books."""
        return self.centre.books.journals[advice.journal].effective_on

    async def wrong(self) -> None:
        """The last advice of a deposit is undone, whether it was distributed or not."""
        last = {one.last for one in self.centre.deposits.values()}
        doubtful = [a for a in self.centre.advices if a.key in last and a.reversal is None]
        bank = self.centre.books.accounts[self.centre.bank].balance_fen
        doubtful = [a for a in doubtful if a.figures.part_fen + a.figures.interest_fen <= bank]
        if not doubtful:
            return
        advice = self.random.choice(doubtful)
        path, on = self.advices[advice.key], self.effective(advice)
        self.tick()
        asked = await done(self.city, "finance", f"{path}/reversals", {"reason": "录错"})
        reversal = f"{path}/reversals/{asked['reversal']['id']}"
        await done(self.city, "reviewer", f"{reversal}/confirmation")
        self.seen["wrong and distributed"] += advice.counted is not None
        self.centre.wrong(advice, on if on.year > self.centre.books.shut else None)

    async def switch(self) -> None:
        building = self.random.choice(list(UNITS))
        units, centre = UNITS[building], self.centre
        pools = [centre.pool(centre.scope_of[unit]) for unit in units]
        again = any(move.on == centre.today for _, move in centre.moved if move.unit in units)
        if again or any(centre.books.accounts[pool].held_fen for pool in pools):
            return
        [row] = await sql("SELECT id FROM building WHERE code = $1", f"M{building}")
        kind = "unit" if centre.scope_of[units[0]] == building else "building"
        body = {"to_kind": kind, "reason": "业主申请"}
        path = f"/buildings/{row['id']}/scope-switch"
        await self.two(path, body, "/scope-switches/{}/confirmation", "clerk")
        centre.switch(building)
        # What comes in on that day is the new pool's already.
        home = self.random.choice([home for home, unit in HOMES.items() if unit in units])
        await self.pays_in(home, centre.today)

    async def hold(self) -> None:
        """A premium is held and, with luck, paid; the rest of it is free again. R3.4."""
        centre, pick = self.centre, self.random
        scope, case = pick.choice(centre.scopes()), ref(10**9 + self.numbered)
        free = centre.books.available(POOLED, ref(scope))
        if not free:
            return
        fen, now, insurer = pick.randint(1, free), self.city.clock(), ref(901)
        bank = await BankAccount.get(id=UUID(self.custody))
        pool = await ledger.account_for(POOLED, ref(scope))
        async with in_transaction():
            await hold_one(pool.id, case, 1, fen, now)
        centre.books.hold(case, centre.pool(scope), fen)
        paid = pick.randint(0, fen)
        if not paid:
            async with in_transaction():
                await ledger.release(case, 1, now)
            return centre.books.release(case)
        parts = [Part(insurer, paid)]
        async with in_transaction():
            await pay_one(pool.id, case, paid, bank.account_id, insurer, centre.today, now)
        centre.books.capture(case, paid, parts, centre.today)
        centre.paid_fen += paid

    async def close_year(self) -> None:
        """Previewed by one, closed by another, posted by the worker. R4.7."""
        centre = self.centre
        first = (centre.books.shut or 2023) + 1
        centre.today = max(centre.today, date(first + 1, 1, self.random.choice((1, 9))))
        self.tick()
        year = next((y for y in range(first, centre.today.year) if wanted(centre, y)), None)
        if year is None:
            path = f"/accounting-years/{first}/preview"
            assert await refused(self.city, "finance", path) == "409 NothingToDistribute"
            return
        kept = close(centre, year, self.years[-1] if self.years else None)
        check(centre, kept)
        self.years.append(kept)
        path = f"/accounting-years/{year}"
        await done(self.city, "finance", f"{path}/preview")
        await self.works()
        await done(self.city, "reviewer", f"{path}/closing")
        await self.works()
        before = len(centre.books.journals)
        centre.follow()
        self.seen["followed"] += len(centre.books.journals) > before
        [row] = await sql("SELECT state, failure FROM accounting_year WHERE year = $1", year)
        assert row == {"state": "closed", "failure": ""}
        self.seen["close_year"] += 1
        self.seen["carried"] += any(pool.carried_fen for pool in kept.result.pools.values())
        # Sessions end after ten years.
        self.city._tokens.clear()


def _due(deposit: Deposit) -> date:
    due = deposit.terms.matures_on
    assert due is not None
    return due


async def test_the_city_does_as_its_double_in_memory(city: City) -> None:
    """R3.2, R3.4, R4.1 to R4.8: to the fen, after every walk, over many years."""
    both = await Walker.begun(city, 20_240_701)
    acts = ["pay_in", "use", "find_out", "place", "place", "settle", "settle", "settle"]
    acts += ["withdraw", "wrong", "switch", "hold"]
    for walk in range(rounds(WALKS, FULL)):
        for _ in range(ACTS):
            act = both.random.choice(acts)
            await getattr(both, act)()
            both.seen[act] += 1
            both.centre.today += timedelta(days=both.random.choice((0, 1, 9, 50)))
            both.tick()
        # A year every fourth walk: the full run ends before the year 2200.
        if walk % 4 == 3:
            await both.close_year()
        await both.agree()
    assert await amiss() == []
    assert (+both.seen).keys() >= EVERYWHERE, EVERYWHERE - (+both.seen).keys()
