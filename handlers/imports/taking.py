"""Uploading a roll, looking at what was found, confirming or dropping it. R2.7.

checking -> ready -> applying -> applied    faulty: only to be dropped; failed: or tried again
Who uploads is one person, who confirms another: opening balances reach the books by it (R1.2).
The file is stored sealed, because it holds identity numbers in the clear (R12.4).
"""

from collections.abc import Mapping
from datetime import datetime
from typing import Annotated, Any, Literal
from uuid import UUID

import msgspec
from msgspec import Meta

from handlers.attaching import SealedFile, keep_file, sealed_sheet
from handlers.entries import Kind, entry
from handlers.lists import Listed, listing, page
from handlers.lists import view_of as view_of_row
from handlers.pools import SHEETS
from handlers.route import Answer, Context, Page, Upload, route
from models import imports
from models.ids import new_id
from models.roll import Import
from papers.sheets.reading import read_sheets
from rules.events.register import RollDropped, RollUploaded
from rules.people import CASEWORKERS, CENTRE_STAFF, CONFIRMERS, Role, mask_name
from rules.refusals.asking import NotAllowed, NotFound
from rules.refusals.files import ImportNotReady, TooManyRows, UnreadableSheet
from rules.words.word import OneOf, titled

STATES: Mapping[str, str] = {
    "checking": "正在核对",
    "ready": "核对无误，待复核",
    "faulty": "存在错误，未作任何更改",
    "failed": "未能完成，未作任何更改",
    "applying": "正在写入",
    "applied": "已写入",
    "dropped": "已放弃，未作任何更改",
}
State = Annotated[
    Literal["checking", "ready", "faulty", "failed", "applying", "applied", "dropped"],
    titled(STATES),
]
MONEY = ("funds", "openings", "deposits")
"""Sheets that bring money into the books. R1.2, R3.6."""

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
    """一次名册导入。`rows` 为各工作表的行数，入库后 `added`、`changed` 为各表新增和更改的行数。

    核对、入库期间 `rows_done` 不断增加，读完文件才知道 `rows_total`。`failure` 是最近一次失败的
    原因，`tries` 满三次即导入失败。
    """

    id: UUID
    name: Annotated[str, Meta(title="文件名")]
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
    created_at: Annotated[datetime, Meta(title="上传时间")]
    confirmed_at: datetime | None
    dropped_at: datetime | None
    drop_reason: str
    finished_at: datetime | None


class ImportQuery(Page, frozen=True, kw_only=True):
    """Imports of a state; `q` a part of the file's name."""

    state: State | Literal[""] = ""
    q: Annotated[str, Meta(max_length=60, description="文件名的一部分")] = ""


class ImportFault(Answer, frozen=True):
    """名册的一处错误：位置、所填内容（个人信息已脱敏）和原因。"""

    nth: int
    sheet: str
    row: int
    column: str
    value: Annotated[str, Meta(description="那一格的文字；个人信息隐去部分")]
    reason: Annotated[str, Meta(title="原因")]


class FaultQuery(Page, frozen=True, kw_only=True):
    """Narrow the faults to one sheet."""

    sheet: Annotated[str, Meta(max_length=40)] = ""


class ImportChangeQuery(Page, frozen=True, kw_only=True):
    """Narrow the changes to one table."""

    table: Annotated[str, Meta(max_length=40), OneOf(TABLES)] = ""


class RollChangeView(Answer, frozen=True):
    """名册中一行更改前后的内容；姓名已脱敏，证件号码不保留。"""

    id: UUID
    table: Annotated[str, OneOf(TABLES)]
    table_title: str
    row_id: UUID
    before: Annotated[
        dict[str, Any] | None,
        Meta(title="更改前", description="新增的为空；个人信息隐去部分"),
    ]
    after: Annotated[
        dict[str, Any] | None,
        Meta(title="更改后", description="删除的为空；个人信息隐去部分"),
    ]


async def sealed(ctx: Context, body: Upload) -> SealedFile:
    """The file opened once, so that what is no table is refused at once, and sealed.

    Refuses UnreadableSheet and TooManyRows.
    """

    def seal() -> SealedFile:
        read_sheets(body.name, body.content)
        return sealed_sheet(ctx.world.secrets, body.content, "roll")

    return await SHEETS.run(ctx.who.key, seal)


@route(
    "POST",
    "/imports",
    who=Role.CLERK,
    refuses=(UnreadableSheet, TooManyRows),
    prepare=sealed,
    limit="upload",
)
async def upload_import(ctx: Context, body: Upload) -> ImportView:
    """上传名册（xlsx、csv 或 csv 的 zip 包）；后台逐行核对，复核之前不作任何更改。R2.7。"""
    return await take_in(ctx, body, ctx.prepared, ctx.id)


async def take_in(ctx: Context, body: Upload, kept: SealedFile, by: UUID) -> ImportView:
    """The file is stored and waits to be checked."""
    import_id = new_id()
    file = await keep_file(ctx, kept, body.name, owner=("import", import_id))
    await imports.take_in(import_id, file.id, by, ctx.now)
    data = {"sha256": kept.sha256.hex(), "bytes": kept.size}
    ctx.record(RollUploaded(subject_id=str(import_id), at=ctx.now, data=data))
    return await view_of(import_id)


