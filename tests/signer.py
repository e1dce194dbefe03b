"""Keys that sign heads of the log in tests, one of them retired."""

from server.config import Keyring
from server.signing import LogSigner

RETIRED = LogSigner(Keyring((("l0", bytes(range(1, 33))),)))
SIGNER = LogSigner(Keyring((("l1", bytes(range(2, 34))), ("l0", bytes(range(1, 33))))))
KEYS = SIGNER.public_keys()
