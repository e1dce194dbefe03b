"""Which entry makes a home served, and which undoes it. R8.2."""

from datetime import UTC, datetime, timedelta

from rules.people import Role
from rules.votes.service import ServedNow, by_words, capacity_of, proves, result_words, takes_back

T = datetime(2025, 3, 1, tzinfo=UTC)
LATER = T + timedelta(minutes=1)


def test_the_first_proof_stands_and_a_denial_is_answered_by_a_new_one_alone():
    assert proves(ServedNow(None, None), T)
    assert not proves(ServedNow(T, None), LATER)
    assert not proves(ServedNow(None, LATER), T) and not proves(ServedNow(None, T), T)
    assert proves(ServedNow(None, T), LATER)


def test_what_was_proven_later_is_not_taken_back():
    assert takes_back(ServedNow(T, None), LATER)
    assert not takes_back(ServedNow(LATER, None), T) and not takes_back(ServedNow(None, T), LATER)


def test_in_what_capacity_and_in_which_words():
    assert capacity_of(frozenset({Role.MANAGER, Role.CLERK})) is Role.CLERK
    assert capacity_of(frozenset({Role.OWNER, Role.REVIEWER})) is None
    assert (by_words("manager"), by_words("")) == ("物业服务企业", "住保中心")
    told = result_words(12, 9, {"post": 2, "in_person": 7}, (6, 8))
    assert told == (
        "名册12户中，两人登记证明送达的9户（当面送达7户、邮寄2户）；因此随多数计入的未表态业主6人、8户"
    )
    assert result_words(12, 0, {}, (0, 0)).endswith("送达的0户；没有未表态的业主因此计入")
