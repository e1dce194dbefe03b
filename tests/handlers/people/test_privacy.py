"""People are told what is kept of them, agree to a version of it, and take it away. R12.7."""

import json
from typing import Any

import pytest

import rules.privacy
from models.base import sql
from rules.privacy import TO_BIND, VERSION, Consent
from tests.handlers.objecting import noticed, objects, see
from tests.handlers.people.proving import faced
from tests.handlers.people.test_bindings import bind, identity, unbound
from tests.handlers.people.test_claims import claimed
from tests.world import City


async def say(
    city: City, who: str, consent: str, agreed: bool, version: str = VERSION
) -> tuple[int, Any]:
    """What somebody says to one thing of the notice; a second later than before."""
    city.clock.advance(seconds=1)
    sent = {"version": version, "consent": consent, "agreed": agreed}
    return await city.call("POST", "/me/privacy-consents", await city.login(who), sent)


async def lacks(city: City, who: str, path: str, body: Any = None) -> list[str]:
    """What this is refused for not being agreed to."""
    status, told = await city.call("POST", path, await city.login(who), body)
    assert (status, told["code"], told["version"]) == (409, "ConsentMissing", rules.privacy.VERSION)
    missing: list[str] = told["consents"]
    return missing


async def test_consents_are_kept_with_their_version(city: City) -> None:
    """The last word counts; each stays; a version that is no more is not agreed to. What follows
    from a no is told before it is said."""
    notice = await city.must("GET", "/public/privacy-notice")
    assert notice["version"] == VERSION and len(notice["paragraphs"]) >= 6
    assert {one["kind"] for one in notice["subjects"]} == set(Consent)
    assert all("撤回" in one["consequence"] for one in notice["subjects"])
    token = await city.login("owner1")
    before = len(json.loads(await city.must("GET", "/me/data", token))["同意"])
    assert (await city.must("GET", "/me/privacy-consents", token))["due"] == []
    for consent, agreed in (("notice", True), ("identity", True), ("identity", False)):
        status, answer = await say(city, "owner1", consent, agreed)
        assert status == 200
    told = {one["kind"]: one["agreed"] for one in answer["consents"]}
    assert told == {"notice": True, "identity": False, "face": True}
    assert answer["due"] == ["identity"]
    assert {one["version"] for one in answer["consents"]} == {VERSION}
    assert len(json.loads(await city.must("GET", "/me/data", token))["同意"]) == before + 3
    status, body = await say(city, "owner1", "notice", True, "2020-01")
    assert (status, body["code"]) == (409, "NoticeChanged")


async def test_no_home_is_bound_without_consent(city: City) -> None:
    """By phone, by face, by papers, one more of the same owner, or by another login: each is
    refused the same way before anything is asked or counted, and goes on once it is agreed."""
    owner = await unbound(city, "owner1")
    token = await city.login("owner1")
    paper = await city.paper("owner1")
    for consent in TO_BIND:
        await say(city, "owner1", consent, False)
    sent, both = identity(owner), ["identity", "notice"]
    papers = {"name": owner.name, "id_number": owner.id_number}
    assert await lacks(city, "owner1", "/bindings", sent) == both
    assert await lacks(city, "owner1", "/login-changes", sent) == both
    assert await lacks(city, "owner1", "/binding-claims", sent | {"file_ids": [paper]}) == both
    assert await lacks(city, "owner1", "/face-checks", papers) == both
    assert await sql("SELECT 1 FROM binding_attempt WHERE person_id = $1", owner.person_id) == []
    await say(city, "owner1", "notice", True)
    assert await lacks(city, "owner1", "/bindings", sent) == ["identity"]
    await say(city, "owner1", "identity", True)
    assert (await bind(city, token, sent))[0] == 201
    await say(city, "owner1", "identity", False)
    second = f"/me/homes/offered/{owner.homes[1]}"
    assert await lacks(city, "owner1", second) == ["identity"]
    await say(city, "owner1", "identity", True)
    await city.must("POST", second, token)
    await say(city, "stranger", "face", False)
    assert await lacks(city, "stranger", "/face-checks", papers) == ["face"]
    shown = identity(owner) | {"face_check_id": str(owner.person_id)}
    assert await lacks(city, "stranger", "/login-changes", shown) == ["face"]


async def test_who_withdraws_keeps_the_rights_of_a_binding(city: City) -> None:
    """What waits is withdrawn with the consent it rests on; what is bound reads and objects."""
    case = await noticed(city)
    claim = await claimed(city)
    owner = city.roll.people["owner2"]
    sent = await faced(city, "stranger", owner)
    made = await city.must("POST", "/login-changes", await city.login("stranger"), sent)
    await say(city, "stranger", "face", False)
    [change] = (await see(city, "stranger", "/login-changes"))[1]["items"]
    assert (change["id"], change["state"]) == (made["id"], "withdrawn")
    [seen] = (await see(city, "stranger", "/binding-claims"))[1]["items"]
    assert (seen["id"], seen["state"]) == (claim["id"], "open")
    await say(city, "stranger", "notice", False)
    [seen] = (await see(city, "stranger", "/binding-claims"))[1]["items"]
    assert seen["state"] == "withdrawn"
    decision = {"approve": True, "reason": "材料相符"}
    path = f"/binding-claims/{claim['id']}/decision"
    status, told = await city.call("POST", path, await city.staff("clerk"), decision)
    assert (status, told["code"]) == (409, "AlreadyDecided")
    for consent in Consent:
        await say(city, "owner2", consent, False)
    assert (await see(city, "owner2", f"/cases/{case.id}"))[0] == 200
    assert (await objects(city, case, "owner2"))["objection_id"]


async def test_a_new_version_asks_again_and_cuts_nobody_off(
    city: City, monkeypatch: pytest.MonkeyPatch
) -> None:
    """All things are due anew; a binding made under the old version still reads and objects."""
    case, owner = await noticed(city), await unbound(city, "owner4")
    for place in ("rules.privacy", "handlers.people.privacy"):
        monkeypatch.setattr(f"{place}.VERSION", "2031-01")
    assert await lacks(city, "owner4", "/bindings", identity(owner)) == ["identity", "notice"]
    told = await city.must("GET", "/me/privacy-consents", await city.login("owner2"))
    assert (told["version"], told["due"]) == ("2031-01", sorted(Consent))
    assert (await see(city, "owner2", f"/cases/{case.id}"))[0] == 200
    assert (await objects(city, case, "owner2"))["objection_id"]
    for consent in TO_BIND:
        assert (await say(city, "owner4", consent, True, "2031-01"))[0] == 200
    assert (await bind(city, await city.login("owner4"), identity(owner)))[0] == 201


async def test_one_takes_away_what_is_kept_about_oneself(city: City) -> None:
    """One's own and nobody else's, and nothing sealed."""
    token = await city.login("owner1")
    status, content = await city.call("GET", "/me/data", token)
    assert status == 200
    found = json.loads(content)
    assert found["绑定的房屋"] and found["登录"] and found["姓名"]
    other = json.loads((await city.call("GET", "/me/data", await city.login("owner2")))[1])
    assert other["绑定的房屋"] != found["绑定的房屋"]
    assert "cipher" not in content.decode() and "token" not in content.decode()
