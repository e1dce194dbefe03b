"""Proof that a vote was served: kept for the file, counted only where silence counts. R8.2."""

from typing import Any
from uuid import uuid4

from models.base import sql
from tests.databases import tamper
from tests.handlers.votes.polling import (
    casts,
    counted,
    done,
    opened,
    planned,
    refused,
    see,
    shown,
)
from tests.pdf_text import pages_of
from tests.world import City


async def proof(city: City, *rooms: str, who: str = "clerk") -> dict[str, Any]:
    homes = [str(city.roll.here.homes[room]) for room in rooms]
    return {"home_ids": homes, "file_id": await city.paper(who), "how": "in_person"}


async def enters(city: City, vote: dict[str, Any], *rooms: str, who: str = "clerk") -> Any:
    """A draft about these rooms."""
    return await done(city, who, f"/votes/{vote['id']}/service", await proof(city, *rooms, who=who))


async def confirms(city: City, made: dict[str, Any], who: str = "clerk2") -> Any:
    return await done(city, who, f"/service-entries/{made['id']}/confirmation")


async def served(city: City, vote: dict[str, Any]) -> int:
    _, seen = await see(city, "auditor", f"/votes/{vote['id']}/service")
    return int(seen["served"])


async def takes_back(city: City, vote: dict[str, Any], room: str) -> Any:
    body = {"home_ids": [str(city.roll.here.homes[room])], "reason": "门牌录错"}
    return await done(city, "clerk", f"/votes/{vote['id']}/service/withdrawals", body)


async def test_nobody_alone_proves_service_or_takes_it_back(city: City) -> None:
    """R1.2, R8.2: the manager enters, the Centre confirms; the same both ways until the end."""
    vote = await opened(city)
    made = await enters(city, vote, "1-101", "1-201", who="manager")
    assert (made["state"], made["homes"], made["by_title"]) == ("draft", 2, "物业服务企业")
    assert [home["place"][-4:] for home in made["places"]] == ["101室", "201室"]
    assert await served(city, vote) == 0, "one person proves nothing"
    _, seen = await see(city, "manager", f"/votes/{vote['id']}/service")
    assert (seen["waiting"], seen["homes"], seen["matters"]) == (1, 12, False)
    assert "仅供存档" in seen["words"]
    assert (await confirms(city, made))["state"] == "confirmed"
    assert await served(city, vote) == 2
    at, first = city.clock(), made["id"]
    city.clock.advance(hours=1)
    more = await enters(city, vote, "1-201", "1-301")
    assert await refused(city, "clerk", f"/service-entries/{more['id']}/confirmation") == (
        "403 SamePerson"
    )
    await confirms(city, more, "reviewer")
    rows = await sql("SELECT service_id::text AS by FROM vote_home WHERE served_at <= $1", at)
    assert [row["by"] for row in rows] == [first, first], "the first proof stands"
    city.clock.advance(hours=1)
    back = await takes_back(city, vote, "1-301")
    assert await served(city, vote) == 3
    await confirms(city, back)
    assert await served(city, vote) == 2
    path = f"/votes/{vote['id']}/service"
    _, homes = await see(city, "committee", f"{path}/homes?limit=3")
    assert [one["served"] for one in homes["items"]] == [True, True, False]
    assert [one["how"] for one in homes["items"]] == ["in_person", "in_person", ""]
    assert "voted" not in str(homes) and "nth" not in str(homes)
    _, unserved = await see(city, "clerk", f"{path}/homes?unserved=true&count=true")
    assert unserved["total"] == 10 and not any(one["served"] for one in unserved["items"])
    _, sheet = await see(city, "clerk", f"{path}/homes.csv?unserved=true")
    assert len(sheet.decode("utf-8-sig").split()) == 11
    _, entries = await see(city, "auditor", f"{path}/entries")
    assert [one["kind"] for one in entries["items"]] == ["withdrawal", "proof", "proof"]


