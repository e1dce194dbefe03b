"""Changes of accounts wait for a second person, and new accounts before they confirm. R1.1, R1.2."""

from uuid import uuid4

from tortoise import fields
from tortoise.migrations import operations as ops
from tortoise.migrations.migration import Migration
from tortoise.migrations.operations import RunSQL

from models.people.constraints import ACCOUNT_CHANGES_CONSTRAINTS


def _moment(*, null: bool = True) -> fields.DatetimeField:
    return fields.DatetimeField(null=null, auto_now=False, auto_now_add=False)


def _words(length: int) -> fields.CharField:
    return fields.CharField(default="", max_length=length)


_CHANGE = ops.CreateModel(
    name="AccountChange",
    fields=[
        ("id", fields.UUIDField(primary_key=True, default=uuid4, unique=True, db_index=True)),
        ("state", fields.CharField(max_length=12)),
        ("entered_by", fields.UUIDField()),
        ("entered_at", _moment(null=False)),
        ("confirmed_by", fields.UUIDField(null=True)),
        ("confirmed_at", _moment()),
        ("dropped_by", fields.UUIDField(null=True)),
        ("dropped_at", _moment()),
        ("drop_reason", fields.CharField(db_default="", max_length=500)),
        ("kind", fields.CharField(max_length=12)),
        ("account_id", fields.UUIDField(null=True)),
        ("employee_id", fields.UUIDField(null=True)),
        ("username", _words(40)),
        ("roles", _words(200)),
        ("insurer_id", fields.UUIDField(null=True)),
        ("community_id", fields.UUIDField(null=True)),
        ("name", _words(80)),
        ("id_cipher", fields.BinaryField(null=True)),
        ("id_index", fields.BinaryField(null=True)),
        ("phone_cipher", fields.BinaryField(null=True)),
        ("phone_index", fields.BinaryField(null=True)),
        ("reason", _words(500)),
    ],
    options={
        "table": "account_change",
        "app": "models",
        "pk_attr": "id",
        "table_description": "A change of an account that a second natural person confirms.",
    },
    bases=["TwoPersonRow"],
)


class Migration(Migration):  # type: ignore[no-redef]
    """Accounts that were there confirm as before; nothing waits."""

    dependencies = [("models", "0024_log_content")]
    operations = [
        _CHANGE,
        ops.AddField(model_name="Account", name="confirms_from", field=_moment()),
        ops.AddField(
            model_name="Employee",
            name="former_phone_index",
            field=fields.BinaryField(null=True),
        ),
        RunSQL(
            [forward for forward, _ in ACCOUNT_CHANGES_CONSTRAINTS],
            reverse_sql=[backward for _, backward in reversed(ACCOUNT_CHANGES_CONSTRAINTS)],
        ),
    ]
