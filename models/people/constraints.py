"""What PostgreSQL itself keeps of accounts and the people behind them: (statement, its undoing)."""


def _index(name: str, of: str, kind: str = "INDEX") -> tuple[str, str]:
    return f"CREATE {kind} {name} ON {of}", f"DROP INDEX {name}"


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
