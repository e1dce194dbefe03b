"""An import of the roll."""

from tests.handlers.entries import Waiting
from tests.handlers.imports.clerk import Clerk, packed
from tests.world import City


async def imported(city: City) -> Waiting:
    """A checked file."""
    clerk = Clerk(city, await city.staff("clerk"))
    view = await clerk.checked(packed())
    return Waiting(f"/imports/{view['id']}", "clerk", "reviewer")


SCENES = {"import": imported}
