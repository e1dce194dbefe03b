"""WeChat copies of messages: leased, tried, settled, given up. R13.3."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from tortoise import fields

from models.base import Row, one, sql
from models.listing import Listing, newest


class Delivery(Row):
    """The WeChat copy of a message. State: waiting, leased (being sent), sent, refused (WeChat's
    clear no), maybe (it may have arrived, and is not sent again), dead (given up for staff) or
    unconsented (the consent was gone when its turn came).

    `spent`: a single consent was taken for it. `tries` counts the attempts; `lease` names who
    sends it now, until `lease_until`.
    """

    message: fields.OneToOneRelation[Any] = fields.OneToOneField(
        "models.Message", on_delete=fields.CASCADE
    )
    message_id: UUID
    openid = fields.CharField(64)
    template = fields.CharField(40)
    page = fields.CharField(200, default="")
    data: Any = fields.JSONField()
    state = fields.CharField(16, default="waiting")
    spent = fields.BooleanField(default=False)
    tries = fields.SmallIntField(default=0)
    due_at = fields.DatetimeField()
    lease = fields.UUIDField(null=True)
    lease_until = fields.DatetimeField(null=True)
    settled_at = fields.DatetimeField(null=True)
    msgid = fields.CharField(40, default="")

    class Meta:
        table = "delivery"


class Attempt(Row):
    """One try to send, recorded before the call and completed after it (R13.3)."""

    delivery: fields.ForeignKeyRelation[Any] = fields.ForeignKeyField(
        "models.Delivery", on_delete=fields.CASCADE
    )
    delivery_id: UUID
    number = fields.SmallIntField()
    started_at = fields.DatetimeField()
    outcome = fields.CharField(16, default="started")
    errcode = fields.IntField(null=True)
    detail = fields.CharField(200, default="")

    class Meta:
        table = "attempt"
        unique_together = (("delivery_id", "number"),)


DELIVERIES = Listing(
    "d.id, m.kind, d.template, d.state, d.tries, d.due_at, m.created_at, m.case_id, d.settled_at,"
    " coalesce((SELECT json_agg(json_build_object('nth', a.number, 'started_at', a.started_at,"
    " 'outcome', a.outcome, 'errcode', a.errcode, 'detail', a.detail) ORDER BY a.number)"
    " FROM attempt a WHERE a.delivery_id = d.id), '[]')::text AS attempts",
    "delivery d JOIN message m ON m.id = d.message_id",
    "d.id",
    {"newest": newest("m.created_at")},
    {
        "id": "d.id = {id}",
        "state": "d.state = {state}",
        "template": "d.template = {template}",
        "case_id": "m.case_id = {case_id}",
    },
)


async def lock(delivery_id: UUID) -> Delivery | None:
    """The copy, locked until the end of the transaction."""
    return await Delivery.filter(id=delivery_id).select_for_update().first()


# One copy per person at a time: WeChat refuses a second, and its word on one is then on that one.
_LEASE = """
WITH locked AS (
  SELECT d.id, d.openid, d.template, d.due_at, d.spent, m.to_id
    FROM delivery d JOIN message m ON m.id = d.message_id
   WHERE d.state = 'waiting' AND d.due_at <= $1
     AND NOT EXISTS (SELECT 1 FROM delivery o WHERE o.openid = d.openid AND o.state = 'leased')
   ORDER BY d.due_at, d.id LIMIT $2 FOR UPDATE OF d SKIP LOCKED
), chosen AS (
  SELECT DISTINCT ON (openid) * FROM locked ORDER BY openid, due_at, id
), held AS (
  SELECT c.id, c.person_id, c.template, c.standing, greatest(c.by_phone, c.by_push) > c.used AS more
    FROM consent c JOIN chosen n ON n.to_id = c.person_id AND n.template = c.template
   ORDER BY c.id FOR UPDATE OF c
), judged AS (
  SELECT n.id, h.id AS consent_id, n.spent OR coalesce(h.standing OR h.more, false) AS allowed,
         NOT n.spent AND NOT h.standing AND h.more AS takes
    FROM chosen n LEFT JOIN held h ON h.person_id = n.to_id AND h.template = n.template
), taken AS (
  UPDATE consent c SET used = c.used + 1 FROM judged j WHERE c.id = j.consent_id AND j.takes
), leased AS (
  UPDATE delivery d SET state = CASE WHEN j.allowed THEN 'leased' ELSE 'unconsented' END,
         spent = d.spent OR coalesce(j.takes, false),
         tries = d.tries + CASE WHEN j.allowed THEN 1 ELSE 0 END,
         lease = CASE WHEN j.allowed THEN $3::uuid END,
         lease_until = CASE WHEN j.allowed THEN $4::timestamptz END,
         settled_at = CASE WHEN j.allowed THEN NULL ELSE $1 END
    FROM judged j WHERE d.id = j.id
  RETURNING d.id, d.openid, d.template, d.page, d.data::text AS data, d.tries, d.state
), noted AS (
  INSERT INTO attempt (id, delivery_id, number, started_at, outcome, detail)
  SELECT gen_random_uuid(), l.id, l.tries, $1, 'started', '' FROM leased l WHERE l.state = 'leased'
)
SELECT l.*, (SELECT count(*) FROM attempt a WHERE a.delivery_id = l.id AND a.outcome = 'unknown')
       AS doubts
  FROM leased l
