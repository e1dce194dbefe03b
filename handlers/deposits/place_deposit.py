"""Money is placed at a bank: entered by finance, in the books once somebody else confirms. R4.1.

A term deposit moves its principal from the bank account into an account of its own; money on
demand stays where it is, so that no entry is made for it.
"""

from datetime import date
from typing import Annotated, Any
from uuid import UUID

from msgspec import Meta
from tortoise.exceptions import IntegrityError

from handlers.deposits.fields import Code, Fen, Note, RateE4, Tenor, Text
from handlers.deposits.overview import DepositView, deposit_view
from handlers.entries import Kind, Row, entry
from handlers.numbers import PaperNumber
from handlers.route import Body, Context, route
from models import ledger
from models.benchmarks import confirmed
from models.deposits import BankAccount, Deposit, DepositTerm, placements
from models.deposits.locks import rates_stand
from models.deposits.tables import DEPOSIT
from models.ids import new_id
from models.ledger.accounts import lock
from models.ledger.years import books_day
from rules.days import beijing_date
from rules.events.books import DepositDropped, DepositEntered, DepositPlaced
from rules.income import DEMAND, Base, Benchmarks, Method, Terms
from rules.ledger import AccountKind, Journal, JournalKind, Posting
from rules.people import CONFIRMERS, Role
from rules.refusals.asking import NotFound
from rules.refusals.books import BenchmarkUnknown, OfferRefused, WrongTerms
from rules.refusals.ledger import InsufficientFunds
from rules.refusals.people import CodeTaken

ENTERS = frozenset({Role.FINANCE})
# What stands between a dropped deposit's code and what makes room for the right one.
DROPPED = "~"


class DepositBody(Body, frozen=True):
    """与银行约定的存款；款项从 `custody_id` 账户转出，到期转回该账户。

    `matures_on` 可以不填，由存期推算；来自竞争性存放的填 `offer_id`（中标的报价）。
    """

    code: Annotated[Code, Meta(title="存款编号")]
    custody_id: Annotated[UUID, Meta(description="本金由它存出，收回时存入")]
    bank: Text
    bank_account: PaperNumber
    principal_fen: Fen
    tenor: Tenor
    opened_on: date
    agreed_rate_e4: RateE4
    method: Annotated[Method, Meta(title="计息方式")]
    matures_on: Annotated[date | None, Meta(description="不给即按存期推算")] = None
    base: Base = "fen"
    renews: Annotated[bool, Meta(title="自动转存")] = False
    offer_id: UUID | None = None
    note: Note = ""


@route(
    "POST",
    "/deposits",
    who=ENTERS,
    refuses=(NotFound, WrongTerms, OfferRefused, BenchmarkUnknown, CodeTaken),
)
async def enter_deposit(ctx: Context, body: DepositBody) -> DepositView:
    """录入存款，可来自已定标的竞争性存放；由第二人复核后入账。R4.1、R4.2。"""
    terms = await _agreed(ctx, body)
    custody = await BankAccount.filter(id=body.custody_id, closed_at=None).first()
    if custody is None:
        raise NotFound("没有该银行账户，或已销户")
    if body.tenor == DEMAND:
        await _refuse_second_demand(body, custody)
    if body.offer_id is not None:
        await _refuse_other_than_awarded(body.offer_id, body)
    deposit_id = new_id()
    try:
        await Deposit.create(
            id=deposit_id,
            code=body.code,
            bank=body.bank.strip(),
            bank_account=body.bank_account,
            principal_fen=body.principal_fen,
            tenor=body.tenor,
            opened_on=body.opened_on,
            matures_on=terms.matures_on,
            agreed_rate_e4=body.agreed_rate_e4,
            benchmark_rate_e4=terms.benchmark_rate_e4,
            method=body.method,
            base=body.base,
            renews=body.renews and body.tenor != DEMAND,
            state="draft",
            custody_id=custody.id,
            offer_id=body.offer_id,
            note=body.note.strip(),
            entered_by=ctx.id,
            entered_at=ctx.now,
        )
    except IntegrityError as error:
        raise CodeTaken() from error
    data = {"code": body.code, "bank": body.bank, "principal_fen": body.principal_fen}
    data |= {"tenor": body.tenor, "opened_on": body.opened_on}
    data |= {"agreed_rate_e4": body.agreed_rate_e4}
    ctx.record(DepositEntered(subject_id=str(deposit_id), at=ctx.now, data=data))
    return await deposit_view(ctx, deposit_id)


async def _agreed(ctx: Context, body: DepositBody) -> Terms:
    """The terms with the maturity and benchmark that follow from them. WrongTerms,
    BenchmarkUnknown."""
    if body.opened_on > beijing_date(ctx.now):
        raise WrongTerms("起息日晚于今天")
    await rates_stand()
    terms = Terms.agreed(
        body.principal_fen,
        body.tenor,
        body.opened_on,
        body.agreed_rate_e4,
        Benchmarks(await confirmed()),
        body.method,
        body.base,
    )
    if body.matures_on is not None and body.matures_on != terms.matures_on:
        raise WrongTerms(f"到期日与存期不符，应为{terms.matures_on or '空'}")
    return terms


