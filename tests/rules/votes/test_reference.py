"""The engine against a count by enumeration. R8.1 to R8.4.

`DRILL_SCALE` is the share of the full 100,000 rolls that is counted here.
"""

import os
from dataclasses import replace
from random import Random

from rules.votes import RollHome, tally
from tests.rules.votes.chance import some_casts, some_roll, some_terms
from tests.rules.votes.reference import Law, completions, counted, words

ROLLS = max(10_000, int(100_000 * float(os.environ.get("DRILL_SCALE", "0.1"))))
OPEN_ROLLS = ROLLS // 5


def test_the_engine_counts_as_the_law_reads() -> None:
    """Every figure, the homes in conflict, the silent owners that follow, and the outcome."""
    chance = Random(278)
    passed = 0
    for _ in range(ROLLS):
        roll = some_roll(chance)
        casts = some_casts(chance, roll)
        terms, law = some_terms(chance)
        result = tally(roll, casts, terms)
        expected = counted(roll, words(roll, casts, law), law)
        told = (roll, casts, terms)
        assert tuple(result.total) == expected.total, told
        assert tuple(result.participating) == expected.participating, told
        assert tuple(result.agree) == expected.said["agree"], told
        assert tuple(result.against) == expected.said["against"], told
        assert tuple(result.abstain) == expected.said["abstain"], told
        assert frozenset(result.conflicts) == expected.conflicts, told
        assert frozenset(result.followed) == expected.followed, told
        assert result.passed is expected.passed, told
        passed += result.passed
    # The world is neither one in which nothing passes nor one in which all does.
    assert ROLLS // 10 < passed < ROLLS * 9 // 10


def test_certain_is_what_no_further_word_changes() -> None:
    """Every completion of small rolls. "Passed" is told exactly when it is true, and "failed" too
    where no word can help one comparison and harm another; otherwise never before it is true."""
    chance = Random(1259)
    seen = {"passed": 0, "failed": 0, None: 0}
    for _ in range(OPEN_ROLLS):
        roll = some_roll(chance, most=4)
        casts = some_casts(chance, roll, most=8)
        terms, law = some_terms(chance)
        said = words(roll, casts, law)
        if sum(len(home.owners) for home in roll) - sum(map(len, said.values())) > 5:
            continue
        outcomes = {
            counted(other, whole, law).passed
            for other in services(roll, law)
            for whole in completions(roll, said)
        }
        truth = None if len(outcomes) > 1 else "passed" if True in outcomes else "failed"
        found = tally(roll, casts, terms).certain
        told = (roll, casts, terms)
        assert found in (truth, None), told
        seen[found] += 1
        if not law.silent_follow and truth == "passed":
            assert found == truth, told
        half = any(
            0 < len(said[home.home_id]) < len(home.owners)
            and home.representative not in home.owners
            for home in roll
        )
        if not law.silent_follow and law.split_heads_count and not half:
            assert found == truth, told
    assert min(seen.values()) > OPEN_ROLLS // 50, seen


def services(roll: list[RollHome[str]], law: Law) -> list[list[RollHome[str]]]:
    """The roll as it is, and as it would be with service proven on everybody. R8.2."""
    return [roll, [replace(home, served=True) for home in roll]] if law.silent_follow else [roll]
