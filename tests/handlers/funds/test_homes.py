"""A home's fund as owners and the Centre see it, and changes of hands. R2.4, R3.2, R12.2."""

import io
from datetime import date, timedelta
from typing import Any
from uuid import UUID, uuid4

from openpyxl import load_workbook

from models.base import sql
from models.people.bindings import Binding
from models.roll import Ownership
from papers.fund_statements import StatementPaper, render_statement
from rules.people import mask_name
from tests.handlers.funds.till import Till
from tests.handlers.people.test_claims import claimed, decide, ownerships
from tests.pdf_text import pages_of
from tests.world import City

SOLD = date(2025, 9, 10)


async def sold(city: City, room: str, seller: str, buyer: str, on: date = SOLD) -> None:
    """The home is another owner's from that day on, who is bound to it."""
    home, people = city.roll.here.homes[room], city.roll.people
    await sql(
        "UPDATE ownership SET to_on = $3 WHERE home_id = $1 AND owner_id = $2",
        home,
        people[seller].owner_id,
        on,
    )
    owner = people[buyer].owner_id
    assert owner is not None
    await Ownership.create(home_id=home, owner_id=owner, share_bps=10_000, from_on=on)
    await Binding.create(
        person_id=people[buyer].person_id,
        home_id=home,
        owner_id=owner,
        how="roll",
        from_at=city.clock(),
    )


async def moved(till: Till) -> None:
    """1-201 (owner2): 100.00 on 1 March, 20.00 used on 1 June, 5.00 of interest, 1.00 on 12 Sep."""
    await till.post("first", {"1-201": 10_000}, effective_on="2025-03-01")
    await till.post("use", {"1-201": 2_000}, effective_on="2025-06-01")
    await till.post("topup", {"1-201": 100}, effective_on="2025-09-12")


async def lines(till: Till, room: str, who: str, query: str = "") -> Any:
    staff = who in till.city.roll.accounts
    token = await (till.city.staff(who) if staff else till.city.login(who))
    path = f"/homes/{till.home(room)}/fund/statement{query}"
    return await till.city.must("GET", path, token)


async def test_an_owner_sees_level_line_and_movements(till: Till) -> None:
    """81.00 of 100.00 is 81 %; the line is 30.00."""
    await moved(till)
    fund = await till.fund("1-201", "owner2")
    assert (fund["balance_fen"], fund["level_bps"], fund["line_fen"]) == (8_100, 8_100, 3_000)
    assert (fund["low"], fund["missing_fen"], fund["changes"]) == (False, 0, [])
    assert fund["seen_from_on"] == "2015-01-01"
    page = await lines(till, "1-201", "owner2")
    assert [
        (one["kind_title"], one["amount_fen"], one["balance_fen"]) for one in page["items"]
    ] == [
        ("续筹交存", 100, 8_100),
        ("维修资金使用", -2_000, 8_000),
        ("首期交存", 10_000, 10_000),
    ]
    assert page["brought_fen"] == 0


async def test_a_home_that_never_paid_in_has_no_line(till: Till) -> None:
    fund = await till.fund("1-201", "owner2")
    assert (fund["level_bps"], fund["line_fen"], fund["low"]) == (None, None, False)
    assert (await lines(till, "1-201", "owner2"))["items"] == []


async def test_both_accounts_run_together_by_the_banks_day(till: Till) -> None:
    """An entry made later for an earlier day stands at its day; the balances run through."""
    await moved(till)
    await till.interest("1-201", 500)
    await till.post("refund", {"1-201": 300}, effective_on="2025-06-02")
    page = await lines(till, "1-201", "clerk")
    assert [
        (one["on"], one["account"], one["amount_fen"], one["fund_fen"], one["interest_fen"])
        for one in page["items"]
    ] == [
        ("2025-09-15", "利息", 500, 8_400, 500),
        ("2025-09-12", "本金", 100, 8_400, 0),
        ("2025-06-02", "本金", 300, 8_300, 0),
        ("2025-06-01", "本金", -2_000, 8_000, 0),
        ("2025-03-01", "本金", 10_000, 10_000, 0),
    ]
    first = await lines(till, "1-201", "clerk", "?limit=2")
    rest = await lines(till, "1-201", "clerk", f"?limit=3&after={first['next']}")
    assert first["items"] + rest["items"] == page["items"] and rest["next"] == ""
    token = await till.city.staff("clerk")
    path = f"/homes/{till.home('1-201')}/fund/statement?after=x"
    assert (await till.city.call("GET", path, token))[0] == 400


