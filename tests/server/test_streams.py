"""Files that are made while they are sent: refused in time, torn when they cannot be finished."""

from collections.abc import AsyncIterator
from typing import Any

import httpx
import pytest

from handlers import lists
from tests.world import City

PATH = "/unpaid-homes.csv"


async def test_a_file_is_whole_however_small_its_batches(
    city: City, monkeypatch: pytest.MonkeyPatch
) -> None:
    token = await city.staff("finance")
    whole = await city.must("GET", PATH, token)
    monkeypatch.setattr(lists, "BATCH", 2)
    assert await city.must("GET", PATH, token) == whole
    assert city.last.headers["transfer-encoding"] == "chunked"
    assert city.last.headers["x-request-id"] and "attachment" in str(city.last.headers)
    lines = whole.decode("utf-8-sig").splitlines()
    page = await city.must("GET", "/unpaid-homes?limit=200&count=true", token)
    assert len(lines) == 1 + page["total"] == 1 + len(page["items"]) > 10
    assert (await city.call("GET", f"{PATH}?limit=3", token))[0] == 400
    assert (await city.call("GET", PATH, await city.login("owner1")))[0] == 403


async def test_a_fault_before_the_first_part_is_a_refusal(
    city: City, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The status is not sent before there is something to send."""
    monkeypatch.setattr("handlers.lists.csv_stream", _torn(0))
    status, body = await city.call("GET", PATH, await city.staff("finance"))
    assert (status, body["code"]) == (503, "TemporarilyUnavailable")


async def test_a_fault_in_the_middle_tears_the_file(
    city: City, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Half a file is never taken for a whole one; the next request is served."""
    monkeypatch.setattr("handlers.lists.csv_stream", _torn(2))
    with pytest.raises(httpx.RemoteProtocolError):
        await city.call("GET", PATH, await city.staff("finance"))
    monkeypatch.undo()
    assert await city.must("GET", PATH, await city.staff("finance"))


def _torn(after: int) -> Any:
    async def parts(*_: Any) -> AsyncIterator[bytes]:
        for _part in range(after):
            yield b"\xef\xbb\xbf" + "房屋编号\r\n".encode()
        raise TimeoutError("the database went away")

    return parts
