"""One cell becomes one exact value, or is refused with a reason. R2.7, R3.1."""

from datetime import date, datetime
from fractions import Fraction

import pytest

from rules.imports import Unread
from rules.imports.cells import BROKEN, FORMULA, BadCell, area_cm2, day, money_fen, rate_e4
from rules.imports.cells import share as read_share
from tests.rules.imports.good import LI, WANG, judged, only, resident, with_cell


@pytest.mark.parametrize(
    ("cell", "cm2"),
    [
        (89.53000000000001, 895_300),
        (89.53000000000002, 895_300),
        ("89.53000000000001", 895_300),
        (0.1 + 0.2, 3_000),
        ("89.5312", 895_312),
        (12345.6789, 123_456_789),
        (100, 1_000_000),
        ("1,234.5", 12_345_000),
        (1e2, 1_000_000),
    ],
)
def test_areas_are_exact(cell: object, cm2: int) -> None:
    assert area_cm2(100_000)(cell) == cm2  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "cell",
    [
        *(0, -1, "0", "八十九", "89.53㎡", "89.53001", 89.53001, "1,23.4", "８９.５３", "1e2", ""),
        *(
            float("nan"),
            float("inf"),
            1e300,
            True,
            date(2024, 1, 5),
            "100000.0001",
            "--1",
            "1.",
            "٣",
        ),
        "89.5300000000000000000001",
    ],
)
def test_areas_that_are_none(cell: object) -> None:
    with pytest.raises(BadCell):
        area_cm2(100_000)(cell)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("cell", "fen"),
    [
        (1234.56, 123_456),
        ("1,234.56", 123_456),
        (0, 0),
        (0.07 + 0.01, 8),
        ("999999999999.99", None),
    ],
)
def test_money_is_exact(cell: object, fen: int | None) -> None:
    assert money_fen(cell) == (99_999_999_999_999 if fen is None else fen)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "cell", ["1.234", -0.01, "1.2345678901234567", 1e15, "12 元", "1234567890123.456"]
)
def test_money_that_is_none(cell: object) -> None:
    with pytest.raises(BadCell):
        money_fen(cell)  # type: ignore[arg-type]


def test_a_rate_in_percent_format_is_not_taken_for_a_tiny_one() -> None:
    assert rate_e4("1.95%") == rate_e4(1.95) == rate_e4("1.95") == 19_500
    with pytest.raises(BadCell, match="百分比"):
        rate_e4(0.0195)


@pytest.mark.parametrize(
    "cell",
    [
        *("2024-01-05", "2024/1/5", "2024.1.5", "2024年1月5日", "20240105", "2024-1-5 00:00:00"),
        *(45296, 45296.0, "45296", 20240105, date(2024, 1, 5), datetime(2024, 1, 5, 23, 59)),
        " 2024-01-05\u3000",
    ],
)
def test_days_in_every_spelling(cell: object) -> None:
    assert day(cell) == date(2024, 1, 5)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "cell",
    [
        *(
            "2024-02-30",
            "2023-02-29",
            "05/01/2024",
            "2024-01",
            "24-01-05",
            "明天",
            "２０２４-01-05",
        ),
        *(0, 60, 2024, -1, 1e9, float("nan"), True, "1949-12-31", "2100-01-01", "2024-13-01"),
    ],
)
def test_days_that_are_none(cell: object) -> None:
    with pytest.raises(BadCell):
        day(cell)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("cell", "value"),
    [("1/3", Fraction(1, 3)), ("50%", Fraction(1, 2)), (0.5, Fraction(1, 2)), (1, Fraction(1))],
)
def test_shares(cell: object, value: Fraction) -> None:
    assert read_share(cell) == value  # type: ignore[arg-type]


@pytest.mark.parametrize("cell", ["0", "3/2", "1/0", 50, "半", date(2024, 1, 2), "1／2", "101%"])
def test_shares_that_are_none(cell: object) -> None:
    with pytest.raises(BadCell):
        read_share(cell)  # type: ignore[arg-type]


NUMBER_LOST = 999901198001010010.0

