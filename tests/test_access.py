"""Every operation x every role x own and others' objects: the table of `tests.access`, asked.

One case walks its whole way; at each stage every operation of that stage is asked by every caller
over HTTP with a body that would do, and what a write did is undone. Who is named in the table
must get in, everybody else must be turned away; an operation without a line fails.
"""

from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

import pytest

from handlers.route import TABLE, Operation
from models.base import one
from models.messages import Delivery
from rules.insurance import anniversary
from rules.people import Role
from server import door
from tests.access import (
    ACCOUNTS,
    CALLERS,
    NOBODY,
    ROLL,
    ROWS,
    TURNED_AWAY,
    Row,
    Sent,
    banking,
    deposits,
    funds,
    ledger,
)
from tests.journey import PREMIUMS, Journey
from tests.world import City


def rows() -> dict[str, tuple[Row, ...]]:
    """The table with a tuple for every operation."""
    return {name: row if isinstance(row, tuple) else (row,) for name, row in ROWS.items()}


def name_of(op: Operation) -> str:
    return f"{op.method} {op.path}"


def test_every_operation_has_its_line() -> None:
    """A route that nobody thought about is a hole."""
    assert {name_of(op) for op in TABLE} == set(ROWS)
    named = {who for lines in rows().values() for line in lines for who in line.who.split()}
    assert named <= set(CALLERS)


def test_no_operation_is_open_by_mistake() -> None:
    """Without a login only what is public, what lets in, and what WeChat itself calls."""
    for op in TABLE:
        if Role.PUBLIC in op.who:
            lets_in = op.limit == "login" and not op.reads
            assert lets_in or op.path in OPEN or op.path.startswith(OPEN_UNDER), name_of(op)
        assert Role.SYSTEM not in op.who


OPEN = {"/", "/public", "/check", "/robots.txt", "/calendar/days", "/wechat/push"}
OPEN_UNDER = ("/public/", "/open/", "/n/", "/q/", "/e/", "/check/", "/assets/")


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
        """An owner as the roll knows them."""
        person = self.city.roll.people["owner4"]
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
        named = {part[1:-1] for part in op.path.split("/") if part.startswith("{")}
        path = op.path
        for name in named:
            path = path.replace(f"{{{name}}}", str(self.ids[row.ids.get(name, name)]))
        done = 0
        for self.caller in row.callers():
            caller = self.caller
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
        if not done and row.who and Role.PUBLIC not in op.who and op.limit != "login":
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


