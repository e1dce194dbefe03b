"""Who asks, and how."""

from rules.refusals.base import Refusal


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


class HomeNotBound(Refusal):
    """请先绑定房屋"""

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
