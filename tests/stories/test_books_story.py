"""住保中心的一年：从旧系统的名册到公布的年度报告，账与银行分毫不差。第3、4节。

Told over HTTP with a clock moved by hand; it is 2025-09-15, a Monday, and the books begin with the
last day of 2024. Every sum is derived by hand where it is first seen.
"""

from datetime import datetime
from typing import Any

from console.assets import recompute_income
from models.base import sql
from rules.days import BEIJING
from sandbox.bank_paper import Exported, Moved, commercial_xlsx, rural_csv
from server import worker
from tests.handlers.imports.clerk import Clerk
from tests.handlers.objecting import done, refused, see
from tests.stories import books_sheets as papers
from tests.stories.telling import nothing_amiss
from tests.world import City


async def test_a_year_of_the_books(city: City, tmp_path: Any) -> None:
    """R3.6, R3.9, R4.1 to R4.8, R12.1: from the old list to the published year."""
    await the_old_system_is_taken_in(city)
    await the_advices_of_the_year_so_far(city)
    await a_home_tops_up(city)
    await the_central_bank_changes_a_rate(city)
    offer = await banks_compete(city)
    await the_bank_paid_less_than_the_benchmark(city)
    await the_money_is_placed(city, offer)
    await the_statements_come(city)
    before = await the_year_is_closed(city)
    await the_year_is_published(city)
    await anybody_can_recompute_it(city, tmp_path)
    await an_advice_comes_late(city, before)
    await the_books_agree_with_the_bank(city)
    await nothing_amiss()


def until(city: City, moment: datetime) -> None:
    """The clock stands at that moment."""
    city.clock.at = moment


async def works(city: City) -> None:
    """The worker does all that is due."""
    while await worker.settle(city.world):
        pass


async def ask(city: City, path: str, who: str = "auditor") -> Any:
    """What somebody reads there."""
    status, answer = await see(city, who, path)
    assert status == 200, (path, status, answer)
    return answer


async def deposit(city: City, code: str) -> str:
    """The path of a deposit by its number."""
    items = (await ask(city, "/deposits?limit=100"))["items"]
    return f"/deposits/{next(one['id'] for one in items if one['code'] == code)}"


async def account(city: City, number: str) -> str:
    """The path of a bank account by its number."""
    items = (await ask(city, "/bank-accounts"))["items"]
    return f"/bank-accounts/{next(one['id'] for one in items if one['number'] == number)}"


async def scope(city: City, code: str) -> str:
    """The id of a scope by its code."""
    [row] = await sql("SELECT id FROM scope WHERE code = $1", code)
    return str(row["id"])


async def lies(city: City, number: str) -> int:
    """What the books say lies in a bank account, in fen."""
    items = (await ask(city, "/bank-accounts"))["items"]
    return int(next(one["balance_fen"] for one in items if one["number"] == number))


async def advised(city: City, code: str, number: str, on: str, fen: int, **more: Any) -> str:
    """An advice entered by one and confirmed by another; the settlement's path."""
    body = {"advice_number": number, "credited_on": on, "interest_fen": fen, **more}
    made = await done(city, "finance", f"{await deposit(city, code)}/advices", body)
    path = f"/settlements/{made['id']}"
    await done(city, "finance2", f"{path}/confirmation")
    return path


async def the_old_system_is_taken_in(city: City) -> None:
    """R2.7、R3.6 名册、期初和存款导入；存款由两人接收，未到期的转入定期存款。"""
    clerk = Clerk(city, await city.staff("clerk"), await city.staff("clerk2"))
    await clerk.applied(papers.roll())
    seen = await ask(city, "/deposits/taking-over", "finance")
    assert (seen["listed"], seen["unclear"]) == (3, [])
    await done(city, "finance", "/deposits/taking-over")
    path = "/deposits/taking-over/confirmation"
    assert await refused(city, "finance", path) == "403 SamePerson"
    assert (await done(city, "finance2", path))["done"] == 3
    # 12 x 10,000.00 and 6,000.00 came over; 60,000.00 and 30,000.00 of it lie in D1 and D2. The
    # pools of the small roll had 100,000.00 before.
    assert await lies(city, papers.MAIN_NUMBER) == 13_600_000
    assert await lies(city, papers.RURAL_NUMBER) == 0


