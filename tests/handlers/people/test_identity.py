"""A claim becomes a binding by the roll's phone, by the face, or by papers; one login. R2.5."""

from typing import Any

import pytest

from models.base import one, sql
from tests.handlers.objecting import noticed, objects, post, refused, see
from tests.handlers.people.proving import begun, control, faced
from tests.handlers.people.test_bindings import identity, unbound
from tests.server.test_security import logged
from tests.world import City


async def binds(city: City, who: str, sent: dict[str, Any], path: str = "/bindings") -> str:
    """What came of it: how it was proved, or the refusal."""
    status, body = await post(city, who, path, sent)
    return str(body["how"]) if status == 201 else str(body["code"])


async def titles(city: City, who: str) -> list[str]:
    return [one["title"] for one in (await see(city, who, "/inbox"))[1]["items"]]


async def test_the_rolls_phone_makes_a_binding(city: City) -> None:
    """Name, number and home from anybody else's phone are a claim and no more."""
    owner = await unbound(city)
    assert await binds(city, "stranger", identity(owner)) == "IdentityMismatch"
    await sql("UPDATE person SET phone_cipher = NULL WHERE id = $1", owner.person_id)
    assert await binds(city, "owner2", identity(owner)) == "IdentityMismatch"
    phone = {"openid": owner.openid, "phone": owner.named.phone}
    made = await control(city, "/phone_codes", **phone)
    await city.must("POST", "/me/phone", await city.login("owner2"), {"code": made["code"]})
    assert await binds(city, "owner2", identity(owner)) == "phone"


async def test_the_face_makes_a_binding_once(city: City) -> None:
    """Whatever the phone: WeChat says whose face it is, and says so for one binding."""
    owner = await unbound(city)
    sent = await faced(city, "stranger", owner)
    assert await binds(city, "stranger", sent) == "face"
    other = await unbound(city, "owner4")
    assert await binds(city, "stranger", sent) == "FaceNotVerified"
    assert await binds(city, "stranger", identity(other) | sent) == "FaceNotVerified"


@pytest.mark.parametrize(
    ("shown", "code"),
    [
        ({"verify_ret": 90004}, "FaceNotVerified"),
        ({"verify_ret": 10003}, "FaceNotVerified"),
        ({"openid": "oSomebodyElse"}, "FaceNotVerified"),
    ],
    ids=["cancelled", "another face", "another phone"],
)
async def test_no_other_face_makes_one(city: City, shown: dict[str, Any], code: str) -> None:
    owner = await unbound(city)
    sent = await faced(city, "stranger", owner, **shown)
    assert await binds(city, "stranger", sent) == code
    assert (await see(city, "stranger", "/bindings"))[1]["items"] == []


async def test_a_face_check_is_ones_own_and_in_time(city: City) -> None:
    """Neither another login's, nor for other papers, nor late, nor one that was never shown."""
    owner = await unbound(city)
    await unbound(city, "owner4")
    sent = await faced(city, "stranger", owner)
    assert await binds(city, "owner4", sent) == "FaceNotVerified"
    papers = {"name": city.roll.people["owner4"].name}
    assert await binds(city, "stranger", sent | papers) == "FaceNotVerified"
    made = await begun(city, "stranger", owner)
    never = identity(owner) | {"face_check_id": made["face_check_id"]}
    assert await binds(city, "stranger", never) == "FaceNotVerified"
    city.clock.advance(hours=1, seconds=1)
    assert await binds(city, "stranger", sent) == "FaceNotVerified"


async def test_faces_are_bounded_and_residents(city: City) -> None:
    """R2.8: five a day; no passport; WeChat away is not the person's fault."""
    owner = await unbound(city)
    for _ in range(5):
        await begun(city, "stranger", owner)
    papers = {"name": owner.name, "id_number": owner.id_number}
    assert await refused(city, "stranger", "/face-checks", papers) == "429 TooManyAttempts"
    body = {"name": "示例", "id_number": "PASSPORT1"}
    assert await refused(city, "owner4", "/face-checks", body) == "422 FaceNotVerified"
    for path in ("getverifyid", "queryverifyinfo"):
        order = {"path": f"/cityservice/face/identify/{path}", "fault": "http502", "times": 9}
        await control(city, "/faults", **order)
    assert await refused(city, "owner4", "/face-checks", papers) == "503 WechatUnavailable"
    row = await one("SELECT id FROM face_check WHERE person_id = $1 LIMIT 1", _id(city, "stranger"))
    assert row is not None
    sent = identity(owner) | {"face_check_id": str(row["id"])}
    for path in ("/bindings", "/login-changes"):
        assert await binds(city, "stranger", sent, path) == "WechatUnavailable"


