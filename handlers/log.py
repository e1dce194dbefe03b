"""The tamper-evident log in the open: heads and proofs for anybody, events for the auditor. R12.3.

How a sceptic checks: keep today's head; later ask for the consistency proof from its size to the
newest and recompute both roots (SHA-256, RFC 6962). `rules/log.py` is the whole procedure.
"""

from collections.abc import Sequence
from datetime import datetime
from typing import Annotated, Any
from uuid import UUID

import msgspec
from msgspec import Meta

from handlers.event_names import EventName
from handlers.lists import Listed, cut, listing, page
from handlers.route import Answer, Context, Page, Query, route
from handlers.shown import at
from models import log
from models.log.witnesses import witnesses_of
from rules.log import EMPTY_HEAD, head_text
from rules.people import Role
from rules.refusals.log import EventNotFound, NotYetSealed, UnknownTreeSize
from rules.words.subjects import SUBJECTS
from rules.words.word import OneOf

TITLE = "日志与存证"

Size = Annotated[int, Meta(ge=1, le=2**53)]


class HeadWitness(Answer, frozen=True):
    """见证人对一个树首的签名，用其公钥核对，所签的文字与中心所签的相同。"""

    witness_name: str
    public_key: str
    witness_signature: str
    witnessed_at: datetime


class LogHead(Answer, frozen=True):
    """公布的日志树根，散列为十六进制；首次公布以前 `sealed_at` 为空。"""

    tree_size: int
    root_hash: str
    sealed_at: datetime | None
    signed_by: str
    head_signature: str
    head_text: str
    witnesses: list[HeadWitness]


class HeadQuery(Page, frozen=True):
    """All heads, or those that witnesses were sent or signed."""

    daily: Annotated[bool, Meta(title="只看见证的", description="每日送交见证人的和已见证的")] = (
        False
    )


class LogKey(Answer, frozen=True):
    """核对日志树根签名的一把公钥。"""

    key_name: str
    public_key: str


class LogKeys(Answer, frozen=True):
    """签名用的公钥，正在用的在前；请另从别处抄得一份核对。"""

    items: list[LogKey]


class LogConsistencyProof(Answer, frozen=True):
    """一致性证明：较新的日志以较早的日志开头。"""

    old: int
    old_root_hash: str
    new: int
    new_root_hash: str
    proof: Annotated[
        list[str],
        Meta(title="证明", description="RFC 6962 一致性证明，SHA-256，十六进制"),
    ]


class LogInclusionProof(Answer, frozen=True):
    """包含证明：该条记录是日志树的一片叶；叶的散列为 `SHA-256(0x00 + event_hash)`。"""

    event_id: UUID
    event_hash: str
    leaf_index: int
    tree_size: int
    root_hash: str
    proof: list[str]


class ConsistencyQuery(Query, frozen=True):
    """Two tree sizes; without the newer one the newest is meant."""

    old: Size
    new: Size | None = None


class InclusionQuery(Query, frozen=True):
    """The tree to prove it in; without it the newest."""

    size: Annotated[
        Size | None,
        Meta(title="树的大小", description="在哪一棵树中证明；不给即最新的"),
    ] = None


ACTORS = {"person": "微信用户", "account": "工作人员账号", "system": "系统", "public": "公众"}


class LogEntry(Answer, frozen=True):
    """审计所见的一条日志，及其在该对象散列链中的位置。"""

    seq: Annotated[str, Meta(description="从 1 起的全局序号，超出 2⁵³ 所以用文字")]
    event_id: UUID
    subject_kind: Annotated[str, OneOf(SUBJECTS)]
    subject_id: UUID
    kind: Annotated[EventName, Meta(title="事件", description="代码")]
    data: dict[str, Any]
    actor_kind: Annotated[str, OneOf(ACTORS)]
    actor_id: UUID | None
    roles: list[Role]
    reason: Annotated[str, Meta(title="原因", description="没有的为空")]
    request_id: str
    at: datetime
    prev_hash: str
    hash: str


class EventQuery(Page, frozen=True):
    """Which events: about a subject, of a kind, by somebody, from one moment to another."""

    subject_id: Annotated[UUID | None, Meta(description="只看关于它的记录")] = None
    kind: Annotated[str, OneOf("event"), Meta(max_length=80, title="事件", description="代码")] = ""
    actor_id: UUID | None = None
    from_at: Annotated[datetime, Meta(tz=True)] | None = None
    to_at: Annotated[datetime, Meta(tz=True)] | None = None


