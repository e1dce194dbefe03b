"""Which ballots stand: phone and paper, changes, co-owners, representatives. R2.3, R8.3."""

from datetime import timedelta
from random import Random

import pytest

from rules.parameters import DEFAULT, Parameters
from rules.votes import Ballot, Channel, Choice, RollHome, State, stand, tally, terms_of
from tests.rules.votes.chance import START, some_casts, some_roll, some_terms

FIRST = terms_of(DEFAULT, "use")
PAPER = terms_of(Parameters(vote_paper_conflict="paper"), "use")
ONE = RollHome("h", 1, frozenset("x"))
TWO = RollHome("h", 1, frozenset("xy"))


def ballot(
    minute: int, choice: Choice, channel: Channel = "phone", owner: str = "x", proxy: bool = False
) -> Ballot[str]:
    return Ballot(owner, choice, START + timedelta(minutes=minute), channel, proxy)


@pytest.mark.parametrize(
    ("ballots", "first_valid", "paper"),
    [
        # A changed ballot: the latest on the phone, however the list is ordered.
        ([ballot(1, "agree"), ballot(2, "against")], "replaced valid", "replaced valid"),
        ([ballot(2, "agree"), ballot(1, "against")], "valid replaced", "valid replaced"),
        # At the same moment the later in the list is the later.
        ([ballot(1, "agree"), ballot(1, "against")], "replaced valid", "replaced valid"),
        # Phone first: the paper is the second way, unless paper goes before.
        ([ballot(1, "agree"), ballot(2, "against", "paper")], "valid second", "second valid"),
        ([ballot(2, "agree", "paper"), ballot(1, "against")], "second valid", "valid second"),
        # Paper first: nothing on the phone changes it.
        ([ballot(1, "agree", "paper"), ballot(2, "against")], "valid second", "valid second"),
        ([ballot(1, "agree", "paper"), ballot(1, "against")], "valid second", "valid second"),
        ([ballot(1, "agree"), ballot(1, "against", "paper")], "valid second", "second valid"),
        # Of papers the first.
        (
            [ballot(1, "agree", "paper"), ballot(2, "against", "paper")],
            "valid second",
            "valid second",
        ),
        # Phone, paper, phone again: the way chosen first stays, with its latest ballot.
        (
            [ballot(1, "agree"), ballot(2, "agree", "paper"), ballot(3, "against")],
            "replaced second valid",
            "second valid second",
        ),
    ],
)
def test_one_owners_words(ballots: list[Ballot[str]], first_valid: str, paper: str) -> None:
    """R8.3: a changed ballot keeps its history, and the first way stands (parameter)."""
    assert stand(ONE, ballots, FIRST) == tuple(first_valid.split())
    assert stand(ONE, ballots, PAPER) == tuple(paper.split())


@pytest.mark.parametrize(
    ("ballots", "states"),
    [
        ([ballot(1, "agree"), ballot(2, "agree", owner="y")], "valid concurring"),
        ([ballot(2, "agree"), ballot(1, "agree", owner="y")], "concurring valid"),
        ([ballot(1, "agree"), ballot(2, "against", owner="y")], "contested contested"),
        ([ballot(1, "agree"), ballot(2, "abstain", "paper", "y")], "contested contested"),
        # They settle: the one who changes is heard again, the other's ballot stood all the time.
        (
            [ballot(1, "agree"), ballot(2, "against", owner="y"), ballot(3, "agree", owner="y")],
            "valid replaced concurring",
        ),
        ([], ""),
    ],
)
def test_co_owners_words(ballots: list[Ballot[str]], states: str) -> None:
    """R2.3: never "first click wins" nor "last click wins"."""
    assert stand(TWO, ballots, FIRST) == tuple(states.split())


@pytest.mark.parametrize(
    ("ballots", "states"),
    [
        # Nobody but the holder spoke: the holder's latest ballot is the owner's.
        ([ballot(1, "agree", proxy=True), ballot(2, "against", proxy=True)], "replaced valid"),
        # Who gave the proxy speaks: before the holder or after, on the phone or on paper.
        ([ballot(1, "agree", proxy=True), ballot(2, "against")], "replaced valid"),
        ([ballot(1, "agree"), ballot(2, "against", proxy=True)], "valid second"),
        ([ballot(1, "agree", proxy=True), ballot(2, "against", "paper")], "second valid"),
        ([ballot(1, "agree", "paper"), ballot(2, "against", proxy=True)], "valid second"),
        # And changes it, whatever the holder says in between.
        (
            [ballot(1, "agree"), ballot(2, "abstain", proxy=True), ballot(3, "against")],
            "replaced replaced valid",
        ),
    ],
)
def test_who_gave_a_proxy_speaks_in_person(ballots: list[Ballot[str]], states: str) -> None:
    """R2.6, R8.3: no holder's ballot takes the place of the owner's own."""
    assert stand(ONE, ballots, FIRST) == tuple(states.split())


def test_the_representative_speaks_alone() -> None:
    """R2.3: whatever the others say, before or after."""
    home = RollHome("h", 1, frozenset("xy"), representative="y")
    ballots = [ballot(1, "agree"), ballot(2, "against", owner="y"), ballot(3, "abstain")]
    assert stand(home, ballots, FIRST)[1] == "valid"
    assert "contested" not in stand(home, ballots, FIRST)
    assert "valid" not in stand(home, ballots[:1], FIRST)
    # Somebody who is no owner represents nobody.
    stranger = RollHome("h", 1, frozenset("xy"), representative="z")
    assert stand(stranger, ballots[:2], FIRST) == ("contested", "contested")


def test_a_stranger_has_no_word() -> None:
    with pytest.raises(ValueError, match="不是这户的业主"):
        stand(ONE, [ballot(1, "agree", owner="z")], FIRST)


def test_states_and_the_count_are_one() -> None:
    """For 3,000 homes and ballots by chance: one valid ballot where the home has one voice, none
    where it has not; of each owner at most one ballot stands; contested ballots differ."""
    chance = Random(83)
    for _ in range(1_500):
        roll = some_roll(chance, most=3)
        casts = some_casts(chance, roll)
        terms, _ = some_terms(chance)
        result = tally(roll, casts, terms)
        for home in roll:
            ballots = [
                one for one in casts if one.home_id == home.home_id and one.owner_id in home.owners
            ]
            states = stand(home, ballots, terms)
            valid = [one for one, state in zip(ballots, states, strict=True) if state == "valid"]
            assert [one.choice for one in valid] == [
                choice for one, choice in result.voices.items() if one == home.home_id
            ]
            assert ("contested" in states) is (home.home_id in result.conflicts)
            live: tuple[State, ...] = ("valid", "concurring", "contested")
            stood = [one for one, state in zip(ballots, states, strict=True) if state in live]
            assert len({one.owner_id for one in stood}) == len(stood)
            assert len({one.choice for one in stood}) in ((0, 1) if valid else (0, 2, 3))
