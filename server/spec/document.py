"""The OpenAPI 3.1 document of the table of operations."""

from collections import defaultdict
from collections.abc import Sequence
from importlib import import_module
from typing import Any

import msgspec

import notify.kinds  # noqa: F401  the kinds of messages have titles
from handlers.route import Operation, Upload
from notify.kinds import KINDS
from notify.pages import PAGES, SUBJECTS
from papers.blob import Blob
from rules.city import CITY
from rules.people import VISITORS, Role
from rules.refusals.asking import (
    FreshCodeNeeded,
    HomeNotBound,
    KeyMissing,
    KeyReused,
    Malformed,
    NotAllowed,
    NotFound,
    NotLoggedIn,
    TemporarilyUnavailable,
    TooLarge,
    TooManyAttempts,
)
from rules.refusals.base import Refusal
from server import bodies
from server.problems import MEDIA_TYPE, RETRY_AFTER_SECONDS
from server.spec import played, schemas, words
from server.spec.texts import BEARER, HEADERS, INTRODUCTION

VERSION = "1.0.0"
Schemas = dict[str, dict[str, Any]]

TEXT = {"title": "原文", "type": "string"}


def document(table: Sequence[Operation]) -> dict[str, Any]:
    """The whole document, in a stable order."""
    made = schemas.components(table)
    paths: dict[str, dict[str, Any]] = defaultdict(dict)
    for op in sorted(table, key=lambda one: (one.path, one.method)):
        paths[op.path][op.method.lower()] = operation(op, made)
    used = sorted({tag(op) for op in table})
    responses = problem_responses(table)
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "电梯保险统筹账户",
            "version": VERSION,
            "description": INTRODUCTION,
            "contact": {"name": f"{CITY.centre}（电话 {CITY.phone}）"},
            "license": {
                "name": f"仅供{CITY.centre}及其委托的开发者使用",
                "identifier": "LicenseRef-Proprietary",
            },
        },
        "servers": [{"url": "https://lift.example.gov.cn"}],
        "tags": [tagged(name) for name in used],
        "paths": dict(paths),
        "x-pages": pages(),
        "components": {
            "schemas": schemas.named_in([paths, responses], made),
            "responses": responses,
            "examples": answer_examples(table) | problem_examples(table),
            "headers": HEADERS,
            "securitySchemes": {"bearer": BEARER},
        },
    }


def pages() -> dict[str, Any]:
    """The mini-program's pages that messages open: where each is unless `WECHAT_PAGES` says
    otherwise, what its query holds, and the paths of the API that messages give for it."""
    targets = [one.opens for kinds in KINDS.values() for one in kinds if one.opens]
    links: dict[str, set[str]] = defaultdict(set)
    for target in (*targets, *SUBJECTS.values()):
        links[target.page].add(target.link)
    return {
        name: {
            "title": page.title,
            "path": page.path,
            "query": dict(page.query),
            "links": sorted(links[name]),
        }
        for name, page in PAGES.items()
    }


def tag(op: Operation) -> str:
    """The subject: the module or package of `handlers` that the operation lives in."""
    return op.handler.__module__.split(".")[1]


def tagged(name: str) -> dict[str, Any]:
    """The subject with what people call it: each file or folder of `handlers` says its title."""
    title: str = import_module(f"handlers.{name}").TITLE
    return {"name": name, "x-displayName": title, "description": title}


def operation(op: Operation, made: Schemas) -> dict[str, Any]:
    """One operation: who may, what it takes, what it answers and refuses."""
    text = words.flowing(op.handler.__doc__ or op.name)
    entry: dict[str, Any] = {
        "operationId": op.name,
        "tags": [tag(op)],
        "summary": summary(text),
        "description": text,
        "x-roles": sorted(op.who),
        "security": [{}, {"bearer": []}] if Role.PUBLIC in op.who else [{"bearer": []}],
    }
    if op.fresh:
        entry["x-fresh"] = True
    if parameters := [*_path(op), *_query(op, made), *_headers(op)]:
        entry["parameters"] = parameters
    if body := _body(op, made):
        entry["requestBody"] = body
    entry["responses"] = _answers(op, made) | _refusals(op)
    return entry


