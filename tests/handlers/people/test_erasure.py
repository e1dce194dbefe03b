"""What the law lets go goes, what it keeps is said; papers of identity have their term. R12.7."""

from datetime import timedelta
from typing import Any

import pytest
from asyncpg import RaiseError
from tortoise.exceptions import IntegrityError

from models.base import sql
from rules.privacy import Kept
from server.worker import run_due
from tests.handlers.objecting import noticed, objects, see
from tests.handlers.people.test_bindings import bind, identity
from tests.handlers.people.test_claims import claimed, decide
from tests.handlers.people.test_login import logged_in
from tests.handlers.test_files import PAPER, opens, reads, send
from tests.handlers.test_paper_kinds import stored
from tests.models.test_integrity import looked
from tests.world import City


async def told(city: City, who: str, method: str = "GET") -> tuple[int, Any]:
    return await city.call(method, "/me/erasure", await city.login(who))


async def rows(statement: str, *values: Any) -> list[dict[str, Any]]:
    return [dict(row) for row in await sql(statement, *values)]


async def astray() -> list[str]:
    """What `verify` says of rows and files, among it the papers that tests store past the door."""
    return [line for line in await looked() if line.startswith(("content:", "file:"))]


async def test_an_account_is_erased_and_what_is_kept_is_said(city: City) -> None:
    """The preview says it before; afterwards nothing leads back, and the objection stands."""
    owner = city.roll.people["owner2"]
    case = await noticed(city)
    made = await objects(city, case, "owner2")
    claim = await claimed(city, "owner2", home_id=str(city.roll.people["owner4"].homes[0]))
    _, loose = await send(city, "owner2", PAPER)
    await city.due()
    before = await rows("SELECT text FROM message WHERE to_id = $1", owner.person_id)
    assert any(row["text"] for row in before)
    found = await astray()
    _, preview = await told(city, "owner2")
    kept = {one["kind"] for one in preview["kept"]}
    assert kept == set(Kept) - {"ballots"}
    assert all(one["why"] and one["term"] for one in preview["kept"])
    status, done = await told(city, "owner2", "POST")
    assert (status, done["kept"], done["erased"]) == (200, preview["kept"], preview["erased"])
    assert preview["erased_at"] is None and done["erased_at"]
    assert (await see(city, "owner2", "/me"))[0] == 401
    (person,) = await rows("SELECT * FROM person WHERE id = $1", owner.person_id)
    assert person["openid"] == f"erased:{owner.person_id}"
    assert person["phone_cipher"] is None and person["phone_index"] is None
    bound = "SELECT 1 FROM live_bindings() WHERE person_id = $1"
    assert await rows(bound, owner.person_id) == []
    after = await rows("SELECT title, text FROM message WHERE to_id = $1", owner.person_id)
    assert len(after) == len(before) and not any(row["text"] or row["title"] for row in after)
    assert await rows("SELECT 1 FROM file WHERE id::text = $1", loose["id"]) == []
    (row,) = await rows("SELECT state FROM binding_claim WHERE id::text = $1", claim["id"])
    assert row["state"] == "withdrawn"
    (row,) = await rows("SELECT state FROM objection WHERE id::text = $1", made["objection_id"])
    assert row["state"] == "open"
    assert await astray() == found


async def test_the_same_wechat_is_somebody_new(city: City) -> None:
    """Who comes again has no home, no consent and no past, and is bound anew when it is proved."""
    owner = city.roll.people["owner2"]
    assert (await told(city, "owner2", "POST"))[0] == 200
    again = await logged_in(city, owner.openid)
    assert again["person_id"] != str(owner.person_id) and again["homes"] == []
    status, body = await bind(city, again["token"], identity(owner))
    assert (status, body["code"]) == (409, "ConsentMissing")


async def test_who_is_in_office_is_not_erased(city: City) -> None:
    """A manager with a running appointment, and the WeChat of somebody who works at the Centre."""
    assert (await told(city, "manager", "POST"))[1]["code"] == "StillInOffice"
    phone = "SELECT phone_index FROM person WHERE id = $2"
    await sql(
        f"UPDATE employee SET phone_index = ({phone}) WHERE name = $1",
        "示例clerk",
        city.roll.people["owner2"].person_id,
    )
    assert (await told(city, "owner2", "POST"))[1]["code"] == "StillInOffice"
    assert (await see(city, "owner2", "/me"))[0] == 200


async def test_papers_of_a_decided_claim_have_a_term(city: City) -> None:
    """Their bytes and key go a year after the decision; record, hash and decision stay. A paper
    that some claim still waits with stays too, and `verify` knows why one is empty."""
    claim = await claimed(city)
    waits = await claimed(city, "owner5", home_id=str(city.roll.people["owner4"].homes[0]))
    await decide(city, claim, approve=False, reason="材料不符")
    file_id = claim["files"][0]["id"]
    before = (await rows("SELECT sha256, name FROM file WHERE id::text = $1", file_id))[0]
    found = await astray()
    city.clock.advance(days=364)
    await run_due(city.world)
    assert await opens(city, "clerk", file_id) == 200
    city.clock.advance(days=2)
    await run_due(city.world)
    status, body = await reads(city, "clerk", file_id)
    assert (status, body["code"]) == (409, "PaperErased")
    status, body = await see(city, "stranger", f"/files/{file_id}")
    assert (status, body["code"]) == (409, "PaperErased")
    assert await opens(city, "clerk", waits["files"][0]["id"]) == 200
    (row,) = await rows("SELECT * FROM file WHERE id::text = $1", file_id)
    assert (row["content"], row["sealed_key"]) == (b"", None)
    assert {name: row[name] for name in before} == before
    await run_due(city.world)
    events = await rows("SELECT 1 FROM log_event WHERE kind = 'FileErased'")
    assert len(events) == 1
    assert await astray() == found


async def test_nothing_else_is_emptied(city: City) -> None:
    """By the program's own role: neither a paper of another class, nor one a second time; and
    what is emptied without an event is named."""
    money = await stored(city, "receipt")
    claim = await claimed(city)
    file_id = claim["files"][0]["id"]
    empty = "UPDATE file SET content = '', sealed_key = NULL, erased_at = $2 WHERE id::text = $1"
    now = city.clock()
    with pytest.raises(RaiseError, match="append-only"):
        await sql("UPDATE file SET content = '' WHERE id::text = $1", file_id)
    with pytest.raises(IntegrityError, match="file_erased"):
        await sql(empty, money, now)
    await sql(empty, file_id, now)
    with pytest.raises(RaiseError, match="append-only"):
        await sql(empty, file_id, now + timedelta(days=1))
    assert f"file: erased without an event: {file_id}" in await astray()
