"""The imported deposits come into the books: proposed by finance, confirmed by another. R4.1.

The openings put all money into the one account that the books began with. What of it lies in
deposits moves there now, on the day of the openings or, for later ones, when they were opened.
"""

from collections.abc import Sequence
from datetime import date
from typing import Annotated
from uuid import UUID

from msgspec import Meta

from handlers.deposits.bank_accounts import open_account
from handlers.deposits.overview import deposit_view
from handlers.deposits.place_deposit import begin, first_term, kept_of, place, rates_held, spend
from handlers.entries import EntryDropping, Kind, Row, confirm_entry, drop_entry, entry
from handlers.route import Answer, Context, route
from models import ledger
from models.benchmarks import confirmed
from models.deposits import BankAccount, Deposit, take_over
from models.deposits.locks import rates_stand
from models.deposits.tables import TAKEN_OVER
from models.ledger.years import books_day
from rules.deposits import quarter_day, untakeable
from rules.events.books import DepositPlaced, TakingOverDropped, TakingOverProposed
from rules.income import DEMAND, Benchmarks, Terms
from rules.ledger import AccountKind, Journal, JournalKind, Posting
from rules.people import CONFIRMERS, DESK_READERS, Role
from rules.refusals.asking import AccountWaits, SamePerson
from rules.refusals.books import EntryNotOpen, WrongTerms
from rules.refusals.ledger import InsufficientFunds

ENTERS = frozenset({Role.FINANCE})
# Deposits taken over by one request; more wait for the next.
MOST = 200
PROPOSED_MOST = 5_000
SHOWN = 200
BANK_TITLE = "维修资金专户"
ACCOUNT_TITLE = "维修资金存款户"


class UnclearDeposit(Answer, frozen=True):
    """须先更正导入清单、暂不能接收的存款，及其原因。"""

    deposit_id: UUID
    code: Annotated[str, Meta(title="存款编号")]
    reason: Annotated[str, Meta(title="原因")]


class DepositTakingOver(Answer, frozen=True):
    """导入存款的接收进度：尚未接收、待复核、本次办理的笔数，以及须更正的存款。"""

    opening_on: date | None
    listed: int
    waiting: Annotated[int, Meta(title="待复核笔数")]
    done: Annotated[int, Meta(title="本次处理", description="本次请求提出或接收的笔数")]
    unclear: list[UnclearDeposit]


@route("GET", "/deposits/taking-over", who=DESK_READERS)
async def get_deposits_taking_over(ctx: Context) -> DepositTakingOver:
    """导入存款的接收进度：未接收、待复核和需要更正的存款。R4.1、R3.6。"""
    opening_on = await take_over.opening_day()
    listed = await Deposit.filter(state="listed").order_by("code").limit(PROPOSED_MOST)
    unclear = _unclear(listed, opening_on, Benchmarks(await confirmed())) if opening_on else []
    return await _shown(opening_on, unclear)


async def _shown(
    opening_on: date | None, unclear: list[UnclearDeposit], done: int = 0
) -> DepositTakingOver:
    counted = await take_over.counted()
    return DepositTakingOver(
        opening_on=opening_on,
        listed=counted.get("listed", 0),
        waiting=counted.get("taking", 0),
        done=done,
        unclear=unclear[:SHOWN],
    )


def _unclear(
    deposits: Sequence[Deposit], opening_on: date, benchmarks: Benchmarks
) -> list[UnclearDeposit]:
    found = []
    for one in deposits:
        if reason := untakeable(_terms(one), one.renews, opening_on, benchmarks):
            found.append(UnclearDeposit(deposit_id=one.id, code=one.code, reason=reason))
    return found


def _terms(deposit: Deposit) -> Terms:
    return Terms(
        principal_fen=deposit.principal_fen,
        tenor=deposit.tenor,
        opened_on=deposit.opened_on,
        matures_on=deposit.matures_on,
        agreed_rate_e4=deposit.agreed_rate_e4,
        benchmark_rate_e4=deposit.benchmark_rate_e4,
        method=deposit.method,  # type: ignore[arg-type]
        base=deposit.base,  # type: ignore[arg-type]
    )


async def _opening_day() -> date:
    day = await take_over.opening_day()
    if day is None:
        raise WrongTerms("账簿尚无期初余额，请先导入期初后再接收存款")
    return day


@route("POST", "/deposits/taking-over", who=ENTERS, refuses=(WrongTerms, EntryNotOpen), status=200)
async def propose_deposits_taking_over(ctx: Context) -> DepositTakingOver:
    """提出接收全部导入的存款；要素不清的留待更正，其余由第二人复核后入账。R4.1、R3.6。"""
    await rates_stand()
    opening_on = await _opening_day()
    deposits = await take_over.locked_in("listed", PROPOSED_MOST)
    unclear = _unclear(deposits, opening_on, Benchmarks(await confirmed()))
    stuck = {one.deposit_id for one in unclear}
    taken = [one for one in deposits if one.id not in stuck]
    if not taken:
        raise EntryNotOpen("没有可以接收的存款")
    await take_over.propose([one.id for one in taken], ctx.id, ctx.now)
    for number, one in enumerate(taken):
        data = {"code": one.code} | ({} if number else {"total": len(taken)})
        ctx.record(TakingOverProposed(subject_id=str(one.id), at=ctx.now, data=data))
    return await _shown(opening_on, unclear, len(taken))


