"""A premium on its way: what a plan asks of the purse of its flow, and what each step does to it.

Whether a step moves money is the money table's to say (`rules.flows.money`); here it is done.
Every function runs inside the caller's transaction; the case's row is locked before any account.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from models import ledger, special
from models.cases import Case
from models.funds.homes import lock_homes
from models.funds.purses import lock_purses
from models.shares import (
    holds_by_home,
    homes_of,
    keep_shares,
    paid_by_home,
    propose_by_area,
    shares_now,
    shares_stand,
)
from rules.cases import Facts
from rules.collecting import (
    HomeShare,
    gathered_fen,
    owed_fen,
    paid_above,
    payout_parts,
    reserved,
    shares_of,
)
from rules.days import beijing_date
from rules.flows import flow_of
from rules.flows.money import PAYOUTS, Move, Purse, moves
from rules.ledger import AccountKind, Part, premium_payout
from rules.refusals.asking import NotFound
from rules.refusals.ledger import HoldNotFound
from rules.refusals.votes import NothingOwed
from rules.special import required_fen

# --- what must be there, and what is


@dataclass(frozen=True)
class Fund:
    """The account in the books that a receipt credits, what must be there before the contract,
    and what is there of it; whole fen."""

    account_id: UUID
    needed_fen: int
    gathered_fen: int


async def fund_of(case: Case, facts: Facts, now: datetime) -> Fund:
    """The fund of the case as it is now. Section 6.

    Of homes the account that they pay in to is opened where it was not; of a scope its account is
    counted by nobody else until the transaction ends. Raises NothingOwed where nobody pays in, or
    before a special account was opened.
    """
    purse = flow_of(facts.flow).purse
    if purse is Purse.HOMES:
        title = f"{facts.number} 业主补缴保费"
        account_id = await ledger.ensure_account(AccountKind.COLLECTED, case.id, title, now)
        shares = await shares_now(case.id, facts)
        gathered = gathered_fen(shares, await paid_by_home(case.id))
        return Fund(account_id, owed_fen(shares), gathered)
    if not flow_of(facts.flow).special:
        raise NothingOwed()
    if case.special_id is None:
        raise NothingOwed("电梯保险专户尚未开设")
    if purse is Purse.SCOPE:
        await special.lock_scope(case.scope_id)
    account = await ledger.account_for(AccountKind.SPECIAL, case.special_id)
    years = await special.years_from(case) if purse is Purse.SOLE else 1
    needed = required_fen(facts.premium_fen, years)
    gathered = await special.free_fen(case.special_id, case.id, facts.version)
    if purse is Purse.SCOPE and facts.collection is not None:
        # What a home paid above its part is its own, and pays for no neighbour.
        shares = await shares_now(case.id, facts)
        gathered = max(0, gathered - paid_above(shares, await paid_by_home(case.id)))
    return Fund(account.id, needed, gathered)


# --- what a plan asks


@dataclass(frozen=True)
class Bill:
    """What a plan about to be filed holds at once, on which accounts, and what must come in;
    `owed_fen` is None where nobody pays in, or it is not known yet."""

    held_fen: int = 0
    holds: Mapping[UUID, int] = field(default_factory=dict)
    owed_fen: int | None = None
    gathered_fen: int = 0
    shares: Sequence[HomeShare] = ()
    areas: Mapping[UUID, int] = field(default_factory=dict)


async def bill_of(case: Case, facts: Facts, premium_fen: int) -> Bill:
    """What this premium asks of the pool, of the homes or of a special account.

    The homes' accounts, or the scope whose account pays, are locked until the transaction ends.
    Raises NotFound when no home of the scope counts.
    """
    purse = flow_of(facts.flow).purse
    if purse is Purse.POOL:
        return Bill(premium_fen)
    if purse is Purse.HOMES:
        return await _bill_of_homes(case, premium_fen)
    if purse is Purse.SCOPE:
        # Two plans of one scope at once: the second waits, and counts what the first left.
        await special.lock_scope(case.scope_id)
        special_id = await special.of_scope(case.scope_id)
        there = await special.free_fen(special_id, case.id, facts.version) if special_id else 0
        needed = required_fen(premium_fen, 1)
        return Bill(premium_fen if there >= needed else 0, owed_fen=needed, gathered_fen=there)
    return Bill()


async def _bill_of_homes(case: Case, premium_fen: int) -> Bill:
    areas = await homes_of(case.scope_id)
    if not areas:
        raise NotFound("该楼栋或单元没有计入面积的房屋")
    found = await lock_purses(sorted(areas), ())
    purses = {home_id: one.purse for home_id, one in found.items()}
    shares = shares_of(premium_fen, areas, purses)
    holds = reserved(shares, purses)
    gathered = gathered_fen(shares, await paid_by_home(case.id))
    return Bill(sum(holds.values()), holds, owed_fen(shares), gathered, shares, areas)


# --- what a step does


@dataclass(frozen=True)
class Paid:
    """A premium that left: by which journal, and out of the own funds of which homes."""

    journal_id: UUID
    homes: Sequence[UUID] = ()


@dataclass(frozen=True)
class Transition:
    """A case led from one state to another, by whom and when; `bill` of a plan being filed."""

    case: Case
    before: Facts
    after: Facts
    actor: UUID | None
    key: str
    now: datetime
    bill: Bill | None = None

    @property
    def purse(self) -> Purse:
        """Whose money it is."""
        return flow_of(self.after.flow).purse


async def follow(led: Transition) -> Paid | None:
    """The purse is moved as the money table says; what was paid, if it was. R3.4.

    Refuses InsufficientFunds, with nothing held, and what else the ledger refuses.
    """
    paid = None
    for move in moves(flow_of(led.after.flow).money, led.before, led.after):
        match move:
            case Move.OPEN:
                actor = led.actor or UUID(int=0)
                await special.account_of_scope(led.case, actor, led.now)
            case Move.PROPOSE:
                await propose_by_area(led.case, led.after, led.now)
            case Move.SHARE:
                await _share(led)
            case Move.HOLD:
                await _hold(led)
            case Move.RELEASE:
                await ledger.release(led.case.id, led.before.version, led.now)
            case Move.CAPTURE:
                paid = await _capture(led)
            case Move.RETURN:
                # By entries of two people each (`handlers.collecting`), never by the step itself.
                pass
    return paid


async def _share(led: Transition) -> None:
    case, version = led.case, led.after.version
    if led.purse is Purse.HOMES:
        assert led.bill is not None
        await keep_shares(case.id, version, led.bill.shares, led.bill.areas)
    else:
        await shares_stand(case, version)


async def _hold(led: Transition) -> None:
    case, facts = led.case, led.after
    if led.purse is Purse.HOMES:
        assert led.bill is not None
        holds = led.bill.holds
    elif led.purse is Purse.POOL:
        account = await ledger.account_for(AccountKind.POOLED, case.scope_id)
        holds = {account.id: facts.premium_fen}
    else:
        account = await ledger.account_for(AccountKind.SPECIAL, case.special_id)
        holds = {account.id: facts.premium_fen}
    await ledger.hold(case.id, facts.version, holds, led.now, PAYOUTS[led.purse])


async def _capture(led: Transition) -> Paid:
    """The premium is paid to the insurer as one journal. R9.3."""
    case, facts = led.case, led.after
    assert facts.payout is not None
    amount = facts.payout.amount_fen
    beside: dict[UUID, int] = {}
    homes: list[UUID] = []
    if led.purse is Purse.HOMES:
        shares = await shares_now(case.id, facts)
        # Before any account: whoever moves homes' money locks the homes first.
        homes = [share.home_id for share in shares if share.fund_fen]
        await lock_homes(homes)
        parts = payout_parts(shares, await holds_by_home(case.id, facts.version))
        if owed := owed_fen(shares):
            beside = {(await fund_of(case, facts, led.now)).account_id: owed}
    else:
        parts = {one.account_id: amount for one in await ledger.holds_of(case.id, facts.version)}
        if not parts:
            raise HoldNotFound()
    journal = premium_payout(
        debits=parts | beside,
        # Premiums leave from no other bank account than the main one. R3.5.
        bank=await ledger.ensure_account(AccountKind.BANK, None, "维修资金专户", led.now),
        insurers=[Part(case.insurer_id, amount)],
        effective_on=beijing_date(led.now),
        reference=f"payout:{facts.number}:{facts.version}",
        case_id=case.id,
        memo=f"拨付电梯维修保险保费 {facts.number}",
        kind=PAYOUTS[led.purse],
    )
    captured = await ledger.capture(case.id, facts.version, journal, parts, led.now, led.key)
    return Paid(captured.journal_id, homes)
