"""The month's certificate: prepared by one, certified by another, dropped when it must be made
anew; nothing of it ever changes. R3.9."""

import asyncio
from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any
from uuid import UUID, uuid4

import msgspec

from handlers.banking.lines import all_open, opening_missing
from handlers.banking.monthly import (
    CertificateItem,
    CertificateList,
    MonthBody,
    MonthLine,
    MonthQuery,
    MonthView,
    ReconciliationLine,
    Reconciliations,
    ReconciliationView,
)
from handlers.banking.paper import certificate_pdf
from handlers.banking.views import ReasonBody
from handlers.paging import cut, place
from handlers.route import Context, Page, route
from handlers.shown import at, maybe
from models.banking import certificates, opens, statements
from models.base import jsonb, one, sql
from models.numbering import new_number
from papers.blob import Blob
from rules.banking.reconciling import TITLES, Side, agreement, sealed, unexplained
from rules.banking.reconciling import body as said
from rules.days import beijing_date
from rules.events.books import (
    ReconciliationCertified,
    ReconciliationDropped,
    ReconciliationPrepared,
)
from rules.people import BOOK_READERS, CONFIRMERS, Role
from rules.refusals.asking import Malformed, NotFound, SamePerson
from rules.refusals.books import (
    CertificateOutdated,
    DifferencesUnexplained,
    EntryNotOpen,
    MonthCertified,
)

PDF = "application/pdf"


def month_of(text: str) -> tuple[date, date]:
    """The first and the last day of a month such as 2025-03."""
    first = date.fromisoformat(f"{text}-01")
    return first, (first + timedelta(days=31)).replace(day=1) - timedelta(days=1)


async def facts(account: Mapping[str, Any], first: date, end: date) -> dict[str, Any]:
    """What the certificate says as things stand. Refuses DifferencesUnexplained."""
    side = await statements.bank_side(account["id"])
    if not side.covers(first, end):
        raise DifferencesUnexplained("已入库的对账单未覆盖该月，或有断档", covered_to=side.last_on)
    items, _ = await all_open(dict(account), side, end)
    if left := unexplained(items):
        raise DifferencesUnexplained(f"还有 {len(left)} 笔差异没有说明", unexplained=len(left))
    books = await opens.books_until(dict(account), end)
    found = agreement(side.at(end), books, items)
    # Were it otherwise, a line or a posting would have been counted twice or not at all.
    assert found.agrees, "the differences are not all there is between the bank and the books"
    named = {key: account[key] for key in ("bank", "number", "title")}
    return said(named, first, end, found, items)


@route(
    "POST",
    "/bank-accounts/{bank_account_id}/reconciliations",
    who=Role.FINANCE,
    refuses=(DifferencesUnexplained, MonthCertified),
)
async def prepare_reconciliation(
    ctx: Context, bank_account_id: UUID, body: MonthBody
) -> ReconciliationView:
    """编制某月银行存款余额调节表：差异须逐笔有说明，对账单须覆盖全月。R3.9。"""
    account = await statements.lock_account(bank_account_id)
    first, end = month_of(body.month)
    if await certificates.standing(bank_account_id, first):
        raise MonthCertified()
    content = await facts(account, first, end)
    key, year = uuid4(), beijing_date(ctx.now).year
    number = await new_number("reconciliation", year)
    await sql(
        "INSERT INTO reconciliation (id, account_id, month_on, number, state, books_fen, bank_fen,"
        " body, sha256, prepared_by, prepared_at, drop_reason)"
        " VALUES ($1, $2, $3, $4, 'prepared', $5, $6, $7::jsonb, $8, $9, $10, '')",
        key,
        bank_account_id,
        first,
        number,
        content["books_fen"],
        content["bank_fen"],
        jsonb(content),
        sealed(content),
        ctx.id,
        ctx.now,
    )
    ctx.record(ReconciliationPrepared(subject_id=str(key), at=ctx.now, data={"number": number}))
    return await view_of(key)


