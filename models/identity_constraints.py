"""What PostgreSQL keeps of bindings: how they are found, and what it refuses. R2.5.

As `models.constraints`, which came first: (statement, its undoing), in order.
"""

from models.constraints import LOGINS_WITH

# The owner whose number the bearer has: whoever was ever bound as that owner, also if it ended.
_LOGINS_BY_BINDING = LOGINS_WITH.replace("CREATE FUNCTION", "CREATE OR REPLACE FUNCTION").replace(
    "JOIN owner o ON o.id_index = e.id_index JOIN person p ON p.owner_id = o.id",
    "JOIN owner o ON o.id_index = e.id_index JOIN binding p_b ON p_b.owner_id = o.id"
    " JOIN person p ON p.id = p_b.person_id",
)
LIVE_BINDINGS_CONSTRAINTS: list[tuple[str, str]] = [
    (_LOGINS_BY_BINDING, LOGINS_WITH.replace("CREATE FUNCTION", "CREATE OR REPLACE FUNCTION")),
    (
        "DROP INDEX person_of_owner",
        "CREATE INDEX person_of_owner ON person (owner_id) WHERE owner_id IS NOT NULL",
    ),
    ("CREATE INDEX binding_of_owner ON binding (owner_id)", "DROP INDEX binding_of_owner"),
]
