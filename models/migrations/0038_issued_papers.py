"""Papers that the Centre issues are kept as they were issued. R9.5, R9.6."""

from tortoise import fields
from tortoise.fields.base import OnDelete
from tortoise.migrations import operations as ops
from tortoise.migrations.migration import Migration
from tortoise.migrations.operations import RunSQL

from models.ids import new_id


def _moment() -> fields.DatetimeField:
    return fields.DatetimeField(auto_now=False, auto_now_add=False)


class Migration(Migration):  # type: ignore[no-redef]
    """A table of its own; what a paper says never changes, nor is it deleted."""

    dependencies = [("models", "0037_payee_accounts")]
    operations = [
        ops.CreateModel(
            name="IssuedPaper",
            fields=[
                (
                    "id",
                    fields.UUIDField(primary_key=True, default=new_id, unique=True, db_index=True),
                ),
                (
                    "case",
                    fields.ForeignKeyField(
                        "models.Case",
                        source_field="case_id",
                        db_constraint=True,
                        to_field="id",
                        on_delete=OnDelete.RESTRICT,
                    ),
                ),
                ("kind", fields.CharField(max_length=24)),
                ("subject_id", fields.UUIDField()),
                ("number", fields.CharField(max_length=40)),
                ("version", fields.IntField()),
                ("check_code", fields.CharField(unique=True, max_length=16)),
                ("body", fields.TextField(unique=False)),
                ("sha256", fields.BinaryField()),
                ("copies", fields.IntField()),
                ("issued_at", _moment()),
                ("issued_by", fields.UUIDField()),
                ("printed_at", _moment()),
            ],
            options={
                "table": "issued_paper",
                "app": "models",
                "unique_together": (
                    ("case_id", "kind", "subject_id", "version"),
                    ("number", "version"),
                ),
                "pk_attr": "id",
                "table_description": "A paper as it was issued: `body` is all that it says,"
                " `sha256` its hash; `copies` how often",
            },
            bases=["Row"],
        ),
        RunSQL(
            [
                "ALTER TABLE issued_paper ADD CONSTRAINT issued_paper_whole"
                " CHECK (sha256 = sha256(convert_to(body, 'UTF8')) AND copies > 0 AND version > 0)",
            ],
            reverse_sql=["ALTER TABLE issued_paper DROP CONSTRAINT issued_paper_whole"],
        ),
    ]
