"""Money of a special account goes back when an elevator was scrapped: two people. 二(三)."""

from datetime import date, datetime
from typing import Annotated, Any, Literal
from uuid import UUID, uuid4

from msgspec import Meta

from handlers.banked import refuse_unbanked
from handlers.collecting.dropping import drop
from handlers.paging import cut, place
from handlers.route import Answer, Body, Context, Page, route
from handlers.shown import at, maybe
from handlers.special.sight import VIEWERS, refund_account, seen, tail, use_of
from models import ledger
from models.base import one, sql
from models.ledger.accounts import lock
from models.numbering import new_number
from models.special import lock_scope
from rules.collecting import given_back
from rules.days import beijing_date
from rules.events.votes import RefundEntered, RefundPosted
from rules.people import CONFIRMERS, Role
from rules.refusals.asking import Malformed, NotFound, SamePerson
from rules.refusals.books import EntryNotOpen, YearShut
from rules.refusals.cases import NotAllowedNow, ReasonMissing
from rules.refusals.votes import NotScrapped, TooMuch
from rules.special import refuse_refund

State = Literal["draft", "posted", "dropped", "reversed"]


class SpecialRefund(Body, frozen=True):
    """A refund to the holder's own account: of what, by which voucher, with the proof that the
    elevator was scrapped; `effective_on` is the bank's day."""

    amount_fen: Annotated[int, Meta(ge=1, le=10**13)]
    custody_id: UUID
    effective_on: date
    voucher: Annotated[str, Meta(min_length=1, max_length=80, pattern=r"\S")]
    reason: Annotated[str, Meta(min_length=1, max_length=300, pattern=r"\S")]
    file_id: UUID


class Dropping(Body, frozen=True):
    """Why an entry is dropped."""

    reason: Annotated[str, Meta(max_length=300)]


class SpecialRefundView(Answer, frozen=True):
    """A refund of a special account; whole fen. Of the payee's account the last four signs."""

    id: UUID
    account_id: UUID
    number: str
    amount_fen: int
    payee: str
    payee_account: str
    effective_on: date
    voucher: str
    reason: str
    file_id: UUID
    state: State
    entered_at: datetime
    confirmed_at: datetime | None


class SpecialRefundList(Answer, frozen=True):
    """Refunds of an account, the newest first."""

    items: list[SpecialRefundView]
    next: str


@route(
    "POST",
    "/special-accounts/{account_id}/refunds",
    who=Role.FINANCE,
    refuses=(NotFound, NotAllowedNow, NotScrapped, TooMuch, Malformed, YearShut),
)
async def enter_special_refund(
    ctx: Context, account_id: UUID, body: SpecialRefund
) -> SpecialRefundView:
    """录入专户退款：电梯报废并附凭证，至多退剩余年度所需以外的部分；由另一人复核后支付。二(三)。"""
    account = await _locked(account_id)
    if account["refund_cipher"] is None:
        raise NotAllowedNow("专户尚未登记退款账户，请先由经办人登记")
    await refuse_unbanked(ctx, body.custody_id, body.effective_on)
    await _paper(ctx, body)
    await _refuse_above(account, body.amount_fen)
    refund_id, year = uuid4(), beijing_date(ctx.now).year
    await sql(
        "INSERT INTO case_refund (id, special_id, number, amount_fen, payee, payee_cipher,"
        " custody_id, effective_on, voucher, reason, file_id, state, entered_by, entered_at)"
        " VALUES ($1,$2,$3,$4,$5,$6,$7,$8,$9,$10,$11,'draft',$12,$13)",
        refund_id,
        account_id,
        await new_number("special_refund", year),
        body.amount_fen,
        account["holder"],
        ctx.world.secrets.encrypt(f"{refund_account(ctx, account)}\n{account['refund_bank']}"),
        body.custody_id,
        body.effective_on,
        body.voucher.strip(),
        body.reason.strip(),
        body.file_id,
        ctx.id,
        ctx.now,
    )
    data = {"amount_fen": body.amount_fen, "special_id": str(account_id)}
    ctx.record(
        RefundEntered(subject_id=str(refund_id), at=ctx.now, why=body.reason.strip(), data=data)
    )
    return await _shown(ctx, refund_id)


async def _locked(account_id: UUID) -> dict[str, Any]:
    """The account; a plan that would count on its money waits, or has counted. NotFound."""
    row = await one("SELECT * FROM special_account WHERE id = $1 FOR NO KEY UPDATE", account_id)
    if row is None:
        raise NotFound("没有该电梯保险专户")
    if row["kind"] == "scope":
        await lock_scope(row["scope_id"])
    return row


async def _paper(ctx: Context, body: SpecialRefund) -> None:
    if not await one(
        "SELECT 1 AS yes FROM file WHERE id = $1 AND owner_id = $2", body.file_id, ctx.id
    ):
        raise NotFound("没有找到所附的文件，请先上传")


