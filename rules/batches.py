"""Which lines a batch of household money may have, and what is wrong with others. Section 6.

R3.4, R3.7.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from rules.funds import Fault, FundKind, Purse
from rules.refusals.books import FundLinesWrong
from rules.refusals.ledger import InsufficientFunds

SHOWN = 100
"""Faults and homes named in a refusal; the rest are counted."""


@dataclass(frozen=True)
class Line:
    """A home's line as given: `row` is what a person counts it by."""

    row: int
    home_id: UUID
    amount_fen: int
    voucher: str
    owed_fen: int = 0


@dataclass(frozen=True)
class Standing:
    """A home as money is entered for it; `moved`: its fund was ever in the books."""

    code: str
    first_fen: int
    moved: bool
    purse: Purse


def judge(kind: FundKind, lines: Sequence[Line], found: Mapping[UUID, Standing]) -> None:
    """Returns if every line may be entered. Refuses FundLinesWrong with each line's fault, and
    InsufficientFunds naming the homes that have less than would be used."""
    faults = [*_twice(lines), *_wrong(kind, lines, found)]
    if faults:
        refuse(sorted(faults, key=lambda one: one.row))
    if kind is FundKind.USE:
        refuse_short(
            {line.home_id: line.amount_fen for line in lines if line.amount_fen},
            found,
        )


def refuse(faults: Sequence[Fault]) -> None:
    """Raises FundLinesWrong with the first faults and how many there are."""
    shown = [{"row": one.row, "column": one.column, "reason": one.reason} for one in faults]
    raise FundLinesWrong(
        f"共 {len(faults)} 处错误，未作任何更改", faults=shown[:SHOWN], faults_count=len(faults)
    )


def refuse_short(needed: Mapping[UUID, int], found: Mapping[UUID, Standing]) -> None:
    """Raises InsufficientFunds naming every home that has less than it needs."""
    short = [
        {
            "home_id": str(home_id),
            "home": found[home_id].code,
            "available_fen": found[home_id].purse.free_fen,
            "needed_fen": fen,
        }
        for home_id, fen in sorted(needed.items(), key=lambda item: found[item[0]].code)
        if fen > found[home_id].purse.free_fen
    ]
    if short:
        raise InsufficientFunds(
            f"{len(short)} 户的维修资金不足", homes=short[:SHOWN], homes_count=len(short)
        )


def _twice(lines: Sequence[Line]) -> Iterable[Fault]:
    first: dict[UUID, int] = {}
    for line in lines:
        if line.home_id in first:
            yield Fault(line.row, "房屋编号", f"与第 {first[line.home_id]} 行是同一户")
        first.setdefault(line.home_id, line.row)


def _wrong(
    kind: FundKind, lines: Sequence[Line], found: Mapping[UUID, Standing]
) -> Iterable[Fault]:
    for line in lines:
        home = found.get(line.home_id)
        if home is None:
            yield Fault(line.row, "房屋编号", "没有该房屋")
        elif kind is FundKind.FIRST and home.first_fen:
            yield Fault(line.row, "房屋编号", "该户已交存首期，更正须由财务冲销")
        elif kind is FundKind.TOPUP and not (home.first_fen or home.moved):
            yield Fault(line.row, "房屋编号", "该户未交存首期，请按首期交存录入")
        elif kind is FundKind.REFUND and not home.moved:
            yield Fault(line.row, "房屋编号", "该户没有使用过维修资金")
