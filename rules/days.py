"""Days and deadlines: which days are worked in China, when a period ends. R7.1, R7.7, R9.1, R9.2.

Every deadline is the end of a day in Beijing: `ends_at` is 24:00 of `last_day`, that is 00:00 of
the next, and whatever arrives strictly before it is in time. Nothing here reads a clock.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta, timezone
from types import MappingProxyType
from typing import Literal

import chinese_calendar

BEIJING = timezone(timedelta(hours=8))

Roll = Literal["weekends_and_holidays", "holidays", "none"]
Resume = Literal["remaining", "restart"]

# The years whose holidays the State Council has published and chinesecalendar carries. A year is
# added here by hand, after its circular is out: whether a date is certain is our statement.
PUBLISHED_YEARS: frozenset[int] = frozenset(range(2004, 2027))

# A period is a matter of days and weeks; more is a typing mistake, and the walk must end.
MAX_DAYS = 3660
MAX_ROLL_DAYS = 60

_DAY = timedelta(days=1)
_SATURDAY = 5
_MONDAY_TO_SUNDAY = "一二三四五六日"
_TOO_FEW = "日历中的工作日过少，无法算出期限"
_HOLIDAY_NAMES: Mapping[str, str] = MappingProxyType(
    {holiday.value: holiday.chinese for holiday in chinese_calendar.Holiday}
)


@dataclass(frozen=True)
class Step:
    """One step of a calculation, so that anybody can repeat it by hand.

    `what` is for programs, `text` (Chinese) for people, `rule` the id of the rule applied.
    """

    rule: str
    what: str
    text: str
    day: date | None = None


@dataclass(frozen=True)
class Deadline:
    """The end of a period. `provisional`: a year it needed is not published yet (R9.2)."""

    last_day: date
    ends_at: datetime
    provisional: bool
    steps: tuple[Step, ...]
    rules: tuple[str, ...]

    def in_time(self, arrived_at: datetime) -> bool:
        """True when something that arrived at this moment came before the end. R7.1, R7.5."""
        return arrived_at < self.ends_at


@dataclass(frozen=True)
class Calendar:
    """Which days are worked: the published holidays, then the days the Centre added (R9.1).

    `local` says of single days whether they are worked, and overrules everything else.
    `years` are those whose holidays are published; for others see `certain`.
    """

    local: Mapping[date, bool]
    years: frozenset[int]
    names: Mapping[date, str]

    @classmethod
    def standard(
        cls,
        local: Mapping[date, bool] | None = None,
        *,
        years: Iterable[int] = (),
        names: Mapping[date, str] | None = None,
    ) -> "Calendar":
        """The published calendar, plus local days, plus further years known from `local` alone."""
        return cls(
            MappingProxyType(dict(local or {})),
            PUBLISHED_YEARS | frozenset(years),
            MappingProxyType(dict(names or {})),
        )

    def knows(self, year: int) -> bool:
        """True when the holidays of the year are published."""
        return year in self.years

    def certain(self, day: date) -> bool:
        """True when no circular still to come can change this day. R9.2.

        The last days of December belong to the New Year holiday of the *next* circular (2018-12-31
        became a day off and 2018-12-29 a working Saturday that way), except when 1 January is a
        Friday or a Saturday: then the three days off lie in January by themselves.
        """
        if day.year not in self.years:
            return False
        if (day.month, day.day) < (12, 28) or day.year == date.max.year:
            return True
        new_year = date(day.year + 1, 1, 1)
        return new_year.year in self.years or new_year.weekday() in (4, 5)

    def is_working(self, day: date) -> bool:
        """True for a working day, make-up Saturdays and Sundays included.

        In a year that is not known Monday to Friday are taken as worked: a supposition, which the
        deadline resting on it reports as provisional (R9.2).
        """
        if day in self.local:
            return self.local[day]
        if day.year in PUBLISHED_YEARS and day.year in self.years:
            return bool(chinese_calendar.is_workday(day))
        return day.weekday() < _SATURDAY

    def is_holiday(self, day: date) -> bool:
        """True for a statutory or local holiday, false for an ordinary weekend.

        A weekend that follows a holiday without a working day between belongs to it (与周末连休);
        otherwise a notice posted one day later could end earlier.
        """
        while not self.is_working(day):
            if day in self.local or self._published_name(day):
                return True
            day -= _DAY
        return False

    def describe(self, day: date) -> str:
        """What the day is, in Chinese: 劳动节, 调休上班, 周末, 工作日 or the local name."""
        working = self.is_working(day)
        if day in self.local:
            return self.names.get(day) or ("本地规定的工作日" if working else "本地规定的休息日")
        name = self._published_name(day)
        if name:
            return f"{name}调休上班" if working else f"{name}放假"
        return "工作日" if working else "周末"

    def _published_name(self, day: date) -> str:
        if day.year not in PUBLISHED_YEARS or day.year not in self.years:
            return ""
        name = chinese_calendar.get_holiday_detail(day)[1]
        return _HOLIDAY_NAMES.get(name, name) if name else ""


def beijing_date(moment: datetime) -> date:
    """The calendar day in Beijing at that moment. ValueError for a moment without a zone."""
    return _aware(moment).astimezone(BEIJING).date()


def start_of_day(day: date) -> datetime:
    """00:00 Beijing time of the day."""
    return datetime.combine(day, time(), BEIJING)


def end_of_day(day: date) -> datetime:
    """24:00 Beijing time of the day, that is 00:00 of the next. OverflowError for the last day."""
    return start_of_day(day + _DAY)


def notice_end(
    posted_on: date, cal: Calendar, days: int = 7, roll: Roll = "weekends_and_holidays"
) -> Deadline:
    """The end of a notice: natural days, the day of posting not counted. R7.1, Civil Code 201/203.

    A last day that is a holiday (by default also a weekend day) moves to the next working day; a
    make-up working Sunday is a working day. ValueError when `days` is not 1 to MAX_DAYS.
    """
    _check_count(days)
    last = posted_on + timedelta(days=days)
    steps = [
        Step("R7.1", "posted", f"{_say(posted_on)}张贴，当日不计入", posted_on),
        Step("R7.1", "counted", f"自次日起连续计算{days}个自然日，末日为{_say(last)}", last),
    ]
    return _close(last, cal, roll, steps)


def notice_resume(
    ends_at: datetime,
    paused_at: datetime,
    resumed_at: datetime,
    cal: Calendar,
    *,
    mode: Resume = "remaining",
    days: int = 7,
    roll: Roll = "weekends_and_holidays",
) -> Deadline:
    """The new end of a notice that was paused, again the end of a day. R7.7.

    remaining: the first end of a day that leaves at least the time that was left at the pause, then
    moved as in R7.1. restart: `days` full days after the day of resumption, and never less than
    what `remaining` would leave. A notice paused after its end (R7.9) keeps that end.
    ValueError when resumed before paused, or for a moment without a zone.
    """
    if _aware(resumed_at) < _aware(paused_at):
        raise ValueError("恢复时刻早于暂停时刻")
    left = _aware(ends_at) - paused_at
    if left <= timedelta(0):
        last = beijing_date(ends_at - timedelta(microseconds=1))
        over = Step("R7.9", "already_over", f"暂停时公示期已于{_say(last)}届满，不再延长", last)
        return _close(last, cal, "none", [over])
    last = _day_ending_at_or_after(resumed_at + left)
    resumed_on = beijing_date(resumed_at)
    steps = [
        Step("R7.7", "paused", f"暂停时公示期尚余{_span(left)}", beijing_date(paused_at)),
        Step("R7.7", "resumed", f"{_say(resumed_on)}恢复公示", resumed_on),
        Step("R7.7", "remaining", f"补足剩余时间并延至当日24:00，末日为{_say(last)}", last),
    ]
    resumed = _close(last, cal, roll, steps)
    if mode == "remaining":
        return resumed
    restarted = notice_end(resumed_on, cal, days, roll)
    again = Step("R7.7", "restarted", f"按规定自恢复之日起重新公示{days}日", resumed_on)
    longer = max(restarted, resumed, key=lambda deadline: deadline.last_day)
    return _finish(longer.last_day, longer.provisional, [again, *longer.steps])


def add_working_days(start: date, n: int, cal: Calendar, *, rule: str = "R9.1") -> Deadline:
    """The n-th working day after `start`, which is not counted itself. R9.1.

    Make-up Saturdays and Sundays count, holidays and local days off do not.
    ValueError when `n` is not 1 to MAX_DAYS.
    """
    _check_count(n)
    steps = [Step(rule, "start", f"{_say(start)}起算，当日不计入", start)]
    day, counted, provisional = start, 0, False
    while counted < n:
        day += _DAY
        if (day - start).days > MAX_ROLL_DAYS + 3 * n:
            raise ValueError(_TOO_FEW)
        provisional = provisional or not cal.certain(day)
        if cal.is_working(day):
            counted += 1
            text = f"{_say(day)}{cal.describe(day)}，第{counted}个工作日"
            steps.append(Step(rule, "counted", text, day))
        else:
            steps.append(Step(rule, "skipped", f"{_say(day)}{cal.describe(day)}，不计", day))
    return _finish(day, provisional, steps)


def last_start_overdue(now: datetime, n: int, cal: Calendar) -> date:
    """The last day that a count of `n` working days may have started on and be over by now. R9.4"""
    start = beijing_date(now)
    while add_working_days(start, n, cal).ends_at > now:
        start -= _DAY
    return start


def working_days_between(start: date, end: date, cal: Calendar) -> int:
    """How many working days lie after `start` up to and including `end`; negative when past. R9.4.

    ValueError when the two are more than MAX_DAYS apart.
    """
    if end < start:
        return -working_days_between(end, start, cal)
    distance = (end - start).days
    if distance > MAX_DAYS:
        raise ValueError("两个日期相距过远")
    return sum(cal.is_working(start + timedelta(days=i)) for i in range(1, distance + 1))


def _close(last: date, cal: Calendar, roll: Roll, steps: list[Step]) -> Deadline:
    """Move a last day that may not be one (R7.1) and make the deadline of it."""
    if roll == "none":
        return _finish(last, False, steps)
    provisional = not cal.certain(last)
    first = last
    rests = cal.is_holiday(last) if roll == "holidays" else not cal.is_working(last)
    while rests and not cal.is_working(last):
        steps.append(Step("R7.1", "moved", f"{_say(last)}{cal.describe(last)}，顺延", last))
        last += _DAY
        provisional = provisional or not cal.certain(last)
        if (last - first).days > MAX_ROLL_DAYS:
            raise ValueError(_TOO_FEW)
    return _finish(last, provisional, steps)


def _finish(last: date, provisional: bool, steps: list[Step]) -> Deadline:
    steps = [*steps, Step(steps[-1].rule, "last_day", f"期限于{_say(last)}24:00届满", last)]
    if provisional:
        text = f"{last.year}年的节假日安排尚未全部公布，本期限为暂定，公布后重新计算"
        steps.append(Step("R9.2", "provisional", text, last))
    rules = tuple(dict.fromkeys(step.rule for step in steps))
    return Deadline(last, end_of_day(last), provisional, tuple(steps), rules)


def _day_ending_at_or_after(moment: datetime) -> date:
    local = moment.astimezone(BEIJING)
    return local.date() - _DAY if local.time() == time() else local.date()


def _check_count(days: int) -> None:
    if not 1 <= days <= MAX_DAYS:
        raise ValueError(f"天数应为1至{MAX_DAYS}之间的整数")


def _aware(moment: datetime) -> datetime:
    if moment.utcoffset() is None:
        raise ValueError("时刻缺少时区")
    return moment


def _say(day: date) -> str:
    return f"{day.isoformat()}（星期{_MONDAY_TO_SUNDAY[day.weekday()]}）"


def _span(left: timedelta) -> str:
    """A length of time in Chinese, to the second; less than one is said as such."""
    minutes, seconds = divmod(left.seconds, 60)
    hours, minutes = divmod(minutes, 60)
    parts = ((left.days, "天"), (hours, "小时"), (minutes, "分"), (seconds, "秒"))
    return "".join(f"{number}{unit}" for number, unit in parts if number) or "不足1秒"
