"""Statements read: columns proposed, rows made exact, what is wrong named by its row. R3.9."""

from collections.abc import Sequence
from datetime import date, datetime, time
from typing import Any

import pytest

from papers.sheets.reading import read_sheets
from rules.banking import layouts
from rules.banking.layouts import Layout
from rules.banking.statements import Statement, Told, read
from rules.refusals.books import LayoutIncomplete
from rules.refusals.files import TooManyRows
from sandbox.bank_paper import Exported, Moved, commercial_xlsx, rural_csv

TODAY = date(2025, 9, 15)
FIRST, LAST = date(2025, 3, 1), date(2025, 3, 31)
MOVES = [
    Moved(date(2025, 3, 3), 123_456, "缴维修资金", "业主甲", "JK001", time(9, 1)),
    Moved(date(2025, 3, 3), 123_456, "缴维修资金", "业主甲", "JK001", time(9, 1)),
    Moved(date(2025, 3, 21), -50_001, "电梯保险费", "示例保险（吉首）", "BX7", time(10, 22, 33)),
    Moved(date(2025, 3, 31), 1, "结息"),
]
ASKED = Exported(MOVES, 1_000_000, FIRST, LAST)


def rows_of(name: str, content: bytes) -> list[Sequence[Any]]:
    (rows,) = read_sheets(name, content).values()
    return list(rows)


XLSX = rows_of("a.xlsx", commercial_xlsx(ASKED))
CSV = rows_of("b.csv", rural_csv(ASKED))


def proposed(rows: Sequence[Sequence[Any]]) -> tuple[layouts.Heading, Layout]:
    heading = layouts.find_heading(rows)
    assert heading is not None
    said: dict[str, Any] = layouts.propose(heading.titles)
    return heading, Layout(**{**said, "memo": tuple(said.get("memo", ()))})


def statement(rows: Sequence[Sequence[Any]], **told: Any) -> Statement:
    heading, layout = proposed(rows)
    return read(rows, layout, Told(heading.row, **told), TODAY)


def plain(rows: Sequence[Sequence[Any]], titles: str, **layout: Any) -> Statement:
    """Rows under titles of one's own."""
    under = [titles.split(), *rows]
    return read(under, Layout(**{"day": 0, "amount": 1, **layout}), Told(1, opening_fen=0), TODAY)


def test_the_two_banks_layouts_are_known() -> None:
    heading, layout = proposed(XLSX)
    assert heading.row == 5 and heading.titles[3] == "借方发生额"
    assert layout == Layout(
        0, paid=3, received=4, balance=5, reference=1, counterparty=6, memo=(2,)
    )
    heading, layout = proposed(CSV)
    assert heading.row == 1
    assert layout == Layout(0, mark=1, amount=2, balance=3, counterparty=4, memo=(5,), reference=6)


def test_the_title_block_says_the_period() -> None:
    heading, _ = proposed(XLSX)
    assert layouts.period(XLSX, heading) == (FIRST, LAST)
    assert layouts.period(CSV, proposed(CSV)[0]) is None
    words = [["查询期间：2025年3月1日至2025年3月31日"], ["日期", "金额", "摘要"]]
    assert layouts.period(words, layouts.Heading(2, ("日期", "金额", "摘要"))) == (FIRST, LAST)
    words[0] = ["编号 99999999-99999999"]
    assert layouts.period(words, layouts.Heading(2, ("日期",))) is None


def test_the_title_block_may_name_the_account() -> None:
    heading = layouts.Heading(3, ("日期", "对方账号", "金额"))
    rows = [["账号: 6200 0000 0000 0001", ""], ["起止日期：20250301-20250331"], ["日期"]]
    assert layouts.account_number(rows, heading) == "6200000000000001"
    assert layouts.account_number(rows[1:], layouts.Heading(2, ("日期",))) == ""
    assert layouts.account_number([["对方账号", "金额"]], layouts.Heading(1, ("对方账号",))) == ""


