"""Papers that people send before they name them in an act, and who reads them. R7.4, R12.6."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Annotated, Any
from uuid import UUID

from msgspec import Meta

from handlers.attaching import SealedFile, content_of, keep_file, refuse_above, sealed_file
from handlers.pools import FORMS, LARGE_PICTURES, PDFS, PICTURES
from handlers.route import Answer, Body, Context, Query, Upload, route
from handlers.shown import at
from handlers.steps import capacity, kinds_seen, sees, viewer
from models import file_tickets, files
from models.cases import Case
from models.file_tickets import FileTicket
from models.own_objections import shows_record
from papers.blob import Blob
from papers.pdfs import PDF, take_pdf
from papers.photos import Photo, is_large, take_in
from papers.sheets.writing import XLSX
from rules.days import beijing_date
from rules.events.files import FileRead
from rules.files import FileClass, Scanned, is_for_all, sees_ballots, staff_sees
from rules.people import STAFF, Role
from rules.refusals.asking import NotFound, TooLarge
from rules.refusals.files import (
    FileKindNotTaken,
    FileSealed,
    PaperErased,
    PhotoKindNotTaken,
    PhotoTooLarge,
    PhotoUnreadable,
)

TITLE = "材料"

SENDERS = frozenset(Role) - {Role.PUBLIC, Role.SYSTEM}


class FileView(Answer, frozen=True):
    """一份已保存的材料；`size` 单位：字节，散列值分别是所存文件和上传原件的。"""

    id: UUID
    name: Annotated[str, Meta(title="文件名")]
    sent_name: str
    media_type: str
    size: int
    sha256: str
    original_sha256: str
    created_at: Annotated[datetime, Meta(title="上传时间")]
    width: int | None = None
    height: int | None = None


async def _taken(ctx: Context, body: Upload) -> tuple[Photo, SealedFile]:
    await refuse_above(ctx, len(body.content))
    if body.content.startswith(b"%PDF-"):
        taken = await PDFS.run(ctx.who.key, take_pdf, body.content)
    else:
        taken = await photo_taken(ctx, body)
    secrets = ctx.world.secrets
    sealed = await FORMS.run(ctx.who.key, sealed_file, secrets, taken.content, taken.media_type)
    return taken, sealed


async def photo_taken(ctx: Context, body: Upload) -> Photo:
    """The photo re-encoded: those of many pixels never keep the others waiting. R7.2."""
    large = await FORMS.run(ctx.who.key, is_large, body.content)
    return await (LARGE_PICTURES if large else PICTURES).run(ctx.who.key, take_in, body.content)


@route(
    "POST",
    "/files",
    who=SENDERS,
    refuses=(FileKindNotTaken, TooLarge, PhotoTooLarge, PhotoUnreadable, PhotoKindNotTaken),
    prepare=_taken,
    limit="upload",
)
async def upload_file(ctx: Context, body: Upload) -> FileView:
    """上传材料（照片或 PDF，不超过 10MB）；照片重新编码，去除位置等附带信息。R12.6。"""
    taken, sealed = ctx.prepared
    await refuse_above(ctx, sealed.size)
    row = await keep_file(
        ctx,
        sealed,
        body.name,
        original_sha256=taken.original_sha256,
        size=(taken.width, taken.height) if taken.width else None,
    )
    return FileView(
        id=row.id,
        name=row.name,
        sent_name=row.sent_name,
        media_type=row.media_type,
        size=row.size,
        sha256=taken.sha256.hex(),
        original_sha256=taken.original_sha256.hex(),
        created_at=at(ctx.now),
        width=row.width,
        height=row.height,
    )


TYPES = ("image/jpeg", PDF, "text/csv", XLSX)


TICKET_TIME = timedelta(minutes=1)


class FileQuery(Query, frozen=True):
    """With which ticket, if the paper is sealed for the asker."""

    ticket: Annotated[
        UUID | None, Meta(title="查阅凭证", description="工作人员取封存的材料时填写，一次有效")
    ] = None


@route(
    "GET", "/files/{file_id}", who=SENDERS, refuses=(NotFound, FileSealed, PaperErased), blob=TYPES
)
async def download_file(ctx: Context, file_id: UUID, query: FileQuery) -> Blob:
    """下载材料：本人上传的、本人可见办件中公开给业主的、本户的缴款和退款凭据、请本人认可的协商记录；工作人员取封存的材料须有查阅凭证。R12.6。"""
    row = await _readable(ctx, file_id)
    if ctx.who.kind == "account" and row["file_class"] not in _OPEN:
        ticket = query.ticket
        if not ticket or not await file_tickets.use(ticket, file_id, ctx.id, ctx.now):
            raise FileSealed()
    return Blob(content_of(ctx.world.secrets, row), row["media_type"], row["name"])


class FileReading(Body, frozen=True):
    """查阅一份封存的材料。"""

    reason: Annotated[str, Meta(min_length=2, max_length=200, pattern=r"\S", title="查阅理由")]


class FileReadingTicket(Answer, frozen=True):
    """一次性的查阅凭证：只供本账号在 `expires_at` 之前下载这一份材料一次。"""

    ticket: Annotated[UUID, Meta(title="查阅凭证")]
    expires_at: datetime


@route(
    "POST",
    "/files/{file_id}/reading",
    who=STAFF,
    refuses=(NotFound, PaperErased),
    secret=True,
)
async def read_file(ctx: Context, file_id: UUID, body: FileReading) -> FileReadingTicket:
    """工作人员写明理由查阅一份材料，留下记录，凭得到的凭证下载一次；表决票影像计票前只有两名录入人可见，此后只有审计可见。R8.7、R12.6。

    手机只能用 GET 下载，所以分作两步：记录和理由在这一步；别的账号、过了一分钟或者用过即无用。
    """
    row = await _readable(ctx, file_id)
    told = {"kind": row["kind"], "class": row["file_class"]}
    ctx.record(FileRead(subject_id=str(file_id), at=ctx.now, why=body.reason, data=told))
    until = ctx.now + TICKET_TIME
    made = await FileTicket.create(file_id=file_id, account_id=ctx.id, until_at=until)
    return FileReadingTicket(ticket=made.id, expires_at=at(until))


_OPEN = frozenset({FileClass.UNATTACHED, FileClass.PUBLIC})


async def _readable(ctx: Context, file_id: UUID) -> dict[str, Any]:
    """The stored file. Raises NotFound for one that is not there, or not for the asker, and
    PaperErased for one that holds nothing any more."""
    row = await files.content_row(file_id)
    if row is None or not await _may_read(ctx, row):
        raise NotFound()
    if row["erased_at"] is not None:
        raise PaperErased()
    return row


async def _may_read(ctx: Context, row: Mapping[str, Any]) -> bool:
    """Whether the asker needs this paper: by kind and capacity, whatever else they may see."""
    file_id, kind, own = row["id"], row["kind"], row["owner_id"] == ctx.who.id
    if row["file_class"] == FileClass.BALLOT:
        return await _sees_ballots(ctx, file_id)
    if own or is_for_all(kind) or staff_sees(kind, ctx.who.roles):
        return True
    if await _of_a_case(ctx, file_id):
        return True
    if ctx.who.kind != "person":
        return False
    if row["file_class"] == FileClass.MONEY:
        return await files.shows_own_money(file_id, ctx.id, beijing_date(ctx.now))
    # What the objector who asks is to agree to, or was told that it ended the objection.
    return kind == "record" and await shows_record(file_id, ctx.id)


async def _sees_ballots(ctx: Context, file_id: UUID) -> bool:
    batches = [
        Scanned(
            first=one["entered_by"],
            second=one["confirmed_by"],
            waits=one["state"] == "draft",
            open=one["vote"] == "open",
        )
        for one in await files.ballots_on(file_id)
    ]
    return any(sees_ballots(batch, ctx.id, ctx.who.roles) for batch in batches)


async def _of_a_case(ctx: Context, file_id: UUID) -> bool:
    """Whether it is a paper that the asker may see in some case's file."""
    for row in await files.seen_as_paper(file_id, viewer(ctx)):
        case = await Case.find(row["case_id"])
        by = await capacity(ctx, case)
        if sees(ctx, case, by) and row["kind"] in kinds_seen(by):
            return True
    return False
