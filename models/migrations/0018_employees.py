"""The natural person behind every account. R1.1.

Each account that was there before gets an employee of its own, whose numbers are still to be told.
"""

from uuid import uuid4

from tortoise import fields
from tortoise.fields.base import OnDelete
from tortoise.migrations import operations as ops
from tortoise.migrations.migration import Migration
from tortoise.migrations.operations import RunSQL

from models.constraints import EMPLOYEES_CONSTRAINTS

_BEHIND = [
    "INSERT INTO employee (id, name, created_at) SELECT id, name, created_at FROM account",
    "UPDATE account SET employee_id = id",
]


class Migration(Migration):  # type: ignore[no-redef]
    """Accounts are somebody's, and what one person entered no other account of theirs confirms."""

    dependencies = [("models", "0017_own_reads")]
    operations = [
        ops.CreateModel(
            name="Employee",
            fields=[
                (
                    "id",
                    fields.UUIDField(primary_key=True, default=uuid4, unique=True, db_index=True),
                ),
                ("name", fields.CharField(max_length=80)),
                ("id_cipher", fields.BinaryField(null=True)),
                ("id_index", fields.BinaryField(null=True)),
                ("phone_cipher", fields.BinaryField(null=True)),
                ("phone_index", fields.BinaryField(null=True)),
                ("created_at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
            ],
            options={
                "table": "employee",
                "app": "models",
                "pk_attr": "id",
                "table_description": "A natural person with accounts. Numbers are sealed; the blind"
                " indexes find them (R12.4).",
            },
            bases=["Row"],
        ),
        ops.AddField(
            model_name="Account",
            name="employee",
            field=fields.ForeignKeyField(
                "models.Employee",
                source_field="employee_id",
                null=True,
                db_constraint=True,
                to_field="id",
                on_delete=OnDelete.RESTRICT,
            ),
        ),
        RunSQL(_BEHIND, reverse_sql=[]),
        ops.AlterField(
            model_name="Account",
            name="employee",
            field=fields.ForeignKeyField(
                "models.Employee",
                source_field="employee_id",
                db_constraint=True,
                to_field="id",
                on_delete=OnDelete.RESTRICT,
            ),
        ),
        RunSQL(
            [forward for forward, _ in EMPLOYEES_CONSTRAINTS],
            reverse_sql=[backward for _, backward in reversed(EMPLOYEES_CONSTRAINTS)],
        ),
    ]
