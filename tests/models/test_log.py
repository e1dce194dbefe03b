"""The log on PostgreSQL: chained, sealed, provable, and every tampering found. R12.3."""

import asyncio
from collections.abc import AsyncIterator, Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from uuid import UUID, uuid4

import asyncpg
import pytest
from tortoise.context import TortoiseContext
from tortoise.exceptions import IntegrityError
from tortoise.transactions import in_transaction

from models.base import database as tortoise_config
from models.base import sql
from models.listing import rows_of
from models.log import (
    HISTORY,
    SEALS,
    Logged,
    append,
    consistency,
    head,
    inclusion,
    inspect,
    logged,
    seal,
    sign_earlier,
    verify_log,
)
from rules.log import EMPTY_HEAD, GENESIS, Event, consistent, included, leaf_hash, tree_head
from rules.refusals.log import EventNotFound, NotYetSealed, UnknownTreeSize
from tests.signer import KEYS, RETIRED, SIGNER

NOW = datetime(2025, 3, 3, 1, 2, 3, 456789, tzinfo=UTC)


pytestmark = pytest.mark.usefixtures("empty_log")


def event(subject: UUID, nth: int = 0, **body: object) -> Event:
    return Event(
        id=uuid4(),
        subject_kind="case",
        subject_id=subject,
        kind="Signed",
        body={"nth": nth, "名": "某", "list": [1, None, {"b": True, "a": 2**60}], **body},
        actor_kind="person",
        actor_id=uuid4() if nth % 2 else None,
        role="owner",
        why="",
        request_id=f"r-{nth}",
        at=NOW + timedelta(microseconds=nth),
    )


async def history(subject: UUID, after_seq: int = 0, limit: int = 200) -> list[Logged]:
    given = {"subject_id": subject}
    return [logged(row) for row in await rows_of(HISTORY, given, (after_seq,), limit)]


async def commit(events: Sequence[Event]) -> None:
    async with in_transaction():
        await append(events)


async def sealed(limit: int = 1000) -> int:
    async with in_transaction():
        made = await seal(NOW, SIGNER.sign, limit)
    return made.tree_size if made else 0


async def findings(published: dict[int, bytes] | None = None) -> set[str]:
    async with in_transaction():
        return {found.what for found in await verify_log(KEYS, published)}


async def filled(subjects: int = 3, each: int = 4, limit: int = 5) -> list[Event]:
    """Events about several subjects in turns, sealed in batches."""
    ids = [uuid4() for _ in range(subjects)]
    events = [event(ids[nth % subjects], nth) for nth in range(subjects * each)]
    for pair in pairwise([*range(0, len(events), 2), len(events)]):
        await commit(events[slice(*pair)])
    while await sealed(limit):
        pass
    return events


async def test_events_come_back_as_they_were_in_a_chain(database: str) -> None:
    subject, other = uuid4(), uuid4()
    events = [event(subject, nth) for nth in range(3)]
    await commit([events[0], event(other), events[1]])
    await commit([events[2]])
    entries = await history(subject)
    assert [entry.event for entry in entries] == events
    assert entries[0].prev_hash == GENESIS
    assert all(older.hash == newer.prev_hash for older, newer in pairwise(entries))
    assert await history(subject, after_seq=entries[1].seq) == entries[2:]
    assert await history(subject, limit=1) == entries[:1]
    assert await findings() == set()


async def test_an_event_rolled_back_never_was(database: str) -> None:
    subject = uuid4()
    await commit([])
    with pytest.raises(RuntimeError):
        async with in_transaction():
            await append([event(subject)])
            raise RuntimeError
    await commit([event(subject)])
    assert (await history(subject))[0].prev_hash == GENESIS
    assert await sealed() == 1
    assert await findings() == set()


async def test_every_event_is_proven_under_the_head(database: str) -> None:
    events = await filled()
    newest = await head()
    assert newest is not None and newest.tree_size == len(events)
    leaves: dict[int, bytes] = {}
    for each in events:
        proof = await inclusion(each.id)
        leaves[proof.leaf_index] = leaf = leaf_hash(proof.event_hash)
        assert proof.root_hash == newest.root_hash
        assert included(leaf, proof.leaf_index, proof.tree_size, proof.proof, newest.root_hash)
    assert tree_head(leaves[nth] for nth in range(len(events))) == newest.root_hash
    with pytest.raises(EventNotFound):
        await inclusion(uuid4())


async def test_heads_are_consistent_with_one_another(database: str) -> None:
    """Whoever kept yesterday's head can check it against today's."""
    await filled()
    kept = {row["tree_size"]: row["root_hash"] for row in await rows_of(SEALS, {})}
    assert sorted(kept) == [5, 10, 12]
    for old in range(1, 13):
        for new in range(old, 13):
            proof = await consistency(old, new)
            assert kept.get(old, proof.old_root) == proof.old_root
            assert kept.get(new, proof.new_root) == proof.new_root
            assert consistent(old, proof.old_root, new, proof.new_root, proof.proof)
    for old, new in ((0, 5), (6, 5), (5, 13), (13, None)):
        with pytest.raises(UnknownTreeSize):
            await consistency(old, new)


