"""Balances, statements and the books over HTTP. R3.2, R3.4, R3.8."""

import io
from datetime import date, timedelta
from typing import Any
from uuid import uuid4

import pytest
from openpyxl import load_workbook
from tortoise.transactions import in_transaction

from models import ledger
from models.base import sql
from models.insurance import Insurer
from models.roll import Building, Scope
from rules.ledger import Journal, JournalKind, Posting
from tests.journey import Journey
from tests.models.books import hold_one, pay_one
from tests.small_roll import POOLED_FEN
from tests.world import City

DAY = date(2025, 9, 1)


async def held(city: City, amount_fen: int, pay: bool = False) -> str:
    """A hold of some case's on the pooled account, perhaps captured."""
    case_id, roll = uuid4(), city.roll
    async with in_transaction():
        await hold_one(roll.here.pooled, case_id, 1, amount_fen, city.clock())
        if pay:
            await pay_one(
                roll.here.pooled, case_id, amount_fen, roll.bank, roll.insurer, DAY, city.clock()
            )
    return str(case_id)


async def income(city: City, amount_fen: int, on: date = DAY) -> None:
    lines = (Posting(city.roll.bank, amount_fen), Posting(city.roll.here.pooled, -amount_fen))
    async with in_transaction():
        entry = Journal(JournalKind.INCOME, lines, on, f"income:{uuid4()}", "=增值收益")
        await ledger.post(entry, city.clock(), "test")


def of(city: City, what: str) -> str:
    return f"/scopes/{city.roll.here.scope}/{what}"


async def test_an_owner_sees_balance_holds_and_share(city: City) -> None:
    """R3.8: by area of all counted homes; the two homes of one owner are listed apart."""
    await held(city, 1_234_567)
    await income(city, 1)
    body = await city.must("GET", of(city, "balance"), await city.login("owner1"))
    assert body["balance_fen"] == POOLED_FEN + 1
    assert body["held_fen"] == 1_234_567
    assert body["available_fen"] == POOLED_FEN + 1 - 1_234_567
    assert sorted(home["home_id"] for home in body["homes"]) == sorted(
        str(home) for home in city.roll.people["owner1"].homes
    )
    for home in body["homes"]:
        exact = body["balance_fen"] * home["area_cm2"] / body["area_cm2"]
        assert abs(home["share_fen"] - exact) < 1
        assert home["area_source"] == "land_register"


async def test_all_shares_sum_to_the_balance(city: City) -> None:
    """R3.7: parts always sum to the whole; a co-owner sees the whole home's share."""
    await income(city, 1)
    shares: dict[str, int] = {}
    for key in [f"owner{number}" for number in (*range(1, 11), 12)]:
        body = await city.must("GET", of(city, "balance"), await city.login(key))
        shares |= {home["home_id"]: home["share_fen"] for home in body["homes"]}
    assert len(shares) == 12
    assert sum(shares.values()) == POOLED_FEN + 1
    body = await city.must("GET", of(city, "balance"), await city.login("co_owner3"))
    assert [(home["home_id"], home["share_fen"]) for home in body["homes"]] == [
        (home, shares[home]) for home in (body["homes"][0]["home_id"],)
    ]


async def test_an_unchanged_balance_need_not_be_sent_again(city: City) -> None:
    token = await city.login("owner1")
    await city.must("GET", of(city, "balance"), token)
    assert city.last is not None
    known = {"If-None-Match": city.last.headers["ETag"]}
    assert (await city.call("GET", of(city, "balance"), token, headers=known))[0] == 304
    await held(city, 1)
    assert (await city.call("GET", of(city, "balance"), token, headers=known))[0] == 200


SEES = {
    "owner1": True,
    "co_owner3": True,
    "committee": True,
    "manager": True,
    "clerk": True,
    "reviewer": True,
    "finance": True,
    "auditor": True,
    "administrator": True,
    "bureau": True,
    "street": True,
    "elsewhere": False,
    "other_manager": False,
    "other_street": False,
    "insurer": False,
    "other_insurer": False,
    "stranger": False,
}


