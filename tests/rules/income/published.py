"""Random years of a small city, closed by the rules and written as they would be published."""

import csv
import io
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from random import Random

from rules.income import (
    TENORS,
    Benchmarks,
    Change,
    ClosedYear,
    Entry,
    Move,
    Settled,
    Terms,
    close_year,
    scope_changes,
    settle,
)

RATES = [
    *(
        (tenor, date(2015, 10, 24), rate)
        for tenor, rate in zip(TENORS, (3500, 11000, 13000, 15000, 21000, 27500), strict=True)
    ),
    ("demand", date(2023, 6, 1), 3000),
    ("1y", date(2024, 2, 29), 14500),
]
BENCHMARKS = Benchmarks(RATES)
YEAR = 2025
Files = dict[str, str]


@dataclass(frozen=True)
class Published:
    """A closed year with what went into it."""

    settled: dict[str, tuple[Terms, Settled, str]]
    scopes: dict[str, list[Change]]
    homes: dict[str, list[Change]]
    brought: dict[str, int]
    interest_brought_fen: int
    year: ClosedYear[str]

    def files(self) -> Files:
        """The csv files by name, homes included."""
        return dict(_files(self))


def random_year(random: Random) -> Published:
    """Some homes in some scopes, with payments and moves, and the settlements of a year."""
    days = [date(2022, 1, 1) + timedelta(days=n) for n in range(0, 1460, 7)]
    units = {f"u{n}": f"s{random.randrange(1, 6):02}" for n in range(random.randrange(1, 7))}
    homes: dict[str, list[Change]] = {}
    for number in range(random.randrange(1, 16)):
        balance = random.choice((0, 1, 999, 10**6, random.randrange(10**9)))
        homes[f"h{number:04}"] = [(None, balance)]
        for on in sorted(random.sample(days, random.randrange(4))):
            change = random.choice((random.randrange(10**7), -random.randrange(balance + 1)))
            homes[f"h{number:04}"].append((on, change))
            balance += change
    homes["h9999"] = [(date(2020, 2, 29), 12345)]  # so that there is a balance every day
    unit_of = {home: random.choice(list(units)) for home in homes}
    moves = []
    for unit, scope in units.items():
        if random.random() < 0.3:
            moves.append(Move(unit, random.choice(("s01", "s77")), scope, random.choice(days)))
    scopes = scope_changes(homes, unit_of, units, moves)
    settled = {f"d{number:03}": _settled(random) for number in range(random.randrange(1, 7))}
    entries = []
    for one, (_, of, _) in settled.items():
        sign = random.choice((1, 1, 1, -1))
        sums = of.value_added_fen, of.benchmark_fen
        entries.append(Entry(one, sign, of.from_on, of.to_on, *sums))
    brought = {scope: -random.randrange(10**6) for scope in scopes if random.random() < 0.2}
    interest_brought = random.choice((0, 0, -random.randrange(10**8)))
    year = close_year(entries, scopes, homes, brought, interest_brought)
    return Published(settled, scopes, homes, brought, interest_brought, year)


def _settled(random: Random) -> tuple[Terms, Settled, str]:
    opened_on = date(2022, 1, 1) + timedelta(days=random.randrange(1000))
    principal = random.choice((1, 99, 10**8, random.randrange(1, 10**13)))
    terms = Terms.agreed(
        principal,
        random.choice(TENORS),
        opened_on,
        random.choice((9000, 19500, random.randrange(50000))),
        BENCHMARKS,
        random.choice(("terms", "days360")),
        random.choice(("fen", "yuan")),
    )
    last = date(YEAR, 12, 31)
    matures = terms.matures_on
    ends = [opened_on + timedelta(days=random.randrange(1, (last - opened_on).days))]
    if matures and matures <= last:
        ends += [matures, matures, min(last, matures + timedelta(days=random.randrange(40)))]
    negative = random.choice(("zero", "zero", "negative"))
    part = random.choice((principal, random.randrange(1, principal + 1)))
    to_on = random.choice(ends)
    as_agreed = settle(
        terms,
        part_fen=part,
        to_on=to_on,
        interest_fen=None,
        demand_rate_e4=random.choice((None, 2000, 4000)),
        benchmarks=BENCHMARKS,
    )
    paid = as_agreed.expected_fen + random.choice((0, 0, 0, 1, -1, random.randrange(10**5)))
    settled = settle(
        terms,
        part_fen=part,
        to_on=to_on,
        interest_fen=max(0, paid),
        demand_rate_e4=None,
        benchmarks=BENCHMARKS,
        negative=negative,
    )
    return terms, settled, negative


