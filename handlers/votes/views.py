"""What a vote shows: the question, who took part, one's own homes, and the result. R8.3, R8.5.

Before the close nothing leans: how many took part is told by groups, never who, nor what they said.
One's own ballot is shown to oneself alone. R8.7.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Annotated, Any, Literal
from uuid import UUID

import msgspec
from msgspec import Meta
from msgspec.structs import replace

from handlers.cases.reading import READERS
from handlers.cases.sums import OwnCollectionPart, my_shares
from handlers.lists import view_of
from handlers.roll_changes import RollChangeSince, changed_since
from handlers.route import Answer, Context, route
from handlers.shown import StoredFile, minute, stored_file
from handlers.steps import capacity, sees
from handlers.votes.entering import unsealed
from handlers.votes.served import HomeService, ServiceOutcome, home_service
from models.cases import Case
from models.files import named
from models.sealed import BALLOT_CHOICE, BALLOT_NONCE
from models.votes import reading
from rules.cases import By
from rules.parameters import PARAMETERS, Parameters, Pinned
from rules.people import CENTRE, Role
from rules.refusals.base import Refusal
from rules.refusals.votes import (
    NotRepresentative,
    OtherChannel,
    OtherLogin,
    VoteNotFound,
    VoteNotOpen,
)
from rules.votes import CHANNEL_TITLES, CHOICE_TITLES, Terms, terms_of
from rules.votes.casts import Channel, Choice
from rules.votes.terms import Purpose
from rules.words.word import OneOf, titled

SEERS = READERS | {Role.PERSON}
"""Everybody who may see some vote: a proxy's holder, or who sold meanwhile, may own nothing."""
STATE_TITLES = {"open": "表决中", "counted": "已计票", "void": "办件已终止，表决作废"}
VoteState = Annotated[Literal["open", "counted", "void"], titled(STATE_TITLES)]
VOID = "办件已终止，表决作废，不计票"
"""What there is instead of a result when the case ended first."""
BALLOT_TITLES = {
    "valid": "有效",
    "concurring": "与共有人意见一致",
    "contested": "与共有人意见不一致，该户暂不计入任何一方",
    "replaced": "已更改",
    "second": "以本人或者以另一种方式投的选票为准",
}
BallotState = Annotated[str, OneOf(BALLOT_TITLES)]
INSIDE = CENTRE - {Role.BUREAU}
"""Who is told since when the outcome was certain."""
BALLOTS_SHOWN = 100
"""Of what an owner said, shared out over the homes: who taps often, or owns much, sees of each home
what stands, and the latest before it."""


class HeadsAndArea(Answer, frozen=True):
    """人数和专有部分面积（平方厘米），按法律规定计算（R8.1）。"""

    heads: int
    area_cm2: int


class Turnout(Answer, frozen=True):
    """参与情况：人数，和面积是否达到规定；`reached` 表示人数和面积都已达到（R8.1）。

    截止前至少每新增五人（publish.min_group）才更新一次，`told_at` 为最近一次更新的时间，谁也看不到
    更细的（R8.7）；计票后以结果为准。
    """

    heads: int
    area_reached: bool
    reached: bool
    told_at: datetime | None = None


class BallotView(Answer, frozen=True):
    """本人的一张表决票：意见、方式、时间、是否有效，及其回执。

    `nonce` 与意见合成回执，可据以证明这是本人的选票（R8.5）。
    """

    ballot_id: UUID
    choice: Choice
    choice_title: str
    channel: Annotated[Channel, Meta(title="投票渠道")]
    channel_title: str
    by_proxy: bool
    cast_at: datetime
    state: BallotState
    state_title: str
    receipt: str
    nonce: str


