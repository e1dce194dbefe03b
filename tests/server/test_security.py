"""The security log says who, from where, when and how it ended, and names nobody. R12.7."""

import json
import logging
import socket
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any, Literal
from uuid import uuid4

import pytest
import structlog

from handlers.people.forgetting import LOGS_KEPT
from handlers.route import NOBODY
from models.base import sql
from rules.people import Role
from rules.refusals.asking import TemporarilyUnavailable
from server import security
from server.config import Misconfigured, Settings
from server.limits import origin
from server.operations import TABLE
from tests.world import City

WRONG = {"username": "Nobody.Here", "password": "wrong password 99", "totp": "000000"}


@pytest.fixture(autouse=True)
def nothing_waits() -> None:
    """What earlier tests of this process left is not written into this one's table."""
    security._waiting.clear()


@pytest.fixture
def lines(tmp_path: Path) -> Iterator[Path]:
    """The file that the lines of the security log go to."""
    path = tmp_path / "security.log"
    security.configure(str(path))
    yield path
    security.configure("")


async def logged(city: City, query: str = "", who: str = "auditor") -> list[dict[str, Any]]:
    """What the log shows, the newest first."""
    await security.flush()
    page = await city.must("GET", f"/security-events?{query}", await city.staff(who))
    items: list[dict[str, Any]] = page["items"]
    return items


async def test_a_failed_login_says_who_was_tried_and_from_where(city: City, lines: Path) -> None:
    """Of a username that is nobody's only the keyed hash; of an account its id."""
    assert (await city.call("POST", "/staff/login", "", WRONG))[0] == 401
    city.clock.advance(seconds=1)
    known = WRONG | {"username": "clerk"}
    assert (await city.call("POST", "/staff/login", "", known))[0] == 401
    found = await logged(city, "kind=login&refused=true")
    assert [(one["status"], one["refusal"]) for one in found] == [(401, "WrongCredentials")] * 2
    assert found[0]["actor_id"] == str(city.roll.accounts["clerk"]) and not found[1]["actor_id"]
    assert {one["address"] for one in found} == {"127.0.0.1"} and found[1]["about"]
    (one,) = await logged(city, "username=nobody.here")
    assert one["about"] == found[1]["about"]
    told = lines.read_text()
    written = [json.loads(line) for line in told.splitlines()]
    assert {one["operation"] for one in written} >= {"log_in_staff"}
    assert "obody" not in told and "wrong" not in told
    assert "obody" not in str(await sql("SELECT * FROM security_event"))


async def test_refusals_have_their_actor(city: City) -> None:
    """401 without one, 403 and 429 with whoever it was."""
    assert (await city.call("GET", "/desk", ""))[0] == 401
    assert (await city.call("GET", "/security-events", await city.staff("clerk")))[0] == 403
    found = sorted(await logged(city, "kind=refused"), key=lambda one: -one["status"])
    assert [(one["status"], one["actor_kind"]) for one in found] == [
        (403, "account"),
        (401, "public"),
    ]
    assert found[0]["actor_id"] == str(city.roll.accounts["clerk"])


async def test_exports_of_staff_are_kept_and_public_reads_are_not(city: City) -> None:
    await city.must("GET", "/deliveries.xlsx", await city.staff("auditor"))
    await city.must("GET", "/public/log/head")
    await city.must("GET", "/deliveries", await city.staff("auditor"))
    found = await logged(city, "", "administrator")
    assert [(one["kind"], one["operation"]) for one in found] == [
        ("export", "list_deliveries_xlsx")
    ]
    assert found[0]["username"] == "auditor"


async def test_each_look_says_who_and_from_where(city: City) -> None:
    """An owner's own papers and figures as well as what staff unmask and take away."""
    owner, clerk = city.roll.people["owner1"], city.roll.accounts["clerk"]
    paper = await city.paper("owner1")
    await city.must("GET", f"/files/{paper}", await city.login("owner1"))
    await city.must("GET", "/me/data", await city.login("owner1"))
    path, why = f"/objections/{uuid4()}/unmasking", {"reason": "核对"}
    assert (await city.call("POST", path, await city.staff("clerk"), why))[0] == 404
    await city.must("GET", "/cases.csv", await city.staff("clerk"))
    found = {one["operation"]: one for one in await logged(city)}
    kinds = {name: (one["kind"], one["actor_id"]) for name, one in found.items()}
    assert kinds == {
        "download_file": ("paper", str(owner.person_id)),
        "download_own_data": ("export", str(owner.person_id)),
        "unmask_objector": ("unmask", str(clerk)),
        "list_cases_csv": ("export", str(clerk)),
    }
    assert {one["address"] for one in found.values()} == {"127.0.0.1"}


