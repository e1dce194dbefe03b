"""Contract, payout and policy: the premium leaves the account to the fen. R3.4, R3.5, R9."""

from datetime import date, datetime, timedelta
from typing import Annotated
from uuid import UUID

from msgspec import Meta

from handlers.cases.papers import attach
from handlers.cases.views import CaseReasonBody, CaseView, view
from handlers.numbers import PaperNumber
from handlers.route import Body, Context, job, route
from handlers.steps import locked, take
from models import payee_accounts, payouts
from models.cases import Case, documents
from models.conditions import judge, remember
from rules.cases import (
    ApprovePayout,
    IssuePolicy,
    PreparePayout,
    RequestPayout,
    ReturnPayout,
    SignContract,
)
from rules.days import beijing_date
from rules.events.cases import PayoutDue
from rules.people import CASE_PARTIES, CONFIRMERS, DESK, Role
from rules.refusals.asking import (
    AccountWaits,
    CaseNotFound,
    NotApplicant,
    NotFound,
    NotYourScope,
    SamePerson,
)
from rules.refusals.cases import (
    ConditionsUnmet,
    ContractTooLarge,
    CorrectionOver,
    ElevatorCovered,
    InvoiceUsed,
    NotAllowedNow,
    PapersMissing,
    PayeeUnconfirmed,
    PolicyNumberUsed,
    ReasonMissing,
    SumsDiffer,
    WrongPeriod,
)

Fen = Annotated[int, Meta(ge=1, le=100_000_000_00)]


class ContractBody(Body, frozen=True):
    """已签订的保险合同：编号、保险起止日（含末日）、金额和合同文本。"""

    number: Annotated[PaperNumber, Meta(title="合同编号")]
    from_on: Annotated[date, Meta(title="保险起始日")]
    to_on: Annotated[date, Meta(title="保险到期日", description="含当日")]
    amount_fen: Annotated[Fen, Meta(title="合同金额")]
    file_id: Annotated[UUID, Meta(title="合同文件")]


@route(
    "POST",
    "/cases/{case_id}/contract",
    who=CASE_PARTIES,
    refuses=(
        CaseNotFound,
        NotYourScope,
        NotAllowedNow,
        NotApplicant,
        ContractTooLarge,
        WrongPeriod,
        ElevatorCovered,
        NotFound,
    ),
    act=SignContract,
    status=200,
)
async def sign_contract(ctx: Context, case_id: UUID, body: ContractBody) -> CaseView:
    """登记已签订的保险服务合同；同一电梯的保险期间不得重叠。附件二(一)6，R5.5、R9.3。"""
    case, by = await locked(ctx, case_id)
    act = SignContract(
        number=body.number, from_on=body.from_on, to_on=body.to_on, amount_fen=body.amount_fen
    )
    facts = await take(ctx, case, act, by)
    await attach(ctx, case_id, "contract", [body.file_id], facts.version, body.number)
    return await view(ctx, case)


class PayoutBody(Body, frozen=True):
    """拨付申请：发票，以及事先上传的其他材料。"""

    invoice_number: PaperNumber
    invoice_fen: Fen
    invoice_file_id: UUID
    file_ids: Annotated[list[UUID], Meta(max_length=10)] = []


@route(
    "POST",
    "/cases/{case_id}/payout",
    who=CASE_PARTIES,
    refuses=(
        CaseNotFound,
        NotYourScope,
        NotAllowedNow,
        NotApplicant,
        CorrectionOver,
        PapersMissing,
        SumsDiffer,
        InvoiceUsed,
        NotFound,
    ),
    act=RequestPayout,
    status=200,
)
async def request_payout(ctx: Context, case_id: UUID, body: PayoutBody) -> CaseView:
    """申请拨付保费：合同、发票和公示影像（独立产权人不公示）齐全时，七个工作日自次日起算。附件二(一)7，R9.1。"""
    case, by = await locked(ctx, case_id)
    version = case.version
    await attach(ctx, case_id, "invoice", [body.invoice_file_id], version, body.invoice_number)
    await attach(ctx, case_id, "payout", body.file_ids, version)
    act = RequestPayout(
        invoice_number=body.invoice_number,
        invoice_fen=body.invoice_fen,
        papers=await documents.kinds_of(case_id, version),
    )
    await take(ctx, case, act, by)
    return await view(ctx, case)


