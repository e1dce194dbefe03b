"""Rows that flows share in which owners are asked and pay in. Sections 6, 8."""

from rules.cases import CloseVote, Gather, OpenVote, PublishNotice, State
from rules.flows import checks as check
from rules.flows import collecting as collect
from rules.flows import effects as then
from rules.flows import forks as fork
from rules.flows import voting as vote
from rules.flows.actors import CLERKS, CLOCK, FINANCE, REVIEWERS
from rules.flows.ending import lapsed, rejected, returned, taken_back
from rules.flows.forks import states
from rules.flows.table import Step
from rules.people import SCOPE_PARTIES

S = State


def vote_steps(clause: str, waivable: bool) -> tuple[Step, ...]:
    """Asked after the plan, counted by the clock, asked once more where it was not carried; what
    was carried is posted with the plan. `waivable`: a parameter may say that nobody is asked."""
    return (
        Step(
            states(S.PLANNED, S.NOT_CARRIED),
            OpenVote,
            S.VOTING,
            CLERKS,
            clause,
            "组织业主表决",
            (*((vote.vote_wanted,) if waivable else ()), vote.round_left, vote.ends_later),
            vote.open_vote,
        ),
        Step(
            states(S.VOTING),
            CloseVote,
            fork.COUNTED,
            CLOCK,
            clause,
            "表决截止并计票",
            (vote.vote_over,),
            vote.close_vote,
        ),
        Step(
            states(S.PLANNED, S.VOTED) if waivable else states(S.VOTED),
            PublishNotice,
            S.POSTING,
            CLERKS,
            clause,
            "发布方案和表决结果公示",
            (*((vote.carried,) if waivable else ()), check.names_lobbies),
            then.publish,
        ),
    )


def gather_steps(whole: State, clause: str) -> tuple[Step, ...]:
    """Money owed comes in, or is given back: complete, the contract may be signed."""
    return (
        Step(
            states(S.COLLECTING, whole),
            Gather,
            fork.gathered(whole),
            FINANCE | REVIEWERS,
            clause,
            "归集款入账",
            (collect.sums_are_sums,),
            collect.gather,
        ),
    )


def gather_early_steps(clause: str) -> tuple[Step, ...]:
    """From the plan on owners may pay what they owe; the case goes its way meanwhile."""
    return (
        Step(
            states(
                S.PLANNED,
                S.VOTING,
                S.VOTED,
                S.NOT_CARRIED,
                S.POSTING,
                S.NOTICED,
                S.PAUSED,
                S.CLEARED,
            ),
            Gather,
            None,
            FINANCE | REVIEWERS,
            clause,
            "归集款提前入账",
            (collect.not_yet_contracted, collect.sums_are_sums),
            collect.gather,
        ),
    )


WHILE_ASKED = (
    taken_back(states(S.VOTING, S.VOTED, S.NOT_CARRIED), SCOPE_PARTIES),
    returned(states(S.VOTED, S.NOT_CARRIED)),
    rejected(states(S.VOTED, S.NOT_CARRIED, S.COLLECTING)),
    lapsed(states(S.NOT_CARRIED, S.COLLECTING), "lapse.days"),
)
"""What may happen to a case at the stations a vote and a collection add.

A running vote is the owners': it can be neither held nor rejected by the Centre, only taken back
by who started the case. Objections belong to the notice that follows it.
"""
