"""A vote in the open: the question, who took part, the result, the record to recount. R8.5, R12.2.

Anybody gets the public edition of a counted vote's record. Owners and whoever else sees the vote
get the same: in the full one a neighbour who knows a home by its size would read what its owner
said. The full edition is the auditor's, who checks the sums of what is withheld.
"""

from collections import OrderedDict
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Annotated, Any
from uuid import UUID

import msgspec
from msgspec import Meta

from handlers.route import Answer, Context, Query, route
from handlers.votes.counting import opened, record, record_of
from handlers.votes.views import SEERS, VOID, vote_seen
from models.votes import reading
from papers.blob import Blob
from rules.people import Role
from rules.refusals.votes import BallotNotFound, VoteNotFound, VoteRunning
from rules.votes import RecordRow, tally
from rules.votes.editions import Edition, Record
from rules.votes.record import RECORD_TITLES, Proofs
from rules.words.word import OneOf

# A file to be kept as it is, byte for byte.
BYTES = "application/octet-stream"
MOST_KEPT = 8


@dataclass
class Kept:
    """A counted vote's record with the editions made of it so far; none of it ever changes."""

    told: Record
    rows: Proofs
    roll: Proofs
    made: dict[Edition, bytes] = field(default_factory=dict)

    def edition(self, which: Edition) -> bytes:
        """The document, encoded once."""
        if which not in self.made:
            self.made[which] = msgspec.json.encode(self.told.published(which))
        return self.made[which]


_kept: OrderedDict[UUID, Kept] = OrderedDict()


async def kept(ctx: Context, vote: Mapping[str, Any]) -> Kept:
    """The record of a vote. Raises VoteRunning until it is counted.

    ValueError when the tables do not give the record whose fingerprint was told.
    """
    if vote["state"] != "counted":
        raise VoteRunning(VOID if vote["state"] == "void" else "")
    found = _kept.get(vote["id"])
    if found is None:
        box = await opened(ctx.world.secrets, vote)
        result = tally(box.roll, box.casts, box.terms)
        rows = record_of(box, result)
        told = record(vote, box.homes.values(), box.terms, rows, result, vote["counted_at"])
        if told.root() != vote["record_root"]:
            raise ValueError(f"计票记录与公布的指纹不符：{vote['id']}")
        roll = Proofs([line.leaf() for line in told.lines])
        found = _kept[vote["id"]] = Kept(told, Proofs(told.leaves()), roll)
        while len(_kept) > MOST_KEPT:
            _kept.popitem(last=False)
    _kept.move_to_end(vote["id"])
    return found


def _file(content: bytes, vote_id: UUID) -> Blob:
    return Blob(content, BYTES, f"vote-{vote_id}.json")


@route(
    "GET",
    "/public/votes/{token}/record.json",
    who=Role.PUBLIC,
    refuses=(VoteNotFound, VoteRunning),
    etag=True,
    blob=(BYTES,),
    limit="public",
)
async def download_public_vote_record(ctx: Context, token: str) -> Blob:
    """计票记录（公开版），任何人可下载并用复算脚本重新计票；可辨认的房屋隐去面积。R8.5、R12.2。"""
    vote = await reading.by_token(token)
    if vote is None:
        raise VoteNotFound()
    return _file((await kept(ctx, vote)).edition("public"), vote["id"])


@route(
    "GET",
    "/votes/{vote_id}/record",
    who=SEERS,
    refuses=(VoteNotFound, VoteRunning),
    etag=True,
    blob=(BYTES,),
)
async def download_vote_record(ctx: Context, vote_id: UUID) -> Blob:
    """计票记录：审计为完整版，可核对隐去部分的合计；其他人与公开版相同。R8.5、R12.2。"""
    vote = (await vote_seen(ctx, vote_id, voices=True)).row
    which: Edition = "full" if ctx.has(Role.AUDITOR) else "public"
    return _file((await kept(ctx, vote)).edition(which), vote_id)


