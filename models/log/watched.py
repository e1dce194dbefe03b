"""What the log commits to: every table but these, every column but those. R12.3.

A new table is watched from the migration that makes it. Whoever leaves a table or a column out
says here why nobody's right or money rests on it.
"""

UNWATCHED = {
    "answered": "replies kept for a week; without one a repeated request meets the changed state",
    "attempt": "how WeChat was asked; a message is a courtesy, the inbox has it (R13.2)",
    "binding_attempt": "guesses counted against a limit, forgotten when they are old",
    "consent": "how many WeChat messages a person allows; the inbox needs none (R13.2)",
    "delivery": "WeChat copies on their way; the inbox has the message (R13.2)",
    "file_ticket": "for a minute; that a paper was read is an event (`FileRead`)",
    "fund_round": "how far the day's round over the homes has come",
    "guesses": "failures counted against a limit before anything is decided (R2.8)",
    "import_error": "faults of a sheet, found anew whenever it is read",
    "income_estimate": "computed anew every day from deposits and balances; never spendable",
    "log_chain": "the log itself",
    "log_content": "the log itself",
    "log_event": "the log itself",
    "log_leaf": "the log itself",
    "log_node": "the log itself",
    "log_seal": "the log itself",
    "log_signature": "the log itself",
    "log_shape": "which columns the commitments of a table cover",
    "log_unsealed": "the log itself",
    "login_guess": "failures counted against a limit before anything is decided (R12.8)",
    "numbering": "the next number of a series; numbers stand in what they number",
    "pushed": "what WeChat sent, so that nothing is taken twice",
    "security_event": "who came and went; forgotten after half a year, its lines leave the host",
    "tortoise_migrations": "which migrations were applied; the schema shows it",
    "year_home": "a work list computed anew; what was posted is in the books",
}
"""Tables the log does not commit to, each with its reason."""

UNCOMMITTED = {
    "accounting_year": ("step,done,total,failure", "how far the work on it has come"),
    "file": ("content", "compared with `stored_sha256`, which is committed to"),
    "import": ("rows_done,lease_until,tries", "how far the work on it has come"),
    "ledger_account": ("balance_fen,held_fen,posted", "replayed from postings and holds"),
    "message": ("read_at", "when it was first read"),
    "person": ("seen_at", "when somebody last logged in"),
    "session": (
        "idle_until,wrong_codes",
        "how a login is used, noted at once (R12.8)",
    ),
}
"""Columns of watched tables that the log does not commit to, by commas, and why."""

NEVER_CHANGED = {"ledger_account"}
"""Watched tables whose committed columns stay as they were written, so that no update is noted:
a changed one is unlike its commitment, whoever changed it."""


def uncommitted(table: str) -> list[str]:
    """The columns of this table that its commitments leave out."""
    return UNCOMMITTED[table][0].split(",") if table in UNCOMMITTED else []
