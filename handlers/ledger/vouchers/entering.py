"""Entering, confirming and dropping a voucher. R3.2."""

from datetime import date
from typing import Annotated, Any
from uuid import UUID

import msgspec
from msgspec import Meta

from handlers.collecting.undoing import undone
from handlers.entries import Kind, entry
from handlers.ledger.vouchers.checking import check, postings
from handlers.ledger.vouchers.reading import VoucherView, see
from handlers.route import Body, Context, route
from models import ledger, vouchers
from models.numbering import new_number
from models.vouchers import Voucher
from rules.days import beijing_date
from rules.events.books import JournalDropped, JournalEntered, JournalPosted, JournalReversed
from rules.ledger import AMOUNT_MAX_FEN, Journal, JournalKind
from rules.people import CONFIRMERS, Role
from rules.refusals.asking import NotFound
from rules.refusals.books import UndoneElsewhere, VoucherInconsistent, YearShut
from rules.refusals.ledger import AlreadyReversed, InsufficientFunds, JournalNotFound
from rules.vouchers import CashDirection, Content, VoucherKind

ENTERS = frozenset({Role.FINANCE})
Amount = Annotated[int, Meta(ge=1, le=AMOUNT_MAX_FEN)]
Memo = Annotated[str, Meta(min_length=1, max_length=300, pattern=r"\S")]


class TransferVoucher(Body, frozen=True):
    """中心的银行账户之间的划转，以银行日期为准。"""

    from_account_id: Annotated[UUID, Meta(description="银行账户的标识")]
    to_account_id: Annotated[UUID, Meta(description="银行账户的标识")]
    amount_fen: Amount
    effective_on: date
    memo: Memo


class SuspenseVoucher(Body, frozen=True):
    """暂时无法辨明的收款或付款；`clears` 指明要退回（收回）的原待查凭证，可以只退回（收回）一部
    分。"""

    bank_account_id: UUID
    direction: CashDirection
    amount_fen: Amount
    effective_on: date
    memo: Memo
    clears: UUID | None = None


class ReversalVoucher(Body, frozen=True):
    """要冲销的凭证、生效日期和理由。"""

    journal_id: Annotated[UUID, Meta(description="要冲销的那一笔")]
    effective_on: date
    memo: Annotated[Memo, Meta(title="冲销理由")]


@route(
    "POST",
    "/ledger/vouchers/transfers",
    who=ENTERS,
    refuses=(NotFound, VoucherInconsistent, YearShut),
)
async def enter_transfer_voucher(ctx: Context, body: TransferVoucher) -> VoucherView:
    """录入银行账户间的转账，待另一人复核后入账。R3.2。"""
    if body.from_account_id == body.to_account_id:
        raise VoucherInconsistent("转出与转入须为不同的银行账户")
    content = Content(
        amount_fen=body.amount_fen,
        from_account_id=body.from_account_id,
        to_account_id=body.to_account_id,
    )
    return await _enter(ctx, VoucherKind.BANK_TRANSFER, content, body.effective_on, body.memo)


@route(
    "POST",
    "/ledger/vouchers/suspense",
    who=ENTERS,
    refuses=(NotFound, VoucherInconsistent, YearShut),
)
async def enter_suspense_voucher(ctx: Context, body: SuspenseVoucher) -> VoucherView:
    """录入暂时无法辨明的收款或付款，或将其退回、收回，待另一人复核后入账。R3.9。"""
    content = Content(
        amount_fen=body.amount_fen,
        bank_account_id=body.bank_account_id,
        direction=body.direction,
        clears=body.clears,
    )
    return await _enter(ctx, VoucherKind.SUSPENSE, content, body.effective_on, body.memo)


@route(
    "POST",
    "/ledger/vouchers/reversals",
    who=ENTERS,
    refuses=(JournalNotFound, UndoneElsewhere, AlreadyReversed, VoucherInconsistent, YearShut),
)
async def enter_reversal_voucher(ctx: Context, body: ReversalVoucher) -> VoucherView:
    """申请冲销一笔分录并说明原因，待另一人复核后入账；由业务流程产生的分录在该流程中更正。R3.2。"""
    original = await ledger.journal_of(body.journal_id)
    total_fen = sum(max(line.amount_fen, 0) for line in original.postings)
    content = Content(amount_fen=total_fen, journal_id=body.journal_id)
    return await _enter(ctx, VoucherKind.REVERSAL, content, body.effective_on, body.memo)


async def _enter(
    ctx: Context, kind: VoucherKind, content: Content, effective_on: date, memo: str
) -> VoucherView:
    """The voucher waits for another's confirmation; refuses what could not be posted today."""
    await check(ctx, kind, content, effective_on)
    voucher = await Voucher.create(
        number=await new_number("voucher", beijing_date(ctx.now).year),
        kind=kind,
        body=msgspec.to_builtins(content),
        effective_on=effective_on,
        memo=memo.strip(),
        state="draft",
        entered_by=ctx.id,
        entered_at=ctx.now,
    )
    about = {"number": voucher.number, "kind": kind.value, "amount_fen": content.amount_fen}
    ctx.record(JournalEntered(subject_id=str(voucher.id), at=ctx.now, data=about))
    return await see(ctx, voucher.id)


async def _post(ctx: Context, row: dict[str, Any]) -> dict[str, Any]:
    """复核凭证并入账；录入人不得复核自己的凭证。R3.2、R9.3。"""
    kind, effective_on = VoucherKind(row["kind"]), row["effective_on"]
    content = msgspec.json.decode(row["body"], type=Content)
    await check(ctx, kind, content, effective_on)
    if kind is VoucherKind.REVERSAL:
        assert content.journal_id is not None
        journal_id = await ledger.reverse(
            content.journal_id, effective_on, ctx.now, ctx.who.key, row["memo"]
        )
        await undone(ctx, content.journal_id)
    else:
        reference = f"voucher:{row['number']}"
        lines = await postings(ctx, kind, content)
        journal = Journal(JournalKind(kind.value), lines, effective_on, reference, row["memo"])
        journal_id = await ledger.post(journal, ctx.now, ctx.who.key)
    about = {"number": row["number"], "journal_id": str(journal_id)}
    posted = JournalReversed if kind is VoucherKind.REVERSAL else JournalPosted
    ctx.record(posted(subject_id=str(row["id"]), at=ctx.now, data=about))
    return {"journal_id": journal_id}


async def _drop(ctx: Context, row: dict[str, Any], reason: str) -> None:
    """作废未复核的凭证，账目不变；录入人可撤回自己的凭证。R3.2。"""
    about = {"number": row["number"]}
    ctx.record(JournalDropped(subject_id=str(row["id"]), at=ctx.now, why=reason, data=about))


entry(
    Kind(
        name="voucher",
        title="记账凭证",
        path="/ledger/vouchers/{voucher_id}",
        table=vouchers.VOUCHER,
        enters=ENTERS,
        confirms=CONFIRMERS,
        confirm=_post,
        drop=_drop,
        view=see,
        refuses=(
            UndoneElsewhere,
            AlreadyReversed,
            VoucherInconsistent,
            InsufficientFunds,
            YearShut,
        ),
        fresh=True,
    )
)
