"""Heads of the log are kept by others, who sign them with keys of their own. R12.3."""

from typing import Any

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from tortoise.transactions import in_transaction

from models import log
from server import worker
from tests.databases import as_owner, statements
from tests.handlers.test_log import told
from tests.world import City

STREET = Ed25519PrivateKey.from_private_bytes(bytes(range(3, 35)))
AUDIT = Ed25519PrivateKey.from_private_bytes(bytes(range(4, 36)))


def public(key: Ed25519PrivateKey) -> str:
    return key.public_key().public_bytes_raw().hex()


async def named(city: City, who: str, key: Ed25519PrivateKey) -> str:
    """The account's party is a witness; its id."""
    sent = {
        "witness_name": f"见证单位 {who}",
        "account_id": str(city.roll.accounts[who]),
        "public_key": public(key),
    }
    made = await city.must("POST", "/log/witnesses", await city.staff("administrator"), sent)
    await agreed(city, made)
    found = (await city.must("GET", "/public/log/witnesses"))["items"]
    return str(next(one["witness_id"] for one in found if one["witness_name"].endswith(who)))


async def agreed(city: City, made: dict[str, Any]) -> None:
    path = f"/log/witness-changes/{made['id']}/confirmation"
    await city.must("POST", path, await city.staff("reviewer"))


async def signed(city: City, who: str, key: Ed25519PrivateKey, size: int = 0) -> Any:
    """The newest head, or that of a size, co-signed; the answer to it."""
    heads = (await city.must("GET", "/public/log/heads"))["items"]
    head = next(one for one in heads if not size or one["tree_size"] == size)
    body = {"witness_signature": key.sign(head["head_text"].encode()).hex()}
    path = f"/log/heads/{head['tree_size']}/witnessing"
    return await city.call("POST", path, await city.staff(who), body)


async def amiss(city: City) -> list[str]:
    async with in_transaction():
        return [one.what for one in await log.verify_log(city.world.signer.public_keys())]


async def inbox(city: City, who: str, title: str) -> list[dict[str, Any]]:
    items = (await city.must("GET", "/inbox", await city.staff(who)))["items"]
    return [one for one in items if one["title"] == title]


async def ended_once(city: City, street: str) -> None:
    """Two endings wait; the second is refused, and so is a third."""
    path = f"/log/witnesses/{street}/ending"
    reason = {"reason": "职责调整"}
    made, again = [
        await city.must("POST", path, await city.staff("administrator"), reason) for _ in range(2)
    ]
    await agreed(city, made)
    late = f"/log/witness-changes/{again['id']}/confirmation"
    told_late = await city.call("POST", late, await city.staff("reviewer"))
    assert told_late[1]["code"] == "AlreadyDecided"
    assert (await signed(city, "street", STREET))[1]["code"] == "NotAWitness"
    (ended,) = await inbox(city, "auditor", "日志见证人已终止")
    assert "职责调整" in ended["text"]
    assert (await city.call("POST", path, await city.staff("administrator"), reason))[0] == 404


