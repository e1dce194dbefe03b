"""The line at which a home must top up: opened, ended, told, listed. fund.topup, section 6."""

import io

from openpyxl import load_workbook

from handlers.funds import passing
from models.base import sql
from models.parameters import ParameterVersion
from tests.handlers.funds.till import Till


async def listed(till: Till, query: str = "", path: str = "/fund-warnings") -> list[str]:
    body = await till.city.must("GET", f"{path}{query}", await till.city.staff("auditor"))
    return [item["home"] for item in body["items"]]


async def test_at_the_line_nothing_one_fen_below_a_warning(till: Till) -> None:
    """First deposit 100.00: with 30.00 left all is well, with 29.99 the owner is asked for 0.01."""
    await till.post("first", {"1-201": 10_000})
    await till.post("use", {"1-201": 7_000})
    assert await listed(till) == [] and not (await till.fund("1-201"))["low"]
    await till.post("use", {"1-201": 1})
    body = await till.city.must("GET", "/fund-warnings", await till.city.staff("clerk"))
    warning = body["items"][0]
    assert (warning["balance_fen"], warning["missing_fen"]) == (2_999, 1)
    assert (warning["first_deposit_fen"], warning["line_percent"]) == (10_000, 30)
    assert await till.told("fund_runs_low") == [till.city.roll.people["owner2"].person_id]
    fund = await till.fund("1-201", "owner2")
    assert fund["low"] and fund["missing_fen"] == 1
    text = (await sql("SELECT text FROM message WHERE kind = 'fund_runs_low'"))[0]["text"]
    assert text == (
        "石榴苑1栋1单元201的维修资金余额29.99元，不足首期交存额的30%，"
        "至少应续筹0.01元，请按规定续筹。"
    )


async def test_a_warning_is_told_once_and_ends_when_restored(till: Till) -> None:
    await till.post("first", {"1-201": 10_000})
    await till.post("use", {"1-201": 8_000})
    await till.post("use", {"1-201": 1_000})
    assert len(await till.told("fund_runs_low")) == 1
    await till.post("topup", {"1-201": 1_999})
    assert await listed(till) == ["SLY-1-1-201"]
    await till.post("topup", {"1-201": 1})
    assert await listed(till) == []
    assert await till.told("fund_restored") == [till.city.roll.people["owner2"].person_id]
    await till.post("use", {"1-201": 1})
    assert len(await sql("SELECT 1 AS x FROM fund_warning")) == 2


async def test_interest_counts_and_the_days_round_sees_it(till: Till) -> None:
    """A closing that gives interest restores a home: seen by the next day's round."""
    await till.post("first", {"1-201": 10_000})
    await till.post("use", {"1-201": 7_001})
    await till.city.due()
    await till.interest("1-201", 1)
    await till.city.due()
    assert await listed(till) == ["SLY-1-1-201"]
    till.city.clock.advance(days=1)
    await till.city.due()
    assert await listed(till) == []


async def test_another_line_is_judged_by_the_next_round(till: Till) -> None:
    """fund.topup is a parameter: at 50 % a home with 40 % runs low."""
    await till.post("first", {"1-201": 10_000})
    await till.post("use", {"1-201": 6_000})
    assert await till.city.due() == 2
    assert await till.city.due() == 0
    await ParameterVersion.create(
        values={"fund.topup": 50},
        source="示例",
        entered_by=till.city.roll.accounts["clerk"],
        entered_at=till.city.clock(),
    )
    till.city.clock.advance(days=1)
    await till.city.due()
    assert await listed(till) == ["SLY-1-1-201"]


async def test_a_round_goes_on_where_it_was(till: Till, monkeypatch) -> None:  # type: ignore[no-untyped-def]
    """Fifteen homes in parts of four: four parts, each home looked at once, then nothing."""
    monkeypatch.setattr(passing, "AT_ONCE", 4)
    await till.post("first", {"1-201": 10_000, "2-601": 10_000})
    await till.post("use", {"1-201": 1, "2-601": 1})
    # As if both had run low by something that no batch did.
    await sql("UPDATE home SET first_deposit_fen = 100000 WHERE first_deposit_fen = 10000")
    assert await passing.round_due(till.city.clock()) == ["2025-09-15"]
    assert await till.city.due() == 1 + 4
    assert await listed(till) == ["SLY-1-1-201", "SLY-1-2-601"]
    assert await till.city.due() == 0


async def test_lists_narrow_page_and_tell_the_unpaid_apart(till: Till) -> None:
    await till.post("first", dict.fromkeys(["1-201", "1-301", "2-201"], 10_000))
    await till.post("use", dict.fromkeys(["1-201", "1-301", "2-201"], 9_000))
    roll = till.city.roll
    assert len(await listed(till)) == 3
    assert len(await listed(till, f"?community_id={roll.here.community}")) == 3
    assert await listed(till, f"?scope_id={roll.there.scope}") == []
    token = await till.city.staff("finance")
    page = await till.city.must("GET", "/fund-warnings?limit=2", token)
    assert await listed(till, f"?limit=2&after={page['next']}") == ["SLY-1-2-201"]
    assert len(await listed(till, "", "/unpaid-homes")) == 15 - 3
    there = await listed(till, f"?scope_id={roll.there.scope}&limit=2", "/unpaid-homes")
    assert there == ["BC-1-1-101", "BC-1-1-201"]
    status, content = await till.city.call("GET", "/fund-warnings.xlsx", token)
    assert status == 200
    sheet = load_workbook(io.BytesIO(content)).active
    assert sheet is not None
    rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=2)]
    assert (rows[0][0], rows[0][5]) == ("SLY-1-1-201", "20.00")
    query = f"?scope_id={roll.there.scope}"
    status, content = await till.city.call("GET", f"/unpaid-homes.xlsx{query}", token)
    sheet = load_workbook(io.BytesIO(content)).active
    assert sheet is not None and sheet.max_row == 4
    assert sheet.cell(2, 3).value == "101.00"
