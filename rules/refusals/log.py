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


class NotAWitness(Refusal):
    """贵单位没有登记为日志见证人

    只有经两人登记、尚未终止的见证人可以见证树首。请中心先登记见证人和公钥。
    """

    status = 403


class SignatureWrong(Refusal):
    """签名与树首不符

    所交的不是登记的公钥所对应的私钥对树首文字的签名。取该树首的 `head_text` 重新签，一字不改。
    """

    status = 422


class HeadInconsistent(Refusal):
    """该树首与日志或此前见证的树首不一致

    日志不再以此前见证过的记录开头，可能被改动过。请不要签名，保存已有的树首，并告诉审计。
    """
