"""The report of a closed year: tied to the ledger, frozen, and telling nothing of few. R12.1."""

import io
from datetime import date
from hashlib import sha256
from typing import Any
from uuid import uuid4

import msgspec
import pytest
from openpyxl import load_workbook
from tortoise.transactions import in_transaction

from models import ledger
from models.base import sql
from models.benchmarks import confirmed
from models.roll import Owner, Ownership
from rules.income import Benchmarks, Terms
from rules.ledger import AccountKind, Journal, JournalKind, Posting
from rules.money import parse_yuan, yuan
from tests.databases import tamper
from tests.handlers.income.town import Town
from tests.journey import PREMIUMS
from tests.models.books import hold_one, pay_one
from tests.small_roll import POOLED_FEN
from tests.world import City

YEAR = 2024
PATH = f"/public/yearly-reports/{YEAR}"
FIGURES = ("start_fen", "income_fen", "payouts_fen", "other_fen", "end_fen")


async def closed(city: City, alone: bool = False) -> Town:
    """The small roll with money in its homes, two banks' interest and a closed year; unless the
    few of 别处小区 are to be `alone`, another house that nobody is known to own."""
    town = await Town.of(city.roll, city.clock())
    if not alone:
        await town.building(1, 1)
    for number, home in enumerate(town.homes):
        await town.pays_in(home, None, 1_000_000 + number)
    benchmarks = Benchmarks(await confirmed())
    for opened, tenor, principal, rate in (
        (date(2023, 7, 1), "1y", 100_000_000, 19_500),
        (date(2024, 3, 15), "6m", 30_000_003, 20_000),
    ):
        terms = Terms.agreed(principal, tenor, opened, rate, benchmarks, "terms", "fen")
        assert terms.matures_on
        await town.settles(terms, terms.matures_on)
    await sql("UPDATE deposit SET bank = '第二银行' WHERE id = $1", town.settled[1].deposit_id)
    row = await town.closed(YEAR)
    assert row["state"] == "closed", row
    return town


async def publish(city: City, why: str = "", who: str = "finance") -> tuple[int, Any]:
    body = {"reason": why} if why else {}
    token = await city.staff(who)
    return await city.call("POST", f"/accounting-years/{YEAR}/publication", token, body)


async def read(city: City, path: str = PATH) -> dict[str, Any]:
    """What anybody gets, without logging in."""
    status, body = await city.call("GET", path)
    assert status == 200, body
    return dict(body)


async def other_income(city: City, fen: int, on: date) -> None:
    """Something else that moved the account: an opening found later."""
    async with in_transaction():
        lines = (Posting(city.roll.bank, fen), Posting(city.roll.here.pooled, -fen))
        entry = Journal(JournalKind.OPENING_INCOME, lines, on, f"found:{fen}")
        await ledger.post(entry, city.clock(), "test")


async def paid(city: City, fen: int, on: date) -> None:
    """A premium paid from the account of 石榴苑."""
    case_id = uuid4()
    async with in_transaction():
        await hold_one(city.roll.here.pooled, case_id, 1, fen, city.clock())
        await pay_one(
            city.roll.here.pooled, case_id, fen, city.roll.bank, city.roll.insurer, on, city.clock()
        )


async def test_the_report_is_the_ledger_to_the_fen(city: City) -> None:
    """R12.1: totals, banks, lines; lines and totals add up."""
    await other_income(city, 777, date(2024, 5, 1))
    await paid(city, sum(PREMIUMS), date(2024, 6, 1))
    town = await closed(city)
    status, made = await publish(city)
    assert status == 201, made
    assert (made["year"], made["version"], made["reason"]) == (YEAR, 1, "")
    report = await read(city)
    totals = report["totals"]
    assert totals["value_added_fen"] == 555_000 == totals["distributed_fen"]
    assert totals["interest_fen"] == totals["benchmark_fen"] + totals["value_added_fen"]
    assert totals["homes_fen"] == 1_695_000 == sum((await town.interest_of(YEAR)).values())
    assert sum(totals["earned"].values()) == 555_000 and set(totals["earned"]) == {"2023", "2024"}
    assert [bank["bank"] for bank in report["banks"]] == ["示例银行", "第二银行"]
    for name in ("deposits", "settlements", "interest_fen", "benchmark_fen", "value_added_fen"):
        assert sum(bank[name] for bank in report["banks"]) == totals[name], name
    sums = report["sums"]
    rows = await sql("SELECT id FROM ledger_account WHERE kind = 'pooled'")
    pooled = [city.roll.here.pooled, *(row["id"] for row in rows)]
    start = [await ledger.balance(key, date(2023, 12, 31)) for key in pooled]
    end = [await ledger.balance(key, date(2024, 12, 31)) for key in pooled]
    assert (sums["start_fen"], sums["end_fen"]) == (sum(start[1:]), sum(end[1:]))
    assert sums["income_fen"] == totals["distributed_fen"]
    assert (sums["payouts_fen"], sums["other_fen"]) == (sum(PREMIUMS), 777)
    assert report["cases"] == {"paid": 1, "paid_fen": sum(PREMIUMS)}
    by_name = {one["name"]: one for one in report["scopes"]}
    here = by_name["石榴苑1栋"]
    assert here["end_fen"] == end[0] and here["owners"] == 12
    assert (
        here["start_fen"] + here["income_fen"] - here["payouts_fen"] + here["other_fen"] == end[0]
    )
    assert here["income_fen"] == (await town.pooled_of(YEAR))[city.roll.here.scope]


