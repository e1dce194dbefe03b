"""Every kind of mistake in a roll import is told by sheet, row, column and reason. R2.7."""

from collections.abc import Mapping
from datetime import date, datetime
from fractions import Fraction

import pytest

from rules.imports import SHEETS, Checked, Existing, Unread, check, sheet_for
from rules.imports.cells import BROKEN, FORMULA, BadCell, area_cm2, day, money_fen, rate_e4
from rules.imports.cells import share as read_share
from rules.imports.faults import KEPT
from rules.imports.sheets import IGNORED_TITLES, columns_by_title, plain
from rules.imports.single import maturity
from rules.people import body_check_character, resident_check_character

TODAY = date(2026, 3, 2)


def resident(number: int, born: str = "19800101") -> str:
    stem = f"999901{born}{number:03d}"
    return stem + resident_check_character(stem)


def body(number: int) -> str:
    stem = f"91999901MA{number:07d}"
    return stem + body_check_character(stem)


LI, WANG, FIRM = resident(1), resident(2), body(1)

Cells = dict[str, object]
GOOD: dict[str, list[Cells]] = {
    "小区": [
        {"小区编号": "C1", "小区名称": "听溪苑", "街道": "东岸街道", "物业服务企业": "示例物业"}
    ],
    "楼栋": [
        {"小区编号": "C1", "楼栋编号": "B1", "楼栋名称": "1栋", "记账单位": "幢"},
        {"小区编号": "C1", "楼栋编号": "B2", "楼栋名称": "2栋", "记账单位": "单元"},
    ],
    "单元": [
        {"楼栋编号": "B1", "单元编号": "U1", "单元名称": "1单元"},
        {"楼栋编号": "B2", "单元编号": "U2", "单元名称": "1单元"},
        {"楼栋编号": "B2", "单元编号": "U3", "单元名称": "2单元"},
    ],
    "房屋": [
        {"房屋编号": "H1", "单元编号": "U1", "房号": 101.0, "登记面积": 89.53, "用途": "住宅"},
        {"房屋编号": "H2", "单元编号": "U2", "房号": "102", "合同面积": "100", "用途": "住宅"},
    ],
    "业主": [
        {
            "房屋编号": "H1",
            "业主姓名": "李示例",
            "证件类型": "居民身份证",
            "证件号码": LI,
            "权属起始日期": date(2020, 5, 1),
        },
        {
            "房屋编号": "H2",
            "业主姓名": "王示例",
            "证件类型": "居民身份证",
            "证件号码": WANG,
            "权属起始日期": date(2021, 5, 1),
            "联系电话": "15412345678",
        },
    ],
    "电梯": [
        {
            "注册代码": "31109999992020010001",
            "服务单元": "U2、U3",
            "安装日期": "2020-01-05",
            "上次检验日期": "2024-01-05",
            "下次检验日期": "2027-01-05",
            "维保单位": "示例电梯",
            "状态": "在用",
        }
    ],
    "维保": [
        {
            "注册代码": "31109999992020010001",
            "维保日期": "2026-02-20",
            "维保单位": "示例电梯",
            "维保结果": "正常",
        }
    ],
    "维修资金": [
        {"房屋编号": "H1", "首期交存": 7162.4, "余额": "7,000.05", "截止日期": "2025-12-31"}
    ],
    "统筹期初": [
        {"楼栋或单元编号": "B1", "金额": 3000, "截止日期": "2025-12-31", "来源": "以前年度"},
        {"楼栋或单元编号": "U2", "金额": 1500.5, "截止日期": "2025-12-31", "来源": "以前年度"},
    ],
    "存款": [
        {
            "存款编号": "D1",
            "开户银行": "示例银行",
            "账号": "99990001",
            "本金": "1,000,000.00",
            "存期": "1年",
            "起息日": "2024-07-01",
            "约定利率": "1.95%",
            "基准利率": 1.5,
            "计息方式": "整期",
            "到期日": "2025-07-01",
        }
    ],
}


def sheet(rows: list[Cells]) -> list[list[object]]:
    titles = list(dict.fromkeys(title for row in rows for title in row))
    return [titles, *([row.get(title) for title in titles] for row in rows)]


def judged(
    changes: Mapping[str, list[Cells]] | None = None, existing: Existing | None = None
) -> Checked:
    """The good sheets with some replaced, checked."""
    sheets = {title: sheet(rows) for title, rows in (GOOD | dict(changes or {})).items() if rows}
    return check(sheets, existing, today=TODAY)  # type: ignore[arg-type]


