"""Every operation x every role x own and others' objects: the table of `tests.access`, asked.

One case walks its whole way; at each stage every operation of that stage is asked by every caller
over HTTP with a body that would do, and what a write did is undone. Who is named in the table
must get in, everybody else must be turned away; an operation without a line fails.
"""

import pytest

from models.base import one, sql
from models.messages.deliveries import Delivery
from models.payee_accounts import in_force
from models.people.accounts import Account
from models.sealed import OWNER_PHONE
from rules.people import Role
from server.operations import TABLE
from tests.access import CALLERS, NOBODY, ROLL, ROWS, in_order
from tests.access.row import PHOTO
from tests.access.scene import Scene, name_of, rows
from tests.journey import Journey
from tests.undoing import undone
from tests.world import City


def test_every_operation_has_its_line() -> None:
    """A route that nobody thought about is a hole."""
    assert {name_of(op) for op in TABLE} == set(ROWS)
    named = {who for lines in rows().values() for line in lines for who in line.who.split()}
    assert named <= set(CALLERS)


def test_no_operation_is_open_by_mistake() -> None:
    """Without a login only what is public, what lets in, and what WeChat itself calls."""
    for op in TABLE:
        if Role.PUBLIC in op.who:
            lets_in = op.limit in {"login", "password"} and not op.reads
            assert lets_in or op.path in OPEN or op.path.startswith(OPEN_UNDER), name_of(op)
        assert Role.SYSTEM not in op.who


OPEN = {
    "/",
    "/public",
    "/check",
    "/log",
    "/errors",
    "/robots.txt",
    "/calendar/days",
    "/wechat/push",
}
OPEN_UNDER = ("/public/", "/open/", "/n/", "/v/", "/q/", "/e/", "/check/", "/assets/")


async def opened(city: City) -> Scene:
    """Everything that exists before the case."""
    roll = city.roll
    scene = Scene(city)
    for caller in CALLERS[1:]:
        scene.ids[f"paper of {caller}"] = await city.paper(caller)
    scene.ids |= {
        f"paper of {NOBODY}": str(roll.bank),
        "own_file": scene.ids["paper of owner1"],
        "clerks_file": scene.ids["paper of clerk"],
        "community_id": str(roll.here.community),
        "building_id": str(roll.here.building),
        "scope_id": str(roll.here.scope),
        "tree_size": "1",
        "elevators": [str(key) for key in roll.here.elevators],
        "insurer_id": str(roll.insurer),
        "payee_account_id": str(await in_force(roll.insurer)),
        "pooled": str(roll.here.pooled),
        "staff_id": str(roll.accounts["clerk2"]),
        "employee_id": str((await Account.get(id=roll.accounts["clerk2"])).employee_id),
        "administrator_id": str(roll.accounts["administrator"]),
    }
    await sql("DELETE FROM binding WHERE owner_id = $1", roll.people["owner10"].owner_id)
    owner_id = roll.people["owner10"].owner_id
    assert owner_id is not None
    phone = city.vault.encrypt(roll.people["stranger"].named.phone, OWNER_PHONE.of(owner_id))
    await sql("UPDATE owner SET phone_cipher = $2 WHERE id = $1", owner_id, phone)
    for subject in in_order():
        if hasattr(subject, "ids"):
            scene.ids |= await subject.ids(city)
    await standings(scene)
    return scene


