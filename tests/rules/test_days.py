"""Deadlines: the worked examples of section 15, the edges, and what must hold of all of them."""

from datetime import UTC, date, datetime, timedelta

import chinese_calendar
import pytest
from hypothesis import given
from hypothesis import strategies as st

from rules.days import (
    BEIJING,
    PUBLISHED_YEARS,
    Calendar,
    add_working_days,
    beijing_date,
    end_of_day,
    notice_end,
    notice_resume,
    start_of_day,
    working_days_between,
)

CAL = Calendar.standard()
ROLLS = ["weekends_and_holidays", "holidays", "none"]

days = st.dates(date(2004, 1, 1), date(2027, 12, 31))
instants = st.datetimes(
    datetime(2024, 1, 1), datetime(2026, 11, 1), timezones=st.sampled_from([UTC, BEIJING])
)
waits = st.timedeltas(timedelta(0), timedelta(days=40))


def day(text):
    return date.fromisoformat(text)


def at(text):
    return datetime.fromisoformat(text).replace(tzinfo=BEIJING)


# --- R7.1


@pytest.mark.parametrize(
    ("posted", "last"),
    [
        ("2025-04-28", "2025-05-06"),
        ("2025-09-24", "2025-10-09"),
        ("2025-01-19", "2025-01-26"),
        ("2026-02-08", "2026-02-24"),
    ],
)
def test_notice_examples(posted, last):
    deadline = notice_end(day(posted), CAL)
    assert deadline.last_day == day(last)
    assert deadline.ends_at == at(last) + timedelta(days=1)
    assert deadline.ends_at.utcoffset() == timedelta(hours=8)
    assert not deadline.provisional
    assert deadline.rules == ("R7.1",)


@pytest.mark.parametrize(
    ("posted", "roll", "last"),
    [
        # 2025-06-14 is an ordinary Saturday.
        ("2025-06-07", "weekends_and_holidays", "2025-06-16"),
        ("2025-06-07", "holidays", "2025-06-14"),
        ("2025-06-07", "none", "2025-06-14"),
        # 2025-10-01 begins the National Day holiday.
        ("2025-09-24", "holidays", "2025-10-09"),
        ("2025-09-24", "none", "2025-10-01"),
        # 2016-01-01 is a Friday's holiday, followed by the weekend that belongs to it.
        ("2015-12-25", "holidays", "2016-01-04"),
        ("2015-12-26", "holidays", "2016-01-04"),
        # The weekend of 2024-06-08 stands before the holiday of Monday and is not part of it.
        ("2024-06-01", "holidays", "2024-06-08"),
        ("2024-06-03", "holidays", "2024-06-11"),
    ],
)
def test_notice_rolls(posted, roll, last):
    assert notice_end(day(posted), CAL, roll=roll).last_day == day(last)


def test_leap_day_is_a_day():
    assert notice_end(day("2024-02-22"), CAL).last_day == day("2024-02-29")
    assert notice_end(day("2024-02-22"), CAL, days=8).last_day == day("2024-03-01")


def test_objection_at_the_last_instant():
    deadline = notice_end(day("2025-04-28"), CAL)
    assert deadline.in_time(datetime(2025, 5, 6, 23, 59, 59, 999999, BEIJING))
    assert deadline.in_time(datetime(2025, 5, 6, 15, 59, 59, 999999, UTC))
    assert not deadline.in_time(datetime(2025, 5, 7, 0, 0, 0, 0, BEIJING))
    assert not deadline.in_time(datetime(2025, 5, 6, 16, 0, 0, 0, UTC))


@given(days, st.integers(1, 30), st.sampled_from(ROLLS))
def test_later_posting_never_ends_earlier(posted, count, roll):
    today = notice_end(posted, CAL, count, roll)
    tomorrow = notice_end(posted + timedelta(days=1), CAL, count, roll)
    assert today.ends_at <= tomorrow.ends_at


@given(days, st.integers(1, 30), st.sampled_from(ROLLS))
def test_notice_is_never_short(posted, count, roll):
    deadline = notice_end(posted, CAL, count, roll)
    assert deadline.ends_at - end_of_day(posted) >= timedelta(days=count)
    assert deadline.ends_at == end_of_day(deadline.last_day)
    if roll == "weekends_and_holidays":
        assert CAL.is_working(deadline.last_day)
    if roll == "holidays":
        assert not CAL.is_holiday(deadline.last_day)
    if roll == "none":
        assert deadline.last_day == posted + timedelta(days=count)


