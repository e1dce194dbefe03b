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

REF = "#/components/schemas/{name}"

PROBLEM: dict[str, Any] = {
    "title": "Problem",
    "description": "A refusal as RFC 9457 tells it; `code` is stable, `title` is for people.",
    "type": "object",
    "properties": {
        "type": {"type": "string", "description": "Where the code is explained."},
        "title": {"type": "string", "description": "中文标题，可直接显示。"},
        "status": {"type": "integer", "minimum": 400, "maximum": 599},
        "code": {"type": "string", "description": "见 errors.json。"},
        "instance": {"type": "string", "description": "The path that was asked."},
        "request_id": {"type": "string", "description": "报告问题时请附上。"},
        "detail": {"type": "string", "description": "这一次的具体原因，可直接显示。"},
        "errors": {
            "type": "array",
            "items": {
                "type": "object",
                "properties": {"pointer": {"type": "string"}, "detail": {"type": "string"}},
                "required": ["pointer", "detail"],
            },
        },
    },
    "required": ["type", "title", "status", "code", "instance", "request_id"],
    "additionalProperties": True,
}


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


def components(table: Sequence[Operation]) -> dict[str, dict[str, Any]]:
    """The schemas by name. What an answer has is always there; moments carry their format."""
    _refuse_namesakes(structs(table))
    _, made = msgspec.json.schema_components(structs(table), ref_template=REF)
    made = _plainly_named(made)
    named = {name_of(one, made): one for one in _reached(structs(table))}
    for name, schema in made.items():
        struct = named.get(name)
        if struct is None or "properties" not in schema:
            continue
        words.put_words(struct, schema)
        words.put_titles_on_enums(struct, made)
        for field in _moments(struct):
            _put_format(schema["properties"][field])
        if get_args(struct):
            schema["title"] = name
        if not issubclass(get_origin(struct) or struct, (Body, Query)):
            schema["required"] = [one for one in schema["properties"] if one not in _maybe(struct)]
            for field in schema["properties"].values():
                field.pop("default", None)
    made["Problem"] = PROBLEM
    return {name: made[name] for name in sorted(made)}


def _refuse_namesakes(found: Sequence[type[msgspec.Struct]]) -> None:
    """msgspec names a list after what it lists, without the module: two would be one."""
    listed = {items[0] for one in found if (items := get_args(one))}
    names = Counter(item.__name__ for item in listed)
    twice = sorted(name for name, times in names.items() if times > 1)
    assert not twice, f"lists of different things of one name, give one another: {twice}"


def name_of(struct: type[Any], made: Mapping[str, Any]) -> str:
    """The struct's name in the document: its own, or with its module's where two have the same,
    or with its folder's, too. A list is called after what it lists: `CaseList` of `CaseRow`."""
    if items := get_args(struct):
        return _list_name(items[0].__name__)
    path = f"{struct.__module__}.{struct.__qualname__}"
    names = (struct.__name__, _plain(path), _plain(path, 2))
    return next(name for name in names if name in made)


def _list_name(item: str) -> str:
    return re.sub("(Row|View|Item)$", "", item) + "List"


def _maybe(struct: type[msgspec.Struct]) -> set[str]:
    """The fields of an answer that are not always there."""
    return {
        one.encode_name
        for one in msgspec.structs.fields(struct)
        if msgspec.UnsetType in get_args(one.type)
    }


def _plain(path: str, modules: int = 1) -> str:
    *module, name = path.split(".")
    parts = [part for one in module[-modules:] for part in one.split("_")]
    return "".join(part.capitalize() for part in parts) + name


def _plainly_named(made: dict[str, Any]) -> dict[str, Any]:
    """Components called `handlers.people.claims.Decision` become `ClaimsDecision`, and
    `Listed_CaseRow_` becomes `CaseList`."""
    text = msgspec.json.encode(made).decode()
    short = Counter(_plain_name(name) for name in made)
    plain = {name: _plain_name(name, 1 if short[_plain_name(name)] == 1 else 2) for name in made}
    assert len(set(plain.values())) == len(plain), "two schemas of one name"
    for name in made:
        text = text.replace(f'"{REF.format(name=name)}"', f'"{REF.format(name=plain[name])}"')
    decoded: dict[str, Any] = msgspec.json.decode(text)
    return {plain[name]: one for name, one in decoded.items()}


_LISTED = re.compile(r"^(?:handlers\.lists\.)?Listed_(?P<item>.+)_$")


def _plain_name(name: str, modules: int = 1) -> str:
    if found := _LISTED.match(name):
        return _list_name(_plain_name(found["item"], modules))
    return _plain(name, modules) if "." in name else name


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
