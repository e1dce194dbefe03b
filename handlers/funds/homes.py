"""A home's fund as its owner and the Centre see it: level, movements, changes of hands. R3.2, R2.4.

An owner sees what was brought forward at the start of their own ownership, and every movement
since; what came before is the former owner's. The Centre sees everything.
"""

import asyncio
from collections.abc import Sequence
from datetime import date, datetime
from uuid import UUID

from handlers.funds.sight import VIEWERS, Seen, seen
from handlers.ledger.words import JOURNALS
from handlers.route import Answer, Context, Page, route
from handlers.shown import at
from models.base import sql
from models.parameters import current_parameters
from papers.blob import Blob
from papers.fund_statements import StatementPaper, render_statement
from papers.sheets.writing import XLSX, xlsx
from rules.days import beijing_date
from rules.funds import KINDS, FundKind, is_low, level_bps, line_fen, missing_fen
from rules.ledger import JournalKind
from rules.money import yuan
from rules.people import mask_name
from rules.refusals.asking import Malformed, NotFound, NotYourScope

PDF = "application/pdf"
EXPORT_MAX = 5_000
MOST_CHANGES = 50


class Passing(Answer, frozen=True):
    """The home changed hands: the balance at the start of that day went with it (随房过户)."""

    on: date
    from_names: list[str]
    to_names: list[str]
    balance_fen: int


class HomeFund(Answer, frozen=True):
    """A home's fund today. `level_bps`: ten-thousandths of the first deposit; `line_fen`: the
    balance below which it must be topped up; both null for a home that never paid in. `held_fen`
    of the balance is reserved for cases that its owners pay (R3.4)."""

    home_id: UUID
    home: str
    place: str
    area_cm2: int
    first_deposit_fen: int | None
    fund_fen: int
    interest_fen: int
    balance_fen: int
    held_fen: int
    level_bps: int | None
    line_percent: int
    line_fen: int | None
    low: bool
    missing_fen: int
    seen_from_on: date | None
    changes: list[Passing]


class FundMovement(Answer, frozen=True):
    """One movement of the principal or of the interest, and what the home had after it."""

    line_id: UUID
    on: date
    recorded_at: datetime
    account: str
    title: str
    memo: str
    amount_fen: int
    fund_fen: int
    interest_fen: int
    balance_fen: int


class FundStatement(Answer, frozen=True):
    """A page of movements, newest first; `brought_fen` is what was there before the oldest that
    the asker may see."""

    items: list[FundMovement]
    brought_fen: int
    next: str


@route("GET", "/homes/{home_id}/fund", who=VIEWERS, refuses=(NotFound, NotYourScope))
async def fund_of_home(ctx: Context, home_id: UUID) -> HomeFund:
    """维修资金分户账：首期、本金、利息、余额占首期的比例、续筹线、过户记录。第6节。"""
    found = await seen(ctx, home_id)
    home, percent = found.home, (await current_parameters()).fund_topup
    first, balance = home["first_deposit_fen"] or 0, home["fund_fen"] + home["interest_fen"]
    return HomeFund(
        home_id=home["id"],
        home=home["code"],
        place=home["place"],
        area_cm2=home["area_cm2"],
        first_deposit_fen=home["first_deposit_fen"],
        fund_fen=home["fund_fen"],
        interest_fen=home["interest_fen"],
        balance_fen=balance,
        held_fen=home["held_fen"],
        level_bps=level_bps(balance, first),
        line_percent=percent,
        line_fen=line_fen(first, percent) if first else None,
        low=is_low(balance, first, percent),
        missing_fen=missing_fen(balance, first, percent),
        seen_from_on=found.from_on,
        changes=await _changes(found, beijing_date(ctx.now)),
    )


_SPANS = """
SELECT o.from_on, o.to_on, w.name FROM ownership o JOIN owner w ON w.id = o.owner_id
 WHERE o.home_id = $1 AND o.from_on <= $2 ORDER BY o.from_on, o.id
"""
_BALANCES = """
SELECT d.day, coalesce(-sum(p.amount_fen) FILTER (WHERE j.effective_on < d.day), 0)::bigint
         AS balance_fen
  FROM unnest($2::date[]) AS d(day)
  LEFT JOIN ledger_account a
    ON a.code IN ('household_fund:' || $1::uuid::text, 'household_interest:' || $1::uuid::text)
  LEFT JOIN ledger_posting p ON p.account_id = a.id
  LEFT JOIN ledger_journal j ON j.id = p.journal_id
 GROUP BY d.day
"""


async def _changes(found: Seen, today: date) -> list[Passing]:
    """The days on which the home changed hands, as far back as the asker may look."""
    home_id = found.home["id"]
    spans = await sql(_SPANS, home_id, today)
    days = sorted({span["from_on"] for span in spans})[1:]
    days = [day for day in days if found.from_on is None or day >= found.from_on][-MOST_CHANGES:]
    had = {row["day"]: row["balance_fen"] for row in await sql(_BALANCES, home_id, days)}
    changes = []
    for day in days:
        new = {span["name"] for span in spans if span["from_on"] == day}
        old = {span["name"] for span in spans if span["to_on"] == day}
        if new != old:
            left = sorted(mask_name(name) for name in old - new)
            came = sorted(mask_name(name) for name in new - old)
            changes.append(Passing(on=day, from_names=left, to_names=came, balance_fen=had[day]))
    return changes