@given(days)
def test_notice_moves_no_further_than_needed(posted):
    deadline = notice_end(posted, CAL)
    unmoved = posted + timedelta(days=7)
    moved = (deadline.last_day - unmoved).days
    assert not any(CAL.is_working(unmoved + timedelta(days=i)) for i in range(moved))
    assert sum(step.what == "moved" for step in deadline.steps) == moved


@pytest.mark.parametrize("count", [0, -1, 3661])
def test_notice_refuses_a_senseless_length(count):
    with pytest.raises(ValueError, match="天数"):
        notice_end(day("2025-04-28"), CAL, count)


# --- R9.1


@pytest.mark.parametrize(
    ("complete", "due"), [("2025-09-26", "2025-10-13"), ("2026-02-12", "2026-02-28")]
)
def test_payout_examples(complete, due):
    deadline = add_working_days(day(complete), 7, CAL)
    assert (deadline.last_day, deadline.provisional) == (day(due), False)
    assert deadline.ends_at == at(due) + timedelta(days=1)
    assert deadline.rules == ("R9.1",)


@given(days, st.integers(1, 40))
def test_working_days_agree_with_the_count(start, n):
    deadline = add_working_days(start, n, CAL)
    assert CAL.is_working(deadline.last_day)
    assert working_days_between(start, deadline.last_day, CAL) == n
    assert [s.day for s in deadline.steps if s.what in ("counted", "skipped")] == [
        start + timedelta(days=i) for i in range(1, (deadline.last_day - start).days + 1)
    ]


@given(days, st.integers(1, 20))
def test_later_completeness_is_never_due_earlier(start, n):
    tomorrow = add_working_days(start + timedelta(days=1), n, CAL)
    assert add_working_days(start, n, CAL).last_day <= tomorrow.last_day


def test_days_between_are_negative_when_past():
    assert working_days_between(day("2025-09-26"), day("2025-10-13"), CAL) == 7
    assert working_days_between(day("2025-10-13"), day("2025-09-26"), CAL) == -7
    assert working_days_between(day("2025-10-13"), day("2025-10-13"), CAL) == 0
    with pytest.raises(ValueError, match="相距过远"):
        working_days_between(day("2005-01-01"), day("2025-01-01"), CAL)


def test_rule_of_another_working_day_period_is_cited():
    assert add_working_days(day("2025-06-09"), 5, CAL, rule="R7.6").rules == ("R7.6",)


def test_local_days_overrule_the_published_ones():
    local = {day("2025-09-19"): False, day("2025-09-20"): True}
    cal = Calendar.standard(local, names={day("2025-09-19"): "州庆"})
    assert notice_end(day("2025-09-12"), CAL).last_day == day("2025-09-19")
    assert notice_end(day("2025-09-12"), cal).last_day == day("2025-09-20")
    assert notice_end(day("2025-09-12"), cal, roll="holidays").last_day == day("2025-09-20")
    assert not notice_end(day("2025-09-12"), cal).provisional
    assert cal.describe(day("2025-09-19")) == "州庆"
    off = Calendar.standard({day("2025-09-19"): False})
    assert notice_end(day("2025-09-12"), off, roll="holidays").last_day == day("2025-09-22")
    assert add_working_days(day("2025-09-18"), 1, off).last_day == day("2025-09-22")


def test_calendar_without_working_days_is_refused():
    first = day("2025-01-01")
    cal = Calendar.standard({first + timedelta(days=i): False for i in range(4000)})
    with pytest.raises(ValueError, match="工作日过少"):
        notice_end(first, cal)
    with pytest.raises(ValueError, match="工作日过少"):
        add_working_days(first, 1, cal)


# --- R9.2


@pytest.mark.parametrize(
    ("posted", "roll", "last", "provisional"),
    [
        ("2026-12-24", "weekends_and_holidays", "2026-12-31", False),
        ("2026-12-25", "weekends_and_holidays", "2027-01-01", True),
        ("2026-12-26", "weekends_and_holidays", "2027-01-04", True),
        ("2026-12-25", "holidays", "2027-01-01", True),
        # Seven days are seven days: no calendar is needed where nothing is moved.
        ("2026-12-25", "none", "2027-01-01", False),
        ("2027-06-01", "weekends_and_holidays", "2027-06-08", True),
        ("2003-12-01", "weekends_and_holidays", "2003-12-08", True),
    ],
)
def test_unpublished_year_is_provisional(posted, roll, last, provisional):
    deadline = notice_end(day(posted), CAL, roll=roll)
    assert (deadline.last_day, deadline.provisional) == (day(last), provisional)
    assert ("R9.2" in deadline.rules) is provisional
    assert ("provisional" in {step.what for step in deadline.steps}) is provisional


