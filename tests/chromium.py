"""Debian's Chromium for tests that look at pages."""

import shutil
from pathlib import Path
from typing import Any

from papers.drawing.fonts import SOURCE

FLAGS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


def chromium_in(home: Path) -> dict[str, Any]:
    """How to start it, with a Chinese typeface from this folder: widths are those people see."""
    (home / "fonts.conf").write_text(
        f"<?xml version='1.0'?><fontconfig><dir>{home}</dir>"
        f"<cachedir>{home}/cache</cachedir></fontconfig>"
    )
    shutil.copy(SOURCE, home / "font.ttf")
    program = shutil.which("chromium")
    assert program, "Debian's chromium package is needed for these tests"
    return {
        "executable_path": program,
        "args": FLAGS,
        "env": {"FONTCONFIG_FILE": f"{home}/fonts.conf", "HOME": f"{home}", "PATH": "/usr/bin"},
    }