async def the_advices_of_the_year_so_far(city: City) -> None:
    """R4.3 补录今年的结息单：一张录错的冲销重录，一张来自银行的清单。"""
    # The two last digits of 1,170.00 changed places; the bank's day is in July all the same.
    wrong = await advised(city, "D1", "JX-D1", "2025-07-01", 110_700)
    why = {"reason": "利息金额录错"}
    asked = await done(city, "finance", f"{wrong}/reversals", why)
    reversal = f"{wrong}/reversals/{asked['reversal']['id']}"
    assert await refused(city, "finance", f"{reversal}/confirmation") == "403 SamePerson"
    await done(city, "reviewer", f"{reversal}/confirmation")
    right = await ask(city, await advised(city, "D1", "JX-D1", "2025-07-01", 117_000))
    # 60,000.00 x 1.95 % and x 1.50 %; of 270.00 the 184 days of 2024 earned 184/365 = 136.11.
    assert (right["benchmark_fen"], right["value_added_fen"]) == (90_000, 27_000)
    assert [one["value_added_fen"] for one in right["slices"]] == [13_611, 13_389]
    assert await lies(city, papers.RURAL_NUMBER) == 6_117_000
    content = papers.advices("JX-Q1", datetime(2025, 3, 21).date(), "186.75")
    files = {"file": ("结息.csv", content, "text/csv")}
    status, made = await city.call(
        "POST", "/settlements/file", await city.staff("finance"), files=files
    )
    assert status == 201 and made["entered"] == 1, made
    first = f"/settlements/{made['settlement_ids'][0]}"
    await done(city, "finance2", f"{first}/confirmation")
    # 166,000.00 for 90 days from the 21st of December at 0.45 %, of which 0.10 % is gained.
    assert (await ask(city, first))["value_added_fen"] == 4_150
    # 20 days of 166,186.75 and 72 days of 136,186.75, for D2 was placed on the 10th of April.
    await advised(city, "D3", "JX-Q2", "2025-06-21", 16_411)


async def a_home_tops_up(city: City) -> None:
    """第6节 一户续筹五千元：经办人录入，财务复核后入账。"""
    city.clock.advance(days=2)
    [home] = await sql("SELECT id FROM home WHERE code = 'C9-1-1-101'")
    custody = (await account(city, papers.MAIN_NUMBER)).rsplit("/", 1)[1]
    body = {
        "kind": "topup",
        "custody_id": custody,
        "effective_on": "2025-09-17",
        "voucher": "JK250917",
        "lines": [{"home_id": str(home["id"]), "amount_fen": 500_000}],
    }
    batch = await done(city, "clerk", "/fund-batches", body)
    await done(city, "finance", f"/fund-batches/{batch['id']}/confirmation")
    assert (await ask(city, f"/homes/{home['id']}/fund", "clerk"))["balance_fen"] == 1_500_000


async def the_central_bank_changes_a_rate(city: City) -> None:
    """R4.1 基准利率是数据：经办人录入依据，第二人复核后生效。"""
    body = {"tenor": "1y", "since_on": "2025-10-01", "rate_e4": 13_000, "source": "公告示例一号"}
    rate = await done(city, "clerk", "/benchmark-rates", body)
    path = f"/benchmark-rates/{rate['id']}/confirmation"
    assert await refused(city, "clerk", path) == "403 SamePerson"
    await done(city, "clerk2", path)
    shown = await city.must("GET", "/public/benchmark-rates")
    assert (shown["items"][0]["rate_e4"], shown["items"][0]["proposed_by"]) == (13_000, "clerk")


