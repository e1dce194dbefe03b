"""Days the Centre added to the working calendar, and years it knows to be published (R9)."""

from datetime import datetime
from uuid import UUID

from tortoise import fields
from tortoise.models import Model

from models.base import one, sql
from rules.days import Calendar


class LocalDay(Model):
    """A day of the prefecture, or of a year the library does not know yet."""

    day = fields.DateField(primary_key=True)
    working = fields.BooleanField()
    name = fields.CharField(40, default="")
    source = fields.CharField(200, default="")
    entered_by = fields.UUIDField()
    entered_at = fields.DatetimeField()

    class Meta:
        table = "local_day"


class PublishedYear(Model):
    """A year whose holidays are out and fully entered as local days."""

    year = fields.IntField(primary_key=True, generated=False)
    source = fields.CharField(200)
    entered_by = fields.UUIDField()
    entered_at = fields.DatetimeField()

    class Meta:
        table = "published_year"


async def calendar() -> Calendar:
    """The working calendar as the Centre knows it now. R9.1, R9.2."""
    rows = await sql(
        "SELECT day, working, name, NULL::int AS year FROM local_day"
        " UNION ALL SELECT NULL, NULL, NULL, year FROM published_year"
    )
    days = {row["day"]: row["working"] for row in rows if row["day"]}
    names = {row["day"]: row["name"] for row in rows if row["day"] and row["name"]}
    years = [row["year"] for row in rows if row["year"]]
    return Calendar.standard(days, years=years, names=names)


async def publish(year: int, source: str, by: UUID, at: datetime) -> bool:
    """The year's holidays are out from now on; False when they were."""
    row = await one(
        "INSERT INTO published_year (year, source, entered_by, entered_at) VALUES ($1,$2,$3,$4)"
        " ON CONFLICT (year) DO NOTHING RETURNING year",
        year,
        source,
        by,
        at,
    )
    return row is not None
