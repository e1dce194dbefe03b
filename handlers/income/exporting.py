"""A closed year to take away: for anybody, and in full for those who audit. R4.7, R12.1, R12.2.

Both are a zip of csv files which the published script recomputes without this program. The public
one draws together what few owners share; only the other one has homes, under numbers.
"""

import csv
import io
import zipfile
from collections.abc import AsyncIterator, Mapping, Sequence
from datetime import UTC, date, datetime
from typing import Any
from uuid import UUID

from handlers.pools import WORKBOOKS
from handlers.route import Context, Year, route
from models import publishing as reports
from models.benchmarks import known
from models.income import publishing, years
from papers.blob import Blob
from rules.income import Benchmarks
from rules.people import BOOKKEEPERS, Role
from rules.refusals.asking import NotFound
from rules.refusals.files import TooManyRows

ZIP = "application/zip"
LINES_MAX = 2_000_000
"""Lines of homes that are handed out over HTTP."""

Pages = AsyncIterator[Sequence[publishing.Row]]
Rate = tuple[str, date, int, datetime | None]

DEPOSITS = [
    "settlement_id",
    "sign",
    "kind",
    "principal_fen",
    "tenor",
    "method",
    "base",
    "opened_on",
    "matures_on",
    "from_on",
    "to_on",
    "effective_on",
    "confirmed_at",
    "agreed_rate_e4",
    "benchmark_rate_e4",
    "demand_benchmark_e4",
    "interest_fen",
    "expected_fen",
    "due_benchmark_fen",
    "benchmark_fen",
    "value_added_fen",
    "shortfall_fen",
    "negative",
    "slices",
    "weight",
    "left_fen",
    "cut_remainder",
    "cut_scope_id",
]


async def _in_state(year: int, *states: str) -> dict[str, Any]:
    row = await years.found(year)
    if row is None or row["state"] not in states:
        raise NotFound("该年度尚未结账")
    return row


@route(
    "GET",
    "/public/accounting-years/{year}/export.zip",
    who=Role.PUBLIC,
    refuses=(NotFound,),
    blob=(ZIP,),
    limit="upload",
)
async def export_public_year(ctx: Context, year: Year) -> Blob:
    """某年度归集的公布数据，可用公布的脚本复算；户数过少的单位合并。R4.7、R12.1、R12.2。"""
    row = await _in_state(year, "closed")
    hidden = await reports.withheld_in(row["year"])
    if hidden is None:
        # Whom the report hides is decided once; data taken away before would tell it.
        raise NotFound("该年度的报告尚未公布")
    return await _zipped(f"income-{row['year']}.zip", await _tables(row, hidden))


@route(
    "GET",
    "/accounting-years/{year}/export.zip",
    who=BOOKKEEPERS,
    refuses=(NotFound, TooManyRows),
    blob=(ZIP,),
    limit="upload",
)
async def export_audit_year(ctx: Context, year: Year) -> Blob:
    """某年度归集的全部数据（审计用），可用公布的脚本复算；结账后另有分户，以代号列出。R4.7。"""
    row = await _in_state(year, "previewed", "closing", "closed")
    end_on = years.end_of(row["year"])
    tables = await _tables(row, frozenset())
    name = f"income-{row['year']}-audit.zip"
    if row["state"] != "closed":
        return await _zipped(name, tables)
    if await publishing.count_changes(end_on, row["frozen_at"]) > LINES_MAX:
        raise TooManyRows(f"分户变动超过{LINES_MAX}行，请向系统管理员索取")
    tables["homes.csv"] = (
        ("home", "on", "change_fen"),
        publishing.home_pages(row["year"], row["frozen_at"]),
    )
    tables["home_interest.csv"] = (
        ("home", "interest_fen"),
        publishing.home_interest_pages(row["year"]),
    )
    return await _zipped(name, tables)


