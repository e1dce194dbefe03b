"""An act belongs to who did it: another login of the same owner changes nothing unseen. R2.5."""

from typing import Any

import pytest

from models.base import sql
from tests.handlers.objecting import done, noticed, objects, post, refused, see
from tests.handlers.people.second_login import bound_too, unbound_now
from tests.handlers.votes.polling import MINUTE, casts, counted, opened, shown, states
from tests.world import City

OWNER, OTHER = "owner7", "stranger"


async def test_only_who_filed_reads_the_objection(city: City) -> None:
    """R2.5, R7.8: in the list, by its id, of the case, and in the counts of the first screen."""
    case = await noticed(city)
    made = await objects(city, case, OWNER)
    await bound_too(city, OTHER, OWNER)
    for path in ("/me/objections", f"/cases/{case.id}/objections"):
        assert (await see(city, OTHER, path))[1]["items"] == [], path
        assert len((await see(city, OWNER, path))[1]["items"]) == 1, path
    assert (await see(city, OTHER, f"/objections/{made['objection_id']}"))[0] == 404
    assert (await see(city, OWNER, f"/objections/{made['objection_id']}"))[0] == 200


@pytest.mark.parametrize("act", ["withdrawal", "review"])
async def test_only_who_filed_acts_on_the_objection(city: City, act: str) -> None:
    """R7.6: another login neither takes it back nor uses up its review."""
    case = await noticed(city)
    made = await objects(city, case, OWNER)
    if act == "review":
        body = {"reason": "已核实"}
        await done(city, "reviewer", f"/objections/{made['objection_id']}/dismissal", body)
    await bound_too(city, OTHER, OWNER)
    path, body = f"/objections/{made['objection_id']}/{act}", {"text": "不服"}
    sent = body if act == "review" else None
    assert await refused(city, OTHER, path, sent) == "404 NotFound"
    await unbound_now(city, OWNER)
    assert await refused(city, OWNER, path, sent) in ("404 NotFound", "403 NotAllowed")
    await bound_too(city, OWNER, OWNER)
    assert (await post(city, OWNER, path, sent))[0] == 200


async def test_one_owner_objects_once_from_whichever_login(city: City) -> None:
    """R7.10: the button says so before it is pressed."""
    case = await noticed(city)
    await objects(city, case, OWNER)
    await bound_too(city, OTHER, OWNER)
    path = f"/cases/{case.id}/objections"
    assert await refused(city, OTHER, path, {"text": "我也反对"}) == "409 ObjectionPending"
    offered = (await see(city, OTHER, f"/cases/{case.id}"))[1]["options"]
    told = {one["act"]: one["why_not_code"] for one in offered}
    assert told["Object"] == "ObjectionPending"
    assert told["WithdrawObjection"] == "NotFound"


async def test_a_paper_is_its_bound_owners(city: City) -> None:
    """R7.4: paper names no login; who is bound as its owner reads it, while bound."""
    case = await noticed(city)
    made = await objects(city, case, OWNER)
    await sql("UPDATE objection SET person_id = NULL, channel = 'paper'")
    path = f"/objections/{made['objection_id']}"
    assert (await see(city, OWNER, path))[0] == 200
    assert (await see(city, "owner8", path))[0] == 404
    await unbound_now(city, OWNER)
    assert (await see(city, OWNER, path))[0] == 404


async def ballot(city: City, vote: dict[str, Any], who: str) -> dict[str, Any]:
    """The one home of this login in the vote, as it is shown to it."""
    [home] = (await shown(city, vote, who))["my_homes"]
    assert isinstance(home, dict)
    return home


async def test_another_login_neither_sees_nor_turns_a_ballot(city: City) -> None:
    """R2.5, R8.5: choice, receipt and nonce are the caster's; the ballot stands as cast."""
    vote = await opened(city)
    await casts(city, vote, OWNER, "agree")
    await bound_too(city, OTHER, OWNER)
    home = await ballot(city, vote, OTHER)
    assert (home["ballots"], home["can_cast"], home["why_not_code"]) == ([], False, "OtherLogin")
    assert (await see(city, OTHER, "/me/ballots"))[1]["items"] == []
    city.clock.advance(seconds=1)
    path = f"/votes/{vote['id']}/ballots"
    for body in ({"choice": "against"}, {"choice": "against", "home_ids": [home["home_id"]]}):
        assert await refused(city, OTHER, path, body) == "409 OtherLogin"
    assert await states(vote) == ["valid"]
    city.clock.advance(seconds=1)
    await casts(city, vote, OWNER, "abstain")
    assert await states(vote) == ["replaced", "valid"]
    assert len((await ballot(city, vote, OWNER))["ballots"]) == 2


async def test_who_replaced_a_login_may_change_its_ballot_and_it_is_told(city: City) -> None:
    """R1.3, R2.5: the first login is bound no more; it hears that its ballot was changed."""
    vote = await opened(city)
    await casts(city, vote, OWNER, "agree")
    await bound_too(city, OTHER, OWNER)
    await unbound_now(city, OWNER)
    home = await ballot(city, vote, OTHER)
    assert (home["ballots"], home["can_cast"]) == ([], True)
    city.clock.advance(seconds=1)
    await casts(city, vote, OTHER, "against")
    assert await states(vote) == ["replaced", "valid"]
    assert [one["choice"] for one in (await ballot(city, vote, OTHER))["ballots"]] == ["against"]
    inbox = (await see(city, OWNER, "/inbox"))[1]["items"]
    assert "选票已被更改" in [one["title"] for one in inbox]
    assert not {"选票已被更改"} & {
        one["title"] for one in (await see(city, OTHER, "/inbox"))[1]["items"]
    }


async def test_an_ended_binding_ends_every_right(city: City) -> None:
    """R2.5: in list, detail and act, of cases, votes, objections, balances and statements."""
    case = await noticed(city)
    made = await objects(city, case, OWNER)
    vote = await opened(city)
    await casts(city, vote, OWNER, "agree")
    scope = city.roll.here.scope
    await unbound_now(city, OWNER)
    gone = (
        f"/cases/{case.id}",
        f"/votes/{vote['id']}",
        f"/objections/{made['objection_id']}",
        *(f"/scopes/{scope}/{one}" for one in ("balance", "statement", "statement.xlsx", "holds")),
    )
    for path in gone:
        assert (await see(city, OWNER, path))[0] in (403, 404), path
    for path in ("/cases", "/votes", "/me/objections", "/me/ballots", "/scopes"):
        status, body = await see(city, OWNER, path)
        assert status == 403 or body["items"] == [], path
    me = (await see(city, OWNER, "/me"))[1]
    assert (me["roles"], me["homes"], me["name"]) == (["person"], [], "")
    assert (await post(city, OWNER, f"/votes/{vote['id']}/ballots", {"choice": "against"}))[0] in (
        403,
        404,
    )
    assert await states(vote) == ["valid"]


async def test_a_ballot_cast_while_bound_counts(city: City) -> None:
    """R2.4, R8.3: what was done rightly stays done."""
    vote = await opened(city)
    await casts(city, vote, OWNER, "agree")
    await unbound_now(city, OWNER)
    city.clock.advance(seconds=MINUTE.total_seconds())
    assert (await counted(city, vote))["result"]["agree"]["heads"] == 1
