"""A year previewed, confirmed and closed over HTTP, and every refusal. R4.7."""

import asyncio
import contextvars
from datetime import date
from typing import Any

import pytest
from tortoise.transactions import in_transaction

from models import ledger
from models.base import sql
from models.income import gathering
from rules.ledger import AccountKind, Journal, JournalKind, Posting
from rules.refusals.books import YearShut
from tests.databases import tamper
from tests.handlers.income.town import Town
from tests.world import City

HALF = (date(2024, 1, 1), date(2024, 7, 1))


@pytest.fixture
async def town(city: City) -> Town:
    """The small roll: every home has 10,000.00 from before everything."""
    found = await Town.of(city.roll, city.clock())
    for home in found.homes:
        await found.pays_in(home, None, 1_000_000)
    city.clock.advance(minutes=1)
    return found


async def preview(city: City, year: int = 2024, who: str = "finance") -> tuple[int, Any]:
    return await city.call("POST", f"/accounting-years/{year}/preview", await city.staff(who))


async def confirm(city: City, year: int = 2024, who: str = "finance2") -> tuple[int, Any]:
    return await city.call("POST", f"/accounting-years/{year}/closing", await city.staff(who))


async def look(city: City, year: int = 2024) -> Any:
    return await city.must("GET", f"/accounting-years/{year}", await city.staff("auditor"))


async def closed(city: City, year: int = 2024) -> Any:
    """The year, closed by two people."""
    status, body = await preview(city, year)
    assert (status, body["state"]) == (200, "previewing")
    await city.due()
    status, body = await confirm(city, year)
    assert (status, body["state"]) == (200, "closing"), body
    await city.due()
    return await look(city, year)


async def test_two_people_close_a_year(city: City, town: Town) -> None:
    """15 homes of 10,000.00 each: 12 here, 3 there. 1,500.00 of income over them by balance x days
    is 1,200.00 and 300.00; 450.00 of benchmark interest is 30.00 a home."""
    await town.gains(*HALF, 150_000, 45_000)
    body = await closed(city)
    assert (body["state"], body["state_title"]) == ("closed", "已结账")
    figures = body["figures"]
    assert (figures["settlements"], figures["bank_interest_fen"]) == (1, 195_000)
    assert (figures["income_fen"], figures["posted_fen"], figures["scopes_credited"]) == (
        150_000,
        150_000,
        2,
    )
    assert (figures["interest_fen"], figures["homes"], figures["homes_credited"]) == (
        45_000,
        15,
        15,
    )
    assert (figures["left_income_fen"], figures["left_interest_fen"]) == (0, 0)
    assert figures["earned"] == {"2024": 150_000}
    here, there = city.roll.here.scope, city.roll.there.scope
    assert await town.pooled_of(2024) == {here: 120_000, there: 30_000}
    assert set((await town.interest_of(2024)).values()) == {3_000}
    assert await ledger.replay_differences() == []
    told = await sql("SELECT kind FROM message WHERE kind LIKE 'year%' ORDER BY kind")
    assert {row["kind"] for row in told} == {"year_to_confirm", "year_being_closed", "year_closed"}
    listed = await city.must("GET", "/accounting-years?limit=1", await city.staff("clerk"))
    assert [item["year"] for item in listed["items"]] == [2024] and listed["next"] == ""


async def test_a_preview_is_repeated_and_posts_nothing(city: City, town: Town) -> None:
    await town.gains(*HALF, 150_000, 45_000)
    await preview(city)
    await city.due()
    first = await look(city)
    assert first["state"] == "previewed" and await town.pooled_of(2024) == {}
    await preview(city)
    await city.due()
    again = await look(city)
    assert again["figures"] == first["figures"]
    await town.gains(*HALF, 1_500, 0)
    status, body = await confirm(city)
    assert (status, body["code"]) == (409, "YearNotReady"), "it was posted after the preview"
    await preview(city)
    await city.due()
    assert (await look(city))["figures"]["income_fen"] == 151_500
    assert (await confirm(city))[0] == 200


async def test_nobody_confirms_what_they_asked_for(city: City, town: Town) -> None:
    await town.gains(*HALF, 150_000, 45_000)
    await preview(city)
    status, body = await confirm(city)
    assert (status, body["code"]) == (409, "YearNotReady"), "it is not computed yet"
    await city.due()
    status, body = await confirm(city, who="finance")
    assert (status, body["code"]) == (403, "SamePerson")
    assert (await confirm(city, who="reviewer"))[0] == 200
    assert (await preview(city))[1]["code"] == "YearNotReady"
    assert (await confirm(city))[1]["code"] == "YearNotReady"


