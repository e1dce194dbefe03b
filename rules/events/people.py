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


class EmployeeRegistered(SubjectEvent, frozen=True):
    """人员已登记"""

    subject_kind: ClassVar[str] = "employee"


class AccountEvent(SubjectEvent, frozen=True):
    subject_kind: ClassVar[str] = "account"


class AccountCreated(AccountEvent, frozen=True):
    """账号已建立"""


class AccountActivated(AccountEvent, frozen=True):
    """账号已启用"""


class AccountInvitedAnew(AccountEvent, frozen=True):
    """账号已重新邀请，原密码和动态口令作废"""


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