async def test_what_is_not_sealed_yet_says_so(database: str) -> None:
    early, late = event(uuid4()), event(uuid4())
    await commit([early])
    assert await head() is None
    with pytest.raises(UnknownTreeSize):
        await inclusion(early.id)
    await sealed()
    await commit([late])
    with pytest.raises(NotYetSealed):
        await inclusion(late.id)
    await sealed()
    assert (await inclusion(late.id)).leaf_index == 1
    with pytest.raises(NotYetSealed):
        await inclusion(late.id, tree_size=1)
    assert await sealed() == 0


@pytest.fixture
async def wide(database_url: str) -> AsyncIterator[str]:
    async with TortoiseContext() as context:
        config = tortoise_config(database_url, pool=12)
        await context.init(config=config, _enable_global_fallback=True)
        yield database_url


async def test_a_late_committer_is_never_skipped(wide: str) -> None:
    """Identity values commit out of order: the first number may become the last leaf."""
    first, second = event(uuid4()), event(uuid4())
    written, go = asyncio.Event(), asyncio.Event()

    async def slow() -> None:
        async with in_transaction():
            await append([first])
            written.set()
            await go.wait()

    running = asyncio.create_task(slow())
    await written.wait()
    await commit([second])
    assert await sealed() == 1
    kept = await head()
    go.set()
    await running
    assert await sealed() == 2
    proof = await consistency(1, 2)
    assert kept is not None and kept.root_hash == proof.old_root
    places = [(await inclusion(each.id)).leaf_index for each in (first, second)]
    assert places == [1, 0]
    assert (await history(first.subject_id))[0].seq < (await history(second.subject_id))[0].seq
    assert await findings() == set()


async def test_writers_and_sealers_at_once(wide: str) -> None:
    """No fork of a chain, no deadlock between opposite orders, no event lost or sealed twice."""
    subjects = [uuid4() for _ in range(3)]
    writers = 8

    async def write(worker: int) -> None:
        for nth in range(10):
            turn = subjects if (worker + nth) % 2 else subjects[::-1]
            await commit([event(subject, nth) for subject in turn])

    async def keep_sealing(done: asyncio.Event) -> None:
        while not done.is_set():
            await sealed(limit=7)

    done = asyncio.Event()
    sealers = [asyncio.create_task(keep_sealing(done)) for _ in range(2)]
    await asyncio.gather(*(write(worker) for worker in range(writers)))
    done.set()
    await asyncio.gather(*sealers)
    await sealed()
    newest = await head()
    assert newest is not None and newest.tree_size == writers * 10 * len(subjects)
    assert await findings() == set()


@contextmanager
def refused_by(constraint: str) -> Iterator[None]:
    with pytest.raises((IntegrityError, asyncpg.IntegrityConstraintViolationError)) as caught:
        yield
    violation = caught.value.__cause__ or caught.value
    assert isinstance(violation, asyncpg.PostgresError)
    assert violation.constraint_name == constraint


async def test_the_database_refuses_to_rewrite(database: str) -> None:
    await filled()
    await commit([event(uuid4())])
    for statement in (
        "UPDATE log_event SET why = 'x'",
        "DELETE FROM log_event",
        "TRUNCATE log_event CASCADE",
        "UPDATE log_leaf SET index = index + 100",
        "DELETE FROM log_leaf",
        "UPDATE log_node SET hash = hash",
        "DELETE FROM log_node",
        "UPDATE log_seal SET sealed_at = sealed_at",
        "DELETE FROM log_seal",
        "TRUNCATE log_seal, log_node, log_leaf",
        "UPDATE log_signature SET key_name = 'x'",
        "DELETE FROM log_signature",
        "DELETE FROM log_chain",
        "UPDATE log_unsealed SET seq = seq + 1",
        "TRUNCATE log_unsealed",
    ):
        with refused_by("log_append_only"):
            await sql(statement)
    with refused_by("log_chain_grows"):
        await sql("UPDATE log_chain SET length = length - 1")


async def test_a_chain_cannot_fork(database: str) -> None:
    """Two events after the same one: refused even if the lock were forgotten."""
    await commit([event(uuid4())])
    columns = (
        "subject_kind, subject_id, kind, body, actor_kind, role, why, request_id, at, prev_hash"
    )
    with pytest.raises(IntegrityError, match=r"Key \(subject_id, prev_hash\)"):
        await sql(
            f"INSERT INTO log_event (id, {columns}, hash)"
            f" SELECT gen_random_uuid(), {columns}, sha256(hash) FROM log_event"
        )


