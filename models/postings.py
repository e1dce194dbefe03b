"""Lobbies of running notices as their managers find them. R7.2."""

from models.listing import Code, Key, Listing, Moment, Sort
from rules.cases import CLOSED

_CLOSED = ", ".join(f"'{one}'" for one in sorted(CLOSED))
_SINCE = "coalesce(last.refused_at, n.published_at)"

POSTINGS = Listing(
    "l.id, l.case_id, k.number AS case_number, k.state, k.facts::text AS facts,"
    " c.name AS community, l.unit_id, b.name || u.name AS place, l.token, l.posted_at,"
    f" last.refused_at, last.reason, look.waiting_at, {_SINCE} AS since_at",
    '"case" k JOIN lobby l ON l.case_id = k.id AND l.version = k.version'
    " JOIN public_notice n ON n.case_id = k.id AND n.version = k.version"
    " JOIN unit u ON u.id = l.unit_id JOIN building b ON b.id = u.building_id"
    " JOIN community c ON c.id = k.community_id"
    " LEFT JOIN LATERAL (SELECT e.taken_in_at AS waiting_at FROM evidence e"
    "   WHERE e.lobby_id = l.id AND e.refused_at IS NULL AND e.accepted_at IS NULL"
    "   ORDER BY e.taken_in_at DESC LIMIT 1) look ON true"
    " LEFT JOIN LATERAL (SELECT e.refused_at, e.reason FROM evidence e"
    "   WHERE e.lobby_id = l.id AND e.refused_at IS NOT NULL"
    "   ORDER BY e.refused_at DESC LIMIT 1) last ON true",
    "l.id",
    {"oldest": Sort((Key(_SINCE, Moment), Key("u.code", Code)), down=False)},
    {
        "community_id": "k.community_id = {community_id}",
        "case_id": "k.id = {case_id}",
        "wanted": "l.posted_at IS NULL AND look.waiting_at IS NULL",
    },
    always="k.community_id IN (SELECT community_id FROM acts_for({person_id}, {today})"
    f" WHERE role = 'manager') AND l.revoked_at IS NULL AND k.state NOT IN ({_CLOSED})",
    needs=("person_id", "today"),
)
"""The lobbies of every notice that runs where the person is the manager that day, the one that
waits longest first."""
