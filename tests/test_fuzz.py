"""No input makes the server fail: random requests from the API document, and known tricks.

`DRILL_SCALE` is the share of the full count (20 a mode and operation, above 5,000 in all): 1.0 in
`make drills`, a small part in the normal run.
"""

import asyncio
import os
from collections import Counter
from collections.abc import Callable
from contextlib import suppress
from typing import Any
from urllib.parse import urlsplit
from uuid import uuid4

import httpx
import pytest
import requests
import schemathesis
from hypothesis import HealthCheck, Phase, given, reject, settings
from hypothesis import strategies as st
from hypothesis.errors import Unsatisfiable
from schemathesis import GenerationMode

from handlers.route import Upload
from models.base import sql
from rules.paperwork import PaperKind
from server.bodies import body_type, query_type
from server.operations import TABLE
from server.spec.document import api_rows, document
from tests import promised
from tests.access.row import ACCOUNTS, PERSONS
from tests.access.subjects import banking, deposits, parameters, votes
from tests.journey import Journey, photo
from tests.small_roll import STAFF
from tests.untold import amiss
from tests.world import City

EACH = max(1, round(20 * float(os.environ.get("DRILL_SCALE", "0.1"))))
MODES = (GenerationMode.POSITIVE, GenerationMode.NEGATIVE)
SECONDS_MAX = 60


@pytest.fixture
async def busy(city: City) -> City:
    """A city with a case on its notice and an objection, a bank account being reconciled, deposits
    in every state, and votes that run, so that there is something to find."""
    await banking.ids(city)
    await deposits.ids(city)
    await votes.ids(city)
    await parameters.ids(city)
    trip = await Journey.at(city, "noticed")
    await trip.do("owner5", "/objections", {"text": "费用过高"})
    return city


async def places(city: City) -> dict[str, list[str]]:
    """Ids and tokens that exist, by the name they have in paths."""
    found: dict[str, list[str]] = {}
    tables = {
        "case_id": '"case"',
        "scope_id": "scope",
        "unit_id": "unit",
        "objection_id": "objection",
        "evidence_id": "evidence",
        "file_id": "file",
        "community_id": "community",
        "building_id": "building",
        "insurer_id": "insurer",
        "binding_id": "binding",
        "appointment_id": "appointment",
        "event_id": "log_event",
        "account_id": "ledger_account",
        "bank_account_id": "bank_account",
        "statement_id": "bank_statement",
        "match_id": "bank_match",
        "reconciliation_id": "reconciliation",
        "rate_id": "benchmark_rate",
        "round_id": "placement_round",
        "offer_id": "placement_offer",
        "deposit_id": "deposit",
        "settlement_id": "settlement",
        "vote_id": "vote",
        "change_id": "parameter_change",
    }
    for name, table in tables.items():
        rows = await sql(f"SELECT id FROM {table} LIMIT 3")
        found[name] = [str(row["id"]) for row in rows]
    rows = await sql("SELECT id FROM account WHERE username = 'clerk2'")
    found["staff_id"] = [str(row["id"]) for row in rows]
    rows = await sql("SELECT token FROM lobby UNION ALL SELECT token FROM public_notice")
    found["token"] = [row["token"] for row in rows]
    found["year"] = [str(year) for year in (2024, 2025)]
    found["kind"] = [PaperKind.ACCEPTANCE, PaperKind.PLAN]
    found["tree_size"] = ["1"]
    return found


async def restored(city: City) -> dict[str, list[str]]:
    """Tokens by role, all of them good again whatever the last requests did to accounts."""
    for username, roles in STAFF.items():
        await sql(
            "UPDATE account SET disabled_at = NULL, roles = $2 WHERE username = $1",
            username,
            ",".join(roles),
        )
    await sql("UPDATE session SET revoked_at = NULL")
    tokens: dict[str, list[str]] = {}
    for key in PERSONS:
        roles = {"person", key.removeprefix("other_")}
        if key.startswith("owner") or key == "elsewhere":
            roles.add("owner")
        for role in roles:
            tokens.setdefault(role, []).append(await city.login(key))
    for key in ACCOUNTS:
        for given_role in STAFF[key]:
            tokens.setdefault(given_role, []).append(await city.staff(key))
    return tokens


