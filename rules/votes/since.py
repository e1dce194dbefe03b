"""Since when the outcome of a counted vote was certain. R8.1."""

from collections.abc import Sequence
from datetime import datetime

from rules.money import Id
from rules.votes.casts import Cast
from rules.votes.roll import RollHome
from rules.votes.tally import tally
from rules.votes.terms import Terms


def certain_since(
    roll: Sequence[RollHome[Id]], casts: Sequence[Cast[Id]], terms: Terms
) -> datetime | None:
    """When the ballot was cast that made the outcome certain; None when none did before the end.

    Before that ballot the outcome was open, with it no further one could change it. Ballots changed
    afterwards may have opened it again: then this is one of the moments at which it became certain.
    """
    outcome = tally(roll, casts, terms).certain
    if outcome is None or tally(roll, (), terms).certain == outcome:
        return None
    in_time = sorted(casts, key=lambda cast: cast.cast_at)
    open_at, certain_at = 0, len(in_time)
    while certain_at - open_at > 1:
        middle = (open_at + certain_at) // 2
        if tally(roll, in_time[:middle], terms).certain == outcome:
            certain_at = middle
        else:
            open_at = middle
    return in_time[certain_at - 1].cast_at
