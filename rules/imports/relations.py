"""What several rows must say together: co-owners, periods, scopes. R2.2 to R2.4, R3.6."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from fractions import Fraction
from hashlib import sha256
from typing import NamedTuple

from rules.deposits import benchmark_fault
from rules.imports.rows import DepositRow, FundRow, OpeningRow, OwnerRow, Rows
from rules.income import Benchmarks, percent
from rules.money import yuan
from rules.people import normalise_name

# Far above any real home; it bounds the comparing of every row of a home with every other.
OWNERSHIPS_MAX = 200
BEHIND_THE_DOOR = "该楼栋的期初已由两人关闭，不再接收；少记、漏记的由财务录入记账凭证或维修资金收支"


@dataclass(frozen=True, slots=True)
class Existing:
    """What the roll already holds, so that a file with only some sheets can refer to it.

    `buildings`: code -> kept_per. `units`: code -> code of its building. `openings`: reference ->
    fen already in the books (R3.6), `funds`: home -> fen of its fund already in the books.
    `entered`: homes whose fund finance has moved since -> their first deposit.
    `shut_year`: the last year whose closing is confirmed; it and those before take no entries.
    `benchmarks`: the table that a deposit's benchmark must be of. `deposits`: those already in the
    books, which a list does not change any more. `shut`: buildings whose opening balances two
    people have closed (R2.9), `shut_homes`: the homes of those.
    """

    communities: frozenset[str] = frozenset()
    buildings: Mapping[str, str] = field(default_factory=dict)
    units: Mapping[str, str] = field(default_factory=dict)
    homes: frozenset[str] = frozenset()
    elevators: frozenset[str] = frozenset()
    openings: Mapping[str, int] = field(default_factory=dict)
    funds: Mapping[str, int] = field(default_factory=dict)
    entered: Mapping[str, int | None] = field(default_factory=dict)
    shut_year: int = 0
    benchmarks: Benchmarks = field(default_factory=lambda: Benchmarks(()))
    deposits: Mapping[str, DepositRow] = field(default_factory=dict)
    shut: frozenset[str] = frozenset()
    shut_homes: frozenset[str] = frozenset()


def opening_reference(row: OpeningRow) -> str:
    """The reference under which an opening is posted, once. R3.6."""
    source = sha256(row.source.encode()).hexdigest()[:12]
    return f"opening:{row.scope}:{row.as_of_on:%Y%m%d}:{source}"


class Related(NamedTuple):
    """A fault seen only beside other rows; `field` names the column of the row."""

    sheet: str
    line: int
    field: str
    value: object
    reason: str


def judge(rows: Rows, existing: Existing, spoiled_homes: Collection[str]) -> Iterator[Related]:
    """Every fault between rows. Homes with an unreadable owner row are not judged by shares."""
    yield from _scope_codes(rows, existing)
    yield from _settled(rows, existing)
    building_of = dict(existing.units) | {row.code: row.building for row in rows.units}
    yield from _openings(rows, existing, building_of)
    yield from _shut(rows, existing)
    yield from _behind_the_door(rows, existing, building_of)
    yield from _elevators(rows, building_of)
    yield from _deposits(rows, existing)
    yield from _names(rows.owners)
    homes: dict[str, list[OwnerRow]] = defaultdict(list)
    for row in rows.owners:
        if row.home not in spoiled_homes:
            homes[row.home].append(row)
    for owners in homes.values():
        yield from _ownership(owners)


def _scope_codes(rows: Rows, existing: Existing) -> Iterator[Related]:
    """A pooled account is named by a building's or a unit's code, so no code may be both."""
    buildings = {row.code for row in rows.buildings} | set(existing.buildings)
    for row in rows.units:
        if row.code in buildings:
            yield Related("units", row.line, "code", row.code, "单元编号与楼栋编号相同")


def _settled(rows: Rows, existing: Existing) -> Iterator[Related]:
    """What money already hangs on is not changed by a list: who made a mistake, reverses it."""
    for building in rows.buildings:
        if existing.buildings.get(building.code, building.kept_per) != building.kept_per:
            reason = "记账单位已启用统筹账户，不能通过导入更改"
            yield Related("buildings", building.line, "kept_per", building.kept_per, reason)
    for unit in rows.units:
        if existing.units.get(unit.code, unit.building) != unit.building:
            reason = "单元已属于另一楼栋，不能通过导入更改"
            yield Related("units", unit.line, "building", unit.building, reason)
    for opening in rows.openings:
        posted = existing.openings.get(opening_reference(opening), opening.amount_fen)
        if posted != opening.amount_fen:
            reason = f"该期初已按 {yuan(posted)} 元入账，更正须由财务冲销"
            shown = yuan(opening.amount_fen)
            yield Related("openings", opening.line, "amount_fen", shown, reason)
    for fund in rows.funds:
        moved = fund.home in existing.entered
        posted = existing.funds.get(fund.home, 0 if moved else fund.balance_fen)
        if posted != fund.balance_fen:
            reason = f"该户期初余额已按 {yuan(posted)} 元入账，变动须由财务记账"
            yield Related("funds", fund.line, "balance_fen", yuan(fund.balance_fen), reason)
        first = existing.entered.get(fund.home)
        if moved and fund.first_deposit_fen != (first or 0):
            reason = f"该户已有收支入账，首期为 {yuan(first or 0)} 元，更正须由财务冲销"
            shown = yuan(fund.first_deposit_fen)
            yield Related("funds", fund.line, "first_deposit_fen", shown, reason)


def _late(rows: Rows, existing: Existing) -> Iterator[tuple[str, FundRow | OpeningRow]]:
    """Opening balances that the books do not have yet, each with its sheet."""
    for fund in rows.funds:
        if fund.balance_fen and fund.home not in existing.funds:
            yield "funds", fund
    for row in rows.openings:
        if row.amount_fen and opening_reference(row) not in existing.openings:
            yield "openings", row


def _shut(rows: Rows, existing: Existing) -> Iterator[Related]:
    """An opening that the books do not have yet comes into a year that still takes entries. R4.7"""
    for sheet, row in _late(rows, existing):
        if row.as_of_on.year <= existing.shut_year:
            reason = f"{existing.shut_year} 年度已经结账，截止日期须在其后"
            yield Related(sheet, row.line, "as_of_on", row.as_of_on, reason)


def _behind_the_door(
    rows: Rows, existing: Existing, building_of: Mapping[str, str]
) -> Iterator[Related]:
    """No opening comes to a building whose openings two people have closed. R2.9

    The same list again brings nothing new and is no fault. A home that the list adds to such a
    building comes without money.
    """
    units = {row.code: row.unit for row in rows.homes}
    for sheet, row in _late(rows, existing):
        if isinstance(row, FundRow):
            name, code = "home", row.home
            unit = units.get(code)
            shut = (
                code in existing.shut_homes
                if unit is None
                else (building_of.get(unit) in existing.shut)
            )
        else:
            name, code = "scope", row.scope
            shut = building_of.get(code, code) in existing.shut
        if shut:
            yield Related(sheet, row.line, name, code, BEHIND_THE_DOOR)


def _openings(rows: Rows, existing: Existing, building_of: Mapping[str, str]) -> Iterator[Related]:
    """The opening balance stands for the scope that the building's account is kept for."""
    kept_per = dict(existing.buildings) | {row.code: row.kept_per for row in rows.buildings}
    for row in rows.openings:
        reason = ""
        if row.scope in kept_per:
            reason = "该楼栋按单元记账，应填单元编号" if kept_per[row.scope] == "unit" else ""
        elif kept_per.get(building_of.get(row.scope, "")) == "building":
            reason = "该单元所在楼栋按幢记账，应填楼栋编号"
        if reason:
            yield Related("openings", row.line, "scope", row.scope, reason)


