"""What PostgreSQL itself refuses, whoever writes: (statement, its undoing), in order.

Tortoise's migrations leave out checks and partial indexes, so they stand here and are applied
by `0002_constraints`. Each backs a rule that code also keeps, for the day the code is wrong.
"""


def _unique(name: str, table: str, columns: str, where: str) -> tuple[str, str]:
    return (
        f'CREATE UNIQUE INDEX {name} ON "{table}" ({columns}) WHERE {where}',
        f"DROP INDEX {name}",
    )


def _check(table: str, name: str, condition: str) -> tuple[str, str]:
    return (
        f'ALTER TABLE "{table}" ADD CONSTRAINT {table}_{name} CHECK ({condition})',
        f'ALTER TABLE "{table}" DROP CONSTRAINT {table}_{name}',
    )


def _append_only(table: str) -> tuple[str, str]:
    return (
        f"CREATE TRIGGER {table}_append_only BEFORE UPDATE OR DELETE ON {table}"
        " FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()",
        f"DROP TRIGGER {table}_append_only ON {table}",
    )


CONSTRAINTS: list[tuple[str, str]] = [
    (
        "CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS"
        " $$ BEGIN RAISE EXCEPTION '% is append-only', TG_TABLE_NAME; END $$",
        "DROP FUNCTION refuse_change()",
    ),
    # keys that are bytes, which the ORM does not index
    _unique("session_token", "session", "token_hash", "true"),
    _unique("session_code", "session", "code_hash", "code_hash IS NOT NULL"),
    _unique("account_invite", "account", "invite_hash", "invite_hash IS NOT NULL"),
    _unique("owner_identity", "owner", "id_index", "id_index IS NOT NULL"),
    # R5.1: one owner signs once; R2.5: one live binding of a person to a home
    _unique("signature_once", "signature", "case_id, owner_id", "withdrawn_at IS NULL"),
    _unique("binding_once", "binding", "person_id, home_id", "to_at IS NULL"),
    _unique("claim_once", "binding_claim", "person_id, home_id", "state = 'open'"),
    # R5.5: one open case per elevator, and no day covered twice
    _unique("elevator_one_case", "case_elevator", "elevator_id", "open"),
    ("CREATE TYPE uuid_span AS RANGE (subtype = uuid)", "DROP TYPE uuid_span"),
    (
        "ALTER TABLE cover ADD CONSTRAINT cover_no_overlap EXCLUDE USING gist ("
        " uuid_span(elevator_id, elevator_id, '[]') WITH &&,"
        " daterange(from_on, to_on, '[]') WITH &&) WHERE (live)",
        "ALTER TABLE cover DROP CONSTRAINT cover_no_overlap",
    ),
    # R7.10: one open objection of an owner to a version
    _unique(
        "objection_one_open", "objection", "case_id, version, owner_id", "state IN ('open','draft')"
    ),
    # R7.5: paper is believed by two; R7.6: a review is decided by another
    _check("objection", "two_people", "confirmed_by IS NULL OR confirmed_by <> entered_by"),
    _check("objection", "other_reviewer", "decided_by IS NULL OR decided_by <> first_decided_by"),
    (
        "CREATE INDEX objection_waiting ON objection (arrived_at)"
        " WHERE state IN ('open', 'recorded', 'draft')",
        "DROP INDEX objection_waiting",
    ),
    (
        "CREATE INDEX objection_of_case ON objection (case_id, version, owner_id)",
        "DROP INDEX objection_of_case",
    ),
    _check("cover", "order", "from_on <= to_on"),
    _check("policy", "order", "from_on <= to_on"),
    _check("ownership", "order", "to_on IS NULL OR from_on < to_on"),
    _check("ownership", "share", "share_bps BETWEEN 1 AND 10000"),
    _check("home", "area", "area_cm2 > 0"),
    _check("plan", "premium", "premium_fen > 0"),
    _check("payout", "sums", "amount_fen > 0 AND amount_fen = invoice_fen"),
    _check("payout", "two_people", "approved_by IS NULL OR approved_by <> prepared_by"),
    _check("session", "one_bearer", "(person_id IS NULL) <> (account_id IS NULL)"),
    _check("consent", "counts", "used BETWEEN 0 AND greatest(by_phone, by_push)"),
    # what jobs look for
    (
        "CREATE INDEX objection_unchecked ON objection (entered_at) WHERE checked = 'waiting'",
        "DROP INDEX objection_unchecked",
    ),
    (
        "CREATE INDEX delivery_waiting ON delivery (due_at) WHERE state = 'waiting'",
        "DROP INDEX delivery_waiting",
    ),
    (
        "CREATE INDEX delivery_leased ON delivery (lease_until) WHERE state = 'leased'",
        "DROP INDEX delivery_leased",
    ),
    (
        "CREATE INDEX delivery_of_person ON delivery (openid, state)",
        "DROP INDEX delivery_of_person",
    ),
    (
        "CREATE INDEX delivery_msgid ON delivery (msgid) WHERE msgid <> ''",
        "DROP INDEX delivery_msgid",
    ),
    (
        "CREATE INDEX delivery_dead ON delivery (settled_at) WHERE state = 'dead'",
        "DROP INDEX delivery_dead",
    ),
    (
        "CREATE INDEX message_unread ON message (to_id) WHERE read_at IS NULL",
        "DROP INDEX message_unread",
    ),
    (
        "CREATE INDEX binding_live ON binding (person_id) WHERE to_at IS NULL",
        "DROP INDEX binding_live",
    ),
    # what reads walk along: the ORM indexes no foreign key
    *(
        (f"CREATE INDEX {name} ON {table}", f"DROP INDEX {name}")
        for name, table in (
            ("unit_of_scope", "unit (scope_id)"),
            ("home_of_unit", "home (unit_id)"),
            ("binding_of_home", "binding (home_id) WHERE to_at IS NULL"),
            ("appointment_of_person", "appointment (person_id)"),
            ("person_of_owner", "person (owner_id) WHERE owner_id IS NOT NULL"),
            ("case_of_scope", '"case" (scope_id, insurer_id)'),
        )
    ),
    _append_only("file"),
    _append_only("plan"),
    _append_only("condition_check"),
]


