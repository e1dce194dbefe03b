"""Changes of accounts."""

from uuid import uuid4

from tests.employees import employee
from tests.handlers.entries import Waiting
from tests.handlers.objecting import done
from tests.world import City


async def opened(city: City) -> Waiting:
    """An account for somebody new, by the administrator."""
    sent = {"username": f"new.{uuid4().hex[:8]}", "employee": employee(), "roles": ["clerk"]}
    change = await done(city, "administrator", "/staff/accounts", sent)
    return Waiting(f"/staff/account-changes/{change['id']}", "administrator", "auditor")


SCENES = {"account_change": opened}
