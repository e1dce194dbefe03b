"""Every refusal: the class name is the code, the docstring its Chinese title.

`status` is the HTTP status that `server/problems.py` gives it: 401 who are you, 403 not yours,
404 not there, 409 not now, 422 makes no sense, 429 too often, 503 come back later.
Extra keyword arguments become members of the problem document; they must be harmless facts.
"""

from typing import Any, ClassVar


class Refusal(Exception):
    """请求被拒绝"""

    status: ClassVar[int] = 409

    def __init__(self, detail: str = "", **facts: Any) -> None:
        super().__init__(detail or type(self).title())
        self.detail = detail
        self.facts = facts

    @classmethod
    def title(cls) -> str:
        """The Chinese title people read."""
        return (cls.__doc__ or "").strip()

    @classmethod
    def code(cls) -> str:
        """The stable code programs read."""
        return cls.__name__


# --- who is asking


class NotLoggedIn(Refusal):
    """请先登录"""

    status = 401


class LoginFailed(Refusal):
    """登录未成功，请重新打开小程序再试"""

    status = 401


class PhoneRefused(Refusal):
    """手机号授权无效或已使用，请重新授权"""

    status = 422


class WrongCredentials(Refusal):
    """用户名、密码或动态口令不正确"""

    status = 401


class TooManyAttempts(Refusal):
    """操作过于频繁，请稍后再试"""

    status = 429


class NotAllowed(Refusal):
    """您没有办理此事项的权限"""

    status = 403


class NotYourScope(Refusal):
    """您在该楼栋（单元）没有已绑定的房屋"""

    status = 403


class NotApplicant(Refusal):
    """只有本办件的申请人可以办理"""

    status = 403


class SamePerson(Refusal):
    """经办与复核须为不同的人员"""

    status = 403


class NotFound(Refusal):
    """没有找到"""

    status = 404


class CaseNotFound(Refusal):
    """没有找到该办件"""

    status = 404


class TemporarilyUnavailable(Refusal):
    """系统正忙，请稍后重试"""

    status = 503


class WechatUnavailable(Refusal):
    """微信服务暂时不可用，请稍后重试"""

    status = 503


class PushForged(Refusal):
    """消息推送的签名无效或无法解密"""

    status = 403


# --- the request itself


class Malformed(Refusal):
    """请求的格式不正确"""

    status = 400


class TooLarge(Refusal):
    """提交的内容过大"""

    status = 413


class KeyReused(Refusal):
    """同一幂等键已用于不同的请求"""

    status = 409


class KeyMissing(Refusal):
    """缺少幂等键（Idempotency-Key）"""

    status = 400


# --- people and homes


class IdentityMismatch(Refusal):
    """姓名、证件号码与该房屋的登记信息不一致"""

    status = 422


class AlreadyBound(Refusal):
    """该房屋已绑定"""


class OtherIdentity(Refusal):
    """您的微信已绑定另一位业主的身份"""


class AlreadyDecided(Refusal):
    """该事项已经处理"""


class BootstrapOver(Refusal):
    """初始管理员已经设立"""


class NameTaken(Refusal):
    """用户名已被使用"""


class CodeTaken(Refusal):
    """编号已被使用"""


class WeakPassword(Refusal):
    """密码过于简单，至少需要 12 个字符"""

    status = 422


class WrongRoles(Refusal):
    """角色设置不正确"""

    status = 422


class InvitationOver(Refusal):
    """邀请无效、已使用或已过期"""

    status = 404


class ClaimPending(Refusal):
    """您已提交材料，请等待审核"""


class NotInRoll(Refusal):
    """名册中没有该业主的产权记录，须补充产权依据"""


class SharesExceed(Refusal):
    """该房屋的产权份额合计超过全部"""

    status = 422


class BadTerm(Refusal):
    """任期或授权期限不正确"""

    status = 422


# --- a case and its steps


class NotAllowedNow(Refusal):
    """办件当前状态不能办理此事项"""


class AlreadySigned(Refusal):
    """您已签名"""


class NotSigned(Refusal):
    """您尚未签名"""


class TooFewSigners(Refusal):
    """签名的业主不足规定人数"""


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


class NoticeOver(Refusal):
    """公示期已结束"""


class NoticeRunning(Refusal):
    """公示期尚未届满"""


class NoticeNotPosted(Refusal):
    """尚有单元未张贴公示"""


class ObjectionsOpen(Refusal):
    """尚有未办结的书面反对意见"""


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


class NothingHeld(Refusal):
    """办件没有被人工暂停"""


class LobbyUnknown(Refusal):
    """二维码无效、已作废或已过期"""

    status = 404


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


class Stale(Refusal):
    """内容已被他人更新，请刷新后再试"""


# --- imports


class ImportNotReady(Refusal):
    """导入尚未核对完成或不能确认"""


class ImportHasErrors(Refusal):
    """导入文件存在错误，未作任何更改"""


# --- ledger


class InsufficientFunds(Refusal):
    """账户可用余额不足"""


class ProtectedMoney(Refusal):
    """该款项受保护，不得用于此项支出"""


class HoldNotFound(Refusal):
    """未找到该办件的资金冻结"""

    status = 404


class HoldClosed(Refusal):
    """该资金冻结已经支用或解除"""


class HoldMismatch(Refusal):
    """该办件的同一方案已按另一金额或账户冻结"""


class HoldExceeded(Refusal):
    """支用金额超过冻结金额"""


class UnbalancedJournal(Refusal):
    """记账分录不平衡或不完整"""

    status = 422


class DuplicateReference(Refusal):
    """同一记账编号已用于另一笔分录"""


class AlreadyReversed(Refusal):
    """该分录已经冲销"""


class AccountNotFound(Refusal):
    """账户不存在"""

    status = 404


class JournalNotFound(Refusal):
    """分录不存在"""

    status = 404


# --- log


class EventNotFound(Refusal):
    """未找到该记录"""

    status = 404


class NotYetSealed(Refusal):
    """该记录尚未封存，请稍后再试"""


class UnknownTreeSize(Refusal):
    """日志没有该大小的封存"""

    status = 404


# --- photos


class PhotoTooLarge(Refusal):
    """照片过大"""

    status = 422


class PhotoUnreadable(Refusal):
    """照片无法读取，可能已损坏"""

    status = 422


class FileKindNotTaken(Refusal):
    """不接受这种文件，请上传照片或普通 PDF"""

    status = 422


class PhotoKindNotTaken(Refusal):
    """不接受这种文件，请上传 JPEG、PNG 或 WebP 静态照片"""

    status = 422


class UnreadableSheet(Refusal):
    """无法读取该表格文件"""

    status = 422


class TooManyRows(Refusal):
    """表格过大，请拆分后再导入"""

    status = 422
