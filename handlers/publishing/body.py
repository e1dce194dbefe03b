"""The frozen body of a yearly report: what it holds, and how it is made. R12.1, R12.2, R4.7.

Every total is the ledger's to the fen. Lines of few owners are withheld, never exactly one of them
(`rules.publishing`), and none that was withheld elsewhere before.
"""

from datetime import date
from hashlib import sha256
from typing import Any
from uuid import UUID

import msgspec

from handlers.route import Answer
from models import publishing
from rules.publishing import Part, suppress_together
from rules.refusals.books import YearNotReady


class Frozen(Answer, frozen=True):
    """Base of what a body is made of."""


class ReportTotals(Frozen, frozen=True):
    """The year's deposits and what became of their interest, in fen.

    `benchmark_fen` is due to the homes, `value_added_fen` to the scopes; `distributed_fen` was
    credited to the pooled accounts, `homes_fen` to the homes; `carried_fen` is netted
    with a later year. `earned` says in which calendar year the value added was earned (R4.5).
    """

    deposits: int
    settlements: int
    reversals: int
    interest_fen: int
    benchmark_fen: int
    value_added_fen: int
    shortfall_fen: int
    brought_fen: int
    distributed_fen: int
    carried_fen: int
    homes_fen: int
    earned: dict[str, int]


class ReportBank(Frozen, frozen=True):
    """One bank's part of the totals."""

    bank: str
    deposits: int
    settlements: int
    reversals: int
    interest_fen: int
    benchmark_fen: int
    value_added_fen: int
    shortfall_fen: int


class ReportSums(Frozen, frozen=True):
    """All pooled accounts together: start + income - payouts + other = end, in fen."""

    scopes: int
    withheld: int
    start_fen: int
    income_fen: int
    payouts_fen: int
    other_fen: int
    end_fen: int


class ScopeOfYear(Frozen, frozen=True):
    """One pooled account's year; the figures are null where they are withheld. R12.2."""

    scope_id: UUID
    code: str
    name: str
    kind: str
    withheld: bool
    owners: int | None
    start_fen: int | None
    income_fen: int | None
    payouts_fen: int | None
    other_fen: int | None
    end_fen: int | None


class ReportCases(Frozen, frozen=True):
    """ReportCases paid from pooled accounts in the year, and how much in fen."""

    paid: int
    paid_fen: int


class ReportBody(Frozen, frozen=True):
    """A yearly report. `min_group`: below so many owners an account is withheld."""

    year: int
    min_group: int
    totals: ReportTotals
    banks: list[ReportBank]
    sums: ReportSums
    cases: ReportCases
    scopes: list[ScopeOfYear]


FIGURES = ("start_fen", "income_fen", "payouts_fen", "other_fen", "end_fen")


async def report_of(year: int, today: date, few: int, kept: frozenset[UUID]) -> ReportBody:
    """The report of a closed year. YearNotReady when the closing and the ledger disagree, or
    when there is nothing but one account of few owners."""
    banks = [ReportBank(**row) for row in await publishing.banks(year)]
    rows = await publishing.scopes(year, today)
    distributed = await publishing.distributed(year)
    if distributed["posted_fen"] != distributed["journals_fen"]:
        raise YearNotReady("年度归集的合计与账簿不一致，请先核对")
    hidden = _hidden(rows, await publishing.credited(year), few, kept)
    return ReportBody(
        year=year,
        min_group=few,
        totals=_totals(banks, distributed, await publishing.earned(year)),
        banks=banks,
        sums=_sums(rows, hidden),
        cases=ReportCases(**await publishing.cases(year)),
        scopes=[_line(row, hidden) for row in rows],
    )


def _hidden(
    rows: list[dict[str, Any]], credited: frozenset[UUID], few: int, kept: frozenset[UUID]
) -> frozenset[UUID]:
    """What is withheld from the accounts and, with them, from the year's distribution.

    YearNotReady where one account of few owners is all there is: any total would be its own.
    """
    parts = [Part(row["id"], row["owners"], row["end_fen"], row["id"] in kept) for row in rows]
    listed = {part.id for part in parts}
    # What left no trace in the accounts has no line, and is never shown in the distribution.
    shared = [part for part in parts if part.id in credited]
    shared += [Part(key, 0, 0) for key in sorted(credited - listed)]
    hidden = suppress_together([parts, shared], few)
    if any(len(every) == 1 and every[0].id in hidden for every in (parts, shared)):
        raise YearNotReady("该年度只涉及一个业主过少的账户，不能公布")
    return hidden & listed


def _totals(
    banks: list[ReportBank], distributed: dict[str, int], earned: dict[str, int]
) -> ReportTotals:
    return ReportTotals(
        deposits=sum(bank.deposits for bank in banks),
        settlements=sum(bank.settlements for bank in banks),
        reversals=sum(bank.reversals for bank in banks),
        interest_fen=sum(bank.interest_fen for bank in banks),
        benchmark_fen=sum(bank.benchmark_fen for bank in banks),
        value_added_fen=sum(bank.value_added_fen for bank in banks),
        shortfall_fen=sum(bank.shortfall_fen for bank in banks),
        brought_fen=distributed["brought_fen"],
        distributed_fen=distributed["posted_fen"],
        carried_fen=distributed["carried_fen"],
        homes_fen=distributed["interest_fen"],
        earned=earned,
    )


def _sums(rows: list[dict[str, Any]], hidden: frozenset[UUID]) -> ReportSums:
    sums = {name: sum(row[name] for row in rows) for name in FIGURES}
    return ReportSums(scopes=len(rows), withheld=len(hidden), **sums)


def _line(row: dict[str, Any], hidden: frozenset[UUID]) -> ScopeOfYear:
    without = row["id"] in hidden
    return ScopeOfYear(
        scope_id=row["id"],
        code=row["code"],
        name=row["name"],
        kind=row["kind"],
        withheld=without,
        owners=None if without else row["owners_then"],
        **{name: None if without else row[name] for name in FIGURES},
    )


def written(report: ReportBody | dict[str, Any]) -> bytes:
    """The body as it is hashed and downloaded: JSON with sorted keys, the same for ever."""
    return msgspec.json.encode(report, order="sorted")


def digest(content: bytes) -> bytes:
    """Its SHA-256, published beside it."""
    return sha256(content).digest()
