"""The caller's address is believed from our own proxies only, hop by hop from the nearest."""

from ipaddress import ip_network
from types import SimpleNamespace
from typing import Any, cast

import pytest

from server.limits import address_of, neighbourhood

PROXIES = (ip_network("10.0.0.0/8"), ip_network("127.0.0.1/32"))


def asked(ip: str, told: str = "") -> Any:
    headers = {"x-forwarded-for": told} if told else {}
    return cast(Any, SimpleNamespace(ip=ip, headers=headers))


@pytest.mark.parametrize(
    ("ip", "told", "address"),
    [
        ("203.0.113.9", "", "203.0.113.9"),
        ("203.0.113.9", "198.51.100.1", "203.0.113.9"),
        ("10.0.0.5", "198.51.100.1", "198.51.100.1"),
        ("10.0.0.5", "1.1.1.1, 198.51.100.1", "198.51.100.1"),
        ("10.0.0.5", "198.51.100.1, 10.1.0.7", "198.51.100.1"),
        ("10.0.0.5", "", "10.0.0.5"),
        ("10.0.0.5", "nonsense", "nonsense"),
    ],
)
def test_only_our_proxies_are_believed(ip: str, told: str, address: str) -> None:
    assert address_of(asked(ip, told), PROXIES) == address


def test_without_proxies_nobody_is_believed() -> None:
    assert address_of(asked("127.0.0.1", "198.51.100.1"), ()) == "127.0.0.1"


def test_a_home_has_one_count_however_many_addresses_it_has() -> None:
    """An IPv6 line brings 2^64 addresses; an IPv4 one written as IPv6 is the same line."""
    one, same, other = "2001:db8:1:2::1", "2001:db8:1:2:ffff::9", "2001:db8:1:3::1"
    assert neighbourhood(one) == neighbourhood(same) != neighbourhood(other)
    assert neighbourhood("::ffff:192.0.2.7") == neighbourhood("192.0.2.7") == "192.0.2.7"
    assert neighbourhood("x" * 500) == "x" * 64
