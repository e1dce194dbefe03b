"""Which lines and postings are the same money: suggested, matched by themselves or by hand, undone.
R3.9."""

import asyncio
from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any
from uuid import UUID

from handlers.banking.views import (
    BASES,
    AutoMatched,
    MatchBody,
    Matches,
    MatchQuery,
    MatchView,
    OpeningBody,
    ReasonBody,
    SideItem,
    SuggestionQuery,
    Suggestions,
    SuggestionView,
)
from handlers.paging import cut, place
from handlers.route import Context, route
from handlers.shown import at, maybe
from models.banking import matches, opens, statements
from models.banking.matches import Made
from models.banking.opens import Entry
from rules.banking.matching import NEAR, Basis, Item, Proposal, propose, tokens
from rules.days import beijing_date
from rules.events.books import LinesMatched, MatchUndone
from rules.money import yuan
from rules.people import BOOKKEEPERS, Role
from rules.refusals.asking import NotFound
from rules.refusals.books import (
    AlreadyMatched,
    MatchNotFound,
    MatchUnequal,
    MonthCertified,
    StatementNotReady,
)

# So many unmatched lines and postings are looked at, the oldest; the rest come when they are done.
LOOKED_AT = 60_000
SHOWN_OF_EACH = 50


def _item(entry: Entry) -> Item:
    """What the suggestions see of a line or a posting.

    A voucher that names a line (its id) names it as surely as a number would.
    """
    texts: tuple[str, ...] = (entry.reference, entry.memo)
    if entry.at_bank:
        texts = (*texts, str(entry.id))
    item = Item(entry.id, entry.on, entry.amount_fen, texts)
    groups = (entry.journal_id, *sorted(tokens(item))) if entry.journal_id else tokens(item)
    back = entry.reverses or entry.journal_id
    return Item(entry.id, entry.on, entry.amount_fen, texts, tuple(groups), back)


async def _proposals(
    account: dict[str, Any], until: date
) -> tuple[list[Proposal], dict[UUID, Entry]]:
    """What may be matched of what nothing is matched with.

    Where not everything is looked at, nothing is proposed of the last days: what lies beyond could
    be the other candidate.
    """
    found = await opens.unmatched(account, until, LOOKED_AT)
    horizon = found[-1].on - NEAR if len(found) == LOOKED_AT else date.max

    def think() -> list[Proposal]:
        lines = [_item(entry) for entry in found if entry.at_bank]
        made = propose(lines, [_item(entry) for entry in found if not entry.at_bank])
        return [one for one in made if one.until < horizon]

    return await asyncio.to_thread(think), {entry.id: entry for entry in found}


@route("GET", "/bank-accounts/{bank_account_id}/suggestions", who=BOOKKEEPERS)
async def match_suggestions(
    ctx: Context, bank_account_id: UUID, query: SuggestionQuery
) -> Suggestions:
    """银行流水与账目可能对应的建议，两边都唯一的标明。R3.9。"""
    account = await statements.account_row(bank_account_id)
    proposals, entries = await _proposals(account, beijing_date(ctx.now))
    kept = [one for one in proposals if query.sure is None or one.sure is query.sure]
    page = kept[query.after : query.after + query.limit]
    more = len(kept) > query.after + query.limit
    return Suggestions(
        items=[_suggested(one, entries) for one in page],
        next=str(query.after + query.limit) if more else "",
    )


def _suggested(one: Proposal, entries: dict[UUID, Entry]) -> SuggestionView:
    return SuggestionView(
        basis=one.basis,
        basis_title=BASES[one.basis],
        sure=one.sure,
        amount_fen=sum(item.amount_fen for item in (one.lines or one.entries)),
        lines=_sides(entries[item.id] for item in one.lines[:SHOWN_OF_EACH]),
        postings=_sides(entries[item.id] for item in one.entries[:SHOWN_OF_EACH]),
    )


