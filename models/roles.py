"""What the program's own role may do in a database that another role owns. R12.5.

It reads and adds; it changes what is not append-only, deletes only what the program deletes, and
owns nothing: it cannot empty, alter or drop a table, nor switch a trigger off.
"""

from models.base import one, sql
from models.log.watched import NEVER_CHANGED, uncommitted

READ = ("log_content", "log_shape", "tortoise_migrations")
"""Written by triggers and migrations alone, which run as the owner."""

DELETED = (
    *("answered", "binding_attempt", "login_guess"),  # forgotten when they are old
    *("security_event", "session"),  # as are these
    "file_ticket",  # long over
    "file",  # swept when nothing was attached to it; its trigger keeps the others
    *("elevator_unit", "import_error"),  # taken in anew with a roll
    *("income_estimate", "year_balance", "year_deposit", "year_factor", "year_home", "year_scope"),
    "log_unsealed",
)
"""Tables of which the program deletes rows."""

# An append-only table is known by its trigger before each UPDATE (16).
_GUARDED = """
SELECT c.relname AS name, bool_or(t.tgtype & 16 > 0) AS unchanged
FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid
WHERE t.tgname LIKE '%append_only' AND c.relnamespace = 'public'::regnamespace GROUP BY c.relname
"""
_TABLES = """
SELECT relname AS name FROM pg_class WHERE relkind = 'r'
    AND relnamespace = 'public'::regnamespace ORDER BY 1
"""
_SEQUENCES = """
SELECT relname AS name FROM pg_class WHERE relkind = 'S' AND relnamespace = 'public'::regnamespace
    AND relname NOT IN ('log_unit_seq', 'log_content_id_seq')
"""


async def grant(role: str) -> None:
    """The role may do what the program does, and nothing else, in the caller's transaction.

    Nothing happens where there is no such role, or it is the owner itself.
    """
    there = await one(
        "SELECT quote_ident(rolname) AS name FROM pg_roles"
        " WHERE rolname = $1 AND rolname <> current_user",
        role,
    )
    if there is None:
        return
    whom = there["name"]
    guarded = {row["name"]: row for row in await sql(_GUARDED)}
    await sql(f"REVOKE ALL ON ALL TABLES IN SCHEMA public FROM {whom}")
    await sql(f"REVOKE ALL ON ALL SEQUENCES IN SCHEMA public FROM {whom}")
    await sql(f"GRANT USAGE ON SCHEMA public TO {whom}")
    for row in await sql(_TABLES):
        name = row["name"]
        may = ["SELECT"]
        if name not in READ:
            may.append("INSERT")
            if name in NEVER_CHANGED:
                may.append(f"UPDATE ({', '.join(uncommitted(name))})")
            elif not guarded.get(name, {}).get("unchanged"):
                may.append("UPDATE")
            if name in DELETED:
                may.append("DELETE")
        await sql(f'GRANT {", ".join(may)} ON "{name}" TO {whom}')
    for row in await sql(_SEQUENCES):
        await sql(f'GRANT USAGE ON SEQUENCE "{row["name"]}" TO {whom}')
