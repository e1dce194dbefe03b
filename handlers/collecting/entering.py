"""Money that owners pay in for a case: entered by one, posted once another confirmed it. R3.2.

draft -> posted (-> reversed, by a reversal of its journal)      draft -> dropped
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID, uuid4

from tortoise.exceptions import IntegrityError

from handlers.banked import refuse_unbanked
from handlers.cases.papers import attach
from handlers.collecting.views import RECEIPT, ReceiptBody, ReceiptView, receipt_view
from handlers.route import Context, route
from handlers.steps import locked
from models.base import one, sql
from models.cases import Case
from models.numbering import new_numbers
from models.premiums import fund_of
from models.shares import paid_by_home, paid_of, shares_now
from rules.cases import Facts, Gather
from rules.collecting import Method
from rules.days import beijing_date
from rules.events.votes import ReceiptEntered
from rules.flows import flow_of, row_for
from rules.flows.money import Purse
from rules.people import FUND_CLERKS
from rules.refusals.asking import CaseNotFound, Malformed, NotFound
from rules.refusals.books import VoucherUsed, YearShut
from rules.refusals.cases import NotAllowedNow
from rules.refusals.votes import TooMuch


@dataclass(frozen=True)
class Head:
    """What receipts entered together have in common."""

    custody_id: UUID
    method: Method
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
    head = Head(body.custody_id, Method(body.method), body.file_id)
    line = Coming(body.home_id, body.amount_fen, body.effective_on, body.voucher.strip())
    if body.file_id is not None:
        await attach(ctx, case_id, "receipt", [body.file_id], facts.version, line.voucher[:60])
    (made,) = await take_in(ctx, case, facts, head, [line])
    return await receipt_of(made)


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
    return {one_.home_id: max(0, one_.owed_fen - paid.get(one_.home_id, 0)) for one_ in shares}


async def _store(ctx: Context, case: Case, head: Head, lines: Sequence[Coming]) -> list[UUID]:
    year = beijing_date(ctx.now).year
    ids = [uuid4() for _ in lines]
    numbers = await new_numbers("receipt", year, len(lines))
    try:
        await sql(
            "INSERT INTO case_receipt (id, case_id, home_id, number, amount_fen, method,"
            " custody_id, effective_on, voucher, file_id, live, state, entered_by, entered_at,"
            " reason) SELECT l.id, $1, l.home_id, l.number, l.fen, $2, $3, l.day, l.voucher, $4,"
            " true, 'draft', $5, $6, '' FROM unnest($7::uuid[], $8::uuid[], $9::text[],"
            " $10::bigint[], $11::date[], $12::text[])"
            " AS l(id, home_id, number, fen, day, voucher)",
            case.id,
            head.method,
            head.custody_id,
            head.file_id,
            ctx.id,
            ctx.now,
            ids,
            [line.home_id for line in lines],
            numbers,
            [line.amount_fen for line in lines],
            [line.on for line in lines],
            [line.voucher for line in lines],
        )
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


async def receipt_of(receipt_id: UUID) -> ReceiptView:
    """The receipt as it is shown. Raises NotFound."""
    row = await one(f"{RECEIPT} WHERE x.id = $1", receipt_id)
    if row is None:
        raise NotFound()
    return receipt_view(row)
