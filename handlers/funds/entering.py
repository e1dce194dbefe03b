"""Money of homes entered by one and confirmed by another, then posted as one journal. R3.2, R3.3.

draft -> posted (-> reversed, by a reversal of its journal)      draft -> dropped
"""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import date, datetime
from typing import Annotated, Any, Literal
from uuid import UUID

from msgspec import Meta

from handlers.banked import refuse_unbanked
from handlers.entries import Kind, entry
from handlers.funds.warnings import judge_homes
from handlers.lists import view_of
from handlers.numbers import VoucherNumber
from handlers.route import Answer, Body, Context, route
from handlers.shown import StoredFile
from models import imports, ledger
from models.funds import FundBatch, batches
from models.funds.homes import lock_homes
from models.funds.purses import fund_accounts, lock_purses, standings
from models.ledger.accounts import lock
from models.numbering import new_number
from rules.batches import Line, Standing, judge
from rules.days import beijing_date
from rules.events.books import FundDropped, FundEntered, FundPosted
from rules.funds import KINDS, LINES_MAX, FundKind, drawn, paid_in, used
from rules.ledger import AccountKind, Journal, account_code
from rules.people import CONFIRMERS, FUND_CLERKS
from rules.refusals.asking import Malformed, NotFound
from rules.refusals.books import FundLinesWrong, VoucherUsed, YearShut
from rules.refusals.ledger import InsufficientFunds
from rules.words.word import titled

SUSPENSE_TITLE = "待查款项"


STATES: Mapping[str, str] = {
    "draft": "已录入，待复核",
    "posted": "已入账",
    "reversed": "已冲销",
    "dropped": "已作废",
}
State = Annotated[Literal["draft", "posted", "reversed", "dropped"], titled(STATES)]

Fen = Annotated[int, Meta(ge=1, le=10**13)]
Payee = Annotated[str, Meta(max_length=120)]
Memo = Annotated[str, Meta(max_length=300)]


class FundEntryLine(Body, frozen=True):
    """一批收支中的一户及其金额，单位：分。"""

    home_id: UUID
    amount_fen: Annotated[Fen, Meta(description="不为零；使用和退款也填正数")]


class FundEntry(Body, frozen=True):
    """按银行凭证录入的一批维修资金收支；`effective_on` 为银行日期。

    `from_suspense` 表示此前已作为待查款项入账。
    """

    kind: FundKind
    custody_id: UUID
    effective_on: date
    voucher: VoucherNumber
    lines: Annotated[list[FundEntryLine], Meta(min_length=1, max_length=LINES_MAX, title="各户")]
    payee: Payee = ""
    memo: Memo = ""
    from_suspense: bool = False


class FundBatchView(Answer, frozen=True):
    """一批一并录入的维修资金收支；`owed_fen` 为使用时分户账不足支付的部分，单位：分。"""

    id: UUID
    number: str
    kind: FundKind
    kind_title: str
    state: State
    state_title: str
    custody_id: UUID
    custody: str
    from_suspense: bool
    effective_on: date
    voucher: str
    lines: Annotated[int, Meta(title="户数")]
    total_fen: int
    owed_fen: int
    payee: str
    memo: str
    file: StoredFile | None
    entered_by: UUID
    entered_at: datetime
    confirmed_by: UUID | None
    confirmed_at: datetime | None
    journal_id: UUID | None


def batch_view(row: Mapping[str, Any]) -> FundBatchView:
    """A batch as it is shown."""
    kind = FundKind(row["kind"])
    return view_of(FundBatchView, row, kind_title=KINDS[kind], state_title=STATES[row["state"]])


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


@route(
    "POST",
    "/fund-batches",
    who=FUND_CLERKS,
    refuses=(NotFound, FundLinesWrong, InsufficientFunds, VoucherUsed, YearShut),
)
async def enter_fund_batch(ctx: Context, body: FundEntry) -> FundBatchView:
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
    if used_before := await batches.vouchers_used(custody_id, vouchers):
        raise VoucherUsed(vouchers=used_before)


