"""The first screen: my homes, my cases, what waits for me, in one answer of few statements."""

from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest

from models import base
from models.base import sql
from models.cases import CASES, CASES_AROUND, Case
from models.listing import rows_of
from models.shares import keep_shares
from models.standing import Viewer
from rules.cases import CollectionFact, State
from rules.collecting import HomeShare
from server.operations import TABLE
from tests.builders import case_in
from tests.databases import tamper
from tests.handlers.objecting import see
from tests.handlers.sight.people import EVERYBODY, take_their_places
from tests.handlers.votes.polling import casts, changed, opened, planned
from tests.journey import Journey
from tests.small_roll import AREA_CM2, POOLED_FEN
from tests.world import City


async def home(city: City, who: str) -> dict[str, Any]:
    """The first screen of this one."""
    status, body = await see(city, who, "/me/home")
    assert status == 200, body
    return dict(body)


async def waiting(city: City, who: str) -> list[tuple[str, str]]:
    """What waits for them: kind and operation, the soonest due first."""
    asked = [(one["kind"], one["operation"]) for one in (await home(city, who))["tasks"]]
    assert {operation for _, operation in asked} <= {op.name for op in TABLE}
    return asked


async def test_my_homes_have_their_balances(city: City) -> None:
    """R3.8, R2.4: of a home that was sold nothing but that it was bound."""
    shown = await home(city, "owner1")
    assert [one["home"]["room"] for one in shown["homes"]] == ["101", "101"]
    assert {one["pooled_fen"] for one in shown["homes"]} == {POOLED_FEN}
    assert (shown["homes"][0]["fund_fen"], shown["homes"][0]["owned"]) == (0, True)
    await Journey.at(city, "planned")
    shown = await home(city, "owner1")
    assert shown["homes"][0]["pooled_available_fen"] < POOLED_FEN
    today = city.clock().date()
    owner = city.roll.people["owner2"].owner_id
    await sql("UPDATE ownership SET to_on = $2 WHERE owner_id = $1", owner, today)
    (sold,) = (await home(city, "owner2"))["homes"]
    assert (sold["owned"], sold["fund_fen"], sold["pooled_fen"]) == (False, None, None)
    assert (await home(city, "stranger"))["homes"] == []


async def test_what_waits_follows_the_case(city: City) -> None:
    """R5.1, R7.2, R7.4: sign, post, object; each for whom it is, and no longer than it waits."""
    trip = await Journey.applied(city)
    assert await waiting(city, "owner1") == []
    shown = await home(city, "owner2")
    (task,) = shown["tasks"]
    assert (task["kind"], task["operation"], task["case_id"]) == ("sign", "sign_case", trip.id)
    assert task["due_at"] == trip.body["deadlines"][0]["at"]
    assert task["link"] == f"/cases/{trip.id}"
    (around,) = shown["cases"]
    assert (around["id"], around["heads"], around["signed_by_me"]) == (trip.id, 1, False)
    await trip.sign()
    assert await waiting(city, "owner5") == []
    for step in (trip.accept, trip.plan, trip.publish):
        await step()
    (task,) = (await home(city, "manager"))["tasks"]
    assert (task["kind"], task["operation"], len(task["targets"])) == ("post", "post_evidence", 2)
    assert "还有2处" in task["title"]
    await trip.post()
    assert await waiting(city, "manager") == []
    (task,) = (await home(city, "owner5"))["tasks"]
    assert (task["kind"], task["operation"]) == ("object", "file_objection")
    assert task["due_at"] == trip.body["notice"]["ends_at"]
    await trip.do("owner5", "/objections", {"text": "费用过高"})
    assert await waiting(city, "owner5") == []
    assert (await home(city, "elsewhere"))["cases"] == []


async def test_the_applicant_is_asked_for_the_next_paper(city: City) -> None:
    """附件二(一)6、7, section 6: put right, contract, payout."""
    trip = await Journey.at(city, "filed")
    await trip.do("clerk", "/return", {"reason": "缺授权书"})
    assert await waiting(city, "owner1") == [("correct", "correct_case")]
    assert await waiting(city, "owner5") == []
    case = await case_in(State.REGISTERED, city.roll, city.clock())
    assert ("contract", "sign_contract") in await waiting(city, "owner1")
    await tamper("DELETE FROM case_elevator WHERE case_id = $1", case.id)
    await case_in(State.CONTRACTED, city.roll, city.clock())
    assert ("payout", "request_payout") in await waiting(city, "owner1")


