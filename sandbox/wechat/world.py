"""Everything the emulated WeChat remembers. In memory, bounded, gone with the process."""

import secrets
from collections import OrderedDict, deque
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Any, TypeVar

from notify.templates import TEMPLATES
from rules.days import BEIJING
from sandbox.wechat.calls import Fail
from sandbox.wechat.faults import Faults
from sandbox.wechat.journal import Journal
from sandbox.wechat.tokens import TokenDesk

K = TypeVar("K")
V = TypeVar("V")

REMEMBERED_MAX = 200_000
CODE_LIFE = timedelta(minutes=5)
VISIT_LIFE = timedelta(hours=2)

# (per minute, per day) from the documents; 45011 and 45009 beyond.
LIMITS = {
    "/cgi-bin/stable_token": (10_000, 500_000),
    "/cgi-bin/message/subscribe/send": (None, 10_000_000),
    "/wxa/getwxacodeunlimit": (5_000, None),
    "/wxa/msg_sec_check": (4_000, 2_000_000),
    "/wxa/media_check_async": (2_000, 200_000),
}
LOGINS_PER_USER_AND_MINUTE = 100


@dataclass
class Code:
    """A login code (with session) or a phone code (with number): five minutes, once."""

    openid: str
    made_at: datetime
    phone: str = ""
    unionid: str = ""
    used: bool = False


@dataclass
class FaceCheck:
    """A face check that was opened, and what came of it on the phone."""

    openid: str
    sequence: str
    cert_hash: str
    made_at: datetime
    verify_ret: int = 90004


@dataclass
class Template:
    """A template as WeChat's console knows it."""

    template_id: str
    title: str
    fields: dict[str, str]
    long_term: bool


@dataclass
class Consent:
    """What a person still allows for one template."""

    left: int = 0
    standing: bool = False


@dataclass
class Account:
    """The mini-program's own data."""

    appid: str = "wxsandbox000000001"
    secret: str = "sandbox-secret-0000000000000000"
    original_id: str = "gh_sandbox00001"


@dataclass
class Clock:
    """WeChat's clock: the given one, moved by an offset."""

    base: Callable[[], datetime]
    offset: timedelta = timedelta(0)

    def now(self) -> datetime:
        """The moment in Beijing time."""
        return (self.base() + self.offset).astimezone(BEIJING)

    def set(self, now: datetime) -> None:
        """It is `now` now, and time goes on from there."""
        self.offset = now - self.base()


def sandbox_template_id(name: str) -> str:
    """The id under which the emulator knows one of our templates unless told otherwise."""
    return f"sandbox-template-{name}"


def our_templates() -> dict[str, Template]:
    """The product's own templates under their sandbox ids."""
    ours = [
        Template(
            sandbox_template_id(t.name), t.title, {f.key: f.label for f in t.fields}, t.long_term
        )
        for t in TEMPLATES
    ]
    return {t.template_id: t for t in ours}


@dataclass
class World:
    """The state. Methods keep its bounds and its rules; endpoints ask and change it."""

    clock: Clock
    journal: Journal
    account: Account = field(default_factory=Account)
    faults: Faults = field(default_factory=Faults)
    tokens: TokenDesk = field(default_factory=TokenDesk)
    templates: dict[str, Template] = field(default_factory=our_templates)
    login_codes: OrderedDict[str, Code] = field(default_factory=OrderedDict)
    phone_codes: OrderedDict[str, Code] = field(default_factory=OrderedDict)
    faces: OrderedDict[str, FaceCheck] = field(default_factory=OrderedDict)
    visits: OrderedDict[str, datetime] = field(default_factory=OrderedDict)
    consents: OrderedDict[tuple[str, str], Consent] = field(default_factory=OrderedDict)
    media: OrderedDict[str, str] = field(default_factory=OrderedDict)
    messages: deque[dict[str, Any]] = field(default_factory=lambda: deque(maxlen=REMEMBERED_MAX))
    keywords: dict[str, list[str]] = field(default_factory=lambda: {"risky": [], "review": []})
    pages: set[str] | None = None
    limits: dict[str, tuple[int | None, int | None]] = field(default_factory=lambda: dict(LIMITS))
    # "pass", "review" or "risky": answer media checks at once; "hold": wait for the control port.
    media_results: str = "pass"
    gives_msgid: bool = True
    _minutes: tuple[int, dict[str, int]] = (0, {})
    _days: tuple[date, dict[str, int]] = (date.min, {})
    _last_msgid: int = 3_000_000_000_000_000_000

    def now(self) -> datetime:
        """WeChat's moment."""
        return self.clock.now()

    def new_code(self, codes: OrderedDict[str, Code], code: Code) -> str:
        """A fresh code, remembered."""
        text = "0" + secrets.token_hex(16)[:31]
        remember(codes, text, code)
        return text

    def visit(self, openid: str) -> None:
        """The person has used the mini-program just now."""
        remember(self.visits, openid, self.now())

    def visited(self, openid: str) -> bool:
        """Within the last two hours."""
        at = self.visits.get(openid)
        return at is not None and timedelta(0) <= self.now() - at <= VISIT_LIFE

    def consent(self, openid: str, template_id: str) -> Consent:
        """What is allowed; nothing at first."""
        found = self.consents.get((openid, template_id))
        if found is None:
            found = Consent()
            remember(self.consents, (openid, template_id), found)
        return found

    def new_msgid(self) -> int:
        """Unique in this process."""
        self._last_msgid += 1
        return self._last_msgid

    def count(self, path: str) -> None:
        """One more call of this address; Fail 45011 over the minute's quota, 45009 the day's."""
        per_minute, per_day = self.limits.get(path, (None, None))
        if per_minute is not None and self._tick(path) > per_minute:
            raise Fail(45011)
        today = self.now().date()
        if self._days[0] != today:
            self._days = (today, {})
        self._days[1][path] = self._days[1].get(path, 0) + 1
        if per_day is not None and self._days[1][path] > per_day:
            raise Fail(45009)

    def count_login(self, openid: str) -> None:
        """One more login of one person; Fail 45011 over 100 a minute."""
        if self._tick(f"login {openid}") > LOGINS_PER_USER_AND_MINUTE:
            raise Fail(45011)

    def _tick(self, key: str) -> int:
        minute = int(self.now().timestamp()) // 60
        if self._minutes[0] != minute:
            self._minutes = (minute, {})
        self._minutes[1][key] = self._minutes[1].get(key, 0) + 1
        return self._minutes[1][key]


def remember(memory: OrderedDict[K, V], key: K, value: V) -> None:
    """Keeps the newest REMEMBERED_MAX entries."""
    memory[key] = value
    memory.move_to_end(key)
    while len(memory) > REMEMBERED_MAX:
        memory.popitem(last=False)
