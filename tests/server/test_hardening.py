"""Production refuses what would let strangers in: open addresses, plain wires, wide limits."""

import ssl
from pathlib import Path
from typing import Any
from unittest.mock import MagicMock

import pytest
import structlog

from handlers.people.passwords import judge
from models.tls import encryption
from rules.refusals.people import WeakPassword
from server import limits
from server.config import Settings
from tests.server.test_config import faults, production

assert production, "the fixture"

DATABASE = "postgresql://app:Zr7_kWq94LmX2pTd@{}"
REDIS = ":Vt5-hPz83QnB6yKs@"

REFUSED = [
    ("HOST", "0.0.0.0", "every address"),
    ("HOST", "::", "every address"),
    ("LOG_LEVEL", "DEBUG", "not DEBUG"),
    ("RATE_LIMIT_SCALE", "11", "at most 10"),
    ("TRUSTED_PROXIES", "0.0.0.0/0", "too wide"),
    ("TRUSTED_PROXIES", "10.0.0.5,::/0", "too wide"),
    ("TRUSTED_PROXIES", "0.0.0.0/1,128.0.0.0/1", "too wide"),
    ("DATABASE_URL", "postgresql://app@127.0.0.1/jishou", "no password"),
    ("DATABASE_URL", DATABASE.format("db.internal/jishou"), "verify-full"),
    ("DATABASE_URL", DATABASE.format("db.internal/jishou?sslmode=prefer"), "verify-full"),
    ("DATABASE_URL", DATABASE.format("db.internal/jishou?sslmode=require"), "must be"),
    ("DATABASE_URL", DATABASE.format("db.internal/jishou?sslmode=verify-full"), "sslrootcert"),
    ("DATABASE_URL", DATABASE.format("127.0.0.1/jishou?host=db.internal"), "verify-full"),
    ("DATABASE_URL", DATABASE.format("127.0.0.1/jishou?target_session_attrs=any"), "unknown"),
    ("REDIS_URL", "redis://127.0.0.1:6379/0", "no password"),
    ("REDIS_URL", f"redis://{REDIS}cache.internal:6379/0", "rediss"),
    ("REDIS_URL", f"rediss://{REDIS}cache.internal/0?ssl_cert_reqs=none", "unknown"),
    ("REDIS_URL", f"rediss://{REDIS}cache.internal/0?ssl_check_hostname=false", "unknown"),
    ("ID_KEYS", "a1:VGhpcyBpcyBhIHNlbnRlbmNlIG9mIDMyIGJ5dGVzISE=", "readable"),
    ("INDEX_KEYS", "a1:VGhpcyBpcyBhIHNlbnRlbmNlIG9mIDMyIGJ5dGVzISE=", "readable"),
]


@pytest.mark.parametrize(("name", "value", "said"), REFUSED)
def test_production_refuses(production: dict[str, str], name: str, value: str, said: str) -> None:
    found = faults(production | {name: value})
    assert len(found) >= 1 and all(one.startswith(name) for one in found)
    assert any(said in one for one in found), found
    assert not any("Zr7_kWq94LmX2pTd" in one or "Vt5-hPz83QnB6yKs" in one for one in found)


def test_on_this_machine_a_password_is_enough(production: dict[str, str]) -> None:
    for host in ("127.0.0.1", "localhost", "[::1]"):
        Settings.load(
            production
            | {
                "DATABASE_URL": DATABASE.format(f"{host}/jishou"),
                "REDIS_URL": f"redis://{REDIS}{host}:6379/0",
            }
        )
    Settings.load(production | {"DATABASE_URL": "postgresql://app@/jishou?host=/run/postgresql"})


def test_an_unknown_parameter_is_refused_everywhere(tmp_path: Path) -> None:
    env = {"VAR_DIR": str(tmp_path), "DATABASE_URL": "postgresql://a@127.0.0.1/b?ssl_mode=x"}
    assert faults(env) == ["DATABASE_URL: 不认识的参数 ssl_mode (unknown parameter ssl_mode)"]


def test_encryption_is_what_the_address_says() -> None:
    assert encryption({}) == "prefer" and encryption({"sslmode": "disable"}) == "disable"
    for mode, names in (("verify-full", True), ("verify-ca", False)):
        context = encryption({"sslmode": mode})
        assert isinstance(context, ssl.SSLContext)
        assert context.check_hostname is names and context.verify_mode is ssl.CERT_REQUIRED
    with pytest.raises(ValueError, match="sslmode"):
        encryption({"sslmode": "require"})


GUESSABLE = (
    *("Jishou123456", "woaini1314520", "P@ssword2026!", "qazwsxedc123", "Xiangxi@2026"),
    *("Zhufang888888", "1qaz2wsx3edc", "zhangwei19900101", "Baoxian@2026!", "aaaabbbbcccc"),
    *("zhang.clerk2026", "Aa123456789.", "abcdefghijkl1", "password123456"),
)


@pytest.mark.parametrize("password", GUESSABLE)
def test_what_people_here_choose_is_refused(password: str) -> None:
    with pytest.raises(WeakPassword):
        judge(password, "zhang.clerk", "张三")


@pytest.mark.parametrize(
    "password",
    ["石榴花开 seven lifts 71", "another long phrase 42", "tao-li-27-xia-yu-lan", "x" * 60],
)
def test_a_long_phrase_is_taken(password: str) -> None:
    if len(set(password)) == 1:
        with pytest.raises(WeakPassword):
            judge(password)
    else:
        judge(password, "zhang.clerk", "张三")


def test_a_peer_that_plays_a_proxy_is_told_of(settings: Settings) -> None:
    """Everybody behind an unlisted proxy is counted as one: somebody must hear of it."""
    cache: Any = MagicMock()
    cache.allowed.side_effect = [True, False]
    request: Any = MagicMock(ip="203.0.113.5", headers={"x-forwarded-for": "198.51.100.1"})
    one = limits.Limits(settings, cache)
    with structlog.testing.capture_logs() as lines:
        assert {one.address(request), one.address(request)} == {"203.0.113.5"}
    assert [line["event"] for line in lines] == ["forwarded by a peer that is no proxy of ours"]
