"""What happens to a case, from the application to the policy."""

from rules.events.base import Event


class Applied(Event, frozen=True):
    """办件已发起"""


class Signed(Event, frozen=True):
    """业主已签名"""


class SignatureWithdrawn(Event, frozen=True):
    """业主撤回签名"""


class Filed(Event, frozen=True):
    """达到法定人数，申请已提出"""


class Accepted(Event, frozen=True):
    """申请已受理"""


class PlanFiled(Event, frozen=True):
    """保险方案已制定，保费已预留"""


class NoticePublished(Event, frozen=True):
    """公示已发布"""


class LobbyEvidenced(Event, frozen=True):
    """单元张贴凭证已上传"""


class LobbyAccepted(Event, frozen=True):
    """一个单元的张贴凭证经核看有效"""


class LobbyShown(Event, frozen=True):
    """期末照片显示一个单元的公示仍在张贴"""


class StillHangingAsked(Event, frozen=True):
    """公示将满，请上传期末张贴照片"""


class LobbyReported(Event, frozen=True):
    """有业主反映一个单元没有张贴公示"""

    by_objectors = True


class LobbyRefused(Event, frozen=True):
    """单元张贴凭证被退回"""


class LobbyEvidenceMissing(Event, frozen=True):
    """仍有单元缺少张贴凭证"""


class NoticeStarted(Event, frozen=True):
    """全部单元张贴完毕，公示期开始"""


class Paused(Event, frozen=True):
    """收到书面反对意见，暂缓实施"""

    by_objectors = True


class ObjectionAdded(Event, frozen=True):
    """暂缓期间又收到书面反对意见"""

    by_objectors = True


class LateObjectionRecorded(Event, frozen=True):
    """收到逾期反对意见，已记录"""

    by_objectors = True


class ObjectionSettled(Event, frozen=True):
    """一份反对意见已办结"""

    centre_reads_why = True
    by_objectors = True


class SettlementProposed(Event, frozen=True):
    """中心向反对人提出协商记录"""


class EndingEntered(Event, frozen=True):
    """反对意见的书面了结已录入，待第二人复核"""


class EndingDropped(Event, frozen=True):
    """反对意见的书面了结未予复核"""

    centre_reads_why = True


class ObjectionReopened(Event, frozen=True):
    """反对意见申请复核"""

    by_objectors = True


class ObjectionUpheld(Event, frozen=True):
    """反对意见成立"""


class NoticeResumed(Event, frozen=True):
    """反对意见全部办结，恢复办理"""


class HeldByHand(Event, frozen=True):
    """中心人工暂停办件"""

    centre_reads_why = True


class ReleasedByHand(Event, frozen=True):
    """中心解除人工暂停"""

    centre_reads_why = True


class LateObjectionAnswered(Event, frozen=True):
    """逾期反对意见已答复"""


class PaperObjectionConfirmed(Event, frozen=True):
    """纸质反对意见已经第二人核对"""

    by_objectors = True


class ObjectionTextJudged(Event, frozen=True):
    """反对意见文字的公开与否已确定"""

    centre_reads_why = True


class NoticeRecounted(Event, frozen=True):
    """公示截止日已按公布的日历重新计算"""


class NoticeEnded(Event, frozen=True):
    """公示期满无异议"""


class Registered(Event, frozen=True):
    """已登记备案"""


class Contracted(Event, frozen=True):
    """已签订保险服务合同"""


class PayoutRequested(Event, frozen=True):
    """已申请拨付保费"""


class PayoutReturned(Event, frozen=True):
    """拨付材料退回补正"""


class PayoutPrepared(Event, frozen=True):
    """拨付已制单"""


class PayoutDue(Event, frozen=True):
    """拨付临近或超过期限"""


class PayoutRecounted(Event, frozen=True):
    """拨付期限已按公布的日历重新计算"""


class PremiumPaid(Event, frozen=True):
    """保费已拨付"""


class PolicyIssued(Event, frozen=True):
    """保险已生效"""


class CaseWithdrawn(Event, frozen=True):
    """申请人撤回办件"""


class CaseReturned(Event, frozen=True):
    """退回补正"""


class CaseCorrected(Event, frozen=True):
    """已补正"""


class CaseRejected(Event, frozen=True):
    """不予办理"""


class CaseLapsed(Event, frozen=True):
    """逾期失效"""
