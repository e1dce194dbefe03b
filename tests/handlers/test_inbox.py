"""The inbox, consents, and what the Centre sees of copies, over HTTP. R13.2, R13.3."""

from typing import Any
from uuid import uuid4

import pytest

from models.base import sql
from notify.channels import TRIES_MAX
from rules.cases import State
from sandbox.wechat import sandbox_template_id
from sandbox.wechat.faults import Fault
from tests.builders import case_in
from tests.journey import Journey
from tests.wechat import SEND
from tests.world import City

TASK, PROGRESS = sandbox_template_id("task"), sandbox_template_id("progress")


async def written(city: City, who: str, number: int) -> list[str]:
    """So many messages to somebody, the last one newest; their ids."""
    person = city.roll.people[who].person_id
    ids = []
    for nth in range(number):
        city.clock.advance(seconds=1)
        ids.append(str(uuid4()))
        await sql(
            "INSERT INTO message (id, to_kind, to_id, event_id, kind, title, text, link,"
            " created_at) VALUES ($1, 'person', $2, $3, 'notice_started', $4, '内容。', '', $5)",
            ids[-1],
            person,
            uuid4(),
            f"第{nth + 1}条",
            city.clock(),
        )
    return ids


async def test_newest_first_in_pages(city: City) -> None:
    """R13.2: nothing twice, nothing left out, and no foreign message."""
    ids = await written(city, "owner1", 5)
    await written(city, "owner2", 2)
    token, seen, after = await city.login("owner1"), [], ""
    while True:
        page = await city.must("GET", f"/inbox?limit=2&after={after}", token)
        seen += [item["id"] for item in page["items"]]
        after = page["next"]
        if not after:
            break
    assert seen == ids[::-1]
    first = (await city.must("GET", "/inbox", token))["items"][0]
    assert first["title"] == "第5条" and first["read_at"] is None
    assert first["created_at"].endswith("+08:00")


async def test_read_once_and_all(city: City) -> None:
    ids = await written(city, "owner1", 3)
    token = await city.login("owner1")
    assert await city.must("GET", "/inbox/count", token) == {"unread": 3}
    assert await city.must("POST", f"/inbox/{ids[0]}/read", token) == {"unread": 2}
    (read,) = [one for one in (await city.must("GET", "/inbox", token))["items"] if one["read_at"]]
    city.clock.advance(hours=1)
    assert await city.must("POST", f"/inbox/{ids[0]}/read", token) == {"unread": 2}
    items = (await city.must("GET", "/inbox", token))["items"]
    assert next(one for one in items if one["id"] == ids[0])["read_at"] == read["read_at"]
    unread = await city.must("GET", "/inbox?unread=true", token)
    assert {item["id"] for item in unread["items"]} == set(ids[1:])
    assert await city.must("POST", "/inbox/read-all", token) == {"unread": 0}
    assert (await city.must("GET", "/inbox?unread=true", token))["items"] == []


async def test_messages_of_others_are_not_there(city: City) -> None:
    (message,) = await written(city, "owner1", 1)
    for who in (await city.login("owner2"), await city.staff("administrator")):
        status, body = await city.call("POST", f"/inbox/{message}/read", who)
        assert (status, body["code"]) == (404, "NotFound")
        assert (await city.must("GET", "/inbox", who))["items"] == []
    status, _ = await city.call("GET", "/inbox")
    assert status == 401


async def test_count_is_cheap_to_repeat(city: City) -> None:
    """Phones ask again and again: an unchanged count is a 304."""
    token = await city.login("owner1")
    await city.must("GET", "/inbox/count", token)
    assert city.last is not None
    etag = {"If-None-Match": city.last.headers["etag"]}
    status, _ = await city.call("GET", "/inbox/count", token, headers=etag)
    assert status == 304
    await written(city, "owner1", 1)
    status, body = await city.call("GET", "/inbox/count", token, headers=etag)
    assert (status, body) == (200, {"unread": 1})


async def test_staff_have_an_inbox_too(city: City) -> None:
    """R13.1: a filed application waits for the clerks, an accepted one for the insurer."""
    trip = await Journey.at(city, "accepted")
    clerk = await city.must("GET", "/inbox", await city.staff("clerk"))
    assert [item["kind"] for item in clerk["items"]] == ["acceptance_waits"]
    assert clerk["items"][0]["case_id"] == trip.id
    assert clerk["items"][0]["link"] == f"/cases/{trip.id}"
    insurer = await city.must("GET", "/inbox", await city.staff("insurer"))
    assert [item["kind"] for item in insurer["items"]] == ["survey_wanted"]
    other = await city.must("GET", "/inbox", await city.staff("other_insurer"))
    assert other["items"] == []


async def consents(city: City, who: str) -> dict[str, tuple[int, bool]]:
    listed = await city.must("GET", "/consents", await city.login(who))
    return {one["template"]: (one["remaining"], one["standing"]) for one in listed["items"]}


