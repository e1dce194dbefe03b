"""Every answer of every test, held against the API document; and which refusals were seen."""

import re
from functools import cache
from typing import Any

from jsonschema_rs import Draft202012Validator

import console
import handlers
from handlers.route import TABLE, Operation
from server.spec.document import api_rows, document

assert handlers and console, "importing them fills the table of operations"

# The web server's own refusals, before any operation is reached.
UNREACHED = {405, 408}

seen: set[tuple[str, str]] = set()


@cache
def promised() -> dict[str, Any]:
    """The document as the code has it now."""
    return document(api_rows(TABLE))


@cache
def rows() -> list[tuple[str, "re.Pattern[str]", Operation]]:
    """Every operation with a pattern of its path; those with fewer variables first."""
    ordered = sorted(api_rows(TABLE), key=lambda op: op.path.count("{"))
    return [(op.method, re.compile(re.sub(r"{\w+}", "[^/]+", op.path)), op) for op in ordered]


def operation_of(method: str, path: str) -> Operation | None:
    """The operation that a request reaches; None for pages and unknown paths."""
    for verb, pattern, op in rows():
        if verb == method and pattern.fullmatch(path):
            return op
    return None


@cache
def validator(pointer: str) -> Draft202012Validator:
    """What checks a value against a schema of the document."""
    inner = promised()
    for part in pointer.strip("/").split("/"):
        inner = inner[part.replace("~1", "/").replace("~0", "~")]
    # The references of the schema point into the components, so these come along.
    schema = {"components": promised()["components"], **inner}
    return Draft202012Validator(schema, validate_formats=True)


def check(method: str, path: str, status: int, kind: str, body: Any) -> None:
    """AssertionError when the answer is not one that the document promises."""
    op = operation_of(method, path)
    if op is None or status in UNREACHED:
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
    assert media in content, f"{method} {op.path} {status} is {media}, promised {list(content)}"
    if "json" in media:
        schema = f"{place}/content/{media.replace('/', '~1')}/schema"
        problems = [str(one) for one in validator(schema).iter_errors(body)]
        assert not problems, f"{method} {op.path} {status}: {problems[:3]}\n{body}"
    if status >= 400:
        seen.add((op.name, body["code"]))
