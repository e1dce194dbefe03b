"""Messages on their way to an emulated WeChat: for tests of what becomes of them."""

from collections import Counter
from typing import Any
from uuid import UUID, uuid4

from models.base import jsonb, sql
from models.messages.consents import Answered, allowed, answered
from models.people.persons import Person
from notify.channels import Program, drain
from notify.templates import TASK, TEMPLATES, Approved, Template
from notify.wechat import Outcome, SendResult, Wechat
from sandbox.wechat import Emulator, sandbox_template_id
from sandbox.wechat.faults import Fault
from tests.wechat import SEND, HandClock

IDS = {one.name: sandbox_template_id(one.name) for one in TEMPLATES}

PROGRAM = Program({name: Approved(template_id) for name, template_id in IDS.items()})

SENT = SendResult(Outcome.SENT, msgid="1")
DOUBT = SendResult(Outcome.UNKNOWN)
LATER = SendResult(Outcome.RETRY_LATER, -1)
NO_CONSENT = SendResult(Outcome.DEFINITE_NO, 43101)
UNFIT = SendResult(Outcome.DEFINITE_NO, 47003)


class Post:
    """Messages to people, and what became of their copies."""

    def __init__(self, emulator: Emulator, clock: HandClock, wechat: Wechat) -> None:
        self.emulator, self.clock, self.wechat = emulator, clock, wechat
        self.openids: dict[UUID, str] = {}

    async def person(self, *allows: Template) -> UUID:
        """Somebody who allowed a message of each of these, told by both sides."""
        one = await Person.create(
            openid=f"oPost{uuid4().hex[:20]}", seen_at=self.clock(), created_at=self.clock()
        )
        self.openids[one.id] = one.openid
        for template in allows:
            await self.allow(one.id, template)
        return one.id

    async def allow(self, person: UUID, template: Template) -> None:
        consent = self.emulator.world.consent(self.openids[person], IDS[template.name])
        consent.left += 1
        consent.standing = template.long_term
        answer = Answered(template.name, template.long_term, "accept")
        await answered(person, "by_phone", self.clock(), [answer])

    async def copy(self, person: UUID, template: Template = TASK, text: str = "待办") -> UUID:
        """A copy that is due."""
        message, row = uuid4(), uuid4()
        await sql(
            "INSERT INTO message (id, to_kind, to_id, event_id, kind, title, text, link,"
            " created_at) VALUES ($1, 'person', $2, $3, 'k', 't', 'x', '', $4)",
            message,
            person,
            uuid4(),
            self.clock(),
        )
        data = {one.key: "2025-09-26" if "time" in one.key else text for one in template.fields}
        await sql(
            "INSERT INTO delivery (id, message_id, openid, template, page, data, state, spent,"
            " tries, due_at, msgid) VALUES ($1, $2, $3, $4, '', $5::jsonb, 'waiting', false, 0,"
            " $6, '')",
            row,
            message,
            self.openids[person],
            template.name,
            jsonb(data),
            self.clock(),
        )
        return row

    async def drain(self) -> Counter[str]:
        """Everything due now is tried."""
        total: Counter[str] = Counter()
        while ended := await drain(self.wechat, PROGRAM, self.clock):
            total += ended
        return total

    async def state(self, copy: UUID) -> str:
        rows = await sql("SELECT state FROM delivery WHERE id = $1", copy)
        return str(rows[0]["state"])

    async def attempts(self, copy: UUID) -> list[tuple[str, int | None]]:
        rows = await sql(
            "SELECT outcome, errcode FROM attempt WHERE delivery_id = $1 ORDER BY number", copy
        )
        return [(row["outcome"], row["errcode"]) for row in rows]

    async def left(self, person: UUID, template: Template = TASK) -> int:
        return (await allowed(person))[template.name].remaining

    def fault(self, words: str, times: int | None = 1) -> None:
        self.emulator.world.faults.add(Fault.parse(SEND, words, times))

    @property
    def received(self) -> list[dict[str, Any]]:
        """What arrived on people's phones."""
        return list(self.emulator.world.messages)
