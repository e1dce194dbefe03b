"""The seven days and what may stop them: the same in every flow that has a notice.

附件二(一)4、二(二)4; section 7.
"""

from rules.cases import (
    CloseNotice,
    CloseObjection,
    HoldByHand,
    Object,
    PostLobby,
    Recount,
    RefuseLobby,
    ReleaseByHand,
    Reopen,
    State,
    Uphold,
)
from rules.flows import checks as check
from rules.flows import effects as then
from rules.flows import forks as fork
from rules.flows import objections as pause
from rules.flows.actors import CLOCK, OBJECTORS, REVIEWERS
from rules.flows.forks import states
from rules.flows.table import Step
from rules.people import CASEWORKERS, Role

R = Role
S = State


POSTING = (
    Step(
        states(S.POSTING, S.PAUSED),
        PostLobby,
        fork.POSTED,
        frozenset({R.MANAGER}),
        "附件二(一)4；R7.2",
        "上传张贴凭证",
        (check.notice_not_begun, check.lobby_of_notice, check.lobby_still_open),
        then.post_lobby,
    ),
    Step(
        states(S.POSTING, S.NOTICED, S.PAUSED, S.CLEARED),
        RefuseLobby,
        fork.UNPOSTED,
        CASEWORKERS,
        "R7.2",
        "退回张贴凭证",
        (check.lobby_of_notice, check.lobby_was_posted),
        then.refuse_lobby,
    ),
)
"""Each lobby's evidence, taken and refused. R7.2."""


def _objecting(before_payout: frozenset[State]) -> tuple[Step, ...]:
    """An objection pauses at once; with the last one closed the case goes on. R7.5, R7.6."""
    return (
        Step(
            before_payout | states(S.PAID, S.INSURED),
            Object,
            fork.objected(before_payout),
            OBJECTORS,
            "附件二(一)4；R7.4、R7.5",
            "提出书面反对意见",
            (check.arrived_already,),
            pause.object_to,
        ),
        Step(
            states(S.PAUSED),
            CloseObjection,
            fork.resumed(before_payout),
            frozenset({R.OWNER, R.CLERK, R.REVIEWER}),
            "R7.6、R7.7",
            "办结反对意见",
            (
                check.outcome_fits_role,
                check.objection_open,
                check.dismissed_by_other,
                check.dismissal_says_why,
            ),
            pause.close_objection,
        ),
    )


def _deciding(before_payout: frozenset[State]) -> tuple[Step, ...]:
    """Objections opened again and upheld; the case held by hand. R7.6, R7.9."""
    return (
        Step(
            before_payout,
            Reopen,
            S.PAUSED,
            frozenset({R.OWNER}),
            "R7.6",
            "申请复核反对意见",
            (check.objection_not_open,),
            pause.reopen,
        ),
        Step(
            states(S.PAUSED),
            Uphold,
            fork.UPHELD,
            REVIEWERS,
            "R7.6",
            "认定反对意见成立",
            (check.objection_open, check.upheld_by_other, check.says_why),
            pause.uphold,
        ),
        Step(
            before_payout,
            HoldByHand,
            S.PAUSED,
            CASEWORKERS,
            "R7.9",
            "人工暂停",
            (check.not_held_by_hand,),
            pause.hold_by_hand,
        ),
        Step(
            states(S.PAUSED),
            ReleaseByHand,
            fork.resumed(before_payout),
            CASEWORKERS,
            "R7.9",
            "解除人工暂停",
            (check.held_by_hand,),
            pause.release_by_hand,
        ),
    )


def _ending(before_payout: frozenset[State]) -> tuple[Step, ...]:
    """The clock ends the period, and counts it anew by the calendar. R7.1, R9.2."""
    return (
        Step(
            states(S.NOTICED),
            CloseNotice,
            fork.run_out(before_payout),
            CLOCK,
            "附件二(一)5；R7.1",
            "公示期满",
            (check.notice_end_certain, check.notice_ran_out),
            pause.end_notice,
        ),
        Step(
            states(S.NOTICED, S.REQUESTED, S.PREPARED),
            Recount,
            None,
            CLOCK,
            "R9.2",
            "按已公布的日历重新计算",
            (),
            pause.recount,
        ),
    )


def notice_steps(before_payout: frozenset[State]) -> tuple[Step, ...]:
    """The rows of a notice in a flow that has these states between the first poster and the
    payout: in each of them an objection in time pauses the case (R7.5)."""
    return (
        *POSTING,
        *_objecting(before_payout),
        *_deciding(before_payout),
        *_ending(before_payout),
    )
