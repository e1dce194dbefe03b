"""Witnesses of the log: named by two people, sent a head every day, signing it themselves. R12.3.

A witness keeps its private key; the Centre has the public half. It signs the very text that the
Centre signed (`head_text`), after checking that the head is consistent with the last one it kept.
"""

from collections.abc import Mapping
from datetime import datetime
from functools import partial
from typing import Annotated, Any, Literal
from uuid import UUID

import msgspec
from msgspec import Meta

from handlers.entries import Kind, entry
from handlers.lists import Listed, listing, page, view_of
from handlers.log import LogHead, shown_heads
from handlers.route import Answer, Body, Context, Page, job, route
from models import log
from models.listing import rows_of
from models.log import Witness, Witnessing, witnesses
from models.people.accounts import Account
from models.register_changes import CHANGES, WITNESS, RegisterChange
from rules.days import beijing_date
from rules.events.log import HeadSent, HeadWitnessed, WitnessEnded, WitnessNamed
from rules.events.register import WitnessProposed
from rules.log import LOG_SUBJECT
from rules.people import CENTRE_STAFF, REGISTRARS, Role
from rules.refusals.asking import NotFound
from rules.refusals.log import HeadInconsistent, NotAWitness, SignatureWrong, UnknownTreeSize
from rules.refusals.people import AlreadyDecided
from rules.signed import is_signed

TITLE = "日志见证"

WITNESSES = frozenset({Role.STREET, Role.AUDITOR})
"""Whose accounts may be a witness's: who stands outside of what the log tells of."""

Key = Annotated[str, Meta(pattern=r"^[0-9a-f]{64}$")]
Signature = Annotated[str, Meta(pattern=r"^[0-9a-f]{128}$")]
Name = Annotated[str, Meta(min_length=1, max_length=80, pattern=r"\S")]


class NewWitness(Body, frozen=True):
    """一个见证人：名称、收取每日树首的账号（街道社区或审计），以及它自己保管私钥的公钥。"""

    witness_name: Name
    account_id: UUID
    public_key: Key


class WitnessEnding(Body, frozen=True):
    """终止一个见证人的理由；已有的签名仍然有效。"""

    reason: Annotated[str, Meta(min_length=1, max_length=300, pattern=r"\S")]


class WitnessChange(Answer, frozen=True, kw_only=True):
    """见证人的一次登记或终止，复核后生效。"""

    id: UUID
    state: Literal["draft", "confirmed", "dropped"]
    ends_witness_id: Annotated[
        UUID | None, Meta(title="终止的见证人", description="登记的为空")
    ] = None
    witness_name: str
    public_key: str
    reason: Annotated[str, Meta(description="登记的为空")] = ""
    entered_at: datetime
    entered_by_me: bool
    drop_reason: str


class WitnessChangeQuery(Page, frozen=True):
    """Changes of a state."""

    state: Literal["", "draft", "confirmed", "dropped"] = ""


class PublicWitness(Answer, frozen=True):
    """一个见证人，及其最近见证的树首。"""

    witness_id: UUID
    witness_name: str
    public_key: str
    from_at: datetime
    ended_at: Annotated[datetime | None, Meta(description="仍是见证人的为空")]
    tree_size: Annotated[int | None, Meta(title="最近见证的树首", description="尚未见证过的为空")]


class HeadWitnessing(Body, frozen=True):
    """见证人对一个树首的签名。"""

    witness_signature: Signature


@route("POST", "/log/witnesses", who=Role.ADMINISTRATOR, refuses=(NotFound, AlreadyDecided))
async def propose_witness(ctx: Context, body: NewWitness) -> WitnessChange:
    """登记一个日志见证人和它的公钥，由另一人与该单位核对后复核。R1.2、R12.3。"""
    await _may_be_named(body.account_id)
    return await _propose(ctx, "witness", msgspec.to_builtins(body))


async def _may_be_named(account_id: UUID) -> None:
    account = await Account.get_or_none(id=account_id, disabled_at=None)
    if account is None or not WITNESSES & {Role(one) for one in account.roles.split(",")}:
        raise NotFound("没有该街道社区或审计账号")
    if await Witness.exists(account_id=account_id, ended_at=None):
        raise AlreadyDecided("该账号已经是见证人；换公钥先终止再登记")


@route(
    "POST",
    "/log/witnesses/{witness_id}/ending",
    who=Role.ADMINISTRATOR,
    refuses=(NotFound,),
    status=200,
)
async def propose_witness_ending(
    ctx: Context, witness_id: UUID, body: WitnessEnding
) -> WitnessChange:
    """录入终止一个见证人及理由，由另一人复核；审计随即得知。R1.2、R12.3。"""
    witness = await Witness.get_or_none(id=witness_id, ended_at=None)
    if witness is None:
        raise NotFound()
    told = {
        "ends_witness_id": str(witness_id),
        "witness_name": witness.name,
        "public_key": witness.public_key.hex(),
        "reason": body.reason.strip(),
    }
    return await _propose(ctx, "end", told)


async def _propose(ctx: Context, kind: str, body: dict[str, Any]) -> WitnessChange:
    row = await RegisterChange.create(
        kind=kind, body=body, state="draft", entered_by=ctx.id, entered_at=ctx.now
    )
    about = {"kind": kind}
    ctx.record(WitnessProposed(subject_id=str(row.id), at=ctx.now, data=about))
    return await _change(ctx, row.id)


