"""What the documents say is so: commands, settings, links, paths, parameters, figures."""

import ast
import importlib
import io
import json
import re
import subprocess
import sys
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

import pytest

from handlers.people import employees, forgetting, sessions
from notify import channels
from papers.sheets import reading
from rules.imports import guide
from rules.parameters import DEFAULT, PARAMETERS
from sandbox import routes as sandbox
from sandbox.wechat import control
from server import cache as limits
from server import explain, health, metrics, patience
from server.__main__ import COMMANDS
from server.config import Misconfigured, Settings
from server.limits import EVERY_ADDRESS, LIMITS
from server.operations import TABLE

ROOT = Path(__file__).parents[1]
README = "README.md"
OPERATIONS = "docs/operations.md"
RULES = "docs/rules.md"
SANDBOX = "docs/sandbox.md"
EXPLAIN = "docs/explain.md"
CONTRIBUTING = "CONTRIBUTING.md"
PAGES = [
    README,
    CONTRIBUTING,
    *(str(one.relative_to(ROOT)) for one in sorted((ROOT / "docs").rglob("*.md"))),
]
DECISIONS = [page for page in PAGES if page.startswith("docs/decisions/")]

LAYER = "rules|models|handlers|notify|console|server|sandbox|tests"
FILE = re.compile(rf"(?:{LAYER}|docs|miniprogram-api-spec)/[\w./-]*")
CITED = re.compile(r"(tests/[\w./-]+\.py)::(\w+)")
DOTTED = re.compile(rf"(?:{LAYER})(?:\.\w+)+")


@cache
def text(page: str) -> str:
    return (ROOT / page).read_text(encoding="utf-8")


def quoted(page: str) -> list[str]:
    """Everything in single backticks, outside of fenced blocks."""
    return re.findall(r"`([^`\n]+)`", re.sub(r"```.*?```", "", text(page), flags=re.S))


def table(page: str, heading: str) -> list[list[str]]:
    """The cells of the rows of the first table whose heading row begins so."""
    lines = text(page).splitlines()
    start = next(number for number, line in enumerate(lines) if line.startswith(heading)) + 2
    rows: list[list[str]] = []
    for line in lines[start:]:
        if not line.startswith("|"):
            break
        rows.append([cell.strip() for cell in line.strip("|").split("|")])
    return rows


def bare(cell: str) -> str:
    """A cell without its backticks."""
    return cell.replace("`", "")


# --- commands


@pytest.mark.parametrize("page", PAGES)
def test_make_targets_exist(page: str) -> None:
    targets = set(re.findall(r"^([a-z]+):", text("Makefile"), flags=re.M))
    named = set(re.findall(r"(?:^|`)make ([a-z]+)", text(page), flags=re.M))
    assert named <= targets


def test_the_readme_is_short() -> None:
    assert len(text(README).splitlines()) <= 200


def test_the_index_names_every_page() -> None:
    index = text("docs/README.md")
    pages = [page.removeprefix("docs/") for page in PAGES if page.startswith("docs/")]
    told = [page for page in pages if f"]({page})" in index]
    assert [page for page in pages if page not in [*told, "README.md"]] == []


def test_every_make_target_is_in_the_readme() -> None:
    told = re.findall(r"^([a-z]+):.*## ", text("Makefile"), flags=re.M)
    missing = [name for name in told if f"make {name}" not in text(README)]
    assert missing == []


def test_the_drills_play_everything_that_is_played_smaller_otherwise() -> None:
    recipe = text("Makefile").partition("\ndrills:")[2].partition("\n\n")[0]
    played = re.findall(r"tests/[\w/.]+", recipe)
    scaled = [
        name
        for one in (ROOT / "tests").rglob("test_*.py")
        if re.search(r"\brounds\(|DRILL_SCALE", text(name := str(one.relative_to(ROOT))))
        and name != "tests/test_readme.py"
    ]
    assert scaled and [name for name in scaled if not name.startswith(tuple(played))] == []


