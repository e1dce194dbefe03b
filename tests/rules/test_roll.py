"""Who counts, and how much: areas, heads, voices, proxies, shares. R2.1 to R2.6, R3.8, R5.1."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rules.roll import (
    AreaSource,
    Home,
    Proxy,
    Totals,
    area_of,
    distinct_heads,
    refused_proxies,
    roll_totals,
)

REGISTER, SURVEY, CONTRACT = AreaSource


def home(home_id, *owners, area=1_000_000, **more):
    return Home(home_id, area, frozenset(owners), **more)


def signs(*pairs):
    return [(owner, frozenset(homes.split())) for owner, homes in pairs]


# --- R2.1


@pytest.mark.parametrize(
    ("sources", "answer"),
    [
        ({REGISTER: 3, SURVEY: 2, CONTRACT: 1}, (3, REGISTER)),
        ({CONTRACT: 1, SURVEY: 2}, (2, SURVEY)),
        ({REGISTER: None, SURVEY: 0, CONTRACT: 1}, (1, CONTRACT)),
        ({REGISTER: -5, SURVEY: 2}, (2, SURVEY)),
    ],
)
def test_area_of_the_best_source(sources, answer):
    assert area_of(sources) == answer


@pytest.mark.parametrize("sources", [{}, {REGISTER: None}, {SURVEY: 0}])
def test_no_area_is_refused(sources):
    with pytest.raises(ValueError, match="面积"):
        area_of(sources)


# --- R2.2


@pytest.mark.parametrize(
    ("homes", "heads"),
    [
        ([], 0),
        ([home("h1", "a"), home("h2", "b")], 2),
        ([home("h1", "a"), home("h2", "a")], 1),
        ([home("h1", "a", "b")], 1),
        # A couple's home and the husband's own are one head: he has a part in both.
        ([home("h1", "a", "b"), home("h2", "a")], 1),
        ([home("h1", "a", "b"), home("h2", "b", "c"), home("h3", "c")], 1),
        # The developer is one head, with what it holds and what it owns like anybody.
        ([home("h1", "d", developer_held=True), home("h2", developer_held=True)], 1),
        ([home("h1", "d", developer_held=True), home("h2", "d"), home("h3", "a")], 2),
        # A car space is no head, nor does it join those who share it.
        ([home("h1", "a"), home("p1", "a", counts=False), home("p2", "b", counts=False)], 1),
        ([home("h1", "a"), home("h2", "b"), home("p1", "a", "b", counts=False)], 2),
        # A home whose owner is not known yet is a head of its own.
        ([home("h1"), home("h2")], 2),
    ],
)
def test_heads(homes, heads):
    assert roll_totals(homes) == Totals(heads, sum(one.area_cm2 for one in homes if one.counts))


# --- R5.1


@pytest.mark.parametrize(
    ("signers", "heads"),
    [
        (signs(("a", "h1"), ("b", "h2"), ("c", "h3")), 3),
        (signs(("a", "h1"), ("b", "h1"), ("c", "h3")), 2),
        (signs(("a", "h1"), ("a", "h2"), ("c", "h3")), 2),
        (signs(("a", "h1 h2"), ("b", "h2 h3"), ("c", "h3")), 1),
        (signs(("a", "h1"), ("a", "h1"), ("a", "h1")), 1),
        # Who owns nothing here is nobody here.
        (signs(("a", "h1"), ("b", ""), ("c", "h3")), 2),
        ([], 0),
    ],
)
def test_signers_are_counted_by_heads(signers, heads):
    assert distinct_heads(signers) == heads


def test_signers_held_against_the_roll():
    homes = [
        home("h1", "a", "z"),
        home("h2", "b", "z"),
        home("h3", "c"),
        home("p1", "e", counts=False),
        home("d1", "d", developer_held=True),
        home("d2", "f", developer_held=True),
    ]
    assert distinct_heads(signs(("a", "h1"), ("c", "h3")), homes) == 2
    # z, who did not sign, has a part in both homes.
    assert distinct_heads(signs(("a", "h1"), ("b", "h2"), ("c", "h3")), homes) == 2
    assert distinct_heads(signs(("e", "p1"), ("c", "h3")), homes) == 1
    assert distinct_heads(signs(("d", "d1"), ("f", "d2"), ("c", "h3")), homes) == 2
    # A home of another scope gives no voice in this one.
    assert distinct_heads(signs(("x", "elsewhere"), ("c", "h3")), homes) == 1


owners = st.frozensets(st.integers(0, 6), min_size=1, max_size=3)
rolls = st.lists(
    st.builds(
        lambda held, held_by, area, counts: (held, held_by, area, counts),
        st.booleans(),
        owners,
        st.integers(1, 10**6),
        st.booleans(),
    ),
    max_size=10,
).map(
    lambda rows: [
        Home(i, area, held_by, developer_held=held, counts=counts)
        for i, (held, held_by, area, counts) in enumerate(rows)
    ]
)


def signatures(homes):
    everybody = {owner for one in homes for owner in one.owners}
    return [(o, frozenset(h.home_id for h in homes if o in h.owners)) for o in everybody]


@given(rolls, st.randoms())
def test_order_does_not_matter(homes, random):
    shuffled = list(homes)
    random.shuffle(shuffled)
    assert roll_totals(shuffled) == roll_totals(homes)
    signers = signatures(homes)
    random.shuffle(signers)
    assert distinct_heads(signers) == distinct_heads(signatures(homes))


@given(rolls)
def test_when_everybody_signs_there_are_all_heads(homes):
    assert distinct_heads(signatures(homes), homes) == roll_totals(homes).heads


@given(rolls, st.data())
def test_heads_grow_with_signers_and_not_beyond_the_roll(homes, data):
    signers = signatures(homes)
    some = [one for one in signers if data.draw(st.booleans())]
    heads = distinct_heads(some, homes)
    assert heads <= min(len(some), roll_totals(homes).heads)
    assert distinct_heads(some + some, homes) == heads
    for another in signers:
        assert heads <= distinct_heads([*some, another], homes) <= heads + 1


@given(rolls)
def test_heads_by_a_plainer_method(homes):
    """Colour the homes: as long as two with an owner in common differ, make them the same."""
    counting = [one for one in homes if one.counts]
    colour = list(range(len(counting)))
    for _ in counting:
        for i, one in enumerate(counting):
            for j, other in enumerate(counting):
                same = one.developer_held and other.developer_held
                if same or one.owners & other.owners:
                    colour[i] = colour[j] = min(colour[i], colour[j])
    assert roll_totals(homes).heads == len(set(colour))


# --- R2.6


def test_proxies_are_limited():
    proxies = [Proxy("p", f"h{i}", "投票") for i in range(5)]
    assert refused_proxies(proxies, 3) == [
        (proxies[3], "每名受托人最多代理3户"),
        (proxies[4], "每名受托人最多代理3户"),
    ]
    assert refused_proxies(proxies, 5) == []


def test_proxies_need_paper_and_independence():
    bad = [
        Proxy("p", "h1", "投票", written=False),
        Proxy("p", "h2", "  "),
        Proxy("p", "h3", "投票", employee_of_manager=True),
    ]
    good = [Proxy("p", f"h{i}", "投票") for i in (1, 2, 3)]
    assert [reason for _, reason in refused_proxies(bad + good, 3)] == [
        "未提交书面委托",
        "委托书未写明委托事项",
        "受托人是物业服务企业的工作人员",
    ]
    twice = [Proxy("p", "h1", "投票"), Proxy("q", "h1", "投票")]
    assert refused_proxies(twice) == [(twice[1], "该户已另有委托")]
