"""When the phone may ask for consent to messages: right after a tap, nowhere else. R13.2."""

from collections.abc import Mapping
from typing import Literal

Scene = Literal["bind", "apply", "sign", "object", "vote", "claim", "appoint", "post"]

SCENE_TITLES: Mapping[Scene, str] = {
    "bind": "绑定房屋后",
    "apply": "提出申请后",
    "sign": "签名后",
    "object": "提出反对意见后",
    "vote": "投票后",
    "claim": "提交房屋绑定材料后",
    "appoint": "提交授权材料后",
    "post": "上传张贴照片后",
}
"""What was just tapped."""
