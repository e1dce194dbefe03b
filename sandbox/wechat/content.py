"""Mini-program codes and the checks of texts and pictures."""

import io
import re
import secrets
from typing import Any

import qrcode
from PIL import Image

from sandbox.wechat.calls import Answer, Call, Fail, ok
from sandbox.wechat.push import Pusher
from sandbox.wechat.world import World, remember

SCENE = re.compile(r"[0-9A-Za-z!#$'()*+,/:;=?@\-._~]+")
TEXT_MAX = 2500
LABELS = {"pass": 100, "review": 21000, "risky": 20001}


def getwxacodeunlimit(world: World, call: Call) -> Answer:
    """A code for a page and a scene. A plain QR stands for the round one, so tests can read it."""
    body = call.object(
        "scene",
        "page",
        "check_path",
        "env_version",
        "width",
        "auto_color",
        "line_color",
        "is_hyaline",
    )
    scene = body.get("scene")
    if not isinstance(scene, str) or not 1 <= len(scene) <= 32:
        raise Fail(40169)
    if not SCENE.fullmatch(scene):
        # `&` is documented as allowed, and reported to be refused.
        raise Fail(40129)
    page = body.get("page", "pages/index/index")
    if not isinstance(page, str) or page.startswith("/") or "?" in page:
        raise Fail(41030)
    if body.get("check_path", True) and world.pages is not None and page not in world.pages:
        raise Fail(41030)
    width = body.get("width", 430)
    if not isinstance(width, int) or not 280 <= width <= 1280:
        raise Fail(40097)
    if body.get("env_version", "release") not in ("release", "trial", "develop"):
        raise Fail(40097)
    return _picture(f"{page}?scene={scene}", width, see_through=bool(body.get("is_hyaline")))


def _picture(text: str, width: int, see_through: bool) -> Answer:
    code = qrcode.QRCode(border=4, box_size=8)
    code.add_data(text)
    image = code.make_image().get_image().convert("RGB")
    image = image.resize((width, width), Image.Resampling.NEAREST)
    out = io.BytesIO()
    if see_through:
        image.save(out, "PNG")
        return Answer(out.getvalue(), "image/png")
    image.save(out, "JPEG", quality=92)
    return Answer(out.getvalue(), "image/jpeg")


def msg_sec_check(world: World, call: Call) -> Answer:
    """The opinion on a text. What stands there as \\uXXXX is not read, so it passes."""
    body = call.object("content", "version", "scene", "openid", "title", "nickname", "signature")
    content = body.get("content")
    if not isinstance(content, str) or not content:
        raise Fail(44002)
    if len(content) > TEXT_MAX:
        raise Fail(45002)
    suggest, word = _opinion(world, call.raw.decode("utf-8"))
    if body.get("version") != 2:
        if suggest == "risky":
            raise Fail(87014)
        return ok(errcode=0, errmsg="ok")
    _person(world, body)
    label = LABELS[suggest]
    detail: dict[str, Any] = {"strategy": "content_model", "errcode": 0}
    detail |= {"suggest": suggest, "label": label, "prob": 90}
    if word:
        detail |= {"strategy": "keyword", "keyword": word, "level": 90}
    return ok(
        errcode=0,
        errmsg="ok",
        detail=[detail],
        trace_id=_trace_id(world),
        result={"suggest": suggest, "label": label},
    )


def _opinion(world: World, raw: str) -> tuple[str, str]:
    for suggest in ("risky", "review"):
        for word in world.keywords[suggest]:
            if word in raw:
                return suggest, word
    return "pass", ""


def media_check_async(world: World, pusher: Pusher, call: Call) -> Answer:
    """A trace id at once; the opinion comes as a push, now or when the control port says so."""
    body = call.object("media_url", "media_type", "version", "scene", "openid")
    url = body.get("media_url")
    if not isinstance(url, str) or not re.match(r"https?://", url):
        raise Fail(40097)
    if body.get("media_type") not in (1, 2) or body.get("version") != 2:
        raise Fail(40097)
    _person(world, body)
    trace_id = _trace_id(world)
    remember(world.media, trace_id, str(body["openid"]))
    if world.media_results != "hold":
        tell_media_result(world, pusher, trace_id, world.media_results)
    return ok(errcode=0, errmsg="ok", trace_id=trace_id)


def tell_media_result(
    world: World, pusher: Pusher, trace_id: str, suggest: str, errcode: int = 0
) -> None:
    """Pushes `wxa_media_check`. KeyError for an unknown trace id, ValueError for odd opinions."""
    if suggest not in LABELS:
        raise ValueError("suggest: pass, review or risky")
    openid = world.media[trace_id]
    label = LABELS[suggest]
    result = {"suggest": suggest, "label": str(label)}
    detail = {"strategy": "content_model", "errcode": errcode, "prob": 90, **result}
    pusher.emit(
        "wxa_media_check",
        openid,
        {
            "appid": world.account.appid,
            "trace_id": trace_id,
            "version": 2,
            "detail": [detail],
            "errcode": errcode,
            "errmsg": "ok" if not errcode else "cannot download",
            "result": result,
        },
    )


def _person(world: World, body: dict[str, Any]) -> None:
    openid = body.get("openid")
    if not isinstance(openid, str) or not openid:
        raise Fail(40003)
    if body.get("scene") not in (1, 2, 3, 4):
        raise Fail(40129)
    if not world.visited(openid):
        raise Fail(61010)


def _trace_id(world: World) -> str:
    return f"{int(world.now().timestamp()):x}-{secrets.token_hex(4)}-{secrets.token_hex(4)}"
