"""Whether a voucher may be posted: asked when it is entered and again on confirmation. R3.2."""

from datetime import date
from uuid import UUID

import msgspec

from handlers.collecting.undoing import refuse_spent
from handlers.route import Context
from models import ledger, vouchers
from models.collecting.refunds import lock_case_of
from models.deposits.locks import lock_bank
from models.ledger.years import refuse_shut
from rules.days import beijing_date
from rules.ledger import AccountKind, JournalKind, Posting
from rules.refusals.asking import NotFound
from rules.refusals.books import UndoneElsewhere, VoucherInconsistent
from rules.refusals.ledger import AlreadyReversed
from rules.vouchers import Content, VoucherKind, elsewhere, transfer, unnamed

SUSPENSE_TITLE = "待查款项"


async def check(ctx: Context, kind: VoucherKind, content: Content, effective_on: date) -> None:
    if effective_on > beijing_date(ctx.now):
        raise VoucherInconsistent("生效日期不能晚于今天")
    await refuse_shut(effective_on, ctx.now)
    if kind is VoucherKind.REVERSAL:
        await _check_reversal(content, effective_on)
    elif content.clears is not None:
        await _check_clearing(content, effective_on)
    await postings(ctx, kind, content)


async def _check_reversal(content: Content, effective_on: date) -> None:
    """The journal, locked, may be undone here and was not yet; no cleared suspense."""
    # A case before the books, as everywhere: its lock covers what was paid in for it.
    await lock_case_of(content.journal_id)
    row = await vouchers.lock_journal(content.journal_id)
    assert row is not None
    if where := elsewhere(JournalKind(row["kind"]), row["batch"] is not None):
        raise UndoneElsewhere(where)
    await refuse_spent(content.journal_id)
    if row["reversed_by"] is not None:
        raise AlreadyReversed(reversed_by=str(row["reversed_by"]))
    if effective_on < row["effective_on"]:
        raise VoucherInconsistent("冲销的生效日期不能早于原分录")
    if row["voucher"] is not None and await vouchers.cleared_fen(row["voucher"]):
        raise VoucherInconsistent("该待查款项已有清理，请先冲销清理的分录")


async def _check_clearing(content: Content, effective_on: date) -> None:
    """What is cleared is a posted suspense of the other direction, and enough of it is left."""
    row = await vouchers.lock_suspense(content.clears)
    if row is None:
        raise NotFound("没有找到要清理的待查款项")
    cleared = msgspec.json.decode(row["body"], type=Content)
    if row["state"] != "posted" or row["reversed_by"] is not None or cleared.clears is not None:
        raise VoucherInconsistent("要清理的待查款项尚未入账、已经冲销或本身就是清理")
    assert cleared.direction is not None and content.clears is not None
    if content.direction is not cleared.direction.back:
        raise VoucherInconsistent("清理的方向须与原待查款项相反")
    if effective_on < row["effective_on"]:
        raise VoucherInconsistent("清理的生效日期不能早于原待查款项")
    left_fen = cleared.amount_fen - await vouchers.cleared_fen(content.clears)
    if content.amount_fen > left_fen:
        raise VoucherInconsistent("清理金额超过待查款项的余额", left_fen=left_fen)


async def postings(ctx: Context, kind: VoucherKind, content: Content) -> tuple[Posting, ...]:
    """Both sides of what will be posted; NotFound for a bank account that is none or is closed."""
    if kind is VoucherKind.BANK_TRANSFER:
        return transfer(
            await _bank(content.from_account_id),
            await _bank(content.to_account_id),
            content.amount_fen,
        )
    if kind is VoucherKind.SUSPENSE:
        assert content.direction is not None
        bank = await _bank(content.bank_account_id)
        suspense = await ledger.ensure_account(AccountKind.SUSPENSE, None, SUSPENSE_TITLE, ctx.now)
        return unnamed(bank, suspense, content.amount_fen, content.direction)
    return ()


async def _bank(bank_account_id: UUID | None) -> UUID:
    account_id = await lock_bank(bank_account_id)
    if account_id is None:
        raise NotFound("没有该银行账户，或已销户")
    return account_id
