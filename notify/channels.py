"""Sending the WeChat copies of stored messages, each at most once but for a known doubt. R13.2.

A copy is leased by one statement that also notes the attempt and takes the consent; then it is
sent with no transaction open; then another statement settles the result. Who dies in between
leaves a lease that runs out, which counts as an attempt with an unknown end.

A consent is taken when the copy is about to be sent for the first time, is given back after a
clear no that is not about consent, and is forgotten where WeChat says (43101) that none is left.
After an unknown end there is one more try at the most: where that is refused for want of consent,
the first had arrived; where its end is unknown too, the copy stays `maybe`. WeChat's own word that
a message was sent (`subscribe_msg_sent_event`) settles a doubt before the second try.
"""

import asyncio
import random
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Protocol
from uuid import UUID, uuid4

import msgspec

from models.base import one, sql
from notify.wechat import Outcome, SendResult

LEASE = timedelta(seconds=60)
"""Longer than a call can last: the client gives up within seconds."""

DOUBT = timedelta(seconds=30)
"""How long WeChat's own word is waited for after an unknown end."""

TRIES_MAX = 20
BACKOFF_SECONDS_MAX = 3600
"""Twenty tries, 1 s, 2 s, 4 s, … up to an hour apart: a WeChat that is away for a night is
outlived, then staff decide."""

AT_ONCE = 8
NO_CONSENT = 43101
UNKNOWN_TEMPLATE = 40037


class Sender(Protocol):
    """What is needed of WeChat."""

    async def send_subscribe(
        self, openid: str, template_id: str, page: str, data: Mapping[str, str]
    ) -> SendResult: ...


@dataclass(frozen=True)
class Leased:
    """A copy that is this process's to send."""

    id: UUID
    lease: UUID
    openid: str
    template: str
    page: str
    data: Mapping[str, str]
    number: int
    doubts: int


@dataclass(frozen=True)
class Verdict:
    """What becomes of a copy after an attempt. `consent` is kept, returned to the person, or void:
    WeChat says there is none."""

    state: str
    wait: timedelta | None = None
    consent: str = "kept"


def judge(result: SendResult, number: int, doubts: int, jitter: float = 0.0) -> Verdict:
    """The verdict on attempt `number`, before which `doubts` attempts had an unknown end.

    `jitter` between 0 and 1 spreads repeats. R13.3.
    """
    if result.outcome is Outcome.SENT:
        return Verdict("sent")
    if result.outcome is Outcome.DEFINITE_NO:
        if result.errcode == NO_CONSENT:
            return Verdict("maybe" if doubts else "refused", consent="void")
        return Verdict("refused", consent="kept" if doubts else "returned")
    if result.outcome is Outcome.UNKNOWN:
        return Verdict("maybe") if doubts else Verdict("waiting", DOUBT)
    if number >= TRIES_MAX:
        return Verdict("maybe") if doubts else Verdict("dead", consent="returned")
    seconds = min(2 ** (number - 1), BACKOFF_SECONDS_MAX) * (1 + jitter / 2)
    return Verdict("waiting", timedelta(seconds=seconds))


async def drain(
    sender: Sender, templates: Mapping[str, str], now: Callable[[], datetime], limit: int = 100
) -> Counter[str]:
    """One batch of copies that are due is sent; how many ended in which state.

    `templates` gives WeChat's ids by our names. Call it until it gives nothing. The caller must
    not have a transaction open.
    """
    await recover(now())
    leased, unconsented = await lease(now(), limit)
    gate = asyncio.Semaphore(AT_ONCE)

    async def send(copy: Leased) -> str:
        async with gate:
            result = await attempt(sender, templates, copy)
            return await settle(copy, result, now())

    ended = await asyncio.gather(*(send(copy) for copy in leased), return_exceptions=True)
    for error in ended:
        if isinstance(error, BaseException):
            # Its lease runs out and it is taken up again; the others are settled.
            raise error
    return Counter(str(state) for state in ended) + Counter(unconsented=unconsented)


async def attempt(sender: Sender, templates: Mapping[str, str], copy: Leased) -> SendResult:
    """The result of one call; no transaction is open meanwhile."""
    template_id = templates.get(copy.template)
    if template_id is None:
        return SendResult(Outcome.DEFINITE_NO, UNKNOWN_TEMPLATE, detail="no id is configured")
    return await sender.send_subscribe(copy.openid, template_id, copy.page, copy.data)


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


async def lease(now: datetime, limit: int) -> tuple[list[Leased], int]:
    """Copies that are due are this process's for a while, their attempts noted, consents taken;
    and how many were settled as unconsented, their consent being gone: the inbox has the message.
    """
    name = uuid4()
    rows = await sql(_LEASE, now, limit, name, now + LEASE)
    copies = [
        Leased(
            id=row["id"],
            lease=name,
            openid=row["openid"],
            template=row["template"],
            page=row["page"],
            data=msgspec.json.decode(row["data"], type=dict[str, str]),
            number=row["tries"],
            doubts=row["doubts"],
        )
        for row in rows
        if row["state"] == "leased"
    ]
    return copies, len(rows) - len(copies)


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


async def settle(copy: Leased, result: SendResult, now: datetime) -> str:
    """The attempt's end is stored and the copy is in the state that follows; which one.

    A lease that ran out meanwhile leaves the copy to whoever holds it now ("lost"), unless it was
    sent after all and nobody has taken it up again.
    """
    verdict = judge(result, copy.number, copy.doubts, random.random())
    row = await one(
        _SETTLE,
        copy.id,
        copy.lease,
        result.outcome.value,
        result.errcode or None,
        result.detail[:200],
        copy.number,
        result.msgid[:40],
        verdict.state,
        now + verdict.wait if verdict.wait else None,
        now,
        verdict.consent,
    )
    return str(row["state"]) if row else "lost"


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
