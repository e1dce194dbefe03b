"""An import that cannot be applied says why wherever one looks, and stops after three tries."""

import asyncio
import io
import json
import logging
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from uuid import UUID

import pytest
import structlog

from handlers.imports import applying, working
from handlers.route import Upload
from models import faults
from models.base import sql
from rules.refusals.books import YearShut
from server import door, logs, worker
from server.import_roll import import_file
from tests.databases import tamper
from tests.handlers.imports.clerk import JOB, Clerk, by_reviewer, counts, packed

REFUSED = "数据库的约束不允许（23514，home，home_never）"


@contextmanager
def spoken() -> Iterator[io.StringIO]:
    """What the worker logs, as it stands in the log."""
    said, root = io.StringIO(), logging.getLogger()
    before = (root.handlers[:], root.level)
    logs.configure("INFO", "work", said)
    try:
        yield said
    finally:
        root.handlers[:], level = before
        root.setLevel(level)
        structlog.reset_defaults()


def lines(said: io.StringIO) -> list[dict[str, Any]]:
    every = [json.loads(line) for line in said.getvalue().splitlines()]
    return [line for line in every if line["event"] == "job failed"]


async def forbidden() -> None:
    """The database refuses every new home from now on."""
    await tamper("ALTER TABLE home ADD CONSTRAINT home_never CHECK (code NOT LIKE 'H%') NOT VALID")


async def allowed() -> None:
    await tamper("ALTER TABLE home DROP CONSTRAINT home_never")


async def confirmed(clerk: Clerk) -> str:
    view = await clerk.checked(packed())
    await clerk.confirm(view["id"])
    return str(view["id"])


async def tried(clerk: Clerk, import_id: str, times: int) -> list[dict[str, Any]]:
    """The import after each of so many visits of the worker."""
    seen = []
    for _ in range(times):
        await worker.run_due(clerk.city.world, [JOB])
        seen.append(await clerk.view(import_id))
        clerk.city.clock.advance(seconds=working.PAUSE.total_seconds() + 1)
    return seen


async def test_it_stops_after_three_tries_and_says_why(clerk: Clerk) -> None:
    import_id = await confirmed(clerk)
    before = await counts()
    await forbidden()
    with spoken() as said:
        seen = await tried(clerk, import_id, 5)
    assert [(view["state"], view["tries"]) for view in seen] == [
        ("applying", 1),
        ("applying", 2),
        *[("failed", 3)] * 3,
    ]
    assert {view["failure"] for view in seen} == {REFUSED}
    told = lines(said)
    assert [(line["item"], line["attempt"]) for line in told] == [
        (import_id, nth) for nth in (1, 2, 3)
    ]
    assert {(line["reason"], line["constraint"]) for line in told} == {(REFUSED, "home_never")}
    assert await counts() == before


async def test_between_two_tries_it_waits(clerk: Clerk) -> None:
    import_id = await confirmed(clerk)
    await forbidden()
    for _ in range(3):
        await worker.run_due(clerk.city.world, [JOB])
    assert (await clerk.view(import_id))["tries"] == 1


async def test_a_failed_one_can_be_dropped_or_tried_again(clerk: Clerk) -> None:
    dropped, kept = [(await clerk.checked(packed()))["id"] for _ in range(2)]
    for import_id in (dropped, kept):
        await clerk.confirm(import_id)
    await forbidden()
    await tried(clerk, kept, 3)
    view = await clerk.drop(dropped)
    assert view["state"] == "dropped"
    await allowed()
    view = await clerk.city.must("POST", f"/imports/{kept}/retry", clerk.token)
    assert (view["state"], view["tries"], view["failure"]) == ("applying", 0, "")
    assert (await tried(clerk, kept, 1))[0]["state"] == "applied"
    for import_id in (dropped, kept):
        path = f"/imports/{import_id}/retry"
        status, problem = await clerk.city.call("POST", path, clerk.token)
        assert (status, problem["code"]) == (409, "ImportNotReady")


async def test_what_was_confirmed_stays_confirmed_when_it_is_tried_again(clerk: Clerk) -> None:
    import_id = await confirmed(clerk)
    await forbidden()
    await tried(clerk, import_id, 3)
    await clerk.city.must("POST", f"/imports/{import_id}/retry", clerk.token)
    rows = await sql("SELECT confirmed_by FROM import WHERE id = $1", UUID(import_id))
    assert rows[0]["confirmed_by"] == clerk.city.roll.accounts["reviewer"]


