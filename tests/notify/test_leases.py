"""Each copy at most once but for a known doubt: leases, lost answers, killed senders. R13.3."""

import asyncio
from collections import Counter
from typing import Any

import pytest

from models.base import sql
from models.messages import deliveries
from models.messages.deliveries import mark_not_sent, mark_sent
from notify import channels
from notify.channels import LEASE, drain
from notify.templates import PROGRESS, TASK
from notify.wechat import SendResult
from tests.notify.post import DOUBT, LATER, PROGRAM, SENT, Post
from tests.wechat import SEND


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
    await mark_sent(post.openids[person], "progress", post.received[0]["msgid"], post.clock())
    assert await post.state(copy) == "sent"
    post.clock.advance(minutes=5)
    assert await post.drain() == {}
    assert len(post.received) == 1


async def test_wechats_word_while_the_call_hangs(post: Post) -> None:
    """The event may come before our call gives up: the copy is known to be sent then."""
    person = await post.person(PROGRESS)
    copy = await post.copy(person, PROGRESS)
    (leased,), _ = await channels.lease(post.clock(), 10)
    await mark_sent(post.openids[person], "progress", "777", post.clock())
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
    await mark_sent(post.openids[person], "progress", "777", post.clock())
    assert await channels.settle(leased, LATER, post.clock()) == "waiting"
    rows = await sql("SELECT id, msgid FROM delivery")
    assert {row["id"]: row["msgid"] for row in rows} == {first: "777", second: ""}


async def test_wechat_takes_its_word_back(post: Post) -> None:
    person = await post.person(PROGRESS)
    copy = await post.copy(person, PROGRESS)
    await post.drain()
    await mark_not_sent(post.received[0]["msgid"], post.clock())
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
        await channels.attempt(post.wechat, PROGRAM, leased)
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
        await deliveries.recover(post.clock())
    assert await post.state(copy) == "maybe"
    assert await post.drain() == {}


async def test_a_late_answer_is_not_lost(post: Post) -> None:
    """A sender that was only slow settles what nobody has taken up again, and nothing else."""
    person = await post.person(PROGRESS)
    slow, taken = [await post.copy(person, PROGRESS) for _ in range(2)]
    (first,), _ = await channels.lease(post.clock(), 10)
    post.clock.advance(seconds=LEASE.total_seconds() + 1)
    await deliveries.recover(post.clock())
    assert await channels.settle(first, SENT, post.clock()) == "sent"
    (second,), _ = await channels.lease(post.clock(), 10)
    post.clock.advance(seconds=LEASE.total_seconds() + 1)
    await deliveries.recover(post.clock())
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
    while (await deliveries.depth()).waiting:
        done += await asyncio.gather(
            *(drain(post.wechat, PROGRAM, post.clock, limit=5) for _ in range(4))
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
        await drain(Failing(), PROGRAM, post.clock)
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

    await drain(Looking(), PROGRAM, post.clock)
    assert seen == [{"outcome": "started", "used": 1, "open": 0}]
