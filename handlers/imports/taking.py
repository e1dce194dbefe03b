"""Uploading a roll, looking at what was found, confirming or dropping it. R2.7.

checking -> ready -> applying -> applied    faulty: only to be dropped; failed: or tried again
The file is stored sealed, because it holds identity numbers in the clear (R12.4).
"""

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from typing import Annotated, Any, Literal
from uuid import UUID, uuid4

import msgspec
from msgspec import Meta

from handlers.paging import cut, place
from handlers.route import Answer, Context, Page, Query, Upload, route
from handlers.shown import at, maybe
from models import imports
from models.base import one, sql
from papers.blob import Blob
from papers.sheets.reading import read_sheets
from papers.sheets.writing import XLSX, xlsx
from rules.events.register import RollDropped, RollUploaded
from rules.people import CENTRE_STAFF, Role, mask_name
from rules.refusals.asking import Malformed, NotFound
from rules.refusals.files import ImportHasErrors, ImportNotReady, TooManyRows, UnreadableSheet

State = Literal["checking", "ready", "faulty", "failed", "applying", "applied", "dropped"]
STATES: Mapping[str, str] = {
    "checking": "正在核对",
    "ready": "核对无误，待确认",
    "faulty": "存在错误，未作任何更改",
    "failed": "未能完成，未作任何更改",
    "applying": "正在写入",
    "applied": "已写入",
    "dropped": "已放弃，未作任何更改",
}
TABLES: Mapping[str, str] = {
    "community": "小区",
    "building": "楼栋",
    "scope": "统筹范围",
    "unit": "单元",
    "home": "房屋",
    "owner": "业主",
    "ownership": "权属",
    "elevator": "电梯",
    "elevator_unit": "电梯服务单元",
    "maintenance_visit": "维保记录",
    "deposit": "存款",
}


class ImportView(Answer, frozen=True):
    """One import. `counts`: rows by sheet; once applied, rows added and changed by table.

    While it is checked or applied, `rows_done` grows; `rows_total` is known once it was read.
    `failure` says why the last of `tries` came to nothing; after the third the import has failed.
    """

    id: UUID
    name: str
    state: State
    state_title: str
    rows_total: int
    rows_done: int
    error_count: int
    rows: dict[str, int]
    added: dict[str, int]
    changed: dict[str, int]
    by_papers: int
    failure: str
    tries: int
    created_at: datetime
    finished_at: datetime | None


class ImportList(Answer, frozen=True):
    """Imports, the newest first."""

    items: list[ImportView]
    next: str


class ImportFault(Answer, frozen=True):
    """One fault: where, what stands there (masked where personal), and what is wrong."""

    number: int
    sheet: str
    row: int
    column: str
    value: str
    reason: str


class ImportFaultList(Answer, frozen=True):
    """Faults in the order of sheets and rows; of very many only the first are kept."""

    items: list[ImportFault]
    error_count: int
    next: str


class NumberedPage(Query, frozen=True, kw_only=True):
    """Where to go on in a numbered list, and how many at most."""

    after: Annotated[int, Meta(ge=0, le=2**31 - 1)] = 0
    limit: Annotated[int, Meta(ge=1, le=200)] = 50


class ChangeQuery(Page, frozen=True, kw_only=True):
    """Narrow the changes to one table."""

    table: Annotated[str, Meta(max_length=40)] = ""


class RollChangeView(Answer, frozen=True):
    """One row before and after; names are masked, numbers of people are not kept."""

    id: UUID
    table: str
    table_title: str
    row_id: UUID
    before: dict[str, Any] | None
    after: dict[str, Any] | None


class RollChangeList(Answer, frozen=True):
    """What one import changed."""

    items: list[RollChangeView]
    next: str


@dataclass(frozen=True)
class Sealed:
    """An uploaded file as it is stored."""

    content: bytes
    original_sha256: bytes


async def sealed(ctx: Context, body: Upload) -> Sealed:
    """The file opened once, so that what is no table is refused at once, and sealed.

    Refuses UnreadableSheet and TooManyRows.
    """

    def seal() -> Sealed:
        read_sheets(body.name, body.content)
        return Sealed(ctx.world.secrets.seal(body.content), sha256(body.content).digest())

    return await asyncio.to_thread(seal)


@route(
    "POST",
    "/imports",
    who=Role.CLERK,
    refuses=(UnreadableSheet, TooManyRows),
    prepare=sealed,
    limit="upload",
)
async def upload_roll(ctx: Context, body: Upload) -> ImportView:
    """上传名册（xlsx、csv 或 csv 的 zip 包）；后台逐行核对，确认之前不作任何更改。R2.7。"""
    return await take_in(ctx, body, ctx.prepared, ctx.id)