class MyVoteHome(Answer, frozen=True):
    """本人代表的一户：可以做什么、已表达什么意见。`in_conflict` 只告知该户的业主（R2.3）；
    `pseudonym` 是该户在公布的记录中的代号；`service` 是向该户送达的登记（R8.2）。"""

    home_id: UUID
    home: Annotated[str, Meta(title="房屋")]
    area_cm2: int
    as_proxy: bool
    can_cast: bool
    why_not: str
    why_not_code: str
    in_conflict: bool
    pseudonym: str
    ballots: list[BallotView]
    service: Annotated[HomeService | None, Meta(title="送达登记", description="没有的为空")] = None


class ResultView(Answer, frozen=True):
    """计票过程，`reasons` 逐项列出；面积单位：平方厘米。R8.1 至 R8.4。

    `certain_at` 为结果已成定局的时刻，仅中心可见，以免由邻居的投票时间推知其意见（R8.5）；
    `dropped_papers` 为未及时核对的纸质票批数。`withheld_reason` 说明因参加户数过少、只向审计
    显示的原因（R12.2），否则为空文本。
    """

    passed: Annotated[bool, Meta(title="通过")]
    total: Annotated[HeadsAndArea, Meta(title="全体")]
    participating: HeadsAndArea
    agree: HeadsAndArea
    against: HeadsAndArea
    abstain: HeadsAndArea
    split_heads: int
    participating_homes: int
    conflict_homes: int
    silent_homes: int
    followed_homes: int
    dropped_papers: int
    reasons: list[str]
    service: Annotated[
        ServiceOutcome | None,
        Meta(title="送达", description="未表态不随多数的为空"),
    ] = None
    certain_at: datetime | None = None
    withheld_reason: Annotated[
        str,
        Meta(title="不公布的原因", description="参与者过少，只给审计；公布的为空"),
    ] = ""


class VoteView(Answer, frozen=True):
    """一次业主表决，内容因查看人而异。计票之前 `passed` 和 `result` 为空；参加户数过少的，除审
    计外不显示数字，由 `withheld_reason` 说明原因。须由业主出资的，`my_shares` 为本人
    房屋应承担的部分。"""

    id: UUID
    case_id: UUID
    case_number: str
    scope_id: UUID
    scope_name: str
    community: str
    round: int
    version: Annotated[int, Meta(title="方案版本")]
    state: VoteState
    state_title: str
    question: str
    documents: Annotated[list[StoredFile], Meta(title="表决材料")]
    threshold: Purpose
    participation_needed: str
    agreement_needed: str
    opened_at: datetime
    ends_at: datetime
    count_at: datetime
    homes: int
    heads: int
    area_cm2: Annotated[int, Meta(title="总面积", description="计入的专有部分面积合计")]
    roll_root: str
    record_root: str
    turnout: Turnout
    my_homes: list[MyVoteHome]
    my_shares: list[OwnCollectionPart]
    parameters: Pinned
    token: str
    paper: bool
    roll_changes: list[RollChangeSince]
    counted_at: datetime | None = None
    passed: Annotated[bool | None, Meta(title="通过", description="计票前为空")] = None
    withheld_reason: Annotated[str, Meta(title="不公布的原因", description="公布的为空")] = ""
    result: ResultView | None = None


@dataclass(frozen=True)
class SeenVote:
    """A vote with its place, its case, and in what capacity the asker stands to it."""

    row: dict[str, Any]
    case: Case
    by: By


async def vote_seen(ctx: Context, vote_id: UUID, *, voices: bool) -> SeenVote:
    """The vote, if the asker may see it. Raises VoteNotFound.

    Seen by those who see its case; with `voices` also by whoever speaks for a home of its frozen
    roll, for a sale changes nothing in a vote that runs (R2.4).
    """
    row = await reading.found(vote_id)
    if row is None:
        raise VoteNotFound()
    case = await Case.find(row["case_id"])
    by = await capacity(ctx, case)
    if not sees(ctx, case, by) and not (
        voices and ctx.who.kind == "person" and await reading.has_voice(vote_id, ctx.id)
    ):
        raise VoteNotFound()
    return SeenVote(row, case, by)


