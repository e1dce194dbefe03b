"""Somebody who knows an owner's name, ID number and home gets nowhere, and the owner hears of it.

A neighbour holds a copy of the owner's identity card, as managers, agents and neighbours do. The
owner has objected, and votes elsewhere. Every way in is tried over HTTP. R1.3, R2.5, R7.8, R8.5.
"""

from tests.handlers.objecting import facts_of, noticed, objects, post, refused, see
from tests.handlers.people.proving import faced
from tests.handlers.people.test_bindings import identity
from tests.handlers.votes.polling import casts, counted, opened, shown, states
from tests.world import City

OWNER, IMPOSTOR = "owner5", "stranger"
BACK = {"approve": True, "reason": "材料齐全"}


async def test_the_impostor(city: City) -> None:
    owner = city.roll.people[OWNER]
    case = await noticed(city)
    made = await objects(city, case, OWNER, "我不同意")
    vote = await opened(city)
    await casts(city, vote, OWNER, "agree")
    objection = f"/objections/{made['objection_id']}"

    # The three facts are a claim: the answer is that of a wrong guess, and nobody is bound by it.
    right = await post(city, IMPOSTOR, "/bindings", identity(owner))
    wrong = await post(city, IMPOSTOR, "/bindings", identity(owner, name="某人"))
    assert (right[0], right[1]["code"]) == (wrong[0], wrong[1]["code"]) == (422, "IdentityMismatch")
    # WeChat sees another face.
    sent = await faced(city, IMPOSTOR, owner, verify_ret=10003)
    assert await refused(city, IMPOSTOR, "/bindings", sent) == "422 FaceNotVerified"
    assert await refused(city, IMPOSTOR, "/login-changes", sent) == "422 FaceNotVerified"
    await nothing_gained(city, objection, vote["id"])

    # Forged papers convince a clerk: the owner is told before anything happens, and contests it.
    claim = identity(owner) | {"file_ids": [await city.paper(IMPOSTOR)]}
    claim = await city.must("POST", "/binding-claims", await city.login(IMPOSTOR), claim)
    path = f"/binding-claims/{claim['id']}/decision"
    await city.must("POST", path, await city.staff("clerk"), BACK)
    assert "有人申请更换您的微信" in await told(city, OWNER)
    [change] = (await see(city, OWNER, "/login-changes"))[1]["items"]
    body = {"reason": "不是我本人申请的"}
    await city.must("POST", f"/login-changes/{change['id']}/contest", await city.login(OWNER), body)
    city.clock.advance(days=2)
    await city.due()
    await nothing_gained(city, objection, vote["id"])
    path = f"/login-changes/{change['id']}/refusal"
    await city.must("POST", path, await city.staff("clerk"), {"reason": "证件系伪造"})

    # The objection stands, the case pauses still, and the ballot counts as it was cast.
    assert (await see(city, OWNER, objection))[1]["state"] == "open"
    assert (await facts_of(case)).state == "paused"
    assert await states(vote) == ["valid"]
    assert (await counted(city, vote))["result"]["agree"]["heads"] == 1
    assert (await post(city, OWNER, f"{objection}/withdrawal"))[1]["state"] == "withdrawn"


async def test_an_impostor_who_got_in_is_put_out_and_undone(city: City) -> None:
    """Where nobody contested in time, two people end it, and the owner takes the place again."""
    owner = city.roll.people[OWNER]
    vote = await opened(city)
    await casts(city, vote, OWNER, "agree")
    claim = identity(owner) | {"file_ids": [await city.paper(IMPOSTOR)]}
    claim = await city.must("POST", "/binding-claims", await city.login(IMPOSTOR), claim)
    path = f"/binding-claims/{claim['id']}/decision"
    await city.must("POST", path, await city.staff("clerk"), BACK)
    city.clock.advance(hours=25)
    await city.due()
    assert "您的绑定已终止" in await told(city, OWNER)
    await casts(city, vote, IMPOSTOR, "against")
    assert "选票已被更改" in await told(city, OWNER)

    [bound] = (await see(city, IMPOSTOR, "/bindings"))[1]["items"]
    done = (await see(city, "clerk", f"/bindings/{bound['binding_id']}/acts"))[1]["items"]
    assert [one["kind"] for one in done] == ["ballot"]
    body = {"binding_id": bound["binding_id"], "reason": "冒用他人身份"}
    ending = await city.must("POST", "/binding-endings", await city.staff("clerk"), body)
    confirm = f"/binding-endings/{ending['id']}/confirmation"
    assert await refused(city, "clerk", confirm) == "403 SamePerson"
    await city.must("POST", confirm, await city.staff("reviewer"))
    assert (await see(city, IMPOSTOR, "/me"))[0] == 401
    status, _ = await post(city, OWNER, "/bindings", identity(owner))
    assert status == 201
    await casts(city, vote, OWNER, "agree")
    assert await states(vote) == ["replaced", "replaced", "valid"]


async def nothing_gained(city: City, objection: str, vote_id: str) -> None:
    """The impostor is nobody: reads nothing, ends nothing, turns nothing."""
    me = (await see(city, IMPOSTOR, "/me"))[1]
    assert (me["roles"], me["homes"], me["name"]) == (["person"], [], "")
    assert (await see(city, IMPOSTOR, objection))[0] == 404
    assert (await see(city, IMPOSTOR, "/me/objections"))[1]["items"] == []
    assert (await see(city, IMPOSTOR, "/me/ballots"))[1]["items"] == []
    assert await refused(city, IMPOSTOR, f"{objection}/withdrawal") == "404 NotFound"
    path = f"/votes/{vote_id}/ballots"
    assert (await post(city, IMPOSTOR, path, {"choice": "against"}))[0] in (403, 404)
    [home] = (await shown(city, {"id": vote_id}, OWNER))["my_homes"]
    assert [one["choice"] for one in home["ballots"]] == ["agree"]


async def told(city: City, who: str) -> list[str]:
    """The titles of what this login was told."""
    return [one["title"] for one in (await see(city, who, "/inbox"))[1]["items"]]
