"""Accounts: whoever they are for, and the auditor, hear what becomes of them. R1.3, R12.8."""

from notify.kinds.kind import About, Audience, Words, because, kind
from notify.pages import Target
from notify.templates import PROGRESS
from rules.events.people import (
    AccountActivated,
    AccountCreated,
    AccountDisabled,
    AccountEnabled,
    AccountInvitedAnew,
    AccountRolesChanged,
    EmployeeCorrected,
    PasswordChanged,
)

_INVITATIONS = Target("/me/staff-invitations")
_CHANGES = Target("/staff/account-changes")
_COLLECT = "请在本小程序用登记的手机领取邀请码并尽快启用。"
_NOT_YOU = "如非本人所知，请立即告诉中心审计人员。"


@kind(AccountCreated, to=Audience.EMPLOYEE, template=PROGRESS, opens=_INVITATIONS)
def account_opened(about: About) -> Words:
    text = f"已为您开设工作账号。{_COLLECT}{_NOT_YOU}"
    return Words("工作账号待启用", text, "待启用", "请领取邀请码")


@kind(AccountInvitedAnew, to=Audience.EMPLOYEE, template=PROGRESS, opens=_INVITATIONS)
def account_reset(about: About) -> Words:
    text = f"您的工作账号已重置，原密码、动态口令和登录作废。{_COLLECT}{_NOT_YOU}"
    return Words("工作账号已重置", text, "已重置", "请领取邀请码")


@kind(AccountEnabled, to=Audience.EMPLOYEE, template=PROGRESS, opens=_INVITATIONS)
def account_enabled(about: About) -> Words:
    text = f"您的工作账号已恢复使用。{_COLLECT}{_NOT_YOU}"
    return Words("工作账号已恢复", text, "已恢复", "请领取邀请码")


@kind(AccountActivated, to=Audience.EMPLOYEE, template=PROGRESS, opens=_INVITATIONS)
def account_taken_up(about: About) -> Words:
    text = f"您的工作账号已设置密码并启用，过等待期后方可复核他人事项。{_NOT_YOU}"
    return Words("工作账号已启用", text, "已启用", "如非本人请告诉审计")


@kind(AccountRolesChanged, to=Audience.EMPLOYEE, template=PROGRESS, opens=_INVITATIONS)
def account_roles_changed(about: About) -> Words:
    text = f"您的工作账号角色已变更，请重新登录。{because(about.why)}{_NOT_YOU}"
    return Words("账号角色已变更", text, "已变更", "请重新登录")


@kind(AccountDisabled, to=Audience.EMPLOYEE, template=PROGRESS, opens=_INVITATIONS)
def account_disabled(about: About) -> Words:
    text = f"您的工作账号已停用。{because(about.why)}{_NOT_YOU}"
    return Words("工作账号已停用", text, "已停用", "如有疑问请告诉审计")


@kind(PasswordChanged, to=Audience.EMPLOYEE, template=PROGRESS, opens=_INVITATIONS)
def account_secret_changed(about: About) -> Words:
    text = f"您的工作账号密码已更改，其他登录已失效。{_NOT_YOU}"
    return Words("账号密码已更改", text, "已更改", "如非本人请告诉审计")


@kind(EmployeeCorrected, to=Audience.EMPLOYEE, template=PROGRESS, opens=_INVITATIONS)
def employee_corrected(about: About) -> Words:
    text = f"您在中心登记的姓名、证件号码或手机已更正。{_NOT_YOU}"
    return Words("人员登记已更正", text, "已更正", "如非本人请告诉审计")


@kind(AccountCreated, to=Audience.AUDITORS, opens=_CHANGES)
def audit_account_opened(about: About) -> Words:
    return _audited("开设了一个工作账号", about)


@kind(AccountInvitedAnew, to=Audience.AUDITORS, opens=_CHANGES)
def audit_account_reset(about: About) -> Words:
    return _audited("重置了一个工作账号", about)


@kind(AccountEnabled, to=Audience.AUDITORS, opens=_CHANGES)
def audit_account_enabled(about: About) -> Words:
    return _audited("恢复了一个停用的工作账号", about)


@kind(AccountActivated, to=Audience.AUDITORS, opens=_CHANGES)
def audit_account_taken_up(about: About) -> Words:
    return _audited("启用了一个工作账号", about)


@kind(AccountRolesChanged, to=Audience.AUDITORS, opens=_CHANGES)
def audit_account_roles(about: About) -> Words:
    return _audited("变更了一个工作账号的角色", about)


@kind(AccountDisabled, to=Audience.AUDITORS, opens=_CHANGES)
def audit_account_disabled(about: About) -> Words:
    return _audited("停用了一个工作账号", about)


@kind(EmployeeCorrected, to=Audience.AUDITORS, opens=_CHANGES)
def audit_employee(about: About) -> Words:
    return _audited("更正了一名人员的登记", about)


def _audited(what: str, about: About) -> Words:
    return Words("账号变动", f"{what}，请核对账号变更和日志。{because(about.why)}")
