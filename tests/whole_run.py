"""At the end of a whole run: every refusal that is declared was met by some test.

`conftest` takes these hooks in. Workers of xdist hand what they met to the one that started them;
the list is kept in pytest's cache, if there is one, and a run of all tests fails when something is
missing from it.
"""

import sys
from pathlib import Path
from typing import Any

import pytest

MET = "refusals/met"
TESTS = Path(__file__).parent

_met: set[tuple[str, str]] = set()
_missing: list[tuple[str, str]] = []


def met() -> set[tuple[str, str]]:
    """What this process met; nothing when no test of it asked the application."""
    module = sys.modules.get("tests.promised")
    return set(module.seen) if module else set()


def is_whole(config: pytest.Config) -> bool:
    """Whether every test there is was asked for, and none left out."""
    option = config.option
    partial = option.keyword or option.markexpr or option.deselect or option.collectonly
    partial = partial or option.ignore or option.ignore_glob
    partial = partial or getattr(option, "lf", False) or option.maxfail
    places = {(config.invocation_params.dir / one).resolve() for one in config.args}
    return not partial and bool(places & {TESTS, TESTS.parent})


@pytest.hookimpl(optionalhook=True)
def pytest_testnodedown(node: Any) -> None:
    """A worker of xdist is done."""
    _met.update(tuple(one) for one in getattr(node, "workeroutput", {}).get("met", []))


def pytest_sessionfinish(session: pytest.Session) -> None:
    """Keep what was met; a whole run that did not meet every refusal has failed."""
    _met.update(met())
    output = getattr(session.config, "workeroutput", None)
    if output is not None:
        output["met"] = sorted(_met)
        return
    if not _met:
        return
    from tests import promised

    if promised.PLAYED:
        promised.played.write()
    # There is no cache at all under `-p no:cacheprovider`.
    if (cache := getattr(session.config, "cache", None)) is not None:
        cache.set(MET, sorted(_met))
    if is_whole(session.config):
        from tests.promised import unseen

        _missing.extend(unseen(_met))
        if _missing and session.exitstatus == pytest.ExitCode.OK:
            session.exitstatus = pytest.ExitCode.TESTS_FAILED


def pytest_terminal_summary(terminalreporter: Any) -> None:
    """Say which refusals are declared and were never met."""
    if _missing:
        terminalreporter.section("declared refusals that no test met", red=True, bold=True)
        for operation, code in _missing:
            terminalreporter.line(f"{operation} {code}")
