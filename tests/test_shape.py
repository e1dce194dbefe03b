"""The shape of the tree: small files, small functions, plain names, nothing of one machine."""

import ast
import re
import subprocess
from functools import cache
from importlib import metadata
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from rules.city import CITY
from rules.people import Role
from tests import house

ROOT = Path(__file__).parents[1]

FILE_LINES = 400
FUNCTION_LINES = 50
LINE_WIDTH = 100
PRAGMA = re.compile(r"  # (noqa|type: ignore)\b.*$")

# Written by tools, and as long as the tool makes them.
GENERATED = re.compile(
    r"^(models/migrations/\d{4}_\w+\.py|requirements\.lock|miniprogram-api-spec/.*)$"
)
BINARY = (".png", ".jpg", ".jpeg", ".pdf", ".xlsx", ".ttf", ".otf", ".ico")

NAMELESS = {"util", "utils", "helper", "helpers", "common", "manager", "managers", "misc", "base_"}
TOP = {
    *(
        "rules",
        "models",
        "papers",
        "handlers",
        "notify",
        "console",
        "server",
        "sandbox",
        "tests",
        "docs",
    ),
    *("miniprogram-api-spec", ".ci"),
}
LAYERS = (
    "rules",
    "models",
    "papers",
    "handlers",
    "notify",
    "console",
    "server",
    "sandbox",
    "tests",
)

# Put together here so that this file does not hold what it looks for.
UNWANTED = {
    "package address": r"https?://[^\s\"']*(/simple|/-/|\.whl|\.tar\.gz)|files\.python" + "hosted",
    "index option": "--(extra-)?index" + "-url[ =]",
    "machine path": r"(?<![\w.])/(?:work|root|home|tmp/w)" + r"/[\w.]",
    "left-over marker": r"\b(TO" + "DO|FIX" + "ME|XX" + "X|HA" + r"CK)\b",
    "skipped test": r"pytest\.(mark\.)?(sk" + "ip|xf" + "ail)",
}


@cache
def tracked() -> tuple[str, ...]:
    """What belongs to the repository: known to git or about to be."""
    command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    listed = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    names = sorted({name for name in listed.stdout.split("\0") if name})
    return tuple(name for name in names if (ROOT / name).is_file())


def ours(*endings: str) -> list[str]:
    """Text files written by hand."""
    return [
        name
        for name in tracked()
        if not GENERATED.match(name) and not name.endswith(BINARY) and name.endswith(endings)
    ]


def python() -> list[str]:
    return ours(".py")


def test_files_are_small() -> None:
    lengths = {name: len((ROOT / name).read_text().splitlines()) for name in python()}
    assert {name: lines for name, lines in lengths.items() if lines > FILE_LINES} == {}


def test_functions_are_small() -> None:
    long = {}
    for name in python():
        for node in ast.walk(ast.parse((ROOT / name).read_text())):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                lines = (node.end_lineno or 0) - node.lineno + 1
                if lines > FUNCTION_LINES:
                    long[f"{name}:{node.name}"] = lines
    assert long == {}


def test_lines_are_short() -> None:
    long = []
    for name in python():
        for number, line in enumerate((ROOT / name).read_text().splitlines(), 1):
            if len(PRAGMA.sub("", line)) > LINE_WIDTH:
                long.append(f"{name}:{number}")
    assert long == []


def test_every_file_says_what_it_is() -> None:
    silent = []
    for name in python():
        tree = ast.parse((ROOT / name).read_text())
        if tree.body and not ast.get_docstring(tree):
            silent.append(name)
    assert silent == []


def test_the_top_level_has_no_folder_without_an_idea() -> None:
    folders = {name.split("/")[0] for name in tracked() if "/" in name}
    assert folders <= TOP, folders - TOP


def test_no_module_is_called_after_nothing() -> None:
    stems = {Path(part).stem for name in python() for part in Path(name).parts}
    assert stems.isdisjoint(NAMELESS)


