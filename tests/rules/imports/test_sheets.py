"""Sheets, headers and the list of errors of an import. R2.7."""

from rules.imports import SHEETS, check, sheet_for
from rules.imports.faults import KEPT
from rules.imports.sheets import IGNORED_TITLES, columns_by_title, plain
from tests.rules.imports.good import GOOD, judged, only, sheet, told, with_cell


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
