"""What a manager has to hang up and photograph, lobby by lobby over all cases. R7.2."""

from collections.abc import Mapping
from datetime import datetime
from typing import Annotated, Any, Literal
from uuid import UUID

import msgspec
from msgspec import Meta

from handlers.cases.views import CaseDue, deadlines_shown
from handlers.lists import Listed, cut, listing, view_of
from handlers.notices.publishing import evidence_url
from handlers.route import Answer, Context, Page
from handlers.shown import at
from models.calendar import calendar
from models.postings import POSTINGS
from rules.cases import By, Facts, PostLobby, State
from rules.days import Calendar, beijing_date
from rules.flows import options, state_title
from rules.people import VISITORS, Role
from rules.words.word import titled

Posting = Annotated[
    Literal["wanted", "waiting", "posted", "refused"],
    titled(
        {
            "wanted": "待张贴",
            "waiting": "照片待核看",
            "posted": "已张贴",
            "refused": "照片被退回，须重新张贴",
        }
    ),
]


class PostingQuery(Page, frozen=True):
    """按小区、办件筛选；`wanted` 为真时只列还缺有效照片的。"""

    community_id: UUID | None = None
    case_id: UUID | None = None
    wanted: Annotated[bool, Meta(title="只看待贴", description="只列还没有有效照片的")] = False


class PostingRow(Answer, frozen=True):
    """一件公示的一个张贴处：待贴、照片待核看、已贴，或者照片被退回及其理由。

    `since_at` 为从何时起等待张贴，`due` 为办件的下一个期限；暂缓期间公示期尚未起算的，以及重新上传
    本人照片的，`can_post` 也为真。
    """

    case_id: UUID
    case_number: str
    state: State
    state_title: str
    community: str
    unit_id: UUID
    place: str
    posting: Posting
    can_post: bool
    paused: bool
    since_at: datetime
    token: str
    evidence_url: str
    due: CaseDue | None = None
    posted_at: datetime | None = None
    refused_at: datetime | None = None
    reason: str = ""


@listing("/me/postings", who=Role.MANAGER)
async def list_my_postings(ctx: Context, query: PostingQuery) -> Listed[PostingRow]:
    """物业待张贴清单：各小区在办公示的每个单元，是否还需张贴、已张贴、被退回及理由，等得最久的在前；
    暂缓期间和退回重贴的都在内。附件二(一)4，R7.2。"""
    found = await cut(POSTINGS, query, person_id=ctx.id, today=beijing_date(ctx.now))
    facts = {row["case_id"]: msgspec.json.decode(row["facts"], type=Facts) for row in found.rows}
    cal = await calendar()
    open_to_me = {key: _postable(ctx, one, cal) for key, one in facts.items()}
    return found.listed(
        [_row(ctx, row, facts[row["case_id"]], open_to_me, cal) for row in found.rows]
    )


def _postable(ctx: Context, facts: Facts, cal: Calendar) -> frozenset[str]:
    """The units whose lobby takes a photo of mine now, by the rules of the case's flow."""
    by = By(roles=VISITORS | {Role.MANAGER}, id=str(ctx.id))
    offered = options(facts, by, ctx.now, cal)
    return frozenset().union(*(one.targets for one in offered if one.act == PostLobby.__name__))


def _row(
    ctx: Context,
    row: dict[str, Any],
    facts: Facts,
    open_to_me: Mapping[UUID, frozenset[str]],
    cal: Calendar,
) -> PostingRow:
    posted = row["posted_at"] is not None
    waiting = not posted and row["waiting_at"] is not None
    sent_back = not posted and not waiting and row["refused_at"] is not None
    due = deadlines_shown(facts, cal)
    return view_of(
        PostingRow,
        row,
        state_title=state_title(facts.flow, facts.state),
        posting=_standing(posted, waiting, sent_back),
        can_post=str(row["unit_id"]) in open_to_me[row["case_id"]],
        paused=facts.state is State.PAUSED,
        evidence_url=evidence_url(ctx, row["token"]),
        due=due[0] if due else None,
        refused_at=at(row["refused_at"]) if sent_back else None,
        reason=row["reason"] if sent_back else "",
    )


def _standing(posted: bool, waiting: bool, sent_back: bool) -> Posting:
    if posted:
        return "posted"
    return "waiting" if waiting else "refused" if sent_back else "wanted"
