"""What drills measured is printed at the end, one line each."""

from collections.abc import AsyncIterator, Callable
from pathlib import Path

import pytest

from tests.drills.stand import Stand, standing

FIGURES: list[str] = []


@pytest.fixture
def figure() -> Callable[[str], None]:
    """Keep one line for the summary."""
    return FIGURES.append


@pytest.fixture
async def stand(database_url: str, redis_url: str, tmp_path: Path) -> AsyncIterator[Stand]:
    """A planted database; the drill starts the processes."""
    async with standing(database_url, redis_url, tmp_path) as built:
        yield built


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """The figures, where pytest ends."""
    if FIGURES:
        terminalreporter.section("drills")
        for line in FIGURES:
            terminalreporter.write_line(line)
