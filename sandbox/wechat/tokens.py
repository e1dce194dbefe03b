"""Access tokens as WeChat gives them: the old kind, and the stable kind beside it."""

import secrets
from collections import OrderedDict
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from rules.days import BEIJING
from sandbox.wechat.calls import Fail

LIFE = timedelta(seconds=7200)
OVERLAP = timedelta(minutes=5)
FORCE_GAP = timedelta(seconds=30)
FORCES_PER_DAY = 20
TOKENS_MAX = 1000


@dataclass
class Issued:
    """A token that is out there."""

    value: str
    ends_at: datetime
    killed: bool = False


class TokenDesk:
    """Hands out tokens and knows which still work."""

    def __init__(self) -> None:
        self._tokens: OrderedDict[str, Issued] = OrderedDict()
        self._plain: Issued | None = None
        self._stable: Issued | None = None
        self._forced_at: datetime | None = None
        self._forces: tuple[date, int] = (date.min, 0)

    def plain(self, now: datetime) -> tuple[str, int]:
        """`/cgi-bin/token`: always a new one; the one before lives five more minutes at most."""
        if self._plain is not None:
            self._plain.ends_at = min(self._plain.ends_at, now + OVERLAP)
        self._plain = self._issue(now)
        return self._plain.value, _left(self._plain, now)

    def stable(self, now: datetime, force: bool) -> tuple[str, int]:
        """`/cgi-bin/stable_token`: the same one until five minutes before its end."""
        current = self._stable
        if force:
            self._count_force(now)
            if current is not None:
                current.killed = True
            current = None
        if current is None or current.killed or current.ends_at - now <= OVERLAP:
            current = self._stable = self._issue(now)
        return current.value, _left(current, now)

    def kill_all(self) -> None:
        """Every token out there is dead: 40001 until a new one is fetched."""
        for issued in self._tokens.values():
            issued.killed = True

    def check(self, value: str | None, now: datetime) -> None:
        """Fail 41001 (missing), 40001 (unknown or replaced), 42001 (too old)."""
        if not value:
            raise Fail(41001)
        issued = self._tokens.get(value)
        if issued is None or issued.killed:
            raise Fail(40001)
        if now >= issued.ends_at:
            raise Fail(42001)

    def _count_force(self, now: datetime) -> None:
        today = now.astimezone(BEIJING).date()
        day, count = self._forces
        count = count if day == today else 0
        if count >= FORCES_PER_DAY:
            raise Fail(45009)
        if self._forced_at is not None and timedelta(0) <= now - self._forced_at < FORCE_GAP:
            raise Fail(45011)
        self._forces = (today, count + 1)
        self._forced_at = now

    def _issue(self, now: datetime) -> Issued:
        issued = Issued(f"86_{secrets.token_urlsafe(96)}", now + LIFE)
        self._tokens[issued.value] = issued
        while len(self._tokens) > TOKENS_MAX:
            self._tokens.popitem(last=False)
        return issued


def _left(issued: Issued, now: datetime) -> int:
    return max(0, int((issued.ends_at - now).total_seconds()))