_MOVEMENTS = """
WITH line AS (
    SELECT p.id, j.effective_on, j.recorded_at, j.kind, j.memo, a.kind AS account,
           -p.amount_fen AS amount_fen, b.kind AS batch_kind
      FROM ledger_account a JOIN ledger_posting p ON p.account_id = a.id
      JOIN ledger_journal j ON j.id = p.journal_id LEFT JOIN fund_batch b ON b.journal_id = j.id
     WHERE a.code IN ('household_fund:' || $1::uuid::text, 'household_interest:' || $1::uuid::text)
), counted AS (
    SELECT *, row_number() OVER so_far AS nth,
           (sum(CASE account WHEN 'household_fund' THEN amount_fen ELSE 0 END) OVER so_far)::bigint
             AS fund_fen,
           (sum(amount_fen) OVER so_far)::bigint AS balance_fen
      FROM line WINDOW so_far AS (ORDER BY effective_on, recorded_at, id)
)
SELECT *, balance_fen - fund_fen AS interest_fen FROM counted
 WHERE ($2::date IS NULL OR effective_on >= $2)
   AND ($3::uuid IS NULL OR nth < (SELECT nth FROM counted WHERE id = $3))
 ORDER BY nth DESC LIMIT $4
"""


async def movements(found: Seen, before: UUID | None, limit: int) -> list[FundMovement]:
    """Movements of both accounts by the bank's day, newest first, each with what was left."""
    return [
        FundMovement(
            line_id=row["id"],
            on=row["effective_on"],
            recorded_at=at(row["recorded_at"]),
            account="本金" if row["account"] == "household_fund" else "利息",
            title=KINDS[FundKind(row["batch_kind"])]
            if row["batch_kind"]
            else JOURNALS[JournalKind(row["kind"])],
            memo=row["memo"],
            amount_fen=row["amount_fen"],
            fund_fen=row["fund_fen"],
            interest_fen=row["interest_fen"],
            balance_fen=row["balance_fen"],
        )
        for row in await sql(_MOVEMENTS, found.home["id"], found.from_on, before, limit)
    ]


async def brought(found: Seen) -> int:
    """What the home had before the first day that the asker may see, in fen."""
    if found.from_on is None:
        return 0
    rows = await sql(_BALANCES, found.home["id"], [found.from_on])
    return int(rows[0]["balance_fen"])


@route(
    "GET",
    "/homes/{home_id}/fund/statement",
    who=VIEWERS,
    refuses=(NotFound, NotYourScope, Malformed),
)
async def statement_of_home(ctx: Context, home_id: UUID, query: Page) -> FundStatement:
    """分户账明细：本金和利息按银行日期合并，最新在前，每笔附当时余额。R3.2。"""
    found = await seen(ctx, home_id)
    try:
        before = UUID(query.after) if query.after else None
    except ValueError as error:
        raise Malformed(errors=[{"pointer": "after", "detail": "游标无效"}]) from error
    rows = await movements(found, before, query.limit + 1)
    items = rows[: query.limit]
    following = str(items[-1].line_id) if len(rows) > query.limit else ""
    return FundStatement(items=items, brought_fen=await brought(found), next=following)


_COLUMNS = ("银行日期", "类别", "账户", "金额（元）", "本金余额", "利息余额", "合计余额", "摘要")


def _table(items: Sequence[FundMovement]) -> list[tuple[str, ...]]:
    """The movements, oldest first, as texts."""
    return [
        (
            one.on.isoformat(),
            one.title,
            one.account,
            yuan(one.amount_fen),
            yuan(one.fund_fen),
            yuan(one.interest_fen),
            yuan(one.balance_fen),
            one.memo,
        )
        for one in reversed(items)
    ]


@route(
    "GET",
    "/homes/{home_id}/fund/statement.xlsx",
    who=VIEWERS,
    refuses=(NotFound, NotYourScope),
    blob=(XLSX,),
    limit="upload",
)
async def statement_sheet(ctx: Context, home_id: UUID) -> Blob:
    """导出分户账明细（表格中没有公式）。R3.9。"""
    found = await seen(ctx, home_id)
    rows = _table(await movements(found, None, EXPORT_MAX))
    start = ("", "承前余额", "", "", "", "", yuan(await brought(found)), "")
    name = f"{found.home['code']}-分户账.xlsx"
    return await asyncio.to_thread(xlsx, name, "分户账", _COLUMNS, [start, *rows])


@route(
    "GET",
    "/homes/{home_id}/fund/statement.pdf",
    who=VIEWERS,
    refuses=(NotFound, NotYourScope),
    blob=(PDF,),
    limit="upload",
)
async def statement_pdf(ctx: Context, home_id: UUID) -> Blob:
    """可打印的分户账对账单（PDF）。"""
    found = await seen(ctx, home_id)
    items = await movements(found, None, EXPORT_MAX)
    home, percent = found.home, (await current_parameters()).fund_topup
    paper = StatementPaper(
        place=home["place"],
        code=home["code"],
        issued_on=beijing_date(ctx.now),
        from_on=found.from_on,
        first_fen=home["first_deposit_fen"] or 0,
        fund_fen=home["fund_fen"],
        interest_fen=home["interest_fen"],
        percent=percent,
        brought_fen=await brought(found),
        rows=tuple(_table(items)),
    )
    content = await asyncio.to_thread(render_statement, paper)
    return Blob(content, PDF, f"{home['code']}-分户账.pdf")
