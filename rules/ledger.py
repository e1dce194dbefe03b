"""The books: accounts, balanced journals and what may be paid from what. Section 3.

A positive posting is a debit, a negative one a credit; amounts are whole fen (R3.1). Nothing here
reads a clock or a database: `models/ledger.py` keeps these journals and locks the accounts.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID

from rules.refusals.ledger import InsufficientFunds, ProtectedMoney, UnbalancedJournal

# A journal for every home of the city at once is not one journal: split it (limits on everything).
POSTINGS_MAX = 50_000
# Ten thousand billion yuan: far above any real sum, far below what a bigint column can add up.
AMOUNT_MAX_FEN = 10**15
REFERENCE_MAX = 160
MEMO_MAX = 500


class Side(StrEnum):
    """On which side of the books an account normally stands."""

    DEBIT = "debit"
    CREDIT = "credit"


class AccountKind(StrEnum):
    """账户的用途；`owner_ref` 指明属于哪个记账单位、房屋、保险机构或银行账户。"""

    BANK = "bank"  # 专户存款, one per bank account
    TERM_DEPOSIT = "term_deposit"  # 定期存款, one per deposit
    POOLED = "pooled"  # 统筹账户, one per scope
    HOUSEHOLD_FUND = "household_fund"  # 维修资金本金, one per home
    HOUSEHOLD_INTEREST = "household_interest"  # 分户法定利息, one per home
    SPECIAL = "special"  # 电梯保险专户, one per scope or independent owner
    COLLECTED = "collected"  # 业主补缴的保费, one per case
    INSURER_PAYABLE = "insurer_payable"  # 应付保费, one per insurer
    UNDISTRIBUTED_INTEREST = "undistributed_interest"  # 未分配法定利息, the Centre's
    UNDISTRIBUTED_INCOME = "undistributed_income"  # 未分配增值收益, the Centre's
    SUSPENSE = "suspense"  # 待查款项, what the bank booked and nobody can name yet
    EQUITY = "equity"  # 期初, the other side of what the old system cannot explain


# What lies at the banks is the Centre's to have; everything else it owes to somebody.
_AT_BANKS = frozenset({AccountKind.BANK, AccountKind.TERM_DEPOSIT})
NORMAL_SIDE: Mapping[AccountKind, Side] = {
    kind: Side.DEBIT if kind in _AT_BANKS else Side.CREDIT for kind in AccountKind
}

# Money kept for somebody may never fall below what is held on it (R3.4), and no more returns from
# a deposit than lies in it. The two undistributed accounts may stand below zero: between the
# reversal of a bank's advice whose income was distributed and the closing that takes it back.
GUARDED: frozenset[AccountKind] = frozenset(
    {
        AccountKind.POOLED,
        AccountKind.HOUSEHOLD_FUND,
        AccountKind.HOUSEHOLD_INTEREST,
        AccountKind.SPECIAL,
        AccountKind.COLLECTED,
        AccountKind.INSURER_PAYABLE,
        AccountKind.TERM_DEPOSIT,
    }
)


class JournalKind(StrEnum):
    """资金变动的原因。"""

    OPENING_PRINCIPAL = "opening_principal"
    OPENING_INTEREST = "opening_interest"
    OPENING_INCOME = "opening_income"
    DEPOSIT = "deposit"
    INCOME = "income"
    INTEREST = "interest"
    POOLED_PAYOUT = "pooled_payout"
    FUND_PAYOUT = "fund_payout"
    SPECIAL_PAYOUT = "special_payout"
    CASE_REFUND = "case_refund"
    BANK_TRANSFER = "bank_transfer"
    PLACEMENT = "placement"
    SETTLEMENT = "settlement"
    SCOPE_SWITCH = "scope_switch"
    SUSPENSE = "suspense"
    REVERSAL = "reversal"


@dataclass(frozen=True, slots=True)
class May:
    """The kinds of accounts that one kind of journal may debit and may credit."""

    debit: frozenset[AccountKind]
    credit: frozenset[AccountKind]


def _may(debit: Iterable[AccountKind], credit: Iterable[AccountKind]) -> May:
    return May(frozenset(debit), frozenset(credit))


_BANK, _POOLED = AccountKind.BANK, AccountKind.POOLED
_OPENS_FROM = (_BANK, AccountKind.EQUITY)
_HOUSEHOLD = (AccountKind.HOUSEHOLD_FUND, AccountKind.HOUSEHOLD_INTEREST)
_PAID_INTO = (_BANK, AccountKind.INSURER_PAYABLE)
_PAID_IN = (AccountKind.SPECIAL, AccountKind.COLLECTED)
_TERM, _SUSPENSE = AccountKind.TERM_DEPOSIT, AccountKind.SUSPENSE
_UNDISTRIBUTED = (AccountKind.UNDISTRIBUTED_INTEREST, AccountKind.UNDISTRIBUTED_INCOME)

# R3.3 as a table: the pooled flow's row names no household account, so none can be touched.
MAY_TOUCH: Mapping[JournalKind, May] = {
    JournalKind.OPENING_PRINCIPAL: _may(_OPENS_FROM, [AccountKind.HOUSEHOLD_FUND]),
    JournalKind.OPENING_INTEREST: _may(
        (*_OPENS_FROM, AccountKind.UNDISTRIBUTED_INTEREST), [AccountKind.HOUSEHOLD_INTEREST]
    ),
    JournalKind.OPENING_INCOME: _may((*_OPENS_FROM, AccountKind.UNDISTRIBUTED_INCOME), [_POOLED]),
    JournalKind.DEPOSIT: _may(
        [_BANK, _SUSPENSE],
        (*_HOUSEHOLD, *_PAID_IN, AccountKind.EQUITY),
    ),
    JournalKind.INCOME: _may(
        (_BANK, AccountKind.UNDISTRIBUTED_INCOME), (_POOLED, AccountKind.UNDISTRIBUTED_INCOME)
    ),
    JournalKind.INTEREST: _may(
        (_BANK, AccountKind.UNDISTRIBUTED_INTEREST),
        (AccountKind.HOUSEHOLD_INTEREST, AccountKind.UNDISTRIBUTED_INTEREST),
    ),
    JournalKind.POOLED_PAYOUT: _may([_POOLED], _PAID_INTO),
    JournalKind.FUND_PAYOUT: _may((*_HOUSEHOLD, AccountKind.COLLECTED), _PAID_INTO),
    JournalKind.SPECIAL_PAYOUT: _may([AccountKind.SPECIAL], _PAID_INTO),
    JournalKind.CASE_REFUND: _may(_PAID_IN, [_BANK]),
    JournalKind.BANK_TRANSFER: _may((_BANK, AccountKind.INSURER_PAYABLE), [_BANK]),
    # Money goes into a deposit; it comes back with its interest, part of which may stay in it.
    JournalKind.PLACEMENT: _may([_TERM], [_BANK]),
    JournalKind.SETTLEMENT: _may((_BANK, _TERM, *_UNDISTRIBUTED), (_TERM, *_UNDISTRIBUTED)),
    JournalKind.SCOPE_SWITCH: _may([_POOLED], [_POOLED]),
    JournalKind.SUSPENSE: _may((_BANK, _SUSPENSE), (_BANK, _SUSPENSE)),
}


@dataclass(frozen=True, slots=True)
class Posting:
    """One line of a journal: whole fen, debit positive, credit negative, never zero.

    `payee` names the insurer that a credit to the bank went to (R3.5).
    """

    account_id: UUID
    amount_fen: int
    payee: UUID | None = None


@dataclass(frozen=True, slots=True)
class Journal:
    """One movement of money; `reference` makes it happen once, `effective_on` is the bank's day."""

    kind: JournalKind
    postings: tuple[Posting, ...]
    effective_on: date
    reference: str
    memo: str = ""
    case_id: UUID | None = None
    reverses: UUID | None = None


