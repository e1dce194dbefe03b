"""What owners pay in for a case, and the special accounts it may go to. Section 6."""

from models.collecting.tables import (
    CaseReceipt,
    CaseRefund,
    CaseShare,
    ShareProposal,
    SpecialAccount,
)

__all__ = ["CaseReceipt", "CaseRefund", "CaseShare", "ShareProposal", "SpecialAccount"]
