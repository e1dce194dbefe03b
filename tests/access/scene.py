"""The city, its one case, and the bodies that would do; a line of the table is asked here."""

from dataclasses import dataclass, field
from datetime import timedelta
from functools import cache
from typing import Any

from handlers.route import Operation
from rules.conditions import anniversary
from rules.people import Role
from server.operations import TABLE
from tests.access import ACCOUNTS, NOBODY, ROWS, TURNED_AWAY, Row, Sent
from tests.journey import PREMIUMS, Journey
from tests.world import City


@cache
def rows() -> dict[str, tuple[Row, ...]]:
    """The table with a tuple for every operation."""
    return {name: row if isinstance(row, tuple) else (row,) for name, row in ROWS.items()}


def name_of(op: Operation) -> str:
    return f"{op.method} {op.path}"


@dataclass
class Scene:
    """The city, its one case, and the ids of everything that can be asked for."""

    city: City
    trip: Journey | None = None
    ids: dict[str, Any] = field(default_factory=dict)
    undoing: bool = False
    faults: list[str] = field(default_factory=list)
    asked: set[str] = field(default_factory=set)
    caller: str = NOBODY

    async def token(self, caller: str) -> str:
        if caller == NOBODY:
            return ""
        return await (self.city.staff if caller in ACCOUNTS else self.city.login)(caller)

    def paper(self) -> str:
        """A stored paper of the caller's."""
        return str(self.ids[f"paper of {self.caller}"])

    def identity(self) -> dict[str, Any]:
        """An owner as the roll knows them, by the number of the stranger's phone."""
        person = self.city.roll.people["owner10"]
        return {
            "home_id": str(person.homes[0]),
            "name": person.name,
            "id_number": person.id_number,
        }

    def authorisation(self) -> dict[str, Any]:
        """Papers as a manager's, from today."""
        today = self.city.clock().date()
        return {
            "community_id": self.ids["community_id"],
            "role": "manager",
            "name": "张三",
            "body_name": "示例物业",
            "file_id": self.paper(),
            "from_on": today.isoformat(),
            "to_on": (today + timedelta(days=300)).isoformat(),
        }

    def plan(self) -> dict[str, Any]:
        elevators = [
            {"elevator_id": key, "premium_fen": fen, "limit_fen": 5_000_000}
            for key, fen in zip(self.ids["elevators"], PREMIUMS, strict=True)
        ]
        return {"survey": "正常", "cover": "故障维修", "elevators": elevators}

    def contract(self) -> dict[str, Any]:
        start = self.city.clock().date() + timedelta(days=3)
        return {
            "number": "HT-1",
            "from_on": start.isoformat(),
            "to_on": (anniversary(start, 1) - timedelta(days=1)).isoformat(),
            "amount_fen": sum(PREMIUMS),
            "file_id": self.paper(),
        }

    def payout(self) -> dict[str, Any]:
        return {
            "invoice_number": "INV-1",
            "invoice_fen": sum(PREMIUMS),
            "invoice_file_id": self.paper(),
        }

    def sum(self) -> dict[str, Any]:
        return {"amount_fen": sum(PREMIUMS)}

    def policy(self) -> dict[str, Any]:
        return {"number": "BD-1", "file_id": self.paper()}

    def paper_objection(self) -> dict[str, Any]:
        person = self.city.roll.people["owner4"]
        return {
            "home_id": str(person.homes[0]),
            "owner_name": person.name,
            "text": "费用过高",
            "received_at": (self.city.clock() - timedelta(minutes=1)).isoformat(),
            "file_ids": [self.paper()],
        }

    async def stage(self, stage: str) -> None:
        """Ask everything that belongs to this stage; what it did is undone."""
        self.undoing = True
        for op in TABLE:
            for row in rows().get(name_of(op), ()):
                if row.stage == stage:
                    await self.ask(op, row)
        self.undoing = False

    async def ask(self, op: Operation, row: Row) -> None:
        """One line of the table, by every caller."""
        self.asked.add(name_of(op))
        if "own_file" in row.ids.values():
            self.ids["own_file"] = await self.city.paper("owner1")
        if "clerks_file" in row.ids.values():
            self.ids["clerks_file"] = await self.city.paper("clerk")
        named = {part[1:-1] for part in op.path.split("/") if part.startswith("{")}
        path = op.path
        for name in named:
            path = path.replace(f"{{{name}}}", str(self.ids[row.ids.get(name, name)]))
        done = 0
        for self.caller in row.callers():
            caller = self.caller
            if caller != NOBODY:
                # What was used for one thing is of its class, and what was not is swept.
                self.ids[f"paper of {caller}"] = await self.city.paper(caller)
            body = row.body(self) if callable(row.body) else row.body
            sent: dict[str, Any] = {"json": body}
            if isinstance(body, Sent):
                sent = {"files": {"file": (body.name, body.content(), body.media_type)}}
            token = await self.token(caller)
            status, answer = await self.city.call(
                op.method, path + row.query.format_map(self.ids), token, **sent
            )
            done += status < 300
            self.judge(op, row, caller, status, answer)
        closed = Role.PUBLIC not in op.who and op.limit not in {"login", "password"}
        if not done and row.who and closed:
            self.faults.append(f"{name_of(op)} at {row.stage}: nobody could do it")

    def text(self) -> str:
        """The last answer, if it is one that people or programs read as text."""
        last = self.city.last
        kind = last.headers.get("content-type", "") if last else ""
        return last.text if last and ("json" in kind or kind.startswith("text/")) else ""

    def personal(self, text: str) -> str:
        """What is nobody's to see in an answer: names, numbers, openids of owners. R12.2."""
        for key, person in self.city.roll.people.items():
            for what in ("name", "id_number", "openid"):
                if getattr(person, what) in text:
                    return f"{what} of {key}"
            if person.named.phone in text:
                return f"phone of {key}"
        return ""

    def judge(self, op: Operation, row: Row, caller: str, status: int, answer: Any) -> None:
        """Compare an answer with the line."""
        code = answer.get("code", "") if status >= 400 and isinstance(answer, dict) else ""
        said = f"{name_of(op)} at {row.stage} by {caller}: {status} {code}"
        let_in = code not in TURNED_AWAY
        if let_in is not (caller in row.who.split()) or status >= 500:
            self.faults.append(said)
        if op.reads and let_in and status not in (200, 304):
            self.faults.append(f"{said} (a read that fails)")
        closed = Role.PUBLIC not in op.who
        if caller == NOBODY and closed and not let_in and status != 401:
            self.faults.append(f"{said} (without a login)")
        text = self.text()
        if not op.path.endswith("/unmasking") and (shown := self.personal(text)):
            self.faults.append(f"{said} (shows the {shown})")
        if row.finds is not None and status == 200:
            found = str(self.ids[row.thing]) in text
            if found is not (caller in row.finds.split()):
                self.faults.append(f"{said} (found: {found})")
