"""What the public may read of an objection: what WeChat passed and what names nobody. R7.8."""

import pytest

from handlers.objections.moderation import gives_away
from models.base import sql
from sandbox.wechat.faults import Fault
from tests.handlers.objecting import done, events, facts_of, noticed, objects, post, refused
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
    return (await sql("SELECT checked, hidden FROM objection"))[0]


async def test_what_wechat_passes_is_shown(city: City) -> None:
    """The case stays paused whatever comes out, and the decision is in the log."""
    case = await noticed(city)
    city.emulator.world.visit(city.roll.people["owner5"].openid)
    await objects(city, case, "owner5", "保费过高")
    assert await judged(city) == {"checked": "pass", "hidden": False}
    assert (await facts_of(case)).state == "paused"
    assert (await events(case))[-1] == "ObjectionTextJudged"
    (call,) = city.emulator.world.journal.read(CHECK)
    assert call["body"]["content"] == "保费过高" and call["body"]["scene"] == 2


@pytest.mark.parametrize("suggest", ["risky", "review"])
async def test_what_wechat_doubts_stays_hidden(city: City, suggest: str) -> None:
    case = await noticed(city)
    city.emulator.world.keywords[suggest] = ["过高"]
    city.emulator.world.visit(city.roll.people["owner5"].openid)
    await objects(city, case, "owner5", "保费过高")
    assert await judged(city) == {"checked": suggest, "hidden": True}
    assert (await facts_of(case)).open_objections


async def test_what_names_its_writer_is_for_people_and_not_for_wechat(city: City) -> None:
    """R7.8, R12.2: it is not even sent out."""
    case = await noticed(city)
    one = city.roll.people["owner5"]
    city.emulator.world.visit(one.openid)
    await objects(city, case, "owner5", f"本人{one.name}不同意")
    assert await judged(city) == {"checked": "review", "hidden": True}
    assert city.emulator.world.journal.read(CHECK) == []
    (row,) = await sql("SELECT id FROM objection")
    path = f"/objections/{row['id']}/text"
    body = {"show": True, "reason": "业主要求公开"}
    assert await refused(city, "clerk", path, body) == "422 NamesObjector"


async def test_who_left_two_hours_ago_cannot_be_asked_about(city: City) -> None:
    """WeChat judges only texts of recent visitors (61010): people decide."""
    case = await noticed(city)
    await objects(city, case, "owner5", "保费过高")
    assert await judged(city) == {"checked": "review", "hidden": True}


async def test_a_wechat_without_an_opinion_is_asked_again_then_people_are(city: City) -> None:
    """The case does not wait for WeChat, nor does the objection for ever."""
    case = await noticed(city)
    city.emulator.world.visit(city.roll.people["owner5"].openid)
    city.emulator.world.faults.add(Fault.parse(CHECK, "errcode:-1", None))
    await objects(city, case, "owner5", "保费过高")
    assert (await facts_of(case)).state == "paused"
    assert await judged(city) == {"checked": "waiting", "hidden": True}
    city.clock.advance(hours=1, minutes=59)
    assert await judged(city) == {"checked": "waiting", "hidden": True}
    city.clock.advance(minutes=1)
    assert await judged(city) == {"checked": "review", "hidden": True}


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


async def test_the_centre_decides_with_a_reason(city: City) -> None:
    """R12.3: the log has the reason; owners see that it was decided, not why."""
    case = await noticed(city)
    await objects(city, case, "owner5", "保费过高")
    await city.due()
    (row,) = await sql("SELECT id FROM objection")
    path = f"/objections/{row['id']}/text"
    assert await refused(city, "clerk", path, {"show": True, "reason": " "}) == "422 ReasonMissing"
    await done(city, "clerk", path, {"show": True, "reason": "内容适当"})
    assert (await sql("SELECT checked, hidden FROM objection"))[0]["hidden"] is False
    await done(city, "reviewer", path, {"show": False, "reason": "涉及他人"})
    (row,) = await sql("SELECT checked, hidden FROM objection")
    assert (row["checked"], row["hidden"]) == ("withheld", True)
    manager = await city.must("GET", f"/cases/{case.id}/timeline", await city.login("manager"))
    judged = [one for one in manager["items"] if one["kind"] == "ObjectionTextJudged"]
    assert len(judged) == 3 and {one["reason"] for one in judged} == {""}
    status, _ = await post(city, "manager", path, {"show": True, "reason": "想看"})
    assert status == 403
