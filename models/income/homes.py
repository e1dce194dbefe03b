"""The benchmark interest of a year goes to the homes. R4.8, R3.7.

A home weighs the sum of change x (last factor - factor of its day) over its postings; the year's
interest is split by weight over all homes at once by largest remainder. `split` finds where it
cuts, which is all that is needed to compute any home's part by itself, and lists what each home
gets; `post_chunk` writes a chunk of that list into the books. Both happen inside PostgreSQL, and
the journals are such as `models.ledger.post` would write.
"""

from datetime import date, datetime
from decimal import Decimal
from uuid import UUID

from models.base import one, sql
from models.ids import new_id
from models.ledger import ensure_account
from rules.income.shares import InterestCut
from rules.ledger import AccountKind

CHUNK = 20_000
"""Homes in one journal; each is a line."""

# $1 year, $2 its last day, $3 the moment up to which entries count, $4 the first home and $5 the
# home before which to stop (null: none). Opening entries, and what corrects them, count from
# before everything; so does what was paid in before the first deposit.
_WEIGHED = """
WITH entry AS MATERIALIZED (
    SELECT j.id, CASE WHEN coalesce(o.kind, j.kind) NOT LIKE 'opening%' THEN f.factor END AS factor
    FROM ledger_journal j
    LEFT JOIN year_factor f ON f.year = $1 AND f."on" = j.effective_on
    LEFT JOIN ledger_journal o ON o.id = j.reverses_id
    WHERE j.effective_on <= $2 AND j.recorded_at <= $3::timestamptz
), moved AS (
    SELECT a.owner_ref AS home_id, sum(p.amount_fen) AS fen,
        sum(p.amount_fen * e.factor) FILTER (WHERE e.factor <> 0) AS missed
    FROM ledger_account a JOIN ledger_posting p ON p.account_id = a.id
    JOIN entry e ON e.id = p.journal_id
    WHERE a.kind IN ('household_fund', 'household_interest')
        AND a.owner_ref >= $4::uuid AND ($5::uuid IS NULL OR a.owner_ref < $5)
    GROUP BY a.owner_ref
), weighed AS (
    SELECT home_id, coalesce(missed, 0) - fen * last.factor AS weight
    FROM moved JOIN year_factor last ON last.year = $1 AND last."on" = $2::date + 1
    WHERE coalesce(missed, 0) - fen * last.factor > 0
)
"""

# Statements of some seconds each for a million homes; what they share ends with the transaction.
_WORK = (
    "CREATE TEMP TABLE IF NOT EXISTS year_weighed (home_id uuid, weight numeric) ON COMMIT DROP",
    "CREATE TEMP TABLE IF NOT EXISTS year_part (home_id uuid, fen bigint, rest numeric)"
    " ON COMMIT DROP",
    "TRUNCATE year_weighed, year_part",
)
_KEEP_WEIGHTS = "INSERT INTO year_weighed SELECT home_id, weight FROM weighed"
_WHOLE = "SELECT coalesce(sum(weight), 0)::text AS weight, count(*) AS homes FROM year_weighed"
# $1 the sum, $2 the weight of all.
_PARTS = """
INSERT INTO year_part SELECT home_id, div($1::numeric * weight, $2::numeric),
    ($1::numeric * weight) % $2::numeric FROM year_weighed
"""
_LEFT = "SELECT coalesce(sum(fen), 0)::bigint AS fen FROM year_part"
# Not all the remainders are put in order, only those whose first digits are where the cut is;
# $1 tells how many digits those are not.
_TALLY = """
SELECT trunc(rest, $1) AS top, count(*) AS homes FROM year_part GROUP BY 1 ORDER BY 1 DESC
"""
_CUT = """
SELECT rest::text, home_id FROM year_part WHERE trunc(rest, $1) = $2
ORDER BY rest DESC, home_id OFFSET $3 LIMIT 1
"""
_DIGITS = 4
# $1 the id below this year's, $2 and $3 where the split cuts. Those whose account was opened
# together are written together, so that a chunk touches few pages.
_LIST = """
WITH paid AS (
    SELECT home_id, fen + CASE WHEN rest > $2::numeric OR (rest = $2 AND home_id <= $3::uuid)
        THEN 1 ELSE 0 END AS fen FROM year_part
), kept AS (
    INSERT INTO year_home (id, home_id, account_id, fen)
    SELECT $1 + row_number() OVER (ORDER BY a.id NULLS LAST, p.home_id), p.home_id, a.id, p.fen
    FROM paid p LEFT JOIN ledger_account a
        ON a.kind = 'household_interest' AND a.owner_ref = p.home_id
    WHERE p.fen > 0 RETURNING 1
)
SELECT count(*) AS paid FROM kept
"""

# $1 and $2 the first and the last id of the chunk.
_OPEN = """
INSERT INTO ledger_account (id, kind, owner_ref, code, title, side, guarded, balance_fen,
    held_fen, posted, opened_at)
SELECT time_ordered_uuid(), 'household_interest', y.home_id, 'household_interest:' || y.home_id,
    coalesce((SELECT left(s.name || ' ' || h.room, 200) FROM home h
        JOIN unit u ON u.id = h.unit_id JOIN scope s ON s.id = u.scope_id
        WHERE h.id = y.home_id), ''), 'credit', true, 0, 0, 0, $3
FROM year_home y
WHERE y.id BETWEEN $1 AND $2 AND y.account_id IS NULL ORDER BY y.id
ON CONFLICT (code) DO NOTHING
"""

