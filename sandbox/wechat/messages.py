"""Subscribe messages and the consents they need."""

import re
from typing import Any

from sandbox.wechat.calls import Answer, Call, Fail, ok
from sandbox.wechat.fields import accepts
from sandbox.wechat.push import Pusher
from sandbox.wechat.world import World

OPENID = re.compile(r"o[0-9A-Za-z_-]{5,63}")
STATES = ("developer", "trial", "formal")
LANGUAGES = ("zh_CN", "en_US", "zh_HK", "zh_TW")
TEMPLATES_AT_ONCE = 5


def send(world: World, pusher: Pusher, call: Call) -> Answer:
    """One message, if the person allows it and every field fits; then `sent` is pushed."""
    body = call.object("touser", "template_id", "page", "data", "miniprogram_state", "lang")
    openid = str(body.get("touser") or "")
    if not OPENID.fullmatch(openid):
        raise Fail(40003)
    template = world.templates.get(str(body.get("template_id")))
    if template is None:
        raise Fail(40037)
    page = body.get("page", "")
    path = page.split("?")[0] if isinstance(page, str) else "/"
    if path.startswith("/") or (path and world.pages is not None and path not in world.pages):
        raise Fail(41030)
    if body.get("miniprogram_state", "formal") not in STATES:
        raise Fail(47001)
    if body.get("lang", "zh_CN") not in LANGUAGES:
        raise Fail(47001)
    data = _data(call, body.get("data"), template.fields)
    consent = world.consent(openid, template.template_id)
    if template.long_term:
        if not consent.standing:
            raise Fail(43101)
    elif consent.left < 1:
        raise Fail(43101)
    else:
        consent.left -= 1
    msgid = world.new_msgid()
    world.messages.append(
        {
            "openid": openid,
            "template_id": template.template_id,
            "title": template.title,
            "page": page,
            "data": {template.fields[key]: value for key, value in data.items()},
            "msgid": str(msgid),
            "at": world.now().isoformat(),
        }
    )
    entry = {
        "TemplateId": template.template_id,
        "MsgID": str(msgid),
        "ErrorCode": "0",
        "ErrorStatus": "success",
    }
    pusher.emit_list("subscribe_msg_sent_event", openid, [entry])
    answer: dict[str, Any] = {"errcode": 0, "errmsg": "ok"}
    if world.gives_msgid:
        answer["msgid"] = msgid
    return ok(**answer)


def _data(call: Call, data: object, fields: dict[str, str]) -> dict[str, str]:
    if not isinstance(data, dict):
        raise Fail(47003)
    call.unknown += [f"data.{key}" for key in data if key not in fields]
    values = {}
    for key in fields:
        given = data.get(key)
        value = given.get("value") if isinstance(given, dict) else None
        if not accepts(key, value):
            raise Fail(47003, f"data.{key}.value invalid")
        values[key] = str(value)
    return values


def ask_consent(
    world: World, pusher: Pusher, openid: str, template_ids: list[str], status: str, scene: str
) -> None:
    """The person answers the pop-up of wx.requestSubscribeMessage; the answer is pushed.

    ValueError with WeChat's own error numbers for what the pop-up refuses.
    """
    if not template_ids:
        raise ValueError("10001: no templates")
    if len(template_ids) > TEMPLATES_AT_ONCE:
        raise ValueError("20003: too many templates")
    if status not in ("accept", "reject", "ban", "filter"):
        raise ValueError("status: accept, reject, ban or filter")
    templates = [world.templates.get(template_id) for template_id in template_ids]
    if None in templates:
        raise ValueError("20001: no such template")
    if len({t.long_term for t in templates if t}) > 1:
        raise ValueError("20002: one-time and long-term templates together")
    if status == "accept":
        for template in templates:
            if template is not None:
                consent = world.consent(openid, template.template_id)
                consent.left += 1
                consent.standing = template.long_term
    # Only what the person really answered is told; the platform's own no is not.
    if status in ("accept", "reject"):
        entries = [
            {"TemplateId": i, "SubscribeStatusString": status, "PopupScene": scene}
            for i in template_ids
        ]
        pusher.emit_list("subscribe_msg_popup_event", openid, entries)


def withdraw_consent(world: World, pusher: Pusher, openid: str, template_ids: list[str]) -> None:
    """The person switches messages off in WeChat's settings; only that direction is pushed."""
    for template_id in template_ids:
        if template_id not in world.templates:
            raise ValueError("no such template")
        consent = world.consent(openid, template_id)
        consent.left, consent.standing = 0, False
    entries = [{"TemplateId": i, "SubscribeStatusString": "reject"} for i in template_ids]
    pusher.emit_list("subscribe_msg_change_event", openid, entries)
