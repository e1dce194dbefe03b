"""The evidence log."""

from rules.refusals.base import Refusal

TITLE = "证据日志"


class EventNotFound(Refusal):
    """未找到该记录

    没有这条记录。核对记录编号。
    """

    status = 404


class NotYetSealed(Refusal):
    """该记录尚未封存，请稍后再试

    记录刚产生，还没有封存，封存后才能证明。过一两分钟再试。
    """


class UnknownTreeSize(Refusal):
    """日志没有该大小的封存

    日志没有该大小的封存。从封存列表中选择。
    """

    status = 404