async def shown_heads(seals: Sequence[log.Seal]) -> list[LogHead]:
    """The heads as everybody sees them, with their witnesses."""
    found = await witnesses_of([seal.tree_size for seal in seals])
    return [
        LogHead(
            tree_size=seal.tree_size,
            root_hash=seal.root_hash.hex(),
            sealed_at=at(seal.sealed_at),
            signed_by=seal.key_name,
            head_signature=seal.signature.hex(),
            head_text=seal.text.decode(),
            witnesses=[
                HeadWitness(one.name, one.public_key.hex(), one.signature.hex(), at(one.at))
                for one in found[seal.tree_size]
            ],
        )
        for seal in seals
    ]


@route("GET", "/public/log/head", who=Role.PUBLIC, limit="public")
async def get_log_head(ctx: Context) -> LogHead:
    """防篡改日志的最新树根；留存它，日后即可验证日志未被改动。R12.3。"""
    if newest := await log.head():
        return (await shown_heads([newest]))[0]
    text = head_text(0, EMPTY_HEAD, None)
    name, signature = ctx.world.signer.sign(text)
    return LogHead(0, EMPTY_HEAD.hex(), None, name, signature.hex(), text.decode(), [])


@route("GET", "/public/log/keys", who=Role.PUBLIC, limit="public")
async def list_log_keys(ctx: Context) -> LogKeys:
    """核对树根签名的公钥。R12.3。"""
    found = ctx.world.signer.public_keys().items()
    return LogKeys(items=[LogKey(key_name=name, public_key=key.hex()) for name, key in found])


@listing("/public/log/heads", who=Role.PUBLIC, limit="public")
async def list_log_heads(ctx: Context, query: HeadQuery) -> Listed[LogHead]:
    """历次公布的树根及各见证人的签名，最新在前。R12.3。"""
    found = await cut(log.SEALS, query)
    seals = [log.Seal(*(row[name] for name in log.Seal.__slots__)) for row in found.rows]
    return found.listed(await shown_heads(seals))


@route(
    "GET", "/public/log/consistency", who=Role.PUBLIC, refuses=(UnknownTreeSize,), limit="public"
)
async def prove_log_consistency(ctx: Context, query: ConsistencyQuery) -> LogConsistencyProof:
    """一致性证明：较新的日志以较早的日志开头，期间没有改动或删除。R12.3。"""
    found = await log.consistency(query.old, query.new)
    return LogConsistencyProof(
        old=found.old_size,
        old_root_hash=found.old_root.hex(),
        new=found.new_size,
        new_root_hash=found.new_root.hex(),
        proof=[each.hex() for each in found.proof],
    )


@route(
    "GET",
    "/public/log/inclusion/{event_id}",
    who=Role.PUBLIC,
    refuses=(EventNotFound, NotYetSealed, UnknownTreeSize),
    limit="public",
)
async def prove_log_inclusion(
    ctx: Context, event_id: UUID, query: InclusionQuery
) -> LogInclusionProof:
    """包含证明：某条记录确在日志之中。R12.3。"""
    found = await log.inclusion(event_id, query.size)
    return LogInclusionProof(
        event_id=found.event_id,
        event_hash=found.event_hash.hex(),
        leaf_index=found.leaf_index,
        tree_size=found.tree_size,
        root_hash=found.root_hash.hex(),
        proof=[each.hex() for each in found.proof],
    )


@listing(
    "/log/events",
    who=Role.AUDITOR,
    export="审计记录",
    columns={
        "序号": "seq",
        "记录编号": "event_id",
        "时间": "at",
        "对象类型": "subject_kind",
        "对象": "subject_id",
        "事件": "kind",
        "身份": "roles",
        "操作人类型": "actor_kind",
        "操作人": "actor_id",
        "原因": "reason",
        "内容": lambda entry: msgspec.json.encode(entry.data).decode(),
        "请求编号": "request_id",
        "哈希": "hash",
    },
)
async def list_log_events(ctx: Context, query: EventQuery) -> Listed[LogEntry]:
    """审计查询：谁、何时、以何身份、做了什么、为什么，最新在前。R12.3。"""
    return await page(log.EVENTS, query, _entry)


def _entry(row: dict[str, Any]) -> LogEntry:
    logged = log.logged(row)
    event = logged.event
    return LogEntry(
        seq=str(logged.seq),
        event_id=event.id,
        subject_kind=event.subject_kind,
        subject_id=event.subject_id,
        kind=event.kind,
        data=dict(event.body),
        actor_kind=event.actor_kind,
        actor_id=event.actor_id,
        roles=[Role(one) for one in event.role.split(",") if one],
        reason=event.why,
        request_id=event.request_id,
        at=at(event.at),
        prev_hash=logged.prev_hash.hex(),
        hash=logged.hash.hex(),
    )