async def take_in(ctx: Context, body: Upload, kept: Sealed, by: UUID) -> ImportView:
    """The file is stored and waits to be checked."""
    file_id, import_id = uuid4(), uuid4()
    await sql(
        "INSERT INTO file (id, sha256, original_sha256, media_type, name, size, content,"
        " owner_kind, owner_id, created_at) VALUES ($1,$2,$3,$4,$5,$6,$7,'import',$8,$9)",
        file_id,
        sha256(kept.content).digest(),
        kept.original_sha256,
        "application/octet-stream",
        body.name[:200],
        len(kept.content),
        kept.content,
        import_id,
        ctx.now,
    )
    await sql(
        "INSERT INTO import (id, file_id, state, rows_total, rows_done, counts, error_count,"
        " failure, created_by, created_at) VALUES ($1,$2,'checking',0,0,'{}',0,'',$3,$4)",
        import_id,
        file_id,
        by,
        ctx.now,
    )
    data = {"sha256": kept.original_sha256.hex(), "bytes": len(body.content)}
    ctx.record(RollUploaded(subject_id=str(import_id), at=ctx.now, data=data))
    return await view_of(import_id)


@route("GET", "/imports", who=CENTRE_STAFF, refuses=(Malformed,))
async def list_imports(ctx: Context, query: Page) -> ImportList:
    """名册导入一览，最新在前。R2.7。"""
    moment, row = place(query.after)
    rows = await sql(
        f"{_SELECT} WHERE (i.created_at, i.id) < ($1, $2)"
        " ORDER BY i.created_at DESC, i.id DESC LIMIT $3",
        moment,
        row,
        query.limit + 1,
    )
    page, following = cut(rows, query.limit, "created_at")
    return ImportList(items=[_shown(row) for row in page], next=following)


@route("GET", "/imports/{import_id}", who=CENTRE_STAFF, refuses=(NotFound,))
async def see_import(ctx: Context, import_id: UUID) -> ImportView:
    """某次导入的状态与进度。R2.7。"""
    return await view_of(import_id)


@route("GET", "/imports/{import_id}/errors", who=CENTRE_STAFF, refuses=(NotFound,))
async def import_errors(ctx: Context, import_id: UUID, query: NumberedPage) -> ImportFaultList:
    """逐行错误：工作表、行、列与原因。R2.7。"""
    view = await view_of(import_id)
    found = await faults(import_id, query.after, query.limit + 1)
    items = found[: query.limit]
    following = str(items[-1].number) if len(found) > query.limit else ""
    return ImportFaultList(items=items, error_count=view.error_count, next=following)


@route(
    "GET",
    "/imports/{import_id}/errors.xlsx",
    who=CENTRE_STAFF,
    refuses=(NotFound,),
    blob=(XLSX,),
    limit="upload",
)
async def import_errors_file(ctx: Context, import_id: UUID) -> Blob:
    """导出逐行错误（表格中没有公式）。R2.7。"""
    view = await view_of(import_id)
    found = await faults(import_id, 0, imports.CHUNK)
    lines = [(f.sheet, f.row or None, f.column, f.value, f.reason) for f in found]
    if view.error_count > len(lines):
        lines.append(("", None, "", "", f"共 {view.error_count} 处，仅列出前 {len(lines)} 处"))
    headings = ("工作表", "行", "列", "内容", "原因")
    return await asyncio.to_thread(xlsx, "导入错误.xlsx", "导入错误", headings, lines)


@route(
    "POST",
    "/imports/{import_id}/confirmation",
    who=Role.CLERK,
    refuses=(NotFound, ImportNotReady, ImportHasErrors),
)
async def confirm_import(ctx: Context, import_id: UUID) -> ImportView:
    """确认导入：后台写入名册与期初余额，一次完成。有错误的不能确认。R2.7、R3.6。"""
    return await confirmed(import_id, ctx.id)


async def confirmed(import_id: UUID, by: UUID) -> ImportView:
    """The import waits to be applied. Refuses NotFound, ImportNotReady, ImportHasErrors."""
    row = await one("SELECT state FROM import WHERE id = $1 FOR NO KEY UPDATE", import_id)
    if row is None:
        raise NotFound()
    if row["state"] == "faulty":
        raise ImportHasErrors()
    if row["state"] != "ready":
        raise ImportNotReady(state=row["state"])
    await sql(
        "UPDATE import SET state = 'applying', confirmed_by = $2, lease_until = NULL,"
        " rows_done = 0, tries = 0 WHERE id = $1",
        import_id,
        by,
    )
    return await view_of(import_id)


