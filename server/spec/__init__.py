"""`python -m server spec`: the contract with the mini-program, generated from the table.

python -m server spec            write miniprogram-api-spec/ and docs/two-people.md
python -m server spec --check    exit code 1 when the files are not what the code says, or
                                 something promised by the last release is gone
python -m server spec --release  remember this contract as the released one
"""

import argparse
from pathlib import Path
from typing import Any

import msgspec

from server import two_people
from server.operations import TABLE
from server.spec.catalogue import catalogue
from server.spec.client import clients
from server.spec.document import api_rows, document
from server.spec.promises import broken, promises

FOLDER = Path(__file__).parents[2] / "miniprogram-api-spec"
RELEASED = FOLDER / "released.json"


def files() -> dict[str, str]:
    """The files of the contract as the code has them now, by name."""
    rows = api_rows(TABLE)
    made, errors = document(rows), catalogue(rows)
    return {
        "openapi.json": pretty(made),
        "errors.json": pretty(errors),
        "../docs/two-people.md": two_people.page(),
    } | clients(made, [str(one["code"]) for one in errors])


def outdated() -> list[str]:
    """The names of files that are missing or not what the code says."""
    return [
        name
        for name, text in files().items()
        if not (FOLDER / name).exists() or (FOLDER / name).read_text() != text
    ]


def unkept() -> list[str]:
    """The promises of the last release that this code does not keep."""
    if not RELEASED.exists():
        return []
    released = msgspec.json.decode(RELEASED.read_bytes())
    return broken(released, promises(document(api_rows(TABLE))))


def pretty(value: Any) -> str:
    """JSON that reads well in a diff."""
    return msgspec.json.format(msgspec.json.encode(value), indent=1).decode() + "\n"


def main(argv: list[str]) -> int:
    """Write or check the contract; the exit code."""
    parser = argparse.ArgumentParser(prog="python -m server spec", description="接口文档")
    which = parser.add_mutually_exclusive_group()
    which.add_argument("--check", action="store_true", help="只核对，不写")
    which.add_argument("--release", action="store_true", help="记为已发布的约定")
    asked = parser.parse_args(argv)
    if asked.release:
        RELEASED.write_text(pretty(promises(document(api_rows(TABLE)))))
    if not asked.check:
        FOLDER.mkdir(exist_ok=True)
        for name, text in files().items():
            (FOLDER / name).write_text(text)
    faults = [f"{name} 与代码不一致，请运行 make spec" for name in outdated()] + unkept()
    print("\n".join(faults) if faults else "接口文档与代码一致")
    return 1 if faults else 0
