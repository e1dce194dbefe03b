"""The seven days and what may stop them: the same in every flow that has a notice.

附件二(一)4、二(二)4; section 7.
"""

from rules.cases import (
    AcceptLobby,
    CloseNotice,
    CloseObjection,
    DismissObjection,
    DropPaper,
    EnterEnding,
    HoldByHand,
    Object,
    PostLobby,
    ProposeSettlement,
    Recount,
    RefuseLobby,
    ReleaseByHand,
    Reopen,
    SettleObjection,
    SettleOnPaper,
    ShowHanging,
    State,
    Uphold,
    WithdrawObjection,
    WithdrawOnPaper,
)
from rules.flows import checks as check
from rules.flows import forks as fork
from rules.flows import objection_checks as judge
from rules.flows import objections as pause
from rules.flows import posting as hang
from rules.flows.actors import CLOCK, OBJECTORS, REVIEWERS
from rules.flows.forks import states
from rules.flows.table import Check, Step
from rules.people import CASEWORKERS, Role

R = Role
S = State


POSTING = (
    Step(
        states(S.POSTING, S.PAUSED),
        PostLobby,
        fork.POSTED,
        check.POSTERS | {R.OWNER},
        "附件二(一)4；R7.2",
        "上传张贴凭证",
        (check.posts_here, check.notice_not_begun, check.lobby_of_notice, check.lobby_still_open),
        hang.post_lobby,
    ),
    Step(
        states(S.POSTING, S.PAUSED),
        AcceptLobby,
        fork.POSTED,
        CASEWORKERS,
        "R7.2",
        "认可张贴凭证",
        (check.lobby_of_notice, check.lobby_waits),
        hang.accept_lobby,
    ),
    Step(
        states(S.NOTICED),
        ShowHanging,
        None,
        check.POSTERS | {R.OWNER},
        "R7.2",
        "上传期末张贴照片",
        (check.posts_here, check.lobby_of_notice, hang.near_the_end),
        hang.show_hanging,
    ),
    Step(
        states(S.POSTING, S.NOTICED, S.PAUSED, S.CLEARED),
        RefuseLobby,
        fork.UNPOSTED,
        CASEWORKERS,
        "R7.2",
        "退回张贴凭证",
        (check.lobby_of_notice, check.lobby_was_posted),
        hang.refuse_lobby,
    ),
)
"""Each lobby's evidence: taken, looked at, refused. R7.2."""


def _objecting(before_payout: frozenset[State]) -> tuple[Step, ...]:
    """An objection pauses at once; with the last one closed the case goes on. R7.5, R7.6."""

    def closed(act: type[CloseObjection], who: frozenset[Role], title: str, *checks: Check) -> Step:
        to = fork.resumed(before_payout)
        clause = "R7.6、R7.7"
        return Step(states(S.PAUSED), act, to, who, clause, title, checks, pause.close_objection)

    decided = (judge.decidable, judge.decided_by_other, judge.not_the_handler)
    dropped = (judge.draft_of_other, judge.not_the_handler)
    on_paper = (judge.decidable, judge.not_the_handler, judge.two_others)
    agreed = (judge.still_open, judge.proposed)
    return (
        Step(
            before_payout | states(S.PAID, S.INSURED),
            Object,
            fork.objected(before_payout),
            OBJECTORS,
            "附件二(一)4；R7.4、R7.5",
            "提出书面反对意见",
            (judge.arrived_already, judge.none_pending),
            pause.object_to,
        ),
        closed(WithdrawObjection, frozenset({R.OWNER}), "撤回反对意见", judge.still_open),
        closed(SettleObjection, frozenset({R.OWNER}), "同意协商记录", *agreed),
        closed(WithdrawOnPaper, CASEWORKERS, "复核书面撤回", *on_paper),
        closed(SettleOnPaper, CASEWORKERS, "复核书面协商一致", *on_paper),
        closed(DismissObjection, REVIEWERS, "认定反对意见不成立", *decided, judge.says_why),
        closed(DropPaper, CASEWORKERS, "作废纸质反对意见", *dropped, judge.says_why),
    )


def _ending_by_agreement() -> tuple[Step, ...]:
    """A record proposed to the objector, a signed paper entered: neither ends anything. R7.6."""
    return (
        Step(
            states(S.PAUSED),
            ProposeSettlement,
            None,
            CASEWORKERS,
            "R7.6",
            "向反对人提出协商记录",
            (judge.decidable,),
            pause.propose_settlement,
        ),
        Step(
            states(S.PAUSED),
            EnterEnding,
            None,
            CASEWORKERS,
            "R7.6",
            "录入书面协商或者撤回",
            (judge.decidable, judge.not_the_handler, judge.withdrawn_as_filed),
            pause.enter_ending,
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
            (judge.reviewable, judge.none_open),
            pause.reopen,
        ),
        Step(
            states(S.PAUSED),
            Uphold,
            fork.UPHELD,
            REVIEWERS,
            "R7.6",
            "认定反对意见成立",
            (judge.decidable, judge.decided_by_other, judge.not_the_handler, judge.says_why),
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
            (check.held_by_hand, judge.released_by_other),
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
        *_ending_by_agreement(),
        *_deciding(before_payout),
        *_ending(before_payout),
    )
