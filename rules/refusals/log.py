"""The evidence log."""

from rules.refusals.base import Refusal


class EventNotFound(Refusal):
    """未找到该记录"""

    status = 404


class NotYetSealed(Refusal):
    """该记录尚未封存，请稍后再试"""


class UnknownTreeSize(Refusal):
    """日志没有该大小的封存"""

    status = 404
