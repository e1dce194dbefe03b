"""The states in which a case can be had, how long ago it began, and what may be done next."""

from dataclasses import dataclass
from typing import Literal

StateName = Literal[
    "signing",
    "filed",
    "accepted",
    "planned",
    "posting",
    "noticed",
    "paused",
    "cleared",
    "registered",
    "contracted",
    "requested",
    "prepared",
    "paid",
    "insured",
    "voting",
    "voted",
    "collecting",
]


@dataclass(frozen=True)
class Scenario:
    """A case's state: in which flow it is made, how many days before now it was begun and its
    notice published; `next` says who may go on, in Chinese."""

    state: str
    flow: str
    title: str
    next: str
    began: int = 0
    published: int = 0


# Long enough for the vote's days, a notice, and a holiday that it is prolonged by.
_LONG, _LONGER = 20, 45

_POOLED = (
    ("signing", 2, 0, "已有两户签名", "neighbour 再签名（POST /cases/{id}/signatures）即提出申请"),
    ("filed", 1, 0, "三户签名，已提出申请", "clerk 受理（POST /cases/{id}/acceptance）"),
    ("accepted", 2, 0, "已受理", "insurer 提交方案（POST /cases/{id}/plan）"),
    ("planned", 3, 0, "方案已制定", "clerk 发布公示（POST /cases/{id}/notice）"),
    ("posting", 3, 1, "公示已发布，还差一个门厅未张贴", "manager 上传余下门厅的照片"),
    ("noticed", 5, 3, "公示第三天", "neighbour 可提出反对意见；拨过公示期即期满"),
    ("paused", 6, 4, "有一件未办结的反对意见，已暂缓", "reviewer 作出决定，或 neighbour 撤回"),
    ("cleared", _LONG, _LONG - 1, "公示期满无异议", "clerk 登记备案"),
    ("registered", _LONG, _LONG - 1, "已登记备案", "signer 登记合同（POST /cases/{id}/contract）"),
    ("contracted", _LONG, _LONG - 1, "已签订合同", "signer 申请拨付（POST /cases/{id}/payout）"),
    ("requested", _LONG, _LONG - 1, "已申请拨付", "finance 制单"),
    ("prepared", _LONG, _LONG - 1, "拨付已制单", "finance2 复核（制单人不得复核）"),
    ("paid", _LONG, _LONG - 1, "保费已拨付", "insurer 出具保险单（POST /cases/{id}/policy）"),
    ("insured", _LONG, _LONG - 1, "已承保", "无须再办；保险期间内可查看保险单"),
)  # fmt: skip
_HOUSEHOLD = (
    ("voting", 5, 0, "表决进行中，已有三户投票", "neighbour 投票；拨过截止时间即计票"),
    ("voted", _LONGER, 0, "表决通过", "clerk 发布方案和表决结果公示（POST /cases/{id}/notice）"),
    ("collecting", _LONGER, 0, "已备案，有住户尚欠补缴", "finance 录入归集款、finance2 复核"),
)  # fmt: skip

SCENARIOS: dict[str, Scenario] = {
    state: Scenario(state, flow, title, then, began, published)
    for flow, rows in (("pooled", _POOLED), ("household", _HOUSEHOLD))
    for state, began, published, title, then in rows
}
