"""Who asks, and how."""

from rules.refusals.base import Refusal

TITLE = "登录、权限与请求"


class NotLoggedIn(Refusal):
    """请先登录

    没有登录，或令牌已失效、已退出。小程序重新调用 wx.login 并登录；工作人员重新输入密码和
    动态口令。
    """

    status = 401


class LoginFailed(Refusal):
    """登录未成功，请重新打开小程序再试

    微信登录凭证无效、已用过或已过期（五分钟内有效，只用一次）。重新调用 wx.login 再登录。
    """

    status = 401


class PhoneRefused(Refusal):
    """手机号授权无效或已使用，请重新授权

    手机号授权凭证无效、已用过或已过期。请本人再点一次获取手机号的按钮。
    """

    status = 422


class WrongCredentials(Refusal):
    """用户名、密码或动态口令不正确

    用户名、密码或动态口令有一项不对；用过的动态口令不能再用。等下一个口令再试；忘记密码的，
    请管理员重新邀请。
    """

    status = 401


class TooManyAttempts(Refusal):
    """操作过于频繁，请稍后再试

    短时间内的请求或待处理的申请超过限度。按 Retry-After 的秒数等待后再试；属于待审核材料过
    多的，等审核后再提交。
    """

    status = 429


class NotAllowed(Refusal):
    """您没有办理此事项的权限

    登录的身份没有这项权限。业主请先绑定房屋；物业、业主委员会请先提交授权材料；工作人员请
    由有权限的人员办理。
    """

    status = 403


class FormNotOurs(Refusal):
    """表单已失效，请重新打开后提交

    表单不是由本工作台的页面送来的，或者显示之后重新登录过。请回到要办理的页面，重新填写后提交。
    """

    status = 403


class HomeNotBound(Refusal):
    """请先绑定房屋

    登录后还没有绑定任何房屋。凭姓名、证件号码和房号绑定；与名册不一致的，提交材料由工作人员审核。
    """

    status = 403


class NotYourScope(Refusal):
    """您在该楼栋（单元）没有已绑定的房屋

    办件所在的楼栋（单元）里没有您绑定的房屋。绑定该处房屋后再办；产权已转让的，由现业主办
    理。
    """

    status = 403


class NotApplicant(Refusal):
    """只有本办件的申请人可以办理

    只有提出这件申请的业主或单位可以办理此步。请由申请人办理。
    """

    status = 403


class SamePerson(Refusal):
    """经办与复核须为不同的人员

    同一件事须由两人分别办理：录入和复核、初次认定和再次复核。请由另一名工作人员办理。
    """

    status = 403


class AccountWaits(Refusal):
    """账号启用或变更不久，还不能复核

    新启用、重新邀请或者刚变更角色的账号，过了等待期才能作为第二人办理。请由另一名工作人员办理，
    或等待期满。
    """

    status = 403


class FreshCodeNeeded(Refusal):
    """请输入动态口令后再办理

    拨付、退款、转出资金，查看完整的个人信息，变更账号，都须在不久前输入过动态口令。输入动态口令应用
    当前显示的六位数字，再用同一个幂等键重发。
    """

    status = 403


class NotFound(Refusal):
    """没有找到

    没有这个地址或这项内容，或者不在您可以查看的范围内。核对编号或从列表重新进入。
    """

    status = 404


class CaseNotFound(Refusal):
    """没有找到该办件

    没有这个办件，或者您不是该楼栋的业主、物业、业主委员会、承办的保险机构。核对办件编号；
    业主请先绑定房屋。
    """

    status = 404


class TemporarilyUnavailable(Refusal):
    """系统正忙，请稍后重试

    系统暂时忙或正在维护，没有作任何更改。按 Retry-After 的秒数等待后，用同一个幂等键重发。
    """

    status = 503


class WechatUnavailable(Refusal):
    """微信服务暂时不可用，请稍后重试

    微信的服务器没有及时答复，没有作任何更改。稍等片刻后重试。
    """

    status = 503


class PushForged(Refusal):
    """消息推送的签名无效或无法解密

    只用于微信的消息推送：签名不符、不是发给本小程序的，或者不能解密。核对小程序后台和后端
    设置的 Token 与 EncodingAESKey。
    """

    status = 403


class Malformed(Refusal):
    """请求的格式不正确

    请求的内容、参数或格式不符合接口约定。errors 逐项给出位置（JSON 指针）和原因，改正后重
    发。
    """

    status = 400


class TooLarge(Refusal):
    """提交的内容过大

    请求内容超过上限。压缩照片或拆分文件后再传。
    """

    status = 413


class KeyReused(Refusal):
    """同一幂等键已用于不同的请求

    这个幂等键已经用于另一个不同的请求。每次新的操作用新的键；重发同一请求时内容须完全相同。
    """

    status = 409


class KeyMissing(Refusal):
    """缺少幂等键（Idempotency-Key）

    写操作须带请求头 Idempotency-Key。每次操作生成一个新键，重发时用同一个键。
    """

    status = 400


class MethodNotAllowed(Refusal):
    """不支持该方法

    这个地址不支持该请求方法。对照接口文档改用 GET、POST、PUT 或 DELETE。
    """

    status = 405


class TooSlow(Refusal):
    """请求接收超时

    请求在规定时间内没有传完。换一个较快的网络，或压缩照片后重传。
    """

    status = 408


class Unexpected(Refusal):
    """系统内部错误

    系统出现没有预料到的错误，没有作任何更改。把请求编号 request_id 告诉住保中心，稍后再试。
    """

    status = 500