def _sides(entries: Iterable[Entry]) -> list[SideItem]:
    return [
        SideItem(
            line_id=entry.id if entry.at_bank else None,
            posting_id=None if entry.at_bank else entry.id,
            on=entry.on,
            amount_fen=entry.amount_fen,
            reference=entry.reference,
            counterparty=entry.counterparty,
            memo=entry.memo,
        )
        for entry in entries
    ]


@route("POST", "/bank-accounts/{bank_account_id}/matching/auto", who=Role.FINANCE)
async def match_by_itself(ctx: Context, bank_account_id: UUID) -> AutoMatched:
    """自动核对：只核对两边都唯一的对应，其余留待人工。R3.9。"""
    account = await statements.lock_account(bank_account_id)
    made = await _opening(account, frozenset(), strict=False)
    await matches.keep_matches(bank_account_id, made, ctx.id, ctx.now)
    proposals, entries = await _proposals(account, beijing_date(ctx.now))
    sure = [one for one in proposals if one.sure]
    found = [Made(one.basis, _rows(one.lines), _rows(one.entries)) for one in sure]
    await matches.keep_matches(bank_account_id, found, ctx.id, ctx.now)
    used = {item.id for one in sure for item in (*one.lines, *one.entries)}
    left = [entry.at_bank for entry in entries.values() if entry.id not in used]
    matched = Counter(str(one.basis) for one in (*made, *found))
    if matched:
        data = dict(matched)
        ctx.record(LinesMatched(subject_id=str(bank_account_id), at=ctx.now, data=data))
    return AutoMatched(
        matched=dict(matched), lines_left=sum(left), postings_left=len(left) - sum(left)
    )


def _rows(items: Sequence[Item]) -> list[dict[str, Any]]:
    return [{"id": item.id, "on": item.on, "amount_fen": item.amount_fen} for item in items]


async def _opening(account: dict[str, Any], but: frozenset[UUID], *, strict: bool) -> list[Made]:
    """The match of the first opening balance with all earlier postings but these, if they agree.

    With `strict` refuses StatementNotReady, AlreadyMatched, MatchUnequal, NotFound.
    """
    side = await statements.bank_side(account["id"])
    if side.first_on is None:
        if strict:
            raise StatementNotReady("还没有入库的对账单")
        return []
    if await matches.opening_match(account["id"]):
        if strict:
            raise AlreadyMatched("期初余额已经核对")
        return []
    before = await matches.entries_before(account["account_id"], side.first_on)
    if strict and but - {row["id"] for row in before}:
        raise NotFound("没有该笔期初以前的分录")
    kept = [row for row in before if row["id"] not in but]
    books = sum(row["amount_fen"] for row in kept)
    if kept and books == side.opening_fen:
        return [Made(Basis.OPENING, [], kept)]
    if strict:
        raise _unequal(side.opening_fen, books)
    return []


def _unequal(bank_fen: int, books_fen: int) -> MatchUnequal:
    return MatchUnequal(
        f"银行 {yuan(bank_fen)} 元，账上 {yuan(books_fen)} 元",
        bank_fen=bank_fen,
        books_fen=books_fen,
    )


@route(
    "POST",
    "/bank-accounts/{bank_account_id}/matching/opening",
    who=Role.FINANCE,
    refuses=(StatementNotReady, AlreadyMatched, MatchUnequal),
)
async def match_opening(ctx: Context, bank_account_id: UUID, body: OpeningBody) -> MatchView:
    """核对期初余额：首份对账单以前的分录（银行当时尚未入账的除外）合计等于其期初余额。R3.9。"""
    account = await statements.lock_account(bank_account_id)
    made = await _opening(account, frozenset(body.except_posting_ids), strict=True)
    return await _kept(ctx, account, made[0])


