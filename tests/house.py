"""Counts the house: what lies where, and what should stand in one place only.

    python -m tests.house [FOLDER]

`tests/test_shape.py` holds the counts that must be nought at nought.
"""

import ast
import re
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

ROOT = Path(__file__).parents[1]
LAYERS = ("rules", "models", "papers", "handlers", "notify", "console", "server", "sandbox")
FLOWS = {"pooled", "household", "independent", "added", "direct"}

SQL = re.compile(r"^\s*(SELECT|INSERT INTO|UPDATE|DELETE FROM|WITH \w+( \(|\s+AS))\b")
# Of an ownership, a binding and an appointment; indexes and checks of the tables say it otherwise.
OWNED = re.compile(
    r"\bto_on IS (NOT )?NULL\s+(OR|AND)\b(?! from_on < to_on)|coalesce\((\w+\.)?to_on\b"
    r"|\bto_at IS (NOT )?NULL\b|\bto_at__isnull\b|\bto_at=None\b|\bto_on__isnull\b|\bto_on=None\b"
    r"|'approved'\s+AND\s+(\w+\.)?ended_at IS NULL|\bended_at__isnull\b"
)
HOLDS_OWNED = ("models/standing.py", "models/constraints.py", "rules/standing.py")
SQL_FLOW = re.compile(rf"flow\s*(=|<>|IN)\s*\(?'({'|'.join(sorted(FLOWS))})'")


def files(root: Path, *layers: str) -> Iterator[tuple[str, str]]:
    """The Python files of these layers: their names and texts, migrations left out."""
    for layer in layers:
        for path in sorted((root / layer).rglob("*.py")):
            if "migrations" not in path.parts and "assets" not in path.parts:
                yield path.relative_to(root).as_posix(), path.read_text()


def texts(tree: ast.AST) -> Iterator[tuple[int, str]]:
    """Every string of the code with its line; of a formatted one what is fixed."""
    inside: set[int] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.JoinedStr):
            inside |= {id(part) for part in node.values}
            fixed = (p.value for p in node.values if isinstance(p, ast.Constant))
            yield node.lineno, "".join(str(one) for one in fixed)
        elif isinstance(node, ast.Constant) and id(node) not in inside:
            yield node.lineno, str(node.value)


def lines(root: Path) -> dict[str, int]:
    """Lines of Python per layer."""
    return {
        layer: sum(len(text.splitlines()) for _, text in files(root, layer)) for layer in LAYERS
    }


def without_operation(root: Path) -> list[str]:
    """Files of handlers that hold neither an operation nor a job."""
    row = re.compile(r"^@(route|job|listing|entry|page_row)\b|^\w+ = (entry|listing)\(", re.M)
    return [
        name
        for name, text in files(root, "handlers")
        if not name.endswith("__init__.py") and not row.search(text)
    ]


def statements(root: Path) -> list[str]:
    """SQL statements outside models, but for what the engine is told before it has a database."""
    found = []
    for name, text in files(root, *(one for one in LAYERS[:-1] if one != "models")):
        if name.startswith("server/engines/"):
            continue
        for line, content in texts(ast.parse(text)):
            if SQL.match(content):
                found.append(f"{name}:{line}")
    return found


def ownership(root: Path) -> list[str]:
    """Clauses that say who owns, is bound or appointed that day, outside `models/standing`."""
    return [
        f"{name}:{number}"
        for name, text in files(root, *LAYERS[:-1])
        if name not in HOLDS_OWNED
        for number, content in said_in(ast.parse(text))
        if OWNED.search(content)
    ]


def said_in(tree: ast.AST) -> Iterator[tuple[int, str]]:
    """Every string, and every call with its keywords: a clause may be written in either."""
    yield from texts(tree)
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            words = (ast.unparse(one) for one in node.keywords if one.arg)
            yield node.lineno, ", ".join(words)


def registrations(root: Path) -> list[str]:
    """Places that name the files or folders of their own package one by one."""
    found = []
    for name, text in files(root, *LAYERS[:-1], "tests"):
        here = (root / name).parent
        siblings = {path.stem for path in here.iterdir() if path.suffix == ".py" or path.is_dir()}
        subjects = {path.stem for path in (root / "handlers").iterdir()}
        tree = ast.parse(text)
        for node in tree.body:
            if isinstance(node, ast.ImportFrom) and node.module == ".".join(name.split("/")[:-1]):
                listed = {one.name for one in node.names} & siblings - _used(tree)
                if len(listed) >= 3:
                    found.append(f"{name}:{node.lineno}")
            if isinstance(node, ast.Assign | ast.AnnAssign) and node.value is not None:
                said = {one for _, one in texts(node.value)}
                modules = {one for one in said if re.fullmatch(r"(models|handlers)\.\w+", one)}
                if len(modules) >= 4 or len(said & subjects) >= 8:
                    found.append(f"{name}:{node.lineno}")
    return found


def _used(tree: ast.AST) -> set[str]:
    return {one.id for one in ast.walk(tree) if isinstance(one, ast.Name)}


def flow_names(root: Path) -> list[str]:
    """Comparisons with the name of a flow, outside the flows' own tables and records."""
    found = []
    for name, text in files(root, *LAYERS[:-1]):
        tree = ast.parse(text)
        if not name.startswith("rules/flows/"):
            found += [f"{name}:{node.lineno}" for node in ast.walk(tree) if _keyed_by_flow(node)]
        found += [f"{name}:{node.lineno}" for node in ast.walk(tree) if _compares_flow(node)]
        found += [f"{name}:{line}" for line, said in texts(tree) if SQL_FLOW.search(said)]
    return sorted(set(found))


def _names(node: ast.AST) -> set[str]:
    return {one.value for one in ast.walk(node) if isinstance(one, ast.Constant)} & FLOWS


def _compares_flow(node: ast.AST) -> bool:
    return isinstance(node, ast.Compare) and any(_names(one) for one in node.comparators)


def _keyed_by_flow(node: ast.AST) -> bool:
    if not isinstance(node, ast.Dict):
        return False
    keys = [one.value for one in node.keys if isinstance(one, ast.Constant)]
    return len(FLOWS & set(keys)) >= 2


NOUGHT: dict[str, Callable[[Path], list[str]]] = {
    "SQL statements outside models": statements,
    "ownership clauses outside models/standing": ownership,
    "places where a file must be registered": registrations,
    "comparisons with the name of a flow": flow_names,
}


def main(root: Path) -> None:
    """Print the counts, and where those lie that should be nought."""
    counted = lines(root)
    for layer, number in counted.items():
        print(f"{number:7,} lines in {layer}")
    print(f"{sum(counted.values()):7,} lines in all")
    print(f"{len(without_operation(root)):7,} files of handlers without an operation")
    for what, count in NOUGHT.items():
        print(f"{len(count(root)):7,} {what}")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT)
