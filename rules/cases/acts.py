"""What may be done to a case, and by whom."""

from datetime import date, datetime
from typing import ClassVar, Literal

from rules.cases.facts import Condition, ContractFact, ObjectionFact, Value
from rules.entries import is_same_person
from rules.people import Role


class By(Value, frozen=True):
    """Who acts: all roles held, the id of the person or account, whether it is an applicant of
    this case (a signer, or the committee member or manager who filed it), as which owner of the
    roll it speaks in the scope today, all logins of the same natural person, and whether the
    account cannot be a second person yet (R1.1)."""

    roles: frozenset[Role]
    id: str
    applicant: bool = False
    insurer_id: str = ""
    owner_id: str = ""
    logins: frozenset[str] = frozenset()
    waits: bool = False

    def is_same(self, other: str | None) -> bool:
        """Whether the other login is of the same natural person. R1.1."""
        return is_same_person(self.id, self.logins, other)


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
    """The insurer's plan, of whose premium `held_fen` can be held at once. Where others than the
    pool pay, `owed_fen` must come in before the contract, of which `gathered_fen` is there
    already."""

    premium_fen: int
    per_elevator: dict[str, int]
    conditions: tuple[Condition, ...]
    held_fen: int = 0
    owed_fen: int | None = None
    gathered_fen: int = 0


class PublishNotice(Act, frozen=True):
    units: tuple[str, ...]


class PostLobby(Act, frozen=True):
    """A photo of a lobby; `proven`: the lobby's own code was read in it, for the first time."""

    unit_id: str
    proven: bool = True


class AcceptLobby(Act, frozen=True):
    """Somebody looked at a photo that did not prove itself, and found it good (R7.2)."""

    unit_id: str


class ShowHanging(Act, frozen=True):
    """A photo near the last day; `proven`: the lobby's own code was read in it (R7.2)."""

    unit_id: str
    proven: bool = True


class RefuseLobby(Act, frozen=True):
    unit_id: str
    why: str


class Object(Act, frozen=True):
    """A written objection: `arrived_at` is when it entered the Centre's system (R7.4); `others`
    are those of the same owner to this version (R7.10)."""

    objection_id: str
    arrived_at: datetime
    others: tuple[ObjectionFact, ...] = ()


class OfObjection(Act, frozen=True):
    """What is done to one objection."""

    objection: ObjectionFact

    @property
    def objection_id(self) -> str:
        """Which objection."""
        return self.objection.id


class CloseObjection(OfObjection, frozen=True):
    """One objection comes to its end without being upheld (R7.6)."""

    outcome: ClassVar[str]

    why: str = ""


class WithdrawObjection(CloseObjection, frozen=True):
    """The objector takes it back."""

    outcome = "withdrawn"


class SettleObjection(CloseObjection, frozen=True):
    """The objector agrees to the record that the Centre proposed."""

    outcome = "settled"


class ProposeSettlement(OfObjection, frozen=True):
    """The Centre puts a record before the objector; it ends nothing."""


class EnterEnding(OfObjection, frozen=True):
    """One enters from a signed paper that the objector agreed or takes it back; it ends nothing."""

    outcome: Literal["settled", "withdrawn"] = "settled"


class EndOnPaper(CloseObjection, frozen=True):
    """A second person confirms what `entered_by` entered from a signed paper."""

    entered_by: str = ""


class WithdrawOnPaper(EndOnPaper, frozen=True):
    """An objection on paper is taken back on paper."""

    outcome = "withdrawn"


class SettleOnPaper(EndOnPaper, frozen=True):
    """Both sides agreed on paper."""

    outcome = "settled"


class DismissObjection(CloseObjection, frozen=True):
    """A reviewer finds it not established."""

    outcome = "dismissed"


class DropPaper(CloseObjection, frozen=True):
    """A paper entered by one person is not confirmed by the second (R7.4)."""

    outcome = "dropped"


class Uphold(OfObjection, frozen=True):
    then: Literal["new_plan", "end"]
    why: str


class Reopen(OfObjection, frozen=True):
    """The objector asked for review of a dismissal: the objection is open again (R7.6);
    `others` are those of the same owner to this version."""

    others: tuple[ObjectionFact, ...] = ()


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
    """`payee_id` is the account that the insurer has confirmed; empty where it has not (R3.5)."""

    amount_fen: int
    payee_id: str


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


class OpenVote(Act, frozen=True):
    """The roll is frozen and ballots may be cast until `ends_at` (R8.3); `roll_root` is its
    fingerprint, which goes into the log."""

    vote_id: str
    ends_at: datetime
    roll_root: str = ""


class CloseVote(Act, frozen=True):
    """The ballots were counted: heads and areas, in cm2, as R8.1 weighs them; `record_root` is the
    published record's fingerprint, which goes into the log (R8.5). `few`: so few took part that the
    figures are not told (R12.2); `missed` says which of them fell short."""

    passed: bool
    participating_heads: int
    agreeing_heads: int
    participating_cm2: int
    agreeing_cm2: int
    record_root: str = ""
    few: bool = False
    missed: tuple[str, ...] = ()


class OpenAccount(Act, frozen=True):
    """The special account stands; so much must be in it before the contract. 附件二(三)2、3."""

    needed_fen: int
    gathered_fen: int


class Gather(Act, frozen=True):
    """Money owed came in, or was given back: so much is gathered now. 附件二(二)6."""

    needed_fen: int
    gathered_fen: int


class RecordPolicy(Act, frozen=True):
    """A policy bought directly from an insurer is on record."""

    number: str
    contract: ContractFact


class FlagUrgent(Act, frozen=True):
    """Somebody is trapped or the elevator is unsafe: the case goes first in every queue."""

    kind: Literal["trapped", "unsafe"]
    why: str
    evidence: int


class UnflagUrgent(Act, frozen=True):
    """The Centre found no emergency."""

    why: str


class Lapse(Act, frozen=True):
    pass
