"""Banks compete for a deposit: sealed until it closes, awarded by two, kept on record. R4.1."""

from datetime import timedelta
from typing import Any

from models.base import sql
from tests.handlers.objecting import done, refused, see
from tests.world import City

WHY = {"reason": "最高报价的银行未通过评级"}


async def announced(city: City, **changes: Any) -> str:
    body = {
        "title": "2025年第三季度闲置资金",
        "amount_fen": 500_000_000,
        "tenor": "1y",
        "closes_at": (city.clock() + timedelta(days=3)).isoformat(),
        "requirements": "监管评级二级以上",
    }
    made = await done(city, "finance", "/placement-rounds", body | changes)
    return f"/placement-rounds/{made['id']}"


def offer(city: City, bank: str, rate_e4: int) -> dict[str, Any]:
    return {"bank": bank, "rate_e4": rate_e4, "received_at": city.clock().isoformat()}


async def offered(city: City, path: str, bank: str, rate_e4: int) -> str:
    made = await done(city, "finance", f"{path}/offers", offer(city, bank, rate_e4))
    return str(made["id"])


async def closed(city: City) -> tuple[str, dict[str, str]]:
    """A round with three offers, closed."""
    path = await announced(city)
    offers = {
        bank: await offered(city, path, bank, rate)
        for bank, rate in (("甲银行", 17_500), ("乙银行", 19_500), ("丙银行", 18_000))
    }
    city.clock.advance(days=4)
    return path, offers


async def test_nobody_reads_an_offer_before_the_round_closes(city: City) -> None:
    path = await announced(city)
    made = await done(city, "finance", f"{path}/offers", offer(city, "甲银行", 17_531))
    assert made["rate_e4"] is None
    for who in ("finance", "finance2", "reviewer", "auditor"):
        _, body = await see(city, who, path)
        assert body["round"]["state"] == "collecting"
        assert [one["rate_e4"] for one in body["offers"]] == [None]
    logged = await sql("SELECT body::text AS body FROM log_event WHERE kind = 'OfferRecorded'")
    assert "17531" not in logged[0]["body"].replace(",", "")
    city.clock.advance(days=4)
    _, body = await see(city, "auditor", path)
    assert body["round"]["state"] == "closed"
    assert [one["rate_e4"] for one in body["offers"]] == [17_531]


async def test_offers_come_in_time_once_per_bank(city: City) -> None:
    path = await announced(city)
    early = offer(city, "甲银行", 1) | {
        "received_at": (city.clock() - timedelta(days=1)).isoformat()
    }
    assert await refused(city, "finance", f"{path}/offers", early) == "409 OfferRefused"
    first = await offered(city, path, "甲银行", 17_000)
    again = offer(city, "甲银行", 18_000)
    assert await refused(city, "finance", f"{path}/offers", again) == "409 OfferRefused"
    gone = await done(city, "finance", f"/placement-offers/{first}/withdrawal")
    assert gone["withdrawn_at"] is not None
    assert await refused(city, "finance", f"/placement-offers/{first}/withdrawal") == (
        "409 OfferRefused"
    )
    second = await offered(city, path, "甲银行", 18_000)
    city.clock.advance(days=4)
    late = offer(city, "乙银行", 19_000)
    assert await refused(city, "finance", f"{path}/offers", late) == "409 RoundClosed"
    assert await refused(city, "finance", f"/placement-offers/{second}/withdrawal") == (
        "409 RoundClosed"
    )
    taken = {"offer_id": first}
    assert await refused(city, "finance", f"{path}/award", taken) == "409 OfferRefused"
    nowhere = f"/placement-offers/{city.roll.bank}/withdrawal"
    assert await refused(city, "finance", nowhere) == "404 NotFound"


async def test_the_highest_offer_is_taken_or_a_reason_is_given(city: City) -> None:
    path, offers = await closed(city)
    lower = {"offer_id": offers["丙银行"]}
    assert await refused(city, "finance", f"{path}/award", lower) == "422 ReasonMissing"
    foreign = {"offer_id": str(city.roll.bank)}
    assert await refused(city, "finance", f"{path}/award", foreign) == "409 OfferRefused"
    made = await done(city, "finance", f"{path}/award", {"offer_id": offers["乙银行"]})
    assert made["round"]["state"] == "proposed"
    again = {"offer_id": offers["乙银行"]}
    assert await refused(city, "finance2", f"{path}/award", again) == "409 RoundClosed"


