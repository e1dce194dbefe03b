"""Strangers send what is dear to read: everybody else is answered as before. Bounded, loopback."""

import asyncio
import statistics
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from typing import Any
from uuid import uuid4

import httpx

from sandbox.wechat.world import Code
from tests.drills.arena import SCALE, rounds
from tests.drills.stand import Stand

SENDERS = 4
TIMES_IDLE = 3
UNFELT_MS = 200
"""How much longer the median may take in full drills, and what nobody minds."""
SCALE_OF_LIMITS = "5"
"""The limits work: forgers are not listened to for long, and the drill's own log-ins are below."""
PUSH = "/wechat/push?signature=0&timestamp=1&nonce=2"
NESTED = b"<a>" * 42_000 + b"</a>" * 31_000
PART = b'--X\r\nContent-Disposition: form-data; name="p"\r\n\r\n1\r\n'
PARTS = PART * (9_500_000 // len(PART))
FORM = {"Content-Type": "multipart/form-data; boundary=X"}


async def median_ms(ask: Callable[[], Awaitable[Any]], times: int) -> float:
    """The median of so many askings, one after the other, in milliseconds."""
    taken = []
    for _ in range(times):
        began = time.perf_counter()
        await ask()
        taken.append((time.perf_counter() - began) * 1000)
    return statistics.median(taken)


@asynccontextmanager
async def flooded(
    stand: Stand, sent: list[tuple[bytes, dict[str, str]]]
) -> AsyncIterator[list[int]]:
    """Each of these bodies is sent by a stranger, again and again; what they were answered."""
    answers: list[int] = []

    async def send(content: bytes, headers: dict[str, str]) -> None:
        async with httpx.AsyncClient(base_url=stand.url, trust_env=False, timeout=30) as http:
            while True:
                try:
                    answer = await http.post(PUSH, content=content, headers=headers)
                    answers.append(answer.status_code)
                except httpx.TransportError:
                    # Cut off in the middle of what nobody wants to read.
                    answers.append(0)
                await asyncio.sleep(0.005)

    senders = [asyncio.create_task(send(*one)) for one in sent]
    try:
        yield answers
    finally:
        for sender in senders:
            sender.cancel()
        await asyncio.gather(*senders, return_exceptions=True)


async def test_strangers_bodies_hold_nobody_up(stand: Stand, figure: Callable[[str], None]) -> None:
    """Nested XML by four and a form of 180,000 parts by one: neither is read."""
    stand.env["RATE_LIMIT_SCALE"] = SCALE_OF_LIMITS
    await stand.serve()
    wechat = stand.emulator.world

    async def health() -> None:
        assert (await stand.http.get("/health")).status_code == 200

    async def login() -> None:
        code = wechat.new_code(wechat.login_codes, Code(f"o{uuid4().hex[:12]}", wechat.now()))
        status, answer = await stand.ask("POST", "/login", body={"code": code})
        assert status == 201, answer

    times = rounds(200, least=10)
    idle = [await median_ms(health, times), await median_ms(login, times)]
    flood = [(NESTED, {"Content-Type": "text/xml"})] * SENDERS + [(PARTS, FORM)]
    async with flooded(stand, flood) as answers:
        while len(answers) < SENDERS:
            await asyncio.sleep(0.01)
        busy = [await median_ms(health, times), await median_ms(login, times)]
    assert set(answers) <= {0, 403, 413, 429}
    for name, before, during in zip(("/health", "a log-in"), idle, busy, strict=True):
        ratio = during / before
        figure(
            f"{len(answers)} bodies of strangers meanwhile: median of {name}"
            f" {before:.1f} ms -> {during:.1f} ms ({ratio:.1f} times)"
        )
        # The senders are in this very process, which shares the processors with the server.
        assert SCALE < 1 or ratio <= TIMES_IDLE or during <= UNFELT_MS, name
