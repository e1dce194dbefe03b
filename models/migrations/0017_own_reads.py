"""What a person's own reads walk along, and the name of whoever asks to act for a body."""

from tortoise import fields
from tortoise.migrations import operations as ops
from tortoise.migrations.migration import Migration
from tortoise.migrations.operations import RunSQL

from models.constraints import READS_CONSTRAINTS


class Migration(Migration):  # type: ignore[no-redef]
    """Indexes, and a sealed column that is empty for what was asked before."""

    dependencies = [("models", "0016_bank_entries")]
    operations = [
        ops.AddField(
            model_name="Appointment", name="name_cipher", field=fields.BinaryField(null=True)
        ),
        RunSQL(
            [forward for forward, _ in READS_CONSTRAINTS],
            reverse_sql=[backward for _, backward in reversed(READS_CONSTRAINTS)],
        ),
    ]
