"""What PostgreSQL itself refuses of notices and objections, applied by later migrations."""

from models.constraints import _check, _two_people, _unique, _waits

# Objections that end on paper, by two.
ENDING_CONSTRAINTS: list[tuple[str, str]] = [
    _two_people("objection_ending", "entered_by", "confirmed_by"),
    _waits("objection_ending", "entered_at", "draft"),
    _unique("objection_one_ending", "objection_ending", "objection_id", "state = 'draft'"),
]


# Photos that wait for a look, and pictures that were sent before.
EVIDENCE_CONSTRAINTS: list[tuple[str, str]] = [
    (
        "CREATE INDEX evidence_waits ON evidence (taken_in_at)"
        " WHERE accepted_at IS NULL AND refused_at IS NULL",
        "DROP INDEX evidence_waits",
    ),
    ("CREATE INDEX evidence_picture ON evidence (picture_sha256)", "DROP INDEX evidence_picture"),
    _check("evidence", "one_sender", "(person_id IS NULL) <> (account_id IS NULL)"),
    _check("evidence", "other_looks", "accepted_by IS NULL OR accepted_by <> account_id"),
]


# What owners say of bare lobbies, once at a time.
REPORT_CONSTRAINTS: list[tuple[str, str]] = [
    _unique("lobby_report_once", "lobby_report", "lobby_id, person_id", "answered_at IS NULL"),
    (
        "CREATE INDEX lobby_report_waits ON lobby_report (reported_at) WHERE answered_at IS NULL",
        "DROP INDEX lobby_report_waits",
    ),
]


# Texts that nobody has released or withheld; what is public is some text.
TEXT_CONSTRAINTS: list[tuple[str, str]] = [
    (
        "CREATE INDEX objection_unreleased ON objection (entered_at) WHERE release = 'waiting'",
        "DROP INDEX objection_unreleased",
    ),
    _check(
        "objection",
        "released",
        "(public_text IS NOT NULL) = (release IN ('whole', 'shortened', 'summary'))"
        " AND (release = 'withheld' OR (release = 'waiting') = (released_by IS NULL))",
    ),
]
