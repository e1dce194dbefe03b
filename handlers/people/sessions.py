"""Sessions: opened by a login, shown to their holder, rotated, ended. R2.5, R12.4."""

from datetime import datetime, timedelta
from typing import Annotated
from uuid import UUID

from msgspec import Meta

from handlers.lists import Listed, listing, page, view_of
from handlers.route import Answer, Context, Page, Secrets, route
from handlers.shown import at
from models.people import sessions
from models.people.sessions import Session
from rules.people import LOGGED_IN, Role
from rules.refusals.asking import LoginFailed, NotFound, NotLoggedIn

PERSON_LIFE = timedelta(days=30)
STAFF_LIFE = timedelta(hours=12)
MOST_SESSIONS = 20
"""Live sessions of one bearer; a further login ends the oldest."""


class SessionToken(Answer, frozen=True):
    """登录令牌，只在这一次答复中显示。"""

    token: Annotated[str, Meta(title="登录令牌", description="以 `Authorization: Bearer …` 发送")]
    expires_at: datetime


async def open_session(
    secrets: Secrets,
    now: datetime,
    *,
    person_id: UUID | None = None,
    account_id: UUID | None = None,
    code_hash: bytes | None = None,
    device: str = "",
    idle_minutes: int | None = None,
    fresh_minutes: int = 0,
) -> SessionToken:
    """A new session of a person (30 days) or an account (12 hours), in the caller's transaction;
    over when it is not used for `idle_minutes`. For `fresh_minutes` the code that it was opened by
    counts as shown just now.

    Raises LoginFailed when the login code already opened one, also at the same instant: the
    database keeps one session per code.
    """
    token = secrets.new_token()
    kid, token_hash = secrets.token_hash(token)
    expires_at = now + (PERSON_LIFE if person_id else STAFF_LIFE)
    session = Session(
        token_hash=token_hash,
        kid=kid,
        person_id=person_id,
        account_id=account_id,
        code_hash=code_hash,
        created_at=now,
        expires_at=expires_at,
        device=device,
        idle_minutes=idle_minutes,
        idle_until=now + timedelta(minutes=idle_minutes) if idle_minutes else None,
        fresh_until=now + timedelta(minutes=fresh_minutes) if fresh_minutes else None,
    )
    if not await sessions.insert(session):
        raise LoginFailed()
    bearer = person_id or account_id
    assert bearer is not None
    await sessions.end_oldest(bearer, now, MOST_SESSIONS)
    return SessionToken(token=token, expires_at=at(expires_at))


class SessionView(Answer, frozen=True):
    """本人的一个登录；`current` 表示正是发出本次请求的登录。"""

    id: UUID
    device: str
    created_at: Annotated[datetime, Meta(title="登录时间")]
    expires_at: datetime
    current: bool


@route("POST", "/login/refresh", who=Role.PERSON, status=200, secret=True)
async def refresh_login(ctx: Context) -> SessionToken:
    """换发登录令牌，旧令牌立即作废；没有收到答复的手机重新调用 wx.login 即可。"""
    before = ctx.who.session_id and await sessions.end(ctx.who.session_id, ctx.now)
    if not before:
        raise NotLoggedIn()
    return await open_session(ctx.world.secrets, ctx.now, person_id=ctx.id, device=before.device)


@route("POST", "/logout", who=LOGGED_IN, status=204)
async def log_out(ctx: Context) -> None:
    """退出登录，令牌立即作废。"""
    if ctx.who.session_id:
        await sessions.end(ctx.who.session_id, ctx.now)


@listing("/sessions", who=LOGGED_IN)
async def list_sessions(ctx: Context, query: Page) -> Listed[SessionView]:
    """本人当前有效的登录，便于让遗失的手机退出；最多二十个，最近的在前。"""
    return await page(
        sessions.SESSIONS,
        query,
        lambda row: view_of(SessionView, row, current=row["id"] == ctx.who.session_id),
        bearer=ctx.id,
        now=ctx.now,
    )


@route("DELETE", "/sessions/{session_id}", who=LOGGED_IN, refuses=(NotFound,), status=204)
async def end_session(ctx: Context, session_id: UUID) -> None:
    """让本人的某次登录失效；他人的登录视为不存在。"""
    if not await sessions.end_own(session_id, ctx.id, ctx.now):
        raise NotFound()
