"""An objection ends by the objector's own act or by two others, and then may be reviewed. R7.6."""

from uuid import uuid4

from models.base import sql
from rules.cases import State
from tests.handlers.objecting import (
    done,
    ended_on_paper,
    entered_on_paper,
    events,
    facts_of,
    noticed,
    objects,
    paper_of,
    refused,
    reviewer2,
    see,
)
from tests.world import City


async def proposal(city: City, one: str, who: str = "clerk") -> dict[str, str]:
    """The record that this one put before the objector."""
    record = {"record_file_id": await city.paper(who)}
    await done(city, who, f"{one}/proposal", record | {"note": "保费分期公布"})
    return record


async def test_only_the_objectors_own_tap_settles_what_the_centre_proposed(city: City) -> None:
    """R7.6: the handler may propose; nobody at the Centre, whatever the role, ends it."""
    case = await noticed(city)
    one = f"/objections/{(await objects(city, case, 'owner5'))['objection_id']}"
    nothing = {"record_file_id": str(uuid4())}
    assert await refused(city, "owner5", f"{one}/settlement", nothing) == "409 NotAllowedNow"
    assert await refused(city, "clerk", f"{one}/proposal", nothing) == "404 NotFound"
    record = await proposal(city, one)
    assert (await facts_of(case)).state is State.PAUSED
    for who in ("clerk", "clerk2", "reviewer", "finance", "administrator"):
        assert await refused(city, who, f"{one}/settlement", record) == "403 NotAllowed", who
    assert await refused(city, "owner6", f"{one}/settlement", record) == "404 NotFound"
    _, shown = await see(city, "owner5", one)
    assert shown["proposal"]["record_file"]["id"] == record["record_file_id"]
    assert shown["proposal"]["note"] == "保费分期公布"
    settled = await done(city, "owner5", f"{one}/settlement", record)
    assert (settled["state"], settled["decision"]) == ("settled", "保费分期公布")
    assert settled["record_file"]["id"] == record["record_file_id"]
    assert settled["proposal"] is None and not settled["can_review"], "it was the own act"
    assert (await facts_of(case)).state is State.NOTICED
    text = {"text": "反悔"}
    assert await refused(city, "owner5", f"{one}/review", text) == "409 NotAllowedNow"


async def test_the_objector_reads_the_record_and_agrees_to_that_one_only(city: City) -> None:
    """R7.6: another record put in its place meanwhile is not what was agreed to."""
    case = await noticed(city)
    one = f"/objections/{(await objects(city, case, 'owner5'))['objection_id']}"
    first = await proposal(city, one)
    path = f"/files/{first['record_file_id']}"
    assert (await see(city, "owner5", path))[0] == 200
    for who in ("owner1", "owner6", "manager", "committee"):
        assert (await see(city, who, path))[0] == 404, who
    second = await proposal(city, one, "reviewer")
    assert await refused(city, "owner5", f"{one}/settlement", first) == "409 RecordMoved"
    assert (await facts_of(case)).state is State.PAUSED
    await done(city, "owner5", f"{one}/settlement", second)
    assert (await see(city, "owner5", f"/files/{second['record_file_id']}"))[0] == 200


async def test_a_paper_ends_it_by_two_neither_of_them_the_handler(city: City) -> None:
    """R7.6, R1.2: whatever roles the handler or the author holds, and also for a withdrawal."""
    case = await noticed(city)
    await sql("UPDATE account SET roles = 'clerk,reviewer' WHERE username IN ('clerk', 'clerk2')")
    entered = await done(
        city, "clerk", f"/cases/{case.id}/paper-objections", await paper_of(city, "owner7")
    )
    await done(city, "clerk2", f"/paper-objections/{entered['objection_id']}/confirmation")
    online = (await objects(city, case, "owner5"))["objection_id"]
    for objection_id, outcome in ((online, "settled"), (entered["objection_id"], "withdrawn")):
        path = f"/objections/{objection_id}/endings"
        mine = {"outcome": outcome, "record_file_id": await city.paper("clerk")}
        assert await refused(city, "clerk", path, mine) == "403 SamePerson", "the handler"
        ending = await entered_on_paper(city, objection_id, outcome)
        assert (await facts_of(case)).state is State.PAUSED
        again = {"outcome": outcome, "record_file_id": await city.paper("clerk2")}
        assert await refused(city, "clerk2", path, again) == "409 EndingWaits"
        for who in ("clerk", "clerk2"):
            assert await refused(city, who, f"{ending}/confirmation") == "403 SamePerson", who
        ended = await done(city, "reviewer", f"{ending}/confirmation")
        assert (ended["state"], ended["ended_on_paper"]) == (outcome, True)
    assert (await facts_of(case)).state is State.NOTICED


async def test_what_was_filed_by_phone_is_not_withdrawn_by_a_letter(city: City) -> None:
    case = await noticed(city)
    path = f"/objections/{(await objects(city, case, 'owner5'))['objection_id']}/endings"
    letter = {"outcome": "withdrawn", "record_file_id": await city.paper("clerk2")}
    assert await refused(city, "clerk2", path, letter) == "404 NotFound"


