"""Binding homes against the roll. R2.4, R2.5, R12.2."""

import asyncio
import json
from typing import Any
from uuid import uuid4

from models.base import one, sql
from models.sealed import PERSON_PHONE
from rules.days import beijing_date
from tests.databases import tamper
from tests.small_roll import Somebody
from tests.world import City


def identity(somebody: Somebody, home: int = 0, **other: Any) -> dict[str, Any]:
    """What this owner would type to bind a home."""
    sent = {
        "home_id": str(somebody.homes[home]),
        "name": somebody.name,
        "id_number": somebody.id_number,
    }
    return sent | other


async def unbound(city: City, key: str = "owner2") -> Somebody:
    """An owner of the roll whom nobody is bound to yet."""
    somebody = city.roll.people[key]
    await tamper("DELETE FROM binding WHERE person_id = $1", somebody.person_id)
    return somebody


async def bind(city: City, token: str, sent: dict[str, Any]) -> tuple[int, Any]:
    return await city.call("POST", "/bindings", token, sent)


async def test_owner_binds_the_home_and_may_speak(city: City) -> None:
    owner, token = await unbound(city), await city.login("owner2")
    assert (await city.must("GET", "/me", token))["roles"] == ["person"]
    status, body = await bind(city, token, identity(owner))
    assert status == 201
    assert (body["owned"], body["how"], body["home"]["home_id"]) == (
        True,
        "phone",
        str(owner.homes[0]),
    )
    me = await city.must("GET", "/me", token)
    assert me["roles"] == ["owner", "person"]
    assert me["homes"] == [body]
    assert (await city.must("GET", "/bindings", token))["items"] == [body]
    event = await one("SELECT body::text AS body FROM log_event WHERE kind = 'HomeBound'")
    assert event is not None
    assert owner.name not in event["body"] and owner.id_number not in event["body"]


async def test_usual_spellings_are_one(city: City) -> None:
    """R2.5: full width digits, a small x, blanks in the name."""
    owner, token = await unbound(city), await city.login("owner2")
    wide = owner.id_number.lower().translate({48 + digit: 0xFF10 + digit for digit in range(10)})
    spaced = " ".join(owner.name)
    status, _ = await bind(city, token, identity(owner, name=spaced, id_number=f" {wide} "))
    assert status == 201


async def test_nothing_says_which_part_failed(city: City) -> None:
    """Wrong name, number, home or phone, no such home, somebody else, no owner any more: one."""
    owner, token = await unbound(city), await city.login("owner2")
    other = city.roll.people["owner4"]
    wrong = (
        {"name": other.name},
        {"id_number": other.id_number},
        {"home_id": str(other.homes[0])},
        {"home_id": str(uuid4())},
        {"id_number": "PASSPORT1"},
        {"name": "·"},
    )
    answers = []
    for one_wrong in wrong:
        city.clock.advance(days=2)
        answers.append(await bind(city, token, identity(owner, **one_wrong)))
    city.clock.advance(days=2)
    phone = city.vault.encrypt("13800000009", PERSON_PHONE.of(owner.person_id))
    await sql("UPDATE person SET phone_cipher = $2 WHERE id = $1", owner.person_id, phone)
    answers.append(await bind(city, token, identity(owner)))
    city.clock.advance(days=2)
    answers.append(await bind(city, await city.login("owner4"), identity(owner)))
    today = beijing_date(city.clock())
    await sql("UPDATE ownership SET to_on = $2 WHERE owner_id = $1", owner.owner_id, today)
    answers.append(await bind(city, token, identity(owner)))
    seen = set()
    for status, body in answers:
        body.pop("request_id")
        seen.add((status, json.dumps(body, sort_keys=True)))
    assert len(seen) == 1
    assert "IdentityMismatch" in seen.pop()[1]


async def test_a_burst_of_guesses_gets_five_answers(city: City) -> None:
    owner, token = await unbound(city), await city.login("owner2")
    answers = await asyncio.gather(
        *[bind(city, token, identity(owner, name=f"某{number}")) for number in range(30)]
    )
    codes = [body["code"] for _, body in answers]
    assert codes.count("IdentityMismatch") <= 5
    assert codes.count("TooManyAttempts") >= 25


