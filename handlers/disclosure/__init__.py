"""What is open to everybody without logging in. R12.1, R12.2."""

TITLE = "公开信息"
