"""Money of homes entered by one and confirmed by another, then posted as one journal. R3.2, R3.3.

draft -> posted (-> reversed, by a reversal of its journal)      draft -> dropped
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Annotated, Any
from uuid import UUID, uuid4

from msgspec import Meta
from tortoise.exceptions import IntegrityError

from handlers.banked import refuse_unbanked
from handlers.funds.purses import (
    Line,
    Standing,
    fund_accounts,
    judge,
    lock_homes,
    lock_purses,
    standings,
)
from handlers.funds.views import BATCH, BatchView, FundEntry, batch_view
from handlers.funds.warnings import judge_homes
from handlers.route import Body, Context, route
from models import imports, ledger
from models.base import one, sql
from models.ledger.accounts import lock
from models.numbering import new_number
from rules.days import beijing_date
from rules.events.books import FundDropped, FundEntered, FundPosted
from rules.funds import KINDS, FundKind, drawn, paid_in, used
from rules.ledger import AccountKind, Journal, account_code
from rules.people import CONFIRMERS, FUND_CLERKS
from rules.refusals.asking import Malformed, NotFound, SamePerson
from rules.refusals.books import EntryNotOpen, FundLinesWrong, VoucherUsed, YearShut
from rules.refusals.cases import ReasonMissing
from rules.refusals.ledger import InsufficientFunds

SUSPENSE_TITLE = "待查款项"


@dataclass(frozen=True)
class Head:
    """What the lines of a batch have in common."""

    kind: FundKind
    custody_id: UUID
    on: date
    payee: str = ""
    memo: str = ""
    from_suspense: bool = False
    file_id: UUID | None = None


class WithReason(Body, frozen=True):
    """Why."""

    reason: Annotated[str, Meta(max_length=300)]


@route(
    "POST",
    "/fund-batches",
    who=FUND_CLERKS,
    refuses=(NotFound, FundLinesWrong, InsufficientFunds, VoucherUsed, YearShut),
)
async def enter_funds(ctx: Context, body: FundEntry) -> BatchView:
    """逐户录入维修资金的首期交存、续筹、使用或退款，待另一人复核后入账。第6节，R3.2。"""
    head = Head(
        body.kind,
        body.custody_id,
        body.effective_on,
        body.payee.strip(),
        body.memo.strip(),
        body.from_suspense,
    )
    given = enumerate(body.lines, start=1)
    lines = [Line(nth, one.home_id, one.amount_fen, body.voucher.strip()) for nth, one in given]
    return await batch_of(await take_in(ctx, head, lines))


async def take_in(ctx: Context, head: Head, lines: Sequence[Line]) -> UUID:
    """The batch waits for somebody else's confirmation; its id. Nothing is posted yet.

    Refuses Malformed for a day to come or a use out of suspense, YearShut, NotFound for a bank
    account that is not there or closed, VoucherUsed, and what `judge` refuses.
    """
    if head.from_suspense and head.kind is FundKind.USE:
        raise Malformed(errors=[{"pointer": "/from_suspense", "detail": "使用不能从待查款项支出"}])
    # One entry after the other for an account: two of the same voucher do not pass each other.
    await refuse_unbanked(ctx, head.custody_id, head.on, alone=True)
    await _refuse_vouchers(head.custody_id, sorted({line.voucher for line in lines}))
    judge(head.kind, lines, await standings({line.home_id for line in lines}))
    batch_id = await _store(ctx, head, lines)
    data = {"kind": head.kind, "lines": len(lines), "total_fen": sum(x.amount_fen for x in lines)}
    ctx.record(FundEntered(subject_id=str(batch_id), at=ctx.now, data=data))
    return batch_id


async def _refuse_vouchers(custody_id: UUID, vouchers: Sequence[str]) -> None:
    known = await sql(
        "SELECT DISTINCT l.voucher FROM fund_line l JOIN fund_batch b ON b.id = l.batch_id"
        " WHERE l.live AND l.voucher = ANY($2) AND b.custody_id = $1 ORDER BY l.voucher LIMIT 20",
        custody_id,
        list(vouchers),
    )
    if known:
        raise VoucherUsed(vouchers=[row["voucher"] for row in known])


async def _store(ctx: Context, head: Head, lines: Sequence[Line]) -> UUID:
    batch_id, year = uuid4(), beijing_date(ctx.now).year
    vouchers = list(dict.fromkeys(line.voucher for line in lines))
    named = vouchers[0] if len(vouchers) == 1 else f"{vouchers[0][:60]} 等 {len(vouchers)} 张"
    await sql(
        "INSERT INTO fund_batch (id, kind, number, custody_id, from_suspense, effective_on,"
        " voucher, total_fen, payee, memo, file_id, state, entered_by, entered_at)"
        " VALUES ($1,$2,$3,$4,$5,$6,$7,$8,$9,$10,$11,'draft',$12,$13)",
        batch_id,
        head.kind,
        await new_number("fund", year),
        head.custody_id,
        head.from_suspense,
        head.on,
        named,
        sum(line.amount_fen for line in lines),
        head.payee,
        head.memo,
        head.file_id,
        ctx.id,
        ctx.now,
    )
    try:
        await sql(
            "INSERT INTO fund_line (id, batch_id, home_id, amount_fen, owed_fen, voucher, live)"
            " SELECT gen_random_uuid(), $1, l.*, true"
            " FROM unnest($2::uuid[], $3::bigint[], $4::bigint[], $5::text[]) AS l",
            batch_id,
            [line.home_id for line in lines],
            [line.amount_fen for line in lines],
            [line.owed_fen for line in lines],
            [line.voucher for line in lines],
        )
    except IntegrityError as error:
        # The same home by the same voucher of another of our accounts.
        raise VoucherUsed() from error
    return batch_id


async def batch_of(batch_id: UUID) -> BatchView:
    """The batch as it is shown. Raises NotFound."""
    row = await one(f"{BATCH} WHERE b.id = $1", batch_id)
    if row is None:
        raise NotFound()
    return batch_view(row)


@route(
    "POST",
    "/fund-batches/{batch_id}/confirmation",
    who=CONFIRMERS,
    status=200,
    refuses=(NotFound, SamePerson, EntryNotOpen, FundLinesWrong, InsufficientFunds, YearShut),
)
async def confirm_funds(ctx: Context, batch_id: UUID) -> BatchView:
    """复核维修资金收支：由录入人以外的财务或复核人员办理，整批一次入账。R3.2、R3.4。"""
    # What an import says of first deposits was judged before this batch: they do not cross.
    await imports.share_roll()
    batch = await _draft(batch_id)
    if batch["entered_by"] == ctx.id:
        raise SamePerson()
    lines = await _lines(batch_id)
    await lock_homes(line.home_id for line in lines)
    journal = await _journal(ctx, batch, lines)
    journal_id = await ledger.post(journal, ctx.now, ctx.who.key) if journal else None
    if batch["kind"] == FundKind.FIRST:
        await _first_deposits(lines)
    await sql(
        "UPDATE fund_batch SET state = 'posted', confirmed_by = $2, confirmed_at = $3,"
        " journal_id = $4 WHERE id = $1",
        batch_id,
        ctx.id,
        ctx.now,
        journal_id,
    )
    data = {"kind": batch["kind"], "lines": len(lines), "total_fen": batch["total_fen"]}
    data["number"] = batch["number"]
    ctx.record(FundPosted(subject_id=str(batch_id), at=ctx.now, data=data))
    await judge_homes(ctx, [line.home_id for line in lines])
    return await batch_of(batch_id)


async def _draft(batch_id: UUID) -> dict[str, Any]:
    """The batch, its row locked. Raises NotFound, EntryNotOpen."""
    batch = await one(
        "SELECT b.*, c.account_id FROM fund_batch b JOIN bank_account c ON c.id = b.custody_id"
        " WHERE b.id = $1 FOR NO KEY UPDATE OF b",
        batch_id,
    )
    if batch is None:
        raise NotFound()
    if batch["state"] != "draft":
        raise EntryNotOpen()
    return batch


async def _lines(batch_id: UUID) -> list[Line]:
    rows = await sql(
        "SELECT l.home_id, l.amount_fen, l.voucher, l.owed_fen FROM fund_line l"
        " JOIN home h ON h.id = l.home_id WHERE l.batch_id = $1 ORDER BY h.code",
        batch_id,
    )
    return [Line(nth, **row) for nth, row in enumerate(rows, start=1)]


async def _journal(ctx: Context, batch: dict[str, Any], lines: Sequence[Line]) -> Journal | None:
    """What the batch posts, judged by what the homes have now under their locks; nothing when
    every part of a use is owed."""
    kind = FundKind(batch["kind"])
    homes = [line.home_id for line in lines]
    memo = f"{KINDS[kind]} {batch['number']} 凭证 {batch['voucher']} {batch['memo']}".strip()
    told = (batch["effective_on"], f"fund:{batch['id']}", memo)
    if kind is FundKind.USE:
        found = await lock_purses(homes, [batch["account_id"]])
        judge(kind, lines, found)
        return _use(batch["account_id"], lines, found, told)
    funds = await fund_accounts(homes, ctx.now)
    source = await _source(ctx, batch)
    await lock([source, *funds.values()])
    judge(kind, lines, await standings(homes))
    if batch["from_suspense"]:
        await _refuse_unknown(batch["total_fen"])
    return paid_in(source, [(funds[line.home_id], line.amount_fen) for line in lines], *told)


def _use(
    bank: UUID, lines: Sequence[Line], found: dict[UUID, Standing], told: tuple[date, str, str]
) -> Journal | None:
    debits = [
        debit
        for line in lines
        if line.amount_fen
        for debit in drawn(found[line.home_id].purse, line.amount_fen)
    ]
    return used(bank, debits, *told) if debits else None


async def _source(ctx: Context, batch: dict[str, Any]) -> UUID:
    if batch["from_suspense"]:
        return await ledger.ensure_account(AccountKind.SUSPENSE, None, SUSPENSE_TITLE, ctx.now)
    return UUID(str(batch["account_id"]))


async def _refuse_unknown(total_fen: int) -> None:
    """InsufficientFunds when less is waiting to be named than the batch names."""
    row = await one(
        "SELECT balance_fen FROM ledger_account WHERE code = $1",
        account_code(AccountKind.SUSPENSE, None),
    )
    waiting = row["balance_fen"] if row else 0
    if waiting < total_fen:
        raise InsufficientFunds("待查款项没有这么多", available_fen=waiting, needed_fen=total_fen)


async def _first_deposits(lines: Sequence[Line]) -> None:
    await sql(
        "UPDATE home h SET first_deposit_fen = l.fen"
        " FROM unnest($1::uuid[], $2::bigint[]) AS l(home_id, fen) WHERE h.id = l.home_id",
        [line.home_id for line in lines],
        [line.amount_fen for line in lines],
    )


@route(
    "POST",
    "/fund-batches/{batch_id}/dropping",
    who=FUND_CLERKS | CONFIRMERS,
    status=200,
    refuses=(NotFound, EntryNotOpen, ReasonMissing),
)
async def drop_funds(ctx: Context, batch_id: UUID, body: WithReason) -> BatchView:
    """作废尚未复核的维修资金收支录入，须写明理由。"""
    if not body.reason.strip():
        raise ReasonMissing()
    await _draft(batch_id)
    await sql("UPDATE fund_batch SET state = 'dropped' WHERE id = $1", batch_id)
    await sql("UPDATE fund_line SET live = false WHERE batch_id = $1", batch_id)
    ctx.record(FundDropped(subject_id=str(batch_id), at=ctx.now, why=body.reason.strip()))
    return await batch_of(batch_id)
