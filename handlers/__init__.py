"""What may be asked: importing this package fills the table of operations."""

from handlers import (
    cases,
    content,
    deliveries,
    deposits,
    disclosure,
    files,
    imports,
    inbox,
    ledger,
    notices,
    objections,
    openness,
    people,
    push,
    reminders,
    timed,
)

__all__ = [
    "cases",
    "content",
    "deliveries",
    "deposits",
    "disclosure",
    "files",
    "imports",
    "inbox",
    "ledger",
    "notices",
    "objections",
    "openness",
    "people",
    "push",
    "reminders",
    "timed",
]
