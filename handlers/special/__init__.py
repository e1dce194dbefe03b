"""Special accounts 电梯保险专户: of sole owners, and of owners with added elevators. Section 6."""

from handlers.special import funds, opening, reading, refunding, sharing

__all__ = ["funds", "opening", "reading", "refunding", "sharing"]

TITLE = "电梯保险专户"
