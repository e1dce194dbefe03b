"""The examples of the API document: what the stories really sent and were really answered.

    make examples

Of every operation the fullest request, and of every kind of answer the fullest answer that a test
got is kept in `server/spec/played.json`, shortened to one item a list. Ids are numbered anew, in
order of their appearance, and whatever opens something is replaced, so that a run changes no more
of the file than the answers did.
"""

import json
import re
from collections.abc import Callable, Iterator
from typing import Any
from uuid import NAMESPACE_URL, uuid5

import httpx

from handlers.route import Operation, Upload
from server import bodies
from server.operations import TABLE
from server.spec import played
from server.spec.document import api_rows
from server.spec.schemas import answer_type, is_struct, name_of

LONGEST = 2_000
"""Of two answers the shorter one is shown when the other is longer than so many characters."""

SECRET = re.compile(r"(^|_)(token|password|secret|code|uri|nonce|totp)$|^(receipt|client_token)$")
NUMBER = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")

NOBODYS = "99990019610629761X"
"""A number of a region that there is none of, so nobody's."""

_kept: dict[str, dict[str, Any]] = {"bodies": {}, "answers": {}}


def keep(op: Operation, response: httpx.Response) -> None:
    """Remember what was sent and answered where it tells more than what is kept already."""
    if not response.is_success:
        return
    answer = answer_type(op)
    if is_struct(answer) and "json" in response.headers.get("content-type", ""):
        _better(_kept["answers"], name_of(answer), shortened(response.json(), 1))
    body = bodies.body_type(op)
    if body not in (None, Upload) and response.request.content:
        _better(_kept["bodies"], op.name, shortened(json.loads(response.request.content), 2))


def shortened(value: Any, most: int) -> Any:
    """The value with no more than the first items of each list."""
    if isinstance(value, dict):
        return {key: shortened(inner, most) for key, inner in value.items()}
    if isinstance(value, list):
        return [shortened(inner, most) for inner in value[:most]]
    return value


def _better(kept: dict[str, Any], name: str, value: Any) -> None:
    if name not in kept or _worth(value) > _worth(kept[name]):
        kept[name] = value


def _worth(value: Any) -> tuple[bool, int, str]:
    """The fullest that is not too long goes first; of equals, always the same one."""
    text = json.dumps(value, ensure_ascii=False, sort_keys=True)
    said = sum(one not in (None, "", [], {}, False) for one in leaves(value))
    return len(text) <= LONGEST, said, text


def leaves(value: Any) -> Iterator[Any]:
    """Everything in it that is no longer made of parts; what is empty itself."""
    parts = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    if not parts:
        yield value
    for inner in parts:
        yield from leaves(inner)


def write() -> None:
    """The file of examples, from what this run kept and, for what it did not meet, from before."""
    before = played.load()
    known = {name_of(answer_type(op)) for op in api_rows(TABLE) if is_struct(answer_type(op))}
    taken = {op.name for op in api_rows(TABLE)}
    found = {
        "answers": {k: v for k, v in (before["answers"] | _kept["answers"]).items() if k in known},
        "bodies": {k: v for k, v in (before["bodies"] | _kept["bodies"]).items() if k in taken},
    }
    text = json.dumps(_told(found), ensure_ascii=False, indent=1, sort_keys=True)
    played.FILE.write_text(_renumbered(text) + "\n")


def _told(value: Any, name: str = "") -> Any:
    if isinstance(value, dict):
        return {key: _told(inner, key) for key, inner in value.items()}
    if isinstance(value, list):
        return [_told(inner, name) for inner in value]
    if isinstance(value, str) and name == "id_number" and "*" not in value:
        return NOBODYS
    if isinstance(value, str) and name.endswith("phone") and value.isdigit():
        return "15400000000"
    if isinstance(value, str) and SECRET.search(name) and len(value) >= 12:
        return "example-".ljust(len(value), "x")
    return value


def _renumbered(text: str) -> str:
    numbers: dict[str, str] = {}
    number: Callable[[re.Match[str]], str] = lambda found: numbers.setdefault(  # noqa: E731
        found[0], str(uuid5(NAMESPACE_URL, f"example {len(numbers)}"))
    )
    return NUMBER.sub(number, text)
