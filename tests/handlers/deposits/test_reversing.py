"""A wrong advice undone by two people, and the right one entered. R3.2, R4.7."""

import asyncio
from typing import Any

from models.base import sql
from models.deposits import DepositTerm
from models.income import AccountingYear
from tests.handlers.deposits.desk import (
    PRINCIPAL_FEN,
    WHY,
    advised,
    books,
    id_of,
    journals,
    main_account,
    placed,
    reversed_,
    reversing,
    settled,
)
from tests.handlers.objecting import done, refused, see
from tests.world import City

RENEWED = {"renew": True, "renewed_rate_e4": 18_000, "capitalise": True}


async def running(city: City, **changes: Any) -> str:
    return await placed(city, await main_account(city), **changes)


async def test_a_reversal_puts_everything_back_and_the_right_advice_follows(city: City) -> None:
    """19,400.00 were entered where the bank credited 19,500.00."""
    deposit = await running(city)
    wrong = await settled(city, deposit, interest_fen=1_940_000)
    asked = await reversing(city, wrong)
    _, made = await see(city, "reviewer", wrong)
    assert (made["reversal"]["state"], made["state"]) == ("draft", "posted")
    assert (await books())["bank"] == 2 * PRINCIPAL_FEN + 1_940_000
    _, page = await see(city, "reviewer", "/settlements?reversing=true")
    assert [one["id"] for one in page["items"]] == [made["id"]]
    path = f"{asked}/confirmation"
    assert await refused(city, "finance", path) == "403 SamePerson"
    made = await done(city, "reviewer", path)
    assert made == made | {
        "state": "reversed",
        "reversed_on": "2025-07-01",
    }
    assert (made["reversal"]["state"], made["reversal"]["reason"]) == ("confirmed", "录入有误")
    assert await books() == {"bank": PRINCIPAL_FEN, "term_deposit": PRINCIPAL_FEN}
    _, body = await see(city, "auditor", deposit)
    assert body["deposit"]["state"] == "running" and body["terms"][0]["closed_on"] is None
    right = await settled(city, deposit)
    assert (await books())["bank"] == 2 * PRINCIPAL_FEN + 1_950_000
    _, body = await see(city, "auditor", right)
    assert body["advice_number"] == "JX-1" and body["value_added_fen"] == 450_000


async def test_what_is_refused_about_a_reversal(city: City) -> None:
    deposit = await running(city)
    path = await advised(city, deposit)
    assert await refused(city, "finance", f"{path}/reversals", WHY) == "409 EntryNotOpen"
    await done(city, "finance2", f"{path}/confirmation")
    empty = {"reason": " "}
    assert await refused(city, "finance", f"{path}/reversals", empty) == "400 Malformed"
    asked = await reversing(city, path)
    assert await refused(city, "finance2", f"{path}/reversals", WHY) == "409 EntryNotOpen"
    assert await refused(city, "reviewer", f"{asked}/dropping", empty) == "400 Malformed"
    made = await done(city, "reviewer", f"{asked}/dropping", WHY)
    assert (made["state"], made["reversal"]["state"]) == ("posted", "dropped")
    assert await refused(city, "reviewer", f"{asked}/confirmation") == "409 EntryNotOpen"
    await reversed_(city, path)
    assert await refused(city, "finance", f"{path}/reversals", WHY) == "409 EntryNotOpen"
    nowhere = f"/settlements/{city.roll.bank}/reversals"
    assert await refused(city, "finance", nowhere, WHY) == "404 NotFound"
    nowhere = f"{nowhere}/{id_of(asked)}"
    assert await refused(city, "finance", f"{nowhere}/confirmation") == "404 NotFound"
    unknown = f"{path}/reversals/{city.roll.bank}"
    assert await refused(city, "finance", f"{unknown}/confirmation") == "404 NotFound"
    assert await refused(city, "finance", f"{unknown}/dropping", WHY) == "404 NotFound"


async def test_two_confirm_a_reversal_at_once(city: City) -> None:
    deposit = await running(city)
    path = await settled(city, deposit)
    asked = await reversing(city, path)
    tokens = [await city.staff(who) for who in ("finance2", "reviewer")]
    answers = await asyncio.gather(
        *(city.call("POST", f"{asked}/confirmation", token) for token in tokens)
    )
    assert sorted(status for status, _ in answers) == [200, 409]
    assert len(await journals("reversal")) == 1
    assert await books() == {"bank": PRINCIPAL_FEN, "term_deposit": PRINCIPAL_FEN}


async def test_the_renewed_term_is_void_with_the_renewal(city: City) -> None:
    """The bank had not capitalised the interest: the renewal is undone and entered rightly. The
    term in between keeps its number and counts for nothing."""
    deposit = await running(city, renews=True)
    wrong = await settled(city, deposit, **RENEWED)
    await reversed_(city, wrong)
    _, body = await see(city, "auditor", deposit)
    assert [(one["term_number"], one["voided"]) for one in body["terms"]] == [(2, True), (1, False)]
    assert body["deposit"]["term_number"] == 1
    right = RENEWED | {"capitalise": False}
    await settled(city, deposit, **right)
    _, body = await see(city, "auditor", deposit)
    assert [(one["term_number"], one["principal_fen"]) for one in body["terms"]] == [
        (3, PRINCIPAL_FEN),
        (2, PRINCIPAL_FEN + 1_950_000),
        (1, PRINCIPAL_FEN),
    ]
    assert await books() == {
        "bank": PRINCIPAL_FEN + 1_950_000,
        "term_deposit": PRINCIPAL_FEN,
        "undistributed_interest": 1_500_000,
        "undistributed_income": 450_000,
    }


