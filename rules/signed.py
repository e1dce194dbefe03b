"""Signatures that anybody can check, of heads of the log and of whoever witnesses them. R12.3."""

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey


def is_signed(public_key: bytes, signature: bytes, text: bytes) -> bool:
    """Whether this is the text's Ed25519 signature (RFC 8032) by the key; nonsense is none."""
    try:
        Ed25519PublicKey.from_public_bytes(public_key).verify(signature, text)
    except (InvalidSignature, ValueError):
        return False
    return True