def _id(city: City, who: str) -> Any:
    return city.roll.people[who].person_id


async def test_the_roll_is_not_asked_by_guessing(city: City) -> None:
    """R2.8: the right answer from a phone that is not the roll's is refused as a wrong one is."""
    owner = await unbound(city)
    answers = []
    for sent in (identity(owner), identity(owner, name="某人")):
        status, body = await post(city, "stranger", "/bindings", sent)
        body.pop("request_id")
        answers.append((status, body))
    assert answers[0] == answers[1]


async def test_waits_grow_and_the_counter_helps_in_the_end(city: City) -> None:
    """R2.8: per login, for good; the owner's own login gets in meanwhile."""
    owner = await unbound(city)
    wrong, waits = identity(owner, name="某人"), []
    for _ in range(30):
        assert await binds(city, "stranger", wrong) == "IdentityMismatch"
        status, _ = await post(city, "stranger", "/bindings", wrong)
        if status == 429:
            assert city.last is not None
            waits.append(int(city.last.headers["Retry-After"]))
            city.clock.advance(seconds=waits[-1])
        if len(waits) + 6 > 30:
            break
    assert waits[:6] == sorted(waits[:6]) and waits[0] <= 61 and waits[5] > 80_000
    for _ in range(40):
        city.clock.advance(days=2)
        if await binds(city, "stranger", wrong) == "TooManyAttempts":
            break
    city.clock.advance(days=900)
    for path in ("/bindings", "/login-changes"):
        assert await binds(city, "stranger", wrong, path) == "TooManyAttempts"
    found = await logged(city, "kind=lockout")
    assert {one["operation"] for one in found} >= {"bind_home", "ask_login_change"}
    assert await binds(city, "owner2", identity(owner)) == "phone"


async def test_one_login_is_one_natural_person(city: City) -> None:
    """R2.5: and may be the right one later, when the wrong one was given up."""
    neighbour = await unbound(city, "owner2")
    sent = await faced(city, "owner4", neighbour)
    assert await binds(city, "owner4", sent) == "IdentityMismatch"
    binding = (await see(city, "owner4", "/bindings"))[1]["items"][0]["binding_id"]
    status, _ = await city.call("DELETE", f"/bindings/{binding}", await city.login("owner4"))
    assert status == 204
    assert await binds(city, "owner4", await faced(city, "owner4", neighbour)) == "face"


async def test_a_second_login_waits_and_the_first_is_told(city: City) -> None:
    """R1.3, R2.5: by the face alone; after the wait it takes all homes of the owner."""
    owner = city.roll.people["owner1"]
    assert await binds(city, "stranger", identity(owner)) == "IdentityMismatch"
    sent = await faced(city, "stranger", owner)
    assert await binds(city, "stranger", sent) == "LoginElsewhere"
    sent = await faced(city, "stranger", owner)
    status, made = await post(city, "stranger", "/login-changes", sent)
    assert (status, made["state"], made["mine"]) == (201, "waiting", True)
    assert "有人申请更换您的微信" in await titles(city, "owner1")
    [seen] = (await see(city, "owner1", "/login-changes"))[1]["items"]
    assert (seen["id"], seen["mine"], "*" in seen["owner"]) == (made["id"], False, True)
    assert (await see(city, "owner8", "/login-changes"))[1]["items"] == []
    city.clock.advance(hours=23, minutes=59)
    await city.due()
    assert (await see(city, "owner1", "/me"))[1]["roles"] == ["owner", "person"]
    city.clock.advance(minutes=2)
    await city.due()
    assert (await see(city, "owner1", "/me"))[1]["roles"] == ["person"]
    mine = (await see(city, "stranger", "/bindings"))[1]["items"]
    assert {one["home"]["home_id"] for one in mine} == {str(home) for home in owner.homes}
    assert "您的绑定已终止" in await titles(city, "owner1")


