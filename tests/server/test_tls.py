"""The way to the database is encrypted, and the certificate at its end is looked at.

The embedded engine has no encryption of its own: a door in front of it speaks TLS as PostgreSQL
does, with a certificate made for the test.
"""

import asyncio
import ipaddress
import ssl
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from tortoise.context import TortoiseContext

from models.base import database as configured
from models.base import sql
from server import migrate

NAME = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "database of a test")])


def certificate(folder: Path, address: str) -> tuple[Path, Path]:
    """A certificate of its own authority for this address, and its key."""
    key = ec.generate_private_key(ec.SECP256R1())
    names = x509.SubjectAlternativeName([x509.IPAddress(ipaddress.ip_address(address))])
    made = (
        x509.CertificateBuilder()
        .subject_name(NAME)
        .issuer_name(NAME)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(datetime(2020, 1, 1, tzinfo=UTC))
        .not_valid_after(datetime(2099, 1, 1, tzinfo=UTC))
        .add_extension(names, critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
        .add_extension(
            x509.KeyUsage(True, False, False, False, False, True, True, False, False), critical=True
        )
        .add_extension(
            x509.AuthorityKeyIdentifier.from_issuer_public_key(key.public_key()), critical=False
        )
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(key.public_key()), critical=False)
        .sign(key, hashes.SHA256())
    )
    chain, secret = folder / f"{address}.pem", folder / f"{address}.key"
    chain.write_bytes(made.public_bytes(serialization.Encoding.PEM))
    secret.write_bytes(
        key.private_bytes(
            serialization.Encoding.PEM,
            serialization.PrivateFormat.PKCS8,
            serialization.NoEncryption(),
        )
    )
    return chain, secret


@asynccontextmanager
async def door(url: str, chain: Path, key: Path) -> AsyncIterator[tuple[str, list[int]]]:
    """TLS in front of the database: its address, and a mark for each connection that took it."""
    behind = urlsplit(url)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(chain, key)
    taken: list[int] = []

    async def passing(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        while data := await reader.read(65536):
            writer.write(data)
            await writer.drain()
        writer.close()

    async def enter(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            # PostgreSQL's request for TLS: length and code.
            assert await reader.readexactly(8) == b"\x00\x00\x00\x08\x04\xd2\x16\x2f"
            writer.write(b"S")
            await writer.start_tls(context)
            taken.append(1)
            there, back = await asyncio.open_connection(behind.hostname, behind.port)
            await asyncio.gather(passing(reader, back), passing(there, writer))
        except (OSError, ssl.SSLError, asyncio.IncompleteReadError):
            writer.close()

    server = await asyncio.start_server(enter, "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    yield url.replace(f"{behind.hostname}:{behind.port}", f"127.0.0.1:{port}"), taken
    server.close()


async def answers(url: str) -> int:
    """What the database says to the pool of this address."""
    async with TortoiseContext() as context:
        await context.init(config=configured(url, 2))
        return int((await sql("SELECT 7 AS n"))[0]["n"])


async def test_only_the_right_certificate_is_spoken_to(database_url: str, tmp_path: Path) -> None:
    chain, key = certificate(tmp_path, "127.0.0.1")
    (tmp_path / "other").mkdir()
    stranger, _ = certificate(tmp_path / "other", "127.0.0.1")
    async with door(database_url, chain, key) as (url, taken):
        verified = f"{url}?sslmode=verify-full&sslrootcert={chain}"
        assert await answers(verified) == 7 and taken
        assert await migrate.pending(verified) == []
        for wrong in (f"{url}?sslmode=verify-full&sslrootcert={stranger}",):
            with pytest.raises((OSError, ssl.SSLError)):
                await answers(wrong)
            with pytest.raises((OSError, ssl.SSLError)):
                await migrate.pending(wrong)


async def test_a_certificate_for_another_address_is_none(database_url: str, tmp_path: Path) -> None:
    """`verify-full` looks at the name, `verify-ca` does not."""
    chain, key = certificate(tmp_path, "192.0.2.1")
    async with door(database_url, chain, key) as (url, _):
        with pytest.raises((OSError, ssl.SSLError)):
            await answers(f"{url}?sslmode=verify-full&sslrootcert={chain}")
        assert await answers(f"{url}?sslmode=verify-ca&sslrootcert={chain}") == 7


async def test_who_asks_for_encryption_gets_no_plain_line(
    database_url: str, tmp_path: Path
) -> None:
    """The embedded engine has none: it is not spoken to."""
    chain, _ = certificate(tmp_path, "127.0.0.1")
    with pytest.raises((OSError, ssl.SSLError)):
        await answers(f"{database_url}?sslmode=verify-full&sslrootcert={chain}")
