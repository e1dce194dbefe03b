"""Operations are asked as the program's role: it may do all that they need. R12.5."""

import pytest

from server import engines as embedded
from tests.databases import as_program


@pytest.fixture
def database_url(database_url: str, engines: embedded.Engines) -> str:
    """The same database, for somebody who does not own it; `tamper` does what only owners may."""
    return as_program(database_url, engines.var_dir)
