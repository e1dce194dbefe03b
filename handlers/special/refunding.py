"""Money of a special account goes back when an elevator was scrapped: two people. 二(三)."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Annotated, Any, Literal
from uuid import UUID

from msgspec import Meta

from handlers.attaching import attach_files
from handlers.banked import refuse_unbanked
from handlers.entries import Kind, entry
from handlers.lists import Listed, listing, page, view_of
from handlers.numbers import VoucherNumber
from handlers.route import Answer, Body, Context, Page, route
from handlers.shown import StoredFile
from handlers.special.accounts import VIEWERS, refund_account, seen, tail, use_of
from models import ledger, special
from models.collecting import refunds
from models.collecting.receipts import book_of
from models.ids import new_id
from models.ledger.accounts import lock
from models.numbering import new_number
from models.sealed import REFUND_PAYEE
from rules.collecting import given_back
from rules.days import beijing_date
from rules.events.votes import RefundDropped, RefundEntered, RefundPosted
from rules.people import CONFIRMERS, Role
from rules.refusals.asking import Malformed, NotFound
from rules.refusals.books import YearShut
from rules.refusals.cases import NotAllowedNow
from rules.refusals.votes import NotScrapped, TooMuch
from rules.special import refuse_refund

State = Literal["draft", "posted", "dropped", "reversed"]


class SpecialRefundBody(Body, frozen=True):
    """退入户主本人账户的款项：金额（单位：分）、凭证和电梯报废的证明；`effective_on` 为银行日
    期。"""

    amount_fen: Annotated[int, Meta(ge=1, le=10**13)]
    custody_id: UUID
    effective_on: Annotated[date, Meta(title="退款日期", description="银行办理的日期")]
    voucher: VoucherNumber
    reason: Annotated[str, Meta(min_length=1, max_length=300, pattern=r"\S")]
    file_id: Annotated[UUID, Meta(title="报废证明", description="电梯报废的证明文件")]


class SpecialRefundView(Answer, frozen=True):
    """专户的一笔退款，金额单位：分；收款账号只显示末四位。"""

    id: UUID
    special_account_id: UUID
    number: str
    amount_fen: int
    payee: str
    payee_account: Annotated[str, Meta(description="只显示末四位")]
    effective_on: Annotated[date, Meta(title="退款日期", description="银行办理的日期")]
    voucher: str
    reason: str
    drop_reason: str
    file: Annotated[StoredFile, Meta(title="报废证明")]
    state: State
    entered_at: datetime
    confirmed_at: datetime | None


@route(
    "POST",
    "/special-accounts/{special_account_id}/refunds",
    who=Role.FINANCE,
    refuses=(NotFound, NotAllowedNow, NotScrapped, TooMuch, Malformed, YearShut),
)
async def enter_special_refund(
    ctx: Context, special_account_id: UUID, body: SpecialRefundBody
) -> SpecialRefundView:
    """录入专户退款：电梯报废并附凭证，至多退剩余年度所需以外的部分；由另一人复核后支付。二(三)。"""
    account = await _locked(special_account_id)
    if account["refund_cipher"] is None:
        raise NotAllowedNow("专户尚未登记退款账户，请先由经办人登记")
    await refuse_unbanked(ctx, body.custody_id, body.effective_on)
    await _paper(ctx, body)
    await _refuse_above(account, body.amount_fen)
    refund_id = new_id()
    draft = refunds.Draft(
        id=refund_id,
        number=await new_number("special_refund", beijing_date(ctx.now).year),
        amount_fen=body.amount_fen,
        payee=account["holder"],
        payee_cipher=ctx.world.secrets.encrypt(
            f"{refund_account(ctx, account)}\n{account['refund_bank']}",
            REFUND_PAYEE.of(refund_id),
        ),
        custody_id=body.custody_id,
        effective_on=body.effective_on,
        voucher=body.voucher.strip(),
        reason=body.reason.strip(),
        file_id=body.file_id,
        special_id=special_account_id,
    )
    await refunds.enter_refund(draft, ctx.id, ctx.now)
    data = {"number": draft.number, "amount_fen": body.amount_fen}
    data["special_id"] = str(special_account_id)
    ctx.record(RefundEntered(subject_id=str(draft.id), at=ctx.now, why=draft.reason, data=data))
    return await refund_of(ctx, draft.id)


async def _locked(account_id: UUID) -> dict[str, Any]:
    """The account; a plan that would count on its money waits, or has counted. NotFound."""
    row = await special.lock_account(account_id)
    if row is None:
        raise NotFound("没有该电梯保险专户")
    return row


async def _paper(ctx: Context, body: SpecialRefundBody) -> None:
    await attach_files(ctx, "scrapping", [body.file_id])


async def _refuse_above(account: dict[str, Any], amount_fen: int, but: UUID | None = None) -> None:
    """Refuses a refund above what is free once the other waiting entries are taken off.
    NotScrapped, TooMuch."""
    book = (await lock([account["account_id"]]))[account["account_id"]]
    waiting = await refunds.waiting_fen(account["id"], but)
    use = await use_of(account["id"], account["kind"])
    free = max(0, book.available_fen - waiting)
    refuse_refund(amount_fen, use.refundable(free), use.any_scrapped)


async def _confirm(ctx: Context, row: dict[str, Any]) -> None:
    """复核并支付专户退款，由录入人以外的财务或复核人员办理；只退到专户登记的账户。R3.2、R3.4。"""
    account = await _locked(row["special_id"])
    await _refuse_above(account, row["amount_fen"], row["id"])
    journal = given_back(
        await book_of(row["custody_id"]),
        account["account_id"],
        row["amount_fen"],
        row["effective_on"],
        f"special-refund:{row['id']}",
        f"电梯报废退款 {row['number']} {account['number']}",
        None,
    )
    journal_id = await ledger.post(journal, ctx.now, ctx.who.key)
    await refunds.post_refund(row["id"], journal_id, ctx.id, ctx.now)
    # An account of which every elevator is scrapped and nothing is left has served its time.
    use = await use_of(account["id"], account["kind"])
    if all(lift.condemned for lift in use.lifts):
        await special.close_if_empty(account["id"], ctx.now)
    data = {"amount_fen": row["amount_fen"], "special_id": str(account["id"])}
    ctx.record(RefundPosted(subject_id=str(row["id"]), at=ctx.now, data=data))


async def _drop(ctx: Context, row: dict[str, Any], reason: str) -> None:
    """作废尚未复核的专户退款录入，须写明理由。"""
    data = {"number": row["number"], "amount_fen": row["amount_fen"]}
    ctx.record(RefundDropped(subject_id=str(row["id"]), at=ctx.now, why=reason, data=data))


async def refund_of(ctx: Context, refund_id: UUID) -> SpecialRefundView:
    """The refund as it is shown. Raises NotFound."""
    row = await refunds.special_refund(refund_id)
    if row is None:
        raise NotFound()
    return _shown(ctx, row)


def _shown(ctx: Context, row: Mapping[str, Any]) -> SpecialRefundView:
    return view_of(
        SpecialRefundView,
        row,
        payee_account=tail(ctx, row["payee_cipher"], REFUND_PAYEE.of(row["id"])),
    )


entry(
    Kind(
        name="special_refund",
        title="专户退款",
        path="/special-refunds/{refund_id}",
        table=refunds.SPECIAL_REFUND,
        enters=frozenset({Role.FINANCE}),
        confirms=CONFIRMERS,
        confirm=_confirm,
        drop=_drop,
        view=refund_of,
        refuses=(NotScrapped, TooMuch, YearShut),
        fresh=True,
    )
)


@listing(
    "/special-accounts/{special_account_id}/refunds",
    who=VIEWERS,
    refuses=(NotFound,),
    export="专户退款",
)
async def list_special_refunds(
    ctx: Context, special_account_id: UUID, query: Page
) -> Listed[SpecialRefundView]:
    """专户的退款，最新在前。二(三)。"""
    await seen(ctx, special_account_id)
    return await page(
        refunds.SPECIAL_REFUNDS, query, lambda row: _shown(ctx, row), special_id=special_account_id
    )
