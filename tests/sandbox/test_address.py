"""Where a sandbox answers: fixed ports, a host for phones, and what is said when they are taken."""

from pathlib import Path

import pytest

from sandbox import stage
from sandbox.demo.main import main
from sandbox.stage import LOOPBACK, Ports


def test_three_ports_that_follow_each_other() -> None:
    assert Ports.fixed("0.0.0.0", 8000) == Ports("0.0.0.0", 8000, 8001, 8002)


def test_ports_of_its_own_are_free() -> None:
    assert Ports.anywhere().taken() == ""


def test_a_port_that_is_taken_is_named_with_the_way_out(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    with stage.listening(LOOPBACK, 0) as other:
        port = other.getsockname()[1]
        monkeypatch.setenv("PORT", str(port))
        assert main(["--stay", "--dir", str(tmp_path / "run")]) == 2
    told = capsys.readouterr().err
    assert f"端口 {port} 已被" in told and f"make run PORT={port + 100}" in told
    assert not (tmp_path / "run").exists()


@pytest.mark.parametrize(
    ("host", "port", "said"),
    [
        (LOOPBACK, "eighty", "PORT 应为数字"),
        (LOOPBACK, "70000", "端口 70000 不存在"),
        ("192.0.2.7", "8000", "请检查 HOST"),
    ],
)
def test_an_address_that_is_none_is_said_so(
    host: str, port: str, said: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = str(tmp_path / "run")
    assert main(["--stay", "--dir", folder, "--host", host, "--port", port]) == 2
    assert said in capsys.readouterr().err


@pytest.mark.parametrize(
    ("host", "url"),
    [
        ("127.0.0.1", "http://127.0.0.1:8000"),
        ("192.168.1.20", "http://192.168.1.20:8000"),
        ("0.0.0.0", "http://127.0.0.1:8000"),
        ("::", "http://[::1]:8000"),
    ],
)
def test_this_machine_reaches_it(host: str, url: str) -> None:
    assert stage.local_url(host, 8000) == url


def test_a_phone_is_given_the_address_of_this_machine_in_its_network(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    assert stage.reachable_url("192.168.1.20", 8000) == "http://192.168.1.20:8000"
    found = stage.reachable_url("0.0.0.0", 8000)
    assert found.startswith("http://") and found.endswith(":8000") and "0.0.0.0" not in found
