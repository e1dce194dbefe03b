"""What one row must say by itself, once all its cells were read. R2.1, R2.4, R4.2, R5.4."""

import re
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from typing import Any, TypeAlias

from rules.imports import rows
from rules.income import maturity
from rules.people import IdKind, id_kind, resident_check_character

# 商品房销售管理办法 art. 20: beyond 3 % two areas of one home are a difference to be explained.
AREA_DIFFERENCE_PERCENT = 3

Fault: TypeAlias = tuple[str, str]
Judge: TypeAlias = Callable[[Any, date | None], Iterator[Fault]]


def judge(row: rows.AnyRow, today: date | None) -> Iterator[Fault]:
    """Every fault of one row, as (field, reason)."""
    one = _JUDGES.get(type(row))
    if one is not None:
        yield from one(row, today)


def _ahead(field: str, on: date, today: date | None) -> Iterator[Fault]:
    if today is not None and on > today:
        yield field, "日期晚于今天"


def _community(row: rows.CommunityRow, today: date | None) -> Iterator[Fault]:
    if row.managed == "company" and not row.manager:
        yield "manager", "由物业服务企业管理的小区须填写企业名称"


def _home(row: rows.HomeRow, today: date | None) -> Iterator[Fault]:
    areas = [area for area in row.areas.values() if area is not None]
    if not areas:
        yield "registered_cm2", "登记、测绘、合同三种面积至少填写一种"
    elif not row.area_note and (max(areas) - min(areas)) * 100 > AREA_DIFFERENCE_PERCENT * min(
        areas
    ):
        reason = f"各来源的面积相差超过 {AREA_DIFFERENCE_PERCENT}%，请核实更正或写明差异原因"
        yield "area_note", reason


def _owner(row: rows.OwnerRow, today: date | None) -> Iterator[Fault]:
    if reason := _id_fault(row):
        yield "id_number", reason
    if row.to_on is not None and row.to_on <= row.from_on:
        yield "to_on", "权属终止日期应晚于起始日期"
    yield from _ahead("from_on", row.from_on, today)


def _id_fault(row: rows.OwnerRow) -> str:
    number = row.id_number
    if row.id_kind == IdKind.BODY:
        return "" if id_kind(number) is IdKind.BODY else "统一社会信用代码不正确（18 位，含校验码）"
    if row.id_kind != IdKind.RESIDENT or id_kind(number) is IdKind.RESIDENT:
        return ""
    if not re.fullmatch(r"\d{17}[\dX]", number, re.ASCII):
        return "居民身份证号码应为 18 位"
    if number[17] != resident_check_character(number):
        return "居民身份证号码的校验码不符，请核对各位数字"
    return "居民身份证号码的地区或出生日期不正确"


def _elevator(row: rows.ElevatorRow, today: date | None) -> Iterator[Fault]:
    inspected, due = row.inspected_on, row.inspection_due_on
    if inspected is not None and inspected < row.installed_on:
        yield "inspected_on", "检验日期早于安装日期"
    if inspected is not None and due is not None and due <= inspected:
        yield "inspection_due_on", "下次检验日期应晚于上次检验日期"
    yield from _ahead("installed_on", row.installed_on, today)
    if inspected is not None:
        yield from _ahead("inspected_on", inspected, today)


def _visit(row: rows.VisitRow, today: date | None) -> Iterator[Fault]:
    if row.result == "defect" and not row.defect:
        yield "defect", "结果为“有隐患”时须写明存在问题"
    yield from _ahead("visited_on", row.visited_on, today)


def _as_of(row: rows.FundRow | rows.OpeningRow, today: date | None) -> Iterator[Fault]:
    yield from _ahead("as_of_on", row.as_of_on, today)


def _deposit(row: rows.DepositRow, today: date | None) -> Iterator[Fault]:
    yield from _ahead("opened_on", row.opened_on, today)
    if row.principal_fen == 0:
        yield "principal_fen", "本金必须大于 0"
    if row.tenor == "demand":
        if row.matures_on is not None:
            yield "matures_on", "活期存款没有到期日"
        return
    due = maturity(row.opened_on, row.tenor)
    if row.matures_on is None:
        yield "matures_on", "定期存款须填写到期日"
    elif row.matures_on != due:
        yield "matures_on", f"到期日与存期不符，按起息日应为 {due}"


_JUDGES: Mapping[type, Judge] = {
    rows.CommunityRow: _community,
    rows.HomeRow: _home,
    rows.OwnerRow: _owner,
    rows.ElevatorRow: _elevator,
    rows.VisitRow: _visit,
    rows.FundRow: _as_of,
    rows.OpeningRow: _as_of,
    rows.DepositRow: _deposit,
}
