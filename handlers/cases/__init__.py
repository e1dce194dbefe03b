"""Cases from the application to the policy, in every flow: 附件二, 四(四)."""

from handlers.cases import applying, desk, direct, elevators, emergency, money, planning, reading

__all__ = ["applying", "desk", "direct", "elevators", "emergency", "money", "planning", "reading"]

TITLE = "办件"
