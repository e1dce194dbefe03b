"""Years of the Centre in memory: closed by `rules.income`, checked by other means. R4.5 to R4.8."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction
from uuid import UUID

from rules.income import ClosedYear, Entry, close_year, over_years
from rules.ledger import Journal, JournalKind, Posting
from tests.rules.centre import (
    CHANGED_ON,
    DUE,
    EARNED,
    FUND,
    INTEREST,
    POOLED,
    RATES,
    Advice,
    Centre,
)
from tests.rules.memory import ref

DAY = timedelta(days=1)
MONTHS = {"3m": 3, "6m": 6, "1y": 12, "3y": 36}


@dataclass(frozen=True)
class Kept:
    """A year as it was closed: what it saw, what it began with, what came of it."""

    year: int
    frozen: int
    entries: tuple[Entry[UUID], ...]
    brought: Mapping[UUID, int]
    brought_interest: int
    result: ClosedYear[UUID]


def computed(
    centre: Centre,
    year: int,
    frozen: int,
    entries: tuple[Entry[UUID], ...],
    brought: Mapping[UUID, int],
    brought_interest: int,
) -> ClosedYear[UUID]:
    """What the rules give for the year, from the books as they stood at `frozen`."""
    end_on = date(year, 12, 31)
    return close_year(
        entries,
        centre.scope_changes(frozen, end_on),
        centre.home_changes(frozen, end_on),
        brought,
        brought_interest,
    )


def wanted(centre: Centre, year: int) -> list[tuple[Advice, int]]:
    """The advices that the year distributes, and those that it takes back."""
    end_on = date(year, 12, 31)

    def by_then(journal: int) -> bool:
        return centre.books.journals[journal].effective_on <= end_on

    found = []
    for one in centre.advices:
        undone = one.reversal is not None and by_then(one.reversal)
        if one.counted is None and by_then(one.journal) and not undone:
            found.append((one, 1))
        elif one.counted is not None and one.taken_back is None and undone:
            found.append((one, -1))
    return found


def close(centre: Centre, year: int, last: Kept | None) -> Kept:
    """The year is closed and its entries are posted; from now on it takes no others."""
    frozen = len(centre.books.journals)
    distributed = wanted(centre, year)
    entries = tuple(
        Entry(
            ref(one.key),
            sign,
            one.figures.from_on,
            one.figures.to_on,
            one.figures.value_added_fen,
            one.figures.benchmark_fen,
        )
        for one, sign in distributed
    )
    brought = {} if last is None else {k: p.carried_fen for k, p in last.result.pools.items()}
    before = 0 if last is None else last.result.interest.carried_fen
    result = computed(centre, year, frozen, entries, brought, before)
    for one, sign in distributed:
        if sign > 0:
            one.counted = year
        else:
            one.taken_back = year
    centre.books.shut = year
    for journal in _entries(centre, year, result):
        centre.books.post(journal, closing=True)
    return Kept(year, frozen, entries, brought, before, result)


def _entries(centre: Centre, year: int, result: ClosedYear[UUID]) -> Iterator[Journal]:
    books, on = centre.books, date(year, 12, 31)
    pools = {scope: pool.posted_fen for scope, pool in result.pools.items()}
    for kind, source, target, parts in (
        (JournalKind.INCOME, EARNED, POOLED, pools),
        (JournalKind.INTEREST, DUE, INTEREST, result.homes),
    ):
        lines = [Posting(books.account(target, k), -fen) for k, fen in parts.items() if fen]
        if lines:
            whole = Posting(books.account(source), -sum(line.amount_fen for line in lines))
            yield Journal(kind, (whole, *lines), on, f"year:{year}:{kind}")


# --- by other means


def check(centre: Centre, kept: Kept) -> None:
    """Sums are exact, nothing is taken, and every share is a fen or less from its exact one."""
    advices = {ref(one.key): one for one in centre.advices}
    shares = dict.fromkeys(kept.result.pools, 0)
    for entry, given in kept.result.deposits:
        figures = advices[entry.id].figures
        assert sum(given.parts.values()) == entry.sign * entry.value_added_fen
        cut = {year: entry.sign * fen for year, fen in figures.slices.items()}
        spread = over_years(given.parts, cut)
        for scope, by_year in spread.items():
            assert sum(by_year.values()) == given.parts[scope]
        for year, fen in cut.items():
            assert sum(by_year[year] for by_year in spread.values()) == fen
        for scope, fen in given.parts.items():
            shares[scope] += fen
        _check_exact(centre, kept, entry, given.parts)
    for scope, pool in kept.result.pools.items():
        assert pool.shares_fen == shares[scope]
        assert pool.brought_fen == kept.brought.get(scope, 0)
        assert pool.shares_fen + pool.brought_fen == pool.posted_fen + pool.carried_fen
        assert pool.posted_fen >= 0 >= pool.carried_fen
    assert kept.brought.keys() <= kept.result.pools.keys()
    due = kept.brought_interest + sum(e.sign * e.benchmark_fen for e in kept.entries)
    assert sum(kept.result.homes.values()) == max(0, due)
    assert kept.result.interest.carried_fen == min(0, due)


def _check_exact(centre: Centre, kept: Kept, entry: Entry[UUID], parts: Mapping[UUID, int]) -> None:
    """Largest remainder by balances added up day by day: less than one fen off. R3.7, R4.6."""
    weights = day_by_day(centre, kept, entry.from_on, entry.to_on)
    whole = sum(weights.values())
    for scope, fen in parts.items():
        exact = Fraction(entry.sign * entry.value_added_fen * weights.get(scope, 0), whole)
        assert abs(fen - exact) < 1, (entry, scope)


def day_by_day(centre: Centre, kept: Kept, from_on: date, to_on: date) -> dict[UUID, int]:
    """Fen x days of every scope, counted on each day by who had what and belonged where."""
    end_on = date(kept.year, 12, 31)
    moves = [move for nth, move in centre.moved if nth <= kept.frozen and move.on <= end_on]
    moves.sort(key=lambda move: move.on)
    of_unit: dict[int, list[tuple[date, int]]] = {}
    for nth, on, home, fen in centre.books.changes((FUND, INTEREST)):
        if nth < kept.frozen and on <= end_on:
            opened = centre.books.journals[nth].kind is JournalKind.OPENING_PRINCIPAL
            changes = of_unit.setdefault(centre.homes[home.int], [])
            changes.append((date.min if opened else on, fen))
    found: dict[UUID, int] = {}
    for unit, changes in of_unit.items():
        changes.sort()
        scope = centre.scopes_then([])[unit]
        here = [move for move in moves if move.unit == unit]
        balance, place, day = 0, 0, from_on
        while day < to_on:
            while place < len(changes) and changes[place][0] <= day:
                balance += changes[place][1]
                place += 1
            now = [move.to_scope.int for move in here if move.on <= day]
            key = ref(now[-1] if now else scope)
            found[key] = found.get(key, 0) + balance
            day += DAY
    return {scope: max(0, weight) for scope, weight in found.items()}


def check_again(centre: Centre, kept: Kept) -> None:
    """A closed year gives the same whenever it is computed, whatever has happened since. R4.7."""
    again = computed(
        centre, kept.year, kept.frozen, kept.entries, kept.brought, kept.brought_interest
    )
    # A home or a scope that came later had no share.
    before = kept.result
    assert {k: fen for k, fen in again.homes.items() if fen or k in before.homes} == before.homes
    assert {k: p for k, p in again.pools.items() if k in before.pools} == before.pools
    assert again.interest == before.interest


def check_advice(centre: Centre, advice: Advice) -> None:
    """R4.1 to R4.5 by fractions, without the code that made the figures."""
    terms, found = advice.before.terms, advice.figures
    at = {tenor: pair[terms.opened_on >= CHANGED_ON] for tenor, pair in RATES.items()}
    bearing = found.part_fen if terms.base == "fen" else found.part_fen // 100 * 100
    days = (found.to_on - terms.opened_on).days
    assert terms.matures_on is not None
    if found.to_on < terms.matures_on:
        due = _rounded(Fraction(bearing * at["demand"] * days, 360_000_000))
    else:
        late = (found.to_on - terms.matures_on).days
        whole = Fraction(bearing * at[terms.tenor] * MONTHS[terms.tenor], 12_000_000)
        if terms.method == "days360":
            days -= late
            whole = Fraction(bearing * at[terms.tenor] * days, 360_000_000)
        then = RATES["demand"][terms.matures_on >= CHANGED_ON]
        due = _rounded(whole) + _rounded(Fraction(bearing * then * late, 360_000_000))
    assert found.due_benchmark_fen == due
    gained = found.interest_fen - due
    counted = max(0, gained) if advice.negative == "zero" else gained
    assert found.value_added_fen == counted
    assert found.benchmark_fen == found.interest_fen - counted
    assert found.shortfall_fen == max(0, -gained)
    assert sum(found.slices.values()) == found.value_added_fen
    assert sum(found.benchmark_slices.values()) == found.benchmark_fen
    _check_slices(found.slices, terms.opened_on, min(found.to_on, terms.matures_on), counted)


def _check_slices(slices: Mapping[int, int], from_on: date, to_on: date, fen: int) -> None:
    """Every slice but the last is within half a fen of its days; no slice of another year."""
    assert list(slices) == list(range(from_on.year, (to_on - DAY).year + 1))
    for year in list(slices)[:-1]:
        begin, end = max(from_on, date(year, 1, 1)), min(to_on, date(year + 1, 1, 1))
        exact = Fraction(fen * (end - begin).days, (to_on - from_on).days)
        assert abs(slices[year] - exact) <= Fraction(1, 2)


def _rounded(exact: Fraction) -> int:
    return int(exact + Fraction(1, 2))


def check_sums(centre: Centre, years: list[Kept]) -> None:
    """The two undistributed accounts and the pools are what came in less what went on. R3.2."""
    books = centre.books
    live = [one for one in centre.advices if one.reversal is None]
    given = sum(pool.posted_fen for kept in years for pool in kept.result.pools.values())
    earned = sum(one.figures.value_added_fen for one in live)
    assert books.balance(EARNED) == earned - given
    homes = sum(sum(kept.result.homes.values()) for kept in years)
    assert books.balance(DUE) == sum(one.figures.benchmark_fen for one in live) - homes
    assert books.sum_of(POOLED) == centre.pooled_fen + given - centre.paid_fen