TAMPERING = {
    "UPDATE log_event SET why = 'x' WHERE seq = 3": "text altered",
    "UPDATE log_event SET body = jsonb_set(body, '{nth}', '99') WHERE seq = 3": "text altered",
    "UPDATE log_event SET at = at + interval '1 microsecond' WHERE seq = 3": "text altered",
    "UPDATE log_event SET actor_id = NULL WHERE actor_id IS NOT NULL": "text altered",
    "UPDATE log_event SET hash = sha256(hash) WHERE seq = 3": "text altered",
    "UPDATE log_event SET prev_hash = sha256(hash) WHERE seq = 4": "chain broken before",
    "DELETE FROM log_event WHERE seq = 4": "chain broken before",
    "DELETE FROM log_event WHERE seq = 13": "chain ends elsewhere",
    "DELETE FROM log_event WHERE seq = 5": "leaf missing",
    "UPDATE log_chain SET length = length + 1": "chain ends elsewhere",
    "DELETE FROM log_chain": "chain ends elsewhere",
    "DELETE FROM log_unsealed": "neither waiting nor sealed, or both",
    "INSERT INTO log_unsealed VALUES (1)": "neither waiting nor sealed, or both",
    "DELETE FROM log_leaf WHERE index = 11": "leaves without a head",
    "DELETE FROM log_leaf WHERE index = 4": "leaf missing",
    "UPDATE log_node SET hash = sha256(hash) WHERE place = 65": "node altered",
    "DELETE FROM log_node WHERE place = 2": "node altered",
    "UPDATE log_seal SET root_hash = sha256(root_hash) WHERE tree_size = 5": "head altered",
    "DELETE FROM log_seal WHERE tree_size = 12": "leaves without a head",
    "UPDATE log_seal SET sealed_at = now() WHERE tree_size = 5": "signature of another head",
    "UPDATE log_signature s SET signature = o.signature FROM log_signature o"
    " WHERE s.tree_size = 5 AND o.tree_size = 10": "signature of another head",
    "UPDATE log_signature SET key_name = 'l0' WHERE tree_size = 5": "signature of another head",
    "UPDATE log_signature SET key_name = 'l9'": "signed with an unknown key",
    "DELETE FROM log_signature WHERE tree_size = 5": "head not signed",
    "UPDATE log_signature SET tree_size = 6 WHERE tree_size = 5": "signature without a head",
    "UPDATE log_leaf SET index = 1 - index + 2000 WHERE index < 2;"
    " UPDATE log_leaf SET index = index - 2000 WHERE index >= 2000": "node altered",
}


async def test_every_tampering_is_found(database: str) -> None:
    """Even by whoever owns the tables and switches the triggers off."""
    await filled()
    await commit([event(uuid4(), 50)])
    assert await findings() == set()
    tables = ("event", "leaf", "node", "seal", "signature", "chain", "unsealed")
    for table in (f"log_{name}" for name in tables):
        await sql(f"ALTER TABLE {table} DISABLE TRIGGER USER")
    for table in ("log_leaf", "log_unsealed"):
        await sql(f"ALTER TABLE {table} DROP CONSTRAINT {table}_of_event")
    for statements, what in TAMPERING.items():
        async with in_transaction() as connection:
            for statement in statements.split("; "):
                await connection.execute_query(statement.strip(";"))
            found = {each.what for each in await inspect(KEYS)}
            assert what in found, statements
            await connection.rollback()
    assert await findings() == set()


async def test_a_log_rewritten_as_a_whole_fails_against_a_kept_head(database: str) -> None:
    """The chain and tree may be forged consistently; yesterday's head was published."""
    await filled()
    newest = await head()
    assert newest is not None
    assert await findings({newest.tree_size: newest.root_hash}) == set()
    forged = {newest.tree_size: EMPTY_HEAD}
    assert await findings(forged) == {"not the tree that was published"}
    assert await findings({newest.tree_size + 1: newest.root_hash}) == {"leaves removed"}


async def test_heads_stay_signed_when_keys_rotate_and_from_before_signatures_were_kept(
    database: str,
) -> None:
    await commit([event(uuid4())])
    async with in_transaction():
        await seal(NOW, RETIRED.sign)
    await commit([event(uuid4())])
    await sealed()
    rows = await rows_of(SEALS, {})
    assert [(row["tree_size"], row["key_name"]) for row in rows] == [(2, "l1"), (1, "l0")]
    assert await findings() == set()
    async with in_transaction():
        forgotten = await verify_log({"l1": KEYS["l1"]})
    assert [(one.what, one.where) for one in forgotten] == [
        ("signed with an unknown key", "key l0: 1 heads")
    ]
    await sql("ALTER TABLE log_signature DISABLE TRIGGER USER")
    await sql("DELETE FROM log_signature")
    assert await findings() == {"head not signed"}
    async with in_transaction():
        assert await sign_earlier(SIGNER.sign) == 2
    assert await findings() == set()
    await sql("DELETE FROM log_signature WHERE tree_size = 1")
    async with in_transaction():
        assert await sign_earlier(SIGNER.sign) == 0, "one taken away is not put back"
    assert await findings() == {"head not signed"}


async def test_what_cannot_be_recorded_is_refused_before_it_is_written(database: str) -> None:
    with pytest.raises(ValueError):
        await commit([event(uuid4(), share=0.5)])
    assert await sql("SELECT count(*) AS n FROM log_event") == [{"n": 0}]
