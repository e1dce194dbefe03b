"""The contract is what the code says, is valid, and keeps what the last release promised."""

import copy
import dataclasses
import json
import re
from typing import Any

import msgspec
import pytest
from jsonschema import Draft202012Validator
from referencing import Registry, Resource
from referencing.jsonschema import DRAFT202012

from handlers.route import Answer, Context
from rules.refusals import every
from rules.refusals.asking import NotLoggedIn
from rules.refusals.base import Refusal
from server import spec
from server.operations import TABLE
from server.spec.document import api_rows, document, refusals
from server.spec.promises import broken, promises
from server.spec.schemas import components
from tests import promised


@pytest.fixture(scope="module")
def made() -> dict[str, Any]:
    return document(api_rows(TABLE))


def operations(made: dict[str, Any]) -> list[tuple[str, str, dict[str, Any]]]:
    return [
        (method, path, operation)
        for path, methods in made["paths"].items()
        for method, operation in methods.items()
    ]


def checker(made: dict[str, Any], pointer: str) -> Draft202012Validator:
    resource = Resource.from_contents(made, default_specification=DRAFT202012)
    registry = Registry().with_resource("contract:", resource)
    return Draft202012Validator({"$ref": f"contract:#{pointer}"}, registry=registry)


def test_the_committed_files_are_what_the_code_says() -> None:
    assert spec.outdated() == [], "run `make spec`"
    assert spec.unkept() == []


def test_every_schema_is_valid_and_every_reference_leads_somewhere(made: dict[str, Any]) -> None:
    for schema in made["components"]["schemas"].values():
        Draft202012Validator.check_schema(schema)
    for reference in set(re.findall(r'"\$ref": "#/([^"]+)"', json.dumps(made, indent=0))):
        place: Any = made
        for part in reference.split("/"):
            place = place[part]


def test_every_component_is_used(made: dict[str, Any]) -> None:
    used = set(re.findall(r'"\$ref": "#/components/([^"]+)"', json.dumps(made, indent=0)))
    for kind in ("schemas", "responses", "examples", "headers"):
        assert set(made["components"][kind]) == {
            one.removeprefix(f"{kind}/") for one in used if one.startswith(f"{kind}/")
        }


def test_two_structs_of_one_name_are_refused() -> None:
    async def other(ctx: Context) -> None: ...

    namesake = msgspec.defstruct("CaseRow", [("id", str)], bases=(Answer,), frozen=True)
    other.__annotations__["return"] = namesake
    row = next(op for op in api_rows(TABLE) if op.name == "list_cases")
    with pytest.raises(AssertionError, match="CaseRow"):
        components([row, dataclasses.replace(row, handler=other)])


def test_every_operation_is_named_once_told_in_chinese_and_says_who_may(
    made: dict[str, Any],
) -> None:
    names = [operation["operationId"] for _, _, operation in operations(made)]
    assert len(names) == len(set(names))
    assert [one for one in names if "_" not in one] == [], "say what it is done to"
    for _, path, operation in operations(made):
        assert re.search("[\u4e00-\u9fff]", operation["summary"]), path
        assert operation["x-roles"] and operation["security"]
        for parameter in operation.get("parameters", []):
            assert "schema" in parameter


def test_every_write_takes_an_idempotency_key_unless_its_row_says_otherwise(
    made: dict[str, Any],
) -> None:
    keyed = {op.name: op.keyed for op in api_rows(TABLE)}
    for method, path, operation in operations(made):
        names = {one["name"] for one in operation.get("parameters", [])}
        assert ("Idempotency-Key" in names) == keyed[operation["operationId"]], (method, path)


def test_every_answer_has_a_valid_example(made: dict[str, Any]) -> None:
    for method, path, operation in operations(made):
        for status, answer in operation["responses"].items():
            pointer = f"/paths/{path.replace('/', '~1')}/{method}/responses/{status}"
            if "$ref" in answer:
                pointer = answer["$ref"][1:]
                answer = made["components"]["responses"][pointer.rsplit("/", 1)[-1]]
            for media, content in answer.get("content", {}).items():
                if "json" not in media:
                    continue
                assert content["examples"], (path, status)
                check = checker(made, f"{pointer}/content/{media.replace('/', '~1')}/schema")
                for shown in content["examples"].values():
                    name = shown["$ref"].rsplit("/", 1)[-1]
                    value = made["components"]["examples"][name]["value"]
                    assert [str(one) for one in check.iter_errors(value)] == [], (path, name)