@dataclass(frozen=True, slots=True)
class Account:
    """An account as it stands: `balance_fen` on its normal side, `held_fen` of it reserved."""

    id: UUID
    kind: AccountKind
    owner_ref: UUID | None
    code: str
    title: str
    guarded: bool
    balance_fen: int
    held_fen: int
    posted: int = 0

    @property
    def available_fen(self) -> int:
        """What may still be held or spent. R3.4."""
        return available(self.balance_fen, self.held_fen)


def available(balance_fen: int, held_fen: int) -> int:
    """Balance less holds, in fen. R3.4."""
    return balance_fen - held_fen


def account_code(kind: AccountKind, owner_ref: UUID | None) -> str:
    """The one code an account of this kind and owner can have."""
    return f"{kind}:{owner_ref if owner_ref is not None else '-'}"


def change_of(kind: AccountKind, amount_fen: int) -> int:
    """By how much a posting of this signed amount changes an account's balance, in fen."""
    return amount_fen if NORMAL_SIDE[kind] is Side.DEBIT else -amount_fen


def balanced(journal: Journal) -> Journal:
    """The journal itself, if it has two lines or more, none zero, and sums to zero. R3.2.

    Refuses UnbalancedJournal, also above the limits of this module.
    """
    lines = journal.postings
    if not 2 <= len(lines) <= POSTINGS_MAX:
        raise UnbalancedJournal("一笔分录至少两行，且不得超过行数上限", lines=len(lines))
    if not 1 <= len(journal.reference) <= REFERENCE_MAX or len(journal.memo) > MEMO_MAX:
        raise UnbalancedJournal("分录须有唯一编号，且编号、摘要不得过长")
    for line in lines:
        # bool is an int to Python, and a float would break R3.1 silently.
        if type(line.amount_fen) is not int or not 0 < abs(line.amount_fen) <= AMOUNT_MAX_FEN:
            raise UnbalancedJournal("每行金额须为非零整数分")
    total_fen = sum(line.amount_fen for line in lines)
    if total_fen != 0:
        raise UnbalancedJournal("借贷不平", difference_fen=total_fen)
    return journal


