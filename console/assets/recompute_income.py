#!/usr/bin/env python3
"""复算一个年度的增值收益和法定利息。

python3 recompute_income.py 公布数据.zip [--before 上年公布数据.zip]

只用 Python 3.10 以上的标准库，不引用本系统的代码，算法另写。逐笔重算基准利息、增值收益和分年，
各单位的积数、份额、入账额；有分户数据的（审计用）再逐户重算利息；给出上年数据的，再核对结转和有无
重复归集。一致打印 OK，退出码 0；不符的逐处打印，1；用法不对 2。数据格式见 published_year.txt。
"""

import argparse
import csv
import io
import os
import re
import sys
import zipfile
from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date
from fractions import Fraction
from typing import IO, Any

Row = dict[str, Any]
Rows = dict[Any, Row]
Sums = dict[str, int]

SUMS = ["shares_fen", "brought_fen", "posted_fen", "carried_fen"]
INTEREST = ["interest_fen", "interest_brought_fen", "interest_posted_fen", "interest_carried_fen"]
NEEDED = [
    "settlement_id", "sign", "kind", "principal_fen", "tenor", "method", "base", "opened_on",
    "from_on", "to_on", "effective_on", "agreed_rate_e4", "benchmark_rate_e4", "interest_fen",
    "expected_fen", "due_benchmark_fen", "benchmark_fen", "value_added_fen", "shortfall_fen",
    "negative", "slices", "weight", "left_fen", "confirmed_at",
]  # fmt: skip
OPTIONAL = ["matures_on", "demand_benchmark_e4", "cut_remainder", "cut_scope_id"]
TABLES = {
    "year.csv": ["name", "value"],
    "rates.csv": ["tenor", "since_on", "rate_e4", "known_at"],
    "deposits.csv": [*NEEDED, *OPTIONAL],
    "balances.csv": ["scope_id", "on", "change_fen"],
    "scopes.csv": ["scope_id", "scopes", *SUMS],
    "homes.csv": ["home", "on", "change_fen"],
    "home_interest.csv": ["home", "interest_fen"],
}
CUT = ["left_fen", "cut_remainder", "cut_scope_id"]
MAY_BE_EMPTY = {*OPTIONAL, "on"}
QUARTERS = {"3m": 1, "6m": 2, "1y": 4, "2y": 8, "3y": 12}
WORDS = {
    "sign": (1, -1),
    "tenor": ("demand", *QUARTERS),
    "method": ("terms", "days360"),
    "base": ("fen", "yuan"),
    "negative": ("zero", "negative"),
}
IS_NUMBER = re.compile(r".*(_fen|_e4)|sign|scopes|value|weight|cut_remainder")
WITHHELD = "withheld"


class Unreadable(Exception):
    """公布数据读不下去，后面的无从核对。"""


class Findings(list[str]):
    """每处不符一行。"""

    def same(self, what: str, told: object, computed: object) -> None:
        """公布的与复算的不相等时记一行。"""
        if told != computed:
            shown = ["空" if one is None else one for one in (told, computed)]
            self.append(f"{what}：公布为{shown[0]}，复算为{shown[1]}")


def rows_of(source: str, name: str) -> list[Row]:
    """一个文件的各行；没有的可选文件也没有行。"""
    try:
        if os.path.isdir(source):
            with open(os.path.join(source, name), "rb") as file:
                return list(_parsed(file, name))
        with zipfile.ZipFile(source) as archive, archive.open(name) as member:
            return list(_parsed(member, name))
    except (OSError, KeyError, EOFError, ValueError, csv.Error, zipfile.BadZipFile) as error:
        if name.startswith("home") and isinstance(error, (FileNotFoundError, KeyError)):
            return []
        raise Unreadable(f"{name}无法读取：{error}") from None


