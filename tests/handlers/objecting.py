"""Words for tests of objections over HTTP: who does what, and what came of it."""

from typing import Any

from models.base import sql
from models.cases import Case
from rules.cases import Facts, State
from rules.people import Role
from tests.builders import case_in
from tests.employees import new_account
from tests.world import City

SECRET = "本人认为保费过高"


async def noticed(city: City, state: State = State.NOTICED, **facts: Any) -> Case:
    """A case of the small roll in this state now."""
    return await case_in(state, city.roll, city.clock(), **facts)


async def token(city: City, who: str) -> str:
    return await (city.staff(who) if who in city.roll.accounts else city.login(who))


async def post(city: City, who: str, path: str, body: Any = None) -> tuple[int, Any]:
    return await city.call("POST", path, await token(city, who), body)


async def done(city: City, who: str, path: str, body: Any = None) -> Any:
    """The answer of a write that has to succeed."""
    status, answer = await post(city, who, path, body)
    assert status in {200, 201}, (path, status, answer)
    return answer


async def refused(city: City, who: str, path: str, body: Any = None) -> str:
    """Status and code of a write that has to be refused."""
    status, answer = await post(city, who, path, body)
    assert status >= 400, (path, status, answer)
    return f"{status} {answer['code']}"


async def objects(city: City, case: Case, who: str, text: str = SECRET) -> Any:
    return await done(city, who, f"/cases/{case.id}/objections", {"text": text})


async def paper_of(city: City, owner: str, clerk: str = "clerk") -> dict[str, Any]:
    """What a clerk enters of a paper by this owner, received now."""
    person = city.roll.people[owner]
    return {
        "home_id": str(person.homes[0]),
        "owner_id": str(person.owner_id),
        "text": "书面反对",
        "received_at": city.clock().isoformat(),
        "file_ids": [await city.paper(clerk)],
    }


async def entered_on_paper(city: City, objection_id: str, outcome: str, who: str = "clerk2") -> str:
    """The path of a signed paper that waits for its second person."""
    body = {"outcome": outcome, "record_file_id": await city.paper(who), "note": "书面材料"}
    made = await done(city, who, f"/objections/{objection_id}/endings", body)
    return f"/objection-endings/{made['ending']['ending_id']}"


async def ended_on_paper(city: City, objection_id: str, outcome: str) -> Any:
    """The objection is ended by a paper, by two who do not handle the case."""
    ending = await entered_on_paper(city, objection_id, outcome)
    return await done(city, "reviewer", f"{ending}/confirmation")


async def see(city: City, who: str, path: str) -> tuple[int, Any]:
    return await city.call("GET", path, await token(city, who))


async def facts_of(case: Case) -> Facts:
    return (await Case.find(case.id)).facts()


async def events(case: Case) -> list[str]:
    rows = await sql("SELECT kind FROM log_event WHERE subject_id = $1 ORDER BY seq", case.id)
    return [row["kind"] for row in rows]


async def reviewer2(city: City) -> None:
    """A second reviewer, called `reviewer2`."""
    await new_account(city, "reviewer2", Role.REVIEWER)