@listing("/log/witness-changes", who=CENTRE_STAFF)
async def list_witness_changes(ctx: Context, query: WitnessChangeQuery) -> Listed[WitnessChange]:
    """见证人的登记和终止，最近录入的在前。R1.2、R12.3。"""
    return await page(CHANGES, query, partial(_shown, ctx), kinds=["witness", "end"])


async def _change(ctx: Context, change_id: UUID) -> WitnessChange:
    rows = await rows_of(CHANGES, {"id": change_id}, limit=1)
    return _shown(ctx, rows[0])


def _shown(ctx: Context, row: Mapping[str, Any]) -> WitnessChange:
    told = msgspec.json.decode(row["body"])
    told.pop("account_id", None)
    if "ends_witness_id" in told:
        told["ends_witness_id"] = UUID(told["ends_witness_id"])
    return view_of(WitnessChange, row, **told, entered_by_me=ctx.who.is_same(row["entered_by"]))


async def _confirm(ctx: Context, row: dict[str, Any]) -> None:
    """复核见证人的登记或终止；登记的须与该单位当面或以可靠方式核对过公钥。R1.2、R12.3。"""
    told = msgspec.json.decode(row["body"])
    if row["kind"] == "end":
        ended = await Witness.filter(id=told["ends_witness_id"], ended_at=None).update(
            ended_at=ctx.now
        )
        if not ended:
            raise AlreadyDecided("该见证人已经终止")
        about = told["ends_witness_id"]
        ctx.record(WitnessEnded(subject_id=about, at=ctx.now, why=told["reason"]))
        return
    body = msgspec.json.decode(row["body"], type=NewWitness)
    await _may_be_named(body.account_id)
    witness = await Witness.create(
        name=body.witness_name.strip(),
        account_id=body.account_id,
        public_key=bytes.fromhex(body.public_key),
        from_at=ctx.now,
    )
    ctx.record(WitnessNamed(subject_id=str(witness.id), at=ctx.now))


async def _drop(ctx: Context, row: dict[str, Any], reason: str) -> None:
    """作废未复核的见证人登记或终止，写明理由；录入人可撤回。R1.2。"""
    ctx.record(WitnessProposed(subject_id=str(row["id"]), at=ctx.now, why=reason))


entry(
    Kind(
        name="witness_change",
        title="日志见证人",
        path="/log/witness-changes/{change_id}",
        table=WITNESS,
        enters=frozenset({Role.ADMINISTRATOR}),
        confirms=REGISTRARS,
        readers=CENTRE_STAFF,
        confirm=_confirm,
        drop=_drop,
        view=_change,
        refuses=(NotFound, AlreadyDecided),
        fresh=True,
    )
)


@listing("/public/log/witnesses", who=Role.PUBLIC, limit="public")
async def list_log_witnesses(ctx: Context, query: Page) -> Listed[PublicWitness]:
    """日志的见证人和公钥，最近登记的在前。R12.3。"""

    def told(row: dict[str, Any]) -> PublicWitness:
        return view_of(PublicWitness, row, public_key=row["public_key"].hex())

    return await page(witnesses.WITNESSES, query, told)


@route(
    "POST",
    "/log/heads/{tree_size}/witnessing",
    who=WITNESSES,
    refuses=(UnknownTreeSize, NotAWitness, SignatureWrong, HeadInconsistent),
    status=200,
)
async def witness_log_head(ctx: Context, tree_size: int, body: HeadWitnessing) -> LogHead:
    """见证人用自己的私钥在一个树首上共同签名；与此前见证的不一致的不收。重复签名不变。R12.3。"""
    witness = await Witness.get_or_none(account_id=ctx.id, ended_at=None)
    if witness is None:
        raise NotAWitness()
    head = await log.sealed(tree_size)
    if head is None:
        raise UnknownTreeSize()
    signature = bytes.fromhex(body.witness_signature)
    if not is_signed(witness.public_key, signature, head.text):
        raise SignatureWrong()
    if not await witnesses.stands(await witnesses.last_witnessed(witness.id), head):
        raise HeadInconsistent()
    if not await Witnessing.exists(witness_id=witness.id, tree_size=tree_size):
        await Witnessing.create(
            witness_id=witness.id, tree_size=tree_size, signature=signature, at=ctx.now
        )
        data = {"tree_size": tree_size}
        ctx.record(HeadWitnessed(subject_id=str(witness.id), at=ctx.now, data=data))
    return (await shown_heads([head]))[0]


async def heads_to_send(now: datetime) -> list[str]:
    """The day whose head no witness was sent yet, if there is anybody to send it to."""
    day = beijing_date(now).isoformat()
    return [day] if await witnesses.to_send(day) else []


@job(heads_to_send)
async def send_log_head(ctx: Context, day: str) -> None:
    """每日把最新的树首送交各见证人，请其核对并共同签名。R12.3。"""
    await witnesses.one_sender()
    head = await log.head()
    if head is None or day not in await heads_to_send(ctx.now):
        return
    data = {
        "day": day,
        "tree_size": head.tree_size,
        "root_hash": head.root_hash.hex(),
        "sealed_at": head.sealed_at,
    }
    ctx.record(HeadSent(subject_id=str(LOG_SUBJECT), at=ctx.now, data=data))
