"""Deposits entered, confirmed by another, listed, estimated, remembered in time. R4.1, R4.2."""

import asyncio
from datetime import timedelta
from typing import Any

from models.base import sql
from models.deposits import Deposit
from tests.handlers.deposits.desk import (
    PRINCIPAL_FEN,
    WHY,
    advised,
    books,
    id_of,
    journals,
    main_account,
    placed,
    settled,
    terms,
)
from tests.handlers.objecting import done, refused, see
from tests.world import City


async def test_a_deposit_moves_its_principal_once_confirmed(city: City) -> None:
    custody = await main_account(city)
    made = await done(city, "finance", "/deposits", terms(custody))
    assert (made["state"], made["matures_on"], made["benchmark_rate_e4"]) == (
        "draft",
        "2025-07-01",
        15_000,
    )
    assert await books() == {"bank": 2 * PRINCIPAL_FEN}
    path = f"/deposits/{made['id']}"
    assert await refused(city, "finance", f"{path}/confirmation") == "403 SamePerson"
    made = await done(city, "reviewer", f"{path}/confirmation")
    assert (made["state"], made["remaining_fen"], made["overdue_days"]) == (
        "running",
        PRINCIPAL_FEN,
        76,
    )
    assert await books() == {"bank": PRINCIPAL_FEN, "term_deposit": PRINCIPAL_FEN}
    (entry,) = await journals("placement")
    assert str(entry["effective_on"]) == "2024-07-01"
    assert await refused(city, "reviewer", f"{path}/confirmation") == "409 EntryNotOpen"


async def test_two_confirm_at_once_and_it_is_placed_once(city: City) -> None:
    custody = await main_account(city)
    made = await done(city, "finance", "/deposits", terms(custody))
    path = f"/deposits/{made['id']}/confirmation"
    tokens = [await city.staff(who) for who in ("finance2", "reviewer")]
    answers = await asyncio.gather(*(city.call("POST", path, token) for token in tokens))
    assert sorted(status for status, _ in answers) == [200, 409]
    assert len(await journals("placement")) == 1
    assert (await books())["term_deposit"] == PRINCIPAL_FEN


async def test_the_same_request_again_enters_one_deposit(city: City) -> None:
    custody, token = await main_account(city), await city.staff("finance")
    first = await city.call("POST", "/deposits", token, terms(custody), key="k" * 32)
    again = await city.call("POST", "/deposits", token, terms(custody), key="k" * 32)
    assert first == again and first[0] == 201
    assert await Deposit.all().count() == 1


async def test_more_than_the_bank_holds_is_not_placed(city: City) -> None:
    custody = await main_account(city, PRINCIPAL_FEN - 1)
    made = await done(city, "finance", "/deposits", terms(custody))
    path = f"/deposits/{made['id']}/confirmation"
    assert await refused(city, "finance2", path) == "409 InsufficientFunds"
    assert await books() == {"bank": PRINCIPAL_FEN - 1}


async def test_terms_that_do_not_go_together(city: City) -> None:
    """R4.2: the maturity follows from the tenor; R4.1: the benchmark must be known."""
    custody = await main_account(city)

    async def said(**changes: Any) -> str:
        return await refused(city, "finance", "/deposits", terms(custody, **changes))

    assert await said(matures_on="2025-07-02") == "422 WrongTerms"
    assert await said(opened_on="2025-09-16") == "422 WrongTerms"
    assert await said(opened_on="9999-12-31") == "422 WrongTerms"
    assert await said(opened_on="2015-08-25") == "422 BenchmarkUnknown"
    assert await said(tenor="demand", bank="别家银行") == "422 WrongTerms"
    assert await said(tenor="demand", matures_on="2025-07-01") == "422 WrongTerms"
    assert await said(custody_id=str(city.roll.bank)) == "404 NotFound"
    assert await said(offer_id=str(city.roll.bank)) == "409 OfferRefused"
    await done(city, "finance", "/deposits", terms(custody, matures_on="2025-07-01"))
    assert await said() == "409 CodeTaken"


async def test_month_ends_mature_on_month_ends(city: City) -> None:
    """R4.2: 2024-02-29 for a year falls on 2025-02-28, 2024-11-30 for three months too."""
    custody = await main_account(city)
    for number, (opened_on, tenor) in enumerate(
        (("2024-02-29", "1y"), ("2024-11-30", "3m"), ("2024-08-31", "6m"))
    ):
        body = terms(custody, code=f"M{number}", opened_on=opened_on, tenor=tenor)
        made = await done(city, "finance", "/deposits", body)
        assert made["matures_on"] == "2025-02-28"


