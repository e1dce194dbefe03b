"""Reports of the books: every figure is the ledger's, to the fen. R3.2, R4.7, R12.1."""

import io
from collections import defaultdict
from datetime import date, timedelta
from random import Random
from typing import Any
from uuid import UUID, uuid4

from openpyxl import load_workbook
from tortoise.transactions import in_transaction

from models import ledger
from models.base import sql
from rules.ledger import (
    MAY_TOUCH,
    NORMAL_SIDE,
    AccountKind,
    Journal,
    JournalKind,
    Posting,
    Side,
)
from rules.money import parse_yuan, yuan
from rules.refusals.ledger import InsufficientFunds
from tests.pdf_text import pages_of
from tests.small_roll import POOLED_FEN
from tests.world import City

YEARS = (2023, 2024, 2025)
FIRST = date(2023, 1, 1)
DAYS = 960


async def cells(city: City, path: str, who: str = "auditor") -> list[tuple[Any, ...]]:
    """The rows of a workbook, without any formula in it."""
    status, content = await city.call("GET", path, await city.staff(who))
    assert status == 200, content
    sheet = load_workbook(io.BytesIO(content)).active
    assert sheet is not None
    assert all(cell.data_type != "f" for row in sheet.iter_rows() for cell in row)
    return list(sheet.iter_rows(values_only=True))


async def random_books(city: City, seed: int, most: int = 60) -> int:
    """Entries of every kind on random days of three years, and some reversals; how many."""
    chance, now = Random(seed), city.clock()
    accounts: dict[AccountKind, list[UUID]] = defaultdict(list)
    for kind in AccountKind:
        for _ in range(2):
            key = await ledger.ensure_account(kind, uuid4(), kind, now)
            accounts[kind].append(key)
    posted: list[tuple[UUID, date]] = []
    kinds = [kind for kind in JournalKind if kind is not JournalKind.REVERSAL]
    for number in range(most):
        kind = chance.choice(kinds)
        sides = [
            chance.choice(accounts[chance.choice(sorted(may))])
            for may in (MAY_TOUCH[kind].debit, MAY_TOUCH[kind].credit)
        ]
        fen, on = chance.randint(1, 10**7), FIRST + timedelta(days=chance.randrange(DAYS))
        lines = (Posting(sides[0], fen), Posting(sides[1], -fen))
        try:
            async with in_transaction():
                entry = Journal(kind, lines, on, f"random:{seed}:{number}", f"第{number}笔")
                posted.append((await ledger.post(entry, now, "test"), on))
                if chance.random() < 0.2:
                    later = on + timedelta(days=chance.randrange(200))
                    await ledger.reverse(posted[-1][0], later, now, "test", "更正")
        except InsufficientFunds:
            continue
        city.clock.advance(minutes=1)
        now = city.clock()
    return len(posted)


async def replayed() -> list[dict[str, Any]]:
    """Every posting with its journal and account, as they were written."""
    return await sql(
        "SELECT j.id, j.kind, j.effective_on, j.reverses_id, a.kind AS account, p.amount_fen,"
        " p.account_id FROM ledger_posting p JOIN ledger_journal j ON j.id = p.journal_id"
        " JOIN ledger_account a ON a.id = p.account_id"
    )