async def _locked(reconciliation_id: UUID) -> dict[str, Any]:
    """The certificate, its account locked. Raises NotFound."""
    row = await one("SELECT account_id FROM reconciliation WHERE id = $1", reconciliation_id)
    if row is None:
        raise NotFound()
    await statements.lock_account(row["account_id"])
    return await _row(reconciliation_id)


@route(
    "POST",
    "/reconciliations/{reconciliation_id}/certification",
    who=CONFIRMERS,
    refuses=(SamePerson, EntryNotOpen, CertificateOutdated),
)
async def certify_reconciliation(ctx: Context, reconciliation_id: UUID) -> ReconciliationView:
    """复核余额调节表：须另一人；编制以后有任何变动的不能复核。R3.9。"""
    row = await _locked(reconciliation_id)
    if row["state"] != "prepared":
        raise EntryNotOpen()
    if row["prepared_by"] == ctx.id:
        raise SamePerson()
    account = await statements.account_row(row["account_id"])
    try:
        now = sealed(await facts(account, *month_of(f"{row['month_on']:%Y-%m}")))
    except DifferencesUnexplained as more:
        raise CertificateOutdated(more.detail) from more
    if now != bytes(row["sha256"]):
        raise CertificateOutdated()
    await sql(
        "UPDATE reconciliation SET state = 'certified', certified_by = $2, certified_at = $3"
        " WHERE id = $1",
        reconciliation_id,
        ctx.id,
        ctx.now,
    )
    data = {"number": row["number"]}
    ctx.record(ReconciliationCertified(subject_id=str(row["id"]), at=ctx.now, data=data))
    return await view_of(reconciliation_id)


@route(
    "POST",
    "/reconciliations/{reconciliation_id}/dropping",
    who=CONFIRMERS,
    refuses=(EntryNotOpen, MonthCertified),
)
async def drop_reconciliation(
    ctx: Context, reconciliation_id: UUID, body: ReasonBody
) -> ReconciliationView:
    """作废余额调节表（保留记录），以便更正后另行编制；其后月份已复核的须先作废。R3.9。"""
    row = await _locked(reconciliation_id)
    if row["state"] == "dropped":
        raise EntryNotOpen()
    until = await statements.certified_until(row["account_id"])
    if until and until >= (row["month_on"] + timedelta(days=31)).replace(day=1):
        raise MonthCertified("其后月份的调节表已复核，请先作废")
    await sql(
        "UPDATE reconciliation SET state = 'dropped', dropped_by = $2, dropped_at = $3,"
        " drop_reason = $4 WHERE id = $1",
        reconciliation_id,
        ctx.id,
        ctx.now,
        body.reason,
    )
    data = {"number": row["number"], "was": row["state"]}
    subject = str(reconciliation_id)
    ctx.record(ReconciliationDropped(subject_id=subject, at=ctx.now, why=body.reason, data=data))
    return await view_of(reconciliation_id)


@route("GET", "/reconciliations/{reconciliation_id}", who=BOOK_READERS)
async def see_reconciliation(ctx: Context, reconciliation_id: UUID) -> ReconciliationView:
    """某张余额调节表：双方余额、四类未达账项逐笔及说明、调节后余额。R3.9。"""
    return await view_of(reconciliation_id)


@route(
    "GET",
    "/reconciliations/{reconciliation_id}/certificate.pdf",
    who=BOOK_READERS,
    blob=(PDF,),
    limit="upload",
)
async def reconciliation_paper(ctx: Context, reconciliation_id: UUID) -> Blob:
    """打印余额调节表（A4）。R3.9。"""
    view = await view_of(reconciliation_id)
    content = await asyncio.to_thread(certificate_pdf, view)
    return Blob(content, PDF, f"银行存款余额调节表-{view.number}.pdf")


