"""People at work on cases while things break: apply, accept, plan (holds), withdraw (releases).

Each stream works on one elevator, so its cases never meet another's, while two streams share one
pooled account. What was acknowledged is remembered and held against the database afterwards.
"""

import asyncio
from dataclasses import dataclass, field
from typing import Any

from tests.drills.stand import Stand
from tests.untold import amiss_at

PREMIUM_FEN = 120_000
EXPECTED = ("Applied", "Filed", "Accepted", "PlanFiled", "CaseWithdrawn")


@dataclass
class Acknowledged:
    """One write that the program said it had done."""

    method: str
    path: str
    token: str
    json: Any
    key: str
    status: int
    body: Any


@dataclass
class Work:
    """Streams of cases, running until told to stop."""

    stand: Stand
    acknowledged: list[Acknowledged] = field(default_factory=list)
    finished: list[str] = field(default_factory=list)
    stopping: bool = False
    moved: asyncio.Event = field(default_factory=asyncio.Event)

    async def progressed(self, more: int) -> None:
        """Returns when so many more writes were acknowledged."""
        goal = len(self.acknowledged) + more
        while len(self.acknowledged) < goal:
            self.moved.clear()
            await self.moved.wait()

    async def stream(self, manager: str, place: Any, elevator: Any) -> None:
        """One case after the other on one elevator."""
        while not self.stopping:
            case = await self.case(manager, place, elevator)
            self.finished.append(case)

    async def case(self, manager: str, place: Any, elevator: Any) -> str:
        """One case from application to withdrawal; its id."""
        tokens = self.stand.tokens
        application = {
            "scope_id": str(place.scope),
            "elevator_ids": [str(elevator)],
            "insurer_id": str(self.stand.roll.insurer),
            "applicant": "manager",
            "authorisation_file_id": self.stand.papers[manager],
        }
        body = await self.write("/cases", tokens[manager], application)
        case = str(body["id"])
        await self.write(f"/cases/{case}/acceptance", tokens["clerk"])
        plan = {
            "survey": "设备状况良好",
            "cover": "困人、伤害、设备损坏",
            "elevators": [
                {"elevator_id": str(elevator), "premium_fen": PREMIUM_FEN, "limit_fen": 1_000_000}
            ],
        }
        await self.write(f"/cases/{case}/plan", tokens["insurer"], plan)
        await self.write(f"/cases/{case}/withdrawal", tokens[manager], {"reason": "改期办理"})
        return case

    async def write(self, path: str, token: str, json: Any = None) -> Any:
        """The answer of a write that must be acknowledged as done."""
        status, body, key = await self.stand.insist("POST", path, token, json)
        assert status in (200, 201), (path, status, body)
        done = Acknowledged("POST", path, token, json, key, status, body)
        self.acknowledged.append(done)
        self.moved.set()
        return body

    async def verify(self) -> None:
        """Everything acknowledged is there, once, and nothing else is half there."""
        stand = self.stand
        for done in self.acknowledged:
            again = await stand.ask(done.method, done.path, done.token, done.json, done.key)
            assert again == (done.status, done.body), "the stored answer of the same key"
        rows = await stand.sql(
            "SELECT subject_id, array_agg(kind ORDER BY seq) AS kinds FROM log_event"
            " WHERE subject_kind = 'case' GROUP BY subject_id"
        )
        told = {str(row["subject_id"]): row["kinds"] for row in rows}
        for case in self.finished:
            assert len(told[case]) == len(set(told[case])), (case, told[case])
        cases = await stand.sql('SELECT id, state, facts FROM "case"')
        assert {str(row["id"]) for row in cases} == set(told), "no case without its events"
        await verify_money(stand)
        assert await amiss_at(stand.env["DATABASE_URL"]) == []


async def verify_holds(stand: Stand) -> None:
    """What is held on each account is what open holds say."""
    rows = await stand.sql(
        "SELECT a.id, a.held_fen, coalesce(sum(h.amount_fen), 0) AS open FROM ledger_account a"
        " LEFT JOIN ledger_hold h ON h.account_id = a.id AND h.state = 'open'"
        " GROUP BY a.id HAVING a.held_fen <> coalesce(sum(h.amount_fen), 0)"
    )
    assert rows == []


async def verify_money(stand: Stand) -> None:
    """What is held is what open holds say, and only cases with a plan in force hold."""
    await verify_holds(stand)
    rows = await stand.sql(
        'SELECT c.id, c.state, h.state AS hold FROM "case" c'
        " LEFT JOIN ledger_hold h ON h.case_id = c.id"
        " WHERE (c.state = 'planned') <> coalesce(h.state = 'open', false)"
    )
    assert rows == [], "held exactly while planned"