def test_payout_over_the_year_end_is_provisional():
    assert not add_working_days(day("2026-12-22"), 7, CAL).provisional
    crossing = add_working_days(day("2026-12-23"), 7, CAL)
    assert crossing.provisional
    assert crossing.rules == ("R9.1", "R9.2")


def test_one_uncertain_day_on_the_way_is_enough():
    known_to_2025 = Calendar(CAL.local, frozenset(range(2004, 2026)), CAL.names)
    # From a Saturday that is certain to a Monday that the circular for 2026 may touch.
    notice = notice_end(day("2025-12-20"), known_to_2025)
    assert (notice.last_day, notice.provisional) == (day("2025-12-29"), True)
    assert not notice_end(day("2025-12-20"), CAL).provisional
    # From 2003, which is not known, into 2004, which is.
    payout = add_working_days(day("2003-12-25"), 7, CAL)
    assert (payout.last_day, payout.provisional) == (day("2004-01-06"), True)


def test_a_year_becomes_known_with_its_days():
    new_year = {day("2027-01-01"): False, day("2027-01-04"): False, day("2027-01-09"): True}
    supposed = Calendar.standard(new_year)
    assert notice_end(day("2026-12-25"), supposed).provisional
    cal = Calendar.standard(new_year, years=[2027])
    assert (CAL.knows(2027), cal.knows(2027)) == (False, True)
    deadline = notice_end(day("2026-12-25"), cal)
    assert (deadline.last_day, deadline.provisional) == (day("2027-01-05"), False)
    assert notice_end(day("2027-01-02"), cal).last_day == day("2027-01-09")


def test_last_days_of_december_wait_for_the_next_circular():
    # 1 January 2019 was a Tuesday: the 2019 circular made 31 December 2018 a day off.
    before = Calendar(CAL.local, frozenset(range(2004, 2019)), CAL.names)
    assert notice_end(day("2018-12-24"), before).provisional
    assert not notice_end(day("2018-12-20"), before).provisional
    assert notice_end(day("2018-12-24"), CAL).last_day == day("2019-01-02")


def test_only_the_last_days_of_december_were_ever_touched():
    """What `certain` supposes, held against all published years."""
    first, last = day("2004-12-01"), date(max(PUBLISHED_YEARS), 12, 31)
    for i in range((last - first).days + 1):
        one = first + timedelta(days=i)
        plain = one.weekday() < 5
        if one.month == 12 and CAL.is_working(one) != plain:
            before = Calendar(CAL.local, frozenset(range(2004, one.year + 1)), CAL.names)
            assert not before.certain(one), one


def test_published_years_are_those_of_the_library():
    for year in PUBLISHED_YEARS:
        assert not CAL.is_working(date(year, 10, 1))
        assert chinese_calendar.is_holiday(date(year, 10, 1))
    for year in (min(PUBLISHED_YEARS) - 1, max(PUBLISHED_YEARS) + 1):
        assert not CAL.knows(year)


@given(st.dates(date(2004, 1, 1), date(2026, 12, 31)))
def test_published_days_are_those_of_the_library(one):
    assert CAL.is_working(one) == chinese_calendar.is_workday(one)
    if not CAL.is_holiday(one):
        assert CAL.is_working(one) or one.weekday() >= 5


def test_days_are_described():
    said = {
        text: CAL.describe(day(text))
        for text in ["2025-05-01", "2025-01-26", "2025-06-14", "2025-06-13"]
    }
    assert list(said.values()) == ["劳动节放假", "春节调休上班", "周末", "工作日"]


# --- R7.7

ENDS = at("2025-06-11")  # posted on Tuesday 3 June, last day Tuesday 10 June


@pytest.mark.parametrize(
    ("paused", "resumed", "last"),
    [
        # Three and a half days are left; from Monday noon they end on Thursday midnight exactly.
        ("2025-06-07T12:00", "2025-06-16T12:00", "2025-06-19"),
        # One second later they end on Friday, and last until its end.
        ("2025-06-07T12:00", "2025-06-16T12:00:01", "2025-06-20"),
        # Half a day of Friday would end on Saturday, which is no last day.
        ("2025-06-10T12:00", "2025-06-20T13:00", "2025-06-23"),
        # Resumed at once, nothing has changed.
        ("2025-06-07T12:00", "2025-06-07T12:00", "2025-06-10"),
        # The last microsecond is still a time to object in: the rest of the day is given.
        ("2025-06-10T23:59:59.999999", "2025-06-17T08:00", "2025-06-17"),
        # Over a make-up working Sunday (2025-09-28).
        ("2025-06-10T00:00", "2025-09-28T00:00", "2025-09-28"),
        # Into the holiday of October.
        ("2025-06-10T00:00", "2025-09-30T09:00", "2025-10-09"),
    ],
)
def test_resumed_notice(paused, resumed, last):
    deadline = notice_resume(ENDS, at(paused), at(resumed), CAL)
    assert deadline.last_day == day(last)
    assert deadline.ends_at == end_of_day(day(last))
    assert "R7.7" in deadline.rules


