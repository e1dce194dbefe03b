#!/usr/bin/env python3
"""复算一个年度的增值收益和法定利息：python3 recompute_income.py 公布数据.zip [--before 上年.zip]

只用 Python 3.11 的标准库，不引用本系统的任何代码，算法另写。逐笔重算基准利息、增值收益和分年，
各记账单位的积数、份额和入账额；有分户数据的（审计用），再逐户重算法定利息。全部一致时打印 OK，
退出码 0；否则每处不符打印一行，退出码 1；用法不对 2。给出上年数据的，再核对结转和有无重复归集。

公布数据是一个文件夹或一个 zip，内有以下 csv（UTF-8，首行为列名，列序不限，可有其他列）。
金额为整数分，利率为万分之一个百分点（1.95% 写作 19500），日期如 2024-07-01，期间含首日、不含末日。

year.csv      name,value 两列。name 依次为 year；各单位合计 shares_fen, brought_fen（上年结转，
              不大于零）, posted_fen（入账）, carried_fen（结转下年，不大于零）；全部结息归各户的利息
              之和（冲销为负）interest_fen；及其 interest_brought_fen, interest_posted_fen（分给
              各户）, interest_carried_fen
rates.csv     tenor,since_on,rate_e4    已复核的基准利率；tenor 为 demand,3m,6m,1y,2y,3y
deposits.csv  本年归集的每一笔结息：
  settlement_id, sign                   编号；1，或冲销以前年度已归集的 -1（其余各列照原结息填写）
  kind, principal_fen                   maturity 到期、early 提前支取、demand 活期；本次结息的本金
  tenor, method, base                   存期；terms 或 days360；fen 或 yuan
  opened_on, matures_on                 起息日，到期日（活期为空）
  from_on, to_on, effective_on          结息期间，入账日
  agreed_rate_e4, benchmark_rate_e4     约定利率，起息日的基准利率
  demand_benchmark_e4                   用到的活期基准：提前支取按起息日，逾期按到期日；未用到为空
  interest_fen, expected_fen            银行实际入账利息，按约定应得利息
  due_benchmark_fen, benchmark_fen      应得基准利息，归各户的
  value_added_fen, shortfall_fen        增值收益，低于基准的差额
  negative                              zero（低于基准按零）或 negative（如实计负）
  slices                                增值收益分年，如 2024:226849 2025:223151
  weight                                全部单位的积数（分×天）之和
  left_fen, cut_remainder, cut_scope_id 取整后余几分；最后一个得1分的单位的余数和编号（余0为空）
balances.csv  scope_id,on,change_fen    各单位的分户余额自某日起的变动；on 为空是期初
scopes.csv    scope_id,scopes,shares_fen,brought_fen,posted_fen,carried_fen
              scopes 为 1；户数过少不公开的几个单位合为一行，scope_id 为 withheld，scopes 为个数，
              它们的余额变动在 balances.csv 中也合并为 withheld
仅供审计的两个文件，可以没有：
homes.csv           home,on,change_fen  各户余额变动；home 为代号，按文字排序与房屋编号的次序相同
home_interest.csv   home,interest_fen   各户所得；没有列出的为零
"""

import argparse
import csv
import io
import os
import re
import sys
import zipfile
from collections import defaultdict
from datetime import date, timedelta
from fractions import Fraction

YEAR = (
    "year shares_fen brought_fen posted_fen carried_fen interest_fen"
    " interest_brought_fen interest_posted_fen interest_carried_fen"
).split()
TABLES = {
    "year.csv": ["name", "value"],
    "rates.csv": ["tenor", "since_on", "rate_e4"],
    "deposits.csv": (
        "settlement_id sign kind principal_fen tenor method base opened_on matures_on from_on to_on"
        " effective_on agreed_rate_e4 benchmark_rate_e4 demand_benchmark_e4 interest_fen"
        " expected_fen due_benchmark_fen benchmark_fen value_added_fen shortfall_fen negative"
        " slices weight left_fen cut_remainder cut_scope_id"
    ).split(),
    "balances.csv": ["scope_id", "on", "change_fen"],
    "scopes.csv": ["scope_id", "scopes", "shares_fen", "brought_fen", "posted_fen", "carried_fen"],
    "homes.csv": ["home", "on", "change_fen"],
    "home_interest.csv": ["home", "interest_fen"],
}
FOR_AUDITORS = ("homes.csv", "home_interest.csv")
YEARS = {"3m": Fraction(1, 4), "6m": Fraction(1, 2), "1y": 1, "2y": 2, "3y": 3}
WITHHELD = "withheld"
TOO_LARGE = 2**31
MOST_LINES = 1000


