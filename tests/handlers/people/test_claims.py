"""Papers instead of a match, authorisations, and the clerk's decisions. R2.4, R2.5, R5.1, R12.2."""

import asyncio
import json
from datetime import timedelta
from typing import Any

from models.base import one, sql
from rules.days import beijing_date
from tests.handlers.people.test_bindings import identity, unbound
from tests.world import City

BUYER = {"name": "欧阳示例", "id_number": "110101199003070011"}


async def claimed(city: City, key: str = "stranger", **sent: Any) -> Any:
    """A claim with one paper; a stranger's home is 1-201, owned by owner2."""
    home = {"home_id": str(city.roll.people["owner2"].homes[0]), **BUYER}
    paper = {"file_ids": [await city.paper(key)]}
    return await city.must("POST", "/binding-claims", await city.login(key), home | paper | sent)


async def decide(city: City, claim: Any, who: str = "clerk", **sent: Any) -> tuple[int, Any]:
    body = {"approve": True, "reason": "材料齐全", **sent}
    path = f"/binding-claims/{claim['id']}/decision"
    return await city.call("POST", path, await city.staff(who), body)


def day(city: City, days: int = 0) -> str:
    return str(beijing_date(city.clock()) + timedelta(days=days))


async def ownerships(city: City, claim: Any) -> list[dict[str, Any]]:
    """The home's owners of today, as the clerk is shown them."""
    path = f"/binding-claims/{claim['id']}"
    found: list[dict[str, Any]] = (await city.must("GET", path, await city.staff("clerk")))[
        "owners"
    ]
    return found


async def test_claim_of_an_owner_in_the_roll_is_approved(city: City) -> None:
    """A name that changed: the number matches, the clerk saw the papers."""
    owner = await unbound(city)
    sent = identity(owner, name="曾用名")
    claim = await claimed(city, "owner2", **sent)
    assert (claim["state"], claim["name"]) == ("open", "曾**")
    status, body = await decide(city, claim)
    assert (status, body["state"], body["reason"]) == (200, "approved", "材料齐全")
    me = await city.must("GET", "/me", await city.login("owner2"))
    assert (me["roles"], me["homes"][0]["how"]) == (["owner", "person"], "papers")
    kinds = [row["kind"] for row in await sql("SELECT kind FROM log_event ORDER BY seq")]
    assert kinds[-3:] == ["ClaimMade", "HomeBound", "ClaimDecided"]


async def test_names_and_numbers_are_sealed_and_masked(city: City) -> None:
    """R12.2, R12.4: in tables, in lists, in the log."""
    claim = await claimed(city)
    queue = await city.must("GET", "/binding-claims?state=open", await city.staff("clerk"))
    assert [one["id"] for one in queue["items"]] == [claim["id"]]
    assert queue["items"][0]["name"] == "欧阳**"
    rows = await sql(
        "SELECT row_to_json(c)::text AS text FROM binding_claim c"
        " UNION ALL SELECT body::text || why FROM log_event"
    )
    shown = json.dumps(queue, ensure_ascii=False) + "".join(row["text"] for row in rows)
    assert BUYER["name"] not in shown and BUYER["id_number"] not in shown


async def test_unmasking_needs_a_reason_and_is_logged(city: City) -> None:
    """R12.2."""
    claim, clerk = await claimed(city), await city.staff("clerk")
    path = f"/binding-claims/{claim['id']}/unmasking"
    status, body = await city.call("POST", path, clerk, {"reason": "  "})
    assert (status, body["code"]) == (422, "ReasonMissing")
    body = await city.must("POST", path, clerk, {"reason": "核对产权证"})
    assert (body["name"], body["id_number"]) == (BUYER["name"], BUYER["id_number"])
    event = await one(
        "SELECT subject_id, why, body::text AS body FROM log_event WHERE kind = 'Unmasked'"
    )
    assert event is not None
    assert (event["subject_id"], event["why"]) == (city.roll.accounts["clerk"], "核对产权证")
    assert BUYER["name"] not in event["body"]
    for other in ("auditor", "reviewer", "administrator", "insurer"):
        status, _ = await city.call("POST", path, await city.staff(other), {"reason": "看看"})
        assert status == 403


