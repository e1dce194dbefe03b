"""The desk over a running city."""

import pytest

from tests.handlers.banking.desk import Desk, desk_of
from tests.world import City


@pytest.fixture
async def desk(city: City) -> Desk:
    """Finance with one bank account and nothing in it."""
    return await desk_of(city)