QUESTIONS = ("notice", "payout", "split", "income", "vote")


def asked() -> Iterator[tuple[str, str, frozenset[str]]]:
    """Command, its question if it has one, and the options named with it, from all pages."""
    for page in PAGES:
        for command, rest in re.findall(r"python -m server ([\w-]+)([^`\n#&;]*)", text(page)):
            question = next((one for one in QUESTIONS if one in rest), "")
            yield command, question, frozenset(re.findall(r"(?<=\s)--[a-z-]+", rest))


def test_server_commands_exist() -> None:
    assert {command for command, _, _ in asked()} <= set(COMMANDS)


def test_their_options_exist() -> None:
    wanted: dict[tuple[str, str], set[str]] = {}
    for command, question, options in asked():
        if options:
            wanted.setdefault((command, question), set()).update(options)
    assert wanted
    for (command, question), options in wanted.items():
        named = [command, question] if question else [command]
        line = [sys.executable, "-m", "server", *named, "--help"]
        done = subprocess.run(line, cwd=ROOT, capture_output=True, text=True, check=True)
        assert [one for one in options if one not in done.stdout] == []


def test_modules_that_are_run_exist() -> None:
    for page in PAGES:
        for name in re.findall(r"python -m ((?:rules|tests)[\w.]*)", text(page)):
            assert importlib.import_module(name)


def test_units_start_what_there_is() -> None:
    units = sorted((ROOT / "docs/units").glob("*.service"))
    started = {
        command
        for unit in units
        for command in re.findall(r"^ExecStart=.* -m server (\w+)$", unit.read_text(), flags=re.M)
    }
    assert started == {"serve", "work", "migrate"}


# --- settings


def read_by_the_code() -> set[str]:
    tree = ast.parse(text("server/config.py"))
    words = {
        one.value
        for one in ast.walk(tree)
        if isinstance(one, ast.Constant)
        and isinstance(one.value, str)
        and re.fullmatch(r"[A-Z][A-Z_]{3,}", one.value)
    }
    return words - {"DEBUG", "INFO", "WARNING", "ERROR"}


def test_every_setting_is_in_the_handbook_and_no_other() -> None:
    told = [bare(row[0]) for row in table(OPERATIONS, "| 变量 |")]
    assert len(told) == len(set(told))
    assert set(told) == read_by_the_code()


def test_what_production_needs_is_marked_so() -> None:
    with pytest.raises(Misconfigured) as missing:
        Settings.load({"MODE": "production"})
    needed = {fault.split(":")[0] for fault in missing.value.faults} | {"MODE"}
    told = {bare(row[0]) for row in table(OPERATIONS, "| 变量 |") if row[3] == "是"}
    assert told == needed


def test_the_proxy_takes_as_much_as_the_server(tmp_path: Path) -> None:
    default = Settings.load({"VAR_DIR": str(tmp_path)}).body_limit >> 20
    assert f"client_max_body_size {default}m;" in text("docs/nginx.conf")
    assert f"{default} MiB" in text(OPERATIONS)


# --- what is named is there


@pytest.mark.parametrize("page", PAGES)
def test_links_lead_somewhere(page: str) -> None:
    for target in re.findall(r"\]\(([^)\s]+)\)", text(page)):
        path, _, anchor = target.partition("#")
        found = (ROOT / page).parent / path if path else ROOT / page
        assert found.exists(), target
        if anchor:
            headings = re.findall(r"^#+ (.+)$", found.read_text(encoding="utf-8"), flags=re.M)
            assert anchor in [anchor_of(one) for one in headings], target


def anchor_of(heading: str) -> str:
    """What leads to a heading: lower case, without punctuation, hyphens for blanks."""
    return re.sub(r"[^\w -]", "", heading.lower()).replace(" ", "-")


