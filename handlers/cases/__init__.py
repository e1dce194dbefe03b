"""A pooled-account case from the first signature to the policy: 附件二(一)."""

from handlers.cases import applying, elevators, money, planning, reading

__all__ = ["applying", "elevators", "money", "planning", "reading"]
