import functools
from json import dumps, loads
from uuid import uuid4

from tortoise import fields, migrations
from tortoise.fields.base import OnDelete
from tortoise.indexes import Index
from tortoise.migrations import operations as ops
from tortoise.migrations.constraints import UniqueConstraint


class Migration(migrations.Migration):
    dependencies = [("models", "0005_room_for_balances")]

    initial = False

    operations = [
        ops.CreateModel(
            name="CaseReceipt",
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
                    "home",
                    fields.ForeignKeyField(
                        "models.Home",
                        source_field="home_id",
                        null=True,
                        db_constraint=True,
                        to_field="id",
                        on_delete=OnDelete.RESTRICT,
                    ),
                ),
                ("number", fields.CharField(unique=True, max_length=40)),
                ("amount_fen", fields.BigIntField()),
                ("method", fields.CharField(max_length=12)),
                (
                    "custody",
                    fields.ForeignKeyField(
                        "models.BankAccount",
                        source_field="custody_id",
                        db_constraint=True,
                        to_field="id",
                        on_delete=OnDelete.RESTRICT,
                    ),
                ),
                ("effective_on", fields.DateField()),
                ("voucher", fields.CharField(max_length=80)),
                ("file_id", fields.UUIDField(null=True)),
                ("live", fields.BooleanField(default=True)),
                ("state", fields.CharField(max_length=12)),
                ("entered_by", fields.UUIDField()),
                ("entered_at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
                ("confirmed_by", fields.UUIDField(null=True)),
                (
                    "confirmed_at",
                    fields.DatetimeField(null=True, auto_now=False, auto_now_add=False),
                ),
                ("journal_id", fields.UUIDField(null=True)),
                ("reason", fields.CharField(default="", max_length=300)),
            ],
            options={
                "table": "case_receipt",
                "app": "models",
                "pk_attr": "id",
                "table_description": "Money paid in for a case: entered by one, posted once another confirmed it.",
            },
            bases=["Row"],
        ),
        ops.CreateModel(
            name="CaseShare",
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
                    "home",
                    fields.ForeignKeyField(
                        "models.Home",
                        source_field="home_id",
                        db_constraint=True,
                        to_field="id",
                        on_delete=OnDelete.RESTRICT,
                    ),
                ),
                ("area_cm2", fields.BigIntField()),
                ("part_fen", fields.BigIntField()),
                ("fund_fen", fields.BigIntField()),
                ("owed_fen", fields.BigIntField()),
            ],
            options={
                "table": "case_share",
                "app": "models",
                "unique_together": (("case_id", "version", "home_id"),),
                "pk_attr": "id",
                "table_description": "A home's part of one version's premium: what its fund bears (held) and what it owes. R3.7.",
            },
            bases=["Row"],
        ),
        ops.CreateModel(
            name="Representative",
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
                ("file_id", fields.UUIDField()),
                ("state", fields.CharField(max_length=12)),
                ("entered_by", fields.UUIDField()),
                ("entered_at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
                ("confirmed_by", fields.UUIDField(null=True)),
                ("ended_at", fields.DatetimeField(null=True, auto_now=False, auto_now_add=False)),
            ],
            options={
                "table": "representative",
                "app": "models",
                "pk_attr": "id",
                "table_description": "The co-owner who speaks for a home, named on paper by all owners. R2.3.",
            },
            bases=["Row"],
        ),
        ops.CreateModel(
            name="ShareProposal",
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
                ("nth", fields.IntField()),
                ("method", fields.CharField(max_length=8)),
                ("total_fen", fields.BigIntField()),
                (
                    "parts",
                    fields.JSONField(
                        encoder=functools.partial(dumps, separators=(",", ":")), decoder=loads
                    ),
                ),
                ("proposed_by", fields.UUIDField(null=True)),
                ("proposed_at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
            ],
            options={
                "table": "share_proposal",
                "app": "models",
                "unique_together": (("case_id", "version", "nth"),),
                "pk_attr": "id",
                "table_description": "How the homes of a scope would share what an added elevator's account lacks; `parts` is fen",
            },
            bases=["Row"],
        ),
        ops.CreateModel(
            name="SpecialAccount",
            fields=[
                (
                    "id",
                    fields.UUIDField(primary_key=True, default=uuid4, unique=True, db_index=True),
                ),
                ("kind", fields.CharField(max_length=12)),
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
                ("number", fields.CharField(unique=True, max_length=40)),
                ("holder", fields.CharField(max_length=120)),
                ("refund_bank", fields.CharField(default="", max_length=120)),
                ("refund_cipher", fields.BinaryField(null=True)),
                ("account_id", fields.UUIDField(unique=True)),
                ("opened_by", fields.UUIDField()),
                ("opened_at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
                ("closed_at", fields.DatetimeField(null=True, auto_now=False, auto_now_add=False)),
            ],
            options={
                "table": "special_account",
                "app": "models",
                "pk_attr": "id",
                "table_description": "电梯保险专户: of a scope with added elevators, or of an independent owner.",
            },
            bases=["Row"],
        ),
        ops.CreateModel(
            name="CaseRefund",
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
                    "special",
                    fields.ForeignKeyField(
                        "models.SpecialAccount",
                        source_field="special_id",
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
                        null=True,
                        db_constraint=True,
                        to_field="id",
                        on_delete=OnDelete.RESTRICT,
                    ),
                ),
                ("number", fields.CharField(unique=True, max_length=40)),
                ("amount_fen", fields.BigIntField()),
                ("payee", fields.CharField(max_length=120)),
                ("payee_cipher", fields.BinaryField()),
                (
                    "custody",
                    fields.ForeignKeyField(
                        "models.BankAccount",
                        source_field="custody_id",
                        db_constraint=True,
                        to_field="id",
                        on_delete=OnDelete.RESTRICT,
                    ),
                ),
                ("effective_on", fields.DateField()),
                ("voucher", fields.CharField(max_length=80)),
                ("reason", fields.CharField(max_length=300)),
                ("file_id", fields.UUIDField(null=True)),
                ("state", fields.CharField(max_length=12)),
                ("entered_by", fields.UUIDField()),
                ("entered_at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
                ("confirmed_by", fields.UUIDField(null=True)),
                (
                    "confirmed_at",
                    fields.DatetimeField(null=True, auto_now=False, auto_now_add=False),
                ),
                ("journal_id", fields.UUIDField(null=True)),
            ],
            options={
                "table": "case_refund",
                "app": "models",
                "pk_attr": "id",
                "table_description": "Money given back to who paid it in: entered by one, paid once another confirmed it.",
            },
            bases=["Row"],
        ),
        ops.CreateModel(
            name="Vote",
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
                ("round", fields.IntField()),
                ("scope_id", fields.UUIDField(db_index=True)),
                ("token", fields.CharField(unique=True, max_length=40)),
                ("question", fields.TextField(unique=False)),
                (
                    "documents",
                    fields.JSONField(
                        default=list,
                        encoder=functools.partial(dumps, separators=(",", ":")),
                        decoder=loads,
                    ),
                ),
                ("threshold", fields.CharField(max_length=8)),
                (
                    "parameters",
                    fields.JSONField(
                        encoder=functools.partial(dumps, separators=(",", ":")), decoder=loads
                    ),
                ),
                ("state", fields.CharField(default="open", max_length=8)),
                ("opened_by", fields.UUIDField()),
                ("opened_at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
                ("ends_at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
                ("count_at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
                ("paper_at", fields.DatetimeField(null=True, auto_now=False, auto_now_add=False)),
                ("counted_at", fields.DatetimeField(null=True, auto_now=False, auto_now_add=False)),
                ("homes", fields.IntField()),
                ("heads", fields.IntField()),
                ("area_cm2", fields.BigIntField()),
                ("roll_root", fields.CharField(max_length=64)),
                ("record_root", fields.CharField(default="", max_length=64)),
                (
                    "result",
                    fields.JSONField(
                        null=True,
                        encoder=functools.partial(dumps, separators=(",", ":")),
                        decoder=loads,
                    ),
                ),
                ("reminded", fields.IntField(default=0)),
            ],
            options={
                "table": "vote",
                "app": "models",
                "unique_together": (("case_id", "version", "round"),),
                "pk_attr": "id",
                "table_description": "One round of one question. State: open, then counted, or void when its case ended first.",
            },
            bases=["Row"],
        ),
        ops.CreateModel(
            name="BallotBatch",
            fields=[
                (
                    "id",
                    fields.UUIDField(primary_key=True, default=uuid4, unique=True, db_index=True),
                ),
                (
                    "vote",
                    fields.ForeignKeyField(
                        "models.Vote",
                        source_field="vote_id",
                        db_constraint=True,
                        to_field="id",
                        on_delete=OnDelete.RESTRICT,
                    ),
                ),
                ("number", fields.CharField(unique=True, max_length=40)),
                ("state", fields.CharField(max_length=12)),
                (
                    "files",
                    fields.JSONField(
                        default=list,
                        encoder=functools.partial(dumps, separators=(",", ":")),
                        decoder=loads,
                    ),
                ),
                ("entered_by", fields.UUIDField()),
                ("entered_at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
                ("confirmed_by", fields.UUIDField(null=True)),
                (
                    "confirmed_at",
                    fields.DatetimeField(null=True, auto_now=False, auto_now_add=False),
                ),
                ("reason", fields.CharField(default="", max_length=300)),
            ],
            options={
                "table": "ballot_batch",
                "app": "models",
                "pk_attr": "id",
                "table_description": "Paper ballots keyed twice: by who enters, and blind by who confirms. R8.3.",
            },
            bases=["Row"],
        ),
        ops.CreateModel(
            name="VoteHome",
            fields=[
                (
                    "id",
                    fields.UUIDField(primary_key=True, default=uuid4, unique=True, db_index=True),
                ),
                (
                    "vote",
                    fields.ForeignKeyField(
                        "models.Vote",
                        source_field="vote_id",
                        db_constraint=True,
                        to_field="id",
                        related_name="roll",
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
                ("nth", fields.IntField()),
                ("head", fields.IntField()),
                ("pseudonym", fields.CharField(max_length=16)),
                ("salt", fields.CharField(max_length=32)),
                ("area_cm2", fields.BigIntField()),
                ("developer_held", fields.BooleanField()),
                ("representative_id", fields.UUIDField(null=True)),
                ("paper_token", fields.CharField(unique=True, max_length=40)),
                ("served_at", fields.DatetimeField(null=True, auto_now=False, auto_now_add=False)),
                ("served_file_id", fields.UUIDField(null=True)),
            ],
            options={
                "table": "vote_home",
                "app": "models",
                "unique_together": (
                    ("vote_id", "home_id"),
                    ("vote_id", "nth"),
                    ("vote_id", "pseudonym"),
                ),
                "pk_attr": "id",
                "table_description": "A home as it stood in the roll when the vote opened; never changed but for `served_at`.",
            },
            bases=["Row"],
        ),
        ops.CreateModel(
            name="Ballot",
            fields=[
                (
                    "id",
                    fields.UUIDField(primary_key=True, default=uuid4, unique=True, db_index=True),
                ),
                ("vote_id", fields.UUIDField()),
                (
                    "vote_home",
                    fields.ForeignKeyField(
                        "models.VoteHome",
                        source_field="vote_home_id",
                        db_constraint=True,
                        to_field="id",
                        related_name="ballots",
                        on_delete=OnDelete.RESTRICT,
                    ),
                ),
                ("owner_id", fields.UUIDField()),
                ("person_id", fields.UUIDField(null=True)),
                ("proxy_id", fields.UUIDField(null=True)),
                ("channel", fields.CharField(max_length=8)),
                ("choice_cipher", fields.BinaryField()),
                ("nonce", fields.BinaryField()),
                ("receipt", fields.CharField(max_length=64)),
                ("cast_at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
                ("entered_at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
                ("batch_id", fields.UUIDField(null=True)),
                ("state", fields.CharField(max_length=12)),
            ],
            options={
                "table": "ballot",
                "app": "models",
                "pk_attr": "id",
                "table_description": "What one owner said for one home, on one way; append-only but for its state.",
            },
            bases=["Row"],
        ),
        ops.CreateModel(
            name="BallotLine",
            fields=[
                (
                    "id",
                    fields.UUIDField(primary_key=True, default=uuid4, unique=True, db_index=True),
                ),
                (
                    "batch",
                    fields.ForeignKeyField(
                        "models.BallotBatch",
                        source_field="batch_id",
                        db_constraint=True,
                        to_field="id",
                        related_name="lines",
                        on_delete=OnDelete.RESTRICT,
                    ),
                ),
                ("nth", fields.IntField()),
                (
                    "vote_home",
                    fields.ForeignKeyField(
                        "models.VoteHome",
                        source_field="vote_home_id",
                        db_constraint=True,
                        to_field="id",
                        on_delete=OnDelete.RESTRICT,
                    ),
                ),
                (
                    "signers",
                    fields.JSONField(
                        default=list,
                        encoder=functools.partial(dumps, separators=(",", ":")),
                        decoder=loads,
                    ),
                ),
                ("received_at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
                ("choice_cipher", fields.BinaryField()),
                ("outcome", fields.CharField(default="", max_length=12)),
                ("live", fields.BooleanField(default=True)),
            ],
            options={
                "table": "ballot_line",
                "app": "models",
                "unique_together": (("batch_id", "nth"),),
                "pk_attr": "id",
                "table_description": "One paper ballot of a batch; `signers` are the owners who signed it.",
            },
            bases=["Row"],
        ),
        ops.CreateModel(
            name="Proxy",
            fields=[
                (
                    "id",
                    fields.UUIDField(primary_key=True, default=uuid4, unique=True, db_index=True),
                ),
                (
                    "vote",
                    fields.ForeignKeyField(
                        "models.Vote",
                        source_field="vote_id",
                        db_constraint=True,
                        to_field="id",
                        on_delete=OnDelete.RESTRICT,
                    ),
                ),
                (
                    "vote_home",
                    fields.ForeignKeyField(
                        "models.VoteHome",
                        source_field="vote_home_id",
                        db_constraint=True,
                        to_field="id",
                        on_delete=OnDelete.RESTRICT,
                    ),
                ),
                ("owner_id", fields.UUIDField()),
                (
                    "holder",
                    fields.ForeignKeyField(
                        "models.Person",
                        source_field="holder_id",
                        db_constraint=True,
                        to_field="id",
                        on_delete=OnDelete.RESTRICT,
                    ),
                ),
                ("matter", fields.CharField(max_length=300)),
                ("file_id", fields.UUIDField()),
                ("state", fields.CharField(max_length=12)),
                ("entered_by", fields.UUIDField()),
                ("entered_at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
                ("confirmed_by", fields.UUIDField(null=True)),
                ("ended_at", fields.DatetimeField(null=True, auto_now=False, auto_now_add=False)),
                ("reason", fields.CharField(default="", max_length=300)),
            ],
            options={
                "table": "proxy",
                "app": "models",
                "indexes": [Index(fields=["holder_id"])],
                "pk_attr": "id",
                "table_description": "A written proxy: its holder speaks for this owner's home in this vote. R2.6.",
            },
            bases=["Row"],
        ),
        ops.CreateModel(
            name="VoteOwner",
            fields=[
                (
                    "id",
                    fields.UUIDField(primary_key=True, default=uuid4, unique=True, db_index=True),
                ),
                (
                    "vote_home",
                    fields.ForeignKeyField(
                        "models.VoteHome",
                        source_field="vote_home_id",
                        db_constraint=True,
                        to_field="id",
                        related_name="owners",
                        on_delete=OnDelete.RESTRICT,
                    ),
                ),
                ("owner_id", fields.UUIDField(db_index=True)),
            ],
            options={
                "table": "vote_owner",
                "app": "models",
                "unique_together": (("vote_home_id", "owner_id"),),
                "pk_attr": "id",
                "table_description": "An owner of a home of the frozen roll.",
            },
            bases=["Row"],
        ),
        ops.AddField(
            model_name="Case",
            name="special",
            field=fields.ForeignKeyField(
                "models.SpecialAccount",
                source_field="special_id",
                null=True,
                db_constraint=True,
                to_field="id",
                on_delete=OnDelete.RESTRICT,
            ),
        ),
        ops.RemoveConstraint(
            model_name="HoldRow",
            name=None,
            fields=["case_id", "plan_version"],
        ),
        ops.AlterModelOptions(
            name="HoldRow",
            options={
                "table": "ledger_hold",
                "app": "models",
                "unique_together": (("case_id", "plan_version", "account_id"),),
                "indexes": [Index(fields=["account_id", "state"])],
                "pk_attr": "id",
                "table_description": "Money reserved on one account for one version of a case's plan; it never lapses by itself",
            },
        ),
        ops.AddConstraint(
            model_name="HoldRow",
            constraint=UniqueConstraint(
                fields=("case_id", "plan_version", "account_id"), name=None
            ),
        ),
    ]