class Unreadable(Exception):
    """公布数据无法读取，后面的无从核对。"""


class Findings(list):
    """每处不符一行。"""

    def same(self, what, told, computed):
        """公布的与复算的不相等时记一行。"""
        if told != computed:
            self.append(f"{what}：公布为{shown(told)}，复算为{shown(computed)}")


def shown(value):
    if isinstance(value, dict):
        return " ".join(f"{year}:{fen}" for year, fen in sorted(value.items()))
    return "空" if value is None else str(value)


# --- 读取


def rows_of(source, name):
    """一个文件的各行，为字典；没有的可选文件为 None。"""
    try:
        if os.path.isdir(source):
            path = os.path.join(source, name)
            if not os.path.exists(path) and name in FOR_AUDITORS:
                return None
            size, binary = os.path.getsize(path), open(path, "rb")
        else:
            archive = zipfile.ZipFile(source)
            if name not in archive.namelist() and name in FOR_AUDITORS:
                return None
            size, binary = archive.getinfo(name).file_size, archive.open(name)
    except (OSError, KeyError, zipfile.BadZipFile) as error:
        raise Unreadable(f"{name}无法读取：{error}") from None
    if size > TOO_LARGE:
        raise Unreadable(f"{name}过大")
    return list(parsed(binary, name))


def parsed(binary, name):
    with binary, io.TextIOWrapper(binary, "utf-8-sig", newline="") as text:
        try:
            reader = csv.DictReader(text, strict=True)
            missing = [one for one in TABLES[name] if one not in (reader.fieldnames or [])]
            if missing:
                raise Unreadable(f"{name}缺少列：{'、'.join(missing)}")
            for row in reader:
                if None in row or None in row.values():
                    raise Unreadable(f"{name}第{reader.line_num}行列数不对")
                yield {one: typed(name, reader.line_num, one, row[one]) for one in TABLES[name]}
        except (UnicodeDecodeError, csv.Error, zipfile.BadZipFile, EOFError, OSError) as error:
            raise Unreadable(f"{name}无法读取：{error}") from None


def typed(name, line, column, text):
    """数、日期或文字；空为 None。"""
    text = text.strip()
    numeric = re.search(r"_fen$|_e4$|^(sign|scopes|value|weight|left_fen|cut_remainder)$", column)
    try:
        if not text:
            return None
        if numeric:
            if not re.fullmatch(r"-?[0-9]{1,90}", text):
                raise ValueError
            return int(text)
        if column == "on" or column.endswith("_on"):
            if not re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", text):
                raise ValueError
            return date.fromisoformat(text)
        if column == "slices":
            pairs = [one.split(":") for one in text.split()]
            return {int(year): int(fen) for year, fen in pairs}
        return text
    except ValueError:
        raise Unreadable(f"{name}第{line}行{column}看不懂：{text[:40]}") from None


def keyed(rows, name, *columns):
    """按主键排好；重复的或缺的读不下去。"""
    found = {}
    for row in rows:
        key = tuple(row[one] for one in columns)
        if None in key or key in found:
            raise Unreadable(f"{name}中{'、'.join(map(str, key))}重复或为空")
        found[key] = row
    return found


# --- 一笔结息


def nearest(exact):
    """四舍五入到整数，负数照正数取。"""
    size = (abs(exact) + Fraction(1, 2)).__floor__()
    return size if exact >= 0 else -size


