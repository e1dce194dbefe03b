"""Statements of the banks: uploaded, listed, shown with their columns and faults. R3.9.

mapping -> faulty | ready -> taken        mapping, faulty, ready -> dropped
Nothing is counted before it was taken, and the same line is one line in however many files.
"""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import date, datetime
from typing import Annotated, Any, Literal
from uuid import UUID

import msgspec
from msgspec import Meta

from handlers.attaching import SealedFile, keep_file, sealed_sheet
from handlers.banking.differences import BankStatementGap
from handlers.lists import Listed, listing, page, view_of
from handlers.pools import SHEETS
from handlers.route import Answer, Context, Page, Upload, route
from models.banking import BankStatement, statements
from models.ids import new_id
from papers.bank_statements import OpenedStatement, open_statement
from rules.banking import layouts
from rules.banking.layouts import DayFormat
from rules.events.books import StatementUploaded
from rules.people import BOOKKEEPERS, Role
from rules.refusals.asking import NotFound
from rules.refusals.files import TooManyRows, UnreadableSheet
from rules.words.word import titled

STATES: Mapping[str, str] = {
    "mapping": "请指明各列",
    "faulty": "存在错误，未入库",
    "ready": "核对无误，待入库",
    "taken": "已入库",
    "dropped": "已放弃",
}
State = Annotated[Literal["mapping", "faulty", "ready", "taken", "dropped"], titled(STATES)]


class BankStatementColumn(Answer, frozen=True):
    """上传文件的一列（从 0 数起）及其中的样例。"""

    place: Annotated[int, Meta(title="列号", description="从 0 起")]
    title: Annotated[str, Meta(title="列名")]
    samples: list[str]


class BankStatementLayoutView(Answer, frozen=True):
    """各项内容在对账单的第几列（从 0 数起），尚未指明的为空。"""

    day: Annotated[int | None, Meta(title="日期列")] = None
    day_format: DayFormat = "ymd"
    received: int | None = None
    paid: int | None = None
    amount: int | None = None
    mark: int | None = None
    balance: int | None = None
    reference: Annotated[int | None, Meta(title="流水号列")] = None
    counterparty: Annotated[int | None, Meta(title="对方户名列")] = None
    memo: Annotated[list[int], Meta(title="摘要列", description="可以是几列")] = []


class BankStatementFault(Answer, frozen=True):
    """对账单的一处错误：文件中的行号，0 指整份文件。"""

    row: int
    reason: Annotated[str, Meta(title="原因")]


class BankStatementView(Answer, frozen=True):
    """一份银行对账单。`layout_from` 说明各列的对应关系从何而来；有 `gaps`（断档）的，入库时须明
    确接受。"""

    id: UUID
    bank_account_id: UUID
    name: Annotated[str, Meta(title="文件名")]
    state: State
    state_title: str
    heading_row: int
    preview: list[list[str]]
    columns: list[BankStatementColumn]
    layout: BankStatementLayoutView
    layout_from: Literal["", "titles", "remembered", "set"]
    from_on: Annotated[date | None, Meta(title="期间起", description="文件没有写明的为空")]
    to_on: Annotated[date | None, Meta(title="期间止", description="含当日；文件没有写明的为空")]
    opening_fen: Annotated[int | None, Meta(description="文件没有写明的为空")]
    closing_fen: Annotated[int | None, Meta(description="文件没有写明的为空")]
    lines_total: int
    lines_known: int
    faults: list[BankStatementFault]
    faults_total: int
    gaps: list[BankStatementGap]
    gap_accepted: bool
    created_at: Annotated[datetime, Meta(title="上传时间")]
    taken_at: datetime | None


class BankStatementRow(Answer, frozen=True):
    """列表中的一份对账单。"""

    id: UUID
    name: Annotated[str, Meta(title="文件名")]
    state: State
    state_title: str
    from_on: Annotated[date | None, Meta(title="期间起")]
    to_on: Annotated[date | None, Meta(title="期间止")]
    opening_fen: int | None
    closing_fen: int | None
    lines_total: int
    lines_known: int
    faults_total: int
    created_at: Annotated[datetime, Meta(title="上传时间")]
    taken_at: datetime | None


class BankStatementQuery(Page, frozen=True):
    """Narrow the statements to a state; the last uploaded or the last day first."""

    state: State | None = None
    sort: Literal["", "newest", "day"] = ""


