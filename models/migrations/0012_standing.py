"""Functions that say who owns, who is bound, who acts, and who applied, on a day. R2.4, R2.5, R5.1.

The only place where these conditions stand; `models.standing` says what each answers, and
`rules.standing` is the same in Python. Each is one SELECT without settings of its own, so the planner
writes it into the statement that asks. A row type is a table's: a column added there is there.
"""

from tortoise.migrations.migration import Migration
from tortoise.migrations.operations import RunSQL

# name and arguments, columns or table, body
FUNCTIONS = (
    (
        "owned_on(day date)",
        "ownership",
        "SELECT o.* FROM ownership o WHERE o.from_on <= day AND (o.to_on IS NULL OR o.to_on > day)",
    ),
    (
        "live_bindings()",
        "binding",
        "SELECT b.* FROM binding b WHERE b.to_at IS NULL",
    ),
    (
        "appointments_on(day date)",
        "appointment",
        "SELECT a.* FROM appointment a WHERE a.state = 'approved' AND a.ended_at IS NULL"
        " AND a.from_on <= day AND a.to_on >= day",
    ),
    (
        "scopes_of_units()",
        "TABLE (unit_id uuid, scope_id uuid, former boolean)",
        "SELECT u.id, u.scope_id, false FROM unit u"
        " UNION ALL SELECT k.unit_id, k.from_scope_id, true FROM scope_change k",
    ),
    (
        "speakers_on(day date)",
        "TABLE (person_id uuid, home_id uuid, owner_id uuid)",
        "SELECT b.person_id, b.home_id, b.owner_id FROM live_bindings() b"
        " JOIN owned_on(day) o ON o.home_id = b.home_id AND o.owner_id = b.owner_id",
    ),
    (
        "own_homes(person uuid, day date)",
        "TABLE (home_id uuid, owner_id uuid, unit_id uuid, scope_id uuid, counts boolean,"
        " former boolean)",
        "SELECT s.home_id, s.owner_id, h.unit_id, u.scope_id, h.counts, u.former"
        " FROM speakers_on(day) s JOIN home h ON h.id = s.home_id"
        " JOIN scopes_of_units() u ON u.unit_id = h.unit_id WHERE s.person_id = person",
    ),
    (
        "own_scopes(person uuid, day date)",
        "TABLE (scope_id uuid)",
        "SELECT o.scope_id FROM own_homes(person, day) o WHERE o.counts",
    ),
    (
        "owners_in(scope uuid, day date)",
        "TABLE (person_id uuid, home_id uuid, owner_id uuid)",
        "SELECT s.person_id, s.home_id, s.owner_id FROM scopes_of_units() u"
        " JOIN home h ON h.unit_id = u.unit_id AND h.counts"
        " JOIN speakers_on(day) s ON s.home_id = h.id WHERE u.scope_id = scope",
    ),
    (
        "acts_for(person uuid, day date)",
        "TABLE (community_id uuid, role varchar, body_name varchar)",
        "SELECT a.community_id, a.role, a.body_name FROM appointments_on(day) a"
        " WHERE a.person_id = person",
    ),
    (
        "agents_of(the_case uuid, day date)",
        "TABLE (person_id uuid)",
        'SELECT a.person_id FROM "case" k JOIN appointment t ON t.person_id = k.created_by'
        " AND t.community_id = k.community_id AND t.role = 'independent' AND t.state = 'approved'"
        " JOIN appointments_on(day) a ON a.community_id = t.community_id AND a.role = t.role"
        " AND a.body_name = t.body_name"
        " WHERE k.id = the_case AND k.facts->>'applicant' = 'independent'",
    ),
    (
        "agents_cases(person uuid, day date)",
        "TABLE (case_id uuid)",
        "SELECT k.id FROM appointments_on(day) a JOIN appointment t"
        " ON t.community_id = a.community_id AND t.role = a.role AND t.body_name = a.body_name"
        " AND t.state = 'approved' JOIN \"case\" k ON k.created_by = t.person_id"
        " AND k.community_id = t.community_id"
        " WHERE a.person_id = person AND a.role = 'independent'"
        " AND k.facts->>'applicant' = 'independent'",
    ),
    (
        "applicants_of(the_case uuid, day date)",
        "TABLE (person_id uuid)",
        'SELECT g.person_id FROM "case" k JOIN signature g ON g.case_id = k.id'
        " AND g.withdrawn_at IS NULL JOIN owners_in(k.scope_id, day) o"
        " ON o.person_id = g.person_id AND o.owner_id = g.owner_id"
        " WHERE k.id = the_case AND k.facts->>'applicant' = 'signers'"
        ' UNION ALL SELECT a.person_id FROM "case" k JOIN appointments_on(day) a'
        " ON a.community_id = k.community_id AND a.role = k.facts->>'applicant'"
        " WHERE k.id = the_case AND a.role <> 'independent'"
        " UNION ALL SELECT t.person_id FROM agents_of(the_case, day) t",
    ),
)


def _created(signature: str, rows: str, body: str) -> str:
    returns = f"RETURNS {rows}" if rows.startswith("TABLE") else f"RETURNS SETOF {rows}"
    return (
        f"CREATE FUNCTION {signature} {returns} LANGUAGE sql STABLE PARALLEL SAFE AS $$ {body} $$"
    )


class Migration(Migration):  # type: ignore[no-redef]
    """Made in order, for some build on others; undone in reverse."""

    dependencies = [("models", "0011_parameter_names")]
    operations = [
        RunSQL(
            [
                "CREATE INDEX scope_change_from ON scope_change (from_scope_id)",
                *(_created(*function) for function in FUNCTIONS),
            ],
            reverse_sql=[
                *(f"DROP FUNCTION {signature}" for signature, _, _ in reversed(FUNCTIONS)),
                "DROP INDEX scope_change_from",
            ],
        )
    ]
