"""Who is told what: importing this package fills the table of kinds of messages. R13.1."""

from notify.kinds import (
    applying,
    banking,
    bookkeeping,
    closing,
    depositing,
    funding,
    noticing,
    objecting,
    paying,
    standing,
    voting,
    voting_papers,
)
from notify.kinds.kind import (
    CASE_PAGE,
    INBOX_PAGE,
    KINDS,
    About,
    Audience,
    Kind,
    Words,
    copy_for_wechat,
)

__all__ = [
    "CASE_PAGE",
    "INBOX_PAGE",
    "KINDS",
    "About",
    "Audience",
    "Kind",
    "Words",
    "applying",
    "banking",
    "bookkeeping",
    "closing",
    "copy_for_wechat",
    "depositing",
    "funding",
    "noticing",
    "objecting",
    "paying",
    "standing",
    "voting",
    "voting_papers",
]
