"""Imports as remembered: their state, the lease of who works on one, errors, and the merge.

`merge` brings one table to what a file says in one statement and notes each changed row before and
after in `roll_change`; rows that say the same already are not touched, so that the same file again
changes nothing (R2.7). The caller holds the transaction and `lock_roll`.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

import msgspec

from models import benchmarks
from models.base import jsonb, one, sql
from models.entries import Table as Entries
from models.files import content_row
from models.listing import Key, Listing, Sort, Whole, contains, newest, rows_of
from models.roll import Import
from rules.imports import DepositRow, Existing, RowError
from rules.income import Benchmarks

LEASE = timedelta(minutes=2)
CHUNK = 10_000

IMPORT = Entries(
    "import",
    line="f.sent_name",
    joins="JOIN file f ON f.id = e.file_id",
    waits="ready",
    confirmed="applying",
    entered_by="created_by",
    entered_at="created_at",
)
IMPORTS = Listing(
    "i.id, f.sent_name AS name, i.state, i.rows_total, i.rows_done, i.counts::text AS counts,"
    " i.error_count, i.failure, i.tries, i.created_at, i.created_by, i.confirmed_by,"
    " i.confirmed_at, i.dropped_at, i.drop_reason, i.finished_at",
    "import i JOIN file f ON f.id = i.file_id",
    "i.id",
    {"newest": newest("i.created_at")},
    {"id": "i.id = {id}", "state": "i.state = {state}", "q": contains("q", "f.sent_name")},
)
ERRORS = Listing(
    'e.number AS nth, e.sheet, e."row", e."column", e.value, e.reason',
    "import_error e",
    "",
    {"number": Sort((Key("e.number", Whole),), down=False)},
    {"sheet": "e.sheet = {sheet}"},
    always="e.source_id = {import_id}",
    needs=("import_id",),
)
CHANGES = Listing(
    'c.id, c."table", c.row_id, c.before::text AS before, c.after::text AS after',
    "roll_change c",
    "c.id",
    {"": Sort((), down=False)},
    {"table": 'c."table" = {table}'},
    always="c.source_id = {import_id}",
    needs=("import_id",),
)
# Any number that nobody else uses: imports are applied one after the other.
_ROLL_LOCK = 0x526F6C6C


async def waiting(at: datetime) -> list[UUID]:
    """The imports to be checked or applied that nobody is working on."""
    rows = await sql(
        "SELECT id FROM import WHERE state IN ('checking', 'applying')"
        " AND (lease_until IS NULL OR lease_until < $1) ORDER BY created_at",
        at,
    )
    return [row["id"] for row in rows]


async def take(import_id: UUID, at: datetime) -> dict[str, Any] | None:
    """The import, leased to the caller; None when somebody else works on it or it is done.

    That is one more try, whatever becomes of it: so work that ends its worker each time ends too.
    """
    return await one(
        "UPDATE import SET lease_until = $2, rows_done = 0, tries = tries + 1 WHERE id = $1"
        " AND state IN ('checking', 'applying') AND (lease_until IS NULL OR lease_until < $3)"
        " RETURNING id, state, file_id, created_by, confirmed_by, lease_until, tries",
        import_id,
        at + LEASE,
        at,
    )


async def still_leased(import_id: UUID, lease: datetime, until: datetime, done: int) -> bool:
    """Show how far the work is and keep the lease; False when it was lost to somebody else."""
    row = await one(
        "UPDATE import SET lease_until = $3, rows_done = $4 WHERE id = $1 AND lease_until = $2"
        " RETURNING id",
        import_id,
        lease,
        until,
        done,
    )
    return row is not None


async def finish(
    import_id: UUID, lease: datetime, state: str, finished_at: datetime | None, **values: Any
) -> bool:
    """The import is in that state, and nobody's; False when the lease was lost."""
    given = {"counts": {}, "error_count": 0, "failure": "", "rows_total": 0} | values
    row = await one(
        "UPDATE import SET state = $3, lease_until = NULL, finished_at = $4, counts = $5::jsonb,"
        " error_count = $6, failure = $7, rows_total = $8, rows_done = $8"
        " WHERE id = $1 AND lease_until = $2 RETURNING id",
        import_id,
        lease,
        state,
        finished_at,
        jsonb(given["counts"]),
        given["error_count"],
        given["failure"],
        given["rows_total"],
    )
    return row is not None


async def give_back(import_id: UUID, lease: datetime) -> None:
    """Whoever comes next may take the import up again; it was no fault of the import."""
    await sql(
        "UPDATE import SET lease_until = NULL, tries = tries - 1"
        " WHERE id = $1 AND lease_until = $2",
        import_id,
        lease,
    )


async def not_done(import_id: UUID, why: str, until: datetime, most: int) -> int:
    """Why the last try came to nothing; how many there were.

    The next may begin at `until`. After the last of `most` tries the import has failed.
    """
    row = await one(
        "UPDATE import SET failure = $2, state = CASE WHEN tries < $4 THEN state ELSE 'failed' END,"
        " lease_until = CASE WHEN tries < $4 THEN $3::timestamptz END"
        " WHERE id = $1 AND state IN ('checking', 'applying') RETURNING tries",
        import_id,
        why,
        until,
        most,
    )
    return row["tries"] if row else 0


