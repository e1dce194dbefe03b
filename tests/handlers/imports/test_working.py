"""Who works on an import: leases, failures, several at once. R2.7."""

import asyncio
from datetime import timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest

from handlers.imports import applying, working
from handlers.route import Job
from models import imports
from models.base import sql
from models.income import AccountingYear
from rules.refusals.files import ImportNotReady
from server import door, worker
from tests.handlers.imports.clerk import JOB, Clerk, counts, packed


async def test_a_dead_workers_import_is_taken_up_again(clerk: Clerk) -> None:
    import_id = await clerk.upload(packed())
    at = door.now()
    assert await imports.take(UUID(import_id), at)
    assert await imports.take(UUID(import_id), at) is None
    assert await worker.run_due(clerk.city.world, [JOB]) == 0
    assert (await clerk.view(import_id))["state"] == "checking"
    clerk.city.clock.advance(minutes=3)
    assert await worker.run_due(clerk.city.world, [JOB]) == 1
    assert (await clerk.view(import_id))["state"] == "ready"


async def test_a_year_shut_in_between_takes_no_openings(clerk: Clerk) -> None:
    """R4.7: the list was fit when it was uploaded; what is confirmed is judged anew."""
    view = await clerk.checked(packed())
    before = await counts()
    await clerk.confirm(view["id"])
    await AccountingYear.create(
        year=2024, state="closing", asked_by=uuid4(), asked_at=door.now(), frozen_at=door.now()
    )
    await worker.run_due(clerk.city.world, [JOB])
    assert (await clerk.view(view["id"]))["state"] == "faulty"
    faults = {(row["sheet"], row["row"]) for row in await clerk.faults(view["id"])}
    assert faults == {("维修资金", 2), ("统筹期初", 2), ("统筹期初", 3), ("统筹期初", 4)}
    assert await counts() == before


async def test_many_workers_apply_it_once(clerk: Clerk) -> None:
    view = await clerk.checked(packed())
    await clerk.confirm(view["id"])
    await asyncio.gather(*(worker.run_due(clerk.city.world, [JOB]) for _ in range(5)))
    assert (await clerk.view(view["id"]))["state"] == "applied"
    events = await sql("SELECT kind FROM log_event WHERE subject_id = $1", UUID(view["id"]))
    assert sorted(event["kind"] for event in events) == ["RollImported", "RollUploaded"]


async def test_a_worker_that_lost_its_lease_changes_nothing(
    clerk: Clerk, monkeypatch: pytest.MonkeyPatch
) -> None:
    view = await clerk.checked(packed())
    before = await counts()
    await clerk.confirm(view["id"])

    async def stolen(self: applying.Applying, rows: Any) -> None:
        await sql(
            "INSERT INTO community (id, code, name, street, address, manager_name, managed,"
            " parking_counts) VALUES (gen_random_uuid(),'X','x','','','','none',false)"
        )
        pace: working.Pace = self.progress.__self__  # type: ignore[attr-defined]
        steal = imports.still_leased(
            pace.import_id, pace.lease, pace.lease + timedelta(minutes=5), 0
        )
        loop = asyncio.get_running_loop()
        assert await loop.create_task(steal, context=pace.outside)

    with monkeypatch.context() as patched:
        patched.setattr(applying.Applying, "apply", stolen)
        await worker.run_due(clerk.city.world, [JOB])
    assert await counts() == before
    assert (await clerk.view(view["id"]))["state"] == "applying"
    clerk.city.clock.advance(minutes=8)
    await worker.run_due(clerk.city.world, [JOB])
    assert (await clerk.view(view["id"]))["state"] == "applied"


async def test_a_failure_in_the_middle_leaves_nothing_behind(
    clerk: Clerk, monkeypatch: pytest.MonkeyPatch
) -> None:
    view = await clerk.checked(packed())
    before = await counts()
    await clerk.confirm(view["id"])

    async def broken(self: applying.Applying, rows: Any) -> None:
        raise ImportNotReady("power cut")

    with monkeypatch.context() as patched:
        patched.setattr(applying.Applying, "_funds", broken)
        await worker.run_due(clerk.city.world, [JOB])
    assert await counts() == before
    path, body = f"/imports/{view['id']}/dropping", {"reason": "停电"}
    status, problem = await clerk.city.call("POST", path, clerk.token, body)
    assert (status, problem["code"]) == (409, "ImportNotReady")
    clerk.city.clock.advance(minutes=8)
    await worker.run_due(clerk.city.world, [JOB])
    assert (await clerk.view(view["id"]))["state"] == "applied"


async def test_progress_is_seen_while_it_is_applied(
    clerk: Clerk, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Before the transaction ends, on another connection."""
    view = await clerk.checked(packed())
    await clerk.confirm(view["id"])
    seen: list[int] = []
    real = applying.Applying._funds

    async def watched(self: applying.Applying, rows: Any) -> None:
        seen.append((await clerk.view(view["id"]))["rows_done"])
        await real(self, rows)

    monkeypatch.setattr(applying.Applying, "_funds", watched)
    await worker.run_due(clerk.city.world, [JOB])
    assert seen == [21]
    assert (await clerk.view(view["id"]))["state"] == "applied"


async def test_two_imports_at_once_do_not_mix(clerk: Clerk) -> None:
    """The second is judged anew when the first changed the roll under it."""
    first, second = await clerk.checked(packed()), await clerk.checked(packed())
    for view in (first, second):
        await clerk.confirm(view["id"])
    prepared = [await _prepare(clerk, view["id"]) for view in (first, second)]
    for view, found in zip((first, second), prepared, strict=True):
        ready = Job("as prepared", JOB.due, JOB.run, found)
        await worker.run_item(clerk.city.world, ready, UUID(view["id"]))
    assert (await clerk.view(second["id"]))["state"] == "applying"
    await worker.run_due(clerk.city.world, [JOB])
    after = await clerk.view(second["id"])
    assert after["state"] == "applied" and after["added"] == {}


async def _prepare(clerk: Clerk, import_id: str) -> Any:
    assert JOB.prepare is not None
    found = await JOB.prepare(clerk.city.context(), UUID(import_id))

    async def prepared(ctx: Any, item: Any) -> Any:
        return found

    return prepared
