"""Counting a vote as the Civil Code counts it, art. 278. R8.1 to R8.4."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import compress
from typing import Generic, Literal

from rules.money import Id
from rules.parameters import Threshold
from rules.roll import Totals
from rules.votes.casts import Cast, Choice, Ignored
from rules.votes.certainty import certainty
from rules.votes.counting import Count, Settled, Sheet, count, follow
from rules.votes.reasons import explain
from rules.votes.roll import RollHome
from rules.votes.standing import State, stand
from rules.votes.terms import Terms

_UNHEARD: tuple[State, ...] = ("replaced", "second")


@dataclass(frozen=True, slots=True)
class Result(Generic[Id]):
    """What a vote came to; every area in cm2.

    `participating` are those who agreed, were against or abstained, and split heads by the terms.
    `voices`: what each home said; `conflicts`: homes whose owners differ (R2.3); `silent`: homes
    that said nothing; `followed`: silent homes that were counted with the majority (R8.2),
    `leaning` that majority. Homes are in the order of the roll, which tells nothing of when they
    spoke.
    `certain`: the outcome that no further ballot can change while those given stand.
    `reasons`: the calculation in Chinese, line by line.
    """

    total: Totals
    participating: Totals
    agree: Totals
    against: Totals
    abstain: Totals
    split_heads: int
    voices: Mapping[Id, Choice]
    conflicts: tuple[Id, ...]
    silent: tuple[Id, ...]
    followed: tuple[Id, ...]
    leaning: Choice | None
    ignored: tuple[Ignored[Id], ...]
    passed: bool
    certain: Literal["passed", "failed"] | None
    reasons: tuple[str, ...]


def tally(roll: Iterable[RollHome[Id]], casts: Iterable[Cast[Id]], terms: Terms) -> Result[Id]:
    """The result of these casts by this roll, in time that grows with both evenly. R8.1 to R8.4.

    ValueError (Chinese) for a roll with a home twice or an area that is not positive.
    """
    homes = list(roll)
    heard, ignored = _heard(homes, list(casts), terms)
    sheet = Sheet.of(homes, heard)
    found = count(sheet, terms)
    leaning = found.leaning()
    followed: tuple[Id, ...] = ()
    if terms.silence == "follows_majority" and leaning is not None:
        followed = follow(found, sheet, leaning)
    total = Totals(sheet.heads, sum(home.area_cm2 for home in homes))
    conflicts = _homes_of(homes, [said is not None and said.choice is None for said in heard])
    silent = _homes_of(homes, [said is None for said in heard])
    voices = {
        home.home_id: said.choice
        for home, said in zip(homes, heard, strict=True)
        if said is not None and said.choice is not None
    }
    return Result(
        total=total,
        participating=found.participating,
        agree=found.of("agree"),
        against=found.of("against"),
        abstain=found.of("abstain"),
        split_heads=found.split,
        voices=voices,
        conflicts=conflicts,
        silent=silent,
        followed=followed,
        leaning=leaning,
        ignored=tuple(ignored),
        passed=_passed(total, found, terms),
        certain=certainty(total, sheet, terms),
        reasons=explain(total, found, terms, len(conflicts), len(silent), len(followed)),
    )


def _places(homes: Sequence[RollHome[Id]]) -> dict[Id, int]:
    places: dict[Id, int] = {}
    for place, home in enumerate(homes):
        if places.setdefault(home.home_id, place) != place:
            raise ValueError(f"名册中同一户出现两次：{home.home_id}")
        if home.area_cm2 <= 0:
            raise ValueError(f"名册中有一户没有面积：{home.home_id}")
    return places


def _passed(total: Totals, found: Count, terms: Terms) -> bool:
    """Four comparisons, all exact: participation and agreement, by heads and by area. R8.1."""
    took_part, agree = found.participating, found.of("agree")
    return all(
        _both(threshold, part, whole)
        for threshold, part, whole in (
            (terms.participation, took_part, total),
            (terms.threshold, agree, took_part),
        )
    )


def _both(threshold: Threshold, part: Totals, whole: Totals) -> bool:
    return threshold.met(part.heads, whole.heads) and threshold.met(part.area_cm2, whole.area_cm2)


def _homes_of(homes: Sequence[RollHome[Id]], chosen: Sequence[bool]) -> tuple[Id, ...]:
    return tuple(home.home_id for home in compress(homes, chosen))


def _heard(
    homes: Sequence[RollHome[Id]], casts: Sequence[Cast[Id]], terms: Terms
) -> tuple[list[Settled | None], list[Ignored[Id]]]:
    """What each home said, and the ballots that do not count."""
    first, after, ignored = _sorted(homes, casts)
    heard: list[Settled | None] = [None] * len(homes)
    for place, home in enumerate(homes):
        nth = first[place]
        if nth is None:
            continue
        given: list[int] = []
        while nth is not None:
            given.append(nth)
            nth = after[nth]
        ballots = [casts[one] for one in given]
        states = stand(home, ballots, terms)
        heard[place] = _settled(home, ballots, states)
        for one, cast, state in zip(given, ballots, states, strict=True):
            if state in _UNHEARD:
                ignored.append(Ignored(one, cast, _why(home, cast, state, terms)))
    ignored.sort(key=lambda one: one.nth)
    return heard, ignored


def _sorted(
    homes: Sequence[RollHome[Id]], casts: Sequence[Cast[Id]]
) -> tuple[list[int | None], list[int | None], list[Ignored[Id]]]:
    """The first cast of each home, the next of the same home after each, and those of no owner.

    Chains of numbers: a list for every home would be a hundred thousand to keep and to look
    through for garbage.
    """
    places = _places(homes)
    ignored: list[Ignored[Id]] = []
    first: list[int | None] = [None] * len(homes)
    last: list[int | None] = [None] * len(homes)
    after: list[int | None] = [None] * len(casts)
    for nth, cast in enumerate(casts):
        place = places.get(cast.home_id)
        if place is None:
            ignored.append(Ignored(nth, cast, "名册中没有这户"))
            continue
        if cast.owner_id not in homes[place].owners:
            ignored.append(Ignored(nth, cast, "投票人不是这户的业主"))
            continue
        before = last[place]
        if before is None:
            first[place] = nth
        else:
            after[before] = nth
        last[place] = nth
    return first, after, ignored


def _settled(
    home: RollHome[Id], ballots: Sequence[Cast[Id]], states: Sequence[State]
) -> Settled | None:
    """What one home said; None when nothing of it counts."""
    if "contested" in states:
        return Settled(None, False)
    if "valid" not in states:
        return None
    spoke = sum(state not in _UNHEARD for state in states)
    return Settled(ballots[states.index("valid")].choice, spoke < len(home.speakers))


def _why(home: RollHome[Id], cast: Cast[Id], state: State, terms: Terms) -> str:
    if cast.owner_id not in home.speakers:
        return "这户已推举代表，由代表表态"
    if state == "replaced":
        return "同一业主后来改投"
    if cast.by_proxy:
        return "业主本人已经表态"
    if cast.channel == "paper":
        return "同一业主已有在先的有效票"
    return "以纸质票为准" if terms.paper_conflict == "paper" else "同一业主的纸质票在先"
