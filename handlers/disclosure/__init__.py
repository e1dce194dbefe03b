"""What is open to everybody without logging in. R12.1, R12.2."""

from handlers.disclosure import accounts, notices

__all__ = ["accounts", "notices"]

TITLE = "公开信息"
