"""Failed log-ins of staff are counted by where they came from. R12.8."""

from tortoise import fields
from tortoise.fields.base import OnDelete
from tortoise.migrations import operations as ops
from tortoise.migrations.migration import Migration

from models.ids import new_id


def _moment(*, null: bool = True, index: bool = False) -> fields.DatetimeField:
    return fields.DatetimeField(null=null, auto_now=False, auto_now_add=False, db_index=index)


class Migration(Migration):  # type: ignore[no-redef]
    """Nobody is locked out by what failed before."""

    dependencies = [("models", "0038_issued_papers")]
    operations = [
        ops.CreateModel(
            name="LoginGuess",
            fields=[
                (
                    "id",
                    fields.UUIDField(primary_key=True, default=new_id, unique=True, db_index=True),
                ),
                (
                    "account",
                    fields.ForeignKeyField(
                        "models.Account",
                        source_field="account_id",
                        db_constraint=True,
                        to_field="id",
                        on_delete=OnDelete.CASCADE,
                    ),
                ),
                ("network", fields.CharField(max_length=64)),
                ("failures", fields.SmallIntField()),
                ("last_at", _moment(null=False, index=True)),
                ("locked_until", _moment()),
                ("known_at", _moment()),
            ],
            options={
                "table": "login_guess",
                "app": "models",
                "unique_together": (("account_id", "network"),),
                "pk_attr": "id",
                "table_description": "Failures in a row of one account's log-ins from one network,"
                " and from `ELSEWHERE`; they are",
            },
            bases=["Row"],
        ),
        ops.RemoveField(model_name="Account", name="failures"),
        ops.RemoveField(model_name="Account", name="locked_until"),
    ]
