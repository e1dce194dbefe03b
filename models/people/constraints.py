"""What PostgreSQL itself keeps of accounts and the people behind them: (statement, its undoing)."""

# Who is one natural person: all logins of whoever bears the account. R1.1.
_LOGINS_WITH = """
CREATE FUNCTION logins_with(login uuid) RETURNS TABLE (login_id uuid) LANGUAGE sql STABLE AS $$
  SELECT a.id FROM account b JOIN account a ON a.employee_id = b.employee_id WHERE b.id = login
   UNION
  SELECT p.id FROM account b JOIN employee e ON e.id = b.employee_id
    JOIN owner o ON o.id_index = e.id_index JOIN person p ON p.owner_id = o.id WHERE b.id = login
   UNION
  SELECT p.id FROM account b JOIN employee e ON e.id = b.employee_id
    JOIN person p ON p.phone_index = e.phone_index WHERE b.id = login
$$
"""


def _index(name: str, of: str, kind: str = "INDEX") -> tuple[str, str]:
    return f"CREATE {kind} {name} ON {of}", f"DROP INDEX {name}"


EMPLOYEES_CONSTRAINTS: list[tuple[str, str]] = [
    _index("employee_identity", "employee (id_index) WHERE id_index IS NOT NULL", "UNIQUE INDEX"),
    _index(
        "employee_phone", "employee (phone_index) WHERE phone_index IS NOT NULL", "UNIQUE INDEX"
    ),
    _index("account_of_employee", "account (employee_id)"),
    _index("person_by_phone", "person (phone_index) WHERE phone_index IS NOT NULL"),
    (_LOGINS_WITH, "DROP FUNCTION logins_with(uuid)"),
]

# One change of a thing at a time: of an account, of an employee, of a username to be opened.
ACCOUNT_CHANGES_CONSTRAINTS: list[tuple[str, str]] = [
    (
        "ALTER TABLE account_change ADD CONSTRAINT account_change_two_people"
        " CHECK (confirmed_by IS NULL OR confirmed_by <> entered_by)",
        "ALTER TABLE account_change DROP CONSTRAINT account_change_two_people",
    ),
    _index("account_change_waits", "account_change (entered_at) WHERE state = 'draft'"),
    _index(
        "account_change_open",
        "account_change (coalesce(account_id::text, username), coalesce(employee_id::text, ''))"
        " WHERE state = 'draft'",
        "UNIQUE INDEX",
    ),
]
