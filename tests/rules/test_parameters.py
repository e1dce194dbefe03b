"""Every parameter of section 14, its default, and what it may be."""

from dataclasses import fields, replace
from datetime import date

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from rules.days import Calendar, notice_end
from rules.parameters import DEFAULT, PARAMETERS, Parameters, Threshold, moved, revised
from rules.refusals.cases import ParameterWrong

SECTION_14 = {
    "notice.days": 7,
    "notice.roll": "weekends_and_holidays",
    "notice.resume": "remaining",
    "objection.refile_max": 1,
    "objection.decision_working_days": 5,
    "signers.min": 3,
    "signing.days": 30,
    "correction.days": 15,
    "lapse.days": 90,
    "payout.working_days": 7,
    "policy.years": 1,
    "vote.fund_flow": "required",
    "vote.days": 15,
    "vote.participation": "2/3",
    "vote.use": ">1/2",
    "vote.raise": ">=3/4",
    "vote.silence": "not_counted",
    "vote.split_owner": "neutral_head",
    "vote.paper_conflict": "first_valid",
    "proxy.max_homes": 3,
    "income.attribution": "balance_days",
    "income.negative": "zero",
    "fund.topup": 30,
    "maintenance.days": 15,
    "maintenance.gaps": "shown",
    "independent.years": 3,
    "publish.min_group": 5,
}
BESIDE = {"vote.rounds_max": 2, "vote.reminders": 2, "vote.paper_days": 2}
"""What running a vote needs a number for, and neither the plan nor the law gives one."""
ACCOUNTS = {"account.wait_hours": 24, "binding.wait_hours": 24, "identity.paper_days": 365}
ACCOUNTS |= {"session.idle_minutes": 30, "session.fresh_minutes": 10}
"""R1.1, R2.5, R12.8."""
EVERY = SECTION_14 | BESIDE | ACCOUNTS


def test_defaults_are_those_of_section_14():
    assert DEFAULT.to_mapping() == EVERY
    assert Parameters.from_mapping({}) == DEFAULT


def test_every_field_is_a_described_parameter():
    assert [one.field for one in PARAMETERS] == [one.name for one in fields(Parameters)]
    for parameter in PARAMETERS:
        assert parameter.label
        assert parameter.rule.startswith(("R", "第"))


def test_values_survive_being_stored():
    parameters = Parameters.from_mapping({"notice.days": 10, "vote.use": ">=2/3"})
    assert Parameters.from_mapping(parameters.to_mapping()) == parameters
    assert msgspec.json.decode(msgspec.json.encode(parameters), type=Parameters) == parameters
    assert parameters.changes() == {"notice.days": (7, 10), "vote.use": (">1/2", ">=2/3")}
    assert DEFAULT.changes() == {}


def test_a_policy_is_a_value():
    with pytest.raises(AttributeError):
        DEFAULT.notice_days = 1
    assert replace(DEFAULT, notice_days=8).notice_days == 8
    assert DEFAULT.notice_days == 7


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("notice.days", 0),
        ("notice.days", 367),
        ("notice.days", "7"),
        ("notice.days", 7.0),
        ("notice.days", True),
        ("notice.days", None),
        ("notice.roll", "weekends"),
        ("policy.years", 2),
        ("policy.years", True),
        ("objection.refile_max", -1),
        ("vote.use", "1/0"),
        ("vote.use", "4/3"),
        ("vote.use", "half"),
        ("vote.use", 1),
        ("fund.topup", 101),
    ],
)
def test_a_value_that_cannot_be_is_refused(name, value):
    with pytest.raises(ValueError, match=name):
        Parameters.from_mapping({name: value})


def test_an_unknown_name_is_refused():
    with pytest.raises(ValueError, match=r"：notice\.day、notice_days$"):
        Parameters.from_mapping({"notice.days": 7, "notice_days": 7, "notice.day": 7})


