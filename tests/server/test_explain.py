"""`explain`: the answers of section 15 as JSON, local days, and bad input told, not thrown."""

import io
import json
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from server import explain

ROOT = Path(__file__).parents[2]


def ask(*argv):
    """Exit code and the one JSON document that was printed."""
    out, err = io.StringIO(), io.StringIO()
    code = explain.main(list(argv), out, err)
    assert bool(out.getvalue()) is (code == 0)
    assert bool(err.getvalue()) is (code != 0)
    return code, json.loads(out.getvalue() or err.getvalue())


def answer(*argv):
    code, document = ask(*argv)
    assert code == 0, document
    return document


def refusal(*argv):
    code, document = ask(*argv)
    assert (code, document["title"]) == (2, "输入有误")
    return document["detail"]


@pytest.fixture
def local_days(tmp_path):
    def write(content):
        file = tmp_path / "days"
        file.write_bytes(content if isinstance(content, bytes) else content.encode())
        return f"--local-days={file}"

    return write


@pytest.mark.parametrize(
    ("posted", "last"),
    [
        ("2025-04-28", "2025-05-06"),
        ("2025-09-24", "2025-10-09"),
        ("2025-01-19", "2025-01-26"),
        ("2026-02-08", "2026-02-24"),
    ],
)
def test_notice_examples(posted, last):
    document = answer("notice", "--posted", posted)
    assert document["last_day"] == last
    assert document["ends_at"].endswith("T00:00:00+08:00")
    assert document["ends_at"] > last
    assert document["provisional"] is False
    assert document["rules"] == ["R7.1"]
    assert {"rule", "what", "text", "day"} == set(document["steps"][0])
    assert document["steps"][-1]["day"] == last


@pytest.mark.parametrize(
    ("roll", "last"),
    [
        ("weekends_and_holidays", "2025-06-16"),
        ("holidays", "2025-06-14"),
        ("none", "2025-06-14"),
    ],
)
def test_notice_roll(roll, last):
    assert answer("notice", "--posted", "2025-06-07", "--roll", roll)["last_day"] == last


@pytest.mark.parametrize(
    ("complete", "due"), [("2025-09-26", "2025-10-13"), ("2026-02-12", "2026-02-28")]
)
def test_payout_examples(complete, due):
    document = answer("payout", "--complete", complete)
    assert document["due_on"] == due
    assert document["provisional"] is False
    assert document["rules"] == ["R9.1"]
    counted = [step["day"] for step in document["steps"] if step["what"] == "counted"]
    assert (len(counted), counted[-1]) == (7, due)


def test_unpublished_year_is_provisional():
    notice = answer("notice", "--posted", "2026-12-28")
    assert (notice["last_day"], notice["provisional"]) == ("2027-01-04", True)
    assert "R9.2" in notice["rules"]
    assert answer("payout", "--complete", "2026-12-25")["provisional"] is True
    assert answer("payout", "--complete", "2026-12-22")["provisional"] is False


def test_other_lengths():
    assert answer("notice", "--posted", "2025-06-03", "--days", "9")["last_day"] == "2025-06-12"
    assert answer("payout", "--complete", "2025-06-03", "--days", "1")["due_on"] == "2025-06-04"


@pytest.mark.parametrize(
    ("total", "weights", "parts"),
    [
        ("100000", "1,1,1", [33_334, 33_333, 33_333]),
        ("100", "1,2,3", [17, 33, 50]),
        ("-100", "1, 2, 3", [-17, -33, -50]),
        ("0", "5", [0]),
    ],
)
def test_split(total, weights, parts):
    document = answer("split", "--total", total, "--weights", weights)
    assert document["parts"] == parts
    assert document["total_fen"] == sum(parts)
    assert document["provisional"] is False
    assert document["rules"] == ["R3.1", "R3.7"]
    told = [step["text"] for step in document["steps"] if step["what"] == "part"]
    for part, text in zip(parts, told, strict=True):
        assert text.endswith(f"计{part}分")


def test_steps_of_a_split_can_be_recomputed():
    told = [s["text"] for s in answer("split", "--total=-100", "--weights=1,2,3")["steps"]]
    assert told[0] == "总额-100分（-1.00元），权重合计6"
    assert told[1].startswith("各份先取整，余1分")
    assert told[2] == "第1份：权重1，得-16分余4/6，加1分，计-17分"
    assert told[3] == "第2份：权重2，得-33分余2/6，计-33分"


UNNAMED = "本地规定的休息日"


@pytest.mark.parametrize(
    ("content", "name"),
    [
        ("date,working,name\n2025-09-19,false,州庆\n", "州庆"),
        ("2025-09-19,放假,州庆\n", "州庆"),
        ("2025/9/19\n", UNNAMED),
        ("\ufeffname,date,working\r\n州庆,2025-09-19,否\r\n\r\n", "州庆"),
        ("date,working,name\n2025-09-19,休,州庆\n".encode("gb18030"), "州庆"),
        ('[{"date": "2025-09-19", "working": false, "name": "州庆"}]', "州庆"),
        ('["2025-09-19"]', UNNAMED),
        ('{"2025-09-19": false}', UNNAMED),
        ('{"days": [{"date": "2025-09-19"}]}', UNNAMED),
        ('{"days": {"2025-09-19": "off"}}', UNNAMED),
    ],
)
def test_local_days_in_every_form(local_days, content, name):
    assert answer("notice", "--posted", "2025-09-12")["last_day"] == "2025-09-19"
    option = local_days(content)
    document = answer("notice", "--posted", "2025-09-12", option)
    assert document["last_day"] == "2025-09-22"
    moved = [step["text"] for step in document["steps"] if step["what"] == "moved"]
    assert moved[0] == f"2025-09-19（星期五）{name}，顺延"
    assert answer("payout", "--complete", "2025-09-18", "--days=1", option)["due_on"] > "2025-09-19"


