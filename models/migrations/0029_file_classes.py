"""Files have a class, fixed when they are attached; those that are get theirs. R12.6.

What was stored before is sealed by the job `seal_file`, which has the keys.
"""

from tortoise import fields
from tortoise.migrations import operations as ops
from tortoise.migrations.migration import Migration
from tortoise.migrations.operations import RunSQL

from models.file_constraints import FILES_CONSTRAINTS

_ATTACHED = (
    ("public", "filed_rules", "SELECT file_id FROM parameter_change WHERE file_id IS NOT NULL"),
    ("public", "notice_photo", "SELECT file_id FROM evidence"),
    ("ballot", "ballot", "SELECT jsonb_array_elements_text(files)::uuid FROM ballot_batch"),
    ("identity", "claim", "SELECT jsonb_array_elements_text(files)::uuid FROM binding_claim"),
    ("identity", "appointment", "SELECT file_id FROM appointment"),
    ("identity", "proxy", "SELECT file_id FROM proxy"),
    ("identity", "representative", "SELECT file_id FROM representative"),
    (
        "identity",
        "service",
        "SELECT served_file_id FROM vote_home WHERE served_file_id IS NOT NULL",
    ),
    ("objection", "objection", "SELECT jsonb_array_elements_text(files)::uuid FROM objection"),
    ("objection", "record", "SELECT record_id FROM objection WHERE record_id IS NOT NULL"),
    ("objection", "record", "SELECT proposed_id FROM objection WHERE proposed_id IS NOT NULL"),
    ("objection", "record", "SELECT record_id FROM objection_ending"),
    ("money", "advice", "SELECT file_id FROM settlement WHERE file_id IS NOT NULL"),
    ("money", "fund_file", "SELECT file_id FROM fund_batch WHERE file_id IS NOT NULL"),
    ("money", "receipt", "SELECT file_id FROM case_receipt WHERE file_id IS NOT NULL"),
    ("money", "refund", "SELECT file_id FROM case_refund WHERE file_id IS NOT NULL"),
    ("money", "statement", "SELECT file_id FROM bank_statement"),
    ("identity", "roll", "SELECT file_id FROM import"),
)
_CLASSES = [
    "UPDATE file SET sent_name = name, stored_sha256 = sha256(content)",
    *(
        f"UPDATE file SET class = '{name}', kind = '{kind}', attached_at = created_at"
        f" WHERE class = '' AND id IN ({found})"
        for name, kind, found in _ATTACHED
    ),
    "UPDATE file f SET class = CASE WHEN d.kind IN ('receipt', 'refund') THEN 'money'"
    " WHEN d.kind = 'notice_photo' THEN 'public' ELSE 'case' END, kind = d.kind,"
    " attached_at = f.created_at FROM document d WHERE d.file_id = f.id AND f.class = ''",
]
# A sealed file cannot be opened by what comes before: it stays where it is, and so does this.
_BACK = [
    "DO $$ BEGIN IF EXISTS (SELECT 1 FROM file WHERE sealed_key IS NOT NULL) THEN"
    " RAISE EXCEPTION 'files are sealed: without their keys nobody could read them; to go back,"
    " restore the backup that was made before'; END IF; END $$",
    "UPDATE file SET name = sent_name WHERE sent_name <> ''",
]
_TRIGGER, *_REST = FILES_CONSTRAINTS


class Migration(Migration):  # type: ignore[no-redef]
    """Class, kind, own name and key of every file; one that was never attached may go."""

    dependencies = [("models", "0028_security_log")]
    operations = [
        RunSQL([_TRIGGER[0]], reverse_sql=[_TRIGGER[1]]),
        ops.AlterModelOptions(
            name="File",
            options={
                "table": "file",
                "app": "models",
                "pk_attr": "id",
                "table_description": "A stored file; what it holds never changes. `sha256` is of"
                " what was taken in,",
            },
        ),
        ops.AddField(
            model_name="File",
            name="sent_name",
            field=fields.CharField(max_length=200, db_default=""),
        ),
        ops.AddField(
            model_name="File",
            name="stored_sha256",
            field=fields.BinaryField(null=True),
        ),
        ops.AddField(
            model_name="File",
            name="sealed_key",
            field=fields.BinaryField(null=True),
        ),
        ops.AddField(
            model_name="File",
            name="file_class",
            field=fields.CharField(max_length=12, source_field="class", db_default=""),
        ),
        ops.AddField(
            model_name="File",
            name="kind",
            field=fields.CharField(max_length=20, db_default=""),
        ),
        ops.AddField(
            model_name="File",
            name="attached_at",
            field=fields.DatetimeField(null=True, auto_now=False, auto_now_add=False),
        ),
        RunSQL(_CLASSES, reverse_sql=_BACK),
        RunSQL(
            [forward for forward, _ in _REST],
            reverse_sql=[backward for _, backward in reversed(_REST)],
        ),
    ]
