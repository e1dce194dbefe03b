"""Bodies too slow or too large: cut in time, and nobody else notices."""

import asyncio
import time
from collections.abc import Callable
from urllib.parse import urlsplit

from tests.drills.stand import Stand

CUT_SECONDS = 30.0
BYTE_EVERY_SECONDS = 1.0
MEBIBYTE = 1024 * 1024

Wire = tuple[asyncio.StreamReader, asyncio.StreamWriter]


async def connect(stand: Stand, head: str) -> Wire:
    """A connection on which this much of a request was sent."""
    address = urlsplit(stand.url)
    reader, writer = await asyncio.open_connection(address.hostname, address.port)
    writer.write(head.format(host=address.netloc).encode())
    return reader, writer


SLOW = {
    "half a header": "POST /login HTTP/1.1\r\nHost: {host}\r\nX-Slow: ",
    "half a body": "POST /login HTTP/1.1\r\nHost: {host}\r\nContent-Length: 16000\r\n\r\n{{",
    "half a chunk": "POST /login HTTP/1.1\r\nHost: {host}\r\nTransfer-Encoding: chunked\r\n\r\n9",
}


async def test_bodies_too_slow_or_too_large(stand: Stand, figure: Callable[[str], None]) -> None:
    await stand.serve()
    slow = asyncio.gather(*(dribble(stand, head) for head in SLOW.values()))
    for announced in (True, False):
        await too_large(stand, announced)
    for name, taken in zip(SLOW, await slow, strict=True):
        assert taken <= CUT_SECONDS, (name, taken)
        figure(f"a sender of {name}, a byte a second: cut after {taken:.1f} s")
    status, _ = await stand.ask("GET", "/health")
    assert status == 200


async def dribble(stand: Stand, head: str) -> float:
    """Seconds until the server hangs up on somebody who sends one byte a second."""
    reader, writer = await connect(stand, head)
    began = time.perf_counter()

    async def more() -> None:
        while True:
            await asyncio.sleep(BYTE_EVERY_SECONDS)
            writer.write(b"0")
            await writer.drain()

    sending = asyncio.create_task(more())
    try:
        async with asyncio.timeout(CUT_SECONDS + 5):
            while await reader.read(4096):
                pass
    except ConnectionError:
        pass
    finally:
        sending.cancel()
        writer.transport.abort()
    return time.perf_counter() - began


async def too_large(stand: Stand, announced: bool) -> None:
    """More than the limit is refused, or cut off without an answer, however it is sent."""
    size = 13 * MEBIBYTE
    length = f"Content-Length: {size}" if announced else "Transfer-Encoding: chunked"
    reader, writer = await connect(
        stand, f"POST /login HTTP/1.1\r\nHost: {{host}}\r\nIdempotency-Key: k\r\n{length}\r\n\r\n"
    )

    async def send() -> None:
        piece = b"a" * MEBIBYTE
        for _ in range(13):
            writer.write(piece if announced else b"%x\r\n%s\r\n" % (len(piece), piece))
            await writer.drain()

    sending = asyncio.create_task(send())
    try:
        answer = await asyncio.wait_for(reader.read(4096), 20)
    except ConnectionError:
        answer = b""
    sending.cancel()
    await asyncio.gather(sending, return_exceptions=True)
    writer.transport.abort()
    assert answer == b"" or b" 413 " in answer.split(b"\r\n", 1)[0], answer[:200]
