"""The stand-alone script against the engine, over exported votes and tampered ones. R8.5.

The script shares nothing with the engine: it is written from the rules alone.
"""

import importlib.util
import json
import os
import re
import subprocess
import sys
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from random import Random
from types import ModuleType
from typing import Any

import pytest

from rules.parameters import Threshold
from rules.votes import Cast, RollHome, Terms
from rules.votes.editions import Record
from tests.rules.votes.chance import START
from tests.rules.votes.counted import record_of, some_record
from tests.rules.votes.tampering import forged, sealed, tampered

SCRIPT = Path(__file__).parents[3] / "console/assets/recount_vote.py"
VOTES = 1_000
# `DRILL_SCALE` is the share of the careful forgeries that is tried.
FORGERIES = max(300, int(1_000 * float(os.environ.get("DRILL_SCALE", "0.3"))))
Run = Callable[..., tuple[int, str]]


def _script() -> ModuleType:
    """The script as a module, out of its package."""
    spec = importlib.util.spec_from_file_location("recount_vote", SCRIPT)
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


script = _script()


@pytest.fixture
def run(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    """Run the script over a document; its exit code and what it prints."""
    path = tmp_path / "record.json"

    def running(document: Any, *arguments: str) -> tuple[int, str]:
        told = document if isinstance(document, str) else json.dumps(document, ensure_ascii=False)
        path.write_text(told, encoding="utf-8")
        return script.main([str(path), *arguments]), capsys.readouterr().out

    return running


def posted(told: dict[str, Any]) -> tuple[str, ...]:
    """What hangs on the wall."""
    return "--roll-root", told["roll_root"], "--root", told["record_root"]


def test_it_agrees_with_the_engine(run: Run) -> None:
    """A thousand votes, each in both editions; and there was something to count in them."""
    chance, met = Random(20260301), Counter[str]()
    for _ in range(VOTES):
        record = some_record(chance)
        for edition in ("full", "public"):
            told = record.published(edition)  # type: ignore[arg-type]
            assert run(told, *posted(told))[0] == 0, run(told, *posted(told))[1]
            met[f"{edition} as {told['edition']}"] += 1
        met.update(_kinds(record))
    rare = {kind: times for kind, times in met.items() if times < 20}
    assert rare.keys() <= {"public as full"} and len(met) == 12, met


def _kinds(record: Record) -> list[str]:
    result = record.result
    kinds = {
        "passed": result.passed,
        "failed": not result.passed,
        "split": result.split_heads,
        "conflict": result.conflicts,
        "followed": result.followed,
        "concurring": any(row.also for row in record.rows if row.state == "voted"),
        "developer": any(line.developer_held for line in record.lines),
        "partly withheld": 0 < _withheld(record) < len(record.lines),
    }
    return [kind for kind, true in kinds.items() if true]


def _withheld(record: Record) -> int:
    homes = record.published("public")["homes"]
    return isinstance(homes, list) and sum(home["area_cm2"] is None for home in homes)


def test_every_tampered_export_is_found(run: Run) -> None:
    """A thousand documents with one change each, of every kind, against the posted roots."""
    chance, met = Random(42), Counter[str]()
    for nth in range(VOTES):
        record = some_record(chance)
        told = record.published(("full", "public")[nth % 2])  # type: ignore[arg-type]
        what, changed = tampered(chance, told)
        code, said = run(changed, *posted(told))
        assert code != 0, (what, said)
        met[what.split(" ")[0]] += 1
    assert min(met.values()) > 50 and set(met) == {"value", "gone", "rows"}, met


def test_a_careful_forgery_agrees_with_itself_and_not_with_the_wall(run: Run) -> None:
    """Rows, sums, outcome and fingerprints made anew: without the posted ones nothing is wrong."""
    chance, met = Random(7), Counter[str]()
    for _ in range(FORGERIES):
        record = some_record(chance)
        told = record.published("full")
        if not any(home["state"] == "voted" for home in told["homes"]):
            continue
        kind, changed = forged(chance, told)
        if not changed["homes"]:
            continue
        for _ in range(2):
            # What the script computes is what a forger would write.
            recounted(changed)
        changed = sealed(changed)
        assert run(changed) == (0, "OK\n"), (kind, run(changed)[1])
        assert run(changed, *posted(told))[0] == 1, kind
        assert run(changed, "--root", told["record_root"])[0] == 1, kind
        met[kind] += 1
    assert len(met) == 7 and min(met.values()) > 10, met


def recounted(told: dict[str, Any]) -> None:
    """Sums and outcome as the script wants them."""
    least = told["terms"]["min_group"]
    hidden = script.to_withhold(told["homes"], least)
    told["withheld"] = script.sums_of(script.tally(hidden))
    for home in told["homes"]:
        home["served"] &= told["terms"]["silence"] == "follows_majority"
    found = script.Findings()
    script.check_result(told, script.tally(told["homes"]), found)
    for line in found:
        name, value = re.fullmatch(r"结果 (\w+)：文件为.*，重新计算为(.*)", line).groups()  # type: ignore[union-attr]
        told["result"][name] = json.loads(value.replace("'", '"').lower())


def small(min_group: int = 2) -> Record:
    """Six homes alike and three that are not; two owners of one home say the same."""
    roll = [RollHome(f"h{n}", 900_000, frozenset({f"o{n}"})) for n in range(6)]
    roll += [RollHome(f"x{n}", 800_000 + n, frozenset({f"p{n}", f"q{n}"})) for n in range(3)]
    casts = [Cast(one.home_id, min(one.owners), "agree", START) for one in roll[:8]]
    casts.append(Cast("x0", "q0", "agree", START))
    terms = Terms(Threshold(2, 3), Threshold(1, 2, True))
    return record_of(Random(1), roll, casts, terms, min_group)


def test_a_receipt_is_found_with_the_home_it_is_of(run: Run) -> None:
    record = small()
    told = record.published("public")
    voted = next(home for home in told["homes"] if home["also"])
    for receipt, words in ((voted["receipt"], "同意，已计票"), (voted["also"][0], "一致")):
        code, said = run(told, *posted(told), "--receipt", receipt.upper())
        assert code == 0 and words in said and voted["pseudonym"] in said
    for unknown in ("0" * 64, ""):
        code, said = run(told, "--receipt", unknown)
        assert code == 1 and "不在记录中" in said


def test_what_few_took_part_in_is_told_without_its_rows(run: Run) -> None:
    """R12.2: the outcome alone, still under the posted fingerprint."""
    record = small(min_group=9)
    told = record.published("public")
    assert told["edition"] == "outcome" and told["homes"] == 9 and told["passed"]
    assert "choice" not in json.dumps(told) and "不足9人" in told["why"]
    assert run(told, *posted(told)) == (0, "OK（只公布结果）\n")
    assert run(told, "--receipt", "0" * 64)[0] == 1
    for name, value in (("passed", False), ("homes", 8), ("why", "保密"), ("proof", [])):
        assert run(told | {name: value}, *posted(told))[0] == 1, name


def test_both_editions_have_the_same_fingerprints() -> None:
    record = small()
    full, public = record.published("full"), record.published("public")
    assert (full["edition"], public["edition"]) == ("full", "public")
    for name in ("roll_root", "record_root", "withheld", "result"):
        assert full[name] == public[name], name
    hidden = [home for home in public["homes"] if home["area_cm2"] is None]
    assert len(hidden) == 3 and all(home["salt"] is None for home in hidden)


def test_it_says_what_it_cannot_read(run: Run) -> None:
    told = small().published("full")
    for text in ("", "[]", "{", "nothing", json.dumps(told)[:-1] + ',"version":1}', "[" * 100_000):
        code, said = run(text)
        assert (code, said[:5]) == (2, "读不下去："), text[:40]
    assert run(told | {"version": 2})[0] == 2
    told["homes"][0]["area_cm2"] = None
    assert run(told)[0] == 2


def test_it_stands_alone(tmp_path: Path) -> None:
    """Alone in a folder, without this project and without what it needs."""
    (tmp_path / "recount_vote.py").write_bytes(SCRIPT.read_bytes())
    told = small().published("public")
    (tmp_path / "record.json").write_text(json.dumps(told), encoding="utf-8")
    command = [sys.executable, "-I", "-S", "recount_vote.py", "record.json", *posted(told)]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (0, "OK\n"), done.stderr
    assert len(SCRIPT.read_text(encoding="utf-8").splitlines()) <= 400


def test_a_reckoning_that_is_off_is_found(run: Run) -> None:
    """The engine wrong by one head: the script does not take its word."""
    record = small()
    wrong = replace(record.result, agree=record.result.agree._replace(heads=3))
    told = replace(record, result=wrong).published("full")
    code, said = run(told, *posted(told))
    assert code == 1 and "结果 agree" in said
