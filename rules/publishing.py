"""The yearly report, and which figures of few owners it withholds. R4.7, R12.1, R12.2.

A total that is published beside its parts gives away the one part that is left out: total less the
others. So where exactly one part would be withheld, another one is withheld with it (complementary
suppression), and the total still ties to the ledger to the fen.
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256
from typing import Annotated, Any
from uuid import UUID

import msgspec
from msgspec import Meta

from rules.refusals.books import YearNotReady
from rules.roll import ScopeKind


@dataclass(frozen=True, slots=True)
class Part:
    """One scope in a published sum: how many owners share it and how much it is, in fen.

    `kept`: it is withheld in what was published before, and what may not be read there may not be
    read here.
    """

    id: UUID
    owners: int
    size_fen: int
    kept: bool = False


@dataclass(frozen=True, slots=True)
class Suppression:
    """The parts that are withheld, and whether the total is: it has only the one part."""

    parts: frozenset[UUID]
    total: bool


def suppress(parts: Iterable[Part], least: int) -> Suppression:
    """What must be withheld so that no part with fewer than `least` owners can be derived. R12.2.

    Never exactly one part of a published total. The further part is the smallest that is not zero,
    of equals the one with the lower id.
    """
    every = list(parts)
    few = [part for part in every if part.owners < least or part.kept]
    hidden = {part.id for part in few}
    if len(few) == 1 and len(every) > 1:
        hidden.add(_smallest(part for part in every if part is not few[0]).id)
    return Suppression(frozenset(hidden), len(few) == len(every) == 1)


def suppress_together(sums: Sequence[Collection[Part]], least: int) -> frozenset[UUID]:
    """What must be withheld from several publications of overlapping parts at once. R12.2.

    Never exactly one part of any of them that has two or more, so that none is told by another.
    """
    hidden: frozenset[UUID] = frozenset()
    while True:
        before = hidden
        for parts in sums:
            marked = (replace(part, kept=part.kept or part.id in hidden) for part in parts)
            hidden |= suppress(marked, least).parts
        if hidden == before:
            return hidden


def _smallest(parts: Iterable[Part]) -> Part:
    """The part that costs the public least: a zero hides nothing well, so it comes last."""
    return min(parts, key=lambda part: (part.size_fen == 0, abs(part.size_fen), part.id))


class ReportTotals(msgspec.Struct, frozen=True, kw_only=True):
    """年度存款及其利息的去向，单位：分。

    `benchmark_fen` 归各分户账，`value_added_fen` 归统筹账户；`distributed_fen` 已记入统筹账户，
    `homes_fen` 已记入分户账；`carried_fen` 留待以后年度抵减。`earned` 为增值收益取得的自然年度
    （R4.5）。
    """

    deposits: int
    settlements: int
    reversals: int
    interest_fen: Annotated[int, Meta(title="银行利息")]
    benchmark_fen: int
    value_added_fen: int
    shortfall_fen: int
    brought_fen: int
    distributed_fen: int
    carried_fen: int
    homes_fen: int
    earned: Annotated[
        dict[str, Annotated[int, Meta(description="单位：分")]], Meta(description="自然年到金额")
    ]


class ReportBank(msgspec.Struct, frozen=True, kw_only=True):
    """一家银行在年度合计中的部分，金额单位：分。"""

    bank: str
    deposits: int
    settlements: int
    reversals: int
    interest_fen: Annotated[int, Meta(title="银行利息")]
    benchmark_fen: int
    value_added_fen: int
    shortfall_fen: int


class ReportSums(msgspec.Struct, frozen=True, kw_only=True):
    """全部统筹账户的合计：年初 + 收益 − 拨付 + 其他 = 年末，单位：分。"""

    scopes: int
    withheld: Annotated[int, Meta(title="不公开账户数")]
    start_fen: int
    income_fen: int
    payouts_fen: int
    other_fen: int
    end_fen: int


class ScopeOfYear(msgspec.Struct, frozen=True, kw_only=True):
    """一个统筹账户的年度情况；不公布的，金额为空。R12.2。"""

    scope_id: UUID
    code: str
    name: str
    kind: Annotated[ScopeKind, Meta(title="记账单位")]
    withheld: bool
    owners: Annotated[int | None, Meta(title="业主人数", description="不公开的为空")]
    start_fen: Annotated[int | None, Meta(description="不公开的为空")]
    income_fen: Annotated[int | None, Meta(description="不公开的为空")]
    payouts_fen: Annotated[int | None, Meta(description="不公开的为空")]
    other_fen: Annotated[int | None, Meta(description="不公开的为空")]
    end_fen: Annotated[int | None, Meta(description="不公开的为空")]


class ReportCases(msgspec.Struct, frozen=True, kw_only=True):
    """本年度由统筹账户支付保费的办件数和金额，单位：分。"""

    paid: Annotated[int, Meta(title="拨付办件数")]
    paid_fen: Annotated[int, Meta(title="拨付保费")]


class ReportBody(msgspec.Struct, frozen=True, kw_only=True):
    """A yearly report. `min_group`: below so many owners an account is withheld."""

    year: int
    min_group: int
    totals: ReportTotals
    banks: list[ReportBank]
    sums: ReportSums
    cases: ReportCases
    scopes: list[ScopeOfYear]


FIGURES = ("start_fen", "income_fen", "payouts_fen", "other_fen", "end_fen")


@dataclass(frozen=True, slots=True)
class Figures:
    """What a report is made of: rows by bank, rows by pooled account, what the closing kept and
    what its journals say, the scopes among which it was distributed, when it was earned, cases."""

    banks: list[dict[str, Any]]
    scopes: list[dict[str, Any]]
    distributed: dict[str, int]
    credited: frozenset[UUID]
    earned: dict[str, int]
    cases: dict[str, int]


def report_of(year: int, figures: Figures, few: int, kept: frozenset[UUID]) -> ReportBody:
    """The report of a closed year. Every total is the ledger's to the fen. R12.1, R12.2.

    Accounts with fewer than `few` owners are withheld, never exactly one of them, and those that
    were withheld before (`kept`). YearNotReady when the closing and the ledger disagree, or when
    there is nothing but one account of few owners.
    """
    banks = [ReportBank(**row) for row in figures.banks]
    rows, distributed = figures.scopes, figures.distributed
    if distributed["posted_fen"] != distributed["journals_fen"]:
        raise YearNotReady("年度归集的合计与账簿不一致，请先核对")
    hidden = _hidden(rows, figures.credited, few, kept)
    return ReportBody(
        year=year,
        min_group=few,
        totals=_totals(banks, distributed, figures.earned),
        banks=banks,
        sums=_sums(rows, hidden),
        cases=ReportCases(**figures.cases),
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
