"""What WeChat may answer, in our words: results, push events and typed errors.

Nothing here prints anything personal: openids, numbers and session keys are kept out of `repr`,
and error texts carry WeChat's code and message only.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum


class WechatError(Exception):
    """WeChat did not do what was asked. `errcode` is its code, or 0 when it gave none."""

    def __init__(self, detail: str, errcode: int = 0) -> None:
        super().__init__(f"{errcode}: {detail}" if errcode else detail)
        self.detail = detail
        self.errcode = errcode


class Unavailable(WechatError):
    """WeChat cannot be reached or makes no sense now; the same call may succeed later.

    `written` is true when the request had left us, so that it may have had its effect although
    no answer came; false means that nothing happened at WeChat.
    """

    def __init__(self, detail: str, errcode: int = 0, *, written: bool = False) -> None:
        super().__init__(detail, errcode)
        self.written = written


class CodeRefused(WechatError):
    """A login or phone code is unknown, used, expired or blocked: the phone must get a new one."""


class CallRefused(WechatError):
    """WeChat understood and said no; repeating the same call will not help."""


class PushRefused(WechatError):
    """A message push is not WeChat's, is not for us, or cannot be read."""


@dataclass(frozen=True)
class Session:
    """Who logged in. The session key stays on this server and is never printed."""

    openid: str = field(repr=False)
    session_key: str = field(repr=False)
    unionid: str | None = field(default=None, repr=False)


@dataclass(frozen=True)
class Phone:
    """A number that the person chose to show; no proof of ownership by itself (R2.5)."""

    number: str = field(repr=False)
    country_code: str = "86"


class Outcome(StrEnum):
    """What became of one message. R13.3."""

    SENT = "sent"
    DEFINITE_NO = "definite_no"
    RETRY_LATER = "retry_later"
    UNKNOWN = "unknown"


@dataclass(frozen=True)
class SendResult:
    """One attempt at one subscribe message.

    `msgid` is WeChat's id when it gives one (it may not). `errcode` is 0 when WeChat gave none.
    After `UNKNOWN` at most one more try is right; if that one gets 43101 on a one-time template,
    the first probably arrived, because it used up the consent.
    """

    outcome: Outcome
    errcode: int = 0
    msgid: str = ""
    detail: str = ""


class Suggest(StrEnum):
    """WeChat's opinion of a text or picture; UNKNOWN when it gave none: people decide then."""

    PASS = "pass"
    REVIEW = "review"
    RISKY = "risky"
    UNKNOWN = "unknown"


@dataclass(frozen=True)
class Verdict:
    """The opinion on a text. `label` as WeChat numbers it (100 normal, 20001 politics, ...)."""

    suggest: Suggest
    label: int = 0
    trace_id: str = ""
    errcode: int = 0


@dataclass(frozen=True)
class PushEvent:
    """One thing that WeChat told us; a push with a list of n consents becomes n events.

    `event` is WeChat's name (`subscribe_msg_popup_event`, `wxa_media_check`, ...) or the message
    type for messages of people. `dedupe_key` is equal for repetitions of the same push and holds
    nothing personal. `facts` are the event's own fields as text, under WeChat's names; for
    `wxa_media_check` these are trace_id, suggest, label and errcode in both of its versions.
    """

    event: str
    openid: str = field(repr=False)
    created_at: datetime
    dedupe_key: str
    facts: Mapping[str, str] = field(repr=False)