async def test_not_in_the_roll_needs_evidence(city: City) -> None:
    """R2.5: a sale the roll does not know; the seller's ownership ends with the buyer's start."""
    claim = await claimed(city)
    status, body = await decide(city, claim)
    assert (status, body["code"]) == (409, "NotInRoll")
    seller = (await ownerships(city, claim))[0]
    assert seller["share_bps"] == 10_000
    evidence = {"from_on": day(city, -3), "share_bps": 10_000, "ends": []}
    status, body = await decide(city, claim, evidence=evidence)
    assert (status, body["code"], body["taken_bps"]) == (422, "SharesExceed", 10_000)
    evidence["ends"] = [seller["ownership_id"]]
    status, body = await decide(city, claim, evidence=evidence | {"from_on": day(city, 1)})
    assert (status, body["code"]) == (422, "BadTerm")
    status, body = await decide(city, claim, evidence=evidence)
    assert (status, body["state"]) == (200, "proposed")
    assert (await ownerships(city, claim))[0]["ownership_id"] == seller["ownership_id"]
    _, shown = await see_claim(city, claim)
    assert shown["evidence"]["ends"] == evidence["ends"]
    await agreed(city, claim)
    owners = await ownerships(city, claim)
    assert [(one["name"], one["from_on"]) for one in owners] == [("欧阳**", day(city, -3))]
    assert (await city.must("GET", "/me", await city.login("stranger")))["roles"] == [
        "owner",
        "person",
    ]
    assert (await city.must("GET", "/me", await city.login("owner2")))["roles"] == ["person"]
    row = await one("SELECT claim_id FROM ownership WHERE claim_id IS NOT NULL")
    assert row is not None and str(row["claim_id"]) == claim["id"]
    # Known to the roll, and still nobody else's to bind.
    again = {"home_id": str(city.roll.people["owner2"].homes[0]), **BUYER}
    status, body = await city.call("POST", "/bindings", await city.login("owner4"), again)
    assert (status, body["code"]) == (422, "IdentityMismatch")


async def see_claim(city: City, claim: Any) -> tuple[int, Any]:
    path = f"/binding-claims/{claim['id']}"
    return await city.call("GET", path, await city.staff("clerk2"))


async def agreed(city: City, claim: Any) -> None:
    """A second person looked at the papers that end somebody's ownership."""
    path = f"/binding-claims/{claim['id']}/confirmation"
    await city.must("POST", path, await city.staff("clerk2"))


async def test_evidence_must_fit_the_roll(city: City) -> None:
    claim = await claimed(city)
    elsewhere = await one(
        "SELECT id FROM ownership WHERE owner_id = $1", city.roll.people["owner4"].owner_id
    )
    assert elsewhere is not None
    evidence = {"from_on": day(city), "share_bps": 5000, "ends": [str(elsewhere["id"])]}
    assert (await decide(city, claim, evidence=evidence))[1]["code"] == "NotFound"
    for share in (0, 10_001):
        bad = {"from_on": day(city), "share_bps": share, "ends": []}
        assert (await decide(city, claim, evidence=bad))[0] == 400
    row = await one("SELECT count(*) AS many FROM ownership WHERE to_on IS NOT NULL")
    assert row is not None and row["many"] == 0


async def test_owner_in_the_roll_gets_no_second_ownership(city: City) -> None:
    owner = await unbound(city)
    claim = await claimed(city, "owner2", **identity(owner))
    evidence = {"from_on": day(city), "share_bps": 1, "ends": []}
    assert (await decide(city, claim, evidence=evidence))[0] == 400
    assert (await decide(city, claim))[0] == 200


async def test_home_that_left_the_developer_counts_for_the_buyer(city: City) -> None:
    """R2.2."""
    home = city.roll.here.homes["2-601"]
    claim = await claimed(city, home_id=str(home))
    ends = [one["ownership_id"] for one in await ownerships(city, claim)]
    evidence = {"from_on": day(city), "share_bps": 10_000, "ends": ends}
    assert (await decide(city, claim, evidence=evidence))[0] == 200
    await agreed(city, claim)
    row = await one("SELECT developer_held FROM home WHERE id = $1", home)
    assert row == {"developer_held": False}


async def test_refused_with_a_reason_and_claimed_again(city: City) -> None:
    claim = await claimed(city)
    assert (await decide(city, claim, approve=False, reason=""))[1]["code"] == "ReasonMissing"
    _, body = await decide(city, claim, approve=False, reason="缺产权证")
    assert (body["state"], body["reason"]) == ("refused", "缺产权证")
    assert (await decide(city, claim))[1]["code"] == "AlreadyDecided"
    own = await city.must("GET", "/binding-claims", await city.login("stranger"))
    assert own["items"] == [body]
    await claimed(city)


