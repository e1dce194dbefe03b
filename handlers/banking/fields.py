"""What the operations of reconciliation share: kinds of fields.

Names of payers and payees go to finance and audit alone (R12.2).
"""

from typing import Annotated
from uuid import UUID

from msgspec import Meta

from handlers.route import Body
from rules.money import MAX_FEN

Reason = Annotated[str, Meta(min_length=1, max_length=300, pattern=r"\S")]
Fen = Annotated[int, Meta(ge=-MAX_FEN, le=MAX_FEN)]
Ids = Annotated[list[UUID], Meta(max_length=500)]


class BankingReason(Body, frozen=True):
    """理由。"""

    reason: Reason
