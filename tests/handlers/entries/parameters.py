"""A change of parameters."""

from models.base import sql
from tests.handlers.entries import Waiting
from tests.handlers.test_parameters import proposed
from tests.world import City


async def changed(city: City) -> Waiting:
    """Longer notices, by a clerk who is a reviewer as well."""
    await sql("UPDATE account SET roles = 'clerk,reviewer' WHERE username = 'clerk'")
    return Waiting(await proposed(city, notice__days=10), "clerk", "reviewer")


SCENES = {"parameter_change": changed}