async def test_decided_once_by_two_clerks_at_once(city: City) -> None:
    owner = await unbound(city)
    claim = await claimed(city, "owner2", **identity(owner))
    answers = await asyncio.gather(
        decide(city, claim), decide(city, claim, "clerk2"), decide(city, claim, approve=False)
    )
    assert sorted(status for status, _ in answers) == [200, 409, 409]


async def test_only_a_clerk_decides(city: City) -> None:
    claim = await claimed(city)
    for other in ("auditor", "reviewer", "finance", "administrator", "insurer", "street"):
        assert (await decide(city, claim, other))[0] == 403
    path = f"/binding-claims/{claim['id']}/decision"
    sent = {"approve": True, "reason": "我自己"}
    assert (await city.call("POST", path, await city.login("stranger"), sent))[0] == 403


async def test_a_claim_is_one_s_own(city: City) -> None:
    """Seen and withdrawn by the claimant alone; one open claim for a home; own papers only."""
    claim, token = await claimed(city), await city.login("stranger")
    other = await city.login("owner4")
    assert (await city.must("GET", "/binding-claims", other))["items"] == []
    assert (await city.call("GET", f"/binding-claims/{claim['id']}", token))[0] == 403
    path = f"/binding-claims/{claim['id']}"
    sent = {
        "home_id": claim["home"]["home_id"],
        **BUYER,
        "file_ids": [await city.paper("stranger")],
    }
    status, body = await city.call("POST", "/binding-claims", token, sent)
    assert (status, body["code"]) == (409, "ClaimPending")
    sent["file_ids"] = [await city.paper("owner4")]
    assert (await city.call("POST", "/binding-claims", token, sent))[1]["code"] == "NotFound"
    assert (await city.call("DELETE", path, other))[0] == 404
    assert (await city.call("DELETE", path, token))[0] == 204
    assert (await decide(city, claim))[1]["code"] == "AlreadyDecided"


async def test_five_claims_may_wait(city: City) -> None:
    homes = list(city.roll.here.homes.values())
    for home in homes[:5]:
        await claimed(city, home_id=str(home))
    sent = {"home_id": str(homes[5]), **BUYER, "file_ids": [await city.paper("stranger")]}
    status, body = await city.call("POST", "/binding-claims", await city.login("stranger"), sent)
    assert (status, body["code"]) == (409, "ClaimPending") and "等待审核" in body["detail"]


async def test_bound_home_needs_no_claim(city: City) -> None:
    owner, token = city.roll.people["owner2"], await city.login("owner2")
    sent = identity(owner) | {"file_ids": [await city.paper("owner2")]}
    status, body = await city.call("POST", "/binding-claims", token, sent)
    assert (status, body["code"]) == (409, "AlreadyBound")


async def test_queue_goes_on_page_by_page(city: City) -> None:
    homes = list(city.roll.here.homes.values())
    made = []
    for home in homes[:5]:
        made.append((await claimed(city, home_id=str(home)))["id"])
        city.clock.advance(seconds=1)
    clerk, seen, after = await city.staff("clerk"), [], ""
    while True:
        page = await city.must("GET", f"/binding-claims?limit=2&after={after}", clerk)
        seen += [claim["id"] for claim in page["items"]]
        if not (after := page["next"]):
            break
    assert seen == made[::-1]
    there = f"/binding-claims?community_id={city.roll.there.community}"
    assert (await city.must("GET", there, clerk))["items"] == []
    assert (await city.call("GET", "/binding-claims?after=x", clerk))[0] == 400


async def asked(city: City, **other: Any) -> tuple[int, Any]:
    """An authorisation asked for by a stranger."""
    sent = {
        "community_id": str(city.roll.here.community),
        "role": "manager",
        "name": "张三",
        "body_name": "示例物业服务有限公司",
        "file_id": await city.paper("stranger"),
        "from_on": day(city),
        "to_on": day(city, 365),
        **other,
    }
    return await city.call("POST", "/appointments", await city.login("stranger"), sent)


async def judged(city: City, view: Any, who: str = "clerk", **sent: Any) -> tuple[int, Any]:
    path = f"/appointments/{view['id']}/decision"
    body = {"approve": True, "reason": "授权书有效", **sent}
    return await city.call("POST", path, await city.staff(who), body)