def test_samples_stand_under_their_titles() -> None:
    heading, _ = proposed(XLSX)
    found = layouts.samples(XLSX, heading)
    assert found[0][0] == "20250303" and found[2] == [
        "缴维修资金",
        "缴维修资金",
        "电梯保险费",
        "结息",
    ]
    assert len(found) == len(heading.titles)


@pytest.mark.parametrize("rows", [XLSX, CSV], ids=["xlsx", "csv"])
def test_both_files_say_the_same(rows: Any) -> None:
    """By hand: 10,000.00 + 1,234.56 + 1,234.56 - 500.01 + 0.01 = 11,969.12."""
    found = statement(rows)
    assert not found.faults
    assert [line.amount_fen for line in found.lines] == [123_456, 123_456, -50_001, 1]
    assert [line.nth for line in found.lines] == [1, 2, 1, 1]
    assert (found.opening_fen, found.closing_fen) == (1_000_000, 1_196_912)
    assert (found.from_on, found.to_on) == (date(2025, 3, 3), LAST)
    third = found.lines[2]
    assert (third.on, third.reference, third.memo) == (date(2025, 3, 21), "BX7", "电梯保险费")
    assert third.counterparty == "示例保险（吉首）" and third.balance_fen == 1_196_911


def test_a_line_is_the_same_in_either_file() -> None:
    """The digest is of what was moved, not of how it was written."""
    pairs = zip(statement(XLSX).lines, statement(CSV).lines, strict=True)
    assert all((a.digest, a.nth) == (b.digest, b.nth) for a, b in pairs)


@pytest.mark.parametrize("kind", ["xlsx", "csv"])
@pytest.mark.parametrize("drop", [1, 2])
def test_a_missing_line_breaks_the_running_balance(kind: str, drop: int) -> None:
    """The row after the missing one is named, whichever way the file runs."""
    rows = [list(row) for row in (XLSX if kind == "xlsx" else CSV)]
    first = proposed(rows)[0].row
    del rows[first + drop]
    (fault,) = statement(rows).faults
    # Rows count from 1; in the file that begins with the newest, the later line stands above.
    assert fault.row == (first + drop + 1 if kind == "xlsx" else first + drop)
    assert "不连续" in fault.reason and "应为" in fault.reason


def test_sums_remarks_and_blanks_are_no_lines() -> None:
    rows = [
        ["2025-03-01", "", "承前余额"],
        ["2025-03-02", "1.00", "利息"],
        ["", "", ""],
        ["合计", "1.00", ""],
        ["温馨提示：请及时核对"],
    ]
    found = plain(rows, "日期 金额 摘要", memo=(2,))
    assert [line.row for line in found.lines] == [3] and not found.faults


BAD = [
    ("2025-02-30", "1.00", "日期不存在"),
    ("昨天", "1.00", "日期无法识别"),
    ("2025-09-16", "1.00", "今天之后"),
    ("2025-03-01", "1.005", "小数"),
    ("2025-03-01", "一元", "不是数字"),
    ("2025-03-01", "0.00", "没有金额"),
    ("2025-03-01", "", "没有金额"),
    ("2025-03-01", "1234567890123.00", "金额过大"),
    ("2025-03-01 25:61:00", "1.00", "时间不存在"),
]


@pytest.mark.parametrize(("day", "amount", "reason"), BAD)
def test_a_bad_row_is_named(day: str, amount: str, reason: str) -> None:
    found = plain([["2025-03-01", "2.00"], [day, amount]], "日期 金额 摘要")
    assert [fault.row for fault in found.faults] == [3]
    assert reason in found.faults[0].reason
    assert found.faults[0].reason.isprintable()


GOOD = [
    ("¥1,234.50", 123_450),
    ("-20.00", -2_000),
    ("(20.00)", -2_000),
    ("＋３.5", 350),
    (12.3, 1_230),
    (-5, -500),
    ("7元", 700),
]


@pytest.mark.parametrize(("written", "fen"), GOOD)
def test_sums_as_banks_write_them(written: Any, fen: int) -> None:
    (line,) = plain([["2025-03-01", written]], "日期 金额 摘要").lines
    assert line.amount_fen == fen


