"""A batch of household money, and a switch of scopes."""

from models.base import one
from tests.handlers.entries import Waiting
from tests.handlers.funds.till import Till
from tests.world import City


async def fund_batch(city: City) -> Waiting:
    """A home's first deposit."""
    bank = await one("SELECT id FROM bank_account")
    till = Till(city, bank["id"]) if bank else await Till.opened(city)
    batch = await till.enter("first", {"1-201": 700})
    return Waiting(f"/fund-batches/{batch['id']}", "clerk", "finance")


async def scope_switch(city: City) -> Waiting:
    """A building's account becomes those of its units."""
    path = f"/buildings/{city.roll.here.building}/scope-switch"
    body = {"to_kind": "unit", "reason": "业主大会决定"}
    switch = await city.must("POST", path, await city.staff("clerk"), body)
    return Waiting(f"/scope-switches/{switch['id']}", "clerk", "reviewer")


SCENES = {"fund_batch": fund_batch, "scope_switch": scope_switch}
