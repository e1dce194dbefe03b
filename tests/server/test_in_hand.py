"""Who sends on above a limit is answered late, and one sender's uploads wait for each other."""

import asyncio

import pytest

from rules.refusals.asking import TemporarilyUnavailable
from server import limits
from server.limits import AT_ONCE, WAITING, InHand, Lateness


async def settle() -> None:
    """Whoever can go on has gone on."""
    for _ in range(5):
        await asyncio.sleep(0)


async def test_uploads_of_one_sender_wait_for_each_other_and_for_nobody_else(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(limits, "LATE_SECONDS", 0)
    uploads, gate, begun = InHand(), asyncio.Event(), list[str]()

    async def sends(name: str) -> None:
        async with uploads.turn(name):
            begun.append(name)
            await gate.wait()

    many = [asyncio.ensure_future(sends("a")) for _ in range(AT_ONCE + WAITING)]
    await settle()
    assert begun == ["a"] * AT_ONCE
    with pytest.raises(TemporarilyUnavailable):
        await sends("a")
    other = asyncio.ensure_future(sends("b"))
    await settle()
    assert begun[-1] == "b"
    many[-1].cancel()
    gate.set()
    await asyncio.gather(*many, other, return_exceptions=True)
    assert begun.count("a") == AT_ONCE + WAITING - 1
    await sends("a")


async def test_nobody_waits_for_the_turn_too_long(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "TURN_SECONDS", 0.01)
    uploads, gate = InHand(), asyncio.Event()

    async def sends() -> None:
        async with uploads.turn("a"):
            await gate.wait()

    held = [asyncio.ensure_future(sends()) for _ in range(AT_ONCE)]
    await settle()
    with pytest.raises(TemporarilyUnavailable):
        await sends()
    gate.set()
    await asyncio.gather(*held)


async def test_few_refusals_are_held_back_at_a_time(monkeypatch: pytest.MonkeyPatch) -> None:
    """A connection that waits costs memory: beyond so many a refusal goes out at once."""
    monkeypatch.setattr(limits, "LATE_SECONDS", 60)
    monkeypatch.setattr(limits, "MOST_LATE", 1)
    lateness = Lateness()
    first = asyncio.ensure_future(lateness.hold())
    await settle()
    await lateness.hold()
    assert not first.done()
    first.cancel()
    await asyncio.gather(first, return_exceptions=True)
    second = asyncio.ensure_future(lateness.hold())
    await settle()
    assert not second.done()
    second.cancel()