"""


async def lease(now: datetime, limit: int, name: UUID, until: datetime) -> Sequence[dict[str, Any]]:
    """Copies that are due are `name`'s until then, their attempts noted, consents taken.

    Among the rows are those that were settled as unconsented, their consent being gone.
    """
    return await sql(_LEASE, now, limit, name, until)


# What WeChat has told meanwhile (msgid) is known better than what the call could tell.
_SETTLE = """
WITH noted AS (
  UPDATE attempt SET outcome = $3, errcode = $4, detail = $5
   WHERE delivery_id = $1 AND number = $6
), settled AS (
  UPDATE delivery d SET
         state = CASE WHEN $3 = 'unknown' AND d.msgid <> '' THEN 'sent' ELSE $8 END,
         msgid = CASE WHEN $3 = 'unknown' THEN d.msgid WHEN $7 <> '' THEN $7
                      WHEN $8 = 'sent' THEN d.msgid ELSE '' END,
         due_at = coalesce($9::timestamptz, d.due_at),
         settled_at = CASE WHEN $8 = 'waiting' AND NOT ($3 = 'unknown' AND d.msgid <> '')
                           THEN NULL ELSE $10::timestamptz END,
         spent = d.spent AND $11 <> 'returned', lease = NULL, lease_until = NULL
   WHERE d.id = $1 AND (d.state = 'leased' AND d.lease = $2
      OR d.state IN ('waiting', 'maybe') AND $8 = 'sent')
  RETURNING d.id, d.state, d.template, d.message_id
), given AS (
  SELECT m.to_id, s.template, o.spent, a.started_at
    FROM settled s JOIN message m ON m.id = s.message_id
    JOIN delivery o ON o.id = s.id JOIN attempt a ON a.delivery_id = s.id AND a.number = $6
), back AS (
  UPDATE consent c SET used = greatest(c.used - 1, 0) FROM given g
   WHERE $11 = 'returned' AND g.spent AND c.person_id = g.to_id AND c.template = g.template
), void AS (
  UPDATE consent c SET by_phone = 0, by_push = 0, used = 0, standing = false FROM given g
   WHERE $11 = 'void' AND c.person_id = g.to_id AND c.template = g.template
     AND c.changed_at <= g.started_at
)
SELECT state FROM settled
"""


@dataclass(frozen=True)
class Ended:
    """How an attempt ended: as the caller saw it, and what the copy becomes by that."""

    outcome: str
    errcode: int | None
    detail: str
    number: int
    msgid: str
    state: str
    due_at: datetime | None
    consent: str


async def settle(delivery_id: UUID, lease: UUID, ended: Ended, now: datetime) -> str | None:
    """The attempt's end is stored and the copy in the state that follows; None where the lease ran
    out and somebody else took the copy up."""
    row = await one(
        _SETTLE,
        delivery_id,
        lease,
        ended.outcome,
        ended.errcode,
        ended.detail,
        ended.number,
        ended.msgid,
        ended.state,
        ended.due_at,
        now,
        ended.consent,
    )
    return str(row["state"]) if row else None


_RECOVER = """
WITH gone AS (
  SELECT d.id, d.msgid, (SELECT count(*) FROM attempt a
                          WHERE a.delivery_id = d.id AND a.outcome = 'unknown') AS doubts
    FROM delivery d WHERE d.state = 'leased' AND d.lease_until < $1
   ORDER BY d.id LIMIT 500 FOR UPDATE OF d SKIP LOCKED
), noted AS (
  UPDATE attempt a SET outcome = 'unknown', detail = 'the sender was lost'
    FROM gone g WHERE a.delivery_id = g.id AND a.outcome = 'started'
)
UPDATE delivery d SET
       state = CASE WHEN g.msgid <> '' THEN 'sent' WHEN g.doubts > 0 THEN 'maybe'
                    ELSE 'waiting' END,
       settled_at = CASE WHEN g.msgid <> '' OR g.doubts > 0 THEN $1 END,
       due_at = $1, lease = NULL, lease_until = NULL
  FROM gone g WHERE d.id = g.id RETURNING d.id