def summary(words: str) -> str:
    """The first clause of a docstring."""
    first = words.split("\n")[0]
    for mark in ("：", "；", "。", ". "):
        first = first.split(mark)[0]
    return first.strip().rstrip(".")[:80]


def _path(op: Operation) -> list[dict[str, Any]]:
    found = []
    for name, kind in bodies.path_types(op).items():
        text = {"type": "string", "minLength": 1, "maxLength": 200}
        schema = text if kind is str else _inline(msgspec.json.schema(kind))
        words.say_part_of_path(name, schema, kind)
        said = words.parameter_of(schema)
        found.append({"name": name, "in": "path", "required": True, "schema": schema} | said)
    return found


def _inline(schema: dict[str, Any]) -> dict[str, Any]:
    """A schema by itself: an enumeration's values instead of a reference to them."""
    named = schema.pop("$defs", {})
    return named[schema["$ref"].rpartition("/")[2]] if "$ref" in schema else schema


def _query(op: Operation, made: Schemas) -> list[dict[str, Any]]:
    query = bodies.query_type(op)
    if query is None:
        return []
    schema = made[schemas.name_of(query)]
    required = schema.get("required", [])
    found = []
    for name, inner in schema["properties"].items():
        value = _not_null(inner)
        said = words.parameter_of(value)
        found.append(
            {"name": name, "in": "query", "required": name in required, "schema": value} | said
        )
    return found


def _not_null(schema: dict[str, Any]) -> dict[str, Any]:
    """A query value is there or not; there is no way to write null."""
    said = {key: value for key, value in schema.items() if key != "default" or value is not None}
    options = [one for one in said.get("anyOf", []) if one.get("type") != "null"]
    if len(options) == 1:
        del said["anyOf"]
        said |= options[0]
    return said


def _headers(op: Operation) -> list[dict[str, Any]]:
    if op.keyed:
        schema = {"type": "string", "minLength": 1, "maxLength": 128, "pattern": "^[!-~]+$"}
        text = "每次意图一个新键（如 UUID）；重发时用同一个键。"
        return [_header("Idempotency-Key", schema, text, required=True)]
    if op.etag:
        return [_header("If-None-Match", {"type": "string"}, "上次答复的 ETag。")]
    return []


def _header(name: str, schema: Any, text: str, required: bool = False) -> dict[str, Any]:
    return {
        "name": name,
        "in": "header",
        "required": required,
        "description": text,
        "schema": schema,
    }


def _body(op: Operation, made: Schemas) -> dict[str, Any] | None:
    body = bodies.body_type(op)
    if body is None:
        return None
    if body is Upload and op.takes:
        return {"required": True, "content": {one: {"schema": TEXT} for one in op.takes}}
    if body is Upload:
        file = {"title": "文件", "type": "string", "contentMediaType": "application/octet-stream"}
        form = {"type": "object", "properties": {"file": file}, "required": ["file"]}
        return {"required": True, "content": {"multipart/form-data": {"schema": form}}}
    schema = {"$ref": schemas.REF.format(name=schemas.name_of(body))}
    content: dict[str, Any] = {"schema": schema}
    if op.name in played.load()["bodies"]:
        content["example"] = played.load()["bodies"][op.name]
    return {"required": True, "content": {"application/json": content}}


def _answers(op: Operation, made: Schemas) -> dict[str, Any]:
    answer = schemas.answer_type(op)
    if answer is type(None):
        return {"204": {"description": "完成，没有内容。"} | _with_headers(op)}
    content: dict[str, Any] = {kind: {"schema": {"type": "string"}} for kind in op.blob}
    if answer is not Blob:
        name = schemas.name_of(answer)
        schema = {"$ref": schemas.REF.format(name=name)}
        content = {"application/json": {"schema": schema}}
        if name in played.load()["answers"]:
            shown = {"示例": {"$ref": f"#/components/examples/{name}"}}
            content["application/json"]["examples"] = shown
    found: dict[str, dict[str, Any]] = {
        str(op.status): {
            "description": "文件的内容。" if answer is Blob else "完成。",
            "content": content,
        }
        | _with_headers(op)
    }
    if op.etag:
        found["304"] = {"description": "与上次相同，不再给出内容。"} | _with_headers(op)
    return found


