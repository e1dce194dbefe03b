"""Batches of household money: entered, confirmed, refused, dropped, reversed. R3.2, R3.3, R3.7."""

import asyncio
import io
from datetime import date, timedelta
from uuid import uuid4

from openpyxl import load_workbook
from tortoise.transactions import in_transaction

from models import ledger
from models.base import sql
from models.deposits import BankAccount
from rules.ledger import AccountKind, Journal, JournalKind, Posting
from tests.handlers.funds.till import Till, true_books

FIRST = {"1-101": 1_000_000, "1-201": 2_000_000}


async def test_a_first_deposit_is_the_homes_once_confirmed_by_another(till: Till) -> None:
    """100.00 yuan x 100: nothing moves at entry; the confirmation credits each home its part,
    debits the bank with 30,000.00 and keeps the first deposit."""
    batch = await till.enter("first", FIRST)
    assert (batch["state"], batch["lines"], batch["total_fen"]) == ("draft", 2, 3_000_000)
    assert batch["number"].startswith("WXZJ-2025-")
    assert await till.balances("1-101", "1-201") == [0, 0]
    assert (await till.fund("1-101"))["first_deposit_fen"] is None
    posted = await till.confirm(batch)
    assert posted["state"] == "posted" and posted["journal_id"]
    fund = await till.fund("1-101")
    assert (fund["fund_fen"], fund["first_deposit_fen"]) == (1_000_000, 1_000_000)
    assert fund["level_bps"] == 10_000 and not fund["low"]
    assert await till.balances("1-201") == [2_000_000]
    totals = await ledger.totals()
    assert totals[AccountKind.HOUSEHOLD_FUND] == 3_000_000
    assert await true_books()


async def test_those_bound_to_the_homes_are_told(till: Till) -> None:
    """R13.1: both co-owners of 1-301 hear of its money, nobody else does."""
    await till.post("first", {"1-301": 500})
    people = till.city.roll.people
    told = {people[name].person_id for name in ("owner3", "co_owner3")}
    assert set(await till.told("fund_moved")) == told
    assert len(await till.told("funds_wait")) == 3


async def test_nobody_confirms_what_they_entered(till: Till) -> None:
    token = await till.city.staff("finance")
    batch = await till.city.must(
        "POST", "/fund-batches", token, till.entry("first", {"1-101": 500})
    )
    path = f"/fund-batches/{batch['id']}/confirmation"
    assert await till.refused(path, "finance") == (403, "SamePerson")
    assert await till.refused(path, "clerk") == (403, "NotAllowed")
    await till.confirm(batch, "reviewer")
    assert await till.refused(path, "finance2") == (409, "EntryNotOpen")
    assert await till.refused(f"/fund-batches/{uuid4()}/confirmation", "finance") == (
        404,
        "NotFound",
    )


async def test_what_is_wrong_is_said_line_by_line(till: Till) -> None:
    """All or nothing: each faulty line is named with its reason."""
    await till.post("first", {"1-101": 500})
    token = await till.city.staff("clerk")

    async def faults(body: dict) -> list[tuple[int, str]]:  # type: ignore[type-arg]
        status, answer = await till.city.call("POST", "/fund-batches", token, body)
        assert (status, answer["code"]) == (422, "FundLinesWrong")
        assert answer["faults_count"] == len(answer["faults"])
        return [(one["row"], one["reason"]) for one in answer["faults"]]

    body = till.entry("first", {"1-201": 1, "1-101": 1})
    assert await faults(body) == [(2, "该户已交存首期，更正须由财务冲销")]
    body["lines"] = [body["lines"][0], body["lines"][0], {"home_id": str(uuid4()), "amount_fen": 1}]
    assert await faults(body) == [(2, "与第 1 行是同一户"), (3, "没有该房屋")]
    reason = "该户未交存首期，请按首期交存录入"
    assert await faults(till.entry("topup", {"1-101": 1, "1-201": 1})) == [(2, reason)]
    assert await faults(till.entry("refund", {"1-201": 1})) == [(1, "该户没有使用过维修资金")]
    assert (await sql("SELECT count(*) AS n FROM fund_batch"))[0]["n"] == 1


