"""Which columns are sealed, and which find a text again by its blind index: one line each. R12.4.

A sealed text is bound to its table, column and row: `OWNER_PHONE.of(owner_id)` says what it is
about, and what is sealed about one thing opens for nothing else. `python -m server rekey` walks
this list, and a test compares it with the database: a new column of the kind is declared here.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from models.base import sql


@dataclass(frozen=True)
class Sealed:
    """One sealed column, and the column with the blind index of the same text, if there is one.

    `salt` stands before the text in the index. `place` says within the table what is sealed; it
    changes only with what is sealed. `ids` is the type of the column `id`, by which rows are
    walked. `echo` is another column (table and name) that holds the same index without the text,
    and follows it.
    """

    table: str
    column: str
    index: str = ""
    salt: str = ""
    place: str = "id::text"
    ids: str = "uuid"
    echo: tuple[str, str] | None = None

    @property
    def name(self) -> str:
        """Table and column."""
        return f"{self.table}.{self.column}"

    def of(self, place: UUID | str) -> str:
        """What the text in this place is sealed about."""
        return f"{self.name}:{place}"


OWNER_ID = Sealed("owner", "id_cipher", "id_index")
OWNER_PHONE = Sealed("owner", "phone_cipher")
PERSON_PHONE = Sealed(
    "person", "phone_cipher", "phone_index", "phone:", echo=("employee", "former_phone_index")
)
EMPLOYEE_ID = Sealed("employee", "id_cipher", "id_index")
EMPLOYEE_PHONE = Sealed("employee", "phone_cipher", "phone_index", "phone:")
CHANGE_ID = Sealed("account_change", "id_cipher", "id_index")
CHANGE_PHONE = Sealed("account_change", "phone_cipher", "phone_index", "phone:")
CLAIM_NAME = Sealed("binding_claim", "name_cipher")
CLAIM_ID = Sealed("binding_claim", "id_cipher", "id_index")
CORRECTION_SAID = Sealed("roll_correction", "said_cipher")
CORRECTION_WAS = Sealed("roll_correction", "was_cipher")
APPOINTMENT_NAME = Sealed("appointment", "name_cipher")
ACCOUNT_TOTP = Sealed("account", "totp_cipher")
REFUND_ACCOUNT = Sealed("special_account", "refund_cipher")
REFUND_PAYEE = Sealed("case_refund", "payee_cipher")
BALLOT_CHOICE = Sealed("ballot", "choice_cipher")
BALLOT_NONCE = Sealed("ballot", "nonce")
LINE_CHOICE = Sealed("ballot_line", "choice_cipher", place="batch_id || '/' || nth")
FILE_KEY = Sealed("file", "sealed_key", place="id::text || ':' || class")
ANSWER = Sealed("answered", "answer", place="actor || '/' || key", ids="bigint")

IMPORTING = 0x5EA1
"""The lock that an import shares while it looks owners up and enters them, and that changing the
indexes takes alone."""


def columns() -> list[Sealed]:
    """Every sealed column."""
    return [one for one in globals().values() if isinstance(one, Sealed)]


async def waiting(one: Sealed, prefix: bytes) -> int:
    """How many texts of the column are not sealed under the key whose texts begin so."""
    rows = await sql(
        f'SELECT count(*) AS n FROM "{one.table}" WHERE {_other(one)}', prefix, len(prefix)
    )
    return int(rows[0]["n"])


async def batch(one: Sealed, prefix: bytes, after: Any, limit: int) -> list[dict[str, Any]]:
    """The next rows of those: `id`, `place` and `cipher`, in the order of their ids."""
    return await sql(
        f'SELECT id, {one.place} AS place, {one.column} AS cipher FROM "{one.table}"'
        f" WHERE {_other(one)} AND ($3::{one.ids} IS NULL OR id > $3) ORDER BY id LIMIT $4",
        prefix,
        len(prefix),
        after,
        limit,
    )


async def reseal(one: Sealed, rows: Sequence[tuple[Any, bytes, bytes]]) -> int:
    """Each row (id, before, after) holds the new text, unless somebody wrote another meanwhile;
    how many do."""
    return await _swap(one, one.column, rows)


async def indexed(one: Sealed, after: Any, limit: int) -> list[dict[str, Any]]:
    """The next rows with a blind index: `id`, `place`, `cipher` and `index`."""
    return await sql(
        f"SELECT id, {one.place} AS place, {one.column} AS cipher, {one.index} AS index"
        f' FROM "{one.table}" WHERE {one.index} IS NOT NULL AND {one.column} IS NOT NULL'
        f" AND ($1::{one.ids} IS NULL OR id > $1) ORDER BY id LIMIT $2",
        after,
        limit,
    )


async def reindex(one: Sealed, rows: Sequence[tuple[Any, bytes, bytes]]) -> int:
    """Each row (id, before, after) is found by its new index; how many are."""
    if one.echo is not None:
        table, column = one.echo
        await sql(
            f"UPDATE {table} t SET {column} = n.after"
            f" FROM (SELECT DISTINCT * FROM unnest($1::bytea[], $2::bytea[])) AS n(before, after)"
            f" WHERE t.{column} = n.before",
            [row[1] for row in rows],
            [row[2] for row in rows],
        )
    return await _swap(one, one.index, rows)


async def lock_imports() -> None:
    """No import enters owners until the transaction ends."""
    await sql("SELECT pg_advisory_xact_lock($1)", IMPORTING)


async def import_begins() -> None:
    """The indexes stay as they are until the transaction ends."""
    await sql("SELECT pg_advisory_xact_lock_shared($1)", IMPORTING)


def _other(one: Sealed) -> str:
    return f"{one.column} IS NOT NULL AND substring({one.column} FROM 1 FOR $2::int) <> $1"


async def _swap(one: Sealed, column: str, rows: Sequence[tuple[Any, bytes, bytes]]) -> int:
    done = await sql(
        f'UPDATE "{one.table}" t SET {column} = n.after'
        f" FROM unnest($1::{one.ids}[], $2::bytea[], $3::bytea[]) AS n(id, before, after)"
        f" WHERE t.id = n.id AND t.{column} = n.before RETURNING t.id",
        [row[0] for row in rows],
        [row[1] for row in rows],
        [row[2] for row in rows],
    )
    return len(done)
