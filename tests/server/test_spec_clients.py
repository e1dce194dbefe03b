"""Who gets which function, and what the TypeScript clients never show or keep."""

import json
import re
from collections import Counter

import pytest

from server import spec

FUNCTION = re.compile(r"^export const (\w+) = .*\n  api\.(\w+)[<(]", re.M)


@pytest.fixture(scope="module")
def files() -> dict[str, str]:
    return spec.files()


def functions(text: str) -> dict[str, str]:
    """How each function of a client asks, by its name."""
    return dict(FUNCTION.findall(text))


def test_every_operation_is_in_one_client_but_what_no_program_calls(files: dict[str, str]) -> None:
    written = Counter({**functions(files["client.ts"])}.keys())
    written.update(functions(files["staff.ts"]).keys())
    assert set(written.values()) == {1}
    paths = json.loads(files["openapi.json"])["paths"]
    told = [one["operationId"] for operations in paths.values() for one in operations.values()]
    missing = {name for name in told if _camel(name) not in written}
    assert missing == {"check_push", "take_push", "refresh_login"}
    assert len(written) == len(told) - len(missing)


def test_what_is_published_with_the_mini_program_does_not_show_the_centre(
    files: dict[str, str],
) -> None:
    phones, staff = functions(files["client.ts"]), functions(files["staff.ts"])
    assert {
        "logIn",
        "getMe",
        "signCase",
        "postEvidence",
        "castBallot",
        "getPublicNotice",
    } <= phones.keys()
    assert {"logInStaff", "createFirstAdministrator", "acceptCase", "filePlan"} <= staff.keys()
    assert "/staff/" not in files["client.ts"] and "password" not in files["client.ts"]


def test_what_a_phone_must_not_keep_is_not_kept(files: dict[str, str]) -> None:
    ways = functions(files["client.ts"]) | functions(files["staff.ts"])
    assert {ways[one] for one in ("bindHome", "claimHome", "setPhone", "changePassword")} == {
        "secret"
    }
    assert {ways["logIn"], ways["logInStaff"], ways["getPublicNotice"]} == {"open"}
    assert {ways["signCase"], ways["castBallot"], ways["acceptCase"]} == {"write"}
    assert {ways["postEvidence"], ways["drawPoster"]} == {"upload", "download"}
    # Whoever comes back to the net later does not read what they wanted to read then.
    assert ways["readFile"] == "downloadSealed"


def test_nothing_is_declared_twice_in_a_client(files: dict[str, str]) -> None:
    """TypeScript would put two interfaces of one name together without a word."""
    for name in ("client.ts", "staff.ts"):
        names = re.findall(r"^export (?:const|interface|type) (\w+)", files[name], re.M)
        assert [one for one, times in Counter(names).items() if times > 1] == [], name


def test_the_code_of_a_problem_is_one_of_the_catalogue(files: dict[str, str]) -> None:
    declared = files["client.ts"].partition("export type ErrorCode =")[2].partition("\n\n")[0]
    codes = [one["code"] for one in json.loads(files["errors.json"])]
    assert re.findall(r"'(\w+)'", declared) == [*codes, "Unreadable"]
    problem = files["client.ts"].partition("export interface Problem {")[2].partition("\n}")[0]
    assert "  code: ErrorCode\n" in problem


def test_a_function_names_the_refusals_of_its_operation(files: dict[str, str]) -> None:
    refusals = files["client.ts"].partition("export interface Refusals {")[2]
    signing = re.search(r"^  signCase: (.*)$", refusals, re.M)
    assert signing and {"'AlreadySigned'", "'NotLoggedIn'"} <= set(signing[1].split(" | "))


def _camel(name: str) -> str:
    first, *rest = name.split("_")
    return first + "".join(part.capitalize() for part in rest)


def test_what_a_value_is_called_comes_with_its_type(files: dict[str, str]) -> None:
    schemas = json.loads(files["openapi.json"])["components"]["schemas"]
    for name, titles in {
        name: schema["x-enumDescriptions"]
        for name, schema in schemas.items()
        if "x-enumDescriptions" in schema
    }.items():
        head = f"export const {name[0].lower()}{name[1:]}Titles: Record<{name}, string> = {{"
        text = next(files[one] for one in ("client.ts", "staff.ts") if head in files[one])
        told = text.partition(head)[2].partition("\n}\n")[0]
        assert re.findall(r": '(.*)',$", told, re.M) == list(titles.values()), name


def test_the_page_of_the_clients_names_what_is_there(files: dict[str, str]) -> None:
    page = (spec.FOLDER.parent / "docs" / "clients.md").read_text()
    answers = (spec.FOLDER / "answers.ts").read_text()
    already = answers.partition("ALREADY")[2].partition("]\n")[0]
    rows = re.findall(r"^\| ((?:`\w+`、?)+) \| (.*?) \|", page, re.M)
    told = {code: names for codes, names in rows for code in re.findall(r"`([A-Z]\w+)`", codes)}
    assert set(told) == set(re.findall(r"'(\w+)'", already))
    calls = re.findall(r"\b(\w+)\(api\b", page) + re.findall(r"`(\w+)`", "".join(told.values()))
    assert set(calls) <= functions(files["client.ts"]).keys()