def with_cell(title: str, row: int, **cells: object) -> dict[str, list[Cells]]:
    """The good rows of one sheet with cells of one row replaced (0 is the first row of data)."""
    rows = [dict(cells_) for cells_ in GOOD[title]]
    rows[row] |= cells
    return {title: rows}


def told(checked: Checked) -> list[tuple[str, int, str]]:
    return [(error.sheet, error.row, error.column) for error in checked.errors]


def only(checked: Checked) -> tuple[str, int, str, str, str]:
    assert checked.errors_total == 1, checked.errors
    e = checked.errors[0]
    return e.sheet, e.row, e.column, e.value_shown, e.reason


def test_good_sheets_become_exact_rows() -> None:
    checked = judged()
    assert checked.errors == ()
    rows = checked.rows
    assert [home.room for home in rows.homes] == ["101", "102"]
    assert rows.homes[0].registered_cm2 == 895_300
    assert rows.homes[1].contract_cm2 == 1_000_000
    assert (rows.funds[0].first_deposit_fen, rows.funds[0].balance_fen) == (716_240, 700_005)
    assert rows.openings[1].amount_fen == 150_050
    deposit = rows.deposits[0]
    assert (deposit.agreed_rate_e4, deposit.benchmark_rate_e4) == (19_500, 15_000)
    assert deposit.principal_fen == 100_000_000
    assert rows.elevators[0].units == ("U2", "U3")
    assert rows.buildings[1].kept_per == "unit"
    assert checked.counts["homes"] == 2
    assert rows.owners[1].line == 3


# --- cells


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


# --- faults of one cell, as they are told

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


# --- headers and sheets


def test_a_missing_column_is_told_once() -> None:
    rows = [{k: v for k, v in row.items() if k != "用途"} for row in GOOD["房屋"]]
    assert only(judged({"房屋": rows}))[1:] == (1, "用途", "", "缺少“用途”列")


def test_unknown_and_repeated_columns() -> None:
    assert "多余的列" in only(judged(with_cell("房屋", 0, 朝向="南")))[4]
    assert "重复出现" in only(judged(with_cell("房屋", 0, 室号="101")))[4]


def test_titles_with_units_stars_blanks_and_other_words_are_known() -> None:
    rows = sheet(GOOD["房屋"])
    rows[0] = ["房屋代码", "单 元 编 号*", "室号", "产权面积（㎡）", "房屋用途", "合同面积(m2)"]
    assert len(rows[1]) == len(rows[0])
    sheets = {title: sheet(r) for title, r in GOOD.items()} | {"房屋": rows}
    assert check(sheets).errors == ()  # type: ignore[arg-type]


def test_a_table_title_above_the_header_and_empty_rows_are_passed_over() -> None:
    rows: list[list[object]] = [["示例市房屋清册"], [], *sheet(GOOD["房屋"]), [None, "", " "]]
    sheets = {title: sheet(r) for title, r in GOOD.items()} | {"房屋": rows}
    checked = check(sheets)  # type: ignore[arg-type]
    assert checked.errors == ()
    assert [home.line for home in checked.rows.homes] == [4, 5]


def test_a_value_under_no_title_is_not_lost_without_a_word() -> None:
    rows = sheet(GOOD["小区"])
    rows[1].append("听溪")
    sheets = {title: sheet(r) for title, r in GOOD.items()} | {"小区": rows}
    assert "没有列名" in only(check(sheets))[4]  # type: ignore[arg-type]


def test_sheets_unknown_doubled_empty_or_without_header() -> None:
    assert "无法识别" in judged({"车辆": [{"车牌": "1"}]}).errors[0].reason
    assert "重复出现" in judged({"房屋信息表": GOOD["房屋"]}).errors[0].reason
    assert judged({"说明": [{"甲": "乙"}]}).errors == ()
    assert "没有找到可导入" in check({}).errors[0].reason
    assert "没有表头" in check({"小区": []}).errors[0].reason
    assert "没有找到表头" in check({"小区": [["甲", "乙"]] * 9}).errors[0].reason


def test_sheet_names_in_use() -> None:
    names = {"房屋": "homes", "房屋信息表": "homes", "幢": "buildings", "HOMES": "homes"}
    for title, name in names.items():
        found = sheet_for(title)
        assert found is not None and found.name == name
    assert sheet_for("车辆") is None


def test_no_title_means_two_columns() -> None:
    for one in SHEETS:
        words = [plain(w) for c in one.columns for w in (c.title, *c.also)]
        assert len(words) == len(set(words)) == len(columns_by_title(one)), one.title
        assert not IGNORED_TITLES & set(words)
        assert set(one.key) <= {c.field for c in one.columns if c.required}


# --- rows beside other rows


