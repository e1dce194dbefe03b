"""The whole story on Debian's server: from the roll to the payouts and the published year."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from server import supported
from server.config import Unsupported
from tests.databases import apart, statements
from tests.debian.conftest import Debian

ROOT = Path(__file__).parents[2]


def test_the_demo_comes_to_its_end(debian: Debian, migrated: str, tmp_path: Path) -> None:
    """Its own processes, its real commands: `migrate`, `serve`, `work`, `verify`."""
    done = subprocess.run(
        [sys.executable, "-m", "server", "demo", "--dir", str(tmp_path / "demo")],
        cwd=ROOT,
        env={**os.environ, "DATABASE_URL": debian.create("story", migrated)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout[-2000:] + done.stderr[-4000:]
    [line] = [line for line in done.stdout.splitlines() if line.startswith("DEMO ")]
    came_to = json.loads(line.removeprefix("DEMO "))
    assert came_to["state"] == "insured" and came_to["held_fen"] == 0
    assert came_to["paid_fen"] > 0
    for sound in ("ledger_balanced", "books_agree_with_bank", "recomputed", "recounted"):
        assert came_to[sound] is True
    requests = (tmp_path / "demo" / "serve.log").read_text().splitlines()
    pushes = [json.loads(one)["status"] for one in requests if '"take_push"' in one]
    # Later ones may be on their way while the clock is moved; WeChat sends those again.
    assert pushes[:6] == [200] * 6, "what is stamped by another clock is refused as old"


def test_a_database_that_orders_texts_by_a_language_is_refused(debian: Debian) -> None:
    """As `createdb` makes it on a machine whose language is not C, unless it is told."""
    made = (
        "CREATE DATABASE by_language OWNER jishou TEMPLATE template0 LOCALE 'C.UTF-8'"
        " LOCALE_PROVIDER icu ICU_LOCALE 'zh-Hans-CN'"
    )
    apart(statements(debian.admin_url, made))
    with pytest.raises(Unsupported) as refused:
        apart(supported.check(debian.url("by_language")))
    assert "C.UTF-8" in str(refused.value) and "\n" not in str(refused.value)
