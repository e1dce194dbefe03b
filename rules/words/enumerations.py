"""What the values of the house's own enumerations are called, wherever one of them is shown."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Any

from rules.banking import matching, reconciling
from rules.cases.states import STATE_TITLES, State
from rules.collecting import METHODS, ReceiptMethod
from rules.disclosure import Stage
from rules.files import CLASS_TITLES, FileClass
from rules.funds import KINDS, FundKind
from rules.ledger import AccountKind, JournalKind
from rules.ledger_titles import ACCOUNTS, JOURNALS
from rules.paperwork import PAPER_TITLES, PaperKind
from rules.people import ROLE_TITLES, IdKind, Role
from rules.roll import AreaSource
from rules.vouchers import VOUCHERS, CashDirection, VoucherKind

ENUMERATIONS: Mapping[type[StrEnum], Mapping[Any, str]] = {
    State: STATE_TITLES,
    Stage: {stage: stage.label for stage in Stage},
    Role: ROLE_TITLES,
    FileClass: CLASS_TITLES,
    PaperKind: PAPER_TITLES,
    IdKind: {IdKind.RESIDENT: "居民身份证", IdKind.BODY: "统一社会信用代码"},
    AreaSource: {
        AreaSource.LAND_REGISTER: "不动产登记",
        AreaSource.SURVEY: "测绘",
        AreaSource.CONTRACT: "购房合同",
    },
    AccountKind: ACCOUNTS,
    JournalKind: JOURNALS,
    VoucherKind: VOUCHERS,
    CashDirection: {CashDirection.IN: "收入", CashDirection.OUT: "支出"},
    FundKind: KINDS,
    ReceiptMethod: METHODS,
    reconciling.OpenSide: reconciling.TITLES,
    matching.MatchBasis: {
        matching.MatchBasis.REFERENCE: "金额、日期和编号相符",
        matching.MatchBasis.DAY: "金额和日期相符",
        matching.MatchBasis.GROUP: "一笔对应几笔之和",
        matching.MatchBasis.NEAR: "金额相符，日期相差数日",
        matching.MatchBasis.REVERSAL: "凭证与其冲销相抵",
        matching.MatchBasis.OPENING: "首期对账单的期初余额",
        matching.MatchBasis.HAND: "人工勾对",
    },
}