async def test_a_year_must_be_over_and_have_something(city: City, town: Town) -> None:
    assert (await preview(city, 2025))[1]["code"] == "YearNotReady"
    assert (await preview(city, 2024))[1]["code"] == "NothingToDistribute"
    assert (await confirm(city, 2024))[1]["code"] == "NotFound"
    token = await city.staff("finance")
    for text in ("20x4", "24", "1999", "9999"):
        assert (await city.call("GET", f"/accounting-years/{text}", token))[0] == 404
    # The year ends in Beijing, eight hours before it does in Greenwich.
    await town.gains(date(2025, 1, 1), date(2025, 7, 1), 150_000, 45_000)
    city.clock.at = city.clock().replace(year=2025, month=12, day=31, hour=23)
    assert (await preview(city, 2025))[1]["code"] == "YearNotReady"
    city.clock.advance(hours=1)
    assert (await preview(city, 2025))[0] == 200


async def test_income_of_days_without_any_balance(city: City) -> None:
    """At once where nobody ever had anything; by the worker where nobody had it then."""
    town = await Town.of(city.roll, city.clock())
    await town.gains(*HALF, 150_000, 45_000)
    assert (await preview(city))[1]["code"] == "WeightsMissing"
    await town.pays_in(town.homes[0], date(2024, 6, 30), 100)
    await town.uses(town.homes[0], date(2024, 7, 1), 100)
    wrong = await town.gains(date(2024, 7, 1), date(2024, 8, 1), 0, 7)
    city.clock.advance(minutes=1)
    assert (await preview(city))[0] == 200
    await city.due()
    body = await look(city)
    assert body["state"] == "failed" and "存款期间内没有任何分户余额" in body["failure"]
    assert await sql("SELECT 1 FROM year_deposit") == [] == await sql("SELECT 1 FROM year_scope")
    await town.takes_back(wrong, date(2024, 9, 1))
    city.clock.advance(minutes=1)
    assert (await closed(city))["state"] == "closed"


async def test_a_closed_year_takes_nothing_more(city: City, town: Town) -> None:
    """R4.7: late advice for it is an entry of the open year, and distributed with that one."""
    await town.gains(*HALF, 150_000, 45_000)
    await closed(city)
    assert (await preview(city))[1]["code"] == "YearNotReady"
    with pytest.raises(YearShut):
        await town.gains(*HALF, 1, 1)
    late = await town.gains(date(2024, 3, 1), date(2024, 9, 1), 600, 0, on=date(2025, 9, 15))
    assert late.credited_on != late.effective_on
    city.clock.advance(days=120)
    body = await closed(city, 2025)
    assert body["figures"]["posted_fen"] == 600
    assert body["figures"]["earned"] == {"2024": 600}, "it says when it was earned"


async def test_years_are_closed_in_their_order(city: City, town: Town) -> None:
    """The first closing takes what no year before it did; from then on none is left out."""
    await town.gains(date(2022, 1, 1), date(2022, 7, 1), 150_000, 0)
    await closed(city, 2022)
    await town.gains(date(2023, 1, 1), date(2023, 7, 1), 1_500, 0)
    await town.gains(*HALF, 3_000, 0)
    city.clock.advance(minutes=1)
    status, body = await preview(city, 2024)
    assert (status, body["code"], body["year"]) == (409, "YearNotReady", 2023)
    assert (await preview(city, 2021))[1]["code"] == "YearNotReady"
    await preview(city, 2023)
    await city.due()
    assert (await confirm(city, 2023))[0] == 200
    assert (await preview(city, 2024))[1]["year"] == 2023, "it is being closed"
    await city.due()
    assert (await closed(city, 2024))["figures"]["posted_fen"] == 3_000
    first = await city.must("GET", "/accounting-years?limit=2", await city.staff("clerk"))
    assert [item["year"] for item in first["items"]] == [2024, 2023]
    rest = await city.must(
        "GET", f"/accounting-years?after={first['next']}", await city.staff("clerk")
    )
    assert [item["year"] for item in rest["items"]] == [2022]