def test_every_example_of_a_body_is_one_the_handler_would_read(made: dict[str, Any]) -> None:
    for method, path, operation in operations(made):
        body = operation.get("requestBody", {}).get("content", {}).get("application/json")
        # What is sent as it stands, such as a push, is no value with parts.
        if body and "$ref" in body["schema"]:
            pointer = f"/paths/{path.replace('/', '~1')}/{method}/requestBody/content"
            check = checker(made, f"{pointer}/application~1json/schema")
            errors = [str(one) for one in check.iter_errors(body["example"])]
            assert errors == [], (path, body["example"])


def test_money_is_whole_and_ids_are_strings(made: dict[str, Any]) -> None:
    for name, schema in made["components"]["schemas"].items():
        for field, inner in schema.get("properties", {}).items():
            kinds_of = json.dumps(inner)
            if field.endswith("_fen"):
                assert '"integer"' in kinds_of and '"number"' not in kinds_of, (name, field)
            if field.endswith("_at"):
                assert '"date-time"' in kinds_of, (name, field)
            if field == "id" or field.endswith("_id"):
                assert '"integer"' not in kinds_of, (name, field)


def test_every_refusal_is_in_the_catalogue_or_nobody_raises_it() -> None:
    codes = {entry["code"] for entry in json.loads(spec.files()["errors.json"])}
    declared = {one.code() for op in api_rows(TABLE) for one in refusals(op)}
    assert declared <= codes and NotLoggedIn.code() in codes
    titles = [one.title() for one in every()]
    assert all(re.search("[\u4e00-\u9fff]", title) for title in titles)
    assert Refusal not in every()


def test_removing_what_was_promised_is_noticed(made: dict[str, Any]) -> None:
    old = promises(made)
    assert broken(old, old) == []
    path, method = "/cases", "post"
    for change in (
        lambda doc: doc["paths"].pop(path),
        lambda doc: doc["paths"][path][method].update(operationId="other"),
        lambda doc: doc["components"]["schemas"]["CaseView"]["properties"].pop("state"),
        lambda doc: doc["components"]["schemas"]["MoneyView"]["properties"].pop("held_fen"),
        lambda doc: doc["components"]["schemas"]["Application"]["required"].append("urgent"),
        lambda doc: doc["components"]["schemas"]["Application"]["properties"].pop("urgent"),
        lambda doc: doc["components"]["schemas"]["Application"]["properties"]["applicant"][
            "enum"
        ].remove("manager"),
        lambda doc: doc["components"]["schemas"]["CaseView"]["properties"].update(
            version={"type": "string"}
        ),
    ):
        changed = copy.deepcopy(made)
        change(changed)
        assert broken(old, promises(changed)), change


def test_additions_break_nothing(made: dict[str, Any]) -> None:
    changed = copy.deepcopy(made)
    schemas = changed["components"]["schemas"]
    schemas["CaseView"]["properties"]["new"] = {"type": "string"}
    schemas["Application"]["properties"]["new"] = {"type": "string"}
    changed["paths"]["/new"] = {"get": changed["paths"]["/cases"]["get"]}
    assert broken(promises(made), promises(changed)) == []


@pytest.mark.parametrize(
    ("status", "kind", "body"),
    [
        (200, "application/json", {"id": "1"}),
        (418, "application/json", {}),
        (200, "text/html", b"<p>"),
        (404, "application/problem+json", {"code": "NotFound"}),
    ],
)
def test_an_answer_that_was_not_promised_fails_its_test(
    status: int, kind: str, body: object
) -> None:
    with pytest.raises(AssertionError):
        promised.check("GET", f"/cases/{'0' * 8}", status, kind, body)
