"""`explain income`: section 15 and the page as JSON, and every kind of bad file told by line."""

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from server import explain
from tests.databases import ROOT

HEADER = "id,principal_fen,tenor,opened_on,closed_on,agreed_rate_pct,method,base"
BOOK = "CK1,100000000,1y,2024-07-01,2025-07-01,1.95,terms,fen"
WEIGHTS = "scope_id,from_on,to_on,balance_fen"
Write = Callable[..., str]


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """Write a file of lines, in some encoding; its path."""

    def write(name: str, *lines: str, encoding: str = "utf-8") -> str:
        (tmp_path / name).write_bytes(("\n".join(lines) + "\n").encode(encoding))
        return str(tmp_path / name)

    return write


def ask(*argv: str) -> tuple[int, Any]:
    """Exit code and the one JSON document that was printed."""
    out, err = io.StringIO(), io.StringIO()
    code = explain.main(["income", *argv], out, err)
    return code, json.loads((out if code == 0 else err).getvalue())


def answer(*argv: str) -> Any:
    code, document = ask(*argv)
    assert code == 0, document
    return document


def refusal(*argv: str) -> str:
    code, document = ask(*argv)
    assert (code, document["title"]) == (2, "输入有误")
    detail: str = document["detail"]
    return detail


def test_the_rulebooks_example(write: Write) -> None:
    """Section 15: 19,500.00 - 15,000.00 = 4,500.00; 2024 gets 184/365 = 2,268.49, 2025 2,231.51.

    Three equal scopes: 450,000 fen in three parts of 150,000.
    """
    weights = [f"{scope},2024-01-01,,500" for scope in "CAB"]
    document = answer(
        f"--file={write('d.csv', HEADER, BOOK)}", f"--weights={write('w.csv', WEIGHTS, *weights)}"
    )
    (one,) = document["deposits"]
    assert {name: one[name] for name in ("id", "interest_fen", "benchmark_fen")} == {
        "id": "CK1",
        "interest_fen": 1_950_000,
        "benchmark_fen": 1_500_000,
    }
    assert one["value_added_fen"] == 450_000
    assert one["slices"] == {"2024": 226_849, "2025": 223_151}
    assert document["scopes"] == {"A": 150_000, "B": 150_000, "C": 150_000}
    assert (one["kind"], one["estimate"], one["matures_on"]) == ("maturity", False, "2025-07-01")
    assert one["scopes"]["A"]["weight"] == 500 * 365
    assert {"R4.1", "R4.2", "R4.3", "R4.5", "R4.6"} <= set(document["rules"])
    assert "1,000,000.00元×1.95%×12个月÷12=19,500.00元" in json.dumps(one, ensure_ascii=False)


def test_the_page_is_what_it_says(write: Write) -> None:
    text = (ROOT / "docs/explain.md").read_text(encoding="utf-8")
    section = text[text.index("## 存款的增值收益") :]
    tables = [block.split("\n```")[0].split("\n")[1:] for block in section.split("\n```")[1:]]
    deposits = next(lines for lines in tables if lines and lines[0] == HEADER)
    weights = next(lines for lines in tables if lines and lines[0] == WEIGHTS)
    document = answer(
        f"--file={write('d.csv', *deposits)}", f"--weights={write('w.csv', *weights)}"
    )
    (one,) = document["deposits"]
    for name in ("interest_fen", "benchmark_fen", "value_added_fen", "slices"):
        assert f'"{name}": {json.dumps(one[name])}' in section
    assert f'"scopes": {json.dumps(document["scopes"])}' in section
    for column in HEADER.split(","):
        assert f"| `{column}` |" in section


def test_a_thousand_yuan_over_three_equal_scopes(write: Write) -> None:
    """Section 15: 1,000.00 = 333.34 + 333.33 + 333.33.

    1,000,000.00 for a year at 1.60 % against 1.50 %: 1,000.00 of value added.
    """
    weights = [f"{scope},2024-07-01,2025-07-01,7" for scope in "321"]
    document = answer(
        f"--file={write('d.csv', HEADER, BOOK.replace('1.95', '1.6'))}",
        f"--weights={write('w.csv', WEIGHTS, *weights)}",
    )
    assert document["scopes"] == {"1": 33_334, "2": 33_333, "3": 33_333}
    shares = document["deposits"][0]["scopes"]
    assert [shares[scope]["extra"] for scope in "123"] == [1, 0, 0]
    assert sum(shares["1"]["slices"].values()) == 33_334


