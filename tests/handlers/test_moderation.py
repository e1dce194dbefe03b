"""What the public may read of an objection: what WeChat passed and what names nobody. R7.8."""

import pytest

from handlers.objections.moderation import OPINIONS, gives_away, is_shortened
from models.base import sql
from sandbox.wechat.faults import Fault
from tests.handlers.objecting import (
    done,
    events,
    facts_of,
    noticed,
    objects,
    post,
    refused,
    see,
)
from tests.journey import Journey
from tests.world import City

CHECK = "/wxa/msg_sec_check"


def test_texts_that_give_their_writer_away() -> None:
    """Name, room, code, phone, plate, identity number; not a figure with those digits in it."""
    one = ("田野", "301", "SLY-1-1-301")
    for text in (
        "我是田 野，不同意",
        "301室的意见",
        "一单元301不同意",
        "户号SLY-1-1-301",
        "请打13812345678",
        "请打138 1234 5678",
        "身份证433101199001011234",
        "我的车湘U12345",
    ):
        assert gives_away(text, *one), text
    for text in ("保费2301元过高", "第3条第01款", "13012元太贵", "不同意这个方案"):
        assert not gives_away(text, *one), text


async def judged(city: City) -> dict[str, object]:
    """What came of the only objection's text."""
    await city.due()
    return (await sql("SELECT checked, release FROM objection"))[0]


async def test_what_wechat_passes_waits_for_a_person_too(city: City) -> None:
    """The case stays paused whatever comes out, and the public reads nothing of it."""
    case = await noticed(city)
    city.emulator.world.visit(city.roll.people["owner5"].openid)
    await objects(city, case, "owner5", "保费过高")
    assert await judged(city) == {"checked": "pass", "release": "waiting"}
    assert (await facts_of(case)).state == "paused"
    assert (await events(case))[-1] == "Paused"
    _, desk = await see(city, "clerk", "/desk?kind=text")
    assert [row["state_title"] for row in desk["items"]] == ["待决定是否公开"]
    (call,) = city.emulator.world.journal.read(CHECK)
    assert call["body"]["content"] == "保费过高" and call["body"]["scene"] == 2


@pytest.mark.parametrize("suggest", ["risky", "review"])
async def test_what_wechat_doubts_stays_hidden(city: City, suggest: str) -> None:
    case = await noticed(city)
    city.emulator.world.keywords[suggest] = ["过高"]
    city.emulator.world.visit(city.roll.people["owner5"].openid)
    await objects(city, case, "owner5", "保费过高")
    assert await judged(city) == {"checked": OPINIONS[suggest], "release": "waiting"}
    assert (await facts_of(case)).open_objections


async def test_what_names_its_writer_is_for_people_and_not_for_wechat(city: City) -> None:
    """R7.8, R12.2: it is not even sent out."""
    case = await noticed(city)
    one = city.roll.people["owner5"]
    city.emulator.world.visit(one.openid)
    await objects(city, case, "owner5", f"本人{one.name}不同意")
    assert await judged(city) == {"checked": "doubtful", "release": "waiting"}
    assert city.emulator.world.journal.read(CHECK) == []
    (row,) = await sql("SELECT id FROM objection")
    path = f"/objections/{row['id']}/text"
    body = {"release": "whole", "reason": "业主要求公开"}
    assert await refused(city, "clerk", path, body) == "422 NamesObjector"


async def test_who_left_two_hours_ago_cannot_be_asked_about(city: City) -> None:
    """WeChat judges only texts of recent visitors (61010): people decide."""
    case = await noticed(city)
    await objects(city, case, "owner5", "保费过高")
    assert await judged(city) == {"checked": "doubtful", "release": "waiting"}


async def test_a_wechat_without_an_opinion_is_asked_again_then_people_are(city: City) -> None:
    """The case does not wait for WeChat, nor does the objection for ever."""
    case = await noticed(city)
    city.emulator.world.visit(city.roll.people["owner5"].openid)
    city.emulator.world.faults.add(Fault.parse(CHECK, "errcode:-1", None))
    await objects(city, case, "owner5", "保费过高")
    assert (await facts_of(case)).state == "paused"
    assert await judged(city) == {"checked": "waiting", "release": "waiting"}
    city.clock.advance(hours=1, minutes=59)
    assert await judged(city) == {"checked": "waiting", "release": "waiting"}
    city.clock.advance(minutes=1)
    assert await judged(city) == {"checked": "doubtful", "release": "waiting"}