@route("POST", "/imports/{import_id}/retry", who=Role.CLERK, refuses=(NotFound, ImportNotReady))
async def retry_import(ctx: Context, import_id: UUID) -> ImportView:
    """未能完成的导入再试：重新核对，已确认过的随后写入，由再试的人确认。R2.7。"""
    waits = await imports.try_again(import_id, ctx.id)
    view = await view_of(import_id)
    if not waits:
        raise ImportNotReady(state=view.state)
    return view


@route("POST", "/imports/{import_id}/dropping", who=Role.CLERK, refuses=(NotFound, ImportNotReady))
async def drop_import(ctx: Context, import_id: UUID) -> ImportView:
    """放弃导入：名册不变，记录保留。正在写入或已写入的不能放弃。R2.7。"""
    row = await one(
        "UPDATE import SET state = 'dropped', lease_until = NULL, finished_at = $2 WHERE id = $1"
        " AND (state IN ('checking', 'ready', 'faulty', 'failed')"
        "      OR state = 'applying' AND (lease_until IS NULL OR lease_until < $2)) RETURNING id",
        import_id,
        ctx.now,
    )
    view = await view_of(import_id)
    if row is None:
        raise ImportNotReady(state=view.state)
    ctx.record(RollDropped(subject_id=str(import_id), at=ctx.now))
    return view


@route("GET", "/imports/{import_id}/changes", who=CENTRE_STAFF, refuses=(NotFound, Malformed))
async def import_changes(ctx: Context, import_id: UUID, query: ChangeQuery) -> RollChangeList:
    """某次导入更改了什么：逐行的更改前与更改后。R2.7、R12.2。"""
    await view_of(import_id)
    rows = await sql(
        'SELECT id, "table", row_id, before, after FROM roll_change WHERE source_id = $1'
        " AND id > $2 AND ($3 = '' OR \"table\" = $3) ORDER BY id LIMIT $4",
        import_id,
        _after(query.after),
        query.table,
        query.limit + 1,
    )
    items = [_change(row) for row in rows[: query.limit]]
    return RollChangeList(items=items, next=items[-1].id.hex if len(rows) > query.limit else "")


def _after(cursor: str) -> UUID:
    try:
        return UUID(hex=cursor) if cursor else UUID(int=0)
    except ValueError as error:
        raise Malformed(errors=[{"pointer": "after", "detail": "游标无效"}]) from error


def _change(row: Mapping[str, Any]) -> RollChangeView:
    return RollChangeView(
        id=row["id"],
        table=row["table"],
        table_title=TABLES.get(row["table"], row["table"]),
        row_id=row["row_id"],
        before=_masked(row["table"], row["before"]),
        after=_masked(row["table"], row["after"]),
    )


def _masked(table: str, text: str | None) -> dict[str, Any] | None:
    values: dict[str, Any] | None = msgspec.json.decode(text) if text else None
    if values is None or table != "owner":
        return values
    plain = {key: value for key, value in values.items() if key != "name_key"}
    return plain | {"name": mask_name(str(plain.get("name", "")))}


_SELECT = "SELECT i.*, f.name FROM import i JOIN (SELECT id, name FROM file) f ON f.id = i.file_id"


async def view_of(import_id: UUID) -> ImportView:
    """The import as it stands. Raises NotFound."""
    row = await one(f"{_SELECT} WHERE i.id = $1", import_id)
    if row is None:
        raise NotFound()
    return _shown(row)


def _shown(row: Mapping[str, Any]) -> ImportView:
    counts: dict[str, Any] = msgspec.json.decode(row["counts"])
    return ImportView(
        id=row["id"],
        name=row["name"],
        state=row["state"],
        state_title=STATES[row["state"]],
        rows_total=row["rows_total"],
        rows_done=row["rows_done"],
        error_count=row["error_count"],
        rows=counts.get("rows", {}),
        added=counts.get("added", {}),
        changed=counts.get("changed", {}),
        by_papers=counts.get("by_papers", 0),
        failure=row["failure"],
        tries=row["tries"],
        created_at=at(row["created_at"]),
        finished_at=maybe(row["finished_at"]),
    )


async def faults(import_id: UUID, after: int, limit: int) -> list[ImportFault]:
    """The import's faults from a number on."""
    rows = await sql(
        'SELECT number, sheet, "row", "column", value, reason FROM import_error'
        " WHERE source_id = $1 AND number > $2 ORDER BY number LIMIT $3",
        import_id,
        after,
        limit,
    )
    return [ImportFault(**row) for row in rows]
