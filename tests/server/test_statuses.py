"""One status for each kind of answer: 201 something new, 200 one step on, 204 nothing to say."""

import pytest

from handlers.route import Operation
from server.operations import TABLE
from server.spec import schemas
from server.spec.document import api_rows

ROWS = api_rows(TABLE)
READ = {(op.path, schemas.answer_type(op)) for op in ROWS if op.reads}

STEPS = {
    "acceptance",
    "answer",
    "approval",
    "award",
    "cancellation",
    "closing",
    "confirmation",
    "decision",
    "dismissal",
    "dropping",
    "end",
    "ending",
    "preparation",
    "refusal",
    "registration",
    "rejection",
    "release",
    "retry",
    "return",
    "review",
    "revocation",
    "suspension",
    "taking",
    "undoing",
    "unmasking",
    "upholding",
    "withdrawal",
}
"""Words that end the path of a decision about something that is there."""


def named(op: Operation) -> str:
    return op.name


def above(path: str) -> set[str]:
    """The paths of what an operation's path stands in."""
    parts = path.split("/")
    return {"/".join(parts[:end]) for end in range(2, len(parts))}


@pytest.mark.parametrize("op", ROWS, ids=named)
def test_every_verb_has_one_status(op: Operation) -> None:
    answer = schemas.answer_type(op)
    assert (op.status == 204) == (answer is type(None))
    if op.method == "DELETE":
        assert op.status == 204
    elif op.method in ("GET", "PUT") or op.path.rsplit("/", 1)[-1] in STEPS:
        assert op.status == 200
    elif op.status == 201:
        # What was there before is not made by being changed.
        assert not {(path, answer) for path in above(op.path)} & READ
    assert op.status in (200, 201, 204)
