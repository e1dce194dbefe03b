"""What the deposits' operations share: who reads and confirms, and kinds of fields."""

from typing import Annotated, Literal

from msgspec import Meta

from rules.people import Role

READERS = frozenset({Role.CLERK, Role.REVIEWER, Role.FINANCE, Role.AUDITOR})
"""Who at the Centre sees deposits: those who work on them, and the auditor."""
CONFIRMS = frozenset({Role.FINANCE, Role.REVIEWER})
"""Who confirms what somebody else of finance entered."""

Tenor = Literal["demand", "3m", "6m", "1y", "2y", "3y"]
TermTenor = Literal["3m", "6m", "1y", "2y", "3y"]
RateE4 = Annotated[int, Meta(ge=0, le=100_000)]
"""A yearly rate in ten-thousandths of a percent: 19500 is 1.95 %."""
Fen = Annotated[int, Meta(ge=1, le=10**14)]
Text = Annotated[str, Meta(min_length=1, max_length=120, pattern=r"\S")]
Code = Annotated[str, Meta(min_length=1, max_length=30, pattern=r"^[0-9A-Za-z一-鿿#/_.()（）-]+$")]
Number = Annotated[
    str, Meta(min_length=1, max_length=60, pattern=r"^[0-9A-Za-z一-鿿#/_.()（）-]+$")
]
Note = Annotated[str, Meta(max_length=300)]
