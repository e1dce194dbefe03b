"""Phones that hang up: 2,000 requests cut off at random moments leave nothing behind."""

import asyncio
import json
from collections.abc import Callable
from random import Random
from urllib.parse import urlsplit
from uuid import uuid4

from tests.conftest import rounds
from tests.drills.stand import Stand, until

AT_ONCE = 30
LONGEST_SECONDS = 0.2
OWNERS = tuple(f"owner{number}" for number in (2, 3, 4, 5, 6, 7, 8, 9, 10))


async def test_requests_cut_off_at_random(stand: Stand, figure: Callable[[str], None]) -> None:
    times = rounds(600, 2000)
    random = Random(2)
    await stand.serve()
    case = await signing(stand)
    balance = f"/scopes/{stand.roll.here.scope}/balance"
    room = asyncio.Semaphore(AT_ONCE)

    async def one() -> bool:
        owner = stand.tokens[random.choice(OWNERS)]
        method, path = random.choice(
            [
                ("GET", balance),
                ("GET", f"/cases/{case}"),
                ("POST", f"/cases/{case}/signatures"),
                ("DELETE", f"/cases/{case}/signatures/mine"),
            ]
        )
        async with room:
            return await cut_off(stand, method, path, owner, random.random() ** 2 * LONGEST_SECONDS)

    answered = sum(await asyncio.gather(*(one() for _ in range(times))))
    assert answered < times, "some were cut off before their answer"

    async def calm() -> bool:
        states = ("active", "idle in transaction", "idle in transaction (aborted)")
        return not sum([await stand.backends(state) for state in states])

    # Long enough for what was begun to end, too short for the database to end it by itself.
    await until(calm, 180, "nothing is active, nothing idle in transaction")
    token = stand.tokens["owner2"]
    asked = [stand.ask("GET", balance, token) for _ in range(50)]
    assert [status for status, _ in await asyncio.gather(*asked)] == [200] * 50
    busy, idle = await stand.pool()
    assert busy <= 1 and idle >= 1, "the one that answers /metrics, at most"
    writes = await whole_or_not_at_all(stand, case)
    assert writes > 1, "some writes came through"
    figure(
        f"cut off at random: {times} requests, {times - answered} before their answer,"
        f" {writes} writes done and all of them whole, 0 idle in transaction, pool full"
    )


async def signing(stand: Stand) -> str:
    """A case that owners can sign and take their signature back from."""
    here = stand.roll.here
    application = {
        "scope_id": str(here.scope),
        "elevator_ids": [str(here.elevators[0])],
        "insurer_id": str(stand.roll.insurer),
    }
    status, body = await stand.ask("POST", "/cases", stand.tokens["owner1"], application)
    assert status == 201, body
    return str(body["id"])


async def cut_off(stand: Stand, method: str, path: str, token: str, after: float) -> bool:
    """Send a request and hang up so many seconds later; True when the answer was quicker."""
    address = urlsplit(stand.url)
    reader, writer = await asyncio.open_connection(address.hostname, address.port)
    body = b"" if method == "GET" else json.dumps(None).encode()
    head = (
        f"{method} {path} HTTP/1.1\r\nHost: {address.netloc}\r\nAuthorization: Bearer {token}\r\n"
        f"Idempotency-Key: {uuid4().hex}\r\nContent-Length: {len(body)}\r\n\r\n"
    )
    writer.write(head.encode() + body)
    try:
        answer = await asyncio.wait_for(reader.read(64), after)
    except (TimeoutError, ConnectionError):
        answer = b""
    writer.transport.abort()
    return bool(answer)


async def whole_or_not_at_all(stand: Stand, case: str) -> int:
    """Signatures, events and the case's own facts tell the same story; how many were done."""
    rows = await stand.sql(
        "SELECT count(*) AS signed, count(withdrawn_at) AS taken_back,"
        " array_agg(owner_id::text) FILTER (WHERE withdrawn_at IS NULL) AS live"
        " FROM signature WHERE case_id = $1::text::uuid",
        case,
    )
    events = await stand.sql(
        "SELECT kind, count(*) AS n FROM log_event WHERE subject_id = $1::text::uuid GROUP BY kind",
        case,
    )
    told = {row["kind"]: row["n"] for row in events}
    facts = json.loads(
        (await stand.sql('SELECT facts FROM "case" WHERE id = $1::text::uuid', case))[0]["facts"]
    )
    assert rows[0]["signed"] == told["Signed"]
    assert rows[0]["taken_back"] == told.get("SignatureWithdrawn", 0)
    assert set(rows[0]["live"] or []) == {signer["owner_id"] for signer in facts["signers"]}
    return int(rows[0]["signed"] + rows[0]["taken_back"])
