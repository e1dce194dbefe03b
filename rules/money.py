"""Sums of money: whole fen, split without losing one. R3.1, R3.5, R3.7."""

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from operator import add
from typing import Any, Protocol, TypeVar, overload

from rules import lanes

# What a PostgreSQL bigint holds; a larger sum is a typing mistake.
MAX_FEN = 2**63 - 1
WHOLE_BPS = 10_000

_YUAN = re.compile(r"([+-]?)(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d+))?")


class _Ordered(Protocol):
    """An id that has an order among its kind: UUID, int, str. Ties are settled by it."""

    def __lt__(self, other: Any, /) -> bool: ...
    def __hash__(self) -> int: ...


Id = TypeVar("Id", bound=_Ordered)


@overload
def split(total_fen: int, weights: Sequence[int]) -> list[int]: ...
@overload
def split(total_fen: int, weights: Mapping[Id, int]) -> dict[Id, int]: ...
def split(total_fen: int, weights: Sequence[int] | Mapping[Id, int]) -> list[int] | dict[Id, int]:
    """Parts of the sum in proportion to the weights, by largest remainder. R3.7.

    The parts always sum to the whole, each lies within one fen of its exact share, and ties go to
    the lower id (of a sequence: the earlier position). A negative sum is split as its positive
    mirror. ValueError when a weight is negative or all of them are zero.
    """
    if isinstance(weights, Mapping):
        ids = sorted(weights)
        return dict(zip(ids, split(total_fen, [weights[i] for i in ids]), strict=True))
    if any(weight < 0 for weight in weights):
        raise ValueError("权重不能为负数")
    parts, _ = parted(abs(total_fen), weights)
    return [-part for part in parts] if total_fen < 0 else parts


@dataclass(frozen=True, slots=True)
class Cut:
    """Where a split by largest remainder cuts, so that any one part can be computed by itself.

    `left` parts get one fen more than the whole fen of their share: those whose remainder (of
    `whole`, the weights together) is above `remainder`, and at it those up to `place`. With
    nothing left over `remainder` and `place` are None. R3.7.
    """

    whole: int
    left: int
    remainder: int | None = None
    place: int | None = None


def parted(total_fen: int, weights: Sequence[int]) -> tuple[list[int], Cut]:
    """The parts of a sum that is not negative and where it cuts; weights are not negative. R3.7.

    Twenty thousand weights take some milliseconds. ValueError when all weights are zero.
    """
    whole = sum(weights)
    if whole == 0:
        raise ValueError("权重之和为零，无法分摊")
    if lanes.fits(total_fen, weights, whole):
        return _parted_many(total_fen, weights, whole)
    products = [total_fen * weight for weight in weights]
    parts = [product // whole for product in products]
    left = total_fen - sum(parts)
    if not left:
        return parts, Cut(whole, 0)
    rests = [product - part * whole for product, part in zip(products, parts, strict=True)]
    limit = sorted(rests)[-left]
    given = [place for place, rest in enumerate(rests) if rest >= limit]
    if len(given) > left:
        # More at the limit than fen are left: the earlier places have them.
        level = [place for place in given if rests[place] == limit]
        over = set(level[left - len(given) :])
        given = [place for place in given if place not in over]
    for place in given:
        parts[place] += 1
    return parts, Cut(whole, left, limit, next(p for p in reversed(given) if rests[p] == limit))


def _parted_many(total_fen: int, weights: Sequence[int], whole: int) -> tuple[list[int], Cut]:
    # As `parted`; only remainders that begin with the same byte as the cut's are put in order.
    parts, tops = lanes.divided(total_fen, weights, whole)
    left = wanted = total_fen - sum(parts)
    if not left:
        return parts, Cut(whole, 0)
    level = max(tops)
    while (count := tops.count(level)) < wanted:
        wanted -= count
        level -= 1
    near = lanes.places(tops, level, level + 1)
    # Reversed too, sorting leaves equals as they are: the earlier places first.
    near.sort(key=lambda place: total_fen * weights[place] % whole, reverse=True)
    parts = list(map(add, parts, tops.translate(lanes.marks(level + 1, 256))))
    for place in near[:wanted]:
        parts[place] += 1
    last = near[wanted - 1]
    return parts, Cut(whole, left, total_fen * weights[last] % whole, last)


def yuan(fen: int) -> str:
    """The sum in yuan as people read it: 123450 is "1,234.50"."""
    sign = "-" if fen < 0 else ""
    whole, cents = divmod(abs(fen), 100)
    return f"{sign}{whole:,}.{cents:02d}"


def parse_yuan(text: str) -> int:
    """The fen of a sum written in yuan: "1,234.50", "￥1234.5", "１２元". Never rounds. R3.1.

    ValueError (Chinese) when it is not such a sum, is finer than a fen, or above MAX_FEN.
    """
    plain = "".join(unicodedata.normalize("NFKC", text).replace("\u2212", "-").split())
    plain = plain.removeprefix("¥").removesuffix("元")
    match = _YUAN.fullmatch(plain)
    if len(plain) > 40 or match is None or not plain.isascii():
        raise ValueError("金额格式不正确，应如1234.50")
    sign, whole, cents = match.group(1), match.group(2).replace(",", ""), match.group(3) or ""
    if cents[2:].strip("0"):
        raise ValueError("金额最多保留到分")
    fen = int(whole) * 100 + int(cents[:2].ljust(2, "0"))
    if fen > MAX_FEN:
        raise ValueError("金额过大")
    return -fen if sign == "-" else fen