async def _store(ctx: Context, head: Head, lines: Sequence[Line]) -> UUID:
    year = beijing_date(ctx.now).year
    vouchers = list(dict.fromkeys(line.voucher for line in lines))
    named = vouchers[0] if len(vouchers) == 1 else f"{vouchers[0][:60]} 等 {len(vouchers)} 张"
    batch = await FundBatch.create(
        kind=head.kind,
        number=await new_number("fund", year),
        custody_id=head.custody_id,
        from_suspense=head.from_suspense,
        effective_on=head.on,
        voucher=named,
        total_fen=sum(line.amount_fen for line in lines),
        payee=head.payee,
        memo=head.memo,
        file_id=head.file_id,
        state="draft",
        entered_by=ctx.id,
        entered_at=ctx.now,
    )
    await batches.add_lines(batch.id, [asdict(line) for line in lines])
    return batch.id


async def batch_of(batch_id: UUID) -> FundBatchView:
    """The batch as it is shown. Raises NotFound."""
    row = await batches.batch(batch_id)
    if row is None:
        raise NotFound()
    return batch_view(row)


async def see(ctx: Context, batch_id: UUID) -> FundBatchView:
    """The batch as it is shown. Refuses NotFound."""
    return await batch_of(batch_id)


async def _share_roll(ctx: Context, batch_id: UUID) -> None:
    """What an import says of first deposits was judged before this batch: they do not cross."""
    await imports.share_roll()


async def _post(ctx: Context, batch: dict[str, Any]) -> dict[str, Any]:
    """复核维修资金收支：由录入人以外的财务或复核人员办理，整批一次入账。R3.2、R3.4。"""
    rows = await batches.lines_of(batch["id"])
    lines = [Line(nth, **row) for nth, row in enumerate(rows, start=1)]
    await lock_homes(line.home_id for line in lines)
    journal = await _journal(ctx, batch, lines)
    journal_id = await ledger.post(journal, ctx.now, ctx.who.key) if journal else None
    homes = [line.home_id for line in lines]
    if batch["kind"] == FundKind.FIRST:
        await batches.first_deposits(homes, [line.amount_fen for line in lines])
    data = {"kind": batch["kind"], "lines": len(lines), "total_fen": batch["total_fen"]}
    data["number"] = batch["number"]
    ctx.record(FundPosted(subject_id=str(batch["id"]), at=ctx.now, data=data))
    await judge_homes(ctx, homes)
    return {"journal_id": journal_id}


async def _drop(ctx: Context, batch: dict[str, Any], reason: str) -> None:
    """作废尚未复核的维修资金收支录入，须写明理由；录入人可撤回自己的录入。"""
    await batches.release_vouchers(batch["id"])
    lines = len(await batches.lines_of(batch["id"]))
    data = {"kind": batch["kind"], "lines": lines, "total_fen": batch["total_fen"]}
    data["number"] = batch["number"]
    ctx.record(FundDropped(subject_id=str(batch["id"]), at=ctx.now, why=reason, data=data))


entry(
    Kind(
        name="fund_batch",
        title="维修资金收支",
        path="/fund-batches/{batch_id}",
        table=batches.BATCH,
        enters=FUND_CLERKS,
        confirms=CONFIRMERS,
        confirm=_post,
        drop=_drop,
        view=see,
        first=_share_roll,
        refuses=(FundLinesWrong, InsufficientFunds, YearShut),
        fresh=True,
    )
)


async def _journal(ctx: Context, batch: dict[str, Any], lines: Sequence[Line]) -> Journal | None:
    """What the batch posts, judged by what the homes have now under their locks; nothing when
    every part of a use is owed."""
    kind = FundKind(batch["kind"])
    homes = [line.home_id for line in lines]
    memo = f"{KINDS[kind]} {batch['number']} 凭证 {batch['voucher']} {batch['memo']}".strip()
    told = (batch["effective_on"], f"fund:{batch['id']}", memo)
    if kind is FundKind.USE:
        bank = await batches.bank_of(batch["custody_id"])
        found = await lock_purses(homes, [bank])
        judge(kind, lines, found)
        return _use(bank, lines, found, told)
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
    return await batches.bank_of(batch["custody_id"])


async def _refuse_unknown(total_fen: int) -> None:
    """InsufficientFunds when less is waiting to be named than the batch names."""
    waiting = await ledger.balance_of(account_code(AccountKind.SUSPENSE, None))
    if waiting < total_fen:
        raise InsufficientFunds("待查款项没有这么多", available_fen=waiting, needed_fen=total_fen)
