"""A person's own ballots, claims and contests are found without reading those of all people."""

from tortoise.migrations.migration import Migration
from tortoise.migrations.operations import RunSQL

_FOUND = {
    # Of all states: given by others for the owner, taken back, or given anew.
    "ballot_of_home": "ballot (vote_home_id, owner_id)",
    "binding_contest_of_person": "binding_contest (person_id, made_at)",
    "binding_claim_of_person": "binding_claim (person_id, created_at)",
}


class Migration(Migration):  # type: ignore[no-redef]
    """Indexes only."""

    dependencies = [("models", "0046_secret_answers")]
    operations = [
        RunSQL(
            [f"CREATE INDEX {name} ON {of}" for name, of in _FOUND.items()],
            reverse_sql=[f"DROP INDEX {name}" for name in _FOUND],
        )
    ]