async def test_few_owners_are_withheld_and_never_alone(city: City) -> None:
    """R12.2: from what is published no withheld line can be worked out."""
    await closed(city)
    await publish(city)
    report = await read(city)
    hidden = [one for one in report["scopes"] if one["withheld"]]
    assert [one["owners"] for one in report["scopes"] if not one["withheld"]] == [12]
    assert len(hidden) == 3
    assert all(one[name] is None for one in hidden for name in (*FIGURES, "owners"))
    assert report["sums"]["withheld"] == 3


async def test_a_single_one_takes_another_with_it_and_keeps_it(city: City) -> None:
    """What the report withholds is withheld on every page, from the moment it is published."""
    await tamper("DELETE FROM unit WHERE scope_id = $1", city.roll.empty)
    await tamper("DELETE FROM scope WHERE id = $1", city.roll.empty)
    await closed(city, alone=True)
    await publish(city)
    report = await read(city)
    assert {one["name"]: one["withheld"] for one in report["scopes"]} == {
        "别处小区1栋": True,
        "石榴苑1栋": True,
    }
    assert report["sums"]["end_fen"] == 2 * POOLED_FEN + 555_000
    # The few sell to many: today's page alone would show both now.
    home = next(iter(city.roll.there.homes.values()))
    for owner in await Owner.all():
        await Ownership.create(
            home_id=home, owner_id=owner.id, share_bps=1, from_on=date(2015, 1, 1)
        )
    city.clock.advance(minutes=2)
    listed = await read(city, "/public/scopes")
    assert all(one["withheld"] for one in listed["items"])


async def test_todays_page_follows_a_report_at_once(city: City) -> None:
    """No minute in which the page shows what the report withholds: of the accounts two are
    withheld, but only one of them in the year's distribution, so there a third one."""
    await closed(city, alone=True)
    assert not (await read(city, f"/public/scopes/{city.roll.here.scope}"))["account"]["withheld"]
    await publish(city)
    assert (await read(city, f"/public/scopes/{city.roll.here.scope}"))["account"]["withheld"]


async def test_a_correction_keeps_both_versions(city: City) -> None:
    """R12.1: with its reason, side by side; the first stays as it was, to the byte."""
    await closed(city)
    assert (await publish(city))[0] == 201
    status, first = await city.call("GET", f"{PATH}/report.json")
    assert (await publish(city))[1]["code"] == "ReasonMissing"
    assert (await publish(city, "再看一次"))[1]["code"] == "ReportUnchanged"
    await sql("UPDATE scope SET name = '石榴苑一栋' WHERE id = $1", city.roll.here.scope)
    city.clock.advance(days=1)
    status, made = await publish(city, "更正楼栋名称", "reviewer")
    assert (status, made["version"], made["reason"]) == (201, 2, "更正楼栋名称")
    report = await read(city)
    assert [one["version"] for one in report["versions"]] == [2, 1]
    assert all(one["totals"] == report["totals"] for one in report["versions"])
    assert report["report"]["version"] == 2
    assert "石榴苑一栋" in [one["name"] for one in report["scopes"]]
    before = await read(city, f"{PATH}?version=1")
    assert before["report"]["version"] == 1
    assert "石榴苑1栋" in [one["name"] for one in before["scopes"]]
    assert await city.call("GET", f"{PATH}/report.json?version=1") == (200, first)
    assert (await city.call("GET", f"{PATH}?version=3"))[0] == 404
    listed = await read(city, "/public/yearly-reports")
    assert [(one["year"], one["version"]) for one in listed["items"]] == [(YEAR, 2)]
    for statement in ("UPDATE year_report SET why = 'x'", "DELETE FROM year_report"):
        with pytest.raises(Exception, match="append-only"):
            await tamper(statement)


async def test_the_file_is_what_was_hashed(city: City) -> None:
    """Anybody can check that the file is the published one."""
    await closed(city)
    await publish(city)
    report = await read(city)
    _, content = await city.call("GET", f"{PATH}/report.json")
    assert sha256(content).hexdigest() == report["report"]["sha256"]
    body = msgspec.json.decode(content)
    assert body["scopes"] == report["scopes"] and body["totals"] == report["totals"]