DAYS = [
    ("20250321", "ymd", date(2025, 3, 21), time()),
    (20250321, "ymd", date(2025, 3, 21), time()),
    ("2025/3/21", "ymd", date(2025, 3, 21), time()),
    ("2025年3月21日", "ymd", date(2025, 3, 21), time()),
    ("2025-03-21 10:22:33", "ymd", date(2025, 3, 21), time(10, 22, 33)),
    ("20250321102233", "ymd", date(2025, 3, 21), time(10, 22, 33)),
    (datetime(2025, 3, 21, 8, 5), "ymd", date(2025, 3, 21), time(8, 5)),
    (date(2025, 3, 21), "dmy", date(2025, 3, 21), time()),
    ("21/03/2025", "dmy", date(2025, 3, 21), time()),
    ("03/21/2025 7:08", "mdy", date(2025, 3, 21), time(7, 8)),
]


@pytest.mark.parametrize(("written", "kind", "on", "at"), DAYS)
def test_days_as_banks_write_them(written: Any, kind: Any, on: date, at: time) -> None:
    (line,) = plain([[written, "1.00"]], "日期 金额 摘要", day_format=kind).lines
    assert (line.on, line.at) == (on, at)


def test_a_day_of_another_format_is_refused() -> None:
    found = plain([["2025-03-21", "1.00"]], "日期 金额 摘要", day_format="dmy")
    assert "格式不符" in found.faults[0].reason
    found = plain([["31/03/2025", "1.00"]], "日期 金额 摘要", day_format="mdy")
    assert "日期" in found.faults[0].reason


def test_marks_say_which_way() -> None:
    rows = [["2025-03-01", "1.00", mark] for mark in ("贷", "收入", "C", "借", "支出", "Ｄ", "？")]
    found = plain(rows, "日期 金额 方向", mark=2)
    assert [line.amount_fen for line in found.lines] == [100, 100, 100, -100, -100, -100]
    assert found.faults[0].row == 8 and "收付标志" in found.faults[0].reason


def test_red_figures_take_back() -> None:
    """红字冲正: a negative sum in the column of what came in takes it back."""
    rows = [["2025-03-01", "5.00", "", "5.00"], ["2025-03-02", "-5.00", "", "0.00"]]
    found = plain(rows, "日期 贷方 借方 余额", amount=None, received=1, paid=2, balance=3)
    assert [line.amount_fen for line in found.lines] == [500, -500] and not found.faults
    both = plain(
        [["2025-03-01", "5.00", "3.00", "2"]], "日 贷 借 余", amount=None, received=1, paid=2
    )
    assert "两列都有" in both.faults[0].reason


def test_lines_of_one_second_keep_the_order_of_their_balances() -> None:
    """Newest first within one day and one moment: only the balances tell."""
    rows = [
        ["2025-03-05", "3.00", "6.00"],
        ["2025-03-05", "2.00", "3.00"],
        ["2025-03-05", "1.00", "1.00"],
    ]
    found = plain(rows, "日期 金额 余额", balance=2)
    assert [line.amount_fen for line in found.lines] == [100, 200, 300] and not found.faults


def test_a_line_without_balance_is_bad() -> None:
    found = plain([["2025-03-05", "3.00", ""]], "日期 金额 余额", balance=2)
    assert found.faults[0].reason == "没有余额"


def test_ends_that_contradict_the_lines() -> None:
    opening = statement(XLSX, opening_fen=1)
    assert "期初余额与首行不符，按首行应为 10,000.00" in opening.faults[0].reason
    closing = statement(XLSX, closing_fen=1)
    assert "按流水应为 11,969.12" in closing.faults[0].reason
    narrow = statement(XLSX, to_on=date(2025, 3, 30))
    assert narrow.faults[0].row == 9 and "起止日期之内" in narrow.faults[0].reason
    turned = statement(XLSX, from_on=LAST, to_on=FIRST)
    assert any("晚于" in fault.reason for fault in turned.faults)
    ancient = statement(XLSX, from_on=date(1, 1, 1))
    assert "早于 1950 年" in ancient.faults[0].reason
    future = statement(XLSX, to_on=date(2026, 1, 1))
    assert "截止日期在今天之后" in future.faults[0].reason