async def banks_compete(city: City) -> str:
    """R4.1 竞争性存放：截止前看不到报价，截止后按最高报价定标，两人决定，按新基准存入。"""
    body = {
        "title": "一年期存放",
        "amount_fen": 8_000_000,
        "tenor": "1y",
        "closes_at": "2025-10-09T17:00:00+08:00",
    }
    held = f"/placement-rounds/{(await done(city, 'finance', '/placement-rounds', body))['id']}"
    for bank, rate in ((papers.MAIN_BANK, 15_500), (papers.RURAL_BANK, 16_000)):
        offer = {"bank": bank, "rate_e4": rate, "received_at": city.clock().isoformat()}
        assert (await done(city, "finance", f"{held}/offers", offer))["rate_e4"] is None
    until(city, datetime(2025, 10, 13, 16, 0, tzinfo=BEIJING))
    best = (await ask(city, held, "finance"))["offers"][0]
    assert (best["bank"], best["rate_e4"]) == (papers.RURAL_BANK, 16_000)
    await done(city, "finance", f"{held}/award", {"offer_id": best["id"]})
    await done(city, "reviewer", f"{held}/decision", {"approve": True})
    [shown] = (await city.must("GET", "/public/placement-rounds"))["items"]
    assert [one["awarded"] for one in shown["offers"]] == [True, False]
    return str(best["id"])


async def the_bank_paid_less_than_the_benchmark(city: City) -> None:
    """R4.3 利率低于基准：增值按零计，差额照报；活期另有一季利息。"""
    path = await advised(city, "D2", "JX-D2", "2025-10-10", 19_063)
    seen = await ask(city, path)
    # 30,000.00 for 183 days on 360: 190.63 at 1.25 %, 198.25 at 1.30 %.
    assert (seen["due_benchmark_fen"], seen["shortfall_fen"]) == (19_825, 762)
    assert (seen["benchmark_fen"], seen["value_added_fen"]) == (19_063, 0)
    # 88 days of 136,350.86, and four of 141,350.86 since the home had paid in.
    await advised(city, "D3", "JX-Q3", "2025-09-21", 15_705)


async def the_money_is_placed(city: City, offer: str) -> None:
    """R4.1 按定标结果存入；多存一分也不行。预估收益按日计，不可支用。R4.4"""
    custody = (await account(city, papers.RURAL_NUMBER)).rsplit("/", 1)[1]
    body = {
        "code": "D4",
        "custody_id": custody,
        "bank": papers.RURAL_BANK,
        "bank_account": papers.RURAL_NUMBER,
        "principal_fen": 8_000_001,
        "tenor": "1y",
        "opened_on": "2025-10-13",
        "agreed_rate_e4": 16_000,
        "method": "terms",
        "offer_id": offer,
    }
    assert await refused(city, "finance", "/deposits", body) == "422 WrongTerms"
    made = await done(city, "finance", "/deposits", body | {"principal_fen": 8_000_000})
    assert made["benchmark_rate_e4"] == 13_000
    await done(city, "finance2", f"/deposits/{made['id']}/confirmation")
    # 61,170.00 and 30,190.63 came, 80,000.00 went.
    assert await lies(city, papers.RURAL_NUMBER) == 1_136_063


async def the_statements_come(city: City) -> None:
    """R3.9 两家银行两种格式的对账单：入库、核对、说明差异、两人出具调节表。"""
    until(city, datetime(2026, 1, 5, 10, 0, tzinfo=BEIJING))
    main = await account(city, papers.MAIN_NUMBER)
    rural = await account(city, papers.RURAL_NUMBER)
    year = {"from_on": "2025-01-01", "to_on": "2025-12-31"}
    days = [datetime.fromisoformat(one).date() for one in year.values()]
    asked = Exported(papers.MAIN_2025, papers.MAIN_BEGINS, *days)
    await taken(city, main, "主专户.xlsx", commercial_xlsx(asked), year)
    asked = Exported(papers.RURAL_2025, 0, *days)
    await taken(city, rural, "农商行.csv", rural_csv(asked), {**year, "opening_fen": 0})
    # The bank credited interest on the 21st of December, and its advice has not arrived.
    left = {path: await done(city, "finance", f"{path}/matching/auto") for path in (main, rural)}
    assert (left[main]["lines_left"], left[main]["postings_left"]) == (1, 0), left
    assert (left[rural]["lines_left"], left[rural]["postings_left"]) == (0, 0), left
    [item] = (await ask(city, f"{main}/differences?until=2025-12-31", "finance"))["items"]
    assert (item["on"], item["amount_fen"]) == ("2025-12-21", 16_097)
    december = {"month": "2025-12"}
    path = f"{main}/reconciliations"
    assert await refused(city, "finance", path, december) == "409 DifferencesUnexplained"
    why = {"reason": "结息单未到", "line_ids": [item["line_id"]]}
    await done(city, "finance", f"{main}/explanations", why)
    for one in (main, rural):
        paper = await certified(city, one, "2025-12")
        assert paper["adjusted_bank_fen"] == paper["adjusted_books_fen"]


