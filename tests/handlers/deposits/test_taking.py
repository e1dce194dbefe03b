"""Imported deposits come into the books, once, by two people. R4.1, R3.6."""

import asyncio
from datetime import date
from typing import Any

from models.base import sql
from models.deposits import Deposit
from tests.databases import tamper
from tests.handlers.deposits.desk import WHY, books, journals, reversed_, settled
from tests.handlers.imports.clerk import Clerk, packed
from tests.handlers.objecting import done, refused, see
from tests.world import City

HEAD = "存款编号,开户银行,账号,本金,存期,起息日,约定利率,基准利率,计息方式,到期日,自动转存\n"
D1 = "D1,示例银行,999900001,10000,1年,2024-07-01,1.95,1.5,整期,2025-07-01,否\n"
D2 = "D2,示例银行,999900001,5000,3个月,2025-02-01,1.3,1.1,整期,2025-05-01,否\n"
D3 = "D3,示例银行,999900001,8000,1年,2022-01-10,2.1,1.5,整期,2023-01-10,否\n"
D4 = "D4,示例银行,999900001,8000,1年,2021-03-01,2.1,1.5,整期,2022-03-01,是\n"
D5 = "D5,溪州示例银行,888800001,1000,活期,2018-01-01,0.45,0.35,按日,,否\n"
D6 = "D6,示例银行,999900001,95500.55,活期,2018-01-01,0.45,0.35,按日,,否\n"
# What the openings of the sheets and of the small roll bring into the bank.
BANK_FEN = 10_000_000 + 450_050 + 700_005
PATH = "/deposits/taking-over"


async def imported(city: City, *rows: str) -> Clerk:
    """The sheets with these deposits, applied: all openings stand on 2024-12-31."""
    clerk = Clerk(city, await city.staff("clerk"))
    await clerk.applied(packed({"存款": HEAD + "".join(rows)}))
    return clerk


async def states() -> dict[str, str]:
    return {row["code"]: row["state"] for row in await sql("SELECT code, state FROM deposit")}


async def test_imported_deposits_are_taken_over_by_two_people(city: City) -> None:
    """D6, the demand deposit first by code in no order but its kind, makes the main account; D5
    lies in another account; D1 runs since before the openings, D2 was opened after; D3 was over
    before; D4 renewed before, so nobody knows its present terms."""
    await imported(city, D1, D2, D3, D4, D6, D5.replace("D5", "D7"))
    made = await done(city, "finance", PATH)
    assert made == made | {"opening_on": "2024-12-31", "done": 5, "waiting": 5, "listed": 1}
    assert [(one["code"], "自动转存" in one["reason"]) for one in made["unclear"]] == [("D4", True)]
    assert await refused(city, "finance", f"{PATH}/confirmation") == "403 SamePerson"
    made = await done(city, "finance2", f"{PATH}/confirmation")
    assert made == made | {"done": 5, "waiting": 0, "listed": 1}
    assert await states() == {
        **dict.fromkeys(("D1", "D2", "D6", "D7"), "running"),
        "D3": "closed",
        "D4": "listed",
    }
    found = await books()
    assert found["bank"] == BANK_FEN - 1_500_000 and found["term_deposit"] == 1_500_000
    placed = {one["memo"][-2:]: str(one["effective_on"]) for one in await journals("placement")}
    assert placed == {"D1": "2024-12-31", "D2": "2025-02-01"}
    (moved,) = await journals("bank_transfer")
    assert str(moved["effective_on"]) == "2024-12-31"
    page = await city.must("GET", "/bank-accounts", await city.staff("finance"))
    accounts = {one["number"]: (one["main"], one["balance_fen"]) for one in page["items"]}
    assert accounts == {
        "999900001": (True, BANK_FEN - 1_600_000),
        "888800001": (False, 100_000),
    }
    rows = await sql(
        "SELECT d.code, t.opened_on, t.settled_on, t.closed_on FROM deposit_term t"
        " JOIN deposit d ON d.id = t.deposit_id ORDER BY d.code"
    )
    told = {row["code"]: (str(row["settled_on"]), str(row["closed_on"])) for row in rows}
    assert told == {
        "D1": ("None", "None"),
        "D2": ("None", "None"),
        "D3": ("None", "2023-01-10"),
        "D6": ("2024-12-21", "None"),
        "D7": ("2024-12-21", "None"),
    }