async def test_the_years_summary_is_a_replay_of_the_books(city: City) -> None:
    """R3.2: by kind of journal and of account; before + both sides = after, for every year."""
    assert await random_books(city, 1) > 30
    rows, token = await replayed(), await city.staff("reviewer")
    kinds = {row["id"]: row["kind"] for row in rows}
    for year in YEARS:
        body = await city.must("GET", f"/ledger/years/{year}", token)
        own = [row for row in rows if row["effective_on"].year == year]
        expected: dict[tuple[str, bool, str], list[int]] = defaultdict(lambda: [0, 0])
        for row in own:
            kind = kinds[row["reverses_id"]] if row["reverses_id"] else row["kind"]
            side = expected[kind, row["reverses_id"] is not None, row["account"]]
            side[row["amount_fen"] < 0] += abs(row["amount_fen"])
        assert {
            (kind["kind"], kind["undone"], one["account"]): [one["debit_fen"], one["credit_fen"]]
            for kind in body["kinds"]
            for one in kind["accounts"]
        } == expected
        assert sum(kind["journals"] for kind in body["kinds"]) == len({row["id"] for row in own})
        assert body["debit_fen"] == body["credit_fen"]
        assert body["debit_fen"] == sum(kind["amount_fen"] for kind in body["kinds"])
        for account in body["accounts"]:
            debit = NORMAL_SIDE[AccountKind(account["kind"])] is Side.DEBIT
            change = account["debit_fen"] - account["credit_fen"]
            assert account["opening_fen"] + (change if debit else -change) == account["closing_fen"]
        trial = await city.must(
            "GET", f"/ledger/trial-balance?effective_on={year}-12-31", await city.staff("finance")
        )
        after = {one["kind"]: one["balance_fen"] for one in trial["items"]}
        assert {one["kind"]: one["closing_fen"] for one in body["accounts"]} == after


async def test_the_summary_and_the_trial_balance_as_workbooks(city: City) -> None:
    await random_books(city, 2, 25)
    body = await city.must("GET", "/ledger/years/2024", await city.staff("finance"))
    rows = await cells(city, "/ledger/years/2024/summary.xlsx")
    whole = next(row for row in rows if row[0] == "全部")
    assert [parse_yuan(text) for text in whole[3:]] == [body["debit_fen"], body["credit_fen"]]
    pooled = next(row for row in rows if row[0] == "增值收益统筹账户" and row[1] != "合计")
    told = next(one for one in body["accounts"] if one["kind"] == "pooled")
    assert pooled[1:3] == (yuan(told["opening_fen"]), yuan(told["closing_fen"]))
    query = "?effective_on=2024-06-30&recorded_at=2025-09-15T10:05:00%2B08:00"
    trial = await city.must("GET", f"/ledger/trial-balance{query}", await city.staff("finance"))
    rows = await cells(city, f"/ledger/trial-balance.xlsx{query}")
    assert rows[1 : 1 + len(trial["items"])] == [
        (
            one["kind_title"],
            one["accounts"],
            yuan(one["debit_fen"]),
            yuan(one["credit_fen"]),
            yuan(one["balance_fen"]),
        )
        for one in trial["items"]
    ]
    assert rows[-2][2:4] == (yuan(trial["debit_fen"]), yuan(trial["credit_fen"]))
    assert "2024-06-30" in str(rows[-1][0]) and "2025-09-15 10:05" in str(rows[-1][0])
    for path in ("/ledger/years/1066", "/ledger/years/x/summary.xlsx"):
        assert (await city.call("GET", path, await city.staff("auditor")))[0] == 404