async def test_an_award_is_decided_by_somebody_else(city: City) -> None:
    path, offers = await closed(city)
    yes = {"approve": True}
    assert await refused(city, "finance2", f"{path}/decision", yes) == "409 EntryNotOpen"
    await done(city, "finance", f"{path}/award", {"offer_id": offers["丙银行"]} | WHY)
    assert await refused(city, "finance", f"{path}/decision", yes) == "403 SamePerson"
    no = {"approve": False, "reason": " "}
    assert await refused(city, "reviewer", f"{path}/decision", no) == "422 ReasonMissing"
    made = await done(city, "reviewer", f"{path}/decision", {"approve": False} | WHY)
    assert (made["round"]["state"], made["round"]["offer_id"]) == ("closed", None)
    await done(city, "finance", f"{path}/award", {"offer_id": offers["乙银行"]})
    made = await done(city, "reviewer", f"{path}/decision", yes)
    assert made["round"]["state"] == "awarded"
    assert await refused(city, "finance2", f"{path}/decision", yes) == "409 EntryNotOpen"
    assert await refused(city, "finance", f"{path}/cancellation", WHY) == "409 RoundClosed"


async def test_everybody_reads_who_offered_what_once_awarded(city: City) -> None:
    """R12.1: also the offers not taken, and why."""
    path, offers = await closed(city)
    assert (await city.must("GET", "/public/placement-rounds"))["items"] == []
    await done(city, "finance", f"{path}/award", {"offer_id": offers["丙银行"]} | WHY)
    await done(city, "finance2", f"{path}/decision", {"approve": True})
    _, page = await see(city, "stranger", "/public/placement-rounds")
    (one,) = page["items"]
    assert [(it["bank"], it["rate_e4"], it["awarded"]) for it in one["offers"]] == [
        ("乙银行", 19_500, False),
        ("丙银行", 18_000, True),
        ("甲银行", 17_500, False),
    ]
    assert one["reason"] == WHY["reason"] and one["number"].startswith("JYCF-2025-")


async def test_a_round_is_cancelled_with_a_reason_and_keeps_its_offers(city: City) -> None:
    path = await announced(city)
    await offered(city, path, "甲银行", 17_000)
    empty = {"reason": ""}
    assert await refused(city, "finance", f"{path}/cancellation", empty) == "422 ReasonMissing"
    made = await done(city, "finance", f"{path}/cancellation", WHY)
    assert made["round"]["state"] == "cancelled" and len(made["offers"]) == 1
    late = offer(city, "乙银行", 19_000)
    assert await refused(city, "finance", f"{path}/offers", late) == "409 RoundClosed"


async def test_rounds_end_in_the_future_and_are_listed_by_state(city: City) -> None:
    past = {
        "title": "一",
        "amount_fen": 1,
        "tenor": "1y",
        "closes_at": city.clock().isoformat(),
    }
    assert await refused(city, "finance", "/placement-rounds", past) == "422 WrongTerms"
    first = await announced(city)
    city.clock.advance(minutes=1)
    second = await announced(city)
    await done(city, "finance", f"{first}/cancellation", WHY)
    _, page = await see(city, "clerk", "/placement-rounds?limit=1")
    assert second.endswith(page["items"][0]["id"])
    _, rest = await see(city, "clerk", f"/placement-rounds?after={page['next']}")
    assert first.endswith(rest["items"][0]["id"])
    _, open_ones = await see(city, "clerk", "/placement-rounds?state=open")
    assert len(open_ones["items"]) == 1


async def test_no_round_of_that_id_and_no_cursor_from_elsewhere(city: City) -> None:
    path = f"/placement-rounds/{city.roll.bank}"
    assert (await see(city, "clerk", path))[0] == 404
    for what, body in (
        ("offers", offer(city, "甲银行", 1)),
        ("award", {"offer_id": str(city.roll.bank)}),
        ("decision", {"approve": True}),
        ("cancellation", WHY),
    ):
        assert await refused(city, "finance", f"{path}/{what}", body) == "404 NotFound"
    for one in ("/placement-rounds", "/public/placement-rounds"):
        status, body = await see(city, "finance", f"{one}?after=x")
        assert (status, body["code"]) == (400, "Malformed")
