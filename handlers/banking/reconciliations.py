"""The months' certificates as they were prepared, and how each account stands in a month.

No payer's name is in a certificate. R3.9, R12.2.
"""

from datetime import date, datetime, timedelta
from typing import Annotated, Any, Literal
from uuid import UUID

import msgspec
from msgspec import Meta

from handlers.banking.differences import opening_missing
from handlers.lists import Listed, cut, listing, page, view_of
from handlers.pools import DRAWINGS
from handlers.route import Answer, Context, Page, route
from handlers.shown import at, maybe
from models.banking import Reconciliation, differences, reconciliations, statements
from papers.blob import Blob
from papers.reconciliations import Filing, certificate_pdf
from rules.banking.reconciling import TITLES, Certificate, OpenSide
from rules.days import beijing_date, start_of_day
from rules.people import BOOK_READERS
from rules.refusals.asking import NotFound
from rules.words.word import titled

PDF = "application/pdf"


Month = Annotated[str, Meta(pattern=r"^20\d\d-(0[1-9]|1[0-2])$")]


class MonthQuery(Page, frozen=True):
    """Which month, such as 2025-03; the last one that is over if absent."""

    month: Annotated[Month | None, Meta(description="不给即最近一个已结束的月份")] = None


class ReconciliationItem(Answer, frozen=True):
    """余额调节表中的一笔未达账项及其说明。"""

    id: str
    on: date
    age_days: int
    amount_fen: int
    reference: Annotated[str, Meta(title="编号", description="银行流水号或记账编号")]
    reason: Annotated[str, Meta(title="说明")]


class ReconciliationDifferences(Answer, frozen=True):
    """余额调节表中的一类未达账项及其合计。"""

    side: OpenSide
    side_title: str
    sum_fen: int
    items: Annotated[list[ReconciliationItem], Meta(title="未达账项")]


class ReconciliationView(Answer, frozen=True):
    """一张编制完成的余额调节表，双方调节后的余额相等。"""

    id: UUID
    bank_account_id: UUID
    number: str
    bank: str
    bank_number: str
    holder: str
    month: str
    end_on: date
    state: Literal["draft", "confirmed", "dropped"]
    bank_fen: int
    books_fen: int
    adjusted_bank_fen: int
    adjusted_books_fen: int
    lists: list[ReconciliationDifferences]
    sha256: Annotated[str, Meta(description="余额调节表内容的 SHA-256，十六进制")]
    entered_by: Annotated[UUID, Meta(title="编制人")]
    entered_at: Annotated[datetime, Meta(title="编制时间")]
    confirmed_by: UUID | None
    confirmed_at: datetime | None
    dropped_by: UUID | None
    dropped_at: datetime | None
    drop_reason: str


class ReconciliationLine(Answer, frozen=True):
    """列表中的一张余额调节表。"""

    id: UUID
    number: str
    month: str
    state: Literal["draft", "confirmed", "dropped"]
    bank_fen: int
    books_fen: int
    entered_at: Annotated[datetime, Meta(title="编制时间")]
    confirmed_at: datetime | None
    dropped_at: datetime | None


class ReconciliationQuery(Page, frozen=True):
    """Only those in a state."""

    state: Literal["", "draft", "confirmed", "dropped"] = ""


class ReconciliationMonthLine(Answer, frozen=True):
    """一个银行账户某月的对账情况。`covered` 表示对账单连续无断档地到了月末；`moved_since` 表示
    编制之后，账面或银行一方又有变化。"""

    month: str
    bank_account_id: UUID
    bank: str
    bank_number: str
    holder: str
    state: Annotated[Literal["open", "draft", "confirmed"], titled({"open": "未核对"})]
    reconciliation_id: UUID | None
    covered: bool
    bank_fen: int
    books_fen: int
    differences: int
    unexplained: int
    moved_since: bool


def month_of(text: str) -> tuple[date, date]:
    """The first and the last day of a month such as 2025-03."""
    first = date.fromisoformat(f"{text}-01")
    return first, (first + timedelta(days=31)).replace(day=1) - timedelta(days=1)


@route("GET", "/reconciliations/{reconciliation_id}", who=BOOK_READERS)
async def get_reconciliation(ctx: Context, reconciliation_id: UUID) -> ReconciliationView:
    """某张余额调节表：双方余额、四类未达账项逐笔及说明、调节后余额。R3.9。"""
    return await reconciliation_view(ctx, reconciliation_id)


