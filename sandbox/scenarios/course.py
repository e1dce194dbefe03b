"""A case on its way to a state: who acts in it, and at which moment. Acts come one after another,
each bringing the case to the next state."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any, NamedTuple

from rules.imports import OwnerRow
from sandbox.demo import scenes
from sandbox.demo.play import Unexpected
from sandbox.demo.stations import Branch
from sandbox.demo.voting import Poll
from sandbox.scenarios.catalogue import Scenario
from sandbox.scenarios.places import OWNERS, strangers


@dataclass
class Course:
    """`homes` are those of the signers, then the neighbour's, whose tokens have the same order."""

    branch: Branch
    scenario: Scenario
    now: datetime
    owners: list[OwnerRow] = field(default_factory=list)
    homes: list[str] = field(default_factory=list)
    keys: list[str] = field(default_factory=list)
    home_ids: dict[str, str] = field(default_factory=dict)
    last_lobby: dict[str, Any] = field(default_factory=dict)
    poll: Poll = field(init=False)

    @property
    def signers(self) -> list[str]:
        """The keys of the tokens of the three who sign."""
        return self.keys[: OWNERS - 1]

    @property
    def neighbour(self) -> str:
        """The key of the token of one more, who has done nothing yet."""
        return self.keys[OWNERS - 1]

    @property
    def number(self) -> str:
        """What papers of others are numbered after, the case's number without its letters."""
        return str(self.branch.story.case["number"]).partition("-")[2]

    def enter_owners(self) -> None:
        """Four owners log in, bind their homes and allow messages."""
        self.home_ids = self.branch.home_ids()
        for home, owner in list(strangers(self.branch.place))[:OWNERS]:
            key = self.branch.enter(owner, self.home_ids[home])
            scenes.consent(self.branch.story, key, self.branch.people()[owner.id_number].openid)
            self.owners.append(owner)
            self.homes.append(home)
            self.keys.append(key)

    def sign(self, nth: int) -> None:
        """One more signature."""
        self.branch.story.do(self.signers[nth], "/signatures")

    def go_to(self, moment: datetime | None) -> None:
        """What follows happens then; None: now. Never later than now."""
        if moment is not None and moment > self.now:
            raise Unexpected(f"须等到 {moment}，而沙箱时间为 {self.now}")
        self.branch.story.play.at = moment

    def go_on(self, by: timedelta) -> None:
        """What follows happens so much later."""
        at = self.branch.story.play.at
        assert at is not None
        self.go_to(at + by)


class Act(NamedTuple):
    """Brings a case to a state. `only`: left out on the way to other states."""

    state: str
    take: Callable[[Course], None]
    only: bool


def then(state: str, take: Callable[[Course], None], *, only: bool = False) -> Act:
    """The act by which a case gets there."""
    return Act(state, take, only)
