"""Who applies in which flow, what a renewal needs, and what a direct policy must say. 二(三)."""

from typing import Any
from uuid import uuid4

from models.base import one, sql
from tests.handlers.objecting import done, refused, see
from tests.handlers.special.words import BODY, holder, insured, owner_appointed
from tests.journey import PREMIUMS, Journey
from tests.world import City

SOLE = {"flow": "independent", "applicant": "independent"}


def asked(city: City, **more: Any) -> dict[str, Any]:
    """An application for both elevators of the building."""
    return {
        "scope_id": str(city.roll.here.scope),
        "elevator_ids": [str(one_) for one_ in city.roll.here.elevators],
        "insurer_id": str(city.roll.insurer),
        **more,
    }


async def policy(city: City, who: str, **more: Any) -> dict[str, Any]:
    elevators = [
        {"elevator_id": str(one_), "premium_fen": fen}
        for one_, fen in zip(city.roll.here.elevators, PREMIUMS, strict=True)
    ]
    return {
        "number": "ZT-1",
        "from_on": "2025-09-20",
        "to_on": "2026-09-19",
        "amount_fen": sum(PREMIUMS),
        "elevators": elevators,
        "file_ids": [await city.paper(who)],
        **more,
    }


async def test_each_flow_has_its_applicants(city: City) -> None:
    """R5.1: owners sign for their own money; a sole owner needs papers of ownership."""
    for body in (
        {"flow": "pooled", "applicant": "independent"},
        {"flow": "household", "applicant": "independent"},
        {"flow": "independent", "applicant": "signers"},
        {"flow": "direct", "applicant": "signers"},
    ):
        assert await refused(city, "owner1", "/cases", asked(city, **body)) == "409 WrongFlow"
    assert await refused(city, "owner1", "/cases", asked(city, **SOLE)) == "409 NoAuthorisation"
    await owner_appointed(city, "stranger")
    stray = {**SOLE, "policy": await policy(city, "stranger")}
    assert await refused(city, "stranger", "/cases", asked(city, **stray)) == "409 WrongFlow"
    made = await Journey.applied(city, "owner1", flow="household")
    assert made.body["flow"] == "household" and made.body["state"] == "signing"
    token = await city.staff("clerk")
    for flow, found in (("household", 1), ("added", 0), ("", 1)):
        listed = await city.must("GET", f"/cases?flow={flow}", token)
        assert len(listed["items"]) == found


async def test_one_sole_owner_does_not_act_for_another(city: City) -> None:
    """Two bodies of one community: the other's case and account are not to be found. R12.2"""
    await owner_appointed(city, "stranger")
    await owner_appointed(city, "committee", "另一家产权单位")
    await owner_appointed(city, "manager", BODY)
    trip = await Journey.applied(city, "stranger", **SOLE)
    await trip.accept()
    await trip.plan()
    await trip.do("clerk", "/special-account", holder())
    account = f"/special-accounts/{trip.body['special_account_id']}"
    # Colleagues of the same body may, and the committee sees cases of its community.
    assert (await see(city, "manager", account))[0] == 200
    assert (await see(city, "committee", account))[0] == 404
    assert (await see(city, "owner6", account))[0] == 404
    why = f"/cases/{trip.id}/withdrawal"
    assert await refused(city, "committee", why, {"reason": "撤"}) == "403 NotApplicant"
    await owner_appointed(city, "elsewhere", "第三家")
    assert (await see(city, "elsewhere", f"/cases/{trip.id}"))[0] == 404
    listed = await city.must("GET", "/cases", await city.login("elsewhere"))
    assert listed["items"] == []


