"""A city whose year is to be closed: homes, scopes, deposits, and books that replay.

Written in bulk by the database's superuser with the triggers off; `replay_differences` is what
says afterwards that the books are such as the program itself would have written.
"""

import asyncpg

YEAR = 2025
# A chunk of an opening, as large as the journals of the program.
CHUNK = 20_000

_ROLL = """
SET session_replication_role = replica;
SET synchronous_commit = off;
SET work_mem = '256MB';
SET maintenance_work_mem = '256MB';
INSERT INTO community (id, code, name, address, street, manager_name, managed, parking_counts)
    VALUES (gen_random_uuid(), 'C1', '测试小区', '', '', '', 'company', false);
CREATE TEMP TABLE one_building AS SELECT gen_random_uuid() AS id;
INSERT INTO building (id, community_id, code, name, kept_per, land_parcel, planning_permit)
    SELECT b.id, c.id, 'B1', '1幢', 'unit', '', '' FROM one_building b, community c;
CREATE TEMP TABLE place AS SELECT n, gen_random_uuid() AS scope_id, gen_random_uuid() AS unit_id
    FROM generate_series(0, {scopes} - 1) AS n;
INSERT INTO scope (id, building_id, code, name, kind)
    SELECT p.scope_id, b.id, 'S' || n, '1幢' || n || '单元', 'unit' FROM place p, one_building b;
INSERT INTO unit (id, building_id, scope_id, code, name)
    SELECT p.unit_id, b.id, p.scope_id, 'U' || n, n || '单元' FROM place p, one_building b;
-- What homes have: 98 in 100 from the opening on, two pay in during the year.
CREATE TEMP TABLE dwelling AS SELECT h.n, gen_random_uuid() AS id, p.unit_id, p.scope_id,
    600000 + (h.n * 7919) % 900000 AS fund_fen, 20000 + (h.n * 104729) % 60000 AS interest_fen
    FROM generate_series(0::bigint, {homes} - 1) AS h(n)
    JOIN place p ON p.n = h.n / ({homes} / {scopes});
INSERT INTO home (id, unit_id, code, room, use, area_cm2, area_source, area_note,
    developer_held, counts, first_deposit_fen)
    SELECT id, unit_id, 'H' || n, n::text, '住宅', 900000, 'registered', '', false, true, fund_fen
    FROM dwelling;
"""

_JOURNALS = """
CREATE TEMP TABLE entry (nr bigserial, id uuid DEFAULT gen_random_uuid(), kind text,
    reference text, on_day date, UNIQUE (reference));
INSERT INTO entry (kind, reference, on_day)
    SELECT 'opening_principal', 'open:fund:' || c, date '2021-12-31'
    FROM generate_series(0, ({homes} - 1) / {chunk}) AS c;
INSERT INTO entry (kind, reference, on_day)
    SELECT 'opening_interest', 'open:interest:' || c, date '2021-12-31'
    FROM generate_series(0, ({homes} - 1) / {chunk}) AS c;
INSERT INTO entry (kind, reference, on_day)
    SELECT 'opening_income', 'open:income', date '2021-12-31';
-- On two days of each month some pay in, some top up and some spend.
INSERT INTO entry (kind, reference, on_day)
    SELECT k.kind, k.kind || ':' || d::date, d::date
    FROM generate_series(timestamp '2025-01-10', timestamp '2025-12-31', interval '15 days') AS d,
        (VALUES ('deposit'), ('fund_payout')) AS k(kind);
CREATE TEMP TABLE paying AS SELECT row_number() OVER (ORDER BY on_day) - 1 AS n, on_day
    FROM entry WHERE kind = 'deposit';
CREATE TEMP TABLE term AS SELECT n, gen_random_uuid() AS deposit_id, gen_random_uuid() AS term_id,
    gen_random_uuid() AS account_id, gen_random_uuid() AS settlement_id,
    t.tenor, date '2025-01-01' + (n * 37) % 365 AS to_on,
    (date '2025-01-01' + (n * 37) % 365 - t.length)::date AS from_on, t.length, t.rate_e4,
    300000000::bigint + (n * 99991) % 200000000 AS principal_fen
    FROM generate_series(0, {settlements} - 1) AS n
    JOIN (VALUES (0, '3m', interval '3 months', 11000), (1, '6m', interval '6 months', 13000),
        (2, '1y', interval '1 year', 15000), (3, '2y', interval '2 years', 21000),
        (4, '3y', interval '3 years', 27500)) AS t(k, tenor, length, rate_e4) ON t.k = n % 5;
ALTER TABLE term ADD due_fen bigint, ADD value_fen bigint;
UPDATE term SET due_fen = round(principal_fen::numeric * rate_e4 * (to_on - from_on) / 365 / 1e6),
    value_fen = round(principal_fen::numeric * (3000 + n % 1000) * (to_on - from_on) / 365 / 1e6);
INSERT INTO entry (kind, reference, on_day)
    SELECT 'placement', 'placement:' || n, from_on FROM term;
INSERT INTO entry (kind, reference, on_day)
    SELECT 'settlement', 'settlement:' || n, to_on FROM term;
INSERT INTO ledger_journal (id, kind, reference, effective_on, recorded_at, memo, actor, lines)
    SELECT id, kind, reference, on_day, timestamptz '2025-01-01 00:00:00+08' + nr * interval '1 s',
        '', 'bench', 2 FROM entry;
"""

