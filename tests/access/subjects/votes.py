"""A vote before and while it runs: who is let in. R2.4, R2.6, R8.3, R8.5.

The vote is elsewhere: what it does stays out of the way of the one case here.
"""

from dataclasses import replace
from typing import Any
from uuid import UUID

from handlers.votes import counting
from models.votes import counts
from models.votes.locks import lock_against_ballots
from rules.cases import State
from rules.votes import tally
from tests.access.row import EVERYBODY, LOGGED_IN, PAPERS, PEOPLE, Row
from tests.access.subjects.vote_papers import RESULT, SEES
from tests.access.subjects.vote_papers import vote as opened
from tests.builders import case_in
from tests.world import City

VOTE = {"vote_id": "phone_vote_id"}
TOKEN = {"token": "phone_vote_token"}
RECORDED = {"vote_id": "recorded_vote_id"}
PLANNED = {"case_id": "planned_there_id"}

AFTER = ("vote_papers",)

ROWS: dict[str, Row | tuple[Row, ...]] = {
    "GET /cases/{case_id}/vote-check": Row(PAPERS, "free", ids=PLANNED),
    "POST /cases/{case_id}/votes": Row("clerk clerk2", "free", {}, ids=PLANNED),
    "GET /cases/{case_id}/votes": Row(
        SEES, "free", ids={"case_id": "voting_there_id"}, finds=SEES, thing="phone_vote_id"
    ),
    "GET /votes": Row(LOGGED_IN, "free", finds=SEES, thing="phone_vote_id"),
    "GET /me/ballots": Row(PEOPLE, "free"),
    "GET /votes/{vote_id}": Row(SEES, "free", ids=VOTE),
    "GET /votes/{vote_id}/record": Row(SEES, "free", ids=RECORDED),
    "GET /votes/{vote_id}/inclusion": Row(SEES, "free", ids=RECORDED),
    "GET /public/votes/{token}": Row(EVERYBODY, "free", ids=TOKEN),
    "GET /public/votes/{token}/record.json": Row(
        EVERYBODY, "free", ids={"token": "recorded_token"}
    ),
    "GET /public/scopes/{scope_id}/votes": Row(EVERYBODY, "free"),
    "GET /v/{token}": Row(EVERYBODY, "free", ids=TOKEN),
    "GET /assets/recount_vote.py": Row(EVERYBODY, "free"),
    "GET /assets/published_vote.txt": Row(EVERYBODY, "free"),
    "POST /votes/{vote_id}/ballots": Row("elsewhere", "free", {"choice": "agree"}, ids=VOTE),
}


async def recorded(city: City) -> dict[str, str]:
    """A vote in which nobody spoke, left as the count leaves it."""
    vote_id = UUID(await opened(city))
    row = await lock_against_ballots(vote_id)
    box = await counting.opened(city.world.secrets, row)
    result, at = tally(box.roll, box.casts, box.terms), row["count_at"]
    rows = counting.record_of(box, result)
    root = counting.record(row, box.homes.values(), box.terms, rows, result, at).root()
    await counts.close(vote_id, at, RESULT, root)
    return {"recorded_vote_id": str(vote_id), "recorded_token": row["token"]}


async def ids(city: City) -> dict[str, Any]:
    """A vote that runs in the other community, and a case there that waits for one."""
    vote_id = await opened(city)
    vote = await city.must("GET", f"/votes/{vote_id}", await city.staff("clerk"))
    manager = city.roll.people["other_manager"]
    planned = await case_in(
        State.PLANNED,
        replace(city.roll, here=city.roll.there),
        city.clock(),
        flow="household",
        applicant="manager",
        applicant_id=str(manager.person_id),
        signers=(),
    )
    return {
        "phone_vote_id": vote_id,
        "phone_vote_token": vote["token"],
        **await recorded(city),
        "voting_there_id": vote["case_id"],
        "planned_there_id": str(planned.id),
    }
