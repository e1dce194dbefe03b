"""A claim that would end somebody's ownership waits for its second person. R2.10."""

import functools
from json import dumps, loads

from tortoise import fields
from tortoise.migrations import operations as ops
from tortoise.migrations.migration import Migration
from tortoise.migrations.operations import RunSQL


class Migration(Migration):  # type: ignore[no-redef]
    """Nothing waits yet; the way back leaves what waited as undecided claims."""

    dependencies = [("models", "0027_lobby_reports")]
    operations = [
        ops.AddField(
            model_name="BindingClaim",
            name="evidence",
            field=fields.JSONField(
                null=True,
                encoder=functools.partial(dumps, separators=(",", ":")),
                decoder=loads,
            ),
        ),
        ops.AddField(
            model_name="BindingClaim", name="proposed_by", field=fields.UUIDField(null=True)
        ),
        ops.AddField(
            model_name="BindingClaim",
            name="proposed_at",
            field=fields.DatetimeField(null=True, auto_now=False, auto_now_add=False),
        ),
        RunSQL(
            [
                "ALTER TABLE binding_claim ADD CONSTRAINT binding_claim_two_people CHECK"
                " (state <> 'approved' OR decided_by IS DISTINCT FROM proposed_by"
                " OR proposed_by IS NULL)",
                "CREATE INDEX binding_claim_proposed ON binding_claim (proposed_at)"
                " WHERE state = 'proposed'",
            ],
            reverse_sql=[
                "DROP INDEX binding_claim_proposed",
                "ALTER TABLE binding_claim DROP CONSTRAINT binding_claim_two_people",
                "UPDATE binding_claim SET state = 'open' WHERE state = 'proposed'",
            ],
        ),
    ]
