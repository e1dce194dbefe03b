"""Files are stored sealed, and get their class when they are attached. R12.4, R12.6."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from hashlib import sha256
from typing import Any
from uuid import UUID

from handlers.route import Context, Secrets, job
from models import files
from models.files import File
from models.ids import new_id
from models.sealed import FILE_KEY
from rules.days import beijing_date
from rules.files import PAPERS, FileClass, exceeded, name_of, quota_of
from rules.refusals.asking import NotFound, TooManyAttempts

AT_ONCE = 20
DAY = timedelta(days=1)
SWEPT_AT_ONCE = 500
"""Files taken in one round; the rest are due in the next."""

SHEETS: Mapping[bytes, str] = {
    b"PK\x03\x04": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
}


@dataclass(frozen=True, slots=True)
class SealedFile:
    """A file as it is stored: sealed under a key of its own, which is sealed for class and id."""

    id: UUID
    kind: str
    media_type: str
    key: bytes
    content: bytes
    sha256: bytes
    size: int


def sealed_file(secrets: Secrets, content: bytes, media_type: str, kind: str = "") -> SealedFile:
    """The file sealed for the class of that kind, or as not attached yet. Pure, and for a pool."""
    file_id = new_id()
    key, sealed = secrets.seal_file(content, file_id, _about(file_id, class_of(kind)))
    return SealedFile(
        file_id, kind, media_type, key, sealed, sha256(content).digest(), len(content)
    )


def sealed_sheet(secrets: Secrets, content: bytes, kind: str) -> SealedFile:
    """A spreadsheet as it was sent, sealed; its type is what its first bytes say."""
    return sealed_file(secrets, content, SHEETS.get(content[:4], "text/csv"), kind)


def class_of(kind: str) -> FileClass:
    """The class of that kind of paper."""
    return PAPERS[kind].file_class if kind else FileClass.UNATTACHED


async def keep_file(
    ctx: Context,
    sealed: SealedFile,
    sent_name: str,
    *,
    original_sha256: bytes = b"",
    size: tuple[int, int] | None = None,
    owner: tuple[str, UUID] | None = None,
) -> File:
    """The file is stored; it is the asker's unless another owner is named."""
    owner_kind, owner_id = owner or (ctx.who.kind, ctx.id)
    width, height = size or (None, None)
    return await File.create(
        id=sealed.id,
        sha256=sealed.sha256,
        original_sha256=original_sha256 or sealed.sha256,
        media_type=sealed.media_type,
        name=name_of(sealed.kind, beijing_date(ctx.now), sealed.media_type),
        sent_name=sent_name[:200],
        size=sealed.size,
        width=width,
        height=height,
        content=sealed.content,
        stored_sha256=sha256(sealed.content).digest(),
        sealed_key=sealed.key,
        file_class=class_of(sealed.kind),
        kind=sealed.kind,
        attached_at=ctx.now if sealed.kind else None,
        owner_kind=owner_kind,
        owner_id=owner_id,
        created_at=ctx.now,
    )


async def attach_files(ctx: Context, kind: str, file_ids: Sequence[UUID]) -> None:
    """The asker's own uploaded files are papers of that kind, and of its class from now on.

    Raises NotFound for a file that is not there, was uploaded by somebody else or has another
    class already.
    """
    if not file_ids:
        return
    rows = await files.lock_own(file_ids, ctx.id)
    if len(rows) != len(set(file_ids)):
        raise NotFound("没有找到所附的文件，请先上传")
    after = class_of(kind)
    for row in rows:
        if row["file_class"] not in (FileClass.UNATTACHED, after):
            raise NotFound("所附的文件已用于另一类事项，请重新上传")
        if row["file_class"] == FileClass.UNATTACHED:
            await _attach(ctx, row, kind, after)


async def _attach(ctx: Context, row: dict[str, Any], kind: str, after: FileClass) -> None:
    secrets, file_id = ctx.world.secrets, row["id"]
    if row["sealed_key"] is None:
        await seal_stored(secrets, file_id)
        (row,) = await files.lock_own([file_id], ctx.id)
    plain = secrets.unseal(bytes(row["sealed_key"]), _about(file_id, FileClass.UNATTACHED))
    key = secrets.seal(plain, _about(file_id, after))
    name = name_of(kind, beijing_date(row["created_at"]), row["media_type"])
    await files.attach(file_id, after, kind, name, key, ctx.now)


async def seal_stored(secrets: Secrets, file_id: UUID) -> None:
    """A file that was stored before files were sealed is sealed for its class."""
    row = await files.content_row(file_id)
    if row is None or row["sealed_key"] is not None:
        return
    about = _about(file_id, row["file_class"])
    key, content = secrets.seal_file(content_of(secrets, row), file_id, about)
    await files.seal(file_id, key, content)


# Whose files were sealed as a whole before each had a key of its own.
_SEALED_WHOLE = frozenset({"import", "bank_statement", "advices"})


def content_of(secrets: Secrets, row: Mapping[str, Any]) -> bytes:
    """What a stored file holds. Raises LookupError when it was changed or its key is retired."""
    content = bytes(row["content"])
    if row["sealed_key"] is not None:
        about = _about(row["id"], row["file_class"])
        return secrets.open_file(content, row["id"], bytes(row["sealed_key"]), about)
    if row["owner_kind"] not in _SEALED_WHOLE:
        return content
    return secrets.unseal(content, f"file.content:{bytes(row['original_sha256']).hex()}")


def _about(file_id: UUID, file_class: str) -> str:
    return FILE_KEY.of(f"{file_id}:{file_class}")


async def files_not_sealed(now: datetime) -> list[UUID]:
    """Files that were stored before files were sealed."""
    return await files.unsealed(AT_ONCE)


@job(files_not_sealed)
async def seal_file(ctx: Context, file_id: UUID) -> None:
    """此前未加密存放的材料按其类别加密。R12.6。"""
    await seal_stored(ctx.world.secrets, file_id)


async def refuse_above(ctx: Context, size: int) -> None:
    """Refuses with TooManyAttempts a file more than one may send in a day, or leave unused."""
    sent = await files.sent_by(ctx.id, ctx.now - DAY)
    if why := exceeded(quota_of(ctx.who.roles), sent, size):
        raise TooManyAttempts(why, retry_after_seconds=int(DAY.total_seconds()) // 24)


async def files_left(now: datetime) -> list[datetime]:
    """The moment before which what was sent should have been attached to something."""
    return [now - DAY] if await files.are_left(now - DAY) else []


@job(files_left)
async def sweep_files(ctx: Context, before: datetime) -> None:
    """上传后一天仍未附到任何事项的文件予以清除。R12.6。"""
    await files.sweep(before, SWEPT_AT_ONCE)
