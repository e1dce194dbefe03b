"""The bank's advices: what it credited parted between homes and scopes, once. R4.2 to R4.5, R4.7.

Figures are derived on paper in the docstrings; the bank account begins with 2,000,000.00.
"""

import asyncio
from typing import Any

from models.base import sql
from models.income import AccountingYear
from models.parameters import ParameterVersion
from tests.handlers.deposits.desk import (
    PRINCIPAL_FEN,
    WHY,
    advice,
    advised,
    books,
    journals,
    main_account,
    placed,
    settled,
)
from tests.handlers.objecting import done, refused, see
from tests.world import City


async def running(city: City, **changes: Any) -> str:
    return await placed(city, await main_account(city), **changes)


async def test_the_worked_example(city: City) -> None:
    """Section 15: a million for a year at 1.95 %, benchmark 1.50 %: 19,500.00 - 15,000.00 =
    4,500.00; of it 184 days of 365 lie in 2024: 2,268.49, the rest 2,231.51 in 2025."""
    deposit = await running(city)
    path = await advised(city, deposit)
    assert await books() == {"bank": PRINCIPAL_FEN, "term_deposit": PRINCIPAL_FEN}
    assert await refused(city, "finance", f"{path}/confirmation") == "403 SamePerson"
    made = await done(city, "finance2", f"{path}/confirmation")
    figures = {
        "kind": "maturity",
        "expected_fen": 1_950_000,
        "due_benchmark_fen": 1_500_000,
        "benchmark_fen": 1_500_000,
        "value_added_fen": 450_000,
        "shortfall_fen": 0,
        "returned_fen": PRINCIPAL_FEN,
        "state": "posted",
        "effective_on": "2025-07-01",
    }
    assert made == made | figures
    assert [(one["year"], one["value_added_fen"]) for one in made["slices"]] == [
        (2024, 226_849),
        (2025, 223_151),
    ]
    assert any("4,500.00" in step["text"] for step in made["steps"])
    assert await books() == {
        "bank": 2 * PRINCIPAL_FEN + 1_950_000,
        "undistributed_interest": 1_500_000,
        "undistributed_income": 450_000,
    }
    _, body = await see(city, "auditor", deposit)
    assert body["deposit"]["state"] == "closed" and body["deposit"]["remaining_fen"] == 0
    assert body["terms"][0]["closed_on"] == "2025-07-01" and body["estimate"] is None
    assert await refused(city, "reviewer", f"{path}/confirmation") == "409 EntryNotOpen"
    late = advice(advice_number="JX-2")
    assert await refused(city, "finance", f"{deposit}/advices", late) == "409 DepositNotRunning"


async def test_the_whole_life_of_a_renewing_deposit(city: City) -> None:
    """One deposit from its opening to its end, every figure on paper.

    Term 1, 2023-07-03 to 2024-07-03, 1,000,000.00 at 1.95 % (benchmark 1.50 %): 19,500.00, of it
    15,000.00 the homes' and 4,500.00 the scopes'; 182 of 366 days in 2023: 2,237.70, then 2,262.30.
    It renews with its interest: 1,019,500.00 at 1.80 %, benchmark of 2024-07-03 1.45 %.
    On 2024-12-30, after 180 days, 200,000.00 leave early at the bank's demand rate 0.20 %:
    200,000 x 0.20 % x 180 / 360 = 200.00; by the demand benchmark 0.35 % it were 350.00, so the
    homes get 200.00, the scopes nothing, and 150.00 are short.
    The rest, 819,500.00, matures 2025-07-03 and is fetched ten days late: 14,751.00 + 819,500 x
    0.20 % x 10 / 360 = 45.53 gives 14,796.53; benchmark 11,882.75 + 79.67 = 11,962.42; the scopes
    get 2,834.11. In the bank at last: 2,000,000.00 + 19,500.00 + 200.00 + 14,796.53.
    """
    rate = {"tenor": "1y", "since_on": "2024-06-01", "rate_e4": 14_500, "source": "公告"}
    proposed = await done(city, "clerk", "/benchmark-rates", rate)
    await done(city, "reviewer", f"/benchmark-rates/{proposed['id']}/confirmation")
    deposit = await running(city, opened_on="2023-07-03", renews=True)
    found = [await advised_and_seen(city, deposit, one) for one in LIFE]
    assert [one["value_added_fen"] for one in found[0]["slices"]] == [223_770, 226_230]
    for one, figures in zip(found, LIFE_FIGURES, strict=True):
        assert one == one | figures
    assert await books() == {
        "bank": 2 * PRINCIPAL_FEN + 3_449_653,
        "undistributed_interest": 1_500_000 + 20_000 + 1_196_242,
        "undistributed_income": 450_000 + 283_411,
    }
    _, body = await see(city, "auditor", deposit)
    assert body["deposit"] == body["deposit"] | {
        "state": "closed",
        "opened_on": "2024-07-03",
        "first_on": "2023-07-03",
        "matures_on": "2025-07-03",
        "term_number": 2,
        "benchmark_rate_e4": 14_500,
    }
    _, page = await see(city, "auditor", f"/settlements?deposit_id={body['deposit']['id']}")
    assert [one["advice_number"] for one in page["items"]] == ["JX-3", "JX-2", "JX-1"]


