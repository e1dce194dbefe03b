"""Anybody can check the log with nothing but the public answers. R12.3."""

import csv
import io
from datetime import datetime
from typing import Any
from uuid import UUID, uuid4

import pytest
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from tortoise.transactions import in_transaction

from models import log
from rules.log import EMPTY_HEAD, Event, consistent, head_text, included, leaf_hash
from tests.world import City

pytestmark = pytest.mark.usefixtures("empty_log")


async def told(city: City, number: int, subject: UUID | None = None, why: str = "") -> list[Event]:
    """Events in the log, sealed."""
    events = [
        Event(
            id=uuid4(),
            subject_kind="case",
            subject_id=subject or uuid4(),
            kind="Signed",
            body={"nth": nth},
            actor_kind="person",
            actor_id=city.roll.people["owner1"].person_id,
            role="owner",
            why=why,
            request_id="r",
            at=city.clock(),
        )
        for nth in range(number)
    ]
    async with in_transaction():
        await log.append(events)
        await log.seal(city.clock(), city.world.signer.sign)
    return events


def raw(proof: list[str]) -> list[bytes]:
    return [bytes.fromhex(each) for each in proof]


async def test_yesterdays_head_is_checked_against_todays(city: City) -> None:
    empty = await city.must("GET", "/public/log/head")
    assert (empty["tree_size"], empty["root_hash"]) == (0, EMPTY_HEAD.hex())
    assert empty["sealed_at"] is None
    assert (await city.call("GET", "/public/log/consistency?old=1"))[0] == 404
    await told(city, 5)
    kept = await city.must("GET", "/public/log/head")
    await told(city, 4)
    newest = await city.must("GET", "/public/log/head")
    proof = await city.must("GET", f"/public/log/consistency?old={kept['tree_size']}")
    assert (proof["new"], proof["new_root_hash"]) == (9, newest["root_hash"])
    assert consistent(
        kept["tree_size"],
        bytes.fromhex(kept["root_hash"]),
        newest["tree_size"],
        bytes.fromhex(newest["root_hash"]),
        raw(proof["proof"]),
    )
    assert (await city.must("GET", "/public/log/consistency?old=2&new=5"))["new"] == 5
    for query in ("?old=10", "?old=5&new=4", "?old=5&new=10"):
        assert (await city.call("GET", f"/public/log/consistency{query}"))[0] == 404
    for query in ("", "?old=0", "?old=x", "?old=99999999999999999999"):
        assert (await city.call("GET", f"/public/log/consistency{query}"))[0] == 400


async def test_an_event_is_proven_to_be_there(city: City) -> None:
    events = await told(city, 6)
    for event in events:
        proof = await city.must("GET", f"/public/log/inclusion/{event.id}")
        assert included(
            leaf_hash(bytes.fromhex(proof["event_hash"])),
            proof["leaf_index"],
            proof["tree_size"],
            raw(proof["proof"]),
            bytes.fromhex(proof["root_hash"]),
        )
    first = f"/public/log/inclusion/{events[0].id}"
    assert (await city.must("GET", f"{first}?size=3"))["tree_size"] == 3
    assert (await city.call("GET", f"{first}?size=7"))[0] == 404
    assert (await city.call("GET", f"/public/log/inclusion/{uuid4()}"))[0] == 404
    async with in_transaction():
        waiting = Event(**{**_fields(events[0]), "id": uuid4()})
        await log.append([waiting])
    assert (await city.call("GET", f"/public/log/inclusion/{waiting.id}"))[0] == 409


def _fields(event: Event) -> dict[str, Any]:
    return {name: getattr(event, name) for name in Event.__slots__}


async def test_heads_are_listed_newest_first(city: City) -> None:
    for _ in range(3):
        await told(city, 2)
    body = await city.must("GET", "/public/log/heads?limit=2")
    assert [head["tree_size"] for head in body["items"]] == [6, 4]
    body = await city.must("GET", f"/public/log/heads?after={body['next']}")
    assert ([head["tree_size"] for head in body["items"]], body["next"]) == ([2], "")
    assert (await city.call("GET", "/public/log/heads?after=x"))[0] == 400


async def test_the_auditor_reads_and_takes_away(city: City) -> None:
    subject = uuid4()
    await told(city, 3, subject, why='=HYPERLINK("http://x")')
    await told(city, 2)
    token = await city.staff("auditor")

    async def seen(query: str) -> list[int]:
        body = await city.must("GET", f"/log/events{query}", token)
        return [item["data"]["nth"] for item in body["items"]]

    assert await seen("") == [1, 0, 2, 1, 0]
    assert await seen(f"?subject_id={subject}") == [2, 1, 0]
    assert await seen("?kind=Paused") == []
    assert await seen(f"?actor_id={city.roll.people['owner1'].person_id}&limit=1") == [1]
    assert await seen("?from_at=2030-01-01T00:00:00Z") == []
    assert await seen("?to_at=2030-01-01T00:00:00Z&limit=2") == [1, 0]
    first = await city.must("GET", "/log/events?limit=2", token)
    assert await seen(f"?after={first['next']}") == [2, 1, 0]
    status, content = await city.call("GET", f"/log/events.csv?subject_id={subject}", token)
    rows = list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline="")))
    assert status == 200 and len(rows) == 4
    assert rows[1][9] == """'=HYPERLINK("http://x")"""
    for other in ("administrator", "clerk", "insurer"):
        assert (await city.call("GET", "/log/events", await city.staff(other)))[0] == 403
    assert (await city.call("GET", "/log/events?from_at=2025-01-01T00:00:00", token))[0] == 400


async def test_heads_are_signed_with_a_key_that_is_published(city: City) -> None:
    """R12.3: whoever has the public key knows whose head it is, also the one before the first."""
    keys = (await city.must("GET", "/public/log/keys"))["items"]
    published = {
        key["key_name"]: Ed25519PublicKey.from_public_bytes(bytes.fromhex(key["public_key"]))
        for key in keys
    }
    heads = [await city.must("GET", "/public/log/head")]
    await told(city, 2)
    await told(city, 1)
    heads += (await city.must("GET", "/public/log/heads"))["items"]
    assert [head["tree_size"] for head in heads] == [0, 3, 2]
    for head in heads:
        at = datetime.fromisoformat(head["sealed_at"]) if head["sealed_at"] else None
        text = head_text(head["tree_size"], bytes.fromhex(head["root_hash"]), at)
        signature = bytes.fromhex(head["head_signature"])
        published[head["signed_by"]].verify(signature, text)
        with pytest.raises(InvalidSignature):
            published[head["signed_by"]].verify(signature, text.replace(b"head", b"tail"))
