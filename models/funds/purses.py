"""What homes' own funds have, and the locks under which that is decided on. R3.4, R3.7."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from uuid import UUID

from models.funds import homes
from models.ledger.accounts import lock
from rules.funds import Purse


@dataclass(frozen=True)
class Standing:
    """A home as money is entered for it; `moved`: its fund was ever in the books."""

    code: str
    first_fen: int
    moved: bool
    purse: Purse


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
