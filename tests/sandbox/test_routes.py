"""What a sandbox offers: people to log in as, staff with tokens, login codes, a clock to move."""

from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import msgspec
import pytest

from handlers.route import NOBODY, Operation, Page
from rules.days import BEIJING
from rules.people import Role
from rules.refusals.asking import Malformed, WechatUnavailable
from sandbox import clock, routes
from sandbox.people import playable
from sandbox.routes import ClockSet, CodeWanted, PeopleQuery, Rows
from server import auth, door
from server.operations import TABLE
from tests.world import City


class Sandbox:
    """The sandbox's rows over a running application, asked as the application asks them."""

    def __init__(self, city: City, var_dir: Path) -> None:
        self.city = city
        self.rows = Rows(city.world, var_dir, city.emulator.control_url)
        self.table = {(op.method, op.path): op for op in routes.operations(self.rows)}

    async def ask(self, method: str, path: str, **args: Any) -> Any:
        op: Operation = self.table[method, path]
        at, world = door.now(), self.city.world
        if op.reads:
            return await door.read(op, NOBODY, at, world, "", args)
        reply = await door.write(op, NOBODY, at, world, "", args, "", b"")
        return msgspec.json.decode(reply.body)


@pytest.fixture
async def sandbox(city: City, tmp_path: Path) -> Sandbox:
    await city.emulator.steer()
    return Sandbox(city, tmp_path)


def test_none_of_it_is_in_the_table_of_operations() -> None:
    assert not [op.path for op in TABLE if op.path.startswith("/sandbox")]


async def test_people_of_every_role_with_all_that_binding_asks(sandbox: Sandbox) -> None:
    roles = {one.role for one in playable()}
    assert roles == {"manager", "independent", "committee", "owner"}
    first = await sandbox.ask("GET", "/sandbox/people", query=PeopleQuery(limit=200))
    assert len(first.items) == 200 and first.next
    beginning = await sandbox.ask("GET", "/sandbox/people", query=PeopleQuery(after="", count=True))
    assert beginning.items == first.items[:50] and beginning.total == len(playable())
    owners = await sandbox.ask("GET", "/sandbox/people", query=PeopleQuery(role="owner", limit=3))
    assert all(one.homes and one.id_number and one.phone for one in owners.items)
    home = owners.items[0].homes[0].code
    there = await sandbox.ask("GET", "/sandbox/people", query=PeopleQuery(q=home))
    assert owners.items[0].openid in [one.openid for one in there.items]
    seen, after = set(), ""
    while True:
        query = PeopleQuery(limit=200, after=after)
        page = await sandbox.ask("GET", "/sandbox/people", query=query)
        seen |= {one.openid for one in page.items}
        if not page.next:
            break
        after = page.next
    assert len(seen) == len(playable())


async def test_staff_have_working_tokens_once_and_for_long(sandbox: Sandbox) -> None:
    staff = (await sandbox.ask("GET", "/sandbox/staff", query=Page())).items
    roles = [role for one in staff for role in one.roles]
    assert min(roles.count(role) for role in ("clerk", "reviewer", "finance")) >= 2
    assert {"auditor", "administrator", "bureau", "insurer"} <= set(roles)
    again = Rows(sandbox.city.world, sandbox.rows.var_dir, "")
    await again.seed.ensure()
    assert [one.token for one in again.seed.staff()] == [one.token for one in staff]
    later = door.now() + timedelta(days=300)
    for one in staff:
        who = await auth.principal(f"Bearer {one.token}", later, sandbox.city.world.secrets)
        assert Role(one.roles[0]) in who.roles
        assert (who.insurer_id is not None) == ("insurer" in one.roles)
    mode = sandbox.rows.seed.path.stat().st_mode & 0o777
    assert mode == 0o600