@route(
    "GET",
    "/reconciliations/{reconciliation_id}/certificate.pdf",
    who=BOOK_READERS,
    blob=(PDF,),
    limit="upload",
)
async def print_reconciliation(ctx: Context, reconciliation_id: UUID) -> Blob:
    """打印余额调节表（A4）。R3.9。"""
    row = await _row(reconciliation_id)
    filing = Filing(
        number=row.number,
        state=row.state,
        sha256=bytes(row.sha256).hex(),
        entered_at=at(row.entered_at),
        confirmed_at=maybe(row.confirmed_at),
        dropped_at=maybe(row.dropped_at),
        drop_reason=row.drop_reason,
    )
    content = await DRAWINGS.run(ctx.who.key, certificate_pdf, _certificate(row), filing)
    return Blob(content, PDF, f"银行存款余额调节表-{row.number}.pdf")


@listing("/bank-accounts/{bank_account_id}/reconciliations", who=BOOK_READERS, export="余额调节表")
async def list_bank_reconciliations(
    ctx: Context, bank_account_id: UUID, query: ReconciliationQuery
) -> Listed[ReconciliationLine]:
    """某银行账户的余额调节表，最新在前；作废的保留。R3.9。"""
    await statements.account_row(bank_account_id)
    return await page(
        reconciliations.RECONCILIATIONS,
        query,
        ReconciliationLine,
        bank_account_id=bank_account_id,
    )


@listing("/reconciliations", who=BOOK_READERS, export="各账户对账情况")
async def list_reconciliations_of_month(
    ctx: Context, query: MonthQuery
) -> Listed[ReconciliationMonthLine]:
    """某月各银行账户的对账情况：已复核、待复核，或还有多少差异。R3.9。"""
    first, end = month_of(query.month or _last_month(beijing_date(ctx.now)))
    open_on = start_of_day(first)
    found = await cut(reconciliations.ACCOUNTS, query, month=None, open_on=open_on)
    return found.listed([await _standing(account, first, end) for account in found.rows])


def _last_month(today: date) -> str:
    return f"{today.replace(day=1) - timedelta(days=1):%Y-%m}"


async def _standing(account: dict[str, Any], first: date, end: date) -> ReconciliationMonthLine:
    side = await statements.bank_side(account["id"])
    books = await differences.books_until(account, end)
    count = await differences.count_open(account, end)
    # What only the balances show counts as one difference each, and nobody can explain it.
    beyond = sum(gap.on <= end for gap in side.gaps)
    beyond += bool(await opening_missing(account["id"], side, end))
    row = await reconciliations.standing(account["id"], first)
    moved = row is not None and (row["bank_fen"], row["books_fen"]) != (side.at(end), books)
    return ReconciliationMonthLine(
        month=f"{first:%Y-%m}",
        bank_account_id=account["id"],
        bank=account["bank"],
        bank_number=account["number"],
        holder=account["holder"],
        state=row["state"] if row else "open",
        reconciliation_id=row["id"] if row else None,
        covered=side.covers(first, end),
        bank_fen=side.at(end),
        books_fen=books,
        differences=count["items"] + beyond,
        unexplained=count["unexplained"] + beyond,
        moved_since=moved,
    )


async def _row(reconciliation_id: UUID) -> Reconciliation:
    row = await Reconciliation.get_or_none(id=reconciliation_id)
    if row is None:
        raise NotFound()
    return row


def _certificate(row: Reconciliation) -> Certificate:
    """What was frozen when it was prepared."""
    return msgspec.convert(row.body, Certificate)


async def reconciliation_view(ctx: Context, reconciliation_id: UUID) -> ReconciliationView:
    """The certificate as it was frozen. Raises NotFound."""
    row = await _row(reconciliation_id)
    said = _certificate(row)
    kept = {name: getattr(row, name) for name in row._meta.fields_db_projection}
    return view_of(
        ReconciliationView,
        kept,
        bank_account_id=row.account_id,
        bank=said.account.bank,
        bank_number=said.account.number,
        holder=said.account.holder,
        month=f"{row.month_on:%Y-%m}",
        end_on=said.end_on,
        adjusted_bank_fen=said.adjusted_bank_fen,
        adjusted_books_fen=said.adjusted_books_fen,
        lists=[
            ReconciliationDifferences(
                side=side,
                side_title=TITLES[side],
                sum_fen=said.sums[side],
                items=msgspec.convert(
                    said.items[side], list[ReconciliationItem], from_attributes=True
                ),
            )
            for side in OpenSide
        ],
        sha256=bytes(row.sha256).hex(),
    )