# All accounts are locked in ascending id order, as everywhere, before a balance is read; what is
# read is what the lock found, whatever happened while it was waited for. $3 the journal's id,
# $4 its reference, $5 its day, $6 now, $7 memo, $8 who, $9 the account that pays. A line that
# lacks its account would leave the journal unequal, which the books refuse.
_POST = """
WITH due AS MATERIALIZED (
    SELECT coalesce(y.account_id, (SELECT a.id FROM ledger_account a
        WHERE a.code = 'household_interest:' || y.home_id)) AS id, y.fen
    FROM year_home y WHERE y.id BETWEEN $1 AND $2
), target AS MATERIALIZED (
    SELECT id, fen FROM due UNION ALL SELECT $9::uuid, -sum(fen)::bigint FROM due
), locked AS MATERIALIZED (
    SELECT a.id, a.posted, a.balance_fen FROM ledger_account a
    WHERE a.id = ANY(ARRAY(SELECT id FROM target)) ORDER BY a.id FOR NO KEY UPDATE
), landing AS MATERIALIZED (
    SELECT l.id, t.fen, l.posted + 1 AS position, l.balance_fen + t.fen AS balance_fen,
        row_number() OVER (ORDER BY t.fen > 0, l.id) AS seq
    FROM locked l JOIN target t ON t.id = l.id
), journal AS (
    INSERT INTO ledger_journal (id, kind, reference, effective_on, recorded_at, memo, actor, lines)
    SELECT $3, 'interest', $4, $5, $6, $7, $8, count(*) FROM target
    ON CONFLICT (reference) DO NOTHING RETURNING id
), line AS (
    INSERT INTO ledger_posting (id, journal_id, account_id, amount_fen, seq, position,
        balance_after_fen)
    SELECT time_ordered_uuid(), j.id, l.id, -l.fen, l.seq, l.position, l.balance_fen
    FROM journal j, landing l ORDER BY l.seq
), moved AS (
    UPDATE ledger_account a SET posted = l.position, balance_fen = l.balance_fen
    FROM journal j, landing l WHERE a.id = l.id
)
SELECT id FROM journal
"""

_WEIGHT = "SELECT coalesce(sum(weight), 0)::text AS weight FROM weighed"

# A year's ids begin here; its homes are counted from 1.
_YEAR = 10**9


async def split(year: int, total_fen: int, frozen_at: datetime) -> InterestCut:
    """The year's interest is split over the homes, and `post_chunk` may post it.

    It takes ten seconds or so for a million homes. Nobody gets anything when the sum is not
    positive or no home weighs. Doing it again gives the same.
    """
    # Large joins are quicker in parts that fit a processor's cache; ends with the transaction.
    await sql("SELECT set_config('work_mem', '16MB', true)")
    await forget(year)
    for statement in _WORK:
        await sql(statement)
    await sql(_WEIGHED + _KEEP_WEIGHTS, year, date(year, 12, 31), frozen_at, UUID(int=0), None)
    whole = await one(_WHOLE)
    assert whole is not None
    weight, fen = int(whole["weight"]), max(0, total_fen)
    if not weight or not fen:
        return InterestCut(total_fen, weight, whole["homes"], 0 if weight else fen, None, None, 0)
    await sql(_PARTS, Decimal(fen), Decimal(weight))
    given = await one(_LEFT)
    assert given is not None
    left_fen = fen - given["fen"]
    remainder, home_id = await _last(left_fen, weight) if left_fen else (None, None)
    listed = await one(
        _LIST, year * _YEAR, None if remainder is None else Decimal(remainder), home_id
    )
    assert listed is not None
    return InterestCut(
        total_fen, weight, whole["homes"], left_fen, remainder, home_id, listed["paid"]
    )


async def _last(left_fen: int, weight: int) -> tuple[int, UUID]:
    """The remainder and the id of the last home that gets one of the fen left over."""
    scale = min(0, _DIGITS - len(str(weight)))
    before = 0
    for row in await sql(_TALLY, scale):
        if before + row["homes"] >= left_fen:
            found = await one(_CUT, scale, row["top"], left_fen - before - 1)
            assert found is not None
            return int(found["rest"]), found["home_id"]
        before += row["homes"]
    raise AssertionError("more fen are left over than there are homes")


async def post_chunk(year: int, nth: int, now: datetime, actor: str) -> UUID | None:
    """The homes of the chunk (from 1 to `chunks_of`) have their interest, in one journal; its id.

    None, and nothing written, when it was posted before: it happens once by its reference.
    Accounts that homes lack are opened. `split` must have been done and not forgotten.
    """
    reference = f"year:{year}:interest:{nth}"
    if await one("SELECT 1 FROM ledger_journal WHERE reference = $1", reference):
        return None
    first = year * _YEAR + (nth - 1) * CHUNK + 1
    last = first + CHUNK - 1
    await sql(_OPEN, first, last, now)
    payer = await ensure_account(AccountKind.UNDISTRIBUTED_INTEREST, None, "待分配法定利息", now)
    row = await one(
        _POST,
        first,
        last,
        new_id(),
        reference,
        date(year, 12, 31),
        now,
        f"{year}年度法定利息分配到户",
        actor,
        payer,
    )
    return row["id"] if row else None


async def forget(year: int) -> None:
    """The work list of the year is empty; the books, and the cut, keep what it said."""
    await sql("DELETE FROM year_home WHERE id > $1 AND id < $2", year * _YEAR, (year + 1) * _YEAR)


async def home_weight(year: int, home_id: UUID, frozen_at: datetime) -> int:
    """What the home weighs in the year's split, in units of 10^-24 fen; zero if nothing."""
    after = UUID(int=home_id.int + 1)
    row = await one(_WEIGHED + _WEIGHT, year, date(year, 12, 31), frozen_at, home_id, after)
    assert row is not None
    return int(row["weight"])


def chunks_of(cut: InterestCut) -> int:
    """How many journals a year's interest takes."""
    return -(-cut.paid // CHUNK)