async def changing(city: City) -> dict[str, Any]:
    """A change of owner1's login to the stranger's that waits."""
    sent = await faced(city, "stranger", city.roll.people["owner1"])
    made: dict[str, Any] = await city.must(
        "POST", "/login-changes", await city.login("stranger"), sent
    )
    return made


async def test_a_contest_stops_it_and_a_clerk_decides(city: City) -> None:
    """R2.5: contested in time it takes no effect by itself; two people may carry it out."""
    made = await changing(city)
    path = f"/login-changes/{made['id']}"
    [binding, *_] = (await see(city, "owner1", "/bindings"))[1]["items"]
    body = {"binding_id": binding["binding_id"], "login_change_id": made["id"], "reason": "已核实"}
    assert await refused(city, "clerk", "/binding-endings", body) == "409 ChangeNotOpen"
    assert await refused(city, "owner8", f"{path}/contest", {"reason": "x"}) == "404 NotFound"
    assert await refused(city, "stranger", f"{path}/contest", {"reason": "x"}) == "404 NotFound"
    assert await refused(city, "owner1", f"{path}/contest", {"reason": " "}) == "422 ReasonMissing"
    status, said = await post(city, "owner1", f"{path}/contest", {"reason": "不是我"})
    assert (status, said["state"], said["contest"]) == (200, "contested", "不是我")
    assert await refused(city, "owner1", f"{path}/contest", {"reason": "x"}) == "409 ChangeNotOpen"
    city.clock.advance(days=2)
    await city.due()
    assert (await see(city, "owner1", "/me"))[1]["roles"] == ["owner", "person"]
    waits = (await see(city, "clerk", "/desk?kind=login_change"))[1]["items"]
    assert [one["id"] for one in waits] == [made["id"]]
    ending = await city.must("POST", "/binding-endings", await city.staff("clerk"), body)
    confirm = f"/binding-endings/{ending['id']}/confirmation"
    assert await refused(city, "clerk", confirm) == "403 SamePerson"
    assert (await post(city, "clerk2", confirm))[0] == 200
    assert (await see(city, "stranger", "/me"))[1]["roles"] == ["owner", "person"]
    assert (await see(city, "owner1", "/me"))[0] == 401


async def test_what_was_taken_back_is_not_carried_out(city: City) -> None:
    """R2.5: while two people were about to end the binding that had to give way."""
    made = await changing(city)
    path = f"/login-changes/{made['id']}"
    await city.must("POST", f"{path}/contest", await city.login("owner1"), {"reason": "不是我"})
    [binding, *_] = (await see(city, "owner1", "/bindings"))[1]["items"]
    body = {"binding_id": binding["binding_id"], "login_change_id": made["id"], "reason": "已核实"}
    ending = await city.must("POST", "/binding-endings", await city.staff("clerk"), body)
    await city.must("DELETE", path, await city.login("stranger"))
    confirm = f"/binding-endings/{ending['id']}/confirmation"
    assert await refused(city, "clerk2", confirm) == "409 ChangeNotOpen"
    assert (await see(city, "owner1", "/me"))[1]["roles"] == ["owner", "person"]


