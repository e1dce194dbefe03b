"""Written proxies: by two at the Centre, three homes each, never the manager's people. R2.6."""

import asyncio
from typing import Any
from uuid import UUID, uuid4

from models.base import sql
from models.sealed import PERSON_PHONE
from tests.handlers.votes.polling import (
    casts,
    counted,
    done,
    homes_voted,
    opened,
    planned,
    post,
    refused,
    see,
    shown,
)
from tests.world import City


async def phone(city: City, who: str, number: str) -> str:
    """A phone number that this person proved theirs."""
    await sql(
        "UPDATE person SET phone_index = $2, phone_cipher = $3 WHERE id = $1",
        city.roll.people[who].person_id,
        city.vault.blind_index(f"phone:{number}"),
        city.vault.encrypt(number, PERSON_PHONE.of(city.roll.people[who].person_id)),
    )
    return number


async def asked(city: City, room: str = "1-201", **more: Any) -> dict[str, Any]:
    """What a clerk enters of a paper that owner4 is to speak by."""
    return {
        "home_id": str(city.roll.here.homes[room]),
        "holder_phone": await phone(city, "owner4", "13800000004"),
        "matter": "就本次表决投票",
        "file_id": await city.paper("clerk"),
    } | more


async def entered(city: City, vote: dict[str, Any], room: str = "1-201", **more: Any) -> Any:
    body = await asked(city, room, **more)
    return await done(city, "clerk", f"/votes/{vote['id']}/proxies", body)


async def live(city: City, vote: dict[str, Any], room: str = "1-201", **more: Any) -> Any:
    made = await entered(city, vote, room, **more)
    return await done(city, "clerk2", f"/proxies/{made['id']}/confirmation")


async def test_a_proxy_speaks_once_two_have_seen_it(city: City) -> None:
    vote = await opened(city)
    made = await entered(city, vote)
    one = f"/proxies/{made['id']}"
    assert made["state"] == "draft" and made["holder_phone"] == "138****0004"
    assert made["owner"].endswith("*") and made["entered_by_me"]
    home = [str(city.roll.here.homes["1-201"])]
    body = {"choice": "agree", "home_ids": home}
    assert (await refused(city, "owner4", f"/votes/{vote['id']}/ballots", body))[:3] == "403"
    assert await refused(city, "clerk", f"{one}/confirmation") == "403 SamePerson"
    done_ = await done(city, "clerk2", f"{one}/confirmation")
    assert done_["state"] == "live"
    assert await refused(city, "reviewer", f"{one}/confirmation") == "409 EntryNotOpen"
    await casts(city, vote, "owner4", "agree", home_ids=home)
    rows = await sql("SELECT proxy_id, person_id, owner_id, state FROM ballot")
    assert [(row["proxy_id"], row["owner_id"]) for row in rows] == [
        (UUID(made["id"]), city.roll.people["owner2"].owner_id)
    ]
    mine = (await shown(city, vote, "owner4"))["my_homes"]
    assert sorted(one["as_proxy"] for one in mine) == [False, True]
    # The owner's own word changes it, and the holder's changes nothing any more.
    mine = [one for one in mine if one["as_proxy"]]
    assert mine[0]["can_cast"]
    await casts(city, vote, "owner2", "against")
    assert await homes_voted(vote) == 1
    ballots = f"/votes/{vote['id']}/ballots"
    status, said = await post(city, "owner4", ballots, body)
    assert (status, said["code"], said["detail"]) == (
        409,
        "OtherChannel",
        "委托人已经亲自表态，以本人的为准",
    )
    given = await casts(city, vote, "owner4", "agree")
    assert [one["home_id"] for one in given["items"]] == [str(city.roll.here.homes["1-401"])]
    mine = [one for one in (await shown(city, vote, "owner4"))["my_homes"] if one["as_proxy"]]
    assert (mine[0]["can_cast"], mine[0]["why_not_code"]) == (False, "OtherChannel")
    result = (await counted(city, vote))["result"]
    assert (result["agree"]["heads"], result["against"]["heads"]) == (1, 1)


