"""What a manager has to hang up, over all cases: wanted, posted, sent back, paused. R7.2."""

from typing import Any

from tests.handlers.objecting import see
from tests.handlers.test_notices import board_of, prove
from tests.journey import Journey, photo
from tests.world import City


async def postings(city: City, query: str = "", who: str = "manager") -> list[dict[str, Any]]:
    """The list of this manager."""
    status, body = await see(city, who, f"/me/postings{query}")
    assert status == 200, body
    return list(body["items"])


async def said(city: City) -> list[tuple[str, str, bool]]:
    """Unit, how it stands, and whether a photo is taken now."""
    return [(one["place"], one["posting"], one["can_post"]) for one in await postings(city)]


async def test_every_lobby_that_waits_is_there(city: City) -> None:
    trip = await Journey.at(city, "planned")
    assert await postings(city) == []
    await trip.publish()
    first, second = await postings(city)
    assert (first["place"], second["place"]) == ("1栋1单元", "1栋2单元")
    assert (first["posting"], first["can_post"], first["paused"]) == ("wanted", True, False)
    assert first["evidence_url"].endswith(f"/e/{first['token']}")
    assert first["due"]["kind"] == "lapse" and first["since_at"]
    _, page = await see(city, "manager", "/me/postings?limit=1")
    _, rest = await see(city, "manager", f"/me/postings?limit=1&after={page['next']}")
    assert [one["unit_id"] for one in page["items"] + rest["items"]] == [
        first["unit_id"],
        second["unit_id"],
    ]
    assert await postings(city, who="other_manager") == []


async def test_a_photo_sent_back_says_why_and_is_wanted_again(city: City) -> None:
    """R7.2: also after the period had begun; the other lobby stays posted."""
    trip = await Journey.at(city, "noticed")
    assert [one["posting"] for one in await postings(city)] == ["posted", "posted"]
    assert await postings(city, "?wanted=true") == []
    unit = (await postings(city))[0]["unit_id"]
    await trip.do("clerk", f"/lobbies/{unit}/refusal", {"reason": "看不清"})
    (back,) = await postings(city, "?wanted=true")
    assert (back["unit_id"], back["posting"], back["reason"]) == (unit, "refused", "看不清")
    assert back["can_post"] and back["refused_at"] == back["since_at"]
    assert {one["posting"] for one in await postings(city)} == {"refused", "posted"}


async def test_what_is_missing_stays_in_the_list_while_paused(city: City) -> None:
    """R7.5: an objection before all is posted stops the case, not the posters."""
    trip = await Journey.at(city, "posting")
    await prove(city, (await board_of(city, trip))["items"][0], photo(1))
    await trip.do("owner5", "/objections", {"text": "费用过高"})
    (left,) = await postings(city, "?wanted=true")
    assert (left["state"], left["paused"], left["can_post"]) == ("paused", True, True)


async def test_a_case_that_is_over_asks_for_nothing(city: City) -> None:
    trip = await Journey.at(city, "posting")
    await trip.do("owner1", "/withdrawal", {"reason": "先维修"})
    assert await postings(city) == []
