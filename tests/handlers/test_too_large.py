"""Uploads above their limits, and photos that are none, over HTTP. R2.7, R12.1."""

from functools import partial

import pytest

from handlers.imports import taking
from papers import photos
from papers.sheets.reading import Limits, read_sheets
from tests.access import ROLL
from tests.handlers.objecting import token
from tests.journey import photo
from tests.world import City


async def sent(city: City, who: str, path: str, content: bytes, name: str = "a.jpg") -> str:
    """Status and code of an upload that has to be refused."""
    files = {"file": (name, content, "application/octet-stream")}
    status, body = await city.call("POST", path, await token(city, who), files=files)
    return f"{status} {body['code']}"


async def test_papers_that_are_too_large_or_broken(city: City) -> None:
    """A paper has ten megabytes, a photo ten as well; one that is cut off cannot be read."""
    most = photos.MAX_BYTES
    assert await sent(city, "owner1", "/files", photo()[:-300]) == "422 PhotoUnreadable"
    assert await sent(city, "owner1", "/files", photo() + bytes(most)) == "422 PhotoTooLarge"
    heavy = b"%PDF-1.4\n" + bytes(most) + b"%%EOF\n"
    assert await sent(city, "owner1", "/files", heavy, "a.pdf") == "413 TooLarge"


async def test_a_roll_above_the_limit(city: City, monkeypatch: pytest.MonkeyPatch) -> None:
    """R2.7: refused before a row of it is read."""
    small = partial(read_sheets, limits=Limits(file_bytes=8))
    monkeypatch.setattr(taking, "read_sheets", small)
    assert await sent(city, "clerk", "/imports", ROLL.content(), ROLL.name) == "422 TooManyRows"
