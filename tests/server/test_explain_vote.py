"""`explain vote`: section 15 and the page as JSON, and every kind of bad file told by line."""

import io
import json
import re
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from server import explain
from tests.databases import ROOT

ROLL = "home_id,owner_id,area_cm2,developer_held,representative"
BALLOTS = "home_id,owner_id,choice,cast_at"
HOME, BALLOT = "h1,o1,1000000,0,0", "h1,o1,agree,2026-03-01T09:00:00+08:00"
AT = "2026-03-01T09:00:00+08:00"
Ask = Callable[..., tuple[int, Any]]


@pytest.fixture
def ask(tmp_path: Path) -> Ask:
    """Count these lines; exit code and the one JSON document that was printed."""

    def ask(
        roll: Iterable[str], ballots: Iterable[str], *more: str, threshold: str = "use"
    ) -> tuple[int, Any]:
        files = []
        for name, lines in (("roll", roll), ("ballots", ballots)):
            (tmp_path / name).write_text("\n".join(lines) + "\n", encoding="utf-8")
            files.append(f"--{name}={tmp_path / name}")
        return run("vote", *files, f"--threshold={threshold}", *more)

    return ask


def run(*argv: str) -> tuple[int, Any]:
    out, err = io.StringIO(), io.StringIO()
    code = explain.main(argv, out, err)
    return code, json.loads((out if code == 0 else err).getvalue())


def homes(number: int) -> list[str]:
    return [ROLL, *(f"h{nth},o{nth},1000000,0,0" for nth in range(number))]


def votes(**numbers: int) -> list[str]:
    """So many of each choice, one home after another."""
    choices = [choice for choice, number in numbers.items() for _ in range(number)]
    return [BALLOTS, *(f"h{nth},o{nth},{choice},{AT}" for nth, choice in enumerate(choices))]


def figures(document: Any, name: str) -> tuple[int, int]:
    return document[f"{name}_heads"], document[f"{name}_area_cm2"]


@pytest.mark.parametrize(
    ("total", "given", "threshold", "passed"),
    [
        (300, {"agree": 200}, "use", True),
        (299, {"agree": 199}, "use", False),
        (270, {"agree": 100, "against": 100}, "use", False),
        (270, {"agree": 101, "abstain": 99}, "use", True),
        (270, {"agree": 150, "against": 50}, "raise", True),
        (270, {"agree": 149, "against": 51}, "raise", False),
    ],
)
def test_the_rulebooks_votes(
    ask: Ask, total: int, given: dict[str, int], threshold: str, passed: bool
) -> None:
    """Section 15: 200 of 300 heads is >= 2/3 (600 >= 600), 199 of 299 is not (597 < 598); exactly
    half (200 > 200 does not hold) is not enough to use a fund; exactly 3/4 (600 >= 600) raises."""
    code, document = ask(homes(total), votes(**given), threshold=threshold)
    assert (code, document["passed"]) == (0, passed)
    assert figures(document, "total") == (total, total * 1_000_000)
    took_part = sum(given.values())
    assert figures(document, "participating") == (took_part, took_part * 1_000_000)
    assert figures(document, "agree")[0] == given["agree"]
    met = f"{took_part}×3={took_part * 3}"
    assert any(met in line for line in document["reasons"])


def test_the_example_of_the_page(ask: Ask) -> None:
    """The files, the figures and the line of docs/explain.md are what is answered."""
    page = (ROOT / "docs/explain.md").read_text(encoding="utf-8")
    part = page[page.index("## 业主表决：explain vote") :]
    part = part[: part.index("\n## ")]
    _, roll, ballots, told = re.findall(r"```\n(.*?)```", part, re.DOTALL)
    code, document = ask(roll.splitlines(), ballots.splitlines())
    assert code == 0
    shown = json.loads(f"{{{told}}}")
    assert {name: document[name] for name in shown} == shown
    (line,) = re.findall(r"`reasons`，如“(.*?)”", part)
    assert line in document["reasons"]
    for name in set(re.findall(r"`([a-z]+_?[a-z]*)`", part)) & {"voices", "ignored", "certain"}:
        assert name in document
    for option in re.findall(r"`(--[a-z-]+)`", part):
        assert (
            option in ("--participation", "--agree")
            or option[2:].replace("-", "_") in (document["parameters"])
        )


