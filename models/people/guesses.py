"""How often tries at somebody's papers failed, counted for good. R2.8."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from models.base import one, sql
from models.ids import new_id
from models.listing import Key, Listing, Moment, Sort, Whole
from models.people.bindings import HOME_FROM, HOME_LINE
from rules.identity import LIFETIME, LONGEST_MINUTES, WAIT_MINUTES


@dataclass(frozen=True, slots=True)
class Counted:
    """Failures so far, and when the last one was."""

    failures: int
    last_at: datetime


_COUNT = """
INSERT INTO guesses AS g (id, kind, key, failures, last_at) VALUES ($1, 'person', $2, 1, $3)
    ON CONFLICT (kind, key) DO UPDATE SET failures = g.failures + 1, last_at = excluded.last_at
 WHERE g.failures < $4
   AND g.last_at + coalesce(($5::int[])[g.failures + 1], $6) * interval '1 minute' <= $3
RETURNING failures
"""


async def count(person_id: UUID, now: datetime) -> Counted | None:
    """One more try of the login counts as a failure until it is forgiven: None. While it has to
    wait, or after a lifetime of failures, it is not counted: what was before. One statement, so
    that of many at once each sees the one before."""
    row = await one(_COUNT, new_id(), person_id, now, LIFETIME, list(WAIT_MINUTES), LONGEST_MINUTES)
    if row is not None:
        return None
    before = await one(
        "SELECT failures, last_at FROM guesses WHERE kind = 'person' AND key = $1", person_id
    )
    assert before is not None, "it was in the way"
    return Counted(before["failures"], before["last_at"])


async def count_home(home_id: UUID, now: datetime) -> None:
    """One more try at the home; homes that are not there are not counted."""
    await sql(
        "INSERT INTO guesses (id, kind, key, failures, last_at)"
        " SELECT $1, 'home', h.id, 1, $3 FROM home h WHERE h.id = $2"
        " ON CONFLICT (kind, key) DO UPDATE SET failures = guesses.failures + 1,"
        " last_at = excluded.last_at",
        new_id(),
        home_id,
        now,
    )


async def forgive(kind: str, key: UUID) -> None:
    """The last try was right."""
    await sql(
        "UPDATE guesses SET failures = greatest(failures - 1, 0) WHERE kind = $1 AND key = $2",
        kind,
        key,
    )


GUESSED = Listing(
    f"g.failures, g.last_at, {HOME_LINE}, (SELECT count(DISTINCT a.person_id)"
    " FROM binding_attempt a WHERE a.home_id = h.id AND NOT a.matched) AS logins",
    f"guesses g JOIN {HOME_FROM} ON h.id = g.key",
    "g.id",
    {
        "most": Sort((Key("g.failures", Whole), Key("g.last_at", Moment))),
        "newest": Sort((Key("g.last_at", Moment),)),
    },
    {"community_id": "co.id = {community_id}", "least": "g.failures >= {least}"},
    always="g.kind = 'home' AND g.failures > 0",
)
"""Homes at which claims failed, the most guessed first; how many logins tried lately."""
