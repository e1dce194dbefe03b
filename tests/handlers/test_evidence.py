"""What proves that a notice hangs: the lobby's own code, else somebody's look. R7.2."""

from io import BytesIO
from typing import Any

from PIL import Image

from handlers.notices.lobbies import read_codes
from tests.handlers.objecting import done, refused, see
from tests.handlers.test_notices import board_of, prove, upload
from tests.handlers.test_postings import postings
from tests.journey import Journey, photo, photo_of
from tests.world import City


def black(side: int) -> bytes:
    """A picture of nothing."""
    made = BytesIO()
    Image.new("RGB", (side, side)).save(made, "JPEG")
    return made.getvalue()


async def evidence(city: City, trip: Journey, query: str = "") -> list[dict[str, Any]]:
    """The photos as a clerk sees them."""
    _, listed = await see(city, "clerk", f"/cases/{trip.id}/evidence{query}")
    return list(listed["items"])


async def test_two_black_pictures_start_nothing(city: City) -> None:
    """The period needs a code that was read, or a clerk's look at each."""
    trip = await Journey.at(city, "posting")
    for lobby in (await board_of(city, trip))["items"]:
        taken = await prove(city, lobby, black(32))
        assert (taken["state"], taken["posted"], taken["ends_at"]) == ("posting", 0, None)
    waits = {one["waits_for"] for one in await evidence(city, trip)}
    assert waits == {"small", "sent_before"}
    assert (await trip.look())["state"] == "posting"
    board = await board_of(city, trip)
    assert [one["waits_for"] for one in board["items"]] == ["small", "sent_before"]
    assert [one["posting"] for one in await postings(city)] == ["waiting", "waiting"]
    assert await postings(city, "?wanted=true") == []


async def test_it_stands_on_the_desk_until_somebody_looked(city: City) -> None:
    """Accepted: it runs from the day of the photo; refused: wanted again, with the reason."""
    trip = await Journey.at(city, "posting")
    first, second = (await board_of(city, trip))["items"]
    one = (await prove(city, first, black(700)))["evidence"]
    assert (one["waits_for"], one["accepted_at"]) == ("no_code", None)
    await prove(city, second)
    city.clock.advance(days=2)
    _, desk = await see(city, "clerk", "/desk?kind=photo")
    assert [row["id"] for row in desk["items"]] == [one["id"]]
    await city.due()
    _, inbox = await see(city, "clerk", "/inbox")
    assert any("有张贴照片待核看" in item["text"] for item in inbox["items"])
    path, which = f"/cases/{trip.id}/lobbies/{first['unit_id']}", {"evidence_id": one["id"]}
    for who in ("manager", "owner1", "street", "finance"):
        assert await refused(city, who, f"{path}/acceptance", which) == "403 NotAllowed", who
    assert await refused(city, "clerk", f"{path}/refusal", {"reason": ""}) == "400 Malformed"
    nowhere = f"/cases/{trip.id}/lobbies/{one['id']}/acceptance"
    assert await refused(city, "clerk", nowhere, which) == "404 LobbyUnknown"
    await done(city, "clerk", f"{path}/refusal", {"reason": "看不见海报"})
    (back,) = await postings(city, "?wanted=true")
    assert (back["posting"], back["reason"]) == ("refused", "看不见海报")
    assert await refused(city, "clerk", f"{path}/acceptance", which) == "409 NotAllowedNow"
    two = (await prove(city, first, black(701)))["evidence"]
    assert await refused(city, "clerk", f"{path}/acceptance", which) == "409 NotAllowedNow"
    city.clock.advance(days=1)
    board = await done(city, "clerk", f"{path}/acceptance", {"evidence_id": two["id"]})
    assert board["posted"] == 2
    seen = await trip.look()
    assert (seen["state"], seen["notice"]["from_on"]) == ("noticed", "2025-09-17")
    assert (await see(city, "clerk", "/desk?kind=photo"))[1]["items"] == []