def _parsed(binary: IO[bytes], name: str) -> Iterator[Row]:
    reader = csv.DictReader(io.TextIOWrapper(binary, "utf-8-sig", newline=""), strict=True)
    titles = reader.fieldnames or []
    missing = [column for column in TABLES[name] if titles.count(column) != 1]
    if missing:
        raise Unreadable(f"{name}缺少列或列重复：{'、'.join(missing)}")
    for row in reader:
        if None in row or None in row.values():
            raise Unreadable(f"{name}第{reader.line_num}行列数不对")
        try:
            yield {column: _typed(column, row[column].strip()) for column in TABLES[name]}
        except ValueError as error:
            raise Unreadable(f"{name}第{reader.line_num}行{error}") from None


def _typed(column: str, text: str) -> Any:
    if not text and column in MAY_BE_EMPTY:
        return None
    value: Any = text
    try:
        if IS_NUMBER.fullmatch(column):
            value = int(text) if re.fullmatch(r"-?[0-9]{1,90}", text) else None
        elif column == "on" or column.endswith("_on"):
            value = date.fromisoformat(text) if len(text) == 10 else None
        elif column == "slices":
            value = {int(year): int(fen) for year, fen in (one.split(":") for one in text.split())}
    except ValueError:
        value = None
    if value in (None, "") or value not in WORDS.get(column, [value]):
        raise ValueError(f"{column}看不懂：{text[:40]}")
    return value


def table(source: str, name: str, *keys: str) -> Rows:
    """一个文件的各行，按主键；主键重复的读不下去。"""
    found: Rows = {}
    for row in rows_of(source, name):
        key = tuple(row[one] for one in keys) if len(keys) > 1 else row[keys[0]]
        if key in found:
            raise Unreadable(f"{name}中{key}重复")
        found[key] = row
    return found


def read_year(source: str) -> Sums:
    """年度和各项合计。"""
    figures = {name: row["value"] for name, row in table(source, "year.csv", "name").items()}
    if not figures.keys() >= {"year", *SUMS, *INTEREST} or not 1900 < figures["year"] < 9999:
        raise Unreadable("year.csv不全或年度不对")
    return figures


def nearest(exact: Fraction) -> int:
    """四舍五入到整数，负数照正数取。"""
    size = int(abs(exact) + Fraction(1, 2))
    return size if exact >= 0 else -size


