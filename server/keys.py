"""Secrets: what makes one too weak, and the random ones of a development machine."""

import base64
import fcntl
import itertools
import json
import os
import re
import secrets
from collections.abc import Callable
from pathlib import Path

# WeChat's EncodingAESKey: 32 bytes in base64 without the padding.
WECHAT_KEY_LENGTH = 43

LEAST_DISTINCT_BYTES = 8

# Words of five letters or more: a shorter one turns up in random base64 by chance.
WELL_KNOWN = re.compile(
    r"change[-_ ]?(me|this|it)|passw(or|0r)d|secret|example|default|insecure|dummy|"
    r"test[-_ ]?(key|token|only)|qwerty|letmein|admin|postgres|12345678|abcdefgh|"
    r"placeholder|your[-_ ]",
    re.IGNORECASE,
)
# The key in every example of WeChat's documents.
WELL_KNOWN_EXACT = frozenset({b"abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG"})


def weakness(value: bytes, *, least: int) -> tuple[str, str] | None:
    """Why a secret may not be used (Chinese, English), or None when nothing is known against it."""
    if len(value) < least:
        return f"过短，至少 {least} 字节", f"too short, at least {least} bytes"
    if len(set(value)) < LEAST_DISTINCT_BYTES or _is_repetition(value):
        return "内容重复，不是随机值", "repetitive, not random"
    if _is_sequence(value):
        return "是连续序列，不是随机值", "a plain sequence, not random"
    if value in WELL_KNOWN_EXACT or (value.isascii() and WELL_KNOWN.search(value.decode())):
        return "是众所周知的值", "well known"
    return None


def readable(value: bytes) -> bool:
    """True for a text that somebody typed: random bytes are never all printable."""
    return value.isascii() and value.decode().isprintable()


def _is_repetition(value: bytes) -> bool:
    """True when the value is a shorter piece written again and again."""
    return any(
        value == (value[:size] * (len(value) // size + 1))[: len(value)]
        for size in range(1, len(value) // 2 + 1)
    )


def _is_sequence(value: bytes) -> bool:
    """True when every byte is its predecessor plus the same step, as in 00 01 02 …"""
    steps = {(after - before) % 256 for before, after in itertools.pairwise(value)}
    return len(steps) == 1


def _random_key() -> str:
    return base64.b64encode(secrets.token_bytes(32)).decode()


def _random_ring() -> str:
    return f"k{secrets.token_hex(2)}:{_random_key()}"


GENERATED: dict[str, Callable[[], str]] = {
    "TOKEN_KEYS": _random_ring,
    "ID_KEYS": _random_ring,
    "INDEX_KEYS": _random_ring,
    "LOG_KEYS": _random_ring,
    "BOOTSTRAP_TOKEN": lambda: secrets.token_urlsafe(32),
    "WECHAT_APPID": lambda: f"wx{secrets.token_hex(8)}",
    "WECHAT_SECRET": lambda: secrets.token_hex(16),
    "WECHAT_PUSH_TOKEN": lambda: secrets.token_hex(16),
    "WECHAT_AES_KEY": lambda: _random_key().rstrip("="),
}


def development_secrets(var_dir: Path) -> dict[str, str]:
    """The secrets of this machine, made at random the first time; the same for every process.

    Kept in `secrets.json` with mode 0600. Several processes may ask at once. A damaged file is an
    error and never overwritten: what was sealed with its keys would be lost.
    """
    var_dir.mkdir(parents=True, exist_ok=True)
    path = var_dir / "secrets.json"
    lock = os.open(var_dir, os.O_RDONLY)
    try:
        fcntl.flock(lock, fcntl.LOCK_EX)
        known: dict[str, str] = json.loads(path.read_text()) if path.exists() else {}
        missing = {name: make() for name, make in GENERATED.items() if name not in known}
        if missing:
            known |= missing
            write_private(path, json.dumps(known, indent=1))
    finally:
        os.close(lock)
    return known


def write_private(path: Path, text: str) -> None:
    """Put a text in a file that only its owner reads; whole or not at all."""
    draft = path.with_name(f".{path.name}.{secrets.token_hex(4)}")
    descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "w") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())
    draft.replace(path)
