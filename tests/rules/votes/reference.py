"""A vote counted as the law's text reads, by enumeration; shares nothing with the engine.

Civil Code art. 278: 应当由专有部分面积占比三分之二以上的业主且人数占比三分之二以上的业主参与表决；
第六项至第八项应当经参与表决专有部分面积四分之三以上的业主且参与表决人数四分之三以上的业主同意；
其他事项应当经参与表决专有部分面积过半数的业主且参与表决人数过半数的业主同意。
Art. 1259: “以上”包括本数，“超过”不包括本数。
"""

import itertools
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from rules.votes import Cast, RollHome

SAID = ("agree", "against", "abstain")


@dataclass(frozen=True)
class Law:
    """By what is counted, in fractions; `over` where the number itself is not enough (过半数)."""

    participation: Fraction
    agreement: Fraction
    over: bool
    silent_follow: bool = False
    split_heads_count: bool = True
    paper_first: bool = False


@dataclass(frozen=True)
class Counted:
    """Heads and area of everything, and the outcome."""

    total: tuple[int, int]
    participating: tuple[int, int]
    said: dict[str, tuple[int, int]]
    conflicts: frozenset[str]
    followed: frozenset[str]
    passed: bool


def heads(roll: list[RollHome[str]]) -> list[set[str]]:
    """Sets of homes: those with an owner in common are merged until nothing more merges. R2.2."""
    sets = [({home.home_id}, set(home.owners), home.developer_held) for home in roll]
    while True:
        for one, other in itertools.combinations(sets, 2):
            if one[1] & other[1] or (one[2] and other[2]):
                sets.remove(one)
                sets.remove(other)
                sets.append((one[0] | other[0], one[1] | other[1], one[2] or other[2]))
                break
        else:
            return [homes for homes, _, _ in sets]


def word(casts: list[Cast[str]], law: Law) -> Cast[str] | None:
    """An owner's word for one home, of everything this owner ever sent. R8.3."""
    if not casts:
        return None
    earliest = casts[0]
    for cast in casts:
        if cast.cast_at < earliest.cast_at:
            earliest = cast
    papers = [cast for cast in casts if cast.channel == "paper"]
    if earliest.channel == "paper":
        return earliest
    if law.paper_first and papers:
        first = papers[0]
        for cast in papers:
            if cast.cast_at < first.cast_at:
                first = cast
        return first
    last = earliest
    for cast in casts:
        if cast.channel == "phone" and cast.cast_at >= last.cast_at:
            last = cast
    return last


def words(roll: list[RollHome[str]], casts: list[Cast[str]], law: Law) -> dict[str, dict[str, str]]:
    """Home -> owner -> what stands of this owner, of those who may speak. R2.3, R8.3."""
    found: dict[str, dict[str, str]] = {}
    for home in roll:
        found[home.home_id] = {}
        for owner in home.owners:
            if home.representative in home.owners and owner != home.representative:
                continue
            own = [c for c in casts if (c.home_id, c.owner_id) == (home.home_id, owner)]
            stands = word(own, law)
            if stands is not None:
                found[home.home_id][owner] = stands.choice
    return found


def enough(part: int, whole: int, share: Fraction, over: bool) -> bool:
    """以上 includes the number, 过半数 does not."""
    if whole == 0:
        return False
    return Fraction(part, whole) > share if over else Fraction(part, whole) >= share


def counted(roll: list[RollHome[str]], said: dict[str, dict[str, str]], law: Law) -> Counted:
    """The result of what was said, home by home and head by head."""
    groups = heads(roll)
    area = {home.home_id: home.area_cm2 for home in roll}
    voice = {home: set(spoken.values()) for home, spoken in said.items()}
    conflicts = frozenset(home for home, choices in voice.items() if len(choices) > 1)
    mind = {home: next(iter(found)) for home, found in voice.items() if len(found) == 1}
    of_heads = dict.fromkeys(SAID, 0)
    of_area = dict.fromkeys(SAID, 0)
    split = 0
    for group in groups:
        minds = {mind[home] for home in group if home in mind}
        for choice in SAID:
            of_heads[choice] += minds == {choice}
            of_area[choice] += sum(area[home] for home in group if mind.get(home) == choice)
        split += len(minds) > 1
    followed: set[str] = set()
    lead = [of_heads["agree"] - of_heads["against"], of_area["agree"] - of_area["against"]]
    if law.silent_follow and lead[0] * lead[1] > 0:
        side = "agree" if lead[0] > 0 else "against"
        served = {home.home_id for home in roll if home.served}
        for group in groups:
            if not any(voice[home] for home in group) and group & served:
                of_heads[side] += 1
                of_area[side] += sum(area[home] for home in group)
                followed |= group
    part = (
        sum(of_heads.values()) + (split if law.split_heads_count else 0),
        sum(of_area.values()),
    )
    total = (len(groups), sum(area.values()))
    agree = (of_heads["agree"], of_area["agree"])
    passed = all(
        enough(part[one], total[one], law.participation, over=False)
        and enough(agree[one], part[one], law.agreement, law.over)
        for one in (0, 1)
    )
    of_each = {choice: (of_heads[choice], of_area[choice]) for choice in SAID}
    return Counted(total, part, of_each, conflicts, frozenset(followed), passed)


def completions(
    roll: list[RollHome[str]], said: dict[str, dict[str, str]]
) -> Iterator[dict[str, dict[str, str]]]:
    """Every way in which those who may speak and did not yet could still speak, or not."""
    waiting: list[tuple[str, Any]] = []
    for home in roll:
        named = {one for one in home.owners if one == home.representative}
        speakers = named or set(home.owners)
        waiting += [(home.home_id, one) for one in sorted(speakers - set(said[home.home_id]))]
    for choices in itertools.product((None, *SAID), repeat=len(waiting)):
        whole = {home: dict(spoken) for home, spoken in said.items()}
        for (home_id, owner), choice in zip(waiting, choices, strict=True):
            if choice is not None:
                whole[home_id][owner] = choice
        yield whole