async def test_the_workbook_says_the_same(city: City) -> None:
    await closed(city)
    await publish(city)
    report = await read(city)
    _, content = await city.call("GET", f"{PATH}/report.xlsx")
    book = load_workbook(io.BytesIO(content))
    assert book.sheetnames == ["合计", "各银行", "各统筹账户"]
    totals = dict(book["合计"].iter_rows(min_row=2, values_only=True))
    assert totals["记入统筹账户（元）"] == yuan(report["totals"]["distributed_fen"])
    assert totals["增值收益中2023年所得（元）"] == yuan(report["totals"]["earned"]["2023"])
    lines = list(book["各统筹账户"].iter_rows(min_row=2, values_only=True))
    assert [line[1] for line in lines] == [one["name"] for one in report["scopes"]]
    shown = [parse_yuan(str(line[7])) for line in lines if line[7] != "不公开"]
    assert shown == [one["end_fen"] for one in report["scopes"] if not one["withheld"]]
    assert sum(line[7] == "不公开" for line in lines) == 3


async def test_only_a_closed_year_is_published(city: City) -> None:
    assert (await publish(city))[1]["code"] == "YearNotReady"
    town = await Town.of(city.roll, city.clock())
    await town.pays_in(town.homes[0], None, 1_000_000)
    await town.gains(date(2024, 1, 1), date(2024, 12, 31), 5, 5)
    await town.previewed(YEAR)
    assert (await publish(city))[1]["code"] == "YearNotReady"
    assert (await city.call("GET", PATH))[0] == 404
    for ending in ("report.json", "report.xlsx"):
        assert (await city.call("GET", f"{PATH}/{ending}"))[0] == 404
    assert (await read(city, "/public/yearly-reports"))["items"] == []
    for year in ("1066", "abcd", "２０２４"):
        assert (await city.call("GET", f"/public/yearly-reports/{year}"))[0] == 404
    path = "/accounting-years/1066/publication"
    status, problem = await city.call("POST", path, await city.staff("finance"), {})
    assert (status, problem["code"]) == (404, "NotFound")


async def test_books_that_disagree_are_not_published(city: City) -> None:
    """The closing's sums and the journals must be the same, or somebody must look."""
    await closed(city)
    await sql("UPDATE year_scope SET posted_fen = posted_fen + 1, shares_fen = shares_fen + 1")
    status, problem = await publish(city)
    assert (status, problem["code"]) == (409, "YearNotReady")
    assert "不一致" in problem["detail"]


async def test_a_single_account_of_few_is_no_report(city: City) -> None:
    """R12.2: every total of the year would be its own."""
    town = await Town.of(city.roll, city.clock())
    await town.pays_in(next(iter(city.roll.there.homes.values())), None, 100_000)
    await town.gains(date(2024, 1, 1), date(2024, 7, 1), 99, 10)
    await town.closed(YEAR)
    status, problem = await publish(city)
    assert (status, problem["code"]) == (409, "YearNotReady")
    assert "不能公布" in problem["detail"]


async def test_only_finance_and_reviewers_publish(city: City) -> None:
    await closed(city)
    for who in ("clerk", "auditor", "administrator", "street"):
        assert (await publish(city, who=who))[1]["code"] == "NotAllowed"
    assert (await publish(city, who="reviewer"))[0] == 201


async def test_lines_are_paged_and_searched(city: City) -> None:
    await closed(city)
    await publish(city)
    first = await read(city, f"{PATH}?limit=1")
    rest = await read(city, f"{PATH}?limit=3&after={first['next']}")
    every = await read(city)
    assert first["scopes"] + rest["scopes"] == every["scopes"] and rest["next"] == ""
    assert [one["name"] for one in (await read(city, f"{PATH}?q=石榴"))["scopes"]] == ["石榴苑1栋"]
    assert (await city.call("GET", f"{PATH}?q=%00"))[0] == 400
    assert city.last is not None
    await read(city)
    tag = {"If-None-Match": city.last.headers["etag"]}
    assert (await city.call("GET", PATH, headers=tag))[0] == 304


async def test_the_centre_hears_that_it_is_out(city: City) -> None:
    """R13.1: those who will be asked about it; the one who published knows."""
    await closed(city)
    await publish(city)
    await city.due()
    inbox = await city.must("GET", "/inbox", await city.staff("clerk"))
    assert [one["title"] for one in inbox["items"]][:1] == ["年度报告已公布"]
    own = await city.must("GET", "/inbox", await city.staff("finance"))
    assert "年度报告已公布" not in [one["title"] for one in own["items"]]


async def test_nothing_of_a_person_is_in_it(city: City) -> None:
    """R12.2."""
    await closed(city)
    await publish(city)
    _, content = await city.call("GET", f"{PATH}/report.json")
    text = content.decode()
    for person in city.roll.people.values():
        assert person.name not in text and person.openid not in text
    assert (await ledger.totals())[AccountKind.POOLED] == 2 * POOLED_FEN + 555_000
