"""The working calendar: days of the prefecture, and years whose holidays are out. R9.1, R9.2."""

from collections.abc import Mapping
from datetime import date, datetime
from functools import partial
from typing import Annotated, Any, Literal
from uuid import NAMESPACE_URL, UUID, uuid5

import msgspec
from msgspec import Meta

from handlers.entries import Kind, entry
from handlers.lists import Listed, listing, page, view_of
from handlers.route import Answer, Body, Context, Page, Query, route
from models.calendar import LocalDay, PublishedYear, calendar, publish
from models.listing import rows_of
from models.register_changes import CALENDAR, CHANGES, RegisterChange
from rules.events.register import CalendarChanged, CalendarProposed
from rules.people import CENTRE_STAFF, REGISTRARS, Role
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


class CalendarChange(Answer, frozen=True, kw_only=True):
    """一项日历改动：某日上班或休息，或者某年的安排已经公布；复核后生效。"""

    id: UUID
    state: Literal["draft", "confirmed", "dropped"]
    day: date | None = None
    working: Annotated[bool | None, Meta(description="宣布年度的为空")] = None
    name: Annotated[str, Meta(title="说明", description="如节日名称")] = ""
    year: Annotated[int | None, Meta(description="只宣布某年已公布的才有")] = None
    source: str
    entered_at: datetime
    entered_by_me: bool
    drop_reason: str


class CalendarChangeQuery(Page, frozen=True):
    """Changes of a state."""

    state: Literal["", "draft", "confirmed", "dropped"] = ""


@route("POST", "/calendar/days", who=Role.ADMINISTRATOR)
async def propose_calendar_day(ctx: Context, body: NewCalendarDay) -> CalendarChange:
    """录入或更正一个工作日或休息日，须注明依据；由另一人复核后生效，已经确定的期限不变。R1.2、R9.1。"""
    if not FIRST_YEAR <= body.day.year <= LAST_YEAR:
        raise Malformed(errors=[{"pointer": "/day", "detail": "年份不正确"}])
    return await _propose(ctx, "day", msgspec.to_builtins(body))


@route("POST", "/calendar/years", who=Role.ADMINISTRATOR, refuses=(AlreadyDecided,))
async def propose_calendar_year(ctx: Context, body: NewCalendarYear) -> CalendarChange:
    """录入某年的节假日安排已公布并全部录入；另一人复核后，此前暂定的期限由此确定。R1.2、R9.2。"""
    if (await calendar()).knows(body.year):
        raise AlreadyDecided("该年度的安排已经公布")
    return await _propose(ctx, "year", msgspec.to_builtins(body))


async def _propose(ctx: Context, kind: str, body: dict[str, Any]) -> CalendarChange:
    row = await RegisterChange.create(
        kind=kind, body=body, state="draft", entered_by=ctx.id, entered_at=ctx.now
    )
    ctx.record(CalendarProposed(subject_id=str(row.id), at=ctx.now, why=body["source"]))
    return await _change(ctx, row.id)


@listing("/calendar/changes", who=CENTRE_STAFF, export="日历改动")
async def list_calendar_changes(ctx: Context, query: CalendarChangeQuery) -> Listed[CalendarChange]:
    """日历的改动及其复核，最近录入的在前。R1.2、R9.1。"""
    return await page(CHANGES, query, partial(_shown, ctx), kinds=["day", "year"])


async def _change(ctx: Context, change_id: UUID) -> CalendarChange:
    rows = await rows_of(CHANGES, {"id": change_id}, limit=1)
    return _shown(ctx, rows[0])


def _shown(ctx: Context, row: Mapping[str, Any]) -> CalendarChange:
    told = msgspec.json.decode(row["body"])
    if "day" in told:
        told["day"] = date.fromisoformat(told["day"])
    mine = ctx.who.is_same(row["entered_by"])
    return view_of(CalendarChange, row, **told, entered_by_me=mine)


async def _confirm(ctx: Context, row: dict[str, Any]) -> None:
    """复核日历改动，对照所注依据；即时生效。R1.2、R9.1、R9.2。"""
    if row["kind"] == "year":
        told = msgspec.json.decode(row["body"], type=NewCalendarYear)
        by = row["entered_by"]
        if not await publish(told.year, told.source.strip(), by, ctx.now):
            raise AlreadyDecided("该年度的安排已经公布")
        _changed(ctx, told.year, told.source, {"year": told.year})
        return
    body = msgspec.json.decode(row["body"], type=NewCalendarDay)
    day = LocalDay(
        day=body.day,
        working=body.working,
        name=body.name.strip(),
        source=body.source.strip(),
        entered_by=row["entered_by"],
        entered_at=ctx.now,
    )
    told_of = ("working", "name", "source", "entered_by", "entered_at")
    await LocalDay.bulk_create([day], on_conflict=["day"], update_fields=told_of)
    data = {"day": str(body.day), "working": body.working}
    _changed(ctx, body.day.year, body.source, data)


async def _drop(ctx: Context, row: dict[str, Any], reason: str) -> None:
    """作废未复核的日历改动，写明理由；录入人可撤回。R1.2。"""
    ctx.record(CalendarProposed(subject_id=str(row["id"]), at=ctx.now, why=reason))


def _changed(ctx: Context, year: int, source: str, data: dict[str, object]) -> None:
    subject_id = str(subject_of(year))
    ctx.record(CalendarChanged(subject_id=subject_id, at=ctx.now, why=source.strip(), data=data))


entry(
    Kind(
        name="calendar_change",
        title="日历改动",
        path="/calendar/changes/{change_id}",
        table=CALENDAR,
        enters=frozenset({Role.ADMINISTRATOR}),
        confirms=REGISTRARS,
        readers=CENTRE_STAFF,
        confirm=_confirm,
        drop=_drop,
        view=_change,
        refuses=(AlreadyDecided,),
    )
)