@listing("/imports", who=CENTRE_STAFF, export="名册导入")
async def list_imports(ctx: Context, query: ImportQuery) -> Listed[ImportView]:
    """名册导入一览，最新在前。R2.7。"""
    return await page(imports.IMPORTS, query, _view)


@route("GET", "/imports/{import_id}", who=CENTRE_STAFF, refuses=(NotFound,))
async def get_import(ctx: Context, import_id: UUID) -> ImportView:
    """某次导入的状态与进度。R2.7。"""
    return await view_of(import_id)


@listing(
    "/imports/{import_id}/errors",
    who=CENTRE_STAFF,
    refuses=(NotFound,),
    export="导入错误",
    columns={
        "工作表": "sheet",
        "行": lambda fault: fault.row or None,
        "列": "column",
        "内容": "value",
        "原因": "reason",
    },
)
async def list_import_errors(
    ctx: Context, import_id: UUID, query: FaultQuery
) -> Listed[ImportFault]:
    """逐行错误：工作表、行、列与原因；错误极多的只保留前面的，总数见该次导入。R2.7。"""
    await view_of(import_id)
    return await page(imports.ERRORS, query, ImportFault, import_id=import_id)


async def _confirm(ctx: Context, row: dict[str, Any]) -> dict[str, Any]:
    """复核导入：后台写入名册与期初余额，一次完成；含资金的由财务或复核人复核，上传人不得复核。R1.2、R3.6。"""
    rows = msgspec.json.decode(row["counts"]).get("rows", {})
    if any(rows.get(sheet) for sheet in MONEY) and not ctx.has(*CONFIRMERS):
        raise NotAllowed("含资金的导入须由财务或复核人员复核")
    return {"lease_until": None, "rows_done": 0, "tries": 0}


async def _drop(ctx: Context, row: dict[str, Any], reason: str) -> None:
    """放弃导入并说明原因：名册不变，记录保留。正在写入或已写入的不能放弃。R2.7。"""
    leased = row["lease_until"] is not None and row["lease_until"] >= ctx.now
    if row["state"] == "applying" and leased:
        raise ImportNotReady(state=row["state"])
    await Import.filter(id=row["id"]).update(lease_until=None, finished_at=ctx.now)
    ctx.record(RollDropped(subject_id=str(row["id"]), at=ctx.now, why=reason))


async def _see(ctx: Context, import_id: UUID) -> ImportView:
    return await view_of(import_id)


IMPORT = entry(
    Kind(
        name="import",
        title="名册导入",
        path="/imports/{import_id}",
        table=imports.IMPORT,
        enters=frozenset({Role.CLERK}),
        confirms=CASEWORKERS | CONFIRMERS,
        confirm=_confirm,
        drop=_drop,
        drops_in=frozenset({"checking", "faulty", "failed", "applying"}),
        view=_see,
        drop_refuses=(ImportNotReady,),
    )
)


@route(
    "POST",
    "/imports/{import_id}/retry",
    who=Role.CLERK,
    refuses=(NotFound, ImportNotReady),
    status=200,
)
async def retry_import(ctx: Context, import_id: UUID) -> ImportView:
    """未能完成的导入再试：重新核对，已复核过的随后写入。R2.7。"""
    waits = await imports.try_again(import_id)
    view = await view_of(import_id)
    if not waits:
        raise ImportNotReady(state=view.state)
    return view


@listing(
    "/imports/{import_id}/changes",
    who=CENTRE_STAFF,
    refuses=(NotFound,),
    export="名册变更",
)
async def list_import_changes(
    ctx: Context, import_id: UUID, query: ImportChangeQuery
) -> Listed[RollChangeView]:
    """某次导入更改了什么：逐行的更改前与更改后。R2.7、R12.2。"""
    await view_of(import_id)
    return await page(imports.CHANGES, query, _change, import_id=import_id)


def _change(row: dict[str, Any]) -> RollChangeView:
    return view_of_row(
        RollChangeView,
        row,
        table_title=TABLES.get(row["table"], row["table"]),
        before=_masked(row["table"], row["before"]),
        after=_masked(row["table"], row["after"]),
    )


def _masked(table: str, text: str | None) -> dict[str, Any] | None:
    values: dict[str, Any] | None = msgspec.json.decode(text) if text else None
    if values is None or table != "owner":
        return values
    plain = {key: value for key, value in values.items() if key != "name_key"}
    return plain | {"name": mask_name(str(plain.get("name", "")))}


async def view_of(import_id: UUID) -> ImportView:
    """The import as it stands. Raises NotFound."""
    row = await imports.import_row(import_id)
    if row is None:
        raise NotFound()
    return _view(row)


def _view(row: dict[str, Any]) -> ImportView:
    counts: dict[str, Any] = msgspec.json.decode(row["counts"])
    return view_of_row(
        ImportView,
        row,
        state_title=STATES[row["state"]],
        rows=counts.get("rows", {}),
        added=counts.get("added", {}),
        changed=counts.get("changed", {}),
        by_papers=counts.get("by_papers", 0),
    )
