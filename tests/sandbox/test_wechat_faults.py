"""The emulated WeChat on bad days, its clock and its journal, and the whole as a process."""

import json
import signal
import subprocess
import sys
from pathlib import Path

import httpx
import pytest

from notify.templates import TASK
from sandbox.wechat import sandbox_template_id
from tests.wechat import DATA, PERSON, SEND, Control, HandClock, Service

LOGIN = "/sns/jscode2session"
ONCE = sandbox_template_id(TASK.name)

# --- quotas, faults, clock, journal


async def test_quotas_by_minute_and_day(
    service: Service, control: Control, clock: HandClock
) -> None:
    await control.post("/settings", limits={SEND: {"per_minute": 2, "per_day": 3}})
    codes = [(await service.send())["errcode"] for _ in range(3)]
    clock.advance(minutes=1)
    codes += [(await service.send())["errcode"] for _ in range(1)]
    assert codes == [43101, 43101, 45011, 43101]
    clock.advance(minutes=1)
    assert (await service.send())["errcode"] == 45009
    clock.advance(hours=20)
    service.token = (await service.stable())["access_token"]
    assert (await service.send())["errcode"] == 43101


async def test_faults_are_used_up_cleared_and_shown(service: Service, control: Control) -> None:
    await control.fault(SEND, "errcode:-1", 2)
    await control.fault(SEND, "40001 forever")
    codes = [(await service.send())["errcode"] for _ in range(5)]
    assert codes == [-1, -1, 40001, 40001, 40001]
    (left,) = (await control.get("/faults"))["faults"]
    assert left == {"path": SEND, "fault": "errcode:40001", "after": False, "times": None}
    await control.http.delete("/faults", params={"path": SEND})
    assert (await service.send())["errcode"] == 43101
    wrong = await control.http.post("/faults", json={"path": SEND, "fault": "sulk"})
    assert wrong.status_code == 400


async def test_each_fault_on_the_wire(service: Service, control: Control) -> None:
    await control.fault(SEND, "drop")
    with pytest.raises(httpx.RemoteProtocolError):
        await service.send()
    await control.fault(SEND, "stall")
    with pytest.raises(httpx.ReadTimeout):
        await service.http.post(SEND, timeout=0.1)
    await control.fault(SEND, "http500")
    assert (await service.http.post(SEND)).status_code == 500
    await control.fault(SEND, "garbage")
    assert b"garbage" in (await service.http.post(SEND)).content
    await control.fault("*", "wrong content type")
    answer = await service.http.post(SEND, params={"access_token": service.token}, json={})
    assert answer.headers["content-type"].startswith("text/html")
    assert answer.json()["errcode"] == 40003


async def test_after_means_that_it_happened(service: Service, control: Control) -> None:
    await control.post("/consents", openid=PERSON, template_ids=[ONCE])
    await control.fault(SEND, "drop after")
    with pytest.raises(httpx.RemoteProtocolError):
        await service.send()
    assert len((await control.get("/messages"))["messages"]) == 1
    assert (await service.send())["errcode"] == 43101


async def test_the_clock_can_be_pushed(service: Service, control: Control) -> None:
    for order, now in (
        ({"now": "2026-02-08T09:00:00+08:00"}, "2026-02-08T09:00:00+08:00"),
        ({"advance_seconds": 60}, "2026-02-08T09:01:00+08:00"),
        ({"offset_seconds": 0}, "2025-09-26T10:00:00+08:00"),
    ):
        assert await control.post("/clock", **order) == {"now": now}
    assert (await control.http.post("/clock", json={"now": "2026-02-08T09:00"})).status_code == 400


async def test_the_journal_tells_all(service: Service, control: Control) -> None:
    await service.send(colour="red", data=DATA | {"thing9": {"value": "x"}})
    (entry,) = await control.calls(SEND)
    assert entry["method"] == "POST"
    assert entry["at"] == "2025-09-26T10:00:00+08:00"
    assert entry["body"]["touser"] == PERSON
    assert entry["unknown"] == ["colour", "data.thing9"]
    assert entry["status"] == 200
    assert entry["answer"]["errcode"] == 43101
    page = await control.get("/journal", since=entry["n"])
    assert page == {"entries": [], "last": entry["n"]}
    await control.http.delete("/journal")
    assert await control.calls() == []


async def test_addresses_it_does_not_have(service: Service, control: Control) -> None:
    assert (await service.http.get("/cgi-bin/user/get")).status_code == 404
    assert (await control.http.get("/nothing")).status_code == 404
    assert (await control.http.post("/codes", content=b"{")).status_code == 400
    assert (await control.http.post("/codes", json={})).status_code == 400


# --- in a process of its own


def test_as_a_process(tmp_path: Path) -> None:
    journal = tmp_path / "journal.jsonl"
    command = [sys.executable, "-m", "sandbox.wechat", "--journal", str(journal)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        addresses = json.loads(process.stdout.readline())
        answer = httpx.get(addresses["url"] + LOGIN, trust_env=False, verify=False)
        assert answer.json()["errcode"] == 41002
        health = httpx.get(addresses["control_url"] + "/health", trust_env=False, verify=False)
        assert health.status_code == 200
        process.send_signal(signal.SIGTERM)
        assert process.wait(timeout=60) == 0
    (entry,) = [json.loads(line) for line in journal.read_text("utf-8").splitlines()]
    assert (entry["path"], entry["answer"]["errcode"]) == (LOGIN, 41002)