async def test_the_same_voucher_is_refused(till: Till) -> None:
    """Until the batch it stands in is dropped."""
    batch = await till.enter("first", {"1-101": 500}, voucher="PZ-1")
    body = till.entry("first", {"1-201": 700}, voucher=" PZ-1 ")
    assert await till.refused("/fund-batches", "clerk", body) == (409, "VoucherUsed")
    path = f"/fund-batches/{batch['id']}/dropping"
    assert await till.refused(path, "clerk", {"reason": " "}) == (400, "Malformed")
    token = await till.city.staff("clerk2")
    dropped = await till.city.must("POST", path, token, {"reason": "录错"})
    assert dropped["state"] == "dropped"
    assert await till.refused(path, "clerk", {"reason": "再"}) == (409, "EntryNotOpen")
    confirmation = f"/fund-batches/{batch['id']}/confirmation"
    assert await till.refused(confirmation, "finance") == (409, "EntryNotOpen")
    await till.enter("first", {"1-201": 700}, voucher="PZ-1")
    assert await till.refused(f"/fund-batches/{uuid4()}/dropping", "clerk", {"reason": "x"}) == (
        404,
        "NotFound",
    )


async def test_the_same_voucher_of_two_accounts_for_one_home_is_refused(till: Till) -> None:
    """The database itself keeps a home from being credited twice by one voucher."""
    now = till.city.clock()
    async with in_transaction():
        account = await ledger.ensure_account(AccountKind.BANK, uuid4(), "另一专户", now)
    other = await BankAccount.create(
        bank="另一银行", number="1", title="专户", account_id=account, created_at=now
    )
    await till.enter("first", {"1-101": 500}, voucher="PZ-1")
    body = till.entry("first", {"1-101": 500}, voucher="PZ-1", custody_id=str(other.id))
    assert await till.refused("/fund-batches", "clerk", body) == (409, "VoucherUsed")


async def test_days_accounts_and_years_are_checked(till: Till) -> None:
    """The bank's day is not to come, its year not shut, its account not closed. R4.7."""
    today = till.city.clock().date()
    body = till.entry("first", {"1-101": 1}, effective_on=(today + timedelta(days=1)).isoformat())
    assert await till.refused("/fund-batches", "clerk", body) == (400, "Malformed")
    body = till.entry("use", {"1-101": 1}, from_suspense=True)
    assert await till.refused("/fund-batches", "clerk", body) == (400, "Malformed")
    body = till.entry("first", {"1-101": 1}, custody_id=str(uuid4()))
    assert await till.refused("/fund-batches", "clerk", body) == (404, "NotFound")
    late = await till.enter("first", {"1-101": 1}, effective_on="2024-12-31")
    await till.shut(2024)
    body = till.entry("first", {"1-201": 1}, effective_on="2024-12-31")
    assert await till.refused("/fund-batches", "clerk", body) == (409, "YearShut")
    path = f"/fund-batches/{late['id']}/confirmation"
    assert await till.refused(path, "finance") == (409, "YearShut")
    assert await till.balances("1-101") == [0]
    await sql("UPDATE bank_account SET closed_at = $1", till.city.clock())
    body = till.entry("first", {"1-101": 1})
    assert await till.refused("/fund-batches", "clerk", body) == (404, "NotFound")


async def test_a_use_takes_the_principal_first_and_then_the_interest(till: Till) -> None:
    """1,000 of principal and 30 of interest: a use of 1,020 leaves 0 and 10."""
    await till.post("first", {"1-101": 1_000})
    await till.interest("1-101", 30)
    await till.post("use", {"1-101": 1_020}, payee="示例维修公司")
    fund = await till.fund("1-101")
    assert (fund["fund_fen"], fund["interest_fen"]) == (0, 10)
    await till.post("refund", {"1-101": 20})
    fund = await till.fund("1-101")
    assert (fund["fund_fen"], fund["interest_fen"]) == (20, 10)
    assert await true_books()


async def test_a_use_beyond_the_fund_names_the_homes(till: Till) -> None:
    """R3.4: to the fen; also when the money went between entry and confirmation."""
    await till.post("first", {"1-101": 1_000, "1-201": 50})
    token = await till.city.staff("clerk")
    body = till.entry("use", {"1-101": 1_001, "1-201": 50, "1-301": 1})
    status, answer = await till.city.call("POST", "/fund-batches", token, body)
    assert (status, answer["code"], answer["homes_count"]) == (409, "InsufficientFunds", 2)
    assert [(one["home"], one["available_fen"], one["needed_fen"]) for one in answer["homes"]] == [
        ("SLY-1-1-101", 1_000, 1_001),
        ("SLY-1-1-301", 0, 1),
    ]
    first = await till.enter("use", {"1-101": 600})
    second = await till.enter("use", {"1-101": 600})
    await till.confirm(first)
    path = f"/fund-batches/{second['id']}/confirmation"
    assert await till.refused(path, "finance") == (409, "InsufficientFunds")
    assert await till.balances("1-101") == [400]


async def test_a_first_deposit_of_two_drafts_counts_once(till: Till) -> None:
    one = await till.enter("first", {"1-101": 500})
    other = await till.enter("first", {"1-101": 700})
    await till.confirm(one)
    path = f"/fund-batches/{other['id']}/confirmation"
    assert await till.refused(path, "finance") == (422, "FundLinesWrong")
    assert (await till.fund("1-101"))["first_deposit_fen"] == 500


