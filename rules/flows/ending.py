"""Rows that every flow has: taken back, returned and put right, rejected, lapsed. Section 6."""

from rules.cases import CorrectCase, Lapse, RejectCase, ReturnCase, State, WithdrawCase
from rules.flows import checks as check
from rules.flows import effects as then
from rules.flows.actors import CLOCK
from rules.flows.table import Check, Fork, Step
from rules.people import CASEWORKERS, Role

CLAUSE = "第6节"


def taken_back(
    when: frozenset[State], who: frozenset[Role], *also: Check, title: str = "撤回申请"
) -> Step:
    """Who started the case takes it back."""
    checks = (check.by_initiator, *also)
    return Step(when, WithdrawCase, State.WITHDRAWN, who, CLAUSE, title, checks, then.withdraw)


def returned(when: frozenset[State]) -> Step:
    """The Centre says what is missing, and until when."""
    checks = (check.gives_reason,)
    return Step(
        when, ReturnCase, State.RETURNED, CASEWORKERS, CLAUSE, "退回补正", checks, then.return_case
    )


def put_right(who: frozenset[Role], to: Fork) -> Step:
    """What was missing is there before the deadline."""
    when, checks = frozenset({State.RETURNED}), (check.by_applicant, check.correction_open)
    return Step(when, CorrectCase, to, who, CLAUSE, "提交补正", checks, then.correct)


def rejected(when: frozenset[State], title: str = "不予办理") -> Step:
    """The Centre says why not."""
    checks = (check.gives_reason,)
    return Step(when, RejectCase, State.REJECTED, CASEWORKERS, CLAUSE, title, checks, then.reject)


def lapsed(when: frozenset[State], parameters: str) -> Step:
    """Nobody did what was due by the day that these parameters set."""
    clause, checks = f"{CLAUSE}；{parameters}", (check.ran_out,)
    return Step(when, Lapse, State.LAPSED, CLOCK, clause, "逾期失效", checks, then.lapse)
