"""`python -m tests.clients`: the clients compile strictly, are small, and do what they say; the
document is one that linters and other generators accept.

Everything runs with the node and the packages that the lock files name; nothing but the sandbox of
the last check is reached. Ends with exit code 1 when a check failed, and tells how long each took.
"""

import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from sandbox.city import write_city
from sandbox.demo import scenes
from sandbox.demo.casting import cast
from sandbox.demo.play import Play
from sandbox.stage import MORNING, SEED, staged
from tests.clients.sizes import sizes

HERE = Path(__file__).parent
SPEC = HERE.parents[1] / "miniprogram-api-spec"
OPENAPI = SPEC / "openapi.json"
ENV = {
    **os.environ,
    "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}",
    "REDOCLY_TELEMETRY": "off",
    "REDOCLY_SUPPRESS_UPDATE_NOTICE": "true",
}


def run(*command: str | Path, **env: str) -> str:
    """What a program of node_modules, or node itself, writes; shown, too, when it is not content.

    Raises CalledProcessError then.
    """
    name, *rest = map(str, command)
    program = name if name == "node" else str(HERE / "node_modules" / ".bin" / name)
    done = subprocess.run(
        [program, *rest], cwd=HERE, env=ENV | env, stdout=subprocess.PIPE, text=True, check=False
    )
    if done.returncode:
        sys.stdout.write(done.stdout)
        done.check_returncode()
    return done.stdout


def compiled(_: Path) -> None:
    """Both clients, the tests of them, and the page that is drawn from the contract."""
    run("tsc", "-p", "tsconfig.json")
    run("tsc", "-p", "tsconfig.tests.json")
    run("tsc", "-p", "tsconfig.renderer.json")


def generated_elsewhere(folder: Path) -> None:
    """What openapi-typescript makes of the document compiles as strictly."""
    made = folder / "schema.d.ts"
    run("openapi-typescript", OPENAPI, "-o", made, "--default-non-nullable=false")
    project = {
        "extends": str(HERE / "tsconfig.json"),
        "compilerOptions": {"types": [], "skipLibCheck": False},
        "files": [made.name],
    }
    (folder / "tsconfig.json").write_text(json.dumps(project))
    run("tsc", "-p", folder)


def linted(_: Path) -> None:
    """No error and no warning, by either linter."""
    found = json.loads(
        run("redocly", "lint", OPENAPI, "--config", "redocly.yaml", "--format", "json")
    )
    if any(found["totals"].values()):
        sys.stdout.write(json.dumps(found["problems"], ensure_ascii=False, indent=1))
        raise subprocess.CalledProcessError(1, "redocly")
    run("spectral", "lint", OPENAPI, "-r", "spectral.yaml", "--fail-severity", "hint", "--quiet")


def measured(folder: Path) -> None:
    """Sizes after minification, and of what a page takes along."""
    sys.stdout.write(sizes(folder, run))


def tested(name: str, folder: Path, **env: str) -> None:
    """A file of tests, put together and run by node."""
    made = folder / f"{name}.mjs"
    bundle = ("--bundle", "--platform=node", "--format=esm", "--log-level=warning")
    run("esbuild", f"{name}.ts", *bundle, f"--outfile={made}")
    sys.stdout.write(run("node", "--test", "--test-timeout=300000", made, **env))


def behaves(folder: Path) -> None:
    """What is done about late, lost and unreadable answers, and what goes over `wx`."""
    tested("behaviour", folder)
    tested("transport", folder)


def drawn(folder: Path) -> None:
    """Every operation of an owner, from a page drawn from the contract, in Chromium."""
    page = folder / "renderer.js"
    bundle = ("--bundle", "--format=esm", "--target=es2022", "--log-level=warning")
    run("esbuild", "renderer.ts", *bundle, f"--outfile={page}")
    pages = (sys.executable, "-m", "pytest", "-q", HERE / "drawn_page.py")
    subprocess.run(pages, env=ENV | {"PAGE": str(page)}, check=True)


def played(folder: Path) -> None:
    """The story, over a sandbox whose crowd limit is that of production."""
    os.environ["RATE_LIMIT_SCALE"] = "1"
    with staged(folder / "sandbox") as stage:
        play = Play(stage.url, stage.control_url)
        city = write_city(folder / "sheets", SEED, MORNING.date())
        story = scenes.Story(play, city, cast(city), folder / "sheets")
        scenes.enter_staff(story)
        scenes.import_city(story)
        told = folder / "stage.json"
        told.write_text(json.dumps(_told(story, folder) | {"url": stage.url}))
        tested("story", folder, STAGE=str(told))


def _told(story: scenes.Story, folder: Path) -> dict[str, object]:
    """What the story's players need: who they are, and a photo of each lobby."""
    photos = [folder / f"{unit}.jpg" for unit in story.cast.units]
    for number, photo in enumerate(photos):
        photo.write_bytes(scenes.photo(photo.stem, 170 + number))
    people = []
    for owner in story.cast.owners:
        found = story.play.must("GET", f"/sandbox/people?role=owner&q={owner.homes[0]}")["items"]
        one = next(person for person in found if person["openid"] == owner.named.openid)
        people.append(one | {"home_id": one["homes"][0]["home_id"]})
    return {
        "owners": people,
        "manager": {"openid": story.cast.manager_openid},
        "insurer": story.cast.insurer.firm.name,
        "photos": list(map(str, photos)),
        "tokens": story.tokens,
    }


CHECKS: tuple[Callable[[Path], None], ...] = (
    compiled,
    generated_elsewhere,
    linted,
    measured,
    behaves,
    drawn,
    played,
)


def main(wanted: list[str]) -> int:
    """Every check, or those named; the exit code."""
    failed = []
    with tempfile.TemporaryDirectory(prefix="clients-") as folder:
        for check in CHECKS:
            if wanted and check.__name__ not in wanted:
                continue
            began = time.monotonic()
            try:
                check(Path(folder))
            except subprocess.CalledProcessError as error:
                failed.append(f"{check.__name__}: exit code {error.returncode}")
            seconds = time.monotonic() - began
            sys.stdout.write(f"-- {check.__name__}: {seconds:.0f} s\n")
            sys.stdout.flush()
    sys.stdout.write("".join(f"{one}\n" for one in failed))
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
