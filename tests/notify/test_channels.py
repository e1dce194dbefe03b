"""Copies on their way through WeChat: once, or in a doubt that is written down. R13.2, R13.3."""

import asyncio
from collections import Counter
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest

from models.base import jsonb, sql
from models.consents import Answered, allowed, answered, not_sent, sent
from models.people import Person
from notify import channels
from notify.channels import LEASE, TRIES_MAX, drain, judge
from notify.templates import PROGRESS, TASK, TEMPLATES, Template
from notify.wechat import Outcome, SendResult, Wechat
from sandbox.wechat import Emulator, sandbox_template_id
from sandbox.wechat.faults import Fault
from tests.wechat import SEND, HandClock, MakeWechat

IDS = {one.name: sandbox_template_id(one.name) for one in TEMPLATES}
QUICK = 0.3
"""Seconds that the client waits in tests of a WeChat that does not answer."""


class Post:
    """Messages to people, and what became of their copies."""

    def __init__(self, emulator: Emulator, clock: HandClock, wechat: Wechat) -> None:
        self.emulator, self.clock, self.wechat = emulator, clock, wechat
        self.openids: dict[UUID, str] = {}

    async def person(self, *allows: Template) -> UUID:
        """Somebody who allowed a message of each of these, told by both sides."""
        one = await Person.create(
            openid=f"oPost{uuid4().hex[:20]}", seen_at=self.clock(), created_at=self.clock()
        )
        self.openids[one.id] = one.openid
        for template in allows:
            await self.allow(one.id, template)
        return one.id

    async def allow(self, person: UUID, template: Template) -> None:
        consent = self.emulator.world.consent(self.openids[person], IDS[template.name])
        consent.left += 1
        consent.standing = template.long_term
        answer = Answered(template.name, template.long_term, "accept")
        await answered(person, "by_phone", self.clock(), [answer])

    async def copy(self, person: UUID, template: Template = TASK, text: str = "待办") -> UUID:
        """A copy that is due."""
        message, row = uuid4(), uuid4()
        await sql(
            "INSERT INTO message (id, to_kind, to_id, event_id, kind, title, text, link,"
            " created_at) VALUES ($1, 'person', $2, $3, 'k', 't', 'x', '', $4)",
            message,
            person,
            uuid4(),
            self.clock(),
        )
        data = {one.key: "2025-09-26" if "time" in one.key else text for one in template.fields}
        await sql(
            "INSERT INTO delivery (id, message_id, openid, template, page, data, state, spent,"
            " tries, due_at, msgid) VALUES ($1, $2, $3, $4, '', $5::jsonb, 'waiting', false, 0,"
            " $6, '')",
            row,
            message,
            self.openids[person],
            template.name,
            jsonb(data),
            self.clock(),
        )
        return row

    async def drain(self) -> Counter[str]:
        """Everything due now is tried."""
        total: Counter[str] = Counter()
        while ended := await drain(self.wechat, IDS, self.clock):
            total += ended
        return total

    async def state(self, copy: UUID) -> str:
        rows = await sql("SELECT state FROM delivery WHERE id = $1", copy)
        return str(rows[0]["state"])

    async def attempts(self, copy: UUID) -> list[tuple[str, int | None]]:
        rows = await sql(
            "SELECT outcome, errcode FROM attempt WHERE delivery_id = $1 ORDER BY number", copy
        )
        return [(row["outcome"], row["errcode"]) for row in rows]

    async def left(self, person: UUID, template: Template = TASK) -> int:
        return (await allowed(person))[template.name].remaining

    def fault(self, words: str, times: int | None = 1) -> None:
        self.emulator.world.faults.add(Fault.parse(SEND, words, times))

    @property
    def received(self) -> list[dict[str, Any]]:
        """What arrived on people's phones."""
        return list(self.emulator.world.messages)


@pytest.fixture
def post(database: str, emulator: Emulator, clock: HandClock, make_wechat: MakeWechat) -> Post:
    return Post(emulator, clock, make_wechat(timeout_seconds=QUICK, breaker_seconds=0.0))


SENT = SendResult(Outcome.SENT, msgid="1")
DOUBT = SendResult(Outcome.UNKNOWN)
LATER = SendResult(Outcome.RETRY_LATER, -1)
NO_CONSENT = SendResult(Outcome.DEFINITE_NO, 43101)
UNFIT = SendResult(Outcome.DEFINITE_NO, 47003)


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
    assert await drain(post.wechat, {}, post.clock) == {"refused": 1}
    assert await post.attempts(copy) == [("definite_no", 40037)]


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
    assert (await channels.depth()).dead == 1
    assert await post.left(person) == 1
    again = "UPDATE delivery SET state = 'waiting', due_at = $2 WHERE id = $1"
    await sql(again, copy, post.clock())
    assert await post.drain() == {"dead": 1}
    await sql(again, copy, post.clock())
    assert await post.drain() == {"sent": 1}


