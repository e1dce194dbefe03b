"""What the pooled accounts hold and did, for owners, insurers and the Centre. R3.8, R12.1."""

from handlers.ledger import balances, books, journals, reports, statements, vouchers

__all__ = ["balances", "books", "journals", "reports", "statements", "vouchers"]

TITLE = "统筹账户与账目"