async def _refuse_above(account: dict[str, Any], amount_fen: int, but: UUID | None = None) -> None:
    """What other entries wait for is not there for this one. NotScrapped, TooMuch."""
    book = (await lock([account["account_id"]]))[account["account_id"]]
    waiting = await one(
        "SELECT coalesce(sum(amount_fen), 0)::bigint AS fen FROM case_refund"
        " WHERE special_id = $1 AND state = 'draft' AND id IS DISTINCT FROM $2",
        account["id"],
        but,
    )
    assert waiting is not None
    use = await use_of(account["id"], account["kind"])
    free = max(0, book.available_fen - int(waiting["fen"]))
    refuse_refund(amount_fen, use.refundable(free), use.any_scrapped)


@route(
    "POST",
    "/special-refunds/{refund_id}/confirmation",
    who=CONFIRMERS,
    status=200,
    refuses=(
        NotFound,
        EntryNotOpen,
        SamePerson,
        NotScrapped,
        TooMuch,
        YearShut,
    ),
)
async def confirm_special_refund(ctx: Context, refund_id: UUID) -> SpecialRefundView:
    """复核并支付专户退款，由录入人以外的财务或复核人员办理；只退到专户登记的账户。R3.2、R3.4。"""
    found = await _draft(refund_id)
    if found["entered_by"] == ctx.id:
        raise SamePerson()
    account = await _locked(found["special_id"])
    await _refuse_above(account, found["amount_fen"], refund_id)
    journal = given_back(
        found["bank"],
        account["account_id"],
        found["amount_fen"],
        found["effective_on"],
        f"special-refund:{refund_id}",
        f"电梯报废退款 {found['number']} {account['number']}",
        None,
    )
    journal_id = await ledger.post(journal, ctx.now, ctx.who.key)
    await sql(
        "UPDATE case_refund SET state = 'posted', confirmed_by = $2, confirmed_at = $3,"
        " journal_id = $4 WHERE id = $1",
        refund_id,
        ctx.id,
        ctx.now,
        journal_id,
    )
    await _close_empty(ctx, account)
    data = {"amount_fen": found["amount_fen"], "special_id": str(account["id"])}
    ctx.record(RefundPosted(subject_id=str(refund_id), at=ctx.now, data=data))
    return await _shown(ctx, refund_id)


async def _close_empty(ctx: Context, account: dict[str, Any]) -> None:
    """An account of which every elevator is scrapped and nothing is left has served its time."""
    use = await use_of(account["id"], account["kind"])
    if all(lift.condemned for lift in use.lifts):
        await sql(
            "UPDATE special_account a SET closed_at = $2 FROM ledger_account l"
            " WHERE a.id = $1 AND a.kind = 'independent' AND l.id = a.account_id"
            " AND l.balance_fen = 0",
            account["id"],
            ctx.now,
        )


async def _draft(refund_id: UUID) -> dict[str, Any]:
    row = await one(
        "SELECT r.*, b.account_id AS bank FROM case_refund r JOIN bank_account b"
        " ON b.id = r.custody_id WHERE r.id = $1 AND r.special_id IS NOT NULL"
        " AND r.case_id IS NULL FOR NO KEY UPDATE OF r",
        refund_id,
    )
    if row is None:
        raise NotFound()
    if row["state"] != "draft":
        raise EntryNotOpen()
    return row


@route(
    "POST",
    "/special-refunds/{refund_id}/dropping",
    who=CONFIRMERS,
    status=200,
    refuses=(NotFound, EntryNotOpen, ReasonMissing),
)
async def drop_special_refund(ctx: Context, refund_id: UUID, body: Dropping) -> SpecialRefundView:
    """作废尚未复核的专户退款录入，须写明理由。"""
    if not body.reason.strip():
        raise ReasonMissing()
    await _draft(refund_id)
    await drop(ctx, refund_id, body.reason.strip())
    return await _shown(ctx, refund_id)


_REFUND = "SELECT r.* FROM case_refund r"


async def _shown(ctx: Context, refund_id: UUID) -> SpecialRefundView:
    row = await one(f"{_REFUND} WHERE r.id = $1", refund_id)
    assert row is not None
    return _view(ctx, row)


def _view(ctx: Context, row: dict[str, Any]) -> SpecialRefundView:
    return SpecialRefundView(
        id=row["id"],
        account_id=row["special_id"],
        number=row["number"],
        amount_fen=row["amount_fen"],
        payee=row["payee"],
        payee_account=tail(ctx, row["payee_cipher"]),
        effective_on=row["effective_on"],
        voucher=row["voucher"],
        reason=row["reason"],
        file_id=row["file_id"],
        state=row["state"],
        entered_at=at(row["entered_at"]),
        confirmed_at=maybe(row["confirmed_at"]),
    )


@route("GET", "/special-accounts/{account_id}/refunds", who=VIEWERS, refuses=(NotFound, Malformed))
async def list_special_refunds(ctx: Context, account_id: UUID, query: Page) -> SpecialRefundList:
    """专户的退款，最新在前。二(三)。"""
    await seen(ctx, account_id)
    before, row_id = place(query.after)
    rows = await sql(
        f"{_REFUND} WHERE r.special_id = $1 AND r.case_id IS NULL"
        " AND (r.entered_at, r.id) < ($2, $3)"
        " ORDER BY r.entered_at DESC, r.id DESC LIMIT $4",
        account_id,
        before,
        row_id,
        query.limit + 1,
    )
    page, following = cut(rows, query.limit, "entered_at")
    return SpecialRefundList(items=[_view(ctx, row) for row in page], next=following)