def test_duplicated_keys_name_the_first_row() -> None:
    doubled = [*GOOD["房屋"], GOOD["房屋"][0] | {"登记面积": 90}]
    assert only(judged({"房屋": doubled})) == ("房屋", 4, "房屋编号", "H1", "与第 2 行重复")
    visits = [*GOOD["维保"], GOOD["维保"][0] | {"维保日期": "2026/2/20"}]
    assert "重复" in only(judged({"维保": visits}))[4]


def test_dangling_references() -> None:
    cases = [
        ("楼栋", 0, "小区编号", "小区中没有"),
        ("房屋", 1, "单元编号", "单元中没有"),
        ("业主", 0, "房屋编号", "房屋中没有"),
        ("维保", 0, "注册代码", "电梯中没有"),
        ("维修资金", 0, "房屋编号", "房屋中没有"),
        ("统筹期初", 0, "楼栋或单元编号", "楼栋或单元中没有"),
        ("电梯", 0, "服务单元", "单元中没有"),
    ]
    for title, row, column, reason in cases:
        where = only(judged(with_cell(title, row, **{column: "X9"})))
        assert where[:4] == (title, row + 2, column, "X9") and reason in where[4]


def test_a_faulty_row_still_answers_references_to_it() -> None:
    assert told(judged(with_cell("房屋", 0, 登记面积="坏"))) == [("房屋", 2, "登记面积")]


def test_a_file_with_some_sheets_refers_to_the_existing_roll() -> None:
    sheets = {title: sheet(GOOD[title]) for title in ("业主", "维保", "统筹期初")}
    assert check(sheets).errors_total == 5  # type: ignore[arg-type]
    existing = Existing(
        buildings={"B1": "building", "B2": "unit"},
        units={"U2": "B2"},
        homes=frozenset({"H1", "H2"}),
        elevators=frozenset({"31109999992020010001"}),
    )
    assert check(sheets, existing).errors == ()  # type: ignore[arg-type]


def test_openings_stand_for_the_scope_that_the_account_is_kept_for() -> None:
    assert "应填单元编号" in only(judged(with_cell("统筹期初", 0, 楼栋或单元编号="B2")))[4]
    assert "应填楼栋编号" in only(judged(with_cell("统筹期初", 1, 楼栋或单元编号="U1")))[4]


def test_codes_of_units_and_buildings_differ() -> None:
    units = [*GOOD["单元"], {"楼栋编号": "B1", "单元编号": "B1", "单元名称": "2单元"}]
    assert "与楼栋编号相同" in only(judged({"单元": units}))[4]


def test_an_elevator_serves_units_of_one_building() -> None:
    assert "不在同一楼栋" in only(judged(with_cell("电梯", 0, 服务单元="U1,U2")))[4]


def test_areas_from_sources_that_contradict_need_a_word() -> None:
    """R2.1: the order of sources decides, but 3 % apart is asked about."""
    assert judged(with_cell("房屋", 0, 登记面积=100, 合同面积=103)).errors == ()
    apart = with_cell("房屋", 0, 登记面积=100, 合同面积="103.0001")
    assert only(judged(apart))[2] == "面积差异说明"
    apart["房屋"][0]["面积差异说明"] = "重新测绘"
    assert judged(apart).errors == ()
    none = with_cell("房屋", 0, 登记面积=None)
    assert "至少填写一种" in only(judged(none))[4]


def owners(*rows: Cells) -> dict[str, list[Cells]]:
    base = GOOD["业主"][0]
    return {"业主": [base | row for row in rows]}


A, B, C = (resident(n) for n in (11, 12, 13))

