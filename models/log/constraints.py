"""What the database itself refuses, whoever asks: (forward, reverse) statements. R12.3."""

_APPEND_ONLY = """
CREATE FUNCTION log_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION '% on % refused: the log is append-only', TG_OP, TG_TABLE_NAME
        USING ERRCODE = 'restrict_violation', CONSTRAINT = 'log_append_only';
END $$
"""

_CHAIN_GROWS = """
CREATE FUNCTION log_chain_grows() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.subject_id <> OLD.subject_id OR NEW.length < OLD.length THEN
        RAISE EXCEPTION 'the chain of % only grows', OLD.subject_id
            USING ERRCODE = 'restrict_violation', CONSTRAINT = 'log_chain_grows';
    END IF;
    RETURN NEW;
END $$
"""


def _append_only(table: str, acts: str = "UPDATE OR DELETE OR TRUNCATE") -> tuple[str, str]:
    return (
        f"CREATE TRIGGER {table}_append_only BEFORE {acts} ON {table}"
        " FOR EACH STATEMENT EXECUTE FUNCTION log_append_only()",
        f"DROP TRIGGER {table}_append_only ON {table}",
    )


def _check(table: str, name: str, condition: str) -> tuple[str, str]:
    return (
        f"ALTER TABLE {table} ADD CONSTRAINT {table}_{name} CHECK ({condition})",
        f"ALTER TABLE {table} DROP CONSTRAINT {table}_{name}",
    )


def _of_event(table: str) -> tuple[str, str]:
    return (
        f"ALTER TABLE {table} ADD CONSTRAINT {table}_of_event FOREIGN KEY (seq)"
        " REFERENCES log_event (seq) ON DELETE RESTRICT",
        f"ALTER TABLE {table} DROP CONSTRAINT {table}_of_event",
    )


LOG_CONSTRAINTS: list[tuple[str, str]] = [
    _check("log_event", "hashes_whole", "length(prev_hash) = 32 AND length(hash) = 32"),
    _check("log_leaf", "index_counts", "index >= 0"),
    _check("log_node", "hash_whole", "length(hash) = 32"),
    _check("log_seal", "head_whole", "tree_size > 0 AND length(root_hash) = 32"),
    _of_event("log_leaf"),
    _of_event("log_unsealed"),
    (_APPEND_ONLY.strip(), "DROP FUNCTION log_append_only()"),
    (_CHAIN_GROWS.strip(), "DROP FUNCTION log_chain_grows()"),
    _append_only("log_event"),
    _append_only("log_leaf"),
    _append_only("log_node"),
    _append_only("log_seal"),
    _append_only("log_chain", "DELETE OR TRUNCATE"),
    _append_only("log_unsealed", "UPDATE OR TRUNCATE"),
    (
        "CREATE TRIGGER log_chain_grows BEFORE UPDATE ON log_chain FOR EACH ROW"
        " EXECUTE FUNCTION log_chain_grows()",
        "DROP TRIGGER log_chain_grows ON log_chain",
    ),
]

SIGNATURE_CONSTRAINTS: list[tuple[str, str]] = [
    _check("log_signature", "whole", "length(signature) = 64"),
    _append_only("log_signature"),
]
"""What holds for signatures of heads, kept since migration 0033."""
