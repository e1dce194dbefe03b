"""The roll a vote is counted by, as it stood when the vote opened. R2.2, R2.3, R8.3."""

from dataclasses import dataclass
from typing import Generic

from rules.money import Id


@dataclass(frozen=True, slots=True)
class RollHome(Generic[Id]):
    """A home that counts. Without owners nobody can speak for it, yet it is part of the whole.

    `representative`: the co-owner named to speak for the home (R2.3), void unless an owner.
    `served`: service of the vote on its owners is proven (R8.2).
    """

    home_id: Id
    area_cm2: int
    owners: frozenset[Id]
    developer_held: bool = False
    representative: Id | None = None
    served: bool = False

    @property
    def speakers(self) -> frozenset[Id]:
        """The owners whose ballots count: the representative alone where one is named. R2.3."""
        if self.representative is not None and self.representative in self.owners:
            return frozenset({self.representative})
        return self.owners
