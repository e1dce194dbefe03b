"""The owners' vote: frozen rolls, ballots on phones and on paper, proxies. Section 8."""

from models.votes.tables import (
    Ballot,
    BallotBatch,
    BallotLine,
    Proxy,
    Representative,
    Vote,
    VoteHome,
    VoteOwner,
    VoteService,
)

__all__ = [
    "Ballot",
    "BallotBatch",
    "BallotLine",
    "Proxy",
    "Representative",
    "Vote",
    "VoteHome",
    "VoteOwner",
    "VoteService",
]
