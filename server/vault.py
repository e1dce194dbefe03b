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
    rotate without a stop. The blind index is an HMAC, equal for equal texts and nothing else.
    """

    def __init__(self, id_keys: Keyring, index_key: bytes, token_keys: Keyring) -> None:
        self._ids = id_keys
        self._index = index_key
        self._tokens = token_keys

    def seal(self, content: bytes, about: str = "") -> bytes:
        """The content sealed under the newest key, for what it is about and nothing else."""
        kid, key = self._ids.current
        nonce = secrets.token_bytes(12)
        name = kid.encode()
        return name + b"\0" + nonce + AESGCM(key).encrypt(nonce, content, name + about.encode())

    def unseal(self, sealed: bytes, about: str = "") -> bytes:
        """The content again. Raises LookupError for a retired key or a changed ciphertext."""
        name, _, rest = sealed.partition(b"\0")
        key = self._ids.find(name.decode())
        if key is None:
            raise LookupError("sealed under a key that is no longer in the ring")
        try:
            return AESGCM(key).decrypt(rest[:12], rest[12:], name + about.encode())
        except InvalidTag as error:
            raise LookupError("the ciphertext was changed") from error

    def seal_file(self, file_id: UUID, file_class: str, content: bytes) -> tuple[bytes, bytes]:
        """A file's own key, sealed for its class and id, and the content sealed under that key."""
        key, nonce = AESGCM.generate_key(256), secrets.token_bytes(12)
        sealed = nonce + AESGCM(key).encrypt(nonce, content, file_id.bytes)
        return self.seal(key, _about(file_id, file_class)), sealed

    def open_file(self, file_id: UUID, file_class: str, key: bytes, sealed: bytes) -> bytes:
        """The content again. Raises LookupError for another class or file, or a retired key."""
        own = self.unseal(key, _about(file_id, file_class))
        try:
            return AESGCM(own).decrypt(sealed[:12], sealed[12:], file_id.bytes)
        except InvalidTag as error:
            raise LookupError("the file was changed") from error

    def reclass(self, file_id: UUID, before: str, after: str, key: bytes) -> bytes:
        """The file's key sealed for another class; the content stays as it is."""
        return self.seal(self.unseal(key, _about(file_id, before)), _about(file_id, after))

    def encrypt(self, text: str) -> bytes:
        """The text sealed under the newest key."""
        return self.seal(text.encode())

    def decrypt(self, cipher: bytes) -> str:
        """The text again. Raises LookupError as `unseal` does."""
        return self.unseal(cipher).decode()

    def blind_index(self, text: str) -> bytes:
        """32 bytes by which an equal text is found again without being stored."""
        return hmac.new(self._index, text.encode(), sha256).digest()

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


def _about(file_id: UUID, file_class: str) -> str:
    return f"file.key:{file_id}:{file_class}"