class Fuzz:
    """Requests for one operation, sent from a thread while the server runs in the loop."""

    def __init__(self, city: City, known: dict[str, list[str]], session: requests.Session) -> None:
        self.city, self.known, self.session = city, known, session
        self.statuses: Counter[int] = Counter()
        self.failures: list[str] = []

    def send(self, case: Any, token: str, real: bool, pick: int) -> None:
        """One request; the answer is no failure of the server's, and one that is promised."""
        if token:
            case.headers = {**(case.headers or {}), "Authorization": f"Bearer {token}"}
        if real:
            own = {
                name: self.known[name][pick % len(self.known[name])]
                for name in case.path_parameters or {}
                if self.known.get(name)
            }
            case.path_parameters = {**(case.path_parameters or {}), **own}
        try:
            answer = case.call(
                base_url=self.city.url, session=self.session, timeout=SECONDS_MAX, verify=False
            )
        except (requests.exceptions.InvalidHeader, UnicodeError):
            reject()
        self.statuses[answer.status_code] += 1
        broken = self.broken_promise(answer)
        if answer.status_code >= 500 or broken:
            words = f"{answer.status_code} {case.as_curl_command()[:600]} {broken[:600]}"
            self.failures.append(words)

    def broken_promise(self, answer: Any) -> str:
        """What of the document this answer does not keep; nothing when all is kept."""
        asked, kind = answer.request, answer.headers.get("content-type", [""])[0]
        body, path = answer.json() if "json" in kind else answer.content, urlsplit(asked.url).path
        try:
            promised.check(asked.method, path, answer.status_code, kind, body)
        except AssertionError as broken:
            return str(broken)
        return ""

    def run(self, operation: Any, mode: GenerationMode, tokens: list[str]) -> None:
        """`EACH` requests drawn from the document: as it says, or wrong in some way."""
        drawn = given(
            operation.as_strategy(generation_mode=mode),
            st.sampled_from([*tokens, *tokens, *tokens, ""]),
            st.booleans() | st.just(True),
            st.integers(0, 5),
        )
        limited = settings(
            max_examples=EACH,
            deadline=None,
            database=None,
            derandomize=True,
            phases=[Phase.generate],
            suppress_health_check=list(HealthCheck),
        )
        # Where nothing can be wrong (no parameter, no body) there is nothing to draw.
        with suppress(Unsatisfiable):
            limited(drawn(self.send))()


async def test_random_requests_never_fail(busy: City) -> None:
    """As the document says and as it does not: no 5xx, and books and log stay whole."""
    known = await places(busy)
    schema = schemathesis.openapi.from_dict(document(api_rows(TABLE)))
    with requests.Session() as session:
        fuzz = Fuzz(busy, known, session)
        for found in schema.get_all_operations():
            operation = found.ok()
            tokens = await restored(busy)
            roles = operation.definition.raw.get("x-roles", [])
            usable = sorted({token for role in roles for token in tokens.get(role, [])})
            for mode in MODES:
                await asyncio.to_thread(fuzz.run, operation, mode, usable or [""])
    print(f"fuzz requests={fuzz.statuses.total()} statuses={dict(sorted(fuzz.statuses.items()))}")
    assert not fuzz.failures, "\n".join(fuzz.failures)
    assert fuzz.statuses.total() >= EACH * len(MODES) * 90
    assert fuzz.statuses[200], "some of it must get through"
    assert await amiss() == []
    assert (await busy.call("GET", "/public/log/head"))[0] == 200


