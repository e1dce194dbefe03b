"""Papers that people send before they name them in an act: photos and PDF. R7.4, R12.2."""

import re
from datetime import datetime
from hashlib import sha256
from typing import Annotated
from uuid import UUID

from msgspec import Meta

from handlers.pools import FORMS, LARGE_PICTURES, PICTURES, SHEETS
from handlers.route import Answer, Context, Upload, route
from handlers.shown import at
from handlers.steps import capacity, sees, viewer
from models.cases import Case
from models.cases.documents import OWNERS_SEE
from models.files import File, seen_as_paper
from models.own_objections import shows_record
from papers.blob import Blob
from papers.photos import MAX_BYTES, Photo, is_large, take_in
from rules.people import CASE_READERS, CENTRE, Role
from rules.refusals.asking import NotFound, TooLarge
from rules.refusals.files import FileKindNotTaken, PhotoKindNotTaken, PhotoTooLarge, PhotoUnreadable

TITLE = "材料"

SENDERS = frozenset(Role) - {Role.PUBLIC, Role.SYSTEM}
PDF = "application/pdf"
# What a paper does not need and a reader should not open: programs, other files, a password.
_ACTIVE = re.compile(rb"/(?:JavaScript|JS|Launch|EmbeddedFiles?|RichMedia|XFA|Encrypt)\b")
_TAIL = 1024


class FileView(Answer, frozen=True):
    """一份已保存的材料；`size` 单位：字节，散列值分别是所存文件和上传原件的。"""

    id: UUID
    name: Annotated[str, Meta(title="文件名")]
    media_type: str
    size: int
    sha256: str
    original_sha256: str
    created_at: Annotated[datetime, Meta(title="上传时间")]
    width: int | None = None
    height: int | None = None


def take_paper(data: bytes) -> Photo:
    """A photo re-encoded, or a PDF as it is; the latter has neither width nor height.

    Refuses FileKindNotTaken (another type, a PDF with programs or files in it, cut off or locked),
    TooLarge, and what `photos.take_in` refuses.
    """
    if not data.startswith(b"%PDF-"):
        return take_in(data)
    if len(data) > MAX_BYTES:
        raise TooLarge(
            f"文件不能超过 {MAX_BYTES >> 20} MB，请压缩或拆分后再传", limit_bytes=MAX_BYTES
        )
    end = data.rfind(b"%%EOF")
    if end < len(data) - _TAIL or data[end + 5 :].strip():
        raise FileKindNotTaken("PDF 文件不完整或夹带了其他内容")
    if _ACTIVE.search(data):
        raise FileKindNotTaken("PDF 含有脚本、附件或密码，请导出为普通 PDF 后上传")
    digest = sha256(data).digest()
    return Photo(data, 0, 0, digest, digest, PDF)


async def _taken(ctx: Context, body: Upload) -> Photo:
    if body.content.startswith(b"%PDF-"):
        return await SHEETS.run(ctx.who.key, take_paper, body.content)
    return await photo_taken(ctx, body)


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
    """上传材料（照片或 PDF，不超过 10MB）；照片重新编码，去除位置等附带信息。"""
    taken: Photo = ctx.prepared
    fallback = "材料.pdf" if taken.media_type == PDF else "照片.jpg"
    row = await File.create(
        sha256=taken.sha256,
        original_sha256=taken.original_sha256,
        media_type=taken.media_type,
        name=body.name or fallback,
        size=len(taken.content),
        width=taken.width or None,
        height=taken.height or None,
        content=taken.content,
        owner_kind=ctx.who.kind,
        owner_id=ctx.id,
        created_at=ctx.now,
    )
    return FileView(
        id=row.id,
        name=row.name,
        media_type=row.media_type,
        size=row.size,
        sha256=taken.sha256.hex(),
        original_sha256=taken.original_sha256.hex(),
        created_at=at(ctx.now),
        width=row.width,
        height=row.height,
    )


@route(
    "GET",
    "/files/{file_id}",
    who=SENDERS,
    refuses=(NotFound,),
    blob=("image/jpeg", PDF, "application/octet-stream"),
)
async def download_file(ctx: Context, file_id: UUID) -> Blob:
    """下载材料：本人上传的、本人可见办件中公开给业主的、请本人认可的协商记录；住保中心经办人员可见全部。"""
    file = await File.get_or_none(id=file_id)
    if file is None:
        raise NotFound()
    # Whoever handles papers sees every one of them; the others of the Centre only those of cases.
    trusted = file.owner_id == ctx.who.id or bool(ctx.who.roles & CASE_READERS)
    if not trusted and not await _put_before(ctx, file_id):
        await _of_a_case(ctx, file_id)
    return Blob(bytes(file.content), file.media_type, file.name)


async def _put_before(ctx: Context, file_id: UUID) -> bool:
    """Whether the objector who asks is to agree to it, or was told that it ended the objection."""
    who = ctx.who
    if who.kind != "person" or who.id is None:
        return False
    return await shows_record(file_id, who.id)


async def _of_a_case(ctx: Context, file_id: UUID) -> None:
    """Raises NotFound unless the file is a paper that the asker may see in some case's file."""
    rows = await seen_as_paper(file_id, viewer(ctx))
    for row in rows:
        case = await Case.find(row["case_id"])
        by = await capacity(ctx, case)
        everything = bool(by.roles & CENTRE) or by.applicant
        if sees(ctx, case, by) and (everything or row["kind"] in OWNERS_SEE):
            return
    raise NotFound()
