"""A statement's columns are named, its lines checked, then it is taken or dropped. R3.9."""

from dataclasses import asdict, dataclass
from datetime import date
from typing import Annotated
from uuid import UUID

import msgspec
from msgspec import Meta

from handlers.attaching import content_of
from handlers.banking.fields import Fen
from handlers.banking.statements import BankStatementView, statement_view
from handlers.pools import SHEETS
from handlers.route import Body, Context, route
from models.banking import matches, statements
from papers.bank_statements import ReadStatement, read_statement
from rules.banking import layouts
from rules.banking.chaining import Merged, Span, merge
from rules.banking.layouts import DayFormat, Layout
from rules.banking.statements import FAULTS_KEPT, Fault, Told
from rules.days import beijing_date
from rules.events.books import StatementDropped, StatementTaken
from rules.people import Role
from rules.refusals.asking import NotFound
from rules.refusals.books import (
    LayoutIncomplete,
    MonthCertified,
    StatementNotReady,
    StatementOverlaps,
)
from rules.refusals.files import TooManyRows

Place = Annotated[int, Meta(ge=0, le=59)]


class BankStatementLayout(Body, frozen=True):
    """各项内容在第几列（从 0 数起）：收支两列，或一列金额加收支标志，或一列带正负号的金额。

    `received` 为存入本账户的金额（银行的贷方），`paid` 为支出的金额（银行的借方）。
    """

    day: Annotated[Place, Meta(title="日期列")]
    day_format: DayFormat = "ymd"
    received: Place | None = None
    paid: Place | None = None
    amount: Place | None = None
    mark: Place | None = None
    balance: Place | None = None
    reference: Annotated[Place | None, Meta(title="流水号列")] = None
    counterparty: Annotated[Place | None, Meta(title="对方户名列")] = None
    memo: Annotated[list[Place], Meta(max_length=4, title="摘要列", description="可以是几列")] = []


class BankStatementMapping(Body, frozen=True):
    """各列的对应关系，以及文件本身没有写明的起止日期和期初、期末余额。"""

    layout: BankStatementLayout
    heading_row: Annotated[int, Meta(ge=0, le=40)] = 0
    from_on: Annotated[date | None, Meta(title="期间起", description="文件写明的不必给")] = None
    to_on: Annotated[
        date | None,
        Meta(title="期间止", description="含当日；文件写明的不必给"),
    ] = None
    opening_fen: Annotated[Fen | None, Meta(description="文件写明的不必给")] = None
    closing_fen: Annotated[Fen | None, Meta(description="文件写明的不必给")] = None


class BankStatementTaking(Body, frozen=True):
    """与前后对账单不衔接时，是否仍然入库。"""

    accept_gap: bool = False


@dataclass(frozen=True)
class Kept:
    """What is remembered of how a statement is to be read."""

    layout: Layout
    told: Told


OPEN = ("mapping", "faulty", "ready")
"""The states of a statement that was neither taken nor dropped."""


async def _read(ctx: Context, statement_id: UUID, kept: Kept | None) -> ReadStatement:
    """Read the stored file as told, or as it was told before. Refuses NotFound, StatementNotReady,
    LayoutIncomplete, UnreadableSheet, TooManyRows."""
    row = await statements.file_of(statement_id)
    if row is None:
        raise NotFound()
    if row["state"] not in OPEN:
        raise StatementNotReady(state=row["state"])
    if kept is None:
        if row["state"] != "ready":
            raise StatementNotReady(state=row["state"])
        kept = msgspec.json.decode(row["mapping"], type=Kept)
    today, how = beijing_date(ctx.now), kept

    def work() -> ReadStatement:
        try:
            content = content_of(ctx.world.secrets, row)
        except LookupError:
            raise StatementNotReady("文件的密钥已停用，请重新上传") from None
        return read_statement(row["name"], content, how.layout, how.told, today)

    return await SHEETS.run(ctx.who.key, work)


async def _as_mapped(ctx: Context, statement_id: UUID, body: BankStatementMapping) -> ReadStatement:
    given = {**msgspec.structs.asdict(body.layout), "memo": tuple(body.layout.memo)}
    ends = (body.from_on, body.to_on, body.opening_fen, body.closing_fen)
    return await _read(ctx, statement_id, Kept(Layout(**given), Told(body.heading_row, *ends)))


@route(
    "PUT",
    "/bank-statements/{statement_id}/mapping",
    who=Role.FINANCE,
    refuses=(LayoutIncomplete, StatementNotReady, TooManyRows),
    prepare=_as_mapped,
    limit="upload",
)
async def map_bank_statement(
    ctx: Context, statement_id: UUID, body: BankStatementMapping
) -> BankStatementView:
    """指明对账单各列，并逐行核对：日期、金额、运行余额、与已入库流水是否衔接。R3.9。"""
    row = await statements.lock(statement_id)
    if row.state not in OPEN:
        raise StatementNotReady(state=row.state)
    judged: ReadStatement = ctx.prepared
    said, merged = judged.statement, None
    faults = [*await _of_another(row.account_id, judged), *said.faults]
    if not faults:
        merged = await _merged(row.account_id, judged)
        faults = list(merged.faults)
    gaps = [asdict(gap) for gap in merged.gaps] if merged and not faults else []
    found = [asdict(fault) for fault in faults[:FAULTS_KEPT]]
    row.state = "faulty" if faults else "ready"
    row.titles = {**row.titles, "columns": judged.columns}
    mapping = {"layout": asdict(judged.layout), "told": asdict(judged.told), "from": "set"}
    row.mapping = msgspec.to_builtins(mapping)
    row.faults = msgspec.to_builtins({"faults": found, "gaps": gaps})
    row.faults_total = len(faults)
    row.from_on, row.to_on = said.from_on, said.to_on
    row.opening_fen, row.closing_fen = said.opening_fen, said.closing_fen
    row.lines_total, row.lines_known = len(said.lines), merged.known if merged else 0
    await row.save()
    return await statement_view(statement_id)


