"""What happens to people and to the accounts they log in with."""

from typing import ClassVar

from rules.events.base import SubjectEvent


class PersonEvent(SubjectEvent, frozen=True):
    subject_kind: ClassVar[str] = "person"


class HomeBound(PersonEvent, frozen=True):
    """房屋已绑定"""


class HomeLeft(PersonEvent, frozen=True):
    """房屋已解除绑定"""


class LoginChangeAsked(PersonEvent, frozen=True):
    """有人申请把业主的微信换成另一个"""


class LoginChangeContested(PersonEvent, frozen=True):
    """对更换微信提出异议"""


class LoginChangeRefused(PersonEvent, frozen=True):
    """更换微信未准许"""


class LoginReplaced(PersonEvent, frozen=True):
    """业主的微信已更换，原绑定终止"""


class BindingContested(PersonEvent, frozen=True):
    """对房屋上的绑定提出异议"""


class BindingContestDismissed(PersonEvent, frozen=True):
    """绑定异议未获支持"""


class BindingContestUpheld(PersonEvent, frozen=True):
    """有异议的绑定已终止"""


class BindingEnded(PersonEvent, frozen=True):
    """绑定已由住保中心终止"""


class BindingEndingDropped(PersonEvent, frozen=True):
    """终止绑定未复核，已作废"""


class ClaimMade(PersonEvent, frozen=True):
    """提交房屋绑定材料"""


class ClaimProposed(PersonEvent, frozen=True):
    """终止他人产权的绑定材料待第二人复核"""


class OwnershipEnded(SubjectEvent, frozen=True):
    """名册中的产权已终止"""

    subject_kind: ClassVar[str] = "ownership"


class ClaimDecided(PersonEvent, frozen=True):
    """房屋绑定材料已审核"""


class AppointmentMade(PersonEvent, frozen=True):
    """提交授权材料"""


class AppointmentProposed(PersonEvent, frozen=True):
    """授权材料拟予通过，待复核或已退回重审"""


class AppointmentDecided(PersonEvent, frozen=True):
    """授权材料已审核"""


class AppointmentEnded(PersonEvent, frozen=True):
    """授权已终止"""


class PhoneChanged(PersonEvent, frozen=True):
    """手机号已更新"""


class EmployeeEvent(SubjectEvent, frozen=True):
    subject_kind: ClassVar[str] = "employee"


class EmployeeRegistered(EmployeeEvent, frozen=True):
    """人员已登记"""


class EmployeeCorrected(EmployeeEvent, frozen=True):
    """人员登记已更正"""


class AccountChangeEvent(SubjectEvent, frozen=True):
    subject_kind: ClassVar[str] = "account_change"


class AccountChangeEntered(AccountChangeEvent, frozen=True):
    """账号变更已录入，待复核"""


class AccountChangeDropped(AccountChangeEvent, frozen=True):
    """账号变更未予复核"""


class AccountEvent(SubjectEvent, frozen=True):
    subject_kind: ClassVar[str] = "account"


class AccountCreated(AccountEvent, frozen=True):
    """账号已建立"""


class AccountActivated(AccountEvent, frozen=True):
    """账号已启用"""


class AccountInvitedAnew(AccountEvent, frozen=True):
    """账号已重新邀请，原密码和动态口令作废"""


class InvitationCollected(AccountEvent, frozen=True):
    """邀请码已由本人领取"""


class AccountEnabled(AccountEvent, frozen=True):
    """账号已恢复使用"""


class AccountRolesChanged(AccountEvent, frozen=True):
    """账号角色已变更"""


class AccountLoggedIn(AccountEvent, frozen=True):
    """账号已登录"""


class PasswordChanged(AccountEvent, frozen=True):
    """账号密码已更改"""


class AccountDisabled(AccountEvent, frozen=True):
    """账号已停用"""


class Unmasked(AccountEvent, frozen=True):
    """工作人员查看了未脱敏信息"""


class CorrectionAsked(PersonEvent, frozen=True):
    """申请更正名册"""


class CorrectionProposed(PersonEvent, frozen=True):
    """更正名册待第二人复核"""


class CorrectionDecided(PersonEvent, frozen=True):
    """更正名册的申请已处理"""


class PersonErased(PersonEvent, frozen=True):
    """本人的微信账户已删除"""


class PrivacyAgreed(PersonEvent, frozen=True):
    """个人信息处理规则已同意或撤回"""
