"""What is typed becomes the body that the API takes: sums whole, lists in order, nothing lost."""

from typing import Annotated
from uuid import UUID

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from console.counter.fields import Filled, body_of, fields_of
from handlers.route import Body
from rules.money import MAX_FEN, yuan


class Line(Body, frozen=True):
    """A line."""

    amount_fen: int
    home_id: UUID | None = None


class Told(Body, frozen=True):
    """A body with everything."""

    name: Annotated[str, msgspec.Meta(min_length=1)]
    area_cm2: int
    lines: list[Line]
    memo: str = ""
    agreed: bool = False
    renew: bool | None = None


@given(st.integers(min_value=-MAX_FEN, max_value=MAX_FEN))
def test_a_sum_typed_in_yuan_is_the_same_fen(fen: int) -> None:
    assert body_of(Line, {"amount_fen": [yuan(fen)]}) == {"amount_fen": fen}
    (field, _) = fields_of(Line, Filled({"amount_fen": fen}, {}))
    assert body_of(Line, {"amount_fen": [field.value]}) == {"amount_fen": fen}


def test_lists_lose_their_empty_lines_and_nothing_else() -> None:
    typed = {
        "name": [""],
        "area_cm2": ["88.2515"],
        "lines/0/amount_fen": [""],
        "lines/3/amount_fen": ["0.1"],
        "lines/10/amount_fen": ["1,000"],
        "agreed": ["true"],
        "renew": ["false"],
    }
    assert body_of(Told, typed) == {
        "name": "",
        "area_cm2": 882515,
        "lines": [{"amount_fen": 10}, {"amount_fen": 100000}],
        "agreed": True,
        "renew": False,
    }


@pytest.mark.parametrize("text", ["1.005", "一百", "1e3", "NaN", "12..3"])
def test_what_is_no_sum_is_kept_as_typed_and_said_at_its_field(text: str) -> None:
    body = body_of(Line, {"amount_fen": [text]})
    assert body == {"amount_fen": text}
    faults = {"/amount_fen": ["须为整数"]}
    (field, _) = fields_of(Line, Filled(body, faults))
    assert field.value == text and "以元为单位" in field.faults[0]
