"""The database itself refuses one natural person in the place of two. R1.1, R1.2."""

from tortoise.migrations.migration import Migration
from tortoise.migrations.operations import RunSQL

from models.two_people import SAME_PERSON


class Migration(Migration):  # type: ignore[no-redef]
    """The functions; the triggers on each table follow once its columns are there."""

    dependencies = [("models", "0047_people_found")]
    operations = [
        RunSQL(
            [forward for forward, _ in SAME_PERSON],
            reverse_sql=[backward for _, backward in SAME_PERSON],
        )
    ]
