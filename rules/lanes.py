"""Many divisions by one divisor, as arithmetic of a few very long numbers.

Weights are laid side by side into one number, 128 bits each: one multiplication of that number
multiplies them all, and no lane ever reaches into the next. Whole numbers throughout; what comes
out is exact.
"""

import sys
from array import array
from collections.abc import Sequence
from functools import lru_cache
from itertools import compress

LIMIT = 1 << 62
"""Sums and divisors are below it, so that twice a remainder still fits into half a lane."""

FEW = 500
"""For fewer weights it is not worth while."""

_LANE = 16
_HALF_BITS = 64


def fits(total: int, weights: Sequence[int], whole: int) -> bool:
    """Whether `divided` can be used: many weights, and numbers of a usual size."""
    return len(weights) >= FEW and total < LIMIT and whole < LIMIT and sys.byteorder == "little"


def divided(total: int, weights: Sequence[int], whole: int) -> tuple[list[int], bytearray]:
    """The whole part of total x weight / whole for each weight, and a byte for each remainder.

    The bytes are in the order of the remainders, as far as they tell them apart. `whole` is
    positive, and no weight is negative or above it.
    """
    size = _LANE * len(weights)
    side_by_side = _packed(weights, size)
    # Too low by less than a half bit of the fraction times a weight: a part is right or one short.
    scaled = side_by_side * ((total << _HALF_BITS) // whole)
    short = scaled >> _HALF_BITS & _lower_halves(len(weights))
    rests = side_by_side * total - short * whole
    parts: list[int] = memoryview(short.to_bytes(size, "little")).cast("Q")[::2].tolist()
    shift = LIMIT.bit_length() - whole.bit_length()
    tops = bytearray((rests << shift).to_bytes(size, "little")[7::_LANE])
    for place in places(tops, (whole << shift) >> 56, 256):
        rest = total * weights[place] - parts[place] * whole
        if rest >= whole:
            parts[place] += 1
            tops[place] = ((rest - whole) << shift) >> 56
    return parts, tops


def places(tops: bytes | bytearray, low: int, high: int) -> list[int]:
    """Where the bytes from `low` until below `high` are, ascending."""
    return list(compress(range(len(tops)), tops.translate(marks(low, high))))


def marks(low: int, high: int) -> bytes:
    """A table that translates the bytes from `low` until below `high` into 1, others into 0."""
    return bytes(low) + b"\1" * (high - low) + bytes(256 - high)


def _packed(weights: Sequence[int], size: int) -> int:
    lanes = array("Q", bytes(size))
    lanes[::2] = array("Q", weights)
    return int.from_bytes(lanes.tobytes(), "little")


@lru_cache(maxsize=4)
def _lower_halves(count: int) -> int:
    return int.from_bytes((b"\xff" * 8 + b"\0" * 8) * count, "little")
