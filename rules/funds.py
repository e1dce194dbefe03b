"""The household funds: when a home must top up, what a use takes from whom, what a switch moves.

分户账. Whole fen and exact integers (R3.1); nothing here reads a clock or a database.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID

from rules.imports import cells
from rules.imports.cells import BadCell, Cell, Reader, is_empty
from rules.ledger import Journal, JournalKind, Posting, balanced
from rules.money import split

LINES_MAX = 5_000
"""Homes in one batch: a journal locks the accounts of all of them."""
VOUCHER_MAX = 80


class FundKind(StrEnum):
    """分户账变动的原因。"""

    FIRST = "first"  # 首期交存
    TOPUP = "topup"  # 续筹
    USE = "use"  # 使用
    REFUND = "refund"  # 使用退款


KINDS: Mapping[FundKind, str] = {
    FundKind.FIRST: "首期交存",
    FundKind.TOPUP: "续筹交存",
    FundKind.USE: "维修资金使用",
    FundKind.REFUND: "使用退款",
}


# --- the line at which a home must top up (fund.topup, section 6)


def is_low(balance_fen: int, first_fen: int, percent: int) -> bool:
    """Whether the balance is below that part of the first deposit; equal is not below.

    A home that never paid in has no line: it owes its first deposit, which is told apart.
    """
    return first_fen > 0 and balance_fen * 100 < first_fen * percent


def line_fen(first_fen: int, percent: int) -> int:
    """The smallest balance, in fen, that is not below the line."""
    return -(-first_fen * percent // 100)


def missing_fen(balance_fen: int, first_fen: int, percent: int) -> int:
    """What must be paid in for the balance to reach the line; nothing when it has."""
    return max(0, line_fen(first_fen, percent) - balance_fen)


def level_bps(balance_fen: int, first_fen: int) -> int | None:
    """The balance in ten-thousandths of the first deposit, rounded down: what is below a line is
    never shown at it. None for a home that never paid in."""
    return balance_fen * 10_000 // first_fen if first_fen > 0 else None


# --- a use split over homes


@dataclass(frozen=True, slots=True)
class Share:
    """A home's part of a use: what its fund bears, and what it owes beside. Whole fen."""

    home_id: UUID
    paid_fen: int
    owed_fen: int


def share_use(
    total_fen: int, areas: Mapping[UUID, int], available: Mapping[UUID, int]
) -> list[Share]:
    """The total split over the homes by area (R3.7), each part as far as the home's fund goes.

    The parts sum to the total exactly; a home with too little, or that never paid in, owes the
    difference. By ascending id; a part of nothing is left out. ValueError when no home counts.
    """
    parts = split(total_fen, areas)
    shares = []
    for home_id in sorted(parts):
        part = parts[home_id]
        paid = min(part, max(0, available.get(home_id, 0)))
        if part:
            shares.append(Share(home_id, paid, part - paid))
    return shares


@dataclass(frozen=True, slots=True)
class Purse:
    """A home's two accounts and what is free in each, in fen; None where none was opened."""

    fund: UUID | None
    fund_fen: int
    interest: UUID | None
    interest_fen: int

    @property
    def free_fen(self) -> int:
        """What a use may take in all."""
        return self.fund_fen + self.interest_fen


EMPTY = Purse(None, 0, None, 0)


def drawn(purse: Purse, amount_fen: int) -> list[Posting]:
    """The debits of a use: the principal first, the interest when that is used up.

    ValueError when the purse holds less: the caller names the homes first.
    """
    if amount_fen > purse.free_fen:
        raise ValueError("the home has less than is used")
    principal = min(amount_fen, purse.fund_fen)
    parts = ((purse.fund, principal), (purse.interest, amount_fen - principal))
    return [Posting(account, fen) for account, fen in parts if account is not None and fen]


def paid_in(
    from_account: UUID,
    parts: Sequence[tuple[UUID, int]],
    effective_on: date,
    reference: str,
    memo: str,
) -> Journal:
    """Money of homes came in: the bank's or the suspense account debited with the whole, each
    home's fund credited with its part. R3.2."""
    lines = [Posting(account, -fen) for account, fen in parts]
    whole = Posting(from_account, sum(fen for _, fen in parts))
    return balanced(Journal(JournalKind.DEPOSIT, (whole, *lines), effective_on, reference, memo))


def used(
    bank: UUID, debits: Sequence[Posting], effective_on: date, reference: str, memo: str
) -> Journal:
    """Money of homes was spent: their accounts debited, the bank credited with the whole. R3.2."""
    whole = Posting(bank, -sum(line.amount_fen for line in debits))
    lines = (*debits, whole)
    return balanced(Journal(JournalKind.FUND_PAYOUT, lines, effective_on, reference, memo))


