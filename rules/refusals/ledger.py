"""The books."""

from rules.refusals.base import Refusal


class InsufficientFunds(Refusal):
    """账户可用余额不足"""


class ProtectedMoney(Refusal):
    """该款项受保护，不得用于此项支出"""


class HoldNotFound(Refusal):
    """未找到该办件的资金冻结"""

    status = 404


class HoldClosed(Refusal):
    """该资金冻结已经支用或解除"""


class HoldMismatch(Refusal):
    """该办件的同一方案已按另一金额或账户冻结"""


class HoldExceeded(Refusal):
    """支用金额超过冻结金额"""


class UnbalancedJournal(Refusal):
    """记账分录不平衡或不完整"""

    status = 422


class DuplicateReference(Refusal):
    """同一记账编号已用于另一笔分录"""


class AlreadyReversed(Refusal):
    """该分录已经冲销"""


class AccountNotFound(Refusal):
    """账户不存在"""

    status = 404


class JournalNotFound(Refusal):
    """分录不存在"""

    status = 404