def _two_people(table: str, first: str, second: str) -> tuple[str, str]:
    return _check(table, "two_people", f"{second} IS NULL OR {second} <> {first}")


# The books: nobody approves what they entered, nothing is counted, credited or matched twice.
BOOKS_CONSTRAINTS: list[tuple[str, str]] = [
    _unique(
        "benchmark_once", "benchmark_rate", "tenor, since_on", "state IN ('proposed', 'confirmed')"
    ),
    _unique("bank_account_main", "bank_account", "main", "main"),
    _unique("offer_once", "placement_offer", "round_id, bank", "withdrawn_at IS NULL"),
    _unique("term_running", "deposit_term", "deposit_id", "closed_on IS NULL"),
    _unique("settlement_draft", "settlement", "term_id", "state = 'draft'"),
    _unique(
        "advice_once", "settlement", "deposit_id, advice_number", "state IN ('draft', 'posted')"
    ),
    _unique("line_once", "bank_line", "account_id, digest, nth", "true"),
    _unique("line_matched", "bank_matched", "line_id", "live AND line_id IS NOT NULL"),
    _unique("posting_matched", "bank_matched", "posting_id", "live AND posting_id IS NOT NULL"),
    _unique(
        "opening_matched", "bank_match", "account_id", "basis = 'opening' AND undone_at IS NULL"
    ),
    _unique("layout_once", "bank_layout", "titles_sha256", "true"),
    _unique(
        "month_once", "reconciliation", "account_id, month_on", "state IN ('prepared', 'certified')"
    ),
    _unique("warning_open", "fund_warning", "home_id", "ended_at IS NULL"),
    _unique("switch_open", "scope_switch", "building_id", "state = 'draft'"),
    _two_people("benchmark_rate", "entered_by", "decided_by"),
    _two_people("placement_round", "proposed_by", "decided_by"),
    _two_people("deposit", "entered_by", "confirmed_by"),
    _two_people("settlement", "entered_by", "confirmed_by"),
    _two_people("accounting_year", "asked_by", "confirmed_by"),
    _two_people("reconciliation", "prepared_by", "certified_by"),
    _two_people("fund_batch", "entered_by", "confirmed_by"),
    _two_people("scope_switch", "entered_by", "confirmed_by"),
    _two_people("voucher", "entered_by", "confirmed_by"),
    # R4.3: what the bank credited is the homes' and the scopes', to the fen
    _check("settlement", "whole", "interest_fen = benchmark_fen + value_added_fen"),
    _check(
        "settlement",
        "reversed_by_another",
        "reversed_by IS NULL OR reversed_by <> reversal_asked_by",
    ),
    _check("settlement", "order", "from_on < to_on"),
    _check("settlement", "principal", "principal_fen > 0"),
    _check("deposit_term", "order", "matures_on IS NULL OR opened_on < matures_on"),
    _check("deposit_term", "withdrawn", "withdrawn_fen BETWEEN 0 AND principal_fen"),
    _check("year_scope", "whole", "shares_fen + brought_fen = posted_fen + carried_fen"),
    _check("year_scope", "never_taken", "posted_fen >= 0 AND carried_fen <= 0"),
    _check("bank_line", "moves", "amount_fen <> 0"),
    _check("bank_matched", "one_side", "(line_id IS NULL) <> (posting_id IS NULL)"),
    _check("bank_note", "one_side", "(line_id IS NULL) <> (posting_id IS NULL)"),
    _check(
        "fund_line", "amount", "amount_fen >= 0 AND owed_fen >= 0 AND amount_fen + owed_fen > 0"
    ),
    _unique("fund_voucher", "fund_line", "voucher, home_id", "live"),
    _unique("fund_round_open", "fund_round", "(true)", "done_at IS NULL"),
    (
        "CREATE INDEX fund_batch_journal ON fund_batch (journal_id)",
        "DROP INDEX fund_batch_journal",
    ),
    _append_only("bank_line"),
    _append_only("bank_note"),
    _append_only("scope_change"),
    _append_only("year_report"),
]


