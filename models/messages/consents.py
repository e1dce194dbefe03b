"""What people allowed us to send through WeChat, as told by their phone and by WeChat. R13.2."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal
from uuid import UUID

from tortoise import fields

from models.base import Row, sql


class Consent(Row):
    """What a person allowed for one template: a number of single messages, or standing consent.

    Every tap is told twice, by the phone (`by_phone`) and by WeChat (`by_push`), and either may
    be lost: the larger count, less what was `used`, is what is left.
    """

    person: fields.ForeignKeyRelation[Any] = fields.ForeignKeyField(
        "models.Person", on_delete=fields.CASCADE
    )
    person_id: UUID
    template = fields.CharField(40)
    by_phone = fields.IntField(default=0)
    by_push = fields.IntField(default=0)
    used = fields.IntField(default=0)
    standing = fields.BooleanField(default=False)
    changed_at = fields.DatetimeField()

    class Meta:
        table = "consent"
        unique_together = (("person_id", "template"),)


Told = Literal["accept", "reject", "off"]
"""The person's answer to the pop-up, or messages switched off in WeChat's settings."""

By = Literal["by_phone", "by_push"]


@dataclass(frozen=True)
class Answered:
    """One template's answer. A consent to a long-term template stands until it is taken back, one
    to any other serves for one message."""

    template: str
    long_term: bool
    told: Told


@dataclass(frozen=True)
class Allowed:
    """What is left of a person's consent to one template."""

    template: str
    remaining: int
    standing: bool


# An old answer told late adds its message, but does not overturn a newer one; WeChat tells whole
# seconds only.
_ANSWERED = """
INSERT INTO consent AS c (id, person_id, template, by_phone, by_push, used, standing, changed_at)
SELECT gen_random_uuid(), $1, a.template, CASE WHEN a.told = 'accept' AND NOT a.long_term
       AND $2 = 'by_phone' THEN 1 ELSE 0 END, CASE WHEN a.told = 'accept' AND NOT a.long_term
       AND $2 = 'by_push' THEN 1 ELSE 0 END, 0, a.told = 'accept' AND a.long_term, $3
  FROM unnest($4::text[], $5::boolean[], $6::text[]) AS a(template, long_term, told)
 ORDER BY a.template
    ON CONFLICT (person_id, template) DO UPDATE SET
       by_phone = c.by_phone + excluded.by_phone, by_push = c.by_push + excluded.by_push,
       standing = CASE WHEN $3 < date_trunc('second', c.changed_at) THEN c.standing
                       WHEN excluded.standing THEN true
                       WHEN excluded.by_phone + excluded.by_push > 0 THEN c.standing
                       ELSE false END,
       changed_at = greatest(c.changed_at, $3)
"""

_OFF = """
UPDATE consent SET by_phone = 0, by_push = 0, used = 0, standing = false, changed_at = $3
 WHERE person_id = $1 AND template = ANY($2::text[]) AND date_trunc('second', changed_at) <= $3
"""


async def answered(person_id: UUID, by: By, at: datetime, answers: Sequence[Answered]) -> None:
    """The person's answers count from now on; each template at most once in `answers`."""
    said = [one for one in answers if one.told != "off"]
    if said:
        await sql(
            _ANSWERED,
            person_id,
            by,
            at,
            [one.template for one in said],
            [one.long_term for one in said],
            [one.told for one in said],
        )
    off = sorted(one.template for one in answers if one.told == "off")
    if off:
        await sql(_OFF, person_id, off, at)


async def allowed(person_id: UUID) -> dict[str, Allowed]:
    """What the person allows now, by template."""
    rows = await sql(
        "SELECT template, greatest(by_phone, by_push) - used AS remaining, standing"
        " FROM consent WHERE person_id = $1",
        person_id,
    )
    return {row["template"]: Allowed(**row) for row in rows}