@route(
    "POST",
    "/bank-accounts/{bank_account_id}/matches",
    who=Role.FINANCE,
    refuses=(AlreadyMatched, MatchUnequal),
)
async def match_by_hand(ctx: Context, bank_account_id: UUID, body: MatchBody) -> MatchView:
    """人工核对：若干笔流水与若干笔分录，两边合计相等；只有一边的，合计须为零。R3.9。"""
    account = await statements.lock_account(bank_account_id)
    wanted, also = set(body.line_ids), set(body.posting_ids)
    lines = await matches.lines_by_id(bank_account_id, list(wanted))
    entries = await matches.entries_by_id(account["account_id"], list(also))
    if (not lines and not entries) or len(lines) < len(wanted) or len(entries) < len(also):
        raise NotFound("没有该笔流水或分录")
    if any(row["match_id"] for row in (*lines, *entries)):
        raise AlreadyMatched()
    bank, books = (sum(row["amount_fen"] for row in rows) for rows in (lines, entries))
    if bank != books:
        raise _unequal(bank, books)
    basis = Basis.REVERSAL if not lines else Basis.HAND
    return await _kept(ctx, account, Made(basis, lines, entries))


async def _kept(ctx: Context, account: dict[str, Any], made: Made) -> MatchView:
    (match_id,) = await matches.keep_matches(account["id"], [made], ctx.id, ctx.now)
    data = {str(made.basis): 1}
    ctx.record(LinesMatched(subject_id=str(account["id"]), at=ctx.now, data=data))
    return await _match(match_id)


async def _match(match_id: UUID) -> MatchView:
    row = await matches.match_row(match_id)
    return _viewed(row, await matches.members([match_id], SHOWN_OF_EACH))


def _viewed(row: dict[str, Any], members: Sequence[dict[str, Any]]) -> MatchView:
    names = ("line_id", "posting_id", "on", "amount_fen", "reference", "counterparty", "memo")
    return MatchView(
        id=row["id"],
        basis=Basis(row["basis"]),
        basis_title=BASES[row["basis"]],
        amount_fen=row["amount_fen"],
        from_on=row["from_on"],
        to_on=row["to_on"],
        items=[SideItem(**{name: member[name] for name in names}) for member in members],
        matched_by=row["matched_by"],
        matched_at=at(row["matched_at"]),
        undone_by=row["undone_by"],
        undone_at=maybe(row["undone_at"]),
    )


@route("GET", "/bank-accounts/{bank_account_id}/matches", who=BOOKKEEPERS)
async def bank_matches(ctx: Context, bank_account_id: UUID, query: MatchQuery) -> Matches:
    """已核对的对应关系，最新在前；撤销的保留。R3.9。"""
    await statements.account_row(bank_account_id)
    rows = await matches.matches_page(
        bank_account_id, query.undone, place(query.after), query.limit + 1
    )
    page, following = cut(rows, query.limit, "matched_at")
    members = await matches.members([row["id"] for row in page], SHOWN_OF_EACH)
    return Matches(
        items=[_viewed(row, [m for m in members if m["match_id"] == row["id"]]) for row in page],
        next=following,
    )


@route(
    "POST",
    "/bank-matches/{match_id}/undoing",
    who=Role.FINANCE,
    refuses=(MatchNotFound, MonthCertified),
)
async def undo_match(ctx: Context, match_id: UUID, body: ReasonBody) -> MatchView:
    """撤销一笔核对（保留记录）；已出具调节表所依据的不能撤销。R3.9。"""
    found = await matches.live_match(match_id)
    if found is None:
        raise MatchNotFound()
    await statements.lock_account(found["account_id"])
    found = await matches.live_match(match_id)
    if found is None:
        raise MatchNotFound()
    if await matches.rests_on(found["account_id"], found):
        raise MonthCertified()
    await matches.end_match(match_id, ctx.id, ctx.now)
    subject, data = str(found["account_id"]), {"basis": found["basis"]}
    ctx.record(MatchUndone(subject_id=subject, at=ctx.now, why=body.reason, data=data))
    return await _match(match_id)
