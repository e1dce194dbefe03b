"""The owners' vote within a flow: opened, counted, a second round. Section 8, 二(二), 四(四)."""

from typing import Any

from msgspec.structs import replace

from rules.cases import By, CloseVote, Facts, OpenVote, State, VoteFact
from rules.events.votes import VoteClosed, VoteOpened
from rules.flows.effects import Outcome, happened
from rules.flows.table import Moment, of_body
from rules.refusals.cases import NotAllowedNow
from rules.refusals.votes import RoundsOver, VoteMissing, VoteRunning


def vote_wanted(facts: Facts, act: object, by: By, at: Moment) -> None:
    """Where the owners need not be asked, none are. Section 6, vote.fund_flow."""
    if facts.parameters.vote_fund_flow == "waived":
        raise NotAllowedNow("本办件无须业主表决", state=facts.state.value)


def round_left(facts: Facts, act: object, by: By, at: Moment) -> None:
    """A question that was not carried may be asked again, so often. R8.1, vote.rounds_max."""
    if facts.vote is not None and facts.vote.round >= facts.parameters.vote_rounds_max:
        raise RoundsOver(rounds=facts.parameters.vote_rounds_max)


@of_body
def ends_later(facts: Facts, act: OpenVote, by: By, at: Moment) -> None:
    """A vote that is over when it opens asks nobody."""
    if act.ends_at <= at.now:
        raise NotAllowedNow("表决截止时间须晚于现在", state=facts.state.value)


def carried(facts: Facts, act: object, by: By, at: Moment) -> None:
    """A plan that needs the owners' vote is not posted without it. Section 6, R8.1."""
    if facts.state is State.PLANNED and facts.parameters.vote_fund_flow != "waived":
        raise VoteMissing()


def vote_over(facts: Facts, act: object, by: By, at: Moment) -> None:
    """Ballots are counted when no more can be cast, and not a moment sooner. R8.3."""
    if facts.vote is None or at.now < facts.vote.ends_at:
        raise VoteRunning(ends_at=facts.vote.ends_at if facts.vote else None)


def open_vote(facts: Facts, act: OpenVote, by: By, at: Moment) -> Outcome:
    """The roll is frozen and the owners are asked; a further round counts on. R8.3."""
    number = 1 if facts.vote is None else facts.vote.round + 1
    facts = replace(facts, vote=VoteFact(vote_id=act.vote_id, round=number, ends_at=act.ends_at))
    data: dict[str, Any] = {"vote_id": act.vote_id, "round": number, "ends_at": act.ends_at}
    data["roll_root"] = act.roll_root
    return facts, (happened(VoteOpened, facts, at, **data),)


def close_vote(facts: Facts, act: CloseVote, by: By, at: Moment) -> Outcome:
    """The ballots are counted; what they say stands. R8.1.

    An event is read by everybody who sees the case: of few it gives no figures (R12.2).
    """
    assert facts.vote is not None
    vote = replace(facts.vote, passed=act.passed)
    data: dict[str, Any] = {
        "passed": act.passed,
        "vote_id": vote.vote_id,
        "round": vote.round,
        "record_root": act.record_root,
        "few": act.few,
    }
    if not act.few:
        data |= {
            "participating_heads": act.participating_heads,
            "agreeing_heads": act.agreeing_heads,
            "participating_cm2": act.participating_cm2,
            "agreeing_cm2": act.agreeing_cm2,
            "missed": list(act.missed),
        }
    return replace(facts, vote=vote), (happened(VoteClosed, facts, at, **data),)
