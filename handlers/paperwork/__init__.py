"""Papers that the Centre issues in a case: forms, letters, receipts. R9.5, R9.6."""

TITLE = "文书"
