"""The counter's sessions: a cookie that only the console honours, tokens in its forms.

The cookie holds what the API takes as a bearer token; neither door takes the other's. A form
counts when it comes from a page of ours, by the browser's own word, and bears the token of the
session it was shown in.
"""

import base64
from hmac import compare_digest
from urllib.parse import urlsplit

from sanic import HTTPResponse, Request

from console.counter.book import CONSOLE
from handlers.route import Secrets
from rules.refusals.asking import FormNotOurs
from server.config import Settings

SECURE_NAME = "__Host-console"
PLAIN_NAME = "console"
"""Under plain http, which only a machine's own sandbox has, browsers keep no `__Host-` cookie."""

NOTICE = "console-done"
NOTICE_SECONDS = 60


def secure(settings: Settings) -> bool:
    """Whether people come by https."""
    return settings.public_url.startswith("https://") or settings.production


def cookie_name(settings: Settings) -> str:
    """What the session's cookie is called."""
    return SECURE_NAME if secure(settings) else PLAIN_NAME


def token_of(request: Request, settings: Settings) -> str | None:
    """The session's token as the door takes it; None without a cookie."""
    held = request.cookies.get(cookie_name(settings))
    return f"Bearer {held}" if held else None


def give(response: HTTPResponse, settings: Settings, token: str) -> None:
    """The browser keeps the session until it is closed."""
    _set(response, settings, cookie_name(settings), token, "/", None)


def take_away(response: HTTPResponse, settings: Settings) -> None:
    """The browser forgets the session."""
    _set(response, settings, cookie_name(settings), "", "/", 0)


def tell(response: HTTPResponse, settings: Settings, operation: str) -> None:
    """The next page says that this was done; with nothing, none does."""
    _set(response, settings, NOTICE, operation, CONSOLE, NOTICE_SECONDS if operation else 0)


def _set(
    response: HTTPResponse, settings: Settings, name: str, value: str, path: str, age: int | None
) -> None:
    response.add_cookie(
        name,
        value,
        path=path,
        secure=secure(settings),
        httponly=True,
        samesite="Lax",
        max_age=age,
        host_prefix=False,
    )


def form_token(session_id: object, secrets: Secrets) -> str:
    """What the forms of a session bear."""
    return _told(secrets.blind_index(f"console-form:{session_id}"))


def refuse_strange(request: Request, settings: Settings) -> None:
    """Raises FormNotOurs for what a page of somebody else's sent."""
    site = request.headers.get("sec-fetch-site", "same-origin")
    origin = request.headers.get("origin")
    ours = {urlsplit(settings.public_url).netloc, request.headers.get("host", "")}
    if site not in ("same-origin", "none"):
        raise FormNotOurs()
    if origin is not None and urlsplit(origin).netloc not in ours:
        raise FormNotOurs()


def refuse_forged(sent: str, session_id: object, secrets: Secrets) -> None:
    """Raises FormNotOurs unless the form bears the token of this session."""
    known = secrets.blind_indexes(f"console-form:{session_id}")
    if not any([compare_digest(sent.encode(), _told(one).encode()) for one in known]):
        raise FormNotOurs()


def _told(index: bytes) -> str:
    return base64.urlsafe_b64encode(index).decode().rstrip("=")
