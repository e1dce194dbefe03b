"""Sessions: opened by a login, shown to their holder, rotated, ended. R2.5, R12.4."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

from handlers.route import Answer, Context, Secrets, route
from handlers.shown import at
from models.base import one, sql
from rules.people import STAFF, Role
from rules.refusals.asking import LoginFailed, NotFound, NotLoggedIn

PERSON_LIFE = timedelta(days=30)
STAFF_LIFE = timedelta(hours=12)
MOST_SESSIONS = 20
"""Live sessions of one bearer; a further login ends the oldest."""


class Token(Answer, frozen=True):
    """A session token; the answer that carries it is the only place where it can be read."""

    token: str
    expires_at: datetime


async def open_session(
    secrets: Secrets,
    now: datetime,
    *,
    person_id: UUID | None = None,
    account_id: UUID | None = None,
    code_hash: bytes | None = None,
    device: str = "",
) -> Token:
    """A new session of a person (30 days) or an account (12 hours), in the caller's transaction.

    Raises LoginFailed when the login code already opened one, also at the same instant: the
    database keeps one session per code.
    """
    token = secrets.new_token()
    kid, token_hash = secrets.token_hash(token)
    expires_at = now + (PERSON_LIFE if person_id else STAFF_LIFE)
    row = await one(
        "INSERT INTO session (id, token_hash, kid, person_id, account_id, code_hash, created_at,"
        " expires_at, device) VALUES ($1,$2,$3,$4,$5,$6,$7,$8,$9)"
        " ON CONFLICT (code_hash) WHERE code_hash IS NOT NULL DO NOTHING RETURNING id",
        uuid4(),
        token_hash,
        kid,
        person_id,
        account_id,
        code_hash,
        now,
        expires_at,
        device,
    )
    if row is None:
        raise LoginFailed()
    await sql(
        "UPDATE session SET revoked_at = $3 WHERE revoked_at IS NULL AND id IN"
        " (SELECT id FROM session WHERE (person_id = $1 OR account_id = $2)"
        " AND revoked_at IS NULL AND expires_at > $3"
        " ORDER BY created_at DESC, id OFFSET $4)",
        person_id,
        account_id,
        now,
        MOST_SESSIONS,
    )
    return Token(token=token, expires_at=at(expires_at))


class SessionView(Answer, frozen=True):
    """One login of one's own. `current` is the one that asks."""

    id: UUID
    device: str
    created_at: datetime
    expires_at: datetime
    current: bool


class SessionList(Answer, frozen=True):
    """All live logins, the newest first; there are at most twenty."""

    items: list[SessionView]


@route("POST", "/login/refresh", who=Role.PERSON, status=200)
async def refresh_login(ctx: Context) -> Token:
    """换发登录令牌，旧令牌立即作废；没有收到答复的手机重新调用 wx.login 即可。"""
    row = await one(
        "UPDATE session SET revoked_at = $2 WHERE id = $1 AND revoked_at IS NULL RETURNING device",
        ctx.who.session_id,
        ctx.now,
    )
    if row is None:
        raise NotLoggedIn()
    return await open_session(ctx.world.secrets, ctx.now, person_id=ctx.id, device=row["device"])


@route("POST", "/logout", who=STAFF | {Role.PERSON}, status=204)
async def logout(ctx: Context) -> None:
    """退出登录，令牌立即作废。"""
    await sql(
        "UPDATE session SET revoked_at = $2 WHERE id = $1 AND revoked_at IS NULL",
        ctx.who.session_id,
        ctx.now,
    )


@route("GET", "/sessions", who=STAFF | {Role.PERSON})
async def list_sessions(ctx: Context) -> SessionList:
    """本人当前有效的登录，便于让遗失的手机退出。"""
    rows = await sql(
        "SELECT id, device, created_at, expires_at FROM session"
        " WHERE (person_id = $1 OR account_id = $1) AND revoked_at IS NULL AND expires_at > $2"
        " ORDER BY created_at DESC, id LIMIT $3",
        ctx.id,
        ctx.now,
        MOST_SESSIONS,
    )
    return SessionList(items=[_shown(ctx, row) for row in rows])


@route(
    "DELETE", "/sessions/{session_id}", who=STAFF | {Role.PERSON}, refuses=(NotFound,), status=204
)
async def end_session(ctx: Context, session_id: UUID) -> None:
    """让本人的某次登录失效；他人的登录视为不存在。"""
    rows = await sql(
        "UPDATE session SET revoked_at = $3 WHERE id = $1"
        " AND (person_id = $2 OR account_id = $2) AND revoked_at IS NULL RETURNING id",
        session_id,
        ctx.id,
        ctx.now,
    )
    if not rows:
        raise NotFound()


def _shown(ctx: Context, row: Mapping[str, Any]) -> SessionView:
    return SessionView(
        id=row["id"],
        device=row["device"],
        created_at=at(row["created_at"]),
        expires_at=at(row["expires_at"]),
        current=row["id"] == ctx.who.session_id,
    )
