"""docs/rules.md tells where a rule is decided: each file of a row cites the row's rule."""

import re
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]

SILENT = {
    "console/assets/recompute_income.py": "handed out to the public, it needs nothing of ours",
}
"""Files that cite no rule, and why."""


@cache
def rows() -> list[tuple[str, str, str]]:
    """Rules, code and proof of every row of the page."""
    page = (ROOT / "docs/rules.md").read_text(encoding="utf-8")
    lines = [line.strip("|").split("|") for line in page.splitlines() if line.startswith("| ")]
    found = [[cell.strip() for cell in cells] for cells in lines if len(cells) == 4]
    return [
        (rules, code, proof)
        for rules, _, code, proof in found
        if rules not in ("规则", "名称") and not rules.startswith("`")
    ]


def pattern(rule: str) -> str:
    """What citing a rule looks like: itself or its chapter; a section in English or Chinese; a
    clause of the plan whatever its item."""
    if match := re.fullmatch(r"R(\d+)\.\d+", rule):
        return rf"{re.escape(rule)}(?!\d)|R{match[1]}(?![\d.])"
    if match := re.fullmatch(r"第(\d+)节", rule):
        return rf"[Ss]ections? (?:\d+, )*{match[1]}\b|第{match[1]}节"
    return re.escape(rule.removeprefix("附件").partition(")")[0] + ")")


def cites(text: str, rule: str) -> bool:
    """Whether the text cites the rule, by its name or within `R4.5 to R4.8`."""
    if re.search(pattern(rule), text):
        return True
    if not (match := re.fullmatch(r"R(\d+)\.(\d+)", rule)):
        return False
    spans = re.findall(rf"R{match[1]}\.(\d+) to R{match[1]}\.(\d+)", text)
    return any(int(first) <= int(match[2]) <= int(last) for first, last in spans)


def rules_of(cell: str) -> list[str]:
    """Rules side by side or from one to another; `二(二)3、6` is one clause with two items."""
    found = []
    for one in cell.split("、"):
        if span := re.fullmatch(r"R(\d+)\.(\d+) 至 R\1\.(\d+)", one):
            found += [f"R{span[1]}.{nth}" for nth in range(int(span[2]), int(span[3]) + 1)]
        elif not one.isdigit():
            found.append(one)
    return found


def test_what_a_cell_names() -> None:
    assert rules_of("R5.2 至 R5.4、R7.1") == ["R5.2", "R5.3", "R5.4", "R7.1"]
    assert rules_of("二(二)3、6、R3.4") == ["二(二)3", "R3.4"]


def test_the_rows_are_found() -> None:
    assert len(rows()) > 80
    assert all(rules and "`" in code and "`tests/" in proof for rules, code, proof in rows())


@pytest.mark.parametrize(("rules", "code"), [row[:2] for row in rows()])
def test_the_code_of_a_row_cites_its_rule(rules: str, code: str) -> None:
    for name in re.findall(r"`([^`]+)`", code):
        text = (ROOT / name).read_text(encoding="utf-8")
        cited = any(cites(text, one) for one in rules_of(rules))
        assert cited != (name in SILENT), f"{name}: {rules}"


@pytest.mark.parametrize(
    ("text", "rule", "found"),
    [
        ("Pauses at once. R7.5", "R7.5", True),
        ("R7.10", "R7.1", False),
        ("R4.5 to R4.8", "R4.6", True),
        ("in step with the rules. R9, R5.5.", "R9.3", True),
        ("R5.5", "R9.3", False),
        ("Sections 6, 8.", "第8节", True),
        ("section 16", "第6节", False),
        ("附件二(二)3、4", "二(二)6", True),
        ("二(三)", "二(二)", False),
    ],
)
def test_what_a_citation_is(text: str, rule: str, found: bool) -> None:
    assert cites(text, rule) is found
