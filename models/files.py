"""Evidence: photos and papers, kept in the database so that one backup holds everything. R12.6."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any
from uuid import UUID

from tortoise import fields

from models.base import Row, one, sql
from models.standing import Viewer, sees_case
from rules.files import Sent


class File(Row):
    """A stored file; what it holds never changes. `sha256` is of what was taken in,
    `original_sha256` of what was sent (a photo is re-encoded, its EXIF dropped).

    `kind` says what it is for and `file_class` who may see such papers; both are empty until it is
    attached, and fixed then. `content` is sealed under `sealed_key`, itself for class and id;
    `stored_sha256` is of what is stored.
    `name` is ours, `sent_name` the sender's. An identity paper past its term is erased: it holds
    nothing any more, and `sha256` still says what it was (R12.7).
    """

    sha256 = fields.BinaryField()
    original_sha256 = fields.BinaryField()
    media_type = fields.CharField(80)
    name = fields.CharField(200)
    sent_name = fields.CharField(200, db_default="")
    size = fields.IntField()
    width = fields.IntField(null=True)
    height = fields.IntField(null=True)
    content = fields.BinaryField()
    stored_sha256 = fields.BinaryField(null=True)
    sealed_key = fields.BinaryField(null=True)
    file_class = fields.CharField(12, source_field="class", db_default="")
    kind = fields.CharField(20, db_default="")
    attached_at = fields.DatetimeField(null=True)
    owner_kind = fields.CharField(16)
    owner_id = fields.UUIDField(db_index=True)
    created_at = fields.DatetimeField()
    erased_at = fields.DatetimeField(null=True)

    class Meta:
        table = "file"


_SHOWN = (
    "json_build_object('id', f.id, 'name', f.name, 'sent_name', f.sent_name,"
    " 'media_type', f.media_type, 'size', f.size, 'file_class', f.class)"
)


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


async def altered() -> list[UUID]:
    """The files whose content is not what `stored_sha256` says; read one by one."""
    rows = await sql(
        "SELECT id FROM file WHERE sha256(content) <> stored_sha256 ORDER BY id LIMIT 1000"
    )
    return [row["id"] for row in rows]


async def named(file_ids: Sequence[UUID]) -> list[File]:
    """These files without their content, by name."""
    rows = File.filter(id__in=list(file_ids)).order_by("name", "id")
    return await rows.only("id", "name", "sent_name", "media_type", "size", "file_class")


async def lock_own(file_ids: Sequence[UUID], owner_id: UUID) -> list[dict[str, Any]]:
    """Those of the files that this person or account uploaded, locked, without their content."""
    return await sql(
        "SELECT id, class AS file_class, kind, sealed_key, media_type, created_at FROM file"
        " WHERE id = ANY($1::uuid[]) AND owner_id = $2 ORDER BY id FOR NO KEY UPDATE",
        list(file_ids),
        owner_id,
    )


async def attach(
    file_id: UUID, file_class: str, kind: str, name: str, key: bytes, now: datetime
) -> None:
    """The file is attached: class, kind and name are fixed, its key sealed for that class."""
    await sql(
        "UPDATE file SET class = $2, kind = $3, name = $4, sealed_key = $5, attached_at = $6"
        " WHERE id = $1",
        file_id,
        file_class,
        kind,
        name,
        key,
        now,
    )


async def content_row(file_id: UUID) -> dict[str, Any] | None:
    """The file with its content as it is stored."""
    return await one(
        "SELECT id, class AS file_class, kind, sealed_key, content, name, sent_name,"
        " media_type, size, owner_kind, owner_id, original_sha256, erased_at FROM file"
        " WHERE id = $1",
        file_id,
    )


async def unsealed(most: int) -> list[UUID]:
    """Files stored before files were sealed, the oldest first."""
    rows = await sql(
        "SELECT id FROM file WHERE sealed_key IS NULL AND class <> ''"
        " AND erased_at IS NULL ORDER BY created_at, id LIMIT $1",
        most,
    )
    return [row["id"] for row in rows]


async def seal(file_id: UUID, key: bytes, content: bytes) -> None:
    """A file that was not sealed is."""
    await sql(
        "UPDATE file SET sealed_key = $2, content = $3, stored_sha256 = sha256($3::bytea)"
        " WHERE id = $1 AND sealed_key IS NULL",
        file_id,
        key,
        content,
    )


async def seen_as_paper(file_id: UUID, viewer: Viewer) -> list[dict[str, Any]]:
    """The cases that the viewer sees in whose file it is, each with what kind of paper it is."""
    return await sql(
        'SELECT DISTINCT k.id AS case_id, d.kind FROM document d JOIN "case" k ON k.id = d.case_id'
        f" WHERE d.file_id = $6 AND {sees_case('k')}",
        *viewer.params(),
        file_id,
    )


async def shows_own_money(file_id: UUID, person_id: UUID, on: date) -> bool:
    """Whether it is the slip of money that came from, or went back to, a home of the person's."""
    row = await one(
        "SELECT 1 AS yes FROM (SELECT home_id FROM case_receipt WHERE file_id = $1"
        " UNION ALL SELECT home_id FROM case_refund WHERE file_id = $1) x"
        " WHERE x.home_id IN (SELECT home_id FROM own_homes($2, $3)) LIMIT 1",
        file_id,
        person_id,
        on,
    )
    return row is not None


