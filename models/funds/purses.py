"""What homes have to pay from, read and locked. R3.4."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from uuid import UUID

from models import ledger
from models.funds import homes
from models.ledger.accounts import lock
from rules.batches import Standing
from rules.funds import Purse
from rules.ledger import AccountKind


async def standings(home_ids: Iterable[UUID]) -> dict[UUID, Standing]:
    """The homes that exist, each with its purse as it is now."""
    return {
        row["id"]: Standing(
            row["code"],
            row["first_fen"],
            row["moved"],
            Purse(row["fund"], row["fund_fen"], row["interest"], row["interest_fen"]),
        )
        for row in await homes.standings(home_ids)
    }


async def lock_purses(home_ids: Sequence[UUID], beside: Iterable[UUID]) -> dict[UUID, Standing]:
    """The homes with their accounts locked, those `beside` with them, in one order."""
    found = await standings(home_ids)
    held = [key for one in found.values() for key in (one.purse.fund, one.purse.interest) if key]
    await lock([*held, *beside])
    return await standings(home_ids)


async def fund_accounts(home_ids: Sequence[UUID], now: datetime) -> dict[UUID, UUID]:
    """The account of each home's principal, opened at zero if it was missing."""
    titles = await homes.account_titles(home_ids)
    made = await ledger.ensure_accounts(AccountKind.HOUSEHOLD_FUND, titles, now)
    return {home_id: made[home_id] for home_id in home_ids}