async def _refuse_second_demand(body: DepositBody, custody: BankAccount) -> None:
    """Money on demand is what lies in its bank account: there is one such deposit of each."""
    if (body.bank.strip(), body.bank_account) != (custody.bank, custody.number):
        raise WrongTerms("活期存款的开户银行和账号须与所选银行账户一致")
    known = await Deposit.filter(
        custody_id=custody.id, tenor=DEMAND, state__in=("draft", "running")
    ).exists()
    if known:
        raise WrongTerms("该银行账户已有活期存款")


async def _refuse_other_than_awarded(offer_id: UUID, body: DepositBody) -> None:
    """Bank, tenor and rate are the offer's; all deposits from it are no more than was awarded."""
    row = await placements.lock_awarded(offer_id)
    if row is None:
        raise OfferRefused("该报价没有定标")
    if (row["bank"], row["rate_e4"], row["tenor"]) != (
        body.bank.strip(),
        body.agreed_rate_e4,
        body.tenor,
    ):
        raise WrongTerms("银行、存期或利率与定标的报价不符")
    if row["placed_fen"] + body.principal_fen > row["amount_fen"]:
        raise WrongTerms("本金超过定标金额", left_fen=row["amount_fen"] - row["placed_fen"])


async def rates_held(ctx: Context, deposit_id: UUID) -> None:
    """No benchmark rate is confirmed before this transaction ends."""
    await rates_stand()


async def _confirm(ctx: Context, row: Row) -> Row:
    """第二人复核存款，本金自银行账户转入定期存款；账面余额不足的不予入账。R3.2、R4.1。"""
    deposit = await Deposit.get(id=row["id"])
    custody = await BankAccount.get(id=deposit.custody_id)
    effective_on = await books_day(deposit.opened_on, ctx.now)
    if deposit.tenor != DEMAND:
        reference = f"placement:{deposit.id}"
        await place(ctx, deposit, custody.account_id, effective_on, reference)
    await begin(ctx, deposit, effective_on)
    return kept_of(deposit)


def kept_of(deposit: Deposit) -> Row:
    """What its confirmation fills in of a deposit."""
    names = ("journal_id", "account_id", "custody_id")
    return {name: getattr(deposit, name) for name in names}


async def place(
    ctx: Context, deposit: Deposit, bank: UUID, effective_on: date, reference: str
) -> None:
    """The principal lies in the deposit's own account. Refuses InsufficientFunds when the bank
    account holds less by the books."""
    title = f"{deposit.bank} {deposit.code}"
    term = await ledger.ensure_account(AccountKind.TERM_DEPOSIT, deposit.id, title, ctx.now)
    await spend(bank, term, deposit.principal_fen)
    lines = (Posting(term, deposit.principal_fen), Posting(bank, -deposit.principal_fen))
    memo = f"存入定期存款 {deposit.code}"
    entry = Journal(JournalKind.PLACEMENT, lines, effective_on, reference, memo)
    deposit.journal_id = await ledger.post(entry, ctx.now, ctx.who.key)
    deposit.account_id = term


async def spend(bank: UUID, to: UUID, amount_fen: int) -> None:
    """Returns, with both accounts locked, if the bank account holds that much by the books."""
    held = (await lock([bank, to]))[bank]
    if held.balance_fen < amount_fen:
        raise InsufficientFunds(
            "银行账户的账面余额不足", available_fen=held.balance_fen, needed_fen=amount_fen
        )


async def first_term(
    deposit: Deposit, settled_on: date | None = None, closed_on: date | None = None
) -> None:
    """The deposit has its first term, as it was agreed. R4.1."""
    await DepositTerm.create(
        deposit_id=deposit.id,
        number=1,
        opened_on=deposit.opened_on,
        matures_on=deposit.matures_on,
        principal_fen=deposit.principal_fen,
        agreed_rate_e4=deposit.agreed_rate_e4,
        benchmark_rate_e4=deposit.benchmark_rate_e4,
        settled_on=settled_on,
        closed_on=closed_on,
    )


async def begin(
    ctx: Context, deposit: Deposit, effective_on: date, settled_on: date | None = None
) -> None:
    """The first term of the deposit runs; money on demand may be settled up to a day."""
    await first_term(deposit, settled_on=settled_on)
    data: dict[str, Any] = {
        "code": deposit.code,
        "principal_fen": deposit.principal_fen,
        "opened_on": deposit.opened_on,
        "effective_on": effective_on,
        "benchmark_rate_e4": deposit.benchmark_rate_e4,
    }
    ctx.record(DepositPlaced(subject_id=str(deposit.id), at=ctx.now, data=data))


async def _drop(ctx: Context, row: Row, reason: str) -> None:
    """作废尚未复核的存款录入，写明理由；原存款编号可重新使用。R4.1。"""
    code = row["code"]
    freed = f"{code}{DROPPED}{row['id'].hex[:8]}"
    await Deposit.filter(id=row["id"]).update(code=freed)
    data = {"code": code}
    ctx.record(DepositDropped(subject_id=str(row["id"]), at=ctx.now, why=reason, data=data))


entry(
    Kind(
        name="deposit",
        title="存款",
        path="/deposits/{deposit_id}",
        table=DEPOSIT,
        enters=ENTERS,
        confirms=CONFIRMERS,
        confirm=_confirm,
        drop=_drop,
        view=deposit_view,
        refuses=(InsufficientFunds,),
        first=rates_held,
        fresh=True,
    )
)
