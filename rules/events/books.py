"""What happens to the Centre's money: deposits, years, statements, funds."""

from typing import ClassVar

from rules.events.base import SubjectEvent


class RateEvent(SubjectEvent, frozen=True):
    subject_kind: ClassVar[str] = "benchmark_rate"


class RateProposed(RateEvent, frozen=True):
    """基准利率已录入，待复核"""


class RateDecided(RateEvent, frozen=True):
    """基准利率已复核或未采用"""


class BankAccountEvent(SubjectEvent, frozen=True):
    subject_kind: ClassVar[str] = "bank_account"


class BankAccountOpened(BankAccountEvent, frozen=True):
    """银行账户已登记"""


class BankAccountClosed(BankAccountEvent, frozen=True):
    """银行账户已销户"""


class RoundEvent(SubjectEvent, frozen=True):
    subject_kind: ClassVar[str] = "placement_round"


class RoundAnnounced(RoundEvent, frozen=True):
    """竞争性存放已公告"""


class OfferRecorded(RoundEvent, frozen=True):
    """银行报价已登记"""


class OfferWithdrawn(RoundEvent, frozen=True):
    """银行报价已撤回"""


class AwardProposed(RoundEvent, frozen=True):
    """竞争性存放已提出定标意见，待复核"""


class AwardReturned(RoundEvent, frozen=True):
    """定标意见未通过复核"""


class RoundAwarded(RoundEvent, frozen=True):
    """竞争性存放已定标"""


class RoundCancelled(RoundEvent, frozen=True):
    """竞争性存放已取消"""


class DepositEvent(SubjectEvent, frozen=True):
    subject_kind: ClassVar[str] = "deposit"


class DepositEntered(DepositEvent, frozen=True):
    """存款已录入，待复核"""


class DepositPlaced(DepositEvent, frozen=True):
    """存款已存入"""


class DepositDropped(DepositEvent, frozen=True):
    """存款录入已作废"""


class AdviceEntered(DepositEvent, frozen=True):
    """结息单已录入，待复核"""


class AdviceDropped(DepositEvent, frozen=True):
    """结息单录入已作废"""


class DepositSettled(DepositEvent, frozen=True):
    """存款已结息入账"""


class DepositRenewed(DepositEvent, frozen=True):
    """存款已自动转存"""


class DepositMaturing(DepositEvent, frozen=True):
    """存款即将到期或已逾期"""


class TakingOverProposed(DepositEvent, frozen=True):
    """导入的存款已提出接收，待复核"""


class TakingOverDropped(DepositEvent, frozen=True):
    """导入的存款未予接收"""


class ReversalAsked(DepositEvent, frozen=True):
    """已申请冲销结息，待复核"""


class ReversalDropped(DepositEvent, frozen=True):
    """冲销结息的申请已撤销"""


class SettlementReversed(DepositEvent, frozen=True):
    """结息已冲销"""


class YearEvent(SubjectEvent, frozen=True):
    subject_kind: ClassVar[str] = "accounting_year"


class YearPreviewed(YearEvent, frozen=True):
    """年度归集已试算"""


class YearClosingStarted(YearEvent, frozen=True):
    """年度结账已复核，开始入账"""


class YearClosed(YearEvent, frozen=True):
    """年度已结账"""


class YearPublished(YearEvent, frozen=True):
    """年度报告已公布"""


class StatementEvent(SubjectEvent, frozen=True):
    subject_kind: ClassVar[str] = "bank_statement"


class StatementUploaded(StatementEvent, frozen=True):
    """银行对账单已上传"""


class StatementTaken(StatementEvent, frozen=True):
    """银行对账单已入库"""


class StatementDropped(StatementEvent, frozen=True):
    """银行对账单已放弃"""


class LinesMatched(BankAccountEvent, frozen=True):
    """银行流水已与账目核对"""


class MatchUndone(BankAccountEvent, frozen=True):
    """银行流水的核对已撤销"""


class DifferenceExplained(BankAccountEvent, frozen=True):
    """未达账项已说明"""


class ReconciliationEvent(SubjectEvent, frozen=True):
    subject_kind: ClassVar[str] = "reconciliation"


class ReconciliationPrepared(ReconciliationEvent, frozen=True):
    """银行余额调节表已编制"""


class ReconciliationCertified(ReconciliationEvent, frozen=True):
    """银行余额调节表已复核"""


class ReconciliationDropped(ReconciliationEvent, frozen=True):
    """银行余额调节表已作废"""


class FundEvent(SubjectEvent, frozen=True):
    subject_kind: ClassVar[str] = "fund_batch"


class FundEntered(FundEvent, frozen=True):
    """维修资金收支已录入，待复核"""


class FundPosted(FundEvent, frozen=True):
    """维修资金收支已入账"""


class FundDropped(FundEvent, frozen=True):
    """维修资金收支录入已作废"""


class HomeFundEvent(SubjectEvent, frozen=True):
    subject_kind: ClassVar[str] = "home"


class FundRunsLow(HomeFundEvent, frozen=True):
    """维修资金余额低于续筹线，请续筹"""


class FundRestored(HomeFundEvent, frozen=True):
    """维修资金余额已恢复"""


class FundPassedOn(HomeFundEvent, frozen=True):
    """房屋转让，维修资金余额随房过户"""


class ScopeEvent(SubjectEvent, frozen=True):
    subject_kind: ClassVar[str] = "building"


class ScopeSwitchEntered(ScopeEvent, frozen=True):
    """记账单位变更已录入，待复核"""


class ScopeSwitched(ScopeEvent, frozen=True):
    """记账单位已变更"""


class ScopeSwitchDropped(ScopeEvent, frozen=True):
    """记账单位变更已作废"""


class JournalEvent(SubjectEvent, frozen=True):
    subject_kind: ClassVar[str] = "journal"


class JournalEntered(JournalEvent, frozen=True):
    """记账凭证已录入，待复核"""


class JournalPosted(JournalEvent, frozen=True):
    """记账凭证已入账"""


class JournalReversed(JournalEvent, frozen=True):
    """记账凭证已冲销"""


class JournalDropped(JournalEvent, frozen=True):
    """记账凭证录入已作废"""
