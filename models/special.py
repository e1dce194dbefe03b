"""Special accounts as remembered: which one pays a case, what it has, and what follows a step.

Every function runs inside the caller's transaction; the case's row is locked before any account.
"""

from collections.abc import Mapping
from datetime import datetime
from typing import Any
from uuid import UUID, uuid4

from msgspec.json import decode

from models import ledger
from models.base import jsonb, one, sql
from models.cases import Case
from models.numbering import new_number
from models.shares import homes_of
from rules.cases import OVER, CollectionFact, Facts, State
from rules.days import beijing_date
from rules.ledger import AccountKind
from rules.parameters import DEFAULT, Parameters
from rules.special import (
    Claim,
    Method,
    kept_for_years_fen,
    promised_fen,
    shared,
    to_share_fen,
)

HOLDER_MAX = 120


async def of_scope(scope_id: UUID) -> UUID | None:
    """The scope's own special account, if it was opened. 四(四)."""
    row = await one(
        "SELECT id FROM special_account WHERE scope_id = $1 AND kind = 'scope'", scope_id
    )
    return row["id"] if row else None


async def lock_scope(scope_id: UUID) -> str:
    """Nobody else counts what is in the scope's account until the transaction ends; its name."""
    row = await one("SELECT name FROM scope WHERE id = $1 FOR NO KEY UPDATE", scope_id)
    return str(row["name"]) if row else ""


_PAID_IN = """
((SELECT coalesce(sum(r.amount_fen), 0) FROM case_receipt r
   WHERE r.case_id = k.id AND r.state = 'posted')
 - (SELECT coalesce(sum(x.amount_fen), 0) FROM case_refund x
     WHERE x.case_id = k.id AND x.state = 'posted'))::bigint AS paid_in_fen
"""
_CLAIMS = f"""
SELECT k.state, {_PAID_IN},
       coalesce((k.facts->'collection'->>'gathered_fen')::bigint, 0) AS counted_fen,
       (SELECT coalesce(sum(CASE h.state WHEN 'open' THEN h.amount_fen ELSE h.captured_fen END), 0)
          FROM ledger_hold h WHERE h.case_id = k.id AND h.plan_version = k.version)::bigint
         AS held_fen,
       (SELECT sum(s.owed_fen) FROM case_share s
         WHERE s.case_id = k.id AND s.version = k.version)::bigint AS owed_fen
  FROM "case" k WHERE k.special_id = $1 AND k.id IS DISTINCT FROM $2
 ORDER BY k.created_at, k.number
"""


async def promised_to_others(special_id: UUID, but: UUID | None = None) -> int:
    """Fen of the account's free money that its cases, but for this one, count on or owe back."""
    account = await one("SELECT kind FROM special_account WHERE id = $1", special_id)
    of_scope = account is not None and account["kind"] == "scope"
    return promised_fen(of_scope, await _claims(special_id, but))


async def _claims(special_id: UUID, but: UUID | None) -> list[Claim]:
    rows = await sql(_CLAIMS, special_id, but)
    return [Claim(**row | {"state": State(row["state"])}) for row in rows]


async def unclaimed_fen(special_id: UUID, case_id: UUID) -> int:
    """Fen of a sole owner's account that no other case counts on for its years."""
    account = await ledger.account_for(AccountKind.SPECIAL, special_id)
    kept = kept_for_years_fen(await _claims(special_id, case_id))
    return max(0, account.available_fen - kept)


async def free_fen(special_id: UUID, case_id: UUID, version: int) -> int:
    """Fen of the account that this case can spend: what is available and what it holds itself,
    less what is there for other cases and for those who are to have it back."""
    account = await ledger.account_for(AccountKind.SPECIAL, special_id)
    own = await ledger.holds_of(case_id, version)
    held = sum(one.amount_fen for one in own if one.state == "open")
    promised = await promised_to_others(special_id, case_id)
    return max(0, account.available_fen - promised) + held


async def paid_in_fen(case_id: UUID) -> int:
    """What was paid in for the case and is not given back, in fen."""
    row = await one(f'SELECT {_PAID_IN} FROM "case" k WHERE k.id = $1', case_id)
    return int(row["paid_in_fen"]) if row else 0


async def open_account(
    case: Case, kind: str, details: Mapping[str, Any], actor: UUID, now: datetime
) -> UUID:
    """A new special account with its account in the books, at zero; the case belongs to it.

    `details`: holder, refund_bank, refund_cipher.
    """
    special_id, year = uuid4(), beijing_date(now).year
    number = await new_number("special", year)
    title = f"电梯保险专户 {details['holder']}"[:200]
    account_id = await ledger.ensure_account(AccountKind.SPECIAL, special_id, title, now)
    await sql(
        "INSERT INTO special_account (id, kind, scope_id, number, holder, refund_bank,"
        " refund_cipher, account_id, opened_by, opened_at)"
        " VALUES ($1,$2,$3,$4,$5,$6,$7,$8,$9,$10)",
        special_id,
        kind,
        case.scope_id,
        number,
        details["holder"],
        details["refund_bank"],
        details["refund_cipher"],
        account_id,
        actor,
        now,
    )
    await belongs(case, special_id)
    return special_id


async def belongs(case: Case, special_id: UUID) -> None:
    """The case is paid from this account."""
    await sql('UPDATE "case" SET special_id = $2 WHERE id = $1', case.id, special_id)
    case.special_id = special_id


