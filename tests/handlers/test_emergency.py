"""An emergency: told with evidence, first in every queue, never a step or a day less. Section 6."""

from typing import Any
from uuid import uuid4

from models.base import sql
from rules.cases import State
from tests.builders import case_in
from tests.handlers.objecting import done, events, facts_of, noticed, objects, refused, see
from tests.journey import Journey
from tests.world import City


async def evidence(city: City, who: str) -> list[str]:
    """What this person has uploaded."""
    return [await city.paper(who)]


async def flagged(city: City, case: Any, who: str = "owner5") -> Any:
    told = {"kind": "trapped", "reason": "三楼困人", "file_ids": await evidence(city, who)}
    return await done(city, who, f"/cases/{case.id}/emergency", told)


async def test_it_is_told_with_words_and_evidence(city: City) -> None:
    case = await noticed(city)
    path = f"/cases/{case.id}/emergency"
    files = await evidence(city, "owner5")
    told = {"kind": "trapped", "reason": "三楼困人", "file_ids": files}
    assert await refused(city, "owner5", path, told | {"reason": " "}) == "422 ReasonMissing"
    assert await refused(city, "owner5", path, told | {"file_ids": []}) == "422 EvidenceMissing"
    assert await refused(city, "owner2", path, told) == "404 NotFound"
    assert await refused(city, "owner5", path, told | {"file_ids": [str(uuid4())]}) == (
        "404 NotFound"
    )
    assert await refused(city, "insurer", path, told) == "403 NotAllowed"
    assert not (await facts_of(case)).urgent
    shown = await done(city, "owner5", path, told)
    assert shown["urgent"] and shown["emergency"] == "trapped"
    assert await refused(city, "clerk", path, told) == "409 AlreadyUrgent"
    _, papers = await see(city, "clerk", f"/cases/{case.id}/documents")
    assert [row["file"]["id"] for row in papers["items"] if row["kind"] == "emergency"] == files
    _, papers = await see(city, "manager", f"/cases/{case.id}/documents")
    assert "emergency" not in {row["kind"] for row in papers["items"]}


async def test_an_application_can_be_urgent_from_the_start(city: City) -> None:
    """By the same act, with the same evidence; the words do not stand in the list of what was."""
    told = {
        "urgent": True,
        "urgent_kind": "trapped",
        "urgent_reason": "三楼困人",
        "urgent_file_ids": await evidence(city, "owner1"),
    }
    case = await Journey.applied(city, **told)
    _, shown = await see(city, "owner2", f"/cases/{case.id}")
    assert shown["urgent"] and shown["emergency"] == "trapped"
    _, shown = await see(city, "owner2", f"/cases/{case.id}/timeline")
    assert {row["kind"] for row in shown["items"]} >= {"Applied", "Signed", "MarkedUrgent"}
    assert {row["reason"] for row in shown["items"]} == {""}


async def test_a_policy_on_record_is_never_urgent(city: City) -> None:
    asked = {
        "scope_id": str(city.roll.here.scope),
        "elevator_ids": [str(city.roll.here.elevators[0])],
        "insurer_id": str(city.roll.insurer),
        "flow": "direct",
        "applicant": "committee",
        "urgent": True,
        "urgent_reason": "困人",
        "urgent_file_ids": await evidence(city, "committee"),
    }
    assert await refused(city, "committee", "/cases", asked) == "409 WrongFlow"


async def test_only_the_centre_lifts_it_and_says_why(city: City) -> None:
    case = await noticed(city)
    path = f"/cases/{case.id}/emergency/lifting"
    assert await refused(city, "clerk", path, {"reason": "误报"}) == "409 NotUrgent"
    await flagged(city, case)
    assert await refused(city, "owner5", path, {"reason": "误报"}) == "403 NotAllowed"
    assert await refused(city, "clerk", path, {"reason": " "}) == "422 ReasonMissing"
    shown = await done(city, "reviewer", path, {"reason": "误报"})
    assert not shown["urgent"] and shown["emergency"] == ""
    assert (await events(case))[-2:] == ["MarkedUrgent", "UrgencyLifted"]
    rows = await sql("SELECT kind FROM document WHERE case_id = $1", case.id)
    assert "emergency" in {row["kind"] for row in rows}, "what was shown stays in the file"


async def test_nothing_is_urgent_that_is_over_or_elsewhere(city: City) -> None:
    """Who has no interest here is turned away; a case that is paid or ended needs no hurry."""
    here = await noticed(city)
    told = {"kind": "unsafe", "reason": "门锁失效", "file_ids": await evidence(city, "elsewhere")}
    path = f"/cases/{here.id}/emergency"
    assert await refused(city, "elsewhere", path, told) == "403 NotYourScope"
    told["file_ids"] = await evidence(city, "clerk")
    for state in (State.WITHDRAWN, State.PAID):
        case = await case_in(state, city.roll, city.clock())
        path = f"/cases/{case.id}/emergency"
        assert await refused(city, "clerk", path, told) == "409 NotAllowedNow"
        assert (
            await refused(city, "clerk", f"{path}/lifting", {"reason": "x"}) == "409 NotAllowedNow"
        )


