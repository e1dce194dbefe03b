import functools
from json import dumps, loads
from uuid import uuid4

from tortoise import fields, migrations
from tortoise.fields.base import OnDelete
from tortoise.indexes import Index
from tortoise.migrations import operations as ops


class Migration(migrations.Migration):
    initial = True

    operations = [
        ops.CreateModel(
            name="AccountRow",
            fields=[
                (
                    "id",
                    fields.UUIDField(primary_key=True, default=uuid4, unique=True, db_index=True),
                ),
                ("kind", fields.CharField(max_length=32)),
                ("owner_ref", fields.UUIDField(null=True)),
                ("code", fields.CharField(unique=True, max_length=80)),
                ("title", fields.CharField(max_length=200)),
                ("side", fields.CharField(max_length=6)),
                ("guarded", fields.BooleanField()),
                ("balance_fen", fields.BigIntField(default=0)),
                ("held_fen", fields.BigIntField(default=0)),
                ("posted", fields.BigIntField(default=0)),
                ("opened_at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
            ],
            options={
                "table": "ledger_account",
                "app": "models",
                "indexes": [Index(fields=["owner_ref"])],
                "pk_attr": "id",
                "table_description": "An account with its cached balance, in fen on its normal side; changed under its lock.",
            },
            bases=["Row"],
        ),
        ops.CreateModel(
            name="Answered",
            fields=[
                (
                    "id",
                    fields.BigIntField(
                        generated=True, primary_key=True, unique=True, db_index=True
                    ),
                ),
                ("actor", fields.CharField(max_length=64)),
                ("key", fields.CharField(max_length=128)),
                ("operation", fields.CharField(max_length=80)),
                ("fingerprint", fields.BinaryField()),
                ("status", fields.SmallIntField()),
                ("answer", fields.BinaryField()),
                ("at", fields.DatetimeField(db_index=True, auto_now=False, auto_now_add=False)),
            ],
            options={
                "table": "answered",
                "app": "models",
                "unique_together": (("actor", "key"),),
                "pk_attr": "id",
                "table_description": "One write that was carried out: its key, who sent it, and the answer that it got.",
            },
            bases=["Model"],
        ),
        ops.CreateModel(
            name="BindingAttempt",
            fields=[
                (
                    "id",
                    fields.UUIDField(primary_key=True, default=uuid4, unique=True, db_index=True),
                ),
                ("person_id", fields.UUIDField()),
                ("home_id", fields.UUIDField()),
                ("at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
                ("matched", fields.BooleanField(default=False)),
            ],
            options={
                "table": "binding_attempt",
                "app": "models",
                "indexes": [
                    Index(fields=["person_id", "at"]),
                    Index(fields=["home_id", "at"]),
                    Index(fields=["at"]),
                ],
                "pk_attr": "id",
                "table_description": "One try to bind a home by name and number, kept so that tries can be counted (R2.5).",
            },
            bases=["Row"],
        ),
        ops.CreateModel(
            name="ChainRow",
            fields=[
                (
                    "subject_id",
                    fields.UUIDField(primary_key=True, default=uuid4, unique=True, db_index=True),
                ),
                ("length", fields.IntField()),
                ("hash", fields.BinaryField()),
            ],
            options={
                "table": "log_chain",
                "app": "models",
                "pk_attr": "subject_id",
                "table_description": "The end of one subject's chain; its row lock keeps the chain from forking.",
            },
            bases=["Model"],
        ),
        ops.CreateModel(
            name="Community",
            fields=[
                (
                    "id",
                    fields.UUIDField(primary_key=True, default=uuid4, unique=True, db_index=True),
                ),
                ("code", fields.CharField(unique=True, max_length=40)),
                ("name", fields.CharField(max_length=120)),
                ("address", fields.CharField(default="", max_length=200)),
                ("street", fields.CharField(default="", max_length=80)),
                ("manager_name", fields.CharField(default="", max_length=120)),
                ("managed", fields.CharField(default="company", max_length=16)),
                ("parking_counts", fields.BooleanField(default=False)),
            ],
            options={"table": "community", "app": "models", "pk_attr": "id"},
            bases=["Row"],
        ),
        ops.CreateModel(
            name="Building",
            fields=[
                (
                    "id",
                    fields.UUIDField(primary_key=True, default=uuid4, unique=True, db_index=True),
                ),
                (
                    "community",
                    fields.ForeignKeyField(
                        "models.Community",
                        source_field="community_id",
                        db_constraint=True,
                        to_field="id",
                        on_delete=OnDelete.RESTRICT,
                    ),
                ),
                ("code", fields.CharField(unique=True, max_length=40)),
                ("name", fields.CharField(max_length=80)),
                ("kept_per", fields.CharField(max_length=8)),
                ("land_parcel", fields.CharField(default="", max_length=40)),
                ("planning_permit", fields.CharField(default="", max_length=80)),
                ("planned_cm2", fields.BigIntField(null=True)),
                ("built_on", fields.DateField(null=True)),
                ("floors", fields.SmallIntField(null=True)),
            ],
            options={"table": "building", "app": "models", "pk_attr": "id"},
            bases=["Row"],
        ),
        ops.CreateModel(
            name="Deposit",
            fields=[
                (
                    "id",
                    fields.UUIDField(primary_key=True, default=uuid4, unique=True, db_index=True),
                ),
                ("code", fields.CharField(unique=True, max_length=40)),
                ("bank", fields.CharField(max_length=120)),
                ("bank_account", fields.CharField(max_length=60)),
                ("principal_fen", fields.BigIntField()),
                ("tenor", fields.CharField(max_length=8)),
                ("opened_on", fields.DateField()),
                ("matures_on", fields.DateField(null=True)),
                ("agreed_rate_e4", fields.IntField()),
                ("benchmark_rate_e4", fields.IntField()),
                ("method", fields.CharField(max_length=16)),
                ("base", fields.CharField(default="fen", max_length=8)),
                ("renews", fields.BooleanField(default=False)),
            ],
            options={
                "table": "deposit",
                "app": "models",
                "pk_attr": "id",
                "table_description": "A bank deposit as the old system listed it (R4.1). Rates in ten-thousandths of a percent.",
            },
            bases=["Row"],
        ),
        ops.CreateModel(
            name="Elevator",
            fields=[
                (
                    "id",
                    fields.UUIDField(primary_key=True, default=uuid4, unique=True, db_index=True),
                ),
                ("code", fields.CharField(unique=True, max_length=40)),
                (
                    "building",
                    fields.ForeignKeyField(
                        "models.Building",
                        source_field="building_id",
                        db_constraint=True,
                        to_field="id",
                        on_delete=OnDelete.RESTRICT,
                    ),
                ),
                ("name", fields.CharField(default="", max_length=80)),
                ("brand", fields.CharField(default="", max_length=80)),
                ("installed_on", fields.DateField()),
                ("inspected_on", fields.DateField(null=True)),
                ("inspection_due_on", fields.DateField(null=True)),
                ("certificate", fields.CharField(default="", max_length=80)),
                ("contractor", fields.CharField(default="", max_length=120)),
                ("licence_until_on", fields.DateField(null=True)),
                ("load_kg", fields.IntField(null=True)),
                ("condemned", fields.BooleanField(default=False)),
                ("open_defect", fields.CharField(default="", max_length=200)),
            ],
            options={"table": "elevator", "app": "models", "pk_attr": "id"},
            bases=["Row"],
        ),
        ops.CreateModel(
            name="EventRow",
            fields=[
                (
                    "seq",
                    fields.BigIntField(
                        generated=True, primary_key=True, unique=True, db_index=True
                    ),
                ),
                ("id", fields.UUIDField(unique=True)),
                ("subject_kind", fields.CharField(max_length=40)),
                ("subject_id", fields.UUIDField()),
                ("kind", fields.CharField(max_length=80)),
                (
                    "body",
                    fields.JSONField(
                        encoder=functools.partial(dumps, separators=(",", ":")), decoder=loads
                    ),
                ),
                ("actor_kind", fields.CharField(max_length=40)),
                ("actor_id", fields.UUIDField(null=True)),
                ("role", fields.CharField(max_length=40)),
                ("why", fields.TextField(unique=False)),
                ("request_id", fields.CharField(max_length=80)),
                ("at", fields.DatetimeField(db_index=True, auto_now=False, auto_now_add=False)),
                ("prev_hash", fields.BinaryField()),
                ("hash", fields.BinaryField()),
            ],
            options={
                "table": "log_event",
                "app": "models",
                "unique_together": (("subject_id", "prev_hash"),),
                "indexes": [Index(fields=["subject_id", "seq"])],
                "pk_attr": "seq",
                "table_description": "One event, never changed. `hash` covers its canonical text and `prev_hash`, the hash of the",
            },
            bases=["Model"],
        ),
        ops.CreateModel(
            name="File",
            fields=[
                (
                    "id",
                    fields.UUIDField(primary_key=True, default=uuid4, unique=True, db_index=True),
                ),
                ("sha256", fields.BinaryField()),
                ("original_sha256", fields.BinaryField()),
                ("media_type", fields.CharField(max_length=80)),
                ("name", fields.CharField(max_length=200)),
                ("size", fields.IntField()),
                ("width", fields.IntField(null=True)),
                ("height", fields.IntField(null=True)),
                ("content", fields.BinaryField()),
                ("owner_kind", fields.CharField(max_length=16)),
                ("owner_id", fields.UUIDField(db_index=True)),
                ("created_at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
            ],
            options={
                "table": "file",
                "app": "models",
                "pk_attr": "id",
                "table_description": "A stored file; the row never changes. `sha256` is of what is stored, `original_sha256`",
            },
            bases=["Row"],
        ),
        ops.CreateModel(
            name="HoldRow",
            fields=[
                (
                    "id",
                    fields.UUIDField(primary_key=True, default=uuid4, unique=True, db_index=True),
                ),
                (
                    "account",
                    fields.ForeignKeyField(
                        "models.AccountRow",
                        source_field="account_id",
                        db_constraint=True,
                        to_field="id",
                        related_name="holds",
                        on_delete=OnDelete.RESTRICT,
                    ),
                ),
                ("case_id", fields.UUIDField()),
                ("plan_version", fields.IntField()),
                ("amount_fen", fields.BigIntField()),
                ("captured_fen", fields.BigIntField(default=0)),
                ("state", fields.CharField(default="open", max_length=8)),
                ("held_at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
                ("closed_at", fields.DatetimeField(null=True, auto_now=False, auto_now_add=False)),
            ],
            options={
                "table": "ledger_hold",
                "app": "models",
                "unique_together": (("case_id", "plan_version"),),
                "indexes": [Index(fields=["account_id", "state"])],
                "pk_attr": "id",
                "table_description": "Money reserved for one version of a case's plan; it never lapses by itself (R3.4).",
            },
            bases=["Row"],
        ),
        ops.CreateModel(
            name="Import",
            fields=[
                (
                    "id",
                    fields.UUIDField(primary_key=True, default=uuid4, unique=True, db_index=True),
                ),
                (
                    "file",
                    fields.ForeignKeyField(
                        "models.File",
                        source_field="file_id",
                        db_constraint=True,
                        to_field="id",
                        on_delete=OnDelete.RESTRICT,
                    ),
                ),
                ("state", fields.CharField(max_length=16)),
                ("rows_total", fields.IntField(default=0)),
                ("rows_done", fields.IntField(default=0)),
                (
                    "counts",
                    fields.JSONField(
                        default=dict,
                        encoder=functools.partial(dumps, separators=(",", ":")),
                        decoder=loads,
                    ),
                ),
                ("error_count", fields.IntField(default=0)),
                ("failure", fields.TextField(default="", unique=False)),
                ("created_by", fields.UUIDField()),
                ("created_at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
                ("confirmed_by", fields.UUIDField(null=True)),
                (
                    "finished_at",
                    fields.DatetimeField(null=True, auto_now=False, auto_now_add=False),
                ),
                (
                    "lease_until",
                    fields.DatetimeField(null=True, auto_now=False, auto_now_add=False),
                ),
            ],
            options={
                "table": "import",
                "app": "models",
                "pk_attr": "id",
                "table_description": "One spreadsheet taken in: checked, then confirmed or dropped (R2.7).",
            },
            bases=["Row"],
        ),
        ops.CreateModel(
            name="ImportError_",
            fields=[
                (
                    "id",
                    fields.UUIDField(primary_key=True, default=uuid4, unique=True, db_index=True),
                ),
                (
                    "source",
                    fields.ForeignKeyField(
                        "models.Import",
                        source_field="source_id",
                        db_constraint=True,
                        to_field="id",
                        on_delete=OnDelete.CASCADE,
                    ),
                ),
                ("number", fields.IntField()),
                ("sheet", fields.CharField(max_length=40)),
                ("row", fields.IntField()),
                ("column", fields.CharField(max_length=40)),
                ("value", fields.CharField(default="", max_length=120)),
                ("reason", fields.CharField(max_length=300)),
            ],
            options={
                "table": "import_error",
                "app": "models",
                "unique_together": (("source_id", "number"),),
                "pk_attr": "id",
                "table_description": "One fault in one cell, in words a clerk can act on.",
            },
            bases=["Row"],
        ),
        ops.CreateModel(
            name="Insurer",
            fields=[
                (
                    "id",
                    fields.UUIDField(primary_key=True, default=uuid4, unique=True, db_index=True),
                ),
                ("code", fields.CharField(unique=True, max_length=40)),
                ("name", fields.CharField(max_length=120)),
                ("bank", fields.CharField(max_length=120)),
                ("bank_account", fields.CharField(max_length=60)),
                ("contact", fields.CharField(default="", max_length=120)),
                ("admitted_from_on", fields.DateField()),
                ("admitted_to_on", fields.DateField()),
                (
                    "suspended_at",
                    fields.DatetimeField(null=True, auto_now=False, auto_now_add=False),
                ),
            ],
            options={
                "table": "insurer",
                "app": "models",
                "pk_attr": "id",
                "table_description": "An admitted insurer; premiums are paid to this bank account only (R3.5).",
            },
            bases=["Row"],
        ),
        ops.CreateModel(
            name="Account",
            fields=[
                (
                    "id",
                    fields.UUIDField(primary_key=True, default=uuid4, unique=True, db_index=True),
                ),
                ("username", fields.CharField(unique=True, max_length=40)),
                ("name", fields.CharField(max_length=80)),
                ("roles", fields.CharField(max_length=200)),
                (
                    "insurer",
                    fields.ForeignKeyField(
                        "models.Insurer",
                        source_field="insurer_id",
                        null=True,
                        db_constraint=True,
                        to_field="id",
                        on_delete=OnDelete.RESTRICT,
                    ),
                ),
                (
                    "community",
                    fields.ForeignKeyField(
                        "models.Community",
                        source_field="community_id",
                        null=True,
                        db_constraint=True,
                        to_field="id",
                        on_delete=OnDelete.RESTRICT,
                    ),
                ),
                ("password_hash", fields.CharField(null=True, max_length=200)),
                ("totp_cipher", fields.BinaryField(null=True)),
                ("totp_last_step", fields.BigIntField(default=0)),
                ("invite_hash", fields.BinaryField(null=True)),
                (
                    "invite_expires_at",
                    fields.DatetimeField(null=True, auto_now=False, auto_now_add=False),
                ),
                ("failures", fields.SmallIntField(default=0)),
                (
                    "locked_until",
                    fields.DatetimeField(null=True, auto_now=False, auto_now_add=False),
                ),
                (
                    "disabled_at",
                    fields.DatetimeField(null=True, auto_now=False, auto_now_add=False),
                ),
                ("created_by", fields.UUIDField(null=True)),
                ("created_at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
            ],
            options={
                "table": "account",
                "app": "models",
                "pk_attr": "id",
                "table_description": "A password account: Centre staff, an insurer's people, street office, bureau.",
            },
            bases=["Row"],
        ),
        ops.CreateModel(
            name="JournalRow",
            fields=[
                (
                    "id",
                    fields.UUIDField(primary_key=True, default=uuid4, unique=True, db_index=True),
                ),
                ("kind", fields.CharField(max_length=32)),
                ("reference", fields.CharField(unique=True, max_length=160)),
                ("effective_on", fields.DateField()),
                ("recorded_at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
                ("memo", fields.CharField(default="", max_length=500)),
                ("case_id", fields.UUIDField(null=True, db_index=True)),
                (
                    "reverses",
                    fields.OneToOneField(
                        "models.JournalRow",
                        source_field="reverses_id",
                        null=True,
                        db_constraint=True,
                        to_field="id",
                        related_name="reversed_by",
                        on_delete=OnDelete.RESTRICT,
                    ),
                ),
                ("actor", fields.CharField(max_length=80)),
                ("lines", fields.IntField()),
            ],
            options={
                "table": "ledger_journal",
                "app": "models",
                "pk_attr": "id",
                "table_description": "One movement of money; append-only. `effective_on` is the bank's day, `recorded_at` ours.",
            },
            bases=["Row"],
        ),
        ops.CreateModel(
            name="LeafRow",
            fields=[
                (
                    "index",
                    fields.BigIntField(
                        generated=False, primary_key=True, unique=True, db_index=True
                    ),
                ),
                ("seq", fields.BigIntField(unique=True)),
            ],
            options={
                "table": "log_leaf",
                "app": "models",
                "pk_attr": "index",
                "table_description": "Which event stands at which place of the tree, counted from 0 without gaps.",
            },
            bases=["Model"],
        ),
        ops.CreateModel(
            name="LocalDay",
            fields=[
                ("day", fields.DateField(primary_key=True, unique=True, db_index=True)),
                ("working", fields.BooleanField()),
                ("name", fields.CharField(default="", max_length=40)),
                ("source", fields.CharField(default="", max_length=200)),
                ("entered_by", fields.UUIDField()),
                ("entered_at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
            ],
            options={
                "table": "local_day",
                "app": "models",
                "pk_attr": "day",
                "table_description": "A day of the prefecture, or of a year the library does not know yet.",
            },
            bases=["Model"],
        ),
        ops.CreateModel(
            name="MaintenanceVisit",
            fields=[
                (
                    "id",
                    fields.UUIDField(primary_key=True, default=uuid4, unique=True, db_index=True),
                ),
                (
                    "elevator",
                    fields.ForeignKeyField(
                        "models.Elevator",
                        source_field="elevator_id",
                        db_constraint=True,
                        to_field="id",
                        on_delete=OnDelete.CASCADE,
                    ),
                ),
                ("visited_on", fields.DateField()),
                ("contractor", fields.CharField(default="", max_length=120)),
                ("result", fields.CharField(default="", max_length=80)),
                ("defect", fields.CharField(default="", max_length=200)),
            ],
            options={
                "table": "maintenance_visit",
                "app": "models",
                "unique_together": (("elevator_id", "visited_on"),),
                "pk_attr": "id",
            },
            bases=["Row"],
        ),
        ops.CreateModel(
            name="Message",
            fields=[
                (
                    "id",
                    fields.UUIDField(primary_key=True, default=uuid4, unique=True, db_index=True),
                ),
                ("to_kind", fields.CharField(max_length=8)),
                ("to_id", fields.UUIDField()),
                ("event_id", fields.UUIDField()),
                ("kind", fields.CharField(max_length=40)),
                ("title", fields.CharField(max_length=80)),
                ("text", fields.TextField(unique=False)),
                ("link", fields.CharField(default="", max_length=200)),
                ("case_id", fields.UUIDField(null=True)),
                ("created_at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
                ("read_at", fields.DatetimeField(null=True, auto_now=False, auto_now_add=False)),
            ],
            options={
                "table": "message",
                "app": "models",
                "unique_together": (("to_id", "event_id", "kind"),),
                "indexes": [Index(fields=["to_id", "created_at"])],
                "pk_attr": "id",
                "table_description": "One message to one person or account: the in-app inbox, always kept (R13.2).",
            },
            bases=["Row"],
        ),
        ops.CreateModel(
            name="Delivery",
            fields=[
                (
                    "id",
                    fields.UUIDField(primary_key=True, default=uuid4, unique=True, db_index=True),
                ),
                (
                    "message",
                    fields.OneToOneField(
                        "models.Message",
                        source_field="message_id",
                        db_constraint=True,
                        to_field="id",
                        on_delete=OnDelete.CASCADE,
                    ),
                ),
                ("openid", fields.CharField(max_length=64)),
                ("template", fields.CharField(max_length=40)),
                ("page", fields.CharField(default="", max_length=200)),
                (
                    "data",
                    fields.JSONField(
                        encoder=functools.partial(dumps, separators=(",", ":")), decoder=loads
                    ),
                ),
                ("state", fields.CharField(default="waiting", max_length=16)),
                ("spent", fields.BooleanField(default=False)),
                ("tries", fields.SmallIntField(default=0)),
                ("due_at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
                ("lease", fields.UUIDField(null=True)),
                (
                    "lease_until",
                    fields.DatetimeField(null=True, auto_now=False, auto_now_add=False),
                ),
                ("settled_at", fields.DatetimeField(null=True, auto_now=False, auto_now_add=False)),
                ("msgid", fields.CharField(default="", max_length=40)),
            ],
            options={
                "table": "delivery",
                "app": "models",
                "pk_attr": "id",
                "table_description": "The WeChat copy of a message. State: waiting, leased (being sent), sent, refused (WeChat's",
            },
            bases=["Row"],
        ),
        ops.CreateModel(
            name="Attempt",
            fields=[
                (
                    "id",
                    fields.UUIDField(primary_key=True, default=uuid4, unique=True, db_index=True),
                ),
                (
                    "delivery",
                    fields.ForeignKeyField(
                        "models.Delivery",
                        source_field="delivery_id",
                        db_constraint=True,
                        to_field="id",
                        on_delete=OnDelete.CASCADE,
                    ),
                ),
                ("number", fields.SmallIntField()),
                ("started_at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
                ("outcome", fields.CharField(default="started", max_length=16)),
                ("errcode", fields.IntField(null=True)),
                ("detail", fields.CharField(default="", max_length=200)),
            ],
            options={
                "table": "attempt",
                "app": "models",
                "unique_together": (("delivery_id", "number"),),
                "pk_attr": "id",
                "table_description": "One try to send, recorded before the call and completed after it (R13.3).",
            },
            bases=["Row"],
        ),
        ops.CreateModel(
            name="NodeRow",
            fields=[
                (
                    "place",
                    fields.BigIntField(
                        generated=False, primary_key=True, unique=True, db_index=True
                    ),
                ),
                ("hash", fields.BinaryField()),
            ],
            options={
                "table": "log_node",
                "app": "models",
                "pk_attr": "place",
                "table_description": "The top of a complete subtree; `place` is its position x 64 + its level.",
            },
            bases=["Model"],
        ),
        ops.CreateModel(
            name="Numbering",
            fields=[
                (
                    "id",
                    fields.CharField(primary_key=True, unique=True, db_index=True, max_length=24),
                ),
                ("highest", fields.IntField()),
            ],
            options={
                "table": "numbering",
                "app": "models",
                "pk_attr": "id",
                "table_description": "The last number given out of one kind in one year.",
            },
            bases=["Model"],
        ),
        ops.CreateModel(
            name="Owner",
            fields=[
                (
                    "id",
                    fields.UUIDField(primary_key=True, default=uuid4, unique=True, db_index=True),
                ),
                ("name", fields.CharField(max_length=120)),
                ("name_key", fields.CharField(db_index=True, max_length=120)),
                ("id_kind", fields.CharField(max_length=16)),
                ("id_cipher", fields.BinaryField(null=True)),
                ("id_index", fields.BinaryField(null=True)),
                ("phone_cipher", fields.BinaryField(null=True)),
            ],
            options={
                "table": "owner",
                "app": "models",
                "pk_attr": "id",
                "table_description": "A person or body in the roll; one ID number is one owner (R2.2). ID numbers are",
            },
            bases=["Row"],
        ),
        ops.CreateModel(
            name="Person",
            fields=[
                (
                    "id",
                    fields.UUIDField(primary_key=True, default=uuid4, unique=True, db_index=True),
                ),
                ("openid", fields.CharField(unique=True, max_length=64)),
                ("unionid", fields.CharField(null=True, max_length=64)),
                ("phone_cipher", fields.BinaryField(null=True)),
                ("phone_index", fields.BinaryField(null=True)),
                (
                    "owner",
                    fields.ForeignKeyField(
                        "models.Owner",
                        source_field="owner_id",
                        null=True,
                        db_constraint=True,
                        to_field="id",
                        on_delete=OnDelete.RESTRICT,
                    ),
                ),
                ("seen_at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
                ("created_at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
            ],
            options={
                "table": "person",
                "app": "models",
                "pk_attr": "id",
                "table_description": "One openid is one person (R2.5). `owner` is the roll's owner once identity was proved.",
            },
            bases=["Row"],
        ),
        ops.CreateModel(
            name="Appointment",
            fields=[
                (
                    "id",
                    fields.UUIDField(primary_key=True, default=uuid4, unique=True, db_index=True),
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
                    "community",
                    fields.ForeignKeyField(
                        "models.Community",
                        source_field="community_id",
                        db_constraint=True,
                        to_field="id",
                        on_delete=OnDelete.RESTRICT,
                    ),
                ),
                ("role", fields.CharField(max_length=16)),
                ("body_name", fields.CharField(max_length=120)),
                (
                    "file",
                    fields.ForeignKeyField(
                        "models.File",
                        source_field="file_id",
                        db_constraint=True,
                        to_field="id",
                        on_delete=OnDelete.RESTRICT,
                    ),
                ),
                ("from_on", fields.DateField()),
                ("to_on", fields.DateField()),
                ("state", fields.CharField(default="open", max_length=16)),
                ("reason", fields.TextField(default="", unique=False)),
                ("decided_by", fields.UUIDField(null=True)),
                ("decided_at", fields.DatetimeField(null=True, auto_now=False, auto_now_add=False)),
                ("ended_at", fields.DatetimeField(null=True, auto_now=False, auto_now_add=False)),
                ("created_at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
            ],
            options={
                "table": "appointment",
                "app": "models",
                "pk_attr": "id",
                "table_description": "A committee member or a manager, with written authorisation and a term (R5.1).",
            },
            bases=["Row"],
        ),
        ops.CreateModel(
            name="Consent",
            fields=[
                (
                    "id",
                    fields.UUIDField(primary_key=True, default=uuid4, unique=True, db_index=True),
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
                ("template", fields.CharField(max_length=40)),
                ("by_phone", fields.IntField(default=0)),
                ("by_push", fields.IntField(default=0)),
                ("used", fields.IntField(default=0)),
                ("standing", fields.BooleanField(default=False)),
                ("changed_at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
            ],
            options={
                "table": "consent",
                "app": "models",
                "unique_together": (("person_id", "template"),),
                "pk_attr": "id",
                "table_description": "What a person allowed for one template: a number of single messages, or standing consent.",
            },
            bases=["Row"],
        ),
        ops.CreateModel(
            name="PolicyVersion",
            fields=[
                (
                    "id",
                    fields.UUIDField(primary_key=True, default=uuid4, unique=True, db_index=True),
                ),
                (
                    "values",
                    fields.JSONField(
                        encoder=functools.partial(dumps, separators=(",", ":")), decoder=loads
                    ),
                ),
                ("source", fields.CharField(max_length=200)),
                ("entered_by", fields.UUIDField()),
                (
                    "entered_at",
                    fields.DatetimeField(db_index=True, auto_now=False, auto_now_add=False),
                ),
            ],
            options={
                "table": "policy_version",
                "app": "models",
                "pk_attr": "id",
                "table_description": "One version of all parameters by their dotted names, with its source.",
            },
            bases=["Row"],
        ),
        ops.CreateModel(
            name="PostingRow",
            fields=[
                (
                    "id",
                    fields.UUIDField(primary_key=True, default=uuid4, unique=True, db_index=True),
                ),
                (
                    "journal",
                    fields.ForeignKeyField(
                        "models.JournalRow",
                        source_field="journal_id",
                        db_constraint=True,
                        to_field="id",
                        related_name="postings",
                        on_delete=OnDelete.RESTRICT,
                    ),
                ),
                (
                    "account",
                    fields.ForeignKeyField(
                        "models.AccountRow",
                        source_field="account_id",
                        db_constraint=True,
                        to_field="id",
                        related_name="postings",
                        on_delete=OnDelete.RESTRICT,
                    ),
                ),
                ("amount_fen", fields.BigIntField()),
                ("seq", fields.IntField()),
                ("position", fields.BigIntField()),
                ("balance_after_fen", fields.BigIntField()),
                ("payee", fields.UUIDField(null=True)),
            ],
            options={
                "table": "ledger_posting",
                "app": "models",
                "unique_together": (("journal_id", "seq"), ("account_id", "position")),
                "pk_attr": "id",
                "table_description": "One line of a journal; append-only. `position` counts the account's lines from 1.",
            },
            bases=["Row"],
        ),
        ops.CreateModel(
            name="PublishedYear",
            fields=[
                (
                    "year",
                    fields.IntField(generated=False, primary_key=True, unique=True, db_index=True),
                ),
                ("source", fields.CharField(max_length=200)),
                ("entered_by", fields.UUIDField()),
                ("entered_at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
            ],
            options={
                "table": "published_year",
                "app": "models",
                "pk_attr": "year",
                "table_description": "A year whose holidays are out and fully entered as local days.",
            },
            bases=["Model"],
        ),
        ops.CreateModel(
            name="Pushed",
            fields=[
                (
                    "id",
                    fields.UUIDField(primary_key=True, default=uuid4, unique=True, db_index=True),
                ),
                ("key", fields.CharField(unique=True, max_length=200)),
                ("kind", fields.CharField(max_length=60)),
                ("at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
            ],
            options={
                "table": "pushed",
                "app": "models",
                "pk_attr": "id",
                "table_description": "A push from WeChat already handled: its key, so that a repeat does nothing.",
            },
            bases=["Row"],
        ),
        ops.CreateModel(
            name="RollChange",
            fields=[
                (
                    "id",
                    fields.UUIDField(primary_key=True, default=uuid4, unique=True, db_index=True),
                ),
                (
                    "source",
                    fields.ForeignKeyField(
                        "models.Import",
                        source_field="source_id",
                        db_constraint=True,
                        to_field="id",
                        on_delete=OnDelete.RESTRICT,
                    ),
                ),
                ("table", fields.CharField(max_length=40)),
                ("row_id", fields.UUIDField(db_index=True)),
                (
                    "before",
                    fields.JSONField(
                        null=True,
                        encoder=functools.partial(dumps, separators=(",", ":")),
                        decoder=loads,
                    ),
                ),
                (
                    "after",
                    fields.JSONField(
                        null=True,
                        encoder=functools.partial(dumps, separators=(",", ":")),
                        decoder=loads,
                    ),
                ),
            ],
            options={
                "table": "roll_change",
                "app": "models",
                "indexes": [Index(fields=["source_id", "id"])],
                "pk_attr": "id",
                "table_description": "What an import changed in one row: before and after, without numbers of people.",
            },
            bases=["Row"],
        ),
        ops.CreateModel(
            name="Scope",
            fields=[
                (
                    "id",
                    fields.UUIDField(primary_key=True, default=uuid4, unique=True, db_index=True),
                ),
                (
                    "building",
                    fields.ForeignKeyField(
                        "models.Building",
                        source_field="building_id",
                        db_constraint=True,
                        to_field="id",
                        on_delete=OnDelete.RESTRICT,
                    ),
                ),
                ("code", fields.CharField(unique=True, max_length=40)),
                ("name", fields.CharField(max_length=200)),
                ("kind", fields.CharField(max_length=8)),
            ],
            options={
                "table": "scope",
                "app": "models",
                "pk_attr": "id",
                "table_description": "The building or unit that a pooled account is kept for. `unit` is null for a building.",
            },
            bases=["Row"],
        ),
        ops.CreateModel(
            name="Case",
            fields=[
                (
                    "id",
                    fields.UUIDField(primary_key=True, default=uuid4, unique=True, db_index=True),
                ),
                ("number", fields.CharField(unique=True, max_length=24)),
                ("flow", fields.CharField(max_length=16)),
                (
                    "scope",
                    fields.ForeignKeyField(
                        "models.Scope",
                        source_field="scope_id",
                        db_constraint=True,
                        to_field="id",
                        on_delete=OnDelete.RESTRICT,
                    ),
                ),
                (
                    "community",
                    fields.ForeignKeyField(
                        "models.Community",
                        source_field="community_id",
                        db_constraint=True,
                        to_field="id",
                        on_delete=OnDelete.RESTRICT,
                    ),
                ),
                (
                    "insurer",
                    fields.ForeignKeyField(
                        "models.Insurer",
                        source_field="insurer_id",
                        db_constraint=True,
                        to_field="id",
                        on_delete=OnDelete.RESTRICT,
                    ),
                ),
                ("state", fields.CharField(db_index=True, max_length=16)),
                ("version", fields.IntField(default=0)),
                ("urgent", fields.BooleanField(default=False)),
                (
                    "due_at",
                    fields.DatetimeField(
                        null=True, db_index=True, auto_now=False, auto_now_add=False
                    ),
                ),
                (
                    "facts_json",
                    fields.JSONField(
                        source_field="facts",
                        encoder=functools.partial(dumps, separators=(",", ":")),
                        decoder=loads,
                    ),
                ),
                ("created_by", fields.UUIDField()),
                (
                    "created_at",
                    fields.DatetimeField(db_index=True, auto_now=False, auto_now_add=False),
                ),
                ("changed_at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
            ],
            options={
                "table": "case",
                "app": "models",
                "pk_attr": "id",
                "table_description": "One application. `facts` is what the rules decide on (`rules.cases.Facts`), written only",
            },
            bases=["Row"],
        ),
        ops.CreateModel(
            name="CaseElevator",
            fields=[
                (
                    "id",
                    fields.UUIDField(primary_key=True, default=uuid4, unique=True, db_index=True),
                ),
                (
                    "case",
                    fields.ForeignKeyField(
                        "models.Case",
                        source_field="case_id",
                        db_constraint=True,
                        to_field="id",
                        on_delete=OnDelete.RESTRICT,
                    ),
                ),
                (
                    "elevator",
                    fields.ForeignKeyField(
                        "models.Elevator",
                        source_field="elevator_id",
                        db_constraint=True,
                        to_field="id",
                        on_delete=OnDelete.RESTRICT,
                    ),
                ),
                ("open", fields.BooleanField(default=True)),
            ],
            options={
                "table": "case_elevator",
                "app": "models",
                "unique_together": (("case_id", "elevator_id"),),
                "pk_attr": "id",
                "table_description": "An elevator named in a case. `open` while the case is: one open case per elevator (R5.5).",
            },
            bases=["Row"],
        ),
        ops.CreateModel(
            name="ConditionCheck",
            fields=[
                (
                    "id",
                    fields.UUIDField(primary_key=True, default=uuid4, unique=True, db_index=True),
                ),
                (
                    "case",
                    fields.ForeignKeyField(
                        "models.Case",
                        source_field="case_id",
                        db_constraint=True,
                        to_field="id",
                        on_delete=OnDelete.RESTRICT,
                    ),
                ),
                ("occasion", fields.CharField(max_length=16)),
                ("version", fields.IntField()),
                (
                    "result",
                    fields.JSONField(
                        encoder=functools.partial(dumps, separators=(",", ":")), decoder=loads
                    ),
                ),
                ("passed", fields.BooleanField()),
                ("checked_at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
            ],
            options={
                "table": "condition_check",
                "app": "models",
                "pk_attr": "id",
                "table_description": "The four conditions as found at one moment, with the facts they were judged by (R5).",
            },
            bases=["Row"],
        ),
        ops.CreateModel(
            name="Document",
            fields=[
                (
                    "id",
                    fields.UUIDField(primary_key=True, default=uuid4, unique=True, db_index=True),
                ),
                (
                    "case",
                    fields.ForeignKeyField(
                        "models.Case",
                        source_field="case_id",
                        db_constraint=True,
                        to_field="id",
                        on_delete=OnDelete.RESTRICT,
                    ),
                ),
                (
                    "file",
                    fields.ForeignKeyField(
                        "models.File",
                        source_field="file_id",
                        db_constraint=True,
                        to_field="id",
                        on_delete=OnDelete.RESTRICT,
                    ),
                ),
                ("kind", fields.CharField(max_length=24)),
                ("version", fields.IntField(default=0)),
                ("number", fields.CharField(default="", max_length=60)),
                ("added_by", fields.UUIDField()),
                ("added_at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
            ],
            options={
                "table": "document",
                "app": "models",
                "pk_attr": "id",
                "table_description": "A paper in a case's file: authorisation, plan, contract, invoice, notice photo, …",
            },
            bases=["Row"],
        ),
        ops.CreateModel(
            name="Payout",
            fields=[
                (
                    "id",
                    fields.UUIDField(primary_key=True, default=uuid4, unique=True, db_index=True),
                ),
                (
                    "case",
                    fields.OneToOneField(
                        "models.Case",
                        source_field="case_id",
                        db_constraint=True,
                        to_field="id",
                        on_delete=OnDelete.RESTRICT,
                    ),
                ),
                ("invoice_number", fields.CharField(unique=True, max_length=60)),
                ("invoice_fen", fields.BigIntField()),
                ("payee_account", fields.CharField(max_length=60)),
                ("amount_fen", fields.BigIntField()),
                ("state", fields.CharField(max_length=16)),
                ("complete_on", fields.DateField()),
                ("due_on", fields.DateField()),
                ("provisional", fields.BooleanField()),
                ("prepared_by", fields.UUIDField(null=True)),
                ("approved_by", fields.UUIDField(null=True)),
                ("paid_at", fields.DatetimeField(null=True, auto_now=False, auto_now_add=False)),
                ("reminded_on", fields.DateField(null=True)),
                ("journal_id", fields.UUIDField(null=True)),
            ],
            options={
                "table": "payout",
                "app": "models",
                "pk_attr": "id",
                "table_description": "A premium on its way to the insurer (R9). An invoice number is used once.",
            },
            bases=["Row"],
        ),
        ops.CreateModel(
            name="Plan",
            fields=[
                (
                    "id",
                    fields.UUIDField(primary_key=True, default=uuid4, unique=True, db_index=True),
                ),
                (
                    "case",
                    fields.ForeignKeyField(
                        "models.Case",
                        source_field="case_id",
                        db_constraint=True,
                        to_field="id",
                        on_delete=OnDelete.RESTRICT,
                    ),
                ),
                ("version", fields.IntField()),
                (
                    "body",
                    fields.JSONField(
                        encoder=functools.partial(dumps, separators=(",", ":")), decoder=loads
                    ),
                ),
                ("premium_fen", fields.BigIntField()),
                ("filed_by", fields.UUIDField()),
                ("filed_at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
            ],
            options={
                "table": "plan",
                "app": "models",
                "unique_together": (("case_id", "version"),),
                "pk_attr": "id",
                "table_description": "One version of the insurer's plan; never changed once filed (R7.6).",
            },
            bases=["Row"],
        ),
        ops.CreateModel(
            name="Policy",
            fields=[
                (
                    "id",
                    fields.UUIDField(primary_key=True, default=uuid4, unique=True, db_index=True),
                ),
                (
                    "case",
                    fields.ForeignKeyField(
                        "models.Case",
                        source_field="case_id",
                        null=True,
                        db_constraint=True,
                        to_field="id",
                        on_delete=OnDelete.RESTRICT,
                    ),
                ),
                (
                    "insurer",
                    fields.ForeignKeyField(
                        "models.Insurer",
                        source_field="insurer_id",
                        db_constraint=True,
                        to_field="id",
                        on_delete=OnDelete.RESTRICT,
                    ),
                ),
                ("contract_number", fields.CharField(max_length=60)),
                ("number", fields.CharField(null=True, unique=True, max_length=60)),
                ("from_on", fields.DateField()),
                ("to_on", fields.DateField()),
                ("premium_fen", fields.BigIntField()),
                (
                    "cover",
                    fields.JSONField(
                        default=dict,
                        encoder=functools.partial(dumps, separators=(",", ":")),
                        decoder=loads,
                    ),
                ),
                ("state", fields.CharField(max_length=16)),
                ("created_at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
            ],
            options={
                "table": "policy",
                "app": "models",
                "pk_attr": "id",
                "table_description": "A policy from its contract on: pending until paid and issued, then active.",
            },
            bases=["Row"],
        ),
        ops.CreateModel(
            name="Cover",
            fields=[
                (
                    "id",
                    fields.UUIDField(primary_key=True, default=uuid4, unique=True, db_index=True),
                ),
                (
                    "policy",
                    fields.ForeignKeyField(
                        "models.Policy",
                        source_field="policy_id",
                        db_constraint=True,
                        to_field="id",
                        on_delete=OnDelete.CASCADE,
                    ),
                ),
                (
                    "elevator",
                    fields.ForeignKeyField(
                        "models.Elevator",
                        source_field="elevator_id",
                        db_constraint=True,
                        to_field="id",
                        on_delete=OnDelete.RESTRICT,
                    ),
                ),
                ("from_on", fields.DateField()),
                ("to_on", fields.DateField()),
                ("premium_fen", fields.BigIntField()),
                ("live", fields.BooleanField(default=True)),
            ],
            options={
                "table": "cover",
                "app": "models",
                "pk_attr": "id",
                "table_description": "One elevator in one policy; `to_on` is the last day covered. The database itself refuses",
            },
            bases=["Row"],
        ),
        ops.CreateModel(
            name="PublicNotice",
            fields=[
                (
                    "id",
                    fields.UUIDField(primary_key=True, default=uuid4, unique=True, db_index=True),
                ),
                (
                    "case",
                    fields.ForeignKeyField(
                        "models.Case",
                        source_field="case_id",
                        db_constraint=True,
                        to_field="id",
                        on_delete=OnDelete.RESTRICT,
                    ),
                ),
                ("version", fields.IntField()),
                ("token", fields.CharField(unique=True, max_length=40)),
                ("check_code", fields.CharField(unique=True, max_length=16)),
                (
                    "paper",
                    fields.JSONField(
                        encoder=functools.partial(dumps, separators=(",", ":")), decoder=loads
                    ),
                ),
                ("published_at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
                ("published_by", fields.UUIDField()),
                (
                    "superseded_at",
                    fields.DatetimeField(null=True, auto_now=False, auto_now_add=False),
                ),
            ],
            options={
                "table": "public_notice",
                "app": "models",
                "unique_together": (("case_id", "version"),),
                "pk_attr": "id",
                "table_description": "The public face of one notice: the token and the check code printed on the poster, and the",
            },
            bases=["Row"],
        ),
        ops.CreateModel(
            name="SealRow",
            fields=[
                (
                    "tree_size",
                    fields.BigIntField(
                        generated=False, primary_key=True, unique=True, db_index=True
                    ),
                ),
                ("root_hash", fields.BinaryField()),
                ("sealed_at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
            ],
            options={
                "table": "log_seal",
                "app": "models",
                "pk_attr": "tree_size",
                "table_description": "A tree head as it was published.",
            },
            bases=["Model"],
        ),
        ops.CreateModel(
            name="Session",
            fields=[
                (
                    "id",
                    fields.UUIDField(primary_key=True, default=uuid4, unique=True, db_index=True),
                ),
                ("token_hash", fields.BinaryField()),
                ("kid", fields.CharField(max_length=16)),
                (
                    "person",
                    fields.ForeignKeyField(
                        "models.Person",
                        source_field="person_id",
                        null=True,
                        db_constraint=True,
                        to_field="id",
                        on_delete=OnDelete.CASCADE,
                    ),
                ),
                (
                    "account",
                    fields.ForeignKeyField(
                        "models.Account",
                        source_field="account_id",
                        null=True,
                        db_constraint=True,
                        to_field="id",
                        on_delete=OnDelete.CASCADE,
                    ),
                ),
                ("code_hash", fields.BinaryField(null=True)),
                ("created_at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
                (
                    "expires_at",
                    fields.DatetimeField(db_index=True, auto_now=False, auto_now_add=False),
                ),
                ("revoked_at", fields.DatetimeField(null=True, auto_now=False, auto_now_add=False)),
                ("device", fields.CharField(default="", max_length=120)),
            ],
            options={
                "table": "session",
                "app": "models",
                "pk_attr": "id",
                "table_description": "A login. Only a keyed hash of its token is stored; `kid` names the key.",
            },
            bases=["Row"],
        ),
        ops.CreateModel(
            name="Signature",
            fields=[
                (
                    "id",
                    fields.UUIDField(primary_key=True, default=uuid4, unique=True, db_index=True),
                ),
                (
                    "case",
                    fields.ForeignKeyField(
                        "models.Case",
                        source_field="case_id",
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
                ("signed_at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
                (
                    "withdrawn_at",
                    fields.DatetimeField(null=True, auto_now=False, auto_now_add=False),
                ),
            ],
            options={
                "table": "signature",
                "app": "models",
                "pk_attr": "id",
                "table_description": "An owner's signature under an application; withdrawn ones stay as history (R5.1).",
            },
            bases=["Row"],
        ),
        ops.CreateModel(
            name="Unit",
            fields=[
                (
                    "id",
                    fields.UUIDField(primary_key=True, default=uuid4, unique=True, db_index=True),
                ),
                (
                    "building",
                    fields.ForeignKeyField(
                        "models.Building",
                        source_field="building_id",
                        db_constraint=True,
                        to_field="id",
                        on_delete=OnDelete.RESTRICT,
                    ),
                ),
                (
                    "scope",
                    fields.ForeignKeyField(
                        "models.Scope",
                        source_field="scope_id",
                        db_constraint=True,
                        to_field="id",
                        on_delete=OnDelete.RESTRICT,
                    ),
                ),
                ("code", fields.CharField(unique=True, max_length=40)),
                ("name", fields.CharField(max_length=80)),
            ],
            options={
                "table": "unit",
                "app": "models",
                "pk_attr": "id",
                "table_description": "A stairwell with its lobby; its money is kept in `scope`.",
            },
            bases=["Row"],
        ),
        ops.CreateModel(
            name="ElevatorUnit",
            fields=[
                (
                    "id",
                    fields.UUIDField(primary_key=True, default=uuid4, unique=True, db_index=True),
                ),
                (
                    "elevator",
                    fields.ForeignKeyField(
                        "models.Elevator",
                        source_field="elevator_id",
                        db_constraint=True,
                        to_field="id",
                        on_delete=OnDelete.CASCADE,
                    ),
                ),
                (
                    "unit",
                    fields.ForeignKeyField(
                        "models.Unit",
                        source_field="unit_id",
                        db_constraint=True,
                        to_field="id",
                        on_delete=OnDelete.RESTRICT,
                    ),
                ),
            ],
            options={
                "table": "elevator_unit",
                "app": "models",
                "unique_together": (("elevator_id", "unit_id"),),
                "pk_attr": "id",
                "table_description": "An elevator may serve several units (R5.5).",
            },
            bases=["Row"],
        ),
        ops.CreateModel(
            name="Home",
            fields=[
                (
                    "id",
                    fields.UUIDField(primary_key=True, default=uuid4, unique=True, db_index=True),
                ),
                (
                    "unit",
                    fields.ForeignKeyField(
                        "models.Unit",
                        source_field="unit_id",
                        db_constraint=True,
                        to_field="id",
                        on_delete=OnDelete.RESTRICT,
                    ),
                ),
                ("code", fields.CharField(unique=True, max_length=40)),
                ("room", fields.CharField(max_length=40)),
                ("use", fields.CharField(default="住宅", max_length=16)),
                ("area_cm2", fields.BigIntField()),
                ("area_source", fields.CharField(max_length=16)),
                ("registered_cm2", fields.BigIntField(null=True)),
                ("surveyed_cm2", fields.BigIntField(null=True)),
                ("contract_cm2", fields.BigIntField(null=True)),
                ("area_note", fields.CharField(default="", max_length=200)),
                ("developer_held", fields.BooleanField(default=False)),
                ("counts", fields.BooleanField(default=True)),
                ("first_deposit_fen", fields.BigIntField(null=True)),
            ],
            options={
                "table": "home",
                "app": "models",
                "pk_attr": "id",
                "table_description": "One exclusive part. Areas in cm2; `area_cm2` is the one that counts (R2.1).",
            },
            bases=["Row"],
        ),
        ops.CreateModel(
            name="Binding",
            fields=[
                (
                    "id",
                    fields.UUIDField(primary_key=True, default=uuid4, unique=True, db_index=True),
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
                    "home",
                    fields.ForeignKeyField(
                        "models.Home",
                        source_field="home_id",
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
                ("how", fields.CharField(max_length=16)),
                ("from_at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
                ("to_at", fields.DatetimeField(null=True, auto_now=False, auto_now_add=False)),
            ],
            options={
                "table": "binding",
                "app": "models",
                "pk_attr": "id",
                "table_description": "A person speaks for an owner's home from one moment to another (R2.5).",
            },
            bases=["Row"],
        ),
        ops.CreateModel(
            name="BindingClaim",
            fields=[
                (
                    "id",
                    fields.UUIDField(primary_key=True, default=uuid4, unique=True, db_index=True),
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
                    "home",
                    fields.ForeignKeyField(
                        "models.Home",
                        source_field="home_id",
                        db_constraint=True,
                        to_field="id",
                        on_delete=OnDelete.RESTRICT,
                    ),
                ),
                ("name_cipher", fields.BinaryField()),
                ("id_cipher", fields.BinaryField()),
                ("id_index", fields.BinaryField()),
                (
                    "files",
                    fields.JSONField(
                        default=list,
                        encoder=functools.partial(dumps, separators=(",", ":")),
                        decoder=loads,
                    ),
                ),
                ("state", fields.CharField(default="open", max_length=16)),
                ("reason", fields.TextField(default="", unique=False)),
                ("decided_by", fields.UUIDField(null=True)),
                ("decided_at", fields.DatetimeField(null=True, auto_now=False, auto_now_add=False)),
                ("created_at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
            ],
            options={
                "table": "binding_claim",
                "app": "models",
                "pk_attr": "id",
                "table_description": "Papers put before a clerk because the roll did not match (R2.5).",
            },
            bases=["Row"],
        ),
        ops.CreateModel(
            name="Lobby",
            fields=[
                (
                    "id",
                    fields.UUIDField(primary_key=True, default=uuid4, unique=True, db_index=True),
                ),
                (
                    "case",
                    fields.ForeignKeyField(
                        "models.Case",
                        source_field="case_id",
                        db_constraint=True,
                        to_field="id",
                        on_delete=OnDelete.RESTRICT,
                    ),
                ),
                ("version", fields.IntField()),
                (
                    "unit",
                    fields.ForeignKeyField(
                        "models.Unit",
                        source_field="unit_id",
                        db_constraint=True,
                        to_field="id",
                        on_delete=OnDelete.RESTRICT,
                    ),
                ),
                ("token", fields.CharField(unique=True, max_length=40)),
                ("revoked_at", fields.DatetimeField(null=True, auto_now=False, auto_now_add=False)),
                ("posted_at", fields.DatetimeField(null=True, auto_now=False, auto_now_add=False)),
            ],
            options={
                "table": "lobby",
                "app": "models",
                "unique_together": (("case_id", "version", "unit_id"),),
                "pk_attr": "id",
                "table_description": "One lobby of one notice: its poster's tokens and the evidence of posting (R7.2).",
            },
            bases=["Row"],
        ),
        ops.CreateModel(
            name="Evidence",
            fields=[
                (
                    "id",
                    fields.UUIDField(primary_key=True, default=uuid4, unique=True, db_index=True),
                ),
                (
                    "lobby",
                    fields.ForeignKeyField(
                        "models.Lobby",
                        source_field="lobby_id",
                        db_constraint=True,
                        to_field="id",
                        on_delete=OnDelete.RESTRICT,
                    ),
                ),
                (
                    "file",
                    fields.ForeignKeyField(
                        "models.File",
                        source_field="file_id",
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
                ("taken_in_at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
                ("code_seen", fields.CharField(default="none", max_length=8)),
                ("refused_at", fields.DatetimeField(null=True, auto_now=False, auto_now_add=False)),
                ("refused_by", fields.UUIDField(null=True)),
                ("reason", fields.CharField(default="", max_length=300)),
            ],
            options={
                "table": "evidence",
                "app": "models",
                "pk_attr": "id",
                "table_description": "A photo of a posted notice; a refused one stays, with the reason.",
            },
            bases=["Row"],
        ),
        ops.CreateModel(
            name="Objection",
            fields=[
                (
                    "id",
                    fields.UUIDField(primary_key=True, default=uuid4, unique=True, db_index=True),
                ),
                (
                    "case",
                    fields.ForeignKeyField(
                        "models.Case",
                        source_field="case_id",
                        db_constraint=True,
                        to_field="id",
                        on_delete=OnDelete.RESTRICT,
                    ),
                ),
                ("version", fields.IntField()),
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
                    "person",
                    fields.ForeignKeyField(
                        "models.Person",
                        source_field="person_id",
                        null=True,
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
                ("text", fields.TextField(unique=False)),
                (
                    "files",
                    fields.JSONField(
                        default=list,
                        encoder=functools.partial(dumps, separators=(",", ":")),
                        decoder=loads,
                    ),
                ),
                ("channel", fields.CharField(max_length=8)),
                ("arrived_at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
                ("entered_at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
                ("entered_by", fields.UUIDField(null=True)),
                ("confirmed_by", fields.UUIDField(null=True)),
                ("in_time", fields.BooleanField()),
                ("state", fields.CharField(max_length=16)),
                ("hidden", fields.BooleanField(default=True)),
                ("checked", fields.CharField(default="waiting", max_length=16)),
                ("decided_at", fields.DatetimeField(null=True, auto_now=False, auto_now_add=False)),
                ("decided_by", fields.UUIDField(null=True)),
                ("decision", fields.TextField(default="", unique=False)),
                (
                    "record",
                    fields.ForeignKeyField(
                        "models.File",
                        source_field="record_id",
                        null=True,
                        db_constraint=True,
                        to_field="id",
                        related_name="settlements",
                        on_delete=OnDelete.RESTRICT,
                    ),
                ),
                ("review_text", fields.TextField(default="", unique=False)),
                (
                    "review_asked_at",
                    fields.DatetimeField(null=True, auto_now=False, auto_now_add=False),
                ),
                ("first_decision", fields.TextField(default="", unique=False)),
                (
                    "first_decided_at",
                    fields.DatetimeField(null=True, auto_now=False, auto_now_add=False),
                ),
                ("first_decided_by", fields.UUIDField(null=True)),
            ],
            options={
                "table": "objection",
                "app": "models",
                "pk_attr": "id",
                "table_description": "A written objection (R7.4 to R7.10). Only the Centre and the objector see who objected.",
            },
            bases=["Row"],
        ),
        ops.CreateModel(
            name="Ownership",
            fields=[
                (
                    "id",
                    fields.UUIDField(primary_key=True, default=uuid4, unique=True, db_index=True),
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
                ("share_bps", fields.IntField(default=10000)),
                ("from_on", fields.DateField()),
                ("to_on", fields.DateField(null=True)),
                ("representative", fields.BooleanField(default=False)),
                ("import_id", fields.UUIDField(null=True)),
                ("claim_id", fields.UUIDField(null=True)),
            ],
            options={
                "table": "ownership",
                "app": "models",
                "indexes": [Index(fields=["home_id", "owner_id"]), Index(fields=["owner_id"])],
                "pk_attr": "id",
                "table_description": "A share of a home from one day to another; `to_on` is the first day no longer owned.",
            },
            bases=["Row"],
        ),
        ops.CreateModel(
            name="UnsealedRow",
            fields=[
                (
                    "seq",
                    fields.BigIntField(
                        generated=False, primary_key=True, unique=True, db_index=True
                    ),
                ),
            ],
            options={
                "table": "log_unsealed",
                "app": "models",
                "pk_attr": "seq",
                "table_description": "An event that is not a leaf yet.",
            },
            bases=["Model"],
        ),
    ]