async def test_the_first_quarter_on_demand_counts_from_before_the_books(city: City) -> None:
    """D6 alone, taken over on the openings of 2024-12-31 and settled up to 2024-12-21: what the
    books began with was there all the 90 days up to 2025-03-21, and D1's 10,000.00 were not:
    101,500.55 x 90 x 0.45 % / 360 = 114.19 (benchmark 88.81)."""
    await imported(city, D1, D6)
    await done(city, "finance", PATH)
    await done(city, "reviewer", f"{PATH}/confirmation")
    path = await deposit_of(city, "D6")
    _, body = await see(city, "finance", f"{path}/advices/preview?credited_on=2025-03-21")
    assert body == body | {
        "from_on": "2024-12-21",
        "interest_fen": 11_419,
        "due_benchmark_fen": 8_881,
    }
    assert len([one for one in body["steps"] if one["what"] == "stretch"]) == 1


async def deposit_of(city: City, code: str) -> str:
    (row,) = await sql("SELECT id FROM deposit WHERE code = $1", code)
    return f"/deposits/{row['id']}"


async def test_what_was_taken_over_is_settled_like_any_other(city: City) -> None:
    """D1: 10,000.00 at 1.95 % for the whole year though the books know it since December only."""
    await imported(city, D1, D6)
    await done(city, "finance", PATH)
    await done(city, "finance2", f"{PATH}/confirmation")
    path = await deposit_of(city, "D1")
    early = {"advice_number": "X", "credited_on": "2024-12-30", "interest_fen": 1}
    early |= {"to_on": "2024-12-30", "part_fen": 1_000}
    assert await refused(city, "finance", f"{path}/advices", early) == "422 AdviceInconsistent"
    one = await settled(city, path, interest_fen=19_500)
    found = await books()
    assert found == {
        "bank": BANK_FEN + 19_500,
        "household_fund": 700_005,
        "undistributed_interest": 15_000,
        "undistributed_income": 4_500,
    }
    await reversed_(city, one)
    assert (await books())["term_deposit"] == 1_000_000


async def test_two_confirm_at_once_and_it_is_taken_over_once(city: City) -> None:
    await imported(city, D1, D6)
    await done(city, "finance", PATH)
    tokens = [await city.staff(who) for who in ("finance2", "reviewer")]
    answers = await asyncio.gather(
        *(city.call("POST", f"{PATH}/confirmation", token) for token in tokens)
    )
    assert sorted(status for status, _ in answers) == [200, 409]
    assert len(await journals("placement")) == 1
    await books()


async def test_what_is_refused(city: City) -> None:
    assert await refused(city, "finance", PATH) == "409 EntryNotOpen"
    assert await refused(city, "finance", f"{PATH}/confirmation") == "409 EntryNotOpen"
    assert await refused(city, "finance", f"{PATH}/dropping", WHY) == "409 EntryNotOpen"
    await imported(city, D1.replace("10000,", "1000000,"))
    await done(city, "finance", PATH)
    assert await refused(city, "finance2", f"{PATH}/confirmation") == "409 InsufficientFunds"
    one = f"{await deposit_of(city, 'D1')}/taking-over"
    assert await refused(city, "finance", f"{one}/confirmation") == "403 SamePerson"
    assert await refused(city, "finance2", f"{one}/confirmation") == "409 InsufficientFunds"
    unknown = f"/deposits/{city.roll.bank}/taking-over"
    assert await refused(city, "finance2", f"{unknown}/confirmation") == "404 NotFound"
    assert await refused(city, "finance2", f"{unknown}/dropping", WHY) == "404 NotFound"
    empty = {"reason": ""}
    assert await refused(city, "finance2", f"{PATH}/dropping", empty) == "400 Malformed"
    made = await done(city, "finance2", f"{PATH}/dropping", WHY)
    assert made == made | {"done": 1, "waiting": 0, "listed": 1}
    _, seen = await see(city, "auditor", PATH)
    assert seen == seen | {"listed": 1, "waiting": 0, "unclear": []}
    rows = await sql("SELECT kind FROM log_event WHERE kind LIKE 'TakingOver%' ORDER BY seq")
    assert [row["kind"] for row in rows] == ["TakingOverProposed", "TakingOverDropped"]


async def test_nothing_is_taken_over_before_the_openings(city: City) -> None:
    await tamper("ALTER TABLE ledger_journal DISABLE TRIGGER USER")
    await tamper("UPDATE ledger_journal SET kind = 'deposit' WHERE kind LIKE 'opening%'")
    await tamper("ALTER TABLE ledger_journal ENABLE TRIGGER USER")
    row = await listed(state="taking", entered_by=city.roll.accounts["finance"])
    path = f"/deposits/{row.id}/taking-over/confirmation"
    assert await refused(city, "finance2", path) == "422 WrongTerms"
    assert await refused(city, "finance", PATH) == "422 WrongTerms"
    assert await refused(city, "finance2", f"{PATH}/confirmation") == "422 WrongTerms"