@dataclass(frozen=True)
class Opened:
    """An uploaded file as it is stored, and what its first rows look like."""

    sealed: SealedFile
    looks: OpenedStatement


async def _opened(ctx: Context, bank_account_id: UUID, body: Upload) -> Opened:
    """The file looked at and sealed, before the transaction. UnreadableSheet, TooManyRows."""

    def look() -> Opened:
        looks = open_statement(body.name, body.content)
        return Opened(sealed_sheet(ctx.world.secrets, body.content, "statement"), looks)

    return await SHEETS.run(ctx.who.key, look)


@route(
    "POST",
    "/bank-accounts/{bank_account_id}/statements",
    who=Role.FINANCE,
    refuses=(UnreadableSheet, TooManyRows),
    prepare=_opened,
    limit="upload",
)
async def upload_bank_statement(
    ctx: Context, bank_account_id: UUID, body: Upload
) -> BankStatementView:
    """上传银行对账单（xlsx、csv）：找出表头，给出各列样例与建议的对应关系。R3.9。"""
    await statements.account_row(bank_account_id)
    found: Opened = ctx.prepared
    statement_id, looks = new_id(), found.looks
    owner = ("bank_statement", statement_id)
    file = await keep_file(ctx, found.sealed, body.name, owner=owner)
    from_on, to_on = looks.period or (None, None)
    await BankStatement.create(
        id=statement_id,
        account_id=bank_account_id,
        file_id=file.id,
        state="mapping",
        titles={"columns": looks.columns, "preview": looks.preview},
        mapping=await _proposed(looks),
        faults={},
        from_on=from_on,
        to_on=to_on,
        created_by=ctx.id,
        created_at=ctx.now,
    )
    data = {"sha256": file.sha256.hex(), "bytes": len(body.content)}
    ctx.record(StatementUploaded(subject_id=str(statement_id), at=ctx.now, data=data))
    return await statement_view(statement_id)


async def _proposed(found: OpenedStatement) -> dict[str, Any]:
    """The layout used last for these titles, else what the titles say by themselves."""
    if found.heading is None:
        return {"layout": {}, "told": {"heading_row": 0}, "from": ""}
    told = {"heading_row": found.heading.row}
    known = await statements.layout_for(found.heading.titles)
    if known is not None:
        return {"layout": asdict(known), "told": told, "from": "remembered"}
    return {"layout": layouts.propose(found.heading.titles), "told": told, "from": "titles"}


@listing("/bank-accounts/{bank_account_id}/statements", who=BOOKKEEPERS, export="银行对账单")
async def list_bank_statements(
    ctx: Context, bank_account_id: UUID, query: BankStatementQuery
) -> Listed[BankStatementRow]:
    """某银行账户的对账单，最新上传在前。R3.9。"""
    await statements.account_row(bank_account_id)
    return await page(statements.STATEMENTS, query, _line, bank_account_id=bank_account_id)


def _line(row: dict[str, Any]) -> BankStatementRow:
    return view_of(BankStatementRow, row, state_title=STATES[row["state"]])


@route("GET", "/bank-statements/{statement_id}", who=BOOKKEEPERS)
async def get_bank_statement(ctx: Context, statement_id: UUID) -> BankStatementView:
    """某份对账单：各列、错误、起止与余额。R3.9。"""
    return await statement_view(statement_id)


async def statement_view(statement_id: UUID) -> BankStatementView:
    """The statement as it stands. Raises NotFound."""
    row = await statements.find(statement_id)
    if row is None:
        raise NotFound()
    titles, mapping, faults = (_json(row[name]) for name in ("titles", "mapping", "faults"))
    return view_of(
        BankStatementView,
        row,
        bank_account_id=row["account_id"],
        state_title=STATES[row["state"]],
        heading_row=mapping["told"]["heading_row"],
        preview=titles.get("preview", []),
        columns=_columns(titles.get("columns", [])),
        layout=BankStatementLayoutView(**mapping["layout"]),
        layout_from=mapping["from"],
        faults=[BankStatementFault(**fault) for fault in faults.get("faults", [])],
        gaps=msgspec.convert(faults.get("gaps", []), list[BankStatementGap]),
    )


def _json(text: str) -> dict[str, Any]:
    found: dict[str, Any] = msgspec.json.decode(text)
    return found


def _columns(kept: Sequence[Mapping[str, Any]]) -> list[BankStatementColumn]:
    return [
        BankStatementColumn(place=number, title=column["title"], samples=column["samples"])
        for number, column in enumerate(kept)
    ]
