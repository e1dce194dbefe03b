"""Statements uploaded, their columns named, their lines checked and taken. R3.9.

mapping -> faulty | ready -> taken        mapping, faulty, ready -> dropped
Nothing is counted before it was taken, and the same line is one line in however many files.
"""

from collections.abc import Mapping, Sequence
from dataclasses import asdict
from hashlib import sha256
from typing import Any, Literal
from uuid import UUID, uuid4

import msgspec

from handlers.banking.reading import Judged, Kept, Opened, judge, opened
from handlers.banking.views import (
    STATES,
    ColumnView,
    GapView,
    LayoutView,
    MappingBody,
    StatementFault,
    StatementFiles,
    StatementLineFile,
    StatementView,
    TakingBody,
)
from handlers.paging import cut, place
from handlers.route import Context, Page, Upload, route
from handlers.shown import at, maybe
from models.banking import matches, statements
from models.base import jsonb, one, sql
from rules.banking import layouts
from rules.banking.chaining import Merged, Span, merge
from rules.banking.layouts import Layout
from rules.banking.statements import FAULTS_KEPT, Fault, Told
from rules.events.books import StatementDropped, StatementTaken, StatementUploaded
from rules.people import BOOKKEEPERS, Role
from rules.refusals.asking import NotFound
from rules.refusals.books import (
    LayoutIncomplete,
    MonthCertified,
    StatementNotReady,
    StatementOverlaps,
)
from rules.refusals.files import TooManyRows, UnreadableSheet


@route(
    "POST",
    "/bank-accounts/{bank_account_id}/statements",
    who=Role.FINANCE,
    refuses=(UnreadableSheet, TooManyRows),
    prepare=opened,
    limit="upload",
)
async def upload_statement(ctx: Context, bank_account_id: UUID, body: Upload) -> StatementView:
    """上传银行对账单（xlsx、csv）：找出表头，给出各列样例与建议的对应关系。R3.9。"""
    await statements.account_row(bank_account_id)
    found: Opened = ctx.prepared
    file_id, statement_id = uuid4(), uuid4()
    await sql(
        "INSERT INTO file (id, sha256, original_sha256, media_type, name, size, content,"
        " owner_kind, owner_id, created_at)"
        " VALUES ($1,$2,$3,'application/octet-stream',$4,$5,$6,'bank_statement',$7,$8)",
        file_id,
        sha256(found.content).digest(),
        found.original_sha256,
        body.name[:200],
        len(found.content),
        found.content,
        statement_id,
        ctx.now,
    )
    mapping, period = await _proposed(found), found.period or (None, None)
    await sql(
        "INSERT INTO bank_statement (id, account_id, file_id, state, titles, mapping, faults,"
        " from_on, to_on, lines_total, lines_known, faults_total, gap_accepted, created_by,"
        " created_at) VALUES ($1,$2,$3,'mapping',$4::jsonb,$5::jsonb,'{}',$6,$7,0,0,0,false,$8,$9)",
        statement_id,
        bank_account_id,
        file_id,
        jsonb({"columns": found.columns, "preview": found.preview}),
        jsonb(mapping),
        *period,
        ctx.id,
        ctx.now,
    )
    data = {"sha256": found.original_sha256.hex(), "bytes": len(body.content)}
    ctx.record(StatementUploaded(subject_id=str(statement_id), at=ctx.now, data=data))
    return await view_of(statement_id)


async def _proposed(found: Opened) -> dict[str, Any]:
    """The layout used last for these titles, else what the titles say by themselves."""
    if found.heading is None:
        return {"layout": {}, "told": {"heading_row": 0}, "from": ""}
    told = {"heading_row": found.heading.row}
    known = await statements.layout_for(found.heading.titles)
    if known is not None:
        return {"layout": asdict(known), "told": told, "from": "remembered"}
    return {"layout": layouts.propose(found.heading.titles), "told": told, "from": "titles"}


_SELECT = "SELECT s.*, f.name FROM bank_statement s JOIN file f ON f.id = s.file_id"


