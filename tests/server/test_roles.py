"""The program's role works and owns nothing. R12.5."""

import asyncpg
import pytest

from models import roles
from models.log.watched import NEVER_CHANGED, UNWATCHED
from server import engines as embedded
from tests.databases import as_program

FORBIDDEN = (
    "TRUNCATE message",
    "ALTER TABLE ballot DISABLE TRIGGER USER",
    "ALTER TABLE ballot DISABLE TRIGGER log_updated",
    "ALTER TABLE ballot ADD COLUMN x int",
    "DROP TABLE ballot",
    "DROP TRIGGER log_updated ON ballot",
    "DROP FUNCTION log_note() CASCADE",
    "CREATE OR REPLACE FUNCTION log_unit() RETURNS bigint LANGUAGE sql AS 'SELECT 1::bigint'",
    "CREATE TABLE x (y int)",
    "SET session_replication_role = replica",
    "UPDATE log_event SET why = 'x'",
    "DELETE FROM log_event",
    "UPDATE log_seal SET sealed_at = now()",
    "UPDATE log_signature SET key_name = 'x'",
    "INSERT INTO log_content (unit, relation, act, keys, hashes) VALUES (1, 'x', 'D', '{x}', '{}')",
    "UPDATE log_content SET unit = 1",
    "UPDATE log_shape SET columns = '{}'",
    "SELECT nextval('log_unit_seq')",
    "UPDATE plan SET premium_fen = 1",
    "UPDATE ledger_journal SET memo = 'x'",
    "UPDATE ledger_posting SET amount_fen = 1",
    "UPDATE ledger_account SET title = 'x'",
    "DELETE FROM ballot",
    "DELETE FROM objection",
    "DELETE FROM ownership",
    "DELETE FROM message",
    "DELETE FROM tortoise_migrations",
    "GRANT jishou TO jishou_program",
    "COPY ballot TO PROGRAM 'cat'",
)


@pytest.fixture
def program_url(database_url: str, engines: embedded.Engines) -> str:
    """The database of this test, for the program's role."""
    return as_program(database_url, engines.var_dir)


@pytest.mark.parametrize("statement", FORBIDDEN)
async def test_the_programs_role_cannot(program_url: str, statement: str) -> None:
    connection = await asyncpg.connect(program_url)
    try:
        with pytest.raises(asyncpg.InsufficientPrivilegeError):
            await connection.execute(statement)
    finally:
        await connection.close()


async def test_the_programs_role_owns_nothing_and_deletes_what_is_said(program_url: str) -> None:
    connection = await asyncpg.connect(program_url)
    try:
        owned = "SELECT count(*) FROM pg_class WHERE relowner = current_user::regrole"
        assert await connection.fetchval(owned) == 0
        asked = (
            "SELECT relname FROM pg_class WHERE relkind = 'r'"
            " AND relnamespace = 'public'::regnamespace AND has_table_privilege(oid, '{}')"
        )
        deleted = {row[0] for row in await connection.fetch(asked.format("DELETE"))}
        changed = {row[0] for row in await connection.fetch(asked.format("UPDATE"))}
        emptied = {row[0] for row in await connection.fetch(asked.format("TRUNCATE"))}
        read = {row[0] for row in await connection.fetch(asked.format("SELECT"))}
    finally:
        await connection.close()
    assert deleted == set(roles.DELETED) and emptied == set()
    assert not changed & (NEVER_CHANGED | set(roles.READ))
    assert not changed & {"log_event", "log_leaf", "log_node", "log_seal", "plan"}
    assert read >= {"log_content", "ballot", *UNWATCHED}
