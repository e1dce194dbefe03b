"""Pooled accounts, registrations, payouts and the programme in figures, for anybody. R12.1.

Every sum is read from the ledger; what concerns fewer owners than `publish.min_group` is
withheld (R12.2), but counted in the totals. Never exactly one account: `withholding`.
"""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Annotated, Any
from uuid import UUID

import msgspec
from msgspec import Meta

from handlers.disclosure.notices import like, listed
from handlers.disclosure.views import NoticeQuery, PublicNoticeRow
from handlers.disclosure.withholding import withheld
from handlers.lists import cut, view_of
from handlers.paging import cut as cut_at
from handlers.paging import place
from handlers.route import Answer, Context, Page, route
from handlers.shown import at
from models.base import one, sql
from models.ledger.reading import LINES
from rules.days import beijing_date
from rules.people import Role
from rules.publishing import Suppression
from rules.refusals.asking import Malformed, NotFound

JOURNALS = {
    "opening_income": "以前年度未分配增值收益转入",
    "income": "增值收益计入",
    "pooled_payout": "拨付电梯维修保险保费",
    "reversal": "更正（冲销）",
}


class AccountQuery(Page, frozen=True):
    """`q` a part of the place; `after` a cursor from the answer before."""

    q: Annotated[str, Meta(max_length=60)] = ""


class PublicAccountRow(Answer, frozen=True):
    """A pooled account; the figures are null where too few owners share it (R12.2)."""

    scope_id: UUID
    name: str
    kind: str
    withheld: bool
    balance_fen: int | None
    held_fen: int | None
    available_fen: int | None


class PublicAccountList(Answer, frozen=True):
    """Accounts by their code; the totals are of all accounts, not of this page.

    They are null where there is one account and it is withheld: they would be its own (R12.2).
    """

    items: list[PublicAccountRow]
    total_balance_fen: int | None
    total_held_fen: int | None
    as_of: datetime
    next: str = ""


class Source(Answer, frozen=True):
    """A part of the balance: where it came from, or where it went (negative)."""

    words: str
    amount_fen: int


class Movement(Answer, frozen=True):
    """A line of the account: the bank's day, what for, the sum and the balance after it."""

    effective_on: date
    words: str
    amount_fen: int
    balance_after_fen: int
    case_number: str = ""


class PublicAccount(Answer, frozen=True):
    """One pooled account: figures, sources, movements (newest first) and its notices."""

    account: PublicAccountRow
    sources: list[Source]
    movements: list[Movement]
    notices: list[PublicNoticeRow]
    as_of: datetime
    next: str = ""


_COUNTED = """
SELECT s.id, s.code, s.name, s.kind, a.id AS account_id, a.balance_fen, a.held_fen,
       (SELECT count(DISTINCT o.owner_id) FROM owned_on($1) o JOIN home h ON h.id = o.home_id
          JOIN unit u ON u.id = h.unit_id WHERE u.scope_id = s.id) AS owners
  FROM scope s JOIN ledger_account a ON a.owner_ref = s.id AND a.kind = 'pooled'
"""
_ACCOUNTS = _COUNTED + (
    " WHERE s.code > $2 AND ($3 = '' OR s.name ILIKE $3) AND (a.balance_fen <> 0 OR EXISTS ("
    "   SELECT 1 FROM unit x WHERE x.scope_id = s.id) OR NOT EXISTS ("
    "   SELECT 1 FROM scope_change k WHERE k.from_scope_id = s.id)) ORDER BY s.code LIMIT $4"
)
_TOTALS = """
SELECT coalesce(sum(balance_fen), 0)::bigint AS balance_fen,
       coalesce(sum(held_fen), 0)::bigint AS held_fen
  FROM ledger_account WHERE kind = 'pooled'
"""


@route("GET", "/public/scopes", who=Role.PUBLIC, refuses=(Malformed,), limit="public")
async def public_scopes(ctx: Context, query: AccountQuery) -> PublicAccountList:
    """各楼栋单元统筹账户余额，无需登录。R12.1。"""
    if "\x00" in query.after or len(query.after) > 40:
        raise Malformed(errors=[{"pointer": "after", "detail": "游标无效"}])
    rows = await sql(_ACCOUNTS, beijing_date(ctx.now), query.after, like(query.q), query.limit + 1)
    hidden, few = await withheld(ctx)
    totals = await _totals(hidden)
    page = rows[: query.limit]
    return PublicAccountList(
        items=[_account(row, hidden, few) for row in page],
        total_balance_fen=totals["balance_fen"],
        total_held_fen=totals["held_fen"],
        as_of=at(ctx.now),
        next=page[-1]["code"] if len(rows) > query.limit else "",
    )