async def test_no_day_and_no_step_is_less(city: City) -> None:
    """The end of the notice, what may be done and how long the case has waited stay the same."""
    case = await noticed(city)
    _, before = await see(city, "clerk", f"/cases/{case.id}")
    city.clock.advance(hours=5)
    await flagged(city, case)
    _, after = await see(city, "clerk", f"/cases/{case.id}")
    for name in ("state", "deadlines", "changed_at", "notice"):
        assert after[name] == before[name], name
    flags = {"FlagUrgent", "UnflagUrgent"}
    assert [one for one in after["options"] if one["act"] not in flags] == [
        one for one in before["options"] if one["act"] not in flags
    ]


async def test_it_goes_first_on_the_desk_and_in_the_lists(city: City) -> None:
    """However long others have waited; after the flag is lifted each waits in its turn again."""
    first = await case_in(State.FILED, city.roll, city.clock())
    city.clock.advance(hours=1)
    second = await case_in(State.CLEARED, city.roll, city.clock())
    city.clock.advance(hours=1)
    payout = await case_in(State.REQUESTED, city.roll, city.clock())
    city.clock.advance(hours=1)
    last = await case_in(State.FILED, city.roll, city.clock())

    async def desk() -> list[str]:
        _, shown = await see(city, "clerk", "/desk?whose=all")
        return [row["case_id"] for row in shown["items"]]

    calm = [str(one.id) for one in (payout, first, second, last)]
    assert await desk() == calm
    await flagged(city, second, "clerk")
    await flagged(city, last)
    assert await desk() == [calm[2], calm[3], calm[0], calm[1]]
    seen, after = [], ""
    while True:
        _, page = await see(city, "clerk", f"/cases?limit=1&after={after}")
        seen += [row["id"] for row in page["items"]]
        after = page["next"]
        if not after:
            break
    newest = [str(one.id) for one in (last, payout, second, first)]
    assert seen == [newest[0], newest[2], newest[1], newest[3]]
    await done(city, "clerk", f"/cases/{last.id}/emergency/lifting", {"reason": "误报"})
    await done(city, "clerk", f"/cases/{second.id}/emergency/lifting", {"reason": "误报"})
    assert await desk() == calm


async def test_a_payout_that_was_void_is_not_overdue(city: City) -> None:
    """R9.4: an upheld objection sends the case back to its plan; the old payout's day is nothing
    to anybody, neither while the case is paused nor afterwards."""
    case = await case_in(State.REQUESTED, city.roll, city.clock())

    async def row() -> Any:
        _, shown = await see(city, "clerk", "/desk?whose=all")
        return next(one for one in shown["items"] if one["case_id"] == str(case.id))

    city.clock.advance(days=40)
    assert (await row())["overdue"]
    await sql("UPDATE \"case\" SET state = 'planned' WHERE id = $1", case.id)
    assert not (await row())["overdue"] and (await row())["due_on"] is None


async def test_the_desk_shows_what_waits_for_the_centre_in_every_flow(city: City) -> None:
    """Counted, filed, planned: in the words of its flow; what waits for owners is not there."""
    waits = {
        ("household", State.PLANNED): "方案已制定，待业主表决",
        ("household", State.VOTED): "表决通过，待公示",
        ("added", State.NOT_CARRIED): "表决未通过",
        ("independent", State.PLANNED): "方案已制定，待开设保险专户",
        ("direct", State.FILED): "已申报，待核对保险单",
    }
    for flow, state in (*waits, ("household", State.COLLECTING), ("independent", State.FUNDED)):
        await case_in(state, city.roll, city.clock(), flow=flow)
        city.clock.advance(minutes=1)
    _, shown = await see(city, "clerk", "/desk?whose=all")
    assert [row["state_title"] for row in shown["items"]] == list(waits.values())
    assert [(row["flow"], State(row["state"])) for row in shown["items"]] == list(waits)


async def test_its_objections_are_heard_first(city: City) -> None:
    calm, urgent = await noticed(city), await noticed(city)
    waiting = (await objects(city, calm, "owner5"))["objection_id"]
    city.clock.advance(minutes=1)
    later = (await objects(city, urgent, "owner5"))["objection_id"]
    await flagged(city, urgent)
    _, page = await see(city, "reviewer", "/objections")
    assert [row["id"] for row in page["items"]] == [later, waiting]


async def test_centre_insurer_and_manager_hear_of_it(city: City) -> None:
    """R13.1: what kind of emergency it is, never the words somebody wrote."""
    case = await noticed(city)
    await flagged(city, case)
    rows = await sql(
        "SELECT to_kind, title, text FROM message WHERE kind IN ('hurry', 'elevator_in_danger')"
        " ORDER BY kind, to_kind"
    )
    assert {row["to_kind"] for row in rows} == {"account", "person"}
    assert any(row["title"] == "【加急】有人被困，请优先办理" for row in rows)
    assert not any("三楼" in row["text"] for row in rows)
    _, shown = await see(city, "owner2", f"/cases/{case.id}/timeline")
    told = [row for row in shown["items"] if row["kind"] == "MarkedUrgent"]
    assert [row["reason"] for row in told] == [""]
    _, shown = await see(city, "clerk", f"/cases/{case.id}/timeline")
    assert [row["reason"] for row in shown["items"] if row["kind"] == "MarkedUrgent"] == [
        "三楼困人"
    ]
