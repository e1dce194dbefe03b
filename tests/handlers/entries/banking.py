"""The month's certificate of an account in which nothing moved."""

from uuid import uuid4

from sandbox.bank_paper import Exported
from tests.handlers.banking.desk import desk_of, on
from tests.handlers.entries import Waiting
from tests.world import City


async def reconciliation(city: City) -> Waiting:
    """March of a quiet account."""
    desk = await desk_of(city, f"62{uuid4().int % 10**14:014d}")
    await desk.taken(Exported([], 0, on(1), on(31)), opening_fen=0)
    made = await desk.prepared()
    return Waiting(f"/reconciliations/{made['id']}", "finance", "reviewer")


SCENES = {"reconciliation": reconciliation}