class ReceiptQuery(Query, frozen=True):
    """A receipt; without one the rows of one's own homes are meant, by their `nth` after one."""

    receipt: Annotated[str, Meta(max_length=64, description="不给即查本人各户")] = ""
    after: Annotated[int, Meta(ge=0, le=2**31, description="上一页最后一行的序号")] = 0
    limit: Annotated[int, Meta(ge=1, le=200)] = 50


class VoteInclusionItem(Answer, frozen=True):
    """一户在计票记录中的一行及其证明：`SHA-256(0x00 + line)` 是共有 `size` 片叶的树（RFC 6962）
    的第 `index` 片，树根即张贴的指纹。`counted` 为计入的选票的回执，`beside` 为意见相同或未能认
    定的。

    本人的房屋另附名册中的一行及其证明，其他房屋为空。
    """

    pseudonym: str
    nth: int
    state: Annotated[str, OneOf(RECORD_TITLES), Meta(title="计票状态")]
    counted: str
    beside: list[str]
    line: str
    index: int
    size: Annotated[int, Meta(title="记录行数")]
    proof: list[str]
    roll_line: str
    roll_size: int
    roll_proof: list[str]


class VoteInclusion(Answer, frozen=True):
    """选票和名册的证明，可与张贴的两个指纹核对。"""

    vote_id: UUID
    roll_root: str
    record_root: str
    items: Annotated[list[VoteInclusionItem], Meta(title="记录与证明")]
    next: str


@route(
    "GET",
    "/votes/{vote_id}/inclusion",
    who=SEERS,
    refuses=(VoteNotFound, VoteRunning, BallotNotFound),
)
async def prove_vote_inclusion(ctx: Context, vote_id: UUID, query: ReceiptQuery) -> VoteInclusion:
    """凭回执（或为本人的房屋）取得选票在计票记录中的证明，可与张贴的记录指纹核对。R8.5。"""
    vote = (await vote_seen(ctx, vote_id, voices=True)).row
    found = await kept(ctx, vote)
    own = await _own(ctx, vote_id)
    receipt = query.receipt.strip().lower()
    chosen = [
        place
        for place, row in enumerate(found.told.rows)
        if place >= query.after and _matches(row, receipt, own, found.told.outcome_only)
    ]
    page = chosen[: query.limit]
    if receipt and not chosen:
        raise BallotNotFound("计票记录中没有这张回执：改投过的请用最后一次的回执")
    return VoteInclusion(
        vote_id=vote_id,
        roll_root=vote["roll_root"],
        record_root=vote["record_root"],
        items=[_included(found, place, own) for place in page],
        next=str(page[-1] + 1) if len(chosen) > query.limit else "",
    )


async def _own(ctx: Context, vote_id: UUID) -> set[str]:
    """The pseudonyms of the homes that the asker is an owner of; whoever holds a proxy is not."""
    if ctx.who.kind != "person":
        return set()
    rows = await reading.spoken_for(vote_id, ctx.id)
    return {row["pseudonym"] for row in rows if row["proxy_id"] is None}


def _matches(row: RecordRow, receipt: str, own: set[str], outcome_only: bool) -> bool:
    """Whether a row is asked for, and may be told: where the rows are not public, one's own."""
    if not receipt:
        return row.pseudonym in own
    held = receipt == row.receipt or receipt in row.also
    return held and (row.pseudonym in own or not outcome_only)


def _included(found: Kept, place: int, own: set[str]) -> VoteInclusionItem:
    row, line = found.told.rows[place], found.told.lines[place]
    mine = row.pseudonym in own
    return VoteInclusionItem(
        pseudonym=row.pseudonym,
        nth=line.nth,
        state=row.state,
        counted=row.receipt,
        beside=list(row.also),
        line=row.text(),
        index=place,
        size=found.rows.size,
        proof=found.rows.of(place),
        roll_line=line.text() if mine else "",
        roll_size=found.roll.size,
        roll_proof=found.roll.of(place) if mine else [],
    )