@route(
    "POST",
    "/deposits/taking-over/confirmation",
    who=CONFIRMERS,
    refuses=(WrongTerms, EntryNotOpen, SamePerson, AccountWaits, InsufficientFunds),
    status=200,
)
async def confirm_deposits_taking_over(ctx: Context) -> DepositTakingOver:
    """第二人复核接收：登记银行账户，未到期的转入定期存款；一次至多200笔，余下再次复核。R3.6。"""
    await rates_stand()
    opening_on = await _opening_day()
    deposits = await take_over.locked_in("taking", MOST)
    if not deposits:
        raise EntryNotOpen("没有待复核的接收")
    for deposit in deposits:
        await confirm_entry(ctx, TAKEN, deposit.id)
    return await _shown(opening_on, [], len(deposits))


async def _confirm(ctx: Context, row: Row) -> Row:
    """第二人复核接收一笔存款：登记银行账户，未到期的转入定期存款。R3.6、R4.1。"""
    deposit, opening_on = await Deposit.get(id=row["id"]), await _opening_day()
    bank = await ledger.ensure_account(AccountKind.BANK, None, BANK_TITLE, ctx.now)
    custody = await _custody(ctx, deposit)
    deposit.custody_id = custody.id
    state = await _take(ctx, deposit, custody, bank, opening_on)
    return kept_of(deposit) | {"state": state}


async def _custody(ctx: Context, deposit: Deposit) -> BankAccount:
    """The bank account of the deposit, registered if it was not; the first one with money on
    demand becomes the main one where there is none."""
    found = await take_over.account_at(deposit.bank, deposit.bank_account)
    if found is None:
        main = deposit.tenor == DEMAND and not await take_over.has_main()
        title = BANK_TITLE if main else ACCOUNT_TITLE
        made = await open_account(ctx, deposit.bank, deposit.bank_account, title, main=main)
        if made is None:
            raise WrongTerms("银行账户正在登记，请稍后再试")
        found = await BankAccount.get(id=made)
    return found


async def _take(
    ctx: Context, deposit: Deposit, custody: BankAccount, bank: UUID, opening_on: date
) -> str:
    """The deposit is in the books as it stood when they were opened; its state."""
    due = deposit.matures_on
    if due is not None and due <= opening_on:
        await _over_already(ctx, deposit)
        return "closed"
    before = deposit.opened_on <= opening_on
    reference = f"{'taken' if before else 'placement'}:{deposit.id}"
    effective_on = await books_day(max(deposit.opened_on, opening_on), ctx.now)
    if due is not None:
        await place(ctx, deposit, bank, effective_on, reference)
    elif custody.account_id != bank:
        await _transfer(ctx, deposit, custody, bank, effective_on, reference)
    settled_on = quarter_day(opening_on) if due is None and before else None
    if settled_on is not None and settled_on <= deposit.opened_on:
        settled_on = None
    await begin(ctx, deposit, effective_on, settled_on)
    return "running"


async def _over_already(ctx: Context, deposit: Deposit) -> None:
    """It ended before the books began: its money and interest are in the openings."""
    await first_term(deposit, closed_on=deposit.matures_on)
    data = {"code": deposit.code, "closed_on": deposit.matures_on}
    ctx.record(DepositPlaced(subject_id=str(deposit.id), at=ctx.now, data=data))


async def _transfer(
    ctx: Context,
    deposit: Deposit,
    custody: BankAccount,
    bank: UUID,
    effective_on: date,
    reference: str,
) -> None:
    """Money on demand lies in another account than the main one."""
    await spend(bank, custody.account_id, deposit.principal_fen)
    lines = (
        Posting(custody.account_id, deposit.principal_fen),
        Posting(bank, -deposit.principal_fen),
    )
    memo = f"接收活期存款 {deposit.code}"
    entry = Journal(JournalKind.BANK_TRANSFER, lines, effective_on, reference, memo)
    deposit.journal_id = await ledger.post(entry, ctx.now, ctx.who.key)


async def _drop(ctx: Context, row: Row, reason: str) -> None:
    """不予接收一笔存款，写明理由；存款仍为导入时的状态。R4.1。"""
    await take_over.give_back(row["id"])
    data = {"code": row["code"]}
    ctx.record(TakingOverDropped(subject_id=str(row["id"]), at=ctx.now, why=reason, data=data))


TAKEN = entry(
    Kind(
        name="deposit_taken_over",
        title="导入存款的接收",
        path="/deposits/{deposit_id}/taking-over",
        table=TAKEN_OVER,
        enters=ENTERS,
        confirms=CONFIRMERS,
        confirm=_confirm,
        drop=_drop,
        view=deposit_view,
        refuses=(WrongTerms, InsufficientFunds),
        first=rates_held,
    )
)


@route(
    "POST",
    "/deposits/taking-over/dropping",
    who=TAKEN.may_drop,
    refuses=(EntryNotOpen,),
    status=200,
)
async def drop_deposits_taking_over(ctx: Context, body: EntryDropping) -> DepositTakingOver:
    """全部不予接收，写明理由；存款仍为导入时的状态。R4.1。"""
    deposits = await take_over.locked_in("taking", PROPOSED_MOST)
    if not deposits:
        raise EntryNotOpen("没有待复核的接收")
    for deposit in deposits:
        await drop_entry(ctx, TAKEN, deposit.id, body.reason.strip())
    return await _shown(await take_over.opening_day(), [], len(deposits))
