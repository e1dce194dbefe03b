"""Keys rotate while the system serves; what is sealed opens in its own place alone. R12.4."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import permutations

import pytest

from models import sealed
from models.base import sql
from models.people.persons import Person
from models.sealed import EMPLOYEE_ID, OWNER_ID, OWNER_PHONE, PERSON_PHONE
from server import rekey
from server.config import Keyring, Settings
from server.rekey import Rekeying
from server.runtime import build
from server.vault import Vault
from tests.handlers.votes.polling import casts, opened
from tests.world import City

NO_TEXTS = {
    "account.invite_hash": "a keyed hash",
    "answered.fingerprint": "a keyed hash, kept as long as the answer",
    "bank_layout.titles_sha256": "a hash",
    "bank_line.digest": "a hash",
    "face_check.papers_index": "a keyed hash, compared within the hour",
    "evidence.picture_sha256": "a hash",
    "file.content": "sealed as a whole, for what was sent",
    "file.original_sha256": "a hash",
    "file.sha256": "a hash",
    "file.stored_sha256": "a hash",
    "issued_paper.sha256": "a hash",
    "log_event.content": "a hash",
    "log_event.hash": "a hash",
    "log_event.prev_hash": "a hash",
    "log_chain.hash": "a hash",
    "log_node.hash": "a hash",
    "log_seal.root_hash": "a hash",
    "log_signature.signature": "a signature",
    "reconciliation.sha256": "a hash",
    "session.code_hash": "a keyed hash of what WeChat takes once",
    "session.token_hash": "a keyed hash",
    "witness.public_key": "public",
    "witnessing.signature": "a signature",
    "year_report.sha256": "a hash",
}
"""Columns of bytes that hold no sealed text and no blind index."""


async def test_every_sealed_column_is_declared(city: City) -> None:
    rows = await sql(
        "SELECT table_name || '.' || column_name AS name FROM information_schema.columns"
        " WHERE table_schema = 'public' AND data_type = 'bytea'"
    )
    declared = {one.name for one in sealed.columns()}
    indexes = {f"{one.table}.{one.index}" for one in sealed.columns() if one.index}
    indexes |= {".".join(one.echo) for one in sealed.columns() if one.echo}
    assert not (declared | indexes) & set(NO_TEXTS)
    assert {row["name"] for row in rows} == declared | indexes | set(NO_TEXTS)


def test_what_is_sealed_opens_in_its_own_place_alone(settings: Settings) -> None:
    """A ciphertext moved to another row, column or table says nothing."""
    vault = Vault(settings.id_keys, settings.index_keys, settings.token_keys)
    one, other = "1" * 32, "2" * 32
    places = [OWNER_ID.of(one), OWNER_ID.of(other), OWNER_PHONE.of(one), EMPLOYEE_ID.of(one)]
    for here, there in permutations(places, 2):
        cipher = vault.encrypt("43310119900101", here)
        assert vault.decrypt(cipher, here) == "43310119900101"
        with pytest.raises(LookupError):
            vault.decrypt(cipher, there)
    for bent in (b"", b"\0", cipher[:-1], cipher[1:], b"\xff\0" + cipher):
        with pytest.raises(LookupError):
            vault.decrypt(bent, here)


def ring(name: str, before: Keyring) -> Keyring:
    """A new key in front of the old ones."""
    return Keyring(((name, bytes(ord(name[0]) + n for n in range(32))), *before.keys))


@pytest.fixture
def rotated(settings: Settings) -> Settings:
    """The settings with new keys first."""
    ids, indexes = ring("new", settings.id_keys), ring("index", settings.index_keys)
    return replace(settings, id_keys=ids, index_keys=indexes)


def only_new(settings: Settings) -> Vault:
    """The vault when the old keys are gone."""
    ids, indexes = (Keyring(one.keys[:1]) for one in (settings.id_keys, settings.index_keys))
    return Vault(ids, indexes, settings.token_keys)


async def texts(vault: Vault) -> Iterator[tuple[str, str]]:
    """Where each sealed text is and what it says; every index is found by its text."""
    found = []
    for one in sealed.columns():
        index = f", {one.index} AS index" if one.index else ""
        for row in await sql(
            f"SELECT {one.place} AS place, {one.column} AS cipher{index} FROM {one.table}"
            f" WHERE {one.column} IS NOT NULL"
        ):
            about = one.of(row["place"])
            text = vault.unseal(bytes(row["cipher"]), about).decode("utf-8", "replace")
            found.append((about, text))
            if one.index:
                assert bytes(row["index"]) in vault.blind_indexes(one.salt + text), about
    return iter(sorted(found))


async def test_everything_is_sealed_and_found_under_the_new_keys(
    city: City, rotated: Settings, capsys: pytest.CaptureFixture[str]
) -> None:
    """The old keys may go afterwards; a second run finds nothing to do."""
    vote = await opened(city)
    await casts(city, vote, "owner2", "agree")
    number, person_id = "13900000001", city.roll.people["owner1"].person_id
    await Person.filter(id=person_id).update(
        phone_cipher=city.vault.encrypt(number, PERSON_PHONE.of(person_id)),
        phone_index=city.vault.blind_index(f"phone:{number}"),
    )
    before = list(await texts(city.vault))
    assert len({about.split(":")[0] for about, _ in before}) >= 8
    built = build(rotated)
    run = Rekeying(built)
    await run.run()
    assert run.lost == []
    assert list(await texts(only_new(rotated))) == before
    assert "owner.id_cipher" in capsys.readouterr().out
    events = "SELECT count(*) AS n FROM log_event WHERE kind = 'KeysRotated'"
    done = await sql(events)
    again = Rekeying(built, quiet=True)
    await again.run()
    assert again.lost == [] and await sql(events) == done
    await built.wechat.aclose()
    await built.cache.close()


async def test_what_no_key_opens_is_told_and_left(
    city: City, rotated: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Also in the middle of small batches: the others are done all the same."""
    monkeypatch.setattr(rekey, "BATCH", 3)
    owner_id = city.roll.people["owner1"].owner_id
    await sql("UPDATE owner SET id_cipher = $2 WHERE id = $1", owner_id, b"gone\0" + bytes(40))
    built = build(rotated)
    run = Rekeying(built, quiet=True)
    await run.run()
    assert run.lost == [f"打不开：owner.id_cipher {owner_id}"]
    assert await sealed.waiting(OWNER_ID, built.vault.prefix) == 1
    await built.wechat.aclose()
    await built.cache.close()


async def test_what_is_written_meanwhile_stays(city: City, rotated: Settings) -> None:
    """Somebody's new text wins over the old one sealed anew."""
    owner_id = city.roll.people["owner1"].owner_id
    (row,) = await sql("SELECT id, id_cipher FROM owner WHERE id = $1", owner_id)
    mine = city.vault.encrypt("1", OWNER_ID.of(owner_id or ""))
    await sql("UPDATE owner SET id_cipher = $2 WHERE id = $1", owner_id, mine)
    assert await sealed.reseal(OWNER_ID, [(owner_id, bytes(row["id_cipher"]), b"late")]) == 0
    assert await sealed.reseal(OWNER_ID, [(owner_id, mine, b"next")]) == 1