async def test_a_request_says_who_asked_and_from_what_kind_of_place(city: City) -> None:
    """Not whence: that is for the security log alone. R12.2, R12.7."""
    token = await city.staff("clerk")
    with structlog.testing.capture_logs() as lines:
        await city.call("POST", "/inbox/read-all", token)
        await city.call("GET", "/desk", "")
    told = [(one["actor"], one["origin"]) for one in lines if one["event"] == "request"]
    assert told == [(f"account:{city.roll.accounts['clerk']}", "loopback"), ("public", "loopback")]
    assert "127.0.0.1" not in str(lines)
    assert [origin(one) for one in ("10.1.2.3", "240e::1", "8.8.8.8", "unknown")] == [
        *("private", "internet", "internet", "")
    ]


async def test_it_forgets_after_half_a_year(city: City) -> None:
    """Kept at least 190 days, then gone."""
    await city.call("POST", "/staff/login", "", WRONG)
    assert len(await logged(city, "kind=login")) == 1
    city.clock.advance(days=LOGS_KEPT.days)
    await city.due()
    assert await sql("SELECT 1 FROM security_event WHERE kind = 'login'")
    city.clock.advance(hours=1)
    await city.due()
    assert not await sql("SELECT 1 FROM security_event WHERE kind = 'login'")


async def test_what_the_database_does_not_take_waits(
    city: City, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def away(events: Any) -> None:
        raise ConnectionError

    await city.call("POST", "/staff/login", "", WRONG)
    with monkeypatch.context() as patched:
        patched.setattr("models.security.keep", away)
        with pytest.raises(TemporarilyUnavailable):
            await security.flush()
    assert len(await logged(city, "kind=login")) == 1


def test_it_leaves_the_host_by_syslog() -> None:
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as server:
        server.bind(("127.0.0.1", 0))
        server.settimeout(10)
        security.configure(f"syslog://127.0.0.1:{server.getsockname()[1]}")
        try:
            logging.getLogger("security").info('{"event": "security"}')
            assert b'{"event": "security"}' in server.recv(4096)
        finally:
            security.configure("")


@pytest.mark.parametrize("target", ["relative/file", "http://x"])
def test_another_target_is_refused(tmp_path: Path, target: str) -> None:
    with pytest.raises(Misconfigured, match="SECURITY_LOG"):
        Settings.load({"VAR_DIR": str(tmp_path), "SECURITY_LOG": target})


@pytest.mark.parametrize("who", ["account", "person"])
def test_what_is_guarded_is_kept(who: Literal["account", "person"]) -> None:
    """Whatever shows what is hidden, gives a file that is not everybody's, or changes who may come
    in has its kind, whoever does it; pictures of posters and what is public have none."""
    for op in TABLE:
        kind = security.kind_of(op, replace(NOBODY, kind=who), 200)
        if "unmask" in op.name or op.path.endswith("/unmasking"):
            assert kind == "unmask", op.name
        elif op.path.startswith("/files/") or op.path.endswith("/reading"):
            assert kind == "paper", op.name
        elif op.name in security.LOGINS:
            assert kind == "login", op.name
        elif not op.reads and op.path.startswith(("/staff/", "/login-changes", "/binding")):
            assert kind == "account", op.name
        elif op.reads and Role.PUBLIC in op.who:
            assert not kind, op.name
        elif op.reads and op.blob and op.blob[0] not in ("image/png", "image/jpeg"):
            assert kind == "export", op.name
        elif op.reads:
            assert not kind, op.name
    assert {op.name for op in TABLE} >= security.LOGINS
    assert timedelta(days=190) <= LOGS_KEPT
