"""Money that owners pay in for a case: entered by one, posted once another confirmed it. R3.2.

draft -> posted (-> reversed, by a reversal of its journal)      draft -> dropped
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Annotated, Any, Literal
from uuid import UUID

from msgspec import Meta
from tortoise.exceptions import IntegrityError

from handlers.banked import refuse_unbanked
from handlers.cases.papers import attach
from handlers.entries import Kind, entry
from handlers.lists import Listed, listing, page, view_of
from handlers.numbers import VoucherNumber
from handlers.route import Answer, Body, Context, Page, route
from handlers.shown import StoredFile
from handlers.steps import locked, seen, take
from models import ledger
from models.cases import Case
from models.collecting import receipts
from models.collecting.receipts import book_of
from models.ids import new_id
from models.numbering import new_numbers
from models.premiums import Fund, fund_of
from models.shares import paid_by_home, paid_of, shares_now
from rules.cases import By, Facts, Gather
from rules.cases import State as CaseState
from rules.collecting import METHODS, ReceiptMethod, received
from rules.days import beijing_date
from rules.entries import may_be_confirmed
from rules.events.votes import ReceiptDropped, ReceiptEntered, ReceiptPosted
from rules.flows import flow_of, row_for, state_title
from rules.flows.money import Purse
from rules.funds import LINES_MAX
from rules.people import CONFIRMERS, DESK_READERS, FUND_CLERKS
from rules.refusals.asking import AccountWaits, CaseNotFound, Malformed, NotFound, SamePerson
from rules.refusals.books import EntryNotOpen, VoucherUsed, YearShut
from rules.refusals.cases import NotAllowedNow
from rules.refusals.votes import TooMuch
from rules.words.word import titled

STATES: Mapping[str, str] = {
    "draft": "已录入，待复核",
    "posted": "已入账",
    "dropped": "已作废",
    "reversed": "已冲销",
}
State = Annotated[Literal["draft", "posted", "dropped", "reversed"], titled(STATES)]

Fen = Annotated[int, Meta(ge=1, le=100_000_000_00)]


class ReceiptBody(Body, frozen=True):
    """一户缴来的保费，以银行单据或收据为凭；`effective_on` 为银行日期。独立产权人的缴存不填房
    屋。"""

    amount_fen: Fen
    method: Annotated[Literal["cash", "transfer"], Meta(title="收款方式")]
    custody_id: UUID
    effective_on: Annotated[date, Meta(title="收款日期", description="银行办理的日期")]
    voucher: VoucherNumber
    home_id: Annotated[UUID | None, Meta(description="独立产权人缴存的不填")] = None
    file_id: UUID | None = None


class ReceiptsConfirmation(Body, frozen=True):
    """已与银行单据核对无误、予以复核的归集款。"""

    receipt_ids: Annotated[list[UUID], Meta(min_length=1, max_length=LINES_MAX)]


class ReceiptView(Answer, frozen=True):
    """办件的一笔归集款。"""

    receipt_id: UUID
    number: str
    home_id: UUID | None
    home: str
    place: str
    amount_fen: int
    method: Annotated[ReceiptMethod, Meta(title="收款方式")]
    method_title: Annotated[str, Meta(title="收款方式", description="可直接显示")]
    state: State
    state_title: str
    custody_id: UUID
    custody: str
    effective_on: Annotated[date, Meta(title="收款日期", description="银行办理的日期")]
    voucher: str
    file: StoredFile | None
    drop_reason: str
    entered_by: UUID
    entered_at: datetime
    confirmed_by: UUID | None
    confirmed_at: datetime | None
    journal_id: UUID | None


class ReceiptsConfirmed(Answer, frozen=True):
    """复核之后的归集情况：须归集和已到账的金额，单位：分。"""

    receipts: int
    total_fen: int
    needed_fen: int
    gathered_fen: int
    state: Annotated[CaseState, Meta(title="办件状态")]
    state_title: Annotated[str, Meta(title="办件状态", description="可直接显示")]


class EntryQuery(Page, frozen=True):
    """Only those in one state, or of one home."""

    state: State | Literal[""] = ""
    home_id: UUID | None = None


@dataclass(frozen=True)
class Head:
    """What receipts entered together have in common."""

    custody_id: UUID
    method: ReceiptMethod
    file_id: UUID | None = None


@dataclass(frozen=True)
class Coming:
    """One receipt to be entered; `home_id` is None for an independent owner's deposit."""

    home_id: UUID | None
    amount_fen: int
    on: date
    voucher: str


