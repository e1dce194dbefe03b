"""Banks' statements, matching them with the books, and the month's certificate. R3.9."""

TITLE = "银行对账"
