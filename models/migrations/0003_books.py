import functools
from json import dumps, loads
from uuid import uuid4

from tortoise import fields, migrations
from tortoise.fields.base import OnDelete
from tortoise.indexes import Index
from tortoise.migrations import operations as ops


class Migration(migrations.Migration):
    dependencies = [("models", "0002_constraints")]

    initial = False

    operations = [
        ops.CreateModel(
            name="AccountingYear",
            fields=[
                (
                    "year",
                    fields.IntField(generated=False, primary_key=True, unique=True, db_index=True),
                ),
                ("state", fields.CharField(max_length=12)),
                ("asked_by", fields.UUIDField()),
                ("asked_at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
                ("frozen_at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
                ("confirmed_by", fields.UUIDField(null=True)),
                (
                    "confirmed_at",
                    fields.DatetimeField(null=True, auto_now=False, auto_now_add=False),
                ),
                ("closed_at", fields.DatetimeField(null=True, auto_now=False, auto_now_add=False)),
                ("step", fields.CharField(default="", max_length=20)),
                ("done", fields.BigIntField(default=0)),
                ("total", fields.BigIntField(default=0)),
                ("failure", fields.CharField(default="", max_length=300)),
                (
                    "figures",
                    fields.JSONField(
                        default=dict,
                        encoder=functools.partial(dumps, separators=(",", ":")),
                        decoder=loads,
                    ),
                ),
            ],
            options={
                "table": "accounting_year",
                "app": "models",
                "pk_attr": "year",
                "table_description": "A year from its first preview on. It is shut for entries once its closing is confirmed.",
            },
            bases=["Model"],
        ),
        ops.CreateModel(
            name="BankAccount",
            fields=[
                (
                    "id",
                    fields.UUIDField(primary_key=True, default=uuid4, unique=True, db_index=True),
                ),
                ("bank", fields.CharField(max_length=120)),
                ("number", fields.CharField(max_length=60)),
                ("title", fields.CharField(max_length=120)),
                ("main", fields.BooleanField(default=False)),
                ("account_id", fields.UUIDField(unique=True)),
                ("entered_by", fields.UUIDField(null=True)),
                ("created_at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
                ("closed_at", fields.DatetimeField(null=True, auto_now=False, auto_now_add=False)),
            ],
            options={
                "table": "bank_account",
                "app": "models",
                "unique_together": (("bank", "number"),),
                "pk_attr": "id",
                "table_description": "An account at a bank and the account of the books that keeps its money; premiums are paid",
            },
            bases=["Row"],
        ),
        ops.CreateModel(
            name="BankLayout",
            fields=[
                (
                    "id",
                    fields.UUIDField(primary_key=True, default=uuid4, unique=True, db_index=True),
                ),
                ("name", fields.CharField(max_length=120)),
                ("titles_sha256", fields.BinaryField()),
                (
                    "mapping",
                    fields.JSONField(
                        encoder=functools.partial(dumps, separators=(",", ":")), decoder=loads
                    ),
                ),
                ("saved_by", fields.UUIDField()),
                ("saved_at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
            ],
            options={
                "table": "bank_layout",
                "app": "models",
                "pk_attr": "id",
                "table_description": "Which column of a bank's statements holds what, remembered by the columns' titles.",
            },
            bases=["Row"],
        ),
        ops.CreateModel(
            name="BankMatch",
            fields=[
                (
                    "id",
                    fields.UUIDField(primary_key=True, default=uuid4, unique=True, db_index=True),
                ),
                (
                    "account",
                    fields.ForeignKeyField(
                        "models.BankAccount",
                        source_field="account_id",
                        db_constraint=True,
                        to_field="id",
                        on_delete=OnDelete.RESTRICT,
                    ),
                ),
                ("amount_fen", fields.BigIntField()),
                ("basis", fields.CharField(max_length=20)),
                ("from_on", fields.DateField()),
                ("to_on", fields.DateField()),
                ("matched_by", fields.UUIDField(null=True)),
                ("matched_at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
                ("undone_by", fields.UUIDField(null=True)),
                ("undone_at", fields.DatetimeField(null=True, auto_now=False, auto_now_add=False)),
            ],
            options={
                "table": "bank_match",
                "app": "models",
                "indexes": [Index(fields=["account_id"])],
                "pk_attr": "id",
                "table_description": "Lines of the bank and postings of the books that are the same money; both sums are equal.",
            },
            bases=["Row"],
        ),
        ops.CreateModel(
            name="BankMatched",
            fields=[
                (
                    "id",
                    fields.UUIDField(primary_key=True, default=uuid4, unique=True, db_index=True),
                ),
                (
                    "match",
                    fields.ForeignKeyField(
                        "models.BankMatch",
                        source_field="match_id",
                        db_constraint=True,
                        to_field="id",
                        on_delete=OnDelete.RESTRICT,
                    ),
                ),
                ("line_id", fields.UUIDField(null=True)),
                ("posting_id", fields.UUIDField(null=True)),
                ("live", fields.BooleanField(default=True)),
            ],
            options={
                "table": "bank_matched",
                "app": "models",
                "indexes": [Index(fields=["match_id"])],
                "pk_attr": "id",
                "table_description": "A line or a posting of a match, once while the match stands.",
            },
            bases=["Row"],
        ),
        ops.CreateModel(
            name="BankNote",
            fields=[
                (
                    "id",
                    fields.UUIDField(primary_key=True, default=uuid4, unique=True, db_index=True),
                ),
                ("line_id", fields.UUIDField(null=True, db_index=True)),
                ("posting_id", fields.UUIDField(null=True, db_index=True)),
                ("reason", fields.CharField(max_length=300)),
                ("written_by", fields.UUIDField()),
                ("written_at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
            ],
            options={
                "table": "bank_note",
                "app": "models",
                "pk_attr": "id",
                "table_description": "Why a line or a posting has no counterpart; the newest one stands.",
            },
            bases=["Row"],
        ),
        ops.CreateModel(
            name="BankStatement",
            fields=[
                (
                    "id",
                    fields.UUIDField(primary_key=True, default=uuid4, unique=True, db_index=True),
                ),
                (
                    "account",
                    fields.ForeignKeyField(
                        "models.BankAccount",
                        source_field="account_id",
                        db_constraint=True,
                        to_field="id",
                        on_delete=OnDelete.RESTRICT,
                    ),
                ),
                ("file_id", fields.UUIDField()),
                ("state", fields.CharField(max_length=12)),
                (
                    "titles",
                    fields.JSONField(
                        default=list,
                        encoder=functools.partial(dumps, separators=(",", ":")),
                        decoder=loads,
                    ),
                ),
                (
                    "mapping",
                    fields.JSONField(
                        default=dict,
                        encoder=functools.partial(dumps, separators=(",", ":")),
                        decoder=loads,
                    ),
                ),
                (
                    "faults",
                    fields.JSONField(
                        default=list,
                        encoder=functools.partial(dumps, separators=(",", ":")),
                        decoder=loads,
                    ),
                ),
                ("from_on", fields.DateField(null=True)),
                ("to_on", fields.DateField(null=True)),
                ("opening_fen", fields.BigIntField(null=True)),
                ("closing_fen", fields.BigIntField(null=True)),
                ("lines_total", fields.IntField(default=0)),
                ("lines_known", fields.IntField(default=0)),
                ("faults_total", fields.IntField(default=0)),
                ("gap_accepted", fields.BooleanField(default=False)),
                ("created_by", fields.UUIDField()),
                ("created_at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
                ("taken_by", fields.UUIDField(null=True)),
                ("taken_at", fields.DatetimeField(null=True, auto_now=False, auto_now_add=False)),
            ],
            options={
                "table": "bank_statement",
                "app": "models",
                "pk_attr": "id",
                "table_description": "A statement as uploaded: its columns are named, its lines checked, then it is taken.",
            },
            bases=["Row"],
        ),
        ops.CreateModel(
            name="BankLine",
            fields=[
                (
                    "id",
                    fields.UUIDField(primary_key=True, default=uuid4, unique=True, db_index=True),
                ),
                (
                    "account",
                    fields.ForeignKeyField(
                        "models.BankAccount",
                        source_field="account_id",
                        db_constraint=True,
                        to_field="id",
                        on_delete=OnDelete.RESTRICT,
                    ),
                ),
                (
                    "statement",
                    fields.ForeignKeyField(
                        "models.BankStatement",
                        source_field="statement_id",
                        db_constraint=True,
                        to_field="id",
                        on_delete=OnDelete.RESTRICT,
                    ),
                ),
                ("number", fields.IntField()),
                ("on", fields.DateField()),
                ("amount_fen", fields.BigIntField()),
                ("balance_fen", fields.BigIntField(null=True)),
                ("reference", fields.CharField(default="", max_length=80)),
                ("counterparty", fields.CharField(default="", max_length=120)),
                ("memo", fields.CharField(default="", max_length=200)),
                ("digest", fields.BinaryField()),
                ("nth", fields.IntField(default=1)),
            ],
            options={
                "table": "bank_line",
                "app": "models",
                "indexes": [Index(fields=["account_id", "on"])],
                "pk_attr": "id",
                "table_description": "One line of a bank's statement: positive came in. The same line of two files is one line;",
            },
            bases=["Row"],
        ),
        ops.CreateModel(
            name="BenchmarkRate",
            fields=[
                (
                    "id",
                    fields.UUIDField(primary_key=True, default=uuid4, unique=True, db_index=True),
                ),
                ("tenor", fields.CharField(max_length=8)),
                ("since_on", fields.DateField()),
                ("rate_e4", fields.IntField()),
                ("source", fields.CharField(max_length=300)),
                ("state", fields.CharField(max_length=12)),
                ("entered_by", fields.UUIDField(null=True)),
                ("entered_at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
                ("decided_by", fields.UUIDField(null=True)),
                ("decided_at", fields.DatetimeField(null=True, auto_now=False, auto_now_add=False)),
                ("reason", fields.CharField(default="", max_length=300)),
            ],
            options={
                "table": "benchmark_rate",
                "app": "models",
                "pk_attr": "id",
                "table_description": "The central bank's rate for a tenor from a day on, in ten-thousandths of a percent.",
            },
            bases=["Row"],
        ),
        ops.CreateModel(
            name="DepositTerm",
            fields=[
                (
                    "id",
                    fields.UUIDField(primary_key=True, default=uuid4, unique=True, db_index=True),
                ),
                (
                    "deposit",
                    fields.ForeignKeyField(
                        "models.Deposit",
                        source_field="deposit_id",
                        db_constraint=True,
                        to_field="id",
                        on_delete=OnDelete.RESTRICT,
                    ),
                ),
                ("number", fields.IntField()),
                ("opened_on", fields.DateField()),
                ("matures_on", fields.DateField(null=True)),
                ("principal_fen", fields.BigIntField()),
                ("withdrawn_fen", fields.BigIntField(default=0)),
                ("agreed_rate_e4", fields.IntField()),
                ("benchmark_rate_e4", fields.IntField()),
                ("settled_on", fields.DateField(null=True)),
                ("closed_on", fields.DateField(null=True)),
                ("voided_at", fields.DatetimeField(null=True, auto_now=False, auto_now_add=False)),
            ],
            options={
                "table": "deposit_term",
                "app": "models",
                "unique_together": (("deposit_id", "number"),),
                "pk_attr": "id",
                "table_description": "One term of a deposit: its own opening day, hence its own benchmark, for its whole length.",
            },
            bases=["Row"],
        ),
        ops.CreateModel(
            name="FundBatch",
            fields=[
                (
                    "id",
                    fields.UUIDField(primary_key=True, default=uuid4, unique=True, db_index=True),
                ),
                ("kind", fields.CharField(max_length=12)),
                ("number", fields.CharField(unique=True, max_length=40)),
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
                ("from_suspense", fields.BooleanField(default=False)),
                ("effective_on", fields.DateField()),
                ("voucher", fields.CharField(max_length=80)),
                ("total_fen", fields.BigIntField()),
                ("payee", fields.CharField(default="", max_length=120)),
                ("memo", fields.CharField(default="", max_length=300)),
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
                "table": "fund_batch",
                "app": "models",
                "pk_attr": "id",
                "table_description": "Money of homes entered together: deposits, top-ups or uses; posted as one journal once",
            },
            bases=["Row"],
        ),
        ops.CreateModel(
            name="FundLine",
            fields=[
                (
                    "id",
                    fields.UUIDField(primary_key=True, default=uuid4, unique=True, db_index=True),
                ),
                (
                    "batch",
                    fields.ForeignKeyField(
                        "models.FundBatch",
                        source_field="batch_id",
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
                ("amount_fen", fields.BigIntField()),
                ("owed_fen", fields.BigIntField(default=0)),
                ("voucher", fields.CharField(max_length=80)),
                ("live", fields.BooleanField(default=True)),
            ],
            options={
                "table": "fund_line",
                "app": "models",
                "unique_together": (("batch_id", "home_id"),),
                "indexes": [Index(fields=["home_id"])],
                "pk_attr": "id",
                "table_description": "One home's part of a batch, in fen; of a use, `owed_fen` is what its fund could not bear.",
            },
            bases=["Row"],
        ),
        ops.CreateModel(
            name="FundPassing",
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
                ("on", fields.DateField()),
                ("balance_fen", fields.BigIntField()),
                ("noted_at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
            ],
            options={
                "table": "fund_passing",
                "app": "models",
                "unique_together": (("home_id", "on"),),
                "pk_attr": "id",
                "table_description": "A home changed hands on a day, and the balance that went with it; noted once.",
            },
            bases=["Row"],
        ),
        ops.CreateModel(
            name="FundRound",
            fields=[
                (
                    "id",
                    fields.UUIDField(primary_key=True, default=uuid4, unique=True, db_index=True),
                ),
                ("on", fields.DateField()),
                ("home_id", fields.UUIDField(null=True)),
                ("began_at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
                ("done_at", fields.DatetimeField(null=True, auto_now=False, auto_now_add=False)),
            ],
            options={
                "table": "fund_round",
                "app": "models",
                "pk_attr": "id",
                "table_description": "How far the day's round over all homes has come: those up to `home_id` were looked at.",
            },
            bases=["Row"],
        ),
        ops.CreateModel(
            name="FundWarning",
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
                ("balance_fen", fields.BigIntField()),
                ("first_fen", fields.BigIntField()),
                ("line_percent", fields.IntField()),
                ("since_at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
                ("ended_at", fields.DatetimeField(null=True, auto_now=False, auto_now_add=False)),
            ],
            options={
                "table": "fund_warning",
                "app": "models",
                "pk_attr": "id",
                "table_description": "A home's fund is below the line at which it must be topped up, from one moment to another.",
            },
            bases=["Row"],
        ),
        ops.CreateModel(
            name="IncomeEstimate",
            fields=[
                (
                    "scope_id",
                    fields.UUIDField(primary_key=True, default=uuid4, unique=True, db_index=True),
                ),
                ("as_of_on", fields.DateField()),
                ("estimate_fen", fields.BigIntField()),
                ("computed_at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
            ],
            options={
                "table": "income_estimate",
                "app": "models",
                "pk_attr": "scope_id",
                "table_description": "What a scope would get of the deposits still running, by the day; never spendable. R4.4.",
            },
            bases=["Model"],
        ),
        ops.CreateModel(
            name="PlacementRound",
            fields=[
                (
                    "id",
                    fields.UUIDField(primary_key=True, default=uuid4, unique=True, db_index=True),
                ),
                ("number", fields.CharField(unique=True, max_length=40)),
                ("title", fields.CharField(max_length=120)),
                ("amount_fen", fields.BigIntField()),
                ("tenor", fields.CharField(max_length=8)),
                ("requirements", fields.TextField(default="", unique=False)),
                ("announced_at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
                ("closes_at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
                ("state", fields.CharField(max_length=12)),
                ("created_by", fields.UUIDField()),
                ("offer_id", fields.UUIDField(null=True)),
                ("reason", fields.CharField(default="", max_length=500)),
                ("proposed_by", fields.UUIDField(null=True)),
                (
                    "proposed_at",
                    fields.DatetimeField(null=True, auto_now=False, auto_now_add=False),
                ),
                ("decided_by", fields.UUIDField(null=True)),
                ("decided_at", fields.DatetimeField(null=True, auto_now=False, auto_now_add=False)),
            ],
            options={
                "table": "placement_round",
                "app": "models",
                "pk_attr": "id",
                "table_description": "Banks compete for a deposit (竞优存放): announced, closed, then awarded or cancelled.",
            },
            bases=["Row"],
        ),
        ops.CreateModel(
            name="PlacementOffer",
            fields=[
                (
                    "id",
                    fields.UUIDField(primary_key=True, default=uuid4, unique=True, db_index=True),
                ),
                (
                    "round",
                    fields.ForeignKeyField(
                        "models.PlacementRound",
                        source_field="round_id",
                        db_constraint=True,
                        to_field="id",
                        on_delete=OnDelete.RESTRICT,
                    ),
                ),
                ("bank", fields.CharField(max_length=120)),
                ("rate_e4", fields.IntField()),
                ("note", fields.CharField(default="", max_length=300)),
                ("received_at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
                ("entered_by", fields.UUIDField()),
                ("entered_at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
                (
                    "withdrawn_at",
                    fields.DatetimeField(null=True, auto_now=False, auto_now_add=False),
                ),
            ],
            options={
                "table": "placement_offer",
                "app": "models",
                "indexes": [Index(fields=["round_id"])],
                "pk_attr": "id",
                "table_description": "The rate that a bank offered; kept as record whatever came of it.",
            },
            bases=["Row"],
        ),
        ops.CreateModel(
            name="Reconciliation",
            fields=[
                (
                    "id",
                    fields.UUIDField(primary_key=True, default=uuid4, unique=True, db_index=True),
                ),
                (
                    "account",
                    fields.ForeignKeyField(
                        "models.BankAccount",
                        source_field="account_id",
                        db_constraint=True,
                        to_field="id",
                        on_delete=OnDelete.RESTRICT,
                    ),
                ),
                ("month_on", fields.DateField()),
                ("number", fields.CharField(unique=True, max_length=40)),
                ("state", fields.CharField(max_length=12)),
                ("books_fen", fields.BigIntField()),
                ("bank_fen", fields.BigIntField()),
                (
                    "body",
                    fields.JSONField(
                        encoder=functools.partial(dumps, separators=(",", ":")), decoder=loads
                    ),
                ),
                ("sha256", fields.BinaryField()),
                ("prepared_by", fields.UUIDField()),
                ("prepared_at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
                ("certified_by", fields.UUIDField(null=True)),
                (
                    "certified_at",
                    fields.DatetimeField(null=True, auto_now=False, auto_now_add=False),
                ),
                ("dropped_by", fields.UUIDField(null=True)),
                ("dropped_at", fields.DatetimeField(null=True, auto_now=False, auto_now_add=False)),
                ("drop_reason", fields.CharField(default="", max_length=300)),
            ],
            options={
                "table": "reconciliation",
                "app": "models",
                "pk_attr": "id",
                "table_description": "The certificate of one account and month: both balances and every difference, line by line,",
            },
            bases=["Row"],
        ),
        ops.CreateModel(
            name="ScopeSwitch",
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
                ("to_kind", fields.CharField(max_length=8)),
                ("on", fields.DateField(null=True)),
                ("reason", fields.CharField(max_length=300)),
                ("state", fields.CharField(max_length=12)),
                ("entered_by", fields.UUIDField()),
                ("entered_at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
                ("confirmed_by", fields.UUIDField(null=True)),
                (
                    "confirmed_at",
                    fields.DatetimeField(null=True, auto_now=False, auto_now_add=False),
                ),
                ("journal_id", fields.UUIDField(null=True)),
                (
                    "working",
                    fields.JSONField(
                        default=dict,
                        encoder=functools.partial(dumps, separators=(",", ":")),
                        decoder=loads,
                    ),
                ),
            ],
            options={
                "table": "scope_switch",
                "app": "models",
                "pk_attr": "id",
                "table_description": "A building's pooled account becomes its units' accounts, or the other way round.",
            },
            bases=["Row"],
        ),
        ops.CreateModel(
            name="ScopeChange",
            fields=[
                (
                    "id",
                    fields.UUIDField(primary_key=True, default=uuid4, unique=True, db_index=True),
                ),
                (
                    "switch",
                    fields.ForeignKeyField(
                        "models.ScopeSwitch",
                        source_field="switch_id",
                        db_constraint=True,
                        to_field="id",
                        on_delete=OnDelete.RESTRICT,
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
                ("from_scope_id", fields.UUIDField()),
                ("to_scope_id", fields.UUIDField()),
                ("on", fields.DateField()),
                ("recorded_at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
            ],
            options={
                "table": "scope_change",
                "app": "models",
                "unique_together": (("unit_id", "on"),),
                "pk_attr": "id",
                "table_description": "From this day on the unit's homes belong to another scope; append-only.",
            },
            bases=["Row"],
        ),
        ops.CreateModel(
            name="Settlement",
            fields=[
                (
                    "id",
                    fields.UUIDField(primary_key=True, default=uuid4, unique=True, db_index=True),
                ),
                (
                    "deposit",
                    fields.ForeignKeyField(
                        "models.Deposit",
                        source_field="deposit_id",
                        db_constraint=True,
                        to_field="id",
                        on_delete=OnDelete.RESTRICT,
                    ),
                ),
                (
                    "term",
                    fields.ForeignKeyField(
                        "models.DepositTerm",
                        source_field="term_id",
                        db_constraint=True,
                        to_field="id",
                        on_delete=OnDelete.RESTRICT,
                    ),
                ),
                ("kind", fields.CharField(max_length=12)),
                ("principal_fen", fields.BigIntField()),
                ("from_on", fields.DateField()),
                ("to_on", fields.DateField()),
                ("interest_fen", fields.BigIntField()),
                ("expected_fen", fields.BigIntField()),
                ("due_benchmark_fen", fields.BigIntField()),
                ("benchmark_fen", fields.BigIntField()),
                ("value_added_fen", fields.BigIntField()),
                ("shortfall_fen", fields.BigIntField()),
                ("returned_fen", fields.BigIntField()),
                ("capitalised_fen", fields.BigIntField(default=0)),
                ("renews", fields.BooleanField(default=False)),
                ("renewed_rate_e4", fields.IntField(null=True)),
                ("advice_number", fields.CharField(max_length=60)),
                ("credited_on", fields.DateField()),
                ("effective_on", fields.DateField(null=True)),
                ("source", fields.CharField(max_length=12)),
                ("file_id", fields.UUIDField(null=True)),
                ("note", fields.CharField(default="", max_length=300)),
                (
                    "working",
                    fields.JSONField(
                        default=dict,
                        encoder=functools.partial(dumps, separators=(",", ":")),
                        decoder=loads,
                    ),
                ),
                ("state", fields.CharField(max_length=12)),
                ("journal_id", fields.UUIDField(null=True)),
                ("reversal_id", fields.UUIDField(null=True)),
                ("reversed_on", fields.DateField(null=True)),
                ("entered_by", fields.UUIDField()),
                ("entered_at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
                ("confirmed_by", fields.UUIDField(null=True)),
                (
                    "confirmed_at",
                    fields.DatetimeField(null=True, auto_now=False, auto_now_add=False),
                ),
                ("reversal_asked_by", fields.UUIDField(null=True)),
                (
                    "reversal_asked_at",
                    fields.DatetimeField(null=True, auto_now=False, auto_now_add=False),
                ),
                ("reversal_reason", fields.CharField(db_default="", max_length=300)),
                ("reversed_by", fields.UUIDField(null=True)),
                (
                    "reversed_at",
                    fields.DatetimeField(null=True, auto_now=False, auto_now_add=False),
                ),
            ],
            options={
                "table": "settlement",
                "app": "models",
                "indexes": [Index(fields=["deposit_id"]), Index(fields=["term_id"])],
                "pk_attr": "id",
                "table_description": "What the bank credited for a principal from one day to another, by one advice. R4.3.",
            },
            bases=["Row"],
        ),
        ops.CreateModel(
            name="Voucher",
            fields=[
                (
                    "id",
                    fields.UUIDField(primary_key=True, default=uuid4, unique=True, db_index=True),
                ),
                ("number", fields.CharField(unique=True, max_length=40)),
                ("kind", fields.CharField(max_length=32)),
                (
                    "body",
                    fields.JSONField(
                        encoder=functools.partial(dumps, separators=(",", ":")), decoder=loads
                    ),
                ),
                ("effective_on", fields.DateField()),
                ("memo", fields.CharField(max_length=500)),
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
                "table": "voucher",
                "app": "models",
                "pk_attr": "id",
                "table_description": "An entry written by hand, or the reversal of one: posted once somebody else confirmed it.",
            },
            bases=["Row"],
        ),
        ops.CreateModel(
            name="YearBalance",
            fields=[
                (
                    "id",
                    fields.UUIDField(primary_key=True, default=uuid4, unique=True, db_index=True),
                ),
                ("year", fields.IntField()),
                ("scope_id", fields.UUIDField()),
                ("on", fields.DateField()),
                ("change_fen", fields.BigIntField()),
            ],
            options={
                "table": "year_balance",
                "app": "models",
                "indexes": [Index(fields=["year", "scope_id", "on"])],
                "pk_attr": "id",
                "table_description": "By how much the household balances of a scope changed on a day, as the year counts them.",
            },
            bases=["Row"],
        ),
        ops.CreateModel(
            name="YearDeposit",
            fields=[
                (
                    "id",
                    fields.UUIDField(primary_key=True, default=uuid4, unique=True, db_index=True),
                ),
                ("year", fields.IntField()),
                (
                    "settlement",
                    fields.ForeignKeyField(
                        "models.Settlement",
                        source_field="settlement_id",
                        db_constraint=True,
                        to_field="id",
                        on_delete=OnDelete.RESTRICT,
                    ),
                ),
                ("sign", fields.SmallIntField()),
                ("from_on", fields.DateField()),
                ("to_on", fields.DateField()),
                ("income_fen", fields.BigIntField()),
                ("benchmark_fen", fields.BigIntField()),
                ("weight", fields.DecimalField(max_digits=40, decimal_places=0)),
                ("left_fen", fields.IntField()),
                ("cut_remainder", fields.DecimalField(null=True, max_digits=40, decimal_places=0)),
                ("cut_scope_id", fields.UUIDField(null=True)),
                (
                    "slices",
                    fields.JSONField(
                        default=dict,
                        encoder=functools.partial(dumps, separators=(",", ":")),
                        decoder=loads,
                    ),
                ),
            ],
            options={
                "table": "year_deposit",
                "app": "models",
                "unique_together": (("year", "settlement_id", "sign"),),
                "pk_attr": "id",
                "table_description": "One settlement in a year's distribution; `sign` is -1 where a reversal takes it back.",
            },
            bases=["Row"],
        ),
        ops.CreateModel(
            name="YearFactor",
            fields=[
                (
                    "id",
                    fields.UUIDField(primary_key=True, default=uuid4, unique=True, db_index=True),
                ),
                ("year", fields.IntField()),
                ("on", fields.DateField()),
                ("factor", fields.DecimalField(max_digits=60, decimal_places=0)),
            ],
            options={
                "table": "year_factor",
                "app": "models",
                "unique_together": (("year", "on"),),
                "pk_attr": "id",
                "table_description": "Benchmark interest earned by one fen from the beginning to the start of a day, in units",
            },
            bases=["Row"],
        ),
        ops.CreateModel(
            name="YearHome",
            fields=[
                (
                    "id",
                    fields.BigIntField(
                        generated=False, primary_key=True, unique=True, db_index=True
                    ),
                ),
                ("home_id", fields.UUIDField()),
                ("account_id", fields.UUIDField(null=True)),
                ("fen", fields.BigIntField()),
            ],
            options={
                "table": "year_home",
                "app": "models",
                "pk_attr": "id",
                "table_description": "What a home gets of the year's benchmark interest, from the split until the year is closed.",
            },
            bases=["Model"],
        ),
        ops.CreateModel(
            name="YearReport",
            fields=[
                (
                    "id",
                    fields.UUIDField(primary_key=True, default=uuid4, unique=True, db_index=True),
                ),
                ("year", fields.IntField()),
                ("version", fields.IntField()),
                (
                    "body",
                    fields.JSONField(
                        encoder=functools.partial(dumps, separators=(",", ":")), decoder=loads
                    ),
                ),
                ("sha256", fields.BinaryField()),
                ("why", fields.CharField(default="", max_length=300)),
                ("published_by", fields.UUIDField()),
                ("published_at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
            ],
            options={
                "table": "year_report",
                "app": "models",
                "unique_together": (("year", "version"),),
                "pk_attr": "id",
                "table_description": "A yearly report as it was published; a correction is a new version beside the old. R12.1.",
            },
            bases=["Row"],
        ),
        ops.CreateModel(
            name="YearScope",
            fields=[
                (
                    "id",
                    fields.UUIDField(primary_key=True, default=uuid4, unique=True, db_index=True),
                ),
                ("year", fields.IntField()),
                ("scope_id", fields.UUIDField()),
                ("shares_fen", fields.BigIntField()),
                ("brought_fen", fields.BigIntField(default=0)),
                ("posted_fen", fields.BigIntField()),
                ("carried_fen", fields.BigIntField(default=0)),
                (
                    "earned",
                    fields.JSONField(
                        default=dict,
                        encoder=functools.partial(dumps, separators=(",", ":")),
                        decoder=loads,
                    ),
                ),
                ("journal_id", fields.UUIDField(null=True)),
            ],
            options={
                "table": "year_scope",
                "app": "models",
                "unique_together": (("year", "scope_id"),),
                "pk_attr": "id",
                "table_description": "What a scope got of a year: its shares, what earlier reversals took, what was credited.",
            },
            bases=["Row"],
        ),
        ops.AlterModelOptions(
            name="Deposit",
            options={
                "table": "deposit",
                "app": "models",
                "pk_attr": "id",
                "table_description": "A deposit as it was agreed (R4.1): the terms of its first term; each renewal is a new",
            },
        ),
        ops.AddField(
            model_name="Deposit",
            name="account_id",
            field=fields.UUIDField(null=True, unique=True),
        ),
        ops.AddField(
            model_name="Deposit",
            name="confirmed_at",
            field=fields.DatetimeField(null=True, auto_now=False, auto_now_add=False),
        ),
        ops.AddField(
            model_name="Deposit",
            name="confirmed_by",
            field=fields.UUIDField(null=True),
        ),
        ops.AddField(
            model_name="Deposit",
            name="custody",
            field=fields.ForeignKeyField(
                "models.BankAccount",
                source_field="custody_id",
                null=True,
                db_constraint=True,
                to_field="id",
                on_delete=OnDelete.RESTRICT,
            ),
        ),
        ops.AddField(
            model_name="Deposit",
            name="entered_at",
            field=fields.DatetimeField(null=True, auto_now=False, auto_now_add=False),
        ),
        ops.AddField(
            model_name="Deposit",
            name="entered_by",
            field=fields.UUIDField(null=True),
        ),
        ops.AddField(
            model_name="Deposit",
            name="journal_id",
            field=fields.UUIDField(null=True),
        ),
        ops.AddField(
            model_name="Deposit",
            name="note",
            field=fields.CharField(db_default="", max_length=300),
        ),
        ops.AddField(
            model_name="Deposit",
            name="offer_id",
            field=fields.UUIDField(null=True),
        ),
        ops.AddField(
            model_name="Deposit",
            name="state",
            field=fields.CharField(db_default="listed", max_length=12),
        ),
    ]