@route("GET", "/bank-accounts/{bank_account_id}/statements", who=BOOKKEEPERS)
async def bank_statements(ctx: Context, bank_account_id: UUID, query: Page) -> StatementFiles:
    """某银行账户的对账单，最新上传在前。R3.9。"""
    await statements.account_row(bank_account_id)
    moment, row = place(query.after)
    rows = await sql(
        f"{_SELECT} WHERE s.account_id = $1 AND (s.created_at, s.id) < ($2, $3)"
        " ORDER BY s.created_at DESC, s.id DESC LIMIT $4",
        bank_account_id,
        moment,
        row,
        query.limit + 1,
    )
    page, following = cut(rows, query.limit, "created_at")
    names = StatementLineFile.__struct_fields__
    items = [StatementLineFile(**{name: _value(row, name) for name in names}) for row in page]
    return StatementFiles(items=items, next=following)


def _value(row: Mapping[str, Any], name: str) -> Any:
    if name == "state_title":
        return STATES[row["state"]]
    return maybe(row[name]) if name.endswith("_at") else row[name]


@route("GET", "/bank-statements/{statement_id}", who=BOOKKEEPERS)
async def bank_statement(ctx: Context, statement_id: UUID) -> StatementView:
    """某份对账单：各列、错误、起止与余额。R3.9。"""
    return await view_of(statement_id)


async def _as_mapped(ctx: Context, statement_id: UUID, body: MappingBody) -> Judged:
    given = {**msgspec.structs.asdict(body.layout), "memo": tuple(body.layout.memo)}
    ends = (body.from_on, body.to_on, body.opening_fen, body.closing_fen)
    return await judge(ctx, statement_id, Kept(Layout(**given), Told(body.heading_row, *ends)))


@route(
    "PUT",
    "/bank-statements/{statement_id}/mapping",
    who=Role.FINANCE,
    refuses=(LayoutIncomplete, StatementNotReady, TooManyRows),
    prepare=_as_mapped,
    limit="upload",
)
async def map_statement(ctx: Context, statement_id: UUID, body: MappingBody) -> StatementView:
    """指明对账单各列，并逐行核对：日期、金额、运行余额、与已入库流水是否衔接。R3.9。"""
    row = await _locked(statement_id)
    if row["state"] not in ("mapping", "faulty", "ready"):
        raise StatementNotReady(state=row["state"])
    judged: Judged = ctx.prepared
    said, merged = judged.statement, None
    faults = [*await _of_another(row["account_id"], judged), *said.faults]
    if not faults:
        merged = await _merged(row["account_id"], judged)
        faults = list(merged.faults)
    gaps = [asdict(gap) for gap in merged.gaps] if merged and not faults else []
    found = [asdict(fault) for fault in faults[:FAULTS_KEPT]]
    mapping = {"layout": asdict(judged.layout), "told": asdict(judged.told), "from": "set"}
    await sql(
        "UPDATE bank_statement SET state = $2, titles = titles || $3::jsonb, mapping = $4::jsonb,"
        " faults = $5::jsonb, faults_total = $6, from_on = $7, to_on = $8, opening_fen = $9,"
        " closing_fen = $10, lines_total = $11, lines_known = $12 WHERE id = $1",
        statement_id,
        "faulty" if faults else "ready",
        jsonb({"columns": judged.columns}),
        jsonb(mapping),
        jsonb({"faults": found, "gaps": gaps}),
        len(faults),
        said.from_on,
        said.to_on,
        said.opening_fen,
        said.closing_fen,
        len(said.lines),
        merged.known if merged else 0,
    )
    return await view_of(statement_id)


async def _of_another(bank_account_id: UUID, judged: Judged) -> list[Fault]:
    """What is wrong when the file names another account than this one."""
    ours = layouts.digits((await statements.account_row(bank_account_id))["number"])
    if not judged.number or judged.number == ours:
        return []
    return [Fault(0, f"对账单是账号尾号 {judged.number[-4:]} 的，不是本账户的")]


async def _locked(statement_id: UUID) -> dict[str, Any]:
    """The statement, its account locked. Raises NotFound."""
    row = await one("SELECT account_id FROM bank_statement WHERE id = $1", statement_id)
    if row is None:
        raise NotFound()
    await statements.lock_account(row["account_id"])
    row = await one("SELECT * FROM bank_statement WHERE id = $1", statement_id)
    assert row is not None
    return row


async def _merged(bank_account_id: UUID, judged: Judged) -> Merged:
    """The statement laid upon those taken before."""
    span = _span(judged)
    return merge(
        span,
        judged.statement.lines,
        await statements.spans(bank_account_id),
        await statements.stored_keys(bank_account_id, span.from_on, span.to_on),
        await statements.sums(bank_account_id),
    )


