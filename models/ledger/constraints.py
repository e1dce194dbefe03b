"""What the database itself refuses, whoever asks: (forward, reverse) statements. R3.2, R3.4."""

# The payout's own lines are written with it in one statement, so a statement that leaves a
# journal unequal, or adds to an old one, is never legitimate.
_WHOLE = """
CREATE FUNCTION ledger_refuse_unequal(journal uuid) RETURNS void LANGUAGE plpgsql AS $$
DECLARE written int; total numeric; declared int;
BEGIN
    SELECT lines INTO declared FROM ledger_journal WHERE id = journal;
    SELECT count(*), coalesce(sum(amount_fen), 0) INTO written, total
        FROM ledger_posting WHERE journal_id = journal;
    IF written < 2 OR written <> declared OR total <> 0 THEN
        RAISE EXCEPTION 'journal % has % of % lines and sums to %', journal, written, declared,
            total USING ERRCODE = 'check_violation', CONSTRAINT = 'ledger_journal_whole';
    END IF;
END $$
"""

_JOURNAL_WHOLE = """
CREATE FUNCTION ledger_journal_whole() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM ledger_refuse_unequal(NEW.id);
    RETURN NULL;
END $$
"""

_POSTINGS_WHOLE = """
CREATE FUNCTION ledger_postings_whole() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM ledger_refuse_unequal(journal_id) FROM (SELECT DISTINCT journal_id FROM added) AS j;
    RETURN NULL;
END $$
"""

_APPEND_ONLY = """
CREATE FUNCTION ledger_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION '% on % refused: the ledger is append-only', TG_OP, TG_TABLE_NAME
        USING ERRCODE = 'restrict_violation', CONSTRAINT = 'ledger_append_only';
END $$
"""

_HOLD_CLOSES_ONCE = """
CREATE FUNCTION ledger_hold_closes_once() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF OLD.state <> 'open' OR NEW.state = 'open' OR (OLD.id, OLD.account_id, OLD.case_id,
        OLD.plan_version, OLD.amount_fen, OLD.held_at) IS DISTINCT FROM (NEW.id, NEW.account_id,
        NEW.case_id, NEW.plan_version, NEW.amount_fen, NEW.held_at) THEN
        RAISE EXCEPTION 'hold % may only be closed, once', OLD.id
            USING ERRCODE = 'restrict_violation', CONSTRAINT = 'ledger_hold_closes_once';
    END IF;
    RETURN NEW;
END $$
"""

_ACCOUNT_STAYS = """
CREATE FUNCTION ledger_account_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF (OLD.id, OLD.kind, OLD.owner_ref, OLD.code, OLD.side, OLD.guarded) IS DISTINCT FROM
        (NEW.id, NEW.kind, NEW.owner_ref, NEW.code, NEW.side, NEW.guarded) THEN
        RAISE EXCEPTION 'account % cannot become another one', OLD.id
            USING ERRCODE = 'restrict_violation', CONSTRAINT = 'ledger_account_stays';
    END IF;
    RETURN NEW;
END $$
"""


def _check(table: str, name: str, condition: str) -> tuple[str, str]:
    return (
        f"ALTER TABLE {table} ADD CONSTRAINT {table}_{name} CHECK ({condition})",
        f"ALTER TABLE {table} DROP CONSTRAINT {table}_{name}",
    )


def _function(body: str) -> tuple[str, str]:
    name = body.split("FUNCTION ")[1].split(" RETURNS")[0]
    signature = name.replace("journal uuid", "uuid")
    return body.strip(), f"DROP FUNCTION {signature}"


def _trigger(table: str, name: str, when: str, does: str, kind: str = "") -> tuple[str, str]:
    return (
        f"CREATE {kind} TRIGGER {name} {when} EXECUTE FUNCTION {does}()".replace("  ", " "),
        f"DROP TRIGGER {name} ON {table}",
    )


def _append_only(table: str) -> tuple[str, str]:
    return _trigger(
        table,
        f"{table}_append_only",
        f"BEFORE UPDATE OR DELETE OR TRUNCATE ON {table} FOR EACH STATEMENT",
        "ledger_append_only",
    )


def _never_gone(table: str) -> tuple[str, str]:
    return _trigger(
        table,
        f"{table}_never_gone",
        f"BEFORE DELETE OR TRUNCATE ON {table} FOR EACH STATEMENT",
        "ledger_append_only",
    )


