"""What lists and details say of the asker: mine, signed, voted, lacking, sent back. R5.1, R8.3."""

from typing import Any

from models.shares import keep_shares
from rules.cases import CollectionFact
from rules.collecting import HomeShare
from tests.handlers.objecting import see
from tests.handlers.votes.polling import casts, changed, opened, planned
from tests.journey import Journey
from tests.small_roll import AREA_CM2
from tests.world import City


async def row(city: City, who: str, query: str = "") -> dict[str, Any]:
    """The one case of their list."""
    _, body = await see(city, who, f"/cases{query}")
    (found,) = body["items"]
    return dict(found)


async def test_the_list_says_what_is_mine_and_what_is_lacking(city: City) -> None:
    """R5.1: signed or not, how many homes of how many, and until when."""
    trip = await Journey.applied(city)
    own, other = await row(city, "owner1"), await row(city, "owner2")
    assert (own["mine"], own["signed_by_me"], other["mine"]) == (True, True, False)
    assert (other["heads"], other["heads_needed"]) == (1, 3)
    assert other["due"]["kind"] == "signing" and other["due"]["title"] == "征集签名截止"
    await trip.do("owner2", "/signatures")
    other = await row(city, "owner2")
    assert (other["mine"], other["signed_by_me"], other["heads"]) == (True, True, 2)
    clerk = await city.must("GET", "/cases", await city.staff("clerk"))
    assert not clerk["items"][0]["mine"]


async def test_the_list_says_how_many_lobbies_have_a_photo(city: City) -> None:
    await Journey.at(city, "posting")
    seen = await row(city, "manager")
    assert (seen["posted"], seen["lobbies"]) == (0, 2)


async def test_what_is_over_can_be_left_out(city: City) -> None:
    """A manager's list is of what runs."""
    trip = await Journey.applied(city)
    assert (await row(city, "manager", "?running=true"))["id"] == trip.id
    await trip.do("owner1", "/withdrawal", {"reason": "先维修"})
    assert (await row(city, "manager"))["state"] == "withdrawn"
    assert (await see(city, "manager", "/cases?running=true"))[1]["items"] == []


async def test_a_co_owner_is_told_that_a_second_signature_adds_no_head(city: City) -> None:
    """R2.2, R2.3: co-owners of a home count as one, and both read it."""
    trip = await Journey.applied(city, "owner3")
    assert trip.body["signature_note"] == ""
    await trip.do("co_owner3", "/signatures")
    assert (trip.body["signatures"], trip.body["heads"]) == (2, 1)
    assert "按一户计" in trip.body["signature_note"]
    assert "按一户计" in (await trip.look("owner3"))["signature_note"]
    assert (await trip.look("owner2"))["signature_note"] == ""


async def test_what_has_to_be_put_right_stands_in_the_case(city: City) -> None:
    """Section 6: in the very answer, and for as long as it has to be."""
    trip = await Journey.at(city, "filed")
    await trip.do("clerk", "/return", {"reason": "缺授权书"})
    assert trip.body["return_reason"] == "缺授权书"
    assert (await trip.look("owner2"))["return_reason"] == "缺授权书"
    await trip.do("owner1", "/correction", {"note": "已补"})
    assert trip.body["return_reason"] == ""


async def test_lists_say_whether_i_have_voted(city: City) -> None:
    """R8.3: by home, in the list of votes and in that of cases; another's ballot is not mine."""
    vote = await opened(city, await planned(city))

    async def said(who: str) -> tuple[int, int, bool, bool]:
        _, votes = await see(city, who, "/votes?mine=true&state=open")
        (one,) = votes["items"]
        case = await row(city, who)
        return one["homes_spoken_for"], one["homes_voted"], one["voted_by_me"], case["voted_by_me"]

    assert await said("owner1") == (2, 0, False, False)
    home = str(city.roll.people["owner1"].homes[0])
    await casts(city, vote, "owner1", "agree", home_ids=[home])
    assert await said("owner1") == (2, 1, False, False)
    await casts(city, vote, "owner1", "against")
    assert await said("owner1") == (2, 2, True, True)
    await casts(city, vote, "owner3", "agree")
    assert await said("co_owner3") == (1, 0, False, False)
    _, body = await see(city, "committee", "/votes")
    assert (body["items"][0]["homes_spoken_for"], body["items"][0]["voted_by_me"]) == (0, False)


async def test_my_receipts_are_together(city: City) -> None:
    """R8.5: every ballot of one's own, and nobody else's."""
    vote = await opened(city, await planned(city))
    first = await casts(city, vote, "owner3", "agree")
    city.clock.advance(minutes=1)
    await casts(city, vote, "owner3", "against")
    await casts(city, vote, "co_owner3", "abstain")
    _, body = await see(city, "owner3", "/me/ballots")
    assert [one["ballot"]["choice"] for one in body["items"]] == ["against", "agree"]
    assert body["items"][1]["ballot"]["receipt"] == first["items"][0]["receipt"]
    assert (body["items"][0]["home"], body["items"][0]["vote_id"]) == ("1单元301", vote["id"])
    _, page = await see(city, "owner3", f"/me/ballots?vote_id={vote['id']}&limit=1")
    assert len(page["items"]) == 1 and page["next"]
    assert (await see(city, "owner2", "/me/ballots"))[1]["items"] == []


async def test_the_vote_tells_my_share(city: City) -> None:
    """附件二(二)3: what my home bears and owes, where I vote on it."""
    case = await planned(city)
    home, other = (city.roll.people[who].homes[0] for who in ("owner2", "owner4"))
    parts = [HomeShare(home, 300, 200), HomeShare(other, 500, 0)]
    await keep_shares(case.id, case.version, parts, {home: AREA_CM2, other: AREA_CM2})
    await changed(case, collection=CollectionFact(needed_fen=200))
    vote = await opened(city, case)
    _, seen = await see(city, "owner2", f"/votes/{vote['id']}")
    (share,) = seen["my_shares"]
    assert (share["home_id"], share["fund_fen"], share["owed_fen"]) == (str(home), 300, 200)
    assert (await see(city, "manager", f"/votes/{vote['id']}"))[1]["my_shares"] == []
