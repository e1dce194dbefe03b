"""`python -m tests.bench.year_rival FOLDER`: the same year computed by DuckDB from files.

Reads homes, entries and settlements from parquet files, writes what each scope and each home gets
into two more. Whole numbers throughout; it shares no code with the program it is compared to.
Balance x days of all scopes is gathered once for every day on which a period begins or ends; the
settlements are then split some at a time, for all at once would not fit into the memory.
"""

import sys
from pathlib import Path

import duckdb

AT_ONCE = 100

# What a scope has gathered by a day: its balance x days until then.
_GATHERED = """
CREATE TABLE change AS
    SELECT h.scope, CASE WHEN e.opening THEN (SELECT min(from_on) FROM settlement)
        ELSE greatest(e.on_day, (SELECT min(from_on) FROM settlement)) END AS on_day,
        sum(e.change)::BIGINT AS change
    FROM entry e JOIN home h USING (home) GROUP BY ALL;
CREATE TABLE edge AS SELECT DISTINCT unnest([from_on, to_on]) AS on_day FROM settlement;
CREATE TABLE standing AS
    SELECT scope, on_day, sum(change) OVER w AS balance,
        sum(change * (on_day - DATE '2000-01-01')) OVER w AS moment
    FROM change WINDOW w AS (PARTITION BY scope ORDER BY on_day);
CREATE TABLE gathered AS
    SELECT s.scope, e.on_day,
        (s.balance * (e.on_day - DATE '2000-01-01') - s.moment)::BIGINT AS sum
    FROM (SELECT * FROM edge CROSS JOIN (SELECT DISTINCT scope FROM change)) e
    ASOF JOIN standing s ON s.scope = e.scope AND s.on_day <= e.on_day;
CREATE TABLE share (scope VARCHAR, fen BIGINT);
CREATE TABLE weight (nr BIGINT, whole HUGEINT);
"""

_SHARES = """
CREATE OR REPLACE TEMP TABLE weighed AS
    SELECT s.nr, s.income, b.scope, greatest(0, b.sum - coalesce(a.sum, 0)) AS weight
    FROM settlement s JOIN gathered b ON b.on_day = s.to_on
    LEFT JOIN gathered a ON a.on_day = s.from_on AND a.scope = b.scope
    WHERE s.nr >= {first} AND s.nr < {last};
INSERT INTO weight SELECT nr, sum(weight) FROM weighed GROUP BY nr;
INSERT INTO share
    WITH cut AS (
        SELECT nr, scope, income, (income::HUGEINT * weight // whole)::BIGINT AS fen,
            (income::HUGEINT * weight % whole)::BIGINT AS rest
        FROM weighed JOIN weight USING (nr)
    ), ranked AS (
        SELECT scope, fen, row_number() OVER (PARTITION BY nr ORDER BY rest DESC, scope) AS rank,
            income - sum(fen) OVER (PARTITION BY nr) AS over
        FROM cut
    )
    SELECT scope, sum(fen + (rank <= over)::INT)::BIGINT FROM ranked GROUP BY scope;
"""

# Interest of a fen up to each day, in 10^-24 fen, and what each home's money earned by it. The
# sum x a weight would not fit into 128 bits, so the sum is divided ten bits at a time.
_HOMES = """
CREATE TABLE daily AS
    SELECT unnest(generate_series(s.from_on, s.to_on - 1, INTERVAL 1 DAY))::DATE AS on_day,
        (s.benchmark::HUGEINT * 1000000000000000000000000::HUGEINT) // w.whole AS gain
    FROM settlement s JOIN weight w USING (nr);
CREATE TABLE factor AS
    SELECT on_day + 1 AS on_day, sum(gain) OVER (ORDER BY on_day) AS factor
    FROM (SELECT on_day, sum(gain)::HUGEINT AS gain FROM daily GROUP BY on_day);
CREATE TABLE worth AS
    SELECT home, sum(change * (last.factor - CASE WHEN opening THEN 0
        ELSE coalesce(f.factor, 0) END))::HUGEINT AS weight
    FROM entry e ASOF LEFT JOIN factor f ON f.on_day <= e.on_day
    CROSS JOIN (SELECT max(factor) AS factor FROM factor) last GROUP BY home HAVING weight > 0;
CREATE TABLE parted AS
    WITH whole AS (SELECT sum(weight)::HUGEINT AS whole FROM worth),
    interest AS (SELECT sum(benchmark)::HUGEINT AS fen FROM settlement),
    a AS (SELECT home, weight, whole, fen, (fen >> 30) * weight AS x FROM worth, whole, interest),
    b AS (SELECT *, x // whole AS q1,
        (x % whole) * 1024 + ((fen >> 20) & 1023) * weight AS y FROM a),
    c AS (SELECT *, q1 * 1024 + y // whole AS q2,
        (y % whole) * 1024 + ((fen >> 10) & 1023) * weight AS z FROM b),
    d AS (SELECT *, q2 * 1024 + z // whole AS q3, (z % whole) * 1024 + (fen & 1023) * weight AS v
        FROM c)
    SELECT home, fen AS total, q3 * 1024 + v // whole AS fen, v % whole AS rest FROM d;
CREATE TABLE ranked AS
    SELECT home, fen + (row_number() OVER (ORDER BY rest DESC, home)
        <= total - sum(fen) OVER ())::INT AS fen FROM parted;
"""


def main(folder: Path) -> None:
    """What each scope and home gets is in `scopes.parquet` and `homes.parquet`."""
    base = duckdb.connect()
    for name in ("home", "entry", "settlement"):
        base.execute(f"CREATE VIEW {name} AS FROM '{folder}/{name}.parquet'")
    base.execute(_GATHERED)
    count = base.execute("SELECT max(nr) + 1 FROM settlement").fetchall()[0][0]
    for first in range(0, count, AT_ONCE):
        base.execute(_SHARES.format(first=first, last=first + AT_ONCE))
    base.execute(_HOMES)
    base.execute(
        "COPY (SELECT scope, sum(fen)::BIGINT AS fen FROM share GROUP BY scope)"
        f" TO '{folder}/scopes.parquet'"
    )
    base.execute(f"COPY (SELECT home, fen::BIGINT AS fen FROM ranked) TO '{folder}/homes.parquet'")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
