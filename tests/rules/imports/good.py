"""A small roll without a fault, as its sheets have it, and ways to spoil one cell of it."""

from collections.abc import Mapping
from datetime import date

from rules.imports import Checked, Existing, check
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
