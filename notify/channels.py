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
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Protocol
from uuid import UUID, uuid4

import msgspec

from models.messages import deliveries
from notify.pages import page_path
from notify.templates import Approved
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


@dataclass(frozen=True)
class Program:
    """What the settings say of this mini-program: its templates by our names, and the pages that
    are not where they usually are."""

    templates: Mapping[str, Approved]
    pages: Mapping[str, str] = field(default_factory=dict)


async def drain(
    sender: Sender, program: Program, now: Callable[[], datetime], limit: int = 100
) -> Counter[str]:
    """One batch of copies that are due is sent; how many ended in which state.

    Call it until it gives nothing. The caller must not have a transaction open.
    """
    await deliveries.recover(now())
    leased, unconsented = await lease(now(), limit)
    gate = asyncio.Semaphore(AT_ONCE)

    async def send(copy: Leased) -> str:
        async with gate:
            result = await attempt(sender, program, copy)
            return await settle(copy, result, now())

    ended = await asyncio.gather(*(send(copy) for copy in leased), return_exceptions=True)
    for error in ended:
        if isinstance(error, BaseException):
            # Its lease runs out and it is taken up again; the others are settled.
            raise error
    return Counter(str(state) for state in ended) + Counter(unconsented=unconsented)


async def attempt(sender: Sender, program: Program, copy: Leased) -> SendResult:
    """The result of one call, in the mini-program's own keys and to its own page; no transaction
    is open meanwhile."""
    template = program.templates.get(copy.template)
    if template is None:
        return SendResult(Outcome.DEFINITE_NO, UNKNOWN_TEMPLATE, detail="no id is configured")
    data = {template.key(key): text for key, text in copy.data.items()}
    page = page_path(copy.page, program.pages)
    return await sender.send_subscribe(copy.openid, template.id, page, data)


async def lease(now: datetime, limit: int) -> tuple[list[Leased], int]:
    """Copies that are due are this process's for a while, their attempts noted, consents taken;
    and how many were settled as unconsented, their consent being gone: the inbox has the message.
    """
    name = uuid4()
    rows = await deliveries.lease(now, limit, name, now + LEASE)
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


async def settle(copy: Leased, result: SendResult, now: datetime) -> str:
    """The attempt's end is stored and the copy is in the state that follows; which one.

    A lease that ran out meanwhile leaves the copy to whoever holds it now ("lost"), unless it was
    sent after all and nobody has taken it up again.
    """
    verdict = judge(result, copy.number, copy.doubts, random.random())
    ended = deliveries.Ended(
        outcome=result.outcome.value,
        errcode=result.errcode or None,
        detail=result.detail[:200],
        number=copy.number,
        msgid=result.msgid[:40],
        state=verdict.state,
        due_at=now + verdict.wait if verdict.wait else None,
        consent=verdict.consent,
    )
    return await deliveries.settle(copy.id, copy.lease, ended, now) or "lost"