LIFE: list[dict[str, Any]] = [
    {"credited_on": "2024-07-03", "renewed_rate_e4": 18_000, "capitalise": True},
    {
        "advice_number": "JX-2",
        "credited_on": "2024-12-30",
        "to_on": "2024-12-30",
        "part_fen": 20_000_000,
        "demand_rate_e4": 2_000,
        "interest_fen": 20_000,
    },
    {
        "advice_number": "JX-3",
        "credited_on": "2025-07-13",
        "to_on": "2025-07-13",
        "renew": False,
        "demand_rate_e4": 2_000,
        "interest_fen": 1_479_653,
    },
]
LIFE_FIGURES: list[dict[str, Any]] = [
    {
        "kind": "maturity",
        "renews": True,
        "value_added_fen": 450_000,
        "capitalised_fen": 1_950_000,
        "returned_fen": 0,
    },
    {
        "kind": "early",
        "expected_fen": 20_000,
        "due_benchmark_fen": 35_000,
        "benchmark_fen": 20_000,
        "value_added_fen": 0,
        "shortfall_fen": 15_000,
        "returned_fen": 20_000_000,
    },
    {
        "kind": "maturity",
        "overdue_days": 10,
        "expected_fen": 1_479_653,
        "due_benchmark_fen": 1_196_242,
        "value_added_fen": 283_411,
        "returned_fen": 81_950_000,
    },
]


async def advised_and_seen(city: City, deposit: str, said: dict[str, Any]) -> Any:
    """One advice entered, confirmed and read; the books balance after it."""
    city.clock.advance(minutes=1)
    path = await settled(city, deposit, **said)
    await books()
    _, body = await see(city, "auditor", path)
    return body


async def test_a_preview_shows_each_part_and_enters_nothing(city: City) -> None:
    """Without the bank's interest it is what the terms give; with it, the difference."""
    deposit = await running(city)
    path = f"{deposit}/advices/preview?credited_on=2025-07-01"
    _, body = await see(city, "finance", path)
    assert body == body | {"interest_fen": 1_950_000, "difference_fen": 0, "overdue_days": 0}
    _, body = await see(city, "finance", f"{path}&interest_fen=1900000")
    assert body == body | {"difference_fen": -50_000, "value_added_fen": 400_000}
    assert {step["rule"] for step in body["steps"]} >= {"R4.1", "R4.2", "R4.3", "R4.5"}
    _, body = await see(city, "auditor", f"{path}&renew=true&renewed_rate_e4=18000&capitalise=true")
    assert body == body | {
        "renewed_from_on": "2025-07-01",
        "renewed_to_on": "2026-07-01",
        "renewed_principal_fen": PRINCIPAL_FEN + 1_950_000,
        "renewed_benchmark_e4": 15_000,
        "returned_fen": 0,
    }
    _, page = await see(city, "finance", "/settlements")
    assert page["items"] == []
    for query, said in (
        ("credited_on=2025-06-30", "AdviceInconsistent"),
        ("credited_on=2025-09-16", "AdviceInconsistent"),
    ):
        status, body = await see(city, "finance", f"{deposit}/advices/preview?{query}")
        assert (status, body["code"]) == (422, said)
    status, body = await see(
        city, "finance", f"/deposits/{city.roll.bank}/advices/preview?credited_on=2025-07-01"
    )
    assert (status, body["code"]) == (404, "NotFound")