async def _tables(
    row: Mapping[str, Any], hidden: frozenset[UUID]
) -> dict[str, tuple[Sequence[str], Pages]]:
    year, rates = row["year"], await known()
    return {
        "year.csv": (("name", "value"), _one(_year(row))),
        "rates.csv": (
            ("tenor", "since_on", "rate_e4", "known_at"),
            _one([(*rate[:3], _moment(rate[3])) for rate in rates]),
        ),
        "deposits.csv": (DEPOSITS, _deposits(year, hidden, rates)),
        "balances.csv": (
            ("scope_id", "on", "change_fen"),
            publishing.balance_pages(year, hidden),
        ),
        "scopes.csv": (
            ("scope_id", "scopes", "shares_fen", "brought_fen", "posted_fen", "carried_fen"),
            _one(await publishing.scope_rows(year, hidden)),
        ),
    }


async def _one(rows: Sequence[publishing.Row]) -> Pages:
    yield rows


def _year(row: Mapping[str, Any]) -> list[publishing.Row]:
    figures = row["figures"]
    names = ("brought_fen", "posted_fen", "carried_fen")
    interest = [f"interest_{name}" for name in ("fen", *names)]
    return [
        ("year", row["year"]),
        ("shares_fen", figures["income_fen"]),
        *((name, figures[name]) for name in (*names, *interest)),
    ]


def _moment(at: datetime | None) -> str:
    """A moment that sorts as text; "0" for what was known from the beginning."""
    return f"{at.astimezone(UTC):%Y-%m-%dT%H:%M:%S.%fZ}" if at else "0"


async def _deposits(year: int, hidden: frozenset[UUID], rates: Sequence[Rate]) -> Pages:
    rows = await publishing.every_deposit(year)
    cuts = await publishing.open_cuts(year, rows, hidden)
    yield [_deposit(row, rates, cuts.get(row["id"])) for row in rows]


def _deposit(
    row: Mapping[str, Any], rates: Sequence[Rate], cut: publishing.Cut | None
) -> publishing.Row:
    remainder, scope_id = cut or (row["cut_remainder"], row["cut_scope_id"])
    told = {
        **row,
        "confirmed_at": _moment(row["confirmed_at"]),
        "demand_benchmark_e4": _demand_benchmark(row, rates),
        "negative": "negative" if row["value_added_fen"] < 0 else "zero",
        "slices": " ".join(f"{one['year']}:{one['income_fen']}" for one in row["slices"]),
        "weight": int(row["weight"]),
        "cut_remainder": None if remainder is None else int(remainder),
        "cut_scope_id": scope_id,
    }
    return [told[name] for name in DEPOSITS]


def _demand_benchmark(row: Mapping[str, Any], rates: Sequence[Rate]) -> int | None:
    """That of the opening day for money withdrawn early, of the maturity for overdue days. R4.4.

    A rate confirmed after the settlement was not known to it and changes nothing of it.
    """
    by = row["confirmed_at"]
    benchmarks = Benchmarks(rate[:3] for rate in rates if rate[3] is None or rate[3] <= by)
    if row["kind"] == "early":
        return benchmarks.at("demand", row["opened_on"])
    matures_on: date | None = row["matures_on"]
    late = matures_on is not None and row["to_on"] > matures_on
    return benchmarks.at("demand", matures_on) if late and matures_on else None


async def _zipped(name: str, tables: Mapping[str, tuple[Sequence[str], Pages]]) -> Blob:
    """The tables as csv files in one zip, a page at a time; every cell is a number, a day, an id
    or a word of the program's own, so that none can be taken for a formula."""
    out = io.BytesIO()
    stamp = datetime(1980, 1, 1).timetuple()[:6]
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for file_name, (headings, pages) in tables.items():
            entry = zipfile.ZipInfo(file_name, stamp)
            entry.compress_type = zipfile.ZIP_DEFLATED
            with archive.open(entry, "w", force_zip64=True) as file:
                file.write(b"\xef\xbb\xbf" + _lines([headings]))
                async for page in pages:
                    file.write(await WORKBOOKS.run("years", _lines, page))
    return Blob(out.getvalue(), ZIP, name)


def _lines(rows: Sequence[Sequence[object]]) -> bytes:
    text = io.StringIO()
    csv.writer(text, lineterminator="\r\n").writerows(rows)
    return text.getvalue().encode()
