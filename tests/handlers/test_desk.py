"""The desk: what waits for whom. R1.2, R9.4."""

from datetime import timedelta
from typing import Any
from urllib.parse import quote

import pytest

from handlers.desk import sources
from models import desk
from rules.cases import State
from tests.builders import case_in
from tests.handlers.entries import scenes
from tests.plans import read_whole, written_out
from tests.world import City


async def rows(city: City, who: str, query: str = "") -> list[dict[str, Any]]:
    page = await city.must("GET", f"/desk?limit=200&{query}", await city.staff(who))
    return list(page["items"])


async def test_everybody_sees_what_waits_for_them(city: City) -> None:
    filed = await case_in(State.FILED, city.roll, city.clock())
    asked = await case_in(State.REQUESTED, city.roll, city.clock())
    entered = await scenes()["voucher"](city)

    async def kinds(who: str, whose: str = "mine") -> dict[str, str]:
        return {one["id"]: one["kind"] for one in await rows(city, who, f"whose={whose}")}

    assert await kinds("clerk") == {str(filed.id): "filed"}
    assert await kinds("finance") == {str(asked.id): "requested"}
    assert await kinds("finance", "entered") == {entered.id: "voucher"}
    assert await kinds("finance2") == {str(asked.id): "requested", entered.id: "voucher"}
    every = {str(filed.id): "filed", str(asked.id): "requested", entered.id: "voucher"}
    assert await kinds("auditor") == every == await kinds("clerk", "all")
    (voucher,) = await rows(city, "reviewer", "kind=voucher")
    assert (voucher["kind_title"], voucher["to_do"], voucher["amount_fen"]) == (
        *("记账凭证", "复核"),
        700,
    )
    assert voucher["title"].startswith("JZ-2025-000001") and voucher["entered_by_name"]
    assert (await city.call("GET", "/desk", await city.login("owner1")))[0] == 403


async def test_the_desk_narrows_and_goes_on(city: City) -> None:
    first = await case_in(State.REQUESTED, city.roll, city.clock())
    city.clock.advance(days=40)
    later = await case_in(State.FILED, city.roll, city.clock())

    async def found(query: str) -> list[str]:
        return [one["id"] for one in await rows(city, "auditor", query)]

    both = [str(first.id), str(later.id)]
    assert await found("") == both == await found("sort=oldest")
    assert await found("sort=newest") == both[::-1]
    assert await found("overdue=true") == both[:1]
    day = city.clock().date()
    assert await found(f"from_on={day}") == both[1:]
    assert await found(f"to_on={day - timedelta(days=1)}") == both[:1]
    assert await found(f"community_id={city.roll.here.community}") == both
    assert await found(f"community_id={city.roll.there.community}") == []
    assert await found(f"insurer_id={city.roll.insurer}") == both
    assert await found(f"q={quote(later.number[-4:])}&kind=filed") == both[1:]
    assert await found("kind=no_such_kind") == []
    token = await city.staff("auditor")
    page = await city.must("GET", "/desk?limit=1&count=true", token)
    assert page["total"] == 2 and page["items"][0]["overdue"]
    rest = await city.must("GET", f"/desk?limit=1&after={page['next']}", token)
    assert [one["id"] for one in rest["items"]] == both[1:] and rest["next"] == ""
    bad = await city.call("GET", f"/desk?sort=newest&after={page['next']}", token)
    assert (bad[0], bad[1]["code"]) == (400, "Malformed")


async def test_what_waits_is_counted_by_kind(city: City) -> None:
    await case_in(State.REQUESTED, city.roll, city.clock())
    city.clock.advance(days=40)
    await case_in(State.FILED, city.roll, city.clock())
    await scenes()["voucher"](city)
    found = await city.must("GET", "/desk/counts", await city.staff("finance2"))
    assert {one["kind"]: (one["waiting"], one["overdue"]) for one in found["items"]} == {
        "requested": (1, 1),
        "voucher": (1, 0),
    }
    assert (found["waiting"], found["overdue"]) == (2, 1)
    mine = await city.must("GET", "/desk/counts", await city.staff("finance"))
    assert [one["kind"] for one in mine["items"]] == ["requested"]
    every = await city.must("GET", "/desk/counts?whose=all", await city.staff("finance"))
    assert every["waiting"] == 3


async def test_papers_of_people_wait_for_a_clerk(city: City) -> None:
    """Claims and appointments; their rows name the home and the body, not the person."""
    token = await city.login("stranger")
    paper = await city.paper("stranger")
    body = {
        "community_id": str(city.roll.here.community),
        "role": "manager",
        "name": "张三",
        "body_name": "示例物业",
        "file_id": paper,
        "from_on": "2025-01-01",
        "to_on": "2026-12-31",
    }
    made = await city.must("POST", "/appointments", token, body)
    (row,) = await rows(city, "clerk", "kind=appointment")
    assert (row["id"], row["body"], row["community_id"]) == (
        made["id"],
        "示例物业",
        str(city.roll.here.community),
    )
    assert await rows(city, "finance", "kind=appointment") == []


@pytest.mark.parametrize("name", sorted(sources()))
async def test_what_waits_is_found_without_the_rest(database: str, name: str) -> None:
    """Each kind reads open rows by an index, however many were decided."""
    waiting = sources()[name].waiting
    table = waiting.source.split()[0].strip('"')
    text = written_out(desk.desk({name: waiting}), {"today": "2025-01-01"})
    assert table not in await read_whole(text)
