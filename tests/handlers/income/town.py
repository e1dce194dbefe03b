"""A small town's books for tests of the year: homes with money, deposits, advices, moves.

What is entered is written into the tables and remembered beside them, so that `oracle` can have
the rules compute the same year from what was remembered alone.
"""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from itertools import count
from typing import Any, cast
from uuid import UUID, uuid4

from tortoise.transactions import in_transaction

from handlers.income import closing as job
from handlers.route import CLOCK, NOBODY, Context, World
from models import ledger
from models.base import sql
from models.benchmarks import confirmed
from models.deposits import Deposit, DepositTerm, Settlement
from models.funds import ScopeChange, ScopeSwitch
from models.income import years
from models.roll import Building, Community, Home, Scope, Unit
from rules.days import BEIJING
from rules.income import (
    Benchmarks,
    Change,
    ClosedYear,
    Entry,
    Move,
    Negative,
    Settled,
    Terms,
    close_year,
    scope_changes,
    settle,
)
from rules.ledger import AccountKind, Journal, JournalKind, Posting
from server import door
from tests.handlers.income.booked import Booked
from tests.small_roll import SmallRoll

NOW = datetime(2027, 1, 15, 9, 0, tzinfo=BEIJING)
"""The moment at which everything is entered, unless a test says otherwise."""

_numbers = count(1)
WORLD = cast(World, None)