async def test_manager_is_authorised_for_the_term(city: City) -> None:
    """R5.1: nothing before the decision, nothing after the last day."""
    _, view = await asked(city)
    token = await city.login("stranger")
    assert (await city.must("GET", "/me", token))["roles"] == ["person"]
    queue = await city.must("GET", "/appointments?state=open", await city.staff("clerk"))
    assert queue["items"] == [view]
    assert (await judged(city, view))[1]["state"] == "approved"
    me = await city.must("GET", "/me", token)
    assert (me["roles"], me["standings"][0]["role"]) == (["manager", "person"], "manager")
    city.clock.advance(days=365)
    assert (await city.must("GET", "/me", token))["roles"] == ["manager", "person"]
    city.clock.advance(days=1)
    assert (await city.must("GET", "/me", token))["roles"] == ["person"]
    assert (await judged(city, view))[1]["code"] == "AlreadyDecided"


async def test_terms_that_cannot_be(city: City) -> None:
    for term in (
        {"from_on": day(city, 10), "to_on": day(city, 9)},
        {"from_on": day(city, -9), "to_on": day(city, -1)},
        {"from_on": day(city), "to_on": day(city, 365 * 6)},
    ):
        assert (await asked(city, **term))[1]["code"] == "BadTerm"
    assert (await asked(city, role="clerk"))[0] == 400
    assert (await asked(city, file_id=await city.paper("owner4")))[1]["code"] == "NotFound"
    assert (await asked(city, community_id=str(city.roll.here.scope)))[1]["code"] == "NotFound"
    _, view = await asked(city, to_on=day(city, 3))
    assert (await asked(city))[1]["code"] == "ClaimPending"
    city.clock.advance(days=4)
    assert (await judged(city, view))[1]["code"] == "BadTerm"
    assert (await judged(city, view, approve=False))[1]["state"] == "refused"


async def test_a_firm_that_the_roll_does_not_have_is_seen(city: City) -> None:
    """R5.1: of a manager, however it is spaced; a committee is in no roll."""
    assert (await asked(city, body_name="某某物业"))[1]["body_differs"]
    _, committee = await asked(city, role="committee", body_name="石榴苑业主委员会")
    assert not committee["body_differs"]
    token = await city.login("stranger")
    first = (await city.must("GET", "/appointments?role=manager", token))["items"][0]
    await city.must("POST", f"/appointments/{first['id']}/end", token, {})
    _, right = await asked(city, body_name="示例物业 服务有限公司")
    assert not right["body_differs"]


async def test_the_clerk_knows_who_asks_for_which_body(city: City) -> None:
    """R5.1, R12.2: the name to compare with the paper; sealed, and masked for everybody else."""
    _, view = await asked(city, name=" 石磊 ")
    queue = await city.must("GET", "/appointments?state=open", await city.staff("clerk"))
    assert [(one["name"], one["body_name"]) for one in queue["items"]] == [
        ("石磊", "示例物业服务有限公司")
    ]
    row = await one("SELECT name_cipher FROM appointment WHERE id = $1", view["id"])
    assert row is not None and "石磊".encode() not in bytes(row["name_cipher"])
    path = f"/appointments/{view['id']}/decision"
    await city.must("POST", path, await city.staff("clerk"), {"approve": True, "reason": "相符"})
    me = await city.must("GET", "/me", await city.login("stranger"))
    assert (me["name"], me["standings"][0]["name"]) == ("石*", "石*")
    home = await city.must("GET", "/me/home", await city.login("stranger"))
    assert home["name"] == "石*"


async def test_appointment_is_ended_by_the_person_or_the_centre(city: City) -> None:
    token = await city.login("manager")
    view = (await city.must("GET", "/appointments", token))["items"][0]
    path = f"/appointments/{view['id']}/end"
    assert (await city.call("POST", path, await city.login("owner4"), {}))[0] == 404
    clerk = await city.staff("clerk")
    assert (await city.call("POST", path, clerk, {}))[1]["code"] == "ReasonMissing"
    body = await city.must("POST", path, clerk, {"reason": "合同解除"})
    assert body["state"] == "ended"
    assert (await city.must("GET", "/me", token))["roles"] == ["person"]
    assert (await city.call("POST", path, token, {}))[1]["code"] == "AlreadyDecided"
    _, mine = await asked(city)
    path = f"/appointments/{mine['id']}/end"
    assert (await city.call("POST", path, clerk, {"reason": "x"}))[1]["code"] == "AlreadyDecided"
    body = await city.must("POST", path, await city.login("stranger"), {})
    assert body["state"] == "withdrawn"
    assert (await judged(city, mine))[1]["code"] == "AlreadyDecided"


async def test_only_clerks_decide_on_appointments(city: City) -> None:
    _, view = await asked(city)
    for other in ("auditor", "reviewer", "administrator", "insurer", "street"):
        assert (await judged(city, view, other))[0] == 403
    others = await city.must("GET", "/appointments", await city.login("owner4"))
    assert others["items"] == []
