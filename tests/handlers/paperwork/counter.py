"""The counter's printer: asks for a paper of a case and reads what came out."""

import re
from typing import Any

from tests.journey import Journey
from tests.pdf_text import pages_of


async def token_of(trip: Journey, who: str) -> str:
    """The session of an account or of a person."""
    staff = who in trip.city.roll.accounts
    return await (trip.city.staff if staff else trip.city.login)(who)


async def listed(trip: Journey, who: str) -> dict[str, Any]:
    """What the case offers this one, and what was issued."""
    path = f"/cases/{trip.id}/papers"
    found: dict[str, Any] = await trip.city.must("GET", path, await token_of(trip, who))
    return found


async def offered(trip: Journey, who: str) -> list[str]:
    """The kinds that the case offers this one."""
    return [one["kind"] for one in (await listed(trip, who))["offers"]]


async def issue(trip: Journey, who: str, kind: str, subject: str = "") -> dict[str, Any]:
    """The paper is issued, or printed again."""
    body = {"subject_id": subject} if subject else {}
    path = f"/cases/{trip.id}/papers/{kind}"
    made: dict[str, Any] = await trip.city.must("POST", path, await token_of(trip, who), body)
    return made


async def refused(trip: Journey, who: str, kind: str, subject: str = "") -> str:
    """The code with which it is refused."""
    body = {"subject_id": subject} if subject else {}
    path = f"/cases/{trip.id}/papers/{kind}"
    status, answer = await trip.city.call("POST", path, await token_of(trip, who), json=body)
    assert status >= 400, answer
    return str(answer["code"])


async def pdf(trip: Journey, who: str, paper_id: str) -> bytes:
    """What comes out of the printer."""
    path = f"/cases/{trip.id}/papers/{paper_id}/print.pdf"
    await trip.city.must("GET", path, await token_of(trip, who))
    assert trip.city.last is not None
    return trip.city.last.content


async def words(trip: Journey, who: str, paper_id: str) -> str:
    """All that is written on it, without spaces."""
    return re.sub(r"\s|　", "", "".join(pages_of(await pdf(trip, who, paper_id))))