async def try_again(import_id: UUID) -> bool:
    """A failed import waits again as it did before its first try; False when it has not failed.

    Whoever confirmed it did so for what the file says, which is the same.
    """
    row = await one(
        "UPDATE import SET state = CASE WHEN confirmed_by IS NULL THEN 'checking' ELSE 'applying'"
        " END, tries = 0, failure = '', rows_done = 0, lease_until = NULL"
        " WHERE id = $1 AND state = 'failed' RETURNING id",
        import_id,
    )
    return row is not None


async def take_in(import_id: UUID, file_id: UUID, by: UUID, at: datetime) -> None:
    """The stored file waits to be checked."""
    await Import.create(
        id=import_id, file_id=file_id, state="checking", created_by=by, created_at=at
    )


async def import_row(import_id: UUID) -> dict[str, Any] | None:
    """One as the list has it."""
    rows = await rows_of(IMPORTS, {"id": import_id}, limit=1)
    return rows[0] if rows else None


async def progress(import_id: UUID) -> tuple[int, int]:
    """How many rows are done, of how many; of how many is 0 until the file was read."""
    row = await Import.get(id=import_id)
    return row.rows_done, row.rows_total


async def file_of(file_id: UUID) -> dict[str, Any]:
    """The file as it is stored."""
    row = await content_row(file_id)
    assert row is not None
    return row


async def keep_errors(import_id: UUID, errors: Sequence[RowError]) -> None:
    """The errors are those of the import, numbered from 1."""
    await sql("DELETE FROM import_error WHERE source_id = $1", import_id)
    await sql(
        'INSERT INTO import_error (id, source_id, number, sheet, "row", "column", value, reason)'
        " SELECT gen_random_uuid(), $1, e.nth, e.sheet, e.row, e.col, e.value, e.reason"
        " FROM unnest($2::text[], $3::int[], $4::text[], $5::text[], $6::text[])"
        " WITH ORDINALITY AS e(sheet, row, col, value, reason, nth)",
        import_id,
        [error.sheet[:40] for error in errors],
        [error.row for error in errors],
        [error.column[:40] for error in errors],
        [error.value_shown[:120] for error in errors],
        [error.reason[:300] for error in errors],
    )


async def existing() -> Existing:
    """What the roll and the books hold, as far as a file can refer to it or contradict it."""
    row = await one(
        """
        SELECT (SELECT coalesce(array_agg(code), '{}') FROM community) AS communities,
               (SELECT coalesce(jsonb_object_agg(code, kept_per), '{}') FROM building)::text
                   AS buildings,
               (SELECT coalesce(jsonb_object_agg(u.code, b.code), '{}')
                  FROM unit u JOIN building b ON b.id = u.building_id)::text AS units,
               (SELECT coalesce(array_agg(code), '{}') FROM home) AS homes,
               (SELECT coalesce(array_agg(code), '{}') FROM elevator) AS elevators,
               (SELECT coalesce(jsonb_object_agg(j.reference, -p.amount_fen), '{}')
                  FROM ledger_journal j JOIN ledger_posting p ON p.journal_id = j.id
                  JOIN ledger_account a ON a.id = p.account_id AND a.kind = 'pooled'
                 WHERE j.kind = 'opening_income')::text AS openings,
               (SELECT coalesce(jsonb_object_agg(code, fen), '{}') FROM (
                  SELECT h.code, sum(-p.amount_fen) AS fen FROM ledger_journal j
                    JOIN ledger_posting p ON p.journal_id = j.id
                    JOIN ledger_account a ON a.id = p.account_id AND a.kind = 'household_fund'
                    JOIN home h ON h.id = a.owner_ref
                   WHERE j.kind = 'opening_principal' GROUP BY h.code) f)::text AS funds,
               (SELECT coalesce(jsonb_object_agg(code, first_deposit_fen), '{}') FROM (
                  SELECT DISTINCT h.code, h.first_deposit_fen FROM fund_batch b
                    JOIN fund_line l ON l.batch_id = b.id JOIN home h ON h.id = l.home_id
                   WHERE b.state = 'posted') e)::text AS entered,
               (SELECT coalesce(max(year), 0) FROM accounting_year
                 WHERE state IN ('closing', 'closed')) AS shut_year,
               (SELECT coalesce(array_agg(code), '{}') FROM building
                 WHERE openings_shut_at IS NOT NULL) AS shut,
               (SELECT coalesce(array_agg(h.code), '{}') FROM building b
                  JOIN unit u ON u.building_id = b.id JOIN home h ON h.unit_id = u.id
                 WHERE b.openings_shut_at IS NOT NULL) AS shut_homes
        """
    )
    assert row is not None
    return Existing(
        communities=frozenset(row["communities"]),
        buildings=_object(row["buildings"]),
        units=_object(row["units"]),
        homes=frozenset(row["homes"]),
        elevators=frozenset(row["elevators"]),
        openings=_object(row["openings"]),
        funds=_object(row["funds"]),
        entered=_object(row["entered"]),
        shut_year=row["shut_year"],
        benchmarks=Benchmarks(await benchmarks.confirmed()),
        deposits=await _deposits(),
        shut=frozenset(row["shut"]),
        shut_homes=frozenset(row["shut_homes"]),
    )