"""


async def recover(now: datetime) -> int:
    """Copies whose sender was lost are free again, their attempt counted as unknown; how many."""
    return len(await sql(_RECOVER, now))


@dataclass(frozen=True)
class Depth:
    """What waits: how many copies, since when the oldest is due, and how many were given up."""

    waiting: int
    oldest_due_at: datetime | None
    dead: int


async def depth() -> Depth:
    """How the outbox stands."""
    row = await one(
        "SELECT (SELECT count(*) FROM delivery WHERE state = 'waiting') AS waiting,"
        " (SELECT min(due_at) FROM delivery WHERE state = 'waiting') AS oldest_due_at,"
        " (SELECT count(*) FROM delivery WHERE state = 'dead') AS dead"
    )
    assert row is not None
    return Depth(**row)


_SENT = """
WITH meant AS (
  SELECT d.id FROM delivery d
   WHERE d.openid = $1 AND d.template = $2 AND (d.msgid = $3 OR d.msgid = '' AND (
         d.state = 'sent' AND d.settled_at > $4::timestamptz - interval '10 minutes'
      OR d.state IN ('leased', 'maybe')
      OR d.state = 'waiting' AND EXISTS (SELECT 1 FROM attempt a
             WHERE a.delivery_id = d.id AND a.outcome = 'unknown')))
   ORDER BY d.msgid = $3 DESC, d.state = 'sent' DESC, d.state = 'leased' DESC, d.due_at
   LIMIT 1 FOR UPDATE OF d
)
UPDATE delivery d SET msgid = $3,
       state = CASE WHEN d.state IN ('waiting', 'maybe') THEN 'sent' ELSE d.state END,
       settled_at = CASE WHEN d.state IN ('waiting', 'maybe') THEN $4 ELSE d.settled_at END
  FROM meant WHERE d.id = meant.id
"""


async def mark_sent(openid: str, template: str, msgid: str, at: datetime) -> None:
    """WeChat says that it has sent this message: the copy it means is not sent again. R13.3.

    A message whose id we were never told is the one of that person and template about which
    least is known: sent without an id, being sent, or in doubt.
    """
    await sql(_SENT, openid, template, msgid, at)


async def mark_not_sent(msgid: str, at: datetime) -> None:
    """WeChat says that a message it had accepted did not arrive."""
    await sql(
        "UPDATE delivery SET state = 'refused', settled_at = $2"
        " WHERE msgid = $1 AND msgid <> '' AND state IN ('sent', 'maybe')",
        msgid,
        at,
    )


_OUTBOX = """
SELECT count(*) FILTER (WHERE state = 'waiting') AS waiting,
       count(*) FILTER (WHERE state = 'dead') AS dead,
       coalesce(extract(epoch FROM $1 - min(due_at) FILTER (WHERE state = 'waiting')), 0)::float8
           AS oldest
  FROM delivery WHERE state IN ('waiting', 'dead')
"""


async def outbox(now: datetime) -> dict[str, Any] | None:
    """How many copies wait, how many were given up, and for how many seconds the oldest waits."""
    return await one(_OUTBOX, now)
