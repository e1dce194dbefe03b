"""Counting a vote as the Civil Code counts it, art. 278. R8.1 to R8.4."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Generic, Literal

from rules.money import Id
from rules.policy import Threshold
from rules.roll import Totals
from rules.votes.casts import Cast, Choice, Ignored
from rules.votes.certainty import Settled, certainty
from rules.votes.counting import Count, count, follow, grouped
from rules.votes.reasons import explain
from rules.votes.roll import RollHome
from rules.votes.standing import State, stand
from rules.votes.terms import Terms


@dataclass(frozen=True, slots=True)
class Result(Generic[Id]):
    """What a vote came to; every area in cm2.

    `participating` are those who agreed, were against or abstained, and split heads by the terms.
    `voices`: what each home said. `conflicts`: homes whose owners differ (R2.3), `silent`: homes
    that said nothing, both in the order of the roll; `followed`: silent homes that were counted
    with the majority (R8.2), `leaning` that majority.
    `certain`: the outcome that no further word can change while those given stand.
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
    homes = _indexed(roll)
    heard = _heard(homes, casts, terms)
    voices, conflicts = heard.voices, heard.conflicts
    heads = grouped(homes.values(), voices, conflicts)
    found = count(heads, voices, terms)
    leaning = found.leaning()
    followed: list[Id] = []
    if terms.silence == "follows_majority" and leaning is not None:
        followed = follow(found, heads, leaning)
    total = Totals(len(heads), sum(home.area_cm2 for home in homes.values()))
    silent = tuple(one for one in homes if one not in voices and one not in conflicts)
    return Result(
        total=total,
        participating=found.participating,
        agree=found.of("agree"),
        against=found.of("against"),
        abstain=found.of("abstain"),
        split_heads=found.split,
        voices=voices,
        conflicts=tuple(one for one in homes if one in conflicts),
        silent=silent,
        followed=tuple(followed),
        leaning=leaning,
        ignored=tuple(heard.ignored),
        passed=_passed(total, found, terms),
        certain=certainty(total, heads, heard.settled, terms),
        reasons=explain(total, found, terms, len(conflicts), len(silent), len(followed)),
    )


def _indexed(roll: Iterable[RollHome[Id]]) -> dict[Id, RollHome[Id]]:
    homes: dict[Id, RollHome[Id]] = {}
    for home in roll:
        if home.home_id in homes:
            raise ValueError(f"名册中同一户出现两次：{home.home_id}")
        if home.area_cm2 <= 0:
            raise ValueError(f"名册中有一户没有面积：{home.home_id}")
        homes[home.home_id] = home
    return homes


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


@dataclass(slots=True)
class _Heard(Generic[Id]):
    """What the homes said, and how far it can still change while given words stand."""

    voices: dict[Id, Choice] = field(default_factory=dict)
    conflicts: set[Id] = field(default_factory=set)
    settled: dict[Id, Settled] = field(default_factory=dict)
    ignored: list[Ignored[Id]] = field(default_factory=list)


def _heard(homes: Mapping[Id, RollHome[Id]], casts: Iterable[Cast[Id]], terms: Terms) -> _Heard[Id]:
    heard: _Heard[Id] = _Heard()
    given: dict[Id, list[tuple[int, Cast[Id]]]] = {}
    for nth, cast in enumerate(casts):
        home = homes.get(cast.home_id)
        if home is None:
            heard.ignored.append(Ignored(nth, cast, "名册中没有这户"))
        elif cast.owner_id not in home.owners:
            heard.ignored.append(Ignored(nth, cast, "投票人不是这户的业主"))
        else:
            given.setdefault(cast.home_id, []).append((nth, cast))
    for home_id, placed in given.items():
        _hear(heard, homes[home_id], placed, terms)
    heard.ignored.sort(key=lambda one: one.nth)
    return heard


def _hear(
    heard: _Heard[Id],
    home: RollHome[Id],
    placed: Sequence[tuple[int, Cast[Id]]],
    terms: Terms,
) -> None:
    """What one home said; its words that do not count are told with the reason."""
    words = [cast for _, cast in placed]
    states = stand(home, words, terms)
    spoke = 0
    for (nth, cast), state in zip(placed, states, strict=True):
        if state in ("replaced", "second"):
            heard.ignored.append(Ignored(nth, cast, _why(home, cast, state, terms)))
            continue
        spoke += 1
        if state == "contested":
            heard.conflicts.add(home.home_id)
        elif state == "valid":
            heard.voices[home.home_id] = cast.choice
    if home.home_id in heard.conflicts:
        heard.settled[home.home_id] = Settled(None, False)
    elif spoke:
        waiting = spoke < len(home.speakers)
        heard.settled[home.home_id] = Settled(heard.voices[home.home_id], waiting)


def _why(home: RollHome[Id], cast: Cast[Id], state: State, terms: Terms) -> str:
    if cast.owner_id not in home.speakers:
        return "这户已推举代表，由代表表态"
    if state == "replaced":
        return "同一业主后来改投"
    if cast.channel == "paper":
        return "同一业主已有在先的有效票"
    return "以纸质票为准" if terms.paper_conflict == "paper" else "同一业主的纸质票在先"
