"""Noting what a statement writes costs half of what it did. R12.3."""

from tortoise.migrations.migration import Migration
from tortoise.migrations.operations import RunSQL

from models.log.content import LIGHTER


class Migration(Migration):  # type: ignore[no-redef]
    """What was noted stays as it is."""

    dependencies = [("models", "0043_appointments_by_two")]
    operations = [RunSQL(LIGHTER, reverse_sql=[])]
