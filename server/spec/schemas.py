"""The JSON Schemas of everything that is sent and answered, from the very structs that carry it."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any, TypeGuard, get_args, get_origin, get_type_hints

import msgspec

from handlers.route import Body, Operation, Query, Ready, Upload
from server import bodies
from server.spec import words
from server.spec.texts import PROBLEM

REF = "#/components/schemas/{name}"


def answer_type(op: Operation) -> Any:
    """What the handler returns: a struct, Blob, or NoneType."""
    told = get_type_hints(op.handler).get("return", type(None))
    return get_args(told)[0] if get_origin(told) is Ready else told


def is_struct(found: Any) -> TypeGuard[type[msgspec.Struct]]:
    """Whether it is a type of ours that has a schema; a list of something is one, too."""
    kind = get_origin(found) or found
    return isinstance(kind, type) and issubclass(kind, msgspec.Struct) and kind is not Upload


def structs(table: Sequence[Operation]) -> list[type[msgspec.Struct]]:
    """Every struct the operations take or give, once each, in the order of the table."""
    found: dict[type[msgspec.Struct], None] = {}
    for op in table:
        for one in (bodies.body_type(op), bodies.query_type(op), answer_type(op)):
            if is_struct(one):
                found[one] = None
    return list(found)


def every_struct(table: Sequence[Operation]) -> list[type[msgspec.Struct]]:
    """Every struct the operations take or give, and what these are made of, once each."""
    return list(_reached(structs(table)))


def components(table: Sequence[Operation]) -> dict[str, dict[str, Any]]:
    """The schemas by name. What an answer has is always there; moments carry their format."""
    _, made = msgspec.json.schema_components(structs(table), ref_template=REF)
    reached = every_struct(table)
    _refuse_namesakes(reached, made)
    made = _with_lists_named(made)
    named = {name_of(one): one for one in reached}
    for name, schema in made.items():
        del schema["title"]
        schema["description"] = words.flowing(schema["description"])
        struct = named.get(name)
        if struct is None or "properties" not in schema:
            continue
        words.put_words(struct, schema)
        words.put_titles_on_enums(struct, made)
        for field in _moments(struct):
            _put_format(schema["properties"][field])
        if not issubclass(get_origin(struct) or struct, (Body, Query)):
            schema["required"] = [one for one in schema["properties"] if one not in _maybe(struct)]
            for field in schema["properties"].values():
                field.pop("default", None)
    made["Problem"] = PROBLEM
    return {name: made[name] for name in sorted(made)}


def named_in(places: Any, made: Mapping[str, Any]) -> dict[str, dict[str, Any]]:
    """The schemas that the places refer to and those that these refer to; queries stand in the
    operations parameter by parameter and are none of them."""
    found: set[str] = set()
    waiting = [places]
    while waiting:
        names = set(_REFERRED.findall(msgspec.json.encode(waiting.pop()).decode())) - found
        found |= names
        waiting.extend(made[name] for name in names)
    return {name: made[name] for name in sorted(found)}


_REFERRED = re.compile(REF.format(name='([^"]+)'))


def _refuse_namesakes(found: Iterable[type[msgspec.Struct]], made: Mapping[str, Any]) -> None:
    """A name alone must say what is meant: msgspec takes lists of namesakes for one, and puts the
    module before other namesakes."""
    names = Counter(name_of(one) for one in found)
    twice = [name for name, times in names.items() if times > 1]
    twice += [name for name in made if "." in name]
    assert not twice, f"two of one name, give one another: {twice}"


def name_of(struct: type[Any]) -> str:
    """The struct's name in the document. A list is called after what it lists: `CaseList` of
    `CaseRow`."""
    items = get_args(struct)
    return _list_name(items[0].__name__) if items else struct.__name__


def _list_name(item: str) -> str:
    return re.sub("(Row|View|Item)$", "", item) + "List"


def _maybe(struct: type[msgspec.Struct]) -> set[str]:
    """The fields of an answer that are not always there."""
    return {
        one.encode_name
        for one in msgspec.structs.fields(struct)
        if msgspec.UnsetType in get_args(one.type)
    }


def _with_lists_named(made: dict[str, Any]) -> dict[str, Any]:
    """What msgspec calls `Listed_CaseRow_` is `CaseList`."""
    text = _LISTED.sub(lambda found: _list_name(found["item"]), msgspec.json.encode(made).decode())
    decoded: dict[str, Any] = msgspec.json.decode(text)
    return decoded


_LISTED = re.compile(r"\bListed_(?P<item>\w+)_(?=\")")


def _reached(roots: Iterable[type[msgspec.Struct]]) -> Iterator[type[msgspec.Struct]]:
    """The structs and all that they are made of."""
    seen: set[type] = set()
    waiting = list(roots)
    while waiting:
        struct = waiting.pop()
        if struct in seen:
            continue
        seen.add(struct)
        yield struct
        for field in msgspec.structs.fields(struct):
            waiting.extend(one for one in _parts(field.type) if is_struct(one))


def _parts(annotation: Any) -> Iterator[Any]:
    """The types an annotation is made of: itself and what stands in its brackets."""
    yield annotation
    for inner in getattr(annotation, "__args__", ()):
        yield from _parts(inner)


def _moments(struct: type[msgspec.Struct]) -> Iterator[str]:
    for field in msgspec.structs.fields(struct):
        if datetime in _parts(field.type):
            yield field.encode_name


def _put_format(schema: dict[str, Any]) -> None:
    """Mark the one string inside as a moment."""
    if schema.get("type") == "string":
        schema.setdefault("format", "date-time")
    for inner in schema.get("anyOf", []):
        _put_format(inner)
    if "items" in schema:
        _put_format(schema["items"])
