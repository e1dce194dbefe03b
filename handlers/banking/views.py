"""What reconciliation is asked and answers. Names of payers and payees go to finance and audit
alone (R12.2)."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Annotated, Literal
from uuid import UUID

from msgspec import Meta

from handlers.route import Answer, Body, Page, Query
from rules.banking.layouts import DayFormat
from rules.banking.matching import Basis
from rules.banking.reconciling import Side
from rules.money import MAX_FEN
from rules.refusals.asking import Malformed

State = Literal["mapping", "faulty", "ready", "taken", "dropped"]
STATES: Mapping[str, str] = {
    "mapping": "请指明各列",
    "faulty": "存在错误，未入库",
    "ready": "核对无误，待入库",
    "taken": "已入库",
    "dropped": "已放弃",
}
BASES: Mapping[str, str] = {
    Basis.REFERENCE: "金额、日期与编号一致",
    Basis.DAY: "金额与日期一致",
    Basis.GROUP: "同日同批合计一致",
    Basis.NEAR: "金额一致、日期相近",
    Basis.REVERSAL: "分录与其冲销相抵",
    Basis.OPENING: "期初余额",
    Basis.HAND: "人工核对",
}
Reason = Annotated[str, Meta(min_length=1, max_length=300, pattern=r"\S")]
Place = Annotated[int, Meta(ge=0, le=59)]
Fen = Annotated[int, Meta(ge=-MAX_FEN, le=MAX_FEN)]
Ids = Annotated[list[UUID], Meta(max_length=500)]


class ColumnView(Answer, frozen=True):
    """A column of the file (from 0) and some of what stands in it."""

    place: int
    title: str
    samples: list[str]


class LayoutView(Answer, frozen=True):
    """What each column holds, as far as is known; null where nobody said."""

    day: int | None = None
    day_format: DayFormat = "ymd"
    received: int | None = None
    paid: int | None = None
    amount: int | None = None
    mark: int | None = None
    balance: int | None = None
    reference: int | None = None
    counterparty: int | None = None
    memo: list[int] = []


class StatementFault(Answer, frozen=True):
    """What is wrong: the row of the file, 0 for the whole of it."""

    row: int
    reason: str


class GapView(Answer, frozen=True):
    """Before this day the balance changed by an amount that no line explains."""

    on: date
    amount_fen: int


class StatementView(Answer, frozen=True):
    """A statement. `layout_from` says where its layout comes from; `gaps` must be accepted when
    it is taken."""

    id: UUID
    bank_account_id: UUID
    name: str
    state: State
    state_title: str
    heading_row: int
    preview: list[list[str]]
    columns: list[ColumnView]
    layout: LayoutView
    layout_from: Literal["", "titles", "remembered", "set"]
    from_on: date | None
    to_on: date | None
    opening_fen: int | None
    closing_fen: int | None
    lines_total: int
    lines_known: int
    faults: list[StatementFault]
    faults_total: int
    gaps: list[GapView]
    gap_accepted: bool
    created_at: datetime
    taken_at: datetime | None


class StatementLineFile(Answer, frozen=True):
    """A statement in a list."""

    id: UUID
    name: str
    state: State
    state_title: str
    from_on: date | None
    to_on: date | None
    opening_fen: int | None
    closing_fen: int | None
    lines_total: int
    lines_known: int
    faults_total: int
    created_at: datetime
    taken_at: datetime | None


class StatementFiles(Answer, frozen=True):
    """Statements of an account, the newest upload first."""

    items: list[StatementLineFile]
    next: str


class LayoutBody(Body, frozen=True):
    """Which column (from 0) holds what: two columns of money, or one with a mark, or one signed.

    `received` is what came into our account (the bank's 贷方), `paid` what went out (借方).
    """

    day: Place
    day_format: DayFormat = "ymd"
    received: Place | None = None
    paid: Place | None = None
    amount: Place | None = None
    mark: Place | None = None
    balance: Place | None = None
    reference: Place | None = None
    counterparty: Place | None = None
    memo: Annotated[list[Place], Meta(max_length=4)] = []


class MappingBody(Body, frozen=True):
    """The layout, and what the file itself does not say: its days and the balances at its ends."""

    layout: LayoutBody
    heading_row: Annotated[int, Meta(ge=0, le=40)] = 0
    from_on: date | None = None
    to_on: date | None = None
    opening_fen: Fen | None = None
    closing_fen: Fen | None = None


class TakingBody(Body, frozen=True):
    """Whether it may be taken although something is missing between it and another statement."""

    accept_gap: bool = False


class BankLineView(Answer, frozen=True):
    """A line of the bank: positive came in."""

    id: UUID
    statement_id: UUID
    on: date
    amount_fen: int
    balance_fen: int | None
    reference: str
    counterparty: str
    memo: str
    match_id: UUID | None


class BankLines(Answer, frozen=True):
    """Lines by day."""

    items: list[BankLineView]
    next: str


class LineQuery(Page, frozen=True):
    """Lines from one day to another, matched or not, that contain a text."""

    from_on: date | None = None
    to_on: date | None = None
    matched: bool | None = None
    q: Annotated[str, Meta(max_length=60)] = ""


class DifferenceView(Answer, frozen=True):
    """What one side has and the other has not; `later_on` is when the other one had it."""

    line_id: UUID | None
    posting_id: UUID | None
    journal_id: UUID | None
    side: Side
    side_title: str
    on: date
    age_days: int
    amount_fen: int
    reference: str
    counterparty: str
    memo: str
    later_on: date | None
    reason: str
    written_at: datetime | None


class Differences(Answer, frozen=True):
    """Differences up to a day, the oldest first, and both balances on it.

    books_fen - bank_fen is the sum of the books' items less the bank's, `opening_fen` (a first
    balance nothing is matched with yet) and `gaps` among the latter.
    """

    until: date
    bank_fen: int
    books_fen: int
    opening_fen: int
    gaps: list[GapView]
    items: list[DifferenceView]
    next: str


class DifferenceQuery(Page, frozen=True):
    """Up to which day (today if absent), of which side, explained or not."""

    until: date | None = None
    at_bank: bool | None = None
    explained: bool | None = None


class DifferenceSpan(Query, frozen=True):
    """Up to which day; today if absent."""

    until: date | None = None


class ExplanationBody(Body, frozen=True):
    """Why these lines and postings have no counterpart."""

    reason: Reason
    line_ids: Ids = []
    posting_ids: Ids = []


class Explained(Answer, frozen=True):
    """How many got the explanation."""

    items: int


class ExplanationQuery(Query, frozen=True):
    """Of which line or posting."""

    line_id: UUID | None = None
    posting_id: UUID | None = None


class ExplanationView(Answer, frozen=True):
    """What was said, by whom and when."""

    reason: str
    written_by: UUID
    written_at: datetime


class Explanations(Answer, frozen=True):
    """The history of explanations, the newest first; the newest one stands."""

    items: list[ExplanationView]


class SideItem(Answer, frozen=True):
    """A line (`posting_id` null) or a posting (`line_id` null)."""

    line_id: UUID | None
    posting_id: UUID | None
    on: date
    amount_fen: int
    reference: str
    counterparty: str
    memo: str


class SuggestionView(Answer, frozen=True):
    """These may be the same money. `sure`: neither side could be anything else."""

    basis: Basis
    basis_title: str
    sure: bool
    amount_fen: int
    lines: list[SideItem]
    postings: list[SideItem]


class Suggestions(Answer, frozen=True):
    """Suggestions by day; of very much only the oldest is looked at."""

    items: list[SuggestionView]
    next: str


class SuggestionQuery(Query, frozen=True):
    """Where to go on, and only those that are sure or not."""

    after: Annotated[int, Meta(ge=0, le=1_000_000)] = 0
    limit: Annotated[int, Meta(ge=1, le=200)] = 50
    sure: bool | None = None


class AutoMatched(Answer, frozen=True):
    """What was matched by itself, by its ground, and what is left on both sides."""

    matched: dict[str, int]
    lines_left: int
    postings_left: int


class OpeningBody(Body, frozen=True):
    """The postings before the first statement that the bank had not yet seen."""

    except_posting_ids: Ids = []


class MatchBody(Body, frozen=True):
    """Lines and postings that are the same money; of one side alone they sum to nothing."""

    line_ids: Ids = []
    posting_ids: Ids = []


class MatchView(Answer, frozen=True):
    """A match; of very large ones only the first items are shown."""

    id: UUID
    basis: Basis
    basis_title: str
    amount_fen: int
    from_on: date
    to_on: date
    items: list[SideItem]
    matched_by: UUID | None
    matched_at: datetime
    undone_by: UUID | None
    undone_at: datetime | None


class Matches(Answer, frozen=True):
    """Matches, the newest first, those undone among them."""

    items: list[MatchView]
    next: str


class MatchQuery(Page, frozen=True):
    """Only those that were undone, or that stand."""

    undone: bool | None = None


class ReasonBody(Body, frozen=True):
    """Why."""

    reason: Reason


def by_day(cursor: str) -> tuple[date, UUID]:
    """The place in a list ordered by day and id. Raises Malformed."""
    if not cursor:
        return date.min, UUID(int=0)
    day, _, row = cursor.partition(".")
    try:
        return date.fromisoformat(day), UUID(hex=row)
    except ValueError as error:
        raise Malformed(errors=[{"pointer": "after", "detail": "游标无效"}]) from error


def day_cursor(on: date, row: UUID) -> str:
    """The cursor of that place."""
    return f"{on.isoformat()}.{row.hex}"
