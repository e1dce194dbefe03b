"""A case: list, detail, papers, signature, objection, review, message have one answer. R2.2."""

from datetime import timedelta
from uuid import UUID, uuid4

import pytest
from tortoise.transactions import in_transaction

from models.base import sql
from models.cases import Case
from notify import outbox
from rules.cases import State
from rules.events.base import Event
from rules.events.cases import Accepted, NoticeEnded, PolicyIssued
from tests.builders import case_in
from tests.handlers.objecting import done, noticed, objects, refused, see
from tests.handlers.sight.people import (
    ACTING,
    BLIND,
    SEEING,
    VOICED,
    appoint,
    doers,
    finders,
    hearers,
    openers,
    take_their_places,
)
from tests.handlers.special.words import owner_appointed
from tests.journey import Journey
from tests.small_roll import SINCE
from tests.world import City


async def tell(city: City, kind: type[Event], case: Case, **data: object) -> None:
    """The messages of an event of the case, as the door stores them."""
    event = kind(subject_id=str(case.id), at=city.clock(), why="", data=data)
    async with in_transaction():
        await outbox.fill([(uuid4(), event)])


async def test_list_and_detail_are_one_answer(city: City) -> None:
    """R2.2, R2.4, R2.5: what is listed can be opened, and what can be opened is listed."""
    await take_their_places(city)
    case = await noticed(city)
    assert await finders(city, "/cases", "id", case.id) == SEEING
    for page in ("", "/timeline", "/documents", "/votes"):
        assert await openers(city, f"/cases/{case.id}{page}") == SEEING, page
    path = f"/scopes/{city.roll.here.scope}/elevators"
    assert await openers(city, path) == SEEING


async def test_who_signed_and_sold_is_an_applicant_no_more(city: City) -> None:
    """R2.4, R2.5: an ended ownership has ended rights, also of who once signed."""
    await take_their_places(city)
    case = await case_in(State.FILED, city.roll, city.clock())
    for path in ("/cases?mine=true", "/cases"):
        assert "owner4" not in await finders(city, path, "id", case.id)
    assert (await see(city, "owner4", f"/cases/{case.id}"))[0] == 404
    await tell(city, Accepted, case)
    assert await hearers(city, "application_accepted") == {"owner1", "owner2"}


async def test_neighbours_hear_once_that_signatures_are_collected(city: City) -> None:
    """R5.1, R13.1: whoever may sign, but not the initiator, who is told nothing of the own one."""
    await take_their_places(city)
    trip = await Journey.applied(city)
    neighbours = set(VOICED - {"owner1"})
    assert await hearers(city, "signatures_wanted") == neighbours
    assert await hearers(city, "signature_added") == set()
    await trip.do("owner2", "/signatures")
    assert await hearers(city, "signatures_wanted") == neighbours
    assert await hearers(city, "signature_added") == {"owner1", "owner2"}
    each = await sql("SELECT to_id FROM message WHERE kind = 'signatures_wanted'")
    assert len(each) == len({row["to_id"] for row in each})


async def test_who_may_object_sees_the_case(city: City) -> None:
    """R2.2, R7.4: a car space gives no interest, and whoever is refused has paused nothing."""
    await take_their_places(city)
    case = await noticed(city)
    path = f"/cases/{case.id}/objections"
    assert await doers(city, path, {"text": "保费过高"}, sorted(BLIND | ACTING)) == set()
    assert (await Case.find(case.id)).facts().state is State.NOTICED
    assert await doers(city, path, {"text": "保费过高"}, sorted(VOICED)) == VOICED


async def test_a_paper_objection_of_a_car_space_is_refused(city: City) -> None:
    """R2.2, R7.4: on paper as in the mini-program; the counting home's paper is taken."""
    await take_their_places(city)
    case = await noticed(city)
    path, people = f"/cases/{case.id}/paper-objections", city.roll.people
    body = {
        "text": "保费过高",
        "received_at": city.clock().isoformat(),
        "file_ids": [await city.paper("clerk")],
    }
    for who, code in (("owner5", "403 NotYourScope"), ("owner6", "409 NotInRoll")):
        asked = body | {"home_id": str(people[who].homes[0]), "owner_id": str(people[who].owner_id)}
        assert await refused(city, "clerk", path, asked) == code, who
    one = people["owner2"]
    asked = body | {"home_id": str(one.homes[0]), "owner_id": str(one.owner_id)}
    await done(city, "clerk", path, asked)


async def test_who_may_sign_sees_the_case(city: City) -> None:
    """R2.2, R5.1"""
    await take_their_places(city)
    signed = set()
    for name in sorted(VOICED | BLIND - {"owner4"} | ACTING):
        if name == "owner1":
            continue
        case = await case_in(State.SIGNING, city.roll, city.clock())
        signed |= await doers(city, f"/cases/{case.id}/signatures", None, [name])
    assert signed == VOICED - {"owner1"}


