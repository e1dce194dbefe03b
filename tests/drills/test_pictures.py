"""Pictures of many megapixels and uploads without end: everybody else is answered as before."""

import asyncio
import os
import time
from collections.abc import Awaitable, Callable
from io import BytesIO
from statistics import median
from uuid import uuid4

import httpx
from PIL import Image

from rules.files import VISITOR
from tests.drills.arena import rounds
from tests.drills.stand import Stand
from tests.journey import photo

FULL = os.environ.get("DRILLS") == "full"
ASKED = 9 if FULL else 3
SCALE_OF_LIMITS = "5"
"""The limits work, and what this drill itself asks for stays below them."""
FORM = "multipart/form-data; boundary=the-file"
MOST = 3.0
"""How much longer the median of what others ask may take, in full drills on a quiet machine."""
UNFELT = 0.2
"""Seconds that nobody minds: idle these take a few milliseconds."""


def picture(width: int, height: int, kind: str) -> bytes:
    """A large picture of few bytes."""
    out = BytesIO()
    Image.new("RGB", (width, height), (20, 90, 160)).save(out, kind)
    return out.getvalue()


def form(content: bytes) -> bytes:
    """A form with this file, made once: who measures is not to be kept busy by what is sent."""
    files = {"file": ("a.jpg", content, "image/jpeg")}
    headers = {"Content-Type": FORM}
    return httpx.Request("POST", "http://localhost", files=files, headers=headers).read()


async def sends(stand: Stand, who: str, made: bytes) -> int:
    """The status of an upload of this form."""
    headers = {
        "Authorization": f"Bearer {stand.tokens[who]}",
        "Idempotency-Key": uuid4().hex,
        "Content-Type": FORM,
    }
    return (await stand.http.post("/files", content=made, headers=headers)).status_code


async def asks_health(stand: Stand) -> int:
    return (await stand.ask("GET", "/health"))[0]


async def logs_in(stand: Stand) -> int:
    """As much work as a right password: nobody can tell whether there is such an account."""
    body = {"username": f"u{uuid4().hex[:10]}", "password": "no such password", "totp": "000000"}
    return (await stand.ask("POST", "/staff/login", body=body))[0]


async def sends_a_small_photo(stand: Stand) -> int:
    return await sends(stand, "owner1", form(photo()))


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
    begun, over = asyncio.Event(), asyncio.Event()

    async def goes_on() -> None:
        while not over.is_set():
            told.append(await attack())
            begun.set()

    senders = [asyncio.create_task(goes_on()) for _ in range(at_once)]
    try:
        await begun.wait()
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


KINDS = (
    ("PNG of 20 megapixels", (5000, 4000, "PNG"), {201, 503, 429}),
    ("PNG of 40 megapixels", (8000, 5000, "PNG"), {422, 503, 429}),
    ("JPEG of 48 megapixels", (8064, 6048, "JPEG"), {201, 503, 429}),
)


async def test_pictures_without_end_stop_nobody(
    stand: Stand, figure: Callable[[str], None]
) -> None:
    """Sixteen at once by an owner, and uploads by a log-in without a home, of which its day's share
    is kept. One kind of picture and a few senders are the usual size."""
    stand.env["RATE_LIMIT_SCALE"] = SCALE_OF_LIMITS
    await stand.serve()
    await medians(stand)
    idle, many = await medians(stand), rounds(16, least=4)
    for name, made, wanted in KINDS[: rounds(len(KINDS), least=1)]:
        content = form(picture(*made))
        loaded, told = await under(stand, lambda data=content: sends(stand, "owner2", data), many)  # type: ignore[misc]
        assert set(told) <= wanted, (name, set(told))
        told_of(f"{many} {name}", idle, loaded, figure)
    content = form(picture(*((4000, 3000) if FULL else (400, 300)), "JPEG"))
    loaded, told = await under(stand, lambda: sends(stand, "stranger", content), 8)
    while len(told) < rounds(600, 30):
        told += await asyncio.gather(*(sends(stand, "stranger", content) for _ in range(8)))
    kept = await stand.sql(
        "SELECT count(*) FROM file WHERE owner_id = $1", stand.roll.people["stranger"].person_id
    )
    assert set(told) <= {201, 429, 503} and kept[0][0] <= VISITOR.files + 10
    told_of(f"{len(told)} uploads, {kept[0][0]} kept", idle, loaded, figure)