async def test_a_good_one_after_it_goes_on(clerk: Clerk) -> None:
    import_id = await confirmed(clerk)
    await forbidden()
    await tried(clerk, import_id, 1)
    await allowed()
    await clerk.applied(packed())
    assert (await tried(clerk, import_id, 2))[-1]["state"] == "applied"


async def test_what_the_books_refuse_counts_as_well(
    clerk: Clerk, monkeypatch: pytest.MonkeyPatch
) -> None:
    import_id = await confirmed(clerk)

    async def shut(self: applying.Applying, rows: Any) -> None:
        raise YearShut("2024年度")

    monkeypatch.setattr(applying.Applying, "_funds", shut)
    with spoken() as said:
        seen = await tried(clerk, import_id, 3)
    assert seen[-1]["state"] == "failed"
    assert seen[-1]["failure"] == f"{YearShut.title()}：2024年度"
    assert {line["outcome"] for line in lines(said)} == {"YearShut"}
    assert len(lines(said)) == 3


async def test_a_check_that_fails_stops_too(clerk: Clerk, monkeypatch: pytest.MonkeyPatch) -> None:
    import_id = await clerk.upload(packed())

    def broken(*_: object, **__: object) -> None:
        raise ZeroDivisionError("a name somebody typed")

    with monkeypatch.context() as patched:
        patched.setattr(working, "check", broken)
        seen = await tried(clerk, import_id, 3)
    assert (seen[-1]["state"], seen[-1]["failure"]) == ("failed", "程序出错（ZeroDivisionError）")
    view = await clerk.city.must("POST", f"/imports/{import_id}/retry", clerk.token)
    assert view["state"] == "checking"
    assert (await tried(clerk, import_id, 1))[0]["state"] == "ready"


async def test_workers_that_die_of_it_are_three_as_well(clerk: Clerk) -> None:
    """Nobody is left to say why; the next worker says that much."""
    import_id = await confirmed(clerk)
    for _ in range(3):
        assert JOB.prepare is not None
        await JOB.prepare(clerk.city.context(), UUID(import_id))
        clerk.city.clock.advance(minutes=10)
    view = (await tried(clerk, import_id, 1))[0]
    assert (view["state"], view["failure"]) == ("failed", working.CUT_OFF)


async def test_one_that_must_be_judged_anew_was_not_at_fault(clerk: Clerk) -> None:
    import_id = await confirmed(clerk)
    assert JOB.prepare is not None
    found = await JOB.prepare(clerk.city.context(), UUID(import_id))
    await clerk.applied(packed())
    assert (await clerk.view(import_id))["tries"] == 1
    ctx = clerk.city.context()
    ctx.prepared = found
    async with door.transaction():
        await JOB.run(ctx, UUID(import_id))
    assert (await clerk.view(import_id))["tries"] == 0


async def test_the_command_says_why_and_ends(
    clerk: Clerk, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(working, "PAUSE", -working.PAUSE)
    await forbidden()
    file = Upload(packed(), "名册.zip", "application/zip")
    second = by_reviewer(clerk.city)
    assert await asyncio.wait_for(import_file(clerk.city.world, file, second), 600) == 1
    told = capsys.readouterr().err
    assert told.count(REFUSED) == 2 and "至多 3 次" in told
    assert told.splitlines()[-1] == f"名册.zip：{REFUSED}"
    await allowed()
    assert await import_file(clerk.city.world, file, by_reviewer(clerk.city)) == 0


@pytest.mark.parametrize(
    ("statement", "why"),
    [
        ("SELECT no_such_function()", "数据库缺少程序需要的表、列或函数"),
        ("SELECT 1 / 0", "有一项内容数据库不能接受（22012）"),
        ("SELECT 'x'::uuid", "有一项内容数据库不能接受（22P02）"),
    ],
)
async def test_what_the_database_said_is_told_without_what_it_quotes(
    database: str, statement: str, why: str
) -> None:
    with pytest.raises(Exception) as raised:
        await sql(statement)
    assert why in faults.title(raised.value) and "uuid" not in faults.title(raised.value)


def test_other_faults_are_told_by_their_kind() -> None:
    assert (
        faults.title(ValueError("张三"))
        == faults.words(ValueError("张三"))
        == ("程序出错（ValueError）")
    )
    assert faults.words(YearShut("2024年度")) == f"{YearShut.title()}：2024年度"
    assert faults.title(YearShut("2024年度")) == YearShut.title()
