"""What may be asked: importing this package fills the table of operations."""

from handlers import (
    cases,
    disclosure,
    files,
    imports,
    ledger,
    notices,
    objections,
    openness,
    people,
    timed,
)

__all__ = [
    "cases",
    "disclosure",
    "files",
    "imports",
    "ledger",
    "notices",
    "objections",
    "openness",
    "people",
    "timed",
]
