"""A person claims a home once until the claim is decided, by the second person too. R2.5, R2.10."""

from tortoise.migrations.migration import Migration
from tortoise.migrations.operations import RunSQL

_ONCE = "CREATE UNIQUE INDEX claim_once ON binding_claim (person_id, home_id) WHERE"


class Migration(Migration):  # type: ignore[no-redef]
    """Of two that wait of the same home, the one that nobody has looked at yet is taken back."""

    dependencies = [("models", "0031_privacy")]
    operations = [
        RunSQL(
            [
                "UPDATE binding_claim c SET state = 'withdrawn', decided_at = now()"
                " WHERE c.state = 'open' AND EXISTS (SELECT 1 FROM binding_claim p"
                "  WHERE p.person_id = c.person_id AND p.home_id = c.home_id"
                "  AND p.state = 'proposed')",
                "DROP INDEX claim_once",
                f"{_ONCE} state IN ('open', 'proposed')",
            ],
            reverse_sql=["DROP INDEX claim_once", f"{_ONCE} state = 'open'"],
        ),
    ]
