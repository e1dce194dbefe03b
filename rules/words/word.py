"""How a field's words are found: the struct's own first, then what its name means everywhere."""

import functools
from collections.abc import Iterator, Mapping
from typing import Annotated, Any, get_args, get_origin

import msgspec
from msgspec import Meta

from rules.discovery import load

TITLES_KEY = "x-enumDescriptions"
"""Under this key the titles of an enumeration's values stand in its schema."""

UNITS: Mapping[str, str] = {
    "_fen": "单位：分",
    "_cm2": "单位：平方厘米",
    "_ppm": "单位：百万分之一",
    "_seconds": "单位：秒",
    "_bytes": "单位：字节",
}
"""The unit that a name's ending says, as it is put into words."""


class Word(msgspec.Struct, frozen=True):
    """What a field is called, what there is to know about it, and a value it may have."""

    title: str
    about: str = ""
    example: Any = None


Words = Mapping[str, "str | Word"]
"""Titles by field names; a plain text where the title says it all."""


def titled(titles: Mapping[Any, str]) -> Meta:
    """Onto the type of an enumeration: what each of its values is called."""
    return Meta(extra_json_schema={TITLES_KEY: {str(one): name for one, name in titles.items()}})


@functools.cache
def vocabulary() -> Mapping[str, Word]:
    """The words of all subjects. A name that two subjects explain is refused."""
    found: dict[str, Word] = {}
    for module in load("rules.words"):
        words: Words = getattr(module, "WORDS", {})
        twice = found.keys() & words.keys()
        assert not twice, f"{module.__name__} explains again {sorted(twice)}"
        found |= {name: Word(one) if isinstance(one, str) else one for name, one in words.items()}
    return found


def word_of(name: str, annotation: Any = None) -> Word | None:
    """The field's words: its own `Meta` wins part by part; None where nobody says its title."""
    own = [one for one in metas(annotation) if one.title or one.description or one.examples]
    usual = vocabulary().get(name)
    title = next((one.title for one in own if one.title), usual.title if usual else "")
    if not title:
        return None
    about = next((one.description for one in own if one.description), None)
    if about is None:
        about = usual.about if usual and title == usual.title else ""
    unit = next((unit for ending, unit in UNITS.items() if name.endswith(ending)), "")
    if unit and unit not in about:
        about = f"{about}{'。' if about and not about.endswith('。') else ''}{unit}"
    examples = next((one.examples for one in own if one.examples), None)
    example = examples[0] if examples else usual.example if usual else None
    return Word(title, about, example)


def metas(annotation: Any) -> Iterator[Meta]:
    """What is said about the field itself: not about the parts of a list or of a union."""
    if get_origin(annotation) is Annotated:
        inner, *said = get_args(annotation)
        yield from (one for one in reversed(said) if isinstance(one, Meta))
        yield from metas(inner)


def titles_of(annotation: Any) -> Mapping[str, str]:
    """What the values of the enumeration in this annotation are called; empty where none is."""
    if get_origin(annotation) is Annotated:
        for one in metas(annotation):
            titles: Mapping[str, str] | None = (one.extra_json_schema or {}).get(TITLES_KEY)
            if titles:
                return titles
    for inner in get_args(annotation):
        if found := titles_of(inner):
            return found
    return {}