DEEP = 100_000
BROKEN: dict[str, bytes] = {
    "nothing": b"",
    "a lone brace": b"{",
    "not UTF-8": b'{"a": "\xff\xfe"}',
    "a mark of order": b"\xef\xbb\xbf{}",
    "NUL": b'{"text": "\\u0000", "why": "\\u0000", "reason": "\\u0000"}',
    "raw NUL": b'{"text": "\x00"}',
    "a lone surrogate": b'{"text": "\\ud800", "why": "\\udfff"}',
    "not a number": b'{"amount_fen": NaN}',
    "infinity": b'{"amount_fen": Infinity, "x": -Infinity}',
    "a huge number": b'{"amount_fen": 1e400}',
    "a long number": b'{"amount_fen": ' + b"9" * 5000 + b"}",
    "deep lists": b"[" * DEEP + b"]" * DEEP,
    "deep objects": b'{"a":' * DEEP + b"1" + b"}" * DEEP,
    "too large": b'{"text": "' + b"x" * 300_000 + b'"}',
    "a list": b"[]",
    "a text": b'"x"',
    "null": b"null",
    "an unknown field": b'{"surely_unknown": 1}',
}


async def test_broken_bodies_are_refused_with_the_reason(busy: City) -> None:
    """Every operation with a body, every kind of broken body: 400 or 413 and a problem document."""
    tokens = await restored(busy)
    known = await places(busy)
    for op in TABLE:
        if op.reads or body_type(op) in (None, Upload):
            continue
        token = next((tokens[role][0] for role in sorted(op.who) if role in tokens), "")
        path = filled(op.path, lambda name: known.get(name, [str(uuid4())])[0])
        headers = {"Content-Type": "application/json"}
        if token:
            headers["Authorization"] = f"Bearer {token}"
        for name, body in BROKEN.items():
            headers["Idempotency-Key"] = uuid4().hex
            answer = await busy.http.request(op.method, path, content=body, headers=headers)
            said = f"{op.method} {op.path} with {name}: {answer.status_code} {answer.text[:200]}"
            assert answer.status_code in (400, 413), said
            assert answer.headers["content-type"] == "application/problem+json", said


def filled(path: str, value: Callable[[str], str]) -> str:
    """The path with every parameter replaced."""
    parts = [value(part[1:-1]) if part.startswith("{") else part for part in path.split("/")]
    return "/".join(parts)


ODD_PATHS = (
    "%00",
    "..%2f..%2fetc%2fpasswd",
    "..",
    "%2e%2e",
    "%ff%fe",
    "%ed%a0%80",
    "a" * 2000,
    "'; DROP TABLE account; --",
    "<script>alert(1)</script>",
    "{case_id}",
    "00000000-0000-0000-0000-00000000000g",
    "%25s%25n",
)


async def test_odd_paths_find_nothing(busy: City) -> None:
    """Ids and tokens that are none: 404, or what a page says; never more."""
    tokens = await restored(busy)
    for op in TABLE:
        if "{" not in op.path or not op.reads:
            continue
        token = next((tokens[role][0] for role in sorted(op.who) if role in tokens), "")
        headers = {"Authorization": f"Bearer {token}"} if token else {}
        for odd in ODD_PATHS:
            path = filled(op.path, lambda _, odd=odd: odd)  # type: ignore[misc]
            answer = await busy.http.request("GET", path, headers=headers)
            assert answer.status_code < 500, (op.path, odd, answer.text[:200])
            assert "<script>alert" not in answer.text, (op.path, odd)