async def test_an_import_leaves_alone_what_is_in_the_books(city: City) -> None:
    """The same list again changes nothing; another principal is refused by the line."""
    clerk = await imported(city, D1, D6)
    await done(city, "finance", PATH)
    await done(city, "finance2", f"{PATH}/confirmation")
    await clerk.applied(packed({"存款": HEAD + D1 + D6}))
    changed = D1.replace("10000,", "20000,")
    view = await clerk.checked(packed({"存款": HEAD + changed}))
    (fault,) = await clerk.faults(view["id"])
    assert (view["state"], fault["row"], fault["column"]) == ("faulty", 2, "存款编号")
    assert "已接收入账" in fault["reason"]


async def test_an_import_does_not_touch_a_frozen_benchmark(city: City) -> None:
    """D1 was settled with 1.50 %; the table says 1.45 % since, and so does the next list."""
    clerk = await imported(city, D1, D6)
    await done(city, "finance", PATH)
    await done(city, "finance2", f"{PATH}/confirmation")
    await settled(city, await deposit_of(city, "D1"), interest_fen=19_500)
    rate = {"tenor": "1y", "since_on": "2024-06-01", "rate_e4": 14_500, "source": "公告"}
    made = await done(city, "clerk", "/benchmark-rates", rate)
    await done(city, "clerk2", f"/benchmark-rates/{made['id']}/confirmation")
    await clerk.applied(packed({"存款": HEAD + D1.replace(",1.5,", ",1.45,") + D6}))
    row = await Deposit.get(code="D1")
    assert (row.benchmark_rate_e4, row.state) == (15_000, "closed")


async def test_an_import_gives_the_benchmark_of_the_table(city: City) -> None:
    """R4.1: 1.75 % was right until 2015-10-23; the fault names the right one."""
    clerk = Clerk(city, await city.staff("clerk"))
    wrong = D1.replace(",1.5,", ",1.75,")
    view = await clerk.checked(packed({"存款": HEAD + wrong + D2}))
    (fault,) = await clerk.faults(view["id"])
    assert (fault["row"], fault["column"], fault["value"]) == (2, "基准利率", "1.75")
    assert "应为 1.50%" in fault["reason"]
    before = "D9,示例银行,999900001,1,1年,2015-10-23,2,1.75,整期,2016-10-23,否\n"
    older = "D8,示例银行,999900001,1,1年,2014-10-23,2,3,整期,2015-10-23,否\n"
    view = await clerk.checked(packed({"存款": HEAD + before + older}))
    assert view["state"] == "ready"


async def listed(state: str = "listed", **more: Any) -> Deposit:
    """A deposit of three years from 2015-08-01 on, as a list brought it."""
    return await Deposit.create(
        code="OLD",
        bank="示例银行",
        bank_account="999900001",
        principal_fen=1_000_000,
        tenor="3y",
        opened_on=date(2015, 8, 1),
        matures_on=date(2018, 8, 1),
        agreed_rate_e4=40_000,
        benchmark_rate_e4=32_500,
        method="terms",
        state=state,
        **more,
    )


async def test_without_a_demand_benchmark_nothing_leaves_early(city: City) -> None:
    """R4.4: the table begins on 2015-08-26; a deposit of three years from 2015-08-01 matures by
    its own benchmark, but what leaves it early has none."""
    row = await listed()
    path = f"/deposits/{row.id}"
    early = {"credited_on": "2016-08-01", "to_on": "2016-08-01"}
    query = "&".join(f"{name}={value}" for name, value in early.items())
    status, body = await see(city, "finance", f"{path}/advices/preview?{query}")
    assert (status, body["code"]) == (409, "DepositNotRunning")
    await done(city, "finance", PATH)
    await done(city, "finance2", f"{PATH}/confirmation")
    status, body = await see(city, "finance", f"{path}/advices/preview?{query}")
    assert (status, body["code"]) == (422, "BenchmarkUnknown")
    sent = early | {"advice_number": "X", "interest_fen": 1}
    assert await refused(city, "finance", f"{path}/advices", sent) == "422 BenchmarkUnknown"
    _, body = await see(city, "finance", f"{path}/advices/preview?credited_on=2018-08-01")
    assert (body["interest_fen"], body["due_benchmark_fen"]) == (120_000, 97_500)
