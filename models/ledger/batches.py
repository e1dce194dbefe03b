"""Many independent journals in one statement: those of a list or a file. R3.2.

What stands afterwards is what posting them one after the other would have left, or they are
posted one after the other: whatever is unusual about one of them is found out that way.
"""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from tortoise.exceptions import IntegrityError
from tortoise.transactions import in_transaction

from models.base import sql
from models.ledger.at_once import MAY
from models.ledger.journals import post
from models.ledger.years import refuse_shut
from rules.ledger import POSTINGS_MAX, Journal, JournalKind, balanced
from rules.refusals.books import YearShut

# An account's balance after each line is summed up in the order of the journals; a guard is kept
# at the end of each journal, as when they are posted one by one. All is written or nothing.
STATEMENT = """
WITH head AS MATERIALIZED (
    SELECT time_ordered_uuid() AS id, h.*
    FROM unnest($3::text[], $4::text[], $5::date[], $6::text[], $7::uuid[])
        WITH ORDINALITY AS h(kind, reference, effective_on, memo, case_id, nr)
), locked AS MATERIALIZED (
    SELECT id, kind, side, guarded, posted, balance_fen, held_fen FROM ledger_account
    WHERE id = ANY($9::uuid[]) ORDER BY id FOR NO KEY UPDATE
), landing AS MATERIALIZED (
    SELECT l.*, a.guarded, a.held_fen, a.kind, row_number() OVER journal AS seq,
        a.posted + row_number() OVER account AS position,
        (a.balance_fen + sum(CASE a.side WHEN 'debit' THEN l.amount_fen ELSE -l.amount_fen END)
            OVER account)::bigint AS balance_fen,
        lead(l.nr) OVER account IS DISTINCT FROM l.nr AS ends,
        lead(l.nr) OVER account IS NULL AS last
    FROM unnest($8::bigint[], $9::uuid[], $10::bigint[], $11::uuid[], $12::text[])
        WITH ORDINALITY AS l(nr, account_id, amount_fen, payee, may, place)
    JOIN locked a ON a.id = l.account_id
    WINDOW journal AS (PARTITION BY l.nr ORDER BY l.place),
        account AS (PARTITION BY l.account_id ORDER BY l.place)
), fit AS MATERIALIZED (
    SELECT 1 FROM landing HAVING count(*) = cardinality($9::uuid[])
        AND bool_and(kind = ANY(string_to_array(may, ',')))
        AND bool_and(NOT ends OR NOT guarded OR balance_fen >= held_fen)
        AND NOT EXISTS (SELECT 1 FROM ledger_journal WHERE reference = ANY($4::text[]))
), journal AS (
    INSERT INTO ledger_journal (id, kind, reference, effective_on, recorded_at, memo, case_id,
        actor, lines)
    SELECT h.id, h.kind, h.reference, h.effective_on, $1, h.memo, h.case_id, $2, l.lines
    FROM fit, head h JOIN (SELECT nr, count(*) AS lines FROM landing GROUP BY nr) AS l USING (nr)
), line AS (
    INSERT INTO ledger_posting (id, journal_id, account_id, amount_fen, payee, seq, position,
        balance_after_fen)
    SELECT time_ordered_uuid(), h.id, l.account_id, l.amount_fen, l.payee, l.seq, l.position,
        l.balance_fen
    FROM fit, landing l JOIN head h USING (nr) ORDER BY l.place
), moved AS (
    UPDATE ledger_account a SET posted = l.position, balance_fen = l.balance_fen
    FROM fit, landing l WHERE l.last AND a.id = l.account_id
)
SELECT h.id FROM fit, head h ORDER BY h.nr
"""


async def post_many(journals: Sequence[Journal], now: datetime, actor: str) -> list[UUID]:
    """All the journals stand in the books once, or none of them; their ids in the same order.

    Refuses what `post` refuses, of the first journal that has a fault.
    """
    try:
        async with in_transaction():
            if await _usual(journals, now) and (written := await _write(journals, now, actor)):
                return written
    except IntegrityError:
        # Somebody took a reference since it was looked for.
        pass
    async with in_transaction():
        return [await post(journal, now, actor) for journal in journals]


async def _usual(journals: Sequence[Journal], now: datetime) -> bool:
    lines = sum(len(balanced(journal).postings) for journal in journals)
    references = {journal.reference for journal in journals}
    if not journals or lines > POSTINGS_MAX or len(references) < len(journals):
        return False
    if any(journal.kind is JournalKind.REVERSAL for journal in journals):
        return False
    try:
        await refuse_shut(min(journal.effective_on for journal in journals), now)
    except YearShut:
        return False
    return True


async def _write(journals: Sequence[Journal], now: datetime, actor: str) -> list[UUID]:
    lines = [(nr, j.kind, line) for nr, j in enumerate(journals, 1) for line in j.postings]
    may = {kind: tuple(map(",".join, both)) for kind, both in MAY.items()}
    rows = await sql(
        STATEMENT,
        now,
        actor,
        [journal.kind for journal in journals],
        [journal.reference for journal in journals],
        [journal.effective_on for journal in journals],
        [journal.memo for journal in journals],
        [journal.case_id for journal in journals],
        [nr for nr, _, _ in lines],
        [line.account_id for _, _, line in lines],
        [line.amount_fen for _, _, line in lines],
        [line.payee for _, _, line in lines],
        [may[kind][line.amount_fen < 0] for _, kind, line in lines],
    )
    return [row["id"] for row in rows]
