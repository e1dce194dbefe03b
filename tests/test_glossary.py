"""The glossary: every word of it is used by the program, and nothing is told twice."""

import re
from collections import Counter
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parents[1]
LAYERS = ("rules", "models", "papers", "handlers", "notify", "console", "server")


def lines() -> list[list[str]]:
    """Term, code, source and meaning of every line of the page."""
    page = (ROOT / "docs/glossary.md").read_text(encoding="utf-8")
    found = [line.strip("|").split("|") for line in page.splitlines() if line.startswith("| ")]
    return [[cell.strip() for cell in cells] for cells in found if cells[0].strip() != "用语"]


def words() -> list[str]:
    return [word for line in lines() for word in re.findall(r"`([^`]+)`", line[1])]


@cache
def sources() -> str:
    names = (name for layer in LAYERS for name in sorted((ROOT / layer).rglob("*.py")))
    return "\n".join(name.read_text(encoding="utf-8") for name in names)


def used(word: str) -> bool:
    """Whether it stands in the program, alone or joined by underscores: `fen` in `amount_fen`."""
    return re.search(rf"(?<![A-Za-z0-9]){re.escape(word)}(?![A-Za-z0-9])", sources()) is not None


def test_every_line_is_whole() -> None:
    assert len(lines()) > 100
    for line in lines():
        assert len(line) == 4 and all(line) and re.search(r"`[^`]+`", line[1]), line


def test_every_word_is_the_programs() -> None:
    assert [word for word in words() if not used(word)] == []
    assert not used("co_insurances")


def test_nothing_is_told_twice() -> None:
    terms = [line[0] for line in lines()]
    assert [one for one, times in Counter([*terms, *words()]).items() if times > 1] == []
