"""Identity papers past their term lose what they hold; record, hash and decision stay. R12.7."""

from tortoise import fields
from tortoise.migrations import operations as ops
from tortoise.migrations.migration import Migration
from tortoise.migrations.operations import RunSQL

from models.file_constraints import ERASING_CONSTRAINTS

# Without the column nobody could tell an erased paper from one that was emptied.
_KEEPS = (
    "DO $$ BEGIN IF EXISTS (SELECT 1 FROM file WHERE erased_at IS NOT NULL) THEN"
    " RAISE EXCEPTION 'files are erased: they would look emptied; to go back, restore the backup"
    " that was made before'; END IF; END $$"
)


class Migration(Migration):  # type: ignore[no-redef]
    """A column that says when."""

    dependencies = [("models", "0040_openings_door")]
    operations = [
        ops.AddField(
            model_name="File",
            name="erased_at",
            field=fields.DatetimeField(null=True, auto_now=False, auto_now_add=False),
        ),
        RunSQL(
            [forward for forward, _ in ERASING_CONSTRAINTS],
            reverse_sql=[_KEEPS, *(backward for _, backward in reversed(ERASING_CONSTRAINTS))],
        ),
    ]