async def _totals(hidden: Suppression) -> dict[str, int | None]:
    totals = await one(_TOTALS)
    assert totals is not None
    return dict.fromkeys(totals) if hidden.total else totals


def _hides(row: dict[str, Any], hidden: Suppression, few: int) -> bool:
    return row["id"] in hidden.parts or row["owners"] < few


def _account(row: dict[str, Any], hidden: Suppression, few: int) -> PublicAccountRow:
    without = _hides(row, hidden, few)
    balance, held = row["balance_fen"], row["held_fen"]
    return PublicAccountRow(
        scope_id=row["id"],
        name=row["name"],
        kind=row["kind"],
        withheld=without,
        balance_fen=None if without else balance,
        held_fen=None if without else held,
        available_fen=None if without else balance - held,
    )


_SOURCES = """
SELECT coalesce(r.kind, j.kind) AS kind, extract(year FROM j.effective_on)::int AS year,
       -sum(p.amount_fen)::bigint AS amount_fen
  FROM ledger_posting p
  JOIN ledger_journal j ON j.id = p.journal_id
  LEFT JOIN ledger_journal r ON r.id = j.reverses_id
 WHERE p.account_id = $1 GROUP BY 1, 2 HAVING sum(p.amount_fen) <> 0 ORDER BY 2, 1
"""


@route(
    "GET",
    "/public/scopes/{scope_id}",
    who=Role.PUBLIC,
    refuses=(NotFound, Malformed),
    limit="public",
)
async def public_scope(ctx: Context, scope_id: UUID, query: Page) -> PublicAccount:
    """一个统筹账户的余额、资金来源、收支明细和相关公示，无需登录。R4.7、R12.1。"""
    row = await one(_COUNTED + " WHERE s.id = $2", beijing_date(ctx.now), scope_id)
    if row is None:
        raise NotFound("没有找到该账户")
    account = _account(row, *await withheld(ctx))
    notices = await listed(NoticeQuery(limit=20), scope_id)
    sources: list[Source] = []
    movements: list[Movement] = []
    following = ""
    if not account.withheld:
        sources = await _sources(row["account_id"])
        query = msgspec.structs.replace(query, limit=min(query.limit, 100))
        lines = await cut(LINES, query, account_id=row["account_id"])
        movements, following = [_movement(line) for line in lines.rows], lines.next
    return PublicAccount(
        account=account,
        sources=sources,
        movements=movements,
        notices=notices.items,
        as_of=at(ctx.now),
        next=following,
    )


async def origins(ctx: Context, scope_id: UUID) -> tuple[int | None, list[Source]]:
    """The account's balance and where it came from; None and nothing where it is withheld."""
    row = await one(_COUNTED + " WHERE s.id = $2", beijing_date(ctx.now), scope_id)
    if row is None or _hides(row, *await withheld(ctx)):
        return None, []
    return row["balance_fen"], await _sources(row["account_id"])


async def _sources(account_id: UUID) -> list[Source]:
    return [
        Source(
            words=f"{row['year']}年 {JOURNALS.get(row['kind'], row['kind'])}",
            amount_fen=row["amount_fen"],
        )
        for row in await sql(_SOURCES, account_id)
    ]


def _movement(line: Mapping[str, Any]) -> Movement:
    words = JOURNALS.get(line["kind"], line["kind"])
    return view_of(Movement, line, words=words, case_number=line["case_number"] or "")


class Registration(Answer, frozen=True):
    """A registered case; the premium in fen."""

    number: str
    case_number: str
    registered_at: datetime
    place: str
    insurer: str
    elevators: int
    premium_fen: int
    notice_token: str


class RegistrationList(Answer, frozen=True):
    """Registered cases, newest first."""

    items: list[Registration]
    next: str = ""


_REGISTRATIONS = """
SELECT * FROM (
  SELECT k.id, k.number AS case_number, k.facts->>'registration_number' AS number,
         jsonb_array_length(k.facts->'elevators') AS elevators,
         (k.facts->>'premium_fen')::bigint AS premium_fen, s.name AS place, i.name AS insurer,
         n.token AS notice_token,
         (SELECT max(e.at) FROM log_event e
           WHERE e.subject_id = k.id AND e.kind = 'Registered') AS registered_at
    FROM "case" k
    JOIN scope s ON s.id = k.scope_id
    JOIN insurer i ON i.id = k.insurer_id
    JOIN public_notice n ON n.case_id = k.id AND n.version = k.version
   WHERE k.facts->>'registration_number' <> ''
) r WHERE (r.registered_at, r.id) < ($1, $2) ORDER BY r.registered_at DESC, r.id DESC LIMIT $3
"""