async def test_the_owner_hears_of_service_and_denies_it(city: City) -> None:
    """R8.2: how, when, by whom; the owner's word undoes it until somebody serves anew."""
    vote = await opened(city, await planned(city, vote_silence="follows_majority"))
    stale = await enters(city, vote, "1-201")
    await confirms(city, await enters(city, vote, "1-201", who="manager"))
    _, inbox = await see(city, "owner2", "/inbox")
    [told] = [one for one in inbox["items"] if one["kind"] == "service_recorded"]
    assert "物业服务企业" in told["text"] and "当面送达" in told["text"]
    assert "随多数" in told["text"] and "声明未收到" in told["text"]
    for who in ("owner4", "manager"):
        _, other = await see(city, who, "/inbox")
        assert "service_recorded" not in str(other)
    [home] = (await shown(city, vote, "owner2"))["my_homes"]
    assert home["service"]["by_title"] == "物业服务企业" and home["service"]["can_contest"]
    path, body = f"/votes/{vote['id']}/service/contests", {"home_id": home["home_id"]}
    assert await refused(city, "owner4", path, body) == "409 NotInRoll"
    city.clock.advance(minutes=1)
    said = await done(city, "owner2", path, body)
    assert said["served_at"] is None and said["contested_at"] and not said["can_contest"]
    assert await refused(city, "owner2", path, body) == "409 NotServed"
    _, desk = await see(city, "clerk", "/inbox")
    assert "service_contested" in str(desk)
    await confirms(city, stale)
    assert await served(city, vote) == 0, "what was entered before does not answer it"
    city.clock.advance(minutes=1)
    await confirms(city, await enters(city, vote, "1-201"))
    assert await served(city, vote) == 1
    city.clock.advance(days=30)
    assert await refused(city, "owner2", path, body) == "409 VoteNotOpen"


async def test_nothing_changes_after_the_end_and_what_waits_is_dropped(city: City) -> None:
    vote = await opened(city, await planned(city, vote_silence="follows_majority"))
    await confirms(city, await enters(city, vote, "1-201"))
    proof_left = await enters(city, vote, "1-301")
    back = await takes_back(city, vote, "1-201")
    city.clock.advance(days=30)
    for made in (proof_left, back):
        path = f"/service-entries/{made['id']}/confirmation"
        assert await refused(city, "clerk2", path) == "409 VoteNotOpen"
    body = {"home_ids": [str(city.roll.here.homes["1-201"])], "reason": "门牌录错"}
    path = f"/votes/{vote['id']}/service/withdrawals"
    assert await refused(city, "clerk", path, body) == "409 VoteNotOpen"
    await city.due()
    _, left = await see(city, "clerk", f"/service-entries/{proof_left['id']}")
    assert left["state"] == "dropped" and "第二人" in left["drop_reason"]
    assert await served(city, vote) == 1


async def test_what_is_no_proof(city: City) -> None:
    vote = await opened(city)
    path = f"/votes/{vote['id']}/service"
    good = await proof(city, "1-101")
    elsewhere = str(city.roll.people["elsewhere"].homes[0])
    for who, body, code in (
        ("clerk", good | {"file_id": str(uuid4())}, "404 NotFound"),
        ("clerk", good | {"home_ids": [elsewhere]}, "409 NotInRoll"),
        ("clerk", good | {"how": "rumour"}, "400 Malformed"),
        ("other_manager", good, "404 VoteNotFound"),
        ("owner1", good, "403 NotAllowed"),
    ):
        assert await refused(city, who, path, body) == code, (who, code)
    back = {"home_ids": [elsewhere], "reason": "录错"}
    for who, code in (("clerk", "409 NotInRoll"), ("owner1", "403 NotAllowed")):
        assert await refused(city, who, f"{path}/withdrawals", back) == code
    assert await refused(city, "other_manager", f"{path}/withdrawals", back) == "404 VoteNotFound"
    assert await refused(city, "clerk", f"/votes/{uuid4()}/service", good) == "404 VoteNotFound"
    contest = {"home_id": elsewhere}
    assert await refused(city, "elsewhere", f"{path}/contests", contest) == "404 VoteNotFound"
    for of_it in ("", "/homes", "/entries"):
        assert (await see(city, "other_manager", f"{path}{of_it}"))[0] == 404
    made = await enters(city, vote, "1-101")
    entry = f"/service-entries/{made['id']}"
    assert (await see(city, "other_manager", entry))[1]["code"] == "NotFound"
    reason = {"reason": "不是我录的"}
    assert await refused(city, "manager", f"{entry}/dropping", reason) == "404 NotFound"
    await tamper(
        "DELETE FROM vote_owner o USING vote_home h WHERE h.id = o.vote_home_id AND h.home_id = $1",
        city.roll.here.homes["1-201"],
    )
    nobody = await proof(city, "1-101", "1-201")
    assert await refused(city, "clerk", path, nobody) == "409 NotInRoll", "nobody to be served"
    city.clock.advance(days=30)
    assert await refused(city, "clerk", path, good) == "409 VoteNotOpen"