LEDGER_CONSTRAINTS: list[tuple[str, str]] = [
    _check("ledger_account", "side_known", "side IN ('debit', 'credit')"),
    _check("ledger_account", "held_not_negative", "held_fen >= 0"),
    _check("ledger_account", "available", "NOT guarded OR balance_fen >= held_fen"),
    _check("ledger_account", "held_only_if_guarded", "guarded OR held_fen = 0"),
    _check("ledger_account", "posted_not_negative", "posted >= 0"),
    _check("ledger_journal", "lines_enough", "lines >= 2"),
    _check("ledger_journal", "reference_given", "reference <> ''"),
    _check("ledger_journal", "reversal_named", "(kind = 'reversal') = (reverses_id IS NOT NULL)"),
    _check("ledger_posting", "amount_not_zero", "amount_fen <> 0"),
    _check("ledger_posting", "position_counts", "position >= 1 AND seq >= 1"),
    _check("ledger_hold", "amount_positive", "amount_fen > 0"),
    _check(
        "ledger_hold",
        "state_known",
        "(state = 'open' AND captured_fen = 0 AND closed_at IS NULL)"
        " OR (state = 'captured' AND captured_fen BETWEEN 1 AND amount_fen"
        " AND closed_at IS NOT NULL)"
        " OR (state = 'released' AND captured_fen = 0 AND closed_at IS NOT NULL)",
    ),
    _function(_WHOLE),
    _function(_JOURNAL_WHOLE),
    _function(_POSTINGS_WHOLE),
    _function(_APPEND_ONLY),
    _function(_HOLD_CLOSES_ONCE),
    _function(_ACCOUNT_STAYS),
    _trigger(
        "ledger_journal",
        "ledger_journal_whole",
        "AFTER INSERT ON ledger_journal DEFERRABLE INITIALLY DEFERRED FOR EACH ROW",
        "ledger_journal_whole",
        "CONSTRAINT",
    ),
    _trigger(
        "ledger_posting",
        "ledger_postings_whole",
        "AFTER INSERT ON ledger_posting REFERENCING NEW TABLE AS added FOR EACH STATEMENT",
        "ledger_postings_whole",
    ),
    _append_only("ledger_journal"),
    _append_only("ledger_posting"),
    _never_gone("ledger_account"),
    _never_gone("ledger_hold"),
    _trigger(
        "ledger_hold",
        "ledger_hold_closes_once",
        "BEFORE UPDATE ON ledger_hold FOR EACH ROW",
        "ledger_hold_closes_once",
    ),
    _trigger(
        "ledger_account",
        "ledger_account_stays",
        "BEFORE UPDATE ON ledger_account FOR EACH ROW",
        "ledger_account_stays",
    ),
]


_ANOTHER_ONE = (
    "BEFORE UPDATE ON ledger_account FOR EACH ROW WHEN ((OLD.id, OLD.kind, OLD.owner_ref,"
    " OLD.code, OLD.side, OLD.guarded) IS DISTINCT FROM (NEW.id, NEW.kind, NEW.owner_ref,"
    " NEW.code, NEW.side, NEW.guarded))"
)
_STAYS = ("ledger_account", "ledger_account_stays")
_AS_BEFORE = _trigger(
    *_STAYS, "BEFORE UPDATE ON ledger_account FOR EACH ROW", "ledger_account_stays"
)

# The same refusal without a call for each line that is posted; applied after LEDGER_CONSTRAINTS.
LEDGER_CONSTRAINTS_LIGHTER: list[tuple[str, str]] = [
    (_AS_BEFORE[1], _AS_BEFORE[0]),
    _trigger(*_STAYS, _ANOTHER_ONE, "ledger_account_stays"),
]


def _instead(old: str, new: str) -> tuple[str, str]:
    """The function is replaced; undoing it brings the old one back."""
    back, forth = (each.strip().replace("CREATE", "CREATE OR REPLACE", 1) for each in (old, new))
    return forth, back


# Numbers are unique within a journal and count from 1, so whatever is added in a statement and is
# lines 1 to the last of its journal is the whole of it: there is nothing older to look for. The
# journal is asked for line by line of the answer, and so by its key, however small the books are.
_POSTINGS_WHOLE_AS_ADDED = """
CREATE FUNCTION ledger_postings_whole() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE wrong uuid;
BEGIN
    SELECT journal_id INTO wrong FROM added GROUP BY journal_id
        HAVING sum(amount_fen) <> 0 OR max(seq) <> count(*) OR count(*) IS DISTINCT FROM
            (SELECT lines FROM ledger_journal WHERE id = added.journal_id) LIMIT 1;
    IF FOUND THEN
        RAISE EXCEPTION 'journal % is not written whole, by lines that sum to zero', wrong
            USING ERRCODE = 'check_violation', CONSTRAINT = 'ledger_journal_whole';
    END IF;
    RETURN NULL;
END $$
"""

# Its lines were judged as they were added: what is left to refuse is a journal without any.
_JOURNAL_HAS_LINES = """
CREATE FUNCTION ledger_journal_whole() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM FROM ledger_posting WHERE journal_id = NEW.id AND seq = 1;
    IF NOT FOUND THEN
        RAISE EXCEPTION 'journal % has no lines', NEW.id
            USING ERRCODE = 'check_violation', CONSTRAINT = 'ledger_journal_whole';
    END IF;
    RETURN NULL;
END $$
"""

# A statement that names none of these columns cannot make it another account.
_NAMED = "BEFORE UPDATE OF id, kind, owner_ref, code, side, guarded ON ledger_account FOR EACH ROW"
_IF_ANOTHER = _trigger(*_STAYS, _ANOTHER_ONE, "ledger_account_stays")
_CREATED, _DROPPED = _function(_WHOLE)

# The same refusals, asked for once and in fewer words; applied after LEDGER_CONSTRAINTS_LIGHTER.
LEDGER_CONSTRAINTS_AS_ADDED: list[tuple[str, str]] = [
    _instead(_POSTINGS_WHOLE, _POSTINGS_WHOLE_AS_ADDED),
    _instead(_JOURNAL_WHOLE, _JOURNAL_HAS_LINES),
    (_DROPPED, _CREATED),
    (_IF_ANOTHER[1], _IF_ANOTHER[0]),
    _trigger(*_STAYS, _NAMED, "ledger_account_stays"),
]
