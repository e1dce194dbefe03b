"""Rolls and ballots by chance, small and full of ties, co-owners and mistakes."""

from datetime import UTC, datetime, timedelta
from fractions import Fraction
from random import Random

from rules.parameters import Threshold
from rules.votes import CHANNELS, CHOICES, Cast, RollHome, Terms
from tests.rules.votes.reference import Law

START = datetime(2026, 3, 1, tzinfo=UTC)
SHARES = ((2, 3), (1, 2), (3, 4), (1, 1), (3, 5))


def some_roll(chance: Random, most: int = 8) -> list[RollHome[str]]:
    """Homes of a small world: owners with several homes, co-owners, a developer, none at all."""
    people = [f"o{nth}" for nth in range(chance.randint(1, most))]
    roll = []
    for nth in range(chance.randint(1, most)):
        owners = frozenset(chance.sample(people, min(len(people), chance.choice((1, 1, 1, 2, 3)))))
        if chance.random() < 0.04:
            owners = frozenset()
        developer = chance.random() < 0.15
        if developer:
            owners = frozenset({"developer"}) if chance.random() < 0.8 else owners
        named = chance.choice((*sorted(owners), *people)) if chance.random() < 0.25 else None
        area, served = chance.randint(1, 4), chance.random() < 0.6
        roll.append(RollHome(f"h{nth}", area, owners, developer, named, served))
    return roll


def some_casts(chance: Random, roll: list[RollHome[str]], most: int = 20) -> list[Cast[str]]:
    """Words of owners and of others, for these homes and another, in any order of time."""
    against, abstain = chance.randint(0, 3), chance.randint(0, 2)
    leaning = chance.choices(CHOICES, weights=[chance.randint(1, 9), against, abstain], k=40)
    # Mostly nearly everybody speaks: few rolls would reach two thirds otherwise.
    asked = roll * chance.choice((0, 1, 1, 1, 2)) + chance.choices(roll, k=chance.randint(0, 3))
    chance.shuffle(asked)
    casts = []
    for home in asked[:most]:
        known = sorted(home.owners) or ["nobody"]
        owner = chance.choice(known) if chance.random() < 0.95 else "stranger"
        home_id = home.home_id if chance.random() < 0.97 else "elsewhere"
        at = START + timedelta(minutes=chance.randint(0, 5))
        channel = CHANNELS[chance.random() < 0.35]
        casts.append(Cast(home_id, owner, chance.choice(leaning), at, channel))
    return casts


def some_terms(chance: Random) -> tuple[Terms, Law]:
    """The same thresholds and policies for the engine and for the reference."""
    part, agree = chance.choice(SHARES), chance.choice(SHARES)
    if chance.random() < 0.5:
        part = (2, 3)
    over, follow = chance.random() < 0.5, chance.random() < 0.4
    split, paper = chance.random() < 0.5, chance.random() < 0.3
    terms = Terms(
        Threshold(*part),
        Threshold(*agree, over),
        "follows_majority" if follow else "not_counted",
        "neutral_head" if split else "no_head",
        "paper" if paper else "first_valid",
    )
    return terms, Law(Fraction(*part), Fraction(*agree), over, follow, split, paper)
