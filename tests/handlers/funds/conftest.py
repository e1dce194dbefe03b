"""What the tests of household funds start with."""

import pytest

from tests.handlers.funds.till import Till
from tests.world import City


@pytest.fixture
async def till(city: City) -> Till:
    """The small roll with its bank account."""
    return await Till.opened(city)
