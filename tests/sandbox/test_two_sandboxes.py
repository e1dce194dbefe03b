"""`make demo` beside a running `make run`: neither takes the other's data."""

import fcntl
from pathlib import Path

import pytest

from sandbox.demo.main import main
from server.engines.keeper import in_use


def test_a_folder_that_nobody_uses_is_free(tmp_path: Path) -> None:
    assert not in_use(tmp_path)
    (tmp_path / "engines.lease").touch()
    assert not in_use(tmp_path)


def test_a_folder_in_use_is_refused_and_left_as_it_is(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    kept = tmp_path / "data"
    kept.write_text("kept")
    with (tmp_path / "engines.lease").open("w") as lease:
        fcntl.flock(lease, fcntl.LOCK_SH)
        assert in_use(tmp_path)
        assert main(["--dir", str(tmp_path)]) == 2
    assert kept.read_text() == "kept"
    assert str(tmp_path) in capsys.readouterr().err
