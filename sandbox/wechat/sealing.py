"""Signing, sealing and writing of pushes, from WeChat's documents.

Independent of the client's code, so that an error in one does not hide the same in the other.
"""

import base64
import hashlib
import json
import os
import struct
from typing import Any
from xml.sax.saxutils import escape

from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

BLOCK = 32


def sign(*parts: str) -> str:
    """SHA-1 over the sorted parts."""
    return hashlib.sha1("".join(sorted(parts)).encode("utf-8")).hexdigest()


def seal(message: str, appid: str, aes_key: str, random16: bytes | None = None) -> str:
    """16 random bytes, length, message and appid, padded to 32, AES-256-CBC, base64."""
    key = base64.b64decode(aes_key + "=")
    text = message.encode("utf-8")
    plain = (random16 or os.urandom(16)) + struct.pack(">I", len(text)) + text + appid.encode()
    padding = BLOCK - len(plain) % BLOCK
    plain += bytes([padding]) * padding
    encryptor = Cipher(algorithms.AES(key), modes.CBC(key[:16])).encryptor()
    return base64.b64encode(encryptor.update(plain) + encryptor.finalize()).decode("ascii")


def unseal(sealed: str, aes_key: str) -> tuple[str, str]:
    """Message and appid."""
    key = base64.b64decode(aes_key + "=")
    decryptor = Cipher(algorithms.AES(key), modes.CBC(key[:16])).decryptor()
    plain = decryptor.update(base64.b64decode(sealed)) + decryptor.finalize()
    plain = plain[: -plain[-1]]
    (size,) = struct.unpack(">I", plain[16:20])
    return plain[20 : 20 + size].decode("utf-8"), plain[20 + size :].decode("ascii")


def write(message: dict[str, Any], form: str) -> str:
    """The message as JSON or XML text."""
    if form == "json":
        return json.dumps(message, ensure_ascii=False)
    return f"<xml>{_elements(message)}</xml>"


def _elements(members: dict[str, Any]) -> str:
    text = []
    for name, value in members.items():
        for item in value if isinstance(value, list) else [value]:
            if isinstance(item, dict):
                inner = _elements(item)
            elif isinstance(item, str) and "]]>" not in item:
                inner = f"<![CDATA[{item}]]>"
            else:
                inner = escape(str(item))
            text.append(f"<{name}>{inner}</{name}>")
    return "".join(text)