@pytest.mark.parametrize("what", ["balance", "statement", "holds"])
async def test_who_sees_a_scope(city: City, what: str) -> None:
    """Those of the scope, of its community, and the Centre; nobody else. R12.2."""
    for key, sees in SEES.items():
        token = await (city.staff(key) if key in city.roll.accounts else city.login(key))
        status, body = await city.call("GET", of(city, what), token)
        assert (status == 200) is sees, (key, status)
        if not sees:
            assert body["code"] in {"NotYourScope", "NotAllowed", "HomeNotBound"}, key
    assert (await city.call("GET", of(city, what)))[0] == 401
    token = await city.staff("clerk")
    assert (await city.call("GET", f"/scopes/{uuid4()}/{what}", token))[0] == 404


async def test_an_insurer_sees_the_scope_of_its_case(city: City) -> None:
    await Journey.applied(city)
    for what in ("balance", "statement", "holds"):
        await city.must("GET", of(city, what), await city.staff("insurer"))
        assert (await city.call("GET", of(city, what), await city.staff("other_insurer")))[0] == 403
    body = await city.must("GET", of(city, "balance"), await city.staff("insurer"))
    assert body["homes"] == []


async def test_a_past_owner_sees_nothing(city: City) -> None:
    """R2.4: a sale ends what the seller may see."""
    token = await city.login("owner2")
    await city.must("GET", of(city, "balance"), token)
    owner_id = city.roll.people["owner2"].owner_id
    today = city.clock().date()
    await sql("UPDATE ownership SET to_on = $1 WHERE owner_id = $2", today, owner_id)
    assert (await city.call("GET", of(city, "balance"), token))[0] == 403


async def test_scopes_are_listed_for_those_who_see_them(city: City) -> None:
    roll = city.roll
    here, there, empty = str(roll.here.scope), str(roll.there.scope), str(roll.empty)

    async def listed(token: str, query: str = "") -> list[str]:
        body = await city.must("GET", f"/scopes{query}", token)
        return [item["scope_id"] for item in body["items"]]

    assert await listed(await city.login("owner1")) == [here]
    assert await listed(await city.login("elsewhere")) == [there]
    assert await listed(await city.staff("other_street")) == [there, empty]
    assert await listed(await city.staff("insurer")) == []
    clerk = await city.staff("clerk")
    assert await listed(clerk) == [there, empty, here]
    assert await listed(clerk, "?q=石榴") == [here]
    first = await city.must("GET", "/scopes?limit=1", clerk)
    assert [item["scope_id"] for item in first["items"]] == [there]
    assert await listed(clerk, f"?limit=2&after={first['next']}") == [empty, here]


async def test_a_statement_names_case_and_payee_and_filters_by_day(city: City) -> None:
    await income(city, 700, DAY + timedelta(days=1))
    case_id = await held(city, 300, pay=True)
    token = await city.login("owner1")
    body = await city.must("GET", of(city, "statement"), token)
    assert [line["amount_fen"] for line in body["items"]] == [-300, 700, POOLED_FEN]
    newest = body["items"][0]
    assert newest["balance_after_fen"] == POOLED_FEN + 400
    assert newest["case_id"] == case_id
    assert newest["kind_title"] == "拨付电梯保险费"
    insurer = await Insurer.get(id=city.roll.insurer)
    assert [line["payee"] for line in body["items"]] == [insurer.name, None, None]
    assert newest["recorded_at"].endswith("+08:00")
    query = f"?from_on={DAY}&to_on={DAY}"
    body = await city.must("GET", of(city, f"statement{query}"), token)
    assert [line["amount_fen"] for line in body["items"]] == [-300]
    first = await city.must("GET", of(city, "statement?limit=2"), token)
    rest = await city.must("GET", of(city, f"statement?limit=2&after={first['next']}"), token)
    assert [line["amount_fen"] for line in rest["items"]] == [POOLED_FEN]
    assert rest["next"] == ""
    assert (await city.call("GET", of(city, "statement?after=x"), token))[0] == 400