async def test_only_the_owner_and_the_centre_see_it(till: Till) -> None:
    for path in ("", "/statement", "/statement.xlsx", "/statement.pdf"):
        at = f"/homes/{till.home('1-201')}/fund{path}"
        for who in ("owner1", "elsewhere"):
            status, body = await till.city.call("GET", at, await till.city.login(who))
            assert (status, body["code"]) == (403, "NotYourScope")
        for who in ("stranger", "manager", "committee"):
            assert (await till.city.call("GET", at, await till.city.login(who)))[0] == 403
        for who in ("insurer", "street", "administrator"):
            assert (await till.city.call("GET", at, await till.city.staff(who)))[0] == 403
        nowhere = f"/homes/{uuid4()}/fund{path}"
        assert (await till.city.call("GET", nowhere, await till.city.staff("clerk")))[0] == 404


async def test_a_buyer_sees_what_passed_and_what_came_since(till: Till) -> None:
    """R2.4: 80.00 went with the home on 10 September; what came that very day is the buyer's, and
    the seller sees nothing any more."""
    await moved(till)
    await till.post("topup", {"1-201": 50}, effective_on=SOLD.isoformat())
    await sold(till.city, "1-201", "owner2", "owner9")
    fund = await till.fund("1-201", "owner9")
    people = till.city.roll.people
    assert fund["seen_from_on"] == "2025-09-10"
    assert fund["changes"] == [
        {
            "on": "2025-09-10",
            "from_names": [mask_name(people["owner2"].name)],
            "to_names": [mask_name(people["owner9"].name)],
            "balance_fen": 8_000,
        }
    ]
    page = await lines(till, "1-201", "owner9")
    assert page["brought_fen"] == 8_000
    assert [one["amount_fen"] for one in page["items"]] == [100, 50]
    assert len((await lines(till, "1-201", "clerk"))["items"]) == 4
    token = await till.city.login("owner2")
    assert (await till.city.call("GET", f"/homes/{till.home('1-201')}/fund", token))[0] == 403


async def test_a_share_that_changed_is_the_same_ownership(till: Till) -> None:
    """An owner who bought out a co-owner looks back to their own first day."""
    await moved(till)
    home, owner = till.home("1-201"), till.city.roll.people["owner2"].owner_id
    assert owner is not None
    await sql("UPDATE ownership SET to_on = $2 WHERE home_id = $1", home, SOLD)
    await Ownership.create(home_id=home, owner_id=owner, share_bps=10_000, from_on=SOLD)
    fund = await till.fund("1-201", "owner2")
    assert (fund["seen_from_on"], fund["changes"]) == ("2015-01-01", [])
    # With a gap between, the earlier time was another ownership.
    await sql(
        "UPDATE ownership SET to_on = $2 WHERE home_id = $1 AND to_on IS NOT NULL",
        home,
        SOLD - timedelta(days=1),
    )
    assert (await till.fund("1-201", "owner2"))["seen_from_on"] == "2025-09-10"


async def test_the_new_owner_is_told_once_what_went_with_the_home(till: Till) -> None:
    """随房过户: the day's round notes it, whenever the roll learnt of it, and never twice."""
    await moved(till)
    await till.city.due()
    await sold(till.city, "1-201", "owner2", "owner9")
    assert await till.told("fund_passed_on") == []
    till.city.clock.advance(days=1)
    await till.city.due()
    buyer = till.city.roll.people["owner9"].person_id
    assert await till.told("fund_passed_on") == [buyer]
    rows = await sql("SELECT balance_fen FROM fund_passing")
    assert [row["balance_fen"] for row in rows] == [8_000]
    till.city.clock.advance(days=1)
    await till.city.due()
    assert await till.told("fund_passed_on") == [buyer]