async def test_confirmed_twice_at_once_is_posted_once(till: Till) -> None:
    """Two people press at the same instant, and one presses twice with the same key."""
    batch = await till.enter("first", {"1-101": 500})
    path = f"/fund-batches/{batch['id']}/confirmation"
    tokens = [await till.city.staff(who) for who in ("finance", "finance2", "reviewer")]
    answers = await asyncio.gather(*(till.city.call("POST", path, token) for token in tokens))
    assert sorted(status for status, _ in answers) == [200, 409, 409]
    assert await till.balances("1-101") == [500]
    other = await till.enter("first", {"1-201": 700})
    path = f"/fund-batches/{other['id']}/confirmation"
    again = [await till.city.call("POST", path, tokens[0], key="once") for _ in range(2)]
    assert again[0] == again[1] and again[0][0] == 200
    assert await till.balances("1-201") == [700]
    assert await true_books()


async def test_two_batches_of_the_same_homes_at_once_neither_lock_nor_lose(till: Till) -> None:
    await till.post("first", {"1-101": 1_000, "1-201": 1_000, "1-401": 1_000})
    rooms = ["1-101", "1-201", "1-401"]
    batches = [
        await till.enter("use", {room: 10 for room in (rooms if nth % 2 else rooms[::-1])})
        for nth in range(6)
    ]
    await asyncio.gather(*(till.confirm(batch) for batch in batches))
    assert await till.balances(*rooms) == [940, 940, 940]
    assert await true_books()


async def test_money_in_suspense_gets_a_name(till: Till) -> None:
    """What the bank booked earlier moves from suspense to the homes, and no more than that."""
    batch = await till.enter("first", {"1-101": 500}, from_suspense=True)
    path = f"/fund-batches/{batch['id']}/confirmation"
    assert await till.refused(path, "finance") == (409, "InsufficientFunds")
    now = till.city.clock()
    async with in_transaction():
        waiting = await ledger.ensure_account(AccountKind.SUSPENSE, None, "待查款项", now)
        lines = (Posting(till.city.roll.bank, 600), Posting(waiting, -600))
        entry = Journal(JournalKind.SUSPENSE, lines, now.date(), "suspense:1")
        await ledger.post(entry, now, "test")
    await till.confirm(batch)
    assert (await ledger.totals())[AccountKind.SUSPENSE] == 100
    assert await till.balances("1-101") == [500]


async def test_a_use_is_split_by_area_over_a_building(till: Till) -> None:
    """Areas of each unit 1,010,000 to 1,060,000 cm2: 6,210,000 in all, twice. Of 12,420.00 yuan the
    home of 101 bears 1,010.00."""
    rooms = list(till.city.roll.here.homes)
    await till.post("first", dict.fromkeys(rooms, 200_000))
    token = await till.city.staff("finance")
    body = {
        "building_id": str(till.city.roll.here.building),
        "total_fen": 1_242_000,
        "custody_id": str(till.custody),
        "effective_on": till.city.clock().date().isoformat(),
        "voucher": "YZ-1",
    }
    batch = await till.city.must("POST", "/fund-batches/split", token, body)
    assert (batch["lines"], batch["total_fen"], batch["owed_fen"]) == (12, 1_242_000, 0)
    await till.confirm(batch, "reviewer")
    assert await till.balances("1-101", "2-601") == [99_000, 94_000]
    for wrong in (body | {"scope_id": str(uuid4())}, body | {"building_id": None}):
        assert await till.refused("/fund-batches/split", "clerk", wrong) == (400, "Malformed")
    nowhere = body | {"building_id": str(uuid4())}
    assert await till.refused("/fund-batches/split", "clerk", nowhere) == (404, "NotFound")
    assert await till.refused("/fund-batches/split", "clerk", body | {"total_fen": 12}) == (
        409,
        "VoucherUsed",
    )
    await till.shut(2024)
    late = body | {"effective_on": "2024-05-01", "voucher": "YZ-2", "total_fen": 12}
    assert await till.refused("/fund-batches/split", "clerk", late) == (409, "YearShut")