async def test_both_sides_hear_of_it_and_either_ends_it(city: City) -> None:
    vote = await opened(city)
    made = await live(city, vote)
    await city.due()
    told = await sql("SELECT to_id FROM message WHERE kind = 'proxy_recorded'")
    sides = {city.roll.people[who].person_id for who in ("owner2", "owner4")}
    assert {row["to_id"] for row in told} == sides
    end = f"/proxies/{made['id']}/ending"
    assert await refused(city, "owner5", end, {}) == "404 NotFound"
    ended = await done(city, "owner2", end, {})
    assert ended["state"] == "ended" and ended["given"] and not ended["held"]
    assert await refused(city, "owner4", end, {}) == "409 EntryNotOpen"
    body = {"choice": "agree", "home_ids": [str(city.roll.here.homes["1-201"])]}
    assert (await refused(city, "owner4", f"/votes/{vote['id']}/ballots", body))[:3] == "403"
    again = await live(city, vote)
    gave_up = await done(city, "owner4", f"/proxies/{again['id']}/ending", {})
    assert gave_up["held"] and gave_up["state"] == "ended"
    third = await entered(city, vote)
    end = f"/proxies/{third['id']}/ending"
    assert await refused(city, "clerk", end, {"reason": " "}) == "422 ReasonMissing"
    assert await refused(city, "clerk", end, {"reason": "签名不符"}) == "409 NotAllowedNow"
    drop = f"/proxies/{third['id']}/dropping"
    dropped = await done(city, "clerk", drop, {"reason": "签名不符"})
    assert dropped["reason"] == "签名不符"
    whys = await sql("SELECT why FROM log_event WHERE kind = 'ProxyEnded' ORDER BY seq")
    assert [row["why"] for row in whys] == ["", "", "签名不符"], "R12.3"
    await city.due()
    ends = await sql("SELECT count(*) AS n FROM message WHERE kind = 'proxy_ended'")
    assert ends[0]["n"] == 4, "a draft that is dropped is nobody's news"


async def test_what_holds_is_the_rules_to_say(city: City) -> None:
    """R2.6: written, matter stated, never a manager's employee, at most three homes."""
    vote = await opened(city)
    path = f"/votes/{vote['id']}/proxies"
    for more, reason in (
        ({"matter": "  "}, "委托书未写明委托事项"),
        (
            {"holder_phone": await phone(city, "manager", "13800000009")},
            "受托人是物业服务企业的工作人员",
        ),
        ({"holder_phone": await phone(city, "owner2", "13800000002")}, "受托人就是业主本人"),
    ):
        status, said = await post(city, "clerk", path, await asked(city, **more))
        assert (status, said["code"], said["detail"]) == (422, "ProxyRefused", reason)
    for room in ("1-201", "1-501", "1-601"):
        await live(city, vote, room)
    status, said = await post(city, "clerk", path, await asked(city, "2-201"))
    assert (said["code"], said["detail"]) == ("ProxyRefused", "每名受托人最多代理3户")
    await phone(city, "owner5", "13800000005")
    more = {"holder_phone": "13800000005"}
    status, said = await post(city, "clerk", path, await asked(city, "1-201", **more))
    assert said["detail"] == "该户已另有委托"


async def test_each_co_owner_may_give_a_proxy(city: City) -> None:
    """R2.3: what one gave takes nothing from the other; where one is named only that one gives."""
    vote = await opened(city)
    one, other = (city.roll.people[who] for who in ("owner3", "co_owner3"))
    await live(city, vote, "1-301", owner_name=one.name)
    number = await phone(city, "owner5", "13800000005")
    second = await live(city, vote, "1-301", owner_name=other.name, holder_phone=number)
    assert second["state"] == "live"
    home = [str(city.roll.here.homes["1-301"])]
    await casts(city, vote, "owner4", "agree", home_ids=home)
    given = await casts(city, vote, "owner5", "against", home_ids=home)
    assert [row["state"] for row in given["items"]] == ["contested"]
    await sql("UPDATE vote_home SET representative_id = $1 WHERE home_id = $2", one.owner_id, *home)
    await done(city, "clerk", f"/proxies/{second['id']}/ending", {"reason": "更换"})
    more = {"owner_name": other.name, "holder_phone": number}
    body, path = await asked(city, "1-301", **more), f"/votes/{vote['id']}/proxies"
    status, said = await post(city, "clerk", path, body)
    assert (status, said["detail"]) == (422, "共有人已推举代表，须由代表委托")


