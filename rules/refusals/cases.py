"""A case and its steps."""

from rules.refusals.base import Refusal


class NotAllowedNow(Refusal):
    """办件当前状态不能办理此事项"""


class AlreadySigned(Refusal):
    """您已签名"""


class NotSigned(Refusal):
    """您尚未签名"""


class SigningOver(Refusal):
    """征集签名的期限已过"""


class ConditionsUnmet(Refusal):
    """申请条件未全部满足"""


class ElevatorTaken(Refusal):
    """电梯已有在办的申请"""


class ElevatorCovered(Refusal):
    """电梯在该期间已有保险"""


class WrongElevators(Refusal):
    """所选电梯不服务于该楼栋（单元）"""

    status = 422


class InsurerUnavailable(Refusal):
    """该保险机构不在入围名单内或已暂停"""

    status = 422


class WrongPremium(Refusal):
    """保费与所列电梯不符"""

    status = 422


class NoAuthorisation(Refusal):
    """没有有效的书面授权"""


class NoticeRunning(Refusal):
    """公示期尚未届满"""


class EmptyText(Refusal):
    """请填写书面意见"""

    status = 422


class ReasonMissing(Refusal):
    """请写明理由"""

    status = 422


class ObjectionPending(Refusal):
    """您已有一份未办结的反对意见"""


class RefiledTooOften(Refusal):
    """撤回后再次提出的次数已用完"""


class ObjectionClosed(Refusal):
    """该反对意见已经办结"""


class NamesObjector(Refusal):
    """告知各方的理由中不得写明反对人的姓名或房号"""

    status = 422


class ReviewUsed(Refusal):
    """该反对意见已申请过复核"""


class ArrivedInFuture(Refusal):
    """收到时间不能晚于现在"""

    status = 422


class ParameterWrong(Refusal):
    """参数或其值不能这样规定"""

    status = 422


class ParametersMoved(Refusal):
    """其间参数已另有改动"""


class NothingHeld(Refusal):
    """办件没有被人工暂停"""


class LobbyUnknown(Refusal):
    """二维码无效、已作废或已过期"""

    status = 404


class LobbyForManager(Refusal):
    """此码供物业服务企业上传张贴照片"""

    status = 403


class LobbyPosted(Refusal):
    """该单元已有张贴凭证"""


class WrongPeriod(Refusal):
    """保险期间不正确"""

    status = 422


class ContractTooLarge(Refusal):
    """合同金额超过方案保费，须重新制定方案"""


class SumsDiffer(Refusal):
    """合同、发票与拨付金额不一致"""


class InvoiceUsed(Refusal):
    """该发票号码已经使用"""


class PapersMissing(Refusal):
    """缺少必要的材料"""


class CorrectionOver(Refusal):
    """补正期限已过"""


class CalendarUnknown(Refusal):
    """所需年度的工作日安排尚未公布，期限为暂定"""


class NotYetDue(Refusal):
    """期限尚未届满"""


class PolicyNumberUsed(Refusal):
    """该保单号已经使用"""
