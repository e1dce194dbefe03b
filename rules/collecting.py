"""What homes bear of a premium, owe, pay in and get back. 附件《操作流程》二(二), section 6.

Whole fen and exact integers (R3.1); nothing here reads a clock or a database.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID

from rules.funds import EMPTY, Purse, drawn, share_use
from rules.ledger import Journal, JournalKind, Posting, balanced
from rules.money import split


class ReceiptMethod(StrEnum):
    """款项以什么方式收到。"""

    CASH = "cash"
    TRANSFER = "transfer"
    BANK_FILE = "bank_file"


METHODS: Mapping[ReceiptMethod, str] = {
    ReceiptMethod.CASH: "现金",
    ReceiptMethod.TRANSFER: "转账",
    ReceiptMethod.BANK_FILE: "银行文件",
}


@dataclass(frozen=True, slots=True)
class HomeShare:
    """A home's part of a premium: what its fund bears, and what it owes beside. Whole fen."""

    home_id: UUID
    fund_fen: int
    owed_fen: int

    @property
    def part_fen(self) -> int:
        """The whole part, by area. R3.7."""
        return self.fund_fen + self.owed_fen


def shares_of(
    premium_fen: int, areas: Mapping[UUID, int], purses: Mapping[UUID, Purse]
) -> list[HomeShare]:
    """The premium split over the homes by area, each part borne by the home's fund as far as it
    goes; the rest is owed. 二(二)3、6.

    By ascending id, a part of nothing left out; the parts sum to the premium exactly (R3.7).
    ValueError when no home counts.
    """
    free = {home_id: purse.free_fen for home_id, purse in purses.items()}
    shares = share_use(premium_fen, areas, free)
    return [HomeShare(one.home_id, one.paid_fen, one.owed_fen) for one in shares]


def reserved(shares: Iterable[HomeShare], purses: Mapping[UUID, Purse]) -> dict[UUID, int]:
    """What is held on which account: of each home the principal first, then the interest."""
    return {
        line.account_id: line.amount_fen
        for share in shares
        for line in drawn(purses.get(share.home_id, EMPTY), share.fund_fen)
    }


def owed_fen(shares: Iterable[HomeShare]) -> int:
    """What must come in before the contract."""
    return sum(share.owed_fen for share in shares)


def gathered_fen(shares: Iterable[HomeShare], paid: Mapping[UUID, int]) -> int:
    """What has come in of what is owed: a home that paid too much does not pay for another."""
    return sum(min(share.owed_fen, max(0, paid.get(share.home_id, 0))) for share in shares)


def scaled(shares: Sequence[HomeShare], contract_fen: int) -> list[HomeShare]:
    """The shares of a contract that costs less than the plan: every part in proportion (R3.7), no
    home bears more than was planned, and its fund is used before what it paid in. R9.3.

    ValueError for a contract above the plan.
    """
    planned = {share.home_id: share.part_fen for share in shares}
    if contract_fen > sum(planned.values()):
        raise ValueError("the contract costs more than the plan")
    if contract_fen == sum(planned.values()):
        return list(shares)
    parts = split(contract_fen, planned)
    found = []
    for share in shares:
        fund = min(share.fund_fen, parts[share.home_id])
        found.append(HomeShare(share.home_id, fund, parts[share.home_id] - fund))
    return found


def refundable_fen(owed: int, paid: int, over: bool) -> int:
    """What a home may get back of what it paid in: all when the case came to nothing, else what
    is above its part."""
    return max(0, paid - (0 if over else owed))


def taken(fund: int, holds: Sequence[tuple[UUID, int]]) -> dict[UUID, int]:
    """What a home's fund bears, taken from its holds in their order. ValueError if they are too
    small."""
    left, found = fund, {}
    for account_id, held in holds:
        found[account_id] = min(held, left)
        left -= found[account_id]
    if left:
        raise ValueError("the home's holds are smaller than its part")
    return found


def payout_parts(
    shares: Iterable[HomeShare], holds: Mapping[UUID, Sequence[tuple[UUID, int]]]
) -> dict[UUID, int]:
    """What each account gives of a premium that homes' funds pay, from each home's holds (account
    and fen, principal first). ValueError if they are too small."""
    found: dict[UUID, int] = {}
    for share in shares:
        found |= taken(share.fund_fen, holds.get(share.home_id, ()))
    return found


def paid_above(shares: Iterable[HomeShare], paid: Mapping[UUID, int]) -> int:
    """What homes paid in above their parts, in fen; nothing while there are no parts yet."""
    owed = {one.home_id: one.owed_fen for one in shares}
    if not owed:
        return 0
    return sum(refundable_fen(owed.get(home, 0), fen, False) for home, fen in paid.items())


def received(
    bank: UUID, account: UUID, amount: int, on: date, reference: str, memo: str, case_id: UUID
) -> Journal:
    """Money for a case came in: the bank debited, what it is kept on credited. R3.2."""
    lines = (Posting(bank, amount), Posting(account, -amount))
    return balanced(Journal(JournalKind.DEPOSIT, lines, on, reference, memo, case_id=case_id))


def given_back(
    bank: UUID,
    account: UUID,
    amount: int,
    on: date,
    reference: str,
    memo: str,
    case_id: UUID | None,
) -> Journal:
    """Money goes back to who paid it in: from what it was kept on, out of the bank. R3.2."""
    lines = (Posting(account, amount), Posting(bank, -amount))
    return balanced(Journal(JournalKind.CASE_REFUND, lines, on, reference, memo, case_id=case_id))