async def test_the_manager_of_elsewhere_may_hold_one_and_what_changed_is_seen(city: City) -> None:
    """Judged again when it is confirmed."""
    vote = await opened(city)
    number = await phone(city, "other_manager", "13800000008")
    assert (await live(city, vote, holder_phone=number))["state"] == "live"
    # A voice lets in to the vote, and to nothing that its case alone opens.
    assert (await shown(city, vote, "other_manager"))["my_homes"][0]["as_proxy"]
    assert (await see(city, "other_manager", f"/votes/{vote['id']}/service"))[0] == 404
    made = await entered(city, vote, "1-501")
    person = city.roll.people["manager"].person_id
    await sql(
        "UPDATE appointment SET person_id = $2 WHERE person_id = $1",
        person,
        city.roll.people["owner4"].person_id,
    )
    path = f"/proxies/{made['id']}/confirmation"
    assert await refused(city, "clerk2", path) == "422 ProxyRefused"


async def test_four_papers_for_one_holder_at_the_same_moment(city: City) -> None:
    """The limit holds whoever comes first."""
    vote = await opened(city, await planned(city, proxy_max_homes=2))
    rooms = ("1-201", "1-501", "1-601", "2-201")
    bodies = [await asked(city, room) for room in rooms]
    path = f"/votes/{vote['id']}/proxies"
    answers = await asyncio.gather(*(post(city, "clerk", path, body) for body in bodies))
    assert sorted(status for status, _ in answers) == [201, 201, 422, 422]


async def test_whose_home_and_whose_phone(city: City) -> None:
    vote = await opened(city)
    path = f"/votes/{vote['id']}/proxies"
    co_owner = city.roll.people["co_owner3"]
    await phone(city, "owner6", "13800000006")
    await phone(city, "owner7", "13800000006")
    for more, code in (
        ({"home_id": str(uuid4())}, "409 NotInRoll"),
        ({"home_id": str(city.roll.people["elsewhere"].homes[0])}, "409 NotInRoll"),
        ({"home_id": str(city.roll.here.homes["1-301"])}, "409 NotInRoll"),
        ({"owner_name": co_owner.name}, "409 NotInRoll"),
        ({"holder_phone": "13900000000"}, "404 NotFound"),
        ({"holder_phone": "13800000006"}, "404 NotFound"),
        ({"file_id": str(uuid4())}, "404 NotFound"),
    ):
        assert await refused(city, "clerk", path, await asked(city, **more)) == code, more
    assert await refused(city, "clerk", f"/votes/{uuid4()}/proxies", await asked(city)) == (
        "404 VoteNotFound"
    )
    named = await entered(city, vote, "1-301", owner_name=f" {co_owner.name} ")
    rows = await sql("SELECT owner_id FROM proxy WHERE id = $1", UUID(named["id"]))
    assert rows[0]["owner_id"] == co_owner.owner_id
    city.clock.advance(days=30)
    assert await refused(city, "clerk", path, await asked(city)) == "409 VoteNotOpen"
    one = f"/proxies/{named['id']}"
    assert await refused(city, "clerk2", f"{one}/confirmation") == "409 VoteNotOpen"
    assert await refused(city, "clerk2", f"{one}/ending", {"reason": "x"}) == "409 VoteNotOpen"
    # What can no more be confirmed does not stay on the desk for ever.
    assert (await done(city, "clerk2", f"{one}/dropping", {"reason": "x"}))["state"] == "ended"


async def test_a_list_shows_everybody_their_own(city: City) -> None:
    vote = await opened(city)
    first = await live(city, vote)
    second = await entered(city, vote, "1-501")
    path = f"/votes/{vote['id']}/proxies"

    async def listed(who: str, query: str = "") -> list[str]:
        status, answer = await see(city, who, f"{path}{query}")
        assert status == 200
        return [row["id"] for row in answer["items"]]

    both = {first["id"], second["id"]}
    assert set(await listed("auditor")) == set(await listed("owner4")) == both
    assert await listed("owner2") == [first["id"]]
    assert await listed("owner5") == [second["id"]]
    assert await listed("owner6") == await listed("stranger") == []
    assert await listed("clerk2", "?state=draft") == [second["id"]]
    _, page = await see(city, "clerk", f"{path}?limit=1")
    assert len(page["items"]) == 1 and page["next"]
    assert {page["items"][0]["id"], *await listed("clerk", f"?after={page['next']}")} == both
    for who, side in (("owner2", "given"), ("owner4", "held")):
        for row in (await see(city, who, path))[1]["items"]:
            assert [name for name in ("given", "held") if row[name]] == [side], who
    assert (await see(city, "clerk", f"/votes/{uuid4()}/proxies"))[0] == 404
    assert (await see(city, "clerk", f"{path}?after=x"))[1]["code"] == "Malformed"
    assert await refused(city, "clerk", f"/proxies/{uuid4()}/confirmation") == "404 NotFound"
