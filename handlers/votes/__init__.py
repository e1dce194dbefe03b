"""The owners' vote: opened, cast on phones and on paper, counted, published. Section 8."""

from handlers.votes import (
    batches,
    casting,
    checking,
    counting,
    keying,
    opening,
    paper,
    printing,
    proxies,
    public,
    publishing,
    reading,
    reminding,
    representatives,
    service,
)

__all__ = [
    "batches",
    "casting",
    "checking",
    "counting",
    "keying",
    "opening",
    "paper",
    "printing",
    "proxies",
    "public",
    "publishing",
    "reading",
    "reminding",
    "representatives",
    "service",
]
