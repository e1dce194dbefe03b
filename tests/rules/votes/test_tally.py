"""Section 15's votes, the thresholds exactly and one beside, and every rule on who counts."""

from collections.abc import Iterable, Sequence

import pytest

from rules.parameters import DEFAULT, Parameters
from rules.roll import Home, Totals, roll_totals
from rules.votes import Cast, Channel, Choice, Purpose, Result, RollHome, tally, terms_of
from tests.rules.votes.chance import START

SQUARE = 10_000
USE, RAISE = terms_of(DEFAULT, "use"), terms_of(DEFAULT, "raise")
FOLLOW = Parameters(vote_silence="follows_majority")


def homes(number: int, area_cm2: int = 100 * SQUARE, first: int = 0) -> list[RollHome[str]]:
    """So many homes, each of an owner of its own."""
    ids = range(first, first + number)
    return [RollHome(f"h{nth}", area_cm2, frozenset({f"o{nth}"})) for nth in ids]


def cast(home: str, owner: str, choice: Choice, channel: Channel = "phone") -> Cast[str]:
    return Cast(home, owner, choice, START, channel)


def said(roll: Iterable[RollHome[str]], choice: Choice) -> list[Cast[str]]:
    """Every home says the same, by its first owner."""
    return [cast(home.home_id, min(home.owners), choice) for home in roll]


def taken(
    roll: Sequence[RollHome[str]], agree: int, against: int = 0, purpose: Purpose = "use"
) -> Result[str]:
    """The first homes agree, the next are against, the rest is silent."""
    casts = said(roll[:agree], "agree") + said(roll[agree : agree + against], "against")
    return tally(roll, casts, terms_of(DEFAULT, purpose))


# --- R8.1: section 15 and the thresholds


@pytest.mark.parametrize(
    ("total", "took_part", "reached"),
    [
        (300, 200, True),  # 200 × 3 = 600 ≥ 300 × 2 = 600
        (299, 199, False),  # 199 × 3 = 597 < 299 × 2 = 598
        (299, 200, True),  # 600 ≥ 598
        (300, 199, False),  # 597 < 600
        (3, 2, True),  # 6 ≥ 6
        (4, 2, False),  # 6 < 8
        (1, 1, True),
        (1, 0, False),
    ],
)
def test_two_thirds_take_part(total: int, took_part: int, reached: bool) -> None:
    """Section 15: 200 of 300 heads is >= 2/3; 199 of 299 is not. All agree, homes are equal."""
    assert taken(homes(total), took_part).passed is reached


@pytest.mark.parametrize(
    ("agree", "against", "passed"),
    [
        (100, 100, False),  # 100 × 2 = 200 > 200 × 1 = 200 does not hold
        (101, 99, True),  # 202 > 200
        (101, 100, True),  # 202 > 201
        (100, 101, False),
    ],
)
def test_more_than_half_uses_a_fund(agree: int, against: int, passed: bool) -> None:
    """Section 15: exactly half agreeing is not enough to use a fund. 270 heads, all figures >= 2/3
    take part (200 × 3 = 600 ≥ 540)."""
    assert taken(homes(270), agree, against).passed is passed


@pytest.mark.parametrize(
    ("agree", "against", "passed"),
    [
        (150, 50, True),  # 150 × 4 = 600 ≥ 200 × 3 = 600
        (149, 51, False),  # 596 < 600
        (150, 51, False),  # 600 < 603
        (151, 50, True),  # 604 ≥ 603
    ],
)
def test_three_quarters_raise_one(agree: int, against: int, passed: bool) -> None:
    """Section 15: exactly 3/4 is enough to raise a fund. 270 heads, at least 199 take part."""
    assert taken(homes(270), agree, against, "raise").passed is passed
    assert taken(homes(270), agree, against, "use").passed


@pytest.mark.parametrize(
    ("area_cm2", "passed"),
    [
        (50 * SQUARE, True),  # (2 × 1,000,000) × 3 = 6,000,000 ≥ (2,000,000 + 2 × 500,000) × 2
        (50 * SQUARE - 1, True),
        (50 * SQUARE + 1, False),  # 6,000,000 < (2,000,000 + 1,000,002) × 2 = 6,000,004
    ],
)
def test_two_thirds_of_the_area_to_the_square_centimetre(area_cm2: int, passed: bool) -> None:
    """Two homes of 100 m2 and one head of two smaller ones that is silent: 2 of 3 heads."""
    silent = [RollHome(f"s{nth}", area_cm2, frozenset({"rest"})) for nth in range(2)]
    result = taken([*homes(2), *silent], 2)
    assert result.participating.heads * 3 == result.total.heads * 2
    assert result.passed is passed


