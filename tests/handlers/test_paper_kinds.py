"""Which staff read which kind of paper, and what is left of it in the log. R8.5, R8.7, R12.6."""

from hashlib import sha256
from typing import Any
from uuid import UUID

import msgspec
import pytest

from handlers.attaching import sealed_file
from models.base import sql
from models.files import File
from models.sealed import FILE_KEY
from rules.files import PAPERS
from tests.access import ACCOUNTS
from tests.handlers.test_files import PAPER, opens
from tests.world import City

DESK = {"clerk", "clerk2", "reviewer", "finance", "finance2", "auditor"}
FILES = {"clerk", "clerk2", "reviewer", "auditor"}
ROLL = {"clerk", "clerk2", "auditor"}
OBJECTIONS = dict.fromkeys(("objection", "record"), FILES)
IDENTITY = {
    "claim": ROLL,
    **dict.fromkeys(("appointment", "proxy", "representative", "service"), FILES),
}
MONEY = dict.fromkeys(("receipt", "refund", "scrapping", "advice", "fund_file"), DESK)
CASE = dict.fromkeys(
    ("authorisation", "emergency", "correction", "plan", "contract", "invoice", "payout", "policy"),
    DESK,
)
PUBLIC = {"notice_photo": DESK, "filed_rules": set(ACCOUNTS)}
NOBODYS: dict[str, set[str]] = {kind: set() for kind in ("statement", "roll", "ballot")}
IDENTITY["roll_correction"] = IDENTITY["claim"]
READERS: dict[str, set[str]] = {**OBJECTIONS, **IDENTITY, **MONEY, **CASE, **PUBLIC, **NOBODYS}
"""By kind the accounts that read a paper of it that lies in no case of theirs."""


async def stored(city: City, kind: str) -> str:
    """A stored paper of that kind; nobody's of those who ask."""
    sealed = sealed_file(city.vault, PAPER, "application/pdf", kind)
    row = await File.create(
        id=sealed.id,
        sha256=sealed.sha256,
        original_sha256=sealed.sha256,
        media_type=sealed.media_type,
        name="x.pdf",
        size=sealed.size,
        content=sealed.content,
        stored_sha256=sha256(sealed.content).digest(),
        sealed_key=sealed.key,
        file_class=PAPERS[kind].file_class,
        kind=kind,
        owner_kind="person",
        owner_id=city.roll.people["owner1"].person_id,
        created_at=city.clock(),
    )
    return str(row.id)


def test_every_kind_of_paper_has_its_readers() -> None:
    assert READERS.keys() == PAPERS.keys()


@pytest.mark.parametrize("kind", READERS)
async def test_a_paper_is_read_by_those_who_need_it(city: City, kind: str) -> None:
    file_id = await stored(city, kind)
    read = {who for who in ACCOUNTS if await opens(city, who, file_id) == 200}
    assert read == READERS[kind]
    events = await sql("SELECT actor_id, body, why FROM log_event WHERE kind = 'FileRead'")
    assert {row["actor_id"] for row in events} == {city.roll.accounts[who] for who in read}
    for row in events:
        told = {"kind": kind, "class": PAPERS[kind].file_class.value}
        assert msgspec.json.decode(row["body"]) == told
        assert row["why"] == "核对材料"
    assert await opens(city, "owner1", file_id) == (404 if kind == "ballot" else 200)
    assert await opens(city, "owner2", file_id) == (200 if kind == "filed_rules" else 404)


@pytest.mark.parametrize("kind", ["claim", "receipt", "contract", "objection"])
async def test_a_sealed_paper_is_no_plain_read(city: City, kind: str) -> None:
    """Nothing is recorded of a GET, so none shows it to staff."""
    file_id = await stored(city, kind)
    status, body = await city.call("GET", f"/files/{file_id}", await city.staff("clerk"))
    assert (status, body["code"]) == (409, "FileSealed")
    status, body = await city.call(
        "POST", f"/files/{file_id}/reading", await city.staff("clerk"), {"reason": " "}
    )
    assert (status, body["code"]) == (400, "Malformed")
    assert await sql("SELECT 1 FROM log_event WHERE kind = 'FileRead'") == []


async def test_a_ticket_is_one_persons_for_one_paper_once(city: City) -> None:
    """A phone only gets: the reason and the record are the POST's, and what it gave is of no use
    to anybody else, for another paper, a second time, or after a minute. R12.6."""
    file_id, other = await stored(city, "claim"), await stored(city, "claim")
    clerk, why = await city.staff("clerk"), {"reason": "核对材料"}

    async def ticket() -> str:
        made = await city.must("POST", f"/files/{file_id}/reading", clerk, why)
        return f"?ticket={made['ticket']}"

    first = await ticket()
    for who, path in (("clerk2", file_id), ("clerk", other)):
        status, told = await city.call("GET", f"/files/{path}{first}", await city.staff(who))
        assert (status, told["code"]) == (409, "FileSealed"), (who, path)
    assert (await city.call("GET", f"/files/{file_id}{first}"))[0] == 401
    assert (await city.call("GET", f"/files/{file_id}{first}", clerk)) == (200, PAPER)
    assert (await city.call("GET", f"/files/{file_id}{first}", clerk))[0] == 409
    late = await ticket()
    city.clock.advance(seconds=60)
    assert (await city.call("GET", f"/files/{file_id}{late}", clerk))[0] == 409
    assert len(await sql("SELECT 1 FROM log_event WHERE kind = 'FileRead'")) == 2


def opened(city: City, row: dict[str, Any], file_id: UUID, name: str) -> bytes:
    """What the stored content opens to as that file of that class."""
    about = FILE_KEY.of(f"{file_id}:{name}")
    return city.vault.open_file(row["content"], file_id, row["sealed_key"], about)


async def test_what_is_stored_says_nothing(city: City) -> None:
    """R12.4: sealed for its class and its row; a writer of the database cannot move it."""
    first, second = await stored(city, "claim"), await stored(city, "claim")
    rows = await sql(
        "SELECT id, class, sealed_key, content FROM file WHERE id::text = ANY($1)", [first]
    )
    row = rows[0]
    assert b"PDF" not in row["content"] and b"PDF" not in row["sealed_key"]
    assert opened(city, row, row["id"], "identity") == PAPER
    for file_id, name in ((second, "identity"), (first, "case")):
        with pytest.raises(LookupError):
            opened(city, row, UUID(file_id), name)
