"""Parameters are called parameters: a policy is what an insurer issues."""

from tortoise.migrations.migration import Migration
from tortoise.migrations.operations import AlterModelOptions, Operation, RenameModel, RunSQL

TABLES = (
    ("PolicyVersion", "policy_version", "ParameterVersion", "parameter_version"),
    ("PolicyChange", "policy_change", "ParameterChange", "parameter_change"),
)
ABOUT = {
    "ParameterVersion": "A version of the parameters, with its source.",
    "ParameterChange": "A change of parameters that a second person confirms.",
}


def _moved(key: str, name: str) -> str:
    return (
        f"UPDATE \"case\" SET facts = (facts - '{key}') || jsonb_build_object('{name}',"
        f" facts->'{key}') WHERE facts ? '{key}'"
    )


def _renamed(old: str, old_table: str, new: str, table: str) -> list[Operation]:
    options = {"table": table, "app": "models", "pk_attr": "id", "table_description": ABOUT[new]}
    return [RenameModel(old, new), AlterModelOptions(name=new, options=options)]


class Migration(Migration):  # type: ignore[no-redef]
    """The tables and what a case froze have the new name; what is in them stays."""

    dependencies = [("models", "0010_parameters_constraints")]
    operations = [
        RunSQL(
            [
                *(f"ALTER TABLE {old} RENAME TO {new}" for _, old, _, new in TABLES),
                _moved("policy", "parameters"),
            ],
            reverse_sql=[
                *(f"ALTER TABLE {new} RENAME TO {old}" for _, old, _, new in TABLES),
                _moved("parameters", "policy"),
            ],
        ),
        *(step for names in TABLES for step in _renamed(*names)),
    ]