async def test_a_vote_waits_until_every_home_has_spoken(city: City) -> None:
    """R8.3: by home; whoever has no voice is asked nothing."""
    vote = await opened(city, await planned(city))
    (task,) = (await home(city, "owner1"))["tasks"]
    assert (task["kind"], task["operation"]) == ("vote", "cast_ballot")
    assert (task["vote_id"], task["link"]) == (vote["id"], f"/votes/{vote['id']}")
    assert (task["due_at"], "还有2户未投" in task["title"]) == (vote["ends_at"], True)
    first = str(city.roll.people["owner1"].homes[0])
    await casts(city, vote, "owner1", "agree", home_ids=[first])
    assert "还有1户未投" in (await home(city, "owner1"))["tasks"][0]["title"]
    await casts(city, vote, "owner1", "agree")
    assert await waiting(city, "owner1") == []
    assert await waiting(city, "committee") == []
    await casts(city, vote, "owner3", "agree")
    assert await waiting(city, "co_owner3") == [("vote", "cast_ballot")]


async def test_what_a_home_owes_is_asked_of_its_owner(city: City) -> None:
    """附件二(二)6: to the fen, of no neighbour."""
    case = await case_in(State.COLLECTING, city.roll, city.clock(), flow="household")
    mine, other = (city.roll.people[who].homes[0] for who in ("owner2", "owner4"))
    parts = [HomeShare(mine, 300, 200), HomeShare(other, 500, 0)]
    await keep_shares(case.id, case.version, parts, {mine: AREA_CM2, other: AREA_CM2})
    await changed(case, collection=CollectionFact(needed_fen=200))
    (task,) = (await home(city, "owner2"))["tasks"]
    assert (task["kind"], task["amount_fen"]) == ("pay", 200)
    assert "2.00元" in task["title"]
    assert await waiting(city, "owner4") == []


async def test_papers_that_run_out_are_asked_for_anew(city: City) -> None:
    today = city.clock().date()
    who = city.roll.people["manager"].person_id
    for days, kinds in ((31, []), (30, [("renew", "ask_appointment")])):
        until = today + timedelta(days=days)
        await sql("UPDATE appointment SET to_on = $2 WHERE person_id = $1", who, until)
        assert await waiting(city, "manager") == kinds


async def test_an_unchanged_screen_is_a_304(city: City) -> None:
    await home(city, "owner1")
    assert city.last is not None
    etag = {"If-None-Match": city.last.headers["etag"]}
    assert (await city.call("GET", "/me/home", await city.login("owner1"), headers=etag))[0] == 304


async def test_the_cases_around_are_those_that_one_sees(city: City) -> None:
    """R2.2 to R2.5: two ways of asking, one answer, for everybody."""
    await take_their_places(city)
    await case_in(State.NOTICED, city.roll, city.clock())
    for who in EVERYBODY:
        looks = Viewer(on=city.clock().date(), person_id=city.roll.people[who].person_id)
        whole = await rows_of(CASES, {}, leading=looks.params())
        mine = await rows_of(CASES_AROUND, {}, leading=looks.params()[:2])
        assert [one["id"] for one in whole] == [one["id"] for one in mine], who


async def test_few_statements_however_much_there_is(
    city: City, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A first screen costs the same number of statements for one case and for five."""
    asked: list[str] = []
    run = base.sql

    async def one_case() -> UUID:
        case = await case_in(State.NOTICED, city.roll, city.clock())
        await tamper("DELETE FROM case_elevator WHERE case_id = $1", case.id)
        return case.id

    async def counted(who: str) -> int:
        asked.clear()
        await home(city, who)
        return len(asked)

    for module in _modules_with_sql():

        async def traced(text: str, *values: Any) -> Any:
            asked.append(text)
            return await run(text, *values)

        monkeypatch.setattr(module, "sql", traced)
    await one_case()
    once = {who: await counted(who) for who in ("owner1", "committee", "manager")}
    for _ in range(4):
        await one_case()
    assert {who: await counted(who) for who in once} == once
    assert max(once.values()) <= 12, once
    assert await Case.all().count() == 5


def _modules_with_sql() -> list[Any]:
    import sys

    return [
        module
        for name, module in sys.modules.items()
        if name.startswith("models") and getattr(module, "sql", None) is base.sql
    ]
