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
    "留多久：登录和核对记录不少于 190 天；办件、账目、表决和证据不少于十年；其余在目的实现后删除。",
    "您可以：查阅和下载自己的信息，要求更正，撤回同意，解除绑定；依法须保存的办件和账目不因此删除。",
    "不同意的：可以到窗口用纸质材料办理，不影响您的权利。",
)