async def test_a_change_is_refused_or_taken_back(city: City) -> None:
    """R2.5: both hear of a refusal; a change at its end stays there."""
    made = await changing(city)
    path, body = f"/login-changes/{made['id']}", {"reason": "材料不符"}
    assert await refused(city, "clerk", f"/login-changes/{_id(city, 'owner1')}/refusal", body) == (
        "404 NotFound"
    )
    assert await refused(city, "clerk", f"{path}/refusal", {"reason": ""}) == "422 ReasonMissing"
    assert (await post(city, "clerk", f"{path}/refusal", body))[1]["state"] == "refused"
    for who in ("owner1", "stranger"):
        assert "更换微信未准许" in await titles(city, who)
    assert await refused(city, "clerk", f"{path}/refusal", body) == "409 ChangeNotOpen"
    made = await changing(city)
    path = f"/login-changes/{made['id']}"
    again = await faced(city, "stranger", city.roll.people["owner1"])
    assert await binds(city, "stranger", again, "/login-changes") == "ClaimPending"
    assert (await city.call("DELETE", path, await city.login("owner1")))[0] == 404
    assert (await city.call("DELETE", path, await city.login("stranger")))[0] == 204
    assert (await city.call("DELETE", path, await city.login("stranger")))[1]["code"] == (
        "ChangeNotOpen"
    )
    city.clock.advance(days=2)
    await city.due()
    assert (await see(city, "owner1", "/me"))[1]["roles"] == ["owner", "person"]


async def test_nothing_is_replaced_where_nobody_is_bound(city: City) -> None:
    """R2.5: and by phone alone nobody is."""
    owner = await unbound(city)
    sent = await faced(city, "stranger", owner)
    assert await binds(city, "stranger", sent, "/login-changes") == "NothingToReplace"
    assert await binds(city, "owner2", identity(owner), "/login-changes") == "IdentityMismatch"
    body = identity(owner, id_number="91350100M000100Y43")
    assert await binds(city, "stranger", body, "/login-changes") == "PapersMissing"
    body = identity(city.roll.people["owner4"])
    assert await binds(city, "stranger", body, "/login-changes") == "IdentityMismatch"


async def test_papers_of_a_bound_owner_wait_too(city: City) -> None:
    """R2.5: a clerk's decision replaces a login as the face does: told, and contestable."""
    owner = city.roll.people["owner2"]
    sent = identity(owner) | {"file_ids": [await city.paper("stranger")]}
    claim = await city.must("POST", "/binding-claims", await city.login("stranger"), sent)
    body = {"approve": True, "reason": "材料齐全"}
    path = f"/binding-claims/{claim['id']}/decision"
    await city.must("POST", path, await city.staff("clerk"), body)
    assert (await see(city, "stranger", "/me"))[1]["roles"] == ["person"]
    assert "有人申请更换您的微信" in await titles(city, "owner2")
    await unbound(city, "owner4")
    sent = identity(owner) | {"file_ids": [await city.paper("owner4")]}
    other = await city.must("POST", "/binding-claims", await city.login("owner4"), sent)
    path = f"/binding-claims/{other['id']}/decision"
    assert await refused(city, "clerk", path, body) == "409 ClaimPending"
    city.clock.advance(hours=25)
    await city.due()
    assert (await see(city, "stranger", "/bindings"))[1]["items"][0]["how"] == "papers"


async def test_a_body_has_several_agents_and_an_agent_several_bodies(city: City) -> None:
    """R2.5: named in writing; nobody gives way."""
    roll = city.roll
    for key in ("owner2", "owner4"):
        await sql("UPDATE owner SET id_kind = 'body' WHERE id = $1", roll.people[key].owner_id)
    for who, key in (("stranger", "owner2"), ("owner8", "owner2"), ("stranger", "owner4")):
        sent = identity(roll.people[key]) | {"file_ids": [await city.paper(who)]}
        claim = await city.must("POST", "/binding-claims", await city.login(who), sent)
        body, path = (
            {"approve": True, "reason": "授权书"},
            f"/binding-claims/{claim['id']}/decision",
        )
        await city.must("POST", path, await city.staff("clerk"), body)
    assert len((await see(city, "stranger", "/bindings"))[1]["items"]) == 2
    assert len((await see(city, "owner2", "/bindings"))[1]["items"]) == 1
    assert len((await see(city, "owner8", "/bindings"))[1]["items"]) == 2


