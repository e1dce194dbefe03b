"""Passwords by argon2 and one-time codes by TOTP (RFC 6238), for those who have no WeChat login."""

import functools
import secrets
from datetime import datetime
from hmac import compare_digest

import pyotp
from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError
from zxcvbn import zxcvbn

from rules.refusals.people import WeakPassword

ISSUER = "电梯保险"
LEAST_LENGTH = 12
LEAST_DISTINCT = 6
STEP_SECONDS = 30
DRIFT_STEPS = 1
"""A phone's clock may be one step ahead or behind."""

LEAST_SCORE = 4
"""zxcvbn's best: more than ten thousand million guesses by somebody who knows how people choose."""

JUDGED_LENGTH = 72
"""More signs than that are not looked at: the estimate takes the longer the more there are."""

_NEVER = ("password", "passw0rd", "p@ssw0rd", "12345678", "qwerty", "admin")
"""Not even as a part of something long."""

LOCAL_WORDS = (
    *("woaini", "iloveyou", "1314520", "5201314", "jishou", "xiangxi", "hunan", "changsha"),
    *("dianti", "baoxian", "weixiu", "zijin", "zhufang", "baozhang", "fuwu", "zhongxin"),
    *("zhongguo", "beijing", "mima", "guanli", "guanliyuan", "caiwu", "shenhe", "gongzuo"),
    *("wang", "zhang", "liu", "chen", "yang", "huang", "zhao", "zhou", "xu", "sun", "ma", "zhu"),
    *("luo", "liang", "song", "zheng", "xie", "tang", "deng", "feng", "peng", "tian", "xiang"),
    *("san", "wei", "fang", "min", "jing", "qiang", "lei", "jun", "yong", "yan", "jie", "tao"),
)
"""What people here choose and no English list has: words, names and love in pinyin and numbers."""

_hasher = PasswordHasher()


def judge(password: str, *names: str) -> None:
    """Raises WeakPassword for a short, repetitive or guessable one, or one holding a name."""
    plain = password.casefold()
    own = [name.casefold() for name in names if len(name) >= 4]
    if len(password) < LEAST_LENGTH:
        raise WeakPassword()
    if len(set(plain)) < LEAST_DISTINCT:
        raise WeakPassword("密码中重复的字符过多")
    if any(word in plain for word in _NEVER):
        raise WeakPassword("密码含有众所周知的字词")
    judged = zxcvbn(plain[:JUDGED_LENGTH], user_inputs=[*own, *LOCAL_WORDS])
    if judged["score"] < LEAST_SCORE:
        raise WeakPassword("密码由常见的字词、拼音、日期或键盘顺序组成，容易猜到")
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


def code_at(secret: str, now: datetime) -> str:
    """What an authenticator app shows at this moment."""
    return pyotp.TOTP(secret).generate_otp(int(now.timestamp()) // STEP_SECONDS)


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