@pytest.mark.parametrize(
    ("more_cm2", "use", "enough"),
    [(-1, False, False), (0, False, False), (1, True, False), (200 * SQUARE, True, True)],
)
def test_half_and_three_quarters_of_the_area(more_cm2: int, use: bool, enough: bool) -> None:
    """Three heads agree, one with 100 m2 is against, nobody is silent; the three together have
    100 m2 and `more_cm2`: 1/2 at 0, 3/4 at 200 m2 more (300 of 400). Heads: 3 of 4, enough."""
    three = [*homes(2, 25 * SQUARE), *homes(1, 50 * SQUARE + more_cm2, 2)]
    roll = [*three, *homes(1, 100 * SQUARE, 3)]
    assert taken(roll, 3, 1).passed is use
    assert taken(roll, 3, 1, "raise").passed is enough


def test_three_quarters_of_the_area_less_one() -> None:
    """299.9999 of 399.9999 m2: × 4 = 11,999,996 < × 3 = 11,999,997."""
    roll = [*homes(2), *homes(1, 100 * SQUARE - 1, 2), *homes(1, 100 * SQUARE, 3)]
    result = taken(roll, 3, 1, "raise")
    assert (result.agree, result.passed) == (Totals(3, 2_999_999), False)


@pytest.mark.parametrize(
    ("big_agrees", "missed"),
    [(True, "同意人数"), (False, "同意面积")],
)
def test_heads_and_area_must_both_agree(big_agrees: bool, missed: str) -> None:
    """One home of 400 m2 against three of 100 m2: each side has one majority and not the other."""
    roll = [*homes(1, 400 * SQUARE), *homes(3, first=1)]
    ayes, noes = (roll[:1], roll[1:]) if big_agrees else (roll[1:], roll[:1])
    result = tally(roll, said(ayes, "agree") + said(noes, "against"), USE)
    assert not result.passed
    assert result.reasons[-1] == f"结论：未通过（{missed}未达到）"


def test_nobody_and_an_empty_roll_pass_nothing() -> None:
    result = tally(homes(3), [], USE)
    assert (result.passed, result.participating) == (False, Totals(0, 0))
    assert "同意人数 0/0，须超过1/2：没有可比的基数，未达到" in result.reasons
    empty: Result[str] = tally([], [], USE)
    assert (empty.passed, empty.certain, empty.total) == (False, "failed", Totals(0, 0))


def test_the_law_at_each_purpose() -> None:
    """Thresholds come from the parameters's version, not from the code."""
    half = Parameters(vote_participation="1/2", vote_use=">=1/2")
    assert tally(homes(4), said(homes(2), "agree"), terms_of(half, "use")).passed
    assert not tally(homes(4), said(homes(2), "agree"), USE).passed
    assert str(terms_of(DEFAULT, "raise").threshold.numerator) == "3"


# --- R2.2, R8.4: heads


def test_an_owner_with_several_homes_is_one_head() -> None:
    """Four homes, two of one owner: three heads. By homes 3/4 take part, by heads 2/3."""
    roll = [*homes(2), *(RollHome(f"m{nth}", SQUARE, frozenset({"many"})) for nth in range(2))]
    result = tally(roll, said(roll[1:], "agree"), USE)
    assert (result.total.heads, result.participating.heads) == (3, 2)


def test_the_developers_homes_are_one_head_with_their_whole_area() -> None:
    """R2.2: five unsold homes, one head; their area counts whole, and may be enough alone."""
    unsold = [
        RollHome(f"d{nth}", 100 * SQUARE, frozenset({"developer"}), developer_held=True)
        for nth in range(5)
    ]
    roll = [*homes(2), *unsold]
    result = tally(roll, said(roll, "agree"), USE)
    assert (result.total, result.agree) == (Totals(3, 7_000_000), Totals(3, 7_000_000))