async def test_money_on_demand_stays_where_it_is(city: City) -> None:
    custody = await main_account(city)
    path = await placed(city, custody, tenor="demand", agreed_rate_e4=4_500)
    assert await journals("placement") == []
    assert await books() == {"bank": 2 * PRINCIPAL_FEN}
    _, body = await see(city, "auditor", path)
    assert body["deposit"]["remaining_fen"] == 2 * PRINCIPAL_FEN
    second = terms(custody, tenor="demand", code="CK-2")
    assert await refused(city, "finance", "/deposits", second) == "422 WrongTerms"


async def test_a_deposit_of_an_awarded_round_is_as_offered(city: City) -> None:
    custody = await main_account(city)
    body = {
        "title": "闲置资金",
        "amount_fen": PRINCIPAL_FEN,
        "tenor": "1y",
        "closes_at": (city.clock() + timedelta(days=1)).isoformat(),
    }
    made = await done(city, "finance", "/placement-rounds", body)
    path = f"/placement-rounds/{made['id']}"
    sent = {"bank": "示例银行", "rate_e4": 19_500, "received_at": city.clock().isoformat()}
    offer = await done(city, "finance", f"{path}/offers", sent)
    city.clock.advance(days=2)
    await done(city, "finance", f"{path}/award", {"offer_id": offer["id"]})
    await done(city, "reviewer", f"{path}/decision", {"approve": True})
    good = terms(custody, offer_id=offer["id"], opened_on="2025-09-16")
    for change in ({"bank": "别家银行"}, {"agreed_rate_e4": 19_000}, {"tenor": "2y"}):
        assert await refused(city, "finance", "/deposits", good | change) == "422 WrongTerms"
    half = good | {"principal_fen": PRINCIPAL_FEN // 2 + 1}
    await done(city, "finance", "/deposits", half)
    more = half | {"code": "CK-2"}
    assert await refused(city, "finance", "/deposits", more) == "422 WrongTerms"


async def test_a_draft_is_dropped_and_its_code_free_again(city: City) -> None:
    custody = await main_account(city)
    made = await done(city, "finance", "/deposits", terms(custody))
    path = f"/deposits/{made['id']}"
    empty = {"reason": " "}
    assert await refused(city, "finance", f"{path}/dropping", empty) == "400 Malformed"
    made = await done(city, "finance", f"{path}/dropping", WHY)
    assert (made["state"], made["code"], made["drop_reason"]) == ("dropped", "CK-1", WHY["reason"])
    assert await refused(city, "finance", f"{path}/dropping", WHY) == "409 EntryNotOpen"
    assert await refused(city, "finance2", f"{path}/confirmation") == "409 EntryNotOpen"
    await placed(city, custody)


async def test_no_deposit_of_that_id(city: City) -> None:
    path = f"/deposits/{city.roll.bank}"
    assert (await see(city, "finance", path))[0] == 404
    assert await refused(city, "finance", f"{path}/confirmation") == "404 NotFound"
    assert await refused(city, "finance", f"{path}/dropping", WHY) == "404 NotFound"
    status, body = await see(city, "finance", "/deposits?after=soon")
    assert (status, body["code"]) == (400, "Malformed")


async def test_the_list_goes_by_maturity(city: City) -> None:
    custody = await main_account(city, 10 * PRINCIPAL_FEN)
    await placed(city, custody, code="A", opened_on="2025-01-10")
    await placed(city, custody, code="B", opened_on="2024-07-01")
    await placed(city, custody, code="C", tenor="demand")
    await done(city, "finance", "/deposits", terms(custody, code="D", bank="第二示例银行"))

    async def codes(query: str) -> list[str]:
        _, page = await see(city, "auditor", f"/deposits?{query}")
        return [one["code"] for one in page["items"]]

    assert await codes("") == ["B", "D", "A", "C"]
    assert await codes("state=running") == ["B", "A", "C"]
    assert await codes("state=running,draft&bank=第二") == ["D"]
    assert await codes("matures_before=2025-07-02&state=running") == ["B"]
    assert await codes("overdue=true") == ["B"]
    assert await codes("tenor=demand") == ["C"] and await codes("q=a") == ["A"]
    assert await codes("sort=newest") == ["D", "C", "B", "A"]
    _, page = await see(city, "auditor", "/deposits?limit=3")
    assert await codes(f"after={page['next']}") == ["C"]


async def test_an_estimate_is_shown_as_one(city: City) -> None:
    """R4.4: of 4,500.00 for 365 days the first 184 give 2,268.49; after maturity all of it."""
    path = await placed(city, await main_account(city))
    _, body = await see(city, "finance", f"{path}?on=2025-01-01")
    assert body["estimate"]["value_added_fen"] == 226_849
    assert body["estimate"]["spendable"] is False and "估算" in body["estimate"]["note"]
    _, body = await see(city, "finance", path)
    assert body["estimate"] == body["estimate"] | {"on": "2025-09-15", "value_added_fen": 450_000}
    assert (await books()).keys() == {"bank", "term_deposit"}


async def test_finance_is_told_a_week_before_and_when_overdue(city: City) -> None:
    """R13.1: each once, however often the job runs; not while an advice waits."""
    custody = await main_account(city)
    path = await placed(city, custody, opened_on="2024-09-23")

    async def told() -> list[bool]:
        await city.due()
        rows = await sql(
            "SELECT (body->>'overdue')::bool AS late FROM log_event"
            " WHERE kind = 'DepositMaturing' AND subject_id = $1 ORDER BY seq",
            id_of(path),
        )
        return [row["late"] for row in rows]

    assert await told() == []
    city.clock.advance(days=1)
    assert await told() == [False] and await told() == [False]
    city.clock.advance(days=7)
    assert await told() == [False]
    city.clock.advance(days=1)
    assert await told() == [False, True] and await told() == [False, True]
    messages = await sql("SELECT DISTINCT title FROM message WHERE kind = 'deposit_maturing'")
    assert {row["title"] for row in messages} == {"存款即将到期", "存款已到期未结息"}
    second = await placed(city, custody, code="CK-2", opened_on="2024-09-24")
    await advised(city, second, credited_on="2025-09-24")
    await city.due()
    rows = await sql(
        "SELECT 1 FROM log_event WHERE subject_id = $1 AND kind = 'DepositMaturing'", id_of(second)
    )
    assert rows == []


async def test_a_rate_confirmed_late_moves_the_terms_not_yet_settled(city: City) -> None:
    """R4.1: the table knows 1.40 % from 2024-06-15 on when 1.45 % from 2024-06-01 on is found. A
    draft and a running deposit of the days between get it; those opened before and after keep
    1.50 % and 1.40 %, and the one that was settled what it was settled with."""
    custody = await main_account(city, 10 * PRINCIPAL_FEN)
    rate = {"tenor": "1y", "since_on": "2024-06-15", "rate_e4": 14_000, "source": "公告"}
    made = await done(city, "clerk", "/benchmark-rates", rate)
    await done(city, "clerk2", f"/benchmark-rates/{made['id']}/confirmation")
    paths = [
        await placed(city, custody, code=code, opened_on=opened_on)
        for code, opened_on in (
            ("A", "2024-05-31"),
            ("B", "2024-06-01"),
            ("C", "2024-06-15"),
            ("E", "2024-06-02"),
        )
    ]
    body = terms(custody, code="D", opened_on="2024-06-14")
    paths.append(f"/deposits/{(await done(city, 'finance', '/deposits', body))['id']}")
    await settled(city, paths[3], credited_on="2025-06-02")
    late = rate | {"since_on": "2024-06-01", "rate_e4": 14_500}
    made = await done(city, "clerk", "/benchmark-rates", late)
    _, seen = await see(city, "reviewer", f"/benchmark-rates/{made['id']}")
    assert [(one["code"], one["was_e4"], one["settled"]) for one in seen["touches"]] == [
        ("B", 15_000, False),
        ("E", 15_000, True),
    ]
    await done(city, "clerk2", f"/benchmark-rates/{made['id']}/confirmation")
    found = []
    for path in paths:
        _, body = await see(city, "finance", path)
        found.append(body["deposit"]["benchmark_rate_e4"])
    assert found == [15_000, 14_500, 14_000, 15_000, 14_500]
    (row,) = await sql(
        "SELECT body->'changed' AS changed, body->'kept' AS kept FROM log_event"
        " WHERE kind = 'RateDecided' AND subject_id = $1",
        made["id"],
    )
    assert "B/1" in str(row["changed"]) and "E/1" in str(row["kept"])
