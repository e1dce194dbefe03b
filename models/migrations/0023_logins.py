"""Face checks, a login that replaces another, bindings that are contested or ended. R2.5."""

from tortoise import fields, migrations
from tortoise.fields.base import OnDelete
from tortoise.indexes import Index
from tortoise.migrations import operations as ops

from models.identity_constraints import LOGINS_CONSTRAINTS
from models.ids import new_id


class Migration(migrations.Migration):
    """Nobody has any of these yet."""

    dependencies = [("models", "0022_released_texts")]

    operations = [
        ops.CreateModel(
            name="BindingContest",
            fields=[
                (
                    "id",
                    fields.UUIDField(primary_key=True, default=new_id, unique=True, db_index=True),
                ),
                (
                    "binding",
                    fields.ForeignKeyField(
                        "models.Binding",
                        source_field="binding_id",
                        db_constraint=True,
                        to_field="id",
                        on_delete=OnDelete.RESTRICT,
                    ),
                ),
                (
                    "person",
                    fields.ForeignKeyField(
                        "models.Person",
                        source_field="person_id",
                        db_constraint=True,
                        to_field="id",
                        on_delete=OnDelete.RESTRICT,
                    ),
                ),
                ("reason", fields.CharField(max_length=500)),
                ("state", fields.CharField(max_length=12)),
                ("made_at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
                ("decided_by", fields.UUIDField(null=True)),
                ("decided_at", fields.DatetimeField(null=True, auto_now=False, auto_now_add=False)),
                ("answer", fields.CharField(default="", max_length=300)),
            ],
            options={
                "table": "binding_contest",
                "app": "models",
                "pk_attr": "id",
                "table_description": "An owner says that somebody else is bound wrongly to their home. State: open, ended (the",
            },
            bases=["Row"],
        ),
        ops.CreateModel(
            name="FaceCheck",
            fields=[
                (
                    "id",
                    fields.UUIDField(primary_key=True, default=new_id, unique=True, db_index=True),
                ),
                (
                    "person",
                    fields.ForeignKeyField(
                        "models.Person",
                        source_field="person_id",
                        db_constraint=True,
                        to_field="id",
                        on_delete=OnDelete.CASCADE,
                    ),
                ),
                ("papers_index", fields.BinaryField()),
                ("verify_id", fields.CharField(max_length=256)),
                ("made_at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
                ("expires_at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
                ("used_at", fields.DatetimeField(null=True, auto_now=False, auto_now_add=False)),
            ],
            options={
                "table": "face_check",
                "app": "models",
                "indexes": [Index(fields=["person_id", "made_at"]), Index(fields=["made_at"])],
                "pk_attr": "id",
                "table_description": "A face check that WeChat opened for a person with the papers that `papers_index` stands for;",
            },
            bases=["Row"],
        ),
        ops.CreateModel(
            name="Guesses",
            fields=[
                (
                    "id",
                    fields.UUIDField(primary_key=True, default=new_id, unique=True, db_index=True),
                ),
                ("kind", fields.CharField(max_length=8)),
                ("key", fields.UUIDField()),
                ("failures", fields.IntField()),
                ("last_at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
            ],
            options={
                "table": "guesses",
                "app": "models",
                "unique_together": (("kind", "key"),),
                "pk_attr": "id",
                "table_description": "How often tries failed, ever: of one login (`person`), or at the homes that one owner may",
            },
            bases=["Row"],
        ),
        ops.CreateModel(
            name="LoginChange",
            fields=[
                (
                    "id",
                    fields.UUIDField(primary_key=True, default=new_id, unique=True, db_index=True),
                ),
                (
                    "person",
                    fields.ForeignKeyField(
                        "models.Person",
                        source_field="person_id",
                        db_constraint=True,
                        to_field="id",
                        on_delete=OnDelete.RESTRICT,
                    ),
                ),
                (
                    "owner",
                    fields.ForeignKeyField(
                        "models.Owner",
                        source_field="owner_id",
                        db_constraint=True,
                        to_field="id",
                        on_delete=OnDelete.RESTRICT,
                    ),
                ),
                (
                    "home",
                    fields.ForeignKeyField(
                        "models.Home",
                        source_field="home_id",
                        db_constraint=True,
                        to_field="id",
                        on_delete=OnDelete.RESTRICT,
                    ),
                ),
                ("how", fields.CharField(max_length=16)),
                ("state", fields.CharField(max_length=12)),
                ("made_at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
                ("due_at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
                ("contested_by", fields.UUIDField(null=True)),
                (
                    "contested_at",
                    fields.DatetimeField(null=True, auto_now=False, auto_now_add=False),
                ),
                ("contest", fields.TextField(default="", unique=False)),
                ("decided_by", fields.UUIDField(null=True)),
                ("decided_at", fields.DatetimeField(null=True, auto_now=False, auto_now_add=False)),
                ("answer", fields.TextField(default="", unique=False)),
            ],
            options={
                "table": "login_change",
                "app": "models",
                "pk_attr": "id",
                "table_description": "A login that is to be an owner's only one, once the waiting time is over.",
            },
            bases=["Row"],
        ),
        ops.CreateModel(
            name="BindingEnding",
            fields=[
                (
                    "id",
                    fields.UUIDField(primary_key=True, default=new_id, unique=True, db_index=True),
                ),
                ("state", fields.CharField(max_length=12)),
                ("entered_by", fields.UUIDField()),
                ("entered_at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
                ("confirmed_by", fields.UUIDField(null=True)),
                (
                    "confirmed_at",
                    fields.DatetimeField(null=True, auto_now=False, auto_now_add=False),
                ),
                ("dropped_by", fields.UUIDField(null=True)),
                ("dropped_at", fields.DatetimeField(null=True, auto_now=False, auto_now_add=False)),
                ("drop_reason", fields.CharField(db_default="", max_length=500)),
                (
                    "person",
                    fields.ForeignKeyField(
                        "models.Person",
                        source_field="person_id",
                        db_constraint=True,
                        to_field="id",
                        on_delete=OnDelete.RESTRICT,
                    ),
                ),
                (
                    "owner",
                    fields.ForeignKeyField(
                        "models.Owner",
                        source_field="owner_id",
                        db_constraint=True,
                        to_field="id",
                        on_delete=OnDelete.RESTRICT,
                    ),
                ),
                (
                    "change",
                    fields.ForeignKeyField(
                        "models.LoginChange",
                        source_field="change_id",
                        null=True,
                        db_constraint=True,
                        to_field="id",
                        on_delete=OnDelete.RESTRICT,
                    ),
                ),
                ("reason", fields.CharField(max_length=300)),
            ],
            options={
                "table": "binding_ending",
                "app": "models",
                "pk_attr": "id",
                "table_description": "A login that shall be bound as an owner no more; with a contested change, the login that",
            },
            bases=["TwoPersonRow"],
        ),
        ops.RunSQL(
            [forward for forward, _ in LOGINS_CONSTRAINTS],
            reverse_sql=[backward for _, backward in reversed(LOGINS_CONSTRAINTS)],
        ),
    ]