async def test_silence_before_and_after_the_effect(post: Post) -> None:
    """A call whose end is unknown gets one more try. Where the first had arrived, the single
    consent is gone, WeChat says 43101, and the copy is `maybe`; else the second arrives."""
    arrived, lost = await post.person(TASK), await post.person(TASK)
    post.fault("drop after")
    one = await post.copy(arrived)
    assert await post.drain() == {"waiting": 1}
    post.fault("drop")
    other = await post.copy(lost)
    assert await post.drain() == {"waiting": 1}
    post.clock.advance(seconds=31)
    await post.drain()
    assert [await post.state(one), await post.state(other)] == ["maybe", "sent"]
    assert await post.attempts(one) == [("unknown", None), ("definite_no", 43101)]
    assert len(post.received) == 2, "each person got exactly one"


async def test_two_doubts_end_it(post: Post) -> None:
    """At most one more try, whatever happens: two calls, then `maybe` for good."""
    person = await post.person(PROGRESS)
    post.fault("drop", times=2)
    copy = await post.copy(person, PROGRESS)
    for _ in range(5):
        await post.drain()
        post.clock.advance(hours=1)
    assert await post.state(copy) == "maybe"
    calls = post.emulator.world.journal.read(SEND)
    assert len(calls) == 2


async def test_wechats_own_word_settles_a_doubt(post: Post) -> None:
    """R13.3: `subscribe_msg_sent_event` between the tries spares the second."""
    person = await post.person(PROGRESS)
    post.fault("drop after")
    copy = await post.copy(person, PROGRESS)
    assert await post.drain() == {"waiting": 1}
    await sent(post.openids[person], "progress", post.received[0]["msgid"], post.clock())
    assert await post.state(copy) == "sent"
    post.clock.advance(minutes=5)
    assert await post.drain() == {}
    assert len(post.received) == 1


async def test_wechats_word_while_the_call_hangs(post: Post) -> None:
    """The event may come before our call gives up: the copy is known to be sent then."""
    person = await post.person(PROGRESS)
    copy = await post.copy(person, PROGRESS)
    (leased,), _ = await channels.lease(post.clock(), 10)
    await sent(post.openids[person], "progress", "777", post.clock())
    assert await post.state(copy) == "leased"
    assert await channels.settle(leased, DOUBT, post.clock()) == "sent"
    rows = await sql("SELECT msgid FROM delivery WHERE id = $1", copy)
    assert rows[0]["msgid"] == "777"


async def test_wechats_word_on_another_copy_is_not_taken_for_this(post: Post) -> None:
    """Without ids in answers: the word is on the one already sent, not on the one being sent."""
    person = await post.person(PROGRESS)
    post.emulator.world.gives_msgid = False
    first = await post.copy(person, PROGRESS)
    assert await post.drain() == {"sent": 1}
    second = await post.copy(person, PROGRESS)
    (leased,), _ = await channels.lease(post.clock(), 10)
    await sent(post.openids[person], "progress", "777", post.clock())
    assert await channels.settle(leased, LATER, post.clock()) == "waiting"
    rows = await sql("SELECT id, msgid FROM delivery")
    assert {row["id"]: row["msgid"] for row in rows} == {first: "777", second: ""}


async def test_wechat_takes_its_word_back(post: Post) -> None:
    person = await post.person(PROGRESS)
    copy = await post.copy(person, PROGRESS)
    await post.drain()
    await not_sent(post.received[0]["msgid"], post.clock())
    assert await post.state(copy) == "refused"


async def test_a_killed_sender_leaves_a_lease_that_runs_out(post: Post) -> None:
    """kill -9 before the call: nobody else takes it meanwhile, then it is tried once more."""
    person = await post.person(TASK)
    copy = await post.copy(person)
    assert len((await channels.lease(post.clock(), 10))[0]) == 1
    assert await post.drain() == {}, "it is somebody's"
    post.clock.advance(seconds=LEASE.total_seconds() + 1)
    assert await post.drain() == {"sent": 1}
    assert await post.attempts(copy) == [("unknown", None), ("sent", None)]
    assert len(post.received) == 1 and await post.left(person) == 0


async def test_a_sender_killed_after_the_call(post: Post) -> None:
    """kill -9 between WeChat's answer and its record: the known doubt, and it stays at that."""
    single, standing = await post.person(TASK), await post.person(PROGRESS)
    copies = [await post.copy(single), await post.copy(standing, PROGRESS)]
    for leased in (await channels.lease(post.clock(), 10))[0]:
        await channels.attempt(post.wechat, IDS, leased)
    post.clock.advance(seconds=LEASE.total_seconds() + 1)
    await post.drain()
    assert [await post.state(copy) for copy in copies] == ["maybe", "sent"]
    by_person = Counter(message["openid"] for message in post.received)
    assert by_person[post.openids[single]] == 1
    assert by_person[post.openids[standing]] == 2, "the one documented way to get it twice"


