"""A whole year by the rules alone: what each pool and each home gets of it. R4.5 to R4.8.

The reference for what `models/income` computes inside the database, for `console/assets/
recompute_income.py`, and for anybody who wants to read how a year is made: no database, no chunks,
no restarts, only the arithmetic.
"""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Generic, TypeVar

from rules.income.attribution import Attribution, Change, attribute, balance_days
from rules.income.factors import Factors, daily_factors, distribute_interest, home_weight
from rules.money import Id

Home = TypeVar("Home", bound=Hashable)
Unit = TypeVar("Unit", bound=Hashable)


@dataclass(frozen=True)
class Entry(Generic[Id]):
    """A settlement that the year distributes; `sign` is -1 where a reversal takes back what an
    earlier year distributed. The sums are the settlement's, unsigned by that."""

    id: Id
    sign: int
    from_on: date
    to_on: date
    value_added_fen: int
    benchmark_fen: int


@dataclass(frozen=True)
class Move(Generic[Unit, Id]):
    """From this day on the unit's homes belong to another scope."""

    unit: Unit
    from_scope: Id
    to_scope: Id
    on: date


@dataclass(frozen=True)
class Pool:
    """A scope's year in fen: its shares, what it brought from the last year (never above zero),
    what is credited (never below zero) and what is carried to the next (never above zero)."""

    shares_fen: int
    brought_fen: int
    posted_fen: int
    carried_fen: int

    @classmethod
    def of(cls, shares_fen: int, brought_fen: int) -> "Pool":
        """A pool is never debited for an earlier mistake: what is below zero waits for income."""
        net = shares_fen + brought_fen
        return cls(shares_fen, brought_fen, max(net, 0), min(net, 0))


@dataclass(frozen=True)
class ClosedYear(Generic[Id]):
    """What a year gives: per settlement how it was attributed, per scope its pool, the homes'
    interest as one more pool, per home its part, and the factors that made it."""

    deposits: list[tuple[Entry[Id], Attribution[Id]]]
    pools: dict[Id, Pool]
    interest: Pool
    homes: dict[Id, int]
    factors: Factors


def scope_changes(
    home_changes: Mapping[Home, Sequence[Change]],
    unit_of: Mapping[Home, Unit],
    scope_of: Mapping[Unit, Id],
    moves: Iterable[Move[Unit, Id]] = (),
) -> dict[Id, list[Change]]:
    """By how much the balance of each scope changes and when; a move takes the balance along.

    `scope_of` is the scope a unit has in the end. On a day it had the scope from which its first
    later move took it.
    """
    by_unit: dict[Unit, list[Change]] = defaultdict(list)
    for home, changes in home_changes.items():
        by_unit[unit_of[home]].extend(changes)
    moves_of: dict[Unit, list[Move[Unit, Id]]] = defaultdict(list)
    for move in sorted(moves, key=lambda move: move.on):
        moves_of[move.unit].append(move)
    found: dict[Id, list[Change]] = {scope: [] for scope in scope_of.values()}
    for unit, scope in scope_of.items():
        moved = moves_of[unit]
        for on, change_fen in by_unit[unit]:
            later = (move.from_scope for move in moved if on is None or move.on > on)
            found.setdefault(next(later, scope), []).append((on, change_fen))
        for move in moved:
            before = sum(fen for on, fen in by_unit[unit] if on is None or on < move.on)
            found.setdefault(move.from_scope, []).append((move.on, -before))
            found.setdefault(move.to_scope, []).append((move.on, before))
    return found


def close_year(
    entries: Iterable[Entry[Id]],
    scopes: Mapping[Id, Sequence[Change]],
    homes: Mapping[Id, Sequence[Change]],
    brought: Mapping[Id, int] | None = None,
    brought_interest_fen: int = 0,
) -> ClosedYear[Id]:
    """The year that distributes these settlements and reversals. R4.6, R4.8.

    `scopes` and `homes` are the changes of the household balances; those of the scopes follow
    moves (`scope_changes`), those of the homes do not. `brought` is what scopes carry from the
    last year, none of it above zero. WeightsMissing when nobody had a balance in a period.
    """
    brought = brought or {}
    shares: dict[Id, int] = dict.fromkeys([*scopes, *brought], 0)
    deposits = []
    for entry in sorted(entries, key=lambda entry: (entry.id, -entry.sign)):
        weights = {
            scope: balance_days(changes, entry.from_on, entry.to_on)
            for scope, changes in scopes.items()
        }
        given = attribute(entry.sign * entry.value_added_fen, weights)
        for scope, fen in given.parts.items():
            shares[scope] += fen
        deposits.append((entry, given))
    total = sum(entry.sign * entry.benchmark_fen for entry, _ in deposits)
    pool = Pool.of(total, brought_interest_fen)
    until_on = max((entry.to_on for entry, _ in deposits), default=date.min)
    factors = daily_factors(
        (
            (entry.sign * entry.benchmark_fen, given.weight, entry.from_on, entry.to_on)
            for entry, given in deposits
        ),
        until_on,
    )
    parts = dict.fromkeys(homes, 0)
    if pool.posted_fen:
        earned = {home: home_weight(changes, factors) for home, changes in homes.items()}
        parts = distribute_interest(pool.posted_fen, earned).parts
    pools = {scope: Pool.of(fen, brought.get(scope, 0)) for scope, fen in shares.items()}
    return ClosedYear(deposits, pools, pool, parts, factors)