async def standings(scene: Scene) -> None:
    """A session, a binding, a claim and two appointments, one open and one in force."""
    city, scene.caller = scene.city, "stranger"
    token, claim = await scene.token("stranger"), scene.identity() | {"file_ids": [scene.paper()]}
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
    _, failed = await city.call("POST", "/imports", await scene.token("clerk"), files=upload)
    await sql("UPDATE import SET state = 'failed' WHERE id = $1", failed["id"])
    scene.ids["failed_import"] = failed["id"]


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
    await trip.do("clerk", "/return", {"reason": "补充材料"})
    shown = {"kind": "unsafe", "reason": "门锁失效", "file_ids": [await scene.city.paper("clerk")]}
    await trip.do("clerk", "/emergency", shown)
    await scene.stage("returned")
    await trip.do("owner1", "/correction", {"note": "已补"})
    await trip.accept()
    await scene.stage("accepted")
    await trip.plan()
    await scene.stage("planned")
    await trip.publish()
    await published(scene, trip)
    await scene.stage("posting")
    await photographed(scene, trip)
    await trip.post()
    await noticed(scene, trip)
    printed = await trip.do("clerk", "/papers/application", {})
    scene.ids |= {"printed_id": printed["id"], "printed_kind": printed["kind"]}
    await scene.stage("noticed")
    await trip.do("owner2", f"/lobbies/{scene.ids['unit_id']}/reports", {})
    reported = await trip.do("clerk", "/lobby-reports", method="GET")
    scene.ids["report_id"] = reported["items"][0]["id"]
    await scene.stage("reported")
    await objected(scene, trip)
    await trip.look()
    left = trip.ends_at() - scene.city.clock()
    scene.city.clock.advance(seconds=left.total_seconds() - 3600)
    await scene.stage("ending_soon")
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


async def photographed(scene: Scene, trip: Journey) -> None:
    """A photo in which no code can be read, from the manager."""
    path = f"/lobbies/{scene.ids['lobby_token']}/evidence"
    upload = {"file": (PHOTO.name, PHOTO.content(), PHOTO.media_type)}
    _, taken = await scene.city.call("POST", path, await scene.token("manager"), files=upload)
    scene.ids["evidence_id"] = taken["evidence"]["id"]
    await scene.stage("photographed")


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
        template="progress",
        data={},
        state="dead",
        due_at=scene.city.clock(),
    )
    return str(row.id)


async def objected(scene: Scene, trip: Journey) -> None:
    """An objection in time, dismissed; one on paper, withdrawn on paper; a hold by hand."""
    clerk, reviewer = await scene.token("clerk"), await scene.token("reviewer")
    filed = await trip.do("owner5", "/objections", {"text": "费用过高"})
    scene.ids["objection_id"] = filed["objection_id"]
    await scene.stage("paused")
    path = f"/objections/{filed['objection_id']}"
    record = {"record_file_id": scene.ids["paper of clerk"]}
    await scene.city.must("POST", f"{path}/proposal", clerk, record)
    await scene.stage("proposed")
    await scene.city.must("POST", f"{path}/dismissal", reviewer, {"reason": "理由"})
    await scene.stage("dismissed")
    scene.caller = "clerk"
    drafted = await trip.do("clerk", "/paper-objections", scene.paper_objection())
    scene.ids["objection_id"] = drafted["objection_id"]
    await scene.stage("paper")
    path = drafted["objection_id"]
    await scene.city.must("POST", f"/paper-objections/{path}/confirmation", reviewer)
    letter = {"outcome": "withdrawn", "record_file_id": scene.ids["paper of clerk2"]}
    clerk2 = await scene.token("clerk2")
    entered = await scene.city.must("POST", f"/objections/{path}/endings", clerk2, letter)
    scene.ids["ending_id"] = entered["ending"]["ending_id"]
    await scene.stage("ending")
    ending = f"/objection-endings/{scene.ids['ending_id']}"
    await scene.city.must("POST", f"{ending}/confirmation", reviewer)
    await trip.do("clerk", "/hold", {"reason": "核实"})
    await scene.stage("held")
    await trip.do("reviewer", "/hold/release", {"reason": "已核实"})


async def objected_late(scene: Scene, trip: Journey) -> None:
    """An objection after the end of the notice: recorded, to be answered."""
    late = await trip.do("owner2", "/objections", {"text": "迟了"})
    scene.ids["objection_id"] = late["objection_id"]