async def account_of_scope(case: Case, actor: UUID, now: datetime) -> UUID:
    """The scope's account, opened if it was not, to which the case now belongs. 四(四)."""
    # Two plans of one scope at once: the second waits here and finds the account of the first.
    name = await lock_scope(case.scope_id)
    special_id = await of_scope(case.scope_id)
    if special_id is None:
        # Of a long place its end tells buildings apart, and the holder's column is short.
        holder = f"{name[-HOLDER_MAX + 2 :]}业主"
        details = {"holder": holder, "refund_bank": "", "refund_cipher": None}
        return await open_account(case, "scope", details, actor, now)
    if case.special_id != special_id:
        await belongs(case, special_id)
    return special_id


# --- what the homes of a scope would share


async def propose_by_area(case: Case, after: Facts, now: datetime) -> None:
    """What must come in is divided by area, where anything must and any home counts. R3.7."""
    total = await shared_fen(case, after.collection)
    areas = await homes_of(case.scope_id)
    if total and any(areas.values()):
        await propose(case, after, "area", total, shared(total, areas, "area"), None, now)


async def shared_fen(case: Case, collection: CollectionFact | None) -> int:
    """What the homes of the scope share for this plan, in fen."""
    if collection is None:
        return 0
    paid = await paid_in_fen(case.id)
    return to_share_fen(collection.needed_fen, collection.gathered_fen, paid)


async def propose(
    case: Case,
    facts: Facts,
    method: Method,
    total_fen: int,
    parts: Mapping[UUID, int],
    actor: UUID | None,
    now: datetime,
) -> None:
    """This is what the owners are to vote on from now on."""
    await sql(
        "INSERT INTO share_proposal (id, case_id, version, nth, method, total_fen, parts,"
        " proposed_by, proposed_at) SELECT gen_random_uuid(), $1, $2,"
        " 1 + count(*), $3, $4, $5::jsonb, $6, $7 FROM share_proposal"
        " WHERE case_id = $1 AND version = $2",
        case.id,
        facts.version,
        method,
        total_fen,
        jsonb({str(home): fen for home, fen in parts.items()}),
        actor,
        now,
    )


async def proposal_of(case_id: UUID, version: int) -> dict[str, Any] | None:
    """The latest proposal: method, total_fen, parts (home id -> fen), proposed_at; or None."""
    row = await one(
        "SELECT method, total_fen, proposed_at, (SELECT jsonb_agg(jsonb_build_array(key, value)"
        " ORDER BY key)::text FROM jsonb_each_text(parts)) AS parts FROM share_proposal"
        " WHERE case_id = $1 AND version = $2 ORDER BY nth DESC LIMIT 1",
        case_id,
        version,
    )
    if row is None:
        return None
    pairs = decode(row["parts"] or "[]")
    return {**row, "parts": {UUID(home): int(fen) for home, fen in pairs}}


async def shares_stand(case: Case, version: int) -> None:
    """What the owners agreed to is what each home owes. 四(四)."""
    found = await proposal_of(case.id, version)
    if found is None:
        return
    homes = [home for home, fen in found["parts"].items() if fen]
    await sql(
        "INSERT INTO case_share (id, case_id, version, home_id, area_cm2, part_fen, fund_fen,"
        " owed_fen) SELECT gen_random_uuid(), $1, $2, l.home_id, h.area_cm2, l.fen, 0, l.fen"
        " FROM unnest($3::uuid[], $4::bigint[]) AS l(home_id, fen) JOIN home h ON h.id = l.home_id",
        case.id,
        version,
        homes,
        [found["parts"][home] for home in homes],
    )


# --- the years of an independent owner


async def cases_of(special_id: UUID) -> list[dict[str, Any]]:
    """The cases paid from the account, oldest first, with what their plans and payouts say."""
    return await sql(
        "SELECT k.id, k.number, k.flow, k.state, k.version,"
        " coalesce(k.facts->>'renews', '') AS renews,"
        " (k.facts->>'premium_fen')::bigint AS premium_fen,"
        " k.facts->'contract'->>'from_on' AS from_on, k.facts->'contract'->>'to_on' AS to_on,"
        " coalesce(h.captured_fen, 0)::bigint AS paid_fen,"
        " coalesce(h.state = 'open', false) AS holds, p.body::text AS plan"
        ' FROM "case" k LEFT JOIN ledger_hold h ON h.case_id = k.id'
        "   AND h.plan_version = k.version"
        " LEFT JOIN plan p ON p.case_id = k.id AND p.version = k.version"
        " WHERE k.special_id = $1 ORDER BY k.created_at, k.number LIMIT 200",
        special_id,
    )


def live(cases: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Those that did not come to nothing."""
    return [row for row in cases if State(row["state"]) not in OVER]


def running_years(cases: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The cases of the years paid in at once last: the last first case and what renewed it."""
    found = live(cases)
    roots = [place for place, row in enumerate(found) if not row["renews"]]
    return found[roots[-1] :] if roots else found


async def years_at_once(cases: list[dict[str, Any]]) -> int:
    """For how many years an independent owner pays in at once: by the rules that the first of
    these cases goes by, or today's default where there is none. independent.years."""
    if not cases:
        return DEFAULT.independent_years
    row = await one(
        "SELECT (facts->'parameters')::text AS rules FROM \"case\" WHERE id = $1", cases[0]["id"]
    )
    assert row is not None
    return decode(row["rules"], type=Parameters).independent_years


async def years_from(case: Case) -> int:
    """How many of the years paid in at once are left, that of this case included; one for a case
    that came to nothing or belongs to years gone by."""
    assert case.special_id is not None
    running = running_years(await cases_of(case.special_id))
    ids = [row["id"] for row in running]
    if case.id not in ids:
        return 1
    return max(1, await years_at_once(running) - ids.index(case.id))
