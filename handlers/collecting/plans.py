"""What a plan asks of those who pay it: what is held, what is owed. 附件二(二)3, 四(四), R3.4."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from uuid import UUID

from msgspec.structs import replace

from handlers.collecting.funding import FUNDS, fund_of
from handlers.collecting.shares import paid_by_home
from handlers.route import Context
from models import ledger
from models.base import sql
from models.cases import Case
from models.funds.purses import lock_purses
from rules.cases import Facts
from rules.collecting import HomeShare, gathered_fen, owed_fen, reserved, shares_of
from rules.events.votes import CollectionOpened
from rules.ledger import AccountKind
from rules.refusals.asking import NotFound


@dataclass(frozen=True)
class Owing:
    """What a plan about to be filed holds on which accounts, and what must come in; `owed_fen`
    is None where nobody pays in at all."""

    holds: Mapping[UUID, int] = field(default_factory=dict)
    owed_fen: int | None = None
    gathered_fen: int = 0
    shares: Sequence[HomeShare] = ()
    areas: Mapping[UUID, int] = field(default_factory=dict)


async def owing_of(ctx: Context, case: Case, facts: Facts, premium_fen: int) -> Owing:
    """What this premium asks of the pool, of the homes or of a special account.

    The homes' accounts are locked until the transaction ends. Raises NotFound when no home of the
    scope counts.
    """
    if facts.flow == "household":
        return await _of_homes(case, premium_fen)
    if facts.flow == "pooled":
        account = await ledger.account_for(AccountKind.POOLED, case.scope_id)
        return Owing({account.id: premium_fen})
    if facts.flow == "added" and facts.flow in FUNDS:
        fund = await fund_of(ctx, case, replace(facts, premium_fen=premium_fen))
        return Owing(owed_fen=fund.needed_fen, gathered_fen=fund.gathered_fen)
    return Owing()


async def _of_homes(case: Case, premium_fen: int) -> Owing:
    rows = await sql(
        "SELECT h.id, h.area_cm2 FROM home h JOIN unit u ON u.id = h.unit_id"
        " WHERE h.counts AND u.scope_id = $1",
        case.scope_id,
    )
    areas = {row["id"]: row["area_cm2"] for row in rows}
    if not areas:
        raise NotFound("该楼栋或单元没有计入面积的房屋")
    found = await lock_purses(sorted(areas), ())
    purses = {home_id: one.purse for home_id, one in found.items()}
    shares = shares_of(premium_fen, areas, purses)
    gathered = gathered_fen(shares, await paid_by_home(case.id))
    return Owing(reserved(shares, purses), owed_fen(shares), gathered, shares, areas)


async def settle(ctx: Context, case: Case, after: Facts, owing: Owing) -> None:
    """The filed plan has its premium held, and each home's part is on the list. R3.4.

    Refuses InsufficientFunds, with nothing held.
    """
    if after.flow == "household":
        await ledger.hold_spread(case.id, after.version, owing.holds, ctx.now)
        await keep_shares(case.id, after.version, owing.shares, owing.areas)
    else:
        for account_id, fen in owing.holds.items():
            await ledger.hold(account_id, case.id, after.version, fen, ctx.now)
    lacking = (owing.owed_fen or 0) - owing.gathered_fen
    if lacking > 0:
        data = {"version": after.version, "needed_fen": lacking}
        ctx.record(CollectionOpened(subject_id=str(case.id), at=ctx.now, data=data))


async def keep_shares(
    case_id: UUID, version: int, shares: Sequence[HomeShare], areas: Mapping[UUID, int]
) -> None:
    """These are the homes' parts of that version of the plan, for good."""
    await sql(
        "INSERT INTO case_share (id, case_id, version, home_id, area_cm2, part_fen, fund_fen,"
        " owed_fen) SELECT gen_random_uuid(), $1, $2, l.*"
        " FROM unnest($3::uuid[], $4::bigint[], $5::bigint[], $6::bigint[], $7::bigint[]) AS l",
        case_id,
        version,
        [one.home_id for one in shares],
        [areas[one.home_id] for one in shares],
        [one.part_fen for one in shares],
        [one.fund_fen for one in shares],
        [one.owed_fen for one in shares],
    )
