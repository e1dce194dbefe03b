"""Every figure of a year can be computed again by hand from what is answered. R4.7, R4.8."""

import csv
import io
import zipfile
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from console.assets import recompute_income
from models.base import sql
from models.benchmarks import confirmed
from rules.income import Benchmarks, Terms
from tests.handlers.income.test_years import closed
from tests.handlers.income.town import Town
from tests.world import City

FORMULA = ("=", "+", "@", "\t")


@pytest.fixture
async def town(city: City) -> Town:
    """石榴苑 has 3,000.00 in all from before everything and 别处小区 1,000.00; on 1 March 2024 a
    home of 石榴苑 pays in 500.00."""
    found = await Town.of(city.roll, city.clock())
    here, there = city.roll.here.homes, city.roll.there.homes
    await found.pays_in(here["1-101"], None, 300_000)
    await found.pays_in(there["1-101"], None, 100_000)
    await found.pays_in(here["2-101"], date(2024, 3, 1), 50_000)
    city.clock.advance(minutes=1)
    return found


async def settled(town: Town, principal_fen: int = 100_000_000, e4: int = 19_500) -> None:
    """The rulebook's deposit, a year earlier: 2023-07-01 to 2024-07-01 has 366 days."""
    terms = Terms.agreed(principal_fen, "1y", date(2023, 7, 1), e4, Benchmarks(await confirmed()))
    await town.settles(terms, date(2024, 7, 1))


async def explained(city: City, who: str = "owner1") -> Any:
    path = f"/scopes/{city.roll.here.scope}/income/2024"
    return await city.must("GET", path, await city.login(who))


async def test_a_share_step_by_step(city: City, town: Town) -> None:
    """4,500.00 over 366 days. Here: 300,000 fen x 366 days, and 50,000 more from 1 March to 30 June
    2024, 31+30+31+30 = 122 days: 109,800,000 + 6,100,000 = 115,900,000. There: 36,600,000. All:
    152,500,000. Here 450,000 x 115,900,000 / 152,500,000 = 342,000 exactly: 115.9/152.5 = 0.76.

    2023 has 184 of the days: 450,000 x 184/366 = 226,229.508 -> 226,230, of it 0.76 = 171,934.8,
    and there 54,295.2: one fen is left and goes to the larger remainder, here: 171,935."""
    await settled(town)
    await closed(city)
    body = await explained(city)
    assert (body["shares_fen"], body["posted_fen"], body["state"]) == (342_000, 342_000, "closed")
    assert body["journal"] == "year:2024:income:1"
    assert body["words"][-1] == "记入统筹账户3,420.00元（分录year:2024:income:1）"
    share = body["items"][0]
    assert share["weight"] == "115900000" and share["deposit"]["weight"] == "152500000"
    assert (share["quotient"], share["remainder"], share["extra"]) == (342_000, "0", 0)
    assert [
        (one["from_on"], one["to_on"], one["days"], one["balance_fen"]) for one in share["balances"]
    ] == [("2023-07-01", "2024-03-01", 244, 300_000), ("2024-03-01", "2024-07-01", 122, 350_000)]
    assert share["slices"] == [
        {"year": 2023, "income_fen": 226_230, "share_fen": 171_935},
        {"year": 2024, "income_fen": 223_770, "share_fen": 170_065},
    ]
    assert body["earned"] == [
        {"year": 2023, "income_fen": 171_935},
        {"year": 2024, "income_fen": 170_065},
    ]
    words = "\n".join(share["words"])
    for text in (
        "本金1,000,000.00元，一年，2023-07-01起息，约定年利率1.95%，按整存期计息",
        "银行实际入账利息19,500.00元，同期基准利息（起息日基准利率1.50%）15,000.00元",
        "300000分×244天+350000分×122天=115900000分·天",
        "450000分×115900000÷152500000，整数部分342000分，余数0",
        "其中2023年所得：该结息2023年2,262.30元中本单位1,719.35元",
    ):
        assert text in words, words
    listed = await city.must(
        "GET", f"/scopes/{city.roll.here.scope}/income", await city.login("owner1")
    )
    assert [year["posted_fen"] for year in listed["items"]] == [342_000]
    assert listed["estimate"] is None


async def test_a_fen_left_over(city: City, town: Town) -> None:
    """1.00 over weights 115,900,000 and 36,600,000: 76 and 24 exactly; 1.01: 76.76 and 24.24, so
    one fen is left, and it goes here. There the words say why not."""
    await town.gains(date(2023, 7, 1), date(2024, 7, 1), 101, 0)
    await closed(city)
    here = (await explained(city))["items"][0]
    assert (here["quotient"], here["extra"], here["share_fen"]) == (76, 1, 77)
    path = f"/scopes/{city.roll.there.scope}/income/2024"
    there = (await city.must("GET", path, await city.staff("auditor")))["items"][0]
    assert (there["quotient"], there["extra"], there["share_fen"]) == (24, 0, 24)
    assert there["deposit"]["cut_scope_id"] == str(city.roll.here.scope)
    assert "本单位余数小于它，不加" in "".join(there["words"])
    # 别处小区 has three owners and 石榴苑 more than five: who looks there sees the cut of here.
    seen = await city.must("GET", path, await city.login("elsewhere"))
    assert seen["items"][0]["deposit"]["cut_scope_id"] == str(city.roll.here.scope)