async def test_a_renewal_is_of_the_same_owner_and_within_the_years(city: City) -> None:
    """二(三)3: refused before the year is insured, for others, for other elevators, twice."""
    await owner_appointed(city, "stranger")
    await owner_appointed(city, "owner7", "另一家产权单位")
    first = await insured(city, "stranger", elevators=[city.roll.here.elevators[0]])
    only = [str(city.roll.here.elevators[0])]
    again = {**SOLE, "renews": first.id, "elevator_ids": only}

    async def no(who: str, **more: Any) -> None:
        body = asked(city, **(again | more))
        assert await refused(city, who, "/cases", body) == "422 NotRenewable", more

    await no("stranger", renews=str(uuid4()))
    await no("owner7")
    await no("stranger", elevator_ids=[str(city.roll.here.elevators[1])])
    pooled = asked(city, flow="household", renews=first.id, elevator_ids=only)
    assert await refused(city, "owner1", "/cases", pooled) == "422 NotRenewable"
    second = await Journey.applied(city, "stranger", **again)
    await no("stranger", renews=second.id)
    await no("stranger")
    await second.do("stranger", "/withdrawal", {"reason": "改期"})
    third = await Journey.applied(city, "stranger", **again)
    assert third.body["special_account_id"] == first.body["special_account_id"]
    await third.do("stranger", "/withdrawal", {"reason": "改期"})
    await sql(
        "UPDATE \"case\" SET facts = jsonb_set(facts, '{parameters,independent_years}', '1')"
        " WHERE id = $1",
        first.id,
    )
    await no("stranger")


async def test_a_direct_policy_says_the_same_everywhere(city: City) -> None:
    """四(四): elevators, sum and period agree; nothing is left of one that was not recorded."""
    paper = await city.paper("committee")
    body = asked(city, flow="direct", applicant="committee", authorisation_file_id=paper)
    for more, code in (
        ({"amount_fen": 1}, "409 SumsDiffer"),
        ({"to_on": "2025-09-19"}, "422 WrongPeriod"),
        ({"elevators": [{"elevator_id": str(uuid4()), "premium_fen": 1}]}, "422 WrongElevators"),
    ):
        wrong = body | {"policy": await policy(city, "committee", **more)}
        assert await refused(city, "committee", "/cases", wrong) == code
    unknown = body | {"insurer_id": str(uuid4()), "policy": await policy(city, "committee")}
    assert await refused(city, "committee", "/cases", unknown) == "422 InsurerUnavailable"
    await sql("UPDATE insurer SET suspended_at = now() WHERE id = $1", city.roll.insurer)
    made = await done(
        city, "committee", "/cases", body | {"policy": await policy(city, "committee")}
    )
    path = f"/cases/{made['id']}"
    conditions = await see(city, "clerk", f"{path}/conditions")
    assert conditions[1]["now"]["conditions"] == []
    await done(city, "clerk", f"{path}/return", {"reason": "补充"})
    for more, code in (
        ({"amount_fen": 1}, "409 SumsDiffer"),
        ({"to_on": "2025-09-19"}, "422 WrongPeriod"),
        ({"elevators": [{"elevator_id": str(uuid4()), "premium_fen": 1}]}, "422 WrongElevators"),
    ):
        note = {"note": "已补", "policy": await policy(city, "committee", **more)}
        assert await refused(city, "committee", f"{path}/correction", note) == code
    await done(city, "clerk", f"{path}/rejection", {"reason": "无法核对"})
    row = await one("SELECT array_agg(state) AS states FROM policy")
    assert row is not None and row["states"] == ["void"]


async def test_a_recorded_number_is_used_once(city: City) -> None:
    """Another flow has nothing to record, a number is on record once."""
    pooled = await Journey.applied(city)
    path = f"/cases/{pooled.id}"
    assert await refused(city, "clerk", f"{path}/recording") == "409 WrongFlow"
    await pooled.sign()
    await done(city, "clerk", f"{path}/return", {"reason": "补充"})
    note = {"note": "已补", "policy": await policy(city, "owner1")}
    assert await refused(city, "owner1", f"{path}/correction", note) == "409 WrongFlow"
    await pooled.do("owner1", "/withdrawal", {"reason": "改为直接投保"})
    body = asked(
        city,
        flow="direct",
        applicant="committee",
        authorisation_file_id=await city.paper("committee"),
    )
    first = body | {"policy": await policy(city, "committee")}
    made = await done(city, "committee", "/cases", first)
    await done(city, "clerk", f"/cases/{made['id']}/recording")
    later = await policy(city, "committee", from_on="2026-09-20", to_on="2027-09-19")
    made = await done(city, "committee", "/cases", body | {"policy": later})
    assert await refused(city, "clerk", f"/cases/{made['id']}/recording") == "409 PolicyNumberUsed"
