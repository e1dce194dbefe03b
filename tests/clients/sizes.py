"""How large the clients are after minification, whole and as a page takes them along."""

import gzip
from collections.abc import Callable
from pathlib import Path

SPEC = "../../miniprogram-api-spec"
WHOLE = {
    "core.ts": f"export * from '{SPEC}/core'",
    "client.ts + core.ts": f"export * from '{SPEC}/client'; export * from '{SPEC}/core'",
    "staff.ts + core.ts": f"export * from '{SPEC}/staff'; export * from '{SPEC}/core'",
}


def sizes(folder: Path, run: Callable[..., str]) -> str:
    """A line for each: bytes minified, and compressed."""
    here = Path(__file__).parent
    lines = [_line("业主页面（page.ts）", _bundled(folder, run, here / "page.ts"))]
    for name, entry in WHOLE.items():
        source = folder / f"{name.partition(' ')[0]}"
        source.write_text(entry.replace("../..", str(here.parents[1])))
        lines.append(_line(name, _bundled(folder, run, source)))
    return "".join(lines)


def _bundled(folder: Path, run: Callable[..., str], source: Path) -> bytes:
    made = folder / f"{source.stem}.js"
    options = ("--bundle", "--minify", "--format=esm", "--target=es2017", "--log-level=warning")
    run("esbuild", source, *options, f"--outfile={made}")
    return made.read_bytes()


def _line(name: str, content: bytes) -> str:
    packed = len(gzip.compress(content, mtime=0))
    return f"{name}: {len(content):,} bytes, gzip {packed:,}\n"
