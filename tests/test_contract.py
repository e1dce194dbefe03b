"""The checks that every answer of every test goes through, and the one at the end of the run."""

import copy
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from tests import promised, whole_run

JSON = "application/json"
PROBLEM = "application/problem+json"
CASE = "/cases/b5a1c6de-0000-5000-8000-000000000000"


def example(name: str) -> Any:
    """An answer, or a refusal, as the document shows it."""
    return copy.deepcopy(promised.promised()["components"]["examples"][name]["value"])


def test_what_the_document_shows_is_accepted() -> None:
    promised.check("GET", "/inbox", 200, JSON, example("MessageList"))
    promised.check("GET", CASE, 404, PROBLEM, example("CaseNotFound"))


@pytest.mark.parametrize("moment", ["2025-09-15T02:00:00+00:00", "2025-09-15T10:00:00"])
def test_a_moment_that_is_not_beijing_time_is_not(moment: str) -> None:
    """Times are +08:00, in answers, in what events carry, and in the facts of a refusal."""
    answer = example("MessageList")
    answer["items"][0]["created_at"] = moment
    with pytest.raises(AssertionError):
        promised.check("GET", "/inbox", 200, JSON, answer)
    steps = example("TimelineList")
    steps["items"][0]["data"] = {"inner": [moment]}
    with pytest.raises(AssertionError, match="Beijing"):
        promised.check("GET", f"{CASE}/timeline", 200, JSON, steps)
    refusal = example("CaseNotFound") | {"ended_at": moment}
    with pytest.raises(AssertionError, match="Beijing"):
        promised.check("GET", CASE, 404, PROBLEM, refusal)


def test_a_refusal_that_the_operation_does_not_declare_is_not() -> None:
    with pytest.raises(AssertionError):
        promised.check("GET", CASE, 404, PROBLEM, example("LobbyUnknown"))
    with pytest.raises(AssertionError):
        promised.check("GET", CASE, 409, PROBLEM, example("NotAllowedNow"))


def test_a_field_that_is_missing_or_null_is_not() -> None:
    promised.check("GET", CASE, 200, JSON, example("CaseView"))
    without = example("CaseView")
    del without["number"]
    for answer in (without, example("CaseView") | {"state": None}):
        with pytest.raises(AssertionError):
            promised.check("GET", CASE, 200, JSON, answer)


def config(*args: str, **options: Any) -> Any:
    """How pytest was called."""
    usual = dict.fromkeys(
        ("keyword", "markexpr", "deselect", "collectonly", "ignore", "ignore_glob", "lf"), None
    )
    place = Path(__file__).parents[1]
    return SimpleNamespace(
        args=list(args),
        option=SimpleNamespace(**{**usual, "maxfail": 0, **options}),
        invocation_params=SimpleNamespace(dir=place),
    )


def test_only_a_run_of_everything_must_have_met_every_refusal() -> None:
    assert whole_run.is_whole(config("tests"))
    assert not whole_run.is_whole(config("tests/handlers"))
    assert not whole_run.is_whole(config("tests", keyword="objection"))
    assert not whole_run.is_whole(config("tests", maxfail=1))


def test_workers_hand_over_what_they_met() -> None:
    before = set(whole_run._met)
    try:
        node = SimpleNamespace(workeroutput={"met": [["apply_for_insurance", "ElevatorTaken"]]})
        whole_run.pytest_testnodedown(node)
        assert ("apply_for_insurance", "ElevatorTaken") in whole_run._met
    finally:
        whole_run._met.clear()
        whole_run._met.update(before)


def test_a_run_without_a_cache_ends_as_any_other(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(whole_run, "_met", {("apply_for_insurance", "ElevatorTaken")})
    monkeypatch.setattr(whole_run, "_missing", [])
    session: Any = SimpleNamespace(config=config("tests/handlers"), exitstatus=0)
    whole_run.pytest_sessionfinish(session)
    assert session.exitstatus == 0
    session.config = config("tests")
    whole_run.pytest_sessionfinish(session)
    assert session.exitstatus == pytest.ExitCode.TESTS_FAILED, "nearly everything was not met"
