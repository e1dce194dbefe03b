"""Deposits, years, bank statements and household funds."""

from rules.refusals.base import Refusal


class BenchmarkUnknown(Refusal):
    """该存期在起息日没有已复核的基准利率"""

    status = 422


class RateTaken(Refusal):
    """该存期自同一天起已有基准利率"""


class BankAccountTaken(Refusal):
    """该银行账号已登记，或已另有主专户"""


class BankAccountInUse(Refusal):
    """该银行账户仍有余额或在存存款"""


class RoundClosed(Refusal):
    """报价期未到、已截止或已定标"""


class OfferRefused(Refusal):
    """该报价不能采用"""


class DepositNotRunning(Refusal):
    """该存款尚未存入或已经结清"""


class WrongTerms(Refusal):
    """存款要素互相不符"""

    status = 422


class AdviceInconsistent(Refusal):
    """结息单与存款要素不符"""

    status = 422


class AdviceUsed(Refusal):
    """该结息单已经入账"""


class YearNotReady(Refusal):
    """该年度现在不能试算或结账"""


class YearShut(Refusal):
    """该年度已经结账，请在未结账的年度作调整"""


class NothingToDistribute(Refusal):
    """该年度没有可归集的收益"""


class WeightsMissing(Refusal):
    """存款期间内没有任何分户余额，无从归集"""

    status = 422


class LayoutIncomplete(Refusal):
    """对账单的列没有全部指明"""

    status = 422


class StatementNotReady(Refusal):
    """对账单尚不能入库，或已经处理"""


class StatementOverlaps(Refusal):
    """对账单与已入库的流水不衔接"""


class AlreadyMatched(Refusal):
    """该笔已经核对"""


class MatchUnequal(Refusal):
    """两边金额不相等，不能核对"""

    status = 422


class MatchNotFound(Refusal):
    """没有这一笔核对"""

    status = 404


class MonthCertified(Refusal):
    """该月已出具余额调节表"""


class DifferencesUnexplained(Refusal):
    """尚有差异没有说明"""


class FundLinesWrong(Refusal):
    """所列各户的收支有误，未作任何更改"""

    status = 422


class VoucherUsed(Refusal):
    """该凭证已录入过"""


class CertificateOutdated(Refusal):
    """编制调节表以后账目、流水或说明有变动，请重新编制"""


class EntryNotOpen(Refusal):
    """该录入已复核或已作废"""


class ScopeBusy(Refusal):
    """统筹账户有进行中的办件或冻结资金，暂不能变更记账单位"""


class VoucherInconsistent(Refusal):
    """凭证要素互相不符"""

    status = 422


class UndoneElsewhere(Refusal):
    """该分录不能以凭证冲销"""


class ReportUnchanged(Refusal):
    """报告内容与已公布的版本相同"""