@pytest.mark.parametrize("page", PAGES)
def test_names_are_in_the_files_they_are_said_to_be_in(page: str) -> None:
    """Wherever a page says `file` 的 `name`."""
    for file, name in re.findall(r"`([\w-]+/[\w./-]+\.\w+)` 的 `([\w.]+)`", text(page)):
        assert re.search(rf"\b{re.escape(name)}\b", text(file)), f"{name} in {file}"


def test_every_recipe_has_an_example_and_says_what_will_be_asked() -> None:
    recipes = text(CONTRIBUTING).split("\n## ")[1:]
    numbered = re.findall(r"\d+\. \[([^\]]+)\]", text(CONTRIBUTING).partition("\n## ")[0])
    told = {one.partition("\n")[0]: one for one in recipes}
    assert len(numbered) == 10 and [one for one in numbered if one not in told] == []
    for name in numbered:
        assert "\n例：`" in told[name] and "\n检查会问" in told[name], name
        assert len(told[name].strip().splitlines()) <= 18, name


@pytest.mark.parametrize("page", PAGES)
def test_files_and_names_exist(page: str) -> None:
    for word in quoted(page):
        if cited := CITED.fullmatch(word):
            places = functions().get(cited[2], [])
            assert cited[1] in places, f"{word} is in {places}"
        elif FILE.fullmatch(word):
            assert (ROOT / word).exists(), word
        elif re.fullmatch(r"\w+\.py", word):
            assert word in file_names(), word
        elif DOTTED.fullmatch(word):
            resolved(word)


@cache
def file_names() -> frozenset[str]:
    layers = LAYER.split("|")
    return frozenset(one.name for layer in layers for one in (ROOT / layer).rglob("*.py"))


@cache
def functions() -> Mapping[str, list[str]]:
    """In which files of tests each function is."""
    found: dict[str, list[str]] = {}
    for one in (ROOT / "tests").rglob("test_*.py"):
        name = str(one.relative_to(ROOT))
        for function in re.findall(r"^(?:async )?def (\w+)\(", text(name), flags=re.M):
            found.setdefault(function, []).append(name)
    return found


def resolved(dotted: str) -> object:
    """What a dotted name means: a module, or something in one."""
    parts = dotted.split(".")
    for cut in range(len(parts), 0, -1):
        try:
            found: object = importlib.import_module(".".join(parts[:cut]))
        except ModuleNotFoundError:
            continue
        for part in parts[cut:]:
            found = getattr(found, part)
        return found
    raise AssertionError(dotted)


def test_requests_named_are_requests_answered() -> None:
    rows = [*TABLE, *sandbox.operations(object.__new__(sandbox.Rows))]
    known = {(row.method, without_names(row.path)) for row in rows}
    emulator = {(verb, path) for verb, path, _ in object.__new__(control.Control).table()}
    for page in PAGES:
        answered = known | emulator if page == SANDBOX else known
        for method, path in re.findall(r"\b(GET|POST|PUT|DELETE) (/[\w/{}.-]*)", text(page)):
            assert (method, without_names(path).rstrip("/") or "/") in answered, f"{page}: {path}"


def without_names(path: str) -> str:
    """A path whose variables bear no names."""
    return re.sub(r"{\w+}", "{}", path)


def test_every_rule_of_the_pages_is_a_rule() -> None:
    counts = (3, 10, 12, 9, 7, 0, 11, 8, 6, 7, 3, 8, 3)
    highest = dict(enumerate(counts, 1))
    for page in PAGES:
        for section, number in re.findall(r"R(\d+)\.(\d+)", text(page)):
            assert 1 <= int(number) <= highest[int(section)], f"R{section}.{number}"


def test_metrics_named_are_measured() -> None:
    exposed = {
        name
        for one in metrics.REGISTRY.collect()
        for name in (one.name, f"{one.name}_total" if one.type == "counter" else one.name)
    }
    rows = table(OPERATIONS, "| 指标 |")
    named = {name for row in rows for name in re.findall(r"`([a-z_]+)[{`]", row[0])}
    assert named and named <= exposed | {"process_resident_memory_bytes"}