async def test_a_scopes_year_ties_to_the_ledger(city: City) -> None:
    """R4.7: opening, lines by the bank's day, closing: the balance as of both year ends."""
    pooled, bank = city.roll.here.pooled, city.roll.bank
    # Recorded late: the lines of the year are not in the order of their recording.
    entries = ((2024, 300), (2023, 100), (2024, 200), (2025, 50), (2024, 1))
    for number, (year, fen) in enumerate(entries):
        lines = (Posting(bank, fen), Posting(pooled, -fen))
        on = date(year, 12 - number, 28)
        async with in_transaction():
            entry = Journal(JournalKind.INCOME, lines, on, f"late:{number}", f"=第{number}笔")
            await ledger.post(entry, city.clock(), "test")
    path = f"/scopes/{city.roll.here.scope}/statement"
    for year in YEARS:
        rows = await cells(city, f"{path}.xlsx?year={year}")
        before = await ledger.balance(pooled, date(year - 1, 12, 31))
        after = await ledger.balance(pooled, date(year, 12, 31))
        assert rows[1][4] == yuan(before) and rows[-1][4] == yuan(after)
        came = sum(fen for at, fen in entries if at == year)
        assert rows[-1][2:4] == (yuan(came), yuan(0))
        days = [str(row[0]) for row in rows[2:-1]]
        assert days == sorted(days) and len(days) == sum(at == year for at, _ in entries)
    status, content = await city.call("GET", f"{path}.pdf?year=2024", await city.login("owner1"))
    assert status == 200 and content.startswith(b"%PDF")
    text = "".join(pages_of(content))
    for words in (
        "石榴苑1栋",
        "2024年度",
        yuan(POOLED_FEN + 100),
        yuan(POOLED_FEN + 601),
        "第 1 页",
    ):
        assert words in text, words
    assert "=第4笔" in text and "尚未结束" not in text
    status, content = await city.call("GET", f"{path}.pdf?year=2025", await city.login("owner1"))
    assert "尚未结束" in "".join(pages_of(content))


async def test_a_long_statement_goes_over_pages(city: City) -> None:
    async with in_transaction():
        for number in range(120):
            lines = (Posting(city.roll.bank, 1), Posting(city.roll.here.pooled, -1))
            on = FIRST + timedelta(days=number)
            entry = Journal(JournalKind.INCOME, lines, on, f"long:{number}", "增值收益")
            await ledger.post(entry, city.clock(), "test")
    path = f"/scopes/{city.roll.here.scope}/statement.pdf?year=2023"
    _, content = await city.call("GET", path, await city.staff("auditor"))
    pages = pages_of(content)
    assert len(pages) > 1 and f"第 {len(pages)} 页，共 {len(pages)} 页" in pages[-1]
    assert "".join(pages).count("增值收益转入") == 120
    assert all("生效日期" in page for page in pages)


async def test_only_those_of_the_scope_get_its_statement(city: City) -> None:
    """R12.2."""
    for ending in ("xlsx", "pdf"):
        path = f"/scopes/{city.roll.here.scope}/statement.{ending}?year=2024"
        status, problem = await city.call("GET", path, await city.login("elsewhere"))
        assert (status, problem["code"]) == (403, "NotYourScope")
        status, _ = await city.call(
            "GET", f"/scopes/{uuid4()}/statement.{ending}?year=2024", await city.staff("clerk")
        )
        assert status == 404
        assert (await city.call("GET", path))[0] == 401
        bad = await city.call("GET", path.replace("2024", "1066"), await city.staff("clerk"))
        assert bad[0] == 400


async def test_a_statement_has_a_limit(city: City, monkeypatch: Any) -> None:
    monkeypatch.setattr("handlers.ledger.statements.LINES_MAX", 0)
    path = f"/scopes/{city.roll.here.scope}/statement.xlsx?year=2015"
    status, problem = await city.call("GET", path, await city.staff("clerk"))
    assert (status, problem["code"]) == (422, "TooManyRows")
    pdf = path.replace("xlsx", "pdf")
    assert (await city.call("GET", pdf, await city.staff("clerk")))[1]["code"] == "TooManyRows"