def end_of_term(opened: date, tenor: str) -> date:
    """到期日：当月同日，没有这一天的取月末。"""
    month = opened.year * 12 + opened.month - 1 + 3 * QUARTERS[tenor]
    first, after = (date(one // 12, one % 12 + 1, 1) for one in (month, month + 1))
    return date(first.year, first.month, min(opened.day, (after - first).days))


def earned(row: Row, rate_e4: int, begin: date, end: date, whole_term: bool) -> int:
    """一段期间的利息：按整存期，或按实际天数除以360。"""
    principal = row["principal_fen"] - (row["principal_fen"] % 100 if row["base"] == "yuan" else 0)
    time = Fraction(QUARTERS[row["tenor"]], 4) if whole_term else Fraction((end - begin).days, 360)
    return nearest(principal * Fraction(rate_e4, 1_000_000) * time)


def by_year(total: int, begin: date, end: date) -> dict[int, int]:
    """按日历天数分到各年，末年取其余。"""
    left, cut = abs(total), {}
    for year in range(begin.year, end.year + 1):
        days = (min(end, date(year + 1, 1, 1)) - max(begin, date(year, 1, 1))).days
        if days > 0:
            cut[year] = min(left, nearest(Fraction(abs(total) * days, (end - begin).days)))
            left -= cut[year]
    cut[max(cut)] += left
    return {year: fen if total >= 0 else -fen for year, fen in cut.items()}


def rate_on(rates: Rows, tenor: str, day: date, by: str) -> int | None:
    """当日有效、复核结息之前已知的基准利率；没有的为 None。"""
    of = [row for row in rates.values() if row["tenor"] == tenor and row["known_at"] <= by]
    known = [(row["since_on"], row["rate_e4"]) for row in of if row["since_on"] <= day]
    return max(known, default=(day, None))[1]


def check_terms(row: Row, rates: Rows, year: int, found: Findings) -> date | None:
    """要素、期间和用到的基准利率；返回复算的到期日。"""
    what, tenor, opened = f"结息{row['settlement_id']}", row["tenor"], row["opened_on"]
    begin, end, by = row["from_on"], row["to_on"], row["confirmed_at"]
    if row["principal_fen"] <= 0 or not opened <= begin < end:
        raise Unreadable(f"{what}的本金或期间不对")
    matures = None if tenor == "demand" else end_of_term(opened, tenor)
    kind = "demand" if matures is None else "early" if end < matures else "maturity"
    day = opened if kind == "early" else matures if matures and end > matures else None
    found.same(f"{what}到期日", row["matures_on"], matures)
    found.same(f"{what}种类", row["kind"], kind)
    found.same(f"{what}基准利率", row["benchmark_rate_e4"], rate_on(rates, tenor, opened, by))
    at_demand = rate_on(rates, "demand", day, by) if day else None
    found.same(f"{what}活期基准", row["demand_benchmark_e4"], at_demand)
    if begin > opened and matures:
        found.append(f"{what}的期间不自起息日开始")
    if row["effective_on"] > date(year, 12, 31):
        found.append(f"{what}于{row['effective_on']}入账，不属于本年")
    return matures


def check_interest_of(row: Row, matures: date | None, found: Findings) -> None:
    """应得基准利息、增值收益、差额和分年。"""
    what, begin, end = f"结息{row['settlement_id']}", row["from_on"], row["to_on"]
    at_demand = row["demand_benchmark_e4"] or 0
    if matures and end < matures:
        due = earned(row, at_demand, begin, end, False)
    else:
        until, whole = min(end, matures or end), row["method"] == "terms" and matures is not None
        due = earned(row, row["benchmark_rate_e4"], begin, until, whole)
        due += earned(row, at_demand, until, end, False)
        if until == end:
            agreed = earned(row, row["agreed_rate_e4"], begin, end, whole)
            found.same(f"{what}约定利息", row["expected_fen"], agreed)
    gained = row["interest_fen"] - due
    added = max(0, gained) if row["negative"] == "zero" else gained
    found.same(f"{what}应得基准利息", row["due_benchmark_fen"], due)
    found.same(f"{what}增值收益", row["value_added_fen"], added)
    found.same(f"{what}归各户利息", row["benchmark_fen"], row["interest_fen"] - added)
    found.same(f"{what}低于基准", row["shortfall_fen"], max(0, -gained))
    found.same(f"{what}分年", row["slices"], by_year(added, begin, min(end, matures or end)))


class Balances:
    """各单位或各户的余额；自起至某日的逐日余额之和为面积，两日面积之差即期间的积数。"""

    def __init__(self, rows: Sequence[Row], column: str) -> None:
        self.changes: dict[str, list[tuple[date, int]]] = defaultdict(list)
        for row in rows:
            self.changes[row[column]].append((row["on"] or date.min, row["change_fen"]))
        self.areas: dict[date, Sums] = {}

    def area(self, day: date) -> Sums:
        if day not in self.areas:
            if len(self.areas) > 8:
                self.areas.clear()
            self.areas[day] = {
                one: sum(fen * (day - on).days for on, fen in changes if on < day)
                for one, changes in self.changes.items()
            }
        return self.areas[day]

    def days(self, begin: date, end: date) -> Sums:
        """期间的积数，负的也照列。"""
        later, earlier = self.area(end), self.area(begin)
        return {one: later[one] - earlier[one] for one in later}


def shared(size: int, weights: Sums) -> tuple[Sums, int, Any, Any]:
    """最大余数法：各份，余下的分数，最后一个得1分者的余数和编号。"""
    whole, parts, queue = sum(weights.values()), {}, []
    for one, weight in weights.items():
        parts[one], rest = divmod(size * weight, whole)
        queue.append((-rest, one))
    left = size - sum(parts.values())
    given = sorted(queue)[:left]
    for _, one in given:
        parts[one] += 1
    return parts, left, -given[-1][0] if left else None, given[-1][1] if left else None


def check_shares(row: Row, weights: Sums, counts: Sums, found: Findings) -> Sums:
    """一笔结息归各单位的份额；有合并不公开的，其余单位用公布的分界复算。"""
    what, whole = f"结息{row['settlement_id']}", sum(weights.values())
    total, sign = abs(row["value_added_fen"]), row["sign"]
    sign = -sign if row["value_added_fen"] < 0 else sign
    found.same(f"{what}积数合计", row["weight"], whole)
    if not whole:
        found.append(f"{what}的期间内没有余额，无从归集")
        return {}
    if WITHHELD not in weights:
        parts, *cut = shared(total, weights)
        found.same(f"{what}余数分界", [row[name] for name in CUT], cut)
    else:
        edge, parts, extras = (-(row[CUT[1]] or 0), row[CUT[2]] or ""), {}, 0
        for one in weights.keys() - {WITHHELD}:
            parts[one], rest = divmod(total * weights[one], whole)
            extra = row[CUT[1]] is not None and (-rest, one) <= edge
            parts[one], extras = parts[one] + extra, extras + extra
        parts[WITHHELD] = total - sum(parts.values())
        off = abs(parts[WITHHELD] * whole - total * weights[WITHHELD])
        count = counts.get(WITHHELD, 0)
        if off >= count * whole or not 0 <= row["left_fen"] - extras <= count:
            found.append(f"{what}不公开的单位合得{parts[WITHHELD]}，超出可能的范围")
    return {one: sign * fen for one, fen in parts.items()}


def check_scopes(scopes: Rows, shares: Sums, year: Sums, found: Findings) -> None:
    """各单位的份额、结转和入账，以及全市合计。"""
    for one in sorted(shares.keys() - scopes.keys()):
        found.append(f"单位{one}有余额而未列在scopes.csv")
    for one, row in scopes.items():
        net = shares.get(one, 0) + row["brought_fen"]
        found.same(f"单位{one}份额", row["shares_fen"], shares.get(one, 0))
        if row["brought_fen"] > 0 or row["posted_fen"] < 0 or row["carried_fen"] > 0:
            found.append(f"单位{one}的结转或入账正负不对")
        if (row["scopes"] > 1) != (one == WITHHELD) or row["scopes"] < 1:
            found.append(f"单位{one}代表的单位数不对：{row['scopes']}")
        # 合并的几个单位有的入账、有的结转，只知其和
        found.same(f"单位{one}入账与结转", row["posted_fen"] + row["carried_fen"], net)
        if one != WITHHELD:
            found.same(f"单位{one}入账", row["posted_fen"], max(0, net))
    for name in SUMS:
        found.same(f"年度{name}", year[name], sum(row[name] for row in scopes.values()))


def check_interest(
    year: Sums, deposits: list[tuple[Row, Sums]], homes: Balances, told: Sums, found: Findings
) -> None:
    """法定利息的合计；有分户数据的，逐户重算。"""
    total = sum(row["sign"] * row["benchmark_fen"] for row, _ in deposits)
    net = total + year["interest_brought_fen"]
    computed = [total, min(0, year["interest_brought_fen"]), max(0, net), min(0, net)]
    found.same("年度法定利息", [year[name] for name in INTEREST], computed)
    if not homes.changes and not told:
        return
    city: dict[date, int] = defaultdict(int)
    for on, fen in (change for changes in homes.changes.values() for change in changes):
        city[on] += fen
    # 一分钱自某日起在各结息期间所得之和，单位为 10 的负 24 次方分，按日期只算一次
    gain = dict.fromkeys(city, 0)
    for row, weights in deposits:
        begin, end = row["from_on"], row["to_on"]
        held = {on: max(0, (end - max(on, begin)).days) for on in city}
        own = sum(fen * held[on] for on, fen in city.items())
        found.same(f"结息{row['settlement_id']}各户积数", own, sum(weights.values()))
        whole = sum(max(0, weight) for weight in weights.values())
        each = abs(row["benchmark_fen"]) * 10**24 // whole if whole else 0
        for on in city:
            gain[on] += held[on] * (each if row["sign"] * row["benchmark_fen"] > 0 else -each)
    weights = {
        one: max(0, sum(fen * gain[on] for on, fen in changes))
        for one, changes in homes.changes.items()
    }
    parts = shared(net, weights)[0] if net > 0 and any(weights.values()) else {}
    found.same("分给各户之和", sum(told.values()), max(0, net))
    for one in sorted(parts.keys() | told.keys()):
        found.same(f"户{one}法定利息", told.get(one, 0), parts.get(one, 0))


def check_before(before: str, year: Sums, deposits: Rows, scopes: Rows, found: Findings) -> None:
    """与上一年度衔接：结转数相等，没有一笔结息归集两次。"""
    earlier, last = read_year(before), table(before, "scopes.csv", "scope_id")
    found.same("上年年度", earlier["year"], year["year"] - 1)
    for key in deposits.keys() & table(before, "deposits.csv", "settlement_id", "sign").keys():
        found.append(f"结息{key[0]}上年已经归集")
    for name in ("brought_fen", "interest_brought_fen"):
        found.same(f"年度{name}", year[name], earlier[name.replace("brought", "carried")])
    if WITHHELD not in scopes and WITHHELD not in last:
        for one in sorted(scopes.keys() | last.keys()):
            brought = scopes[one]["brought_fen"] if one in scopes else 0
            carried = last[one]["carried_fen"] if one in last else 0
            found.same(f"单位{one}上年结转", brought, carried)


def check_year(source: str, before: str | None, found: Findings) -> None:
    """全年的每一个数。读不下去时 Unreadable。"""
    year = read_year(source)
    rates = table(source, "rates.csv", "tenor", "since_on")
    settlements = table(source, "deposits.csv", "settlement_id", "sign")
    scopes = table(source, "scopes.csv", "scope_id")
    balances = Balances(rows_of(source, "balances.csv"), "scope_id")
    counts = {one: row["scopes"] for one, row in scopes.items()}
    shares, deposits = dict.fromkeys(balances.changes, 0), []
    for row in sorted(settlements.values(), key=lambda row: (row["to_on"], row["from_on"])):
        check_interest_of(row, check_terms(row, rates, year["year"], found), found)
        weights = balances.days(row["from_on"], row["to_on"])
        deposits.append((row, weights))
        counted = {one: max(0, weight) for one, weight in weights.items()}
        for one, fen in check_shares(row, counted, counts, found).items():
            shares[one] += fen
    check_scopes(scopes, shares, year, found)
    told = table(source, "home_interest.csv", "home")
    homes = Balances(rows_of(source, "homes.csv"), "home")
    check_interest(year, deposits, homes, {one: told[one]["interest_fen"] for one in told}, found)
    if before is not None:
        check_before(before, year, settlements, scopes, found)


def recompute(source: str, before: str | None = None) -> list[str]:
    """每一处不符；读不下去时只有读到为止的。"""
    found = Findings()
    try:
        check_year(source, before, found)
    except (Unreadable, OverflowError, ValueError) as error:
        found.append(str(error))
    return found


def main(argv: Sequence[str] | None = None) -> int:
    """打印结果，返回退出码。"""
    parser = argparse.ArgumentParser(description="复算一个年度的增值收益和法定利息")
    parser.add_argument("source", help="公布数据：文件夹或 zip")
    parser.add_argument("--before", help="上一年度的公布数据")
    asked = parser.parse_args(argv)
    found = recompute(asked.source, asked.before)
    print("\n".join(found) or "OK")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