@route("GET", "/public/registrations", who=Role.PUBLIC, refuses=(Malformed,), limit="public")
async def public_registrations(ctx: Context, query: Page) -> RegistrationList:
    """已登记备案的办件，由新到旧，无需登录。R12.1。"""
    before, row_id = place(query.after)
    rows = await sql(_REGISTRATIONS, before, row_id, query.limit + 1)
    page, following = cut_at(rows, query.limit, "registered_at")
    items = [
        Registration(
            **{
                **{name: value for name, value in row.items() if name != "id"},
                "registered_at": at(row["registered_at"]),
            }
        )
        for row in page
    ]
    return RegistrationList(items=items, next=following)


class PublicPayout(Answer, frozen=True):
    """A premium that was paid, in fen; the payee is always the insurer (R3.5)."""

    paid_at: datetime
    case_number: str
    place: str
    insurer: str
    amount_fen: int
    notice_token: str


class PublicPayoutList(Answer, frozen=True):
    """Payouts, newest first; the total is of all of them, from the ledger."""

    items: list[PublicPayout]
    total_fen: int
    next: str = ""


_PAYOUTS = """
SELECT p.id, p.paid_at, k.number AS case_number, s.name AS place, i.name AS insurer,
       p.amount_fen, n.token AS notice_token
  FROM payout p
  JOIN "case" k ON k.id = p.case_id
  JOIN scope s ON s.id = k.scope_id
  JOIN insurer i ON i.id = k.insurer_id
  JOIN public_notice n ON n.case_id = k.id AND n.version = k.version
 WHERE p.state = 'paid' AND (p.paid_at, p.id) < ($1, $2)
 ORDER BY p.paid_at DESC, p.id DESC LIMIT $3
"""
# Of the same payouts, what the books say went to insurers, whichever accounts it came from. A sole
# owner's own money goes without a notice and is one owner's figure: it is in neither. R12.2.
_PAID = """
SELECT coalesce(-sum(x.amount_fen), 0)::bigint AS paid_fen
  FROM payout p
  JOIN "case" k ON k.id = p.case_id
  JOIN public_notice n ON n.case_id = k.id AND n.version = k.version
  JOIN ledger_posting x ON x.journal_id = p.journal_id AND x.payee IS NOT NULL
 WHERE p.state = 'paid'
"""


@route("GET", "/public/payouts", who=Role.PUBLIC, refuses=(Malformed,), limit="public")
async def public_payouts(ctx: Context, query: Page) -> PublicPayoutList:
    """已拨付的保费，由新到旧，合计与账簿一致，无需登录。R12.1。"""
    before, row_id = place(query.after)
    rows = await sql(_PAYOUTS, before, row_id, query.limit + 1)
    paid = await one(_PAID)
    assert paid is not None
    page, following = cut_at(rows, query.limit, "paid_at")
    items = [
        PublicPayout(
            **{
                **{name: value for name, value in row.items() if name != "id"},
                "paid_at": at(row["paid_at"]),
            }
        )
        for row in page
    ]
    return PublicPayoutList(items=items, total_fen=paid["paid_fen"], next=following)


class PublicProgramme(Answer, frozen=True):
    """The programme in figures; sums in fen, null as in `PublicAccountList`."""

    running_notices: int
    registered_cases: int
    insured_elevators: int
    scopes: int
    balance_fen: int | None
    held_fen: int | None
    paid_fen: int
    as_of: datetime


_PROGRAMME = """
SELECT (SELECT count(*) FROM "case" WHERE state IN ('posting', 'noticed', 'paused')
          AND facts->>'registration_number' = '') AS running_notices,
       (SELECT count(*) FROM "case" WHERE facts->>'registration_number' <> '') AS registered_cases,
       (SELECT count(DISTINCT c.elevator_id) FROM cover c JOIN policy p ON p.id = c.policy_id
         WHERE c.live AND p.state = 'active' AND c.from_on <= $1 AND c.to_on >= $1)
         AS insured_elevators,
       (SELECT count(*) FROM ledger_account WHERE kind = 'pooled') AS scopes
"""


@route("GET", "/public/programme", who=Role.PUBLIC, limit="public")
async def public_programme(ctx: Context) -> PublicProgramme:
    """改革总体情况，无需登录。R12.1。"""
    counts = await one(_PROGRAMME, beijing_date(ctx.now))
    totals, paid = await _totals((await withheld(ctx))[0]), await one(_PAID)
    assert counts is not None and paid is not None
    return PublicProgramme(
        **counts,
        balance_fen=totals["balance_fen"],
        held_fen=totals["held_fen"],
        paid_fen=paid["paid_fen"],
        as_of=at(ctx.now),
    )
