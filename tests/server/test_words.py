"""Every field and parameter that a program or a person meets has a Chinese title."""

import re
from collections.abc import Iterator
from typing import Annotated, Any, Literal, get_args, get_origin, get_type_hints

import msgspec
import pytest
from msgspec import Meta

from handlers.lists import EXPORTED
from papers.sheets.streams import columns_of
from rules.words.word import Word, metas, titled, titles_of, vocabulary, word_of
from server.operations import TABLE
from server.spec import schemas
from server.spec.document import api_rows, document


@pytest.fixture(scope="module")
def made() -> dict[str, Any]:
    return document(api_rows(TABLE))


def properties(made: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    for name, schema in made["components"]["schemas"].items():
        for field, prop in schema.get("properties", {}).items():
            yield f"{name}.{field}", prop


def parameters(made: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    for path, methods in made["paths"].items():
        for method, operation in methods.items():
            for one in operation.get("parameters", []):
                yield f"{method} {path} {one['name']}", one


def chinese(text: str) -> bool:
    return re.search(r"[\u4e00-\u9fff]", text) is not None


def test_every_property_has_a_chinese_title(made: dict[str, Any]) -> None:
    assert [name for name, one in properties(made) if not chinese(one.get("title", ""))] == []


def test_every_parameter_says_what_it_is(made: dict[str, Any]) -> None:
    assert [name for name, one in parameters(made) if not chinese(one.get("description", ""))] == []


def test_titles_are_short_and_end_without_a_stop(made: dict[str, Any]) -> None:
    long = [name for name, one in properties(made) if len(one["title"]) > 20]
    assert long == []
    assert [n for n, one in properties(made) if one["title"][-1] in "。，；：、"] == []


def test_headings_of_a_file_are_chinese_and_differ() -> None:
    for op in TABLE:
        if op.path in EXPORTED and op.method == "GET":
            item = get_args(get_type_hints(op.handler)["return"])[0]
            headings = [one.heading for one in columns_of(item)]
            assert all(chinese(one) for one in headings), (op.path, headings)
            assert len(set(headings)) == len(headings), (op.path, headings)


def test_every_word_is_somebodys() -> None:
    """A word that no field bears is a word about nothing."""
    fields = set()
    for struct in schemas.every_struct(api_rows(TABLE)):
        fields |= {one.encode_name for one in msgspec.structs.fields(struct)}
    for op in TABLE:
        fields |= set(re.findall(r"{(\w+)", op.path))
    assert vocabulary().keys() - fields == set()


def test_a_struct_does_not_repeat_the_vocabulary() -> None:
    """What a struct says for itself differs from what its name means everywhere."""
    repeated = []
    for struct in schemas.every_struct(api_rows(TABLE)):
        hints = get_type_hints(get_origin(struct) or struct, include_extras=True)
        for field in msgspec.structs.fields(struct):
            usual = vocabulary().get(field.encode_name)
            for one in metas(hints.get(field.name)) if usual else ():
                if one.title == usual.title or (not one.title and one.description == usual.about):
                    repeated.append(f"{struct.__qualname__}.{field.name}")
    assert repeated == []


def test_the_structs_own_words_win() -> None:
    """What is known of the usual thing says nothing of another one, but the unit stays."""
    usual = vocabulary()["after"]
    assert word_of("after") == usual
    assert word_of("after", Annotated[str, Meta(description="某号")]) == Word(usual.title, "某号")
    assert word_of("after", Annotated[str, Meta(title="以后")]) == Word("以后")
    assert word_of("limit_fen", Annotated[int, Meta(title="限额")]) == Word("限额", "单位：分")
    assert word_of("nobody_says_this") is None


def test_titles_are_found_inside_unions() -> None:
    kind = Annotated[Literal["a", "b"], titled({"a": "甲", "b": "乙"})]
    for annotation in (kind, list[kind], kind | None):  # type: ignore[valid-type, operator]
        assert titles_of(annotation) == {"a": "甲", "b": "乙"}
