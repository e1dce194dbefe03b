"""The month's certificate: prepared by one, certified by another, dropped when it must be made
anew; nothing of it ever changes. R3.9."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from handlers.banking.differences import all_open
from handlers.banking.fields import BankingReason
from handlers.banking.reconciliations import (
    Month,
    ReconciliationView,
    month_of,
    reconciliation_view,
)
from handlers.entries import Kind, entry
from handlers.route import Body, Context, route
from models.banking import Reconciliation, differences, reconciliations, statements
from models.banking.tables import RECONCILIATION
from models.ids import new_id
from models.numbering import new_number
from rules.banking.reconciling import agreement, sealed, unexplained
from rules.banking.reconciling import body as said
from rules.days import beijing_date
from rules.events.books import (
    ReconciliationCertified,
    ReconciliationDropped,
    ReconciliationPrepared,
)
from rules.people import CONFIRMERS, Role
from rules.refusals.asking import NotFound
from rules.refusals.books import (
    CertificateOutdated,
    DifferencesUnexplained,
    EntryNotOpen,
    MonthCertified,
)


class ReconciliationBody(Body, frozen=True):
    """为哪个月编制余额调节表，如 2025-03。"""

    month: Month


async def facts(account: Mapping[str, Any], first: date, end: date) -> dict[str, Any]:
    """What the certificate says as things stand. Refuses DifferencesUnexplained."""
    side = await statements.bank_side(account["id"])
    if not side.covers(first, end):
        raise DifferencesUnexplained("已入库的对账单未覆盖该月，或有断档", covered_to=side.last_on)
    items, _ = await all_open(dict(account), side, end)
    if left := unexplained(items):
        raise DifferencesUnexplained(f"还有 {len(left)} 笔差异没有说明", unexplained=len(left))
    books = await differences.books_until(dict(account), end)
    found = agreement(side.at(end), books, items)
    # Were it otherwise, a line or a posting would have been counted twice or not at all.
    assert found.agrees, "the differences are not all there is between the bank and the books"
    named = {key: account[key] for key in ("bank", "number", "holder")}
    return said(named, first, end, found, items)


@route(
    "POST",
    "/bank-accounts/{bank_account_id}/reconciliations",
    who=Role.FINANCE,
    refuses=(DifferencesUnexplained, MonthCertified),
)
async def prepare_reconciliation(
    ctx: Context, bank_account_id: UUID, body: ReconciliationBody
) -> ReconciliationView:
    """编制某月银行存款余额调节表：差异须逐笔有说明，对账单须覆盖全月。R3.9。"""
    account = await statements.lock_account(bank_account_id)
    first, end = month_of(body.month)
    if await reconciliations.standing(bank_account_id, first):
        raise MonthCertified()
    content = await facts(account, first, end)
    key, year = new_id(), beijing_date(ctx.now).year
    number = await new_number("reconciliation", year)
    await Reconciliation.create(
        id=key,
        account_id=bank_account_id,
        month_on=first,
        number=number,
        state="draft",
        books_fen=content["books_fen"],
        bank_fen=content["bank_fen"],
        body=content,
        sha256=sealed(content),
        entered_by=ctx.id,
        entered_at=ctx.now,
    )
    ctx.record(ReconciliationPrepared(subject_id=str(key), at=ctx.now, data={"number": number}))
    return await reconciliation_view(ctx, key)


async def _lock_account(ctx: Context, reconciliation_id: UUID) -> None:
    """The account is locked before its certificate, as whoever matches or takes does."""
    row = await Reconciliation.get_or_none(id=reconciliation_id)
    if row is None:
        raise NotFound()
    await statements.lock_account(row.account_id)


async def _confirm(ctx: Context, row: dict[str, Any]) -> None:
    """复核余额调节表：须另一人；编制以后有任何变动的不能复核。R3.9。"""
    account = await statements.account_row(row["account_id"])
    try:
        now = sealed(await facts(account, *month_of(f"{row['month_on']:%Y-%m}")))
    except DifferencesUnexplained as more:
        raise CertificateOutdated(more.detail) from more
    if now != bytes(row["sha256"]):
        raise CertificateOutdated()
    data = {"number": row["number"]}
    ctx.record(ReconciliationCertified(subject_id=str(row["id"]), at=ctx.now, data=data))


async def _drop(ctx: Context, row: dict[str, Any], reason: str) -> None:
    """作废待复核的余额调节表（保留记录），以便更正后另行编制。R3.9。"""
    ctx.record(_dropped(ctx, row["id"], row["number"], "draft", reason))


def _dropped(ctx: Context, key: UUID, number: str, was: str, reason: str) -> ReconciliationDropped:
    data = {"number": number, "was": was}
    return ReconciliationDropped(subject_id=str(key), at=ctx.now, why=reason, data=data)


entry(
    Kind(
        name="reconciliation",
        title="余额调节表",
        path="/reconciliations/{reconciliation_id}",
        table=RECONCILIATION,
        enters=frozenset({Role.FINANCE}),
        confirms=CONFIRMERS,
        confirm=_confirm,
        drop=_drop,
        view=reconciliation_view,
        refuses=(CertificateOutdated,),
        first=_lock_account,
    )
)


@route(
    "POST",
    "/reconciliations/{reconciliation_id}/revocation",
    who=CONFIRMERS,
    refuses=(NotFound, EntryNotOpen, MonthCertified),
    status=200,
)
async def revoke_reconciliation(
    ctx: Context, reconciliation_id: UUID, body: BankingReason
) -> ReconciliationView:
    """撤销已复核的余额调节表（保留记录），以便更正后另行编制；其后月份已复核的须先撤销。R3.9。"""
    await _lock_account(ctx, reconciliation_id)
    row, reason = await Reconciliation.get(id=reconciliation_id), body.reason.strip()
    if row.state != "confirmed":
        raise EntryNotOpen("只有已复核的调节表才能撤销")
    until = await statements.certified_until(row.account_id)
    if until and until >= (row.month_on + timedelta(days=31)).replace(day=1):
        raise MonthCertified("其后月份的调节表已复核，请先撤销")
    row.state, row.drop_reason = "dropped", reason
    row.dropped_by, row.dropped_at = ctx.id, ctx.now
    await row.save(update_fields=["state", "dropped_by", "dropped_at", "drop_reason"])
    ctx.record(_dropped(ctx, row.id, row.number, "confirmed", reason))
    return await reconciliation_view(ctx, reconciliation_id)
