"""What is wrong with the address of an engine: passwords, encryption, parameters nobody reads.

Over a network both engines are spoken to by TLS with a certificate that is verified; on this
machine they need a password and nothing else.
"""

import ipaddress
from urllib.parse import parse_qs, urlsplit

from models.tls import SSL_PARAMETERS, SSLMODES

Network = ipaddress.IPv4Network | ipaddress.IPv6Network
Fault = tuple[str, str]

DATABASE_PARAMETERS = {"host", "port", *SSL_PARAMETERS}
REDIS_PARAMETERS = {"db", "ssl_ca_certs", "ssl_certfile", "ssl_keyfile"}
WIDEST = {4: 8, 6: 32}
"""The shortest prefixes of networks of proxies."""


def database_faults(url: str, production: bool) -> list[Fault]:
    """What is wrong with DATABASE_URL, in Chinese and English."""
    parts, query = urlsplit(url), _query(url)
    faults = _unknown(query, DATABASE_PARAMETERS)
    mode = query.get("sslmode", "")
    if mode and mode not in SSLMODES:
        known = "、".join(SSLMODES)
        faults.append((f"sslmode 只能为 {known}", f"sslmode must be {known}"))
    if mode.startswith("verify") and not query.get("sslrootcert"):
        faults.append(("须给出 sslrootcert", "sslrootcert is missing"))
    if not production:
        return faults
    host = query.get("host") or parts.hostname or "127.0.0.1"
    if host.startswith("/"):
        return faults
    if not parts.password:
        faults.append(("没有口令", "no password"))
    if not loopback(host) and mode != "verify-full":
        faults.append(("不在本机的数据库须用 sslmode=verify-full", "needs sslmode=verify-full"))
    return faults


def redis_faults(url: str, production: bool) -> list[Fault]:
    """What is wrong with REDIS_URL, in Chinese and English."""
    parts = urlsplit(url)
    faults = _unknown(_query(url), REDIS_PARAMETERS)
    if not production or parts.scheme == "unix":
        return faults
    if not parts.password:
        faults.append(("没有口令", "no password"))
    if parts.scheme != "rediss" and not loopback(parts.hostname or "127.0.0.1"):
        faults.append(("不在本机的 Redis 须用 rediss://", "needs rediss://"))
    return faults


def loopback(host: str) -> bool:
    """Whether this is this machine."""
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def too_open(network: Network) -> bool:
    """A network so wide that strangers are in it: they could write X-Forwarded-For themselves."""
    return network.prefixlen < WIDEST[network.version]


def _query(url: str) -> dict[str, str]:
    query = parse_qs(urlsplit(url).query, keep_blank_values=True)
    return {name: values[-1] for name, values in query.items()}


def _unknown(query: dict[str, str], known: set[str]) -> list[Fault]:
    names = sorted(set(query) - known)
    return [(f"不认识的参数 {name}", f"unknown parameter {name}") for name in names]
