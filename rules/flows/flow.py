"""What a flow is: its table of steps, its purse and money table, and the words that are its own.

A new flow is one file with its table and its `Flow`, one line in `engine.FLOWS`, and one story.
Nothing else in the program knows a flow by its name.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from rules.cases import STATE_TITLES, State
from rules.flows import money
from rules.flows.table import Step
from rules.parameters import Parameters

NOTICE_TITLE = "电梯维修保险方案公示"
TO_BE_POSTED = "待公示", "由住保中心发布公示"
TO_BE_VOTED = "待表决", "由住保中心组织业主表决"


@dataclass(frozen=True)
class Vote:
    """How the owners are asked: by which of the law's two measures their vote is counted (Civil
    Code art. 278, R8.1), what a notice with their answer is called, and whether a parameter may
    say that nobody is asked (vote.fund_flow)."""

    threshold: Literal["use", "raise"]
    notice_title: str
    waivable: bool


@dataclass(frozen=True)
class Notice:
    """What the notice and the owners' question say of the money. R5.6, R7.3.

    `account` is what pays, after the scope's name, `method` how it is shared; `whose` and `others`
    are said where those who benefit and those whose money it is are not the same. `rules`: rule,
    clause and words by which it may be spent. `question` ends the owners' question.
    """

    money: str
    whose: str
    others: str
    rules: tuple[tuple[str, str, str], ...]
    title: str = NOTICE_TITLE
    account: str = ""
    method: str = ""
    question: str = ""


@dataclass(frozen=True)
class Words:
    """What messages say of the flow's money: the purse that `pays`; of a new plan what is held
    of its premium (`{held}`), what is lacking (`{lacking}`, both in yuan), what where nothing is
    held yet, and what comes next, as a phrase of at most five characters and in full; of a
    collection its title, text (`{place}`, `{sum}`) and note; the papers a payout asks for."""

    pays: str
    held: str = ""
    lacking: str = ""
    unheld: str = ""
    next: tuple[str, str] = TO_BE_POSTED
    collection: tuple[str, str, str] = ("", "", "")
    papers: str = "合同、发票和公示图片"


@dataclass(frozen=True)
class Flow:
    """One way to insure elevators. `condition` names the purse in the second condition (R5.2):
    its title, and whose money can be spent; `applicants` may apply (R5.1)."""

    name: str
    title: str
    clause: str
    steps: tuple[Step, ...]
    applicants: frozenset[str]
    purse: money.Purse
    money: tuple[money.Row, ...]
    condition: tuple[str, str] = ("", "")
    words: Words = Words("")
    notice: Notice | None = None
    vote: Vote | None = None
    renewable: bool = False
    records_policy: bool = False
    titles: Mapping[State, str] = field(default_factory=dict)

    def asks(self, parameters: Parameters) -> bool:
        """Whether the owners are asked by these parameters. vote.fund_flow."""
        if self.vote is None:
            return False
        return not (self.vote.waivable and parameters.vote_fund_flow == "waived")

    def after_plan(self, waived: bool) -> tuple[str, str]:
        """What comes next once a plan is filed, as a phrase and in full; `waived`: no vote where
        the flow may do without."""
        return TO_BE_POSTED if waived and self.vote and self.vote.waivable else self.words.next

    @property
    def gathers(self) -> bool:
        """Whether owners pay in what the purse lacks."""
        return self.purse in {money.Purse.HOMES, money.Purse.SCOPE, money.Purse.SOLE}

    @property
    def special(self) -> bool:
        """Whether an 电梯保险专户 pays."""
        return self.purse in {money.Purse.SCOPE, money.Purse.SOLE}

    def state_title(self, state: State) -> str:
        """The state as people of this flow read it."""
        return self.titles.get(state, STATE_TITLES[state])
