"""What holds for every roll and every ballot. Section 8."""

from dataclasses import replace
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from rules.parameters import DEFAULT, Threshold
from rules.votes import Cast, RollHome, Terms, certain_since, head_numbers, tally, terms_of
from tests.rules.votes.chance import START, some_casts, some_roll, some_terms

seeds = st.integers(0, 2**32)
USE = terms_of(DEFAULT, "use")


def world(seed: int) -> tuple[Random, list[RollHome[str]], list[Cast[str]], Terms]:
    chance = Random(seed)
    roll = some_roll(chance)
    return chance, roll, some_casts(chance, roll), some_terms(chance)[0]


@given(seeds)
def test_the_order_of_the_roll_and_of_ballots_does_not_matter(seed: int) -> None:
    """Moments decide, not places in a list (ties apart: every ballot has its own moment here)."""
    chance, roll, casts, terms = world(seed)
    own = [replace(one, cast_at=one.cast_at.replace(second=n)) for n, one in enumerate(casts)]
    before = tally(roll, own, terms)
    after = tally(chance.sample(roll, len(roll)), chance.sample(own, len(own)), terms)
    assert (before.reasons, before.certain) == (after.reasons, after.certain)
    assert (before.voices, set(before.conflicts)) == (after.voices, set(after.conflicts))
    assert sorted(one.reason for one in before.ignored) == sorted(o.reason for o in after.ignored)


@given(seeds)
def test_who_takes_part_already_and_turns_to_agree_never_makes_it_fail(seed: int) -> None:
    """One owner alone speaks for the home and for no other, so only the choice changes. R8.1."""
    chance, roll, casts, terms = world(seed)
    casts.append(Cast("mine", "me", chance.choice(("against", "abstain")), START))
    roll.append(RollHome("mine", chance.randint(1, 6), frozenset({"me"})))
    agreeing = [*casts[:-1], replace(casts[-1], choice="agree")]
    before, after = tally(roll, casts, terms), tally(roll, agreeing, terms)
    if not before.followed and not after.followed:
        assert before.participating == after.participating
        assert after.agree.heads == before.agree.heads + 1
    assert after.passed or not before.passed


@given(seeds)
def test_one_more_home_against_never_makes_it_pass_where_enough_took_part(seed: int) -> None:
    """A silent head that speaks against helps participation alone. R8.1."""
    _, roll, casts, terms = world(seed)
    terms = replace(terms, silence="not_counted")
    roll.append(RollHome("mine", 3, frozenset({"me"})))
    before = tally(roll, casts, terms)
    after = tally(roll, [*casts, Cast("mine", "me", "against", START)], terms)
    enough = all(
        terms.participation.met(part, whole)
        for part, whole in zip(before.participating, before.total, strict=True)
    )
    if enough and not before.passed:
        assert not after.passed


@given(seeds)
def test_figures_add_up(seed: int) -> None:
    """Every home spoke, is in conflict or is silent; sides and split heads are who took part."""
    _, roll, casts, terms = world(seed)
    result = tally(roll, casts, terms)
    parts = [set(result.voices), set(result.conflicts), set(result.silent)]
    assert sum(map(len, parts)) == len(roll) == len(set().union(*parts))
    assert set(result.followed) <= set(result.silent)
    sides = [result.agree, result.against, result.abstain]
    split = result.split_heads if terms.split_owner == "neutral_head" else 0
    assert result.participating.heads == sum(one.heads for one in sides) + split
    assert result.participating.area_cm2 == sum(one.area_cm2 for one in sides)
    assert all(
        part <= whole for part, whole in zip(result.participating, result.total, strict=True)
    )
    assert result.total.heads == max(head_numbers(roll))
    assert result.reasons[-1].startswith("结论：通过") is result.passed
    assert result.certain != ("failed" if result.passed else "passed")


@given(seeds, st.integers(2, 1000))
def test_a_unit_of_area_is_nothing_but_a_unit(seed: int, times: int) -> None:
    """All areas so many times as large: the same outcome."""
    _, roll, casts, terms = world(seed)
    larger = [replace(home, area_cm2=home.area_cm2 * times) for home in roll]
    before, after = tally(roll, casts, terms), tally(larger, casts, terms)
    assert (before.passed, before.certain) == (after.passed, after.certain)


@given(seeds)
def test_a_lower_threshold_never_makes_it_fail(seed: int) -> None:
    _, roll, casts, terms = world(seed)
    for name in ("participation", "threshold"):
        known: Threshold = getattr(terms, name)
        lower = replace(terms, **{name: known._replace(denominator=known.denominator + 1)})
        if tally(roll, casts, terms).passed:
            assert tally(roll, casts, lower).passed


def test_since_when_it_was_certain() -> None:
    """Of six equal homes four must take part (12 >= 12) and more than half of who did agree.

    The fourth that agrees makes it certain: 4 of 6 take part, and with two against 8 > 6.
    """
    roll = [RollHome(f"h{nth}", 5, frozenset({f"o{nth}"})) for nth in range(6)]
    at = [START.replace(minute=nth) for nth in range(6)]
    casts = [Cast(f"h{nth}", f"o{nth}", "agree", at[nth]) for nth in range(5)]
    assert certain_since(roll, casts[::-1], USE) == at[3]
    assert [tally(roll, casts[:n], USE).certain for n in range(6)] == [*[None] * 4, *["passed"] * 2]
    # Three against: at best three of six agree, and 6 > 6 does not hold.
    against = [replace(one, choice="against") for one in casts[:3]]
    assert certain_since(roll, [*against, casts[3]], USE) == at[2]
    assert certain_since(roll, casts[:3], USE) is None


@given(seeds)
def test_the_moment_of_certainty_is_one(seed: int) -> None:
    """With this word it is certain, without it and what came later it was not."""
    _, roll, casts, terms = world(seed)
    moment = certain_since(roll, casts, terms)
    outcome = tally(roll, casts, terms).certain
    if moment is not None:
        until = [one for one in casts if one.cast_at <= moment]
        earlier = [one for one in casts if one.cast_at < moment]
        assert outcome is not None
        spoke_once = len({(one.home_id, one.owner_id) for one in casts}) == len(casts)
        if spoke_once:
            assert tally(roll, until, terms).certain == outcome
            assert tally(roll, earlier, terms).certain is None


def test_a_city_in_one_chain_of_owners() -> None:
    """20,000 homes, each sharing an owner with the next, are one head; nothing recurses."""
    roll = [RollHome(nth, 1, frozenset({nth, nth + 1})) for nth in range(20_000)]
    result = tally(roll, [Cast(0, 0, "agree", START)], USE)
    assert (result.total.heads, result.participating.heads) == (1, 1)
