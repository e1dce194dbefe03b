"""A bank's file of what owners paid in, taken in whole or not at all. R2.7, 附件二(二)6."""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Annotated
from uuid import UUID

from msgspec import Meta

from handlers.collecting.receipts import Coming, Head, left_of, refuse_late, take_in
from handlers.funds.files import keep, sheet_rows
from handlers.route import Answer, Context, Query, Upload, route
from handlers.steps import locked
from models.collecting.receipts import vouchers_entered
from models.funds.homes import by_codes
from rules.batches import refuse
from rules.collecting import ReceiptMethod
from rules.days import beijing_date
from rules.funds import Fault, FundRow
from rules.money import yuan
from rules.people import FUND_CLERKS
from rules.refusals.asking import CaseNotFound, NotFound
from rules.refusals.base import Refusal
from rules.refusals.books import FundLinesWrong, YearShut
from rules.refusals.cases import NotAllowedNow
from rules.refusals.files import TooManyRows, UnreadableSheet


class ReceiptFile(Query, frozen=True):
    """The account of ours that the file's money came to."""

    custody_id: Annotated[UUID, Meta(description="文件中的款项存入的那个银行账户")]


class ReceiptsEntered(Answer, frozen=True):
    """导入文件的结果：每行成为一笔归集款，次序与文件相同。"""

    receipts: int
    total_fen: int
    receipt_ids: list[UUID]


async def read(
    ctx: Context, case_id: UUID, query: ReceiptFile, body: Upload
) -> tuple[list[FundRow], list[Fault]] | Refusal:
    """The lines of the file's first sheet and what is wrong with them, or why it cannot be read:
    that is said once the case is known to be there."""
    try:
        return await sheet_rows(ctx, body)
    except (UnreadableSheet, TooManyRows) as refusal:
        return refusal


@route(
    "POST",
    "/cases/{case_id}/receipts/file",
    who=FUND_CLERKS,
    refuses=(
        UnreadableSheet,
        TooManyRows,
        CaseNotFound,
        NotAllowedNow,
        NotFound,
        FundLinesWrong,
        YearShut,
    ),
    prepare=read,
    limit="upload",
)
async def enter_receipts_file(
    ctx: Context, case_id: UUID, query: ReceiptFile, body: Upload
) -> ReceiptsEntered:
    """导入银行代收文件（房屋编号、金额、日期、凭证号）：有一处错误即全部不录入，并逐行指出。附件二(二)6，R2.7。"""
    case, _ = await locked(ctx, case_id)
    facts = case.facts()
    refuse_late(facts)
    if isinstance(ctx.prepared, Refusal):
        raise ctx.prepared
    rows, faults = ctx.prepared
    homes = await by_codes({row.home for row in rows})
    today = beijing_date(ctx.now)
    faults += [Fault(row.line, "日期", "日期不能晚于今天") for row in rows if row.on > today]
    faults += [Fault(row.line, "房屋编号", "没有该房屋") for row in rows if row.home not in homes]
    known = [row for row in rows if row.home in homes]
    faults += _above(known, homes, await left_of(case, facts))
    faults += await _vouchers(case_id, query.custody_id, known, homes)
    if faults:
        refuse(sorted(faults, key=lambda one: one.row))
    head = Head(query.custody_id, ReceiptMethod.BANK_FILE, await keep(ctx, body))
    lines = [Coming(homes[row.home], row.amount_fen, row.on, row.voucher) for row in rows]
    made = await take_in(ctx, case, facts, head, lines)
    total_fen = sum(line.amount_fen for line in lines)
    return ReceiptsEntered(receipts=len(made), total_fen=total_fen, receipt_ids=made)


def _above(
    rows: Sequence[FundRow], homes: Mapping[str, UUID], left: Mapping[UUID, int]
) -> list[Fault]:
    """Lines by which a home would have paid more than it owes."""
    paid: Counter[UUID] = Counter()
    faults = []
    for row in rows:
        home_id = homes[row.home]
        owed = left.get(home_id, 0)
        if not owed:
            faults.append(Fault(row.line, "房屋编号", "该户没有应缴的款项"))
        elif paid[home_id] + row.amount_fen > owed:
            faults.append(Fault(row.line, "金额", f"超过该户尚欠的{yuan(owed)}元"))
        else:
            paid[home_id] += row.amount_fen
    return faults


async def _vouchers(
    case_id: UUID, custody_id: UUID, rows: Sequence[FundRow], homes: Mapping[str, UUID]
) -> list[Fault]:
    """Lines whose voucher was entered before for the home, or stands twice in the file."""
    vouchers = sorted({row.voucher for row in rows})
    seen = await vouchers_entered(case_id, custody_id, vouchers)
    faults = []
    for row in rows:
        key = (homes[row.home], row.voucher)
        if key in seen:
            faults.append(Fault(row.line, "凭证号", "该户的这张凭证已录入"))
        seen.add(key)
    return faults
