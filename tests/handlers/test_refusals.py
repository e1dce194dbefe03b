"""Refusals that many operations share, asked of every one that declares them in its row.

A row that says it refuses something must do so: these and the tests beside it meet every refusal
that any row declares (see `tests.whole_run`).
"""

from typing import Any
from uuid import UUID, uuid4

import pytest
from msgspec.structs import fields

from handlers.route import Operation, Upload
from rules.people import Role
from rules.refusals.asking import CaseNotFound, Malformed, NotFound
from rules.refusals.ledger import AccountNotFound
from rules.refusals.log import EventNotFound
from rules.refusals.votes import VoteNotFound
from server import bodies
from server.operations import TABLE
from server.spec.document import api_rows, document
from tests import promised
from tests.access import ROLL
from tests.journey import photo
from tests.world import City

NOWHERE = "!" * 41
ABSENT = (CaseNotFound, AccountNotFound, EventNotFound, VoteNotFound, NotFound)
BEARERS = {
    Role.CLERK: "clerk",
    Role.REVIEWER: "reviewer",
    Role.FINANCE: "finance",
    Role.AUDITOR: "auditor",
    Role.ADMINISTRATOR: "administrator",
    Role.INSURER: "insurer",
    Role.OWNER: "owner1",
    Role.PERSON: "owner1",
    Role.MANAGER: "manager",
    Role.COMMITTEE: "committee",
}
# What is not there is said before the papers are looked at, but a blank paper is no paper.
BODIES: dict[str, Any] = {
    "enter_paper_objection": {
        "home_id": str(uuid4()),
        "text": "费用过高",
        "file_ids": [str(uuid4())],
        "received_at": "2025-09-15T09:00:00+08:00",
    },
    "file_plan": {
        "survey": "查勘",
        "cover": "维修",
        "elevators": [{"elevator_id": str(uuid4()), "premium_fen": 1, "limit_fen": 1}],
    },
}


def op_id(op: Operation) -> str:
    return op.name


def absent_of(op: Operation) -> list[str]:
    """The codes this row has for an object that is not there; none where there is no object."""
    return [one.code() for one in ABSENT if one in op.refuses] if "{" in op.path else []


@pytest.fixture(scope="module")
def examples() -> dict[str, Any]:
    """A body for each operation, from the API document."""
    found = {}
    for methods in document(api_rows(TABLE))["paths"].values():
        for one in methods.values():
            content = one.get("requestBody", {}).get("content", {}).get("application/json", {})
            found[one["operationId"]] = content.get("example")
    return found | BODIES


async def bearer(city: City, op: Operation) -> str:
    """The token of somebody whom the row lets in."""
    if Role.PUBLIC in op.who:
        return ""
    key = next(key for role, key in BEARERS.items() if role in op.who)
    return await (city.staff(key) if key in city.roll.accounts else city.login(key))


QUERIES = {"year": "2025", "custody_id": str(uuid4())}


def somewhere(op: Operation) -> str:
    """The row's path, to an object that never was."""
    path = op.path
    for part in op.path.split("/"):
        if part.startswith("{"):
            name = part.strip("{}")
            annotation = op.handler.__annotations__[name.split("}")[0]]
            value = str(uuid4()) if annotation in (UUID, "UUID") else "nothing-of-that-name"
            path = path.replace("{" + name.split("}")[0] + "}", value)
    return path + asked_of(op)


def asked_of(op: Operation) -> str:
    """What the row's query must say, as a query string."""
    query = bodies.query_type(op)
    needed = [one.name for one in fields(query) if one.required] if query else []
    return "?" + "&".join(f"{name}={QUERIES[name]}" for name in needed) if needed else ""


async def test_what_is_not_there_is_said_to_be_so(city: City, examples: dict[str, Any]) -> None:
    """Every operation on an object answers 404 where there is none, with the code it declares."""
    for op in api_rows(TABLE):
        codes = absent_of(op)
        if not codes:
            continue
        sent: dict[str, Any] = {"json": examples[op.name]}
        if bodies.body_type(op) is Upload:
            sent = {"files": {"file": ("a.jpg", photo(), "image/jpeg")}}
        status, body = await city.call(op.method, somewhere(op), await bearer(city, op), **sent)
        assert status == 404 and body["code"] in codes, (op.name, status, body)


async def test_a_list_has_no_such_place(city: City) -> None:
    """Paging: a cursor that is none is malformed, never a page of something else."""
    for op in api_rows(TABLE):
        query = bodies.query_type(op)
        if query is None or Malformed not in op.refuses or "{" in op.path:
            continue
        path = f"{op.path}?after={NOWHERE}"
        status, body = await city.call(op.method, path, await bearer(city, op))
        assert (status, body.get("code")) == (400, "Malformed"), (op.name, status)


async def test_a_list_of_something_has_no_such_place_either(city: City) -> None:
    """The same for lists that belong to a scope, an account or an import."""
    clerk, finance = await city.staff("clerk"), await city.staff("finance")
    file = {"file": (ROLL.name, ROLL.content(), ROLL.media_type)}
    _, taken = await city.call("POST", "/imports", clerk, files=file)
    scope, pooled = city.roll.here.scope, city.roll.here.pooled
    for path, token in (
        (f"/public/scopes/{scope}", ""),
        (f"/scopes/{scope}/holds", finance),
        (f"/scopes/{scope}/statement", finance),
        (f"/ledger/accounts/{pooled}/statement", finance),
        (f"/imports/{taken['id']}/changes", clerk),
    ):
        status, body = await city.call("GET", f"{path}?after={NOWHERE}", token)
        assert (status, body["code"]) == (400, "Malformed"), path


def test_a_declared_refusal_that_nobody_met_is_missed() -> None:
    """The check at the end of a whole run would notice one."""
    everything = {(op.name, one.code()) for op in api_rows(TABLE) for one in op.refuses}
    assert promised.unseen(everything) == []
    assert promised.unseen(everything - {("apply_for_insurance", "ElevatorTaken")}) == [
        ("apply_for_insurance", "ElevatorTaken")
    ]