class PayoutPreparation(Body, frozen=True):
    """财务制单的拨付金额，须与合同、发票一致，单位：分。"""

    amount_fen: Annotated[Fen, Meta(title="拨付金额", description="须与合同和发票一致")]


@route(
    "POST",
    "/cases/{case_id}/payout/preparation",
    who=Role.FINANCE,
    refuses=(CaseNotFound, NotAllowedNow, PayeeUnconfirmed, SumsDiffer),
    act=PreparePayout,
    status=200,
    fresh=True,
)
async def prepare_payout(ctx: Context, case_id: UUID, body: PayoutPreparation) -> CaseView:
    """拨付制单；收款账户取保险机构此刻已确认的一个，此后账户变更也不改。R3.5、R9.3。"""
    case, by = await locked(ctx, case_id)
    payee = await payee_accounts.in_force(case.insurer_id)
    act = PreparePayout(amount_fen=body.amount_fen, payee_id=str(payee or ""))
    await take(ctx, case, act, by)
    return await view(ctx, case)


@route(
    "POST",
    "/cases/{case_id}/payout/approval",
    who=CONFIRMERS,
    status=200,
    refuses=(CaseNotFound, NotAllowedNow, SamePerson, AccountWaits, ConditionsUnmet),
    act=ApprovePayout,
    fresh=True,
)
async def approve_payout(ctx: Context, case_id: UUID) -> CaseView:
    """拨付复核：四项条件再次核对，保费从预留中支付，余额释放。附件二(一)7，R9.3。"""
    case, by = await locked(ctx, case_id)
    facts = case.facts()
    today = beijing_date(ctx.now)
    premium = facts.payout.amount_fen if facts.payout else facts.premium_fen
    judged = await judge(case, facts, premium, today)
    after = await take(ctx, case, ApprovePayout(conditions=judged), by)
    await remember(case, "payout", after.version, judged, ctx.now)
    return await view(ctx, case)


@route(
    "POST",
    "/cases/{case_id}/payout/return",
    who=DESK,
    status=200,
    refuses=(CaseNotFound, NotAllowedNow, ReasonMissing),
    act=ReturnPayout,
)
async def return_payout(ctx: Context, case_id: UUID, body: CaseReasonBody) -> CaseView:
    """退回拨付材料，写明缺少什么；七个工作日停止计算，补齐后重新起算。R9.1。"""
    case, by = await locked(ctx, case_id)
    await take(ctx, case, ReturnPayout(why=body.reason), by)
    return await view(ctx, case)


class PolicyBody(Body, frozen=True):
    """保险机构出具的保险单。"""

    number: Annotated[PaperNumber, Meta(title="保险单号")]
    file_id: Annotated[UUID, Meta(title="保险单文件")]


@route(
    "POST",
    "/cases/{case_id}/policy",
    who=Role.INSURER,
    refuses=(CaseNotFound, NotAllowedNow, PolicyNumberUsed, NotFound),
    act=IssuePolicy,
    status=200,
)
async def issue_policy(ctx: Context, case_id: UUID, body: PolicyBody) -> CaseView:
    """出具保险单，保险生效。R10.2。"""
    case, by = await locked(ctx, case_id)
    facts = await take(ctx, case, IssuePolicy(number=body.number), by)
    await attach(ctx, case_id, "policy", [body.file_id], facts.version, body.number)
    return await view(ctx, case)


REMIND_DAYS = 2


async def _payouts_to_remind(now: datetime) -> list[UUID]:
    today = beijing_date(now)
    return await payouts.due_for_reminder(today, today + timedelta(days=REMIND_DAYS))


@job(_payouts_to_remind)
async def remind_payout(ctx: Context, case_id: UUID) -> None:
    """拨付临近或超过期限时每日提醒经办人员一次。R9.4。"""
    case = await Case.lock(case_id)
    today = beijing_date(ctx.now)
    due = await payouts.remind(case.id, today)
    if due is not None:
        payout = case.facts().payout
        data = {"due_on": due, "overdue": due < today, "number": case.number}
        data["amount_fen"] = payout.amount_fen if payout else 0
        ctx.record(PayoutDue(subject_id=str(case_id), at=ctx.now, data=data))
