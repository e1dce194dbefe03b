"""Admissions of insurers and days of the calendar, until a second person agrees. R1.2."""

from typing import Any

from tortoise import fields

from models.entries import Table, TwoPersonRow
from models.listing import Listing, newest


class RegisterChange(TwoPersonRow):
    """What is to stand in a register: an `insurer`, a `day` or a `year` of the calendar."""

    kind = fields.CharField(12)
    body: Any = fields.JSONField()

    class Meta:
        table = "register_change"


ADMISSION = Table("register_change", line="e.body->>'name'", also="e.kind = 'insurer'")
CALENDAR = Table(
    "register_change",
    line="coalesce(e.body->>'day', e.body->>'year')",
    also="e.kind IN ('day', 'year')",
)
# A `witness` of the log and the `end` of one stand here, too.
WITNESS = Table(
    "register_change", line="e.body->>'witness_name'", also="e.kind IN ('witness', 'end')"
)
CHANGES = Listing(
    "c.id, c.kind, c.body::text AS body, c.state, c.entered_by, c.entered_at, c.confirmed_at,"
    " c.dropped_at, c.drop_reason",
    "register_change c",
    "c.id",
    {"newest": newest("c.entered_at")},
    {
        "id": "c.id = {id}",
        "state": "c.state = {state}",
        "kinds": "c.kind = ANY({kinds}::text[])",
    },
)
