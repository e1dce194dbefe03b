"""What the deposits' operations share: kinds of fields."""

from typing import Annotated, Literal

from msgspec import Meta

from handlers.numbers import PAPER
from rules.income import TENOR_TITLES
from rules.words.word import titled

Tenor = Annotated[Literal["demand", "3m", "6m", "1y", "2y", "3y"], titled(TENOR_TITLES)]
TermTenor = Annotated[Literal["3m", "6m", "1y", "2y", "3y"], titled(TENOR_TITLES)]
RateE4 = Annotated[int, Meta(ge=0, le=100_000)]
"""A yearly rate in ten-thousandths of a percent: 19500 is 1.95 %."""
Fen = Annotated[int, Meta(ge=1, le=10**14)]
Text = Annotated[str, Meta(min_length=1, max_length=120, pattern=r"\S")]
Code = Annotated[str, Meta(min_length=1, max_length=30, pattern=PAPER)]
Note = Annotated[str, Meta(max_length=300)]
