"""Signing the heads of the log with keys that the database does not have. R12.3."""

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from server.config import Keyring


class LogSigner:
    """Ed25519 (RFC 8032): the newest key signs, the public halves of all are published."""

    def __init__(self, ring: Keyring) -> None:
        self._name, seed = ring.current
        self._key = Ed25519PrivateKey.from_private_bytes(seed)
        self._public = {
            name: Ed25519PrivateKey.from_private_bytes(one).public_key().public_bytes_raw()
            for name, one in ring.keys
        }

    def sign(self, text: bytes) -> tuple[str, bytes]:
        """The name of the key in use, and its signature (64 bytes) of the text."""
        return self._name, self._key.sign(text)

    def public_keys(self) -> dict[str, bytes]:
        """The public halves (32 bytes) by name, the one in use first."""
        return self._public
