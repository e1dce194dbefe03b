"""How often may be asked: by a person or account, and by an address. Where requests come from.

Counting is `server.cache`'s; here is what is counted under which name, and what keeps a sender who
goes on all the same from taking the time of the others.
"""

import asyncio
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from ipaddress import ip_address, ip_network

from sanic import Request

from handlers.route import Operation
from rules.refusals.asking import TemporarilyUnavailable, TooManyAttempts
from server import logs
from server.cache import Cache
from server.config import Network, Settings

log = logs.get("server.limits")

LIMITS = {
    "": (600, 60),
    "login": (300, 60),
    "password": (20, 60),
    "upload": (60, 60),
    "public": (1200, 60),
    "push": (1200, 60),
}
"""Calls allowed per window of seconds, by the name a row gives: to a person or account, and to an
address where nobody is logged in. A building behind one exit opens the mini-program at once, so
`login` is a call for each of three hundred homes a minute: WeChat's code cannot be guessed. What a
password opens is narrow."""

BY_ADDRESS = {"upload": (240, 60)}
"""Calls allowed to an address besides those of each who is behind it: whoever has many log-ins
sends no more files for that."""

REFUSED = {"push": (30, 60)}
"""How many refusals an address gets under a row's limit before it is not listened to: whoever
forges WeChat's signature is not WeChat, whose pushes come from addresses of their own."""

EVERY_ADDRESS = (6000, 60)
"""What an address may ask before anybody is looked up, by all who are behind it."""

LATE_SECONDS = 1.0
"""How much later somebody above a limit is answered: whoever asks again at once, asks slowly."""

MOST_LATE = 200
"""So many answers wait at most; further ones go out at once, for a connection costs memory."""


class Lateness:
    """The refusals of one process that are held back."""

    def __init__(self) -> None:
        self._held = 0

    async def hold(self) -> None:
        """Return when the refusal may go out."""
        if self._held >= MOST_LATE:
            return
        self._held += 1
        try:
            await asyncio.sleep(LATE_SECONDS)
        finally:
            self._held -= 1


LATENESS = Lateness()


AT_ONCE = 2
WAITING = 10
TURN_SECONDS = 10.0
"""Uploads of one sender that are worked on at once, those that wait for it, as many as a phone
sends together, and for how long they wait. What is beyond is refused, late."""


@dataclass
class _Sender:
    """How many uploads of one sender there are, and whose turn it is among them."""

    many: int = 0
    turns: asyncio.Semaphore = field(default_factory=lambda: asyncio.Semaphore(AT_ONCE))


class InHand:
    """The uploads that are in hand, by who sends them."""

    def __init__(self) -> None:
        self._senders: dict[str, _Sender] = {}

    @asynccontextmanager
    async def turn(self, name: str) -> AsyncIterator[None]:
        """It is this sender's turn. Raises TemporarilyUnavailable where too many wait, or too long.

        Those of one sender wait for each other, and nobody else waits for them.
        """
        sender = self._senders.setdefault(name, _Sender())
        if sender.many >= AT_ONCE + WAITING:
            await LATENESS.hold()
            raise _too_many()
        sender.many += 1
        try:
            try:
                await asyncio.wait_for(sender.turns.acquire(), TURN_SECONDS)
            except TimeoutError as late:
                raise _too_many() from late
            try:
                yield
            finally:
                sender.turns.release()
        finally:
            sender.many -= 1
            if not sender.many:
                self._senders.pop(name, None)


def _too_many() -> TemporarilyUnavailable:
    return TemporarilyUnavailable("正在处理的上传较多", retry_after_seconds=5)


UPLOADS = InHand()


class Limits:
    """The counts of one process, over the cache that it shares with the others."""

    def __init__(self, settings: Settings, cache: Cache) -> None:
        self._proxies = settings.trusted_proxies
        self._scale = settings.rate_limit_scale
        self._cache = cache

    def address(self, request: Request) -> str:
        """What the sender of a request is counted under."""
        if "x-forwarded-for" in request.headers and not _is_within(request.ip, self._proxies):
            self._warn()
        return neighbourhood(address_of(request, self._proxies))

    def _warn(self) -> None:
        """Say at most once a minute that a proxy is not in TRUSTED_PROXIES, or that somebody plays
        one: everybody behind it is counted as one."""
        if self._cache.allowed("warned:forwarded", 1, 60):
            log.warning("forwarded by a peer that is no proxy of ours")

    def arrived(self, op: Operation, request: Request) -> str:
        """The address of a request, counted before anybody is looked up.

        Raises TooManyAttempts, also when that address was refused too often under this row.
        """
        address = self.address(request)
        self._count(f"all:{address}", EVERY_ADDRESS)
        if op.limit in REFUSED:
            calls, window = REFUSED[op.limit]
            if self._cache.spent(f"refused:{op.limit}:{address}", calls * self._scale, window):
                self._refuse(window)
        return address

    def called(self, op: Operation, name: str) -> None:
        """One more call of this row by that person, account or address; or TooManyAttempts."""
        self._count(f"{op.limit}:{name}", LIMITS[op.limit])

    def sent(self, op: Operation, address: str) -> None:
        """One more call of this row from that address, by somebody within their own limit."""
        if op.limit in BY_ADDRESS:
            self._count(f"{op.limit} from:{address}", BY_ADDRESS[op.limit])

    def was_refused(self, op: Operation, request: Request) -> None:
        """One more refusal under the row's limit, where those are counted."""
        if op.limit in REFUSED:
            calls, window = REFUSED[op.limit]
            name = f"refused:{op.limit}:{self.address(request)}"
            self._cache.allowed(name, calls * self._scale, window)

    def _count(self, name: str, limit: tuple[int, int]) -> None:
        calls, window = limit
        if not self._cache.allowed(name, calls * self._scale, window):
            self._refuse(window)

    def _refuse(self, window: int) -> None:
        raise TooManyAttempts(retry_after_seconds=self._cache.window_left(window))


def address_of(request: Request, proxies: Sequence[Network]) -> str:
    """Where the request comes from: the last address in X-Forwarded-For that no proxy of ours
    wrote about another one, and only if a proxy of ours sent it."""
    address = request.ip
    told = request.headers.get("x-forwarded-for", "")
    for part in reversed(told.split(",") if told and proxies else []):
        if not _is_within(address, proxies):
            break
        address = part.strip()
    return address


def origin(address: str) -> str:
    """What kind of address it is, which tells nobody's whereabouts: of this machine, of a network
    of one's own, or of the internet; "" for what is no address."""
    try:
        found = ip_address(address)
    except ValueError:
        return ""
    if found.is_loopback:
        return "loopback"
    return "private" if found.is_private else "internet"


def neighbourhood(address: str) -> str:
    """What an address is counted under: itself; of IPv6 the /64, of which one home has them all."""
    try:
        found = ip_address(address)
    except ValueError:
        return address[:64]
    if found.version == 4:
        return str(found)
    return str(found.ipv4_mapped or ip_network((int(found), 64), strict=False))


def _is_within(address: str, networks: Sequence[Network]) -> bool:
    try:
        found = ip_address(address)
    except ValueError:
        return False
    return any(found in network for network in networks)
