"""What people agree to about their personal information; what was never used is kept no more."""

from tortoise import fields
from tortoise.migrations import operations as ops
from tortoise.migrations.migration import Migration

from models.ids import new_id


class Migration(Migration):  # type: ignore[no-redef]
    """A table of consents; persons lose a number of WeChat's that nothing needed."""

    dependencies = [("models", "0031_near_the_end")]
    operations = [
        ops.CreateModel(
            name="PrivacyConsent",
            fields=[
                (
                    "id",
                    fields.UUIDField(primary_key=True, default=new_id, unique=True, db_index=True),
                ),
                ("person_id", fields.UUIDField(db_index=True)),
                ("version", fields.CharField(max_length=12)),
                ("kind", fields.CharField(max_length=10)),
                ("agreed", fields.BooleanField()),
                ("at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
            ],
            options={
                "table": "privacy_consent",
                "app": "models",
                "pk_attr": "id",
                "table_description": "One act of agreeing to a version of the notice, or of taking that back; the last counts.",
            },
            bases=["Row"],
        ),
        ops.RemoveField(model_name="Person", name="unionid"),
    ]