async def test_advices_the_bank_cannot_mean(city: City) -> None:
    deposit = await running(city, renews=True)

    async def said(**changes: Any) -> str:
        answer = await refused(city, "finance", f"{deposit}/advices", advice(**changes))
        return answer.removeprefix("422 ")

    wrong = "AdviceInconsistent"
    plain = {"renew": False}
    assert await said() == wrong, "it renews: the new rate is missing"
    assert await said(**plain, renewed_rate_e4=18_000) == wrong
    assert await said(**plain, capitalise=True) == wrong
    assert await said(**plain, credited_on="2025-09-16") == wrong, "tomorrow"
    assert await said(**plain, credited_on="2025-06-30") == wrong, "before it is earned"
    assert await said(**plain, to_on="2024-07-01") == wrong, "no day long"
    assert await said(**plain, to_on="2024-06-01", credited_on="2024-06-01") == wrong
    assert await said(**plain, part_fen=PRINCIPAL_FEN - 1) == wrong, "all of it matures"
    early = {"to_on": "2025-01-01", "credited_on": "2025-01-01"}
    assert await said(**early, **plain, part_fen=PRINCIPAL_FEN + 1) == wrong
    assert await said(**early, renew=True, renewed_rate_e4=18_000) == wrong
    over = {"to_on": "2025-07-11", "credited_on": "2025-07-11"}
    assert await said(**over, renew=True, renewed_rate_e4=18_000) == wrong
    assert (await sql("SELECT count(*) AS n FROM settlement"))[0]["n"] == 0
    nowhere = f"/deposits/{city.roll.bank}/advices"
    assert await refused(city, "finance", nowhere, advice()) == "404 NotFound"
    foreign = advice(**plain, file_id=str(city.roll.bank))
    assert await refused(city, "finance", f"{deposit}/advices", foreign) == "404 NotFound"


async def test_an_advice_counts_once(city: City) -> None:
    deposit = await running(city)
    path = await advised(city, deposit)
    again = advice()
    assert await refused(city, "finance2", f"{deposit}/advices", again) == "409 AdviceUsed"
    other = advice(advice_number="JX-2")
    assert await refused(city, "finance2", f"{deposit}/advices", other) == "409 AdviceUsed"
    empty = {"reason": ""}
    assert await refused(city, "finance", f"{path}/dropping", empty) == "400 Malformed"
    made = await done(city, "finance", f"{path}/dropping", WHY)
    assert made["state"] == "dropped"
    assert await refused(city, "finance2", f"{path}/dropping", WHY) == "409 EntryNotOpen"
    await settled(city, deposit)
    _, page = await see(city, "clerk", "/settlements?state=dropped")
    assert len(page["items"]) == 1


async def test_two_confirm_at_once_and_it_is_posted_once(city: City) -> None:
    deposit = await running(city)
    path = await advised(city, deposit)
    tokens = [await city.staff(who) for who in ("finance2", "reviewer")]
    answers = await asyncio.gather(
        *(city.call("POST", f"{path}/confirmation", token) for token in tokens)
    )
    assert sorted(status for status, _ in answers) == [200, 409]
    assert len(await journals("settlement")) == 1
    assert (await books())["bank"] == 2 * PRINCIPAL_FEN + 1_950_000


async def test_below_the_benchmark_the_scopes_get_nothing_and_it_is_reported(city: City) -> None:
    """R4.3: 1.25 % against 1.50 %: 12,500.00 of the 15,000.00 due; 2,500.00 short."""
    deposit = await running(city, agreed_rate_e4=12_500)
    path = await settled(city, deposit, interest_fen=1_250_000)
    _, body = await see(city, "auditor", path)
    assert body == body | {
        "benchmark_fen": 1_250_000,
        "value_added_fen": 0,
        "shortfall_fen": 250_000,
    }
    assert (await books()).get("undistributed_income", 0) == 0
    rows = await sql("SELECT text FROM message WHERE kind = 'deposit_settled'")
    assert rows and all("低于基准利息2,500.00元" in row["text"] for row in rows)


async def test_below_the_benchmark_as_it_is_where_the_policy_says_so(city: City) -> None:
    """R4.3, income.negative = negative: the homes get 15,000.00, the scopes lose 2,500.00."""
    await ParameterVersion.create(
        values={"income.negative": "negative"},
        source="试点",
        entered_by=city.roll.accounts["clerk"],
        entered_at=city.clock(),
    )
    deposit = await running(city, agreed_rate_e4=12_500)
    path = await settled(city, deposit, interest_fen=1_250_000)
    _, body = await see(city, "auditor", path)
    assert body == body | {"benchmark_fen": 1_500_000, "value_added_fen": -250_000}
    found = await books()
    assert found["undistributed_income"] == -250_000
    assert found["undistributed_interest"] == 1_500_000


