"""Objections on paper: two people, as of the day of receipt, overtaken by nothing. R7.4, R7.5."""

from datetime import datetime, timedelta
from typing import Any
from uuid import uuid4

from models.base import sql
from models.roll import Ownership
from rules.cases import State
from rules.days import BEIJING
from rules.people import Role
from tests.employees import new_account
from tests.handlers.objecting import (
    done,
    ended_on_paper,
    events,
    facts_of,
    noticed,
    refused,
    see,
)
from tests.world import City


async def paper(city: City, received: datetime, **more: Any) -> dict[str, Any]:
    """What a clerk enters of a paper by owner7."""
    person = city.roll.people["owner7"]
    return {
        "home_id": str(person.homes[0]),
        "owner_name": f" {person.name} ",
        "text": "书面反对",
        "received_at": received.isoformat(),
        "file_ids": [await city.paper("clerk")],
    } | more


async def test_paper_pauses_when_entered_and_is_confirmed_by_another(city: City) -> None:
    """R7.4: nothing overtakes it while it waits for its second pair of eyes."""
    case = await noticed(city)
    path = f"/cases/{case.id}/paper-objections"
    body = await paper(city, city.clock() - timedelta(hours=2))
    entered = await done(city, "clerk", path, body)
    assert (entered["state"], entered["case_state"]) == ("draft", "paused")
    facts = await facts_of(case)
    assert facts.paused_at == city.clock() - timedelta(hours=2), "as of its receipt"
    _, queue = await see(city, "clerk2", "/paper-objections")
    assert [row["id"] for row in queue["items"]] == [entered["objection_id"]]
    assert queue["items"][0]["entered_by_me"] is False
    for who, waiting in (("clerk2", [entered["objection_id"]]), ("clerk", [])):
        _, desk = await see(city, who, "/desk?kind=paper_objection")
        assert [row["id"] for row in desk["items"]] == waiting, who
    one, sheet = (
        f"/{name}/{entered['objection_id']}" for name in ("objections", "paper-objections")
    )
    assert await refused(city, "reviewer", f"{one}/dismissal", {"reason": "早"}) == (
        "409 NotAllowedNow"
    )
    assert await refused(city, "clerk", f"{sheet}/confirmation") == "403 SamePerson"
    confirmed = await done(city, "clerk2", f"{sheet}/confirmation")
    assert confirmed["state"] == "open" and confirmed["confirmed"]
    assert await refused(city, "clerk2", f"{sheet}/confirmation") == "409 EntryNotOpen"
    assert (await see(city, "clerk", "/paper-objections"))[1]["items"] == []
    assert await events(case) == ["Paused", "PaperObjectionConfirmed"]
    # Whoever wrote it sees it in the mini-program, and may take it back there.
    assert (await see(city, "owner7", one))[1]["mine"]
    await done(city, "owner7", f"{one}/withdrawal")
    assert (await facts_of(case)).state is State.NOTICED


async def test_paper_entered_late_pauses_whatever_precedes_payout(city: City) -> None:
    """R7.5: received in time, entered when the case had gone on; then back to where it was."""
    for state in (State.CLEARED, State.REGISTERED, State.CONTRACTED, State.PREPARED):
        case = await noticed(city, state, premium_fen=1_000)
        ends_at = (await facts_of(case)).notice_ends_at
        assert ends_at is not None and ends_at < city.clock()
        body = await paper(city, ends_at - timedelta(hours=30))
        entered = await done(city, "clerk", f"/cases/{case.id}/paper-objections", body)
        assert entered["in_time"] and entered["case_state"] == "paused", state
        sheet = f"/paper-objections/{entered['objection_id']}"
        await done(city, "clerk2", f"{sheet}/confirmation")
        await ended_on_paper(city, entered["objection_id"], "withdrawn")
        facts = await facts_of(case)
        assert facts.state is State.NOTICED and facts.after_notice is state
        assert facts.notice_ends_at is not None
        assert facts.notice_ends_at - city.clock() >= timedelta(hours=30), "the hours left"
        await sql('UPDATE "case" SET state = $2 WHERE id = $1', case.id, "lapsed")


async def test_paper_that_came_late_is_only_recorded(city: City) -> None:
    case = await noticed(city, State.REGISTERED)
    ends_at = (await facts_of(case)).notice_ends_at
    assert ends_at is not None
    entered = await done(
        city, "clerk", f"/cases/{case.id}/paper-objections", await paper(city, ends_at)
    )
    assert (entered["state"], entered["in_time"]) == ("draft", False)
    assert entered["case_state"] == "registered"
    sheet = f"/paper-objections/{entered['objection_id']}"
    assert (await done(city, "reviewer", f"{sheet}/confirmation"))["state"] == "recorded"
    await done(city, "clerk", f"/objections/{entered['objection_id']}/answer", {"text": "答复"})


