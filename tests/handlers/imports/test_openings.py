"""Two people close the door behind the opening balances of a building, for good. R2.9, R1.2."""

from typing import Any
from uuid import UUID, uuid4

import pytest
from tortoise.exceptions import IntegrityError

from models.base import sql
from server import worker
from tests.handlers.imports.clerk import JOB, SHEETS, Clerk, counts, packed
from tests.handlers.objecting import done, refused, see
from tests.world import City

MORE = {"统筹期初": SHEETS["统筹期初"] + "C1-1,9,2024-12-31,漏记\nC1-2-1,7,2024-12-31,漏记\n"}


async def doors(city: City, query: str = "") -> dict[str, Any]:
    _, found = await see(city, "auditor", f"/opening-doors?limit=200{query}")
    return {row["code"]: row for row in found["items"]}


async def closed(city: City, *codes: str) -> Any:
    """The doors of these buildings, closed by two."""
    known = await doors(city)
    body = {"building_ids": [known[code]["building_id"] for code in codes]}
    made = await done(city, "finance", "/opening-closings", body)
    assert made["state"] == "draft" and not any(one["shut_at"] for one in made["buildings"])
    return await done(city, "reviewer", f"/opening-closings/{made['id']}/confirmation")


async def test_behind_the_door_only_vouchers_move_money(clerk: Clerk) -> None:
    """The list that waited is judged anew; the same list again, and the other building, are fit."""
    city = clerk.city
    await clerk.applied(packed())
    before = await doors(city)
    assert (before["C1-1"]["pooled_fen"], before["C1-1"]["household_fen"]) == (400050, 700005)
    assert before["C1-2"]["pooled_fen"] == 50000 and before["C1-1"]["shut_at"] is None
    waits = await clerk.checked(packed(MORE))
    assert waits["state"] == "ready"
    books = await counts()
    view = await closed(city, "C1-1")
    assert view["state"] == "confirmed" and view["buildings"][0]["shut_at"]
    assert set(await doors(city, "&open=true")) == set(before) - {"C1-1"}
    await clerk.confirm(waits["id"])
    await worker.run_due(city.world, [JOB])
    assert (await clerk.view(waits["id"]))["state"] == "faulty"
    [fault] = await clerk.faults(waits["id"])
    assert (fault["sheet"], fault["row"]) == ("统筹期初", 5) and "记账凭证" in fault["reason"]
    assert await counts() == books
    assert (await clerk.applied(packed()))["state"] == "applied"
    fresh = {"房屋": SHEETS["房屋"] + "H9,C1-1-1,109,80,,住宅,否\n"}
    money = {"维修资金": SHEETS["维修资金"] + "H9,100,100,2024-12-31\n"}
    assert (await clerk.checked(packed(fresh | money)))["state"] == "faulty"
    assert (await clerk.checked(packed(fresh)))["state"] == "ready"
    other = {"统筹期初": SHEETS["统筹期初"] + "C1-2-1,7,2024-12-31,漏记\n"}
    assert (await clerk.applied(packed(other)))["state"] == "applied"


async def test_nothing_reopens_it(city: City) -> None:
    code = next(iter(await doors(city)))
    draft = {"building_ids": [(await doors(city))[code]["building_id"]]}
    late = await done(city, "clerk", "/opening-closings", draft)
    await closed(city, code)
    at = (await doors(city))[code]["shut_at"]
    assert await refused(city, "clerk", "/opening-closings", draft) == "409 OpeningsShut"
    nowhere = {"building_ids": [str(uuid4())]}
    assert await refused(city, "clerk", "/opening-closings", nowhere) == "404 NotFound"
    _, gone = await see(city, "clerk", f"/opening-closings/{uuid4()}")
    assert gone["code"] == "NotFound"
    city.clock.advance(minutes=1)
    await done(city, "reviewer", f"/opening-closings/{late['id']}/confirmation")
    assert (await doors(city))[code]["shut_at"] == at, "it was shut once"
    with pytest.raises(IntegrityError, match="are shut"):
        await sql(
            "UPDATE building SET openings_shut_at = NULL WHERE id = $1",
            UUID(draft["building_ids"][0]),
        )
    _, inbox = await see(city, "auditor", "/inbox")
    assert "期初已关闭" in str(inbox)
