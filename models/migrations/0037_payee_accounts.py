"""Insurers are paid into accounts that they have confirmed; each has its time. R3.5."""

from tortoise import fields
from tortoise.fields.base import OnDelete
from tortoise.migrations import operations as ops
from tortoise.migrations.migration import Migration
from tortoise.migrations.operations import RunSQL

from models.ids import new_id
from models.payee_accounts import PAYEE_CONSTRAINTS


def _moment(*, null: bool = True) -> fields.DatetimeField:
    return fields.DatetimeField(null=null, auto_now=False, auto_now_add=False)


def _at(model: str, source: str, *, null: bool) -> fields.Field:
    return fields.ForeignKeyField(
        model,
        source_field=source,
        null=null,
        db_constraint=True,
        to_field="id",
        on_delete=OnDelete.RESTRICT,
    )


_TABLE = ops.CreateModel(
    name="PayeeAccount",
    fields=[
        ("id", fields.UUIDField(primary_key=True, default=new_id, unique=True, db_index=True)),
        ("state", fields.CharField(max_length=12)),
        ("entered_by", fields.UUIDField(null=True)),
        ("entered_at", _moment(null=False)),
        ("confirmed_by", fields.UUIDField(null=True)),
        ("confirmed_at", _moment()),
        ("dropped_by", fields.UUIDField(null=True)),
        ("dropped_at", _moment()),
        ("drop_reason", fields.CharField(db_default="", max_length=500)),
        ("insurer", _at("models.Insurer", "insurer_id", null=False)),
        ("bank", fields.CharField(max_length=120)),
        ("number", fields.CharField(max_length=60)),
        ("source", fields.CharField(default="", max_length=200)),
        ("answered_by", fields.UUIDField(null=True)),
        ("since_at", _moment()),
        ("until_at", _moment()),
    ],
    options={
        "table": "payee_account",
        "app": "models",
        "pk_attr": "id",
        "table_description": "An account of an insurer, which counts from `since_at` to"
        " `until_at`.",
    },
    bases=["TwoPersonRow"],
)

_LEFT = (("Payout", "payee_account", 60), ("Insurer", "bank", 120), ("Insurer", "bank_account", 60))

# What was on record waits for the insurer's word; who confirmed the admission confirmed it.
_TAKEN_OVER = (
    "INSERT INTO payee_account (id, state, entered_by, entered_at, confirmed_by, confirmed_at,"
    " drop_reason, insurer_id, bank, number, source)"
    " SELECT gen_random_uuid(), 'confirmed', r.entered_by, coalesce(r.entered_at, now()),"
    " r.confirmed_by, coalesce(r.confirmed_at, now()), '', i.id, i.bank, i.bank_account, ''"
    " FROM insurer i LEFT JOIN LATERAL (SELECT c.* FROM register_change c WHERE c.kind = 'insurer'"
    " AND c.state = 'confirmed' AND c.body->>'code' = i.code LIMIT 1) r ON true"
)


class Migration(Migration):  # type: ignore[no-redef]
    """Payouts that were prepared keep their account; those asked for get it when prepared."""

    dependencies = [("models", "0036_file_tickets")]
    operations = [
        _TABLE,
        ops.AlterModelOptions(
            name="Insurer",
            options={
                "table": "insurer",
                "app": "models",
                "pk_attr": "id",
                "table_description": "An admitted insurer; what it is paid into stands beside it"
                " (R3.5).",
            },
        ),
        ops.AddField(
            model_name="Payout",
            name="payee",
            field=_at("models.PayeeAccount", "payee_id", null=True),
        ),
        *(
            ops.AlterField(
                model_name=model,
                name=name,
                field=fields.CharField(max_length=length, null=True),
            )
            for model, name, length in _LEFT
        ),
        RunSQL(
            [
                _TAKEN_OVER,
                'UPDATE payout p SET payee_id = a.id FROM payee_account a, "case" k'
                " WHERE k.id = p.case_id AND a.insurer_id = k.insurer_id"
                " AND a.number = p.payee_account AND p.prepared_by IS NOT NULL",
                *(forward for forward, _ in PAYEE_CONSTRAINTS),
            ],
            reverse_sql=[
                *(backward for _, backward in reversed(PAYEE_CONSTRAINTS)),
                "UPDATE insurer i SET bank = coalesce(a.bank, ''),"
                " bank_account = coalesce(a.number, '') FROM insurer j LEFT JOIN LATERAL"
                " (SELECT p.* FROM payee_account p WHERE p.insurer_id = j.id"
                " AND p.state = 'confirmed' ORDER BY p.until_at IS NULL AND p.since_at IS NOT NULL"
                " DESC, p.entered_at DESC LIMIT 1) a ON true WHERE i.id = j.id",
                "UPDATE payout p SET payee_account = coalesce(a.number, i.bank_account)"
                ' FROM "case" k JOIN insurer i ON i.id = k.insurer_id, payout o'
                " LEFT JOIN payee_account a ON a.id = o.payee_id"
                " WHERE o.id = p.id AND k.id = p.case_id",
            ],
        ),
        *(ops.RemoveField(model_name=model, name=name) for model, name, _ in _LEFT),
    ]
