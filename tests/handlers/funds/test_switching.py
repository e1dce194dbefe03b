"""A building's account becomes its units', and back: money, scopes, cases, locks. R3.8, R4.6."""

import asyncio
from typing import Any
from uuid import UUID, uuid4

from tortoise.transactions import in_transaction

from models import ledger
from models.base import one, sql
from models.roll import Building
from rules.cases import State
from rules.ledger import AccountKind, Journal, JournalKind, Posting
from tests.builders import case_in
from tests.handlers.funds.till import true_books
from tests.handlers.special.words import added, paid_straight
from tests.journey import PREMIUMS, Journey
from tests.models.books import hold_one
from tests.small_roll import POOLED_FEN
from tests.world import City


async def entered(city: City, to_kind: str = "unit", who: str = "clerk") -> Any:
    path = f"/buildings/{city.roll.here.building}/scope-switch"
    body = {"to_kind": to_kind, "reason": "业主大会决定"}
    return await city.must("POST", path, await city.staff(who), body)


async def confirmed(city: City, switch: Any, who: str = "reviewer") -> Any:
    path = f"/scope-switches/{switch['id']}/confirmation"
    return await city.must("POST", path, await city.staff(who))


async def refused(city: City, path: str, who: str, body: Any = None) -> tuple[int, Any]:
    status, answer = await city.call("POST", path, await city.staff(who), body)
    assert status >= 400, answer
    return status, answer["code"]


async def pools(city: City) -> dict[str, int]:
    """The pooled balance of each scope of the building, by code."""
    rows = await sql(
        "SELECT s.code, coalesce(a.balance_fen, 0) AS fen FROM scope s LEFT JOIN ledger_account a"
        " ON a.code = 'pooled:' || s.id::text WHERE s.building_id = $1 ORDER BY s.code",
        city.roll.here.building,
    )
    return {row["code"]: row["fen"] for row in rows}


async def test_a_building_becomes_its_units(city: City) -> None:
    """Two units of the same areas: 50,000.00 becomes 25,000.00 and 25,000.00; with one home of
    unit 1 that does not count, 6,210,000 - 1,010,000 = 5,200,000 of 11,410,000 cm2 is 2,278,702.89
    fen: 22,787.03 and 27,212.97."""
    await sql("UPDATE home SET counts = false WHERE id = $1", city.roll.here.homes["1-101"])
    switch = await entered(city)
    assert (switch["state"], switch["moves"], switch["on"]) == ("draft", [], None)
    assert await pools(city) == {"SLY-1": POOLED_FEN}
    done = await confirmed(city, switch)
    assert (done["state"], done["on"]) == ("done", "2025-09-15")
    assert {one["to_scope"]: one["amount_fen"] for one in done["moves"]} == {
        "石榴苑1栋1单元": 2_278_703,
        "石榴苑1栋2单元": 2_721_297,
    }
    assert await pools(city) == {"SLY-1": 0, "SLY-1-1": 2_278_703, "SLY-1-2": 2_721_297}
    assert (await Building.get(id=city.roll.here.building)).kept_per == "unit"
    rows = await sql(
        'SELECT u.code, s.code AS scope, k."on" FROM scope_change k'
        " JOIN unit u ON u.id = k.unit_id JOIN scope s ON s.id = u.scope_id"
        " WHERE k.to_scope_id = u.scope_id ORDER BY u.code"
    )
    assert [(row["code"], row["scope"]) for row in rows] == [
        ("SLY-1-1", "SLY-1-1"),
        ("SLY-1-2", "SLY-1-2"),
    ]
    assert await true_books()


