"""A roll import and household money entered since do not contradict each other. R2.7, R3.6."""

from typing import Any

import pytest

from models import imports
from server import worker
from tests.handlers.funds.till import Till, true_books
from tests.handlers.imports.clerk import JOB, Clerk

TITLES = "房屋编号,首期交存,余额,截止日期\n"


async def clerk_of(till: Till) -> Clerk:
    return Clerk(till.city, await till.city.staff("clerk"), await till.city.staff("clerk2"))


async def checked(till: Till, lines: str) -> Any:
    clerk = await clerk_of(till)
    return await clerk.checked((TITLES + lines).encode(), "维修资金.csv")


async def faults(till: Till, lines: str) -> list[tuple[int, str, str]]:
    view = await checked(till, lines)
    found = await (await clerk_of(till)).faults(view["id"])
    return [(one["row"], one["column"], one["reason"]) for one in found]


async def test_a_list_brings_no_opening_where_money_was_entered(till: Till) -> None:
    """1-101 paid 100.00 by a batch: a list may repeat that first deposit, and nothing else."""
    await till.post("first", {"1-101": 10_000})
    assert await faults(till, "SLY-1-1-101,100,100,2024-12-31\n") == [
        (2, "余额", "该户期初余额已按 0.00 元入账，变动须由财务记账")
    ]
    assert await faults(till, "SLY-1-1-101,90,0,2024-12-31\n") == [
        (2, "首期交存", "该户已有收支入账，首期为 100.00 元，更正须由财务冲销")
    ]
    assert await faults(till, "SLY-1-1-101,100,0,2024-12-31\n") == []
    assert await faults(till, "SLY-1-1-201,90,80,2024-12-31\n") == []


async def test_an_opening_stands_and_what_was_entered_since_too(till: Till) -> None:
    """1-201 came with 90.00 and 80.00; a use of 5.00 later the same list changes nothing."""
    lines = "SLY-1-1-201,90,80,2024-12-31\n"
    clerk = await clerk_of(till)
    content = (TITLES + lines).encode()
    view = await clerk.checked(content, "维修资金.csv")
    await till.city.must("POST", f"/imports/{view['id']}/confirmation", clerk.second)
    await worker.run_due(till.city.world, [JOB])
    await till.post("use", {"1-201": 500})
    fund = await till.fund("1-201")
    assert (fund["first_deposit_fen"], fund["balance_fen"]) == (9_000, 7_500)
    assert await faults(till, lines) == []
    await till.post("topup", {"1-201": 700})
    assert await faults(till, "SLY-1-1-201,90,82,2024-12-31\n") == [
        (2, "余额", "该户期初余额已按 80.00 元入账，变动须由财务记账")
    ]
    first = till.entry("first", {"1-201": 700})
    assert await till.refused("/fund-batches", "clerk", first) == (422, "FundLinesWrong")
    assert await true_books()


async def test_a_batch_in_between_has_the_list_judged_anew(till: Till) -> None:
    """The list was fit when it was checked; before it was applied the home paid in."""
    clerk = await clerk_of(till)
    content = (TITLES + "SLY-1-1-101,100,100,2024-12-31\n").encode()
    view = await clerk.checked(content, "维修资金.csv")
    assert view["state"] == "ready"
    await till.city.must("POST", f"/imports/{view['id']}/confirmation", clerk.second)
    await till.post("first", {"1-101": 10_000})
    await worker.run_due(till.city.world, [JOB])
    assert (await clerk.view(view["id"]))["state"] == "faulty"
    assert await till.balances("1-101") == [10_000]


async def test_a_batch_at_the_last_moment_has_it_judged_anew_too(
    till: Till, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The list was judged once more, and just before it is applied the batch is confirmed."""
    clerk, lock = await clerk_of(till), imports.lock_roll
    content = (TITLES + "SLY-1-1-101,100,100,2024-12-31\n").encode()
    view = await clerk.checked(content, "维修资金.csv")
    await till.city.must("POST", f"/imports/{view['id']}/confirmation", clerk.second)
    waiting = [await till.enter("first", {"1-101": 10_000})]
    # Logged in beforehand: within the import's transaction nobody else would see the session.
    await till.city.staff("finance")

    async def late() -> None:
        if waiting:
            await till.confirm(waiting.pop())
        await lock()

    monkeypatch.setattr(imports, "lock_roll", late)
    await worker.run_due(till.city.world, [JOB])
    assert (await clerk.view(view["id"]))["state"] == "faulty"
    assert await till.balances("1-101") == [10_000]


async def test_a_list_cannot_switch_a_building_back(till: Till) -> None:
    """After the switch the roll's own sheets say 单元; an old list that says 幢 is refused."""
    city = till.city
    path = f"/buildings/{city.roll.here.building}/scope-switch"
    body = {"to_kind": "unit", "reason": "业主大会决定"}
    switch = await city.must("POST", path, await city.staff("clerk"), body)
    confirmation = f"/scope-switches/{switch['id']}/confirmation"
    await city.must("POST", confirmation, await city.staff("finance"))
    clerk = await clerk_of(till)
    titles = "小区编号,楼栋编号,楼栋名称,记账单位\n"
    old = await clerk.checked((titles + "SLY,SLY-1,1栋,幢\n").encode(), "楼栋.csv")
    assert old["state"] == "faulty"
    new = await clerk.checked((titles + "SLY,SLY-1,1栋,单元\n").encode(), "楼栋.csv")
    assert new["state"] == "ready"
