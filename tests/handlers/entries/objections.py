"""A paper that ends an objection."""

from models.base import one
from tests.handlers.entries import Waiting
from tests.handlers.objecting import entered_on_paper, noticed, objects
from tests.world import City


async def ending(city: City) -> Waiting:
    """Signed by who objected; entered by a clerk who does not handle the case."""
    row = await one("SELECT id FROM objection WHERE state = 'open'")
    if row is None:
        row = {"id": (await objects(city, await noticed(city), "owner5"))["objection_id"]}
    return Waiting(await entered_on_paper(city, str(row["id"]), "settled"), "clerk2", "reviewer")


SCENES = {"objection_ending": ending}