def _deposits(rows: Rows, existing: Existing) -> Iterator[Related]:
    """A deposit's benchmark is the table's of its opening day (R4.1); one in the books stays."""
    for row in rows.deposits:
        known = existing.deposits.get(row.code)
        if known is not None and replace(row, benchmark_rate_e4=known.benchmark_rate_e4) != known:
            reason = "该存款已接收入账，要素不能通过导入更改"
            yield Related("deposits", row.line, "code", row.code, reason)
        given = row.benchmark_rate_e4
        if reason := benchmark_fault(row.tenor, row.opened_on, given, existing.benchmarks):
            yield Related("deposits", row.line, "benchmark_rate_e4", percent(given), reason)


def _elevators(rows: Rows, building_of: Mapping[str, str]) -> Iterator[Related]:
    """An elevator may serve several units, but of one building (R5.5)."""
    for row in rows.elevators:
        if len({building_of[code] for code in row.units if code in building_of}) > 1:
            yield Related(
                "elevators", row.line, "units", "、".join(row.units), "服务单元不在同一楼栋"
            )


def _names(owners: Iterable[OwnerRow]) -> Iterator[Related]:
    """One certificate is one person, in all homes (R2.2)."""
    first: dict[tuple[str, str], tuple[str, int]] = {}
    for row in owners:
        name = normalise_name(row.name)
        known, line = first.setdefault((row.id_kind, row.id_number), (name, row.line))
        if known != name:
            reason = f"同一证件号码在第 {line} 行是另一个姓名"
            yield Related("owners", row.line, "name", row.name, reason)