@route("GET", "/votes/{vote_id}", who=SEERS, refuses=(VoteNotFound,), etag=True)
async def get_vote(ctx: Context, vote_id: UUID) -> VoteView:
    """表决详情：事项、材料、期限、名册指纹、参与情况，本人代表的房屋和选票；计票前不显示倾向。第8节，R8.3、R8.5。"""
    return await view(ctx, vote_id)


async def view(ctx: Context, vote_id: UUID) -> VoteView:
    """The vote as the asker may see it. Raises VoteNotFound."""
    found = await vote_seen(ctx, vote_id, voices=True)
    row = found.row
    values = msgspec.json.decode(row["parameters"])
    terms = terms_of(Parameters.from_mapping(values), row["threshold"])
    result = told_result(row)
    return view_of(
        VoteView,
        row,
        state_title=STATE_TITLES[row["state"]],
        documents=await _papers(msgspec.json.decode(row["documents"], type=list[UUID])),
        participation_needed=words(values, "vote.participation"),
        agreement_needed=words(values, f"vote.{row['threshold']}"),
        turnout=turnout_of(terms, row, result),
        my_homes=await _my_homes(ctx, row),
        my_shares=await my_shares(ctx, found.case, found.case.facts()),
        paper=row["paper_at"] is not None,
        roll_changes=await roll_changes(row, ctx.now),
        passed=result.passed if result else None,
        withheld_reason=result.withheld_reason if result else "",
        result=_shown_result(ctx, result),
    )


async def roll_changes(vote: Mapping[str, Any], now: datetime) -> list[RollChangeSince]:
    """How the roll changed since it was frozen, until the count or the end. R2.10."""
    until = now if vote["state"] == "open" else vote["counted_at"] or vote["ends_at"]
    return await changed_since(vote["scope_id"], vote["opened_at"], min(now, until))


def turnout_of(terms: Terms, vote: Mapping[str, Any], result: ResultView | None) -> Turnout:
    """What is told of who took part: by the count once there is one, where silent owners may follow
    the majority and a split head may not take part; of few, what was told before. R8.1 to R8.7."""
    heads, area, enough = vote["told_heads"], vote["told_area"], terms.participation
    if result is not None:
        area = enough.met(result.participating.area_cm2, vote["area_cm2"])
        counted = result.participating.heads
        reached = area and enough.met(counted, vote["heads"])
        heads = heads if result.withheld_reason else counted
    else:
        reached = area and enough.met(heads, vote["heads"])
    told_at = minute(vote["told_at"]) if vote["told_at"] else None
    return Turnout(heads=heads, area_reached=area, reached=reached, told_at=told_at)


def told_result(row: Mapping[str, Any]) -> ResultView | None:
    """The result of a counted vote as it is kept, None before the count."""
    return msgspec.json.decode(row["result"], type=ResultView) if row["result"] else None


def without_moment(result: ResultView) -> ResultView:
    """The result without the moment of the ballot that decided. R8.5."""
    return replace(result, certain_at=None)


def _shown_result(ctx: Context, result: ResultView | None) -> ResultView | None:
    if result is None or (result.withheld_reason and not ctx.has(Role.AUDITOR)):
        return None
    return result if ctx.who.roles & INSIDE else without_moment(result)


def words(values: dict[str, Any], name: str) -> str:
    """A threshold as people read it."""
    one = next(one for one in PARAMETERS if one.name == name)
    return one.show(values[name])


async def _papers(file_ids: Sequence[UUID]) -> list[StoredFile]:
    if not file_ids:
        return []
    return [stored_file(one) for one in await named(file_ids)]


async def _my_homes(ctx: Context, vote: dict[str, Any]) -> list[MyVoteHome]:
    """The homes the asker speaks for, with the asker's own ballots and nobody else's."""
    if ctx.who.kind != "person":
        return []
    homes = await homes_of(ctx, await reading.spoken_for(vote["id"], ctx.id))
    return list(homes.values())