async def ballots_on(file_id: UUID) -> list[dict[str, Any]]:
    """The batches of paper ballots that the scan is of, and where their votes stand."""
    return await sql(
        "SELECT b.entered_by, b.confirmed_by, b.state, v.state AS vote FROM ballot_batch b"
        " JOIN vote v ON v.id = b.vote_id WHERE b.files @> jsonb_build_array($1::text)",
        str(file_id),
    )


async def sent_by(owner_id: UUID, since: datetime) -> Sent:
    """What this person or account sent since then, and what of all is not attached."""
    row = await one(
        "SELECT count(*) FILTER (WHERE created_at > $2) AS files,"
        " coalesce(sum(size) FILTER (WHERE created_at > $2), 0)::bigint AS size,"
        " coalesce(sum(size) FILTER (WHERE class = ''), 0)::bigint AS open_size"
        " FROM file WHERE owner_id = $1 AND (created_at > $2 OR class = '')",
        owner_id,
        since,
    )
    assert row is not None
    return Sent(**row)


_LEFT = (
    "FROM file f WHERE f.class = '' AND f.created_at < $1"
    " AND NOT EXISTS (SELECT 1 FROM document d WHERE d.file_id = f.id)"
)


async def are_left(before: datetime) -> bool:
    """Whether files sent before then were never attached to anything."""
    return await one(f"SELECT 1 AS yes {_LEFT} LIMIT 1", before) is not None


async def sweep(before: datetime, most: int) -> int:
    """So many of them are gone, the oldest first; how many were."""
    rows = await sql(
        f"DELETE FROM file WHERE id IN (SELECT f.id {_LEFT} ORDER BY f.created_at LIMIT $2"
        " FOR UPDATE SKIP LOCKED) RETURNING id",
        before,
        most,
    )
    return len(rows)


async def sweep_of(person_id: UUID) -> None:
    """What the person sent and never attached to anything is gone."""
    await sql(
        "DELETE FROM file f WHERE f.owner_kind = 'person' AND f.owner_id = $1 AND f.class = ''"
        " AND NOT EXISTS (SELECT 1 FROM document d WHERE d.file_id = f.id)",
        person_id,
    )


async def past_their_term(before: datetime, most: int) -> list[UUID]:
    """Papers of claims and corrections all of which were decided or withdrawn before then."""
    rows = await sql(
        "SELECT f.id FROM file f WHERE f.kind IN ('claim', 'roll_correction')"
        " AND f.erased_at IS NULL AND f.attached_at < $1 AND NOT EXISTS (SELECT 1"
        "  FROM (SELECT files, state, decided_at FROM binding_claim"
        "  UNION ALL SELECT files, state, decided_at FROM roll_correction) c"
        "  WHERE c.files @> jsonb_build_array(f.id::text)"
        "  AND (c.state IN ('open', 'proposed') OR c.decided_at IS NULL OR c.decided_at >= $1))"
        " ORDER BY f.created_at, f.id LIMIT $2",
        before,
        most,
    )
    return [row["id"] for row in rows]


async def erase(file_id: UUID, now: datetime) -> bool:
    """What the file held is gone, and the key to it in every copy; False where it was already."""
    row = await one(
        "UPDATE file SET content = '', sealed_key = NULL, stored_sha256 = sha256(''::bytea),"
        " erased_at = $2 WHERE id = $1 AND erased_at IS NULL RETURNING id",
        file_id,
        now,
    )
    return row is not None


async def emptied() -> list[UUID]:
    """Files that are marked as erased though no event says so."""
    rows = await sql(
        "SELECT f.id FROM file f WHERE f.erased_at IS NOT NULL AND NOT EXISTS (SELECT 1"
        " FROM log_event e WHERE e.subject_id = f.id AND e.kind = 'FileErased')"
        " ORDER BY f.id LIMIT 1000"
    )
    return [row["id"] for row in rows]