@route(
    "POST",
    "/cases/{case_id}/receipts",
    who=FUND_CLERKS,
    refuses=(
        CaseNotFound,
        NotAllowedNow,
        NotFound,
        TooMuch,
        VoucherUsed,
        YearShut,
    ),
)
async def enter_receipt(ctx: Context, case_id: UUID, body: ReceiptBody) -> ReceiptView:
    """录入业主补缴或独立产权人缴存的保费（现金、转账），待另一人复核后入账。附件二(二)6、二(三)3，R3.2。"""
    case, _ = await locked(ctx, case_id)
    facts = case.facts()
    head = Head(body.custody_id, ReceiptMethod(body.method), body.file_id)
    line = Coming(body.home_id, body.amount_fen, body.effective_on, body.voucher.strip())
    if body.file_id is not None:
        await attach(ctx, case_id, "receipt", [body.file_id], facts.version, line.voucher[:60])
    (made,) = await take_in(ctx, case, facts, head, [line])
    return await receipt_of(ctx, made)


async def take_in(
    ctx: Context, case: Case, facts: Facts, head: Head, lines: Sequence[Coming]
) -> list[UUID]:
    """The receipts wait for somebody else's confirmation; their ids in the same order.

    Refuses NotAllowedNow once the contract is signed, Malformed for a day to come, YearShut,
    NotFound for a bank account that is not there or closed, TooMuch, VoucherUsed.
    """
    refuse_late(facts)
    days = sorted(line.on for line in lines)
    await refuse_unbanked(ctx, head.custody_id, days[0], days[-1])
    await refuse_too_much(ctx, case, facts, lines)
    return await _store(ctx, case, head, lines)


def refuse_late(facts: Facts) -> None:
    """Returns while money may come in: from a plan that says what is owed, until the contract.
    附件二(二)6."""
    row = row_for(facts, Gather)
    if row is None or facts.collection is None or facts.contract is not None:
        raise NotAllowedNow(state=facts.state.value, act="Gather")


async def refuse_too_much(
    ctx: Context, case: Case, facts: Facts, lines: Sequence[Coming], entered: bool = True
) -> None:
    """TooMuch for whoever would have paid more than is owed; `entered` receipts count too."""
    coming: Counter[UUID | None] = Counter()
    for line in lines:
        coming[line.home_id] += line.amount_fen
    if flow_of(facts.flow).purse is Purse.SOLE:
        if set(coming) != {None}:
            raise Malformed(errors=[{"pointer": "/home_id", "detail": "独立产权人缴存不分户"}])
        fund = await fund_of(case, facts, ctx.now)
        waiting = await paid_of(case.id, None, entered) - await paid_of(case.id, None)
        left = fund.needed_fen - fund.gathered_fen - waiting
        if coming[None] > left:
            raise TooMuch(owed_fen=fund.needed_fen, left_fen=max(0, left))
        return
    if None in coming:
        raise Malformed(errors=[{"pointer": "/home_id", "detail": "请指明房屋"}])
    left_by_home = await left_of(case, facts, entered)
    for home_id, fen in coming.items():
        assert home_id is not None
        left = left_by_home.get(home_id, 0)
        if fen > left:
            raise TooMuch(home_id=str(home_id), left_fen=left)


async def left_of(case: Case, facts: Facts, entered: bool = True) -> dict[UUID, int]:
    """What each home still owes, in fen, `entered` receipts counted as paid."""
    paid = await paid_by_home(case.id, receipts_entered=entered)
    shares = await shares_now(case.id, facts)
    return {one.home_id: max(0, one.owed_fen - paid.get(one.home_id, 0)) for one in shares}


async def _store(ctx: Context, case: Case, head: Head, lines: Sequence[Coming]) -> list[UUID]:
    year = beijing_date(ctx.now).year
    ids = [new_id() for _ in lines]
    numbers = await new_numbers("receipt", year, len(lines))
    rows = [
        (id_, line.home_id, number, line.amount_fen, line.on, line.voucher)
        for id_, number, line in zip(ids, numbers, lines, strict=True)
    ]
    common = (head.custody_id, head.method, head.file_id)
    try:
        await receipts.enter_receipts(case.id, common, rows, ctx.id, ctx.now)
    except IntegrityError as error:
        raise VoucherUsed() from error
    data = {
        "case_id": str(case.id),
        "number": numbers[0],
        "receipts": len(lines),
        "amount_fen": sum(line.amount_fen for line in lines),
    }
    ctx.record(ReceiptEntered(subject_id=str(ids[0]), at=ctx.now, data=data))
    return ids


async def receipt_of(ctx: Context, receipt_id: UUID) -> ReceiptView:
    """The receipt as it is shown. Raises NotFound."""
    row = await receipts.receipt(receipt_id)
    if row is None:
        raise NotFound()
    return _shown(row)


def _shown(row: Mapping[str, Any]) -> ReceiptView:
    titles = {
        "method_title": METHODS[ReceiptMethod(row["method"])],
        "state_title": STATES[row["state"]],
    }
    return view_of(ReceiptView, row, **titles)