def refuse_protected(journal: Journal, kinds: Mapping[UUID, AccountKind]) -> None:
    """Returns if the journal's kind may touch every account it names, else ProtectedMoney.

    R3.3: a payout of the pooled flow never moves a household's principal or interest
    (保证业主的本金和法定的利息收入). A reversal is judged against its original, not here.
    """
    if journal.kind is JournalKind.REVERSAL:
        return
    may = MAY_TOUCH[journal.kind]
    for line in journal.postings:
        kind = kinds[line.account_id]
        if kind not in (may.debit if line.amount_fen > 0 else may.credit):
            raise ProtectedMoney("该类支出不得动用此账户", account_kind=kind, kind=journal.kind)


def refuse_hold(kind: JournalKind, account: AccountKind, amount_fen: int) -> None:
    """Returns if a payout of this kind may be reserved on such an account; the sum is positive.

    Refuses ProtectedMoney (R3.3), UnbalancedJournal for a sum of nothing or too much.
    """
    if account not in MAY_TOUCH[kind].debit:
        raise ProtectedMoney("该类支出不得动用此账户", account_kind=account, kind=kind)
    if type(amount_fen) is not int or not 0 < amount_fen <= AMOUNT_MAX_FEN:
        raise UnbalancedJournal("冻结金额须为正整数分")


@dataclass(frozen=True, slots=True)
class Landing:
    """Where one posting lands: the account's running count and balance after it."""

    posting: Posting
    position: int
    balance_after_fen: int


def land(journal: Journal, accounts: Mapping[UUID, Account]) -> list[Landing]:
    """Each posting with the account's position and balance after it, in the journal's order.

    Refuses InsufficientFunds when a guarded account would end below what is held on it (R3.4),
    with `available_fen` and `needed_fen`.
    """
    after = {key: (held.posted, held.balance_fen) for key, held in accounts.items()}
    landings = []
    for line in journal.postings:
        posted, balance_fen = after[line.account_id]
        change_fen = change_of(accounts[line.account_id].kind, line.amount_fen)
        after[line.account_id] = posted + 1, balance_fen + change_fen
        landings.append(Landing(line, *after[line.account_id]))
    for key, (_, balance_fen) in after.items():
        account = accounts[key]
        if account.guarded and balance_fen < account.held_fen:
            raise InsufficientFunds(
                "账户可用余额不足",
                available_fen=account.available_fen,
                needed_fen=account.balance_fen - balance_fen,
            )
    return landings


@dataclass(frozen=True, slots=True)
class Part:
    """A share of a sum: to or from whom, in whole fen."""

    ref: UUID
    amount_fen: int


def opening(
    kind: JournalKind,
    bank: UUID,
    parts: Sequence[Part],
    effective_on: date,
    reference: str,
    memo: str = "",
) -> Journal:
    """One opening entry: `bank` debited with the whole, each part's account credited. R3.6."""
    credits = [Posting(part.ref, -part.amount_fen) for part in parts if part.amount_fen]
    whole_fen = -sum(line.amount_fen for line in credits)
    lines = (Posting(bank, whole_fen), *credits)
    return balanced(Journal(kind, lines, effective_on, reference, memo))


def premium_payout(
    *,
    debits: Mapping[UUID, int],
    bank: UUID,
    insurers: Sequence[Part],
    effective_on: date,
    reference: str,
    case_id: UUID,
    kind: JournalKind,
    memo: str = "",
) -> Journal:
    """One premium leaves the accounts that pay it, by ascending id, and the bank, one bank line
    per insurer; an account that gives nothing has no line. R3.4, R3.5.

    Refuses UnbalancedJournal unless every insurer's part is positive and the parts sum to what
    the accounts give exactly: co-insurance shares are 100 % to the fen.
    """
    if not insurers or any(part.amount_fen <= 0 for part in insurers):
        raise UnbalancedJournal("每家保险机构的份额须大于零")
    parts_fen, amount_fen = sum(part.amount_fen for part in insurers), sum(debits.values())
    if parts_fen != amount_fen:
        raise UnbalancedJournal(
            "共保份额合计与保费不等", parts_fen=parts_fen, amount_fen=amount_fen
        )
    lines = [Posting(account, fen) for account, fen in sorted(debits.items()) if fen]
    lines += [Posting(bank, -part.amount_fen, payee=part.ref) for part in insurers]
    return balanced(Journal(kind, tuple(lines), effective_on, reference, memo, case_id=case_id))


def reversal(
    original: Journal, original_id: UUID, effective_on: date, reference: str, memo: str = ""
) -> Journal:
    """The mirror of a journal: corrections never change what was written. R3.2.

    A reversal cannot itself be reversed: the right entry is written anew instead.
    """
    if original.kind is JournalKind.REVERSAL:
        raise UnbalancedJournal("冲销分录不得再冲销，请另记正确分录")
    mirrored = tuple(
        Posting(line.account_id, -line.amount_fen, line.payee) for line in original.postings
    )
    return balanced(
        Journal(
            JournalKind.REVERSAL,
            mirrored,
            effective_on,
            reference,
            memo,
            case_id=original.case_id,
            reverses=original_id,
        )
    )