@contextmanager
def undone(scene: Scene, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Have every write rolled back after its answer was made, while the scene says so."""
    keep = door.transaction

    class Undo(Exception):
        pass

    @asynccontextmanager
    async def transaction() -> AsyncIterator[None]:
        try:
            async with keep():
                yield
                if scene.undoing:
                    raise Undo
        except Undo:
            pass

    with monkeypatch.context() as patched:
        patched.setattr(door, "transaction", transaction)
        yield


async def opened(city: City) -> Scene:
    """Everything that exists before the case."""
    roll = city.roll
    scene = Scene(city)
    for caller in CALLERS[1:]:
        scene.ids[f"paper of {caller}"] = await city.paper(caller)
    scene.ids |= {
        f"paper of {NOBODY}": str(roll.bank),
        "own_file": scene.ids["paper of owner1"],
        "community_id": str(roll.here.community),
        "building_id": str(roll.here.building),
        "scope_id": str(roll.here.scope),
        "elevators": [str(key) for key in roll.here.elevators],
        "insurer_id": str(roll.insurer),
        "pooled": str(roll.here.pooled),
        "staff_id": str(roll.accounts["clerk2"]),
        "administrator_id": str(roll.accounts["administrator"]),
    }
    scene.ids |= await ledger.ids(city)
    scene.ids |= await banking.ids(city)
    scene.ids |= await deposits.ids(city)
    scene.ids |= await funds.ids(city)
    await standings(scene)
    return scene


async def standings(scene: Scene) -> None:
    """A session, a binding, a claim and two appointments, one open and one in force."""
    city, scene.caller = scene.city, "stranger"
    token, claim = await scene.token("stranger"), scene.identity() | {"files": [scene.paper()]}
    made = await city.must("POST", "/binding-claims", token, claim)
    scene.ids["claim_id"] = made["id"]
    made = await city.must("POST", "/appointments", token, scene.authorisation())
    scene.ids["appointment_id"] = made["id"]
    owner, manager = await scene.token("owner1"), await scene.token("manager")
    listed = await city.must("GET", "/sessions", owner)
    scene.ids["session_id"] = listed["items"][0]["id"]
    listed = await city.must("GET", "/bindings", owner)
    scene.ids["binding_id"] = listed["items"][0]["binding_id"]
    listed = await city.must("GET", "/appointments", manager)
    scene.ids["held_appointment_id"] = listed["items"][0]["id"]
    upload = {"file": (ROLL.name, ROLL.content(), ROLL.media_type)}
    _, made = await city.call("POST", "/imports", await scene.token("clerk"), files=upload)
    scene.ids["import_id"] = made["id"]
    await city.due()


async def test_who_is_let_in(city: City, monkeypatch: pytest.MonkeyPatch) -> None:
    """The whole table, along one case's way. R2.4, R7.8, R9.3, R12.2."""
    scene = await opened(city)
    with undone(scene, monkeypatch):
        await walk(scene)
    assert not scene.faults, "\n".join(scene.faults)
    assert scene.asked == set(ROWS)


async def walk(scene: Scene) -> None:
    """From no case to a paid one, with an objection, a paper and a hold on the way."""
    await scene.stage("free")
    scene.trip = trip = await Journey.applied(scene.city)
    scene.ids["case_id"] = trip.id
    await scene.stage("signing")
    await trip.sign()
    await scene.stage("filed")
    await trip.do("clerk", "/return", {"why": "补充材料"})
    await scene.stage("returned")
    await trip.do("owner1", "/correction", {"note": "已补"})
    await trip.accept()
    await scene.stage("accepted")
    await trip.plan()
    await scene.stage("planned")
    await trip.publish()
    await published(scene, trip)
    await scene.stage("posting")
    await trip.post()
    await noticed(scene, trip)
    await scene.stage("noticed")
    await objected(scene, trip)
    await trip.wait()
    await objected_late(scene, trip)
    await scene.stage("cleared")
    for step, stage in (
        (trip.register, "registered"),
        (trip.contract, "contracted"),
        (trip.payout, "requested"),
        (trip.prepare, "prepared"),
        (trip.approve, "paid"),
    ):
        await step()
        await scene.stage(stage)


async def published(scene: Scene, trip: Journey) -> None:
    """The codes of the notice."""
    board = await trip.do("clerk", "/lobbies", method="GET")
    scene.ids |= {
        "public_token": board["public_token"],
        "check_code": board["check_code"],
        "lobby_token": board["items"][0]["token"],
        "unit_id": board["items"][0]["unit_id"],
    }


async def noticed(scene: Scene, trip: Journey) -> None:
    """The first photo, and an event in the sealed log."""
    photos = await trip.do("clerk", "/evidence", method="GET")
    scene.ids["evidence_id"] = photos["items"][0]["id"]
    await scene.city.due()
    event = await one(
        "SELECT e.id FROM log_event e JOIN log_leaf l ON l.seq = e.seq ORDER BY e.seq LIMIT 1"
    )
    assert event is not None, "the worker seals what was committed"
    scene.ids["event_id"] = str(event["id"])
    message = await one(
        "SELECT id FROM message WHERE to_id = $1 ORDER BY id LIMIT 1",
        scene.city.roll.people["owner1"].person_id,
    )
    assert message is not None, "the applicant was told"
    scene.ids["message_id"] = str(message["id"])
    scene.ids["delivery_id"] = await given_up(scene)
    scene.city.clock.advance(hours=1)


async def given_up(scene: Scene) -> str:
    """A WeChat copy that was given up: the id of its delivery."""
    owner = scene.city.roll.people["owner1"]
    row = await Delivery.create(
        message_id=scene.ids["message_id"],
        openid=owner.openid,
        template="t",
        data={},
        state="dead",
        due_at=scene.city.clock(),
    )
    return str(row.id)


async def objected(scene: Scene, trip: Journey) -> None:
    """An objection in time, dismissed; one on paper, confirmed and withdrawn; a hold by hand."""
    clerk, reviewer = await scene.token("clerk"), await scene.token("reviewer")
    filed = await trip.do("owner5", "/objections", {"text": "费用过高"})
    scene.ids["objection_id"] = filed["objection_id"]
    await scene.stage("paused")
    path = f"/objections/{filed['objection_id']}/dismissal"
    await scene.city.must("POST", path, reviewer, {"reason": "理由"})
    await scene.stage("dismissed")
    scene.caller = "clerk"
    drafted = await trip.do("clerk", "/paper-objections", scene.paper_objection())
    scene.ids["objection_id"] = drafted["objection_id"]
    await scene.stage("paper")
    path = f"/paper-objections/{drafted['objection_id']}"
    await scene.city.must("POST", f"{path}/confirmation", reviewer)
    await scene.stage("confirmed")
    record = {"record_file_id": scene.ids["paper of clerk"]}
    await scene.city.must("POST", f"{path}/withdrawal", clerk, record)
    await trip.do("clerk", "/hold", {"why": "核实"})
    await scene.stage("held")
    await trip.do("clerk", "/hold/release", {"why": "已核实"})


async def objected_late(scene: Scene, trip: Journey) -> None:
    """An objection after the end of the notice: recorded, to be answered."""
    late = await trip.do("owner2", "/objections", {"text": "迟了"})
    scene.ids["objection_id"] = late["objection_id"]
