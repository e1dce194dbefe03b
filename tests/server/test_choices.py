"""Whatever has a handful of values says which they are, each with a Chinese title."""

import re
from collections.abc import Iterator
from typing import Annotated, Any, Literal

import pytest

from rules.events import by_name
from rules.words.subjects import SUBJECTS
from rules.words.word import TITLES_KEY, OneOf, choice, titled, titles_of
from server.operations import TABLE
from server.spec.document import api_rows, document

STATE_LIKE = re.compile(
    r"^(state|kind|flow|choice|channel|stage|act|role|method|basis|side|outcome|threshold"
    r"|standing|purpose|edition|how|applicant|tenor|base|whose|sort|emergency|occasion|kept_per"
    r"|step|table|use|verdict|template|silence|then|proposed_by|roles)$|_(state|kind)$"
)
"""Names of fields that have a handful of values, all known."""

FREE = {
    "get /deposits state": "several states, parted by commas",
    "get /deposits.csv state": "several states, parted by commas",
    "get /deposits.xlsx state": "several states, parted by commas",
}


@pytest.fixture(scope="module")
def schemas() -> dict[str, dict[str, Any]]:
    """Every property and parameter by its name, and every enumeration that has a name itself."""
    made = document(api_rows(TABLE))
    found = {}
    for name, schema in made["components"]["schemas"].items():
        if "enum" in schema:
            found[name] = schema
        for field, prop in schema.get("properties", {}).items():
            found[f"{name}.{field}"] = prop
    for path, methods in made["paths"].items():
        for method, operation in methods.items():
            for one in operation.get("parameters", []):
                found[f"{method} {path} {one['name']}"] = one["schema"]
    return found


def parts(schema: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """A schema and what it is made of."""
    yield schema
    for inner in schema.get("anyOf", []):
        yield from parts(inner)
    if isinstance(schema.get("items"), dict):
        yield from parts(schema["items"])


def test_no_state_is_a_bare_string(schemas: dict[str, dict[str, Any]]) -> None:
    bare = {
        name
        for name, schema in schemas.items()
        if STATE_LIKE.search(re.split(r"[. ]", name)[-1])
        and any(one.get("type") == "string" and "enum" not in one for one in parts(schema))
    }
    assert bare == set(FREE)


def test_every_value_has_a_chinese_title(schemas: dict[str, dict[str, Any]]) -> None:
    bare = [
        f"{name}={value}"
        for name, schema in schemas.items()
        for one in parts(schema)
        for value in one.get("enum", [])
        if isinstance(value, str)
        and not re.search(r"[\u4e00-\u9fff]", one.get(TITLES_KEY, {}).get(value, ""))
    ]
    assert bare == []


def test_every_subject_of_the_log_has_a_title() -> None:
    assert SUBJECTS.keys() == {event.subject_kind for event in by_name().values()}


State = Annotated[Literal["draft", "open"], titled({"open": "进行中"})]


@pytest.mark.parametrize(
    "annotation",
    [State, State | None, State | Literal[""], list[State]],
    ids=["itself", "or nothing", "or empty", "several"],
)
def test_titles_are_found_wherever_the_enumeration_stands(annotation: Any) -> None:
    """What the type says goes before what a value is called everywhere."""
    assert titles_of(annotation) == {"draft": "已录入，待复核", "open": "进行中"}


def test_a_type_is_made_of_a_table() -> None:
    kinds = {"a": "甲", "b": "乙"}
    assert titles_of(choice(kinds, empty=True)) == kinds
    assert titles_of(Annotated[str, OneOf(kinds)]) == kinds
