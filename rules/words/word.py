"""How a field's words are found: the struct's own first, then what its name means everywhere."""

import functools
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Annotated, Any, Literal, get_args, get_origin

import msgspec
from msgspec import Meta

from rules.discovery import load

TITLES_KEY = "x-enumDescriptions"
"""Under this key the titles of an enumeration's values stand in its schema."""

UNITS: Mapping[str, str] = {
    "_fen": "单位：分",
    "_cm2": "单位：平方厘米",
    "_ppm": "单位：百万分之一",
    "_e4": "单位：万分之一个百分点，15000 即 1.5%",
    "_bps": "单位：万分之一",
    "_percent": "单位：百分之一",
    "_days": "单位：天",
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
    if usual and title != usual.title:
        # What is known of the usual thing says nothing about another one.
        usual = None
    about = next((one.description for one in own if one.description), usual.about if usual else "")
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


@dataclass(frozen=True)
class OneOf:
    """Beside `str` in the type of an answer: it is one of these, by their titles.

    A name instead of titles stands for a table that is whole only when the program is: whoever
    fills the table enters it under that name with `known_as`.
    """

    titles: Mapping[Any, str] | str

    def values(self) -> Mapping[str, str]:
        """Each value with its title."""
        titles = _KNOWN[self.titles]() if isinstance(self.titles, str) else self.titles
        return {str(value): title for value, title in titles.items()}

    def __hash__(self) -> int:
        return id(self)


_KNOWN: dict[str, Callable[[], Mapping[Any, str]]] = {}


def known_as(name: str, titles: Callable[[], Mapping[Any, str]]) -> None:
    """Enter a table of titles under a name that `OneOf` may ask for."""
    _KNOWN[name] = titles


def titles_of(annotation: Any) -> Mapping[str, str]:
    """What the values of the enumeration in this annotation are called; empty where none is.

    What its type says of them (`titled`, `OneOf`) comes first, then what a value is called
    everywhere.
    """
    said: dict[str, str] = {}
    for one in _annotated(annotation):
        for meta in get_args(one)[1:]:
            if isinstance(meta, OneOf):
                said |= meta.values()
            elif isinstance(meta, Meta):
                said |= (meta.extra_json_schema or {}).get(TITLES_KEY, {})
    usual = {value: usual_titles().get(value, "") for value in _values(annotation)}
    for one in _enumerations(annotation):
        usual |= {value.value: title for value, title in enumerated()[one].items()}
    return usual | said


def _annotated(annotation: Any) -> Iterator[Any]:
    """The annotated types in an annotation, the inner ones last."""
    if get_origin(annotation) is Annotated:
        yield annotation
    for inner in get_args(annotation):
        yield from _annotated(inner)


def _values(annotation: Any) -> Iterator[str]:
    """The texts that the literals in an annotation allow, but the empty one of a filter."""
    if get_origin(annotation) is Literal:
        yield from (one for one in get_args(annotation) if isinstance(one, str) and one)
    for inner in get_args(annotation):
        yield from _values(inner)


def _enumerations(annotation: Any) -> Iterator[type]:
    if isinstance(annotation, type) and annotation in enumerated():
        yield annotation
    for inner in get_args(annotation):
        yield from _enumerations(inner)


@functools.cache
def enumerated() -> Mapping[type, Mapping[Any, str]]:
    """The titles of enumerations that are classes."""
    found: dict[type, Mapping[Any, str]] = {}
    for module in load("rules.words"):
        found |= getattr(module, "ENUMERATIONS", {})
    return found


@functools.cache
def usual_titles() -> Mapping[str, str]:
    """What values are called wherever nothing else is said."""
    found: dict[str, str] = {}
    for module in load("rules.words"):
        found |= getattr(module, "CHOICES", {})
    return found


def choice(titles: Mapping[Any, str], empty: bool = False) -> Any:
    """The type of exactly these values, made of the table of their titles; with the empty one,
    too, for a filter. A type checker is told `str`."""
    values = (*([""] if empty else []), *(str(one) for one in titles))
    return Annotated[Literal[values], titled(titles)]
