"""The books."""

from rules.refusals.base import Refusal

TITLE = "账户与资金"


class InsufficientFunds(Refusal):
    """账户可用余额不足

    账户扣除已冻结的部分后余额不足。核对余额；保费不足的由业主补交或改用其他方式。
    """


class ProtectedMoney(Refusal):
    """该款项受保护，不得用于此项支出

    本金、法定利息等受保护的款项不得用于此项支出。改用可用的账户。
    """


class HoldNotFound(Refusal):
    """未找到该办件的资金冻结

    没有为该办件冻结的资金。核对办件和方案版本。
    """

    status = 404


class HoldClosed(Refusal):
    """该资金冻结已经支用或解除

    该冻结已经支用或解除。刷新后查看资金冻结。
    """


class HoldMismatch(Refusal):
    """该办件的同一方案已按另一金额或账户冻结

    该办件的同一方案已按另一金额或账户冻结。核对方案；变更的须重新制定方案。
    """


class HoldExceeded(Refusal):
    """支用金额超过冻结金额

    支用金额超过冻结金额。按冻结金额以内支用。
    """


class UnbalancedJournal(Refusal):
    """记账分录不平衡或不完整

    记账分录借贷不等或缺少分录。系统应已核对，请联系管理员。
    """

    status = 422


class DuplicateReference(Refusal):
    """同一记账编号已用于另一笔分录

    同一记账编号已用于另一笔分录。刷新后核对是否已经入账。
    """


class AlreadyReversed(Refusal):
    """该分录已经冲销

    该分录已经冲销。无须再冲。
    """


class AccountNotFound(Refusal):
    """账户不存在

    没有这个账户。从账户列表中选择。
    """

    status = 404


class JournalNotFound(Refusal):
    """分录不存在

    没有这笔分录。核对分录编号。
    """

    status = 404
