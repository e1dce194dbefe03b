"""附件一1：业主委员会，或者受其书面授权的物业服务企业，也可以申请；不需要逐户签名。

A body stands on its papers: the authorisation is uploaded, a clerk looks at it, and from then on
the body applies, contracts and asks for the payout. Everything else is as for three owners.
"""

from typing import Any

import pytest

from rules.days import beijing_date
from tests.journey import PREMIUMS, Journey
from tests.small_roll import POOLED_FEN
from tests.stories.telling import Money, done, money, nothing_amiss, refused, told, uploaded
from tests.world import City

BODIES = {"committee": "石榴苑业主委员会", "manager": "示例物业服务有限公司"}


@pytest.mark.parametrize("role", list(BODIES))
async def test_a_body_with_written_authority_insures_the_elevators(city: City, role: str) -> None:
    """R5.1, 二(一): from the paper that names the body to the policy."""
    await nobody_yet(city, role)
    await the_centre_approves_the_authority(city, role)
    trip = await the_body_applies(city, role)
    await owners_need_not_sign(trip)
    await it_goes_its_way(trip)
    await it_ends_with_the_term(city, role)
    await nothing_amiss()


def asked(city: City, role: str, **more: Any) -> dict[str, Any]:
    """The application of a body for both elevators."""
    return {
        "scope_id": str(city.roll.here.scope),
        "elevator_ids": [str(one) for one in city.roll.here.elevators],
        "insurer_id": str(city.roll.insurer),
        "applicant": role,
        **more,
    }


async def nobody_yet(city: City, role: str) -> None:
    """A login is no authority (R2.5): who was not approved, or only elsewhere, may not apply."""
    assert await refused(city, "stranger", "/cases", asked(city, role)) == "403 HomeNotBound"
    away = asked(city, "manager", authorisation_file_id=await city.paper("other_manager"))
    assert await refused(city, "other_manager", "/cases", away) == "409 NoAuthorisation"


async def the_centre_approves_the_authority(city: City, role: str) -> None:
    """书面授权和任期由经办人审核，名册没有记载该单位的由另一人复核；此前什么也办不了。"""
    today = beijing_date(city.clock())
    body = {
        "community_id": str(city.roll.here.community),
        "role": role,
        "name": "张三",
        "body_name": BODIES[role],
        "file_id": await uploaded(city, "stranger", "授权书.jpg"),
        "from_on": today.isoformat(),
        "to_on": today.replace(year=today.year + 1).isoformat(),
    }
    asked_for = await done(city, "stranger", "/appointments", body)
    assert asked_for["state"] == "open"
    assert await refused(city, "stranger", "/cases", asked(city, role)) == "403 HomeNotBound"
    assert "appointment_waits" in await told(city, "clerk")
    yes, path = {"approve": True, "reason": "与公章备案一致"}, f"/appointments/{asked_for['id']}"
    judged = await done(city, "clerk", f"{path}/decision", yes)
    assert judged["state"] == ("proposed" if judged["two_people"] else "approved")
    assert judged["two_people"] == (role == "committee")
    if judged["two_people"]:
        assert await refused(city, "clerk", f"{path}/confirmation") == "403 SamePerson"
        assert await refused(city, "stranger", "/cases", asked(city, role)) == "403 HomeNotBound"
        assert (await done(city, "reviewer", f"{path}/confirmation"))["state"] == "approved"
    assert await told(city, "stranger") == ["appointment_decided"]


async def the_body_applies(city: City, role: str) -> Journey:
    """With the resolution for this very case; without it there is no application."""
    assert await refused(city, "stranger", "/cases", asked(city, role)) == "409 NoAuthorisation"
    paper = await uploaded(city, "stranger", "申请授权.jpg")
    trip = await Journey.applied(city, who="stranger", applicant=role, authorisation_file_id=paper)
    assert (trip.body["state"], trip.body["signatures"]) == ("filed", 0)
    papers = await trip.do("clerk", "/documents", method="GET")
    assert [one["kind"] for one in papers["items"]] == ["authorisation"]
    return trip


async def owners_need_not_sign(trip: Journey) -> None:
    """Their say is the notice: there are no signatures to give, and they may still object."""
    path = f"/cases/{trip.id}/signatures"
    assert await refused(trip.city, "owner1", path) == "409 NotAllowedNow"


async def it_goes_its_way(trip: Journey) -> None:
    """受理、方案、公示、备案、合同、拨付、保单，and the body hears of each step."""
    for step in ("accept", "plan", "publish", "post", "wait", "register"):
        await trip.way()[step]()
    contract = f"/cases/{trip.id}/contract"
    body = {"number": "HT-9", "from_on": "2025-10-01", "to_on": "2026-09-30", "amount_fen": 1}
    body["file_id"] = await trip.city.paper("owner1")
    assert await refused(trip.city, "owner1", contract, body) == "403 NotApplicant"
    for step in ("contract", "payout", "prepare", "approve", "issue"):
        await trip.way()[step]()
    assert trip.body["state"] == "insured"
    left = POOLED_FEN - sum(PREMIUMS)
    assert await money(trip.city, "committee") == Money(left, 0, left)
    heard = await told(trip.city, "stranger")
    for kind in ("application_accepted", "plan_filed", "contract_to_sign", "payout_to_ask"):
        assert kind in heard
    assert "premium_paid" in heard and "policy_issued" in heard


async def it_ends_with_the_term(city: City, role: str) -> None:
    """The day after its last day the paper is worth nothing, without anybody doing anything."""
    city.clock.advance(days=400)
    paper = await city.paper("stranger")
    late = asked(city, role, authorisation_file_id=paper)
    assert await refused(city, "stranger", "/cases", late) == "403 HomeNotBound"
