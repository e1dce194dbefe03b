"""Encryption at rest, blind indexes and token hashes; keys come from the settings (R12.4)."""

import hmac
import secrets
from hashlib import sha256
from uuid import UUID

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from server.config import Keyring


class Vault:
    """Seals personal data and fingerprints tokens.

    A sealed text is `kid` NUL `nonce` `ciphertext`; old keys open, the newest seals, so keys
    rotate without a stop. What it is about (`models.sealed`: table, column and row) is sealed
    with it: moved to another place it does not open. The blind index is an HMAC, equal for equal
    texts and nothing else; the newest key makes it, and whoever looks a text up tries them all.
    """

    def __init__(self, id_keys: Keyring, index_keys: Keyring, token_keys: Keyring) -> None:
        self._ids = id_keys
        self._indexes = index_keys
        self._tokens = token_keys

    @property
    def prefix(self) -> bytes:
        """How whatever is sealed under the newest key begins."""
        return self._ids.current[0].encode() + b"\0"

    def seal(self, content: bytes, about: str) -> bytes:
        """The content sealed under the newest key, for what it is about and nothing else."""
        kid, key = self._ids.current
        nonce, name = secrets.token_bytes(12), kid.encode() + b"\0"
        return name + nonce + AESGCM(key).encrypt(nonce, content, name + about.encode())

    def unseal(self, sealed: bytes, about: str) -> bytes:
        """The content again. Raises LookupError for a retired key, a changed ciphertext, or one
        that is about something else."""
        name, nul, rest = sealed.partition(b"\0")
        key = self._ids.find(name.decode("ascii", "replace"))
        if key is None:
            raise LookupError("sealed under a key that is no longer in the ring")
        try:
            return AESGCM(key).decrypt(rest[:12], rest[12:], name + nul + about.encode())
        except (InvalidTag, ValueError) as error:
            raise LookupError("the ciphertext was changed, or is not from here") from error

    def seal_file(self, content: bytes, file_id: UUID, about: str) -> tuple[bytes, bytes]:
        """A file's own key, sealed for what it is about, and the content sealed under that key."""
        key, nonce = AESGCM.generate_key(256), secrets.token_bytes(12)
        sealed = nonce + AESGCM(key).encrypt(nonce, content, file_id.bytes)
        return self.seal(key, about), sealed

    def open_file(self, sealed: bytes, file_id: UUID, key: bytes, about: str) -> bytes:
        """The content again. Raises LookupError for another class or file, or a retired key."""
        own = self.unseal(key, about)
        try:
            return AESGCM(own).decrypt(sealed[:12], sealed[12:], file_id.bytes)
        except (InvalidTag, ValueError) as error:
            raise LookupError("the file was changed") from error

    def encrypt(self, text: str, about: str) -> bytes:
        """The text sealed under the newest key, as `seal` does."""
        return self.seal(text.encode(), about)

    def decrypt(self, cipher: bytes, about: str) -> str:
        """The text again. Raises LookupError as `unseal` does."""
        return self.unseal(cipher, about).decode()

    def blind_index(self, text: str) -> bytes:
        """32 bytes by which an equal text is found again without being stored."""
        return _index(self._indexes.current[1], text)

    def blind_indexes(self, text: str) -> list[bytes]:
        """All by which it may have been stored, the newest key's first."""
        return [_index(key, text) for _, key in self._indexes.keys]

    def new_token(self) -> str:
        """An unguessable token that names the key it is hashed with."""
        return f"{self._tokens.current[0]}.{secrets.token_urlsafe(32)}"

    def token_hash(self, token: str) -> tuple[str, bytes]:
        """The token's key name and keyed hash. Raises LookupError for a key not in the ring."""
        kid, _, _ = token.partition(".")
        key = self._tokens.find(kid)
        if key is None:
            raise LookupError("unknown token key")
        return kid, hmac.new(key, token.encode(), sha256).digest()


def _index(key: bytes, text: str) -> bytes:
    return hmac.new(key, text.encode(), sha256).digest()