def test_ends_where_the_file_says_nothing() -> None:
    titles = ["日期", "金额", "摘要"]
    row = ["2025-03-05", "3.00", ""]
    bare = read([titles, row], Layout(0, amount=1), Told(1), TODAY)
    assert "请填写期初余额" in bare.faults[0].reason
    known = read([titles, row], Layout(0, amount=1), Told(1, closing_fen=1_000), TODAY)
    assert (known.opening_fen, known.closing_fen) == (700, 1_000) and not known.faults
    huge = read([titles, row], Layout(0, amount=1), Told(1, opening_fen=2**62), TODAY)
    assert huge.faults[0].reason == "余额过大" and huge.closing_fen is None
    empty = read([titles], Layout(0, amount=1), Told(1, opening_fen=5), TODAY)
    assert "请填写起止日期" in empty.faults[0].reason
    quiet = read([titles], Layout(0, amount=1), Told(1, FIRST, LAST, 5), TODAY)
    assert (quiet.opening_fen, quiet.closing_fen, quiet.lines) == (5, 5, ())
    assert not quiet.faults


def test_too_many_lines(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("rules.banking.statements.LINES_MAX", 3)
    with pytest.raises(TooManyRows):
        statement(XLSX)


INCOMPLETE = [
    (Layout(0), "两列"),
    (Layout(0, received=1), "两列"),
    (Layout(0, received=1, paid=2, amount=3), "两列"),
    (Layout(0, received=1, paid=2, mark=3), "收付标志"),
    (Layout(0, amount=0), "同一列"),
    (Layout(0, amount=1, memo=(2, 2)), "同一列"),
    (Layout(0, amount=9), "不存在"),
    (Layout(0, amount=1, memo=(2, 3, 4, 5, 6)), "不存在"),
]


@pytest.mark.parametrize(("layout", "reason"), INCOMPLETE)
def test_a_layout_must_say_day_and_money(layout: Layout, reason: str) -> None:
    with pytest.raises(LayoutIncomplete, match=reason):
        layouts.complete(layout, 8)


def test_a_layout_that_is_enough() -> None:
    layouts.complete(Layout(0, amount=1), 2)
    layouts.complete(Layout(0, amount=1, mark=2, memo=(3, 4)), 5)
    layouts.complete(Layout(0, received=1, paid=2, balance=3, reference=4, counterparty=5), 6)


def test_a_row_that_is_no_heading() -> None:
    assert layouts.find_heading([["日期", "x", "y"], ["甲", "乙", "丙"]]) is None
    assert layouts.find_heading([["日期", "金额"]]) is None
    assert layouts.heading_at([["甲", "乙", ""]], 1) == layouts.Heading(1, ("甲", "乙"))
    assert layouts.heading_at([["甲"]], 2) is None


def test_titles_are_remembered_whatever_their_blanks() -> None:
    assert layouts.fingerprint(["交易 日期", "金额（元）"]) == layouts.fingerprint(
        ["交易日期", "金额"]
    )
    assert layouts.fingerprint(["金额", "日期"]) != layouts.fingerprint(["日期", "金额"])


def test_two_columns_of_money_are_preferred_and_memos_gathered() -> None:
    said = layouts.propose(
        ["日期", "金额", "借贷标志", "借方金额", "贷方金额", "摘要", "附言", "日期"]
    )
    assert said == {"day": 0, "paid": 3, "received": 4, "memo": [5, 6]}


def test_the_paper_is_what_a_bank_would_send() -> None:
    assert XLSX[2][0] == "起止日期：20250301 - 20250331" and str(XLSX[-2][0]).startswith("合计")
    assert CSV[1][0] == "2025-03-31 10:00:00" and CSV[2][2] == "500.01"
