"""Puts people's words onto the schemas: titles of fields, of parameters and of enumerations."""

import inspect
import re
from collections.abc import Iterator, Mapping
from typing import Any, get_args, get_origin, get_type_hints

import msgspec

from rules.words.word import TITLES_KEY, Word, titles_of, word_of

EMPTY = {"sort": "默认顺序"}
ANY = "不限"
"""What the empty value of a filter means, and of an order."""


def flowing(text: str) -> str:
    """A docstring as text: each paragraph is one line, and Chinese is joined without a blank."""
    lines = _WITHIN_CHINESE.sub("", inspect.cleandoc(text))
    return re.sub(r"(?<!\n)\n(?!\n)", " ", lines)


_WIDE, _MARK = r"[^\x00-\u2e7f]", r"[\u3000-\u303f\uff00-\uffef]"
_WITHIN_CHINESE = re.compile(
    rf"(?<={_WIDE})\n(?={_WIDE})|(?<={_MARK})\n(?!\n)|(?<!\n)\n(?={_MARK})"
)


def put_words(struct: type[msgspec.Struct], schema: dict[str, Any]) -> None:
    """Give each property its words: those that nobody named stay bare, and a test finds them."""
    hints = get_type_hints(get_origin(struct) or struct, include_extras=True)
    for field in msgspec.structs.fields(struct):
        prop = schema["properties"][field.encode_name]
        annotation = hints.get(field.name, field.type)
        if word := word_of(field.encode_name, annotation):
            _say(prop, word)
        empty = EMPTY.get(field.encode_name, ANY)
        _merge_choices(prop, titles_of(annotation), empty)


def say_part_of_path(name: str, schema: dict[str, Any], kind: Any) -> None:
    """Give a part of a path its words, and each value its title; its example is that of a field,
    which may be a number."""
    if "enum" in schema:
        titles = titles_of(kind)
        schema[TITLES_KEY] = {one: titles.get(one, "") for one in schema["enum"]}
    if word := word_of(name):
        _say(schema, Word(word.title, word.about))


def parameter_of(schema: dict[str, Any]) -> dict[str, Any]:
    """What is said of a parameter: the title and explanation of its schema in one sentence."""
    title, about = schema.get("title", ""), schema.get("description", "")
    return {"description": _sentence(Word(title, about))} if title else {}


def _sentence(word: Word) -> str:
    return f"{word.title}。{word.about}" if word.about else word.title


def _say(prop: dict[str, Any], word: Word) -> None:
    prop["title"] = word.title
    if word.about:
        prop["description"] = word.about
    if word.example is not None:
        prop.setdefault("examples", [word.example])


def _merge_choices(prop: dict[str, Any], titles: Mapping[str, str], empty: str) -> None:
    """One enumeration where a filter's empty value made two; each of its values with a title.

    A text of which the type says that it is one of some values becomes their enumeration.
    """
    for holder in _holders(prop):
        options = holder.get("anyOf", [])
        if len(options) == 2 and all("enum" in one for one in options):
            del holder["anyOf"]
            holder["enum"] = sorted({value for one in options for value in one["enum"]}, key=str)
        if holder.get("type") == "string" and "format" not in holder and titles:
            holder["enum"] = sorted({*titles, *([""] if prop.get("default") == "" else [])})
        if named := [one for one in holder.get("enum", []) if isinstance(one, str)]:
            holder[TITLES_KEY] = {one: titles.get(one, "" if one else empty) for one in named}


def _holders(schema: dict[str, Any]) -> Iterator[dict[str, Any]]:
    yield schema
    for inner in schema.get("anyOf", []):
        yield from _holders(inner)
    if isinstance(schema.get("items"), dict):
        yield from _holders(schema["items"])


def put_titles_on_enums(struct: type[msgspec.Struct], made: Mapping[str, Any]) -> None:
    """Enumerations that are classes have a schema of their own: their titles stand there."""
    for annotation in get_type_hints(get_origin(struct) or struct, include_extras=True).values():
        for inner in _classes(annotation):
            titles = titles_of(annotation)
            schema = made.get(inner.__name__, {})
            if titles and "enum" in schema:
                schema[TITLES_KEY] = {one: titles.get(one, "") for one in schema["enum"]}


def _classes(annotation: Any) -> Iterator[type]:
    if isinstance(annotation, type):
        yield annotation
    for inner in get_args(annotation):
        yield from _classes(inner)