async def test_the_remainder_of_few_owners_is_not_shown(city: City, town: Town) -> None:
    """0.99: 75.24 and 23.76, the fen goes there, where three owners are: their remainder would
    give their balances away. R12.2."""
    await town.gains(date(2023, 7, 1), date(2024, 7, 1), 99, 0)
    await closed(city)
    share = (await explained(city))["items"][0]
    assert (share["deposit"]["cut_remainder"], share["deposit"]["cut_scope_id"]) == (None, None)
    assert "最后一个得到的单位户数过少，不公开其余数：本单位不加" in "".join(share["words"])
    for path, who in (
        ("/accounting-years/2024/deposits", await city.staff("clerk")),
        ("/public/accounting-years/2024/deposits", ""),
    ):
        rows = (await city.must("GET", path, who))["items"]
        expected = str(city.roll.there.scope) if who else None
        assert [row["cut_scope_id"] for row in rows] == [expected]


async def test_a_home_computes_its_interest(city: City, town: Town) -> None:
    """30.50 of benchmark interest over 152,500,000 fen-days is 0.00002 fen per fen and day. 1-101
    has 300,000 x 366 days of it: 21.96; 2-101 has 50,000 x 122: 1.22; there 100,000 x 366: 7.32."""
    await town.gains(date(2023, 7, 1), date(2024, 7, 1), 0, 3_050)
    await closed(city)
    homes, token = city.roll.here.homes, await city.login("owner1")
    assert await town.interest_of(2024) == {
        homes["1-101"]: 2_196,
        homes["2-101"]: 122,
        city.roll.there.homes["1-101"]: 732,
    }
    body = await city.must("GET", f"/homes/{homes['2-101']}/interest/2024", token)
    assert (body["interest_fen"], body["total_fen"]) == (122, 3_050)
    assert body["journal"] == "year:2024:interest:1"
    each = 3_050 * 10**24 // 152_500_000
    assert body["lines"] == [
        {
            "on": "2024-03-01",
            "change_fen": 50_000,
            "gain": str(each * 122),
            "product": str(each * 122 * 50_000),
        }
    ]
    assert body["words"][-1].startswith("本户利息：122+0=122分，即1.22元")
    empty = await city.must(
        "GET", f"/homes/{homes['1-201']}/interest/2024", await city.login("owner2")
    )
    assert empty["interest_fen"] == 0 and empty["words"][-1] == "本年没有分配到本户的利息"
    other = await city.call(
        "GET", f"/homes/{homes['1-101']}/interest/2024", await city.login("owner2")
    )
    assert other[1]["code"] == "NotYourScope"
    await sql("UPDATE ownership SET from_on = '2025-01-01' WHERE home_id = $1", homes["2-101"])
    bought = await city.call("GET", f"/homes/{homes['2-101']}/interest/2024", token)
    assert bought[1]["code"] == "NotYourScope", "it was somebody else's in that year"


async def test_what_is_not_closed_is_the_centres(city: City, town: Town, tmp_path: Path) -> None:
    await settled(town)
    here, owner = city.roll.here, await city.login("owner1")
    await city.must("POST", "/accounting-years/2024/preview", await city.staff("finance"))
    await city.due()
    path = f"/scopes/{here.scope}/income/2024"
    assert (await city.call("GET", path, owner))[1]["code"] == "NotFound"
    assert (await city.must("GET", path, await city.staff("clerk")))["state"] == "previewed"
    home = f"/homes/{here.homes['1-101']}/interest/2024"
    assert (await city.call("GET", home, owner))[1]["code"] == "NotFound"
    for path in ("deposits", "export.zip"):
        url = f"/public/accounting-years/2024/{path}"
        assert (await city.call("GET", url))[1]["code"] == "NotFound"
    # Whoever confirms the preview may recompute it before.
    audit = "/accounting-years/2024/export.zip"
    full = await taken_away(city, audit, await city.staff("finance2"), tmp_path)
    assert recompute_income.recompute(str(full)) == [] and "homes.csv" not in cells(full)
    clerk = await city.staff("clerk")
    assert (await city.call("GET", "/accounting-years/2023/deposits", clerk))[0] == 404
    bad = await city.call("GET", "/accounting-years/2024/deposits?after=x", clerk)
    assert bad[1]["code"] == "Malformed"
    other = await city.login("elsewhere")
    income = f"/scopes/{here.scope}/income"
    assert (await city.call("GET", income, other))[1]["code"] == "NotYourScope"
    assert (await city.call("GET", f"{income}/2024", other))[1]["code"] == "NotYourScope"
    nowhere = f"/scopes/{here.units[0]}/income"
    assert (await city.call("GET", nowhere, clerk))[1]["code"] == "NotFound"