def test_only_the_door_reads_the_wall_clock() -> None:
    clock = re.compile(r"datetime\.(now|utcnow|today)\(|date\.today\(|\btime\.time\(\)")
    layers = ("rules/", "models/", "papers/", "handlers/", "notify/", "console/", "server/")
    found = [
        name
        for name in python()
        if name.startswith(layers) and clock.search((ROOT / name).read_text())
    ]
    # Rate limits count by the host's seconds; nothing is decided by them that is stored.
    assert set(found) <= {"server/door.py", "server/app.py", "server/cache.py"}, found


def role_sets() -> dict[frozenset[str], list[str]]:
    """Where two or more roles are written side by side, by the roles."""
    written: dict[frozenset[str], list[str]] = {}
    for name in python():
        if name.startswith(("tests/", "sandbox/")):
            continue
        for node in ast.walk(ast.parse((ROOT / name).read_text())):
            if isinstance(node, ast.Set | ast.Tuple | ast.List):
                roles = [one.attr for one in node.elts if isinstance(one, ast.Attribute)]
                if len(roles) >= 2 and set(roles) <= set(Role.__members__):
                    written.setdefault(frozenset(roles), []).append(f"{name}:{node.lineno}")
    return written


def test_no_role_set_is_written_twice() -> None:
    """What two places need bears a name in rules/people.py."""
    assert {roles: places for roles, places in role_sets().items() if len(places) > 1} == {}


def test_the_city_is_named_in_one_place() -> None:
    """Another city is another record in rules/city.py."""
    named = [
        name
        for name in ours(".py", ".html")
        if not name.startswith(("tests/", "sandbox/"))
        and (CITY.name in (text := (ROOT / name).read_text()) or CITY.phone in text)
    ]
    assert named == ["rules/city.py"]


def test_no_test_waits_for_a_time_or_looks_at_todays_date() -> None:
    pattern = re.compile(r"\bsleep\((0?\.[1-9]|[1-9])|datetime\.now\(|date\.today\(")
    found = [
        f"{name}:{number}"
        for name in python()
        if name.startswith("tests/") and not name.startswith("tests/bench/")
        for number, line in enumerate((ROOT / name).read_text().splitlines(), 1)
        if pattern.search(line) and "re.compile" not in line
    ]
    assert found == []


@pytest.mark.parametrize("what", list(UNWANTED))
def test_nothing_is_left_in_that_should_not_be(what: str) -> None:
    pattern = re.compile(UNWANTED[what])
    found = []
    for name in tracked():
        if name.endswith(BINARY):
            continue
        for number, line in enumerate((ROOT / name).read_text().splitlines(), 1):
            if pattern.search(line):
                found.append(f"{name}:{number}: {line.strip()[:80]}")
    assert found == []


def planted(folder: Path, said: str) -> None:
    """A file of handlers whose third line says this."""
    (folder / "handlers").mkdir()
    (folder / "handlers" / "reading.py").write_text(f'"""Reads."""\n\nFOUND = {said}\n')


def test_who_owns_is_said_in_one_place() -> None:
    """The conditions of an ownership, a live binding and a running appointment (R2.4, R2.5)."""
    assert house.ownership(ROOT) == []


@pytest.mark.parametrize(
    "said",
    [
        "sql('SELECT 1 FROM ownership WHERE from_on <= $1 AND (to_on IS NULL OR to_on > $1)')",
        "sql('SELECT 1 FROM binding WHERE person_id = $1 AND to_at IS NULL')",
        "sql(\"SELECT 1 FROM appointment a WHERE a.state = 'approved'\" ' AND a.ended_at IS NULL')",
        "Binding.filter(person_id=one, to_at=None)",
        "Ownership.filter(to_on__isnull=True)",
    ],
)
def test_who_owns_is_found_where_it_is_said(tmp_path: Path, said: str) -> None:
    planted(tmp_path, said)
    assert set(house.ownership(tmp_path)) == {"handlers/reading.py:3"}


