"""Batches of paper ballots as they are shown: never a choice, but to who keyed it. R8.3, R8.5."""

from collections.abc import Mapping
from datetime import datetime
from functools import partial
from typing import Annotated, Any, Literal
from uuid import UUID

from msgspec import Meta

from handlers.lists import Listed, listing, page, view_of
from handlers.route import Answer, Context, Page, route
from handlers.shown import StoredFile, at
from handlers.votes.entering import line_of, unsealed
from models.votes import batches
from models.votes.locks import find_vote
from rules.people import CASE_READERS, mask_name
from rules.refusals.asking import NotFound
from rules.refusals.votes import VoteNotFound
from rules.votes.casts import Choice
from rules.words.word import OneOf, titled

STATES = {"draft": "已录入，待第二人录入核对", "confirmed": "已核对", "dropped": "已作废"}
State = Annotated[Literal["draft", "confirmed", "dropped"], titled(STATES)]
OUTCOMES = {
    "": "尚未登记",
    "valid": "已登记，计票时以本票为准",
    "concurring": "已登记，与其他共有人的表态一致",
    "contested": "已登记；与其他共有人的表态不一致，协商一致前该户不计入任何一方",
    "second": "该户已先以手机投票或者由代表表决，本票不计",
}


class PaperLineView(Answer, frozen=True):
    """一张纸质表决票：何时收到、由谁签名（已脱敏），供第二人与原件核对。`choice` 只向录入人显
    示，核对之后不再显示。"""

    nth: int
    home_id: UUID
    place: str
    received_at: datetime
    signers: list[str]
    outcome: Annotated[str, OneOf(OUTCOMES)]
    outcome_title: str
    choice: Annotated[Choice | Literal[""], Meta(description="只给录入人，复核以后为空")] = ""


class PaperBatchRow(Answer, frozen=True):
    """一批纸质表决票，不含逐张内容。"""

    id: UUID
    number: Annotated[str, Meta(title="批号")]
    state: State
    state_title: str
    lines: Annotated[int, Meta(title="选票张数")]
    entered_by_me: bool
    entered_at: datetime
    confirmed_at: datetime | None
    reason: Annotated[str, Meta(title="作废原因", description="没有作废的为空")]


class PaperBatchView(Answer, frozen=True):
    """一批纸质表决票；过了 `count_at` 不再接收。"""

    id: UUID
    vote_id: UUID
    number: Annotated[str, Meta(title="批号")]
    state: State
    state_title: str
    entered_by_me: bool
    entered_at: datetime
    confirmed_at: datetime | None
    reason: Annotated[str, Meta(title="作废原因", description="没有作废的为空")]
    count_at: datetime
    files: Annotated[list[StoredFile], Meta(title="选票影像")]
    lines: Annotated[list[PaperLineView], Meta(title="各张选票")]


class PaperBatchQuery(Page, frozen=True):
    """Which batches: of a state, or all."""

    state: State | Literal[""] = ""


@route("GET", "/ballot-batches/{batch_id}", who=CASE_READERS, refuses=(NotFound,))
async def get_ballot_batch(ctx: Context, batch_id: UUID) -> PaperBatchView:
    """一批纸质选票；选择只在核对之前对录入人显示，此后对任何人都不显示。R8.3、R8.5。"""
    return await batch_view(ctx, batch_id)


@listing(
    "/votes/{vote_id}/ballot-batches",
    who=CASE_READERS,
    refuses=(VoteNotFound,),
    export="纸质选票批次",
)
async def list_ballot_batches(
    ctx: Context, vote_id: UUID, query: PaperBatchQuery
) -> Listed[PaperBatchRow]:
    """本次表决录入的各批纸质选票。R8.3。"""
    await find_vote(vote_id)
    return await page(batches.BATCHES, query, partial(_row, ctx), vote_id=vote_id)


async def batch_view(ctx: Context, batch_id: UUID) -> PaperBatchView:
    """The batch as the asker may see it. Raises NotFound."""
    batch = await batches.find(batch_id)
    vote = await find_vote(batch["vote_id"])
    mine = batch["entered_by"] == ctx.id
    told = mine and batch["state"] == "draft"
    lines = [
        view_of(
            PaperLineView,
            row,
            signers=[mask_name(name) for name in row["names"]],
            outcome_title=OUTCOMES[row["outcome"]],
            choice=unsealed(ctx.world.secrets, row["choice_cipher"], line_of(batch_id, row["nth"]))
            if told
            else "",
        )
        for row in await batches.lines_of(batch_id)
    ]
    return view_of(
        PaperBatchView,
        batch,
        state_title=STATES[batch["state"]],
        entered_by_me=mine,
        count_at=at(vote.count_at),
        lines=lines,
    )


def _row(ctx: Context, row: Mapping[str, Any]) -> PaperBatchRow:
    return view_of(
        PaperBatchRow,
        row,
        state_title=STATES[row["state"]],
        entered_by_me=ctx.who.is_same(row["entered_by"]),
    )
