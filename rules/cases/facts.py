"""What is known of a case: all that the rules decide on."""

from datetime import date, datetime, timedelta
from typing import Any, Literal

import msgspec

from rules.cases.states import State
from rules.parameters import DEFAULT, Parameters

Applicant = Literal["signers", "committee", "manager", "independent"]
"""Who applies: owners who sign, or a body by its papers. R5.1."""
Emergency = Literal["trapped", "unsafe"]
"""Somebody was trapped, or the elevator is not safe. 四(三)2."""


class Value(msgspec.Struct, frozen=True, kw_only=True):
    """A plain immutable record."""


class Signer(Value, frozen=True):
    """One signature in force: the roll's owner, the person who signed, the homes spoken for."""

    owner_id: str
    person_id: str
    homes: tuple[str, ...]


class LobbyFact(Value, frozen=True):
    """One lobby of the notice; `posted_at` is when the evidence that counts entered the system
    (R7.2), `waiting_at` when one did that somebody has to look at, from `posted_by`; `hung_at`
    when, near the last day, one showed that it still hung."""

    unit_id: str
    posted_at: datetime | None = None
    waiting_at: datetime | None = None
    posted_by: str = ""
    hung_at: datetime | None = None


class ObjectionFact(Value, frozen=True):
    """What the rules know of one objection: whose, to which version, how it came, where it
    stands, who entered it from paper and who decided it before its review; whether a record is
    proposed to the objector, and whether it was ended by a paper (R7.4, R7.6)."""

    id: str
    owner_id: str = ""
    version: int = 0
    state: str = "open"
    channel: str = "app"
    in_time: bool = True
    reviewed: bool = False
    entered_by: str = ""
    first_decided_by: str = ""
    proposed: bool = False
    ended_on_paper: bool = False


class ContractFact(Value, frozen=True):
    """The signed contract; `to_on` is the last day covered."""

    number: str
    from_on: date
    to_on: date
    amount_fen: int


class VoteFact(Value, frozen=True):
    """The owners' vote of this version: `passed` is None until it is counted (R8.1).

    `ends_at` is when the last ballot may be cast.
    """

    vote_id: str
    round: int
    ends_at: datetime
    passed: bool | None = None


class CollectionFact(Value, frozen=True):
    """What must come in before a contract, and what has; whole fen.

    Household fund: what homes' own funds cannot bear. Special account: what it must hold.
    """

    needed_fen: int
    gathered_fen: int = 0

    @property
    def complete(self) -> bool:
        """Whether everything owed has been paid in."""
        return self.gathered_fen >= self.needed_fen


class Standstill(Value, frozen=True):
    """A stretch in which the notice's clock stood still, and the last day as it was before it.

    Kept so that an end can be counted again (R9.2), and so that paper received before a stretch
    but entered after it does not give that stretch as time left (R7.5, R7.7).
    """

    from_at: datetime
    to_at: datetime
    last_on: date
    provisional: bool


class PayoutFact(Value, frozen=True):
    """A payout asked for; due within the working days of R9.1, counted from `counted_from_on`.
    `payee_id` is the insurer's account that it was prepared with (R3.5)."""

    invoice_number: str
    amount_fen: int
    complete_on: date
    due_on: date
    provisional: bool
    counted_from_on: date | None = None
    prepared_by: str = ""
    approved_by: str = ""
    payee_id: str = ""


class Condition(Value, frozen=True):
    """One of the four conditions as judged at a moment, with what it was judged by (R5)."""

    rule: str
    title: str
    passed: bool
    reason: str
    facts: dict[str, Any] = {}


class Facts(Value, frozen=True):
    """All that the rules decide on. Stored with the case, changed only by `step`.

    `paused_at` is where the notice's clock stopped (the arrival of the objection), None where no
    clock stopped; `pause_began_at` when the case entered the pause, `held_by` who held it by hand;
    `resume_to` where it goes back to; `after_notice` where a notice that runs once more leads when
    it ends. `emergency` says why it is `urgent` (trapped, unsafe); `flow` is a name of
    `rules.flows.FLOWS`; `renews` is the case whose special account goes on.
    """

    case_id: str
    number: str
    scope_id: str
    applicant: Applicant
    applicant_id: str
    insurer_id: str
    elevators: tuple[str, ...]
    created_at: datetime
    changed_at: datetime
    flow: str = "pooled"
    state: State = State.SIGNING
    parameters: Parameters = DEFAULT
    urgent: bool = False
    emergency: str = ""
    renews: str = ""
    signers: tuple[Signer, ...] = ()
    signing_ends_at: datetime | None = None
    handler_id: str = ""
    version: int = 0
    premium_fen: int = 0
    lobbies: tuple[LobbyFact, ...] = ()
    notice_started_at: datetime | None = None
    notice_from_on: date | None = None
    notice_last_on: date | None = None
    notice_ends_at: datetime | None = None
    notice_provisional: bool = False
    standstills: tuple[Standstill, ...] = ()
    paused_at: datetime | None = None
    pause_began_at: datetime | None = None
    paused_seconds: int = 0
    resume_to: State | None = None
    after_notice: State | None = None
    upheld_then: str = ""
    vote: VoteFact | None = None
    collection: CollectionFact | None = None
    open_objections: tuple[str, ...] = ()
    hand_hold: bool = False
    held_by: str = ""
    correction_due_at: datetime | None = None
    returned_from: State | None = None
    registration_number: str = ""
    contract: ContractFact | None = None
    payout: PayoutFact | None = None
    policy_number: str = ""

    @property
    def posted(self) -> int:
        """How many lobbies of the notice have a photo that counts. R7.2."""
        return sum(one.posted_at is not None for one in self.lobbies)

    @property
    def unshown(self) -> int:
        """How many lobbies no photo near the last day shows. R7.2."""
        return sum(one.hung_at is None for one in self.lobbies)

    def due_at(self) -> datetime | None:
        """When the clock next acts on the case by itself, or None."""
        if self.state is State.SIGNING:
            return self.signing_ends_at
        if self.state is State.NOTICED:
            return self.notice_ends_at
        if self.state is State.RETURNED or (
            self.state is State.CONTRACTED and self.correction_due_at
        ):
            return self.correction_due_at
        if self.state in WAITS_ON_APPLICANT:
            return self.changed_at + timedelta(days=self.parameters.lapse_days)
        return None


WAITS_ON_APPLICANT = frozenset(
    {
        State.ACCEPTED,
        State.NOT_CARRIED,
        State.POSTING,
        State.COLLECTING,
        State.REGISTERED,
        State.FUNDED,
        State.CONTRACTED,
    }
)
"""Where silence is not the Centre's: only here may a case lapse (section 6)."""
