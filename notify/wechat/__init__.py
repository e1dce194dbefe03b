"""WeChat's server as this product uses it; the only package that knows wechatpy. R13.2, R13.3.

    wechat = Wechat(appid=..., secret=..., push_token=..., aes_key=..., redis=..., now=...)
    await wechat.code_to_session(code)                       -> Session
    await wechat.phone_number(code, openid)                  -> Phone
    await wechat.send_subscribe(openid, template_id, page, {"thing1": "..."})  -> SendResult
    await wechat.mini_code(scene, page)                      -> bytes (JPEG or PNG)
    await wechat.check_text(openid, text, scene)             -> Verdict
    await wechat.check_media(url, openid)                    -> trace id; the verdict is a PushEvent
    wechat.push_echo(query), wechat.open_push(query, body), wechat.push_reply()
    await wechat.aclose()

`send_subscribe` and `check_text` never raise for WeChat's faults; the other calls raise
Unavailable, CodeRefused or CallRefused, `open_push` raises PushRefused. No call lasts longer
than `timeout_seconds`, asks for one thing more than twice, or writes anything personal to a log.
"""

from notify.wechat.answers import (
    CallRefused,
    CodeRefused,
    Outcome,
    Phone,
    PushEvent,
    PushRefused,
    SendResult,
    Session,
    Suggest,
    Unavailable,
    Verdict,
    WechatError,
)
from notify.wechat.client import MiniState, Wechat
from notify.wechat.fields import Unfit, fit

__all__ = [
    "CallRefused",
    "CodeRefused",
    "MiniState",
    "Outcome",
    "Phone",
    "PushEvent",
    "PushRefused",
    "SendResult",
    "Session",
    "Suggest",
    "Unavailable",
    "Unfit",
    "Verdict",
    "Wechat",
    "WechatError",
    "fit",
]