async def test_who_is_manager_elsewhere_and_owner_here_serves_nobody(city: City) -> None:
    vote = await opened(city)
    await sql(
        "UPDATE appointment SET person_id = $1 WHERE person_id = $2",
        city.roll.people["owner2"].person_id,
        city.roll.people["other_manager"].person_id,
    )
    path = f"/votes/{vote['id']}/service"
    body = await proof(city, "1-101", who="owner2")
    assert await refused(city, "owner2", path, body) == "403 NotAllowed"
    for read in (path, f"{path}/homes", f"{path}/entries"):
        assert (await see(city, "owner2", read))[1]["code"] == "NotAllowed"


async def test_silence_of_the_served_follows_the_majority_where_filed(city: City) -> None:
    """R8.2: five voices carry a house whose rules say so, only with proof, and it is told."""
    case = await planned(city, vote_silence="follows_majority")
    vote = await opened(city, case)
    rooms = [room for room in city.roll.here.homes if room not in ("1-201", "1-401", "1-501")]
    await confirms(city, await enters(city, vote, *rooms))
    _, told = await see(city, "clerk", f"/votes/{vote['id']}/service")
    assert told["matters"] and "随多数" in told["words"]
    for nth in (2, 4, 5, 6, 7):
        await casts(city, vote, f"owner{nth}", "agree")
    assert not (await shown(city, vote))["turnout"]["reached"]
    after = await counted(city, vote)
    result = after["result"]
    assert result["passed"] and 0 < result["followed_homes"] < len(rooms)
    # Who follows takes part: the page does not say otherwise than the calculation.
    city.clock.advance(minutes=1)
    _, public = await city.call("GET", f"/public/votes/{vote['token']}")
    assert after["turnout"]["reached"] and public["turnout"]["reached"]
    proven = public["result"]["service"]
    assert proven == result["service"]
    assert (proven["served"], proven["homes"]) == (len(rooms), 12)
    assert proven["ways"] == [{"how": "in_person", "how_title": "当面送达", "homes": len(rooms)}]
    assert proven["followed_homes"] == result["followed_homes"]
    assert result["participating"]["heads"] == 5 + proven["followed_heads"]
    assert f"证明送达的{len(rooms)}户（当面送达{len(rooms)}户）" in proven["words"]
    _, page = await city.call("GET", f"/v/{vote['token']}")
    assert proven["words"] in page.decode()
    _, sheet = await see(city, "clerk", f"/votes/{vote['id']}/result.pdf")
    assert proven["words"] in "".join(pages_of(sheet))


async def test_nobody_follows_without_proof(city: City) -> None:
    vote = await opened(city, await planned(city, vote_silence="follows_majority"))
    for who in ("owner2", "owner4", "owner5"):
        await casts(city, vote, who, "agree")
    result = (await counted(city, vote))["result"]
    assert not result["passed"] and result["followed_homes"] == 0
