"""Everything that can be asked of an objection, where there is none or its time is not. R7.6."""

from typing import Any
from uuid import uuid4

from rules.cases import State
from tests.handlers.objecting import done, noticed, objects, refused
from tests.world import City

WHY = {"reason": "理由"}
END = {"then": "end", "reason": "理由"}


async def decisions(city: City) -> list[tuple[str, str, Any]]:
    """Who decides, how, and with what words: all that needs an open objection."""
    proposal = {"record_file_id": await city.paper("clerk")}
    letter = {"outcome": "settled", "record_file_id": await city.paper("clerk2")}
    return [
        ("reviewer", "dismissal", WHY),
        ("reviewer", "upholding", END),
        ("clerk", "proposal", proposal),
        ("clerk2", "endings", letter),
    ]


async def test_what_is_not_there_is_not_found(city: City) -> None:
    one, sheet, case = (
        f"/{name}/{uuid4()}" for name in ("objections", "paper-objections", "cases")
    )
    for who, how, body in await decisions(city):
        assert await refused(city, who, f"{one}/{how}", body) == "404 NotFound"
    for who, how, body in (
        ("clerk", f"{one}/unmasking", WHY),
        ("clerk", f"{one}/answer", {"text": "答复"}),
        ("clerk", f"{sheet}/confirmation", None),
        ("clerk", f"{sheet}/dropping", WHY),
        ("owner5", f"{one}/withdrawal", None),
        ("owner5", f"{one}/settlement", {"record_file_id": str(uuid4())}),
        ("owner5", f"{one}/review", {"text": "复核"}),
    ):
        assert await refused(city, who, how, body) == "404 NotFound", how
    paper = {
        "home_id": str(uuid4()),
        "text": "反对",
        "received_at": city.clock().isoformat(),
        "file_ids": [await city.paper("clerk")],
    }
    for path, body in (
        ("/hold", {"reason": "x"}),
        ("/hold/release", {"reason": "x"}),
        ("/paper-objections", paper),
    ):
        assert await refused(city, "clerk", case + path, body) == "404 CaseNotFound", path


async def test_only_an_open_one_is_decided(city: City) -> None:
    """A late one is answered, a draft is confirmed first, a closed one is closed."""
    late, running = await noticed(city, State.CLEARED), await noticed(city)
    recorded = (await objects(city, late, "owner5"))["objection_id"]
    closed = (await objects(city, running, "owner5"))["objection_id"]
    await done(city, "owner5", f"/objections/{closed}/withdrawal")
    person = city.roll.people["owner7"]
    paper = {
        "home_id": str(person.homes[0]),
        "owner_id": str(person.owner_id),
        "text": "反对",
        "received_at": city.clock().isoformat(),
        "file_ids": [await city.paper("clerk")],
    }
    entered = await done(city, "clerk", f"/cases/{running.id}/paper-objections", paper)
    draft = entered["objection_id"]
    for who, how, body in await decisions(city):
        assert await refused(city, who, f"/objections/{recorded}/{how}", body) == (
            "409 NotAllowedNow"
        )
        assert await refused(city, who, f"/objections/{draft}/{how}", body) == "409 NotAllowedNow"
        assert await refused(city, who, f"/objections/{closed}/{how}", body) == (
            "409 ObjectionClosed"
        )
    await _papers(city, draft, closed)
    await done(city, "clerk2", f"/paper-objections/{draft}/confirmation")
    one = f"/objections/{draft}/upholding"
    assert await refused(city, "reviewer", one, END | {"reason": " "}) == "422 ReasonMissing"


async def _papers(city: City, draft: str, closed: str) -> None:
    """What only paper knows, asked of a draft and of one filed online."""
    for how, body in (("confirmation", None), ("dropping", WHY)):
        path = f"/paper-objections/{closed}/{how}"
        assert await refused(city, "clerk", path, body) == "404 NotFound", how
