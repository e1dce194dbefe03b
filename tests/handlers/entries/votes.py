"""A written proxy, a co-owner named to speak for a home, service of a vote."""

from models.base import one
from tests.handlers.entries import Waiting
from tests.handlers.votes.polling import opened, shown
from tests.handlers.votes.test_proxies import entered
from tests.handlers.votes.test_representatives import naming, path_of
from tests.handlers.votes.test_service import enters
from tests.world import City


async def proxy(city: City) -> Waiting:
    """Owner2's, to owner4."""
    vote = await one("SELECT id::text AS id FROM vote")
    made = await entered(city, await shown(city, vote) if vote else await opened(city))
    return Waiting(f"/proxies/{made['id']}", "clerk", "clerk2")


async def representative(city: City) -> Waiting:
    """Of the home with two owners."""
    made = await city.must("POST", path_of(city), await city.staff("clerk"), await naming(city))
    return Waiting(f"/representatives/{made['id']}", "clerk", "reviewer")


async def service_entry(city: City) -> Waiting:
    """Service on one home."""
    vote = await one("SELECT id::text AS id FROM vote")
    made = await enters(city, vote or await opened(city), "1-201")
    return Waiting(f"/service-entries/{made['id']}", "clerk", "clerk2")


SCENES = {"proxy": proxy, "representative": representative, "service_entry": service_entry}
