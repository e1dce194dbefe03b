"""Who is told what: each file below enters its kinds of messages into the table. R13.1."""

from notify.kinds.kind import (
    KINDS,
    About,
    Audience,
    Kind,
    Words,
    copy_for_wechat,
)
from rules.discovery import load

load(__name__)

__all__ = [
    "KINDS",
    "About",
    "Audience",
    "Kind",
    "Words",
    "copy_for_wechat",
]
