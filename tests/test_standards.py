"""The pages that compare us with standards name files and tests that exist."""

import ast
import re
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PAGES = ("docs/asvs.md", "docs/djbh.md")
CHAPTERS = 17


def rows(page: str) -> list[list[str]]:
    """The cells of every row below the heading."""
    lines = (ROOT / page).read_text(encoding="utf-8").splitlines()
    table = [line for line in lines if line.startswith("| ")]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in table[1:]]


@cache
def functions(path: str) -> frozenset[str]:
    """The tests that a file defines."""
    tree = ast.parse((ROOT / path).read_text(encoding="utf-8"))
    kinds = (ast.FunctionDef, ast.AsyncFunctionDef)
    return frozenset(node.name for node in tree.body if isinstance(node, kinds))


@pytest.mark.parametrize("page", PAGES)
def test_every_file_and_test_that_is_named_exists(page: str) -> None:
    found = rows(page)
    assert len(found) > 15
    for cells in found:
        assert len(cells) == 4, cells
        for name in re.findall(r"`([^`]+)`", " ".join(cells)):
            path, _, test = name.partition("::")
            assert (ROOT / path).is_file(), name
            assert not test or test in functions(path), name


@pytest.mark.parametrize("page", PAGES)
def test_what_has_no_test_says_why(page: str) -> None:
    for what, _, tests, left in rows(page):
        assert tests or left, what


def test_every_chapter_is_answered() -> None:
    told = {re.match(r"V(\d+) ", cells[0]) for cells in rows("docs/asvs.md")}
    assert {int(one[1]) for one in told if one} == set(range(1, CHAPTERS + 1))
