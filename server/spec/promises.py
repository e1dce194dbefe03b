"""What the last release promised, and whether this document still keeps it.

A phone with an older mini-program must go on working: nothing it reads may go away, and nothing
new may be asked of it. `released.json` is written by `python -m server spec --release`.
"""

from collections.abc import Iterator
from typing import Any

Promises = dict[str, dict[str, Any]]


def promises(document: dict[str, Any]) -> Promises:
    """For each operation what may be sent, what must be, and what comes back, by path of field."""
    made: Promises = {}
    schemas = document["components"]["schemas"]
    for path, operations in document["paths"].items():
        for method, operation in operations.items():
            made[f"{method.upper()} {path}"] = {
                "operation": operation["operationId"],
                "sends": dict(sorted(_sends(operation, schemas))),
                "must_send": sorted(_must_send(operation, schemas)),
                "answers": dict(sorted(_answers(operation, schemas))),
            }
    return dict(sorted(made.items()))


def broken(old: Promises, new: Promises) -> list[str]:
    """Every promise that is no longer kept, in words; empty when the new keeps all of the old."""
    found = []
    for name, was in old.items():
        now = new.get(name)
        if now is None:
            found.append(f"{name}: 已删除")
            continue
        if now["operation"] != was["operation"]:
            found.append(f"{name}: operationId 由 {was['operation']} 改为 {now['operation']}")
        for field in set(now["must_send"]) - set(was["must_send"]):
            found.append(f"{name}: 新增必填 {field}")
        for side, words in (("sends", "不再接受"), ("answers", "不再返回")):
            for field, kind in was[side].items():
                if field not in now[side]:
                    found.append(f"{name}: {words} {field}")
                elif not _admits(side, kind, now[side][field]):
                    found.append(f"{name}: {field} 由 {kind} 变为 {now[side][field]}")
    return sorted(found)


def _admits(side: str, old: str, new: str) -> bool:
    """What is sent may be more than before, what comes back may be less."""
    was, now = set(old.split("|")), set(new.split("|"))
    return was <= now if side == "sends" else now <= was


def _sends(operation: dict[str, Any], schemas: dict[str, Any]) -> Iterator[tuple[str, str]]:
    for one in operation.get("parameters", []):
        yield f"{one['in']}:{one['name']}", _kind(one["schema"], schemas)
    for schema in _bodies(operation):
        yield from _fields(schema, schemas, "body")


def _must_send(operation: dict[str, Any], schemas: dict[str, Any]) -> Iterator[str]:
    for one in operation.get("parameters", []):
        if one["required"]:
            yield f"{one['in']}:{one['name']}"
    for schema in _bodies(operation):
        yield from _required(schema, schemas, "body")


def _bodies(operation: dict[str, Any]) -> Iterator[dict[str, Any]]:
    for content in operation.get("requestBody", {}).get("content", {}).values():
        yield content["schema"]


def _answers(operation: dict[str, Any], schemas: dict[str, Any]) -> Iterator[tuple[str, str]]:
    for status, answer in operation["responses"].items():
        if status.startswith("2"):
            yield status, "|".join(sorted(answer.get("content", {"nothing": None})))
            for content in answer.get("content", {}).values():
                yield from _fields(content["schema"], schemas, status)


def _fields(
    schema: dict[str, Any], schemas: dict[str, Any], at: str, above: tuple[str, ...] = ()
) -> Iterator[tuple[str, str]]:
    """Every field below, with its kind; a struct within itself is followed once."""
    for inner, names in _resolved(schema, schemas, above):
        for field, part in inner.get("properties", {}).items():
            yield f"{at}.{field}", _kind(part, schemas)
            yield from _fields(part, schemas, f"{at}.{field}", names)
        if isinstance(inner.get("items"), dict):
            yield from _fields(inner["items"], schemas, f"{at}[]", names)


def _required(
    schema: dict[str, Any], schemas: dict[str, Any], at: str, above: tuple[str, ...] = ()
) -> Iterator[str]:
    for inner, names in _resolved(schema, schemas, above):
        for field in inner.get("required", []):
            yield f"{at}.{field}"
        for field, part in inner.get("properties", {}).items():
            yield from _required(part, schemas, f"{at}.{field}", names)
        if isinstance(inner.get("items"), dict):
            yield from _required(inner["items"], schemas, f"{at}[]", names)


def _resolved(
    schema: dict[str, Any], schemas: dict[str, Any], above: tuple[str, ...]
) -> Iterator[tuple[dict[str, Any], tuple[str, ...]]]:
    """The schema itself or what it refers to, each possibility of it."""
    if "$ref" in schema:
        name = schema["$ref"].rsplit("/", 1)[-1]
        if name not in above:
            yield from _resolved(schemas[name], schemas, (*above, name))
        return
    for option in schema.get("anyOf", [schema]):
        if option is schema:
            yield schema, above
        else:
            yield from _resolved(option, schemas, above)


def _kind(schema: dict[str, Any], schemas: dict[str, Any]) -> str:
    """A field's type as words joined by `|`; a struct is an object, whatever it is called."""
    if "$ref" in schema:
        return _kind(schemas[schema["$ref"].rsplit("/", 1)[-1]], schemas)
    if "enum" in schema:
        return "|".join(sorted(map(str, schema["enum"])))
    if "anyOf" in schema:
        return "|".join(sorted(_kind(one, schemas) for one in schema["anyOf"]))
    return str(schema.get("format") or schema.get("type", "any"))
