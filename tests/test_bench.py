"""The measurements run to their end, at a size that says nothing about speed."""

import os
import re
import subprocess
import sys
from pathlib import Path

from tests.databases import ROOT


def test_every_row_of_the_page_is_measured(template: str, dumps: Path) -> None:
    page = (ROOT / "docs/measurements.md").read_text()
    table = page.split("## 性能对比：make bench")[1].split("\n## ")[0]
    rows = [line.split("|")[1] for line in table.splitlines() if line.startswith("| `")]
    named = {name for row in rows for name in re.findall(r"`(\w+)`", row)}
    assert len(named) > 10, "the table of the page was found"

    done = subprocess.run(
        [sys.executable, "-m", "tests.bench"],
        cwd=ROOT,
        env={**os.environ, "BENCH": "tiny", "BENCH_DUMPS": str(dumps)},
        capture_output=True,
        text=True,
        timeout=900,
        check=False,
    )
    assert done.returncode == 0, done.stderr[-3000:]
    printed = set(re.findall(r"^bench (\w+) ", done.stdout, re.MULTILINE))
    assert named <= printed, named - printed
    assert "lost_updates=0 differences=0" in done.stdout, "the hot balances are what was moved"
    assert re.search(r"bench year_end_against_duckdb .* differences=0$", done.stdout, re.MULTILINE)
