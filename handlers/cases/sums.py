"""What a case shows of money: premium, hold, shares, collection, contract and payout."""

from datetime import date, datetime
from typing import Annotated, Any
from uuid import UUID

import msgspec
from msgspec import Meta

from handlers.route import Answer, Context
from handlers.shown import maybe
from models.cases import Case
from models.shares import paid_by_home, shares_now
from models.standing import voice
from rules.cases import Facts
from rules.days import beijing_date
from rules.people import PAYEE_READERS, mask_account
from rules.words.word import OneOf


class MoneyView(Answer, frozen=True):
    """办件的资金：保费、已冻结和已拨付的金额，单位：分。"""

    premium_fen: int
    held_fen: Annotated[int, Meta(description="从账户中为本办件预留的")]
    paid_fen: Annotated[int, Meta(title="已拨付")]


class ContractView(Answer, frozen=True):
    """办件的保险合同；金额单位：分。"""

    number: Annotated[str, Meta(title="合同编号")]
    from_on: Annotated[date, Meta(title="保险起始日")]
    to_on: Annotated[date, Meta(title="保险到期日", description="含当日")]
    amount_fen: Annotated[int, Meta(title="合同金额")]


PAYOUTS = {
    "requested": "已申请，待审核",
    "prepared": "已制单，待复核",
    "paid": "已拨付",
    "returned": "已退回",
}


class PayoutPayee(Answer, frozen=True):
    """制单时的收款账户，账号隐去部分；其后账户变更了的，`now` 是保险机构现用的账户，本笔仍付到制单
    时的账户。R3.5。"""

    payee_account_id: UUID
    bank: str
    bank_account: Annotated[str, Meta(description="隐去部分")]
    now: Annotated[str, Meta(title="现用账号", description="隐去部分；没有变更的为空")]


class PayoutView(Answer, frozen=True):
    """保费的拨付及其期限；金额单位：分。收款账户只给经办拨付的人员和保险机构看。"""

    state: Annotated[str, OneOf(PAYOUTS)]
    amount_fen: Annotated[int, Meta(title="拨付金额")]
    invoice_number: str
    complete_on: date
    due_on: Annotated[date, Meta(title="拨付期限", description="含当日，R9.1")]
    provisional: bool
    paid_at: datetime | None = None
    payee: Annotated[
        PayoutPayee | None, Meta(title="收款账户", description="尚未制单的、无权查看的为空")
    ] = None


class CollectionSums(Answer, frozen=True):
    """签订合同之前须归集到账的金额和已到账的金额，单位：分。附件二(二)6、二(三)3。"""

    needed_fen: int
    gathered_fen: int
    complete: bool


class OwnCollectionPart(Answer, frozen=True):
    """本人的一套房屋应承担的保费：分户账承担、应补缴和已缴的金额，单位：分。附件二(二)3。"""

    home_id: UUID
    part_fen: int
    fund_fen: Annotated[int, Meta(title="维修资金承担")]
    owed_fen: int
    paid_fen: Annotated[int, Meta(title="已缴")]


def money_of(facts: Facts, row: dict[str, Any]) -> MoneyView:
    """What the case costs, holds and has paid."""
    return MoneyView(
        premium_fen=facts.premium_fen, held_fen=row["held_fen"], paid_fen=row["paid_fen"]
    )


def collection_of(facts: Facts) -> CollectionSums | None:
    """What must come in, where something must."""
    found = facts.collection
    if found is None:
        return None
    return CollectionSums(
        needed_fen=found.needed_fen, gathered_fen=found.gathered_fen, complete=found.complete
    )


async def my_shares(ctx: Context, case: Case, facts: Facts) -> list[OwnCollectionPart]:
    """The parts of the homes that the asker speaks for; nobody else's."""
    if facts.collection is None or ctx.who.kind != "person" or ctx.who.id is None:
        return []
    own = await voice(ctx.who.id, case.scope_id, beijing_date(ctx.now))
    if own is None:
        return []
    paid = await paid_by_home(case.id)
    return [
        OwnCollectionPart(
            home_id=one.home_id,
            part_fen=one.part_fen,
            fund_fen=one.fund_fen,
            owed_fen=one.owed_fen,
            paid_fen=paid.get(one.home_id, 0),
        )
        for one in await shares_now(case.id, facts)
        if one.home_id in own.homes
    ]


def contract_of(facts: Facts) -> ContractView | None:
    """The contract, once there is one."""
    if facts.contract is None:
        return None
    return ContractView(**msgspec.structs.asdict(facts.contract))


def payout_of(ctx: Context, facts: Facts, row: dict[str, Any]) -> PayoutView | None:
    """The payout, once it was asked for; with its account for those who pay, or are paid."""
    if facts.payout is None:
        return None
    return PayoutView(
        state=row["pay_state"] or "requested",
        amount_fen=facts.payout.amount_fen,
        invoice_number=facts.payout.invoice_number,
        complete_on=facts.payout.complete_on,
        due_on=facts.payout.due_on,
        provisional=facts.payout.provisional,
        paid_at=maybe(row["paid_at"]),
        payee=_payee(row) if row["payee"] and ctx.has(*PAYEE_READERS) else None,
    )


def _payee(row: dict[str, Any]) -> PayoutPayee:
    found = msgspec.json.decode(row["payee"], type=PayoutPayee)
    now = "" if found.now == found.bank_account else mask_account(found.now)
    return msgspec.structs.replace(found, bank_account=mask_account(found.bank_account), now=now)
