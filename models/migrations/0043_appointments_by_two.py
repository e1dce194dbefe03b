"""Whoever acts for a body that the roll does not name is let in by two. R1.2, R5.1."""

from tortoise import fields
from tortoise.migrations import operations as ops
from tortoise.migrations.migration import Migration
from tortoise.migrations.operations import RunSQL

from models.people.appointments import APPOINTMENT_CONSTRAINTS


class Migration(Migration):  # type: ignore[no-redef]
    """What was decided before stands; what was open is decided by the new rule."""

    dependencies = [("models", "0042_witnesses")]
    operations = [
        ops.AddField(
            model_name="Appointment", name="proposed_by", field=fields.UUIDField(null=True)
        ),
        ops.AddField(
            model_name="Appointment",
            name="proposed_at",
            field=fields.DatetimeField(null=True, auto_now=False, auto_now_add=False),
        ),
        RunSQL(
            [forward for forward, _ in APPOINTMENT_CONSTRAINTS],
            reverse_sql=[
                "UPDATE appointment SET state = 'open' WHERE state = 'proposed'",
                *(backward for _, backward in reversed(APPOINTMENT_CONSTRAINTS)),
            ],
        ),
    ]
