"""Pictures of many megapixels and uploads without end: everybody else is answered as before."""

import asyncio
import os
import time
from collections.abc import Awaitable, Callable
from io import BytesIO
from statistics import median
from uuid import uuid4

from PIL import Image

from rules.files import VISITOR
from tests.drills.arena import rounds
from tests.drills.stand import Stand
from tests.journey import photo

FULL = os.environ.get("DRILLS") == "full"
ASKED = 9
SCALE_OF_LIMITS = "5"
"""The limits work, and what this drill itself asks for stays below them."""
MOST = 3.0
"""How much longer the median of what others ask may take, in full drills on a quiet machine."""
UNFELT = 0.5
"""Seconds that nobody minds: idle these take a few milliseconds, and the senders here never rest,
on the processors that also serve."""


def picture(width: int, height: int, kind: str) -> bytes:
    """A large picture of few bytes."""
    out = BytesIO()
    Image.new("RGB", (width, height), (20, 90, 160)).save(out, kind)
    return out.getvalue()


async def sends(stand: Stand, who: str, content: bytes) -> int:
    """The status of an upload; what is refused as too much is not sent again."""
    headers = {"Authorization": f"Bearer {stand.tokens[who]}", "Idempotency-Key": uuid4().hex}
    files = {"file": ("a.jpg", content, "image/jpeg")}
    return (await stand.http.post("/files", files=files, headers=headers)).status_code


async def asks_health(stand: Stand) -> int:
    return (await stand.ask("GET", "/health"))[0]


async def logs_in(stand: Stand) -> int:
    """As much work as a right password: nobody can tell whether there is such an account."""
    body = {"username": f"u{uuid4().hex[:10]}", "password": "no such password", "totp": "000000"}
    return (await stand.ask("POST", "/staff/login", body=body))[0]


async def sends_a_small_photo(stand: Stand) -> int:
    return await sends(stand, "owner1", photo())


OTHERS: dict[str, tuple[Callable[[Stand], Awaitable[int]], int]] = {
    "/health": (asks_health, 200),
    "a log-in": (logs_in, 401),
    "an honest small photo": (sends_a_small_photo, 201),
}


async def medians(stand: Stand) -> dict[str, float]:
    """Seconds that each of the others takes, one after the other; every one is answered."""
    found = {}
    for name, (ask, wanted) in OTHERS.items():
        taken = []
        for _ in range(ASKED):
            before = time.perf_counter()
            assert await ask(stand) == wanted, name
            taken.append(time.perf_counter() - before)
        found[name] = median(taken)
    return found


async def under(
    stand: Stand, attack: Callable[[], Awaitable[int]], at_once: int
) -> tuple[dict[str, float], list[int]]:
    """What the others take while so many senders go on, and what those were answered."""
    told: list[int] = []
    over = asyncio.Event()

    async def goes_on() -> None:
        while not over.is_set():
            told.append(await attack())

    senders = [asyncio.create_task(goes_on()) for _ in range(at_once)]
    try:
        while len(told) < at_once // 2:
            await asyncio.sleep(0)
            if any(one.done() for one in senders):
                break
        return await medians(stand), told
    finally:
        over.set()
        await asyncio.gather(*senders)


def told_of(
    name: str, idle: dict[str, float], loaded: dict[str, float], figure: Callable[[str], None]
) -> None:
    """The ratios are printed; in full drills they are bounded."""
    for what, seconds in loaded.items():
        ratio = seconds / idle[what]
        figure(f"{name}: {what} {idle[what] * 1000:.0f} -> {seconds * 1000:.0f} ms, x{ratio:.1f}")
        assert not FULL or ratio <= MOST or seconds <= UNFELT, (name, what, ratio)


async def test_large_pictures_stop_nobody(stand: Stand, figure: Callable[[str], None]) -> None:
    stand.env["RATE_LIMIT_SCALE"] = SCALE_OF_LIMITS
    await stand.serve()
    await medians(stand)
    kinds = {
        "16 PNG of 40 megapixels": (picture(8000, 5000, "PNG"), {422, 503, 429}),
        "16 PNG of 20 megapixels": (picture(5000, 4000, "PNG"), {201, 503, 429}),
        "16 JPEG of 48 megapixels": (picture(8064, 6048, "JPEG"), {201, 503, 429}),
    }
    idle = await medians(stand)
    for name, (content, wanted) in kinds.items():
        loaded, told = await under(stand, lambda data=content: sends(stand, "owner2", data), 16)  # type: ignore[misc]
        assert set(told) <= wanted, (name, set(told))
        told_of(name, idle, loaded, figure)


async def test_uploads_without_end_stop_nobody(stand: Stand, figure: Callable[[str], None]) -> None:
    """One log-in without a home: what is kept of it is its day's share."""
    stand.env["RATE_LIMIT_SCALE"] = SCALE_OF_LIMITS
    await stand.serve()
    await medians(stand)
    idle = await medians(stand)
    content = picture(4000, 3000, "JPEG")
    loaded, told = await under(stand, lambda: sends(stand, "stranger", content), 8)
    while len(told) < rounds(600, 30):
        told += await asyncio.gather(*(sends(stand, "stranger", content) for _ in range(8)))
    kept = await stand.sql(
        "SELECT count(*) FROM file WHERE owner_id = $1", stand.roll.people["stranger"].person_id
    )
    assert set(told) <= {201, 429, 503} and kept[0][0] <= VISITOR.files + 10
    told_of(f"{len(told)} uploads, {kept[0][0]} kept", idle, loaded, figure)
