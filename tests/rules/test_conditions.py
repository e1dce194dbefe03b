"""The four conditions, each with every reason to fail, and when an elevator is inspected. R5."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace as but

from rules.conditions import (
    EARLY,
    ApplicantFacts,
    ElevatorFacts,
    MoneyFacts,
    anniversary,
    conditions,
    gaps,
    inspection_due,
)
from rules.parameters import Parameters

TODAY = date(2025, 9, 15)
RULES = Parameters()
DAY = timedelta(days=1)

THREE = ApplicantFacts("signers", 3, True)
ENOUGH = MoneyFacts(120_000, 120_000)
SOUND = ElevatorFacts(
    code="DT-1",
    installed_on=date(2015, 6, 1),
    inspected_on=date(2024, 5, 20),
    inspection_due_on=date(2026, 5, 31),
    certificate="梯11湘U00001(15)",
    licence_until_on=TODAY,
    last_visit_on=TODAY - 15 * DAY,
    gaps=0,
    managed=True,
)


def judged(applicant=THREE, money=ENOUGH, elevators=(SOUND,), today=TODAY, parameters=RULES):
    return {one.rule: one for one in conditions(applicant, money, elevators, today, parameters)}


def failed(**known):
    """The rules not met, with the reason."""
    return {rule: one.reason for rule, one in judged(**known).items() if not one.passed}


def elevator(**changes):
    return failed(elevators=(but(SOUND, **changes),))


def test_all_four_are_judged_and_met():
    found = judged()
    assert list(found) == ["R5.1", "R5.2", "R5.3", "R5.4"]
    assert all(one.passed and one.title and one.reason for one in found.values())


def test_all_four_are_judged_also_when_all_fail():
    bad = but(SOUND, certificate="", managed=False)
    found = failed(applicant=but(THREE, heads=2), money=MoneyFacts(0), elevators=(bad,))
    assert list(found) == ["R5.1", "R5.2", "R5.3", "R5.4"]


# --- R5.1


@pytest.mark.parametrize(("heads", "met"), [(0, False), (2, False), (3, True), (4, True)])
def test_three_heads(heads, met):
    one = judged(applicant=ApplicantFacts("signers", heads, True))["R5.1"]
    assert one.passed is met
    assert "不再是" not in one.reason
    assert f"{heads} 户" in one.reason and "3 户" in one.reason


def test_the_number_is_a_parameter():
    assert "R5.1" in failed(parameters=Parameters(signers_min=4))


def test_signers_who_sold_are_named_as_the_reason():
    """R2.4: the case cannot be accepted until it is three again."""
    reasons = failed(applicant=ApplicantFacts("signers", 2, True, lost=1))
    assert "1 名签名人已不再是相关业主" in reasons["R5.1"]


@pytest.mark.parametrize(("kind", "word"), [("committee", "业主委员会"), ("manager", "物业")])
def test_a_body_needs_its_papers_and_no_heads(kind, word):
    assert judged(applicant=ApplicantFacts(kind, 0, True))["R5.1"].passed
    reasons = failed(applicant=ApplicantFacts(kind, 5, False))
    assert word in reasons["R5.1"] and "没有有效的书面授权" in reasons["R5.1"]


# --- R5.2


@pytest.mark.parametrize(
    ("available", "premium", "met"),
    [
        (120_000, 120_000, True),
        (119_999, 120_000, False),
        (120_001, 120_000, True),
        (1, 0, True),
        (0, 0, False),
        (-1, 0, False),
        (0, 1, False),
    ],
)
def test_what_is_available_covers_the_premium_to_the_fen(available, premium, met):
    one = judged(money=MoneyFacts(available, premium))["R5.2"]
    assert one.passed is met
    assert one.facts == {"available_fen": available, "premium_fen": premium}


def test_sums_are_told_in_yuan():
    assert "1,199.99 元" in failed(money=MoneyFacts(119_999, 120_000))["R5.2"]


# --- R5.3


def test_the_last_visit_lies_fifteen_days_back_at_most():
    assert elevator(last_visit_on=TODAY - 15 * DAY) == {}
    assert "2025-08-30" in elevator(last_visit_on=TODAY - 16 * DAY)["R5.3"]
    assert "没有维保记录" in elevator(last_visit_on=None)["R5.3"]


def test_the_days_are_a_parameter():
    assert "R5.3" in failed(parameters=Parameters(maintenance_days=14))


def test_the_licence_holds_on_its_last_day():
    assert elevator(licence_until_on=TODAY) == {}
    assert "许可无效或已过期" in elevator(licence_until_on=TODAY - DAY)["R5.3"]
    assert "许可无效或已过期" in elevator(licence_until_on=None)["R5.3"]


def test_somebody_manages_it():
    assert "没有物业服务企业或产权人管理" in elevator(managed=False)["R5.3"]


def test_gaps_are_shown_and_do_not_refuse_by_themselves():
    one = judged(elevators=(but(SOUND, gaps=2), but(SOUND, code="DT-2", gaps=1)))["R5.3"]
    assert one.passed
    assert "3 次" in one.reason
    assert one.facts == {"gaps": {"DT-1": 2, "DT-2": 1}}


def test_unless_the_parameter_says_so():
    strict = Parameters(maintenance_gaps="refused")
    assert failed(parameters=strict) == {}
    assert "2 次" in failed(elevators=(but(SOUND, gaps=2),), parameters=strict)["R5.3"]


def test_one_elevator_of_two_is_enough_to_fail_and_is_named():
    reasons = failed(elevators=(SOUND, but(SOUND, code="DT-2", last_visit_on=None, managed=False)))
    assert list(reasons) == ["R5.3"]
    assert "DT-2" in reasons["R5.3"] and "DT-1" not in reasons["R5.3"]
    assert reasons["R5.3"].count("；") == 1


def test_no_elevators_are_no_reason_to_insure():
    assert list(failed(elevators=())) == ["R5.3", "R5.4"]


@pytest.mark.parametrize(
    ("days", "found"),
    [
        ([], 1),
        ([15, 30, 45], 0),
        ([16, 30, 45], 1),
        ([15, 31, 45], 1),
        ([15, 30, 44], 1),
        ([1], 1),
        ([20, 40], 3),
        ([-5, 15, 30, 45, 70], 0),
    ],
)
def test_gaps_of_more_than_fifteen_days_are_counted(days, found):
    """Over sixty days; visits before and after them do not matter, nor does their order."""
    since = date(2025, 7, 1)
    visits = [since + day * DAY for day in reversed(days)]
    assert gaps(visits, since, since + 60 * DAY, 15) == found


@given(st.lists(st.integers(0, 365), max_size=40), st.integers(0, 365))
def test_a_further_visit_never_adds_more_than_it_splits(days, further):
    """One visit more leaves at most one gap more, and none longer."""
    since = date(2025, 1, 1)
    before = gaps([since + day * DAY for day in days], since, since + 365 * DAY, 15)
    after = gaps([since + day * DAY for day in [*days, further]], since, since + 365 * DAY, 15)
    assert before - 1 <= after <= before + 1
    assert gaps([since + day * DAY for day in range(366)], since, since + 365 * DAY, 15) == 0


# --- R5.4


def test_the_certificate():
    assert "没有使用登记证" in elevator(certificate="")["R5.4"]


def test_the_inspection_holds_on_its_last_day():
    assert elevator(inspection_due_on=TODAY) == {}
    assert "检验有效期至 2025-09-14" in elevator(inspection_due_on=TODAY - DAY)["R5.4"]


def test_a_label_cannot_promise_more_than_the_cycle():
    """Installed 2015-06-01 and inspected for year 7 only: due in year 9, whatever is entered."""
    reasons = elevator(inspected_on=date(2022, 5, 30), inspection_due_on=date(2030, 1, 1))
    assert "检验有效期至 2024-06-01" in reasons["R5.4"]


def test_without_a_label_the_cycle_counts():
    one = judged(elevators=(but(SOUND, inspection_due_on=None),))["R5.4"]
    assert one.passed and one.facts == {"inspection_due_on": {"DT-1": "2026-06-01"}}


def test_condemned_or_with_an_open_serious_defect():
    assert "已报废" in elevator(condemned=True)["R5.4"]
    assert "严重事故隐患" in elevator(open_defect="制动器失效")["R5.4"]


def test_a_new_elevator_waits_for_its_first_year():
    new = {"installed_on": TODAY, "inspected_on": None, "inspection_due_on": None}
    assert elevator(**new) == {}
    assert elevator(**(new | {"installed_on": TODAY - 365 * DAY})) == {}
    assert "R5.4" in elevator(**(new | {"installed_on": TODAY - 366 * DAY}))


CYCLE = [1, 4, 7, 9, 11, 13, 15, 16, 17, 18, 30]


@pytest.mark.parametrize(("before", "years"), list(zip([0, *CYCLE[:9], 29], CYCLE, strict=True)))
def test_the_cycle_of_the_technical_code(before, years):
    """TSG T7001-2023: years 1, 4, 7, 9, 11, 13, 15 after installation, then every year."""
    installed = date(2010, 3, 31)
    inspected = anniversary(installed, before) if before else None
    assert inspection_due(installed, inspected) == anniversary(installed, years)


def test_an_early_inspection_counts_for_its_anniversary_a_very_early_one_does_not():
    installed = date(2020, 6, 1)
    mark = date(2024, 6, 1)
    assert inspection_due(installed, mark - EARLY) == date(2027, 6, 1)
    assert inspection_due(installed, mark - EARLY - DAY) == mark
    assert inspection_due(installed, mark + 200 * DAY) == date(2027, 6, 1)


def test_never_inspected_it_is_due_after_a_year_and_stays_so():
    assert inspection_due(date(2000, 1, 1), None) == date(2001, 1, 1)


def test_installed_on_the_29th_of_february():
    installed = date(2020, 2, 29)
    assert anniversary(installed, 1) == date(2021, 2, 28)
    assert anniversary(installed, 4) == date(2024, 2, 29)
    assert inspection_due(installed, date(2021, 2, 28)) == date(2024, 2, 29)


@given(st.dates(date(1980, 1, 1), date(2026, 1, 1)), st.integers(0, 16_000))
def test_the_next_inspection_lies_ahead_and_never_more_than_its_cycle(installed, days):
    """At most three years and the early months; after fifteen years at most one and them."""
    inspected = installed + days * DAY
    due = inspection_due(installed, inspected)
    assert due > inspected
    assert due - inspected <= timedelta(days=3 * 366) + EARLY
    if inspected >= anniversary(installed, 15):
        assert due - inspected <= timedelta(days=366) + EARLY
    assert inspection_due(installed, inspected + DAY) >= due
