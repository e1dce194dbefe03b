"""Which of all ballots ever given for a home stand. R2.3, R8.3."""

from collections.abc import Sequence
from typing import Literal

from rules.money import Id
from rules.votes.casts import Spoken
from rules.votes.roll import RollHome
from rules.votes.terms import Terms

State = Literal["valid", "concurring", "contested", "replaced", "second"]


def stand(home: RollHome[Id], ballots: Sequence[Spoken[Id]], terms: Terms) -> tuple[State, ...]:
    """What became of each ballot of one home, in the given order. R2.3, R8.3.

    valid       the home's voice: the earliest of the ballots that stand, when all of them agree
    concurring  a co-owner's ballot that says the same as the valid one
    contested   co-owners differ and none of them is named: the home has no voice
    replaced    the same owner changed it later on the phone
    second      does not count beside what stands: the owner's other way was first (or paper goes
                before, by `terms`), a paper was there already, the owner spoke in person, or a
                representative speaks

    Who gave a proxy and speaks in person is heard in person, before the proxy's holder or after
    (R2.6). Of an owner's phone ballots the latest stands, of papers the first; at the same moment
    the later in the order counts as later. ValueError for ballots of somebody who owns no part of
    the home.
    """
    states: list[State] = ["second"] * len(ballots)
    standing: list[int] = []
    for owner_id, places in _by_owner(home, ballots).items():
        in_person = [nth for nth in places if not ballots[nth].by_proxy]
        chosen = _chosen(ballots, in_person or places, terms)
        if ballots[chosen].channel == "phone":
            last = ballots[chosen].cast_at, chosen
            for nth in places:
                if ballots[nth].channel == "phone" and (ballots[nth].cast_at, nth) < last:
                    states[nth] = "replaced"
        if owner_id in home.speakers:
            standing.append(chosen)
    if len({ballots[nth].choice for nth in standing}) > 1:
        for nth in standing:
            states[nth] = "contested"
    elif standing:
        for nth in standing:
            states[nth] = "concurring"
        states[min(standing, key=lambda nth: (ballots[nth].cast_at, nth))] = "valid"
    return tuple(states)


def _by_owner(home: RollHome[Id], ballots: Sequence[Spoken[Id]]) -> dict[Id, list[int]]:
    """The places of each owner's ballots."""
    places: dict[Id, list[int]] = {}
    for nth, ballot in enumerate(ballots):
        if ballot.owner_id not in home.owners:
            raise ValueError("表态的不是这户的业主")
        places.setdefault(ballot.owner_id, []).append(nth)
    return places


def _chosen(ballots: Sequence[Spoken[Id]], places: Sequence[int], terms: Terms) -> int:
    """The place of an owner's ballot that stands beside all others of the same owner. R8.3."""
    if len(places) == 1:
        return places[0]
    in_time = sorted(places, key=lambda nth: (ballots[nth].cast_at, nth))
    papers = [nth for nth in in_time if ballots[nth].channel == "paper"]
    if papers and (terms.paper_conflict == "paper" or papers[0] == in_time[0]):
        return papers[0]
    return next(nth for nth in reversed(in_time) if ballots[nth].channel == "phone")