GOOD_OWNERS: list[tuple[Cells, ...]] = [
    ({"份额": "1/3"}, {"证件号码": B, "份额": "1/3"}, {"证件号码": C, "份额": "1/3"}),
    ({"份额": "70%"}, {"证件号码": B, "份额": 0.3}),
    ({}, {"证件号码": B}),
    ({"份额": 1},),
    ({"权属终止日期": "2022-01-01"}, {"证件号码": B, "权属起始日期": "2022-01-01"}),
    ({"权属终止日期": "2022-01-01"}, {"权属起始日期": "2024-01-01"}),
    (
        {"份额": "1/2"},
        {"证件号码": B, "份额": "1/2", "权属终止日期": "2022-01-01"},
        {"证件号码": C, "份额": "1/2", "权属起始日期": "2022-01-01"},
    ),
    ({"共有代表": "是"}, {"证件号码": B}),
]
BAD_OWNERS: list[tuple[str, str, tuple[Cells, ...]]] = [
    ("份额", "合计为 99.99%", ({"份额": "33.33%"}, {"证件号码": B, "份额": "66.66%"})),
    ("份额", "合计为 5/6", ({"份额": "1/2"}, {"证件号码": B, "份额": "1/3"})),
    ("份额", "合计为 110%", ({"份额": "60%"}, {"证件号码": B, "份额": "50%"})),
    ("份额", "合计为 50%", ({"份额": "1/2"},)),
    ("份额", "全部填写", ({"份额": "1/2"}, {"证件号码": B})),
    ("权属起始日期", "与第 2 行重叠", ({}, {"证件号码": B, "权属起始日期": "2022-01-01"})),
    (
        "权属起始日期",
        "与第 2 行重叠",
        ({"份额": 1}, {"证件号码": B, "份额": 1, "权属起始日期": "2022-01-01"}),
    ),
    (
        "权属起始日期",
        "与第 2 行重叠",
        ({"权属终止日期": "2022-01-02"}, {"证件号码": B, "权属起始日期": "2022-01-01"}),
    ),
    ("权属起始日期", "同一业主", ({}, {"权属起始日期": "2022-01-01"})),
    ("共有代表", "超过一人", ({"共有代表": "是"}, {"证件号码": B, "共有代表": "是"})),
]


def named(rows: tuple[Cells, ...]) -> dict[str, list[Cells]]:
    """Each certificate with a name of its own."""
    return owners(
        *(
            {"业主姓名": f"某{r.get('证件号码', LI)}"[:3] + str(i), **r} if "证件号码" in r else r
            for i, r in enumerate(rows)
        )
    )


@pytest.mark.parametrize("rows", GOOD_OWNERS)
def test_histories_of_owners_that_hold(rows: tuple[Cells, ...]) -> None:
    """R2.3, R2.4: shares sum to one at every moment; a seller ends on the day the buyer begins."""
    assert judged(named(rows)).errors == ()


@pytest.mark.parametrize(("column", "reason", "rows"), BAD_OWNERS)
def test_histories_of_owners_that_do_not(column: str, reason: str, rows: tuple[Cells, ...]) -> None:
    where = only(judged(named(rows)))
    assert where[0] == "业主" and where[2] == column
    assert reason in where[4]


def test_an_unreadable_owner_does_not_make_the_others_shares_wrong() -> None:
    rows = named(({"份额": "1/2"}, {"证件号码": "坏", "份额": "1/2"}))
    assert told(judged(rows)) == [("业主", 3, "证件号码")]


def test_one_certificate_is_one_name() -> None:
    """R2.2: else the homes of one owner could not be counted as one head."""
    same = with_cell("业主", 1, 证件号码=LI, 业主姓名="李 示例")
    assert judged(same).errors == ()
    other = with_cell("业主", 1, 证件号码=LI)
    assert "另一个姓名" in only(judged(other))[4]


def test_old_numbers_bodies_and_passports() -> None:
    old = LI[:6] + LI[8:17]
    rows = judged(with_cell("业主", 0, 证件号码=old)).rows
    assert rows.owners[0].id_number == LI
    assert judged(with_cell("业主", 0, 证件类型="营业执照", 证件号码=FIRM.lower())).errors == ()
    assert judged(with_cell("业主", 0, 证件类型="护照", 证件号码="SP1234567")).errors == ()
    assert "信用代码" in only(judged(with_cell("业主", 0, 证件类型="营业执照")))[4]


def test_terms_end_on_the_same_day_or_the_months_last() -> None:
    """R4.2."""
    assert maturity(date(2024, 8, 31), "6m") == date(2025, 2, 28)
    assert maturity(date(2023, 11, 30), "3m") == date(2024, 2, 29)
    assert maturity(date(2024, 2, 29), "1y") == date(2025, 2, 28)
    assert maturity(date(2024, 12, 31), "1y") == date(2025, 12, 31)


def test_many_errors_are_counted_and_only_the_first_kept() -> None:
    rows = [GOOD["小区"][0] | {"小区编号": f"C{n}", "街道": None} for n in range(KEPT + 50)]
    checked = judged({"小区": rows} | {title: [] for title in GOOD if title != "小区"})
    assert checked.errors_total == KEPT + 50
    assert len(checked.errors) == KEPT
    assert checked.errors[-1].row == KEPT + 1


def test_errors_come_in_the_order_of_sheets_and_rows() -> None:
    changes = with_cell("房屋", 1, 用途="无") | with_cell("小区", 0, 街道=None)
    changes["房屋"][0]["单元编号"] = "X"
    assert told(judged(changes)) == [
        ("小区", 2, "街道"),
        ("房屋", 2, "单元编号"),
        ("房屋", 3, "用途"),
    ]