def test_a_year_published_by_file_is_not_provisional(local_days):
    days = '[{"date": "2027-01-01"}, {"date": "2027-01-04", "working": true}]'
    supposed = answer("notice", "--posted", "2026-12-25", local_days(days))
    assert (supposed["last_day"], supposed["provisional"]) == ("2027-01-04", True)
    known = local_days(f'{{"published": [2027], "days": {days}}}')
    document = answer("notice", "--posted", "2026-12-25", known)
    assert (document["last_day"], document["provisional"]) == ("2027-01-04", False)


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        ("2025-02-30,false\n", "第1行"),
        ("date,working\n2025-09-19,false\n2025-09-20,maybe\n", "第3行：看不懂“maybe”"),
        ("2025-09-19,false\n2025-09-19,true\n", "第2行：2025-09-19既是工作日又是休息日"),
        ("working\ntrue\n", "第1行"),
        ('"2025-09-19,false\n', "不是CSV"),
        ("[", "不是JSON"),
        ("[" * 100_000, "不是JSON"),
        ("[1]", "第1项"),
        ('{"2025-09-19": null}', "看不懂"),
        ('{"days": 5}', "应为一组日期"),
        ('{"published": ["2027"]}', "published"),
        ('{"published": 2027}', "published"),
        (b"\xff\xfe\xff", "编码"),
        ("2025-09-19,false\n" * 100_000, "超过"),
    ],
)
def test_faults_in_local_days_are_told(local_days, content, reason):
    assert reason in refusal("notice", "--posted", "2025-09-12", local_days(content))


def test_missing_file_is_told(tmp_path):
    for path in (tmp_path / "none", tmp_path):
        detail = refusal("payout", "--complete", "2025-09-12", f"--local-days={path}")
        assert "无法读取" in detail


@pytest.mark.parametrize(
    "argv",
    [
        [],
        ["nothing"],
        ["notice"],
        ["notice", "--posted"],
        ["notice", "--posted", "2025-02-30"],
        ["notice", "--posted", "2025-4-28"],
        ["notice", "--posted", "20250428"],
        ["notice", "--posted", "２０２５-04-28"],
        ["notice", "--posted", "2025-04-28T00:00"],
        ["notice", "--posted", "9999-12-30"],
        ["notice", "--posted", "2025-04-28", "--roll", "weekends"],
        ["notice", "--posted", "2025-04-28", "--days", "0"],
        ["notice", "--posted", "2025-04-28", "--days", "7.5"],
        ["notice", "--posted", "2025-04-28", "--local-days", ""],
        ["notice", "--posted", "2025-04-28", "--surprise"],
        ["notice", "--post", "2025-04-28"],
        ["payout", "--complete", "yesterday"],
        ["payout", "--complete", "9999-12-28"],
        ["payout", "--complete", "2025-04-28", "--days", "99999999"],
        ["split", "--total", "100"],
        ["split", "--total", "1.5", "--weights", "1"],
        ["split", "--total", "1e9", "--weights", "1"],
        ["split", "--total", "9223372036854775808", "--weights", "1"],
        ["split", "--total", "9" * 5000, "--weights", "1"],
        ["split", "--total", "100", "--weights", ""],
        ["split", "--total", "100", "--weights", "1,,2"],
        ["split", "--total", "100", "--weights", "0,0"],
        ["split", "--total", "100", "--weights=-1,2"],
        ["split", "--total", "100", "--weights", "1,x"],
        ["split", "--total", "100", "--weights", ",".join(["1"] * 10_001)],
    ],
    ids=lambda argv: " ".join(argv)[:60] or "nothing",
)
def test_bad_input_is_a_problem_with_code_2(argv):
    assert refusal(*argv)


QUESTIONS = ["notice", "payout", "split"]
OPTIONS = ["--posted", "--complete", "--total", "--weights", "--roll", "--days", "--"]
VALUES = ["2025-04-28", "9999-12-31", "0001-01-01", "7", "-1", "1,2", "none", "\ud800"]
words = st.sampled_from([*QUESTIONS, *OPTIONS, *VALUES])


@given(st.lists(st.one_of(words, st.text(max_size=6).filter(lambda s: s[:2] != "-h")), max_size=7))
def test_nothing_is_ever_thrown(argv):
    code, document = ask(*argv)
    assert (code == 2) is (document.get("title") == "输入有误")


def test_help_tells_the_form_of_the_file(capsys):
    assert explain.main(["payout", "--help"]) == 0
    told = capsys.readouterr().out
    assert "date,working[,name]" in told
    assert '"published": [2027]' in told


def test_a_terminal_without_chinese_still_gets_json():
    written = io.TextIOWrapper(io.BytesIO(), encoding="ascii")
    assert explain.main(["notice", "--posted", "2025-04-28"], written) == 0
    written.seek(0)
    assert json.loads(written.read())["last_day"] == "2025-05-06"


def test_the_command_needs_rules_only():
    """No database, no web, nothing slow: that is what makes it quick and usable anywhere."""
    script = """
import runpy, sys
sys.argv = ["server", "explain", "payout", "--complete", "2025-09-26"]
try:
    runpy.run_module("server", run_name="__main__", alter_sys=True)
except SystemExit as done:
    heavy = {"asyncio", "tortoise", "asyncpg", "sanic", "redis", "httpx", "wechatpy", "ssl"}
    print(sorted(heavy & set(sys.modules)), done.code, file=sys.stderr)
"""
    ran = subprocess.run(
        [sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, timeout=180
    )
    assert ran.stderr == "[] 0\n"
    assert json.loads(ran.stdout)["due_on"] == "2025-10-13"