def test_everything_that_is_told(ask: Ask) -> None:
    """Co-owners in conflict, a representative, a developer's homes, strangers, a changed ballot."""
    roll = [
        ROLL,
        "a,x,1,0,0",
        "a,y,1,0,0",
        "b,x1,2,0,1",
        "b,y1,2,0,",
        "d1,K,3,1,0",
        "d2,,4,1,0",
        "e,z,5,0,0",
    ]
    ballots = [
        BALLOTS + ",channel",
        f"a,x,agree,{AT},",
        f"a,y,abstain,{AT},paper",
        f"b,y1,against,{AT},phone",
        f"b,x1,agree,{AT},phone",
        f"e,z,against,{AT},",
        "e,z,agree,2026-03-01 09:00:01,",
        f"f,z,agree,{AT},",
    ]
    code, document = ask(roll, ballots)
    assert code == 0
    assert figures(document, "total") == (4, 15)
    assert document["voices"] == {"b": "agree", "e": "agree"}
    assert document["conflict_homes"] == ["a"]
    assert document["silent_homes"] == ["d1", "d2"]
    assert [(one["line"], one["owner_id"], one["reason"]) for one in document["ignored"]] == [
        (4, "y1", "这户已推举代表，由代表表态"),
        (6, "z", "同一业主后来改投"),
        (8, "z", "名册中没有这户"),
    ]


def test_other_parameters(ask: Ask) -> None:
    """Every option changes what it names; the parameters used are told."""
    roll = [ROLL + ",served", "h0,o,10,0,0,0", "h1,o,10,0,0,0", "h2,p,10,0,0,1", "h3,q,9,0,0,0"]
    ballots = [BALLOTS, f"h0,o,agree,{AT}", f"h3,q,agree,{AT}"]
    assert figures(ask(roll, ballots)[1], "agree") == (2, 19)
    followed = ask(roll, ballots, "--silence=follows_majority")[1]
    assert (figures(followed, "agree"), followed["followed_homes"]) == ((3, 29), ["h2"])
    split = [*ballots, f"h1,o,against,{AT}"]
    assert figures(ask(roll, split)[1], "participating") == (2, 29)
    assert figures(ask(roll, split, "--split-owner=no_head")[1], "participating") == (1, 29)
    paper = [
        BALLOTS + ",channel",
        f"h2,p,agree,{AT},phone",
        "h2,p,against,2026-03-02,paper",
    ]
    assert ask(roll, paper)[1]["voices"] == {"h2": "agree"}
    assert ask(roll, paper, "--paper-conflict=paper")[1]["voices"] == {"h2": "against"}
    less = ask(roll, ballots, "--participation=1/9", "--agree=>=1/1")[1]
    assert less["passed"] and less["parameters"]["agree"] == ">=1/1"
    assert ask(roll, ballots, "--participation=0.5")[0] == 2


@pytest.mark.parametrize(
    ("line", "said"),
    [
        (",o2,1,0,0", "第3行home_id：不能为空"),
        ("h2,o2,0,0,0", "第3行area_cm2：应在1至"),
        ("h2,o2,9.5,0,0", "第3行area_cm2：应为整数平方厘米"),
        ("h2,o2,-1,0,0", "第3行area_cm2"),
        ("h2,o2,１,0,0", "第3行area_cm2"),
        ("h2,o2,9999999999999,0,0", "第3行area_cm2：应在1至"),
        ("h2,o2,1,2,0", "第3行developer_held：应为0或1"),
        ("h2,o2,1,0,yes", "第3行representative：应为0或1"),
        ("h1,o2,1000001,0,0", "第3行area_cm2：与第2行同一户h1的不一致"),
        ("h1,o2,1000000,1,0", "第3行developer_held：与第2行同一户h1的不一致"),
        ("h1,o1,1000000,0,0", "第3行owner_id：与第2行重复：o1"),
        ("h1,,1000000,0,0", "第3行owner_id：没有业主的户只有一行"),
        ("h2,,1000000,0,1", "第3行owner_id：没有业主的户只有一行，也没有代表"),
        ("h2,o2,1,0", "第3行：有4列，列名有5个"),
    ],
)
def test_bad_rolls_are_told_with_line_and_column(ask: Ask, line: str, said: str) -> None:
    code, document = ask([ROLL, HOME, line], [BALLOTS, BALLOT])
    assert (code, document["title"]) == (2, "输入有误")
    assert f"名册文件{said}" in document["detail"]