_ACCOUNTS = """
-- Opened in batches of an import's size, by ascending owner within each, as the program does.
CREATE TEMP TABLE account AS SELECT time_ordered_uuid() AS id, * FROM (SELECT * FROM (
    SELECT 'bank' AS kind, NULL::uuid AS ref, 'debit' AS side, 0::bigint AS n
    UNION ALL SELECT 'undistributed_interest', NULL, 'credit', 0
    UNION ALL SELECT 'undistributed_income', NULL, 'credit', 0
    UNION ALL SELECT 'term_deposit', deposit_id, 'debit', n FROM term
    UNION ALL SELECT 'pooled', scope_id, 'credit', n FROM place
    UNION ALL SELECT 'household_fund', id, 'credit', 100000 + n FROM dwelling
    UNION ALL SELECT 'household_interest', id, 'credit', 90000000 + n
        FROM dwelling
        WHERE n % 10 <> 0) AS every ORDER BY n / {chunk}, ref) AS opened;
UPDATE term t SET account_id = a.id FROM account a
    WHERE a.ref = t.deposit_id AND a.kind = 'term_deposit';
CREATE INDEX ON account (ref, kind);
ANALYZE account; ANALYZE entry; ANALYZE dwelling; ANALYZE term;
CREATE TEMP TABLE line (entry bigint, account uuid, amount bigint, nth bigint);
INSERT INTO line SELECT e.nr, a.id, -d.fund_fen, d.n + 1 FROM dwelling d
    JOIN entry e ON e.reference = 'open:fund:' || d.n / {chunk}
    JOIN account a ON a.ref = d.id AND a.kind = 'household_fund' WHERE d.n % 50 <> 0;
INSERT INTO line SELECT e.nr, a.id, -d.interest_fen, d.n + 1 FROM dwelling d
    JOIN entry e ON e.reference = 'open:interest:' || d.n / {chunk}
    JOIN account a ON a.ref = d.id AND a.kind = 'household_interest';
INSERT INTO line SELECT e.nr, a.id, -500000, p.n + 1 FROM place p
    JOIN account a ON a.ref = p.scope_id AND a.kind = 'pooled', entry e
    WHERE e.reference = 'open:income';
INSERT INTO line SELECT e.nr, a.id, CASE WHEN d.n % 50 = 0 THEN -d.fund_fen ELSE -50000 END, d.n + 1
    FROM dwelling d JOIN paying p ON p.n = (d.n / 10) % (SELECT count(*) FROM paying)
    JOIN entry e ON e.reference = 'deposit:' || p.on_day
    JOIN account a ON a.ref = d.id AND a.kind = 'household_fund' WHERE d.n % 50 IN (0, 7, 23);
INSERT INTO line SELECT e.nr, a.id, 30000, d.n + 1
    FROM dwelling d JOIN paying p ON p.n = (d.n / 100) % (SELECT count(*) FROM paying)
    JOIN entry e ON e.reference = 'fund_payout:' || p.on_day
    JOIN account a ON a.ref = d.id AND a.kind = 'household_fund' WHERE d.n % 100 = 13;
-- The bank is the other side of all these.
INSERT INTO line SELECT l.entry, (SELECT id FROM account WHERE kind = 'bank'), -sum(l.amount), 0
    FROM line l GROUP BY l.entry;
INSERT INTO line SELECT e.nr, x.account, x.amount, x.nth FROM term t
    JOIN entry e ON e.reference = 'placement:' || t.n
    CROSS JOIN LATERAL (VALUES (t.account_id, t.principal_fen, 0),
        ((SELECT id FROM account WHERE kind = 'bank'), -t.principal_fen, 1))
        AS x(account, amount, nth);
INSERT INTO line SELECT e.nr, x.account, x.amount, x.nth FROM term t
    JOIN entry e ON e.reference = 'settlement:' || t.n
    CROSS JOIN LATERAL (VALUES
        ((SELECT id FROM account WHERE kind = 'bank'),
            t.principal_fen + t.due_fen + t.value_fen, 0),
        (t.account_id, -t.principal_fen, 1),
        ((SELECT id FROM account WHERE kind = 'undistributed_interest'), -t.due_fen, 2),
        ((SELECT id FROM account WHERE kind = 'undistributed_income'), -t.value_fen, 3))
        AS x(account, amount, nth);
DELETE FROM entry WHERE nr NOT IN (SELECT entry FROM line);
"""