async def test_units_become_a_building_again(city: City) -> None:
    """There and back, the day after: every fen is where it was, and the history says both."""
    await confirmed(city, await entered(city))
    path = f"/buildings/{city.roll.here.building}/scope-switch"
    city.clock.advance(minutes=1)
    again = await entered(city, "building")
    confirmation = f"/scope-switches/{again['id']}/confirmation"
    assert await refused(city, confirmation, "finance") == (409, "ScopeBusy")
    city.clock.advance(days=1)
    await confirmed(city, again, "finance")
    assert await pools(city) == {"SLY-1": POOLED_FEN, "SLY-1-1": 0, "SLY-1-2": 0}
    assert await refused(city, path, "clerk", {"to_kind": "building", "reason": "再"}) == (
        400,
        "Malformed",
    )
    owner = await city.login("owner1")
    await entered(city)
    history = f"{path}es"
    seen = await city.must("GET", history, owner)
    assert [item["to_kind"] for item in seen["items"]] == ["building", "unit"]
    centre = await city.must("GET", f"{history}?limit=1", await city.staff("clerk"))
    assert centre["items"][0]["state"] == "draft"
    page = await city.must("GET", f"{history}?after={centre['next']}", await city.staff("clerk"))
    assert len(page["items"]) == 2
    listed = await city.must("GET", "/scope-switches?state=done", await city.staff("auditor"))
    assert len(listed["items"]) == 2
    assert await true_books()


async def test_the_old_statement_says_where_the_money_went(city: City) -> None:
    """The building's owners still see it, with the new account of their unit."""
    await confirmed(city, await entered(city))
    token = await city.login("owner2")
    body = await city.must("GET", f"/scopes/{city.roll.here.scope}/statement", token)
    assert sum(line["amount_fen"] for line in body["items"][:2]) == -POOLED_FEN
    assert {line["kind_title"] for line in body["items"][:2]} == {"记账单位变更"}
    assert "按单元记账" in body["items"][0]["memo"]
    unit = await one("SELECT scope_id FROM unit WHERE code = 'SLY-1-1'")
    assert unit is not None
    body = await city.must("GET", f"/scopes/{unit['scope_id']}/balance", token)
    assert body["balance_fen"] == POOLED_FEN // 2
    other = await one("SELECT scope_id FROM unit WHERE code = 'SLY-1-2'")
    assert other is not None
    path = f"/scopes/{other['scope_id']}/balance"
    assert (await city.call("GET", path, token))[0] == 403
    listed = await city.must("GET", "/scopes", token)
    assert [item["code"] for item in listed["items"]] == ["SLY-1-1"]
    stranger = await city.login("elsewhere")
    path = f"/scopes/{city.roll.here.scope}/statement"
    assert (await city.call("GET", path, stranger))[0] == 403


async def test_two_people_and_the_owners_are_told(city: City) -> None:
    switch = await entered(city)
    confirmation = f"/scope-switches/{switch['id']}/confirmation"
    await sql("UPDATE account SET roles = 'clerk,finance' WHERE username = 'clerk'")
    assert await refused(city, confirmation, "clerk") == (403, "SamePerson")
    assert await refused(city, confirmation, "clerk2") == (403, "NotAllowed")
    path = f"/buildings/{city.roll.here.building}/scope-switch"
    body = {"to_kind": "unit", "reason": "业主大会决定"}
    assert await refused(city, path, "clerk2", body) == (409, "ScopeBusy")
    assert await refused(city, path, "clerk", body | {"reason": " "}) == (422, "ReasonMissing")
    nowhere = f"/buildings/{uuid4()}/scope-switch"
    assert await refused(city, nowhere, "clerk", body) == (404, "NotFound")
    dropping = f"/scope-switches/{switch['id']}/dropping"
    assert await refused(city, dropping, "clerk", {"reason": " "}) == (400, "Malformed")
    dropped = await city.must("POST", dropping, await city.staff("clerk2"), {"reason": "有误"})
    assert dropped["state"] == "dropped"
    assert await refused(city, dropping, "clerk", {"reason": "x"}) == (409, "EntryNotOpen")
    assert await refused(city, confirmation, "reviewer") == (409, "EntryNotOpen")
    for what in ("confirmation", "dropping"):
        missing = f"/scope-switches/{uuid4()}/{what}"
        assert await refused(city, missing, "reviewer", {"reason": "x"}) in (
            (404, "NotFound"),
            (400, "Malformed"),
        )
    await confirmed(city, await entered(city))
    told = await sql("SELECT DISTINCT to_id FROM message WHERE kind = 'scope_switched'")
    assert len(told) == 12


