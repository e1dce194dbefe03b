"""People, homes, accounts."""

from rules.refusals.base import Refusal

TITLE = "房屋绑定、授权与账号"


class IdentityMismatch(Refusal):
    """姓名、证件号码、手机号与该房屋的登记信息不一致

    或者微信核验的手机号不是名册上的号码。先授权手机号并核对填写；换了号码的用人脸核身；名册有误、
    刚买房、微信已绑定他人房屋的，上传材料申请绑定。
    """

    status = 422


class FaceNotVerified(Refusal):
    """人脸核身没有通过，或者已经过期

    没有做完、没有通过、不是本人，或者凭证已过期、已用过。请本人重新核身；也可以上传材料申请。
    """

    status = 422


class LoginElsewhere(Refusal):
    """该业主已绑定另一个微信

    一位业主只能有一个微信。要换成这个微信的，用人脸核身申请更换，或者上传材料由住保中心审核。
    """


class NothingToReplace(Refusal):
    """没有需要更换的微信

    该业主现在没有绑定别的微信。直接绑定房屋即可。
    """


class ChangeNotOpen(Refusal):
    """该更换申请已经结束

    已经生效、撤回或者处理完毕。刷新后查看结果。
    """


class AlreadyBound(Refusal):
    """该房屋已绑定

    该房屋已在您的绑定之中。无须再绑。
    """


class OtherIdentity(Refusal):
    """您的微信已绑定另一位业主的身份

    您的微信已绑定另一位业主。请用本人的微信；绑错的到住保中心更正。
    """


class AlreadyDecided(Refusal):
    """该事项已经处理

    该事项已经处理。刷新后查看结果。
    """


class BootstrapOver(Refusal):
    """初始管理员已经设立

    初始管理员只设立两位。由现有管理员录入账号，另一人复核。
    """


class NameTaken(Refusal):
    """用户名已被使用

    用户名已被使用。另取一个。
    """


class EmployeeDiffers(Refusal):
    """与登记的人员不一致

    人员登记里，该证件号码的姓名或手机与所填的不同，或者该手机已登记为另一人的。核对后重填。
    """


class ChangePending(Refusal):
    """已有待复核的变更

    该账号或人员已有一项变更在等待复核。先复核或作废它。
    """


class PayeeWaits(Refusal):
    """该机构已有一个收款账户正在办理

    一家机构一次只办一个收款账户。先把待复核或待保险机构确认的办完，或者作废后重新录入。
    """


class CodeTaken(Refusal):
    """编号已被使用

    编号已被使用。核对编号或另取一个。
    """


class WeakPassword(Refusal):
    """密码过于简单，至少需要 12 个字符

    密码太短、太常见或含用户名。换一个至少 12 个字符的密码。
    """

    status = 422


class WrongRoles(Refusal):
    """角色设置不正确

    所选角色不能同时担任，或者缺少所属单位。按 detail 调整。
    """

    status = 422


class InvitationOver(Refusal):
    """邀请无效、已使用或已过期

    邀请链接无效、已使用或已过期。请管理员重新邀请。
    """

    status = 404


class ClaimPending(Refusal):
    """您已提交材料，请等待审核

    您已为同一事项提交材料。等待审核；要更换材料的先撤回。
    """


class NotInRoll(Refusal):
    """名册中没有该业主的产权记录，须补充产权依据

    名册中没有该业主的产权记录。核对姓名和房号；确有产权的，附产权依据。
    """


class SharesExceed(Refusal):
    """该房屋的产权份额合计超过全部

    产权份额合计会超过全部。核对份额，并注明哪些原产权已经终止。
    """

    status = 422


class BadTerm(Refusal):
    """任期或授权期限不正确

    任期或产权的起止日期不正确。按证明文件填写，任期不超过五年。
    """

    status = 422


class ConsentMissing(Refusal):
    """请先同意个人信息处理规则

    绑定房屋、人脸核身之前，须阅读现行规则并对缺少的事项（`consents`）表示同意；规则有新版本的须再次同意，已绑定的不受
    影响。同意后原样再办；不同意的，可以到窗口用纸质材料办理。
    """


class CorrectionDiffers(Refusal):
    """录入的内容与申请的不一致

    属实的须从材料上录入，与业主所写的一致才能更正。核对材料；业主写错的，不予更正并写明理由，请其重新申请。
    """

    status = 422


class StillInOffice(Refusal):
    """您仍在任，不能删除账户

    业主委员会、物业或独立产权人的授权仍有效，或者这是在岗工作人员本人的微信：办理中的事项须找得到办理的人。
    先终止授权或停用账号，再删除。
    """


class NoticeChanged(Refusal):
    """个人信息处理规则已有新版本

    同意的是哪一版，须与现行的一致。请重新取得现行规则，阅读后再表示同意。
    """
