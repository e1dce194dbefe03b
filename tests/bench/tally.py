"""Counting a vote of 100,000 homes against as many homes in votes of 1,000. R8.1.

Both count 100,000 homes with two thirds of them voting, every tenth with a co-owner in the next
home, some changed on the phone and some said again on paper; in turns.
"""

import gc
import statistics
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from random import Random
from uuid import UUID

from rules.parameters import DEFAULT
from rules.votes import CHOICES, Cast, RollHome, Terms, tally, terms_of
from tests.bench.sizes import SIZES

LARGE, SMALL = SIZES.tally_homes, SIZES.tally_small
VOTES = (SMALL, LARGE // 10, LARGE)
OPENED = datetime(2026, 3, 1, tzinfo=UTC)

Poll = tuple[list[RollHome[UUID]], list[Cast[UUID]]]


def run() -> Iterator[str]:
    """The line of the tally; votes of 10,000 homes in passing."""
    chance = Random(LARGE)
    terms = terms_of(DEFAULT, "use")
    sizes = {size: [poll(chance, size) for _ in range(LARGE // size)] for size in VOTES}
    # What is counted is the input; looking through it for garbage is no part of counting.
    gc.collect()
    gc.freeze()
    took: dict[int, list[float]] = {size: [] for size in sizes}
    for _ in range(SIZES.rounds + 2):
        for size, polls in sizes.items():
            took[size].append(_seconds(polls, terms))
    each = {size: statistics.median(times) / LARGE * 1e6 for size, times in took.items()}
    gc.unfreeze()
    ratio = statistics.median(
        large / small for large, small in zip(took[LARGE], took[SMALL], strict=True)
    )
    between = " ".join(f"homes{size}={each[size]:.1f}us" for size in VOTES[1:-1])
    yield (
        f"bench tally_per_home ours={each[LARGE]:.1f}us base={each[SMALL]:.1f}us"
        f" ratio={ratio:.2f} goal<=2 homes={LARGE}/{SMALL} {between}"
    )


def poll(chance: Random, homes: int) -> Poll:
    """A roll and its ballots, in the order in which they came."""
    people = [UUID(int=chance.getrandbits(128)) for _ in range(homes + 1)]
    roll, casts = [], []
    for nth in range(homes):
        owners = frozenset(people[nth : nth + (2 if nth % 10 == 0 else 1)])
        home_id = UUID(int=chance.getrandbits(128))
        roll.append(RollHome(home_id, chance.randint(300_000, 2_000_000), owners))
        if chance.random() < 0.7:
            at = OPENED + timedelta(seconds=chance.randint(0, 10**6))
            casts.append(Cast(home_id, people[nth], chance.choice(CHOICES), at))
            if chance.random() < 0.1:
                later = at + timedelta(hours=1)
                casts.append(Cast(home_id, people[nth], "agree", later))
            elif chance.random() < 0.1:
                casts.append(Cast(home_id, people[nth], "agree", at, "paper"))
    casts.sort(key=lambda cast: cast.cast_at)
    return roll, casts


def _seconds(polls: list[Poll], terms: Terms) -> float:
    start = time.process_time()
    for roll, casts in polls:
        assert tally(roll, casts, terms).total.area_cm2
    return time.process_time() - start