@pytest.mark.parametrize(("base", "fen"), [("fen", 13_768_861), ("yuan", 13_768_860)])
def test_actual_days_on_360(write: Write, base: str, fen: int) -> None:
    """Section 15: 12,345,678.90 at 1.10 % for 365 days = 137,688.61; on whole yuan 137,688.60."""
    line = f"X,1234567890,1y,2024-07-01,2025-07-01,1.10,days360,{base}"
    (one,) = answer(f"--file={write('d.csv', HEADER, line)}")["deposits"]
    assert one["interest_fen"] == fen
    # by 1.50 %: 12,345,678.90 x 0.015 x 365 / 360 = 187,757.1999...; on whole yuan 187,757.1862...
    assert one["benchmark_fen"] == (18_775_720 if base == "fen" else 18_775_719)
    assert (one["value_added_fen"], one["shortfall_fen"]) == (0, one["benchmark_fen"] - fen)
    assert one["homes_fen"] == fen


def test_without_weights_no_scopes(write: Write) -> None:
    document = answer(f"--file={write('d.csv', HEADER, BOOK)}")
    assert document["scopes"] == {}
    assert "scopes" not in document["deposits"][0]


def test_negative_spread_as_the_parameter_says(write: Write) -> None:
    """1,000,000.00 for a year at 1.20 % against 1.50 %: 3,000.00 less than the benchmark."""
    file = f"--file={write('d.csv', HEADER, BOOK.replace('1.95', '1.2'))}"
    weights = f"--weights={write('w.csv', WEIGHTS, 'A,2024-07-01,,1', 'B,2024-07-01,,2')}"
    (one,) = answer(file)["deposits"]
    assert (one["value_added_fen"], one["shortfall_fen"]) == (0, 300_000)
    assert (one["benchmark_fen"], one["homes_fen"]) == (1_500_000, 1_200_000)
    document = answer(file, weights, "--negative=negative")
    assert document["deposits"][0]["value_added_fen"] == -300_000
    assert document["scopes"] == {"A": -100_000, "B": -200_000}


def test_early_overdue_and_estimated(write: Write) -> None:
    """Early after 100 days: 1,000,000.00 x 0.35 % x 100 / 360 = 972.22, nothing above it.

    Ten days late: 19,500.00 + 97.22 against 15,000.00 + 97.22. Not closed: as at maturity.
    """
    lines = [
        BOOK.replace("CK1", "early").replace("2025-07-01", "2024-10-09"),
        BOOK.replace("CK1", "late").replace("2025-07-01", "2025-07-11"),
        BOOK.replace("CK1", "open").replace("2025-07-01", ""),
    ]
    early, late, running = answer(f"--file={write('d.csv', HEADER, *lines)}")["deposits"]
    assert (early["kind"], early["interest_fen"], early["value_added_fen"]) == ("early", 97_222, 0)
    assert (late["interest_fen"], late["benchmark_fen"]) == (1_959_722, 1_509_722)
    assert (late["value_added_fen"], late["overdue_days"]) == (450_000, 10)
    assert late["slices"] == {"2024": 226_849, "2025": 223_151}
    assert (running["estimate"], running["value_added_fen"]) == (True, 450_000)


def test_demand_by_days_whatever_the_method(write: Write) -> None:
    """3,600,000.00 at 0.45 % for 90 days: 4,050.00; by 0.35 % 3,150.00; 900.00 above."""
    line = "D,360000000,demand,2024-01-01,2024-03-31,0.45,terms,fen"
    (one,) = answer(f"--file={write('d.csv', HEADER, line)}")["deposits"]
    assert (one["interest_fen"], one["benchmark_fen"]) == (405_000, 315_000)
    assert (one["kind"], one["value_added_fen"]) == ("demand", 90_000)
    assert any(step["what"] == "method" and "360" in step["text"] for step in one["steps"])


def test_weights_by_balance_and_days(write: Write) -> None:
    """200.00 fen x 184 days against 200.00 fen x 365: of 4,500.00 the parts are 184/549, 365/549.

    450,000 x 184 / 549 = 150,819.67..., 450,000 x 365 / 549 = 299,180.32...: 150,820 + 299,180.
    A balance before and after the term, and one that ends on its first day, weigh nothing.
    """
    weights = [
        "half,2024-01-01,2025-01-01,20000",
        "whole,2024-07-01,,20000",
        "before,2020-01-01,2024-07-01,99999",
        "after,2025-07-01,,99999",
    ]
    document = answer(
        f"--file={write('d.csv', HEADER, BOOK)}", f"--weights={write('w.csv', WEIGHTS, *weights)}"
    )
    assert document["scopes"] == {"after": 0, "before": 0, "half": 150_820, "whole": 299_180}
    assert list(document["scopes"]) == ["after", "before", "half", "whole"]