async def test_owners_see_who_is_bound_and_contest_it(city: City) -> None:
    """R2.5, R12.2: masked; nobody else looks; the Centre answers, or two people end it."""
    home = city.roll.people["owner3"].homes[0]
    path = f"/homes/{home}/bindings"
    found = (await see(city, "co_owner3", path))[1]["items"]
    assert len(found) == 2 and all("*" in one["owner"] and "*" in one["phone"] for one in found)
    assert (await see(city, "owner8", path))[0] == 404
    assert (await see(city, "stranger", path))[0] == 403
    assert len((await see(city, "clerk", path))[1]["items"]) == 2
    [other] = [one for one in found if not one["mine"]]
    [mine] = [one for one in found if one["mine"]]
    contest = f"/bindings/{other['binding_id']}/contest"
    body = {"reason": "不认识"}
    own = f"/bindings/{mine['binding_id']}/contest"
    assert await refused(city, "co_owner3", own, body) == "404 NotFound"
    assert await refused(city, "owner8", contest, body) == "404 NotFound"
    assert await refused(city, "co_owner3", contest, {"reason": ""}) == "422 ReasonMissing"
    made = await city.must("POST", contest, await city.login("co_owner3"), body)
    assert await refused(city, "co_owner3", contest, body) == "409 ClaimPending"
    waits = (await see(city, "clerk", "/desk?kind=binding_contest"))[1]["items"]
    assert [one["id"] for one in waits] == [made["id"]]
    assert (await see(city, "owner3", "/binding-contests"))[1]["items"] == []
    dismissal = f"/binding-contests/{made['id']}/dismissal"
    assert await refused(city, "clerk", dismissal, {"reason": ""}) == "422 ReasonMissing"
    missing = f"/binding-contests/{_id(city, 'owner1')}/dismissal"
    assert await refused(city, "clerk", missing, body) == "404 NotFound"
    assert (await post(city, "clerk", dismissal, body))[1]["state"] == "dismissed"
    assert await refused(city, "clerk", dismissal, body) == "409 AlreadyDecided"
    assert "绑定异议未获支持" in await titles(city, "co_owner3")


async def test_two_people_end_a_binding_and_see_what_was_done_by_it(city: City) -> None:
    """R1.2, R1.3, R2.5: every right and every session, at once; told to all who are bound."""
    case = await noticed(city)
    await objects(city, case, "owner3")
    home = city.roll.people["owner3"].homes[0]
    found = (await see(city, "co_owner3", f"/homes/{home}/bindings"))[1]["items"]
    [other] = [one for one in found if not one["mine"]]
    contest = f"/bindings/{other['binding_id']}/contest"
    await city.must("POST", contest, await city.login("co_owner3"), {"reason": "不认识"})
    acts = (await see(city, "clerk", f"/bindings/{other['binding_id']}/acts"))[1]["items"]
    assert [(one["kind"], one["stands"]) for one in acts] == [("objection", True)]
    missing = f"/bindings/{_id(city, 'owner1')}"
    assert (await see(city, "clerk", f"{missing}/acts"))[0] == 404
    body = {"binding_id": str(_id(city, "owner1")), "reason": "冒名"}
    assert await refused(city, "clerk", "/binding-endings", body) == "404 NotFound"
    body = {"binding_id": other["binding_id"], "reason": "冒名"}
    assert await refused(city, "clerk", "/binding-endings", body | {"reason": " "}) == (
        "422 ReasonMissing"
    )
    ending = await city.must("POST", "/binding-endings", await city.staff("clerk"), body)
    assert await refused(city, "clerk2", "/binding-endings", body) == "409 ClaimPending"
    assert (await see(city, "owner3", "/me"))[1]["roles"] == ["owner", "person"]
    await city.must(
        "POST", f"/binding-endings/{ending['id']}/confirmation", await city.staff("reviewer")
    )
    assert (await see(city, "owner3", "/me"))[0] == 401
    rows = await sql("SELECT title FROM message WHERE to_id = $1", _id(city, "owner3"))
    assert "您的绑定已终止" in [row["title"] for row in rows]
    assert {"房屋的绑定已终止", "绑定已终止"} & set(await titles(city, "co_owner3"))
    [answered] = (await see(city, "co_owner3", "/binding-contests"))[1]["items"]
    assert answered["state"] == "ended"
    assert (await see(city, "auditor", "/binding-endings"))[1]["items"][0]["state"] == "confirmed"
