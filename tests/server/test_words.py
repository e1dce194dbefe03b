"""Every field and every value that a program or a person meets has a Chinese title."""

import re
from collections.abc import Iterator
from typing import Annotated, Any, Literal, get_args, get_origin, get_type_hints

import msgspec
import pytest

from rules.words.word import metas, titled, titles_of, vocabulary, word_of
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
            own = [one.title for one in metas(hints.get(field.name)) if one.title]
            if usual and own and own[0] == usual.title:
                repeated.append(f"{struct.__qualname__}.{field.name}")
    assert repeated == []


def test_the_structs_own_words_win() -> None:
    own = Annotated[str, msgspec.Meta(title="合同编号")]
    assert word_of("q", own) is not None and word_of("q", own).title == "合同编号"  # type: ignore[union-attr]
    assert word_of("nobody_says_this") is None


def test_titles_are_found_inside_unions() -> None:
    kind = Annotated[Literal["a", "b"], titled({"a": "甲", "b": "乙"})]
    assert titles_of(kind | Literal[""]) == {"a": "甲", "b": "乙"}  # type: ignore[operator]
    assert titles_of(list[kind]) == {"a": "甲", "b": "乙"}  # type: ignore[valid-type]
    assert get_args(kind)