@route("GET", "/bank-accounts/{bank_account_id}/reconciliations", who=BOOK_READERS)
async def bank_reconciliations(ctx: Context, bank_account_id: UUID, query: Page) -> Reconciliations:
    """某银行账户的余额调节表，最新在前；作废的保留。R3.9。"""
    await statements.account_row(bank_account_id)
    rows = await certificates.page(bank_account_id, place(query.after), query.limit + 1)
    page, following = cut(rows, query.limit, "prepared_at")
    items = [
        ReconciliationLine(
            id=row["id"],
            number=row["number"],
            month=f"{row['month_on']:%Y-%m}",
            state=row["state"],
            bank_fen=row["bank_fen"],
            books_fen=row["books_fen"],
            prepared_at=at(row["prepared_at"]),
            certified_at=maybe(row["certified_at"]),
            dropped_at=maybe(row["dropped_at"]),
        )
        for row in page
    ]
    return Reconciliations(items=items, next=following)


@route("GET", "/reconciliations", who=BOOK_READERS)
async def reconciliations_of_month(ctx: Context, query: MonthQuery) -> MonthView:
    """某月各银行账户的对账情况：已复核、待复核，或还有多少差异。R3.9。"""
    first, end = month_of(query.month)
    try:
        after = UUID(hex=query.after) if query.after else UUID(int=0)
    except ValueError as error:
        raise Malformed(errors=[{"pointer": "after", "detail": "游标无效"}]) from error
    accounts = await certificates.accounts_after(after, first, query.limit + 1)
    items = [await _standing(account, first, end) for account in accounts[: query.limit]]
    more = len(accounts) > query.limit
    return MonthView(
        month=query.month, items=items, next=items[-1].bank_account_id.hex if more else ""
    )


async def _standing(account: dict[str, Any], first: date, end: date) -> MonthLine:
    side = await statements.bank_side(account["id"])
    books = await opens.books_until(account, end)
    count = await opens.count_open(account, end)
    # What only the balances show counts as one difference each, and nobody can explain it.
    beyond = sum(gap.on <= end for gap in side.gaps)
    beyond += bool(await opening_missing(account["id"], side, end))
    row = await certificates.standing(account["id"], first)
    moved = row is not None and (row["bank_fen"], row["books_fen"]) != (side.at(end), books)
    return MonthLine(
        bank_account_id=account["id"],
        bank=account["bank"],
        bank_number=account["number"],
        title=account["title"],
        state=row["state"] if row else "open",
        reconciliation_id=row["id"] if row else None,
        covered=side.covers(first, end),
        bank_fen=side.at(end),
        books_fen=books,
        differences=count["items"] + beyond,
        unexplained=count["unexplained"] + beyond,
        moved_since=moved,
    )


async def _row(reconciliation_id: UUID) -> dict[str, Any]:
    row = await one("SELECT * FROM reconciliation WHERE id = $1", reconciliation_id)
    if row is None:
        raise NotFound()
    return row


async def view_of(reconciliation_id: UUID) -> ReconciliationView:
    """The certificate as it was frozen. Raises NotFound."""
    row = await _row(reconciliation_id)
    content: dict[str, Any] = msgspec.json.decode(row["body"])
    return ReconciliationView(
        id=row["id"],
        bank_account_id=row["account_id"],
        number=row["number"],
        bank=content["account"]["bank"],
        bank_number=content["account"]["number"],
        title=content["account"]["title"],
        month=f"{row['month_on']:%Y-%m}",
        end_on=date.fromisoformat(content["end_on"]),
        state=row["state"],
        bank_fen=row["bank_fen"],
        books_fen=row["books_fen"],
        adjusted_bank_fen=content["adjusted_bank_fen"],
        adjusted_books_fen=content["adjusted_books_fen"],
        lists=[
            CertificateList(
                side=side,
                title=TITLES[side],
                sum_fen=content["sums"][side],
                items=msgspec.convert(content["items"][side], list[CertificateItem]),
            )
            for side in Side
        ],
        sha256=bytes(row["sha256"]).hex(),
        prepared_by=row["prepared_by"],
        prepared_at=at(row["prepared_at"]),
        certified_by=row["certified_by"],
        certified_at=maybe(row["certified_at"]),
        dropped_by=row["dropped_by"],
        dropped_at=maybe(row["dropped_at"]),
        drop_reason=row["drop_reason"],
    )
