"""The city that `make run` leaves, with its own processes, over a copied database."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import asyncpg
import pytest

from sandbox.demo.play import Play
from sandbox.demo.running import STATES, found_city
from sandbox.stage import Ports, Stage, staged
from tests.databases import Copies, apart, as_program

PHONE = "http://192.168.1.20:8000"


@dataclass
class Living:
    """The running city; `made` are its cases as they were answered."""

    stage: Stage
    database_url: str
    made: list[dict[str, Any]]
    hand: Play
    tokens: dict[str, str] = field(default_factory=dict)

    def ask(self, path: str, username: str = "clerk.1") -> Any:
        """What that account reads."""
        return self.hand.must("GET", path, self.token(username))

    def token(self, username: str) -> str:
        """The account's token."""
        if not self.tokens:
            items = self.hand.must("GET", "/sandbox/staff?limit=200")["items"]
            self.tokens = {one["username"]: one["token"] for one in items}
        return self.tokens[username]

    def states(self) -> dict[str, str]:
        """All cases' states by their numbers."""
        items = self.ask("/cases?limit=200")["items"]
        return {one["number"]: one["state"] for one in items}

    def rows(self, statement: str, *values: Any) -> list[Any]:
        """What stands in the database."""
        return apart(_rows(self.database_url, statement, *values))


async def _rows(url: str, statement: str, *values: Any) -> list[Any]:
    connection = await asyncpg.connect(url)
    try:
        return [tuple(row) for row in await connection.fetch(statement, *values)]
    finally:
        await connection.close()


@contextmanager
def founded(
    copies: Copies, template: str, folder: Path, states: tuple[str, ...] = STATES
) -> Iterator[Living]:
    """A city of its own with cases in these states, gone afterwards."""
    url = copies.make(template)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("DATABASE_URL", as_program(url, copies.var_dir))
        patch.setenv("MIGRATE_DATABASE_URL", url)
        patch.setenv("PUBLIC_URL", PHONE)
        everywhere = replace(Ports.anywhere(), host="0.0.0.0")
        with staged(folder, ports=everywhere, same_ids=True) as stage:
            made = found_city(stage, states)
            yield Living(stage, url, made, Play(stage.url, stage.control_url))
    copies.drop(url)


@pytest.fixture(scope="module")
def living(
    copies: Copies, template: str, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Living]:
    """The whole city of `make run`, its worker at work."""
    with founded(copies, template, tmp_path_factory.mktemp("run")) as city:
        city.stage.begin_work()
        yield city