def _files(published: Published) -> Iterable[tuple[str, str]]:
    year, pools = published.year, published.year.pools
    sums = {
        name: sum(getattr(pool, name) for pool in pools.values())
        for name in ("shares_fen", "brought_fen", "posted_fen", "carried_fen")
    }
    figures = {
        "year": YEAR,
        **sums,
        "interest_fen": year.interest.shares_fen,
        "interest_brought_fen": year.interest.brought_fen,
        "interest_posted_fen": year.interest.posted_fen,
        "interest_carried_fen": year.interest.carried_fen,
    }
    yield "year.csv", written({"name": name, "value": value} for name, value in figures.items())
    yield (
        "rates.csv",
        written({"tenor": t, "since_on": on, "rate_e4": r, "known_at": "0"} for t, on, r in RATES),
    )
    yield "deposits.csv", written(_deposit_rows(published))
    yield "balances.csv", written(_changes("scope_id", published.scopes))
    yield (
        "scopes.csv",
        written({"scope_id": scope, "scopes": 1} | pool.__dict__ for scope, pool in pools.items()),
    )
    yield "homes.csv", written(_changes("home", published.homes))
    yield (
        "home_interest.csv",
        written({"home": home, "interest_fen": fen} for home, fen in year.homes.items()),
    )


def _changes(column: str, changes: Mapping[str, list[Change]]) -> Iterable[dict[str, object]]:
    for one, each in changes.items():
        for on, fen in each:
            yield {column: one, "on": on, "change_fen": fen}


def _deposit_rows(published: Published) -> Iterable[dict[str, object]]:
    for entry, given in published.year.deposits:
        terms, settled, negative = published.settled[entry.id]
        yield {
            "settlement_id": entry.id,
            "sign": entry.sign,
            "kind": settled.kind,
            "principal_fen": settled.part_fen,
            "tenor": terms.tenor,
            "method": terms.method,
            "base": terms.base,
            "opened_on": terms.opened_on,
            "matures_on": terms.matures_on,
            "from_on": settled.from_on,
            "to_on": settled.to_on,
            "effective_on": settled.to_on,
            "agreed_rate_e4": terms.agreed_rate_e4,
            "benchmark_rate_e4": terms.benchmark_rate_e4,
            "demand_benchmark_e4": settled.demand_benchmark_e4,
            "interest_fen": settled.interest_fen,
            "expected_fen": settled.expected_fen,
            "due_benchmark_fen": settled.due_benchmark_fen,
            "benchmark_fen": settled.benchmark_fen,
            "value_added_fen": settled.value_added_fen,
            "shortfall_fen": settled.shortfall_fen,
            "negative": negative,
            "confirmed_at": "2026-03-02T02:00:00.000000Z",
            "slices": " ".join(f"{y}:{fen}" for y, fen in settled.slices.items()),
            "weight": given.weight,
            "left_fen": given.left_fen,
            "cut_remainder": given.cut_remainder,
            "cut_scope_id": given.cut_id,
        }


def written(rows: Iterable[Mapping[str, object]]) -> str:
    """The rows as csv with a header; no rows, no header."""
    out = io.StringIO(newline="")
    writer = None
    for row in rows:
        if writer is None:
            writer = csv.DictWriter(out, list(row), lineterminator="\n")
            writer.writeheader()
        writer.writerow({name: "" if value is None else value for name, value in row.items()})
    return out.getvalue()


def store(folder: Path, files: Files) -> str:
    """The files in that folder, and nothing else; its path."""
    folder.mkdir(exist_ok=True)
    for old in folder.iterdir():
        old.unlink()
    for name, text in files.items():
        (folder / name).write_text(text, encoding="utf-8")
    return str(folder)