async def _deposits() -> dict[str, DepositRow]:
    """The deposits that are more than a list: entered, taken over, or in the books."""
    names = (
        *("code", "bank", "bank_account", "principal_fen", "tenor", "opened_on", "matures_on"),
        *("agreed_rate_e4", "benchmark_rate_e4", "method", "base", "renews"),
    )
    rows = await sql(f"SELECT {', '.join(names)} FROM deposit WHERE state <> 'listed'")
    return {row["code"]: DepositRow(**row) for row in rows}


async def newest_applied() -> datetime | None:
    """When what an import is judged by was last changed: by another import, by household money
    that was posted, by a building whose account was switched, by a benchmark rate that was
    confirmed, by deposits that were entered or taken over, or by openings that were closed."""
    row = await one(
        "SELECT greatest((SELECT max(finished_at) FROM import WHERE state = 'applied'),"
        " (SELECT max(confirmed_at) FROM fund_batch),"
        " (SELECT max(confirmed_at) FROM scope_switch),"
        " (SELECT max(confirmed_at) FROM benchmark_rate),"
        " (SELECT max(entered_at) FROM deposit),"
        " (SELECT max(openings_shut_at) FROM building)) AS at"
    )
    return row["at"] if row else None


def _object(text: str) -> dict[str, Any]:
    found: dict[str, Any] = msgspec.json.decode(text)
    return found


async def lock_roll() -> None:
    """Nobody else applies an import until this transaction ends."""
    await sql("SELECT pg_advisory_xact_lock($1)", _ROLL_LOCK)


async def share_roll() -> None:
    """No import is applied until this transaction ends; others who share the roll go on."""
    await sql("SELECT pg_advisory_xact_lock_shared($1)", _ROLL_LOCK)


@dataclass(frozen=True, slots=True)
class Table:
    """How one table takes rows from a file.

    `given`: the fields of a row as `name type`, in JSON. `columns`: what is written, each with the
    expression it comes from, `i` being the given row; `joins` finds what the codes stand for.
    `key` is what makes a row the same one, `hidden` what history must not repeat. Without an `id`
    among the columns a new row is given one.
    """

    name: str
    key: str
    given: str
    columns: Mapping[str, str]
    joins: str = ""
    only: str = ""
    hidden: tuple[str, ...] = ()

    @property
    def statement(self) -> str:
        """Brings the table to `$1` (JSON), noting changes for the import `$2`."""
        names = ", ".join(self.columns)
        made, new = ("", "") if "id" in self.columns else ("id, ", "gen_random_uuid(), ")
        keys = self.key.split(", ")
        same = " AND ".join(f"t.{key} = w.{key}" for key in keys)
        where = f" WHERE {self.only}" if self.only else ""
        shown = "".join(f" - '{column}'" for column in self.hidden)
        values = ", ".join(f"{value} AS {name}" for name, value in self.columns.items())
        updates = ", ".join(f"{name} = excluded.{name}" for name in self.columns)
        ours = ", ".join(f"t.{name}" for name in self.columns)
        theirs = ", ".join(f"excluded.{name}" for name in self.columns)
        return f"""
        WITH wanted AS (
            SELECT {values} FROM jsonb_to_recordset($1::jsonb) AS i({self.given}) {self.joins}
        ), was AS (
            SELECT t.* FROM {self.name} t JOIN wanted w ON {same}
        ), done AS (
            INSERT INTO {self.name} AS t ({made}{names}) SELECT {new}{names} FROM wanted
            ON CONFLICT ({self.key}){where} DO UPDATE SET {updates}
            WHERE ({ours}) IS DISTINCT FROM ({theirs})
            RETURNING t.*
        ), noted AS (
            INSERT INTO roll_change (id, source_id, "table", row_id, before, after)
            SELECT gen_random_uuid(), $2, '{self.name}', d.id, to_jsonb(w){shown},
                to_jsonb(d){shown}
            FROM done d LEFT JOIN was w ON w.id = d.id
        )
        SELECT count(*) FILTER (WHERE w.id IS NULL) AS added, count(w.id) AS changed
        FROM done d LEFT JOIN was w ON w.id = d.id
        """


async def merge(table: Table, rows: Iterable[Mapping[str, Any]], import_id: UUID) -> list[int]:
    """The table says what the rows say; how many rows were added and how many changed."""
    given, counts = list(rows), [0, 0]
    for start in range(0, len(given), CHUNK):
        found = await sql(table.statement, jsonb(given[start : start + CHUNK]), import_id)
        counts[0] += found[0]["added"]
        counts[1] += found[0]["changed"]
    return counts