async def _of_another(bank_account_id: UUID, judged: ReadStatement) -> list[Fault]:
    """What is wrong when the file names another account than this one."""
    ours = layouts.digits((await statements.account_row(bank_account_id))["number"])
    if not judged.number or judged.number == ours:
        return []
    return [Fault(0, f"对账单是账号尾号 {judged.number[-4:]} 的，不是本账户的")]


async def _merged(bank_account_id: UUID, judged: ReadStatement) -> Merged:
    """The statement laid upon those taken before."""
    span = _span(judged)
    return merge(
        span,
        judged.statement.lines,
        await statements.spans(bank_account_id),
        await statements.stored_keys(bank_account_id, span.from_on, span.to_on),
        await statements.sums(bank_account_id),
    )


def _span(judged: ReadStatement) -> Span:
    said = judged.statement
    assert said.from_on and said.to_on, "a statement without faults has both ends"
    assert said.opening_fen is not None and said.closing_fen is not None
    return Span(said.from_on, said.to_on, said.opening_fen, said.closing_fen)


async def _as_kept(ctx: Context, statement_id: UUID, body: BankStatementTaking) -> ReadStatement:
    return await _read(ctx, statement_id, None)


@route(
    "POST",
    "/bank-statements/{statement_id}/taking",
    who=Role.FINANCE,
    refuses=(StatementNotReady, StatementOverlaps, MonthCertified),
    prepare=_as_kept,
    limit="upload",
    status=200,
)
async def take_bank_statement(
    ctx: Context, statement_id: UUID, body: BankStatementTaking
) -> BankStatementView:
    """对账单入库：新流水一次全部写入，已有的不重复；与前后不衔接的须明确接受。R3.9。"""
    row = await statements.lock(statement_id)
    if row.state != "ready":
        raise StatementNotReady(state=row.state)
    account_id, judged = row.account_id, ctx.prepared
    merged = await _merged(account_id, judged)
    if judged.statement.faults or merged.faults:
        fault = (*judged.statement.faults, *merged.faults)[0]
        raise StatementOverlaps(fault.reason, row=fault.row)
    if merged.gaps and not body.accept_gap:
        raise StatementOverlaps("与前后的对账单不衔接，确需入库的请确认", gaps=len(merged.gaps))
    await _not_certified(ctx, account_id, _span(judged), merged)
    await statements.keep_lines(account_id, statement_id, merged.fresh)
    row.state, row.lines_known, row.gap_accepted = "taken", merged.known, bool(merged.gaps)
    row.taken_by, row.taken_at = ctx.id, ctx.now
    await row.save()
    titles = [column["title"] for column in judged.columns]
    bank = (await statements.account_row(account_id))["bank"]
    await statements.remember_layout(bank, titles, judged.layout, ctx.id, ctx.now)
    data = {"lines": len(merged.fresh), "known": merged.known, "gaps": len(merged.gaps)}
    ctx.record(StatementTaken(subject_id=str(statement_id), at=ctx.now, data=data))
    return await statement_view(statement_id)


async def _not_certified(ctx: Context, account_id: UUID, span: Span, merged: Merged) -> None:
    """Refuses MonthCertified when a certificate rests on what would change.

    A statement before the first one brings another opening balance: the match of the old one ends.
    """
    side = await statements.bank_side(account_id)
    certified = await statements.certified_until(account_id)
    earlier = side.first_on is not None and span.from_on < side.first_on
    changed = [line.on for line in merged.fresh] + [gap.on for gap in merged.gaps]
    if certified and (earlier or any(on <= certified for on in changed)):
        raise MonthCertified(certified_until=certified)
    if earlier and (opening := await matches.opening_match(account_id)):
        await matches.end_match(opening, ctx.id, ctx.now)


@route(
    "POST",
    "/bank-statements/{statement_id}/dropping",
    who=Role.FINANCE,
    refuses=(StatementNotReady,),
    status=200,
)
async def drop_bank_statement(ctx: Context, statement_id: UUID) -> BankStatementView:
    """放弃尚未入库的对账单。R3.9。"""
    row = await statements.lock(statement_id)
    if row.state not in OPEN:
        raise StatementNotReady(state=row.state)
    row.state, row.titles = "dropped", {}
    await row.save(update_fields=["state", "titles"])
    ctx.record(StatementDropped(subject_id=str(statement_id), at=ctx.now))
    return await statement_view(statement_id)