def test_no_flow_is_known_by_its_name() -> None:
    """What differs between flows is their records' to say (`rules.flows.flow`)."""
    assert house.flow_names(ROOT) == []


@pytest.mark.parametrize(
    "said",
    [
        "facts.flow == 'added'",
        "facts.flow in {'household', 'added'}",
        "{'pooled': 1, 'direct': 2}[facts.flow]",
        'sql("SELECT 1 FROM \\"case\\" k WHERE k.flow = \'direct\'")',
    ],
)
def test_a_flow_known_by_its_name_is_found(tmp_path: Path, said: str) -> None:
    planted(tmp_path, said)
    assert house.flow_names(tmp_path) == ["handlers/reading.py:3"]


def test_statements_live_in_models() -> None:
    """Everybody else asks named functions."""
    assert house.statements(ROOT) == []


@pytest.mark.parametrize(
    "said",
    [
        "sql('SELECT 1 FROM home WHERE id = $1')",
        "f'UPDATE home SET {column} = $1'",
        "'WITH mine AS (SELECT 1) SELECT * FROM mine'",
    ],
)
def test_a_statement_elsewhere_is_found(tmp_path: Path, said: str) -> None:
    planted(tmp_path, said)
    assert house.statements(tmp_path) == ["handlers/reading.py:3"]


def test_heavy_work_is_done_in_a_pool_of_its_kind() -> None:
    """What waits in the threads that everybody uses stops log-ins and look-ups of names."""
    loose = [
        str(path.relative_to(ROOT))
        for layer in ("handlers", "notify", "papers", "console", "server")
        for path in sorted((ROOT / layer).rglob("*.py"))
        if "to_thread(" in path.read_text()
    ]
    assert loose == []


def test_no_file_is_entered_into_a_list() -> None:
    """A file that lies in the folder of its subject belongs to the program."""
    assert house.registrations(ROOT) == []


def test_a_list_of_files_is_found(tmp_path: Path) -> None:
    folder = tmp_path / "handlers" / "cases"
    folder.mkdir(parents=True)
    for name in ("applying", "planning", "reading"):
        (folder / f"{name}.py").write_text('"""A file."""\n')
    listed = "from handlers.cases import applying, planning, reading\n"
    (folder / "__init__.py").write_text(f'"""Cases."""\n\n{listed}')
    assert house.registrations(tmp_path) == ["handlers/cases/__init__.py:3"]


def test_every_package_has_a_folder_of_tests() -> None:
    tested = {name.split("/")[1] for name in python() if name.startswith("tests/")}
    assert {
        "rules",
        "models",
        "papers",
        "handlers",
        "notify",
        "console",
        "server",
        "sandbox",
    } <= tested


def test_the_project_file_names_every_layer() -> None:
    project = (ROOT / "pyproject.toml").read_text()
    for layer in LAYERS[:-1]:
        assert f'"{layer}"' in project


@pytest.mark.parametrize("version", ["3.11.0", "3.11.2", "3.11.3"])
def test_the_lock_serves_every_python_of_its_line(version: str) -> None:
    """A package may ask for another one below 3.11.3 alone, which is what Debian 12 has: with
    hashes required, one that the lock does not name stops the installation."""
    names = re.findall(r"^([\w.-]+)==", (ROOT / "requirements.lock").read_text(), flags=re.M)
    locked = {canonicalize_name(name) for name in names}
    python = {"python_full_version": version, "python_version": "3.11", "extra": ""}
    wanted = {
        (name, canonicalize_name(one.name))
        for name in names
        for one in map(Requirement, required(name))
        if one.marker is None or one.marker.evaluate(python)
    }
    assert {name for _, name in wanted} - {"setuptools", "pip"} <= locked, wanted


def required(name: str) -> list[str]:
    """What the installed package asks for; nothing of one that only other versions install."""
    try:
        return metadata.requires(name) or []
    except metadata.PackageNotFoundError:
        return []