def test_rolls_that_contradict_themselves(ask: Ask) -> None:
    two = [ROLL, "h1,a,1,0,1", "h1,b,1,0,1"]
    assert "第3行representative：一户至多一名代表，第2行已有" in ask(two, [BALLOTS])[1]["detail"]
    nobody = [ROLL, "h1,,1,0,0", "h1,b,1,0,0"]
    assert "第3行owner_id：第2行说这户没有业主" in ask(nobody, [BALLOTS])[1]["detail"]
    assert "缺少列：representative" in ask([ROLL[:-15]], [BALLOTS])[1]["detail"]
    assert "名册文件是空的" in ask([""], [BALLOTS])[1]["detail"]


@pytest.mark.parametrize(
    ("line", "said"),
    [
        (f"h1,o1,yes,{AT}", "第3行choice：应为agree、against、abstain之一"),
        (f"h1,,agree,{AT}", "第3行owner_id：不能为空"),
        ("h1,o1,agree,", "第3行cast_at：没有这样的时刻"),
        ("h1,o1,agree,2026-02-30", "第3行cast_at：没有这样的时刻"),
        ("h1,o1,agree,0001-01-01", "第3行cast_at：没有这样的时刻"),
        ("h1,o1,agree,soon", "第3行cast_at"),
    ],
)
def test_bad_ballots_are_told_with_line_and_column(ask: Ask, line: str, said: str) -> None:
    code, document = ask([ROLL, HOME], [BALLOTS, BALLOT, line])
    assert code == 2 and f"选票文件{said}" in document["detail"]


def test_a_wrong_channel_and_a_missing_file(ask: Ask) -> None:
    code, document = ask([ROLL, HOME], [BALLOTS + ",channel", BALLOT + ",fax"])
    assert code == 2 and "第2行channel：应为phone、paper之一" in document["detail"]
    code, document = run("vote", "--roll=/nowhere", "--ballots=/nowhere", "--threshold=use")
    assert code == 2 and "无法读取名册文件" in document["detail"]
    assert ask([ROLL, HOME], [BALLOTS], threshold="half")[0] == 2


def test_no_ballots_and_no_homes(ask: Ask) -> None:
    code, document = ask([ROLL, HOME], [BALLOTS])
    assert (code, document["passed"], document["silent_homes"]) == (0, False, ["h1"])
    code, document = ask([ROLL], [BALLOTS])
    assert (code, document["passed"], document["certain"]) == (0, False, "failed")


@given(st.binary(max_size=60), st.integers(0, 140), st.booleans())
def test_whatever_stands_in_a_file_is_counted_or_refused(
    tmp_path_factory: pytest.TempPathFactory, noise: bytes, at: int, in_roll: bool
) -> None:
    folder = tmp_path_factory.getbasetemp()
    argv = ["vote", "--threshold=raise"]
    for name, text in (("roll", f"{ROLL}\n{HOME}\n"), ("ballots", f"{BALLOTS}\n{BALLOT}\n")):
        content = text.encode()
        if in_roll is (name == "roll"):
            content = content[:at] + noise + content[at:]
        (folder / name).write_bytes(content)
        argv.append(f"--{name}={folder / name}")
    code, document = run(*argv)
    assert code in (0, 2) and ("detail" in document) is (code == 2)
