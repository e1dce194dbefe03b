"""Opening balances come in once while a building is taken over; two people close that door. R2.9"""

import functools
from json import dumps, loads

from tortoise import fields
from tortoise.migrations import operations as ops
from tortoise.migrations.migration import Migration
from tortoise.migrations.operations import RunSQL

from models.ids import new_id


def _moment(*, null: bool = True) -> fields.DatetimeField:
    return fields.DatetimeField(null=null, auto_now=False, auto_now_add=False)


_NEVER_REOPENED = """
CREATE FUNCTION openings_stay_shut() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'the openings of building % are shut', OLD.code
        USING ERRCODE = 'restrict_violation', CONSTRAINT = 'openings_stay_shut';
END $$
"""


class Migration(Migration):  # type: ignore[no-redef]
    """Every door is open until two people close it; once shut it stays so."""

    dependencies = [("models", "0039_login_guesses")]
    operations = [
        ops.CreateModel(
            name="OpeningClosing",
            fields=[
                (
                    "id",
                    fields.UUIDField(primary_key=True, default=new_id, unique=True, db_index=True),
                ),
                ("state", fields.CharField(max_length=12)),
                ("entered_by", fields.UUIDField()),
                ("entered_at", _moment(null=False)),
                ("confirmed_by", fields.UUIDField(null=True)),
                ("confirmed_at", _moment()),
                ("dropped_by", fields.UUIDField(null=True)),
                ("dropped_at", _moment()),
                ("drop_reason", fields.CharField(db_default="", max_length=500)),
                (
                    "buildings",
                    fields.JSONField(
                        encoder=functools.partial(dumps, separators=(",", ":")), decoder=loads
                    ),
                ),
            ],
            options={
                "table": "opening_closing",
                "app": "models",
                "pk_attr": "id",
                "table_description": "Buildings whose opening balances two people close for good."
                " R2.9.",
            },
            bases=["TwoPersonRow"],
        ),
        ops.AddField(model_name="Building", name="openings_shut_at", field=_moment()),
        RunSQL(
            [
                "ALTER TABLE opening_closing ADD CONSTRAINT opening_closing_two_people"
                " CHECK (confirmed_by IS NULL OR confirmed_by <> entered_by)",
                "CREATE INDEX opening_closing_waits ON opening_closing (entered_at)"
                " WHERE state = 'draft'",
                _NEVER_REOPENED.strip(),
                "CREATE TRIGGER building_openings_stay_shut BEFORE UPDATE ON building FOR EACH ROW"
                " WHEN (OLD.openings_shut_at IS NOT NULL"
                " AND NEW.openings_shut_at IS DISTINCT FROM OLD.openings_shut_at)"
                " EXECUTE FUNCTION openings_stay_shut()",
            ],
            reverse_sql=[
                "DROP TRIGGER building_openings_stay_shut ON building",
                "DROP FUNCTION openings_stay_shut()",
                "DROP INDEX opening_closing_waits",
                "ALTER TABLE opening_closing DROP CONSTRAINT opening_closing_two_people",
            ],
        ),
    ]