# --- tables that repeat the code


def test_the_parameters_are_those_of_the_code() -> None:
    told = [[bare(cell) for cell in row] for row in table(RULES, "| 名称 |")]
    expected = []
    for one in PARAMETERS:
        value = getattr(DEFAULT, one.field)
        shown = one.show(value)
        words = str(value) if shown == str(value) else f"{value}（{shown}）"
        expected.append([one.name, one.label, words, one.rule])
    assert [[row[0].removesuffix(" ○"), *row[1:]] for row in told] == expected


def test_a_parameter_without_a_mark_is_used_by_the_code() -> None:
    sources = [
        (ROOT / name).read_text()
        for layer in ("rules", "models", "handlers")
        for name in (ROOT / layer).rglob("*.py")
        if name != ROOT / "rules/parameters.py"
    ]
    for row in table(RULES, "| 名称 |"):
        # By the attribute of a policy, or by the dotted name where it is read from stored ones.
        named = bare(row[0]).removesuffix(" ○").replace(".", "[._]")
        used = any(re.search(rf"\b{named}\b", source) for source in sources)
        assert used != row[0].endswith("○"), row[0]


def test_the_form_of_a_roll_is_up_to_date() -> None:
    """`python -m rules.imports.guide > docs/roll-import.md` mends it."""
    assert text("docs/roll-import.md") == guide.page()
    assert f"{reading.LIMITS.file_bytes >> 20} MB" in guide.HEAD
    assert f"{reading.LIMITS.rows:,} 行" in guide.HEAD


# --- figures


def answer(*line: str) -> dict[str, object]:
    out = io.StringIO()
    assert explain.main(line, out) == 0
    answered: dict[str, object] = json.loads(out.getvalue())
    return answered


def test_the_examples_are_what_explain_says() -> None:
    notice = answer("notice", "--posted", "2026-02-08")
    for name in ("last_day", "ends_at"):
        assert f'"{name}": "{notice[name]}"' in text(EXPLAIN)
    split = answer("split", "--total", "100000", "--weights", "1,1,1")
    assert f'"parts": {split["parts"]}' in text(EXPLAIN)


def test_times_and_counts_are_those_of_the_code() -> None:
    page = text(OPERATIONS)
    per_minute = {name: limit for name, (limit, window) in LIMITS.items() if window == 60}
    assert (
        f"一般 {per_minute['']}、公开页面 {per_minute['public']}、"
        f"上传 {per_minute['upload']}、登录 {per_minute['login']}、"
        f"密码 {per_minute['password']}；一个来源地址合计 {EVERY_ADDRESS[0]}" in page
    )
    assert (
        f"满 {forgetting.LOGS_KEPT.days} 天，幂等答复满 {forgetting.REPLIES_KEPT.days} 天" in page
    )
    assert f"{sessions.PERSON_LIFE.days} 天后（业主登录的有效期" in page
    assert f"工作人员 {sessions.STAFF_LIFE.seconds // 3600} 小时" in page
    assert f"邀请 {employees.INVITED_FOR.days} 天" in page
    assert f"头 {patience.HEAD_SECONDS} 秒、体 {patience.BODY_SECONDS} 秒" in page
    assert (health.SKEW_SECONDS, channels.TRIES_MAX, limits.FAILURES) == (1.0, 20, 3)


# --- decisions


def test_decisions_are_numbered_and_one_page_each() -> None:
    """A number stands for one decision for ever; where one was taken back, it stays empty."""
    numbers = [Path(page).name[:3] for page in DECISIONS]
    assert all(one.isdigit() for one in numbers) and len(numbers) == len(set(numbers))
    for page in DECISIONS:
        assert text(page).startswith(f"# {Path(page).name[:3]} ")
        assert all(part in text(page) for part in ("**背景。**", "**决定。**", "**后果。**")), page
        assert len(text(page).splitlines()) <= 24, page
