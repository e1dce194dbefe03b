"""Edits that a log proving only itself does not see: each is found, and named by its table. R12.3.

They are made as the owner of everything, whom no trigger and no foreign key holds back, with what
belongs to them (balances, keys, hashes) fitted.
"""

import pytest
from tortoise.transactions import in_transaction

from models.base import sql
from models.log import replay
from tests.models.committed import insertion, unguarded
from tests.models.test_content import filled

assert filled, "the fixture"

EDITS = {
    "amounts of a journal halved, balances fitted": (
        "UPDATE ledger_posting SET amount_fen = amount_fen / 2,"
        " balance_after_fen = balance_after_fen / 2",
        "UPDATE ledger_account SET balance_fen = balance_fen / 2",
    ),
    "a journal deleted, balances fitted": (
        "DELETE FROM ledger_journal",
        "DELETE FROM ledger_posting",
        "UPDATE ledger_account SET balance_fen = 0, posted = 0",
    ),
    "a posting of another scope": ("UPDATE ledger_posting SET account_id = gen_random_uuid()",),
    "a posting's payee": ("UPDATE ledger_posting SET payee = gen_random_uuid()",),
    "memo and day of a journal": (
        "UPDATE ledger_journal SET memo = 'x', effective_on = effective_on + 1",
    ),
    "an account of another building": ("UPDATE ledger_account SET owner_ref = gen_random_uuid()",),
    "a captured hold changed": ("UPDATE ledger_hold SET captured_fen = captured_fen + 1",),
    "a hold deleted": ("DELETE FROM ledger_hold",),
    "facts of a case": ('UPDATE "case" SET facts = facts || \'{"notice_ends_on": 1}\'',),
    "state of a case": ("UPDATE \"case\" SET state = 'paid'",),
    "an objection deleted": ("DELETE FROM objection",),
    "an objection rewritten": ("UPDATE objection SET text = 'x'",),
    "an objection made late": ("UPDATE objection SET arrived_at = arrived_at + interval '1 day'",),
    "payee account of an insurer": ("UPDATE payee_account SET number = '1'",),
    "area of a home": ("UPDATE home SET area_cm2 = area_cm2 + 1",),
    "owner of a home": ("UPDATE ownership SET owner_id = gen_random_uuid()",),
    "an ownership ended": ("UPDATE ownership SET to_on = from_on",),
    "evidence removed": ("DELETE FROM evidence",),
    "a file's hash with its bytes": (
        "UPDATE file SET content = 'x'::bytea, sha256 = sha256('x'::bytea)",
    ),
    "a document removed": ("DELETE FROM document",),
    "a plan rewritten": ("UPDATE plan SET premium_fen = premium_fen + 1",),
    "a parameter's version rewritten": ("UPDATE parameter_version SET number = number + 1",),
    "roles and password of an account": (
        "UPDATE account SET roles = '[\"finance\"]', password_hash = 'x'",
    ),
    "a ballot turned": ("UPDATE ballot SET choice_cipher = sha256(choice_cipher)",),
    "a ballot's state": ("UPDATE ballot SET state = 'spoilt'",),
    "all ballots deleted": ("DELETE FROM ballot",),
    "a result turned": ("UPDATE vote SET result = '{}'",),
    "area of a home in a vote": ("UPDATE vote_home SET area_cm2 = area_cm2 + 1",),
    "who confirmed": ("UPDATE voucher SET confirmed_by = gen_random_uuid()",),
    "sessions extended": ("UPDATE session SET expires_at = expires_at + interval '9 years'",),
    "a signature deleted": ("DELETE FROM signature",),
    "who approved a payout": ("UPDATE payout SET approved_by = gen_random_uuid()",),
    "messages deleted": ("DELETE FROM message",),
    "a yearly report": ("UPDATE year_report SET body = '{}'",),
    "a rate of a deposit": ("UPDATE deposit SET opened_on = opened_on + 1",),
    "the paper of a notice": ("DELETE FROM public_notice",),
    "the binding of a person": ("UPDATE binding SET owner_id = gen_random_uuid()",),
}
"""By what is done: the statements, the first in the table that is named."""

INSERTED = ("ballot", "parameter_version", "ledger_journal", "ownership", "binding", "account")


async def named(table: str) -> list[str]:
    """What is found of a table."""
    return [each.what for each in await replay(lambda _: None) if each.where.startswith(table)]


@pytest.mark.usefixtures("filled")
async def test_each_edit_is_found() -> None:
    for what, statements in EDITS.items():
        async with in_transaction() as connection:
            await unguarded()
            for statement in statements:
                count, _ = await connection.execute_query(statement)
                assert count > 0, what
            table = statements[0].replace("DELETE FROM ", "").replace("UPDATE ", "").split()[0]
            assert await named(table.strip('"')), what
            await connection.rollback()
    for table in INSERTED:
        async with in_transaction() as connection:
            await unguarded()
            await sql(await insertion(table, 7))
            assert await named(table) == ["row without an event"]
            await connection.rollback()
    assert await replay(lambda _: None) == []


@pytest.mark.usefixtures("filled")
async def test_the_log_begun_anew_without_a_subject_is_found() -> None:
    """The events of an objection dropped, its rows, too: what it committed to has no event."""
    async with in_transaction() as connection:
        await unguarded()
        await sql("DELETE FROM objection")
        await sql("DELETE FROM log_event WHERE seq = (SELECT max(seq) FROM log_event)")
        found = {each.what for each in await replay(lambda _: None)}
        assert found == {"row gone without an event", "changed without an event"}
        await connection.rollback()