async def test_an_open_case_or_held_money_keeps_the_scope(city: City) -> None:
    switch = await entered(city)
    path = f"/scope-switches/{switch['id']}/confirmation"
    case = await case_in(State.SIGNING, city.roll, city.clock())
    status, answer = await city.call("POST", path, await city.staff("finance"))
    assert (status, answer["code"], answer["cases"]) == (409, "ScopeBusy", [case.number])
    await sql("UPDATE \"case\" SET state = 'withdrawn' WHERE id = $1", case.id)
    async with in_transaction():
        await hold_one(city.roll.here.pooled, uuid4(), 1, 700, city.clock())
    status, answer = await city.call("POST", path, await city.staff("finance"))
    assert (status, answer["code"], answer["held_fen"]) == (409, "ScopeBusy", 700)
    assert await pools(city) == {"SLY-1": POOLED_FEN}
    assert await sql("SELECT 1 AS x FROM scope_change") == []


async def test_a_case_goes_its_way_after_the_switch(city: City) -> None:
    """Elevators, units and bindings keep working; the old scope takes no new case."""
    await confirmed(city, await entered(city))
    row = await one("SELECT scope_id FROM unit WHERE code = 'SLY-1-1'")
    assert row is not None
    elevators = [str(city.roll.here.elevators[0])]
    asked = {"scope_id": str(row["scope_id"]), "elevator_ids": elevators}
    trip = await Journey.applied(city, "owner1", **asked)
    assert trip.body["state"] == "signing"
    await trip.do("owner2", "/signatures")
    await trip.do("owner4", "/signatures")
    await trip.accept()
    plan = [{"elevator_id": elevators[0], "premium_fen": PREMIUMS[0], "limit_fen": 5_000_000}]
    await trip.do("insurer", "/plan", {"survey": "正常", "cover": "维修", "elevators": plan})
    assert trip.body["state"] == "planned"
    body = {
        "scope_id": str(city.roll.here.scope),
        "elevator_ids": [str(city.roll.here.elevators[1])],
        "insurer_id": str(city.roll.insurer),
    }
    status, answer = await city.call("POST", "/cases", await city.login("owner1"), body)
    assert (status, answer["code"]) == (422, "WrongElevators")


async def test_a_finished_case_stays_its_owners_to_see(city: City) -> None:
    trip = await Journey.at(city, "insured")
    switch = await entered(city)
    await confirmed(city, switch)
    await trip.look("owner2")
    assert trip.body["state"] == "insured"
    status, _ = await city.call("GET", f"/cases/{trip.id}", await city.login("elsewhere"))
    assert status == 404


async def test_a_case_filed_at_the_same_instant(city: City) -> None:
    """Ten rounds of both at once: either the case came first and nothing was switched, or the
    scope was switched and the case finds its elevators elsewhere. Never both."""
    owner, finance = await city.login("owner1"), await city.staff("finance")
    asked = {
        "scope_id": str(city.roll.here.scope),
        "elevator_ids": [str(city.roll.here.elevators[0])],
        "insurer_id": str(city.roll.insurer),
    }
    seen = set()
    for nth in range(10):
        switch = await entered(city)
        path = f"/scope-switches/{switch['id']}/confirmation"
        requests = [
            city.call("POST", "/cases", owner, asked),
            city.call("POST", path, finance),
        ]
        answers = await asyncio.gather(*(requests if nth % 2 else requests[::-1]))
        (filed, case), (went, _) = answers if nth % 2 else answers[::-1]
        seen.add((filed, went))
        assert (filed, went) in {(201, 409), (422, 200)}
        if filed == 201:
            await city.must("POST", f"/cases/{case['id']}/withdrawal", owner, {"reason": "再来"})
            reason = {"reason": "再来"}
            await city.must("POST", f"/scope-switches/{switch['id']}/dropping", finance, reason)
        else:
            city.clock.advance(days=1)
            await confirmed(city, await entered(city, "building"))
            city.clock.advance(days=1)
    assert seen
    assert await true_books()