def test_restarted_notice_has_seven_full_days():
    paused, resumed = at("2025-06-10T23:00"), at("2025-06-17T08:00")
    deadline = notice_resume(ENDS, paused, resumed, CAL, mode="restart")
    assert deadline.last_day == day("2025-06-24")
    assert deadline == notice_resume(
        ENDS, paused, resumed.astimezone(UTC), CAL, mode="restart", days=7
    )


def test_restart_leaves_no_less_than_was_left():
    # The seventh day lies in Spring Festival, so that the notice runs for twelve.
    ends_at = notice_end(day("2025-01-24"), CAL).ends_at
    assert ends_at == at("2025-02-06")
    paused, resumed = at("2025-01-25T00:00"), at("2025-02-10T00:00")
    deadline = notice_resume(ends_at, paused, resumed, CAL, mode="restart")
    assert deadline.ends_at - resumed >= ends_at - paused


def test_notice_paused_after_its_end_keeps_its_end():
    late = ENDS + timedelta(hours=1)
    deadline = notice_resume(ENDS, late, late + timedelta(days=3), CAL)
    assert (deadline.ends_at, deadline.last_day) == (ENDS, day("2025-06-10"))
    assert deadline.rules == ("R7.9",)
    assert notice_resume(ENDS, ENDS, late, CAL, mode="restart").ends_at == ENDS


def test_resume_over_an_unknown_year_is_provisional():
    deadline = notice_resume(ENDS, at("2025-06-04"), at("2026-12-30T09:00"), CAL)
    assert (deadline.last_day, deadline.provisional) == (day("2027-01-06"), True)
    assert deadline.rules == ("R7.7", "R9.2")


@given(days, instants, waits, st.sampled_from(ROLLS), st.sampled_from(["remaining", "restart"]))
def test_resume_never_loses_time(posted, paused_at, wait, roll, mode):
    ends_at = notice_end(posted, CAL, roll=roll).ends_at
    resumed_at = paused_at + wait
    deadline = notice_resume(ends_at, paused_at, resumed_at, CAL, mode=mode, roll=roll)
    assert deadline.ends_at >= ends_at
    assert deadline.ends_at - resumed_at >= min(ends_at - paused_at, ends_at - resumed_at)
    assert deadline.ends_at == end_of_day(deadline.last_day)
    if paused_at < ends_at:
        assert deadline.ends_at - resumed_at >= ends_at - paused_at


@given(instants, waits, waits)
def test_resume_gives_no_more_than_the_rest_of_a_day(paused_at, left, wait):
    ends_at = end_of_day(beijing_date(paused_at + left))
    deadline = notice_resume(ends_at, paused_at, paused_at + wait, CAL, roll="none")
    given_back = deadline.ends_at - (paused_at + wait)
    assert timedelta(0) <= given_back - (ends_at - paused_at) < timedelta(days=1)


@given(days, instants, waits, waits, st.sampled_from(["remaining", "restart"]))
def test_later_resumption_never_ends_earlier(posted, paused_at, wait, more, mode):
    ends_at = notice_end(posted, CAL).ends_at
    sooner = notice_resume(ends_at, paused_at, paused_at + wait, CAL, mode=mode)
    later = notice_resume(ends_at, paused_at, paused_at + wait + more, CAL, mode=mode)
    assert sooner.ends_at <= later.ends_at


@given(days, instants)
def test_a_pause_of_no_length_changes_nothing(posted, moment):
    notice = notice_end(posted, CAL)
    assert notice_resume(notice.ends_at, moment, moment, CAL).last_day == notice.last_day


def test_resume_refuses_nonsense():
    with pytest.raises(ValueError, match="早于"):
        notice_resume(ENDS, at("2025-06-08"), at("2025-06-07"), CAL)
    with pytest.raises(ValueError, match="时区"):
        notice_resume(ENDS, datetime(2025, 6, 8), at("2025-06-09"), CAL)
    with pytest.raises(ValueError, match="时区"):
        beijing_date(datetime(2025, 6, 8))


def test_days_of_beijing():
    assert beijing_date(datetime(2025, 6, 7, 16, 0, tzinfo=UTC)) == day("2025-06-08")
    assert beijing_date(datetime(2025, 6, 7, 15, 59, 59, tzinfo=UTC)) == day("2025-06-07")
    assert end_of_day(day("2024-12-31")) == start_of_day(day("2025-01-01")) == at("2025-01-01")
