"""Which lines and postings may be the same money: suggested, and matched where it is sure. R3.9."""

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Annotated, Any
from uuid import UUID

from msgspec import UNSET, Meta

from handlers.banking.matches import BASES, SHOWN_OF_EACH, BankMatchItem, opening_match
from handlers.lists import Listed, cursor, listing, read_cursor
from handlers.pools import WORKBOOKS
from handlers.route import Answer, Context, Page, route
from models.banking import differences, matches, statements
from models.banking.differences import Entry
from models.banking.matches import Made
from models.listing import Whole
from rules.banking.matching import NEAR, Item, MatchBasis, Proposal, propose, tokens
from rules.days import beijing_date
from rules.events.books import LinesMatched
from rules.people import BOOKKEEPERS, Role

# So many unmatched lines and postings are looked at, the oldest; the rest come when they are done.
LOOKED_AT = 60_000


class BankMatchSuggestion(Answer, frozen=True):
    """一条核对建议：这些流水和分录可能是同一笔钱。`sure` 表示两边都没有别的可能。"""

    basis: MatchBasis
    basis_title: str
    sure: bool
    amount_fen: int
    lines: Annotated[list[BankMatchItem], Meta(title="流水")]
    postings: list[BankMatchItem]


class SuggestionQuery(Page, frozen=True):
    """Only those that are sure or not."""

    sure: Annotated[bool | None, Meta(description="`true` 只看唯一对应的，`false` 反之")] = None


class BankMatchesMade(Answer, frozen=True):
    """自动核对的结果：按依据各核对了多少，两边还剩多少。"""

    matched: Annotated[dict[str, int], Meta(title="自动核对", description="按依据列出的笔数")]
    lines_left: int
    postings_left: int


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
    found = await differences.unmatched(account, until, LOOKED_AT)
    horizon = found[-1].on - NEAR if len(found) == LOOKED_AT else date.max

    def think() -> list[Proposal]:
        lines = [_item(entry) for entry in found if entry.at_bank]
        made = propose(lines, [_item(entry) for entry in found if not entry.at_bank])
        return [one for one in made if one.until < horizon]

    return await WORKBOOKS.run("matches", think), {entry.id: entry for entry in found}


@listing("/bank-accounts/{bank_account_id}/suggestions", who=BOOKKEEPERS)
async def list_match_suggestions(
    ctx: Context, bank_account_id: UUID, query: SuggestionQuery
) -> Listed[BankMatchSuggestion]:
    """银行流水与账目可能对应的建议，按日期，两边都唯一的标明；过多时只看最早的。R3.9。"""
    account = await statements.account_row(bank_account_id)
    (start,) = read_cursor(query.after, "", [Whole]) or (0,)
    proposals, entries = await _proposals(account, beijing_date(ctx.now))
    kept = [one for one in proposals if query.sure is None or one.sure is query.sure]
    end = start + query.limit
    return Listed(
        items=[_suggested(one, entries) for one in kept[max(start, 0) : max(end, 0)]],
        next=cursor("", [end]) if len(kept) > end else "",
        total=len(kept) if query.count else UNSET,
    )


def _suggested(one: Proposal, entries: dict[UUID, Entry]) -> BankMatchSuggestion:
    return BankMatchSuggestion(
        basis=one.basis,
        basis_title=BASES[one.basis],
        sure=one.sure,
        amount_fen=sum(item.amount_fen for item in (one.lines or one.entries)),
        lines=_sides(entries[item.id] for item in one.lines[:SHOWN_OF_EACH]),
        postings=_sides(entries[item.id] for item in one.entries[:SHOWN_OF_EACH]),
    )


def _sides(entries: Iterable[Entry]) -> list[BankMatchItem]:
    return [
        BankMatchItem(
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


@route("POST", "/bank-accounts/{bank_account_id}/matching/auto", who=Role.FINANCE, status=200)
async def match_automatically(ctx: Context, bank_account_id: UUID) -> BankMatchesMade:
    """自动核对：只核对两边都唯一的对应，其余留待人工。R3.9。"""
    account = await statements.lock_account(bank_account_id)
    made = await opening_match(account, frozenset(), strict=False)
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
    return BankMatchesMade(
        matched=dict(matched), lines_left=sum(left), postings_left=len(left) - sum(left)
    )


def _rows(items: Sequence[Item]) -> list[dict[str, Any]]:
    return [{"id": item.id, "on": item.on, "amount_fen": item.amount_fen} for item in items]
