"""Batches of paper ballots as they are shown: never a choice, but to who keyed it. R8.3, R8.5."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any, Literal
from uuid import UUID

from handlers.route import Answer, Context
from handlers.shown import at, maybe
from handlers.votes.sealing import unsealed
from models.votes import batches
from models.votes.papers import find_vote
from rules.people import mask_name

STATES = {"draft": "已录入，待第二人录入核对", "confirmed": "已核对", "dropped": "已作废"}
OUTCOMES = {
    "": "",
    "valid": "已登记，计票时以本票为准",
    "concurring": "已登记，与其他共有人的表态一致",
    "contested": "已登记；与其他共有人的表态不一致，协商一致前该户不计入任何一方",
    "second": "该户已先以手机投票或者由代表表决，本票不计",
}


class PaperLineView(Answer, frozen=True):
    """A line: when it was received and who signed it, masked, for the second person to compare
    with the paper. `choice` is there only for who entered it, and only until it is confirmed."""

    nth: int
    home_id: UUID
    place: str
    received_at: datetime
    signers: list[str]
    outcome: str
    outcome_title: str
    choice: str = ""


class PaperBatchRow(Answer, frozen=True):
    """A batch without its lines."""

    id: UUID
    number: str
    state: Literal["draft", "confirmed", "dropped"]
    state_title: str
    lines: int
    entered_by_me: bool
    entered_at: datetime
    confirmed_at: datetime | None
    reason: str


class PaperBatchView(Answer, frozen=True):
    """A batch; `count_at` is the moment after which nothing more is taken."""

    id: UUID
    vote_id: UUID
    number: str
    state: Literal["draft", "confirmed", "dropped"]
    state_title: str
    entered_by_me: bool
    entered_at: datetime
    confirmed_at: datetime | None
    reason: str
    count_at: datetime
    file_ids: list[UUID]
    lines: list[PaperLineView]


class PaperBatchList(Answer, frozen=True):
    """Batches, the newest first."""

    items: list[PaperBatchRow]
    next: str


async def batch_view(ctx: Context, batch_id: UUID) -> PaperBatchView:
    """The batch as the asker may see it. Raises NotFound."""
    batch = await batches.find(batch_id)
    vote = await find_vote(batch["vote_id"])
    mine = batch["entered_by"] == ctx.id
    told = mine and batch["state"] == "draft"
    lines = [
        PaperLineView(
            nth=row["nth"],
            home_id=row["home_id"],
            place=row["place"],
            received_at=at(row["received_at"]),
            signers=[mask_name(name) for name in row["names"]],
            outcome=row["outcome"],
            outcome_title=OUTCOMES[row["outcome"]],
            choice=unsealed(ctx.world.secrets, row["choice_cipher"]) if told else "",
        )
        for row in await batches.lines_of(batch_id)
    ]
    return PaperBatchView(
        id=batch["id"],
        vote_id=vote.id,
        number=batch["number"],
        state=batch["state"],
        state_title=STATES[batch["state"]],
        entered_by_me=mine,
        entered_at=at(batch["entered_at"]),
        confirmed_at=maybe(batch["confirmed_at"]),
        reason=batch["reason"],
        count_at=at(vote.count_at),
        file_ids=batch["files"],
        lines=lines,
    )


def batch_row(ctx: Context, row: Mapping[str, Any]) -> PaperBatchRow:
    return PaperBatchRow(
        id=row["id"],
        number=row["number"],
        state=row["state"],
        state_title=STATES[row["state"]],
        lines=row["lines"],
        entered_by_me=row["entered_by"] == ctx.id,
        entered_at=at(row["entered_at"]),
        confirmed_at=maybe(row["confirmed_at"]),
        reason=row["reason"],
    )
