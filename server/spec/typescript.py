"""The schemas of the API document as TypeScript types, each with its words as a comment."""

import json
import re
from collections.abc import Iterator
from typing import Any

Schema = dict[str, Any]

_NAME = re.compile(r"^[A-Za-z_$][\w$]*$")
_SIMPLE = {
    **{"string": "string", "integer": "number", "number": "number", "boolean": "boolean"},
    "null": "null",
}


def declared(name: str, schema: Schema) -> str:
    """The type of one component, exported."""
    words = comment(schema, besides=name)
    if "enum" in schema:
        values = "".join(f"\n  | {literal(one)}" for one in schema["enum"])
        return f"{words}export type {name} ={values}\n{_titles(name, schema)}"
    if "properties" not in schema:
        return f"{words}export type {name} = {ts(schema)}\n"
    lines = [f"{comment(inner, '  ')}  {one}\n" for one, inner in _fields(schema)]
    if schema.get("additionalProperties") is True:
        lines.append("  [fact: string]: unknown\n")
    return f"{words}export interface {name} {{\n{''.join(lines)}}}\n"


def _titles(name: str, schema: Schema) -> str:
    """What each value is called, for a menu; left out of a bundle that shows none."""
    titles = schema.get("x-enumDescriptions", {})
    lines = [f"  {field(one, literal(title), True)},\n" for one, title in titles.items()]
    constant = f"{name[0].lower()}{name[1:]}Titles: Record<{name}, string>"
    return f"\nexport const {constant} = {{\n{''.join(lines)}}}\n" if lines else ""


def ts(schema: Schema) -> str:
    """A schema as a TypeScript type."""
    if "$ref" in schema:
        return named(schema)
    if "const" in schema:
        return literal(schema["const"])
    if "enum" in schema:
        return " | ".join(literal(one) for one in schema["enum"])
    for several in ("anyOf", "oneOf"):
        if several in schema:
            return " | ".join(dict.fromkeys(ts(one) for one in schema[several]))
    for one in schema.get("allOf", []):
        return ts(one)
    if schema.get("type") == "array":
        return f"({ts(schema['items'])})[]" if "items" in schema else "unknown[]"
    if schema.get("type") == "object":
        return _object(schema)
    return _SIMPLE.get(str(schema.get("type")), "unknown")


def _object(schema: Schema) -> str:
    if "properties" in schema:
        return "{ " + "; ".join(field for field, _ in _fields(schema)) + " }"
    inner = schema.get("additionalProperties")
    return f"Record<string, {ts(inner)}>" if isinstance(inner, dict) else "Record<string, unknown>"


def _fields(schema: Schema) -> Iterator[tuple[str, Schema]]:
    required = schema.get("required", [])
    for name, inner in schema["properties"].items():
        yield field(name, ts(inner), name in required), inner


def field(name: str, kind: str, required: bool) -> str:
    """A field; one that may be left out may be undefined as well, as JSON leaves that out."""
    key = name if _NAME.match(name) else literal(name)
    return f"{key}: {kind}" if required else f"{key}?: {kind} | undefined"


def literal(value: Any) -> str:
    """The value as TypeScript writes it."""
    if isinstance(value, str) and not re.search(r"['\\\n]", value):
        return f"'{value}'"
    return json.dumps(value, ensure_ascii=False)


def named(schema: Schema) -> str:
    """The component that a reference leads to."""
    return str(schema["$ref"]).rsplit("/", 1)[-1]


def mentioned(piece: Any) -> set[str]:
    """The components that this piece of the document refers to itself."""
    if isinstance(piece, dict):
        here = {named(piece)} if isinstance(piece.get("$ref"), str) else set()
        return here.union(*map(mentioned, piece.values()))
    return set().union(*map(mentioned, piece)) if isinstance(piece, list) else set()


def reached(roots: Any, components: dict[str, Schema]) -> set[str]:
    """The components that this piece refers to, and all that those refer to."""
    found: set[str] = set()
    waiting = mentioned(roots)
    while waiting:
        name = waiting.pop()
        if name in components and name not in found:
            found.add(name)
            waiting |= mentioned(components[name])
    return found


def comment(schema: Schema, indent: str = "", besides: str = "") -> str:
    """The title and description as a comment line; nothing when they say nothing."""
    title = str(schema.get("title", ""))
    words = [one for one in (title, str(schema.get("description", ""))) if one not in ("", besides)]
    text = " ".join("：".join(words).split()).replace("*/", "* /")
    return f"{indent}/** {text} */\n" if text else ""