async def test_what_a_paper_ended_is_reviewed_like_a_dismissal(city: City) -> None:
    """R7.6: whoever did not sign it reads the record and has it looked at once more."""
    case = await noticed(city)
    await reviewer2(city)
    objection_id = (await objects(city, case, "owner5"))["objection_id"]
    one = f"/objections/{objection_id}"
    await ended_on_paper(city, objection_id, "settled")
    _, shown = await see(city, "owner5", one)
    assert shown["can_review"]
    assert (await see(city, "owner5", f"/files/{shown['record_file']['id']}"))[0] == 200
    asked = await done(city, "owner5", f"{one}/review", {"text": "不是我签的"})
    assert (asked["state"], asked["first_decision"]) == ("open", "书面材料")
    assert (await facts_of(case)).state is State.PAUSED
    why = {"reason": "签字属实"}
    assert await refused(city, "reviewer", f"{one}/dismissal", why) == "403 SamePerson"
    await done(city, "reviewer2", f"{one}/dismissal", why)
    assert (await facts_of(case)).state is State.NOTICED
    assert await refused(city, "owner5", f"{one}/review", {"text": "再"}) == "409 ReviewUsed"


async def test_the_objector_is_told_of_a_paper_in_the_own_name_at_once(city: City) -> None:
    """R1.3: before it ends anything, and when it did."""
    case = await noticed(city)
    objection_id = (await objects(city, case, "owner5"))["objection_id"]
    ending = await entered_on_paper(city, objection_id, "settled")
    await city.due()
    assert "如非您本人签字" in await told(city, "owner5")
    await done(city, "reviewer", f"{ending}/dropping", {"reason": "签字不符"})
    assert (await facts_of(case)).state is State.PAUSED
    await ended_on_paper(city, objection_id, "settled")
    await city.due()
    assert "可申请复核一次" in await told(city, "owner5")
    assert [one for one in await events(case) if one != "ObjectionTextJudged"] == [
        "Paused",
        "EndingEntered",
        "EndingDropped",
        "EndingEntered",
        "ObjectionSettled",
        "NoticeResumed",
    ]


async def told(city: City, who: str) -> str:
    """All that is in somebody's inbox."""
    _, inbox = await see(city, who, "/inbox")
    return " ".join(item["text"] for item in inbox["items"])


async def test_a_paper_waits_for_nothing_once_the_objection_ended_otherwise(city: City) -> None:
    case = await noticed(city)
    objection_id = (await objects(city, case, "owner5"))["objection_id"]
    ending = await entered_on_paper(city, objection_id, "settled")
    await done(city, "owner5", f"/objections/{objection_id}/withdrawal")
    assert await refused(city, "reviewer", f"{ending}/confirmation") == "409 EntryNotOpen"
    _, desk = await see(city, "reviewer", "/desk?kind=objection_ending")
    assert desk["items"] == []
    other = (await objects(city, case, "owner6"))["objection_id"]
    waits = await entered_on_paper(city, other, "settled")
    third = (await objects(city, case, "owner7"))["objection_id"]
    upheld = {"then": "new_plan", "reason": "保费须重新核定"}
    await done(city, "reviewer", f"/objections/{third}/upholding", upheld)
    assert await refused(city, "reviewer", f"{waits}/confirmation") == "409 EntryNotOpen"


async def test_paper_is_taken_back_in_writing_and_refiled_once(city: City) -> None:
    """R7.6, R7.10"""
    case, path = await noticed(city), ""
    for _ in range(2):
        path = f"/cases/{case.id}/paper-objections"
        entered = await done(city, "clerk", path, await paper_of(city, "owner7"))
        objection_id = entered["objection_id"]
        await done(city, "clerk2", f"/paper-objections/{objection_id}/confirmation")
        await ended_on_paper(city, objection_id, "withdrawn")
        letter = {"outcome": "withdrawn", "record_file_id": await city.paper("clerk2")}
        again = f"/objections/{objection_id}/endings"
        assert await refused(city, "clerk2", again, letter) == "409 ObjectionClosed"
    assert await refused(city, "clerk", path, await paper_of(city, "owner7")) == (
        "409 RefiledTooOften"
    )


async def test_a_hold_is_lifted_by_another_than_who_set_it_or_handles_the_case(city: City) -> None:
    """R7.9, R1.2"""
    case, why = await noticed(city), {"reason": "核实"}
    hold, release = f"/cases/{case.id}/hold", f"/cases/{case.id}/hold/release"
    await done(city, "reviewer", hold, why)
    for who in ("reviewer", "clerk"):
        assert await refused(city, who, release, why) == "403 SamePerson", who
    assert await refused(city, "clerk2", release, {"reason": " "}) == "422 ReasonMissing"
    assert (await done(city, "clerk2", release, why))["state"] == "noticed"