async def test_confirmed_twice_at_once_moves_once(city: City) -> None:
    switch = await entered(city)
    path = f"/scope-switches/{switch['id']}/confirmation"
    tokens = [await city.staff(who) for who in ("finance", "finance2", "reviewer")]
    answers = await asyncio.gather(*(city.call("POST", path, token) for token in tokens))
    assert sorted(status for status, _ in answers) == [200, 409, 409]
    assert sum((await pools(city)).values()) == POOLED_FEN
    assert await true_books()


async def test_the_emptied_account_hides_nobody(city: City) -> None:
    """R12.2: known to hold nothing, it would give away what is withheld beside it: it is not among
    the accounts any more, and never is exactly one of them withheld."""
    await confirmed(city, await entered(city))
    body = await city.must("GET", "/public/scopes")
    shown = {item["name"]: item["withheld"] for item in body["items"]}
    assert "石榴苑1栋" not in shown and "石榴苑1栋1单元" in shown
    assert list(shown.values()).count(True) != 1


async def test_nothing_moves_where_nothing_lies(city: City) -> None:
    """An empty account is switched without a journal; a building without units is not."""
    empty = await Building.create(
        community_id=city.roll.here.community, code="E-1", name="空楼", kept_per="building"
    )
    body = {"to_kind": "unit", "reason": "示例"}
    token = await city.staff("clerk")
    switch = await city.must("POST", f"/buildings/{empty.id}/scope-switch", token, body)
    path = f"/scope-switches/{switch['id']}/confirmation"
    assert await refused(city, path, "finance") == (404, "NotFound")
    now = city.clock()
    async with in_transaction():
        equity = await ledger.ensure_account(AccountKind.BANK, None, "专户", now)
        lines = (Posting(city.roll.here.pooled, POOLED_FEN), Posting(equity, -POOLED_FEN))
        entry = Journal(JournalKind.POOLED_PAYOUT, lines, now.date(), "payout:all")
        await ledger.post(entry, now, "test")
    done = await confirmed(city, await entered(city))
    assert (done["moves"], done["journal_id"]) == ([], None)


async def test_income_that_comes_later_follows_the_homes(city: City) -> None:
    """R4.6: a year closed after the switch credits the old scope for its days; the money goes on
    to where the homes are now, by area, once."""
    await confirmed(city, await entered(city))
    now = city.clock()
    async with in_transaction():
        lines = (Posting(city.roll.bank, 1_001), Posting(city.roll.here.pooled, -1_001))
        entry = Journal(JournalKind.INCOME, lines, now.date(), "year:2025:income:1")
        await ledger.post(entry, now, "test")
    assert await city.due() == 1
    found = await pools(city)
    assert found["SLY-1"] == 0
    assert sorted(found.values())[1:] == [POOLED_FEN // 2 + 500, POOLED_FEN // 2 + 501]
    assert await city.due() == 0
    assert await true_books()


async def test_only_those_concerned_see_the_history(city: City) -> None:
    path = f"/buildings/{city.roll.here.building}/scope-switches"
    for who in ("owner1", "committee", "manager"):
        await city.must("GET", path, await city.login(who))
    for who in ("elsewhere", "other_manager"):
        status, body = await city.call("GET", path, await city.login(who))
        assert (status, body["code"]) == (403, "NotYourScope")
    token = await city.staff("auditor")
    assert (await city.call("GET", f"{path}?after=x", token))[0] == 400
    assert (await city.call("GET", "/scope-switches?after=x", token))[0] == 400
    nowhere = f"/buildings/{UUID(int=7)}/scope-switches"
    assert (await city.call("GET", nowhere, token))[0] == 404


async def test_a_special_account_with_money_keeps_its_scope(city: City) -> None:
    """四(四), 二(三): what homes or a sole owner paid in is for cases of this very scope; of
    another one nobody could use it. Once it is spent or given back the scope may change."""
    trip = await added(city, city.roll.here.elevators[0])
    account = str(trip.body["special_account_id"])
    await paid_straight(city, account, 500)
    await trip.do("owner1", "/withdrawal", {"reason": "改期"})
    switch = await entered(city)
    path = f"/scope-switches/{switch['id']}/confirmation"
    assert await refused(city, path, "reviewer") == (409, "ScopeBusy")
    await sql("UPDATE ledger_account SET balance_fen = 0 WHERE kind = 'special'")
    await confirmed(city, switch)
