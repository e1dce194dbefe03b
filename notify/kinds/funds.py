"""Household funds: what waits to be confirmed, what a home's owners hear of its money. R13.1.

A person may own several homes, so a message about one says where it is; it goes to those bound to
that home alone.
"""

from notify.kinds.kind import About, Audience, Words, because, kind, said, sum_of
from notify.pages import FUNDS, SCOPES
from notify.templates import TASK
from rules.events.books import (
    FundDropped,
    FundEntered,
    FundPassedOn,
    FundPosted,
    FundRestored,
    FundRunsLow,
    ScopeSwitchDropped,
    ScopeSwitched,
    ScopeSwitchEntered,
)
from rules.funds import KINDS, FundKind

_MOVED = {
    FundKind.FIRST: "首期维修资金已入账",
    FundKind.TOPUP: "续筹的维修资金已入账",
    FundKind.USE: "维修资金有一笔使用已入账",
    FundKind.REFUND: "维修资金有一笔使用退款已入账",
}


def _home(about: About) -> str:
    return about.place or "您的房屋"


@kind(FundEntered, to=(Audience.FINANCE, Audience.REVIEWERS))
def funds_wait(about: About) -> Words:
    return Words("维修资金收支待复核", f"{_batch(about)}已录入，请核对后复核。")


def _batch(about: About) -> str:
    """What a batch is, of how many homes and how much."""
    kind_, lines = about.data.get("kind", ""), about.data.get("lines", 0)
    what = KINDS[FundKind(kind_)] if kind_ in set(FundKind) else "维修资金收支"
    number = about.data.get("number", "")
    return f"{what}{number}（{lines}户、合计{sum_of(about, 'total_fen')}）"


@kind(FundPosted, to=Audience.FUND_HOMES, opens=FUNDS)
def fund_moved(about: About) -> Words:
    kind_ = about.data.get("kind", "")
    what = _MOVED[FundKind(kind_)] if kind_ in set(FundKind) else "维修资金有变动"
    return Words("维修资金已入账", f"您房屋的{what}，可在分户账中查看明细和余额。")


@kind(FundDropped, to=(Audience.CLERKS, Audience.FINANCE))
def funds_dropped(about: About) -> Words:
    text = f"未复核的{_batch(about)}已作废。{because(about.why)}"
    return Words("维修资金收支录入已作废", text)


@kind(FundRunsLow, to=Audience.HOME, template=TASK)
def fund_runs_low(about: About) -> Words:
    percent = about.data.get("percent")
    line = f"不足首期交存额的{percent}%" if percent else "低于续筹线"
    text = (
        f"{_home(about)}的维修资金余额{sum_of(about, 'balance_fen')}，{line}，"
        f"至少应续筹{sum_of(about, 'missing_fen')}，请按规定续筹。"
    )
    return Words("请续筹维修资金", text, note="维修资金余额低于续筹线")


@kind(FundRestored, to=Audience.HOME)
def fund_restored(about: About) -> Words:
    balance = sum_of(about, "balance_fen")
    return Words("维修资金已补足", f"{_home(about)}的维修资金余额{balance}，已不低于续筹线。")


@kind(FundPassedOn, to=Audience.HOME)
def fund_passed_on(about: About) -> Words:
    on, balance = said(about.day("on")), sum_of(about, "balance_fen")
    text = f"{_home(about)}{on}转让，维修资金余额{balance}随房过户，可在分户账中查看。"
    return Words("维修资金随房过户", text)


@kind(ScopeSwitchEntered, to=(Audience.FINANCE, Audience.REVIEWERS))
def switch_waits(about: About) -> Words:
    per = _per(about)
    return Words("记账单位变更待复核", f"{about.place}改为按{per}记账已录入，请核对后复核。")


@kind(ScopeSwitchDropped, to=Audience.CLERKS)
def switch_dropped(about: About) -> Words:
    text = f"{about.place}改为按{_per(about)}记账的变更已作废。{because(about.why)}"
    return Words("记账单位变更已作废", text)


def _per(about: About) -> str:
    return "单元" if about.data.get("to_kind") == "unit" else "幢"


@kind(ScopeSwitched, to=Audience.BUILDING_OWNERS, opens=SCOPES)
def scope_switched(about: About) -> Words:
    where = about.place or "您所在楼栋"
    text = (
        f"{where}的增值收益统筹账户改为按{_per(about)}记账，余额已按面积结转，每户的折算份额不变。"
    )
    return Words("统筹账户记账单位已变更", text)