def end_of_term(opened, tenor):
    """到期日：当月同日，没有这一天的取月末。"""
    month = opened.year * 12 + opened.month - 1 + int(12 * YEARS[tenor])
    for day in range(opened.day, 0, -1):
        try:
            return date(month // 12, month % 12 + 1, day)
        except ValueError:
            continue
    raise AssertionError


def earned(row, rate_e4, begin, end, term):
    """一段期间的利息；term 为真时按整存期，否则按实际天数除以360。"""
    whole = Fraction(row["principal_fen"])
    if row["base"] == "yuan":
        whole = Fraction(100 * (row["principal_fen"] // 100))
    time = YEARS[row["tenor"]] if term else Fraction((end - begin).days, 360)
    return nearest(whole * Fraction(rate_e4, 1000000) * time)


def by_year(total, begin, end):
    """按日历天数分到各年，末年取其余。"""
    left, size, cut = abs(total), (end - begin).days, {}
    for year in range(begin.year, end.year + 1):
        first = max(begin.toordinal(), date(year, 1, 1).toordinal())
        days = min(end.toordinal(), date(year, 12, 31).toordinal() + 1) - first
        if days > 0:
            cut[year] = min(left, nearest(Fraction(abs(total) * days, size)))
            left -= cut[year]
    cut[max(cut)] += left
    return {year: fen if total >= 0 else -fen for year, fen in cut.items()}


def rate_on(rates, tenor, day):
    """当日有效的基准利率；没有的为 None。"""
    known = [(since, rate) for (of, since), rate in rates.items() if of == tenor and since <= day]
    return max(known)[1] if known else None


def check_deposit(row, rates, year, found):
    """结息要素、基准利息、增值收益和分年。"""
    what = f"结息{row['settlement_id']}"
    needed = [one for one in TABLES["deposits.csv"][:24] if one not in ("matures_on",)]
    empty = [one for one in needed if row[one] is None and one != "demand_benchmark_e4"]
    allowed = (
        row["tenor"] in ("demand", *YEARS)
        and row["method"] in ("terms", "days360")
        and row["base"] in ("fen", "yuan")
        and row["negative"] in ("zero", "negative")
        and row["sign"] in (1, -1)
    )
    if empty or not allowed or row["principal_fen"] <= 0 or row["from_on"] >= row["to_on"]:
        raise Unreadable(f"{what}的要素不全或不对：{'、'.join(empty)}")
    opened, begin, end = row["opened_on"], row["from_on"], row["to_on"]
    demand = row["tenor"] == "demand"
    matures = None if demand else end_of_term(opened, row["tenor"])
    kind = "demand" if demand else "early" if end < matures else "maturity"
    found.same(f"{what}到期日", row["matures_on"], matures)
    found.same(f"{what}种类", row["kind"], kind)
    found.same(f"{what}基准利率", row["benchmark_rate_e4"], rate_on(rates, row["tenor"], opened))
    if begin < opened or (begin > opened and not demand):
        found.append(f"{what}的期间不自起息日开始")
    if row["effective_on"] > date(year, 12, 31):
        found.append(f"{what}于{row['effective_on']}入账，不属于本年")
    late = not demand and end > matures
    day = opened if kind == "early" else matures if late else None
    at_demand = rate_on(rates, "demand", day) if day else None
    found.same(f"{what}活期基准", row["demand_benchmark_e4"], at_demand)
    whole = row["method"] == "terms" and not demand
    if kind == "early":
        due = earned(row, at_demand or 0, begin, end, False)
    else:
        until = matures if late else end
        due = earned(row, row["benchmark_rate_e4"], begin, until, whole)
        if late:
            due += earned(row, at_demand or 0, matures, end, False)
        else:
            agreed = earned(row, row["agreed_rate_e4"], begin, until, whole)
            found.same(f"{what}约定利息", row["expected_fen"], agreed)
    gained = row["interest_fen"] - due
    added = 0 if gained < 0 and row["negative"] == "zero" else gained
    found.same(f"{what}应得基准利息", row["due_benchmark_fen"], due)
    found.same(f"{what}增值收益", row["value_added_fen"], added)
    found.same(f"{what}归各户利息", row["benchmark_fen"], row["interest_fen"] - added)
    found.same(f"{what}低于基准", row["shortfall_fen"], -min(0, gained))
    cut = by_year(added, begin, min(end, matures) if matures else end)
    found.same(f"{what}分年", row["slices"], cut)


# --- 归集


class Balances:
    """各单位的余额；某日之前的余额逐日累计为面积，两日面积之差即期间的积数。"""

    def __init__(self, rows, column):
        self.changes = defaultdict(list)
        for row in rows:
            if row[column] is None or row["change_fen"] is None:
                raise Unreadable(f"余额变动不全：{row}")
            self.changes[row[column]].append((row["on"] or date.min, row["change_fen"]))
        self.areas = {}

    def area(self, day):
        if day not in self.areas:
            if len(self.areas) > 8:
                self.areas.clear()
            self.areas[day] = {
                one: sum(fen * (day - on).days for on, fen in changes if on < day)
                for one, changes in self.changes.items()
            }
        return self.areas[day]

    def days(self, begin, end):
        """各单位在期间内的积数，负的也照列。"""
        later, earlier = self.area(end), self.area(begin)
        return {one: later[one] - earlier[one] for one in later}


def shared(total, weights):
    """最大余数法：各份，余下的分数，最后一个得1分者的余数和编号。"""
    size, whole = abs(total), sum(weights.values())
    parts, queue = {}, []
    for one, weight in weights.items():
        parts[one], rest = divmod(size * weight, whole)
        queue.append((-rest, one))
    left = size - sum(parts.values())
    queue.sort()
    for _, one in queue[:left]:
        parts[one] += 1
    rest, last = queue[left - 1] if left else (None, None)
    sign = 1 if total >= 0 else -1
    return {one: sign * fen for one, fen in parts.items()}, left, left and -rest, last


def check_shares(row, weights, counts, found):
    """一笔结息归各单位的份额；有合并不公开的，其余单位用公布的分界复算。"""
    what, total = f"结息{row['settlement_id']}", row["sign"] * row["value_added_fen"]
    whole = sum(weights.values())
    found.same(f"{what}积数合计", row["weight"], whole)
    if not whole:
        if total:
            found.append(f"{what}的期间内没有余额，无从归集")
        return {}
    if WITHHELD not in weights:
        parts, left, rest, last = shared(total, weights)
        found.same(f"{what}余下分数", row["left_fen"], left)
        found.same(f"{what}分界余数", row["cut_remainder"], rest if left else None)
        found.same(f"{what}分界单位", row["cut_scope_id"], last)
        return parts
    edge, sign, parts = row["cut_remainder"], 1 if total >= 0 else -1, {}
    for one, weight in weights.items():
        part, rest = divmod(abs(total) * weight, whole)
        if edge is not None and one != WITHHELD:
            part += (-rest, one) <= (-edge, row["cut_scope_id"] or "")
        parts[one] = sign * part
    parts[WITHHELD] = total - sum(fen for one, fen in parts.items() if one != WITHHELD)
    off = abs(abs(parts[WITHHELD]) * whole - abs(total) * weights[WITHHELD])
    if off >= counts[WITHHELD] * whole or parts[WITHHELD] * sign < 0:
        found.append(f"{what}不公开各单位的份额{parts[WITHHELD]}超出可能的范围")
    return parts


def check_scopes(scopes, shares, year, found):
    """各单位的份额、结转和入账，以及全市合计。"""
    for one in shares.keys() - scopes.keys():
        found.append(f"单位{one}有余额而未列在scopes.csv")
    sums = defaultdict(int)
    for one, row in scopes.items():
        net = shares.get(one, 0) + row["brought_fen"]
        found.same(f"单位{one}份额", row["shares_fen"], shares.get(one, 0))
        if row["brought_fen"] > 0 or row["posted_fen"] < 0 or row["carried_fen"] > 0:
            found.append(f"单位{one}的结转或入账正负不对")
        if one == WITHHELD:
            found.same(f"单位{one}入账与结转", row["posted_fen"] + row["carried_fen"], net)
        else:
            found.same(f"单位{one}入账", row["posted_fen"], max(0, net))
            found.same(f"单位{one}结转下年", row["carried_fen"], min(0, net))
        for name in ("shares_fen", "brought_fen", "posted_fen", "carried_fen"):
            sums[name] += row[name]
    for name, fen in sums.items():
        found.same(f"年度{name}", year[name], fen)


def check_interest(year, deposits, scope_weights, homes, told, found):
    """法定利息的合计；有分户数据的，逐户重算。"""
    total = sum(row["sign"] * row["benchmark_fen"] for row in deposits)
    net = total + year["interest_brought_fen"]
    found.same("年度interest_fen", year["interest_fen"], total)
    found.same("年度interest_posted_fen", year["interest_posted_fen"], max(0, net))
    found.same("年度interest_carried_fen", year["interest_carried_fen"], min(0, net))
    if homes is None:
        return
    city = defaultdict(int)
    for changes in homes.changes.values():
        for on, fen in changes:
            city[on] += fen
    paid = []
    for row, weights in zip(deposits, scope_weights):
        begin, end, positive = row["from_on"], row["to_on"], sum(max(0, w) for w in weights)
        own = sum(f * max(0, (end - max(on, begin)).days) for on, f in city.items())
        found.same(f"结息{row['settlement_id']}各户积数之和", own, sum(weights))
        if positive and row["benchmark_fen"]:
            each = abs(row["benchmark_fen"]) * 10**24 // positive
            sign = row["sign"] if row["benchmark_fen"] > 0 else -row["sign"]
            paid.append((begin, end, sign * each))
    # 一分钱自某日起在各结息期间所得之和，按日期只算一次
    gain = {
        on: sum(each * max(0, (end - max(on, begin)).days) for begin, end, each in paid)
        for on in city
    }
    weights = {
        one: max(0, sum(fen * gain[on] for on, fen in changes))
        for one, changes in homes.changes.items()
    }
    parts = shared(max(0, net), weights)[0] if net > 0 and any(weights.values()) else {}
    if net > 0 and not parts:
        found.append("各户没有余额，法定利息无从分配")
    for one in sorted(parts.keys() | told.keys()):
        found.same(f"户{one}法定利息", told.get(one, 0), parts.get(one, 0))


# --- 全年


def check_before(before, settlements, scopes, year, found):
    """与上一年度衔接：结转数相等，没有一笔结息归集两次。"""
    earlier = keyed(rows_of(before, "deposits.csv"), "上年deposits.csv", "settlement_id", "sign")
    for key in settlements.keys() & earlier.keys():
        found.append(f"结息{key[0]}上年已经归集")
    last = keyed(rows_of(before, "scopes.csv"), "上年scopes.csv", "scope_id")
    for one, row in scopes.items():
        if one != WITHHELD and WITHHELD not in scopes and (WITHHELD,) not in last:
            carried = last.get((one,), {}).get("carried_fen", 0)
            found.same(f"单位{one}上年结转", row["brought_fen"], carried)
    figures = read_year(before)
    found.same("本年年度", year["year"], figures["year"] + 1)
    for name in ("brought_fen", "interest_brought_fen"):
        found.same(f"年度{name}", year[name], figures[name.replace("brought", "carried")])


def read_year(source):
    rows = keyed(rows_of(source, "year.csv"), "year.csv", "name")
    figures = {name: row["value"] for (name,), row in rows.items() if name in YEAR}
    if len(figures) != len(YEAR) or None in figures.values() or not 1 < figures["year"] < 9999:
        raise Unreadable("year.csv不全或年度不对")
    return figures


def recompute(source, before=None):
    """全部不符之处；读不下去时只有读到为止的。"""
    found = Findings()
    try:
        whole_year(source, before, found)
    except Unreadable as error:
        found.append(str(error))
    except (OverflowError, TypeError) as error:
        found.append(f"数据不成样子：{error}")
    return found


def whole_year(source, before, found):
    year = read_year(source)
    table = keyed(rows_of(source, "rates.csv"), "rates.csv", "tenor", "since_on")
    rates = {key: row["rate_e4"] for key, row in table.items()}
    settlements = keyed(rows_of(source, "deposits.csv"), "deposits.csv", "settlement_id", "sign")
    scopes = keyed(rows_of(source, "scopes.csv"), "scopes.csv", "scope_id")
    scopes = {one: row for (one,), row in scopes.items()}
    if any(None in row.values() for row in scopes.values()):
        raise Unreadable("scopes.csv有空的金额")
    counts = {one: row["scopes"] for one, row in scopes.items()}
    for one, count in counts.items():
        if count < 1 or (count > 1) != (one == WITHHELD):
            found.append(f"单位{one}代表的单位数不对：{count}")
    balances = Balances(rows_of(source, "balances.csv"), "scope_id")
    deposits = sorted(settlements.values(), key=lambda row: (row["to_on"] or date.max).toordinal())
    shares, scope_weights = dict.fromkeys(balances.changes, 0), []
    for row in deposits:
        check_deposit(row, rates, year["year"], found)
        weights = balances.days(row["from_on"], row["to_on"])
        scope_weights.append(list(weights.values()))
        positive = {one: max(0, weight) for one, weight in weights.items()}
        for one, fen in check_shares(row, positive, counts, found).items():
            shares[one] += fen
    check_scopes(scopes, shares, year, found)
    rows, told = rows_of(source, "homes.csv"), rows_of(source, "home_interest.csv")
    if (rows is None) != (told is None):
        raise Unreadable("homes.csv和home_interest.csv应一并给出")
    homes = Balances(rows, "home") if rows is not None else None
    parts = {one: row["interest_fen"] for (one,), row in keyed(told or [], "home_interest.csv", "home").items()}
    check_interest(year, deposits, scope_weights, homes, parts, found)
    if before is not None:
        check_before(before, settlements, scopes, year, found)


def main(argv=None):
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("source", help="公布数据：文件夹或zip")
    parser.add_argument("--before", help="上一年度的公布数据")
    asked = parser.parse_args(argv)
    found = recompute(asked.source, asked.before)
    for line in found[:MOST_LINES]:
        print(line)
    if len(found) > MOST_LINES:
        print(f"…共{len(found)}处")
    if not found:
        print("OK")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
