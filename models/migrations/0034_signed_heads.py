"""Signatures of the log's heads are kept, so that `verify` checks them. R12.3."""

from tortoise import fields
from tortoise.migrations import operations as ops
from tortoise.migrations.migration import Migration
from tortoise.migrations.operations import RunSQL

from models.log.constraints import SIGNATURE_CONSTRAINTS


class Migration(Migration):  # type: ignore[no-redef]
    """Heads published before are signed by the background, which has the key."""

    dependencies = [("models", "0033_fresh_codes")]
    operations = [
        ops.CreateModel(
            name="SignatureRow",
            fields=[
                (
                    "tree_size",
                    fields.BigIntField(
                        generated=False, primary_key=True, unique=True, db_index=True
                    ),
                ),
                ("key_name", fields.CharField(max_length=40)),
                ("signature", fields.BinaryField()),
            ],
            options={
                "table": "log_signature",
                "app": "models",
                "pk_attr": "tree_size",
                "table_description": "Our signature of a head, and the name of the key it was made"
                " with.",
            },
            bases=["Model"],
        ),
        RunSQL(
            [forward for forward, _ in SIGNATURE_CONSTRAINTS],
            reverse_sql=[backward for _, backward in reversed(SIGNATURE_CONSTRAINTS)],
        ),
    ]