# --- a building's pooled account and its units'


@dataclass(frozen=True, slots=True)
class Move:
    """What goes from one pooled account to another."""

    from_ref: UUID
    to_ref: UUID
    amount_fen: int


def moves(
    balances: Mapping[UUID, int], weights: Mapping[UUID, Mapping[UUID, int]]
) -> Iterator[Move]:
    """Each scope's balance split over the scopes its homes belong to now, by counting area.

    `weights`: old scope -> new scope -> cm2. By area, because a home's notional share of the old
    account is by area too (R3.8): so every home keeps its share. Where no home counts, the new
    scopes share alike. A scope without money moves none.
    """
    for old in sorted(balances):
        areas = weights[old]
        if not any(areas.values()):
            areas = dict.fromkeys(areas, 1)
        for new, fen in split(balances[old], areas).items():
            if fen:
                yield Move(old, new, fen)


def switched(
    entries: Iterable[Move], accounts: Mapping[UUID, UUID], on: date, reference: str, memo: str
) -> Journal | None:
    """The moves as one journal between the scopes' pooled accounts; None when nothing moves."""
    lines = []
    for move in entries:
        lines.append(Posting(accounts[move.from_ref], move.amount_fen))
        lines.append(Posting(accounts[move.to_ref], -move.amount_fen))
    if not lines:
        return None
    return balanced(Journal(JournalKind.SCOPE_SWITCH, tuple(lines), on, reference, memo))


# --- a file of deposits or uses


@dataclass(frozen=True, slots=True)
class FundRow:
    """One line of a file: which home, how much, on which day of the bank's, by which voucher."""

    line: int
    home: str
    amount_fen: int
    on: date
    voucher: str


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with a line; `row` as a person counts, `column` its title."""

    row: int
    column: str
    reason: str


_COLUMNS: Mapping[str, tuple[tuple[str, ...], Reader]] = {
    "home": (("房屋编号", "户号", "房屋编码"), cells.code()),
    "amount_fen": (("金额", "金额（元）", "金额(元)"), cells.money_fen),
    "on": (("日期", "到账日期", "银行日期", "入账日期"), cells.day),
    "voucher": (("凭证号", "凭证编号", "票据号"), cells.text(VOUCHER_MAX)),
}


def read_rows(lines: Iterable[Sequence[Cell]]) -> tuple[list[FundRow], list[Fault]]:
    """The lines of a sheet under its header, and every fault; columns in any order. R2.7.

    More than `LINES_MAX` lines are one fault.
    """
    numbered = enumerate(lines, start=1)
    places = _header(numbered)
    if len(places) < len(_COLUMNS):
        missing = "、".join(_COLUMNS[name][0][0] for name in _COLUMNS if name not in places)
        return [], [Fault(1, missing, f"缺少“{missing}”列")]
    rows: list[FundRow] = []
    faults: list[Fault] = []
    for number, given in numbered:
        if all(is_empty(cell) for cell in given):
            continue
        if len(rows) >= LINES_MAX:
            faults.append(Fault(number, "", f"超过 {LINES_MAX} 行，请拆分"))
            break
        row, wrong = _row(number, given, places)
        faults += wrong
        if row is not None:
            rows.append(row)
    if not rows and not faults:
        faults.append(Fault(1, "", "没有任何收支"))
    return rows, faults


def _header(numbered: Iterator[tuple[int, Sequence[Cell]]]) -> dict[str, int]:
    """Where each column stands, by the first line that is not empty."""
    for _, given in numbered:
        titles = ["" if is_empty(cell) else str(cell).strip() for cell in given]
        if any(titles):
            return {
                name: titles.index(found)
                for name, (known, _) in _COLUMNS.items()
                if (found := next((title for title in titles if title in known), None))
            }
    return {}


def _row(
    number: int, given: Sequence[Cell], places: Mapping[str, int]
) -> tuple[FundRow | None, list[Fault]]:
    values: dict[str, object] = {}
    faults: list[Fault] = []
    for name, (titles, read) in _COLUMNS.items():
        cell = given[places[name]] if places[name] < len(given) else None
        try:
            if is_empty(cell):
                raise BadCell("不能为空")
            if isinstance(cell, cells.Unread):
                raise BadCell(cell.reason)
            values[name] = read(cell)
        except BadCell as bad:
            faults.append(Fault(number, titles[0], bad.reason))
    if not faults and values["amount_fen"] == 0:
        faults.append(Fault(number, "金额", "金额须大于零"))
    return (None if faults else FundRow(number, **values)), faults  # type: ignore[arg-type]