async def test_who_proves_a_purchase_is_told_at_once(till: Till) -> None:
    """A clerk's decision on papers brings the buyer into the roll, and the balance with the home:
    80.00 before 10 September."""
    await moved(till)
    claim = await claimed(till.city)
    seller = (await ownerships(till.city, claim))[0]
    evidence = {
        "from_on": SOLD.isoformat(),
        "share_bps": 10_000,
        "ends": [seller["ownership_id"]],
    }
    status, _ = await decide(till.city, claim, evidence=evidence)
    assert status == 200
    second = await till.city.staff("reviewer")
    await till.city.must("POST", f"/binding-claims/{claim['id']}/confirmation", second)
    assert await till.told("fund_passed_on") == [till.city.roll.people["stranger"].person_id]
    fund = await till.fund("1-201", "stranger")
    assert fund["changes"][0]["balance_fen"] == 8_000


async def test_a_sale_before_the_books_begin_passes_nothing_on(till: Till) -> None:
    await till.post("first", {"1-201": 10_000}, effective_on="2025-09-12")
    await sold(till.city, "1-201", "owner2", "owner9")
    await till.city.due()
    assert await till.told("fund_passed_on") == []
    assert await sql("SELECT 1 AS x FROM fund_passing") == []


async def test_an_import_begins_a_new_round(till: Till) -> None:
    """What an import says of owners is told the same day."""
    await moved(till)
    await till.city.due()
    await sold(till.city, "1-201", "owner2", "owner9")
    till.city.clock.advance(minutes=5)
    await sql(
        "INSERT INTO import (id, file_id, state, rows_total, rows_done, counts, error_count,"
        " failure, created_by, created_at, finished_at) VALUES ($1, $2, 'applied', 0, 0, '{}', 0,"
        " '', $1, $3, $3)",
        uuid4(),
        UUID(await till.city.paper("clerk")),
        till.city.clock(),
    )
    till.city.clock.advance(minutes=5)
    await till.city.due()
    assert len(await till.told("fund_passed_on")) == 1
    rounds = await sql("SELECT count(*) AS n FROM fund_round WHERE done_at IS NOT NULL")
    assert rounds[0]["n"] == 2


async def test_a_statement_can_be_taken_away_and_printed(till: Till) -> None:
    await moved(till)
    await sold(till.city, "1-201", "owner2", "owner9")
    at = f"/homes/{till.home('1-201')}/fund/statement"
    token = await till.city.login("owner9")
    status, content = await till.city.call("GET", f"{at}.xlsx", token)
    assert status == 200
    sheet = load_workbook(io.BytesIO(content)).active
    assert sheet is not None
    rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=2)]
    assert [(row[1], row[6]) for row in rows] == [("承前余额", "80.00"), ("续筹交存", "81.00")]
    status, content = await till.city.call("GET", f"{at}.pdf", await till.city.staff("auditor"))
    assert status == 200 and content.startswith(b"%PDF")
    words = "".join(pages_of(content))
    for part in ("分户账对账单", "SLY-1-1-201", "承前余额", "首期交存", "81.00", "第 1 页"):
        assert part in words
    assert (await till.city.call("GET", f"{at}.pdf", token))[0] == 200


async def test_a_printed_statement_has_a_limit(till: Till, monkeypatch: Any) -> None:
    monkeypatch.setattr("handlers.funds.homes.PRINTED_MAX", -1)
    path = f"/homes/{till.home('1-201')}/fund/statement.pdf"
    status, body = await till.city.call("GET", path, await till.city.staff("clerk"))
    assert (status, body["code"]) == (422, "TooManyRows")


async def test_a_long_statement_takes_more_pages(till: Till) -> None:
    row = ("2025-09-01", "续筹交存", "本金", "1.00", "1.00", "0.00", "1.00", "摘要")
    paper = StatementPaper(
        place="石榴苑1栋1单元201",
        code="SLY-1-1-201",
        issued_on=date(2025, 9, 15),
        from_on=None,
        first_fen=0,
        fund_fen=100,
        interest_fen=0,
        percent=30,
        brought_fen=0,
        rows=(row,) * 120,
    )
    words = "".join(pages_of(render_statement(paper)))
    assert words.count("续筹交存") == 120 and "共 4 页" in words and "未交存首期" in words
    assert words.count("银行日期") == 4