@pytest.mark.parametrize(
    ("parameters", "took_part", "passed"),
    [
        # 3 of 4 heads take part, 2 of 3 agree: 4 > 3
        (DEFAULT, Totals(3, 4_000_000), True),
        # 2 of 4 heads take part: 6 < 8
        (Parameters(vote_split_owner="no_head"), Totals(2, 4_000_000), False),
    ],
)
def test_an_owner_whose_homes_differ(
    parameters: Parameters, took_part: Totals, passed: bool
) -> None:
    """R8.4: areas as cast, 3 m2 agree and 1 m2 against; the head is for neither side."""
    two = [RollHome(f"m{nth}", 100 * SQUARE, frozenset({"many"})) for nth in range(2)]
    roll = [*homes(3), *two]
    casts = said(roll[1:4], "agree") + said(roll[4:], "against")
    result = tally(roll, casts, terms_of(parameters, "use"))
    assert (result.participating, result.passed) == (took_part, passed)
    assert (result.agree, result.against) == (Totals(2, 3_000_000), Totals(0, 1_000_000))
    assert result.split_heads == 1
    assert any("1人的几户意见不一" in line for line in result.reasons)


def test_a_silent_home_of_one_who_spoke_has_no_area() -> None:
    """The head speaks by its other home; what was not cast is not added."""
    two = [RollHome(f"m{nth}", 100 * SQUARE, frozenset({"many"})) for nth in range(2)]
    result = tally(two, said(two[:1], "agree"), terms_of(FOLLOW, "use"))
    assert (result.agree, result.silent) == (Totals(1, 1_000_000), ("m1",))


def test_heads_are_those_of_the_roll() -> None:
    """Co-owners join heads by way of a third, as everywhere: one truth on who is one head."""
    owned = ["ab", "bc", "d", "de", "f"]
    roll = [RollHome(f"h{nth}", 1, frozenset(owners)) for nth, owners in enumerate(owned)]
    known = roll_totals(Home(home.home_id, home.area_cm2, home.owners) for home in roll)
    assert tally(roll, [], USE).total == known == Totals(3, 5)


# --- R2.3: homes in conflict


def test_co_owners_who_differ_count_for_neither_side() -> None:
    """Three homes, one in conflict: 2 of 3 take part. With the conflict settled it would be 3."""
    roll = [*homes(2), RollHome("c", 100 * SQUARE, frozenset("xy"))]
    casts = [*said(roll[:2], "agree"), cast("c", "x", "agree"), cast("c", "y", "against")]
    result = tally(roll, casts, USE)
    assert (result.conflicts, result.silent) == (("c",), ())
    assert (result.participating, result.against) == (Totals(2, 2_000_000), Totals(0, 0))
    named = RollHome("c", 100 * SQUARE, frozenset("xy"), representative="y")
    spoken = tally([*roll[:2], named], casts, USE)
    assert (spoken.conflicts, spoken.against.heads) == ((), 1)
    assert [(one.nth, one.reason) for one in spoken.ignored] == [(2, "这户已推举代表，由代表表态")]


def test_a_conflict_is_not_silence() -> None:
    """R8.2: who spoke twice over did not keep silent, so nobody follows for that home."""
    roll = [*homes(3), RollHome("c", SQUARE, frozenset("xy"), served=True)]
    casts = [*said(roll[:3], "agree"), cast("c", "x", "agree"), cast("c", "y", "abstain")]
    assert tally(roll, casts, terms_of(FOLLOW, "use")).followed == ()


# --- R8.2: abstaining, silence


def test_abstaining_is_taking_part() -> None:
    """200 of 300: 101 agree, 99 abstain. 101 × 2 = 202 > 200."""
    roll = homes(300)
    casts = said(roll[:101], "agree") + said(roll[101:200], "abstain")
    result = tally(roll, casts, USE)
    assert (result.passed, result.abstain.heads, result.participating.heads) == (True, 99, 200)
    assert not tally(roll, casts[1:] + said(roll[:1], "abstain"), USE).passed


def served(roll: Iterable[RollHome[str]]) -> list[RollHome[str]]:
    return [RollHome(one.home_id, one.area_cm2, one.owners, served=True) for one in roll]