async def test_no_transaction_waits_for_wechat(city: City) -> None:
    """The question is asked before the transaction: other work on the case goes on meanwhile."""
    case = await noticed(city)
    city.emulator.world.visit(city.roll.people["owner5"].openid)
    await objects(city, case, "owner5", "保费过高")
    seen = []
    client = city.world.wechat
    ask = client.check_text

    async def looking(openid: str, text: str, scene: int) -> object:
        rows = await sql(
            "SELECT count(*) AS n FROM pg_stat_activity WHERE datname = current_database()"
            " AND xact_start IS NOT NULL AND pid <> pg_backend_pid()"
        )
        seen.append(rows[0]["n"])
        return await ask(openid, text, scene)

    client.check_text = looking  # type: ignore[method-assign]
    assert (await judged(city))["checked"] == "pass"
    assert seen == [0]


async def test_a_person_releases_it_whole_shortened_or_as_a_summary(city: City) -> None:
    """R7.8, R12.3: the log has the reason; owners see that it was decided, not why."""
    trip = await Journey.at(city, "noticed")
    words = "保费过高。隔壁张桂英家总占着电梯。请重新询价。"
    filed = await trip.do("owner5", "/objections", {"text": words})
    await city.due()
    path = f"/objections/{filed['objection_id']}/text"
    assert await shown(city, trip) == (None, "waiting")
    shorter = "保费过高。……请重新询价。"
    for how, text, code in (
        ("whole", "", "422 ReasonMissing"),
        ("shortened", " ", "422 EmptyText"),
        ("shortened", "保费不高。请重新询价。", "422 NotShortened"),
        ("summary", f"{city.roll.people['owner5'].name}认为保费过高", "422 NamesObjector"),
    ):
        body = {"release": how, "text": text, "reason": "" if code.endswith("Missing") else "理由"}
        assert await refused(city, "clerk", path, body) == code
    for how, text, reads in (
        ("whole", "", words),
        ("shortened", shorter, shorter),
        ("summary", "一位业主认为保费过高", "一位业主认为保费过高"),
        ("withheld", "", None),
    ):
        body = {"release": how, "text": text, "reason": "涉及他人"}
        told = await done(city, "reviewer", path, body)
        assert (told["text_release"], told["public_text"], told["text"]) == (how, reads, words)
        assert await shown(city, trip) == (reads, how)
    assert (await see(city, "clerk", "/desk?kind=text"))[1]["items"] == []
    assert (await trip.look())["state"] == "paused"
    seen = await city.must("GET", f"/cases/{trip.id}/timeline", await city.login("manager"))
    judged = [one for one in seen["items"] if one["kind"] == "ObjectionTextJudged"]
    assert len(judged) == 4 and {one["reason"] for one in judged} == {""}
    status, _ = await post(city, "manager", path, {"release": "whole", "reason": "想看"})
    assert status == 403


async def shown(city: City, trip: Journey) -> tuple[str | None, str]:
    """What anybody reads of the only objection, and how it stands with it."""
    token = trip.body["notice"]["public_token"]
    _, notice = await city.call("GET", f"/public/notices/{token}")
    (one,) = notice["objections"]
    return one["text"], one["text_state"]


async def test_public_times_are_to_the_minute(city: City) -> None:
    """R7.8: to the second they would say who had just been on the phone."""
    trip = await Journey.at(city, "noticed")
    city.clock.advance(seconds=61.234567)
    await trip.do("owner5", "/objections", {"text": "保费过高"})
    token = (await trip.look())["notice"]["public_token"]
    _, notice = await city.call("GET", f"/public/notices/{token}")
    times = [one["at"] for one in notice["timeline"]]
    times += [notice["objections"][0]["received_at"], notice["paused_at"]]
    assert all(time.endswith(":00+08:00") for time in times), times


async def test_owners_are_told_before_they_write_that_it_may_become_public(city: City) -> None:
    """R7.8: on the paper, on its page, and in the message that a notice has begun."""
    trip = await Journey.at(city, "noticed")
    token = trip.body["notice"]["public_token"]
    _, notice = await city.call("GET", f"/public/notices/{token}")
    assert any("审核后可能公开" in way for way in notice["how_to_object"])
    await city.due()
    _, inbox = await see(city, "owner5", "/inbox")
    assert any("意见的内容经审核后可能公开" in item["text"] for item in inbox["items"])


def test_a_shortened_text_only_leaves_out() -> None:
    for text, so in (
        ("甲丙", True),
        ("甲……丙", True),
        ("丙甲", False),
        ("甲丁", False),
        ("", True),
    ):
        assert is_shortened(text, "甲乙丙") is so, text