def test_other_rates_may_be_given(write: Write) -> None:
    """The rate of the opening day: 1.40 % since that very day; 5,500.00 above it."""
    rates = write("r.csv", "tenor,since_on,rate_pct", "1y,2015-10-24,1.5", "1y,2024-07-01,1.4")
    (one,) = answer(f"--file={write('d.csv', HEADER, BOOK)}", f"--rates={rates}")["deposits"]
    assert (one["benchmark_rate_pct"], one["value_added_fen"]) == ("1.40", 550_000)
    line = BOOK.replace("2025-07-01", "2025-06-30")
    said = refusal(f"--file={write('d.csv', HEADER, line)}", f"--rates={rates}")
    assert "第2行" in said and "活期的基准利率" in said


def test_encodings_orders_and_further_columns(write: Write) -> None:
    columns = HEADER.split(",")
    turned = dict(zip(columns, BOOK.split(","), strict=True)) | {"note": "备注，含逗号"}
    out = io.StringIO()
    writer = csv.DictWriter(out, sorted(turned), lineterminator="\n")
    writer.writeheader()
    writer.writerow(turned)
    whole = answer(f"--file={write('a.csv', HEADER, '', BOOK, ',,,,,,,')}")
    for encoding in ("utf-8", "utf-8-sig", "gb18030"):
        path = write("b.csv", *out.getvalue().splitlines(), encoding=encoding)
        assert answer(f"--file={path}") == whole


def test_no_deposits_at_all(write: Write) -> None:
    assert answer(f"--file={write('d.csv', HEADER)}")["deposits"] == []


def changed(column: str, text: str) -> str:
    cells = dict(zip(HEADER.split(","), BOOK.split(","), strict=True)) | {column: text}
    return ",".join(cells.values())


@pytest.mark.parametrize(
    ("column", "text", "said"),
    [
        ("id", "", "不能为空"),
        ("id", "x" * 81, "过长"),
        ("id", "a\x00b", "不可见"),
        ("principal_fen", "NaN", "应为整数分"),
        ("principal_fen", "", "应为整数分"),
        ("principal_fen", "-5", "应为整数分"),
        ("principal_fen", "1e9", "应为整数分"),
        ("principal_fen", "1.5", "应为整数分"),
        ("principal_fen", "１００", "应为整数分"),
        ("principal_fen", "0", "应在1至"),
        ("principal_fen", "9" * 19, "应在1至"),
        ("principal_fen", "9" * 20, "应为整数分"),
        ("tenor", "5y", "应为demand、3m、6m、1y、2y、3y之一"),
        ("tenor", "", "应为demand"),
        ("opened_on", "2024-02-30", "没有这样的日期"),
        ("opened_on", "", "没有这样的日期"),
        ("opened_on", "0001-01-01", "应在1949至2199年之间"),
        ("opened_on", "2010-01-01", "没有一年的基准利率"),
        ("closed_on", "2024-07-01", "应晚于起息日2024-07-01"),
        ("closed_on", "2023-07-01", "应晚于起息日"),
        ("closed_on", "soon", "没有这样的日期"),
        ("closed_on", "9999-12-31", "应在1949至2199年之间"),
        ("agreed_rate_pct", "NaN", "应为百分数"),
        ("agreed_rate_pct", "-1", "应为百分数"),
        ("agreed_rate_pct", "1.95%", "应为百分数"),
        ("agreed_rate_pct", "1.23456", "最多4位小数"),
        ("agreed_rate_pct", "101", "利率高于100%"),
        ("agreed_rate_pct", "", "应为百分数"),
        ("method", "term", "应为terms、days360之一"),
        ("base", "jiao", "应为fen、yuan之一"),
    ],
)
def test_bad_cells_are_told_with_line_and_column(
    write: Write, column: str, text: str, said: str
) -> None:
    line = changed(column, text)
    detail = refusal(f"--file={write('d.csv', HEADER, BOOK.replace('CK1', 'CK0'), line)}")
    assert "存款文件第3行" in detail and said in detail
    if "基准利率" not in said:
        assert column in detail


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        ([HEADER, BOOK, BOOK], "第3行id：与第2行重复：CK1"),
        ([HEADER.replace(",base", "")], "第1行缺少列：base"),
        ([BOOK], "第1行缺少列：id、principal_fen"),
        ([HEADER + ",id", BOOK + ",x"], "第1行列名重复：id"),
        ([HEADER, BOOK + ",x"], "第2行：有9列，列名有8个"),
        ([HEADER, BOOK[:-4]], "第2行：有7列，列名有8个"),
        ([HEADER, '"CK1'], "不是CSV"),
        ([""], "是空的"),
        (
            [HEADER, BOOK.replace("1y", "demand").replace("2025-07-01", "")],
            "第2行closed_on：活期存款没有到期日",
        ),
        ([HEADER, changed("base", "yuan").replace("100000000", "99")], "本金至少1元"),
    ],
)
def test_bad_files_are_told(write: Write, lines: list[str], said: str) -> None:
    assert said in refusal(f"--file={write('d.csv', *lines)}")


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        (["A,2024-01-01,,5", "A,2025-01-01,,5"], "第2行与第3行：单位A的期间重叠"),
        (["A,2024-01-01,2024-03-02,5", "A,2024-03-01,,5"], "单位A的期间重叠"),
        (["A,2024-01-01,2024-01-01,5"], "第2行to_on：应晚于from_on"),
        (["A,,,5"], "第2行from_on"),
        (["A,2024-01-01,,-5"], "第2行balance_fen：应为整数分"),
        (["A,2024-01-01,,1e5"], "第2行balance_fen"),
        ([",2024-01-01,,5"], "第2行scope_id：不能为空"),
        (["A,2026-01-01,,5"], "存款期间内没有任何分户余额"),
        ([], "存款期间内没有任何分户余额"),
    ],
)
def test_bad_weights_are_told(write: Write, lines: list[str], said: str) -> None:
    file = f"--file={write('d.csv', HEADER, BOOK)}"
    assert said in refusal(file, f"--weights={write('w.csv', WEIGHTS, *lines)}")


