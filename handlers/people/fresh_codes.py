"""A one-time code shown anew within a login, before what is grave: rows that are `fresh`. R12.8.

Whoever came by a login that somebody left open has no authenticator: five wrong codes in a row and
the login is over. Nobody outside can bring that about.
"""

from datetime import datetime, timedelta
from uuid import UUID

from handlers.people import passwords
from handlers.people.entrance import OneTimeCode
from handlers.route import Answer, Body, Context, route
from handlers.shown import at
from models.parameters import current_parameters
from models.people import accounts, sessions
from models.sealed import ACCOUNT_TOTP
from rules.people import STAFF
from rules.refusals.asking import NotLoggedIn, WrongCredentials

MOST_WRONG = 5


class ShownCode(Body, frozen=True):
    """动态口令应用当前显示的六位数字。"""

    totp: OneTimeCode


class FreshUntil(Answer, frozen=True):
    """到这时为止，可以办理须动态口令的事项。"""

    fresh_until: datetime


async def _judged(ctx: Context, body: ShownCode) -> tuple[UUID, int]:
    """The session and the code's time step; counted before it is judged, so that of a hundred at
    once five are. Raises WrongCredentials, and NotLoggedIn once the login is over."""
    session_id = ctx.who.session_id
    assert session_id is not None
    tried = await sessions.count_code(session_id, MOST_WRONG)
    if tried is None:
        await sessions.end(session_id, ctx.now)
        raise NotLoggedIn()
    step, cipher = None, tried["totp_cipher"]
    if cipher:
        secret = ctx.world.secrets.decrypt(bytes(cipher), ACCOUNT_TOTP.of(tried["id"]))
        step = passwords.step_of(secret, body.totp, ctx.now)
    if step is None or tried["totp_last_step"] >= step:
        if tried["wrong_codes"] >= MOST_WRONG:
            await sessions.end(session_id, ctx.now)
        raise WrongCredentials()
    return session_id, step


@route(
    "POST",
    "/staff/session/code",
    who=STAFF,
    status=200,
    refuses=(WrongCredentials, NotLoggedIn),
    prepare=_judged,
    limit="password",
)
async def show_one_time_code(ctx: Context, body: ShownCode) -> FreshUntil:
    """办理拨付、查看完整的个人信息、变更账号之前再次输入动态口令；连续五次有误，本次登录即失效。R12.8。"""
    session_id, step = ctx.prepared
    if await accounts.use_step(ctx.id, step) is None:
        raise WrongCredentials()
    policy = await current_parameters()
    until = ctx.now + timedelta(minutes=policy.session_fresh_minutes)
    await sessions.freshen(session_id, until)
    return FreshUntil(fresh_until=at(until))