async def test_odd_queries_are_refused(busy: City) -> None:
    """Cursors, limits and filters that are none."""
    tokens = await restored(busy)
    known = await places(busy)
    queries = (
        "after=%00&limit=1",
        "after=%ff",
        "after=../..&limit=200",
        "after=" + "9" * 400,
        "after=-1",
        "after=1.2.3",
        "after=999999999999999999.00000000000000000000000000000000",
        "after=-62135596800000001.00000000000000000000000000000000",
        "limit=0",
        "limit=-1",
        "limit=1e3",
        "limit=99999999999999999999",
        "limit=1&limit=2",
        "q=%25%27%22%5c_",
        "q=%ed%a0%80",
        "state=%00",
        "from_on=0000-00-00",
        "from_on=9999-12-31",
        "from_at=9999-12-31T23:59:59Z",
        "unknown=1",
        "=",
        "&&&",
        "%",
    )
    for op in TABLE:
        if not op.reads or query_type(op) is None:
            continue
        token = next((tokens[role][0] for role in sorted(op.who) if role in tokens), "")
        headers = {"Authorization": f"Bearer {token}"} if token else {}
        path = filled(op.path, lambda name: known.get(name, [str(uuid4())])[0])
        for query in queries:
            answer = await busy.http.request("GET", f"{path}?{query}", headers=headers)
            assert answer.status_code < 500, (op.path, query, answer.text[:200])


async def test_odd_headers_are_refused(busy: City) -> None:
    """Tokens and keys that are none."""
    token = await busy.login("owner1")
    # Some of these never reach an operation, so their answers are none that the document promises.
    async with httpx.AsyncClient(base_url=busy.url, trust_env=False) as http:
        await _odd_headers(http, token)


async def _odd_headers(http: httpx.AsyncClient, token: str) -> None:
    for odd in (
        "Bearer",
        "Basic x",
        "Bearer " + "x" * 9000,
        "Bearer k.é",
        "Bearer a b",
    ):
        answer = await http.get("/me", headers={"Authorization": odd.encode("latin-1")})
        assert answer.status_code in (400, 401, 413, 431), (odd[:20], answer.status_code)
    for key in ("", "x" * 129, "é", "a\tb"):
        answer = await http.post(
            "/logout",
            headers={"Authorization": f"Bearer {token}", "Idempotency-Key": key.encode("latin-1")},
        )
        assert answer.status_code == 400, (key[:20], answer.status_code)


NAMES = {
    "../../etc/passwd": "passwd",
    "..\\..\\windows\\win.ini": "win.ini",
    "/etc/shadow": "shadow",
    "C:\\x.jpg": "x.jpg",
    "照片.jpg": "照片.jpg",
    "a" * 500 + ".jpg": "a" * 120,
    "<script>.jpg": "script.jpg",
    "a;rm -rf.jpg": "a;rm -rf.jpg",
    "...": "",
    "": "照片.jpg",
}


async def test_names_of_files_are_only_names(busy: City) -> None:
    """No path, no markup and no line break survives in a name, and it comes back encoded."""
    token = await busy.login("owner1")
    for sent, kept in NAMES.items():
        status, answer = await busy.call(
            "POST",
            "/files",
            token,
            files={"file": (sent or "\u200b", photo(), "image/jpeg")} if sent else None,
            headers={} if sent else {"Content-Type": "image/jpeg"},
        )
        if not sent:
            assert status == 400
            continue
        assert (status, answer["sent_name"]) == (201, kept), sent
        await busy.call("GET", f"/files/{answer['id']}", token)
        assert busy.last is not None
        shown = busy.last.headers["Content-Disposition"]
        assert "/" not in shown and "\\" not in shown and "\n" not in shown
    for raw in (b"a\x00b.jpg", b"a\r\nX-Evil: 1.jpg", b'a"; x="b.jpg', b"\xff\xfe.jpg"):
        body = (
            b'--line\r\nContent-Disposition: form-data; name="file"; filename="%s"\r\n'
            b"Content-Type: image/jpeg\r\n\r\n%s\r\n--line--\r\n" % (raw, photo())
        )
        headers = {
            "Authorization": f"Bearer {token}",
            "Idempotency-Key": uuid4().hex,
            "Content-Type": "multipart/form-data; boundary=line",
        }
        answer = await busy.http.post("/files", content=body, headers=headers)
        assert answer.status_code in (201, 400), (raw, answer.text)
        assert "X-Evil" not in answer.headers