def test_a_revised_policy_keeps_what_is_not_named():
    after = revised(DEFAULT, {"notice.days": 10, "vote.use": ">=2/3"}, filed=False)
    assert after.changes() == {"notice.days": (7, 10), "vote.use": (">1/2", ">=2/3")}
    assert revised(after, {"notice.days": 7}, filed=False).changes() == {
        "vote.use": (">1/2", ">=2/3")
    }


def test_what_moved_meanwhile_is_noticed():
    """Only of the parameters that a change names; one that there is no more has moved too."""
    now = revised(DEFAULT, {"notice.days": 10}, filed=False)
    assert not moved(now, {"vote.days": 15, "notice.days": 10})
    assert moved(now, {"vote.days": 15, "notice.days": 7})
    assert moved(now, {"notice.hours": 7})


def test_silence_is_for_the_filed_rules_of_a_community_alone():
    """R8.2: not the city's to say; and the filed rules say nothing else."""
    follow = {"vote.silence": "follows_majority"}
    assert revised(DEFAULT, follow, filed=True).vote_silence == "follows_majority"
    with pytest.raises(ParameterWrong, match="备案的议事规则"):
        revised(DEFAULT, follow, filed=False)
    with pytest.raises(ParameterWrong, match="不由小区"):
        revised(DEFAULT, follow | {"vote.days": 10}, filed=True)


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"notice.day": 7}, "没有这样的参数"),
        ({"notice.days": 0}, "1至366"),
        ({"vote.use": "4/3"}, "比例"),
        ({"notice.days": 7}, "没有改动"),
        ({"notice.days": 8, "vote.days": 15}, "没有改动"),
    ],
)
def test_a_revision_that_cannot_be_is_refused(changes, words):
    with pytest.raises(ParameterWrong, match=words):
        revised(DEFAULT, changes, filed=False)


def test_every_choice_is_accepted_and_has_a_word():
    for parameter in PARAMETERS:
        for value, word in parameter.choices:
            parameters = Parameters.from_mapping({parameter.name: value})
            assert parameter.show(getattr(parameters, parameter.field)) == word


def test_parameters_are_shown_in_words():
    shown = {one.name: one.show(EVERY[one.name]) for one in PARAMETERS}
    assert shown["notice.days"] == "7天"
    assert shown["payout.working_days"] == "7个工作日"
    assert shown["notice.resume"] == "继续公示剩余天数"
    assert shown["fund.topup"] == "30%"
    assert shown["vote.use"] == ">1/2"
    assert shown["policy.years"] == "1年"


@pytest.mark.parametrize("roll", [value for value, _ in PARAMETERS[1].choices])
def test_every_roll_is_understood_by_the_calendar(roll):
    deadline = notice_end(date(2025, 4, 28), Calendar.standard(), roll=roll)
    assert deadline.last_day >= date(2025, 5, 5)


@pytest.mark.parametrize(
    ("text", "part", "whole", "met"),
    [
        ("2/3", 200, 300, True),
        ("2/3", 199, 299, False),
        (">1/2", 50, 100, False),
        (">1/2", 51, 100, True),
        (">=3/4", 75, 100, True),
        (">=3/4", 74, 100, False),
        ("2/3", 0, 0, False),
        (">=2/3", 2 * 10**18, 3 * 10**18, True),
        (">=2/3", 2 * 10**18 - 1, 3 * 10**18, False),
    ],
)
def test_thresholds_are_exact(text, part, whole, met):
    assert Threshold.parse(text).met(part, whole) is met


@given(st.integers(0, 1000), st.integers(1, 1000))
def test_exceeding_is_reaching_and_more(part, whole):
    at_least, more = Threshold.parse(">=1/2"), Threshold.parse(">1/2")
    assert more.met(part, whole) == (at_least.met(part, whole) and 2 * part != whole)


@pytest.mark.parametrize("text", ["", "1", "0/2", "3/2", "<1/2", "=1/2", "1/2 ", "１/２", "-1/2"])
def test_what_is_no_threshold_is_refused(text):
    assert not Threshold.readable(text)
    with pytest.raises(ValueError, match="比例"):
        Threshold.parse(text)