async def test_a_refused_photo_sent_again_waits_though_it_shows_the_code(city: City) -> None:
    trip = await Journey.at(city, "posting")
    first, _ = (await board_of(city, trip))["items"]
    shot = photo_of(first["evidence_url"])
    assert (await prove(city, first, shot))["posted"] == 1
    path = f"/cases/{trip.id}/lobbies/{first['unit_id']}/refusal"
    await done(city, "clerk", path, {"reason": "海报已被撕下"})
    again = await prove(city, first, shot)
    assert (again["evidence"]["waits_for"], again["posted"]) == ("sent_before", 0)
    assert (await prove(city, first))["posted"] == 1


async def test_others_may_hang_it_too(city: City) -> None:
    """R7.2: committee, applicant, street and clerk; not an owner who only sees the case, nor the
    street of another community."""
    trip = await Journey.at(city, "posting")
    first, second = (await board_of(city, trip))["items"]
    path = f"/lobbies/{first['token']}/evidence"
    for who in ("owner5", "other_street", "elsewhere", "other_manager"):
        status, body = await upload(city, path, photo_of(first["evidence_url"]), who)
        assert (status, body["code"]) == (404, "LobbyUnknown"), who
    for who in ("owner1", "committee", "street"):
        status, _ = await upload(city, path, photo(3), who)
        assert status == 201, who
    status, _ = await upload(city, path, photo_of(first["evidence_url"]), "clerk2")
    assert status == 201
    status, taken = await upload(
        city, f"/lobbies/{second['token']}/evidence", photo_of(second["evidence_url"]), "street"
    )
    assert (status, taken["state"]) == (201, "noticed")


async def test_who_sent_a_photo_does_not_accept_it(city: City) -> None:
    """R1.2: a clerk who hangs a notice is looked after like everybody else."""
    trip = await Journey.at(city, "posting")
    first, _ = (await board_of(city, trip))["items"]
    _, sent = await upload(city, f"/lobbies/{first['token']}/evidence", photo(5), "clerk2")
    path = f"/cases/{trip.id}/lobbies/{first['unit_id']}/acceptance"
    which = {"evidence_id": sent["evidence"]["id"]}
    _, desk = await see(city, "clerk2", "/desk?kind=photo")
    assert desk["items"] == []
    assert await refused(city, "clerk2", path, which) == "403 SamePerson"
    assert (await done(city, "reviewer", path, which))["posted"] == 1


async def test_a_one_time_code_in_the_picture_says_that_it_is_of_now(city: City) -> None:
    """Shown to one sender, for half an hour; afterwards the picture proves nothing."""
    trip = await Journey.at(city, "posting")
    first, _ = (await board_of(city, trip))["items"]
    _, task = await see(city, "manager", f"/lobbies/{first['token']}")
    _, other = await see(city, "street", f"/lobbies/{first['token']}")
    assert other["one_time_code"] != task["one_time_code"]
    assert task["code_url"] == f"{first['evidence_url']}?c={task['one_time_code']}"
    city.clock.advance(minutes=20)
    taken = (await prove(city, first, photo_of(task["code_url"])))["evidence"]
    assert taken["fresh"] and taken["code_seen"] == "match" and taken["accepted_at"]
    city.clock.advance(hours=2)
    late = (await prove(city, first, photo_of(task["code_url"], 9)))["evidence"]
    assert (late["fresh"], late["code_seen"], late["waits_for"]) == (False, "none", "no_code")
    assert len(late["one_time_code"]) == 6, "for whoever looks at a code written by hand"


def test_which_codes_prove_what() -> None:
    mine, once = "https://x/e/mine", {"ABC234"}
    for codes, seen, fresh in (
        ((), "none", False),
        (("https://x/q/notice",), "none", False),
        (("https://x/q/older",), "other", False),
        ((mine,), "match", False),
        ((f"{mine}?c=ABC234",), "match", True),
        ((f"{mine}?c=OLD234",), "none", False),
        (("https://x/e/theirs",), "other", False),
        (("https://x/e/theirs?c=ABC234", mine), "match", False),
        (("weixin://pay", "mine"), "none", False),
    ):
        assert read_codes(codes, "mine", "notice", once) == (seen, fresh), codes
