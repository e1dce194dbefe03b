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


LOGINS_CONSTRAINTS: list[tuple[str, str]] = [
    # R2.5: of the changes that wait, one for an owner; a binding is ended by two people
    (
        "CREATE UNIQUE INDEX login_change_once ON login_change (owner_id)"
        " WHERE state IN ('waiting', 'contested')",
        "DROP INDEX login_change_once",
    ),
    (
        "CREATE INDEX login_change_due ON login_change (due_at) WHERE state = 'waiting'",
        "DROP INDEX login_change_due",
    ),
    (
        "CREATE UNIQUE INDEX binding_ending_once ON binding_ending (person_id, owner_id)"
        " WHERE state = 'draft'",
        "DROP INDEX binding_ending_once",
    ),
    (
        "ALTER TABLE binding_ending ADD CONSTRAINT binding_ending_two_people"
        " CHECK (confirmed_by IS NULL OR confirmed_by <> entered_by)",
        "ALTER TABLE binding_ending DROP CONSTRAINT binding_ending_two_people",
    ),
    (
        "CREATE INDEX binding_ending_waits ON binding_ending (entered_at) WHERE state = 'draft'",
        "DROP INDEX binding_ending_waits",
    ),
    (
        "CREATE UNIQUE INDEX binding_contest_once ON binding_contest (binding_id)"
        " WHERE state = 'open'",
        "DROP INDEX binding_contest_once",
    ),
]

CORRECTION_CONSTRAINTS: list[tuple[str, str]] = [
    # R12.7: one at a time about one thing of an owner, and done by two people
    (
        "CREATE UNIQUE INDEX roll_correction_once ON roll_correction (owner_id, field)"
        " WHERE state IN ('open', 'proposed')",
        "DROP INDEX roll_correction_once",
    ),
    (
        "ALTER TABLE roll_correction ADD CONSTRAINT roll_correction_two_people"
        " CHECK (state <> 'done' OR (proposed_by IS NOT NULL AND decided_by <> proposed_by))",
        "ALTER TABLE roll_correction DROP CONSTRAINT roll_correction_two_people",
    ),
    (
        "CREATE INDEX roll_correction_waits ON roll_correction (proposed_at)"
        " WHERE state = 'proposed'",
        "DROP INDEX roll_correction_waits",
    ),
]
