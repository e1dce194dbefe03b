"""The database itself refuses one natural person in the place of two. R1.1, R1.2.

`PAIRS` says of each table which columns are of two people. A trigger on each pair asks
`same_person`, which knows all logins of an employee (`logins_with`), when somebody is written into
it: a handler that forgot to ask changes nothing. A table gets its triggers from the migration that
makes it; what was stored before stands.
"""

from models.base import sql

ENTERED, CONFIRMED = ("entered_by", "confirmed_by"), "confirmed_by"

PAIRS: dict[str, tuple[tuple[str, str], ...]] = {
    "account_change": (ENTERED,),
    "accounting_year": (("asked_by", CONFIRMED),),
    "appointment": (("proposed_by", "decided_by"), ("person_id", "decided_by")),
    "ballot_batch": (ENTERED,),
    "benchmark_rate": (ENTERED,),
    "binding_claim": (("proposed_by", "decided_by"), ("person_id", "decided_by")),
    "binding_ending": (ENTERED,),
    "case_receipt": (ENTERED,),
    "case_refund": (ENTERED,),
    "deposit": (ENTERED,),
    "evidence": (("account_id", "accepted_by"), ("person_id", "accepted_by")),
    "fund_batch": (ENTERED,),
    "import": (("created_by", CONFIRMED),),
    "objection": (ENTERED, ("first_decided_by", "decided_by")),
    "objection_ending": (ENTERED,),
    "opening_closing": (ENTERED,),
    "parameter_change": (ENTERED,),
    "payee_account": (ENTERED, ("entered_by", "answered_by"), (CONFIRMED, "answered_by")),
    "payout": (("prepared_by", "approved_by"),),
    "placement_round": (("proposed_by", "decided_by"),),
    "proxy": (ENTERED,),
    "reconciliation": (ENTERED,),
    "register_change": (ENTERED,),
    "representative": (ENTERED,),
    "roll_correction": (("proposed_by", "decided_by"),),
    "scope_switch": (ENTERED,),
    "settlement": (ENTERED,),
    "settlement_reversal": (ENTERED,),
    "vote_service": (ENTERED,),
    "voucher": (ENTERED,),
}
"""By table, the columns (first, second) that hold two natural persons."""

_SAME = """
CREATE FUNCTION same_person(one uuid, other uuid) RETURNS boolean LANGUAGE sql STABLE STRICT AS $$
  SELECT one = other OR EXISTS (SELECT FROM logins_with(one) l WHERE l.login_id = other)
      OR EXISTS (SELECT FROM logins_with(other) l WHERE l.login_id = one)
$$
"""
_REFUSE = """
CREATE FUNCTION refuse_same_person() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION '%_two_people: one natural person in % and %', TG_TABLE_NAME, TG_ARGV[0],
        TG_ARGV[1] USING ERRCODE = 'check_violation', CONSTRAINT = TG_TABLE_NAME || '_two_people';
END $$
"""
_GUARD = """
CREATE FUNCTION guard_pair(relation text, name text, first text, second text) RETURNS void
LANGUAGE plpgsql AS $$
BEGIN
    EXECUTE format('DROP TRIGGER IF EXISTS %I ON %I', name, relation);
    EXECUTE format('CREATE TRIGGER %I BEFORE INSERT OR UPDATE OF %I, %I ON %I FOR EACH ROW'
        ' WHEN (same_person(NEW.%I, NEW.%I)) EXECUTE FUNCTION refuse_same_person(%L, %L)',
        name, first, second, relation, first, second, first, second);
END $$
"""

SAME_PERSON: list[tuple[str, str]] = [
    (_SAME.strip(), "DROP FUNCTION same_person(uuid, uuid) CASCADE"),
    (_REFUSE.strip(), "DROP FUNCTION refuse_same_person() CASCADE"),
    (_GUARD.strip(), "DROP FUNCTION guard_pair(text, text, text, text)"),
]
"""(statement, its undoing); with the functions go the triggers."""

_GUARDED = """
SELECT t.tgname AS name, c.relname AS relation
  FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid
 WHERE t.tgfoid = to_regproc('refuse_same_person') AND t.tgenabled IN ('O', 'A')
"""
_COLUMNS = """
SELECT table_name AS relation, column_name AS name FROM information_schema.columns
 WHERE table_schema = 'public' AND table_name = ANY($1::text[])
"""


async def guarded() -> set[tuple[str, str]]:
    """The triggers that work, each with its table."""
    return {(row["relation"], row["name"]) for row in await sql(_GUARDED)}


def trigger(first: str, second: str) -> str:
    """What the trigger on a pair is called."""
    return f"two_people_{first}_{second}"


async def guard() -> None:
    """Every pair that this database has is guarded, in the caller's transaction; nothing happens
    before the functions are there, or after they went."""
    there = await sql("SELECT to_regproc('refuse_same_person') IS NOT NULL AS there")
    if not there[0]["there"]:
        return
    known = {(row["relation"], row["name"]) for row in await sql(_COLUMNS, list(PAIRS))}
    done = await guarded()
    for table, pairs in PAIRS.items():
        for first, second in pairs:
            name = trigger(first, second)
            if (table, name) in done or not {(table, first), (table, second)} <= known:
                continue
            await sql("SELECT guard_pair($1, $2, $3, $4)", table, name, first, second)
