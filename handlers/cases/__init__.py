"""A pooled-account case from the first signature to the policy: 附件二(一)."""

from handlers.cases import applying, money, planning, reading

__all__ = ["applying", "money", "planning", "reading"]