def test_the_silent_follow_only_where_the_rules_say_so_and_service_is_proven() -> None:
    """5 homes, 2 agree and 1 is against; 2 say nothing, one of them was served."""
    roll = [*homes(3), *served(homes(1, first=3)), *homes(1, first=4)]
    casts = said(roll[:2], "agree") + said(roll[2:3], "against")
    assert tally(roll, casts, USE).followed == ()
    result = tally(roll, casts, terms_of(FOLLOW, "use"))
    assert (result.leaning, result.followed, result.silent) == ("agree", ("h3",), ("h3", "h4"))
    assert (result.agree, result.participating.heads) == (Totals(3, 3_000_000), 4)
    assert "未表态且已送达的业主随多数：1户已计入上列；其余1户不计参与（R8.2）" in result.reasons


def test_the_silent_follow_a_majority_against() -> None:
    roll = [*homes(3), *served(homes(1, first=3))]
    casts = said(roll[:1], "agree") + said(roll[1:3], "against")
    result = tally(roll, casts, terms_of(FOLLOW, "use"))
    assert (result.leaning, result.against.heads) == ("against", 3)


@pytest.mark.parametrize("first_cm2", [100 * SQUARE, 300 * SQUARE])
def test_nobody_follows_on_a_tie_or_when_heads_and_area_disagree(first_cm2: int) -> None:
    """100 m2 against 100 m2 is a tie in both; 300 against 2 homes of 100 m2 has one of each."""
    many = 1 if first_cm2 == 100 * SQUARE else 2
    against = homes(many, first=1)
    roll = [*homes(1, first_cm2), *against, *served(homes(1, first=9))]
    casts = said(roll[:1], "agree") + said(against, "against")
    result = tally(roll, casts, terms_of(FOLLOW, "use"))
    assert (result.leaning, result.followed) == (None, ())
    assert any("人数与面积的多数不一致" in line for line in result.reasons)


def test_service_on_one_home_is_service_on_its_owner() -> None:
    """R8.2: both homes of the silent head follow, though only one was served."""
    two = [RollHome(f"m{nth}", SQUARE, frozenset({"many"}), served=nth == 0) for nth in range(2)]
    roll = [*homes(1), *two]
    result = tally(roll, said(roll[:1], "agree"), terms_of(FOLLOW, "use"))
    assert (result.followed, result.agree) == (("m0", "m1"), Totals(2, 102 * SQUARE))


# --- R8.3: what is not heard, the words shown


def test_strangers_and_unknown_homes_are_ignored_with_the_reason() -> None:
    roll = homes(2)
    casts = [cast("h0", "o1", "agree"), cast("h9", "o1", "agree"), cast("h1", "o1", "agree")]
    result = tally(roll, casts, USE)
    assert result.voices == {"h1": "agree"}
    assert [(one.nth, one.reason) for one in result.ignored] == [
        (0, "投票人不是这户的业主"),
        (1, "名册中没有这户"),
    ]


def test_the_result_explains_itself() -> None:
    """Every line can be followed by hand. 89.5 m2 = 895,000 cm2."""
    roll = homes(3, 895_000)
    casts = [*said(roll[:1], "agree"), *said(roll[1:2], "abstain")]
    assert tally(roll, casts, USE).reasons == (
        "名册：3人，268.5平方米（R2.2）",
        "同意1人、89.5平方米；反对0人、0平方米；弃权1人、89.5平方米；弃权算参与（R8.2）",
        "1户未表态：不计参与（R8.2）",
        "参与表决人数 2/3，须不低于2/3：2×3=6 ≥ 3×2=6，达到",
        "参与表决面积 179平方米/268.5平方米，须不低于2/3："
        "1790000×3=5370000 ≥ 2685000×2=5370000（平方厘米），达到",
        "同意人数 1/2，须超过1/2：1×2=2 ≤ 2×1=2，未达到",
        "同意面积 89.5平方米/179平方米，须超过1/2："
        "895000×2=1790000 ≤ 1790000×1=1790000（平方厘米），未达到",
        "结论：未通过（同意人数、同意面积未达到）",
    )


def test_a_roll_that_cannot_be_is_refused() -> None:
    with pytest.raises(ValueError, match="同一户出现两次"):
        tally([*homes(1), *homes(1)], [], USE)
    with pytest.raises(ValueError, match="没有面积"):
        tally(homes(1, 0), [], USE)