# The vote: one valid ballot per home, two people for every paper; money of cases twice checked.
VOTES_CONSTRAINTS: list[tuple[str, str]] = [
    _unique("vote_open", "vote", "case_id", "state = 'open'"),
    # R8.3: one valid ballot per home, one word of each owner for it
    _unique("ballot_one_valid", "ballot", "vote_home_id", "state = 'valid'"),
    _unique(
        "ballot_one_word",
        "ballot",
        "vote_home_id, owner_id",
        "state IN ('valid', 'concurring', 'contested')",
    ),
    _unique("ballot_receipt", "ballot", "vote_id, receipt", "true"),
    _unique("paper_once", "ballot_line", "vote_home_id", "live"),
    # R2.6: one proxy for an owner's home
    _unique("proxy_once", "proxy", "vote_home_id, owner_id", "state IN ('draft', 'live')"),
    _unique("representative_once", "representative", "home_id", "state IN ('draft', 'live')"),
    _two_people("ballot_batch", "entered_by", "confirmed_by"),
    _two_people("proxy", "entered_by", "confirmed_by"),
    _two_people("representative", "entered_by", "confirmed_by"),
    _two_people("case_receipt", "entered_by", "confirmed_by"),
    _two_people("case_refund", "entered_by", "confirmed_by"),
    _check("vote", "order", "opened_at < ends_at AND ends_at <= count_at"),
    _check("vote", "roll", "homes > 0 AND heads > 0 AND area_cm2 > 0"),
    _check("vote_home", "area", "area_cm2 > 0"),
    _check(
        "case_share", "whole", "part_fen = fund_fen + owed_fen AND least(fund_fen, owed_fen) >= 0"
    ),
    _check("case_receipt", "amount", "amount_fen > 0"),
    _check("case_refund", "amount", "amount_fen > 0"),
    _check("case_refund", "of_one", "case_id IS NOT NULL OR special_id IS NOT NULL"),
    _unique("special_of_scope", "special_account", "scope_id", "kind = 'scope'"),
    (
        "CREATE UNIQUE INDEX receipt_voucher ON case_receipt"
        " (custody_id, voucher, case_id, home_id) NULLS NOT DISTINCT WHERE live",
        "DROP INDEX receipt_voucher",
    ),
    ("CREATE INDEX ballot_of_vote ON ballot (vote_id)", "DROP INDEX ballot_of_vote"),
    ("CREATE INDEX vote_due ON vote (count_at) WHERE state = 'open'", "DROP INDEX vote_due"),
    ("CREATE INDEX share_of_case ON case_share (case_id, version)", "DROP INDEX share_of_case"),
    ("CREATE INDEX receipt_of_case ON case_receipt (case_id)", "DROP INDEX receipt_of_case"),
    ("CREATE INDEX line_of_batch ON ballot_line (batch_id)", "DROP INDEX line_of_batch"),
    ('CREATE INDEX case_of_special ON "case" (special_id)', "DROP INDEX case_of_special"),
    _append_only("case_share"),
    _append_only("share_proposal"),
]