_POSTINGS = """
INSERT INTO ledger_posting (id, journal_id, account_id, amount_fen, seq, position,
    balance_after_fen)
    SELECT gen_random_uuid(), e.id, l.account, l.amount,
        row_number() OVER (PARTITION BY l.entry ORDER BY l.nth),
        row_number() OVER (PARTITION BY l.account ORDER BY l.entry),
        sum(CASE WHEN a.side = 'debit' THEN l.amount ELSE -l.amount END)
            OVER (PARTITION BY l.account ORDER BY l.entry)
    FROM line l JOIN entry e ON e.nr = l.entry JOIN account a ON a.id = l.account
    ORDER BY l.entry, l.nth;
DELETE FROM ledger_journal WHERE id NOT IN (SELECT id FROM entry);
UPDATE ledger_journal j SET lines = c.lines
    FROM (SELECT journal_id, count(*) AS lines FROM ledger_posting GROUP BY 1) AS c
    WHERE c.journal_id = j.id;
INSERT INTO ledger_account (id, kind, owner_ref, code, title, side, guarded, balance_fen,
    held_fen, posted, opened_at)
    SELECT a.id, a.kind, a.ref, a.kind || ':' || coalesce(a.ref::text, '-'), a.kind, a.side,
        a.kind NOT IN ('bank', 'undistributed_interest', 'undistributed_income'),
        coalesce(s.balance, 0), 0, coalesce(s.posted, 0), timestamptz '2025-01-01 00:00:00+08'
    FROM account a LEFT JOIN (SELECT l.account, count(*) AS posted,
        sum(CASE WHEN b.side = 'debit' THEN l.amount ELSE -l.amount END) AS balance
        FROM line l JOIN account b ON b.id = l.account GROUP BY 1) AS s ON s.account = a.id
    ORDER BY a.id;
"""

_DEPOSITS = """
INSERT INTO bank_account (id, bank, number, title, main, account_id, created_at)
    SELECT gen_random_uuid(), '测试银行', '1', '专户', true, id, now()
    FROM account WHERE kind = 'bank';
INSERT INTO deposit (id, code, bank, bank_account, principal_fen, tenor, opened_on, matures_on,
    agreed_rate_e4, benchmark_rate_e4, method, base, renews, state, custody_id, account_id,
    journal_id)
    SELECT t.deposit_id, 'D' || t.n, '测试银行', '1', t.principal_fen, t.tenor, t.from_on, t.to_on,
        t.rate_e4 + 3500, t.rate_e4, 'terms', 'fen', false, 'closed', b.id, t.account_id, e.id
    FROM term t JOIN entry e ON e.reference = 'placement:' || t.n CROSS JOIN bank_account b;
INSERT INTO deposit_term (id, deposit_id, number, opened_on, matures_on, principal_fen,
    withdrawn_fen, agreed_rate_e4, benchmark_rate_e4, settled_on, closed_on)
    SELECT term_id, deposit_id, 1, from_on, to_on, principal_fen, 0, rate_e4 + 3500, rate_e4,
        to_on, to_on FROM term;
INSERT INTO settlement (id, deposit_id, term_id, kind, principal_fen, from_on, to_on,
    interest_fen, expected_fen, due_benchmark_fen, benchmark_fen, value_added_fen, shortfall_fen,
    returned_fen, capitalised_fen, renews, advice_number, credited_on, effective_on, source, note,
    working, state, journal_id, entered_by, entered_at, confirmed_by, confirmed_at)
    SELECT t.settlement_id, t.deposit_id, t.term_id, 'maturity', t.principal_fen, t.from_on,
        t.to_on, t.due_fen + t.value_fen, t.due_fen + t.value_fen, t.due_fen, t.due_fen,
        t.value_fen, 0, t.principal_fen, 0, false, 'A' || t.n, t.to_on, t.to_on, 'manual', '',
        '{{}}', 'posted', e.id, gen_random_uuid(), now(), gen_random_uuid(), now()
    FROM term t JOIN entry e ON e.reference = 'settlement:' || t.n;
RESET session_replication_role;
DISCARD TEMP;
"""


async def found(admin_url: str, homes: int, scopes: int, settlements: int) -> None:
    """The migrated, empty database holds that city, with statistics and no dead rows."""
    connection = await asyncpg.connect(admin_url)
    try:
        for script in (_ROLL, _JOURNALS, _ACCOUNTS, _POSTINGS, _DEPOSITS):
            await connection.execute(
                script.format(homes=homes, scopes=scopes, settlements=settlements, chunk=CHUNK)
            )
        await connection.execute("VACUUM (ANALYZE)")
        await connection.execute("CHECKPOINT")
    finally:
        await connection.close()
