"""Banks' statements, matching them with the books, and the month's certificate. R3.9."""

from handlers.banking import certificates, lines, matching, statements

__all__ = ["certificates", "lines", "matching", "statements"]

TITLE = "银行对账"
