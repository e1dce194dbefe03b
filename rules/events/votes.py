"""The owners' vote, what it leads to, and money that owners pay in for a case. Sections 6, 8."""

from typing import ClassVar

from rules.events.base import Event, SubjectEvent


class VoteOpened(Event, frozen=True):
    """业主表决已开始"""


class VoteClosed(Event, frozen=True):
    """业主表决已计票"""


class VoteReminded(Event, frozen=True):
    """已提醒尚未表决的业主"""


class SharesProposed(Event, frozen=True):
    """各户分摊方案已提出"""


class CollectionOpened(Event, frozen=True):
    """保费归集清单已生成"""


class CollectionChanged(Event, frozen=True):
    """保费归集金额有变动"""


class CollectionComplete(Event, frozen=True):
    """保费已归集齐"""


class AccountOpened(Event, frozen=True):
    """电梯保险专户已开设或核对"""


class PolicyRecorded(Event, frozen=True):
    """直接投保的保险单已登记"""


class MarkedUrgent(Event, frozen=True):
    """办件已标记为紧急"""

    centre_reads_why = True


class UrgencyLifted(Event, frozen=True):
    """办件的紧急标记已取消"""

    centre_reads_why = True


class BallotEvent(SubjectEvent, frozen=True):
    """About one ballot; neither the choice nor the home is in it (R8.5). `parted` in its data: the
    co-owners differ from then on (R2.3)."""

    subject_kind: ClassVar[str] = "ballot"


class BallotCast(BallotEvent, frozen=True):
    """选票已投出"""


class BallotOverridden(BallotEvent, frozen=True):
    """选票已由同一业主的另一个微信更改"""


class PaperEvent(SubjectEvent, frozen=True):
    subject_kind: ClassVar[str] = "ballot_batch"


class PaperIssued(Event, frozen=True):
    """纸质表决票已发放，计票时间相应顺延"""


class PaperBallotsEntered(PaperEvent, frozen=True):
    """纸质选票已录入，待第二人录入核对"""


class PaperBallotsCorrected(PaperEvent, frozen=True):
    """纸质选票的录入已由录入人更正"""


class PaperBallotsConfirmed(PaperEvent, frozen=True):
    """纸质选票已经第二人核对"""


class PaperBallotsDropped(PaperEvent, frozen=True):
    """纸质选票录入已作废"""


class ProxyEvent(SubjectEvent, frozen=True):
    subject_kind: ClassVar[str] = "proxy"


class ProxyEntered(ProxyEvent, frozen=True):
    """表决委托已录入，待第二人核对"""


class ProxyRecorded(ProxyEvent, frozen=True):
    """表决委托已登记"""


class ProxyEnded(ProxyEvent, frozen=True):
    """表决委托已终止"""


class RepresentativeEvent(SubjectEvent, frozen=True):
    subject_kind: ClassVar[str] = "representative"


class RepresentativeEntered(RepresentativeEvent, frozen=True):
    """共有人推举代表的书面材料已录入，待第二人核对"""


class RepresentativeNamed(RepresentativeEvent, frozen=True):
    """共有人已推举代表"""


class RepresentativeEnded(RepresentativeEvent, frozen=True):
    """共有人代表已终止"""


class VoteServiceEntered(Event, frozen=True):
    """表决的送达凭证已录入，待第二人复核"""


class VoteServed(Event, frozen=True):
    """表决事项已送达业主，送达凭证已经第二人复核"""


class VoteServiceWithdrawn(Event, frozen=True):
    """表决的送达登记已经两人撤销"""


class VoteServiceDropped(Event, frozen=True):
    """表决的送达凭证录入已作废"""


class VoteServiceContested(Event, frozen=True):
    """业主声明没有收到表决的送达"""


class ReceiptEvent(SubjectEvent, frozen=True):
    subject_kind: ClassVar[str] = "case_receipt"


class ReceiptEntered(ReceiptEvent, frozen=True):
    """归集款已录入，待复核"""


class ReceiptPosted(ReceiptEvent, frozen=True):
    """归集款已复核入账"""


class ReceiptDropped(ReceiptEvent, frozen=True):
    """归集款录入已作废"""


class RefundEvent(SubjectEvent, frozen=True):
    subject_kind: ClassVar[str] = "case_refund"


class RefundEntered(RefundEvent, frozen=True):
    """退款已录入，待复核"""


class RefundPosted(RefundEvent, frozen=True):
    """退款已复核支付"""


class RefundDropped(RefundEvent, frozen=True):
    """退款录入已作废"""