@listing("/cases/{case_id}/receipts", who=DESK_READERS, refuses=(CaseNotFound,), export="归集款")
async def list_receipts(ctx: Context, case_id: UUID, query: EntryQuery) -> Listed[ReceiptView]:
    """办件的归集款记录，最新在前；可按状态和房屋筛选。附件二(二)6，R3.9。"""
    await seen(ctx, case_id)
    return await page(receipts.RECEIPTS, query, _shown, case_id=case_id)


@route(
    "POST",
    "/cases/{case_id}/receipts/confirmation",
    who=CONFIRMERS,
    status=200,
    refuses=(
        CaseNotFound,
        NotFound,
        SamePerson,
        AccountWaits,
        EntryNotOpen,
        NotAllowedNow,
        TooMuch,
        YearShut,
    ),
)
async def confirm_receipts(
    ctx: Context, case_id: UUID, body: ReceiptsConfirmation
) -> ReceiptsConfirmed:
    """复核归集款并入账，可一次复核多笔；录入人不得复核。归集齐后即可签订合同。附件二(二)6，R3.2。"""
    case, by = await locked(ctx, case_id)
    rows = await receipts.lock_receipts(case_id, body.receipt_ids)
    if len(rows) != len(set(body.receipt_ids)):
        raise NotFound("没有这笔归集款")
    for row in rows:
        may_be_confirmed(receipts.RECEIPT.entry(row), ctx.who)
    after = await _post(ctx, case, by, rows)
    assert after.collection is not None
    return ReceiptsConfirmed(
        receipts=len(rows),
        total_fen=sum(row["amount_fen"] for row in rows),
        needed_fen=after.collection.needed_fen,
        gathered_fen=after.collection.gathered_fen,
        state=after.state,
        state_title=state_title(after.flow, after.state),
    )


async def _post(ctx: Context, case: Case, by: By, rows: Sequence[Mapping[str, Any]]) -> Facts:
    """Each receipt is a journal of its own, as each is a line of the bank's (R3.9); the case knows
    what is there now."""
    facts = case.facts()
    refuse_late(facts)
    lines = [
        Coming(row["home_id"], row["amount_fen"], row["effective_on"], row["voucher"])
        for row in rows
    ]
    await refuse_too_much(ctx, case, facts, lines, entered=False)
    fund = await fund_of(case, facts, ctx.now)
    books = {row["custody_id"]: await book_of(row["custody_id"]) for row in rows}
    journals = [
        received(
            books[row["custody_id"]],
            fund.account_id,
            row["amount_fen"],
            row["effective_on"],
            f"receipt:{row['id']}",
            f"归集款 {row['number']} 凭证 {row['voucher']} {facts.number}",
            case.id,
        )
        for row in rows
    ]
    made = await ledger.post_many(journals, ctx.now, ctx.who.key)
    await receipts.post_receipts([row["id"] for row in rows], made, ctx.id, ctx.now)
    for row in rows:
        data = _told(row) | {"case_number": facts.number}
        ctx.record(ReceiptPosted(subject_id=str(row["id"]), at=ctx.now, data=data))
    return await gather(ctx, case, by)


async def gather(ctx: Context, case: Case, by: By, fund: Fund | None = None) -> Facts:
    """The case knows what is there now: whole, the contract may be signed; short, it may not."""
    fund = fund or await fund_of(case, case.facts(), ctx.now)
    act = Gather(needed_fen=fund.needed_fen, gathered_fen=fund.gathered_fen)
    return await take(ctx, case, act, by)


async def _lock_case(ctx: Context, receipt_id: UUID) -> None:
    case_id = await receipts.case_of(receipts.RECEIPT, receipt_id)
    if case_id is None:
        raise NotFound("没有这笔归集款")
    await locked(ctx, case_id)


async def _confirm(ctx: Context, row: dict[str, Any]) -> None:
    """复核一笔归集款并入账；录入人不得复核。附件二(二)6，R3.2。"""
    case, by = await locked(ctx, row["case_id"])
    await _post(ctx, case, by, [row])


async def _drop(ctx: Context, row: dict[str, Any], reason: str) -> None:
    """作废尚未复核的归集款录入，须写明理由；凭证号可重新录入。R3.2。"""
    await receipts.free_voucher(row["id"])
    ctx.record(ReceiptDropped(subject_id=str(row["id"]), at=ctx.now, why=reason, data=_told(row)))


def _told(row: Mapping[str, Any]) -> dict[str, Any]:
    """What an event says of a receipt."""
    return {
        "number": row["number"],
        "amount_fen": row["amount_fen"],
        "case_id": str(row["case_id"]),
    }


entry(
    Kind(
        name="receipt",
        title="归集款",
        path="/cases/{case_id}/receipts/{receipt_id}",
        table=receipts.RECEIPT,
        enters=FUND_CLERKS,
        confirms=CONFIRMERS,
        confirm=_confirm,
        drop=_drop,
        view=receipt_of,
        first=_lock_case,
        refuses=(NotAllowedNow, TooMuch, YearShut),
    )
)
