"""What PostgreSQL keeps of files, whoever writes: (statement, its undoing), in order. R12.6."""

# A file's class is fixed when it is attached. What it holds never changes, only the seal of its
# key; one that was never attached may go. R12.6.
_FIXED = (
    "id, sha256, original_sha256, media_type, sent_name, size, owner_kind, owner_id, created_at"
)
_OLD, _NEW = (", ".join(f"{row}.{name}" for name in _FIXED.split(", ")) for row in ("OLD", "NEW"))
FILES_CONSTRAINTS: list[tuple[str, str]] = [
    (
        "DROP TRIGGER file_append_only ON file",
        "CREATE TRIGGER file_append_only BEFORE UPDATE OR DELETE ON file"
        " FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()",
    ),
    (
        "CREATE FUNCTION refuse_file_change() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN"
        " IF TG_OP = 'DELETE' THEN"
        "   IF OLD.class <> '' THEN RAISE EXCEPTION 'file is append-only'; END IF;"
        "   RETURN OLD;"
        " END IF;"
        f" IF ({_OLD}) IS DISTINCT FROM ({_NEW})"
        "   OR (OLD.sealed_key IS NOT NULL AND OLD.content IS DISTINCT FROM NEW.content)"
        "   OR (OLD.class <> '' AND (OLD.class, OLD.kind, OLD.name, OLD.attached_at)"
        "     IS DISTINCT FROM (NEW.class, NEW.kind, NEW.name, NEW.attached_at))"
        " THEN RAISE EXCEPTION 'file is append-only'; END IF;"
        " RETURN NEW; END $$",
        "DROP FUNCTION refuse_file_change()",
    ),
    (
        "CREATE TRIGGER file_fixed BEFORE UPDATE OR DELETE ON file"
        " FOR EACH ROW EXECUTE FUNCTION refuse_file_change()",
        "DROP TRIGGER file_fixed ON file",
    ),
    (
        "ALTER TABLE file ADD CONSTRAINT file_class CHECK (class IN"
        " ('', 'public', 'case', 'money', 'objection', 'identity', 'ballot')"
        " AND (class = '') = (kind = ''))",
        "ALTER TABLE file DROP CONSTRAINT file_class",
    ),
    (
        "CREATE INDEX file_unattached ON file (created_at) WHERE class = ''",
        "DROP INDEX file_unattached",
    ),
    (
        "CREATE INDEX file_unsealed ON file (created_at) WHERE sealed_key IS NULL AND class <> ''",
        "DROP INDEX file_unsealed",
    ),
]

_FIXED_ROWS = (
    "CREATE OR REPLACE FUNCTION refuse_file_change() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN"
    " IF TG_OP = 'DELETE' THEN"
    "   IF OLD.class <> '' THEN RAISE EXCEPTION 'file is append-only'; END IF;"
    "   RETURN OLD;"
    " END IF;"
    f" IF ({_OLD}) IS DISTINCT FROM ({_NEW})"
    "   OR (OLD.class <> '' AND (OLD.class, OLD.kind, OLD.name, OLD.attached_at)"
    "     IS DISTINCT FROM (NEW.class, NEW.kind, NEW.name, NEW.attached_at))"
)
_SAME_BYTES = " OR (OLD.sealed_key IS NOT NULL AND OLD.content IS DISTINCT FROM NEW.content"
_END = " THEN RAISE EXCEPTION 'file is append-only'; END IF; RETURN NEW; END $$"
ERASING_CONSTRAINTS: list[tuple[str, str]] = [
    (
        f"{_FIXED_ROWS}{_SAME_BYTES} AND NEW.erased_at IS NULL)"
        f" OR (OLD.erased_at IS NOT NULL AND OLD IS DISTINCT FROM NEW){_END}",
        f"{_FIXED_ROWS}{_SAME_BYTES}){_END}",
    ),
    (
        "ALTER TABLE file ADD CONSTRAINT file_erased CHECK (erased_at IS NULL"
        " OR (class = 'identity' AND content = '' AND sealed_key IS NULL))",
        "ALTER TABLE file DROP CONSTRAINT file_erased",
    ),
]
"""An identity paper past its term loses its bytes and its key, once, and nothing else. R12.7."""