async def test_a_reversal_is_netted_and_never_debited(city: City, town: Town) -> None:
    """1,500.00 distributed for 2023 was wrong: it is taken from 2024's 400.00 as far as that
    goes, 1,100.00 wait for 2025, and no account is debited for it. R4.7."""
    wrong = await town.gains(date(2023, 1, 1), date(2023, 7, 1), 150_000, 45_000)
    await closed(city, 2023)
    await town.takes_back(wrong, date(2024, 2, 1))
    await town.gains(*HALF, 40_000, 5_000)
    city.clock.advance(minutes=1)
    figures = (await closed(city, 2024))["figures"]
    assert (figures["income_fen"], figures["posted_fen"]) == (40_000 - 150_000, 0)
    assert (figures["carried_fen"], figures["left_income_fen"]) == (-110_000, -110_000)
    assert (figures["interest_fen"], figures["left_interest_fen"]) == (-40_000, -40_000)
    assert figures["reversals"] == 1 and await town.pooled_of(2024) == {}
    assert await town.interest_of(2024) == {}
    await town.gains(date(2025, 1, 1), date(2025, 7, 1), 260_000, 55_000)
    city.clock.advance(days=120)
    figures = (await closed(city, 2025))["figures"]
    assert (figures["brought_fen"], figures["posted_fen"]) == (-110_000, 150_000)
    assert (figures["left_income_fen"], figures["left_interest_fen"]) == (0, 0)
    assert sum((await town.interest_of(2025)).values()) == 15_000


async def test_what_is_wrong_in_the_books_is_not_closed_over(city: City, town: Town) -> None:
    """The sums posted are added up from the books; money that nobody knows of stops the year."""
    await town.gains(*HALF, 150_000, 45_000)
    await preview(city)
    await city.due()
    async with in_transaction():
        pool = await ledger.ensure_account(AccountKind.POOLED, city.roll.here.scope, "", town.at)
        lines = (Posting(town.income, 1), Posting(pool, -1))
        journal = Journal(JournalKind.INCOME, lines, date(2025, 9, 1), "year:2024:income:9")
        await ledger.post(journal, town.at, "intruder")
    await confirm(city)
    await city.due()
    body = await look(city)
    assert (body["state"], body["step"], body["step_title"]) == (
        "closing",
        "verifying",
        "核对入账合计",
    )
    assert "income_fen应为150000，账上为150001" in body["failure"]


async def test_a_year_says_what_keeps_the_database_from_closing_it(city: City, town: Town) -> None:
    """A preview may be asked for again; a closing goes on by itself once it can."""
    await town.gains(*HALF, 150_000, 45_000)
    await tamper("ALTER TABLE year_scope ADD CONSTRAINT never CHECK (year < 0)")
    await preview(city)
    await city.due()
    body = await look(city)
    assert (body["state"], body["failure"]) == (
        "failed",
        "数据库的约束不允许（23514，year_scope，never）",
    )
    await tamper("ALTER TABLE year_scope DROP CONSTRAINT never")
    await preview(city)
    await city.due()
    await tamper(
        "ALTER TABLE ledger_journal ADD CONSTRAINT never CHECK (kind <> 'interest') NOT VALID"
    )
    await confirm(city)
    await city.due()
    body = await look(city)
    assert (body["state"], body["step"], body["failure"]) == (
        "closing",
        "interest",
        "数据库的约束不允许（23514，ledger_journal，never）",
    )
    await tamper("ALTER TABLE ledger_journal DROP CONSTRAINT never")
    await city.due()
    body = await look(city)
    assert (body["state"], body["failure"]) == ("closed", "")


async def test_entries_on_their_way_make_a_preview_begin_anew(
    city: City, town: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Somebody posts into the year while it is being computed: that preview is never shown."""
    await town.gains(*HALF, 150_000, 45_000)
    read = gathering.dues
    # Another request's transaction, not one within the preview's.
    outside = contextvars.copy_context()
    posted: list[object] = []

    async def dues(end_on: date) -> list[gathering.Due]:
        found = await read(end_on)
        if not posted:
            other = town.gains(*HALF, 1_500, 0)
            loop = asyncio.get_running_loop()
            posted.append(await loop.create_task(other, context=outside))
        return found

    monkeypatch.setattr(gathering, "dues", dues)
    city.clock.advance(minutes=1)
    await preview(city)
    await city.due()
    assert (await look(city))["figures"]["income_fen"] == 151_500
