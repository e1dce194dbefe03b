"""Special accounts 电梯保险专户: of sole owners, and of owners with added elevators. Section 6."""

TITLE = "电梯保险专户"