def _with_headers(op: Operation) -> dict[str, Any]:
    """The headers that a good answer of the operation may bear."""
    told = {"ETag": op.etag, "Idempotent-Replay": op.keyed}
    names = [name for name, there in told.items() if there]
    return {"headers": {name: _shared_header(name) for name in names}} if names else {}


def _shared_header(name: str) -> dict[str, str]:
    return {"$ref": f"#/components/headers/{name}"}


def refusals(op: Operation) -> list[type[Refusal]]:
    """Everything the operation may refuse: what its row says and what the way to it implies."""
    implied: list[type[Refusal]] = [TooManyAttempts, TemporarilyUnavailable, NotLoggedIn]
    if Role.PUBLIC not in op.who:
        implied.append(NotAllowed)
    if Role.OWNER in op.who and not op.who & VISITORS:
        implied.append(HomeNotBound)
    if op.fresh:
        implied.append(FreshCodeNeeded)
    if "{" in op.path:
        implied.append(NotFound)
    if bodies.query_type(op) is not None or bodies.body_type(op) is not None or op.keyed:
        implied.append(Malformed)
    if bodies.body_type(op) is not None:
        implied.append(TooLarge)
    if op.keyed:
        implied += [KeyMissing, KeyReused]
    both = {one.code(): one for one in (*op.refuses, *implied)}
    return sorted(both.values(), key=lambda one: (one.status, one.code()))


def _refusals(op: Operation) -> dict[str, Any]:
    return {
        str(status): {"$ref": f"#/components/responses/{response_name(status, ones)}"}
        for status, ones in by_status(op).items()
    }


def by_status(op: Operation) -> dict[int, list[type[Refusal]]]:
    """What the operation may refuse, by HTTP status."""
    found: dict[int, list[type[Refusal]]] = defaultdict(list)
    for one in refusals(op):
        found[one.status].append(one)
    return found


def response_name(status: int, ones: list[type[Refusal]]) -> str:
    """The name under which operations that refuse the same share one description."""
    return "-".join([str(status), *(one.code() for one in ones)])


def problem_responses(table: Sequence[Operation]) -> dict[str, Any]:
    """The answers that refuse, by the name of the set of refusals."""
    found: dict[str, Any] = {}
    for op in table:
        for status, ones in by_status(op).items():
            found[response_name(status, ones)] = _problem(status, ones)
    return dict(sorted(found.items()))


def _problem(status: int, ones: list[type[Refusal]]) -> dict[str, Any]:
    listed = {one.code(): {"$ref": f"#/components/examples/{one.code()}"} for one in ones}
    schema = {
        "allOf": [
            {"$ref": schemas.REF.format(name="Problem")},
            {"properties": {"code": {"enum": sorted(listed)}}},
        ]
    }
    answer: dict[str, Any] = {
        "description": "；".join(f"`{one.code()}` {one.title()}" for one in ones),
        "content": {MEDIA_TYPE: {"schema": schema, "examples": listed}},
    }
    if status in RETRY_AFTER_SECONDS:
        answer["headers"] = {"Retry-After": _shared_header("Retry-After")}
    return answer


def answer_examples(table: Sequence[Operation]) -> dict[str, Any]:
    """An answer of every kind as some story really got it, by the name of its schema."""
    answers = [schemas.answer_type(op) for op in table]
    names = {schemas.name_of(one) for one in answers if schemas.is_struct(one)}
    return {
        name: {"value": value}
        for name, value in sorted(played.load()["answers"].items())
        if name in names
    }


def problem_examples(table: Sequence[Operation]) -> dict[str, Any]:
    """Every refusal as it looks when nothing more is said, by its code."""
    kinds = {one.code(): one for op in table for one in refusals(op)}
    return {
        code: {
            "summary": kind.title(),
            "value": {
                "type": f"/errors#{code}",
                "title": kind.title(),
                "status": kind.status,
                "code": code,
                "instance": "/cases/b5a1c6de-0000-5000-8000-000000000000",
                "request_id": "0f8fad5bd9cb469fa16570867728950e",
            },
        }
        for code, kind in sorted(kinds.items())
    }


def api_rows(table: Sequence[Operation]) -> list[Operation]:
    """The rows that are an interface for programs: pages for browsers are not promised."""
    return [op for op in table if op.handler.__module__.split(".")[0] == "handlers"]
