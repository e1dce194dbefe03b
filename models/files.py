"""Evidence: photos and papers, kept in the database so that one backup holds everything."""

from collections.abc import Sequence
from datetime import datetime
from hashlib import sha256
from typing import Any
from uuid import UUID

from tortoise import fields

from models.base import Row, sql
from models.ids import new_id
from models.standing import Viewer, sees_case


class File(Row):
    """A stored file; the row never changes. `sha256` is of what is stored, `original_sha256`
    of what was sent (a photo is re-encoded, its EXIF dropped)."""

    sha256 = fields.BinaryField()
    original_sha256 = fields.BinaryField()
    media_type = fields.CharField(80)
    name = fields.CharField(200)
    size = fields.IntField()
    width = fields.IntField(null=True)
    height = fields.IntField(null=True)
    content = fields.BinaryField()
    owner_kind = fields.CharField(16)
    owner_id = fields.UUIDField(db_index=True)
    created_at = fields.DatetimeField()

    class Meta:
        table = "file"


def sheet_of(content: bytes) -> str:
    """What a sheet is sealed about that is kept as it was sent: its own hash, which is stored."""
    return f"file.content:{sha256(content).hexdigest()}"


_SHOWN = "json_build_object('id', f.id, 'name', f.name, 'media_type', f.media_type, 'size', f.size)"


def shown(file_id: str) -> str:
    """The expression of what is shown of the file with this id, as JSON text; null for none."""
    return f"(SELECT {_SHOWN}::text FROM file f WHERE f.id = {file_id})"


def all_shown(file_ids: str) -> str:
    """The same of the files in a JSON list of ids, in its order; an empty list for null."""
    return (
        f"(SELECT coalesce(json_agg({_SHOWN} ORDER BY x.nth), '[]')::text"
        f" FROM jsonb_array_elements_text({file_ids}) WITH ORDINALITY AS x(id, nth)"
        " JOIN file f ON f.id = x.id::uuid)"
    )


async def keep_sealed(
    name: str,
    sealed: bytes,
    original_sha256: bytes,
    *,
    owner_kind: str,
    owner_id: UUID,
    now: datetime,
) -> UUID:
    """The id of the file kept encrypted as it was sent; nobody is served it as it is. R12.4."""
    row = await File.create(
        id=new_id(),
        sha256=sha256(sealed).digest(),
        original_sha256=original_sha256,
        media_type="application/octet-stream",
        name=name[:200],
        size=len(sealed),
        content=sealed,
        owner_kind=owner_kind,
        owner_id=owner_id,
        created_at=now,
    )
    return row.id


async def altered() -> list[UUID]:
    """The files whose content is not what `sha256` says; the server reads them one by one."""
    rows = await sql("SELECT id FROM file WHERE sha256(content) <> sha256 ORDER BY id LIMIT 1000")
    return [row["id"] for row in rows]


async def named(file_ids: Sequence[UUID]) -> list[File]:
    """These files without their content, by name."""
    rows = File.filter(id__in=list(file_ids)).order_by("name", "id")
    return await rows.only("id", "name", "media_type", "size")


async def seen_as_paper(file_id: UUID, viewer: Viewer) -> list[dict[str, Any]]:
    """The cases that the viewer sees in whose file it is, each with what kind of paper it is."""
    return await sql(
        'SELECT DISTINCT k.id AS case_id, d.kind FROM document d JOIN "case" k ON k.id = d.case_id'
        f" WHERE d.file_id = $6 AND {sees_case('k')}",
        *viewer.params(),
        file_id,
    )
