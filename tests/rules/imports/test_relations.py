"""What rows must say together: keys, references, owners, areas. R2.1 to R2.4."""

from datetime import date

import pytest

from rules.imports import Existing, check
from rules.imports.relations import BEHIND_THE_DOOR
from rules.income import maturity
from tests.rules.imports.good import (
    FIRM,
    GOOD,
    LI,
    Cells,
    judged,
    only,
    resident,
    sheet,
    told,
    with_cell,
)


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


def test_an_opening_comes_into_a_year_that_takes_entries() -> None:
    """R4.7: nothing is posted into a year that was distributed; what stands there is known."""
    year = int(str(GOOD["统筹期初"][0]["截止日期"])[:4])
    reason = f"{year} 年度已经结账，截止日期须在其后"
    shut = judged(existing=Existing(shut_year=year))
    assert told(shut) == [
        (title, line, "截止日期")
        for title in ("维修资金", "统筹期初")
        for line in range(2, 2 + len(GOOD[title]))
    ]
    assert {error.reason for error in shut.errors} == {reason}
    assert judged(existing=Existing(shut_year=year - 1)).errors == ()
    nothing = with_cell("维修资金", 0, 余额=0) | with_cell("统筹期初", 0, 金额=0)
    assert len(judged(nothing, Existing(shut_year=year)).errors) == len(GOOD["统筹期初"]) - 1


def test_no_opening_comes_to_a_building_whose_door_is_shut() -> None:
    """R2.9: a list may go on changing the building's homes, and bring money to other ones."""
    shut = judged(existing=Existing(shut=frozenset({"B1"}), units={"U1": "B1"}))
    assert set(told(shut)) == {("维修资金", 2, "房屋编号"), ("统筹期初", 2, "楼栋或单元编号")}
    assert {error.reason for error in shut.errors} == {BEHIND_THE_DOOR}
    nothing = with_cell("维修资金", 0, 余额=0)
    assert {where[0] for where in told(judged(nothing, Existing(shut=frozenset({"B1"}))))} == {
        "统筹期初"
    }
    funds = {"维修资金": sheet(GOOD["维修资金"])}
    home = str(GOOD["维修资金"][0]["房屋编号"])
    known = Existing(homes=frozenset({home}), shut_homes=frozenset({home}))
    assert check(funds, known).errors_total == 1  # type: ignore[arg-type]


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
