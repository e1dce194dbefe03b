"""Cases from the application to the policy, in every flow: 附件二, 四(四)."""

<<<<<<< HEAD
from handlers.cases import applying, direct, elevators, emergency, money, planning, reading

__all__ = ["applying", "direct", "elevators", "emergency", "money", "planning", "reading"]

=======
>>>>>>> main
TITLE = "办件"