async def test_what_a_home_cannot_bear_is_refused_or_left_as_owed(till: Till) -> None:
    """Section 6: homes with too little, or that never paid in, owe the difference."""
    await till.post("first", dict.fromkeys(list(till.city.roll.here.homes)[2:], 200_000))
    await till.post("first", {"1-201": 60_000})
    body = {
        "scope_id": str(till.city.roll.here.scope),
        "total_fen": 1_242_000,
        "custody_id": str(till.custody),
        "effective_on": till.city.clock().date().isoformat(),
        "voucher": "YZ-1",
    }
    token = await till.city.staff("clerk")
    status, answer = await till.city.call("POST", "/fund-batches/split", token, body)
    assert (status, answer["code"]) == (409, "InsufficientFunds")
    short = [(one["home"], one["available_fen"], one["needed_fen"]) for one in answer["homes"]]
    assert short == [("SLY-1-1-101", 0, 101_000), ("SLY-1-1-201", 60_000, 102_000)]
    batch = await till.city.must("POST", "/fund-batches/split", token, body | {"leave_owed": True})
    owed = 101_000 + 42_000
    assert (batch["total_fen"], batch["owed_fen"]) == (1_242_000 - owed, owed)
    path = f"/fund-batches/{batch['id']}/lines"
    lines = await till.city.must("GET", f"{path}?owing=true", token)
    assert [(one["home"], one["owed_fen"]) for one in lines["items"]] == [
        ("SLY-1-1-101", 101_000),
        ("SLY-1-1-201", 42_000),
    ]
    await till.confirm(batch)
    assert await till.balances("1-101", "1-201", "1-301") == [0, 0, 97_000]
    first = await till.city.must("GET", f"{path}?limit=7", token)
    rest = await till.city.must("GET", f"{path}?limit=7&after={first['next']}", token)
    assert len(first["items"]) == 7 and len(rest["items"]) == 5 and rest["next"] == ""
    assert await true_books()


async def test_a_use_that_nobody_can_bear_posts_nothing(till: Till) -> None:
    body = {
        "scope_id": str(till.city.roll.here.scope),
        "total_fen": 1_000,
        "custody_id": str(till.custody),
        "effective_on": till.city.clock().date().isoformat(),
        "voucher": "YZ-1",
        "leave_owed": True,
    }
    token = await till.city.staff("clerk")
    batch = await till.city.must("POST", "/fund-batches/split", token, body)
    assert (batch["total_fen"], batch["owed_fen"]) == (0, 1_000)
    posted = await till.confirm(batch)
    assert posted["state"] == "posted" and posted["journal_id"] is None


async def test_a_reversed_batch_says_so_and_its_voucher_is_free(till: Till) -> None:
    """R3.2: corrections are reversals; the first deposit is no longer one."""
    batch = await till.post("first", {"1-101": 500}, voucher="PZ-1")
    now = till.city.clock()
    async with in_transaction():
        await ledger.reverse(batch["journal_id"], now.date(), now, "test", "录错")
    await till.city.due()
    token = await till.city.staff("auditor")
    after = await till.city.must("GET", f"/fund-batches/{batch['id']}", token)
    assert after["state"] == "reversed"
    fund = await till.fund("1-101")
    assert (fund["balance_fen"], fund["first_deposit_fen"]) == (0, None)
    await till.post("first", {"1-101": 700}, voucher="PZ-1")
    assert (await till.fund("1-101"))["first_deposit_fen"] == 700


async def test_batches_are_listed_narrowed_and_taken_away(till: Till) -> None:
    one = await till.post("first", {"1-101": 500, "1-201": 600}, effective_on="2025-09-01")
    till.city.clock.advance(minutes=1)
    two = await till.enter("topup", {"1-101": 700}, memo="=1+1")
    token = await till.city.staff("auditor")

    async def listed(query: str = "") -> list[str]:
        body = await till.city.must("GET", f"/fund-batches{query}", token)
        return [item["id"] for item in body["items"]]

    assert await listed() == [two["id"], one["id"]]
    assert await listed("?kind=first") == [one["id"]]
    assert await listed("?state=draft") == [two["id"]]
    assert await listed(f"?home_id={till.home('1-201')}") == [one["id"]]
    assert await listed("?to_on=2025-09-01&from_on=2025-09-01") == [one["id"]]
    first = await till.city.must("GET", "/fund-batches?limit=1", token)
    assert await listed(f"?limit=1&after={first['next']}") == [one["id"]]
    assert (await till.city.call("GET", "/fund-batches?after=x", token))[0] == 400
    status, content = await till.city.call("GET", f"/fund-batches/{one['id']}/lines.xlsx", token)
    assert status == 200
    sheet = load_workbook(io.BytesIO(content)).active
    assert sheet is not None
    rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=2)]
    assert [row[2] for row in rows] == ["5.00", "6.00", "11.00"]
    for path in ("", "/lines", "/lines.xlsx"):
        assert (await till.city.call("GET", f"/fund-batches/{uuid4()}{path}", token))[0] == 404
    assert date.fromisoformat(one["effective_on"]) == date(2025, 9, 1)
