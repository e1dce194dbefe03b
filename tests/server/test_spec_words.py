"""What the contract says to people is Chinese: no text of it is left in English."""

import re
from collections.abc import Iterator
from typing import Any

import pytest

from server.operations import TABLE
from server.spec.document import api_rows, document
from server.spec.words import flowing

TEXTS = ("description", "summary", "x-displayName")
CHINESE = re.compile("[\u4e00-\u9fff]")
ENGLISH = re.compile(r"[A-Za-z]{2,}[ ,;:]+[A-Za-z]{2,}")
CODE = re.compile(r"`[^`]*`")


@pytest.fixture(scope="module")
def made() -> dict[str, Any]:
    return document(api_rows(TABLE))


def texts(value: Any, place: str = "") -> Iterator[tuple[str, str]]:
    """Every text for people with where it stands; a field may be called as these are."""
    if isinstance(value, list):
        for number, one in enumerate(value):
            yield from texts(one, f"{place}/{number}")
    if isinstance(value, dict):
        for name, one in value.items():
            names_fields = place.endswith("/properties")
            if isinstance(one, str) and name in TEXTS and not names_fields:
                yield f"{place}/{name}", one
            if name not in ("example", "value", "x-enumDescriptions"):
                yield from texts(one, f"{place}/{name}")


def is_english(text: str) -> bool:
    said = CODE.sub("", text)
    return not CHINESE.search(said) or bool(ENGLISH.search(said))


def test_no_text_is_english(made: dict[str, Any]) -> None:
    found = list(texts(made))
    assert len(found) > 2000
    assert [(place, text) for place, text in found if is_english(text)] == []


def test_what_needs_words_has_them(made: dict[str, Any]) -> None:
    components = made["components"]
    for kind in ("schemas", "responses", "headers", "securitySchemes"):
        for name, one in components[kind].items():
            assert one.get("description"), (kind, name)
    for one in made["tags"]:
        assert one["x-displayName"] and one["description"], one
    for path, methods in made["paths"].items():
        for method, operation in methods.items():
            for status, answer in operation["responses"].items():
                assert "$ref" in answer or answer["description"], (method, path, status)


@pytest.mark.parametrize(
    "text", ["A case in a list.", "办件 of the list", "见 the rules。", "`CaseRow`", ""]
)
def test_english_is_noticed(text: str) -> None:
    assert is_english(text)


def test_code_words_and_names_of_standards_are_not_english() -> None:
    assert not is_english("见 `Idempotency-Key: abc def`，RFC 9457 的 JSON 与 ETag。")


def test_a_docstring_flows() -> None:
    assert flowing("一行到此\n    为止，\n    `state` 是\n    R7.8 的状态。\n\n    另起") == (
        "一行到此为止，`state` 是 R7.8 的状态。\n\n另起"
    )
