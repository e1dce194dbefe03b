"""Choices and nonces as they are kept: sealed from the moment they are cast. R8.5.

A receipt is the hash of a choice and a nonce: who knew the nonce would find the choice among
three, so both are sealed. Sealed texts of one length tell nothing by their length.
"""

import secrets as chance

from handlers.route import Secrets
from rules.votes import CHOICES, Choice

_LENGTH = max(len(choice) for choice in CHOICES)


def new_nonce() -> str:
    """32 hex digits that nobody can guess."""
    return chance.token_hex(16)


def sealed(secrets: Secrets, choice: Choice) -> bytes:
    """The choice as it is stored."""
    return secrets.encrypt(choice.ljust(_LENGTH))


def unsealed(secrets: Secrets, cipher: bytes) -> Choice:
    """The choice again; for the voter's own eyes and for the count alone. ValueError for none."""
    choice = secrets.decrypt(bytes(cipher)).rstrip()
    if choice not in CHOICES:
        raise ValueError("选票内容无法识别")
    return choice