async def test_pages_of_settlements(city: City, town: Town) -> None:
    for fen in range(1, 8):
        await town.gains(date(2024, 1, fen), date(2024, 7, 1), 100 * fen, 0)
    await closed(city)
    found: list[int] = []
    after = ""
    while True:
        path = f"/scopes/{city.roll.here.scope}/income/2024?limit=3&after={after}"
        body = await city.must("GET", path, await city.login("owner1"))
        found += [item["share_fen"] for item in body["items"]]
        if not (after := body["next"]):
            break
    assert len(found) == 7 and sum(found) == body["shares_fen"]
    first = await city.must("GET", "/public/accounting-years/2024/deposits?limit=5")
    rest = await city.must("GET", f"/public/accounting-years/2024/deposits?after={first['next']}")
    assert (len(first["items"]), len(rest["items"]), rest["next"]) == (5, 2, "")


async def published(city: City) -> None:
    path = "/accounting-years/2024/publication"
    await city.must("POST", path, await city.staff("finance"), {})


async def taken_away(city: City, path: str, token: str, folder: Path) -> Path:
    status, content = await city.call("GET", path, token)
    assert status == 200, content
    file = folder / "year.zip"
    file.write_bytes(content)
    return file


def cells(path: Path) -> dict[str, list[list[str]]]:
    with zipfile.ZipFile(path) as archive:
        return {
            name: list(csv.reader(io.StringIO(archive.read(name).decode("utf-8-sig"), newline="")))
            for name in archive.namelist()
        }


async def test_anybody_recomputes_the_published_year(
    city: City, town: Town, tmp_path: Path
) -> None:
    """Three scopes: two have fewer than five owners and stand as one, in balances and sums; the
    script still recomputes the third and the total. Only the auditor has homes. R12.2."""
    extra = await town.building(1, 1)
    await town.pays_in(town.homes_of(extra[0])[0], None, 70_001)
    await settled(town)
    await settled(town, 9_999_999, 99_999)
    city.clock.advance(minutes=1)
    await closed(city)
    before = await city.call("GET", "/public/accounting-years/2024/export.zip")
    assert before[1]["detail"] == "该年度的报告尚未公布"
    await published(city)
    public = await taken_away(city, "/public/accounting-years/2024/export.zip", "", tmp_path)
    assert recompute_income.recompute(str(public)) == []
    found = cells(public)
    assert [row[0] for row in found["scopes.csv"][1:]] == [str(city.roll.here.scope), "withheld"]
    assert "homes.csv" not in found
    hidden = {str(city.roll.there.scope), str(town.scope_of[extra[0]])}
    assert not any(cell in hidden for rows in found.values() for row in rows for cell in row)
    audit = "/accounting-years/2024/export.zip"
    full = await taken_away(city, audit, await city.staff("auditor"), tmp_path)
    assert recompute_income.recompute(str(full)) == []
    found = cells(full)
    assert len(found["scopes.csv"]) == 4 and len(found["homes.csv"]) == 5
    every = [cell for rows in found.values() for row in rows for cell in row]
    assert not any(cell.startswith(FORMULA) for cell in every)
    assert not any(str(home) in every for home in town.homes)
    assert (await city.call("GET", audit, await city.staff("clerk")))[1]["code"] == "NotAllowed"


async def test_a_lone_small_scope_hides_another_one(city: City, town: Town, tmp_path: Path) -> None:
    """Of two scopes one is small: published alone, the other would tell it from the totals."""
    await settled(town)
    await closed(city)
    await published(city)
    public = await taken_away(city, "/public/accounting-years/2024/export.zip", "", tmp_path)
    assert recompute_income.recompute(str(public)) == []
    assert [row[:2] for row in cells(public)["scopes.csv"][1:]] == [["withheld", "2"]]


async def test_a_year_of_one_small_scope_is_not_published(city: City) -> None:
    town = await Town.of(city.roll, city.clock())
    await town.pays_in(city.roll.there.homes["1-101"], None, 100_000)
    await town.gains(date(2024, 1, 1), date(2024, 7, 1), 99, 10)
    city.clock.advance(minutes=1)
    await closed(city)
    path = "/accounting-years/2024/publication"
    status, body = await city.call("POST", path, await city.staff("finance"), {})
    assert (status, body["code"]) == (409, "YearNotReady")
    status, body = await city.call("GET", "/public/accounting-years/2024/export.zip")
    assert (status, body["code"]) == (404, "NotFound")


async def test_too_much_for_one_answer(
    city: City, town: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    await settled(town)
    await closed(city)
    monkeypatch.setattr("handlers.income.exporting.LINES_MAX", 2)
    audit = "/accounting-years/2024/export.zip"
    status, body = await city.call("GET", audit, await city.staff("finance"))
    assert (status, body["code"]) == (422, "TooManyRows")
