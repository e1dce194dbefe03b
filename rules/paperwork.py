"""The papers that the Centre issues in a case: which, when, by whom. R9.5, R9.6.

One table; what a case offers to whom is read from it, and nothing else in the program decides it.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from rules.cases import OVER, Act, By, Facts, State
from rules.cases.acts import Accept, FilePlan, Gather, PreparePayout, RejectCase, Sign
from rules.files import FileClass
from rules.flows import flow_of
from rules.people import (
    CASE_READERS,
    CASEWORKERS,
    CONFIRMERS,
    DESK,
    DESK_READERS,
    FUND_CLERKS,
    Role,
)

KEPT_YEARS: Final = 30
"""How long a case's papers are kept from the end of the year of its last paper: as vouchers and
ledgers are, since they prove payments (会计档案管理办法, R9.6). Nothing deletes any of them."""


class PaperKind(StrEnum):
    """住保中心出具的文书的种类。R9.5。"""

    APPLICATION = "application"
    ACCEPTANCE = "acceptance"
    REJECTION = "rejection"
    CORRECTION = "correction"
    PLAN = "plan"
    REGISTRATION = "registration"
    PAYOUT_APPROVAL = "payout_approval"
    PAYMENT_NOTICE = "payment_notice"
    PAYMENT_REMINDER = "payment_reminder"
    SIGNATURE_RECEIPT = "signature_receipt"
    OBJECTION_RECEIPT = "objection_receipt"
    CONTRIBUTION_RECEIPT = "contribution_receipt"


class About(StrEnum):
    """What a paper is about: the case, or one of its signatures, objections, receipts, homes."""

    CASE = "case"
    SIGNATURE = "signature"
    OBJECTION = "objection"
    RECEIPT = "receipt"
    HOME = "home"


@dataclass(frozen=True, slots=True)
class Issued:
    """One kind of paper: its title, whom the staff who print and who read it, of what class it is.

    A case offers it in these states, where its flow has `act` and its facts are so (`when`);
    `applicant`: whoever applies prints it, too. What was issued once may be printed again for ever.
    `sum_is_public`: whoever checks it is told its sum, which the notice or the public list has too.
    """

    title: str
    states: frozenset[State]
    who: frozenset[Role]
    readers: frozenset[Role]
    act: type[Act] | None = None
    when: Callable[[Facts], bool] | None = None
    about: About = About.CASE
    applicant: bool = False
    insurer: bool = False
    file_class: FileClass = FileClass.CASE
    sum_is_public: bool = False

    def offered(self, facts: Facts) -> bool:
        """Whether the case stands where this paper is issued."""
        if facts.state not in self.states:
            return False
        if self.act and all(step.act is not self.act for step in flow_of(facts.flow).steps):
            return False
        return self.when is None or self.when(facts)

    def may_print(self, by: By) -> bool:
        """Whether somebody in that capacity prints it."""
        return bool(self.who & by.roles) or self._party(by)

    def may_read(self, by: By) -> bool:
        """Whether somebody in that capacity reads it once it was issued."""
        return bool((self.who | self.readers) & by.roles) or self._party(by)

    def _party(self, by: By) -> bool:
        return (self.applicant and by.applicant) or (self.insurer and Role.INSURER in by.roles)


_ACCEPTED = frozenset(State) - OVER - {State.SIGNING, State.FILED, State.RETURNED}
_PAID = frozenset({State.PAID, State.INSURED})
_AUDITOR = frozenset({Role.AUDITOR})
_COLLECTING = frozenset({State.COLLECTING, State.CLEARED, State.REGISTERED})


def _owing(facts: Facts) -> bool:
    return facts.collection is not None and not facts.collection.complete


ISSUED: Mapping[PaperKind, Issued] = {
    PaperKind.APPLICATION: Issued(
        "电梯维修保险申请表",
        frozenset(State) - OVER,
        DESK,
        DESK_READERS,
        applicant=True,
    ),
    PaperKind.ACCEPTANCE: Issued(
        "受理通知书", _ACCEPTED, CASEWORKERS, DESK_READERS, act=Accept, applicant=True
    ),
    PaperKind.REJECTION: Issued(
        "不予受理（驳回）通知书",
        frozenset({State.REJECTED}),
        CASEWORKERS,
        DESK_READERS,
        act=RejectCase,
        applicant=True,
    ),
    PaperKind.CORRECTION: Issued(
        "补正通知书",
        frozenset({State.RETURNED, State.CONTRACTED}),
        DESK,
        DESK_READERS,
        when=lambda facts: facts.correction_due_at is not None,
        applicant=True,
    ),
    PaperKind.PLAN: Issued(
        "电梯维修保险投保方案",
        _ACCEPTED - {State.ACCEPTED},
        DESK,
        DESK_READERS,
        act=FilePlan,
        when=lambda facts: facts.version > 0,
        applicant=True,
        insurer=True,
        sum_is_public=True,
    ),
    PaperKind.REGISTRATION: Issued(
        "使用登记备案表",
        _ACCEPTED - {State.PAUSED},
        CASEWORKERS,
        DESK_READERS,
        when=lambda facts: bool(facts.registration_number),
        applicant=True,
        sum_is_public=True,
    ),
    PaperKind.PAYOUT_APPROVAL: Issued(
        "保费拨付审批单",
        _PAID | {State.PREPARED},
        CONFIRMERS,
        _AUDITOR,
        act=PreparePayout,
        file_class=FileClass.MONEY,
        sum_is_public=True,
    ),
    PaperKind.PAYMENT_NOTICE: Issued(
        "划款通知书",
        _PAID,
        CONFIRMERS,
        _AUDITOR,
        act=PreparePayout,
        file_class=FileClass.MONEY,
        sum_is_public=True,
    ),
    PaperKind.PAYMENT_REMINDER: Issued(
        "催缴通知书",
        _COLLECTING,
        FUND_CLERKS,
        DESK_READERS,
        act=Gather,
        when=_owing,
        about=About.HOME,
        file_class=FileClass.MONEY,
    ),
    PaperKind.SIGNATURE_RECEIPT: Issued(
        "申请签名回执",
        frozenset({State.SIGNING, State.FILED}),
        CASEWORKERS,
        CASE_READERS,
        act=Sign,
        about=About.SIGNATURE,
    ),
    PaperKind.OBJECTION_RECEIPT: Issued(
        "书面反对意见回执",
        frozenset(State),
        CASEWORKERS,
        CASE_READERS,
        about=About.OBJECTION,
        file_class=FileClass.OBJECTION,
    ),
    PaperKind.CONTRIBUTION_RECEIPT: Issued(
        "缴款回执",
        frozenset(State),
        FUND_CLERKS,
        DESK_READERS,
        about=About.RECEIPT,
        file_class=FileClass.MONEY,
    ),
}
"""Every kind of paper of a case."""

PAPER_TITLES: Mapping[PaperKind, str] = {kind: one.title for kind, one in ISSUED.items()}


def kinds_readable(by: By) -> list[PaperKind]:
    """The kinds that somebody in that capacity reads once they were issued. R12.2."""
    return [kind for kind, one in ISSUED.items() if one.may_read(by)]
