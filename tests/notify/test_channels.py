"""Copies on their way through WeChat: sent, refused, put off, given up. R13.2, R13.3."""

from datetime import datetime, timedelta

import pytest

from models.base import sql
from models.messages import deliveries
from models.messages.consents import Answered, allowed, answered
from notify.channels import TRIES_MAX, Program, drain, judge
from notify.templates import PROGRESS, TASK, Approved
from notify.wechat import SendResult
from sandbox.wechat.world import Template as Known
from tests.notify.post import DOUBT, IDS, LATER, NO_CONSENT, SENT, UNFIT, Post


@pytest.mark.parametrize(
    ("result", "number", "doubts", "state", "consent"),
    [
        (SENT, 1, 0, "sent", "kept"),
        (SENT, 2, 1, "sent", "kept"),
        (NO_CONSENT, 1, 0, "refused", "void"),
        (NO_CONSENT, 2, 1, "maybe", "void"),
        (UNFIT, 1, 0, "refused", "returned"),
        (UNFIT, 2, 1, "refused", "kept"),
        (DOUBT, 1, 0, "waiting", "kept"),
        (DOUBT, 2, 1, "maybe", "kept"),
        (LATER, 1, 0, "waiting", "kept"),
        (LATER, TRIES_MAX, 0, "dead", "returned"),
        (LATER, TRIES_MAX, 1, "maybe", "kept"),
    ],
)
def test_verdicts(result: SendResult, number: int, doubts: int, state: str, consent: str) -> None:
    """R13.3: a clear no ends it, a doubt gets one more try, what can wait waits."""
    verdict = judge(result, number, doubts)
    assert (verdict.state, verdict.consent) == (state, consent)
    assert (verdict.wait is not None) == (state == "waiting")


def test_waiting_grows_and_is_spread() -> None:
    """1 s, 2 s, 4 s, … up to an hour, and up to half as much again."""
    waits = [judge(LATER, number, 0).wait for number in range(1, TRIES_MAX)]
    seconds = [wait.total_seconds() for wait in waits if wait]
    assert seconds[:4] == [1, 2, 4, 8] and max(seconds) == 3600
    assert sum(seconds) > 6 * 3600, "a night without WeChat is outlived"
    assert judge(LATER, 3, 0, 1.0).wait == timedelta(seconds=6)


async def test_a_copy_is_sent_once(post: Post) -> None:
    person = await post.person(TASK)
    copy = await post.copy(person, text="请张贴公示")
    assert await post.drain() == {"sent": 1}
    assert await post.drain() == {}
    (message,) = post.received
    assert message["openid"] == post.openids[person]
    assert message["data"]["待办事项"] == "请张贴公示"
    rows = await sql("SELECT state, msgid, tries, settled_at, lease FROM delivery")
    assert rows[0] == {
        "state": "sent",
        "msgid": message["msgid"],
        "tries": 1,
        "settled_at": post.clock(),
        "lease": None,
    }
    assert await post.attempts(copy) == [("sent", None)]


async def test_one_consent_one_message(post: Post) -> None:
    """R13.2: the second copy finds the consent used; the inbox has the message anyway."""
    person = await post.person(TASK)
    one, other = await post.copy(person), await post.copy(person)
    assert await post.drain() == {"sent": 1, "unconsented": 1}
    assert sorted([await post.state(one), await post.state(other)]) == ["sent", "unconsented"]
    assert await post.left(person) == 0 and len(post.received) == 1


async def test_standing_consent_serves_many(post: Post) -> None:
    person = await post.person(PROGRESS)
    for _ in range(3):
        await post.copy(person, PROGRESS)
    assert await post.drain() == {"sent": 3}


async def test_consent_taken_back_meanwhile(post: Post) -> None:
    """What was allowed when the event happened may not be any more when its turn comes."""
    person = await post.person(PROGRESS, TASK)
    copies = [await post.copy(person, PROGRESS), await post.copy(person, TASK)]
    off = [Answered(one.name, one.long_term, "off") for one in (PROGRESS, TASK)]
    await answered(person, "by_push", post.clock(), off)
    assert await post.drain() == {"unconsented": 2}
    assert [await post.state(copy) for copy in copies] == ["unconsented"] * 2
    assert post.received == []


async def test_wechat_knows_of_no_consent(post: Post) -> None:
    """43101: what we had counted was wrong, and the next copy does not try."""
    person = await post.person(TASK)
    await post.allow(person, TASK)
    post.emulator.world.consent(post.openids[person], IDS["task"]).left = 0
    one, other = await post.copy(person), await post.copy(person)
    assert await post.drain() == {"refused": 1, "unconsented": 1}
    assert {await post.state(one), await post.state(other)} == {"refused", "unconsented"}
    assert await post.left(person) == 0