async def test_a_review_is_asked_for_by_who_sees_the_case(city: City) -> None:
    """R7.6: once a home counts no more, its owner neither sees the case nor pauses it again; what
    became of the own objection stays to be read."""
    case = await noticed(city)
    receipts = {who: await objects(city, case, who) for who in ("owner5", "owner2")}
    for receipt in receipts.values():
        path = f"/objections/{receipt['objection_id']}/dismissal"
        await done(city, "reviewer", path, {"reason": "理由不成立"})
    await take_their_places(city)
    for who, code in (("owner5", 403), ("owner2", 200)):
        own = f"/objections/{receipts[who]['objection_id']}"
        token = await city.login(who)
        status, _ = await city.call("POST", f"{own}/review", token, {"text": "请复核"})
        assert status == code, who
        assert (await see(city, who, own))[0] == 200
    assert (await see(city, "owner5", f"/cases/{case.id}"))[0] == 404


async def test_who_hears_of_a_case_sees_it(city: City) -> None:
    """R13.1: the owners' and the bodies' messages go to those who may open the case."""
    await take_their_places(city)
    case = await noticed(city)
    await tell(city, NoticeEnded, case)
    assert await hearers(city, "notice_ended") == SEEING


@pytest.mark.parametrize(("applicant", "flow"), [("committee", "pooled"), ("manager", "pooled")])
async def test_a_body_that_applied_is_whoever_speaks_for_it_today(
    city: City, applicant: str, flow: str
) -> None:
    """R5.1: whoever applied and was replaced hears nothing more, and who replaced them does."""
    await take_their_places(city)
    who = city.roll.people["committee_ended"].person_id
    case = await case_in(
        State.ACCEPTED,
        city.roll,
        city.clock(),
        flow=flow,
        applicant=applicant,
        applicant_id=str(who),
        signers=(),
    )
    await tell(city, Accepted, case)
    assert await hearers(city, "application_accepted") == {applicant}
    assert await openers(city, f"/cases/{case.id}", ["committee_ended"]) == set()


async def test_a_sole_owner_s_case_is_its_agents(city: City) -> None:
    """二(三): of several who hold papers of one body all see and hear; of another body nobody, and
    nobody whose papers ended."""
    await take_their_places(city)
    for who in ("owner10", "owner6"):
        await owner_appointed(city, who, "示例甲公司")
    await owner_appointed(city, "elsewhere", "示例乙公司")
    always = {"from_on": SINCE, "to_on": city.clock().date() + timedelta(days=900)}
    await appoint(city, "agent_ended", role="independent", ended_at=city.clock(), **always)
    await sql(
        "UPDATE appointment SET body_name = '示例甲公司' WHERE person_id = $1",
        city.roll.people["agent_ended"].person_id,
    )
    case = await case_in(
        State.ACCEPTED,
        city.roll,
        city.clock(),
        flow="independent",
        applicant="independent",
        applicant_id=str(city.roll.people["agent_ended"].person_id),
        signers=(),
    )
    agents = {"owner6", "owner10"}
    asked = sorted({*agents, "elsewhere", "agent_ended"})
    assert await openers(city, f"/cases/{case.id}", asked) == agents
    assert await finders(city, "/cases", "id", case.id) == SEEING | agents
    await tell(city, Accepted, case)
    assert await hearers(city, "application_accepted") == agents


async def test_a_former_scope_s_cases_stay_its_owners(city: City) -> None:
    """After a switch the building's old cases are listed, open, and told to the same owners as
    before; an objection is answered as it was, and a car space still gives nothing. R3.8, R4.6."""
    await take_their_places(city)
    case = await case_in(State.INSURED, city.roll, city.clock())
    path = f"/cases/{case.id}/objections"
    before = await doers(city, path, {"text": "逾期意见"}, ["owner3", "owner5"])
    switch = await city.must(
        "POST",
        f"/buildings/{city.roll.here.building}/scope-switch",
        await city.staff("clerk"),
        {"to_kind": "unit", "reason": "业主大会决定"},
    )
    confirmation = f"/scope-switches/{switch['id']}/confirmation"
    await city.must("POST", confirmation, await city.staff("reviewer"))
    [row] = await sql('SELECT scope_id FROM "case" WHERE id = $1', case.id)
    units = await sql("SELECT 1 FROM unit WHERE scope_id = $1", row["scope_id"])
    assert UUID(str(row["scope_id"])) == city.roll.here.scope and units == []
    assert await finders(city, "/cases", "id", case.id) == SEEING
    assert await openers(city, f"/cases/{case.id}") == SEEING
    await tell(city, PolicyIssued, case, from_on="2025-09-01", to_on="2026-08-31")
    assert await hearers(city, "policy_issued") == SEEING
    after = await doers(city, path, {"text": "逾期意见"}, ["co_owner3", "owner5"])
    assert (before, after) == ({"owner3"}, {"co_owner3"})
