"""An owner says that the notice does not hang in a lobby. R7.2."""

from uuid import uuid4

from tests.handlers.objecting import done, post, refused, see
from tests.handlers.test_notices import board_of
from tests.journey import Journey
from tests.world import City


async def test_it_is_told_to_who_hangs_it_and_waits_for_the_centre(city: City) -> None:
    """Looked into: the photo goes back and the period has not run; or it hangs, and is answered."""
    trip = await Journey.at(city, "noticed")
    first, _ = (await board_of(city, trip))["items"]
    path = f"/cases/{trip.id}/lobbies/{first['unit_id']}/reports"
    assert (await post(city, "owner5", path, {"note": "二楼说门厅里什么都没有"}))[0] == 204
    await city.due()
    for who, words in (("manager", "请立即到现场查看"), ("clerk", "待核实")):
        _, inbox = await see(city, who, "/inbox")
        assert any(words in item["text"] for item in inbox["items"]), who
    _, desk = await see(city, "clerk", "/desk?kind=lobby_report")
    assert len(desk["items"]) == 1 and desk["items"][0]["entered_by_name"] == ""
    _, listed = await see(city, "clerk", f"/cases/{trip.id}/lobby-reports?waiting=true")
    (one,) = listed["items"]
    assert (one["place"], one["note"], one["mine"]) == ("1栋1单元", "二楼说门厅里什么都没有", False)
    assert city.last is not None and str(city.roll.people["owner5"].person_id) not in city.last.text
    for who, sees in (("owner5", 1), ("owner6", 0)):
        _, listed = await see(city, who, f"/cases/{trip.id}/lobby-reports")
        assert len(listed["items"]) == sees, who
    why = {"reason": "到场查看，没有张贴"}
    await done(city, "clerk", f"/cases/{trip.id}/lobbies/{first['unit_id']}/refusal", why)
    assert (await trip.look())["state"] == "posting"
    _, listed = await see(city, "owner5", f"/cases/{trip.id}/lobby-reports")
    assert listed["items"][0]["answer"] == "已退回张贴影像：到场查看，没有张贴"
    assert (await see(city, "clerk", "/desk?kind=lobby_report"))[1]["items"] == []
    answer = f"/lobby-reports/{one['id']}/reply"
    assert await refused(city, "clerk", answer, {"text": "张贴着"}) == "409 EntryNotOpen"


async def test_how_often_and_by_whom(city: City) -> None:
    """One that waits at a time, three of a notice in all; owners of the scope, of what hangs."""
    trip = await Journey.at(city, "posting")
    first, second = (await board_of(city, trip))["items"]
    paths = [f"/cases/{trip.id}/lobbies/{one['unit_id']}/reports" for one in (first, second)]
    assert await refused(city, "owner5", paths[0], {}) == "409 NotAllowedNow", "nothing hangs yet"
    await trip.post()
    for who, code in (
        ("elsewhere", "403 NotYourScope"),
        ("manager", "403 NotAllowed"),
        ("stranger", "403 HomeNotBound"),
        ("clerk", "403 NotAllowed"),
    ):
        assert await refused(city, who, paths[0], {}) == code, who
    nowhere = f"/cases/{trip.id}/lobbies/{uuid4()}/reports"
    assert await refused(city, "owner5", nowhere, {}) == "404 LobbyUnknown"
    gone = f"/cases/{uuid4()}/lobbies/{uuid4()}/reports"
    assert await refused(city, "owner5", gone, {}) == "404 CaseNotFound"
    assert await refused(city, "clerk", f"/lobby-reports/{uuid4()}/reply", {"text": "是"}) == (
        "404 NotFound"
    )
    for path in (paths[0], paths[1], paths[0]):
        assert (await post(city, "owner5", path, {}))[0] == 204
        assert await refused(city, "owner5", path, {}) == "409 AlreadyReported"
        _, listed = await see(city, "clerk", f"/cases/{trip.id}/lobby-reports?waiting=true")
        answer = f"/lobby-reports/{listed['items'][0]['id']}/reply"
        assert await refused(city, "clerk", answer, {"text": " "}) == "422 ReasonMissing"
        assert (await post(city, "clerk", answer, {"text": "到场查看，张贴着"}))[0] == 204
    assert await refused(city, "owner5", paths[1], {}) == "409 AlreadyReported"
    assert (await see(city, "elsewhere", f"/cases/{trip.id}/lobby-reports"))[0] == 404
