"""A Centre in memory: homes, pools, deposits and years, acted on as the rules say. Sections 3, 4.

Every act posts journals to `Memory`; the figures come from `rules.income` and `rules.funds`.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from uuid import UUID

from rules.funds import Purse, drawn, moves, paid_in, switched, used
from rules.income import Benchmarks, Change, Move, Settled, Terms, scope_changes, settle
from rules.income.settlement import Negative
from rules.ledger import AccountKind, Journal, JournalKind, Part, Posting, opening
from tests.rules.memory import Memory, ref

FUND, INTEREST = AccountKind.HOUSEHOLD_FUND, AccountKind.HOUSEHOLD_INTEREST
POOLED, BANK, TERM = AccountKind.POOLED, AccountKind.BANK, AccountKind.TERM_DEPOSIT
DUE, EARNED = AccountKind.UNDISTRIBUTED_INTEREST, AccountKind.UNDISTRIBUTED_INCOME
SUSPENSE = AccountKind.SUSPENSE

BEGIN = date(2024, 1, 1)
BEFORE = date(2023, 12, 31)
# Building 1 begins with one pool for its two units, building 2 with a pool for each.
UNITS: Mapping[int, tuple[int, int]] = {1: (11, 12), 2: (21, 22)}
HOMES = {unit * 10 + nth: unit for units in UNITS.values() for unit in units for nth in (1, 2)}
LATE_HOME = 113
AREAS = {home: 7_000 + 13 * home for home in (*HOMES, LATE_HOME)}
# Of each tenor the rate when the books begin, and the one from this day on: a new year's first day,
# on which many deposits are opened.
CHANGED_ON = date(2025, 1, 1)
RATES = {"demand": (3_500, 2_500), "3m": (11_000, 9_000), "6m": (13_000, 11_000)}
RATES |= {"1y": (15_000, 12_500), "3y": (27_500, 20_000)}
BENCHMARKS = Benchmarks(
    (tenor, since, rate)
    for tenor, pair in RATES.items()
    for since, rate in zip((date(2015, 10, 24), CHANGED_ON), pair, strict=True)
)


@dataclass(frozen=True)
class Deposit:
    """A deposit as it runs: its terms with what is still there, and its last advice."""

    key: int
    terms: Terms
    last: int | None = None
    running: bool = True


@dataclass
class Advice:
    """An advice as booked. `before` is the deposit as it was, for the day the advice proves wrong;
    `counted` and `taken_back` are the years that distributed it and its reversal."""

    key: int
    before: Deposit
    figures: Settled
    journal: int
    demand_e4: int
    negative: Negative
    reversal: int | None = None
    counted: int | None = None
    taken_back: int | None = None


@dataclass
class Centre:
    """Everything there is. `today` only moves on; `scope_of` is the unit's scope now."""

    books: Memory = field(default_factory=Memory)
    today: date = BEGIN
    scope_of: dict[int, int] = field(default_factory=dict)
    moved: list[tuple[int, Move[int, UUID]]] = field(default_factory=list)
    homes: dict[int, int] = field(default_factory=lambda: dict(HOMES))
    deposits: dict[int, Deposit] = field(default_factory=dict)
    advices: list[Advice] = field(default_factory=list)
    opened_fen: int = 0
    pooled_fen: int = 0
    paid_fen: int = 0
    numbered: int = 0

    @classmethod
    def begun(cls, home_fen: int, pool_fen: int) -> "Centre":
        """The first morning: homes and pools have what the old system says. R3.6."""
        centre = cls()
        for building, units in UNITS.items():
            for unit in units:
                centre.scope_of[unit] = building if building == 1 else unit
        for home in HOMES:
            centre.take_in(home, home_fen + home)
        for scope in sorted(set(centre.scope_of.values())):
            parts = [Part(centre.pool(scope), pool_fen)]
            centre.pooled_fen += pool_fen
            centre.post(
                opening(
                    JournalKind.OPENING_INCOME, centre.bank, parts, BEFORE, f"opening:pool:{scope}"
                )
            )
        return centre

    # --- places

    @property
    def bank(self) -> UUID:
        return self.books.account(BANK)

    def pool(self, scope: int) -> UUID:
        return self.books.account(POOLED, ref(scope))

    def scopes(self) -> list[int]:
        return sorted(set(self.scope_of.values()))

    def bank_day(self, days_ago: int) -> date:
        """A day of the bank's so long ago, but none of a year that is shut."""
        return max(self.today - timedelta(days=days_ago), date(self.books.shut + 1, 1, 1), BEGIN)

    def name(self, what: str) -> str:
        self.numbered += 1
        return f"{what}:{self.numbered}"

    def post(self, journal: Journal) -> int:
        return self.books.post(journal)

    # --- the homes' own money

    def take_in(self, home: int, fen: int) -> None:
        """A home comes into the books with what it had. R3.6."""
        on = max(BEFORE, date(self.books.shut + 1, 1, 1)) if self.books.shut else BEFORE
        parts = [Part(self.books.account(FUND, ref(home)), fen)]
        kind = JournalKind.OPENING_PRINCIPAL
        self.post(opening(kind, self.bank, parts, on, self.name("opening")))

    def pay_in(self, home: int, fen: int, on: date, source: AccountKind = BANK) -> int:
        """A home pays in, or what nobody could name turns out to be its money."""
        parts = [(self.books.account(FUND, ref(home)), fen)]
        return self.post(paid_in(self.books.account(source), parts, on, self.name("in"), ""))

    def use(self, home: int, fen: int, on: date) -> None:
        """The home's money is spent, principal first."""
        fund, interest = (self.books.account(kind, ref(home)) for kind in (FUND, INTEREST))
        purse = Purse(
            fund,
            self.books.accounts[fund].balance_fen,
            interest,
            self.books.accounts[interest].balance_fen,
        )
        self.post(used(self.bank, drawn(purse, fen), on, self.name("use"), ""))

    def suspend(self, fen: int, on: date) -> None:
        """Money came in (positive) that nobody can name, or went back (negative)."""
        lines = (Posting(self.bank, fen), Posting(self.books.account(SUSPENSE), -fen))
        self.post(Journal(JournalKind.SUSPENSE, lines, on, self.name("suspense")))

    # --- pools

    def switch(self, building: int) -> None:
        """One pool becomes its units' pools, or the other way round."""
        units = UNITS[building]
        old = {unit: self.scope_of[unit] for unit in units}
        new = {unit: unit if old[unit] == building else building for unit in units}
        weights: dict[UUID, dict[UUID, int]] = {}
        for home, unit in self.homes.items():
            if unit in units:
                to = weights.setdefault(ref(old[unit]), {})
                to[ref(new[unit])] = to.get(ref(new[unit]), 0) + AREAS[home]
        balances = {scope: self.books.balance(POOLED, scope) for scope in weights}
        accounts = {ref(scope): self.pool(scope) for scope in {*old.values(), *new.values()}}
        entry = switched(moves(balances, weights), accounts, self.today, self.name("switch"), "")
        if entry is not None:
            self.post(entry)
        for unit in units:
            move = Move(unit, ref(old[unit]), ref(new[unit]), self.today)
            self.moved.append((len(self.books.journals), move))
            self.scope_of[unit] = new[unit]

    def follow(self) -> None:
        """What a pool got after its homes had gone follows them, by area. R3.8, R4.6."""
        for scope in sorted({move.from_scope.int for _, move in self.moved}):
            fen = self.books.balance(POOLED, ref(scope))
            if scope in self.scope_of.values() or not fen:
                continue
            left = {move.unit for _, move in self.moved if move.from_scope.int == scope}
            areas: dict[UUID, int] = {}
            for home, unit in self.homes.items():
                if unit in left:
                    now = ref(self.scope_of[unit])
                    areas[now] = areas.get(now, 0) + AREAS[home]
            accounts = {key: self.pool(key.int) for key in (ref(scope), *areas)}
            entries = moves({ref(scope): fen}, {ref(scope): areas})
            entry = switched(entries, accounts, self.today, self.name("follow"), "")
            assert entry is not None
            self.post(entry)

    def overspend(self, scope: int, fen: int) -> None:
        """More than the pool has free goes out at once, without a hold: refused. R3.4."""
        lines = (Posting(self.pool(scope), fen), Posting(self.bank, -fen))
        self.post(Journal(JournalKind.POOLED_PAYOUT, lines, self.today, self.name("overspent")))

    # --- deposits

    def place(self, terms: Terms) -> int:
        """The money lies in a term deposit."""
        key = len(self.deposits) + 1
        self.deposits[key] = Deposit(key, terms)
        lines = (
            Posting(self.term(key), terms.principal_fen),
            Posting(self.bank, -terms.principal_fen),
        )
        self.post(Journal(JournalKind.PLACEMENT, lines, terms.opened_on, self.name("place")))
        return key

    def term(self, deposit: int) -> UUID:
        return self.books.account(TERM, ref(5_000 + deposit))

    def settle(
        self,
        key: int,
        *,
        to_on: date,
        part_fen: int,
        off_fen: int = 0,
        credited_on: date,
        renews: bool = False,
        capitalises: bool = False,
        demand_e4: int = 2_000,
        negative: Negative = "zero",
    ) -> Advice:
        """An advice is booked; `off_fen` is by how much the bank paid other than agreed. R4.3."""
        deposit = self.deposits[key]

        def figures(interest_fen: int | None) -> Settled:
            return settle(
                deposit.terms,
                part_fen=part_fen,
                to_on=to_on,
                interest_fen=interest_fen,
                demand_rate_e4=demand_e4,
                benchmarks=BENCHMARKS,
                negative=negative,
            )

        found = figures(max(0, figures(None).expected_fen + off_fen))
        on = credited_on if credited_on.year > self.books.shut else self.today
        nth = self.post(self._advice(key, found, on, renews, capitalises))
        advice = Advice(len(self.advices), deposit, found, nth, demand_e4, negative)
        self.advices.append(advice)
        added = found.interest_fen if capitalises else 0
        self.deposits[key] = _after(deposit, found, renews, added, advice.key)
        return advice

    def _advice(
        self, key: int, found: Settled, on: date, renews: bool, capitalises: bool
    ) -> Journal:
        returned = 0 if renews else found.part_fen
        stays = found.interest_fen if capitalises else 0
        amounts = (
            (self.bank, found.interest_fen - stays + returned),
            (self.term(key), stays),
            (self.term(key), -returned),
            (self.books.account(DUE), -found.benchmark_fen),
            (self.books.account(EARNED), -found.value_added_fen),
        )
        lines = tuple(Posting(account, fen) for account, fen in amounts if fen)
        return Journal(JournalKind.SETTLEMENT, lines, on, self.name("advice"))

    def wrong(self, advice: Advice, on: date | None = None) -> None:
        """The advice was wrong: its mirror is booked, today if no other day is named, and the
        deposit is as before. R3.2."""
        advice.reversal = self.books.reverse(advice.journal, on or self.today)
        self.deposits[advice.before.key] = advice.before

    # --- weights

    def home_changes(self, frozen: int, end_on: date) -> dict[UUID, list[Change]]:
        """By how much each home's balance changed, as a year sees it that froze then. R4.6."""
        found: dict[UUID, list[Change]] = {ref(home): [] for home in self.homes}
        for nth, on, home, fen in self.books.changes((FUND, INTEREST)):
            if nth < frozen and on <= end_on:
                kind = self.books.journals[nth].kind
                before = kind is JournalKind.OPENING_PRINCIPAL
                found[home].append((None if before else on, fen))
        return found

    def scope_changes(self, frozen: int, end_on: date) -> dict[UUID, list[Change]]:
        """As `home_changes`, of each scope, with what moved along."""
        seen = [move for nth, move in self.moved if nth <= frozen and move.on <= end_on]
        unit_of = {ref(home): unit for home, unit in self.homes.items()}
        scope_of = {unit: ref(scope) for unit, scope in self.scopes_then(seen).items()}
        changes = self.home_changes(frozen, end_on)
        return scope_changes(changes, unit_of, scope_of, seen)

    def scopes_then(self, seen: Iterable[Move[int, UUID]]) -> dict[int, int]:
        """The scope of every unit when no more than these moves had happened."""
        found = {
            unit: building if building == 1 else unit
            for building, units in UNITS.items()
            for unit in units
        }
        return found | {move.unit: move.to_scope.int for move in seen}


def _after(deposit: Deposit, found: Settled, renews: bool, added_fen: int, advice: int) -> Deposit:
    """The deposit after an advice: renewed, or with what is left of it, or run out."""
    terms = deposit.terms
    if renews:
        assert terms.matures_on is not None
        renewed = Terms.agreed(
            terms.principal_fen + added_fen,
            terms.tenor,
            terms.matures_on,
            terms.agreed_rate_e4,
            BENCHMARKS,
            terms.method,
            terms.base,
        )
        return replace(deposit, terms=renewed, last=advice)
    left = terms.principal_fen - found.part_fen
    if not left:
        return replace(deposit, last=advice, running=False)
    return replace(deposit, terms=replace(terms, principal_fen=left), last=advice)
