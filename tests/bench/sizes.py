"""How much is measured: `BENCH=tiny` only tries out whether every part still runs."""

import os
from dataclasses import dataclass


@dataclass(frozen=True)
class Sizes:
    """Of every part; seconds are of one round."""

    rounds: int
    wrk_seconds: int
    cases: int
    voters: int
    warm: int
    ledger_seconds: int
    banks: int
    hot: int
    pools: int
    year_homes: int
    year_tenth: int
    year_settlements: int
    tally_homes: int
    tally_small: int


FULL = Sizes(
    rounds=3,
    wrk_seconds=4,
    cases=240,
    voters=420,
    warm=20,
    ledger_seconds=5,
    banks=50,
    hot=10,
    pools=20_000,
    year_homes=1_000_000,
    year_tenth=100_000,
    year_settlements=2_000,
    tally_homes=100_000,
    tally_small=1_000,
)
TINY = Sizes(
    rounds=1,
    wrk_seconds=1,
    cases=12,
    voters=12,
    warm=2,
    ledger_seconds=1,
    banks=1,
    hot=2,
    pools=100,
    year_homes=2_000,
    year_tenth=1_000,
    year_settlements=20,
    tally_homes=1_000,
    tally_small=10,
)
SIZES = TINY if os.environ.get("BENCH") == "tiny" else FULL
