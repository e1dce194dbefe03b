"""An import of the roll, and the door behind its openings."""

from tests.handlers.entries import Waiting
from tests.handlers.imports.clerk import Clerk, packed
from tests.world import City


async def imported(city: City) -> Waiting:
    """A checked file."""
    clerk = Clerk(city, await city.staff("clerk"))
    view = await clerk.checked(packed())
    return Waiting(f"/imports/{view['id']}", "clerk", "reviewer")


async def opening_closing(city: City) -> Waiting:
    """The door of a building."""
    body = {"building_ids": [str(city.roll.here.building)]}
    made = await city.must("POST", "/opening-closings", await city.staff("finance"), body)
    return Waiting(f"/opening-closings/{made['id']}", "finance", "reviewer")


SCENES = {"import": imported, "opening_closing": opening_closing}