async def test_a_late_advice_of_a_closed_year_stands_in_the_open_one(city: City) -> None:
    """R4.7: the bank's day stays the bank's; the books' is today."""
    deposit = await running(city, opened_on="2023-07-01")
    await AccountingYear.create(
        year=2024,
        state="closed",
        asked_by=city.roll.accounts["finance"],
        asked_at=city.clock(),
        frozen_at=city.clock(),
    )
    _, body = await see(city, "finance", f"{deposit}/advices/preview?credited_on=2024-07-01")
    assert body["effective_on"] == "2025-09-15"
    path = await settled(city, deposit, credited_on="2024-07-01")
    _, body = await see(city, "finance", path)
    assert (body["credited_on"], body["effective_on"]) == ("2024-07-01", "2025-09-15")
    (entry,) = await journals("settlement")
    assert str(entry["effective_on"]) == "2025-09-15"


async def test_a_draft_that_no_longer_fits_is_not_posted(city: City) -> None:
    """A benchmark confirmed in between would give other figures than the confirmer saw."""
    deposit = await running(city)
    path = await advised(city, deposit)
    rate = {"tenor": "1y", "since_on": "2024-06-01", "rate_e4": 14_500, "source": "公告"}
    made = await done(city, "clerk", "/benchmark-rates", rate)
    await done(city, "clerk2", f"/benchmark-rates/{made['id']}/confirmation")
    assert await refused(city, "finance2", f"{path}/confirmation") == "422 AdviceInconsistent"
    await done(city, "finance2", f"{path}/dropping", WHY)
    made = await done(city, "finance", f"{deposit}/advices", advice())
    assert made["value_added_fen"] == 500_000


async def test_money_on_demand_is_settled_by_its_daily_balance(city: City) -> None:
    """R4.2: 2,000,000.00 for 92 days from 2025-03-21; on 2025-06-01 1,000,000.00 goes into a
    deposit, so 72 days of two millions and 20 of one: 164,000,000.00 yuan x days, on average
    1,782,608.70. At 0.45 % for 92 days on 360: 2,050.00; at the benchmark 0.35 %: 1,594.44; gained
    455.56.
    From then on 1,002,050.00 bear interest: 86 days until 2025-09-15 give 1,077.20.
    """
    bank = await main_account(city)
    deposit = await placed(city, bank, tenor="demand", agreed_rate_e4=4_500, opened_on="2025-03-21")
    await placed(city, bank, code="CK-2", opened_on="2025-06-01")
    quarter = {"credited_on": "2025-06-21", "interest_fen": 205_000}
    path = await settled(city, deposit, **quarter)
    _, body = await see(city, "auditor", path)
    assert body == body | {
        "kind": "demand",
        "from_on": "2025-03-21",
        "to_on": "2025-06-21",
        "expected_fen": 205_000,
        "due_benchmark_fen": 159_444,
        "value_added_fen": 45_556,
        "returned_fen": 0,
    }
    (average,) = [step["text"] for step in body["steps"] if step["what"] == "average"]
    assert "164,000,000.00÷92天=日均余额1,782,608.70元" in average
    assert body["principal_fen"] == 178_260_870
    assert (await books())["bank"] == PRINCIPAL_FEN + 205_000
    _, body = await see(
        city, "finance", f"{deposit}/advices/preview?credited_on=2025-09-15&to_on=2025-09-15"
    )
    assert (body["from_on"], body["interest_fen"]) == ("2025-06-21", 107_720)
    for changes in (
        {"to_on": "2025-06-21"},
        {"to_on": "9999-12-31"},
        {"part_fen": 1},
        {"renew": True, "renewed_rate_e4": 1},
        {"capitalise": True},
    ):
        sent = advice(credited_on="2025-09-01", advice_number="X", **changes)
        assert await refused(city, "finance", f"{deposit}/advices", sent) == (
            "422 AdviceInconsistent"
        )


async def test_no_settlement_of_that_id(city: City) -> None:
    path = f"/settlements/{city.roll.bank}"
    assert (await see(city, "finance", path))[0] == 404
    assert await refused(city, "finance", f"{path}/confirmation") == "404 NotFound"
    assert await refused(city, "finance", f"{path}/dropping", WHY) == "404 NotFound"
    status, body = await see(city, "finance", "/settlements?after=x")
    assert (status, body["code"]) == (400, "Malformed")
