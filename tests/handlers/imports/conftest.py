"""The clerk who imports."""

import pytest

from tests.handlers.imports.clerk import Clerk
from tests.world import City


@pytest.fixture
async def clerk(city: City) -> Clerk:
    return Clerk(city, await city.staff("clerk"))
