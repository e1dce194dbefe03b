"""A binding that the Centre ends, a claim that would end an ownership, a body of no roll."""

from models.base import one
from tests.handlers.entries import Waiting
from tests.handlers.people.test_claims import (
    asked,
    claimed,
    day,
    decide,
    judged,
    ownerships,
)
from tests.handlers.people.test_corrections import asked as wished
from tests.handlers.people.test_corrections import found_right
from tests.world import City


async def binding_ending(city: City) -> Waiting:
    """Of a login that is bound still."""
    row = await one(
        "SELECT b.id FROM live_bindings() b WHERE NOT EXISTS (SELECT 1 FROM binding_ending e"
        " WHERE e.person_id = b.person_id AND e.owner_id = b.owner_id AND e.state = 'draft')"
        " ORDER BY b.id LIMIT 1"
    )
    assert row is not None
    body = {"binding_id": str(row["id"]), "reason": "经核实冒用他人身份"}
    made = await city.must("POST", "/binding-endings", await city.staff("clerk"), body)
    return Waiting(f"/binding-endings/{made['id']}", "clerk", "clerk2")


async def binding_claim(city: City) -> Waiting:
    """Papers of a buyer of 1-201, by which the seller's ownership would end."""
    row = await one("SELECT id FROM binding_claim WHERE state = 'open'")
    claim = {"id": str(row["id"])} if row else await claimed(city)
    ends = [one["ownership_id"] for one in await ownerships(city, claim)]
    evidence = {"from_on": day(city), "share_bps": 10_000, "ends": ends}
    assert (await decide(city, claim, evidence=evidence))[0] == 200
    return Waiting(f"/binding-claims/{claim['id']}", "clerk", "reviewer")


async def correction(city: City) -> Waiting:
    """Of an owner's name, one of several; what was dropped before is found right anew."""
    row = await one("SELECT id FROM roll_correction WHERE state = 'open'")
    asked_id = str(row["id"]) if row else (await wished(city))["id"]
    assert (await found_right(city, asked_id))[0] == 200
    return Waiting(f"/corrections/{asked_id}", "clerk", "reviewer")


async def appointment(city: City) -> Waiting:
    """Of a member of a committee, whom no roll names."""
    _, view = await asked(city, role="committee", body_name="石榴苑业主委员会")
    if view.get("code") == "ClaimPending":
        row = await one("SELECT id FROM appointment WHERE state = 'open'")
        assert row is not None
        view = {"id": str(row["id"])}
    assert (await judged(city, view))[1]["state"] == "proposed"
    return Waiting(f"/appointments/{view['id']}", "clerk", "reviewer")


SCENES = {
    "correction": correction,
    "binding_ending": binding_ending,
    "binding_claim": binding_claim,
    "appointment_beyond_roll": appointment,
}