async def taken(
    city: City, path: str, name: str, content: bytes, told: dict[str, Any]
) -> dict[str, Any]:
    """A statement uploaded, its columns as the program proposes them, and taken."""
    files = {"file": (name, content, "application/octet-stream")}
    token = await city.staff("finance")
    status, view = await city.call("POST", f"{path}/statements", token, files=files)
    assert status == 201, view
    body = {"layout": view["layout"], "heading_row": view["heading_row"], **told}
    view = await city.must("PUT", f"/bank-statements/{view['id']}/mapping", token, body)
    assert view["state"] == "ready", view["faults"]
    made: dict[str, Any] = await done(city, "finance", f"/bank-statements/{view['id']}/taking", {})
    return made


async def certified(city: City, path: str, month: str) -> Any:
    """The month's certificate, prepared by one and certified by another."""
    made = await done(city, "finance", f"{path}/reconciliations", {"month": month})
    path = f"/reconciliations/{made['id']}/confirmation"
    assert await refused(city, "finance", path) == "403 SamePerson"
    return await done(city, "reviewer", path)


async def the_year_is_closed(city: City) -> Any:
    """R4.7 一人试算、另一人复核，后台逐批入账；之后该年度不再记账。"""
    await done(city, "finance", "/accounting-years/2025/preview")
    await works(city)
    seen = await ask(city, "/accounting-years/2025")
    assert seen["state"] == "previewed", seen
    # 270.00 of D1; of D3 a tenth of a percent: 41.50, 36.47, 34.90.
    assert seen["figures"]["income_fen"] == 27_000 + 4_150 + 3_647 + 3_490
    assert seen["figures"]["shortfall_fen"] == 762
    path = "/accounting-years/2025/closing"
    assert await refused(city, "finance", path) == "403 SamePerson"
    await done(city, "reviewer", path)
    await works(city)
    seen = await ask(city, "/accounting-years/2025")
    assert seen["state"] == "closed"
    assert (seen["figures"]["left_income_fen"], seen["figures"]["left_interest_fen"]) == (0, 0)
    return seen


async def anybody_can_recompute_it(city: City, tmp_path: Any) -> None:
    """R4.7 任何一个账户的数都能逐笔说明；公布的数据用不引用本系统的脚本复算，一分不差。"""
    explained = await ask(city, f"/scopes/{await scope(city, 'C9-1')}/income/2025")
    first = next(one for one in explained["items"] if one["deposit"]["deposit_code"] == "D1")
    # Six homes of twelve, 10,000.00 each, on all 365 days: half of 270.00.
    assert (first["weight"], first["deposit"]["weight"]) == (
        str(365 * 6_000_000),
        str(365 * 12_000_000),
    )
    assert first["share_fen"] == 13_500
    # Of 136.11 the parts are 68.055, 34.0275, 34.0275: both fen that are left go to the others.
    assert [one["share_fen"] for one in first["slices"]] == [6_805, 6_695]
    for who, path in (
        (None, "/public/accounting-years/2025/export.zip"),
        ("auditor", "/accounting-years/2025/export.zip"),
    ):
        status, content = await city.call("GET", path, await city.staff(who) if who else "")
        assert status == 200, (path, content)
        file = tmp_path / path.rsplit("/", 1)[1]
        file.write_bytes(content)
        assert recompute_income.recompute(str(file)) == []


async def the_year_is_published(city: City) -> None:
    """R12.1、R12.2 年度报告公布，合计与账簿一致，业主过少的账户不单列。"""
    await done(city, "finance", "/accounting-years/2025/publication", {})
    report = await city.must("GET", "/public/yearly-reports/2025")
    shown = {one["code"]: one for one in report["scopes"]}
    assert report["sums"]["income_fen"] == 38_287
    # 135.00, 20.75 and 18.23; of 34.90 it had 5,540,000 of 11,060,000 yuan x days: 17.48.
    assert shown["C9-1"]["income_fen"] == 19_146
    assert shown["C9-2-1"]["withheld"] and shown["C9-2-1"]["income_fen"] is None


