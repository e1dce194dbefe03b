"""What happens to people and to the accounts they log in with."""

from typing import ClassVar

from rules.events.base import SubjectEvent


class PersonEvent(SubjectEvent, frozen=True):
    subject_kind: ClassVar[str] = "person"


class HomeBound(PersonEvent, frozen=True):
    """房屋已绑定"""


class HomeLeft(PersonEvent, frozen=True):
    """房屋已解除绑定"""


class ClaimMade(PersonEvent, frozen=True):
    """提交房屋绑定材料"""


class ClaimDecided(PersonEvent, frozen=True):
    """房屋绑定材料已审核"""


class AppointmentMade(PersonEvent, frozen=True):
    """提交授权材料"""


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
