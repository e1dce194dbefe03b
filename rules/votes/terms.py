"""By what a vote is counted: thresholds and policies, frozen with its roll. R8.1 to R8.4."""

from dataclasses import dataclass
from typing import Annotated, Literal

from rules.parameters import Parameters, Threshold
from rules.words.word import titled

PURPOSES = {"use": "使用维修资金", "raise": "筹集资金"}
Purpose = Annotated[Literal["use", "raise"], titled(PURPOSES)]
Silence = Literal["not_counted", "follows_majority"]
SplitOwner = Literal["neutral_head", "no_head"]
PaperConflict = Literal["first_valid", "paper"]


@dataclass(frozen=True, slots=True)
class Terms:
    """`participation` of the whole roll and `threshold` of who took part, each in heads and area.

    `silence`: what owners count for who said nothing (R8.2); `split_owner`: what a head counts for
    whose homes differ (R8.4); `paper_conflict`: which of an owner's two ways stands (R8.3).
    """

    participation: Threshold
    threshold: Threshold
    silence: Silence = "not_counted"
    split_owner: SplitOwner = "neutral_head"
    paper_conflict: PaperConflict = "first_valid"


def terms_of(parameters: Parameters, purpose: Purpose) -> Terms:
    """The terms of a vote to use a fund, or to raise one (rebuilding too). R8.1."""
    agree = parameters.vote_use if purpose == "use" else parameters.vote_raise
    return Terms(
        Threshold.parse(parameters.vote_participation),
        Threshold.parse(agree),
        parameters.vote_silence,
        parameters.vote_split_owner,
        parameters.vote_paper_conflict,
    )
