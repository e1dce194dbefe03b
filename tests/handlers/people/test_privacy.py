"""People are told what is kept of them, agree to a version of it, and take it away. R12.7."""

import json

from models.base import sql
from rules.privacy import VERSION
from tests.world import City


async def test_consents_are_kept_with_their_version(city: City) -> None:
    """The last word counts; each stays; a version that is no more is not agreed to."""
    notice = await city.must("GET", "/public/privacy-notice")
    assert notice["version"] == VERSION and len(notice["paragraphs"]) >= 6
    token = await city.login("owner1")
    assert (await city.must("GET", "/me/privacy-consents", token))["consents"] == []
    for consent, agreed in (("notice", True), ("identity", True), ("identity", False)):
        city.clock.advance(seconds=1)
        sent = {"version": VERSION, "consent": consent, "agreed": agreed}
        answer = await city.must("POST", "/me/privacy-consents", token, sent)
    told = {one["kind"]: one["agreed"] for one in answer["consents"]}
    assert told == {"notice": True, "identity": False}
    assert {one["version"] for one in answer["consents"]} == {VERSION}
    rows = await sql("SELECT count(*) AS n FROM privacy_consent")
    assert rows[0]["n"] == 3
    old = {"version": "2020-01", "consent": "notice", "agreed": True}
    status, body = await city.call("POST", "/me/privacy-consents", token, old)
    assert (status, body["code"]) == (409, "NoticeChanged")


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