async def test_bound_once_however_often_it_is_asked_at_once(city: City) -> None:
    owner, token = await unbound(city), await city.login("owner2")
    answers = await asyncio.gather(*[bind(city, token, identity(owner)) for _ in range(5)])
    assert sorted(status for status, _ in answers) == [201] + [409] * 4
    row = await one("SELECT count(*) AS many FROM binding WHERE person_id = $1", owner.person_id)
    assert row is not None and row["many"] == 1


async def test_code_of_a_company_is_no_proof(city: City) -> None:
    """Anybody can look it up; papers are asked for."""
    token = await city.login("stranger")
    sent = {"home_id": str(city.roll.here.homes["2-601"]), "name": "示例置业有限公司"}
    status, body = await bind(city, token, sent | {"id_number": "91350100M000100Y43"})
    assert (status, body["code"]) == (409, "PapersMissing")


async def test_leaving_and_binding_again(city: City) -> None:
    """The past stays: the old binding is closed, not erased; nobody ends another's."""
    owner, token = city.roll.people["owner2"], await city.login("owner2")
    binding = (await city.must("GET", "/bindings", token))["items"][0]["binding_id"]
    other = await city.login("owner4")
    assert (await city.call("DELETE", f"/bindings/{binding}", other))[0] == 404
    assert (await city.call("DELETE", f"/bindings/{binding}", token))[0] == 204
    assert (await city.call("DELETE", f"/bindings/{binding}", token))[0] == 404
    me = await city.must("GET", "/me", token)
    assert (me["homes"], me["roles"]) == ([], ["person"])
    assert (await bind(city, token, identity(owner)))[0] == 201
    rows = await sql("SELECT to_at FROM binding WHERE person_id = $1", owner.person_id)
    assert sorted(row["to_at"] is None for row in rows) == [False, True]


async def test_sold_home_is_shown_as_sold(city: City) -> None:
    """R2.4: the binding stays, the voice does not."""
    owner, token = city.roll.people["owner2"], await city.login("owner2")
    today = beijing_date(city.clock())
    await sql("UPDATE ownership SET to_on = $2 WHERE owner_id = $1", owner.owner_id, today)
    me = await city.must("GET", "/me", token)
    assert (me["roles"], [home["owned"] for home in me["homes"]]) == (["person"], [False])


async def test_places_are_found_without_their_owners(city: City) -> None:
    """R12.2: codes and rooms, no names; wildcards are letters."""
    token = await city.login("stranger")
    assert len((await city.must("GET", "/communities", token))["items"]) == 2
    found = (await city.must("GET", "/communities?q=石榴", token))["items"]
    assert [one["name"] for one in found] == ["石榴苑"]
    for wild in ("%25", "_", "%5C"):
        assert (await city.must("GET", f"/communities?q={wild}", token))["items"] == []
    path = f"/communities/{found[0]['id']}/buildings"
    building = (await city.must("GET", path, token))["items"][0]
    assert building["homes"] == 12
    path, rooms, after = f"/buildings/{building['id']}/homes", [], ""
    while True:
        page = await city.must("GET", f"{path}?limit=5&after={after}", token)
        rooms += [(room["unit"], room["room"]) for room in page["items"]]
        if not (after := page["next"]):
            break
    assert rooms == [(f"{u}单元", f"{f}01") for u in (1, 2) for f in range(1, 7)]
    shown = json.dumps(page, ensure_ascii=False)
    assert not any(person.name in shown for person in city.roll.people.values())
    for missing in (f"/communities/{uuid4()}/buildings", f"/buildings/{uuid4()}/homes"):
        assert (await city.call("GET", missing, token))[0] == 404
    assert (await city.call("GET", f"{path}?after=x", token))[0] == 400
    assert (await city.call("GET", path))[0] == 401


async def test_a_room_is_found_as_people_write_it(city: City) -> None:
    """By its number alone, with its unit in words, and with a hyphen of any kind."""
    token, path = await city.login("stranger"), f"/buildings/{city.roll.here.building}/homes"

    async def found(q: str) -> list[str]:
        page = await city.must("GET", f"{path}?q={q}", token)
        return [one["unit"] + one["room"] for one in page["items"]]

    assert await found("101") == ["1单元101", "2单元101"]
    for q in ("2单元101", "2-101", "２－１０１", "2—101", "2单元 101室"):
        assert await found(q) == ["2单元101"], q
    assert await found("3-101") == []