async def test_consents_are_counted(city: City) -> None:
    """R13.2: one tap is one message; a long-term template stands until it is taken back."""
    token = await city.login("owner1")
    nothing = {"progress": (0, False), "notice": (0, False), "task": (0, False)}
    assert await consents(city, "owner1") == nothing
    for outcome in ("accept", "acceptWithAlert", "acceptWithAudio", "reject", "ban", "filter"):
        results = {TASK: outcome, "an-older-template": "accept"}
        await city.must("POST", "/consents", token, {"results": results})
    await city.must("POST", "/consents", token, {"results": {PROGRESS: "accept"}})
    assert await consents(city, "owner1") == nothing | {"task": (3, False), "progress": (0, True)}
    await city.must("POST", "/consents", token, {"results": {PROGRESS: "ban"}})
    assert (await consents(city, "owner1"))["progress"] == (0, True)
    await city.must("POST", "/consents", token, {"results": {PROGRESS: "reject"}})
    assert (await consents(city, "owner1"))["progress"] == (0, False)
    assert await consents(city, "owner2") == nothing


async def test_a_repeated_request_is_one_consent(city: City) -> None:
    token = await city.login("owner1")
    for _ in range(3):
        await city.call("POST", "/consents", token, {"results": {TASK: "accept"}}, key="the-same")
    assert (await consents(city, "owner1"))["task"] == (1, False)


async def test_too_much_at_once_is_malformed(city: City) -> None:
    token = await city.login("owner1")
    results = {f"template-{n}": "accept" for n in range(11)}
    for body in ({"results": results}, {"results": {TASK: "x" * 41}}, {"results": {TASK: 1}}):
        status, answer = await city.call("POST", "/consents", token, body)
        assert (status, answer["code"]) == (400, "Malformed")


async def test_from_the_tap_to_the_phone(city: City) -> None:
    """The whole way: consent, event, inbox, WeChat; and the copy carries what the inbox says."""
    one = city.roll.people["manager"]
    city.emulator.world.consent(one.openid, TASK).left = 1
    token = await city.login("manager")
    await city.must("POST", "/consents", token, {"results": {TASK: "accept"}})
    trip = await Journey.at(city, "posting")
    await city.due()
    (message,) = city.emulator.world.messages
    assert message["openid"] == one.openid
    assert message["data"]["待办事项"] == "请张贴公示并上传照片"
    assert message["data"]["所在小区"] == "石榴苑1栋"
    (item,) = (await city.must("GET", "/inbox", token))["items"]
    assert item["case_id"] == trip.id and item["kind"] == "posting_wanted"
    assert (await consents(city, "manager"))["task"] == (0, False)


async def given_up(city: City) -> Any:
    """A copy that WeChat would not take, as the Centre sees it."""
    one = city.roll.people["manager"]
    city.emulator.world.consent(one.openid, TASK).left = 1
    results = {"results": {TASK: "accept"}}
    await city.must("POST", "/consents", await city.login("manager"), results)
    case = await case_in(State.PLANNED, city.roll, city.clock())
    await city.must("POST", f"/cases/{case.id}/notice", await city.staff("clerk"))
    await sql("UPDATE delivery SET tries = $1", TRIES_MAX - 1)
    city.emulator.world.faults.add(Fault.parse(SEND, "errcode:-1", 1))
    await city.due()
    listed = await city.must("GET", "/deliveries?state=dead", await city.staff("clerk"))
    (copy,) = listed["items"]
    assert copy["case_id"] == str(case.id)
    return copy


async def test_dead_letters_are_seen_and_sent_again(city: City) -> None:
    """R13.3: every attempt and result visible, nobody's name or openid."""
    copy = await given_up(city)
    assert copy["kind"] == "posting_wanted" and copy["tries"] == TRIES_MAX
    assert [(one["outcome"], one["errcode"]) for one in copy["attempts"]] == [("retry_later", -1)]
    assert city.last is not None
    one = city.roll.people["manager"]
    assert one.openid not in city.last.text and str(one.person_id) not in city.last.text
    clerk = await city.staff("clerk")
    again = await city.must("POST", f"/deliveries/{copy['id']}/retry", clerk)
    assert again["state"] == "waiting"
    await city.due()
    done = await city.must("GET", f"/deliveries?case_id={copy['case_id']}", clerk)
    assert [one["state"] for one in done["items"]] == ["sent"]
    status, body = await city.call("POST", f"/deliveries/{copy['id']}/retry", clerk)
    assert (status, body["code"]) == (409, "AlreadyDecided")
    status, body = await city.call("POST", f"/deliveries/{uuid4()}/retry", clerk)
    assert (status, body["code"]) == (404, "NotFound")


@pytest.mark.parametrize("who", ["finance", "insurer", "bureau", "street"])
async def test_copies_are_the_centres_to_see(city: City, who: str) -> None:
    status, _ = await city.call("GET", "/deliveries", await city.staff(who))
    assert status == 403
    status, _ = await city.call("GET", "/deliveries", await city.login("manager"))
    assert status == 403
