"""Receipts checked by a second person: posted, or dropped. R3.2, 附件二(二)6."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from handlers.collecting.entering import Coming, receipt_of, refuse_late, refuse_too_much
from handlers.collecting.views import (
    Confirmation,
    Confirmed,
    ReceiptView,
    WithReason,
)
from handlers.route import Context, route
from handlers.steps import locked, take
from models import ledger
from models.base import sql
from models.cases import Case
from models.premiums import Fund, fund_of
from rules.cases import By, Facts, Gather
from rules.collecting import received
from rules.events.votes import ReceiptDropped, ReceiptPosted
from rules.flows import state_title
from rules.people import CONFIRMERS, FUND_CLERKS
from rules.refusals.asking import CaseNotFound, NotFound, SamePerson
from rules.refusals.books import EntryNotOpen, YearShut
from rules.refusals.cases import NotAllowedNow, ReasonMissing
from rules.refusals.votes import TooMuch


@route(
    "POST",
    "/cases/{case_id}/receipts/confirmation",
    who=CONFIRMERS,
    status=200,
    refuses=(
        CaseNotFound,
        NotFound,
        SamePerson,
        EntryNotOpen,
        NotAllowedNow,
        TooMuch,
        YearShut,
    ),
)
async def confirm_receipts(ctx: Context, case_id: UUID, body: Confirmation) -> Confirmed:
    """复核归集款并入账，可一次复核多笔；录入人不得复核。归集齐后即可签订合同。附件二(二)6，R3.2。"""
    case, by = await locked(ctx, case_id)
    rows = await _drafts(case_id, body.receipt_ids)
    if any(row["entered_by"] == ctx.id for row in rows):
        raise SamePerson()
    facts = case.facts()
    refuse_late(facts)
    lines = [
        Coming(row["home_id"], row["amount_fen"], row["effective_on"], row["voucher"])
        for row in rows
    ]
    await refuse_too_much(ctx, case, facts, lines, entered=False)
    await _post(ctx, case, facts, rows)
    after = await gather(ctx, case, by)
    assert after.collection is not None
    return Confirmed(
        receipts=len(rows),
        total_fen=sum(line.amount_fen for line in lines),
        needed_fen=after.collection.needed_fen,
        gathered_fen=after.collection.gathered_fen,
        state=after.state,
        state_title=state_title(after.flow, after.state),
    )


async def _drafts(case_id: UUID, receipt_ids: Sequence[UUID]) -> list[dict[str, Any]]:
    """The receipts, locked. Raises NotFound if one is not there, EntryNotOpen."""
    rows = await sql(
        "SELECT r.*, c.account_id FROM case_receipt r JOIN bank_account c ON c.id = r.custody_id"
        " WHERE r.case_id = $1 AND r.id = ANY($2::uuid[]) ORDER BY r.number FOR NO KEY UPDATE OF r",
        case_id,
        list(receipt_ids),
    )
    if len(rows) != len(set(receipt_ids)):
        raise NotFound("没有这笔归集款")
    if any(row["state"] != "draft" for row in rows):
        raise EntryNotOpen()
    return rows


async def _post(ctx: Context, case: Case, facts: Facts, rows: Sequence[dict[str, Any]]) -> None:
    """Each receipt is a journal of its own, as each is a line of the bank's. R3.9."""
    fund = await fund_of(case, facts, ctx.now)
    journals = [
        received(
            row["account_id"],
            fund.account_id,
            row["amount_fen"],
            row["effective_on"],
            f"receipt:{row['id']}",
            f"归集款 {row['number']} 凭证 {row['voucher']} {facts.number}",
            case.id,
        )
        for row in rows
    ]
    made = await ledger.post_many(journals, ctx.now, ctx.who.key)
    await sql(
        "UPDATE case_receipt r SET state = 'posted', confirmed_by = $1, confirmed_at = $2,"
        " journal_id = l.journal_id FROM unnest($3::uuid[], $4::uuid[]) AS l(id, journal_id)"
        " WHERE r.id = l.id",
        ctx.id,
        ctx.now,
        [row["id"] for row in rows],
        made,
    )
    for row in rows:
        data = {"amount_fen": row["amount_fen"], "number": row["number"]}
        data["case_number"] = facts.number
        ctx.record(ReceiptPosted(subject_id=str(row["id"]), at=ctx.now, data=data))


async def gather(ctx: Context, case: Case, by: By, fund: Fund | None = None) -> Facts:
    """The case knows what is there now: whole, the contract may be signed; short, it may not."""
    fund = fund or await fund_of(case, case.facts(), ctx.now)
    act = Gather(needed_fen=fund.needed_fen, gathered_fen=fund.gathered_fen)
    return await take(ctx, case, act, by)


@route(
    "POST",
    "/cases/{case_id}/receipts/{receipt_id}/dropping",
    who=FUND_CLERKS | CONFIRMERS,
    status=200,
    refuses=(CaseNotFound, NotFound, EntryNotOpen, ReasonMissing),
)
async def drop_receipt(
    ctx: Context, case_id: UUID, receipt_id: UUID, body: WithReason
) -> ReceiptView:
    """作废尚未复核的归集款录入，须写明理由；凭证号可重新录入。R3.2。"""
    if not body.reason.strip():
        raise ReasonMissing()
    await locked(ctx, case_id)
    await _drafts(case_id, [receipt_id])
    await sql(
        "UPDATE case_receipt SET state = 'dropped', live = false, reason = $2 WHERE id = $1",
        receipt_id,
        body.reason.strip(),
    )
    ctx.record(ReceiptDropped(subject_id=str(receipt_id), at=ctx.now, why=body.reason.strip()))
    return await receipt_of(receipt_id)