async def an_advice_comes_late(city: City, before: Any) -> None:
    """R4.7 结账以后才到的结息单：记入未结账的年度，已结账的数字不变。"""
    until(city, datetime(2026, 2, 2, 10, 0, tzinfo=BEIJING))
    late = await ask(city, await advised(city, "D3", "JX-Q4", "2025-12-21", 16_097))
    assert (late["credited_on"], late["effective_on"]) == ("2025-12-21", "2026-02-02")
    custody = (await account(city, papers.MAIN_NUMBER)).rsplit("/", 1)[1]
    [home] = await sql("SELECT id FROM home WHERE code = 'C9-2-1-101'")
    body = {
        "kind": "topup",
        "custody_id": custody,
        "effective_on": "2025-12-30",
        "voucher": "JK251230",
        "lines": [{"home_id": str(home["id"]), "amount_fen": 1}],
    }
    assert await refused(city, "clerk", "/fund-batches", body) == "409 YearShut"
    assert await ask(city, "/accounting-years/2025") == before


async def the_books_agree_with_the_bank(city: City) -> None:
    """R3.9 二月的对账单到了：前年末的未达账项核销，账面与银行余额分毫不差。"""
    until(city, datetime(2026, 3, 2, 10, 0, tzinfo=BEIJING))
    main = await account(city, papers.MAIN_NUMBER)
    rural = await account(city, papers.RURAL_NUMBER)
    span = {"from_on": "2026-01-01", "to_on": "2026-02-28"}
    days = [datetime.fromisoformat(one).date() for one in span.values()]
    begins = papers.MAIN_BEGINS + sum(move.amount_fen for move in papers.MAIN_2025)
    asked = Exported([Moved(days[1], -1_500, "账户管理费")], begins, *days)
    await taken(city, main, "主专户2.xlsx", commercial_xlsx(asked), span)
    ends = {"opening_fen": 1_136_063, "closing_fen": 1_136_063}
    await taken(city, rural, "农商行2.csv", rural_csv(Exported([], 1_136_063, *days)), span | ends)
    # The interest of the 21st of December stands in the books since the 2nd of February.
    assert (await done(city, "finance", f"{main}/matching/auto"))["postings_left"] <= 1
    await matched_by_hand(city, main)
    charge = (await ask(city, f"{main}/differences?until=2026-02-28", "finance"))["items"]
    assert [one["amount_fen"] for one in charge] == [-1_500]
    await the_charge_is_booked(city, main)
    for path, number in ((main, papers.MAIN_NUMBER), (rural, papers.RURAL_NUMBER)):
        paper = await certified(city, path, "2026-02")
        assert paper["books_fen"] == paper["bank_fen"] == await lies(city, number)
        assert not any(one["items"] for one in paper["lists"])


async def matched_by_hand(city: City, main: str) -> None:
    """What is the same money though five weeks lie between."""
    found = (await ask(city, f"{main}/differences?until=2026-02-28", "finance"))["items"]
    same = [one for one in found if one["amount_fen"] == 16_097]
    if same:
        body = {
            "line_ids": [one["line_id"] for one in same if one["line_id"]],
            "posting_ids": [one["posting_id"] for one in same if one["posting_id"]],
        }
        await done(city, "finance", f"{main}/matches", body)


async def the_charge_is_booked(city: City, main: str) -> None:
    """R3.9 银行扣了账户管理费，用途待查：两人记入待查款项，再与流水核对。"""
    body = {
        "bank_account_id": main.rsplit("/", 1)[1],
        "direction": "out",
        "amount_fen": 1_500,
        "effective_on": "2026-02-28",
        "memo": "银行扣收账户管理费，待查",
    }
    made = await done(city, "finance", "/ledger/vouchers/suspense", body)
    await done(city, "finance2", f"/ledger/vouchers/{made['voucher_id']}/confirmation")
    await done(city, "finance", f"{main}/matching/auto")
    left = (await ask(city, f"{main}/differences?until=2026-02-28", "finance"))["items"]
    assert left == []
