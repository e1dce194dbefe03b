"""The owners' vote, and money that owners pay in for a case."""

from rules.refusals.base import Refusal


class VoteNotFound(Refusal):
    """没有这项表决"""

    status = 404


class VoteNotOpen(Refusal):
    """表决尚未开始或已经结束"""


class VoteRunning(Refusal):
    """表决尚无结果"""


class VoteMissing(Refusal):
    """须先经业主表决通过"""


class RoundsOver(Refusal):
    """表决轮次已用完"""


class RollEmpty(Refusal):
    """没有可以表决的房屋"""


class NoVoice(Refusal):
    """您在本次表决的名册中没有表决权"""

    status = 403


class NotRepresentative(Refusal):
    """共有人已推举代表，由代表表决"""


class OtherChannel(Refusal):
    """已有的有效票不能再用手机更改"""


class BallotNotFound(Refusal):
    """没有这张选票"""

    status = 404


class ReadingsDiffer(Refusal):
    """两人录入的选票不一致"""


class PaperTwice(Refusal):
    """该户的纸质选票已录入"""


class PaperLate(Refusal):
    """纸质选票收到时表决已经结束"""


class ProxyRefused(Refusal):
    """该委托不成立"""

    status = 422


class NothingOwed(Refusal):
    """没有需要归集的款项"""


class TooMuch(Refusal):
    """金额超过应缴或可退的数额"""

    status = 422


class SharesDiffer(Refusal):
    """各户分摊合计与总额不等"""

    status = 422


class NotScrapped(Refusal):
    """没有报废的电梯，不能退款"""


class EvidenceMissing(Refusal):
    """须上传凭证"""

    status = 422


class NotUrgent(Refusal):
    """办件未标记为紧急"""


class AlreadyUrgent(Refusal):
    """办件已标记为紧急"""


class WrongFlow(Refusal):
    """本办件的办理方式没有此事项"""


class NotRenewable(Refusal):
    """不能从原专户续保"""

    status = 422
