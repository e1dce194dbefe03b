"""Which words stand: phone and paper, changes, co-owners, representatives. R2.3, R8.3."""

from datetime import timedelta
from random import Random

import pytest

from rules.parameters import DEFAULT, Parameters
from rules.votes import Channel, Choice, RollHome, State, Word, stand, tally, terms_of
from tests.rules.votes.chance import START, some_casts, some_roll, some_terms

FIRST = terms_of(DEFAULT, "use")
PAPER = terms_of(Parameters(vote_paper_conflict="paper"), "use")
ONE = RollHome("h", 1, frozenset("x"))
TWO = RollHome("h", 1, frozenset("xy"))


def word(
    minute: int, choice: Choice, channel: Channel = "phone", owner: str = "x", proxy: bool = False
) -> Word[str]:
    return Word(owner, choice, START + timedelta(minutes=minute), channel, proxy)


@pytest.mark.parametrize(
    ("words", "first_valid", "paper"),
    [
        # A changed ballot: the latest on the phone, however the list is ordered.
        ([word(1, "agree"), word(2, "against")], "replaced valid", "replaced valid"),
        ([word(2, "agree"), word(1, "against")], "valid replaced", "valid replaced"),
        # At the same moment the later in the list is the later.
        ([word(1, "agree"), word(1, "against")], "replaced valid", "replaced valid"),
        # Phone first: the paper is the second way, unless paper goes before.
        ([word(1, "agree"), word(2, "against", "paper")], "valid second", "second valid"),
        ([word(2, "agree", "paper"), word(1, "against")], "second valid", "valid second"),
        # Paper first: nothing on the phone changes it.
        ([word(1, "agree", "paper"), word(2, "against")], "valid second", "valid second"),
        ([word(1, "agree", "paper"), word(1, "against")], "valid second", "valid second"),
        ([word(1, "agree"), word(1, "against", "paper")], "valid second", "second valid"),
        # Of papers the first.
        (
            [word(1, "agree", "paper"), word(2, "against", "paper")],
            "valid second",
            "valid second",
        ),
        # Phone, paper, phone again: the way chosen first stays, with its latest word.
        (
            [word(1, "agree"), word(2, "agree", "paper"), word(3, "against")],
            "replaced second valid",
            "second valid second",
        ),
    ],
)
def test_one_owners_words(words: list[Word[str]], first_valid: str, paper: str) -> None:
    """R8.3: a changed ballot keeps its history, and the first way stands (parameter)."""
    assert stand(ONE, words, FIRST) == tuple(first_valid.split())
    assert stand(ONE, words, PAPER) == tuple(paper.split())


@pytest.mark.parametrize(
    ("words", "states"),
    [
        ([word(1, "agree"), word(2, "agree", owner="y")], "valid concurring"),
        ([word(2, "agree"), word(1, "agree", owner="y")], "concurring valid"),
        ([word(1, "agree"), word(2, "against", owner="y")], "contested contested"),
        ([word(1, "agree"), word(2, "abstain", "paper", "y")], "contested contested"),
        # They settle: the one who changes is heard again, the other's word stood all the time.
        (
            [word(1, "agree"), word(2, "against", owner="y"), word(3, "agree", owner="y")],
            "valid replaced concurring",
        ),
        ([], ""),
    ],
)
def test_co_owners_words(words: list[Word[str]], states: str) -> None:
    """R2.3: never "first click wins" nor "last click wins"."""
    assert stand(TWO, words, FIRST) == tuple(states.split())


@pytest.mark.parametrize(
    ("words", "states"),
    [
        # Nobody but the holder spoke: the holder's latest word is the owner's.
        ([word(1, "agree", proxy=True), word(2, "against", proxy=True)], "replaced valid"),
        # Who gave the proxy speaks: before the holder or after, on the phone or on paper.
        ([word(1, "agree", proxy=True), word(2, "against")], "replaced valid"),
        ([word(1, "agree"), word(2, "against", proxy=True)], "valid second"),
        ([word(1, "agree", proxy=True), word(2, "against", "paper")], "second valid"),
        ([word(1, "agree", "paper"), word(2, "against", proxy=True)], "valid second"),
        # And changes it, whatever the holder says in between.
        (
            [word(1, "agree"), word(2, "abstain", proxy=True), word(3, "against")],
            "replaced replaced valid",
        ),
    ],
)
def test_who_gave_a_proxy_speaks_in_person(words: list[Word[str]], states: str) -> None:
    """R2.6, R8.3: no holder's word takes the place of the owner's own."""
    assert stand(ONE, words, FIRST) == tuple(states.split())


def test_the_representative_speaks_alone() -> None:
    """R2.3: whatever the others say, before or after."""
    home = RollHome("h", 1, frozenset("xy"), representative="y")
    words = [word(1, "agree"), word(2, "against", owner="y"), word(3, "abstain")]
    assert stand(home, words, FIRST)[1] == "valid"
    assert "contested" not in stand(home, words, FIRST)
    assert "valid" not in stand(home, words[:1], FIRST)
    # Somebody who is no owner represents nobody.
    stranger = RollHome("h", 1, frozenset("xy"), representative="z")
    assert stand(stranger, words[:2], FIRST) == ("contested", "contested")


def test_a_stranger_has_no_word() -> None:
    with pytest.raises(ValueError, match="不是这户的业主"):
        stand(ONE, [word(1, "agree", owner="z")], FIRST)


def test_states_and_the_count_are_one() -> None:
    """For 3,000 homes and ballots by chance: one valid word where the home has one voice, none
    where it has not; of each owner at most one word stands; contested words differ."""
    chance = Random(83)
    for _ in range(1_500):
        roll = some_roll(chance, most=3)
        casts = some_casts(chance, roll)
        terms, _ = some_terms(chance)
        result = tally(roll, casts, terms)
        for home in roll:
            words = [
                one for one in casts if one.home_id == home.home_id and one.owner_id in home.owners
            ]
            states = stand(home, words, terms)
            valid = [one for one, state in zip(words, states, strict=True) if state == "valid"]
            assert [one.choice for one in valid] == [
                choice for one, choice in result.voices.items() if one == home.home_id
            ]
            assert ("contested" in states) is (home.home_id in result.conflicts)
            live: tuple[State, ...] = ("valid", "concurring", "contested")
            stood = [one for one, state in zip(words, states, strict=True) if state in live]
            assert len({one.owner_id for one in stood}) == len(stood)
            assert len({one.choice for one in stood}) in ((0, 1) if valid else (0, 2, 3))