async def test_killed_twice_it_is_not_tried_again(post: Post) -> None:
    person = await post.person(PROGRESS)
    copy = await post.copy(person, PROGRESS)
    for _ in range(2):
        assert len((await channels.lease(post.clock(), 10))[0]) == 1
        post.clock.advance(seconds=LEASE.total_seconds() + 1)
        await channels.recover(post.clock())
    assert await post.state(copy) == "maybe"
    assert await post.drain() == {}


async def test_a_late_answer_is_not_lost(post: Post) -> None:
    """A sender that was only slow settles what nobody has taken up again, and nothing else."""
    person = await post.person(PROGRESS)
    slow, taken = [await post.copy(person, PROGRESS) for _ in range(2)]
    (first,), _ = await channels.lease(post.clock(), 10)
    post.clock.advance(seconds=LEASE.total_seconds() + 1)
    await channels.recover(post.clock())
    assert await channels.settle(first, SENT, post.clock()) == "sent"
    (second,), _ = await channels.lease(post.clock(), 10)
    post.clock.advance(seconds=LEASE.total_seconds() + 1)
    await channels.recover(post.clock())
    (third,), _ = await channels.lease(post.clock(), 10)
    assert await channels.settle(second, SENT, post.clock()) == "lost"
    assert await channels.settle(third, SENT, post.clock()) == "sent"
    assert {await post.state(slow), await post.state(taken)} == {"sent"}


async def test_several_workers_send_each_copy_once(post: Post) -> None:
    """R13.3: leases keep workers apart, also for one person's many copies."""
    people = [await post.person(PROGRESS) for _ in range(6)]
    for person in people * 3:
        await post.copy(person, PROGRESS)
    done: list[Counter[str]] = []
    while (await channels.depth()).waiting:
        done += await asyncio.gather(
            *(drain(post.wechat, IDS, post.clock, limit=5) for _ in range(4))
        )
    assert sum(done, Counter()) == {"sent": 18}
    assert len(post.received) == 18
    rows = await sql("SELECT count(*) AS n FROM attempt")
    assert rows[0]["n"] == 18


async def test_a_copy_is_leased_to_one(post: Post) -> None:
    """Eight workers ask at the same moment, several times over."""
    people = [await post.person(PROGRESS) for _ in range(15)]
    for _ in range(4):
        for person in people:
            await post.copy(person, PROGRESS)
        taken = await asyncio.gather(*(channels.lease(post.clock(), 6) for _ in range(8)))
        ids = [copy.id for copies, _ in taken for copy in copies]
        assert ids and len(set(ids)) == len(ids)
        rows = await sql("SELECT max(tries) AS most FROM delivery")
        assert rows[0]["most"] == 1
        await sql("UPDATE delivery SET state = 'sent'")


async def test_one_copy_at_a_time_for_a_person(post: Post) -> None:
    """WeChat refuses a second one meanwhile (43108), and its word on one is on that one."""
    person = await post.person(PROGRESS)
    for _ in range(2):
        await post.copy(person, PROGRESS)
    (first,), _ = await channels.lease(post.clock(), 10)
    assert await channels.lease(post.clock(), 10) == ([], 0)
    await channels.settle(first, SENT, post.clock())
    (second,), _ = await channels.lease(post.clock(), 10)
    assert second.id != first.id


class Failing:
    """A sender with a fault of our own."""

    async def send_subscribe(self, *args: Any) -> SendResult:
        raise RuntimeError


async def test_a_fault_of_ours_leaves_the_copy_to_be_recovered(post: Post) -> None:
    person = await post.person(PROGRESS)
    copy = await post.copy(person, PROGRESS)
    with pytest.raises(RuntimeError):
        await drain(Failing(), IDS, post.clock)
    assert await post.state(copy) == "leased"
    post.clock.advance(seconds=LEASE.total_seconds() + 1)
    assert await post.drain() == {"sent": 1}


async def test_no_transaction_is_open_while_wechat_is_called(post: Post) -> None:
    """Other connections see the lease and the attempt during the call, and hold no lock on it."""
    person = await post.person(TASK)
    await post.copy(person)
    seen: list[Any] = []

    class Looking:
        async def send_subscribe(self, *args: Any) -> SendResult:
            seen.extend(
                await sql(
                    "SELECT (SELECT outcome FROM attempt) AS outcome,"
                    " (SELECT used FROM consent) AS used, (SELECT count(*) FROM pg_stat_activity"
                    "   WHERE datname = current_database() AND xact_start IS NOT NULL"
                    "   AND pid <> pg_backend_pid()) AS open"
                )
            )
            return SENT

    await drain(Looking(), IDS, post.clock)
    assert seen == [{"outcome": "started", "used": 1, "open": 0}]


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
