"""Which tables of this database the log commits to, and the triggers that see to it. R12.3."""

from dataclasses import dataclass

import msgspec

from models.base import one, sql
from models.log.content import CHUNK, ROW_HASH
from models.log.watched import NEVER_CHANGED, UNWATCHED, uncommitted

_ACTS = (
    ("log_inserted", "INSERT", "NEW TABLE AS added"),
    ("log_updated", "UPDATE", "OLD TABLE AS gone NEW TABLE AS added"),
    ("log_deleted", "DELETE", "OLD TABLE AS gone"),
)


@dataclass(frozen=True, slots=True)
class Watched:
    """A table the log commits to: its key, its columns, and the triggers of ours that work."""

    relation: str
    key: list[str]
    columns: list[str]
    triggers: list[str]
    covered: list[str] | None

    @property
    def left_out(self) -> list[str]:
        """The columns that the hash of a row does not cover."""
        return [name for name in self.columns if name in uncommitted(self.relation)]

    @property
    def covers(self) -> list[str]:
        """The columns that the hash of a row covers."""
        return [name for name in self.columns if name not in uncommitted(self.relation)]

    @property
    def rows(self) -> str:
        """The statement that gives the key and the hash of every row as it stands."""
        assert len(self.key) == 1, f"{self.relation} has no key of one column"
        columns = ", ".join(f'"{name}"' for name in self.covers)
        made = ROW_HASH.format(json="to_jsonb(r)")
        return (
            f"SELECT to_jsonb(r) ->> '{self.key[0]}' AS key, {made} AS hash"
            f' FROM (SELECT {columns} FROM "{self.relation}") AS r'
        )

    def statements(self) -> dict[str, str]:
        """The statements that make its triggers, by name."""
        what = f"'{self.key[0]}', '{{{','.join(self.left_out)}}}'"
        made = {
            name: f'CREATE TRIGGER {name} AFTER {act} ON "{self.relation}" REFERENCING {tables}'
            f" FOR EACH STATEMENT EXECUTE FUNCTION log_note({what})"
            for name, act, tables in _ACTS
            if act != "UPDATE" or self.relation not in NEVER_CHANGED
        }
        made["log_never"] = (
            f'CREATE TRIGGER log_never BEFORE TRUNCATE ON "{self.relation}"'
            " FOR EACH STATEMENT EXECUTE FUNCTION log_never()"
        )
        return made

    @property
    def shape(self) -> list[str]:
        """Which columns its commitments have to cover, and which not."""
        return [*self.covers, "without", *self.left_out]

    @property
    def guarded(self) -> bool:
        """Whether all its triggers stand and work, for the columns it has."""
        return set(self.statements()) == set(self.triggers) and self.covered == self.shape


_CATALOGUE = """
SELECT c.relname AS relation, (SELECT s.columns FROM log_shape s WHERE s.relation = c.relname)
    AS covered,
    ARRAY(SELECT a.attname::text FROM pg_index i JOIN pg_attribute a
        ON a.attrelid = c.oid AND a.attnum = ANY(i.indkey)
        WHERE i.indrelid = c.oid AND i.indisprimary ORDER BY 1) AS key,
    ARRAY(SELECT a.attname::text FROM pg_attribute a
        WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped ORDER BY 1) AS columns,
    ARRAY(SELECT t.tgname::text FROM pg_trigger t WHERE t.tgrelid = c.oid
        AND t.tgname = ANY($2::text[]) AND t.tgenabled IN ('O', 'A') ORDER BY 1) AS triggers
FROM pg_class c WHERE c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace
    AND NOT c.relname = ANY($1::text[])
ORDER BY c.relname
"""
_NAMES = [*(name for name, _, _ in _ACTS), "log_never"]


async def watched() -> list[Watched]:
    """The tables that this database has and the log commits to, by name."""
    rows = await sql(_CATALOGUE, list(UNWATCHED), _NAMES)
    return [msgspec.convert(row, Watched) for row in rows]


async def in_utc() -> None:
    """Rows look the same to this transaction wherever it runs."""
    await sql("SELECT set_config('timezone', 'UTC', true), set_config('bytea_output', 'hex', true)")


async def watch() -> list[str] | None:
    """Every table that is to be watched is, in the caller's transaction; the tables whose rows
    were committed to anew, because a migration made them or changed their columns.

    None, and nothing happens, in a database whose log does not commit to content yet. The caller
    appends an event that says why.
    """
    there = await one("SELECT to_regclass('log_shape') IS NOT NULL AS there")
    if there is None or not there["there"]:
        return None
    await in_utc()
    renewed = []
    for table in await watched():
        if not table.guarded:
            await _guard(table)
        if table.covered != table.shape:
            await sql(
                "INSERT INTO log_shape VALUES ($1, $2::text[])"
                " ON CONFLICT (relation) DO UPDATE SET columns = excluded.columns",
                table.relation,
                table.shape,
            )
            renewed += await _commit(table)
    return renewed


async def _guard(table: Watched) -> None:
    wanted = table.statements()
    for name in _NAMES:
        await sql(f'DROP TRIGGER IF EXISTS {name} ON "{table.relation}"')
        if name in wanted:
            await sql(wanted[name])


async def _commit(table: Watched) -> list[str]:
    """The table's name if it has rows; all of them are noted as they are."""
    noted = await sql(
        "INSERT INTO log_content (unit, relation, act, keys, hashes)"
        " SELECT log_unit(), $1, 'U', array_agg(key), array_agg(hash) FROM ("
        f" SELECT key, hash, row_number() OVER () - 1 AS nth FROM ({table.rows}) AS r) AS n"
        f" GROUP BY nth / {CHUNK} RETURNING id",
        table.relation,
    )
    return [table.relation] if noted else []