def test_adjoining_periods_do_not_overlap(write: Write) -> None:
    """The day on which one ends and the next begins counts once."""
    file = f"--file={write('d.csv', HEADER, BOOK)}"
    lines = ["A,2024-12-01,,5", "A,2024-01-01,2024-12-01,5"]
    document = answer(file, f"--weights={write('w.csv', WEIGHTS, *lines)}")
    assert document["deposits"][0]["scopes"]["A"]["weight"] == 5 * 365


def test_nothing_earned_needs_no_weights(write: Write) -> None:
    file = f"--file={write('d.csv', HEADER, BOOK.replace('1.95', '1.5'))}"
    document = answer(file, f"--weights={write('w.csv', WEIGHTS, 'A,2030-01-01,,5')}")
    assert document["scopes"] == {"A": 0}


def test_bad_rates_and_missing_files_are_told(write: Write, tmp_path: Path) -> None:
    file = f"--file={write('d.csv', HEADER, BOOK)}"
    twice = write("r.csv", "tenor,since_on,rate_pct", "1y,2015-10-24,1.5", "1y,2015-10-24,1.6")
    assert "基准利率文件第3行since_on" in refusal(file, f"--rates={twice}")
    assert "无法读取存款文件" in refusal(f"--file={tmp_path / 'none.csv'}")
    assert "--file" in refusal()
    (tmp_path / "big.csv").write_bytes(b"x" * (50_000_001))
    assert "超过50000000字节" in refusal(f"--file={tmp_path / 'big.csv'}")
    (tmp_path / "bytes.csv").write_bytes(b"\xff\xfe\x00\x01\xff")
    assert "存款文件" in refusal(f"--file={tmp_path / 'bytes.csv'}")


@given(st.binary(max_size=80), st.integers(0, 120))
def test_whatever_stands_in_a_file_is_answered_or_refused(
    tmp_path_factory: pytest.TempPathFactory, noise: bytes, at: int
) -> None:
    good = f"{HEADER}\n{BOOK}\n".encode()
    path = tmp_path_factory.getbasetemp() / "noise.csv"
    path.write_bytes(good[:at] + noise + good[at:])
    code, document = ask(f"--file={path}")
    assert code in (0, 2) and ("detail" in document) is (code == 2)
