"""A file of deposits or uses, taken in whole or not at all. R2.7, R3.2."""

from collections import defaultdict
from datetime import date
from uuid import UUID

from handlers.attaching import keep_file, sealed_sheet
from handlers.funds.entering import FundBatchView, Head, batch_of, take_in
from handlers.pools import SHEETS
from handlers.route import Answer, Context, Query, Upload, route
from models.funds.homes import by_codes
from papers.sheets.reading import read_sheets
from rules.batches import Line, refuse
from rules.days import beijing_date
from rules.funds import Fault, FundKind, FundRow, read_rows
from rules.people import FUND_CLERKS
from rules.refusals.asking import NotFound
from rules.refusals.books import FundLinesWrong, VoucherUsed, YearShut
from rules.refusals.files import TooManyRows, UnreadableSheet
from rules.refusals.ledger import InsufficientFunds


class FundFileQuery(Query, frozen=True):
    """What the lines of the file are."""

    kind: FundKind
    custody_id: UUID
    from_suspense: bool = False


class FundBatchesEntered(Answer, frozen=True):
    """导入文件的结果：每个银行日期一批。"""

    items: list[FundBatchView]


async def read(
    ctx: Context, query: FundFileQuery, body: Upload
) -> tuple[list[FundRow], list[Fault]]:
    """The lines of the file's first sheet and what is wrong with them.

    Refuses UnreadableSheet and TooManyRows.
    """
    return await sheet_rows(ctx, body)


async def sheet_rows(ctx: Context, body: Upload) -> tuple[list[FundRow], list[Fault]]:
    """The lines of homes' money in a file's first sheet and their faults, read in a thread."""

    def work() -> tuple[list[FundRow], list[Fault]]:
        sheets = read_sheets(body.name, body.content)
        return read_rows(next(iter(sheets.values()), iter(())))

    return await SHEETS.run(ctx.who.key, work)


@route(
    "POST",
    "/fund-batches/file",
    who=FUND_CLERKS,
    refuses=(
        UnreadableSheet,
        TooManyRows,
        NotFound,
        FundLinesWrong,
        InsufficientFunds,
        VoucherUsed,
        YearShut,
    ),
    prepare=read,
    limit="upload",
)
async def enter_fund_batches_file(
    ctx: Context, query: FundFileQuery, body: Upload
) -> FundBatchesEntered:
    """导入维修资金收支表（房屋编号、金额、日期、凭证号）：有一处错误即全部不录入；每个银行日期一批。R2.7。"""
    rows, faults = ctx.prepared
    today = beijing_date(ctx.now)
    faults += [Fault(row.line, "日期", "日期不能晚于今天") for row in rows if row.on > today]
    homes = await by_codes({row.home for row in rows})
    faults += [Fault(row.line, "房屋编号", "没有该房屋") for row in rows if row.home not in homes]
    if query.kind is FundKind.FIRST:
        faults += _first_twice(rows)
    if faults:
        refuse(sorted(faults, key=lambda one: one.row))
    file_id = await keep(ctx, body)
    by_day: dict[date, list[Line]] = defaultdict(list)
    for row in rows:
        by_day[row.on].append(Line(row.line, homes[row.home], row.amount_fen, row.voucher))
    made = []
    for on, lines in sorted(by_day.items()):
        head = Head(
            query.kind,
            query.custody_id,
            on,
            from_suspense=query.from_suspense,
            file_id=file_id,
        )
        made.append(await batch_of(await take_in(ctx, head, lines)))
    return FundBatchesEntered(items=made)


def _first_twice(rows: list[FundRow]) -> list[Fault]:
    """A home pays its first deposit once, whatever the day."""
    days: dict[str, date] = {}
    for row in rows:
        days.setdefault(row.home, row.on)
    return [
        Fault(row.line, "房屋编号", "同一户的首期只能交存一次")
        for row in rows
        if row.on != days[row.home]
    ]


async def keep(ctx: Context, body: Upload) -> UUID:
    """The file as it was sent, for whoever checks the batch against it."""
    sealed = sealed_sheet(ctx.world.secrets, body.content, "fund_file")
    return (await keep_file(ctx, sealed, body.name)).id