async def test_a_settlement_that_others_rest_on_is_not_reversed(city: City) -> None:
    """The renewed term was settled in part since; the later one has to go first."""
    deposit = await running(city, renews=True)
    first = await settled(city, deposit, **RENEWED)
    early = {"credited_on": "2025-09-01", "to_on": "2025-09-01", "part_fen": 1_000_000}
    early |= {"interest_fen": 100, "advice_number": "JX-2"}
    draft = await advised(city, deposit, **early)
    assert await refused(city, "finance", f"{first}/reversals", WHY) == "409 EntryNotOpen"
    await done(city, "finance2", f"{draft}/confirmation")
    assert await refused(city, "finance", f"{first}/reversals", WHY) == "409 EntryNotOpen"
    await reversed_(city, draft)
    asked = await reversing(city, first)
    other = await advised(city, deposit, **early)
    path = f"{asked}/confirmation"
    assert await refused(city, "reviewer", path) == "409 EntryNotOpen"
    await done(city, "finance", f"{other}/dropping", WHY)
    await done(city, "reviewer", path)
    assert await books() == {"bank": PRINCIPAL_FEN, "term_deposit": PRINCIPAL_FEN}


async def test_withdrawals_are_undone_in_any_order(city: City) -> None:
    deposit = await running(city)
    paths = []
    for number, part in enumerate((30_000_000, 70_000_000), 1):
        early = {"credited_on": "2025-01-01", "to_on": "2025-01-01", "part_fen": part}
        early |= {"interest_fen": number, "advice_number": f"E{number}"}
        paths.append(await settled(city, deposit, **early))
    _, body = await see(city, "auditor", deposit)
    assert body["deposit"]["state"] == "closed"
    await reversed_(city, paths[0])
    _, body = await see(city, "auditor", deposit)
    assert (body["deposit"]["state"], body["deposit"]["remaining_fen"]) == ("running", 30_000_000)
    await reversed_(city, paths[1])
    assert await books() == {"bank": PRINCIPAL_FEN, "term_deposit": PRINCIPAL_FEN}
    term = await DepositTerm.get(deposit_id=id_of(deposit))
    assert (term.withdrawn_fen, term.closed_on) == (0, None)


async def test_money_spent_since_cannot_be_taken_back(city: City) -> None:
    """What the bank credited lies in another deposit already."""
    bank = await main_account(city)
    deposit = await placed(city, bank)
    path = await settled(city, deposit)
    await placed(city, bank, code="CK-2", principal_fen=2 * PRINCIPAL_FEN, opened_on="2025-08-01")
    asked = await reversing(city, path)
    assert await refused(city, "reviewer", f"{asked}/confirmation") == "409 InsufficientFunds"
    assert (await books())["bank"] == 1_950_000


async def test_a_reversal_in_a_closed_year_stands_in_the_open_one(city: City) -> None:
    """R4.7: only adjusting entries."""
    deposit = await running(city, opened_on="2023-07-01")
    path = await settled(city, deposit, credited_on="2024-07-01")
    await AccountingYear.create(
        year=2024,
        state="closed",
        asked_by=city.roll.accounts["finance"],
        asked_at=city.clock(),
        frozen_at=city.clock(),
    )
    made = await reversed_(city, path)
    assert (made["effective_on"], made["reversed_on"]) == ("2024-07-01", "2025-09-15")
    (entry,) = await journals("reversal")
    assert str(entry["effective_on"]) == "2025-09-15"


async def test_a_quarter_on_demand_is_settled_anew(city: City) -> None:
    deposit = await running(city, tenor="demand", agreed_rate_e4=4_500, opened_on="2025-03-21")
    first = await settled(city, deposit, credited_on="2025-06-21", interest_fen=230_000)
    second = await settled(
        city, deposit, credited_on="2025-09-15", interest_fen=1, advice_number="JX-2"
    )
    assert await refused(city, "finance", f"{first}/reversals", WHY) == "409 EntryNotOpen"
    await reversed_(city, second)
    _, body = await see(city, "auditor", deposit)
    assert body["terms"][0]["settled_on"] == "2025-06-21"
    await reversed_(city, first)
    _, body = await see(city, "auditor", deposit)
    assert body["terms"][0]["settled_on"] is None
    assert await books() == {"bank": 2 * PRINCIPAL_FEN}


async def test_the_log_tells_the_whole_story(city: City) -> None:
    """R12.3: who asked, who confirmed, why."""
    deposit = await running(city)
    path = await settled(city, deposit)
    await reversed_(city, path)
    rows = await sql(
        "SELECT kind, actor_id, why FROM log_event WHERE subject_id = $1 ORDER BY seq",
        id_of(deposit),
    )
    assert [row["kind"] for row in rows] == [
        "DepositEntered",
        "DepositPlaced",
        "AdviceEntered",
        "DepositSettled",
        "ReversalAsked",
        "SettlementReversed",
    ]
    accounts = city.roll.accounts
    assert [row["actor_id"] for row in rows[-2:]] == [accounts["finance"], accounts["reviewer"]]
    assert {row["why"] for row in rows[-2:]} == {"录入有误"}
