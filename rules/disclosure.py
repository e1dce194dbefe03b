"""Where a notice stands, in the few words that the public is told. R7.3, R7.6."""

from datetime import datetime, timedelta
from enum import StrEnum

from rules.cases import OVER, Facts, State
from rules.days import beijing_date


class Stage(StrEnum):
    """公示向公众显示的环节。"""

    POSTING = "posting"
    RUNNING = "running"
    PAUSED = "paused"
    OVER = "over"
    COLLECTING = "collecting"
    REGISTERED = "registered"
    CONTRACTED = "contracted"
    PAID = "paid"
    INSURED = "insured"
    REPLANNED = "replanned"
    SUPERSEDED = "superseded"
    ENDED = "ended"

    @property
    def label(self) -> str:
        """The stage in a few characters."""
        return _STAGES[self][0]

    @property
    def meaning(self) -> str:
        """What the stage means for an owner."""
        return _STAGES[self][1]


_STAGES = {
    Stage.POSTING: ("待张贴", "各单元尚未全部张贴，公示期还没有开始计算。"),
    Stage.RUNNING: ("公示中", "有利害关系的业主可在截止时间前提出书面反对意见。"),
    Stage.PAUSED: ("暂缓实施", "已收到书面反对意见，方案暂缓实施；处理期间公示期停止计算。"),
    Stage.OVER: ("公示期满", "公示期已满，等待市住保中心办理使用登记备案。"),
    Stage.COLLECTING: ("已备案，归集中", "公示无异议，已办理使用登记备案；保费交齐后签订合同。"),
    Stage.REGISTERED: ("已备案", "公示无异议，市住保中心已办理使用登记备案。"),
    Stage.CONTRACTED: ("已签合同", "申请人与保险机构已签订保险服务合同。"),
    Stage.PAID: ("已拨付", "保费已由市住保中心拨付至保险机构。"),
    Stage.INSURED: ("保障中", "保险已经生效。"),
    Stage.REPLANNED: ("方案作废重拟", "本版方案已作废，正在重新制定方案；新方案将重新公示。"),
    Stage.SUPERSEDED: ("已被新版代替", "本版方案已作废，请以新版方案的公示为准。"),
    Stage.ENDED: ("已终止", "本办件已经终止，方案不再实施。"),
}

_BY_STATE = {
    State.POSTING: Stage.POSTING,
    State.NOTICED: Stage.RUNNING,
    State.PAUSED: Stage.PAUSED,
    State.CLEARED: Stage.OVER,
    State.COLLECTING: Stage.COLLECTING,
    State.REGISTERED: Stage.REGISTERED,
    State.CONTRACTED: Stage.CONTRACTED,
    State.REQUESTED: Stage.CONTRACTED,
    State.PREPARED: Stage.CONTRACTED,
    State.PAID: Stage.PAID,
    State.INSURED: Stage.INSURED,
}
IN_FORCE = frozenset(_BY_STATE.values())
"""Stages in which a paper on the wall is good."""


def stage_of(facts: Facts, version: int) -> Stage:
    """Where the notice of that version stands."""
    if version != facts.version:
        return Stage.SUPERSEDED
    if facts.state in OVER:
        return Stage.ENDED
    return _BY_STATE.get(facts.state, Stage.REPLANNED)


def days_left(facts: Facts, now: datetime) -> int | None:
    """Days of the notice still to come, today included unless it is the day of posting.

    While the notice is paused, the days that were left. R7.1, R7.7.
    """
    if facts.notice_last_on is None or facts.notice_from_on is None:
        return None
    stopped = facts.paused_at if facts.state is State.PAUSED else None
    today = max(beijing_date(stopped or now), facts.notice_from_on + timedelta(days=1))
    return max((facts.notice_last_on - today).days + 1, 0)