def _ownership(rows: Sequence[OwnerRow]) -> Iterator[Related]:
    """The first fault in the history of one home's owners, if there is one (R2.3, R2.4)."""
    if len(rows) > OWNERSHIPS_MAX:
        row = rows[OWNERSHIPS_MAX]
        reason = f"同一房屋的权属记录超过 {OWNERSHIPS_MAX} 条"
        yield Related("owners", row.line, "home", row.home, reason)
        return
    for start in sorted({row.from_on for row in rows} | {row.to_on for row in rows if row.to_on}):
        active = [r for r in rows if r.from_on <= start and (r.to_on is None or start < r.to_on)]
        if not active:
            continue
        active.sort(key=lambda row: (row.from_on, row.line))
        if fault := _together(active, start):
            yield fault
            return


def _together(active: Sequence[OwnerRow], start: date) -> Related | None:
    """What is wrong with these rows owning one home at once, or None."""
    last, before = active[-1], active[-2] if len(active) > 1 else active[-1]
    bought_apart = last.from_on != active[0].from_on
    overlap = f"权属期间与第 {before.line} 行重叠，请填写前一业主的终止日期"

    def fault(field_name: str, value: object, reason: str) -> Related:
        return Related("owners", last.line, field_name, value, reason)

    if len({(row.id_kind, row.id_number) for row in active}) < len(active):
        return fault("from_on", last.from_on, "同一业主对同一房屋的权属期间重叠")
    if sum(row.representative for row in active) > 1:
        return fault("representative", "是", "同一时期的共有代表超过一人")
    shares = [row.share for row in active if row.share is not None]
    if not shares:
        if bought_apart:
            return fault("from_on", last.from_on, f"{overlap}；若为共有请填写份额")
        return None
    total = sum(shares, Fraction(0))
    if len(shares) < len(active):
        if bought_apart and total == 1:
            return fault("from_on", last.from_on, overlap)
        return fault("share", last.share, "共有人的份额应全部填写，或全部留空（共同共有）")
    if total == 1:
        return None
    if total > 1 and bought_apart:
        return fault(
            "from_on", last.from_on, f"{overlap}（自 {start} 起份额合计 {_percent(total)}）"
        )
    reason = f"自 {start} 起份额合计为 {_percent(total)}，应为 100%"
    return fault("share", last.share, reason + "（三分之一请写 1/3）" if total < 1 else reason)


def _percent(value: Fraction) -> str:
    """The fraction as people read it: 100%, 99.99%, or 5/6 when percents cannot say it."""
    cents = value * 10_000
    if cents.denominator == 1:
        whole, rest = divmod(cents.numerator, 100)
        return f"{whole}%" if rest == 0 else f"{whole}.{rest:02d}%"
    return str(value)
