"""Logins, phone numbers and tokens."""

import base64
import secrets

from sandbox.wechat.calls import Answer, Call, Fail, ok
from sandbox.wechat.world import CODE_LIFE, Code, World


def jscode2session(world: World, call: Call) -> Answer:
    """A login code for an openid and a session key. 40029 unknown or old, 40163 used."""
    query = call.parameters("appid", "secret", "js_code", "grant_type")
    if call.method != "GET":
        # The parameters are looked for in the address only.
        raise Fail(41002)
    _account(world, query.get("appid"), query.get("secret"))
    if query.get("grant_type") != "authorization_code":
        raise Fail(40002)
    if not query.get("js_code"):
        raise Fail(41008)
    code = _live(world, world.login_codes.get(query["js_code"]), used_errcode=40163)
    world.count_login(code.openid)
    code.used = True
    world.visit(code.openid)
    members = {
        "session_key": base64.b64encode(secrets.token_bytes(16)).decode("ascii"),
        "openid": code.openid,
    }
    if code.unionid:
        members["unionid"] = code.unionid
    answer = ok(**members)
    # The real one labels this JSON as text.
    answer.content_type = "text/plain"
    return answer


def token(world: World, call: Call) -> Answer:
    """The old kind of access token: each fetch ends the one before."""
    query = call.parameters("grant_type", "appid", "secret")
    _account(world, query.get("appid"), query.get("secret"))
    if query.get("grant_type") != "client_credential":
        raise Fail(40002)
    value, seconds = world.tokens.plain(world.now())
    return ok(access_token=value, expires_in=seconds)


def stable_token(world: World, call: Call) -> Answer:
    """The stable kind: the same token for everybody, with the seconds that are left."""
    body = call.object("grant_type", "appid", "secret", "force_refresh")
    if body.get("grant_type") != "client_credential":
        raise Fail(40002)
    _account(world, body.get("appid"), body.get("secret"))
    value, seconds = world.tokens.stable(world.now(), force=body.get("force_refresh") is True)
    return ok(access_token=value, expires_in=seconds)


def getuserphonenumber(world: World, call: Call) -> Answer:
    """The number behind a phone code; with an openid, only if the code is this person's."""
    body = call.object("code", "openid")
    code = _live(world, world.phone_codes.get(str(body.get("code"))), used_errcode=40029)
    if "openid" in body and body["openid"] != code.openid:
        raise Fail(40029)
    code.used = True
    return ok(
        errcode=0,
        errmsg="ok",
        phone_info={
            "phoneNumber": code.phone,
            "purePhoneNumber": code.phone,
            "countryCode": "86",
            "watermark": {
                "timestamp": int(world.now().timestamp()),
                "appid": world.account.appid,
            },
        },
    )


def _account(world: World, appid: object, secret: object) -> None:
    if not appid:
        raise Fail(41002)
    if not secret:
        raise Fail(41004)
    if appid != world.account.appid:
        raise Fail(40013)
    if secret != world.account.secret:
        raise Fail(40125)


def _live(world: World, code: Code | None, used_errcode: int) -> Code:
    if code is None:
        raise Fail(40029)
    if code.used:
        raise Fail(used_errcode)
    if world.now() - code.made_at > CODE_LIFE:
        raise Fail(40029)
    return code
