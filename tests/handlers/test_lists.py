"""Every list: where it goes on, how many there are, and all of it as a file."""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from typing import get_args, get_origin, get_type_hints
from uuid import UUID, uuid4

import msgspec
import pytest

from handlers import lists
from handlers.lists import EXPORTED, Listed, cursor, read_cursor, view_of
from handlers.route import Operation
from models.listing import Code, Moment, Whole
from rules.people import Role
from rules.refusals.asking import Malformed
from server.operations import TABLE
from tests.small_roll import STAFF
from tests.world import City


def whole_lists() -> Iterator[Operation]:
    """Every list that belongs to nothing else."""
    for op in TABLE:
        if get_origin(get_type_hints(op.handler).get("return")) is Listed and "{" not in op.path:
            yield op


async def token_for(city: City, op: Operation) -> str:
    """Somebody whom the list is for."""
    for account, roles in STAFF.items():
        if op.who & set(roles):
            return await city.staff(account)
    if Role.PUBLIC in op.who:
        return ""
    return await city.login("owner1" if op.who & {Role.PERSON, Role.OWNER} else "manager")


async def test_every_list_goes_on_counts_and_is_taken_away(city: City) -> None:
    asked = 0
    for op in whole_lists():
        token, asked = await token_for(city, op), asked + 1
        status, body = await city.call("GET", f"{op.path}?after=x", token)
        assert (status, body["code"]) == (400, "Malformed"), op.name
        body = await city.must("GET", f"{op.path}?limit=1&count=true", token)
        assert body["total"] >= len(body["items"]), op.name
        assert bool(body["next"]) is (body["total"] > 1), op.name
        for ending in ("xlsx", "csv") if op.path in EXPORTED else ():
            assert await city.must("GET", f"{op.path}.{ending}", token), op.name
    assert asked > 5


KEYS = ("s", True, datetime(2025, 3, 3, 1, 2, 3, 4, tzinfo=UTC), date(2025, 3, 3), -(2**63), "甲")
TYPES = (bool, Moment, date, Whole, Code)


def test_a_cursor_keeps_its_place_to_the_microsecond() -> None:
    row = uuid4()
    text = cursor(KEYS[0], [*KEYS[1:], row])
    assert read_cursor(text, "s", (*TYPES, UUID)) == (*KEYS[1:], row)
    assert read_cursor("", "s", (UUID,)) == ()


@pytest.mark.parametrize(
    "text",
    [
        "x",
        "甲",
        "====",
        cursor("s", [1, UUID(int=1)])[:-2],
        cursor("other", ["甲", UUID(int=1)]),
        cursor("s", ["\x00", UUID(int=1)]),
        cursor("s", ["甲"]),
        cursor("s", [2**64 - 1, UUID(int=1)]),
        cursor("s", ["甲", "no id"]),
    ],
)
def test_what_is_no_place_in_this_list_is_malformed(text: str) -> None:
    with pytest.raises(Malformed):
        read_cursor(text, "s", (Code, UUID))


class Seen(msgspec.Struct):
    """A row as it is shown."""

    id: str
    home_id: UUID | None
    at: datetime
    until: datetime | None
    parts: list[int]
    said: str = "nothing"


ROW = {
    "id": UUID(int=7),
    "home_id": UUID(int=8),
    "at": datetime(2025, 3, 3, 1, 2, tzinfo=UTC),
    "until": None,
    "parts": "[1, 2]",
    "unasked": object(),
}


def test_a_view_is_what_the_row_says() -> None:
    seen = view_of(Seen, ROW)
    assert (seen.id, seen.home_id, seen.parts) == (str(UUID(int=7)), UUID(int=8), [1, 2])
    assert (seen.at.isoformat(), seen.until) == ("2025-03-03T09:02:00+08:00", None)
    assert seen.said == "nothing" and view_of(Seen, ROW, said="甲", parts=[]).parts == []


def test_a_row_that_is_not_what_the_view_promises_is_a_fault() -> None:
    for change in ({"at": None}, {"parts": '["a"]'}, {"home_id": "x"}):
        with pytest.raises(msgspec.ValidationError):
            view_of(Seen, ROW | change)
    with pytest.raises(msgspec.ValidationError):
        view_of(Seen, {name: value for name, value in ROW.items() if name != "at"})
    assert lists.BATCH <= 1000 and get_args(Listed[Seen]) == (Seen,)