async def test_a_code_of_anybodys_logs_in(sandbox: Sandbox) -> None:
    person = playable()[-1]
    body = CodeWanted(openid=person.named.openid)
    made = await sandbox.ask("POST", "/sandbox/wechat/code", body=body)
    session = await sandbox.city.must("POST", "/login", json={"code": made["code"]})
    assert session["token"]
    assert made["phone_code"]
    phone = await sandbox.city.must(
        "POST", "/me/phone", session["token"], {"code": made["phone_code"]}
    )
    assert person.named.phone[-4:] in str(phone)


async def test_without_an_emulator_there_is_no_code(city: City, tmp_path: Path) -> None:
    rows = Rows(city.world, tmp_path, "")
    with pytest.raises(WechatUnavailable):
        await rows.new_code(city.context(), CodeWanted(openid="o1"))


async def test_the_clock_moves_for_everybody(
    sandbox: Sandbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = clock.offset_in(sandbox.rows.var_dir)
    monkeypatch.setattr(door, "now", lambda: door.host_now() + other())
    moment = datetime(2026, 2, 8, 9, 0, tzinfo=BEIJING)
    view = await sandbox.ask("POST", "/sandbox/clock", body=ClockSet(now=moment))
    assert abs(datetime.fromisoformat(view["now"]) - moment) < timedelta(minutes=1)
    assert view["now"].endswith("+08:00")
    before = other()
    await sandbox.ask("POST", "/sandbox/clock", body=ClockSet(advance_seconds=86_400))
    assert other() - before == timedelta(days=1)
    shown = await sandbox.ask("GET", "/sandbox/clock")
    assert abs(shown.now - moment - timedelta(days=1)) < timedelta(minutes=1)


async def test_a_clock_that_is_set_back_says_what_stays(
    sandbox: Sandbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = clock.offset_in(sandbox.rows.var_dir)
    monkeypatch.setattr(door, "now", lambda: door.host_now() + other())
    moment = datetime(2026, 2, 8, 9, 0, tzinfo=BEIJING)
    await sandbox.ask("POST", "/sandbox/clock", body=ClockSet(now=moment))
    on = await sandbox.ask("POST", "/sandbox/clock", body=ClockSet(advance_seconds=3600))
    assert not [one for one in on["warnings"] if "往回拨" in one]
    back = await sandbox.ask("POST", "/sandbox/clock", body=ClockSet(advance_seconds=-86_400))
    [warning] = [one for one in back["warnings"] if "往回拨" in one]
    assert "从 2026-02-08 10:00 往回拨到了 2026-02-07 10:00" in warning
    assert "不会撤销" in warning and "make run" in warning


async def test_a_move_does_what_fell_due(sandbox: Sandbox) -> None:
    content = "小区编号,小区名称,街道,物业服务企业\nC1,听溪苑,示例街道,示例物业\n"
    token = await sandbox.city.staff("clerk")
    status, made = await sandbox.city.call(
        "POST", "/imports", token, files={"file": ("小区.csv", content.encode(), "text/csv")}
    )
    assert status == 201
    view = await sandbox.ask("POST", "/sandbox/clock", body=ClockSet(advance_seconds=60))
    assert view["done"] >= 1
    found = await sandbox.city.must("GET", f"/imports/{made['id']}", token)
    assert found["state"] == "ready"


@pytest.mark.parametrize(
    "body", [ClockSet(), ClockSet(now=datetime(2026, 1, 1, tzinfo=BEIJING), advance_seconds=1)]
)
async def test_the_clock_is_told_one_thing(sandbox: Sandbox, body: ClockSet) -> None:
    with pytest.raises(Malformed):
        await sandbox.ask("POST", "/sandbox/clock", body=body)


def test_a_new_clock_stands_at_its_start_and_an_old_one_goes_on(tmp_path: Path) -> None:
    start = datetime(2026, 3, 2, 9, 0, tzinfo=BEIJING)
    offset = clock.offset_in(tmp_path)
    assert offset() == timedelta()
    clock.begin(tmp_path, start)
    assert abs(door.host_now() + offset() - start) < timedelta(minutes=1)
    clock.advance(tmp_path, timedelta(days=8))
    clock.begin(tmp_path, start)
    assert abs(door.host_now() + offset() - start - timedelta(days=8)) < timedelta(minutes=1)
