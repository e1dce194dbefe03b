"""What people call the accounts and the movements of money."""

from collections.abc import Mapping

from rules.ledger import AccountKind, JournalKind

ACCOUNTS: Mapping[AccountKind, str] = {
    AccountKind.BANK: "银行专户存款",
    AccountKind.TERM_DEPOSIT: "定期存款",
    AccountKind.POOLED: "增值收益统筹账户",
    AccountKind.HOUSEHOLD_FUND: "维修资金分户账（本金）",
    AccountKind.HOUSEHOLD_INTEREST: "维修资金分户账（法定利息）",
    AccountKind.SPECIAL: "电梯保险专户",
    AccountKind.COLLECTED: "业主补缴保费",
    AccountKind.INSURER_PAYABLE: "应付保费",
    AccountKind.UNDISTRIBUTED_INTEREST: "待分配法定利息",
    AccountKind.UNDISTRIBUTED_INCOME: "待分配增值收益",
    AccountKind.SUSPENSE: "待查款项",
    AccountKind.EQUITY: "期初调整",
}

JOURNALS: Mapping[JournalKind, str] = {
    JournalKind.OPENING_PRINCIPAL: "期初本金",
    JournalKind.OPENING_INTEREST: "期初利息分配到户",
    JournalKind.OPENING_INCOME: "期初增值收益转入",
    JournalKind.DEPOSIT: "缴存",
    JournalKind.INCOME: "增值收益转入",
    JournalKind.INTEREST: "法定利息分配",
    JournalKind.POOLED_PAYOUT: "拨付电梯保险费",
    JournalKind.FUND_PAYOUT: "维修资金支付电梯保险费",
    JournalKind.SPECIAL_PAYOUT: "专户支付电梯保险费",
    JournalKind.CASE_REFUND: "退还业主缴款",
    JournalKind.BANK_TRANSFER: "银行转账",
    JournalKind.PLACEMENT: "存入定期",
    JournalKind.SETTLEMENT: "存款结息",
    JournalKind.SCOPE_SWITCH: "记账单位变更",
    JournalKind.SUSPENSE: "待查款项",
    JournalKind.REVERSAL: "冲销更正",
}