# Parameters: a version stays as it was, and no change is of one person alone. Section 14.
PARAMETERS_CONSTRAINTS: list[tuple[str, str]] = [
    _unique(
        "policy_version_once", "policy_version", "community_id, number", "community_id IS NOT NULL"
    ),
    _unique(
        "policy_version_city_once",
        "policy_version",
        "number",
        "community_id IS NULL AND number > 0",
    ),
    _append_only("policy_version"),
    _two_people("policy_change", "entered_by", "decided_by"),
    _check("policy_change", "filed", "(community_id IS NULL) = (file_id IS NULL)"),
    _check("policy_change", "in_force", "(state = 'confirmed') = (version_id IS NOT NULL)"),
]


def _waits(table: str, since: str, state: str) -> tuple[str, str]:
    return (
        f"CREATE INDEX {table}_waits ON \"{table}\" ({since}) WHERE state = '{state}'",
        f"DROP INDEX {table}_waits",
    )


# The desk: what waits for a second person, or for a clerk, is found without the rest. R1.2.
DESK_CONSTRAINTS: list[tuple[str, str]] = [
    _waits("voucher", "entered_at", "draft"),
    _waits("fund_batch", "entered_at", "draft"),
    _waits("scope_switch", "entered_at", "draft"),
    _waits("case_receipt", "entered_at", "draft"),
    _waits("case_refund", "entered_at", "draft"),
    _waits("ballot_batch", "entered_at", "draft"),
    _waits("settlement", "entered_at", "draft"),
    _waits("deposit", "entered_at", "draft"),
    _waits("proxy", "entered_at", "draft"),
    _waits("representative", "entered_at", "draft"),
    _waits("benchmark_rate", "entered_at", "proposed"),
    _waits("parameter_change", "entered_at", "proposed"),
    _waits("placement_round", "proposed_at", "proposed"),
    _waits("reconciliation", "prepared_at", "prepared"),
    _waits("binding_claim", "created_at", "open"),
    _waits("appointment", "created_at", "open"),
    _waits("import", "created_at", "ready"),
    (
        "CREATE INDEX settlement_reversal_waits ON settlement (reversal_asked_at)"
        " WHERE reversal_asked_by IS NOT NULL AND reversed_by IS NULL",
        "DROP INDEX settlement_reversal_waits",
    ),
    (
        "CREATE INDEX case_waits ON \"case\" (changed_at) WHERE state IN ('filed', 'planned',"
        " 'voted', 'not_carried', 'paused', 'cleared', 'requested', 'prepared')",
        "DROP INDEX case_waits",
    ),
    # photos of running notices: along the case, its lobbies and their evidence
    ("CREATE INDEX evidence_of_lobby ON evidence (lobby_id)", "DROP INDEX evidence_of_lobby"),
    (
        "CREATE INDEX case_hangs ON \"case\" (changed_at) WHERE state IN ('posting', 'noticed')",
        "DROP INDEX case_hangs",
    ),
]