async def test_journals_are_found_by_kind_day_account_and_text(city: City) -> None:
    """R3.2: newest first, page by page, each found once."""
    count = await random_books(city, 3, 30)
    token = await city.staff("reviewer")
    rows, every, after = await replayed(), [], ""
    while True:
        page = await city.must("GET", f"/ledger/journals?limit=7&after={after}", token)
        every += page["items"]
        after = page["next"]
        if not after:
            break
    assert len(every) == len({row["id"] for row in rows}) >= count
    moments = [one["recorded_at"] for one in every]
    assert moments == sorted(moments, reverse=True)
    debits: dict[str, int] = defaultdict(int)
    for row in rows:
        debits[str(row["id"])] += max(row["amount_fen"], 0)
    assert {one["journal_id"]: one["amount_fen"] for one in every} == debits

    async def found(query: str) -> set[str]:
        body = await city.must("GET", f"/ledger/journals?limit=200&{query}", token)
        return {one["journal_id"] for one in body["items"]}

    kind = every[3]["kind"]
    assert await found(f"kind={kind}") == {str(row["id"]) for row in rows if row["kind"] == kind}
    account = rows[5]["account_id"]
    assert await found(f"account_id={account}") == {
        str(row["id"]) for row in rows if row["account_id"] == account
    }
    assert await found("from_on=2024-01-01&to_on=2024-12-31") == {
        str(row["id"]) for row in rows if row["effective_on"].year == 2024
    }
    assert await found("q=第7笔") <= {one["journal_id"] for one in every if "第7笔" in one["memo"]}
    assert await found("q=opening:") == {
        one["journal_id"] for one in every if one["reference"].startswith("opening:")
    }
    assert await found("q=%25") == set()
    exported = await cells(city, "/ledger/journals.xlsx?from_on=2024-01-01&to_on=2024-12-31")
    assert len(exported) - 1 == len(await found("from_on=2024-01-01&to_on=2024-12-31"))
    for query in ("after=x", "q=%00", "kind=unknown"):
        assert (await city.call("GET", f"/ledger/journals?{query}", token))[0] == 400
    assert (await city.call("GET", "/ledger/journals.xlsx?q=%00", token))[0] == 400


async def test_a_journal_shows_both_sides_and_its_reversal(city: City) -> None:
    lines = (
        Posting(city.roll.bank, 300),
        Posting(city.roll.here.pooled, -100),
        Posting(city.roll.there.pooled, -200),
    )
    async with in_transaction():
        entry = Journal(JournalKind.INCOME, lines, date(2025, 9, 1), "both", "两个单位")
        key = await ledger.post(entry, city.clock(), "test")
        mirror = await ledger.reverse(key, date(2025, 9, 2), city.clock(), "test", "有误")
    token = await city.staff("auditor")
    first = await city.must("GET", f"/ledger/journals/{key}?limit=2", token)
    rest = await city.must("GET", f"/ledger/journals/{key}?after={first['next']}", token)
    assert [
        (one["kind_title"], one["debit_fen"], one["credit_fen"])
        for one in first["items"] + rest["items"]
    ] == [("银行专户存款", 300, 0), ("增值收益统筹账户", 0, 100), ("增值收益统筹账户", 0, 200)]
    assert (first["journal"]["reversed_by"], rest["next"]) == (str(mirror), "")
    undone = await city.must("GET", f"/ledger/journals/{mirror}", token)
    assert undone["journal"]["reverses"] == str(key)
    assert (await city.call("GET", f"/ledger/journals/{uuid4()}", token))[1]["code"] == (
        "JournalNotFound"
    )
    assert (await city.call("GET", f"/ledger/journals/{key}?after=x", token))[0] == 400


async def test_an_export_of_journals_has_no_limit(city: City, monkeypatch: Any) -> None:
    """R3.2: as many as there are, read a few at a time; the same as a list, in its order."""
    await random_books(city, 3, 30)
    monkeypatch.setattr("handlers.lists.BATCH", 7)
    token = await city.staff("auditor")
    listed = await city.must("GET", "/ledger/journals?limit=200&count=true", token)
    assert listed["total"] == len(listed["items"]) > 20
    exported = await cells(city, "/ledger/journals.xlsx")
    assert [row[7] for row in exported[1:]] == [one["reference"] for one in listed["items"]]
    content = await city.must("GET", "/ledger/journals.csv", token)
    lines = content.decode("utf-8-sig").splitlines()
    assert len(lines) == len(exported) and lines[0].startswith("生效日期,记账时间,类别")