FAULTY_CELLS = [
    ("房屋", 0, "登记面积", "八十九", "不是数字"),
    ("房屋", 0, "登记面积", "８９.５", "全角"),
    ("房屋", 0, "登记面积", -3, "大于 0"),
    ("房屋", 0, "登记面积", "89.123456", "小数位过多"),
    ("房屋", 0, "登记面积", "200000", "面积过大"),
    ("房屋", 0, "登记面积", Unread("179.06", FORMULA), "公式"),
    ("房屋", 0, "登记面积", "=89+1", "公式"),
    ("房屋", 0, "登记面积", Unread("", BROKEN), "错误值"),
    ("房屋", 0, "用途", "仓库", "住宅、商业、办公"),
    ("房屋", 0, "房号", "一" * 41, "内容过长"),
    ("房屋", 0, "房号", "1\x0001", "空字符"),
    ("房屋", 0, "房号", "1\x0701", "不可见字符"),
    ("房屋", 0, "房号", "1\ud80001", "不可见字符"),
    ("房屋", 0, "房号", "10\u202e1", "不可见字符"),
    ("房屋", 0, "房号", "\ue000室", "自造字"),
    ("房屋", 0, "房号", None, "不能为空"),
    ("房屋", 0, "房号", " \u3000", "不能为空"),
    ("房屋", 0, "房屋编号", "H１", "全角"),
    ("房屋", 0, "房屋编号", "H 1", "编号只能含"),
    ("房屋", 0, "房屋编号", date(2024, 1, 5), "转换成了日期"),
    ("业主", 0, "权属起始日期", "2020-02-30", "日期不存在"),
    ("业主", 0, "权属起始日期", "五月", "日期无法识别"),
    ("业主", 0, "权属起始日期", "2026-03-03", "晚于今天"),
    ("业主", 0, "权属终止日期", "2020-05-01", "晚于起始日期"),
    ("业主", 0, "证件号码", LI[:-1] + ("1" if LI[-1] != "1" else "2"), "校验码不符"),
    ("业主", 0, "证件号码", resident(1, "19801301"), "出生日期"),
    ("业主", 0, "证件号码", LI[:-2], "18 位"),
    ("业主", 0, "证件号码", NUMBER_LOST, "末几位已丢失"),
    ("业主", 0, "证件号码", "9.99901E+17", "科学计数"),
    ("业主", 0, "证件号码", "９" + LI[1:], "全角"),
    ("业主", 0, "证件类型", "户口本", "居民身份证"),
    ("业主", 0, "联系电话", "12345", "电话号码"),
    ("业主", 0, "份额", "两成", "份额"),
    ("电梯", 0, "服务单元", "U2、U2", "重复填写"),
    ("电梯", 0, "下次检验日期", "2024-01-05", "晚于上次"),
    ("电梯", 0, "上次检验日期", "2019-01-05", "早于安装日期"),
    ("维修资金", 0, "余额", -1, "负数"),
    ("维修资金", 0, "余额", "1.005", "小数位过多"),
    ("统筹期初", 0, "截止日期", "2026-12-31", "晚于今天"),
    ("存款", 0, "到期日", "2025-06-30", "应为 2025-07-01"),
    ("存款", 0, "约定利率", 0.0195, "百分比"),
    ("小区", 0, "物业服务企业", None, "须填写企业名称"),
]


@pytest.mark.parametrize(("title", "row", "column", "cell", "reason"), FAULTY_CELLS)
def test_a_faulty_cell_is_told_with_its_place(
    title: str, row: int, column: str, cell: object, reason: str
) -> None:
    if (title, column) == ("房屋", "房屋编号"):
        changes = with_cell(title, row, 房屋编号=cell) | {"业主": [], "维修资金": []}
    else:
        changes = with_cell(title, row, **{column: cell})
    where = only(judged(changes))
    assert where[:3] == (title, row + 2, column)
    assert reason in where[4]


def test_personal_values_are_masked_in_errors() -> None:
    wrong = LI[:-1] + ("1" if LI[-1] != "1" else "2")
    slipped = with_cell("业主", 0, 证件号码=wrong)
    slipped["业主"][1] |= {"业主姓名": "王示例" * 50, "证件号码": LI + "*"}
    slipped["业主"][1] |= {"联系电话": "1541234567", "份额": WANG}
    checked = judged(slipped)
    assert checked.errors_total == 5
    shown = " ".join(error.value_shown + error.reason for error in checked.errors)
    for secret in (wrong, LI, WANG, LI[6:14], "1541234567", "示例"):
        assert secret not in shown


def test_an_error_shows_the_value_short_and_printable() -> None:
    error = judged(with_cell("房屋", 0, 用途="坏\x00" * 500)).errors[0]
    assert len(error.value_shown) <= 60 and error.value_shown.isprintable()
