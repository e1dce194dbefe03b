"""Debian's server for these tests, with the role and the databases as docs/operations.md says."""

import shutil
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

import pytest

from server import migrate
from tests.databases import apart, statements
from tests.debian import server

CREATED = "CREATE DATABASE {name} OWNER jishou ENCODING UTF8 LOCALE 'C.UTF-8' TEMPLATE {template}"


@dataclass(frozen=True)
class Debian:
    """The server, as its administrator and as the program reach it."""

    admin_url: str

    def url(self, name: str) -> str:
        """A database as the program's own role reaches it."""
        address = urlsplit(self.admin_url)
        place = f"jishou@{address.hostname}:{address.port}"
        return urlunsplit(address._replace(netloc=place, path=f"/{name}"))

    def create(self, name: str, template: str = "template0") -> str:
        """The URL of a new database of the program."""
        apart(statements(self.admin_url, CREATED.format(name=name, template=template)))
        return self.url(name)


@pytest.fixture(scope="session")
def debian() -> Iterator[Debian]:
    """The server of the package, without a database of the program yet."""
    folder = Path(tempfile.mkdtemp(prefix="jishou-debian-"))
    with server.running(folder) as url:
        apart(statements(url, "CREATE ROLE jishou LOGIN"))
        yield Debian(url)
    shutil.rmtree(folder)


@pytest.fixture(scope="session")
def migrated(debian: Debian) -> str:
    """The name of a database there that has every table."""
    apart(migrate.upgrade(debian.create("migrated")))
    return "migrated"
