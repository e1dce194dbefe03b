"""What a schema says of a value, in words for people: kind, limits, values, an example."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import msgspec

from server.spec.typescript import named

Schema = dict[str, Any]

KINDS = {
    "string": "文字",
    "integer": "整数",
    "number": "数",
    "boolean": "true 或 false",
    "object": "对象",
    "array": "列表",
}
FORMATS = {"uuid": "标识（UUID）", "date": "日期", "date-time": "时刻（+08:00）"}
SAFE = 2**53
"""Whole numbers beyond are the machine's limits, and no rule."""


@dataclass(frozen=True, slots=True)
class Choice:
    """A value of an enumeration, and what people call it."""

    value: str
    title: str


@dataclass(frozen=True, slots=True)
class Field:
    """A field or a parameter. `of` are the schemas that its value has, `inner` its own fields."""

    name: str
    title: str
    about: str
    unit: str
    must: bool
    kind: str
    of: tuple[str, ...]
    limits: tuple[str, ...]
    choices: tuple[Choice, ...]
    example: str
    inner: tuple["Field", ...]


def fields_of(schema: Schema) -> tuple[Field, ...]:
    """The fields of an object, in the order of the document."""
    required = schema.get("required", [])
    return tuple(
        field_of(name, inner, name in required)
        for name, inner in schema.get("properties", {}).items()
    )


def field_of(name: str, schema: Schema, must: bool) -> Field:
    """One field; of a list, what stands in it."""
    about, _, unit = str(schema.get("description", "")).partition("单位：")
    holder = value_of(schema)
    return Field(
        name=name,
        title=str(schema.get("title", "")),
        about=about,
        unit=unit,
        must=must,
        kind=kind_of(schema),
        of=tuple(dict.fromkeys(_of(schema))),
        limits=tuple(_limits(schema)),
        choices=choices_of(holder),
        example=_example(schema, holder),
        inner=fields_of(holder),
    )


def value_of(schema: Schema) -> Schema:
    """The schema of the value itself: without the null that it may be, without the lists it is
    in."""
    options = _options(schema)
    if len(options) == 1 and options[0] is not schema:
        return value_of(options[0])
    if isinstance(schema.get("items"), dict):
        return value_of(schema["items"])
    return schema


def kind_of(schema: Schema) -> str:
    """What kind of value it is; what has a schema of its own is named by that."""
    return " 或 ".join(kind for one in _options(schema) if (kind := _kind(one)))


def choices_of(schema: Schema) -> tuple[Choice, ...]:
    """The values of an enumeration, with titles where they have any."""
    titles = schema.get("x-enumDescriptions", {})
    values = schema.get("enum", [schema["const"]] if "const" in schema else [])
    return tuple(Choice(_json(one), titles.get(str(one), "")) for one in values)


def _options(schema: Schema) -> list[Schema]:
    found = [one for one in schema.get("anyOf", [schema]) if one.get("type") != "null"]
    return found or [schema]


def _kind(schema: Schema) -> str:
    if "$ref" in schema:
        return ""
    if "enum" in schema or "const" in schema:
        return "可选值之一"
    if schema.get("type") == "array":
        inner = schema.get("items")
        return f"列表，每项是{kind_of(inner)}" if isinstance(inner, dict) else "列表"
    if isinstance(schema.get("additionalProperties"), dict):
        return f"对象，每个值是{kind_of(schema['additionalProperties'])}"
    if "contentMediaType" in schema:
        return "文件"
    told = schema.get("type", "")
    kinds = [told] if isinstance(told, str) else told
    words = " 或 ".join(KINDS.get(one, one) for one in kinds)
    return FORMATS.get(schema.get("format", ""), words)


def _of(schema: Schema) -> Iterator[str]:
    """The schemas that the value, or what stands in it, refers to."""
    if isinstance(schema.get("$ref"), str):
        yield named(schema)
    inside = (schema.get("items"), schema.get("additionalProperties"))
    for inner in (*schema.get("anyOf", []), *inside):
        if isinstance(inner, dict):
            yield from _of(inner)


def _limits(schema: Schema) -> Iterator[str]:
    for one in _options(schema):
        yield from _between(one, "Length", "字")
        yield from _between(one, "Items", "项")
        yield from _between(one, "Properties", "项")
        yield from _range(one)
        if "pattern" in one:
            yield f"须符合 `{one['pattern']}`"
        if isinstance(one.get("items"), dict):
            yield from (f"每项{limit}" for limit in _limits(one["items"]))
    if len(_options(schema)) < len(schema.get("anyOf", [])):
        yield "可以是 null"
    if schema.get("default") not in (None, "", []):
        yield f"缺省 `{_json(schema['default'])}`"


def _between(schema: Schema, what: str, unit: str) -> Iterator[str]:
    least, most = schema.get(f"min{what}", 0), schema.get(f"max{what}")
    if most is not None:
        yield f"恰好 {most} {unit}" if least == most else f"{least} 到 {most} {unit}"
    elif least:
        yield f"至少 {least} {unit}"


def _range(schema: Schema) -> Iterator[str]:
    for key, words in (
        ("minimum", "不小于"),
        ("exclusiveMinimum", "大于"),
        ("maximum", "不大于"),
        ("exclusiveMaximum", "小于"),
    ):
        if key in schema and abs(schema[key]) < SAFE:
            yield f"{words} {schema[key]}"


def _example(schema: Schema, holder: Schema) -> str:
    examples = schema.get("examples", holder.get("examples", []))
    return _json(examples[0]) if examples else ""


def _json(value: Any) -> str:
    """As it stands in JSON; texts without quotes, but the empty one."""
    return value if isinstance(value, str) and value else msgspec.json.encode(value).decode()
