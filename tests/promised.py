"""Every answer of every test, held against the API document; and which refusals were seen.

`unseen` lists the refusals a row of the table declares that no test of the run ever met.
"""

import json
import os
import re
from collections import defaultdict
from collections.abc import Iterator
from datetime import datetime, timedelta
from functools import cache
from typing import Any

import httpx
from jsonschema_rs import Draft202012Validator

from handlers.lists import EXPORTED
from handlers.route import Operation
from rules.refusals.base import Refusal
from server.operations import TABLE
from server.spec.document import api_rows, document, refusals
from tests import played

# The web server's own refusals, before any operation is reached.
UNREACHED = {405, 408}

PLAYED = bool(os.environ.get("EXAMPLES"))
"""Whether this run writes the document's examples (`make examples`)."""

seen: set[tuple[str, str]] = set()


@cache
def promised() -> dict[str, Any]:
    """The document as the code has it now."""
    return document(api_rows(TABLE))


@cache
def rows() -> dict[tuple[str, int], list[tuple["re.Pattern[str]", Operation]]]:
    """Every operation with a pattern of its path, by its method and how many slashes there are;
    those with fewer variables first."""
    ordered = sorted(api_rows(TABLE), key=lambda op: op.path.count("{"))
    found = defaultdict(list)
    for op in ordered:
        pattern = re.compile(re.sub(r"{\w+}", "[^/]+", op.path))
        found[op.method, op.path.count("/")].append((pattern, op))
    return found


def operation_of(method: str, path: str) -> Operation | None:
    """The operation that a request reaches; None for pages and unknown paths."""
    for pattern, op in rows().get((method, path.count("/")), ()):
        if pattern.fullmatch(path):
            return op
    return None


@cache
def validator(pointer: str) -> Draft202012Validator:
    """What checks a value against a schema of the document."""
    inner = promised()
    for part in pointer.strip("/").split("/"):
        inner = inner[part.replace("~1", "/").replace("~0", "~")]
    # The references of the schema point into the components, so those it reaches come along.
    schema = {"components": {"schemas": reached(inner)}, **inner}
    return Draft202012Validator(
        schema, validate_formats=True, formats={"date-time": in_beijing_time}
    )


REFERENCE = re.compile(r'"\$ref": "#/components/schemas/([^"]+)"')


def reached(schema: Any) -> dict[str, Any]:
    """The schemas among the components that this one refers to, and those they refer to."""
    known, found = promised()["components"]["schemas"], dict[str, Any]()
    waiting = REFERENCE.findall(json.dumps(schema))
    while waiting:
        name = waiting.pop()
        if name not in found:
            found[name] = known[name]
            waiting += REFERENCE.findall(json.dumps(known[name]))
    return found


def in_beijing_time(text: str) -> bool:
    """Whether this is a moment written with +08:00."""
    try:
        return datetime.fromisoformat(text).utcoffset() == timedelta(hours=8)
    except ValueError:
        return False


MOMENT = re.compile(r"\d{4}-\d\d-\d\d[T ]\d\d:\d\d[\d:.]*(Z|[+-][\d:]+)?")


def moments(value: Any) -> Iterator[str]:
    """Every text of an answer that reads like a moment, however deep it stands."""
    if isinstance(value, str) and MOMENT.fullmatch(value):
        yield value
    for inner in value.values() if isinstance(value, dict) else ():
        yield from moments(inner)
    for inner in value if isinstance(value, list) else ():
        yield from moments(inner)


async def check_response(response: httpx.Response) -> None:
    """A hook of the tests' client: what `check` says, of every answer it gets."""
    await response.aread()
    if response.request.method == "HEAD":
        return
    asked, kind = response.request, response.headers.get("content-type", "")
    if "text/html" in kind and "text/html" in asked.headers.get("accept", ""):
        # A browser gets its refusals as pages.
        return
    body = response.json() if "json" in kind else response.content
    check(asked.method, asked.url.path, response.status_code, kind, body)
    if PLAYED and (op := operation_of(asked.method, asked.url.path)):
        played.keep(op, response)


def check(method: str, path: str, status: int, kind: str, body: Any) -> None:
    """AssertionError when the answer is not one that the document promises."""
    op = operation_of(method, path)
    if op is None or status in UNREACHED or (status == 413 and body.get("instance") == "*"):
        # No operation was reached: of a head that is too long not even the path is known.
        return
    place = f"/paths/{op.path.replace('/', '~1')}/{method.lower()}/responses/{status}"
    answers = promised()["paths"][op.path][method.lower()]["responses"]
    assert str(status) in answers, f"{method} {op.path} answers {status}, not promised: {body}"
    answer = answers[str(status)]
    if "$ref" in answer:
        name = answer["$ref"].rsplit("/", 1)[-1]
        place, answer = f"/components/responses/{name}", promised()["components"]["responses"][name]
    content = answer.get("content", {})
    assert content or not body, f"{method} {op.path} {status}: an answer where none is promised"
    if not content:
        return
    media = kind.split(";")[0].strip()
    assert {media, kind} & set(content), (
        f"{method} {op.path} {status} is {media}, promised {list(content)}"
    )
    if "json" in media:
        schema = f"{place}/content/{media.replace('/', '~1')}/schema"
        problems = [str(one) for one in validator(schema).iter_errors(body)]
        assert not problems, f"{method} {op.path} {status}: {problems[:3]}\n{body}"
        astray = [one for one in moments(body) if not in_beijing_time(one)]
        assert not astray, f"{method} {op.path} {status}: not in Beijing time {astray[:3]}"
    if status >= 400:
        seen.add((op.name, body["code"]))


def declared(op: Operation, refusal: Refusal) -> None:
    """A refusal that came without HTTP is one that its row declares; it was seen."""
    codes = {one.code() for one in refusals(op)}
    assert refusal.code() in codes, f"{op.name} refuses {refusal.code()}, which it does not declare"
    seen.add((op.name, refusal.code()))


def unseen(met: set[tuple[str, str]]) -> list[tuple[str, str]]:
    """Operations with a refusal they declare and nobody met; a list taken away as a file is the
    list, asked page after page."""
    lists = set(EXPORTED.values())
    named = {
        (op.name, one.code())
        for op in api_rows(TABLE)
        if op.name.removesuffix("_xlsx").removesuffix("_csv") not in lists - {op.name}
        for one in op.refuses
    }
    return sorted(named - met)
