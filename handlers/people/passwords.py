"""Passwords by argon2 and one-time codes by TOTP (RFC 6238), for those who have no WeChat login."""

import functools
import secrets
from datetime import datetime
from hmac import compare_digest

import pyotp
from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from rules.refusals.people import WeakPassword

ISSUER = "电梯保险"
LEAST_LENGTH = 12
LEAST_DISTINCT = 6
STEP_SECONDS = 30
DRIFT_STEPS = 1
"""A phone's clock may be one step ahead or behind."""

_WELL_KNOWN = ("password", "passw0rd", "12345678", "qwerty", "admin", "abc123", "11111111")
_hasher = PasswordHasher()


def judge(password: str, *names: str) -> None:
    """Raises WeakPassword for a short, repetitive or well-known one, or one holding a name."""
    plain = password.casefold()
    own = [name.casefold() for name in names if len(name) >= 4]
    if len(password) < LEAST_LENGTH:
        raise WeakPassword()
    if len(set(plain)) < LEAST_DISTINCT:
        raise WeakPassword("密码中重复的字符过多")
    if any(word in plain for word in _WELL_KNOWN):
        raise WeakPassword("密码含有众所周知的字词")
    if any(name in plain for name in own):
        raise WeakPassword("密码不得包含用户名或姓名")


def hashed(password: str) -> str:
    """The password as it is stored; takes about 100 ms of one core, so call it in a thread."""
    return _hasher.hash(password)


@functools.cache
def _nobodys() -> str:
    return _hasher.hash(secrets.token_urlsafe(32))


def matches(stored: str | None, password: str) -> bool:
    """Whether this is the password; takes as long when there is none. Call it in a thread."""
    nobodys = _nobodys()
    try:
        return _hasher.verify(stored or nobodys, password) and stored is not None
    except (VerificationError, InvalidHashError):
        return False


def new_secret() -> str:
    """A secret for an authenticator app, in base 32."""
    return pyotp.random_base32()


def provisioning_uri(secret: str, username: str) -> str:
    """What an authenticator app reads from a QR code; shown once, when the secret is made."""
    return pyotp.TOTP(secret).provisioning_uri(name=username, issuer_name=ISSUER)


def step_of(secret: str, code: str, now: datetime) -> int | None:
    """The time step that the code belongs to, or None when it is wrong or too old.

    Every step is compared whatever came out before, so that time tells nothing. A step may be used
    once, which the caller keeps.
    """
    totp = pyotp.TOTP(secret)
    current = int(now.timestamp()) // STEP_SECONDS
    found = None
    for step in range(current - DRIFT_STEPS, current + DRIFT_STEPS + 1):
        if compare_digest(totp.generate_otp(step).encode(), code.encode()):
            found = step
    return found