def _span(judged: Judged) -> Span:
    said = judged.statement
    assert said.from_on and said.to_on, "a statement without faults has both ends"
    assert said.opening_fen is not None and said.closing_fen is not None
    return Span(said.from_on, said.to_on, said.opening_fen, said.closing_fen)


async def _as_kept(ctx: Context, statement_id: UUID, body: TakingBody) -> Judged:
    return await judge(ctx, statement_id, None)


@route(
    "POST",
    "/bank-statements/{statement_id}/taking",
    who=Role.FINANCE,
    refuses=(StatementNotReady, StatementOverlaps, MonthCertified),
    prepare=_as_kept,
    limit="upload",
)
async def take_statement(ctx: Context, statement_id: UUID, body: TakingBody) -> StatementView:
    """对账单入库：新流水一次全部写入，已有的不重复；与前后不衔接的须明确接受。R3.9。"""
    row = await _locked(statement_id)
    if row["state"] != "ready":
        raise StatementNotReady(state=row["state"])
    account_id, judged = row["account_id"], ctx.prepared
    merged = await _merged(account_id, judged)
    if judged.statement.faults or merged.faults:
        fault = (*judged.statement.faults, *merged.faults)[0]
        raise StatementOverlaps(fault.reason, row=fault.row)
    if merged.gaps and not body.accept_gap:
        raise StatementOverlaps("与前后的对账单不衔接，确需入库的请确认", gaps=len(merged.gaps))
    await _not_certified(ctx, account_id, _span(judged), merged)
    await statements.keep_lines(account_id, statement_id, merged.fresh)
    await sql(
        "UPDATE bank_statement SET state = 'taken', lines_known = $2, gap_accepted = $3,"
        " taken_by = $4, taken_at = $5 WHERE id = $1",
        statement_id,
        merged.known,
        bool(merged.gaps),
        ctx.id,
        ctx.now,
    )
    titles = [column["title"] for column in judged.columns]
    bank = (await statements.account_row(account_id))["bank"]
    await statements.remember_layout(bank, titles, judged.layout, ctx.id, ctx.now)
    data = {"lines": len(merged.fresh), "known": merged.known, "gaps": len(merged.gaps)}
    ctx.record(StatementTaken(subject_id=str(statement_id), at=ctx.now, data=data))
    return await view_of(statement_id)


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
)
async def drop_statement(ctx: Context, statement_id: UUID) -> StatementView:
    """放弃尚未入库的对账单。R3.9。"""
    row = await _locked(statement_id)
    if row["state"] not in ("mapping", "faulty", "ready"):
        raise StatementNotReady(state=row["state"])
    await sql(
        "UPDATE bank_statement SET state = 'dropped', titles = '{}' WHERE id = $1", statement_id
    )
    ctx.record(StatementDropped(subject_id=str(statement_id), at=ctx.now))
    return await view_of(statement_id)


async def view_of(statement_id: UUID) -> StatementView:
    """The statement as it stands. Raises NotFound."""
    row = await one(f"{_SELECT} WHERE s.id = $1", statement_id)
    if row is None:
        raise NotFound()
    titles, mapping, faults = (_json(row[name]) for name in ("titles", "mapping", "faults"))
    origin: Literal["", "titles", "remembered", "set"] = mapping["from"]
    return StatementView(
        id=row["id"],
        bank_account_id=row["account_id"],
        name=row["name"],
        state=row["state"],
        state_title=STATES[row["state"]],
        heading_row=mapping["told"]["heading_row"],
        preview=titles.get("preview", []),
        columns=_columns(titles.get("columns", [])),
        layout=LayoutView(**mapping["layout"]),
        layout_from=origin,
        from_on=row["from_on"],
        to_on=row["to_on"],
        opening_fen=row["opening_fen"],
        closing_fen=row["closing_fen"],
        lines_total=row["lines_total"],
        lines_known=row["lines_known"],
        faults=[StatementFault(**fault) for fault in faults.get("faults", [])],
        faults_total=row["faults_total"],
        gaps=msgspec.convert(faults.get("gaps", []), list[GapView]),
        gap_accepted=row["gap_accepted"],
        created_at=at(row["created_at"]),
        taken_at=maybe(row["taken_at"]),
    )


def _json(text: str) -> dict[str, Any]:
    found: dict[str, Any] = msgspec.json.decode(text)
    return found


def _columns(kept: Sequence[Mapping[str, Any]]) -> list[ColumnView]:
    return [
        ColumnView(place=number, title=column["title"], samples=column["samples"])
        for number, column in enumerate(kept)
    ]
