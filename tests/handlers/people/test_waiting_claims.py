"""Claims that wait for their second person, while the claimant does something else. R2.5, R2.10."""

from tests.handlers.objecting import refused
from tests.handlers.people.test_bindings import identity, unbound
from tests.handlers.people.test_claims import BUYER, claimed, day, decide, ownerships
from tests.world import City


async def test_a_login_that_is_bound_or_has_to_wait_changes_nothing(city: City) -> None:
    """R2.5, R2.10: the seller's own login, for a firm that bought, was bound while the papers
    waited; and another login asked for the claimed owner's place first."""
    owner = await unbound(city)
    firm = {"name": "示例商贸有限公司", "id_number": "91350100M000100Y43"}
    claim = await claimed(city, "owner2", **firm)
    ends = [one["ownership_id"] for one in await ownerships(city, claim)]
    evidence = {"from_on": day(city), "share_bps": 10_000, "ends": ends}
    assert (await decide(city, claim, evidence=evidence))[1]["state"] == "proposed"
    await city.must("POST", "/bindings", await city.login("owner2"), identity(owner))
    path = f"/binding-claims/{claim['id']}/confirmation"
    assert await refused(city, "clerk2", path) == "409 AlreadyBound"
    assert [one["ownership_id"] for one in await ownerships(city, claim)] == ends
    await unbound(city, "owner4")
    known = city.roll.people["owner8"]
    for who, home in (("stranger", known.homes[0]), ("owner4", owner.homes[0])):
        claim = await claimed(city, who, **identity(known) | {"home_id": str(home)})
        if who == "owner4":
            assert (await decide(city, claim, evidence=evidence))[1]["state"] == "proposed"
        else:
            assert (await decide(city, claim))[1]["state"] == "approved"
    path = f"/binding-claims/{claim['id']}/confirmation"
    assert await refused(city, "clerk2", path) == "409 ClaimPending"


async def test_a_home_is_claimed_once_until_it_is_decided(city: City) -> None:
    """What waits for its second person is an open claim again where they do not agree."""
    claim = await claimed(city)
    ends = [one["ownership_id"] for one in await ownerships(city, claim)]
    evidence = {"from_on": day(city), "share_bps": 10_000, "ends": ends}
    assert (await decide(city, claim, evidence=evidence))[1]["state"] == "proposed"
    sent = {"home_id": claim["home"]["home_id"], **BUYER}
    sent |= {"file_ids": [await city.paper("stranger")]}
    assert await refused(city, "stranger", "/binding-claims", sent) == "409 ClaimPending"
    path = f"/binding-claims/{claim['id']}/dropping"
    dropped = await city.must("POST", path, await city.staff("clerk2"), {"reason": "证件不清"})
    assert dropped["state"] == "open"