async def test_a_clear_no_gives_the_consent_back(post: Post) -> None:
    """47003 and the like say nothing about consent, and WeChat took none."""
    person = await post.person(TASK)
    post.fault("errcode:47003")
    copy = await post.copy(person)
    assert await post.drain() == {"refused": 1}
    assert await post.attempts(copy) == [("definite_no", 47003)]
    assert await post.left(person) == 1
    await post.copy(person)
    assert await post.drain() == {"sent": 1}


async def test_a_template_that_is_not_configured(post: Post) -> None:
    person = await post.person(TASK)
    copy = await post.copy(person)
    assert await drain(post.wechat, Program({}), post.clock) == {"refused": 1}
    assert await post.attempts(copy) == [("definite_no", 40037)]


async def test_keys_and_pages_are_the_mini_programs_own(post: Post) -> None:
    """WeChat numbers the key words of a template as they were chosen, and refuses other keys and
    pages that the published mini-program does not have."""
    theirs = {"thing5": "事项", "thing7": "小区", "date2": "日期", "thing9": "备注"}
    post.emulator.world.templates["T"] = Known("T", "待办", theirs, long_term=False)
    post.emulator.world.pages = {"pkg/vote/index"}
    person = await post.person(TASK)
    post.emulator.world.consent(post.openids[person], "T").left = 1
    keys = {"thing1": "thing5", "thing2": "thing7", "time3": "date2", "thing4": "thing9"}
    pages = {"vote": "pkg/vote/index"}
    tried: list[tuple[dict[str, str], dict[str, str], str]]
    tried = [({}, pages, "refused"), (keys, {}, "refused"), (keys, pages, "sent")]
    for given, more, end in tried:
        await post.allow(person, TASK)
        copy = await post.copy(person)
        await sql("UPDATE delivery SET page = 'vote?id=7' WHERE id = $1", copy)
        program = Program({"task": Approved("T", given)}, more)
        assert await drain(post.wechat, program, post.clock) == {end: 1}
    assert [one["page"] for one in post.received] == ["pkg/vote/index?id=7"]
    assert post.received[0]["data"]["日期"] == "2025年9月26日"


@pytest.mark.parametrize("fault", ["errcode:-1", "errcode:45009", "http500"])
async def test_what_can_wait_is_tried_later(post: Post, fault: str) -> None:
    """One call for each try; the consent stays with the copy."""
    person = await post.person(TASK)
    post.fault(fault)
    copy = await post.copy(person)
    assert set(await post.drain()) == {"waiting"}
    assert await post.drain() == {}, "not before its time"
    assert await post.left(person) == 0
    # A 500 after the request was written leaves a doubt, which is waited for longer.
    post.clock.advance(seconds=31)
    assert await post.drain() == {"sent": 1}
    assert await post.state(copy) == "sent" and len(post.received) == 1


async def test_given_up_after_many_tries_and_revived_by_staff(post: Post) -> None:
    """Dead letters stay visible; a further try by hand is one try."""
    person = await post.person(TASK)
    copy = await post.copy(person)
    await sql("UPDATE delivery SET tries = $2 WHERE id = $1", copy, TRIES_MAX - 1)
    post.fault("errcode:-1", times=2)
    assert await post.drain() == {"dead": 1}
    assert (await deliveries.depth()).dead == 1
    assert await post.left(person) == 1
    again = "UPDATE delivery SET state = 'waiting', due_at = $2 WHERE id = $1"
    await sql(again, copy, post.clock())
    assert await post.drain() == {"dead": 1}
    await sql(again, copy, post.clock())
    assert await post.drain() == {"sent": 1}


async def test_both_tellings_of_a_tap_are_one_consent(post: Post) -> None:
    """R13.2: the phone and WeChat tell of the same tap; either may be lost."""
    person = await post.person()
    at = datetime.fromisoformat("2025-09-26T10:00:00+08:00")
    accept = [Answered("task", False, "accept")]
    await answered(person, "by_phone", at, accept)
    await answered(person, "by_push", at, accept)
    assert await post.left(person) == 1
    await answered(person, "by_push", at, accept)
    await answered(person, "by_push", at, accept)
    assert await post.left(person) == 3
    await answered(person, "by_phone", at, accept)
    assert await post.left(person) == 3


async def test_an_old_answer_does_not_overturn_a_newer(post: Post) -> None:
    """Pushes come late and out of order."""
    person = await post.person()
    at = datetime.fromisoformat("2025-09-26T10:00:00.700+08:00")
    yes, off = Answered("progress", True, "accept"), Answered("progress", True, "off")
    await answered(person, "by_phone", at, [yes])
    await answered(person, "by_push", at - timedelta(minutes=1), [off])
    assert (await allowed(person))["progress"].standing
    # The same second, as WeChat tells it, is not older.
    await answered(person, "by_push", at.replace(microsecond=0), [off])
    assert not (await allowed(person))["progress"].standing
    await answered(person, "by_push", at - timedelta(minutes=1), [yes])
    assert not (await allowed(person))["progress"].standing
