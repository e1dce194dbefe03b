"""The sandbox's clock for one request, and for timed jobs while a case is made in the past."""

import json
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from sanic import Request
from sanic.exceptions import BadRequest

from rules.days import BEIJING
from sandbox import clock
from server import door

THEN = datetime(2026, 3, 1, 9, 0, tzinfo=BEIJING)
SOON = timedelta(minutes=1)


@pytest.fixture
def told() -> Iterator[dict[str, str]]:
    """The headers of the request that is answered just now."""
    headers: dict[str, str] = {}
    stands_for: Any = SimpleNamespace(headers=headers)
    token = Request._current.set(stands_for)
    yield headers
    Request._current.reset(token)


def now(offset: Any) -> datetime:
    moment: datetime = door.host_now() + offset()
    return moment


def test_a_request_may_name_the_moment_at_which_it_arrives(
    tmp_path: Path, told: dict[str, str]
) -> None:
    clock.begin(tmp_path, THEN)
    offset = clock.offset_of_requests(tmp_path)
    assert abs(now(offset) - THEN) < SOON
    told[clock.HEADER] = "2026-02-01T08:00:00+08:00"
    assert abs(now(offset) - datetime(2026, 2, 1, 8, tzinfo=BEIJING)) < SOON
    told[clock.HEADER] = "2026-02-01T08:00:00"
    assert abs(now(offset) - datetime(2026, 2, 1, 8, tzinfo=BEIJING)) < SOON
    told[clock.HEADER] = "yesterday"
    with pytest.raises(BadRequest):
        offset()


def test_jobs_stay_behind_while_they_are_held_and_not_for_ever(tmp_path: Path) -> None:
    clock.begin(tmp_path, THEN)
    offset = clock.offset_of_jobs(tmp_path)
    before = THEN - timedelta(days=20)
    with clock.jobs_held(tmp_path, before):
        assert abs(now(offset) - before) < SOON
        held = tmp_path / clock.HELD
        over = {"at": before.isoformat(), "until": (door.host_now() - SOON).isoformat()}
        held.write_text(json.dumps(over))
        assert abs(now(offset) - THEN) < SOON
    assert abs(now(offset) - THEN) < SOON
