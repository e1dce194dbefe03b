"""Many people at the same homes' money at once: each thing happens once. R3.2, R3.4."""

import asyncio
from typing import Any

from models.base import sql
from tests.handlers.collecting.desk import NEVER, POOR, RICH_FEN, UNSOLD, Desk, nothing_amiss
from tests.handlers.collecting.test_money import funds_of
from tests.handlers.collecting.test_receipts import parts
from tests.world import City


async def asked(desk: Desk, who: str, path: str, body: Any = None) -> tuple[int, str]:
    """Status and code of a write, whatever comes of it."""
    status, answer = await desk.city.call("POST", path, await desk.city.staff(who), body)
    return status, answer.get("code", "")


async def test_confirmed_by_two_at_once_is_posted_once(city: City) -> None:
    desk = await Desk.opened(city)
    made = [await desk.enter(NEVER, 100), await desk.enter(UNSOLD, 200)]
    told = {"receipt_ids": [one["receipt_id"] for one in made]}
    path = f"/cases/{desk.trip.id}/receipts/confirmation"
    answers = await asyncio.gather(
        *(asked(desk, who, path, told) for who in ("finance", "finance2", "reviewer"))
    )
    assert sorted(status for status, _ in answers) == [200, 409, 409]
    assert (await desk.list())["gathered_fen"] == 300
    await nothing_amiss()


async def test_the_last_fen_is_owed_once(city: City) -> None:
    """Two clerks enter the same home's whole part in one instant."""
    desk = await Desk.opened(city)
    left = (await desk.part(NEVER))["left_fen"]
    path = f"/cases/{desk.trip.id}/receipts"
    answers = await asyncio.gather(
        *(asked(desk, who, path, desk.receipt(NEVER, left)) for who in ("clerk", "clerk2"))
    )
    assert sorted(answers) == [(201, ""), (422, "TooMuch")]


async def test_a_refund_is_paid_once(city: City) -> None:
    desk = await Desk.opened(city)
    await desk.pays(NEVER, 500)
    await desk.trip.do("owner1", "/withdrawal", {"reason": "改期再办"})
    body = desk.refund(NEVER, 500)
    del body["method"]
    path = f"/cases/{desk.trip.id}/refunds"
    both = await asyncio.gather(
        asked(desk, "clerk", path, body), asked(desk, "clerk2", path, body | {"voucher": "Z"})
    )
    assert sorted(both) == [(201, ""), (422, "TooMuch")]
    made = (await desk.trip.do("clerk", "/refunds", method="GET"))["items"][0]
    path = f"/cases/{desk.trip.id}/refunds/{made['refund_id']}/confirmation"
    answers = await asyncio.gather(
        *(asked(desk, who, path) for who in ("finance", "finance2", "reviewer"))
    )
    assert sorted(status for status, _ in answers) == [200, 409, 409]
    await nothing_amiss()


async def test_a_payout_while_the_same_funds_move(city: City) -> None:
    """Top-ups and uses of the very homes that pay: nobody waits in a circle, nothing is lost."""
    desk = await Desk.opened(city, "collecting")
    await desk.settle()
    await desk.trip.contract()
    await desk.trip.payout()
    await desk.trip.prepare()
    rooms = [room for room in city.roll.here.homes if room not in (POOR, NEVER, UNSOLD)]
    batches = [
        await desk.till.enter(kind, dict.fromkeys(order, 1_000))
        for kind in ("topup", "use")
        for order in (rooms, rooms[::-1], rooms[3:], rooms[:4])
    ]
    paths = [(f"/fund-batches/{one['id']}/confirmation", "finance") for one in batches]
    paths.insert(4, (f"/cases/{desk.trip.id}/payout/approval", "finance2"))
    answers = await asyncio.gather(*(asked(desk, who, path) for path, who in paths))
    assert all(status < 300 for status, _ in answers), answers
    wanted = parts(city)
    for room in rooms:
        assert (await funds_of(desk))[room] == (RICH_FEN - wanted[room], 0)
    paid = await sql("SELECT count(*) AS n FROM ledger_journal WHERE kind = 'fund_payout'")
    assert paid[0]["n"] == 5
    await nothing_amiss()
