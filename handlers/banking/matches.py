"""Lines and postings that are the same money: matched by hand, listed, undone. R3.9."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Annotated, Any
from uuid import UUID

from msgspec import Meta

from handlers.banking.fields import BankingReason, Ids
from handlers.lists import Listed, cut, listing, view_of
from handlers.route import Answer, Body, Context, Page, route
from models.banking import matches, statements
from models.banking.matches import Made
from rules.banking.matching import MatchBasis
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

BASES: Mapping[str, str] = {
    MatchBasis.REFERENCE: "金额、日期与编号一致",
    MatchBasis.DAY: "金额与日期一致",
    MatchBasis.GROUP: "同日同批合计一致",
    MatchBasis.NEAR: "金额一致、日期相近",
    MatchBasis.REVERSAL: "分录与其冲销相抵",
    MatchBasis.OPENING: "期初余额",
    MatchBasis.HAND: "人工核对",
}


class BankMatchItem(Answer, frozen=True):
    """对应关系中的一笔：流水（`posting_id` 为空）或分录（`line_id` 为空）。"""

    line_id: Annotated[UUID | None, Meta(description="账上的分录为空")]
    posting_id: Annotated[UUID | None, Meta(description="银行的流水为空")]
    on: date
    amount_fen: Annotated[int, Meta(description="正为收入，负为支出")]
    reference: Annotated[str, Meta(title="编号", description="银行流水号或记账编号")]
    counterparty: str
    memo: str


class OpeningMatchBody(Body, frozen=True):
    """首份对账单以前的分录中，银行当时尚未入账、不参与核对期初余额的各笔。"""

    except_posting_ids: Ids = []


class BankMatchBody(Body, frozen=True):
    """确认为同一笔钱的流水与分录，两边合计相等；只有一边的，合计须为零。"""

    line_ids: Ids = []
    posting_ids: Ids = []


class BankMatchView(Answer, frozen=True):
    """一组核对：互相对应的流水和分录；笔数极多的只列前面的。"""

    id: UUID
    basis: MatchBasis
    basis_title: str
    amount_fen: int
    from_on: date
    to_on: date
    items: Annotated[list[BankMatchItem], Meta(title="流水和分录", description="极多时只列前面的")]
    matched_by: UUID | None
    matched_at: datetime
    undone_by: UUID | None
    undone_at: datetime | None


class MatchQuery(Page, frozen=True):
    """Only those that were undone, or that stand; of one ground."""

    undone: Annotated[bool | None, Meta(description="`true` 只看已撤销的，`false` 只看有效的")] = (
        None
    )
    basis: MatchBasis | None = None


SHOWN_OF_EACH = 50


async def opening_match(
    account: dict[str, Any], but: frozenset[UUID], *, strict: bool
) -> list[Made]:
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
        return [Made(MatchBasis.OPENING, [], kept)]
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
async def match_opening_balance(
    ctx: Context, bank_account_id: UUID, body: OpeningMatchBody
) -> BankMatchView:
    """核对期初余额：首份对账单以前的分录（银行当时尚未入账的除外）合计等于其期初余额。R3.9。"""
    account = await statements.lock_account(bank_account_id)
    made = await opening_match(account, frozenset(body.except_posting_ids), strict=True)
    return await _kept(ctx, account, made[0])


@route(
    "POST",
    "/bank-accounts/{bank_account_id}/matches",
    who=Role.FINANCE,
    refuses=(AlreadyMatched, MatchUnequal),
)
async def enter_bank_match(
    ctx: Context, bank_account_id: UUID, body: BankMatchBody
) -> BankMatchView:
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
    basis = MatchBasis.REVERSAL if not lines else MatchBasis.HAND
    return await _kept(ctx, account, Made(basis, lines, entries))


async def _kept(ctx: Context, account: dict[str, Any], made: Made) -> BankMatchView:
    (match_id,) = await matches.keep_matches(account["id"], [made], ctx.id, ctx.now)
    data = {str(made.basis): 1}
    ctx.record(LinesMatched(subject_id=str(account["id"]), at=ctx.now, data=data))
    return await _match(match_id)


async def _match(match_id: UUID) -> BankMatchView:
    row = await matches.match_row(match_id)
    return _viewed(row, await matches.members([match_id], SHOWN_OF_EACH))


def _viewed(row: dict[str, Any], members: Sequence[dict[str, Any]]) -> BankMatchView:
    items = [view_of(BankMatchItem, member) for member in members]
    return view_of(BankMatchView, row, basis_title=BASES[row["basis"]], items=items)


@listing("/bank-accounts/{bank_account_id}/matches", who=BOOKKEEPERS)
async def list_bank_matches(
    ctx: Context, bank_account_id: UUID, query: MatchQuery
) -> Listed[BankMatchView]:
    """已核对的对应关系，最新在前；撤销的保留。R3.9。"""
    await statements.account_row(bank_account_id)
    undone = None if query.undone is None else str(query.undone)
    found = await cut(matches.MATCHES, query, bank_account_id=bank_account_id, undone=undone)
    members = await matches.members([row["id"] for row in found.rows], SHOWN_OF_EACH)
    return found.listed(
        [_viewed(row, [m for m in members if m["match_id"] == row["id"]]) for row in found.rows]
    )


@route(
    "POST",
    "/bank-matches/{match_id}/undoing",
    who=Role.FINANCE,
    refuses=(MatchNotFound, MonthCertified),
    status=200,
)
async def undo_bank_match(ctx: Context, match_id: UUID, body: BankingReason) -> BankMatchView:
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