async def homes_of(ctx: Context, rows: Sequence[dict[str, Any]]) -> dict[UUID, MyVoteHome]:
    """The homes of a roll by their ids in these rows, with the asker's own ballots."""
    voices: dict[UUID, list[dict[str, Any]]] = {}
    for row in rows:
        voices.setdefault(row["id"], []).append(row)
    if not voices:
        return {}
    said: dict[UUID, list[dict[str, Any]]] = {}
    each = max(1, BALLOTS_SHOWN // len(voices))
    for ballot in await reading.ballots_of(list(voices), each, ctx.id):
        said.setdefault(ballot["vote_home_id"], []).append(ballot)
    return {key: _home(ctx, own, said.get(key, [])) for key, own in voices.items()}


def _home(ctx: Context, own: list[dict[str, Any]], ballots: list[dict[str, Any]]) -> MyVoteHome:
    home = own[0]
    running = home["state"] == "open" and ctx.now < home["ends_at"]
    owners = {row["owner_id"] for row in own if row["proxy_id"] is None}
    named = home["representative_id"]
    refusal: Refusal | None = None
    if not running:
        refusal = VoteNotOpen()
    elif named is not None and named not in {row["owner_id"] for row in own}:
        refusal = NotRepresentative()
    elif (fixed := _fixed(own, ballots, ctx.id)).keys() >= {
        row["owner_id"] for row in own if named in (None, row["owner_id"])
    }:
        refusal = OtherLogin() if OtherLogin in fixed.values() else OtherChannel()
    return MyVoteHome(
        home_id=home["home_id"],
        home=home["label"],
        area_cm2=home["area_cm2"],
        as_proxy=not owners,
        can_cast=refusal is None,
        why_not=str(refusal) if refusal else "",
        why_not_code=refusal.code() if refusal else "",
        in_conflict=home["contested"],
        # Whoever holds a proxy finds the row by their receipt, if it is theirs that counted.
        pseudonym=home["pseudonym"] if owners else "",
        ballots=[ballot_view(ctx, row) for row in ballots if row["mine"]],
        service=home_service(home, running) if owners else None,
    )


def _fixed(
    own: list[dict[str, Any]], ballots: list[dict[str, Any]], person_id: UUID
) -> dict[UUID, type[Refusal]]:
    """The owners whose ballot this phone changes no more, and why: it is on paper (R8.3), it was
    given in person and the phone is that of the proxy's holder (R2.6), or it is another login's of
    the same owner (R2.5)."""
    stand = [b for b in ballots if b["state"] in ("valid", "concurring", "contested")]
    voices = {row["owner_id"] for row in own if row["proxy_id"] is None}
    fixed: dict[UUID, type[Refusal]] = {}
    for b in stand:
        if b["channel"] == "paper" or (b["proxy_id"] is None and b["owner_id"] not in voices):
            fixed[b["owner_id"]] = OtherChannel
        elif b["held_by"] not in (None, person_id):
            fixed[b["owner_id"]] = OtherLogin
    return fixed


def ballot_view(ctx: Context, row: Mapping[str, Any]) -> BallotView:
    """One's own ballot as it is shown to oneself."""
    choice = unsealed(ctx.world.secrets, row["choice_cipher"], BALLOT_CHOICE.of(row["id"]))
    return view_of(
        BallotView,
        row,
        ballot_id=row["id"],
        choice=choice,
        choice_title=CHOICE_TITLES[choice],
        channel_title=CHANNEL_TITLES[row["channel"]],
        by_proxy=row["proxy_id"] is not None,
        state_title=BALLOT_TITLES[row["state"]],
        nonce=ctx.world.secrets.decrypt(bytes(row["nonce"]), BALLOT_NONCE.of(row["id"])),
    )