async def test_paper_that_is_not_confirmed_is_dropped_with_reasons(city: City) -> None:
    """Neither by who entered it nor by the case's handler."""
    case = await noticed(city)
    entered = await done(
        city, "clerk2", f"/cases/{case.id}/paper-objections", await paper_by(city, "clerk2")
    )
    drop = f"/paper-objections/{entered['objection_id']}/dropping"
    why = {"reason": "非本人签名"}
    assert await refused(city, "clerk2", drop, why) == "403 SamePerson"
    assert await refused(city, "clerk", drop, why) == "403 SamePerson", "the handler"
    assert await refused(city, "reviewer", drop, {"reason": ""}) == "422 ReasonMissing"
    assert (await facts_of(case)).state is State.PAUSED
    dropped = await done(city, "reviewer", drop, why)
    assert (dropped["state"], dropped["decision"]) == ("dropped", "非本人签名")
    assert (await facts_of(case)).state is State.NOTICED
    await done(city, "clerk2", f"/cases/{case.id}/paper-objections", await paper_by(city, "clerk2"))


async def test_a_late_paper_is_not_dropped_by_the_handler_either(city: City) -> None:
    case = await noticed(city, State.REGISTERED)
    body = await paper_by(city, "clerk2")
    entered = await done(city, "clerk2", f"/cases/{case.id}/paper-objections", body)
    drop = f"/paper-objections/{entered['objection_id']}/dropping"
    assert await refused(city, "clerk", drop, {"reason": "重复"}) == "403 SamePerson"
    await done(city, "reviewer", drop, {"reason": "重复"})
    assert await events(case) == ["LateObjectionRecorded", "ObjectionSettled"]


async def test_who_entered_a_paper_does_not_decide_it(city: City) -> None:
    """Section 1: nobody approves what they entered; here one account holds both roles."""
    await new_account(city, "both", Role.CLERK, Role.REVIEWER)
    case = await noticed(city)
    body = await paper_by(city, "both")
    entered = await done(city, "both", f"/cases/{case.id}/paper-objections", body)
    await done(city, "clerk2", f"/paper-objections/{entered['objection_id']}/confirmation")
    one = f"/objections/{entered['objection_id']}"
    assert await refused(city, "both", f"{one}/dismissal", {"reason": "x"}) == "403 SamePerson"
    await done(city, "reviewer", f"{one}/dismissal", {"reason": "不成立"})


async def paper_by(city: City, clerk: str) -> dict[str, Any]:
    return await paper(city, city.clock(), file_ids=[await city.paper(clerk)])


async def test_paper_must_be_somebodys_and_scanned(city: City) -> None:
    """R2.4, R2.5, R7.4"""
    case = await noticed(city)
    path, now = f"/cases/{case.id}/paper-objections", city.clock()
    other = city.roll.people["owner8"]
    for more, code in (
        ({"owner_name": other.name}, "409 NotInRoll"),
        ({"owner_name": ""}, "409 NotInRoll"),
        ({"owner_id": str(other.owner_id)}, "409 NotInRoll"),
        ({"home_id": str(city.roll.people["elsewhere"].homes[0])}, "403 NotYourScope"),
        ({"file_ids": []}, "409 PapersMissing"),
        ({"file_ids": [str(uuid4())]}, "404 NotFound"),
        ({"text": "  "}, "422 EmptyText"),
        ({"received_at": (now + timedelta(seconds=1)).isoformat()}, "422 ArrivedInFuture"),
        ({"received_at": (now - timedelta(days=60)).isoformat()}, "409 NotAllowedNow"),
        ({"received_at": "2025-09-15T10:00:00"}, "400 Malformed"),
    ):
        assert await refused(city, "clerk", path, await paper(city, now, **more)) == code
    assert await refused(city, "reviewer", path, await paper(city, now)) == "403 NotAllowed"
    assert (await facts_of(case)).state is State.NOTICED
    by_id = await paper(city, now, owner_name="", owner_id=_owner(city, "owner7"))
    await done(city, "clerk", path, by_id)
    assert await refused(city, "clerk", path, by_id) == "409 ObjectionPending"
    assert await refused(city, "owner7", f"/cases/{case.id}/objections", {"text": "再"}) == (
        "409 ObjectionPending"
    )


def _owner(city: City, who: str) -> str:
    return str(city.roll.people[who].owner_id)


async def test_paper_of_who_owned_it_that_day(city: City) -> None:
    """R2.4: judged by the ownership of the day of receipt."""
    case = await noticed(city, State.CLEARED)
    sold_on = city.clock().date() - timedelta(days=14)
    await Ownership.filter(owner_id=city.roll.people["owner7"].owner_id).update(to_on=sold_on)
    path = f"/cases/{case.id}/paper-objections"
    after = datetime.combine(sold_on, datetime.min.time(), BEIJING)
    assert await refused(city, "clerk", path, await paper(city, after)) == "409 NotInRoll"
    before = await paper(city, after - timedelta(seconds=1))
    assert (await done(city, "clerk", path, before))["case_state"] == "paused"
