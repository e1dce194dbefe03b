"""A photo near the last day shows that a notice still hangs; which are missing is told. R7.2."""

from tests.handlers.objecting import see
from tests.handlers.test_notices import board_of, upload
from tests.journey import Journey, photo, photo_of
from tests.world import City


async def test_it_is_asked_for_recorded_and_missed(city: City) -> None:
    trip = await Journey.at(city, "noticed")
    first, second = (await board_of(city, trip))["items"]
    path = f"/lobbies/{first['token']}/last-photo"
    status, said = await upload(city, path, photo_of(first["evidence_url"], 9))
    assert (status, said["code"]) == (409, "NotAllowedNow"), "too early to show anything"
    left = trip.ends_at() - city.clock()
    city.clock.advance(seconds=left.total_seconds() - 3600)
    for _ in range(2):
        await city.due()
    _, inbox = await see(city, "manager", "/inbox")
    asked = [item for item in inbox["items"] if item["title"] == "请上传期末张贴照片"]
    assert len(asked) == 1 and "至2025年9月22日24时止" in asked[0]["text"]
    status, said = await upload(city, path, photo_of(second["evidence_url"], 9))
    assert (status, said["code"]) == (422, "PhotoOfOther")
    for who in ("owner5", "other_manager"):
        status, said = await upload(city, path, photo_of(first["evidence_url"], 9), who)
        assert (status, said["code"]) == (404, "LobbyUnknown"), who
    status, taken = await upload(city, path, photo_of(first["evidence_url"], 9))
    assert status == 201 and taken["evidence"]["near_end"] and taken["state"] == "noticed"
    other = f"/lobbies/{second['token']}/last-photo"
    status, taken = await upload(city, other, photo(9))
    assert status == 201 and taken["evidence"]["code_seen"] == "none"
    board = await board_of(city, trip)
    assert [one["hung_at"] is not None for one in board["items"]] == [True, False]
    assert [one["posted_at"] is not None for one in board["items"]] == [True, True]
    assert (await see(city, "clerk", "/desk?kind=photo"))[1]["items"] == []
    assert (await trip.look())["notice"]["unshown"] == 1
    await trip.wait()
    assert (trip.body["state"], trip.body["notice"]["unshown"]) == ("cleared", 1)
    _, inbox = await see(city, "clerk", "/inbox")
    assert any("有1个单元没有期末张贴照片" in item["text"] for item in inbox["items"])
    for code in (path, f"/lobbies/{'A' * 24}/last-photo"):
        status, said = await upload(city, code, photo_of(first["evidence_url"], 8))
        assert status in {404, 409}, said
    for content, refusal in (
        (b"GIF89a" + bytes(50), "PhotoKindNotTaken"),
        (photo()[:-30], "PhotoUnreadable"),
        (b"\xff\xd8\xff" + bytes(11 * 1024 * 1024), "PhotoTooLarge"),
    ):
        status, said = await upload(city, path, content)
        assert (status, said["code"]) == (422, refusal)