# Rates, reversals and certificates as entries; applied after DESK_CONSTRAINTS.
BANK_ENTRIES_CONSTRAINTS: list[tuple[str, str]] = [
    _unique(
        "benchmark_once", "benchmark_rate", "tenor, since_on", "state IN ('draft', 'confirmed')"
    ),
    _two_people("benchmark_rate", "entered_by", "confirmed_by"),
    _waits("benchmark_rate", "entered_at", "draft"),
    _unique(
        "month_once", "reconciliation", "account_id, month_on", "state IN ('draft', 'confirmed')"
    ),
    _two_people("reconciliation", "entered_by", "confirmed_by"),
    _waits("reconciliation", "entered_at", "draft"),
    _unique("reversal_once", "settlement_reversal", "settlement_id", "state <> 'dropped'"),
    _two_people("settlement_reversal", "entered_by", "confirmed_by"),
    _waits("settlement_reversal", "entered_at", "draft"),
    (
        "CREATE INDEX deposit_taking ON deposit (entered_at) WHERE state = 'taking'",
        "DROP INDEX deposit_taking",
    ),
]


# Imports and changes of parameters as entries; an import that one person confirmed before stays.
ROLL_ENTRIES_CONSTRAINTS: list[tuple[str, str]] = [
    _two_people("parameter_change", "entered_by", "confirmed_by"),
    _waits("parameter_change", "entered_at", "draft"),
    (
        "ALTER TABLE import ADD CONSTRAINT import_two_people"
        " CHECK (confirmed_by IS NULL OR confirmed_by <> created_by) NOT VALID",
        "ALTER TABLE import DROP CONSTRAINT import_two_people",
    ),
]


# What a person's own reads walk along: their ballots, the rolls their homes are in, their cases.
READS_CONSTRAINTS: list[tuple[str, str]] = [
    (f"CREATE INDEX {name} ON {table}", f"DROP INDEX {name}")
    for name, table in (
        ("ballot_of_person", "ballot (person_id)"),
        ("vote_home_of_home", "vote_home (home_id)"),
        ("case_of_community", '"case" (community_id)'),
        ("case_of_person", '"case" (created_by)'),
    )
]


# Who is one natural person: all logins of whoever bears the account. R1.1.
LOGINS_WITH = """
CREATE FUNCTION logins_with(login uuid) RETURNS TABLE (login_id uuid) LANGUAGE sql STABLE AS $$
  SELECT a.id FROM account b JOIN account a ON a.employee_id = b.employee_id WHERE b.id = login
   UNION
  SELECT p.id FROM account b JOIN employee e ON e.id = b.employee_id
    JOIN owner o ON o.id_index = e.id_index JOIN person p ON p.owner_id = o.id WHERE b.id = login
   UNION
  SELECT p.id FROM account b JOIN employee e ON e.id = b.employee_id
    JOIN person p ON p.phone_index = e.phone_index WHERE b.id = login
$$
"""
EMPLOYEES_CONSTRAINTS: list[tuple[str, str]] = [
    _unique("employee_identity", "employee", "id_index", "id_index IS NOT NULL"),
    _unique("employee_phone", "employee", "phone_index", "phone_index IS NOT NULL"),
    ("CREATE INDEX account_of_employee ON account (employee_id)", "DROP INDEX account_of_employee"),
    (
        "CREATE INDEX person_by_phone ON person (phone_index) WHERE phone_index IS NOT NULL",
        "DROP INDEX person_by_phone",
    ),
    (LOGINS_WITH, "DROP FUNCTION logins_with(uuid)"),
]
