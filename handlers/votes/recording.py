"""The record of a counted vote, put together from its roll, its rows and its result. R8.5."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

import msgspec

from handlers.shown import at
from rules.parameters import Parameters
from rules.votes import RecordRow, Result, RollLine, Terms, roll_root
from rules.votes.editions import Asked, Record


def record(
    vote: Mapping[str, Any],
    homes: Iterable[Mapping[str, Any]],
    terms: Terms,
    rows: Sequence[RecordRow],
    result: Result[UUID],
    counted_at: datetime,
) -> Record:
    """The whole record; `homes` are the rows of the frozen roll in the order of `rows`.

    ValueError when the roll is not the one whose fingerprint was posted.
    """
    lines = [roll_line(home) for home in homes]
    if roll_root(lines) != vote["roll_root"]:
        raise ValueError(f"名册与公布的指纹不符：{vote['id']}")
    parameters = msgspec.json.decode(vote["parameters"])
    asked = Asked(
        vote_id=str(vote["id"]),
        question=vote["question"],
        purpose=vote["threshold"],
        round=vote["round"],
        opened_at=at(vote["opened_at"]).isoformat(),
        ends_at=at(vote["ends_at"]).isoformat(),
        counted_at=at(counted_at).isoformat(),
    )
    return Record(
        asked, terms, Parameters.from_mapping(parameters).publish_min_group, lines, rows, result
    )


def roll_line(home: Mapping[str, Any]) -> RollLine:
    """A home's line of the roll."""
    return RollLine(
        nth=home["nth"],
        pseudonym=home["pseudonym"],
        head=home["head"],
        area_cm2=home["area_cm2"],
        developer_held=home["developer_held"],
        salt=home["salt"],
    )
