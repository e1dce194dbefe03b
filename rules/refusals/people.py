"""People, homes, accounts."""

from rules.refusals.base import Refusal


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