@pytest.mark.usefixtures("empty_log")
async def test_a_head_is_sent_every_day_and_signed_by_its_witnesses(city: City) -> None:
    await told(city, 3)
    await worker.settle(city.world)
    assert await inbox(city, "auditor", "日志树首请见证") == [], "nobody is a witness yet"
    street = await named(city, "street", STREET)
    await named(city, "auditor", AUDIT)
    for _ in range(3):
        await worker.settle(city.world)
    for who in ("street", "auditor"):
        (sent,) = await inbox(city, who, "日志树首请见证")
    assert len(await inbox(city, "auditor", "日志见证人已登记")) == 2
    (daily,) = (await city.must("GET", "/public/log/heads?daily=true"))["items"]
    assert daily["root_hash"] in sent["text"] and daily["witnesses"] == []

    status, head = await signed(city, "street", STREET, daily["tree_size"])
    assert (status, len(head["witnesses"])) == (200, 1)
    assert (await signed(city, "street", STREET, daily["tree_size"]))[1] == head, "once"
    await signed(city, "auditor", AUDIT, daily["tree_size"])
    (daily,) = (await city.must("GET", "/public/log/heads?daily=true"))["items"]
    assert [one["witness_name"] for one in daily["witnesses"]] == [
        "见证单位 auditor",
        "见证单位 street",
    ]
    for one in daily["witnesses"]:
        key = Ed25519PublicKey.from_public_bytes(bytes.fromhex(one["public_key"]))
        key.verify(bytes.fromhex(one["witness_signature"]), daily["head_text"].encode())
    assert await amiss(city) == []

    city.clock.advance(days=1)
    await worker.settle(city.world)
    assert len(await inbox(city, "street", "日志树首请见证")) == 2, "one a day"

    await ended_once(city, street)
    found = (await city.must("GET", "/public/log/witnesses"))["items"]
    assert {(one["witness_name"][5:], bool(one["ended_at"])) for one in found} == {
        ("auditor", False),
        ("street", True),
    }
    listed = await city.must("GET", "/log/witness-changes", await city.staff("auditor"))
    states = sorted(one["state"] for one in listed["items"])
    assert states == ["confirmed"] * 3 + ["draft"]
    assert await amiss(city) == []


@pytest.mark.usefixtures("empty_log")
async def test_what_is_no_signature_of_the_head_is_refused(city: City) -> None:
    await told(city, 3)
    assert (await signed(city, "street", STREET))[1]["code"] == "NotAWitness"
    await named(city, "street", STREET)
    await told(city, 2)
    assert (await signed(city, "street", AUDIT))[1]["code"] == "SignatureWrong"
    street = await city.staff("street")
    body = {"witness_signature": "0" * 128}
    for size, code in ((999, "UnknownTreeSize"), (3, "SignatureWrong")):
        status, said = await city.call("POST", f"/log/heads/{size}/witnessing", street, body)
        assert said["code"] == code, status
    again = {"account_id": str(city.roll.accounts["street"]), "public_key": public(AUDIT)}
    for account, code in ((None, "AlreadyDecided"), ("clerk", "NotFound")):
        sent = again | {"witness_name": "另一"}
        sent |= {"account_id": str(city.roll.accounts[account])} if account else {}
        said = await city.call("POST", "/log/witnesses", await city.staff("administrator"), sent)
        assert said[1]["code"] == code


@pytest.mark.usefixtures("empty_log")
async def test_a_head_that_denies_what_was_witnessed_is_not_signed_and_found(
    city: City, database_url: str
) -> None:
    """By somebody whom no trigger stops, and who has our key: the witness's own head shows it."""
    await told(city, 3)
    await named(city, "street", STREET)
    assert (await signed(city, "street", STREET, 3))[0] == 200
    await told(city, 2)

    async def done(*texts: str) -> None:
        await statements(as_owner(database_url), *texts)

    tables = ("log_seal", "log_signature", "witnessing")
    await done(*(f"ALTER TABLE {table} DISABLE TRIGGER USER" for table in tables))
    forged = await log.sealed(3)
    assert forged is not None
    await done("UPDATE log_seal SET root_hash = sha256(root_hash) WHERE tree_size = 3")
    changed = await log.sealed(3)
    assert changed is not None
    signature = city.world.signer.sign(changed.text)[1]
    await done(f"UPDATE log_signature SET signature = '\\x{signature.hex()}' WHERE tree_size = 3")
    assert (await signed(city, "street", STREET))[1]["code"] == "HeadInconsistent"
    assert (await signed(city, "street", STREET, 3))[1]["code"] == "HeadInconsistent"
    assert set(await amiss(city)) == {"head altered", "witnessed another head"}
    root, signature = forged.root_hash, forged.signature
    await done(f"UPDATE log_seal SET root_hash = '\\x{root.hex()}' WHERE tree_size = 3")
    await done(f"UPDATE log_signature SET signature = '\\x{signature.hex()}' WHERE tree_size = 3")
    assert await amiss(city) == []
    await done("UPDATE witnessing SET tree_size = 4")
    assert await amiss(city) == ["witnessed another head"]
