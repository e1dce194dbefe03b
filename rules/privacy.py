"""What people are told about their personal information, by version. R12.7.

The wording is the Centre's to change; a changed one gets another version and is agreed to anew.
"""

from collections.abc import Iterable, Mapping
from enum import StrEnum
from typing import Any

from rules.city import CITY
from rules.refusals.people import ConsentMissing

VERSION = "2026-12"


class Consent(StrEnum):
    """同意的事项：规则整体，以及依法须单独同意的各项。"""

    NOTICE = "notice"
    IDENTITY = "identity"
    FACE = "face"


CONSENTS = {
    Consent.NOTICE: "已阅读并同意个人信息处理规则",
    Consent.IDENTITY: "单独同意处理证件号码和证件、权属材料",
    Consent.FACE: "单独同意由微信核验人脸",
}

TO_BIND = frozenset({Consent.NOTICE, Consent.IDENTITY})
"""What is agreed to before somebody says by name and number whose home it is."""
TO_SHOW_FACE = TO_BIND | {Consent.FACE}

_STANDING = (
    "已绑定的房屋、查看、表决和提出反对意见不受影响；不再要绑定的，可以解除绑定或者删除信息。"
)
CONSEQUENCES = {
    Consent.NOTICE: "不同意或撤回的，不能再绑定房屋，尚未办结的绑定和更换微信的申请随即撤回；"
    + _STANDING,
    Consent.IDENTITY: "不同意或撤回的，不能再凭证件绑定，尚未办结的绑定和更换微信的申请随即撤回；"
    + _STANDING,
    Consent.FACE: "不同意或撤回的，不能人脸核身，凭人脸更换微信的申请随即撤回；可凭手机号或材料。",
}
"""What follows from saying no, told before it is said."""


def lacking(said: Iterable[Mapping[str, Any]], needed: Iterable[Consent]) -> list[Consent]:
    """Of what is needed that which the person's last words (kind, version, agreed) do not agree
    to in the version that holds."""
    agreed = {one["kind"] for one in said if one["agreed"] and one["version"] == VERSION}
    return sorted(one for one in needed if one not in agreed)


def must_agree(said: Iterable[Mapping[str, Any]], needed: Iterable[Consent]) -> None:
    """Raises ConsentMissing with what still lacks.

    Only what is new asks: bindings that there are rest on what was agreed to then. A new version
    or a withdrawn consent that ended them would take away a right to object that the law gives.
    """
    if missing := lacking(said, needed):
        raise ConsentMissing(version=VERSION, consents=[one.value for one in missing])


NOTICE = (
    f"处理者：{CITY.centre}，电话 {CITY.phone}。",
    "为什么：核对您是不是业主，办理电梯维修保险的申请、公示、表决、反对意见和资金，履行法定职责。",
    "哪些：微信标识、手机号、姓名、证件号码、房屋和权属、您提交的材料、签名、选择和意见，以及登录和操作记录。",
    "敏感信息：证件号码及材料加密存放，只用于核对身份；人脸由微信核验，本系统只得到是否一致，不收存图像。",
    "给谁看：办理该事的工作人员；公开的内容隐去姓名、号码和房号；承保的保险机构只得到办件所需。不出境，不作他用。",
    "留多久：登录和核对记录不少于 190 天；绑定所附的身份材料在办结后按公布的天数删除；"
    "办件、账目、表决和证据不少于十年；其余在目的实现后删除。",
    "您可以：查阅和下载自己的信息，申请更正，撤回同意，解除绑定，删除账户；依法须保存的不因此删除，"
    "删除前逐项告知。",
    "不同意的：可以到窗口用纸质材料办理，不影响您的权利。",
)

ERASED = (
    "微信标识和手机号",
    "全部登录：随即失效，设备名称清空",
    "房屋绑定：随即终止",
    "站内消息的内容和订阅授权，尚未发出的微信消息",
    "上传后没有使用的材料",
    "尚未办结的绑定、更换微信的申请：随即撤回",
)
"""What goes when somebody has their account erased."""


class Kept(StrEnum):
    """依法保留、不随账户删除的内容。"""

    BINDINGS = "bindings"
    CLAIMS = "claims"
    SIGNATURES = "signatures"
    OBJECTIONS = "objections"
    BALLOTS = "ballots"
    PAPERS = "papers"
    CONSENTS = "consents"
    SESSIONS = "sessions"
    BOOKS = "books"


_CASE = "办件的依据，民法典第二百七十八条、第二百八十一条的共同决定须可核对"
_TEN = "不少于十年"
KEPT: Mapping[Kept, tuple[str, str, str]] = {
    Kept.BINDINGS: ("绑定的起止", "证明当时由谁代表房屋办理", _TEN),
    Kept.CLAIMS: ("绑定申请和决定", "名册更改的依据；所附身份材料满期另行删除", _TEN),
    Kept.SIGNATURES: ("签名", _CASE, _TEN),
    Kept.OBJECTIONS: ("反对意见", f"{_CASE}；未处理完的照常处理，不另通知", _TEN),
    Kept.BALLOTS: ("选票", f"{_CASE}；选择加密存放", _TEN),
    Kept.PAPERS: ("已用于事项的材料", "办件、账目和决定的凭据", "随其事项；绑定材料见保存期"),
    Kept.CONSENTS: ("对本规则的同意和撤回", "证明依法取得同意，个人信息保护法第五十五条", _TEN),
    Kept.SESSIONS: ("登录、核对和安全日志", "网络安全法第二十一条的网络日志", "190 天"),
    Kept.BOOKS: ("账目、名册和事件日志", "资金和权属的法定记录，不凭账户存放", _TEN),
}
"""What the law has kept: what it is, why, and for how long."""
