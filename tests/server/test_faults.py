"""What is wrong with a request is told in Chinese, with a pointer to the very field."""

import re
from collections.abc import Iterator
from typing import Any

import msgspec
import pytest
from msgspec import inspect

from handlers.cases.application import Application
from handlers.objections.filing import WrittenObjection
from handlers.route import Query, Upload
from handlers.votes.casting import BallotPaper
from rules.refusals.asking import Malformed
from server import bodies, faults
from server.operations import TABLE

STRUCTS = sorted(
    {
        found
        for op in TABLE
        for found in (bodies.body_type(op), bodies.query_type(op))
        if found is not None and found is not Upload
    },
    key=lambda one: f"{one.__module__}.{one.__qualname__}",
)
PLAIN = re.compile(r"[\u3000-\u303f\u4e00-\u9fff\uff00-\uffef“”0-9 .,:_+-]*")
ALLOWED_WORDS = re.compile(r"base64|T(?=09:00)|2026-03-10")

A_UUID = "2d9b7f3e-0000-4000-8000-000000000001"


def faulty(kind: inspect.Type) -> Iterator[Any]:
    """Values that this type refuses: each constraint missed once, and every kind of value."""
    yield from (
        {"x": 1},
        [1],
        [[]],
        3,
        -(2**70),
        1.5,
        True,
        None,
        "",
        " ",
        "x",
        "\u200b",
        "名" * 9999,
    )
    yield from ("2026-13-40", "2026-03-10T09:00:00", A_UUID, "x" * 9999, 10**18, -1)
    if isinstance(kind, inspect.ListType):
        yield [None] * 5000
        for value in faulty(kind.item_type):
            yield [value]
    if isinstance(kind, inspect.DictType):
        yield {"k" * 5000: "x"}
        yield {str(number): "x" for number in range(5000)}
        for value in faulty(kind.value_type):
            yield {"k": value}
    if isinstance(kind, inspect.UnionType):
        for one in kind.types:
            yield from faulty(one)
    if isinstance(kind, inspect.Metadata):
        yield from faulty(kind.type)
    if isinstance(kind, inspect.StructType):
        good = {field.encode_name: sample(field.type) for field in kind.fields if field.required}
        yield good | {"nobody_knows": 1}
        for field in kind.fields:
            yield {name: value for name, value in good.items() if name != field.encode_name}
            for value in faulty(field.type):
                yield good | {field.encode_name: value}


def sample(kind: inspect.Type) -> Any:
    """A value of about that type: enough to get to the faulty one beside it."""
    if isinstance(kind, inspect.Metadata):
        return sample(kind.type)
    if isinstance(kind, inspect.UnionType):
        return sample(kind.types[0])
    if isinstance(kind, inspect.StructType):
        return {field.encode_name: sample(field.type) for field in kind.fields if field.required}
    if isinstance(kind, inspect.ListType):
        return [sample(kind.item_type)] * (kind.min_length or 0)
    if isinstance(kind, inspect.IntType):
        return kind.ge or 1
    if isinstance(kind, inspect.LiteralType):
        return kind.values[0]
    samples: dict[type, Any] = {
        inspect.StrType: "x" * (getattr(kind, "min_length", 0) or 1),
        inspect.BoolType: True,
        inspect.UUIDType: A_UUID,
        inspect.DateType: "2026-03-10",
        inspect.DateTimeType: "2026-03-10T09:00:00+08:00",
        inspect.DictType: {},
    }
    return samples.get(type(kind), "x")


def refusal(struct: type[Any], value: Any) -> Malformed | None:
    try:
        if issubclass(struct, Query):
            msgspec.convert(value, struct, strict=False)
        else:
            msgspec.json.decode(msgspec.json.encode(value), type=struct)
    except msgspec.ValidationError as error:
        return bodies.malformed(error, struct)
    return None


@pytest.mark.parametrize("struct", STRUCTS, ids=lambda one: f"{one.__module__}.{one.__name__}")
def test_no_english_is_left_of_any_fault(struct: type[Any]) -> None:
    """README: `detail` can be shown."""
    seen = set()
    for value in faulty(inspect.type_info(struct)):
        found = refusal(struct, value)
        if found is None:
            continue
        [error] = found.facts["errors"]
        seen.add(error["detail"])
        for text in (found.detail, error["detail"]):
            assert PLAIN.fullmatch(ALLOWED_WORDS.sub("", text)), (text, value)
        pointer = error["pointer"]
        assert pointer == "" or re.fullmatch(r"(/[^/~]+)+", pointer), pointer
    assert faults.WRONG_FORM not in seen, "a sentence of msgspec's that nobody put into Chinese"


def test_every_pattern_has_words() -> None:
    patterns = {
        kind.pattern
        for struct in STRUCTS
        for kind in strings(inspect.type_info(struct))
        if kind.pattern
    }
    assert patterns - faults.PATTERNS.keys() == set()


def strings(kind: inspect.Type) -> Iterator[inspect.StrType]:
    if isinstance(kind, inspect.StrType):
        yield kind
    elif isinstance(kind, inspect.Metadata):
        yield from strings(kind.type)
    elif isinstance(kind, inspect.UnionType):
        for one in kind.types:
            yield from strings(one)
    elif isinstance(kind, inspect.ListType):
        yield from strings(kind.item_type)
    elif isinstance(kind, inspect.DictType):
        yield from strings(kind.key_type)
        yield from strings(kind.value_type)
    elif isinstance(kind, inspect.StructType):
        for field in kind.fields:
            yield from strings(field.type)


@pytest.mark.parametrize(
    ("struct", "sent", "pointer", "said"),
    [
        (WrittenObjection, "{}", "/text", "必须填写"),
        (WrittenObjection, '{"text": 5}', "/text", "应为文字"),
        (WrittenObjection, '{"text": "x", "files": []}', "/files", "没有这一项，请去掉"),
        (WrittenObjection, '{"text": "x", "file_ids": ["y"]}', "/file_ids/0", "不是有效的标识"),
        (BallotPaper, '{"choice": "maybe"}', "/choice", "不在可选的值之中"),
        (BallotPaper, '{"choice": "agree", "home_ids": []}', "/home_ids", "至少 1 项"),
        (BallotPaper, "[]", "", "应为一组内容"),
        (Application, '{"policy": {"number": " "}}', "/policy/number", "只能用汉字"),
    ],
)
def test_a_fault_is_where_it_is(struct: type[Any], sent: str, pointer: str, said: str) -> None:
    with pytest.raises(Malformed) as refused:
        bodies.read_json(sent.encode(), struct)
    [error] = refused.value.facts["errors"]
    assert error["pointer"] == pointer and said in error["detail"]
    if pointer == "/choice":
        assert error["allowed"] == ["agree", "against", "abstain"]


def test_a_missing_body_is_said_to_be_missing() -> None:
    for sent, said in ((b"", "没有内容"), (b" \n", "没有内容"), (b"{", "不是有效的 JSON")):
        with pytest.raises(Malformed) as refused:
            bodies.read_json(sent, BallotPaper)
        assert said in refused.value.detail


def test_a_field_is_called_by_its_own_words() -> None:
    assert faults.in_chinese("Something new of a later release") == (faults.WRONG_FORM, None)
    error = msgspec.ValidationError("Expected `int`, got `str` - at `$.q`")
    fault = faults.fault_of(error, BallotPaper)
    assert (fault.pointer, fault.title) == ("/q", "查找")
