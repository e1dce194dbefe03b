"""The working calendar: days of the prefecture, and years whose holidays are out. R9.1, R9.2."""

from datetime import date
from typing import Annotated
from uuid import NAMESPACE_URL, UUID, uuid5

from msgspec import Meta

from handlers.route import Answer, Body, Context, Query, route
from models.calendar import LocalDay, PublishedYear, calendar, publish
from rules.days import PUBLISHED_YEARS
from rules.events.register import CalendarChanged
from rules.people import Role
from rules.refusals.asking import Malformed
from rules.refusals.people import AlreadyDecided

FIRST_YEAR, LAST_YEAR = 2004, 2100
Year = Annotated[int, Meta(ge=FIRST_YEAR, le=LAST_YEAR)]
Source = Annotated[str, Meta(min_length=1, max_length=200, pattern=r"\S")]


class NewCalendarDay(Body, frozen=True, kw_only=True):
    """不论公布的日历如何，该日上班或休息；须注明依据。"""

    day: date
    working: bool
    name: Annotated[str, Meta(max_length=40, title="说明", description="如节日名称")] = ""
    source: Source


class NewCalendarYear(Body, frozen=True):
    """节假日安排已经公布并逐日录入的年度。"""

    year: Year
    source: Source


class CalendarDay(Answer, frozen=True):
    """中心录入的一个工作日或休息日。"""

    day: date
    working: bool
    name: Annotated[str, Meta(title="说明", description="如节日名称")]
    source: str


class CalendarYear(Answer, frozen=True):
    """一个年度：其中的期限是否已经确定，以及中心录入的日子。"""

    year: int
    published: bool
    source: str
    items: Annotated[list[CalendarDay], Meta(title="本地规定的日子")]


class CalendarYearQuery(Query, frozen=True):
    """Which year."""

    year: Year


def subject_of(year: int) -> UUID:
    """The log's subject for what is said about a year of the calendar."""
    return uuid5(NAMESPACE_URL, f"calendar/{year}")


async def _year(year: int) -> CalendarYear:
    days = await LocalDay.filter(day__gte=date(year, 1, 1), day__lte=date(year, 12, 31))
    entered = await PublishedYear.get_or_none(year=year)
    return CalendarYear(
        year=year,
        published=(await calendar()).knows(year),
        source=entered.source if entered else "",
        items=[
            CalendarDay(day=one.day, working=one.working, name=one.name, source=one.source)
            for one in sorted(days, key=lambda one: one.day)
        ],
    )


@route("GET", "/calendar/days", who=Role.PUBLIC, limit="public", etag=True)
async def list_calendar_days(ctx: Context, query: CalendarYearQuery) -> CalendarYear:
    """某年的工作日安排是否已公布，以及中心录入的本地节假日和调休日。R9.1、R9.2。"""
    return await _year(query.year)


@route("POST", "/calendar/days", who=Role.ADMINISTRATOR)
async def enter_calendar_day(ctx: Context, body: NewCalendarDay) -> CalendarYear:
    """录入或更正一个工作日或休息日，须注明依据；已经确定的期限不变。R9.1。"""
    if not FIRST_YEAR <= body.day.year <= LAST_YEAR:
        raise Malformed(errors=[{"pointer": "/day", "detail": "年份不正确"}])
    day = LocalDay(
        day=body.day,
        working=body.working,
        name=body.name.strip(),
        source=body.source.strip(),
        entered_by=ctx.id,
        entered_at=ctx.now,
    )
    told = ("working", "name", "source", "entered_by", "entered_at")
    await LocalDay.bulk_create([day], on_conflict=["day"], update_fields=told)
    data = {"day": str(body.day), "working": body.working}
    _changed(ctx, body.day.year, body.source, data)
    return await _year(body.day.year)


@route("POST", "/calendar/years", who=Role.ADMINISTRATOR, refuses=(AlreadyDecided,))
async def publish_calendar_year(ctx: Context, body: NewCalendarYear) -> CalendarYear:
    """宣布某年的节假日安排已公布并全部录入；此前为暂定的期限由此确定。R9.2。"""
    if body.year in PUBLISHED_YEARS or not await publish(
        body.year, body.source.strip(), ctx.id, ctx.now
    ):
        raise AlreadyDecided("该年度的安排已经公布")
    _changed(ctx, body.year, body.source, {"year": body.year})
    return await _year(body.year)


def _changed(ctx: Context, year: int, source: str, data: dict[str, object]) -> None:
    subject_id = str(subject_of(year))
    ctx.record(CalendarChanged(subject_id=subject_id, at=ctx.now, why=source.strip(), data=data))
