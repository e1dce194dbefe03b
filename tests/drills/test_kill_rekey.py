"""Keys are changed under load, and whoever changes them is killed again and again. R12.4."""

import asyncio
import base64
import secrets
from collections.abc import Callable
from random import Random
from uuid import UUID, uuid4

import httpx

from models.ids import new_id
from models.sealed import OWNER_ID, PERSON_PHONE
from sandbox.wechat.world import Code
from server.config import Keyring, Settings
from server.vault import Vault
from tests.drills.arena import rounds
from tests.drills.stand import Stand

OWNERS = 1500


def shown(ring: Keyring) -> str:
    """The ring as the environment has it."""
    return ",".join(f"{kid}:{base64.b64encode(key).decode()}" for kid, key in ring.keys)


def rotate(stand: Stand) -> tuple[Vault, Vault]:
    """New keys come first in what processes are told from now on; the vault with all keys, and
    the one with the new ones alone."""
    settings = Settings.load(stand.env)
    ids, indexes = (
        Keyring(((name, secrets.token_bytes(32)), *ring.keys))
        for name, ring in (("newid", settings.id_keys), ("newix", settings.index_keys))
    )
    stand.env |= {"ID_KEYS": shown(ids), "INDEX_KEYS": shown(indexes)}
    every = Vault(settings.id_keys, settings.index_keys, settings.token_keys)
    new = Vault(Keyring(ids.keys[:1]), Keyring(indexes.keys[:1]), settings.token_keys)
    return every, new


async def many_owners(stand: Stand, vault: Vault) -> dict[UUID, str]:
    """Owners enough for several batches, sealed under the old keys; each with its number."""
    known = {new_id(): f"4331{n:014d}" for n in range(OWNERS)}
    await stand.db.executemany(
        "INSERT INTO owner (id, name, name_key, id_kind, id_cipher, id_index)"
        " VALUES ($1, '示例', '示例', 'resident', $2, $3)",
        [
            (one, vault.encrypt(number, OWNER_ID.of(one)), vault.blind_index(number))
            for one, number in known.items()
        ],
    )
    return known


async def phones(stand: Stand, sets: int) -> list[str]:
    """The person's phone is changed and read, over and over; what it was each time."""
    wechat, said = stand.emulator.world, []
    openid = stand.roll.people["owner1"].openid
    for n in range(sets):
        number = f"139{n:08d}"
        code = wechat.new_code(wechat.phone_codes, Code(openid, wechat.now(), phone=number))
        status, _, _ = await stand.insist(
            "POST", "/me/phone", stand.tokens["owner1"], {"code": code}, uuid4().hex
        )
        assert status == 200
        status, me = await stand.ask("GET", "/me", stand.tokens["owner1"])
        assert status == 200 and me["phone"][-4:] == number[-4:]
        said.append(number)
    return said


async def test_killed_while_keys_change(stand: Stand, figure: Callable[[str], None]) -> None:
    """It goes on where it was; reads and writes meanwhile are right; the old keys may go."""
    old, new = rotate(stand)
    known = await many_owners(stand, old)
    await stand.serve()
    chance, kills = Random(20251201), rounds(40, least=3)
    telling = asyncio.create_task(phones(stand, rounds(400, least=12)))
    for _ in range(kills):
        process = await stand.start("rekey")
        await asyncio.sleep(chance.uniform(0.8, 4.0))
        if process.returncode is None:
            process.kill()
        await process.wait()
    said = await telling
    process = await stand.start("rekey")
    assert await process.wait() == 0, (stand.folder / "rekey.log").read_text()[-2000:]
    for row in await stand.sql("SELECT id, id_cipher, id_index FROM owner WHERE name = '示例'"):
        assert new.decrypt(row["id_cipher"], OWNER_ID.of(row["id"])) == known[row["id"]]
        assert row["id_index"] == new.blind_index(known[row["id"]])
    person_id = stand.roll.people["owner1"].person_id
    (row,) = await stand.sql(
        "SELECT phone_cipher, phone_index FROM person WHERE id = $1", person_id
    )
    assert new.decrypt(row["phone_cipher"], PERSON_PHONE.of(person_id)) == said[-1]
    assert row["phone_index"] == new.blind_index(f"phone:{said[-1]}")
    async with httpx.AsyncClient(base_url=stand.url, trust_env=False) as http:
        assert (await http.get("/health")).status_code == 200
    figure(f"changing keys of {OWNERS} owners: killed {kills} times, {len(said)} writes meanwhile")
