"""The approved premium leaves: the pool, the homes' funds, or a special account. R3.4, R9.3."""

from collections import defaultdict
from uuid import UUID

from handlers.collecting.funding import fund_of
from handlers.collecting.shares import shares_now
from handlers.funds.warnings import judge_homes
from handlers.route import Context
from models import ledger
from models.base import sql
from models.cases import Case
from models.funds.homes import lock_homes
from models.ledger import Captured
from rules.cases import Facts
from rules.collecting import HomeShare, owed_fen, taken
from rules.days import beijing_date
from rules.ledger import AccountKind, JournalKind, Part


async def pay(ctx: Context, case: Case, facts: Facts) -> Captured:
    """The premium of the approved payout is paid to the insurer as one journal; what was held
    above it is given back. R9.3.

    Homes that fall below their line by it are told to top up. Refuses what the ledger refuses.
    """
    if facts.flow == "household":
        return await _from_homes(ctx, case, facts)
    assert facts.payout is not None
    kind = JournalKind.POOLED_PAYOUT if facts.flow == "pooled" else JournalKind.SPECIAL_PAYOUT
    return await ledger.capture(
        case.id,
        facts.version,
        amount_fen=facts.payout.amount_fen,
        bank=await _paying_account(ctx),
        insurers=[Part(case.insurer_id, facts.payout.amount_fen)],
        effective_on=beijing_date(ctx.now),
        reference=_reference(facts),
        now=ctx.now,
        actor=ctx.who.key,
        memo=_memo(facts),
        kind=kind,
    )


async def _from_homes(ctx: Context, case: Case, facts: Facts) -> Captured:
    """Every home's part out of its own fund, and what was paid in for the rest."""
    assert facts.payout is not None
    shares = await shares_now(case.id, facts)
    # Before any account: whoever moves homes' money locks the homes first.
    homes = [share.home_id for share in shares if share.fund_fen]
    await lock_homes(homes)
    fund = await fund_of(ctx, case, facts)
    owed = owed_fen(shares)
    captured = await ledger.capture_spread(
        case.id,
        facts.version,
        parts=await _parts(case.id, facts.version, shares),
        beside={fund.account_id: owed} if owed else {},
        bank=await _paying_account(ctx),
        insurers=[Part(case.insurer_id, facts.payout.amount_fen)],
        effective_on=beijing_date(ctx.now),
        reference=_reference(facts),
        now=ctx.now,
        actor=ctx.who.key,
        memo=_memo(facts),
    )
    await judge_homes(ctx, homes)
    return captured


async def _parts(case_id: UUID, version: int, shares: list[HomeShare]) -> dict[UUID, int]:
    """What each account gives: of every home the principal's hold first, then the interest's."""
    rows = await sql(
        "SELECT a.owner_ref AS home_id, h.account_id, h.amount_fen FROM ledger_hold h"
        " JOIN ledger_account a ON a.id = h.account_id"
        " WHERE h.case_id = $1 AND h.plan_version = $2"
        " ORDER BY a.owner_ref, a.kind = 'household_interest'",
        case_id,
        version,
    )
    holds: dict[UUID, list[tuple[UUID, int]]] = defaultdict(list)
    for row in rows:
        holds[row["home_id"]].append((row["account_id"], row["amount_fen"]))
    found: dict[UUID, int] = {}
    for share in shares:
        found |= taken(share.fund_fen, holds[share.home_id])
    return found


async def _paying_account(ctx: Context) -> UUID:
    """The books' account of the main bank account: premiums leave from no other one. R3.5."""
    return await ledger.ensure_account(AccountKind.BANK, None, "维修资金专户", ctx.now)


def _reference(facts: Facts) -> str:
    return f"payout:{facts.number}:{facts.version}"


def _memo(facts: Facts) -> str:
    return f"拨付电梯维修保险保费 {facts.number}"
