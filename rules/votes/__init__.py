"""The owners' vote: its roll, its ballots, and how they are counted. Section 8."""

from rules.roll import head_numbers
from rules.votes.casts import (
    CHANNEL_TITLES,
    CHANNELS,
    CHOICE_TITLES,
    CHOICES,
    Ballot,
    Cast,
    Channel,
    Choice,
    Ignored,
)
from rules.votes.certainty import Outcome
from rules.votes.reasons import square_metres
from rules.votes.record import (
    RecordRow,
    RollLine,
    proof_of,
    receipt_of,
    record_root,
    roll_root,
    told_apart,
)
from rules.votes.roll import RollHome
from rules.votes.since import certain_since
from rules.votes.standing import State, stand
from rules.votes.tally import Result, tally
from rules.votes.terms import Purpose, Terms, terms_of

__all__ = [
    "CHANNELS",
    "CHANNEL_TITLES",
    "CHOICES",
    "CHOICE_TITLES",
    "Ballot",
    "Cast",
    "Channel",
    "Choice",
    "Ignored",
    "Outcome",
    "Purpose",
    "RecordRow",
    "Result",
    "RollHome",
    "RollLine",
    "State",
    "Terms",
    "certain_since",
    "head_numbers",
    "proof_of",
    "receipt_of",
    "record_root",
    "roll_root",
    "square_metres",
    "stand",
    "tally",
    "terms_of",
    "told_apart",
]
