"""A binding that the Centre ends."""

from models.base import one
from tests.handlers.entries import Waiting
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


SCENES = {"binding_ending": binding_ending}
