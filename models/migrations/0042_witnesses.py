"""Parties outside the Centre keep the heads of the log and sign them. R12.3."""

from tortoise import fields
from tortoise.migrations import operations as ops
from tortoise.migrations.migration import Migration
from tortoise.migrations.operations import RunSQL

from models.ids import new_id
from models.log.witnesses import WITNESSING_CONSTRAINTS


def _moment(*, null: bool = False) -> fields.DatetimeField:
    return fields.DatetimeField(null=null, auto_now=False, auto_now_add=False)


def _key() -> fields.UUIDField:
    return fields.UUIDField(primary_key=True, default=new_id, unique=True, db_index=True)


class Migration(Migration):  # type: ignore[no-redef]
    """Nobody is a witness yet."""

    dependencies = [("models", "0041_erasing")]
    operations = [
        ops.CreateModel(
            name="Witness",
            fields=[
                ("id", _key()),
                ("name", fields.CharField(max_length=80)),
                ("account_id", fields.UUIDField()),
                ("public_key", fields.BinaryField()),
                ("from_at", _moment()),
                ("ended_at", _moment(null=True)),
            ],
            options={
                "table": "witness",
                "app": "models",
                "pk_attr": "id",
                "table_description": "A party outside the Centre: the account it is told through,"
                " and its public key.",
            },
            bases=["Row"],
        ),
        ops.CreateModel(
            name="Witnessing",
            fields=[
                ("id", _key()),
                ("witness_id", fields.UUIDField()),
                ("tree_size", fields.BigIntField()),
                ("signature", fields.BinaryField()),
                ("at", _moment()),
            ],
            options={
                "table": "witnessing",
                "app": "models",
                "unique_together": (("witness_id", "tree_size"),),
                "pk_attr": "id",
                "table_description": "A witness's signature of a head; never changed.",
            },
            bases=["Row"],
        ),
        RunSQL(
            [forward for forward, _ in WITNESSING_CONSTRAINTS],
            reverse_sql=[backward for _, backward in reversed(WITNESSING_CONSTRAINTS)],
        ),
    ]