@dataclass
class Town(Booked):
    """What was entered; `changes` of homes by day (None: before everything), in fen."""

    bank: UUID
    income: UUID
    interest: UUID
    homes: list[UUID] = field(default_factory=list)
    unit_of: dict[UUID, UUID] = field(default_factory=dict)
    scope_of: dict[UUID, UUID] = field(default_factory=dict)
    building_of: dict[UUID, UUID] = field(default_factory=dict)
    changes: dict[UUID, list[Change]] = field(default_factory=lambda: defaultdict(list))
    moves: list[Move[UUID, UUID]] = field(default_factory=list)
    settled: list[Settlement] = field(default_factory=list)
    at: datetime = NOW

    @classmethod
    async def found(cls, bank: UUID | None = None) -> "Town":
        """An empty town with the Centre's accounts."""
        async with in_transaction():
            bank = bank or await ledger.ensure_account(AccountKind.BANK, None, "专户", NOW)
            income = await ledger.ensure_account(
                AccountKind.UNDISTRIBUTED_INCOME, None, "待分配增值收益", NOW
            )
            interest = await ledger.ensure_account(
                AccountKind.UNDISTRIBUTED_INTEREST, None, "待分配法定利息", NOW
            )
        return cls(bank, income, interest)

    @classmethod
    async def of(cls, roll: SmallRoll, at: datetime) -> "Town":
        """The small roll's homes, entered at that moment."""
        town = await cls.found(roll.bank)
        town.at = at
        for place in (roll.here, roll.there):
            for unit in place.units:
                town.scope_of[unit], town.building_of[unit] = place.scope, place.building
            rows = await Home.filter(unit_id__in=place.units).order_by("code")
            town.homes += [home.id for home in rows]
            town.unit_of |= {home.id: home.unit_id for home in rows}
        return town

    async def building(self, units: int, homes: int, kept_per: str = "building") -> list[UUID]:
        """A building with so many units of so many homes each; its units."""
        number = next(_numbers)
        community = await Community.create(code=f"C{number}", name=f"小区{number}")
        building = await Building.create(
            community_id=community.id, code=f"B{number}", name="1栋", kept_per=kept_per
        )
        scope = await self._scope(building.id, f"B{number}", "building")
        found = []
        for nth in range(units):
            if kept_per == "unit":
                scope = await self._scope(building.id, f"B{number}-{nth}", "unit")
            unit = await Unit.create(
                building_id=building.id, scope_id=scope, code=f"B{number}-{nth}", name=f"{nth}单元"
            )
            self.scope_of[unit.id], self.building_of[unit.id] = scope, building.id
            found.append(unit.id)
            for room in range(homes):
                home = await Home.create(
                    unit_id=unit.id,
                    code=f"B{number}-{nth}-{room}",
                    room=f"{room}01",
                    area_cm2=1_000_000,
                    area_source="registered",
                )
                self.homes.append(home.id)
                self.unit_of[home.id] = unit.id
        return found

    async def _scope(self, building: UUID, code: str, kind: str) -> UUID:
        row = await Scope.create(building_id=building, code=code, name=f"示例{code}", kind=kind)
        return row.id

    def homes_of(self, unit: UUID) -> list[UUID]:
        """The unit's homes."""
        return [home for home in self.homes if self.unit_of[home] == unit]

    # --- money of homes

    async def pays_in(self, home: UUID, on: date | None, fen: int) -> UUID:
        """The home's fund grows from that day on; None is an opening, dated in 2015."""
        fund = await self._fund(home)
        kind = JournalKind.DEPOSIT if on else JournalKind.OPENING_PRINCIPAL
        lines = (Posting(self.bank, fen), Posting(fund, -fen))
        self.changes[home].append((on, fen))
        return await self._post(kind, lines, on or date(2015, 3, 1))

    async def uses(self, home: UUID, on: date, fen: int) -> UUID:
        """The home's fund shrinks from that day on."""
        lines = (Posting(await self._fund(home), fen), Posting(self.bank, -fen))
        self.changes[home].append((on, -fen))
        return await self._post(JournalKind.FUND_PAYOUT, lines, on)

    async def undoes(self, journal: UUID, home: UUID, on: date | None, fen: int, day: date) -> None:
        """A journal is reversed on a day; an opening never was (`on` None)."""
        self.changes[home].append((on and day, -fen))
        async with in_transaction():
            await ledger.reverse(journal, day, self.at, "test")

    async def _fund(self, home: UUID) -> UUID:
        return await ledger.ensure_account(AccountKind.HOUSEHOLD_FUND, home, "分户", self.at)

    async def _post(self, kind: JournalKind, lines: tuple[Posting, ...], on: date) -> UUID:
        journal = Journal(kind, lines, on, f"test:{next(_numbers)}")
        async with in_transaction():
            return await ledger.post(journal, self.at, "test")

    # --- deposits and advices

    async def settles(
        self,
        terms: Terms,
        to_on: date,
        *,
        interest_fen: int | None = None,
        part_fen: int | None = None,
        from_on: date | None = None,
        negative: Negative = "zero",
        credited_on: date | None = None,
    ) -> Settlement:
        """A bank settles a deposit of these terms up to a day; credited then, or as named."""
        settled = settle(
            terms,
            part_fen=part_fen or terms.principal_fen,
            to_on=to_on,
            interest_fen=interest_fen,
            demand_rate_e4=None,
            benchmarks=Benchmarks(await confirmed()),
            negative=negative,
            from_on=from_on,
        )
        return await self._advice(terms, settled, credited_on or to_on)

    async def gains(
        self,
        from_on: date,
        to_on: date,
        value_added_fen: int,
        benchmark_fen: int,
        *,
        on: date | None = None,
    ) -> Settlement:
        """A bank credits just these sums for a period, on its last day, whatever the terms; in
        the books on another day if that is named."""
        terms = Terms(100_000_000, "demand", from_on, None, 19_500, 3_500, "days360", "fen")
        settled = Settled(
            kind="demand",
            part_fen=100_000_000,
            from_on=from_on,
            to_on=to_on,
            interest_fen=value_added_fen + benchmark_fen,
            expected_fen=value_added_fen + benchmark_fen,
            due_benchmark_fen=benchmark_fen,
            benchmark_fen=benchmark_fen,
            value_added_fen=value_added_fen,
            shortfall_fen=0,
            slices={},
            benchmark_slices={},
            steps=(),
        )
        return await self._advice(terms, settled, on or to_on, to_on)

    async def _advice(
        self, terms: Terms, settled: Settled, on: date, credited_on: date | None = None
    ) -> Settlement:
        number = next(_numbers)
        agreed = {
            "principal_fen": terms.principal_fen,
            "opened_on": terms.opened_on,
            "matures_on": terms.matures_on,
            "agreed_rate_e4": terms.agreed_rate_e4,
            "benchmark_rate_e4": terms.benchmark_rate_e4,
        }
        deposit = await Deposit.create(
            **agreed,
            code=f"D{number:05d}",
            bank="示例银行",
            bank_account=f"9999{number}",
            tenor=terms.tenor,
            method=terms.method,
            base=terms.base,
            state="running",
        )
        term = await DepositTerm.create(
            **agreed, deposit_id=deposit.id, number=1, closed_on=settled.to_on
        )
        journal = await self._credited(on, settled.value_added_fen, settled.benchmark_fen)
        row = await Settlement.create(
            deposit_id=deposit.id,
            term_id=term.id,
            kind=settled.kind,
            principal_fen=settled.part_fen,
            from_on=settled.from_on,
            to_on=settled.to_on,
            interest_fen=settled.interest_fen,
            expected_fen=settled.expected_fen,
            due_benchmark_fen=settled.due_benchmark_fen,
            benchmark_fen=settled.benchmark_fen,
            value_added_fen=settled.value_added_fen,
            shortfall_fen=settled.shortfall_fen,
            returned_fen=0,
            advice_number=f"A{number}",
            credited_on=credited_on or on,
            effective_on=on,
            source="manual",
            state="posted",
            journal_id=journal,
            entered_by=uuid4(),
            entered_at=self.at,
        )
        self.settled.append(row)
        return row

    async def _credited(self, on: date, income_fen: int, interest_fen: int) -> UUID | None:
        sums = {self.bank: income_fen + interest_fen}
        sums |= {self.income: -income_fen, self.interest: -interest_fen}
        lines = tuple(Posting(account, fen) for account, fen in sums.items() if fen)
        return await self._post(JournalKind.SETTLEMENT, lines, on) if lines else None

    async def takes_back(self, settlement: Settlement, on: date) -> None:
        """A wrong advice is reversed on a day."""
        if settlement.journal_id:
            async with in_transaction():
                await ledger.reverse(settlement.journal_id, on, self.at, "test")
        settlement.state, settlement.reversed_on = "reversed", on
        await settlement.save()

    # --- scopes

    async def splits(self, units: list[UUID], on: date) -> dict[UUID, UUID]:
        """A building's units get accounts of their own from that day on; scope by unit."""
        building = self.building_of[units[0]]
        switch = await ScopeSwitch.create(
            building_id=building,
            to_kind="unit",
            on=on,
            reason="拆分",
            state="done",
            entered_by=uuid4(),
            entered_at=self.at,
        )
        for unit in units:
            scope = await self._scope(building, f"S{next(_numbers)}", "unit")
            before = self.scope_of[unit]
            await ScopeChange.create(
                switch_id=switch.id,
                unit_id=unit,
                from_scope_id=before,
                to_scope_id=scope,
                on=on,
                recorded_at=self.at,
            )
            await sql("UPDATE unit SET scope_id = $2 WHERE id = $1", unit, scope)
            self.moves.append(Move(unit, before, scope, on))
            self.scope_of[unit] = scope
        return {unit: self.scope_of[unit] for unit in units}

    # --- years

    async def previewed(self, year: int, now: datetime | None = None) -> dict[str, Any]:
        """The year's preview, as the worker makes it; the year's row."""
        now = now or self.at + timedelta(minutes=1)
        await years.ask(year, uuid4(), now)
        await self.works(now)
        return await self.year(year)

    async def closed(self, year: int, now: datetime | None = None) -> dict[str, Any]:
        """The year, previewed and closed."""
        now = now or self.at + timedelta(minutes=1)
        row = await self.previewed(year, now)
        assert row["state"] == "previewed", row
        await self.confirm(year, now)
        await self.works(now)
        # What the closing gave the homes is theirs in the years to come.
        for home, fen in (await self.interest_of(year)).items():
            self.changes[home].append((years.end_of(year), fen))
        return await self.year(year)

    async def confirm(self, year: int, now: datetime) -> None:
        """Somebody else confirmed the preview."""
        from models.income import closing

        await years.confirm(year, uuid4(), now, "income", await closing.income_chunks(year))

    async def works(self, now: datetime, most: int = 1000) -> int:
        """The worker does what is due, at most so many pieces; how many it did."""
        for done in range(most):
            if due := await job.to_preview(now):
                year = due[0]
                await door.enter(
                    CLOCK,
                    now,
                    WORLD,
                    lambda ctx, year=year: job.preview_year(ctx, year),  # type: ignore[misc]
                    lambda ctx, year=year: job._paced(ctx, year),  # type: ignore[misc]
                )
            elif pieces := await job.to_post(now):
                piece = pieces[0]
                await door.enter(
                    CLOCK,
                    now,
                    WORLD,
                    lambda ctx, piece=piece: job.post_year(ctx, piece),  # type: ignore[misc]
                    lambda ctx, piece=piece: job._paced(ctx, piece),  # type: ignore[misc]
                )
            else:
                return done
        return most

    def oracle(
        self,
        year: int,
        brought: Mapping[UUID, int] | None = None,
        brought_interest_fen: int = 0,
        before: int | None = None,
    ) -> ClosedYear[UUID]:
        """The year by the rules alone; `before` is the last year closed before it."""
        end_on = years.end_of(year)
        start = years.end_of(before) if before else date.min
        homes = {
            home: [(on, fen) for on, fen in self.changes[home] if on is None or on <= end_on]
            for home in self.homes
        }
        scopes = scope_changes(homes, self.unit_of, self.scope_of, self.moves)
        return close_year(self.entries(start, end_on), scopes, homes, brought, brought_interest_fen)

    def entries(self, start: date, end_on: date) -> list[Entry[UUID]]:
        """What a year distributes that ends that day, when the last one ended at `start`."""
        found = []
        for row in self.settled:
            assert row.effective_on
            back = row.reversed_on
            if start < row.effective_on <= end_on and (back is None or back > end_on):
                found.append(_entry(row, 1))
            if back is not None and row.effective_on <= start < back <= end_on:
                found.append(_entry(row, -1))
        return found


def _entry(row: Settlement, sign: int) -> Entry[UUID]:
    return Entry(row.id, sign, row.from_on, row.to_on, row.value_added_fen, row.benchmark_fen)


def context(at: datetime) -> Context:
    """A request of nobody in particular, for asking a handler itself."""
    return Context(who=NOBODY, now=at, world=WORLD)
