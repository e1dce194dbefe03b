"""One look at books and log says whether anything was altered. R3.2, R12.3."""

from datetime import UTC, datetime
from uuid import uuid4

from tortoise.transactions import in_transaction

from models.base import sql
from models.integrity import faults
from models.log import append, head, seal
from rules.log import Event
from tests.models.books import open_books
from tests.signer import KEYS, SIGNER

NOW = datetime(2025, 3, 3, tzinfo=UTC)


async def looked(published: dict[int, bytes] | None = None) -> list[str]:
    async with in_transaction():
        return await faults(KEYS, published)


async def test_what_was_altered_is_named(database: str) -> None:
    event = Event(uuid4(), "case", uuid4(), "Signed", {}, "person", None, "owner", "", "", NOW)
    async with in_transaction():
        books = await open_books()
        await append([event])
        await seal(NOW, SIGNER.sign)
    kept = await head()
    assert kept is not None and kept.tree_size == 2, "the migrations have an event, too"
    assert await looked({2: kept.root_hash}) == []
    await sql("UPDATE ledger_account SET balance_fen = balance_fen + 1 WHERE id = $1", books.bank)
    await sql("ALTER TABLE log_event DISABLE TRIGGER USER")
    await sql("UPDATE log_event SET why = 'x' WHERE kind = 'Signed'")
    found = await looked({2: bytes(32)})
    assert len(found) == 3
    assert "log: text altered: event 2" in found
    assert "log: not the tree that was published: tree size 2" in found
    assert any(line.startswith("ledger: balance_fen of bank:") for line in found)
    await sql("ALTER TABLE ledger_posting DISABLE TRIGGER USER")
    await sql("UPDATE ledger_posting SET amount_fen = amount_fen + 1 WHERE amount_fen > 0")
    found = await looked()
    assert "content: not watched: ledger_posting" in found
    assert any(line.startswith("content: row unlike its event: ledger_posting") for line in found)
    assert "ledger: debits and credits differ" in found
    assert any("is not balanced" in line for line in found)
