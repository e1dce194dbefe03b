"""Encryption of the way to the database, as `DATABASE_URL` asks for it the libpq way."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import ssl

SSLMODES = ("disable", "prefer", "verify-ca", "verify-full")
"""Those that do what they seem to: `allow` and `require` encrypt for whoever answers."""

SSL_PARAMETERS = ("sslmode", "sslrootcert", "sslcert", "sslkey")


def encryption(query: Mapping[str, str]) -> "ssl.SSLContext | str":
    """What asyncpg is to do: a context that verifies the server's certificate (and its name, for
    `verify-full`), or `disable` or `prefer`, which verify nothing."""
    mode = query.get("sslmode") or "prefer"
    if mode not in SSLMODES:
        raise ValueError(f"sslmode must be one of {SSLMODES}")
    if not mode.startswith("verify"):
        return mode
    # Only whoever has a database needs it: explaining a rule starts without.
    import ssl

    context = ssl.create_default_context(cafile=query.get("sslrootcert"))
    context.check_hostname = mode == "verify-full"
    context.minimum_version = ssl.TLSVersion.TLSv1_2
    if query.get("sslcert"):
        context.load_cert_chain(query["sslcert"], query.get("sslkey"))
    return context