async def test_holds_page_by_state(city: City) -> None:
    spent = await held(city, 300, pay=True)
    city.clock.advance(minutes=1)
    kept = [await held(city, 100 + nth) for nth in range(3)]
    token = await city.login("owner1")
    body = await city.must("GET", of(city, "holds"), token)
    assert {line["case_id"] for line in body["items"][:3]} == set(kept)
    assert body["items"][3]["case_id"] == spent
    assert body["items"][3]["captured_fen"] == 300
    body = await city.must("GET", of(city, "holds?state=captured"), token)
    assert [line["case_id"] for line in body["items"]] == [spent]
    pages: list[Any] = []
    after = ""
    while not pages or after:
        page = await city.must("GET", of(city, f"holds?limit=1&after={after}"), token)
        pages += page["items"]
        after = page["next"].replace("+", "%2B")
    assert sorted(line["case_id"] for line in pages) == sorted([*kept, spent])
    for after in ("x", "2025-01-01~x", f"2025-01-01T00:00:00~{uuid4()}"):
        assert (await city.call("GET", of(city, f"holds?after={after}"), token))[0] == 400


async def test_a_scope_without_an_account_has_nothing(city: City) -> None:
    building = await Building.get(id=city.roll.here.building)
    scope = await Scope.create(building_id=building.id, code="EMPTY", name="空", kind="unit")
    token = await city.staff("clerk")
    body = await city.must("GET", f"/scopes/{scope.id}/balance", token)
    assert (body["balance_fen"], body["homes"], body["area_cm2"]) == (0, [], 0)
    for what in ("statement", "holds"):
        assert await city.must("GET", f"/scopes/{scope.id}/{what}", token) == {
            "items": [],
            "next": "",
        }


async def test_the_books_are_open_to_finance_and_audit(city: City) -> None:
    await held(city, 300, pay=True)
    token = await city.staff("auditor")
    body = await city.must("GET", "/ledger/accounts?kind=pooled", token)
    assert {item["balance_fen"] for item in body["items"]} == {0, POOLED_FEN, POOLED_FEN - 300}
    first = await city.must("GET", "/ledger/accounts?limit=2", token)
    rest = await city.must("GET", f"/ledger/accounts?after={first['next']}", token)
    assert len(first["items"]) + len(rest["items"]) == 4
    path = f"/ledger/accounts/{city.roll.bank}/statement"
    body = await city.must("GET", path, await city.staff("finance"))
    assert body["items"][0]["amount_fen"] == -300
    assert body["items"][0]["payee"].startswith("示例财产保险")
    assert (await city.call("GET", f"/ledger/accounts/{uuid4()}/statement", token))[0] == 404
    assert (await city.call("GET", path, await city.staff("clerk")))[0] == 403


async def test_the_trial_balance_holds_at_both_times(city: City) -> None:
    """R3.2."""
    opened = city.clock()
    city.clock.advance(days=1)
    await income(city, 700, DAY + timedelta(days=1))
    token = await city.staff("finance")

    async def total(query: str) -> int:
        body = await city.must("GET", f"/ledger/trial-balance{query}", token)
        assert body["balanced"] and body["debit_fen"] == body["credit_fen"]
        assert {item["balance_fen"] for item in body["items"] if item["kind"] == "bank"} == {
            body["debit_fen"]
        }
        return int(body["debit_fen"])

    assert await total("") == 2 * POOLED_FEN + 700
    assert await total(f"?effective_on={DAY}") == 2 * POOLED_FEN
    assert await total(f"?recorded_at={opened.isoformat().replace('+', '%2B')}") == 2 * POOLED_FEN
    assert await total("?effective_on=2001-01-01") == 0
    bad = await city.call("GET", "/ledger/trial-balance?recorded_at=2025-01-01T00:00:00", token)
    assert bad[0] == 400


async def test_a_statement_can_be_taken_away(city: City) -> None:
    await income(city, 700)
    token = await city.staff("finance")
    path = f"/ledger/accounts/{city.roll.here.pooled}/statement.xlsx"
    status, content = await city.call("GET", path, token)
    assert status == 200
    sheet = load_workbook(io.BytesIO(content)).active
    assert sheet is not None
    rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=2)]
    assert [row[4] for row in rows] == ["7.00", "50,000.00"]
    assert rows[0][8] == "=增值收益"
    assert "f" not in {cell.data_type for row in sheet.iter_rows() for cell in row}
    assert (await city.call("GET", f"{path}?from_on=2030-01-01", token))[0] == 200
