"""Deposits, years, bank statements and household funds."""

from rules.refusals.base import Refusal

TITLE = "账务、存款与对账"


class BenchmarkUnknown(Refusal):
    """该存期在起息日没有已复核的基准利率

    该存期在起息日没有已复核的基准利率。先录入并复核基准利率。
    """

    status = 422


class RateTaken(Refusal):
    """该存期自同一天起已有基准利率

    同一存期同一起始日只能有一个基准利率。核对已录入的利率；确需更正的，先作废未复核的那一
    条。
    """


class BankAccountTaken(Refusal):
    """该银行账号已登记，或已另有主专户

    银行账号已登记，或者已另有主专户。在银行账户列表中查找已登记的账户。
    """


class BankAccountInUse(Refusal):
    """该银行账户仍有余额或在存存款

    账户仍有余额或存款，不能销户。先转出余额、结清存款。
    """


class RoundClosed(Refusal):
    """报价期未到、已截止或已定标

    现在不在这一步：报价尚未开始、已截止、已定标或已取消。查看竞争性存放的状态。
    """


class OfferRefused(Refusal):
    """该报价不能采用

    报价已撤回、不在本次竞争性存放中，或者与所办的存款不符。另选一份有效报价。
    """


class DepositNotRunning(Refusal):
    """该存款尚未存入或已经结清

    存款尚未复核存入，或者已经结清。查看存款的状态。
    """


class WrongTerms(Refusal):
    """存款要素互相不符

    存款的日期、金额、存期或利率互相不符。按存单核对 errors 所列各项。
    """

    status = 422


class AdviceInconsistent(Refusal):
    """结息单与存款要素不符

    结息单与存款的要素对不上。按银行的结息单逐项核对金额和日期。
    """

    status = 422


class AdviceUsed(Refusal):
    """该结息单已经入账

    同一结息单号已经入账。核对单号；确系重复的不必再录。
    """


class YearNotReady(Refusal):
    """该年度现在不能试算或结账

    年度尚未结束、尚有未办完的账务，或者已经结账。按提示补齐后再试算或结账。
    """


class YearShut(Refusal):
    """该年度已经结账，请在未结账的年度作调整

    该年度已经结账，不再接受记账。日期改在未结账的年度，作调整凭证。
    """


class NothingToDistribute(Refusal):
    """该年度没有可归集的收益

    该年度没有利息可归集。核对存款结息是否已经录入并复核。
    """


class WeightsMissing(Refusal):
    """存款期间内没有任何分户余额，无从归集

    存款期间内没有任何分户余额，收益不知归谁。先导入分户余额。
    """

    status = 422


class LayoutIncomplete(Refusal):
    """对账单的列没有全部指明

    对账单还有必需的列没有指明。指明日期、金额（或借贷方）和余额所在的列。
    """

    status = 422


class StatementNotReady(Refusal):
    """对账单尚不能入库，或已经处理

    对账单尚未读完、有错误，或者已经入库、放弃。查看对账单的状态和错误列表。
    """


class StatementOverlaps(Refusal):
    """对账单与已入库的流水不衔接

    对账单与已入库的流水有重叠或空缺。按 detail 所说的日期重新下载对账单。
    """


class AlreadyMatched(Refusal):
    """该笔已经核对

    该笔流水或分录已经核对。需要更改的，先撤销原来的核对。
    """


class MatchUnequal(Refusal):
    """两边金额不相等，不能核对

    所选流水与分录的合计不等。调整选择，使两边金额相等。
    """

    status = 422


class MatchNotFound(Refusal):
    """没有这一笔核对

    没有这一笔核对，或者已经撤销。刷新核对列表。
    """

    status = 404


class MonthCertified(Refusal):
    """该月已出具余额调节表

    该月余额调节表已复核。需要更改的，先撤销该月及以后各月的调节表。
    """


class DifferencesUnexplained(Refusal):
    """尚有差异没有说明

    尚有未达账项没有写明原因。逐笔说明后再编制余额调节表。
    """


class FundLinesWrong(Refusal):
    """所列各户的收支有误，未作任何更改

    有的户不存在、重复、余额不足或金额不对，整批没有录入。按所列各户改正后重新提交。
    """

    status = 422


class VoucherUsed(Refusal):
    """该凭证已录入过

    同一账户的同一凭证号已经录入。核对凭证号；前一笔录错的先作废。
    """


class CertificateOutdated(Refusal):
    """编制调节表以后账目、流水或说明有变动，请重新编制

    编制之后账目、流水或说明有变动。重新编制余额调节表。
    """


class EntryNotOpen(Refusal):
    """该录入已复核或已作废

    该录入已由他人复核、作废，或者不在可办理的状态。刷新后查看结果。
    """


class ScopeBusy(Refusal):
    """统筹账户有进行中的办件或冻结资金，暂不能变更记账单位

    该楼栋有在办的办件、冻结资金或另一项待复核的变更。办结后再变更。
    """


class OpeningsShut(Refusal):
    """期初已经关闭

    该楼栋的期初已由两人关闭，不能再关闭，也不能重开。少记、漏记的由财务录入记账凭证或维修资金收支。
    """


class VoucherInconsistent(Refusal):
    """凭证要素互相不符

    凭证的科目、金额、日期或对方账户互相不符。按 detail 改正。
    """

    status = 422


class UndoneElsewhere(Refusal):
    """该分录不能以凭证冲销

    该分录由业务（存款、拨付、归集等）产生，不能用凭证冲销。到相应业务中冲销。
    """


class ReportUnchanged(Refusal):
    """报告内容与已公布的版本相同

    报告内容与已公布的版本相同，不必再公布。数据更正后再公布新版本。
    """
