"""A case: what is known of it (`Facts`), what may be done to it (the acts), who does it (`By`).

Everything here is a value. `rules.flows.step` takes facts and an act and gives new facts and an
event, or raises a refusal. Moments are aware, sums in fen, ids strings. Sections 5, 6, 7, 9.
"""

from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Any, Literal

import msgspec

from rules.people import Role
from rules.policy import DEFAULT, Policy


class State(StrEnum):
    """Where a case stands in the pooled flow (附件二(一)); words for people in STATE_TITLES."""

    SIGNING = "signing"
    FILED = "filed"
    ACCEPTED = "accepted"
    PLANNED = "planned"
    POSTING = "posting"
    NOTICED = "noticed"
    PAUSED = "paused"
    CLEARED = "cleared"
    REGISTERED = "registered"
    CONTRACTED = "contracted"
    REQUESTED = "requested"
    PREPARED = "prepared"
    PAID = "paid"
    INSURED = "insured"
    RETURNED = "returned"
    WITHDRAWN = "withdrawn"
    REJECTED = "rejected"
    LAPSED = "lapsed"
    ENDED = "ended"


STATE_TITLES: dict[State, str] = {
    State.SIGNING: "征集签名",
    State.FILED: "已提出申请，待受理",
    State.ACCEPTED: "已受理，待查勘和制定方案",
    State.PLANNED: "方案已制定，待公示",
    State.POSTING: "公示已发布，待各单元张贴",
    State.NOTICED: "公示中",
    State.PAUSED: "暂缓实施",
    State.CLEARED: "公示期满无异议，待登记备案",
    State.REGISTERED: "已登记备案，待签订合同",
    State.CONTRACTED: "已签订合同，待申请拨付",
    State.REQUESTED: "已申请拨付，待审核",
    State.PREPARED: "拨付已制单，待复核",
    State.PAID: "保费已拨付，待出单",
    State.INSURED: "已承保",
    State.RETURNED: "退回补正",
    State.WITHDRAWN: "已撤回",
    State.REJECTED: "不予受理或驳回",
    State.LAPSED: "逾期失效",
    State.ENDED: "反对意见成立，已终止",
}

OVER = frozenset({State.WITHDRAWN, State.REJECTED, State.LAPSED, State.ENDED})
"""A case that came to nothing: what it held is released."""

CLOSED = OVER | {State.INSURED}
"""Nothing more happens in the case."""


class Value(msgspec.Struct, frozen=True, kw_only=True):
    """A plain immutable record."""


class Signer(Value, frozen=True):
    """One signature in force: the roll's owner, the person who signed, the homes spoken for."""

    owner_id: str
    person_id: str
    homes: tuple[str, ...]


class LobbyFact(Value, frozen=True):
    """One lobby of the notice; `posted_at` is when its evidence entered the system (R7.2)."""

    unit_id: str
    posted_at: datetime | None = None


class ContractFact(Value, frozen=True):
    """The signed contract; `to_on` is the last day covered."""

    number: str
    from_on: date
    to_on: date
    amount_fen: int


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
    """A payout asked for; due within the working days of R9.1, counted from `counted_from_on`."""

    invoice_number: str
    amount_fen: int
    complete_on: date
    due_on: date
    provisional: bool
    counted_from_on: date | None = None
    prepared_by: str = ""
    approved_by: str = ""


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
    clock stopped; `pause_began_at` when the case entered the pause; `resume_to` where it goes
    back to; `after_notice` where a notice that runs once more leads when it ends.
    """

    case_id: str
    number: str
    scope_id: str
    applicant: Literal["signers", "committee", "manager"]
    applicant_id: str
    insurer_id: str
    elevators: tuple[str, ...]
    created_at: datetime
    changed_at: datetime
    flow: str = "pooled"
    state: State = State.SIGNING
    policy: Policy = DEFAULT
    urgent: bool = False
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
    open_objections: tuple[str, ...] = ()
    hand_hold: bool = False
    correction_due_at: datetime | None = None
    returned_from: State | None = None
    registration_number: str = ""
    contract: ContractFact | None = None
    payout: PayoutFact | None = None
    policy_number: str = ""

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
            return self.changed_at + timedelta(days=self.policy.lapse_days)
        return None


WAITS_ON_APPLICANT = frozenset({State.ACCEPTED, State.POSTING, State.REGISTERED, State.CONTRACTED})
"""Where silence is not the Centre's: only here may a case lapse (section 6)."""


class By(Value, frozen=True):
    """Who acts: all roles held, the id of the person or account, and whether it is an applicant
    of this case (a signer, or the committee member or manager who filed it)."""

    roles: frozenset[Role]
    id: str
    applicant: bool = False
    insurer_id: str = ""


class Act(Value, frozen=True):
    """Something done to a case."""


class Sign(Act, frozen=True):
    owner_id: str
    person_id: str
    homes: tuple[str, ...]


class Unsign(Act, frozen=True):
    owner_id: str


class Accept(Act, frozen=True):
    conditions: tuple[Condition, ...]


class FilePlan(Act, frozen=True):
    premium_fen: int
    per_elevator: dict[str, int]
    conditions: tuple[Condition, ...]


class PublishNotice(Act, frozen=True):
    units: tuple[str, ...]


class PostLobby(Act, frozen=True):
    unit_id: str


class RefuseLobby(Act, frozen=True):
    unit_id: str
    why: str


class Object(Act, frozen=True):
    """A written objection: `arrived_at` is when it entered the Centre's system (R7.4)."""

    objection_id: str
    arrived_at: datetime


class CloseObjection(Act, frozen=True):
    """One objection comes to its end without being upheld (R7.6).

    Dropped: a paper entered by one person is not confirmed by the second (R7.4).
    """

    objection_id: str
    outcome: Literal["withdrawn", "settled", "dismissed", "dropped"]
    why: str = ""


class Uphold(Act, frozen=True):
    objection_id: str
    then: Literal["new_plan", "end"]
    why: str


class Reopen(Act, frozen=True):
    """The objector asked for review of a dismissal: the objection is open again (R7.6)."""

    objection_id: str


class HoldByHand(Act, frozen=True):
    why: str


class ReleaseByHand(Act, frozen=True):
    why: str


class CloseNotice(Act, frozen=True):
    pass


class Recount(Act, frozen=True):
    """The calendar of a needed year became known (R9.2)."""


class Register(Act, frozen=True):
    number: str
    conditions: tuple[Condition, ...]


class SignContract(Act, frozen=True):
    number: str
    from_on: date
    to_on: date
    amount_fen: int


class RequestPayout(Act, frozen=True):
    invoice_number: str
    invoice_fen: int
    papers: frozenset[str]


class PreparePayout(Act, frozen=True):
    amount_fen: int


class ApprovePayout(Act, frozen=True):
    conditions: tuple[Condition, ...]


class IssuePolicy(Act, frozen=True):
    number: str


class WithdrawCase(Act, frozen=True):
    why: str


class ReturnCase(Act, frozen=True):
    why: str


class ReturnPayout(Act, frozen=True):
    """The payout's papers go back to the applicant; the clock stops (R9.1)."""

    why: str


class CorrectCase(Act, frozen=True):
    note: str


class RejectCase(Act, frozen=True):
    why: str


class Lapse(Act, frozen=True):
    pass
