"""Where a case stands, in every flow; words for people in STATE_TITLES, of which a flow may have
its own. Section 6."""

from enum import StrEnum
from typing import TYPE_CHECKING

from rules.words.word import choice


class State(StrEnum):
    """办件所处的环节；各方式经过哪些环节，由流程表规定。"""

    SIGNING = "signing"
    FILED = "filed"
    ACCEPTED = "accepted"
    PLANNED = "planned"
    VOTING = "voting"
    VOTED = "voted"
    NOT_CARRIED = "not_carried"
    POSTING = "posting"
    NOTICED = "noticed"
    PAUSED = "paused"
    CLEARED = "cleared"
    COLLECTING = "collecting"
    REGISTERED = "registered"
    FUNDED = "funded"
    CONTRACTED = "contracted"
    REQUESTED = "requested"
    PREPARED = "prepared"
    PAID = "paid"
    INSURED = "insured"
    RETURNED = "returned"
    WITHDRAWN = "withdrawn"
    REJECTED = "rejected"
    LAPSED = "lapsed"
    ENDED = "ended"


STATE_TITLES: dict[State, str] = {
    State.SIGNING: "征集签名",
    State.FILED: "已提出申请，待受理",
    State.ACCEPTED: "已受理，待查勘和制定方案",
    State.PLANNED: "方案已制定，待公示",
    State.VOTING: "业主表决中",
    State.VOTED: "表决通过，待公示",
    State.NOT_CARRIED: "表决未通过",
    State.POSTING: "公示已发布，待各单元张贴",
    State.NOTICED: "公示中",
    State.PAUSED: "暂缓实施",
    State.CLEARED: "公示期满无异议，待登记备案",
    State.COLLECTING: "待归集（缴存）保费",
    State.REGISTERED: "已登记备案，待签订合同",
    State.FUNDED: "保费已缴存，待签订合同",
    State.CONTRACTED: "已签订合同，待申请拨付",
    State.REQUESTED: "已申请拨付，待审核",
    State.PREPARED: "拨付已制单，待复核",
    State.PAID: "保费已拨付，待出单",
    State.INSURED: "已承保",
    State.RETURNED: "退回补正",
    State.WITHDRAWN: "已撤回",
    State.REJECTED: "不予受理或驳回",
    State.LAPSED: "逾期失效",
    State.ENDED: "反对意见成立，已终止",
}

if TYPE_CHECKING:
    AnyState = str
else:
    AnyState = choice(STATE_TITLES, empty=True)
"""What a filter may name: a state, or none."""

OVER = frozenset({State.WITHDRAWN, State.REJECTED, State.LAPSED, State.ENDED})
"""A case that came to nothing: what it held is released."""

CLOSED = OVER | {State.INSURED}
"""Nothing more happens in the case."""
