"""Entering, confirming and dropping a voucher, and reading them. R3.2."""

from datetime import date
from typing import Any
from uuid import UUID, uuid4

import msgspec

from handlers.collecting.undoing import undone
from handlers.ledger.vouchers.checking import check, postings
from handlers.ledger.vouchers.views import (
    ROW,
    Content,
    Dropping,
    NewReversal,
    NewTransfer,
    NewUnnamed,
    VoucherList,
    VoucherQuery,
    VoucherRow,
    VoucherView,
    view,
)
from handlers.paging import cut, place
from handlers.route import Context, route
from handlers.shown import at
from models import ledger
from models.base import jsonb, one, sql
from models.numbering import new_number
from rules.days import beijing_date
from rules.events.books import JournalDropped, JournalEntered, JournalPosted, JournalReversed
from rules.ledger import Journal, JournalKind
from rules.people import BOOK_READERS, CONFIRMERS, Role
from rules.refusals.asking import Malformed, NotFound, SamePerson
from rules.refusals.books import EntryNotOpen, UndoneElsewhere, VoucherInconsistent, YearShut
from rules.refusals.ledger import AlreadyReversed, InsufficientFunds, JournalNotFound
from rules.vouchers import VOUCHERS, VoucherKind


@route(
    "POST",
    "/ledger/vouchers/transfers",
    who=Role.FINANCE,
    refuses=(NotFound, VoucherInconsistent, YearShut),
)
async def enter_transfer(ctx: Context, body: NewTransfer) -> VoucherView:
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
    who=Role.FINANCE,
    refuses=(NotFound, VoucherInconsistent, YearShut),
)
async def enter_suspense(ctx: Context, body: NewUnnamed) -> VoucherView:
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
    who=Role.FINANCE,
    refuses=(JournalNotFound, UndoneElsewhere, AlreadyReversed, VoucherInconsistent, YearShut),
)
async def enter_reversal(ctx: Context, body: NewReversal) -> VoucherView:
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
    year, voucher_id = beijing_date(ctx.now).year, uuid4()
    number = await new_number("voucher", year)
    await sql(
        "INSERT INTO voucher (id, number, kind, body, effective_on, memo, state, entered_by,"
        " entered_at) VALUES ($1, $2, $3, $4::jsonb, $5, $6, 'draft', $7, $8)",
        voucher_id,
        number,
        kind,
        jsonb(content),
        effective_on,
        memo.strip(),
        ctx.id,
        ctx.now,
    )
    about = {"number": number, "kind": kind.value, "amount_fen": content.amount_fen}
    ctx.record(JournalEntered(subject_id=str(voucher_id), at=ctx.now, data=about))
    return await view(voucher_id)


@route(
    "POST",
    "/ledger/vouchers/{voucher_id}/confirmation",
    who=CONFIRMERS,
    refuses=(
        NotFound,
        EntryNotOpen,
        SamePerson,
        UndoneElsewhere,
        AlreadyReversed,
        VoucherInconsistent,
        InsufficientFunds,
        YearShut,
    ),
    status=200,
)
async def confirm_voucher(ctx: Context, voucher_id: UUID) -> VoucherView:
    """复核凭证并入账；录入人不得复核自己的凭证。R3.2、R9.3。"""
    row = await _locked(voucher_id)
    if row["entered_by"] == ctx.id:
        raise SamePerson()
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
    await sql(
        "UPDATE voucher SET state = 'posted', confirmed_by = $2, confirmed_at = $3,"
        " journal_id = $4 WHERE id = $1",
        voucher_id,
        ctx.id,
        ctx.now,
        journal_id,
    )
    about = {"number": row["number"], "journal_id": str(journal_id)}
    told = JournalReversed if kind is VoucherKind.REVERSAL else JournalPosted
    ctx.record(told(subject_id=str(voucher_id), at=ctx.now, data=about))
    return await view(voucher_id)


@route(
    "POST",
    "/ledger/vouchers/{voucher_id}/dropping",
    who=CONFIRMERS,
    refuses=(NotFound, EntryNotOpen),
    status=200,
)
async def drop_voucher(ctx: Context, voucher_id: UUID, body: Dropping) -> VoucherView:
    """作废未复核的凭证，账目不变。R3.2。"""
    row = await _locked(voucher_id)
    await sql("UPDATE voucher SET state = 'dropped' WHERE id = $1", voucher_id)
    about = {"number": row["number"]}
    why = body.why.strip()
    ctx.record(JournalDropped(subject_id=str(voucher_id), at=ctx.now, why=why, data=about))
    return await view(voucher_id)


async def _locked(voucher_id: UUID) -> dict[str, Any]:
    row = await one(
        "SELECT number, kind, body::text AS body, effective_on, memo, state, entered_by"
        " FROM voucher WHERE id = $1 FOR NO KEY UPDATE",
        voucher_id,
    )
    if row is None:
        raise NotFound()
    if row["state"] != "draft":
        raise EntryNotOpen()
    return row


@route("GET", "/ledger/vouchers", who=BOOK_READERS, refuses=(Malformed,))
async def list_vouchers(ctx: Context, query: VoucherQuery) -> VoucherList:
    """手工凭证列表，最后录入的在前。R3.2。"""
    rows = await sql(
        ROW + " WHERE (v.entered_at, v.id) < ($1, $2) AND ($3 = '' OR v.state = $3)"
        " AND ($4::text IS NULL OR v.kind = $4) ORDER BY v.entered_at DESC, v.id DESC LIMIT $5",
        *place(query.after),
        query.state,
        query.kind,
        query.limit + 1,
    )
    page, following = cut(rows, query.limit, "entered_at")
    items = []
    for row in page:
        content = msgspec.json.decode(row["body"], type=Content)
        kept = {name: row[name] for name in VoucherRow.__struct_fields__ if name in row}
        kept["amount_fen"], kept["title"] = content.amount_fen, VOUCHERS[VoucherKind(row["kind"])]
        items.append(VoucherRow(**{**kept, "entered_at": at(row["entered_at"])}))
    return VoucherList(items=items, next=following)


@route("GET", "/ledger/vouchers/{voucher_id}", who=BOOK_READERS, refuses=(NotFound,))
async def see_voucher(ctx: Context, voucher_id: UUID) -> VoucherView:
    """一张手工凭证的借贷双方。R3.2。"""
    return await view(voucher_id)
